/* store_feedback - what people told us, with a number, until it is closed. */
#ifndef GATEWAY_STORE_STORE_FEEDBACK_H
#define GATEWAY_STORE_STORE_FEEDBACK_H

#include "gateway/store/store.h"

struct feedback {
	int64_t id; /* F12 in texts */
	int64_t person_id, phone_id; /* who said it, and from where */
	int64_t area_id; /* theirs, then; 0: none */
	int64_t message_id; /* the words */
	int64_t officer_id; /* whom it went to; 0: there was nobody */
	int64_t time_ms, answered_ms, closed_ms; /* 0: not */
	int reminded;
};

void store_feedback_add(struct store *store, struct feedback *feedback);
bool store_feedback_get(struct store *store, int64_t id, struct feedback *out);
/* Answered, closed, reminded, officer. */
void store_feedback_put(struct store *store, const struct feedback *feedback);
/* The newest of that person that is open. */
bool store_feedback_open_of(
    struct store *store, int64_t person_id, struct feedback *out);

/* Rows above *after_id, which is moved on, a slice; false: that was the last.
 * For reports. */
bool store_feedback_each(struct store *store, int64_t *after_id,
    void (*fn)(void *arg, const struct feedback *feedback), void *arg);

#endif
