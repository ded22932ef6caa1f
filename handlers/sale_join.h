/* sale_join - the sellers of a sale and their stock: JOIN, STOCK. */
#ifndef HANDLERS_SALE_JOIN_H
#define HANDLERS_SALE_JOIN_H

#include "gateway/store/store_sale.h"

#include "handlers/book.h"
#include "handlers/desk.h"

struct draft_item;

/* One more seller at the end of the relay; part->id is 0 when it is full. */
void sale_add_part(struct desk *desk, const struct sale *sale,
    int64_t seller_id, int64_t milli, struct sale_part *part);

/* What that seller has for it from now on. */
void sale_put_stock(struct desk *desk, const struct sale *sale,
    const struct sale_part *part, int64_t milli);

/* JOIN KM4 500kg: a command (handlers/command), false when the text has not
 * its shape.  Who is in it already adds to their stock. */
bool sale_join_text(
    struct desk *desk, const struct book *book, struct str rest);

/* STOCK by somebody who has these goods in a running sale only; false: not
 * so. */
bool sale_stock(struct desk *desk, const struct draft_item *item);

#endif
