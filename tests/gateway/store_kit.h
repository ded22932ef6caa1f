/* store_kit - a fresh database in a folder of its own for each store test. */
#ifndef TESTS_GATEWAY_STORE_KIT_H
#define TESTS_GATEWAY_STORE_KIT_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "gateway/store/store.h"
#include "gateway/store/store_message.h"

#define T0 INT64_C(1790000000000)

struct kit {
	char folder[64];
	char path[96];
	struct store *store;
	uint64_t seed;
};

/* cmocka's setup and teardown; *state is a struct kit with an open store. */
int kit_open(void **state);
int kit_close(void **state);

void kit_reopen(struct kit *kit);
void kit_begin(struct kit *kit);
void kit_commit(struct kit *kit); /* asserts that it went well */
bool kit_try_commit(struct kit *kit);
void kit_check(struct kit *kit); /* store_check finds nothing */

uint64_t kit_random(void *kit); /* the same numbers in every run */
int kit_below(struct kit *kit, int limit);

/* Phone number n of the test, made if need be; in a transaction. */
int64_t kit_phone(struct kit *kit, int n);
int64_t kit_person(struct kit *kit, int n);

/* Shortest forms; in a transaction. */
int64_t kit_receive(struct kit *kit, int phone, const char *text);
int64_t kit_queue(struct kit *kit, int phone, enum message_class class_);
enum message_state kit_state(struct kit *kit, int64_t message_id);

/* For callbacks that only collect ids of messages. */
struct kit_ids {
	int64_t at[20000];
	int count;
};
void kit_note(void *ids, const struct message *m);
bool kit_note_more(void *ids, const struct message *m);

/* Ids of what a claim by that link gives; the kit's own array. */
const struct kit_ids *kit_claim(
    struct kit *kit, int64_t link_id, bool two_way, int64_t now_ms, int limit);

#endif
