/* handover_late - an agreed line whose day has gone by without DONE or GOT.
 *
 * Somebody must always be the next to act, so each is asked in turn, two days
 * apart: the buyer whether it came, the farmer whether it was handed over, then
 * the area's officer, once a week, who may now settle it (DONE or CANCEL with
 * its code).  Each step is a row in the line's history, which is where the
 * count of them stands. */
#ifndef HANDLERS_HANDOVER_LATE_H
#define HANDLERS_HANDOVER_LATE_H

#include "gateway/store/store_order.h"

#include "handlers/book.h"
#include "handlers/desk.h"

/* TIMER_HANDOVER. */
void handover_late(struct desk *desk, int64_t line_id);
/* "Yes", "not yet" as the first thing said after that question, by the buyer or
 * the farmer; and by the buyer after the farmer's DONE, where no is a
 * complaint.  False: it is something else. */
bool handover_late_answer(struct desk *desk, const struct book *book);
/* Has the officer been told? */
bool handover_late_is_officers(struct desk *desk, const struct line *line);

#endif
