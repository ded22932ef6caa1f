/* approval - what waits for an officer's yes: somebody who wants to sell, a
 * changed number, a new PIN.
 *
 * Each is a row (gateway/store/store_consent): who asked, who decides, by
 * which texts, and what was answered.  The officer is asked about one at a
 * time, the oldest first; the next comes after the answer. */
#ifndef HANDLERS_APPROVAL_H
#define HANDLERS_APPROVAL_H

#include "gateway/store/store_consent.h"
#include "gateway/store/store_question.h"

#include "handlers/desk.h"

#define APPROVAL_LIVES_MS (INT64_C(7) * 24 * 3600 * 1000)

/* Puts it before the officer of that area, unless the same waits already.
 * False: there is nobody but the person themselves. */
bool approval_request(struct desk *desk, enum consent_kind kind,
    const struct person *person, int64_t phone_id);

/* The officer's answer to ASK_APPROVE; asks about the next. */
void approval_answer(struct desk *desk, const struct question *q, bool yes);
/* TIMER_QUESTION of an ASK_APPROVE: no answer, or another question took its
 * place. */
void approval_silence(struct desk *desk, const struct question *q);

/* A row of something that is decided already, by the text at hand. */
void approval_note(struct desk *desk, enum consent_kind kind, int64_t person_id,
    int64_t phone_id, enum consent_answer answer);

/* Is the sender an officer, an admin, or the phone that alarms go to? */
bool approval_is_officer(struct desk *desk);

#endif
