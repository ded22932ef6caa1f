/* store_consent - who was asked what about whom, and what they said.
 *
 * One row a question, for ever: a farmer's yes to be registered, an officer's
 * yes to somebody who asked, a changed number.  Rows without an answer are the
 * officer's list of what still waits for them. */
#ifndef GATEWAY_STORE_STORE_CONSENT_H
#define GATEWAY_STORE_STORE_CONSENT_H

#include "gateway/store/store.h"

enum consent_kind {
	CONSENT_REGISTER = 1, /* the farmer is asked, an officer behind it */
	CONSENT_SELLER, /* the officer is asked: may they sell? */
	CONSENT_NUMBER, /* the officer is asked: is that their new phone? */
	CONSENT_STILL, /* the phone is asked: is it still them? */
	CONSENT_PIN, /* the officer is asked: may they set one? */
	CONSENT_LIST, /* came with a list that an admin brought */
};

enum consent_answer {
	CONSENT_OPEN,
	CONSENT_YES,
	CONSENT_NO,
	CONSENT_SILENCE, /* nobody answered in time */
};

struct consent {
	int64_t id;
	enum consent_kind kind;
	int64_t person_id; /* about whom */
	int64_t phone_id; /* from, or to, which phone */
	int64_t decider_id; /* whose answer counts */
	int64_t officer_id; /* who stands behind it; 0: an admin */
	int64_t asked_ms, asked_message_id;
	int64_t answered_ms, answered_message_id;
	enum consent_answer answer;
};

/* Writes the row, as it is; returns its id. */
int64_t store_consent_add(struct store *store, const struct consent *consent);
void store_consent_asked(struct store *store, int64_t id, int64_t message_id);
void store_consent_answer(struct store *store, int64_t id,
    enum consent_answer answer, int64_t message_id, int64_t now_ms);
bool store_consent_get(struct store *store, int64_t id, struct consent *out);

/* The oldest that waits for that decider; false: none. */
bool store_consent_next(
    struct store *store, int64_t decider_id, struct consent *out);
/* Does the same question about that person and phone wait already? */
bool store_consent_waits(struct store *store, const struct consent *like);

/* All about one person, oldest first. */
void store_consent_each(struct store *store, int64_t person_id,
    bool (*fn)(void *arg, const struct consent *consent), void *arg);

#endif
