/* handover_said - of which goods, and how much, somebody says that they came.
 *
 * Read from desk->text and desk->intent (items, rest); changes nothing but the
 * lines given. */
#ifndef HANDLERS_HANDOVER_SAID_H
#define HANDLERS_HANDOVER_SAID_H

#include "gateway/store/store_order.h"

#include "handlers/desk.h"

/* "got the onions": the eggs are still on their way; "problem, the eggs are
 * broken": the onions were fine.  Keeps the lines that are named, all when none
 * is; returns how many. */
size_t handover_named_only(struct desk *desk, struct line *lines, size_t count);

/* The quantity in the text, in the line's measure; 0 when none is said. */
int64_t handover_said_milli(struct desk *desk, const struct line *line);

/* "Done tomorrow", "will be done on friday": not yet.  A weekday is the nearest
 * one, before or after today. */
bool handover_said_later(const struct desk *desk);

/* The sender said these very words about that order within the last minutes:
 * the same thing twice, it is taken for. */
bool handover_said_lately(struct desk *desk, int64_t order_id);

/* "got 6kg", of six and four: which of them?  The sum is all of it. */
bool handover_said_part(
    struct desk *desk, const struct line *lines, size_t count);

#endif
