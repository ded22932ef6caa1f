/* The faults of the field, each seen from the computer's side, and what the
 * network counts meanwhile. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "tests/sim/sim_net_fault.h"
#include "tests/sim/sim_testbed.h"

#define OK "\r\nOK\r\n"
#define PHONE "+254711000001"
#define SENT(mr) "\r\n+CMGS: " #mr "\r\n" OK
#define CMS(n) "\r\n+CMS ERROR: " #n "\r\n"

static struct testbed *
bed(void)
{
	struct testbed *t = testbed_new("generic");
	testbed_ready(t);
	return t;
}

static void
put_fault(struct testbed *t, enum sim_fault_kind kind, struct sim_fault fault)
{
	fault.on = true;
	if (fault.left == 0)
		fault.left = -1;
	if (fault.code == 0)
		fault.code = -1;
	fault.chance_milli = 1000;
	fault.until_ms = SIM_NEVER;
	assert_null(sim_net_fault_set(&t->net, t->a, kind, &fault));
}

static void
every_fault_has_words(void **state)
{
	(void)state;
	for (int i = 0; i < SIM_FAULT_KINDS; i++) {
		const struct sim_fault_row *row =
		    sim_fault_row((enum sim_fault_kind)i);
		assert_non_null(row->name);
		assert_true(strlen(row->words) > 10);
	}
}

static void
wedges_and_cures(void **state)
{
	(void)state;
	static const struct {
		const char *cure, *wrong, *right;
	} rows[] = {
	    /* What the computer does in vain, and what helps. */
	    {"radio", "AT+CPMS?\r", "AT+CFUN=4\rAT+CFUN=1\r"},
	    {"restart", "AT+CFUN=0\rAT+CFUN=1\r", "AT+CFUN=1,1\r"},
	};
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct testbed *t = bed();
		struct sim_fault f = {0};
		sim_copy(f.line, sizeof(f.line), rows[i].cure);
		put_fault(t, SIM_FAULT_WEDGE, f);
		/* It answers AT, and nothing that matters. */
		testbed_expect(t, "AT\r", OK);
		testbed_expect(t, "AT+CMGL=4\r", "");
		testbed_say(t, rows[i].wrong);
		testbed_expect(t, "AT+CMGL=4\r", "");
		testbed_say(t, rows[i].right);
		testbed_pass(t, 100);
		testbed_say(t, NULL);
		assert_non_null(strstr(testbed_say(t, "AT+CMGL=4\r"), OK));
		testbed_free(t);
	}
}

static void
deaf_wedges(void **state)
{
	(void)state;
	struct testbed *t = bed();
	struct sim_fault f = {.line = "reopen"};
	put_fault(t, SIM_FAULT_BABBLE, f);
	testbed_expect(t, "AT\r", "\r\n+CIEV: 2,3\r\n");
	testbed_pass(t, 1000);
	assert_int_equal(strlen(testbed_say(t, NULL)), 10 * 14);
	sim_modem_reopened(t->m);
	testbed_expect(t, "AT\r", OK);
	put_fault(t, SIM_FAULT_WEDGE, (struct sim_fault){0});
	testbed_pass(t, 3600000);
	sim_modem_reopened(t->m);
	testbed_expect(t, "AT\r", "");
	sim_modem_unplug(t->m);
	sim_modem_plug(t->m);
	testbed_expect(t, "AT\r", "AT\r" OK);
	/* Hanging in another way it is cured in another way. */
	put_fault(t, SIM_FAULT_WEDGE, (struct sim_fault){0});
	put_fault(t, SIM_FAULT_WEDGE, (struct sim_fault){.line = "radio"});
	testbed_expect(t, "AT\r", "AT\r" OK);
	struct sim_fault wrong = {.line = "prayer"};
	assert_non_null(
	    sim_net_fault_set(&t->net, t->a, SIM_FAULT_WEDGE, &wrong));
	testbed_free(t);
}

static void
restarts_in_receiving(void **state)
{
	(void)state;
	struct testbed *t = bed();
	testbed_fault(t, SIM_FAULT_RESTART_IN_RECEIVE);
	testbed_text(t, PHONE, "one");
	testbed_pass(t, 10);
	/* Before: the network keeps it and hands it over after. */
	assert_int_equal(t->m->stores[SIM_STORE_SM].used, 1);
	assert_int_equal(t->m->set.echo, 1);
	testbed_ready(t);
	testbed_fault(t, SIM_FAULT_RESTART_IN_RECEIVE)->after = true;
	testbed_text(t, PHONE, "two");
	testbed_pass(t, 10);
	assert_int_equal(t->m->stores[SIM_STORE_SM].used, 2);
	assert_null(strstr(testbed_say(t, NULL), "+CMTI"));
	assert_int_equal(t->net.counts.handed, 2);
	testbed_free(t);
}

static void
hub_browns_out(void **state)
{
	(void)state;
	struct testbed *t = bed();
	struct sim_options options = {.name = "b",
	    .profile = sim_profile_find("generic"),
	    .hub = "h",
	    .tty = -1};
	struct sim_line *b = sim_net_add(&t->net, &options);
	sim_modem_plug(&b->modem);
	sim_copy(t->m->options.hub, sizeof(t->m->options.hub), "h");
	testbed_fault(t, SIM_FAULT_BROWN_OUT);
	testbed_send(t, SUBMIT_HI, "");
	assert_int_equal(t->m->state, SIM_OFF);
	assert_int_equal(b->modem.state, SIM_OFF);
	assert_int_equal(t->net.counts.taken, 0);
	testbed_free(t);
}

static void
clogged_store(void **state)
{
	(void)state;
	struct testbed *t = bed();
	put_fault(t, SIM_FAULT_NO_RESUME, (struct sim_fault){0});
	put_fault(t, SIM_FAULT_CLOG, (struct sim_fault){.limit = 1});
	assert_int_equal(t->m->stores[SIM_STORE_SM].used, 19);
	testbed_text(t, PHONE, "fits");
	testbed_text(t, PHONE, "waits");
	testbed_say(t, NULL);
	assert_int_equal(t->a->texts.count, 1);
	/* Emptied it does not resume; with the radio off and on it does. */
	testbed_expect(t, "AT+CMGD=1,4\r", OK);
	testbed_pass(t, 3600000);
	assert_int_equal(t->a->texts.count, 1);
	testbed_say(t, "AT+CFUN=0\r");
	testbed_say(t, "AT+CFUN=1\r");
	testbed_pass(t, 10);
	assert_int_equal(t->a->texts.count, 0);
	put_fault(t, SIM_FAULT_CLOG_REPORTS, (struct sim_fault){0});
	assert_int_equal(t->m->stores[SIM_STORE_SR].used, 30);
	testbed_free(t);
}

static void
poisoned_sends(void **state)
{
	(void)state;
	struct testbed *t = bed();
	put_fault(t, SIM_FAULT_POISON, (struct sim_fault){0});
	testbed_send(t, SUBMIT_HI, CMS(500));
	testbed_send(t, SUBMIT_HI, "\r\n+CMGS: -1\r\n" OK);
	testbed_send(t, SUBMIT_HI, CMS(500));
	assert_int_equal(t->net.counts.taken, 0);
	testbed_say(t, "AT+CFUN=4\r");
	testbed_say(t, "AT+CFUN=1\r");
	testbed_send(t, SUBMIT_HI, SENT(0));
	testbed_free(t);
}

static void
one_number_nobody_answers(void **state)
{
	(void)state;
	struct testbed *t = bed();
	struct sim_fault f = {.number = "0711000001"};
	put_fault(t, SIM_FAULT_UNREACHABLE, f);
	testbed_send(t, SUBMIT_HI, "");
	testbed_pass(t, 29999);
	testbed_expect(t, NULL, "");
	testbed_pass(t, 1);
	testbed_expect(t, NULL, CMS(38));
	/* Another recipient goes through at once. */
	testbed_send(t, "0001000C91527411000020000002E834", SENT(0));
	testbed_free(t);
}

static void
slow_sends(void **state)
{
	(void)state;
	struct testbed *t = bed();
	put_fault(t, SIM_FAULT_SLOW_SENDS, (struct sim_fault){0});
	testbed_send(t, SUBMIT_HI, "");
	testbed_pass(t, 2999);
	testbed_expect(t, NULL, "");
	testbed_pass(t, 2001);
	testbed_expect(t, NULL, SENT(0));
	testbed_free(t);
}

static void
credit_runs_out(void **state)
{
	(void)state;
	struct testbed *t = bed();
	put_fault(t, SIM_FAULT_AIRTIME_SILENT, (struct sim_fault){.limit = 1});
	testbed_send(t, SUBMIT_HI, SENT(0));
	testbed_send(t, SUBMIT_HI, SENT(1));
	assert_int_equal(t->net.counts.delivered, 1);
	testbed_say(t, "AT+CUSD=1,\"*144#\",15\r");
	testbed_pass(t, 100);
	assert_non_null(strstr(testbed_say(t, NULL), "KES 0.00"));
	sim_net_fault_clear(t->a);
	put_fault(t, SIM_FAULT_AIRTIME_ERROR, (struct sim_fault){0});
	testbed_send(t, SUBMIT_HI, CMS(21));
	sim_net_fault_clear(t->a);
	put_fault(t, SIM_FAULT_AIRTIME_HANG, (struct sim_fault){0});
	testbed_send(t, SUBMIT_HI, "");
	testbed_pass(t, 70000);
	testbed_expect(t, NULL, "");
	testbed_expect(t, "AT\r", OK);
	assert_int_equal(t->net.counts.delivered, 1);
	testbed_free(t);
}

static void
plans_have_limits(void **state)
{
	(void)state;
	struct testbed *t = bed();
	put_fault(t, SIM_FAULT_PLAN_RECIPIENTS, (struct sim_fault){.limit = 1});
	testbed_send(t, SUBMIT_HI, SENT(0));
	testbed_send(t, SUBMIT_HI, SENT(1));
	testbed_send(t, "0001000C91527411000020000002E834", CMS(8));
	/* From now on it is barred for all. */
	testbed_send(t, SUBMIT_HI, CMS(8));
	sim_net_fault_clear(t->a);
	put_fault(t, SIM_FAULT_PLAN_TEXTS, (struct sim_fault){.limit = 2});
	testbed_send(t, SUBMIT_HI, SENT(2));
	testbed_send(t, SUBMIT_HI, SENT(3));
	testbed_send(t, SUBMIT_HI, CMS(8));
	sim_net_fault_clear(t->a);
	put_fault(t, SIM_FAULT_SIM_EXPIRED, (struct sim_fault){0});
	testbed_say(t, NULL);
	testbed_expect(t, "AT+CREG?\r", "\r\n+CREG: 0,3\r\n" OK);
	testbed_send(t, SUBMIT_HI, CMS(331));
	testbed_free(t);
}

static void
repeats_placeholders_lost_parts(void **state)
{
	(void)state;
	struct testbed *t = bed();
	testbed_fault(t, SIM_FAULT_DOUBLE_DELIVERY)->limit = 8;
	testbed_text(t, PHONE, "hi");
	assert_int_equal(t->m->stores[SIM_STORE_SM].used, 8);
	testbed_say(t, "AT+CMGD=1,4\r");
	testbed_fault(t, SIM_FAULT_PLACEHOLDER);
	testbed_text(t, PHONE, "hi");
	const struct sim_tpdu *empty = &t->m->stores[SIM_STORE_SM].at[0].tpdu;
	const struct sim_tpdu *whole = &t->m->stores[SIM_STORE_SM].at[1].tpdu;
	assert_int_equal(empty->octets, whole->octets - 2);
	assert_int_equal(empty->at[9], 0x41);
	assert_int_equal(empty->at[empty->octets - 1], 0);
	/* The same stamp in both. */
	assert_memory_equal(empty->at + 11, whole->at + 11, 7);
	testbed_say(t, "AT+CMGD=1,4\r");
	char text[401];
	memset(text, 'x', 400);
	text[400] = '\0';
	testbed_fault(t, SIM_FAULT_LOSE_PART);
	testbed_text(t, PHONE, text);
	assert_int_equal(t->m->stores[SIM_STORE_SM].used, 2);
	testbed_text(t, PHONE, text);
	assert_int_equal(t->m->stores[SIM_STORE_SM].used, 5);
	testbed_free(t);
}

static void
other_programs_speak(void **state)
{
	(void)state;
	struct testbed *t = bed();
	put_fault(t, SIM_FAULT_INTRUDER, (struct sim_fault){0});
	testbed_pass(t, 16000);
	const char *said = testbed_say(t, NULL);
	assert_non_null(strstr(said, "Simnet"));
	/* It left the echo on. */
	testbed_expect(t, "AT\r", "AT\r" OK);
	/* In the middle of a text its bytes are part of it. */
	testbed_say(t, "ATE0\r");
	testbed_say(t, "AT+CMGS=15\r");
	testbed_say(t, "0001000C");
	testbed_pass(t, 3000);
	assert_non_null(
	    strstr(testbed_say(t, "91527411000010000002E834\x1a"), CMS(304)));
	put_fault(t, SIM_FAULT_INTRUDER, (struct sim_fault){.after = true});
	testbed_pass(t, 60000);
	testbed_expect(t, NULL, "");
	testbed_free(t);
}

static void
sims_are_swapped(void **state)
{
	(void)state;
	struct testbed *t = bed();
	struct sim_options options = {.name = "b",
	    .number = "+254700000002",
	    .profile = sim_profile_find("generic"),
	    .tty = -1};
	struct sim_line *b = sim_net_add(&t->net, &options);
	sim_modem_plug(&b->modem);
	char imsi[64], imei[64];
	sim_copy(imsi, sizeof(imsi), testbed_say(t, "AT+CIMI\r"));
	sim_copy(imei, sizeof(imei), testbed_say(t, "AT+CGSN\r"));
	struct sim_fault f = {.number = "b", .keep = true};
	put_fault(t, SIM_FAULT_SIM_SWAP, f);
	assert_string_not_equal(testbed_say(t, "AT+CIMI\r"), imsi);
	testbed_expect(t, "AT+CGSN\r", imei);
	assert_ptr_equal(sim_net_line(&t->net, "+254700000001"), b);
	struct sim_fault new = {.number = "+254799999999"};
	put_fault(t, SIM_FAULT_SIM_SWAP, new);
	assert_int_equal(t->m->set.echo, 1);
	assert_ptr_equal(sim_net_line(&t->net, "+254799999999"), t->a);
	testbed_free(t);
}

static void
odd_answers(void **state)
{
	(void)state;
	struct testbed *t = bed();
	testbed_fault(t, SIM_FAULT_TWO_RESULTS);
	testbed_expect(t, "AT\r", OK "\r\nERROR\r\n" OK);
	testbed_fault(t, SIM_FAULT_GLUED);
	testbed_expect(t, "AT+CPIN?\r", "\r\n+CIEV: 2,3+CPIN: READY\r\n" OK);
	testbed_fault(t, SIM_FAULT_BARE_OK);
	testbed_send(t, SUBMIT_HI, OK);
	assert_int_equal(t->net.counts.delivered, 1);
	put_fault(t, SIM_FAULT_SIM_ABSENT, (struct sim_fault){0});
	testbed_expect(t, "AT+CPIN?\r", "\r\n+CME ERROR: 10\r\n");
	testbed_expect(t, "AT+CMGL=4\r", CMS(310));
	sim_net_fault_clear(t->a);
	put_fault(t, SIM_FAULT_FORGET, (struct sim_fault){0});
	testbed_expect(
	    t, "AT+CNMI?\r", "AT+CNMI?\r\r\n+CNMI: 0,0,0,0,0\r\n" OK);
	testbed_free(t);
}

static void
calls_are_judged(void **state)
{
	(void)state;
	struct testbed *t = bed();
	char *written = NULL;
	size_t octets = 0;
	t->net.journal = open_memstream(&written, &octets);
	sim_net_call(&t->net, t->a, PHONE, 5, 3000);
	testbed_say(t, "AT+CHUP\r");
	sim_net_call(&t->net, t->a, PHONE, 5, 3000);
	testbed_pass(t, 3000);
	testbed_say(t, "AT+CHUP\r");
	sim_net_call(&t->net, t->a, PHONE, 5, 3000);
	testbed_say(t, "ATA\r");
	sim_net_call(&t->net, t->a, PHONE, 2, 3000);
	testbed_pass(t, 10000);
	fflush(t->net.journal);
	const char *at = strstr(written, "\"hung-up-too-early\"");
	assert_non_null(at);
	at = strstr(at, "\"hung-up\"");
	assert_non_null(at);
	at = strstr(at, "\"answered\"");
	assert_non_null(at);
	assert_non_null(strstr(at, "\"missed\""));
	fclose(t->net.journal);
	free(written);
	testbed_free(t);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(every_fault_has_words),
	    cmocka_unit_test(wedges_and_cures),
	    cmocka_unit_test(deaf_wedges),
	    cmocka_unit_test(restarts_in_receiving),
	    cmocka_unit_test(hub_browns_out),
	    cmocka_unit_test(clogged_store),
	    cmocka_unit_test(poisoned_sends),
	    cmocka_unit_test(one_number_nobody_answers),
	    cmocka_unit_test(slow_sends),
	    cmocka_unit_test(credit_runs_out),
	    cmocka_unit_test(plans_have_limits),
	    cmocka_unit_test(repeats_placeholders_lost_parts),
	    cmocka_unit_test(other_programs_speak),
	    cmocka_unit_test(sims_are_swapped),
	    cmocka_unit_test(odd_answers),
	    cmocka_unit_test(calls_are_judged),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
