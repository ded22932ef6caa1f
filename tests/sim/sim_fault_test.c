/* Each fault, seen from the computer's side, and what the network knows. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "tests/sim/sim_testbed.h"

#define OK "\r\nOK\r\n"

static struct testbed *
ready_bed(void)
{
	struct testbed *t = testbed_new("generic");
	testbed_ready(t);
	return t;
}

static void
names_are_found(void **state)
{
	(void)state;
	for (int i = 0; i < SIM_FAULT_KINDS; i++) {
		enum sim_fault_kind kind = (enum sim_fault_kind)i;
		assert_int_equal(sim_fault_find(sim_fault_name(kind)), kind);
	}
	assert_int_equal(sim_fault_find("none"), SIM_FAULT_KINDS);
}

static void
chance_and_count(void **state)
{
	(void)state;
	struct sim_world world = {.seed = 7};
	struct sim_faults faults = {0};
	struct sim_fault *f = &faults.at[SIM_FAULT_ERROR];
	*f = (struct sim_fault){
	    .on = true, .left = -1, .chance_milli = 250, .until_ms = 1000};
	int hits = 0;
	for (int i = 0; i < 1000; i++)
		hits += sim_fault_hit(&faults, SIM_FAULT_ERROR, &world) != NULL;
	assert_in_range(hits, 200, 300);
	world.now_ms = 1000;
	assert_null(sim_fault_hit(&faults, SIM_FAULT_ERROR, &world));
	assert_false(f->on);
	f->on = true;
	f->until_ms = SIM_NEVER;
	f->chance_milli = 1000;
	f->left = 2;
	sim_copy(f->command, sizeof(f->command), "+CMGL");
	for (int i = 0; i < 3; i++)
		assert_null(sim_fault_hit_command(
		    &faults, SIM_FAULT_ERROR, &world, "+CMGR"));
	for (int i = 0; i < 3; i++)
		assert_int_equal(
		    i < 2, sim_fault_hit_command(&faults, SIM_FAULT_ERROR,
			       &world, "+cmgl") != NULL);
}

static void
foreign_lines(void **state)
{
	(void)state;
	struct testbed *t = ready_bed();
	testbed_text(t, "+254711000001", "hi");
	testbed_say(t, NULL);
	struct sim_fault *f = testbed_fault(t, SIM_FAULT_URC_INSIDE);
	sim_copy(f->line, sizeof(f->line), "^HELLO");
	const char *said = testbed_say(t, "AT+CMGL=4\r");
	assert_non_null(strstr(said, "\r\n^HELLO\r\n"));
	assert_non_null(strstr(said, "\r\n+CMGL: 1,0,,21\r\n"));
	assert_non_null(strstr(said, OK));
	testbed_fault(t, SIM_FAULT_URC_AT_PROMPT);
	testbed_expect(t, "AT+CMGS=15\r", "\r\n> \r\n+CIEV: 2,3\r\n");
	testbed_expect(t, SUBMIT_HI "\x1a", "\r\n+CMGS: 0\r\n" OK);
	testbed_free(t);
}

static void
damaged_bytes(void **state)
{
	(void)state;
	struct testbed *t = ready_bed();
	testbed_fault(t, SIM_FAULT_GARBAGE);
	testbed_say(t, "AT+CMEE?\r");
	assert_true(strcmp(t->said, "\r\n+CMEE: 1\r\n" OK) != 0);
	testbed_fault(t, SIM_FAULT_DROP_BYTES);
	testbed_say(t, "AT+CMEE?\r");
	assert_true(strlen(t->said) < strlen("\r\n+CMEE: 1\r\n" OK));
	testbed_expect(t, "AT\r", OK);
	testbed_text(t, "+254711000001", "hi");
	testbed_say(t, NULL);
	testbed_fault(t, SIM_FAULT_CUT_PDU);
	size_t cut = strlen(testbed_say(t, "AT+CMGR=1\r"));
	size_t whole = strlen(testbed_say(t, "AT+CMGR=1\r"));
	assert_int_equal(whole - cut, 29);
	testbed_free(t);
}

static void
late_refused_and_silent(void **state)
{
	(void)state;
	struct testbed *t = ready_bed();
	testbed_fault(t, SIM_FAULT_LATE)->ms = 15000;
	testbed_expect(t, "AT+CMEE?\r", "");
	testbed_pass(t, 14999);
	testbed_expect(t, NULL, "");
	testbed_pass(t, 1);
	testbed_expect(t, NULL, "\r\n+CMEE: 1\r\n" OK);
	testbed_text(t, "+254711000001", "hi");
	testbed_say(t, NULL);
	testbed_fault(t, SIM_FAULT_ERROR);
	testbed_expect(t, "AT+CMGD=1\r", "\r\nERROR\r\n");
	assert_int_equal(t->m->stores[SIM_STORE_SM].used, 1);
	testbed_fault(t, SIM_FAULT_SILENT);
	testbed_expect(t, "AT+CMGD=1\r", "");
	assert_int_equal(t->m->stores[SIM_STORE_SM].used, 0);
	testbed_expect(t, "AT\r", OK);
	testbed_free(t);
}

static void
refused_sends(void **state)
{
	(void)state;
	struct testbed *t = ready_bed();
	testbed_fault(t, SIM_FAULT_CMS_SEND)->code = 38;
	testbed_expect(t, "AT+CMGS=15\r", "\r\n+CMS ERROR: 38\r\n");
	struct sim_fault *f = testbed_fault(t, SIM_FAULT_CMS_SEND);
	f->after = true;
	f->left = -1;
	f->code = 1;
	sim_copy(f->number, sizeof(f->number), "0711000001");
	testbed_send(t, SUBMIT_HI, "\r\n+CMS ERROR: 1\r\n");
	testbed_send(t, SUBMIT_HI, "\r\n+CMS ERROR: 1\r\n");
	testbed_send(
	    t, "0001000C91527411000020000002E834", "\r\n+CMGS: 0\r\n" OK);
	assert_int_equal(t->net.counts.taken, 1);
	testbed_free(t);
}

static void
lost_results(void **state)
{
	(void)state;
	struct testbed *t = ready_bed();
	testbed_fault(t, SIM_FAULT_LOSE_RESULT);
	testbed_send(t, SUBMIT_HI, "");
	testbed_fault(t, SIM_FAULT_LOSE_OK);
	testbed_send(t, SUBMIT_HI, "\r\n+CMGS: 1\r\n");
	assert_int_equal(t->net.counts.delivered, 2);
	struct sim_fault *f = testbed_fault(t, SIM_FAULT_LATE);
	f->ms = 100;
	sim_copy(f->command, sizeof(f->command), "result");
	testbed_send(t, SUBMIT_HI, "");
	testbed_pass(t, 100);
	testbed_expect(t, NULL, "\r\n+CMGS: 2\r\n" OK);
	testbed_free(t);
}

static void
no_prompt(void **state)
{
	(void)state;
	struct testbed *t = ready_bed();
	testbed_fault(t, SIM_FAULT_NO_PROMPT);
	testbed_expect(t, "AT+CMGS=15\r", "");
	testbed_expect(t, "AT\r", "");
	testbed_expect(t, "\x1b", OK);
	testbed_expect(t, "AT\r", OK);
	testbed_free(t);
}

static void
restarts_in_a_send(void **state)
{
	(void)state;
	struct testbed *t = ready_bed();
	testbed_fault(t, SIM_FAULT_RESTART_IN_SEND);
	testbed_send(t, SUBMIT_HI, "");
	assert_int_equal(t->net.counts.taken, 0);
	testbed_ready(t);
	testbed_fault(t, SIM_FAULT_RESTART_IN_SEND)->after = true;
	testbed_send(t, SUBMIT_HI, "");
	assert_int_equal(t->net.counts.taken, 1);
	assert_non_null(strstr(testbed_say(t, "AT\r"), "AT\r\r\nOK\r\n"));
	testbed_free(t);
}

static void
report_first_or_never(void **state)
{
	(void)state;
	struct testbed *t = ready_bed();
	testbed_fault(t, SIM_FAULT_REPORT_FIRST);
	testbed_say(t, "AT+CMGS=15\r");
	const char *said = testbed_say(t, SUBMIT_HI_REPORT "\x1a");
	const char *cds = strstr(said, "+CDS"), *cmgs = strstr(said, "+CMGS");
	assert_true(cds != NULL && cmgs != NULL && cds < cmgs);
	testbed_fault(t, SIM_FAULT_NO_REPORT);
	testbed_send(t, SUBMIT_HI_REPORT, "\r\n+CMGS: 1\r\n" OK);
	testbed_pass(t, 60000);
	testbed_expect(t, NULL, "");
	testbed_free(t);
}

static void
faults_of_receiving(void **state)
{
	(void)state;
	struct testbed *t = ready_bed();
	testbed_fault(t, SIM_FAULT_LOSE_CMTI);
	testbed_text(t, "+254711000001", "hi");
	testbed_expect(t, NULL, "");
	assert_int_equal(t->m->stores[SIM_STORE_SM].used, 1);
	testbed_fault(t, SIM_FAULT_DOUBLE_DELIVERY)->left = -1;
	testbed_text(t, "+254711000001", "hi");
	testbed_expect(
	    t, NULL, "\r\n+CMTI: \"SM\",2\r\n\r\n+CMTI: \"SM\",3\r\n");
	assert_int_equal(t->net.counts.doubled, 1);
	struct sim_store *s = &t->m->stores[SIM_STORE_SM];
	assert_memory_equal(
	    &s->at[1].tpdu, &s->at[2].tpdu, sizeof(s->at[1].tpdu));
	t->m->faults = (struct sim_faults){0};
	testbed_fault(t, SIM_FAULT_STORAGE_FULL)->until_ms =
	    t->net.world.now_ms + 1000;
	testbed_text(t, "+254711000001", "hi");
	testbed_pass(t, 999);
	testbed_expect(t, NULL, "");
	testbed_pass(t, 1);
	testbed_expect(t, NULL, "\r\n+CMTI: \"SM\",4\r\n");
	testbed_free(t);
}

static void
no_network(void **state)
{
	(void)state;
	struct testbed *t = ready_bed();
	testbed_expect(t, "AT+CREG=1\r", OK);
	testbed_fault(t, SIM_FAULT_NO_NETWORK)->until_ms =
	    t->net.world.now_ms + 5000;
	testbed_expect(t, "AT\r", OK "\r\n+CREG: 2\r\n");
	testbed_send(t, SUBMIT_HI, "\r\n+CMS ERROR: 331\r\n");
	testbed_text(t, "+254711000001", "hi");
	testbed_expect(t, NULL, "");
	testbed_pass(t, 5000);
	testbed_expect(t, NULL, "\r\n+CREG: 1\r\n\r\n+CMTI: \"SM\",1\r\n");
	testbed_free(t);
}

static void
deaf_and_noisy(void **state)
{
	(void)state;
	struct testbed *t = ready_bed();
	sim_modem_deafen(t->m, 10000, false, false);
	testbed_expect(t, "AT\r", "");
	testbed_pass(t, 10000);
	testbed_expect(t, NULL, "");
	testbed_expect(t, "AT\r", OK);
	sim_modem_deafen(t->m, 10000, true, false);
	testbed_expect(t, "AT\r", "");
	testbed_pass(t, 10000);
	testbed_expect(t, NULL, OK);
	sim_modem_deafen(t->m, 1000, false, true);
	testbed_pass(t, 999);
	int lines = 0;
	for (const char *s = testbed_say(t, "AT\r");
	     (s = strstr(s, "+CIEV: 2,3")) != NULL; s++)
		lines++;
	assert_in_range(lines, 9, 11);
	testbed_pass(t, 100);
	testbed_say(t, NULL);
	testbed_expect(t, "AT\r", OK);
	testbed_free(t);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(names_are_found),
	    cmocka_unit_test(chance_and_count),
	    cmocka_unit_test(foreign_lines),
	    cmocka_unit_test(damaged_bytes),
	    cmocka_unit_test(late_refused_and_silent),
	    cmocka_unit_test(refused_sends),
	    cmocka_unit_test(lost_results),
	    cmocka_unit_test(no_prompt),
	    cmocka_unit_test(restarts_in_a_send),
	    cmocka_unit_test(report_first_or_never),
	    cmocka_unit_test(faults_of_receiving),
	    cmocka_unit_test(no_network),
	    cmocka_unit_test(deaf_and_noisy),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
