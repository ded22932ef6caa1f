/* sell - what sellers say of their goods: SELL, STOCK, PRICE, SOLD OUT, MY. */
#ifndef HANDLERS_SELL_H
#define HANDLERS_SELL_H

#include "handlers/book.h"
#include "handlers/desk.h"
#include "handlers/draft.h"

void sell_text(struct desk *desk, const struct book *book);
/* A listing with nothing missing (INTENT_OFFER), or what is left of one
 * (INTENT_STOCK). */
void sell_draft(struct desk *desk, const struct draft *draft);
void sell_price(struct desk *desk, const struct book *book);
void sell_out(struct desk *desk, const struct book *book);
void sell_my(struct desk *desk, const struct book *book);

#endif
