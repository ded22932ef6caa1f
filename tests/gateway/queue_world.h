/* queue_world - a real store, the outbox, and links that are places with room:
 * they keep what they are given, and the test says how it ends.  The clock is a
 * number. */
#ifndef TESTS_GATEWAY_QUEUE_WORLD_H
#define TESTS_GATEWAY_QUEUE_WORLD_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/clock.h"
#include "gateway/queue/outbox.h"
#include "gateway/store/store_message.h"

#define LINKS 3

struct place {
	struct link link; /* first */
	size_t room;
	int64_t got[400];
	size_t got_count;
};

struct world {
	struct store *store;
	struct market market;
	struct place place[LINKS];
	struct link *links[LINKS];
	struct outbox outbox;
	struct turn turn;
	int64_t sent, delivered, lost; /* what the trade was told */
	char path[64];
};

/* cmocka's setup and teardown; *state is a struct world, all links up. */
int world_setup(void **state);
int world_teardown(void **state);
void world_quiet(void); /* log lines go nowhere, local time is UTC */

void begin(struct world *w);
void commit(struct world *w); /* asserts that it went well */

/* One turn of the queue; returns how many left. */
size_t claim(struct world *w);

/* Number n; made if need be. */
int64_t phone(struct world *w, int n);
/* In a transaction. */
int64_t queue_to(struct world *w, int n);
/* One text to each of these numbers, in a transaction of its own. */
void queue(struct world *w, int from, int count);

/* A text that left by that link ends. */
void ends(struct world *w, size_t at, int64_t id, enum outcome outcome,
    enum refusal refusal);
/* All that left by that link was taken. */
void all_taken(struct world *w, size_t at);

/* These links are up, no others. */
void only(struct world *w, size_t first, size_t count);

#endif
