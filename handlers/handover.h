/* handover - the goods change hands, or do not: DONE, GOT, NOSHOW, and what
 * time makes of them.
 *
 * The first DONE or GOT makes a line fulfilled; both, or a day without
 * objection, settle it.  Complaints are complaint's, money is payment's. */
#ifndef HANDLERS_HANDOVER_H
#define HANDLERS_HANDOVER_H

#include "handlers/book.h"
#include "handlers/desk.h"

#define HANDOVER_SETTLE_MS (INT64_C(24) * 3600 * 1000)

void handover_done(struct desk *desk, const struct book *book);
void handover_got(struct desk *desk, const struct book *book);
void handover_noshow(struct desk *desk, const struct book *book);

/* By an admin for a person in it: the buyer has it (GOT), or a seller (0: any
 * of them) handed it over (DONE); both settle it.  number 0: every line, else
 * that one.  Returns how many lines took it. */
size_t handover_lines(
    struct desk *desk, const struct order *order, int64_t for_id, int number);

/* TIMER_LINE_SETTLE. */
void handover_settle(struct desk *desk, int64_t line_id);

#endif
