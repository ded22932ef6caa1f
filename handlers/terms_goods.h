/* terms_goods - goods with a quantity or a price, from somebody who is asked
 * for these goods right now: an answer, no listing and no order.
 *
 * "8 kg tomatoes at 45" reads like a listing; to the one who waits for an
 * answer about ten kilos of them it says how much, and is repeated first.
 * Whoever says SELL, or names more than was asked, lists. */
#ifndef HANDLERS_TERMS_GOODS_H
#define HANDLERS_TERMS_GOODS_H

#include <stdbool.h>

#include "handlers/book.h"

struct desk;

/* False: it is none, go on. */
bool terms_goods(struct desk *desk, const struct book *book);

#endif
