/* order_same - is that the order of a moment ago, in other words?
 *
 * "5kg tomato", and a minute later "5 kg tomatoes please": nobody knows whether
 * the second is impatience or a second order, so it is asked.  The same words
 * are looked for elsewhere (order.c). */
#ifndef HANDLERS_ORDER_SAME_H
#define HANDLERS_ORDER_SAME_H

#include <stdint.h>

#include "handlers/book.h"
#include "handlers/desk.h"
#include "handlers/draft.h"

/* An open order of the sender's, not older than ORDER_REPEAT_MS, with the same
 * goods for the same day, place and people; 0 none.  Whoever names a seller, a
 * price or a sale knows what they do. */
int64_t order_same(
    struct desk *desk, const struct book *book, const struct draft *draft);

#endif
