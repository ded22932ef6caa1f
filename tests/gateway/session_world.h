/* session_world - dialogues with a toy trade: a real store, the real turn, no
 * links; the clock stands still until it is turned.
 *
 * The toy answers each turn with how it was asked:
 *     "D:1*5"  dialled, with that behind the code;  "A:x"  answered with x;
 *     "O:x"    that was to a dialogue that is over;
 *     " +SCREEN"  there was an earlier one to go on with;  " #K7F"  it had
 *     made that order;  " last"  it must end.
 * Its screens are "s1", "s2" ...  What it is told to do, by the answer or the
 * last part of what was dialled:
 *     end     END          buy     END, an order is made (one more `effects`)
 *     pin     it is secret   once    this screen cannot be gone on with
 *     sure    this screen has a token
 *     poison  fails the store as a bug would
 *     stall   takes six seconds, in which the deadline speaks */
#ifndef TESTS_GATEWAY_SESSION_WORLD_H
#define TESTS_GATEWAY_SESSION_WORLD_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "gateway/queue/session_turn.h"
#include "gateway/queue/sessions.h"
#include "gateway/queue/turnloop.h"
#include "gateway/store/store_session.h"
#include "gateway/store/store_session_turn.h"

#define SESSION_T0 INT64_C(1790000000000)
#define AMINA "+254711000001"
#define JUMA "+254722000001"

/* What one ask was answered. */
struct heard {
	struct session_answer answer;
	int times;
};

struct session_world {
	struct loop *loop;
	struct store *store;
	struct clock_fake clock;
	struct market market;
	struct turnloop *turnloop;
	struct sessions *sessions;
	/* Ids for certain; all answers so far; phones; who does not tell. */
	struct session_channel json, whole, phone, either;
	const struct handler_table *handlers; /* NULL: the toy */
	void *trade; /* of those */
	int turns; /* of the toy */
	uint64_t random;
	int64_t open_max, linger_ms;
	size_t calls_max;
	char path[64];
};

int session_world_setup(void **state);
int session_world_teardown(void **state);
/* Closed and opened anew, as by a restart. */
void session_world_restart(struct session_world *w);

/* What comes next of the channel; the strings live as long as the ask. */
struct session_ask ask_start(const char *id, const char *dialled);
struct session_ask ask_input(const char *id, const char *input);
struct session_ask ask_whole(const char *id, const char *text);
struct session_ask ask_hangup(const char *id, const char *why);

/* Hands it in without letting the loop run. */
void ask(struct session_world *w, const struct session_channel *channel,
    const struct session_ask *ask, struct heard *heard);
/* Lets the turn work until nothing is left to do. */
void settle(struct session_world *w);
/* Both; what was answered, once. */
struct session_answer say(struct session_world *w,
    const struct session_channel *channel, struct session_ask ask);

/* Asserts what was said, and whether an answer is wanted. */
void expect_con(struct session_answer answer, const char *text);
void expect_end(struct session_answer answer, const char *text);

/* Wall and monotonic clock alike. */
void later(struct session_world *w, int64_t ms);
/* Orders made, durably. */
int64_t effects(struct session_world *w);
/* The row behind that answer. */
struct store_session row_of(
    struct session_world *w, const struct session_answer *answer);

#endif
