/* still - is this still them?  Networks give silent numbers to others.
 *
 * A person of whom we have not known for `market { recycle-after }` that the
 * phone is theirs is asked before anything about people, money or orders is
 * told to it.  A seller's turn is kept meanwhile, for two days, and the next
 * one is asked; what they text themselves waits for their answer.  YES: all is
 * as before.  NO: the phone is a stranger's, who hears nothing of it, what was
 * open is let go, and the officer looks for the new number (newnumber.h).
 * People without a name are not asked: there is nobody to mistake.  Officers
 * and admins go on hearing from us, so that no alarm is lost, but what comes
 * from their phones is asked about like anybody's. */
#ifndef HANDLERS_STILL_H
#define HANDLERS_STILL_H

#include "gateway/store/store_question.h"

#include "handlers/book.h"
#include "handlers/desk.h"

/* Pure: so long silent that it may be somebody else's by now. */
bool still_is_unsure(
    const struct market *market, int64_t now_ms, const struct person *person);

/* Asks, unless that was done or the phone has another question open. */
void still_ask(struct desk *desk, const struct person *person);

/* The sender may be another: asks, and keeps the text at hand.  `q` is the
 * open question or NULL. */
void still_hold(struct desk *desk, const struct question *q);
/* The text that was kept with the question, and its id; 0: none. */
int64_t still_kept(
    struct desk *desk, const struct question *q, char *dst, size_t dst_octets);

void still_answer(struct desk *desk, const struct question *q, bool yes);
void still_silence(struct desk *desk, const struct question *q);

#endif
