/* store_question - the last thing we asked a phone, for as long as it is open.
 *
 * One open question per phone: a new one closes the old.  `payload` is JSON of
 * the handler that asked; nobody else reads it. */
#ifndef GATEWAY_STORE_STORE_QUESTION_H
#define GATEWAY_STORE_STORE_QUESTION_H

#include "base/str.h"
#include "gateway/store/store.h"

#define QUESTION_PAYLOAD_OCTETS 4096

struct question {
	int64_t id, phone_id, person_id;
	int kind; /* the handler's own enum */
	int64_t order_id;
	int64_t created_ms, due_ms;
	bool open;
	char payload[QUESTION_PAYLOAD_OCTETS];
};

int64_t store_question_ask(struct store *store, const struct question *q);
bool store_question_open(
    struct store *store, int64_t phone_id, struct question *out);
bool store_question_get(struct store *store, int64_t id, struct question *out);
void store_question_close(struct store *store, int64_t id);

#endif
