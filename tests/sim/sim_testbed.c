#include "tests/sim/sim_testbed.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

struct testbed *
testbed_new(const char *profile)
{
	struct testbed *t = sim_alloc(1, sizeof(*t));
	sim_net_init(&t->net);
	t->net.world.now_ms = 1000;
	t->net.world.wall_ms = 1795613413000; /* 2026-11-25T13:30:13Z */
	struct sim_options options = {.name = "a",
	    .number = "+254700000001",
	    .tty = -1,
	    .profile = sim_profile_find(profile)};
	t->a = sim_net_add(&t->net, &options);
	t->m = &t->a->modem;
	sim_modem_plug(t->m);
	return t;
}

void
testbed_free(struct testbed *t)
{
	sim_net_end(&t->net);
	free(t);
}

const char *
testbed_say(struct testbed *t, const char *bytes)
{
	if (bytes != NULL)
		sim_modem_feed(t->m, bytes, strlen(bytes));
	sim_net_tick(&t->net);
	size_t octets = t->m->out.octets;
	assert_true(octets < sizeof(t->said));
	if (octets > 0)
		memcpy(t->said, t->m->out.at, octets);
	t->said[octets] = '\0';
	sim_buf_drop(&t->m->out, 0, octets);
	return t->said;
}

void
testbed_expect(struct testbed *t, const char *bytes, const char *said)
{
	assert_string_equal(testbed_say(t, bytes), said);
}

void
testbed_pass(struct testbed *t, int64_t ms)
{
	/* In small steps, as a loop would wake up for what is due. */
	int64_t until = t->net.world.now_ms + ms;
	sim_net_tick(&t->net);
	while (t->net.world.now_ms < until) {
		int64_t due = sim_net_due(&t->net);
		int64_t now = t->net.world.now_ms;
		int64_t next = due > now && due < until ? due : until;
		t->net.world.now_ms = next;
		t->net.world.wall_ms += next - now;
		sim_net_tick(&t->net);
	}
}

void
testbed_ready(struct testbed *t)
{
	testbed_say(t, "ATE0\r");
	testbed_expect(t, "AT+CMEE=1\r", "\r\nOK\r\n");
	testbed_expect(t, "AT+CNMI=2,1,0,1,0\r", "\r\nOK\r\n");
}

struct sim_fault *
testbed_fault(struct testbed *t, enum sim_fault_kind kind)
{
	struct sim_fault *f = &t->m->faults.at[kind];
	*f = (struct sim_fault){.on = true,
	    .left = 1,
	    .chance_milli = 1000,
	    .until_ms = SIM_NEVER,
	    .code = 500};
	return f;
}

uint64_t
testbed_text(struct testbed *t, const char *from, const char *text)
{
	struct sim_outgoing out = {
	    .from = from, .to = "a", .text = text, .message_class = -1};
	return sim_net_text(&t->net, &out);
}

void
testbed_send(struct testbed *t, const char *submit_hex, const char *expected)
{
	char line[64], pdu[512];
	snprintf(
	    line, sizeof(line), "AT+CMGS=%zu\r", strlen(submit_hex) / 2 - 1);
	snprintf(pdu, sizeof(pdu), "%s\x1a", submit_hex);
	testbed_expect(t, line, t->m->options.profile->prompt);
	testbed_expect(t, pdu, expected);
}
