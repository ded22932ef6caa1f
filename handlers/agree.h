/* agree - a seller's yes, whole or in part, and the buyer's word on it.
 *
 * A yes to what was asked stands at once.  A part or a higher price asks the
 * buyer first: the line is `asked` meanwhile, and what is missing goes to the
 * next seller as a line of its own. */
#ifndef HANDLERS_AGREE_H
#define HANDLERS_AGREE_H

#include "gateway/store/store_order.h"

#include "handlers/desk.h"

struct agree_terms {
	int64_t qty_milli; /* in the line's measure; 0: all that was asked */
	int64_t price_minor; /* per unit of the line; -1: as it was */
};

/* Proposals of one seller and one order, open or late ones whose line is
 * still free.  Returns how many stand or are put to the buyer. */
size_t agree_seller(struct desk *desk, const struct order *order,
    struct proposal *p, size_t count, const struct agree_terms *terms);

/* A part or a price that lies with the buyer already, corrected by its seller:
 * less of it, or another price.  The buyer is asked anew.  False: it would be
 * more, or is what it was. */
bool agree_anew(struct desk *desk, const struct order *order, struct line *line,
    const struct agree_terms *terms);

/* The buyer's answer to lines that are `asked`. */
void agree_buyer(struct desk *desk, const struct order *order,
    struct line *lines, size_t count, bool yes);

/* A line that holds its stock and price already, of a seller who promised
 * before anybody ordered (a sale): it stands at once.  The buyer is told. */
void agree_sold(struct desk *desk, const struct order *order, struct line *line,
    const char *why);

/* Seller says no: the next one is asked.  Nobody is answered here. */
void agree_decline(struct desk *desk, const struct order *order,
    struct proposal *p, size_t count);

#endif
