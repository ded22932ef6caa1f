/* handover_tell - what is said and looked up about lines that are agreed, by
 * DONE, GOT, NOSHOW (handover), PROBLEM (complaint) and PAID (payment). */
#ifndef HANDLERS_HANDOVER_TELL_H
#define HANDLERS_HANDOVER_TELL_H

#include "base/fsm.h"

#include "handlers/book.h"
#include "handlers/desk.h"

#define HANDOVER_STATE(name) FSM_BIT(LINE_##name)

/* The order's lines in one of `states`, of one seller unless 0. */
size_t handover_lines_in(struct desk *desk, int64_t order_id, int64_t seller_id,
    uint32_t states, struct line lines[DESK_LINES_MAX]);

/* Which order is meant; it may be closed already: by code, if it was theirs.
 * False: the sender was answered. */
bool handover_pick(struct desk *desk, const struct book *book, unsigned parts,
    struct order *order);

/* One text about lines to one person, about somebody else. */
void handover_tell(struct desk *desk, int64_t to, int64_t phone_id,
    enum phrase phrase, const struct order *order, const struct line *lines,
    size_t count, int64_t about_person, const char *said);
/* Takes the lines of one seller, that of lines[at], out of the list (their
 * seller there becomes 0).  Returns how many; 0: they were taken before. */
size_t handover_theirs(
    struct line *theirs, struct line *lines, size_t count, size_t at);

/* To each of their sellers about theirs; the lines' seller_id is used up. */
void handover_tell_sellers(struct desk *desk, const struct order *order,
    struct line *lines, size_t count, enum phrase phrase, const char *said);
/* The order's state does not take it. */
void handover_not_now(struct desk *desk, const struct order *order);

#endif
