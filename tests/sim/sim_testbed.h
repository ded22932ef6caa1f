/* sim_testbed - a network in memory for the simulators' own tests: time is
 * turned by hand, one modem "a" (+254700000001) is on and speaks into a
 * string. */
#ifndef TESTS_SIM_SIM_TESTBED_H
#define TESTS_SIM_SIM_TESTBED_H

#include "tests/sim/sim_net.h"

struct testbed {
	struct sim_net net;
	struct sim_line *a;
	struct sim_modem *m; /* &a->modem */
	char said[65536];
};

struct testbed *testbed_new(const char *profile);
void testbed_free(struct testbed *t);

/* What the modem says to these bytes, or (NULL) has said since. */
const char *testbed_say(struct testbed *t, const char *bytes);

/* As above, and it must be exactly this. */
void testbed_expect(struct testbed *t, const char *bytes, const char *said);

void testbed_pass(struct testbed *t, int64_t ms);

/* ATE0, +CMEE=1, +CNMI=2,1,0,1,0: as a gateway would have it. */
void testbed_ready(struct testbed *t);

/* A fault that fires once; fields may be changed afterwards. */
struct sim_fault *testbed_fault(struct testbed *t, enum sim_fault_kind kind);

uint64_t testbed_text(struct testbed *t, const char *from, const char *text);

/* "+254711000001", "hi", SRR or not: the SUBMIT for the prompt, with its
 * Ctrl-Z, and the announced length. */
void testbed_send(
    struct testbed *t, const char *submit_hex, const char *expected);
#define SUBMIT_HI "0001000C91527411000010000002E834"
#define SUBMIT_HI_REPORT "0021000C91527411000010000002E834"

#endif
