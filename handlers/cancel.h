/* cancel - a buyer drops an order, or a seller gives an agreed one back
 * (give_back). */
#ifndef HANDLERS_CANCEL_H
#define HANDLERS_CANCEL_H

#include "handlers/book.h"
#include "handlers/desk.h"

void cancel_text(struct desk *desk, const struct book *book);

/* Several orders of the sender at once: asked first, then done. */
void cancel_ask_several(struct desk *desk, const int64_t *ids, size_t count);
void cancel_several(struct desk *desk, const int64_t *ids, size_t count);

/* "cancel the rest", "cancel the other 7kg", of an order of which a part is
 * promised: asks whether to look no more for what is not.  False: the text
 * says no such thing, or the order has no such parts. */
bool cancel_rest(struct desk *desk, const struct order *order);
/* The words stay with the question which order is meant. */
void cancel_keep_words(struct desk *desk);

/* Drops those of the lines that can be dropped and tells their sellers;
 * returns how many, the dropped ones in front of `lines`. */
size_t cancel_lines(struct desk *desk, const struct order *order,
    struct line *lines, size_t count, const char *why);

/* Tells a seller whose proposal was taken back; he keeps his turn. */
void cancel_not_needed(struct desk *desk, const struct order *order,
    const struct line *lines, size_t count, int64_t seller_id);

/* Takes back an open proposal and its text.  `asked`: it counts as asked.
 * True when the seller may have read it. */
bool cancel_proposal(struct desk *desk, struct proposal *proposal, bool asked);

#endif
