/* cancel - a buyer drops an order, or a seller gives an agreed one back. */
#ifndef HANDLERS_CANCEL_H
#define HANDLERS_CANCEL_H

#include "handlers/book.h"
#include "handlers/desk.h"

void cancel_text(struct desk *desk, const struct book *book);

/* Drops those of the lines that can be dropped and tells their sellers;
 * returns how many, the dropped ones in front of `lines`. */
size_t cancel_lines(struct desk *desk, const struct order *order,
    struct line *lines, size_t count, const char *why);

/* Tells a seller whose proposal was taken back; he keeps his turn. */
void cancel_not_needed(struct desk *desk, const struct order *order,
    const struct line *lines, size_t count, int64_t seller_id);

/* The seller's agreed lines go to the next seller; buyer is told. */
size_t cancel_by_seller(
    struct desk *desk, const struct order *order, int64_t seller_id);

/* Takes back an open proposal and its text.  `asked`: it counts as asked.
 * True when the seller may have read it. */
bool cancel_proposal(struct desk *desk, struct proposal *proposal, bool asked);

#endif
