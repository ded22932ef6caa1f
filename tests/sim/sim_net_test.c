/* Routing, joining, repeating and the journal, in memory. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "tests/sim/sim_testbed.h"

static void
joins_parts_in_any_order(void **state)
{
	(void)state;
	struct testbed *t = testbed_new("generic");
	testbed_ready(t);
	/* "hi" as part 2 of 2, then "ho" as part 1, then part 2 once more. */
	const char *two = "0041000C91527411000010000009050003070202D069";
	const char *one = "0041000C91527411000010000009050003070201D06F";
	testbed_send(t, two, "\r\n+CMGS: 0\r\n\r\nOK\r\n");
	struct sim_phone *p = sim_net_phone(&t->net, "+254711000001");
	assert_int_equal(p->texts, 0);
	testbed_send(t, two, "\r\n+CMGS: 1\r\n\r\nOK\r\n");
	assert_int_equal(p->texts, 0);
	testbed_send(t, one, "\r\n+CMGS: 2\r\n\r\nOK\r\n");
	assert_int_equal(p->texts, 1);
	assert_string_equal(p->inbox[0].text, "hohi");
	testbed_free(t);
}

static void
sends_long_texts_in_odd_ways(void **state)
{
	(void)state;
	struct testbed *t = testbed_new("generic");
	testbed_ready(t);
	char text[400];
	memset(text, 'x', sizeof(text));
	text[399] = '\0';
	struct sim_outgoing out = {.from = "+254711000001",
	    .to = "+254700000001",
	    .text = text,
	    .message_class = -1,
	    .backwards = true,
	    .without_part = 2,
	    .times = 2};
	assert_true(sim_net_text(&t->net, &out) > 0);
	struct sim_store *s = &t->m->stores[SIM_STORE_SM];
	assert_int_equal(s->used, 4);
	/* UDL, UDHL 05 00 03 ref total seq: the last part comes first. */
	assert_int_equal(s->at[0].tpdu.at[24], 3);
	assert_int_equal(s->at[2].tpdu.at[24], 1);
	assert_int_equal(t->net.counts.doubled, 2);
	testbed_free(t);
}

static void
routes_between_modems(void **state)
{
	(void)state;
	struct testbed *t = testbed_new("generic");
	testbed_ready(t);
	struct sim_options options = {.name = "b",
	    .number = "+254711000001",
	    .profile = sim_profile_find("quectel")};
	struct sim_line *b = sim_net_add(&t->net, &options);
	assert_null(sim_net_add(&t->net, &options));
	sim_modem_plug(&b->modem);
	testbed_send(t, SUBMIT_HI, "\r\n+CMGS: 0\r\n\r\nOK\r\n");
	sim_net_tick(&t->net);
	assert_int_equal(b->modem.stores[SIM_STORE_ME].used, 1);
	testbed_free(t);
}

static void
keeps_a_burst(void **state)
{
	(void)state;
	struct testbed *t = testbed_new("generic");
	testbed_ready(t);
	for (int i = 0; i < 5000; i++)
		assert_int_equal(testbed_text(t, "+254711000001", "hi"), i + 1);
	assert_int_equal(t->a->texts.count, 4980);
	testbed_say(t, NULL);
	for (int i = 0; i < 5000; i++) {
		char line[32];
		snprintf(line, sizeof(line), "AT+CMGD=%d\r", i % 20 + 1);
		testbed_say(t, line);
	}
	assert_int_equal(t->net.counts.handed, 5000);
	assert_int_equal(t->a->texts.count, 0);
	assert_int_equal(t->m->stores[SIM_STORE_SM].used, 0);
	testbed_free(t);
}

static void
gives_back_on_restart(void **state)
{
	(void)state;
	struct testbed *t = testbed_new("generic");
	testbed_ready(t);
	testbed_say(t, "AT+CSMS=1\r");
	testbed_say(t, "AT+CNMI=2,2,0,0,0\r");
	testbed_text(t, "+254711000001", "hi");
	assert_non_null(strstr(testbed_say(t, NULL), "+CMT: ,21"));
	sim_modem_restart(t->m);
	sim_net_tick(&t->net);
	/* Back at its default it stores what comes. */
	assert_int_equal(t->m->stores[SIM_STORE_SM].used, 1);
	testbed_free(t);
}

static void
writes_a_journal(void **state)
{
	(void)state;
	struct testbed *t = testbed_new("generic");
	char *written = NULL;
	size_t octets = 0;
	t->net.journal = open_memstream(&written, &octets);
	testbed_ready(t);
	testbed_text(t, "+254711000001", "hi");
	testbed_say(t, NULL);
	testbed_send(t, SUBMIT_HI_REPORT, "\r\n+CMGS: 0\r\n\r\nOK\r\n");
	testbed_pass(t, 100);
	static const char *const kinds[] = {"sent-by-phone", "handed-to-modem",
	    "taken-from-modem", "delivered-to-phone", "\"report\"",
	    "report-to-modem"};
	const char *at = written;
	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++) {
		at = strstr(at, kinds[i]);
		assert_non_null(at);
	}
	fclose(t->net.journal);
	free(written);
	testbed_free(t);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(joins_parts_in_any_order),
	    cmocka_unit_test(sends_long_texts_in_odd_ways),
	    cmocka_unit_test(routes_between_modems),
	    cmocka_unit_test(keeps_a_burst),
	    cmocka_unit_test(gives_back_on_restart),
	    cmocka_unit_test(writes_a_journal),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
