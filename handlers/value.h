/* value - what a buyer's open orders are worth, for the limit on it.
 *
 * Agreed and offered lines at their price; an order that is only wanted at the
 * dearest of the first few listings whose turn it is, for nobody knows yet who
 * will be asked.  What has no price counts for nothing.  Costs as much as that
 * buyer has open, and a few listings for each thing wanted. */
#ifndef HANDLERS_VALUE_H
#define HANDLERS_VALUE_H

#include <stdint.h>

#include "handlers/book.h"
#include "handlers/desk.h"
#include "handlers/draft.h"

/* Both in minor units; as much as fits. */
int64_t value_open(const struct desk *desk, const struct book *book);
int64_t value_wanted(const struct desk *desk, const struct draft *draft);

/* Tells the sender that so much would be more than is possible. */
void value_say(struct desk *desk, int64_t worth_minor);

#endif
