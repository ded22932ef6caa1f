/* Conversations with a modem in memory, word for word. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "tests/sim/sim_testbed.h"

#define SECOND_HI "0791527400000099040C9152741100001000006211526103312102E834"

static void
starts_with_echo(void **state)
{
	(void)state;
	struct testbed *t = testbed_new("generic");
	testbed_expect(t, "AT\r", "AT\r\r\nOK\r\n");
	testbed_expect(t, "ATE0\r", "ATE0\r\r\nOK\r\n");
	testbed_expect(t, "at\r", "\r\nOK\r\n");
	testbed_expect(t, "ATV0\r", "0\r");
	testbed_expect(t, "AT+NONE\r", "4\r");
	testbed_expect(t, "ATV1\r", "\r\nOK\r\n");
	testbed_expect(t, "ATQ1\r", "");
	testbed_expect(t, "AT\r", "");
	testbed_expect(t, "ATQ0\r", "\r\nOK\r\n");
	testbed_expect(t, "AT&F\r", "\r\nOK\r\n");
	testbed_expect(t, "AT\r", "AT\r\r\nOK\r\n");
	testbed_free(t);
}

static void
answers_lists_and_questions(void **state)
{
	(void)state;
	struct testbed *t = testbed_new("generic");
	testbed_ready(t);
	testbed_expect(t, "AT+CMEE?\r", "\r\n+CMEE: 1\r\n\r\nOK\r\n");
	testbed_expect(t, "AT+CPIN?\r", "\r\n+CPIN: READY\r\n\r\nOK\r\n");
	testbed_expect(t, "AT+CREG=2\r", "\r\nOK\r\n");
	testbed_expect(t, "AT+CREG?\r",
	    "\r\n+CREG: 2,1,\"00C3\",\"01A2B3C4\"\r\n\r\nOK\r\n");
	testbed_expect(t, "AT+CMGF?\r", "\r\n+CMGF: 0\r\n\r\nOK\r\n");
	testbed_expect(t, "AT+CMGF=1\r", "\r\n+CMS ERROR: 303\r\n");
	testbed_expect(t, "AT+CPMS=\"ME\",\"ME\",\"SM\"\r",
	    "\r\n+CPMS: 0,50,0,50,0,20\r\n\r\nOK\r\n");
	testbed_expect(t, "AT+CPMS?\r",
	    "\r\n+CPMS: \"ME\",0,50,\"ME\",0,50,\"SM\",0,20\r\n\r\nOK\r\n");
	testbed_expect(t, "AT+CPMS=\"XX\"\r", "\r\n+CMS ERROR: 302\r\n");
	testbed_expect(t, "AT+CNMI?\r", "\r\n+CNMI: 2,1,0,1,0\r\n\r\nOK\r\n");
	testbed_expect(t, "AT+CNMI=2,7\r", "\r\n+CMS ERROR: 302\r\n");
	testbed_expect(
	    t, "AT+CSCA?\r", "\r\n+CSCA: \"+254700000099\",145\r\n\r\nOK\r\n");
	testbed_expect(t, "AT+CMGR=1\r", "\r\n+CMS ERROR: 321\r\n");
	testbed_expect(t, "AT+CMGR=99\r", "\r\n+CMS ERROR: 321\r\n");
	testbed_expect(t, "AT+CNMA\r", "\r\n+CMS ERROR: 340\r\n");
	testbed_expect(t, "AT+CMEE=0;+CSCS=\"X\"\r", "\r\nERROR\r\n");
	testbed_expect(t, "AT+CMEE=2;+CSCS=\"X\"\r",
	    "\r\n+CME ERROR: incorrect parameters\r\n");
	testbed_expect(
	    t, "AT+CGMM;+CMEE?\r", "\r\nGENERIC-1\r\n+CMEE: 2\r\n\r\nOK\r\n");
	testbed_expect(t, "AT+CCLK?\r",
	    "\r\n+CCLK: \"26/11/25,16:30:13+12\"\r\n\r\nOK\r\n");
	testbed_free(t);
}

static void
receives_and_deletes(void **state)
{
	(void)state;
	struct testbed *t = testbed_new("generic");
	testbed_ready(t);
	testbed_text(t, "+254711000001", "hi");
	testbed_expect(t, NULL, "\r\n+CMTI: \"SM\",1\r\n");
	testbed_expect(t, "AT+CMGL=4\r",
	    "\r\n+CMGL: 1,0,,21\r\n" SECOND_HI "\r\n\r\nOK\r\n");
	testbed_expect(t, "AT+CMGL=0\r", "\r\nOK\r\n");
	testbed_expect(t, "AT+CMGR=1\r",
	    "\r\n+CMGR: 1,,21\r\n" SECOND_HI "\r\n\r\nOK\r\n");
	testbed_expect(t, "AT+CMGD=1\r", "\r\nOK\r\n");
	testbed_expect(t, "AT+CMGL=4\r", "\r\nOK\r\n");
	testbed_expect(t, "AT+CMGD=99\r", "\r\n+CMS ERROR: 321\r\n");
	testbed_free(t);
}

static void
deletes_by_kind(void **state)
{
	(void)state;
	struct testbed *t = testbed_new("generic");
	testbed_ready(t);
	testbed_text(t, "+254711000001", "one");
	testbed_text(t, "+254711000001", "two");
	testbed_say(t, "AT+CMGR=1\r");
	testbed_expect(t, "AT+CMGD=1,1\r", "\r\nOK\r\n");
	assert_int_equal(t->m->stores[SIM_STORE_SM].used, 1);
	testbed_expect(t, "AT+CMGD=1,4\r", "\r\nOK\r\n");
	assert_int_equal(t->m->stores[SIM_STORE_SM].used, 0);
	testbed_free(t);
}

static void
holds_back_when_full(void **state)
{
	(void)state;
	struct testbed *t = testbed_new("generic");
	testbed_ready(t);
	for (int i = 0; i < 22; i++)
		testbed_text(t, "+254711000001", "hi");
	assert_int_equal(t->m->stores[SIM_STORE_SM].used, 20);
	assert_int_equal(t->a->texts.count, 2);
	testbed_say(t, NULL);
	testbed_expect(t, "AT+CMGD=7\r", "\r\n+CMTI: \"SM\",7\r\n\r\nOK\r\n");
	assert_int_equal(t->a->texts.count, 1);
	testbed_free(t);
}

static void
sends(void **state)
{
	(void)state;
	struct testbed *t = testbed_new("generic");
	testbed_ready(t);
	t->m->mr = 255;
	testbed_send(t, SUBMIT_HI, "\r\n+CMGS: 255\r\n\r\nOK\r\n");
	testbed_send(t, SUBMIT_HI, "\r\n+CMGS: 0\r\n\r\nOK\r\n");
	struct sim_phone *p = sim_net_phone(&t->net, "0711000001");
	assert_int_equal(p->texts, 2);
	assert_string_equal(p->inbox[0].text, "hi");
	assert_string_equal(p->inbox[0].from, "+254700000001");
	/* A length that does not fit never reaches the network. */
	testbed_expect(t, "AT+CMGS=14\r", "\r\n> ");
	testbed_expect(t, SUBMIT_HI "\x1a", "\r\n+CMS ERROR: 304\r\n");
	assert_int_equal(t->net.counts.refused, 1);
	testbed_expect(t, "AT+CMGS=15\r", "\r\n> ");
	testbed_expect(t, SUBMIT_HI "\x1b", "\r\nOK\r\n");
	assert_int_equal(p->texts, 2);
	testbed_free(t);
}

static void
keeps_quiet_at_the_prompt(void **state)
{
	(void)state;
	struct testbed *t = testbed_new("generic");
	testbed_ready(t);
	testbed_expect(t, "AT+CMGS=15\r", "\r\n> ");
	testbed_text(t, "+254711000001", "hi");
	testbed_expect(t, NULL, "");
	/* A computer that died there comes back with ESC and finds it so. */
	testbed_expect(t, "\x1b", "\r\nOK\r\n\r\n+CMTI: \"SM\",1\r\n");
	testbed_free(t);
}

static void
reports(void **state)
{
	(void)state;
	struct testbed *t = testbed_new("generic");
	testbed_ready(t);
	testbed_send(t, SUBMIT_HI_REPORT, "\r\n+CMGS: 0\r\n\r\nOK\r\n");
	testbed_expect(t, NULL, "");
	testbed_pass(t, 100);
	testbed_expect(t, NULL,
	    "\r\n+CDS: 25\r\n079152740000009906000C91527411000010"
	    "621152610331216211526103312100\r\n");
	/* Stored apart when +CNMI asks for it. */
	testbed_expect(t, "AT+CNMI=2,1,0,2,0\r", "\r\nOK\r\n");
	testbed_send(t, SUBMIT_HI_REPORT, "\r\n+CMGS: 1\r\n\r\nOK\r\n");
	testbed_pass(t, 100);
	testbed_expect(t, NULL, "\r\n+CDSI: \"SR\",1\r\n");
	testbed_expect(
	    t, "AT+CPMS=\"SR\"\r", "\r\n+CPMS: 1,30,0,20,0,20\r\n\r\nOK\r\n");
	assert_non_null(strstr(testbed_say(t, "AT+CMGR=1\r"), "06010C91"));
	testbed_free(t);
}

static void
reports_on_a_phone_that_is_off(void **state)
{
	(void)state;
	struct testbed *t = testbed_new("generic");
	testbed_ready(t);
	struct sim_phone *p = sim_net_phone(&t->net, "+254711000001");
	sim_net_switch(&t->net, p, true);
	testbed_send(t, SUBMIT_HI_REPORT, "\r\n+CMGS: 0\r\n\r\nOK\r\n");
	testbed_pass(t, 100);
	assert_non_null(strstr(testbed_say(t, NULL), "3121"
						     "22\r\n"));
	assert_int_equal(p->texts, 0);
	testbed_pass(t, 60000);
	sim_net_switch(&t->net, p, false);
	testbed_pass(t, 100);
	assert_non_null(strstr(testbed_say(t, NULL), "00\r\n"));
	assert_int_equal(p->texts, 1);
	testbed_free(t);
}

static void
wants_acknowledgements(void **state)
{
	(void)state;
	struct testbed *t = testbed_new("generic");
	testbed_ready(t);
	testbed_say(t, "AT+CSMS=1\r");
	testbed_expect(t, "AT+CNMI=2,2,0,1,0\r", "\r\nOK\r\n");
	testbed_text(t, "+254711000001", "hi");
	testbed_text(t, "+254711000001", "hi");
	const char *shown = "\r\n+CMT: ,21\r\n" SECOND_HI "\r\n";
	testbed_expect(t, NULL, shown);
	assert_non_null(strstr(testbed_say(t, "AT+CNMA\r"), SECOND_HI));
	testbed_pass(t, 15001);
	/* Not acknowledged: given back, and showing is over. */
	testbed_expect(t, "AT+CNMI?\r", "\r\n+CNMI: 2,0,0,1,0\r\n\r\nOK\r\n");
	assert_int_equal(t->m->stores[SIM_STORE_SM].used, 0);
	assert_int_equal(t->a->texts.count, 1);
	testbed_free(t);
}

static void
asks_for_a_pin(void **state)
{
	(void)state;
	struct testbed *t = testbed_new("generic");
	sim_copy(t->m->options.pin, sizeof(t->m->options.pin), "1234");
	sim_modem_restart(t->m);
	testbed_say(t, "ATE0;+CMEE=1\r");
	testbed_expect(t, "AT+CPIN?\r", "\r\n+CPIN: SIM PIN\r\n\r\nOK\r\n");
	testbed_expect(t, "AT+CREG?\r", "\r\n+CREG: 0,2\r\n\r\nOK\r\n");
	testbed_expect(t, "AT+CMGL=4\r", "\r\n+CMS ERROR: 311\r\n");
	testbed_expect(t, "AT+CPIN=\"0000\"\r", "\r\n+CME ERROR: 16\r\n");
	testbed_expect(
	    t, "AT+CPINR\r", "\r\n+CPINR: SIM PIN,2,3\r\n\r\nOK\r\n");
	testbed_text(t, "+254711000001", "hi");
	assert_int_equal(t->a->texts.count, 1);
	testbed_expect(t, "AT+CPIN=\"1234\"\r", "\r\nOK\r\n");
	assert_int_equal(t->a->texts.count, 0);
	sim_modem_restart(t->m);
	for (int i = 0; i < 3; i++)
		testbed_say(t, "AT+CPIN=\"9\"\r");
	assert_non_null(strstr(testbed_say(t, "AT+CPIN?\r"), "SIM PUK"));
	testbed_free(t);
}

static void
forgets_settings_on_restart(void **state)
{
	(void)state;
	struct testbed *t = testbed_new("quectel");
	t->net.world.boot_ms = 500;
	testbed_pass(t, 1);
	testbed_say(t, NULL);
	testbed_ready(t);
	testbed_text(t, "+254711000001", "hi");
	testbed_say(t, NULL);
	testbed_expect(t, "AT+CFUN=1,1\r", "\r\nOK\r\n");
	testbed_expect(t, "AT\r", "");
	testbed_pass(t, 501);
	assert_non_null(strstr(testbed_say(t, NULL), "\r\nRDY\r\n"));
	testbed_expect(
	    t, "AT+CNMI?\r", "AT+CNMI?\r\r\n+CNMI: 0,0,0,0,0\r\n\r\nOK\r\n");
	assert_int_equal(t->m->stores[SIM_STORE_ME].used, 1);
	testbed_free(t);
}

static void
differs_by_profile(void **state)
{
	(void)state;
	struct testbed *t = testbed_new("huawei");
	testbed_say(t, "ATE0\r");
	testbed_expect(t, "AT+CNMI=2,1,0,2,0\r", "\r\n+CMS ERROR: 303\r\n");
	testbed_expect(t, "AT+CNMI=1,1,0,1,0\r", "\r\nOK\r\n");
	testbed_expect(t, "AT+CPMS=\"ME\"\r", "\r\n+CMS ERROR: 302\r\n");
	testbed_expect(t, "AT+CMMS=2\r", "\r\n+CMS ERROR: 500\r\n");
	testbed_expect(t, "AT+NONE\r", "\r\nCOMMAND NOT SUPPORT\r\n");
	testbed_expect(t, "AT+CMGR=0\r", "\r\nOK\r\n");
	/* Over-long data: Ctrl-Z does not help any more, ESC does. */
	testbed_expect(t, "AT+CMGS=15\r", "\r\n> ");
	char longer[600];
	memset(longer, '0', sizeof(longer));
	longer[599] = '\0';
	testbed_expect(t, longer, "");
	testbed_expect(t, "\x1a", "");
	testbed_expect(t, "\x1b", "\r\n+CMS ERROR: 500\r\n");
	testbed_expect(t, "AT\r", "\r\nOK\r\n");
	testbed_free(t);
	t = testbed_new("simcom");
	testbed_say(t, "ATE0\r");
	testbed_expect(t, "AT+CMGR=1\r", "\r\n+CMGR: 0,,0\r\n\r\nOK\r\n");
	testbed_expect(t, "AT+CMGS=15\r", "\r\n>\r\n");
	testbed_expect(t, "\x1b", "");
	testbed_expect(t, "AT\r", "\r\nOK\r\n");
	testbed_free(t);
}

static void
runs_one_command_at_a_time(void **state)
{
	(void)state;
	struct testbed *t = testbed_new("generic");
	testbed_ready(t);
	t->m->options.delay_ms = 50;
	testbed_expect(t, "AT+CMEE?\rAT\r", "");
	testbed_pass(t, 50);
	testbed_expect(t, NULL, "\r\n+CMEE: 1\r\n\r\nOK\r\n");
	testbed_pass(t, 50);
	testbed_expect(t, NULL, "\r\nOK\r\n");
	t->m->options.delay_ms = 0;
	/* A scan is ended by any byte. */
	testbed_expect(t, "AT+COPS=?\r", "");
	testbed_expect(t, "A", "\r\nABORTED\r\n");
	testbed_expect(t, "AT+COPS=?\r", "");
	testbed_pass(t, 5000);
	assert_non_null(strstr(testbed_say(t, NULL), "+COPS: (2,"));
	testbed_free(t);
}

static void
takes_bytes_in_any_pieces(void **state)
{
	(void)state;
	const char *talk = "AT+CMEE?\rAT+CMGS=15\r" SUBMIT_HI "\x1a"
			   "AT\r";
	const char *heard = "\r\n+CMEE: 1\r\n\r\nOK\r\n\r\n> "
			    "\r\n+CMGS: 0\r\n\r\nOK\r\n\r\nOK\r\n";
	for (size_t cut = 0; cut <= strlen(talk); cut++) {
		struct testbed *t = testbed_new("generic");
		testbed_ready(t);
		sim_modem_feed(t->m, talk, cut);
		testbed_expect(t, talk + cut, heard);
		testbed_free(t);
	}
	struct testbed *t = testbed_new("generic");
	testbed_ready(t);
	for (const char *c = talk; *c != '\0'; c++)
		sim_modem_feed(t->m, c, 1);
	testbed_expect(t, NULL, heard);
	testbed_free(t);
}

static void
talks_to_the_operator(void **state)
{
	(void)state;
	struct testbed *t = testbed_new("generic");
	testbed_ready(t);
	struct sim_ussd_answer menu = {"1 Airtime 2 Data", true, 10};
	struct sim_ussd_answer airtime = {"KES 10", false, 10};
	sim_net_ussd(&t->net, "*100#", &menu);
	sim_net_ussd(&t->net, "*100#>1", &airtime);
	testbed_expect(t, "AT+CUSD=1,\"*100#\",15\r", "\r\nOK\r\n");
	testbed_pass(t, 10);
	testbed_expect(t, NULL, "\r\n+CUSD: 1,\"1 Airtime 2 Data\",15\r\n");
	testbed_expect(t, "AT+CUSD=1,\"1\"\r", "\r\nOK\r\n");
	testbed_pass(t, 10);
	testbed_expect(t, NULL, "\r\n+CUSD: 0,\"KES 10\",15\r\n");
	testbed_expect(t, "AT+CUSD=1,\"*7#\"\r", "\r\nOK\r\n\r\n+CUSD: 2\r\n");
	/* The network begins, and waits until somebody ends it. */
	struct sim_ussd_answer push = {"Win a car?", true, 0};
	assert_true(sim_ussd_push(t->m, &push));
	testbed_pass(t, 1);
	testbed_expect(t, NULL, "\r\n+CUSD: 1,\"Win a car?\",15\r\n");
	assert_false(sim_ussd_push(t->m, &push));
	testbed_expect(t, "AT+CUSD=2\r", "\r\nOK\r\n");
	assert_true(sim_ussd_push(t->m, &push));
	testbed_free(t);
	/* Packed septets: "*101*4#" has seven, so CR fills the last bits. */
	t = testbed_new("huawei");
	testbed_say(t, "ATE0\r");
	sim_net_ussd(&t->net, "*101*4#", &airtime);
	testbed_expect(t, "AT+CUSD=1,\"AA182CA6A28D1A\",15\r", "\r\nOK\r\n");
	testbed_pass(t, 10);
	testbed_expect(t, NULL, "\r\n+CUSD: 0,\"CBE214148301\",15\r\n");
	testbed_free(t);
}

static void
rings(void **state)
{
	(void)state;
	struct testbed *t = testbed_new("generic");
	testbed_ready(t);
	testbed_expect(t, "AT+CLIP=1\r", "\r\nOK\r\n");
	sim_net_call(&t->net, t->a, "+254711000001", 2, 3000);
	const char *ring =
	    "\r\nRING\r\n\r\n+CLIP: \"+254711000001\",145,,,,0\r\n";
	testbed_expect(t, NULL, ring);
	testbed_pass(t, 3000);
	testbed_expect(t, NULL, ring);
	testbed_pass(t, 30000);
	testbed_expect(t, NULL, "");
	testbed_free(t);
}

static void
any_fault(struct testbed *t)
{
	uint32_t kind = sim_chance(&t->net.world, SIM_FAULT_DEAF);
	testbed_fault(t, (enum sim_fault_kind)kind)->until_ms =
	    t->net.world.now_ms + 5000;
}

/* Pieces of talk and plain noise in any order, with every fault on at times:
 * the modem may answer what it likes, but it must answer ESC and AT at last. */
static void
survives_any_talk(void **state)
{
	(void)state;
	static const char *const pieces[] = {"AT", "+CMGS=15", "\r", "\r\n",
	    "\x1a", "\x1b", SUBMIT_HI, "E0", "+CMGL=4", "+CMGD=1,4", "=?", "?",
	    ";", "\"", ",", "+CUSD=1,\"*144#\"", "+CFUN=1,1", "+CNMI=2,2,0,1",
	    "+CSMS=1", "+COPS=?", "D0711000001;", "&F", "S0=99999999999999999",
	    "\xff\xfe", "+CPIN=", "V0", "Q1", "+CMGS=15\r" SUBMIT_HI "\x1a",
	    "+CSCA=\"+254700000099\"", "0001000C91"};
	struct testbed *t = testbed_new("huawei");
	t->net.world.seed = 20261125;
	for (int i = 0; i < 20000; i++) {
		uint32_t n = sim_chance(
		    &t->net.world, sizeof(pieces) / sizeof(pieces[0]));
		if (i % 50 == 0)
			testbed_text(t, "+254711000001", "hi");
		if (i % 97 == 0)
			any_fault(t);
		if (t->m->state == SIM_OFF)
			sim_modem_plug(t->m);
		/* Half of it is well-formed, else nothing would ever run. */
		if (sim_chance(&t->net.world, 2) == 0)
			testbed_say(t, "\x1b\rAT");
		testbed_say(t, pieces[n]);
		if (sim_chance(&t->net.world, 2) == 0)
			testbed_say(t, "\r");
		if (i % 10 == 0)
			testbed_pass(t, 1000);
	}
	assert_true(t->net.counts.taken > 20 && t->net.counts.handed > 100);
	t->m->faults = (struct sim_faults){0};
	testbed_pass(t, 60000);
	testbed_say(t, "\x1b\r");
	testbed_pass(t, 60000);
	testbed_say(t, "ATQ0V1E0\r");
	testbed_expect(t, "AT\r", "\r\nOK\r\n");
	testbed_free(t);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(starts_with_echo),
	    cmocka_unit_test(answers_lists_and_questions),
	    cmocka_unit_test(receives_and_deletes),
	    cmocka_unit_test(deletes_by_kind),
	    cmocka_unit_test(holds_back_when_full),
	    cmocka_unit_test(sends),
	    cmocka_unit_test(keeps_quiet_at_the_prompt),
	    cmocka_unit_test(reports),
	    cmocka_unit_test(reports_on_a_phone_that_is_off),
	    cmocka_unit_test(wants_acknowledgements),
	    cmocka_unit_test(asks_for_a_pin),
	    cmocka_unit_test(forgets_settings_on_restart),
	    cmocka_unit_test(differs_by_profile),
	    cmocka_unit_test(runs_one_command_at_a_time),
	    cmocka_unit_test(takes_bytes_in_any_pieces),
	    cmocka_unit_test(talks_to_the_operator),
	    cmocka_unit_test(rings),
	    cmocka_unit_test(survives_any_talk),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
