/* daemon_rig - a market that is open, for one cmocka test: simnet, furrowd,
 * one or more sellers; and what the tests say in one line each.
 *
 * rig_open()/rig_close() are setup and teardown; the folder is named after
 * the test's turn and stays behind when the test failed.  Everything else
 * asserts. */
#ifndef TESTS_SCENARIO_DAEMON_RIG_H
#define TESTS_SCENARIO_DAEMON_RIG_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "tests/scenario/daemon_kit.h"

#define BUYER "+254711000001"
#define OTHER_BUYER "+254711000002"
#define SELLER "+254722000001"
/* A text is on its phone within that, unless something is in its way. */
#define RIG_SOON_MS (8000 * KIT_SLOWER)
#define RIG_LATE_MS (25000 * KIT_SLOWER)

struct rig {
	struct kit kit;
	const char *name; /* of the folder */
	bool passed; /* the last line of each test sets it */
};

/* Nothing runs yet; the program's name is the folder's. */
int rig_enter(void **state);
/* The whole market: one modem, one seller, up. */
int rig_open(void **state);
int rig_close(void **state);

/* The market around a network that runs already: configuration, furrowd,
 * sellers. */
void rig_market(struct rig *rig, int modems, int sellers);
void rig_again(struct rig *rig); /* starts furrowd again, until it is up */

/* `text` from the buyer is an order; its code. */
void rig_order(
    struct rig *rig, const char *buyer, const char *text, char code[8]);
/* The seller is asked for it, says yes, and both are told. */
void rig_agree(
    struct rig *rig, const char *buyer, const char *seller, const char *code);
void rig_whole_order(struct rig *rig, const char *buyer);

void rig_text(struct rig *rig, const char *from, const char *text);
/* Waits for a text on that phone. */
void rig_wait(struct rig *rig, const char *phone, const char *containing,
    int timeout_ms, char *out);

/* Rows of `furrow order list`, or of those in one state. */
size_t rig_orders(const char *state);
/* The state of an order's first line. */
void rig_assert_state(const char *code, const char *state);
/* Messages of that direction ("in", "out") with this text in them. */
size_t rig_messages(const char *direction, const char *containing);
/* Texts on their way: queued, sending, refused, unknown. */
long rig_queue(void);
void rig_rest(int timeout_ms); /* until there are none */

#endif
