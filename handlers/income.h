/* income - what a person earned, as rows of the ledger, and INCOME by text.
 *
 * A line that settles (both say so, a day without objection, or an officer's
 * word) earns its seller one row: the accepted quantity at the frozen price.  A
 * line with shares (pool.h) earns each person that had a part in it one row,
 * and they sum to the line; a leader's may be below zero.
 * A complaint after that takes the rows back by rows against them.  Nothing is
 * ever changed, so a figure can be asked for any day that was. Money received
 * is another matter ("paid"): it may come before, after, in parts, or never. */
#ifndef HANDLERS_INCOME_H
#define HANDLERS_INCOME_H

#include "gateway/store/store_order.h"

#include "handlers/book.h"
#include "handlers/desk.h"

/* The line has just settled (state and settled_ms are written). Called again
 * for a line whose income stands, it does nothing. */
void income_settled(struct desk *desk, const struct line *line);
/* It is disputed, or was wrong: what stands of its income is taken back. */
void income_reversed(struct desk *desk, const struct line *line);
/* The seller says that this much money came. */
void income_paid(struct desk *desk, const struct line *line, int64_t minor);

/* INCOME: the last 30 days, this month (of the market's zone), and what was
 * paid.  In the sender's language, one SMS. */
void income_text(struct desk *desk, const struct book *book);

#endif
