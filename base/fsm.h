/* fsm - state machines as const tables: who may go where, and on what.
 *
 * A machine is an array of states; each row says which events it takes, which
 * states may follow, what is done on an event and on entry, and which named
 * timer runs meanwhile.  Only fsm_go() changes the state.  An event or a move
 * that the table does not allow is a counted log line, never a crash.
 *
 * For machines in memory (a modem, a session).  Durable machines (an order
 * line, an outbound text) keep their state in the store and use only
 * fsm_allows() over a table of moves, so that the same drawing is made of both
 * (fsm_draw).  Up to 32 states and 32 events. */
#ifndef BASE_FSM_H
#define BASE_FSM_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

#define FSM_BIT(n) (UINT32_C(1) << (n))

struct fsm;

struct fsm_timer {
	const char *name;
	int64_t default_ms;
	const char *meaning; /* one clause, for the manual */
};

struct fsm_state {
	const char *name;
	uint32_t events; /* FSM_BIT()s accepted here */
	uint32_t next; /* FSM_BIT()s of states that may follow */
	void (*on_event)(struct fsm *m, int event, const void *data);
	void (*on_enter)(struct fsm *m);
	const struct fsm_timer *timer; /* armed on entry; NULL: none */
};

struct fsm_table {
	const char *name;
	const struct fsm_state *states;
	int states_count;
	const char *const *event_names;
	int events_count;
	int timeout_event; /* delivered when a state's timer ran out */
};

struct fsm {
	const struct fsm_table *table;
	int state;
	const char *label; /* for the log: the link's name */
	void *owner;
	/* Arms (ms >= 0) or stops (ms < 0) the state's timer; given by the
	 * owner, because fsm knows no loop.  May be NULL. */
	void (*arm)(struct fsm *m, int64_t ms);
	int64_t override_ms; /* > 0: instead of every default (tests) */
	unsigned long refused;
};

/* In its first state, whose on_enter is called. */
void fsm_start(struct fsm *m, const struct fsm_table *table, int state,
    const char *label, void *owner, void (*arm)(struct fsm *, int64_t));

/* Hands an event to the present state.  False when the table refuses it. */
bool fsm_event(struct fsm *m, int event, const void *data);

/* Moves; false (and no move) when the table refuses it. */
bool fsm_go(struct fsm *m, int state);

const char *fsm_state_name(const struct fsm *m);

/* For durable machines: may `from` be followed by `to`? */
bool fsm_allows(const struct fsm_table *table, int from, int to);

/* The machine as a Graphviz-free text drawing for the docs: one line a state,
 * "offered -> waiting confirmed cancelled". */
void fsm_draw(const struct fsm_table *table, FILE *out);

#endif
