/* Status reports of phones that are off, come back, take some parts; late,
 * double and never (3GPP TS 23.040 9.2.3.15). */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "tests/sim/sim_testbed.h"

#define PHONE "+254711000001"
#define SENT(mr) "\r\n+CMGS: " #mr "\r\n\r\nOK\r\n"

static struct sim_phone *
phone_of(struct testbed *t)
{
	return sim_net_phone(&t->net, PHONE);
}

/* The statuses in what the modem said: "22 22 00"; TP-ST is the last octet. */
static void
expect_reports(struct testbed *t, const char *wanted)
{
	char found[256] = "";
	size_t used = 0;
	const char *at = testbed_say(t, NULL);
	while ((at = strstr(at, "+CDS: ")) != NULL) {
		const char *pdu = strchr(at, '\n') + 1;
		size_t chars = strcspn(pdu, "\r");
		used += (size_t)snprintf(found + used, sizeof(found) - used,
		    "%s%.2s", used > 0 ? " " : "", pdu + chars - 2);
		at = pdu + chars;
	}
	assert_string_equal(found, wanted);
}

/* One part of five, "1" to "5", with a report asked for, as the modem hands it
 * to the network. */
static void
send_part(struct testbed *t, int seq)
{
	struct sim_submit s = {.report = true,
	    .mr = t->m->mr++,
	    .concat = {7, 5, (unsigned)seq, false},
	    .alphabet = '7'};
	sim_copy(s.to, sizeof(s.to), PHONE);
	snprintf(s.text, sizeof(s.text), "%d", seq);
	t->a->host.taken(t->a->host.arg, t->m, &s, SIM_REPORT_LATER);
}

static void
five_parts_three_delivered(void **state)
{
	(void)state;
	struct testbed *t = testbed_new("generic");
	testbed_ready(t);
	struct sim_phone *p = phone_of(t);
	p->expire_ms = 60000;
	sim_net_switch(&t->net, p, true);
	for (int i = 1; i <= 5; i++)
		send_part(t, i);
	testbed_pass(t, 1000);
	expect_reports(t, "22 22 22 22 22");
	p->takes = 3;
	sim_net_switch(&t->net, p, false);
	testbed_pass(t, 1000);
	expect_reports(t, "00 00 00");
	assert_true(p->off);
	assert_int_equal(p->texts, 0);
	testbed_pass(t, 57900);
	expect_reports(t, "");
	testbed_pass(t, 1000);
	expect_reports(t, "46 46");
	assert_int_equal(t->net.counts.expired, 2);
	/* What is sent again completes what the phone has. */
	p->takes = -1;
	sim_net_switch(&t->net, p, false);
	send_part(t, 4);
	send_part(t, 5);
	testbed_pass(t, 1000);
	expect_reports(t, "00 00");
	assert_int_equal(p->texts, 1);
	assert_string_equal(p->inbox[0].text, "12345");
	testbed_free(t);
}

static void
tries_again_until_it_is_on(void **state)
{
	(void)state;
	struct testbed *t = testbed_new("generic");
	testbed_ready(t);
	struct sim_phone *p = phone_of(t);
	p->again_ms = 10000;
	sim_net_switch(&t->net, p, true);
	testbed_send(t, SUBMIT_HI_REPORT, SENT(0));
	testbed_pass(t, 25000);
	expect_reports(t, "22 22 22");
	sim_net_switch(&t->net, p, false);
	testbed_pass(t, 25000);
	expect_reports(t, "00");
	testbed_free(t);
}

/* TP-VP 00 is five minutes, 0x10 of the first octet says it is there. */
static void
validity_is_the_senders(void **state)
{
	(void)state;
	struct testbed *t = testbed_new("generic");
	testbed_ready(t);
	sim_net_switch(&t->net, phone_of(t), true);
	testbed_send(t, "0031000C9152741100001000000002E834", SENT(0));
	testbed_pass(t, 299000);
	expect_reports(t, "22");
	testbed_pass(t, 2000);
	expect_reports(t, "46");
	/* Without one the centre tries for a day. */
	testbed_send(t, SUBMIT_HI_REPORT, SENT(1));
	testbed_pass(t, 86399000);
	expect_reports(t, "22");
	testbed_pass(t, 2000);
	expect_reports(t, "46");
	testbed_free(t);
}

static void
reads_every_form_of_validity(void **state)
{
	(void)state;
	static const struct {
		const char *first, *vp; /* 9.2.3.12 */
		int64_t ms, until;
	} rows[] = {
	    {"01", "", 0, 0},
	    {"11", "00", 300000, 0},
	    {"11", "8F", 43200000, 0},
	    {"11", "A7", 86400000, 0},
	    {"11", "A9", 3 * 86400000ll, 0},
	    {"11", "FF", 63 * 7 * 86400000ll, 0},
	    {"09", "01000000000000", 300000, 0},
	    {"09", "021E0000000000", 30000, 0},
	    {"09", "03215010000000", (12 * 3600 + 5 * 60 + 1) * 1000, 0},
	    {"19", "62115261033121", 0, 1795613413000},
	    {"19", "62115201033129", 0, 1795613413000},
	};
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		char hex[128];
		struct sim_submit s;
		const char *why;
		snprintf(hex, sizeof(hex), "00%s000C915274110000100000%s02E834",
		    rows[i].first, rows[i].vp);
		assert_int_equal(sim_pdu_read_submit(&s, hex, strlen(hex),
				     strlen(hex) / 2 - 1, &why),
		    0);
		assert_int_equal(s.validity_ms, rows[i].ms);
		assert_int_equal(s.until_wall_ms, rows[i].until);
	}
}

static void
reports_go_wrong(void **state)
{
	(void)state;
	struct testbed *t = testbed_new("generic");
	testbed_ready(t);
	testbed_fault(t, SIM_FAULT_REPORT_LATE)->ms = 86400000;
	testbed_send(t, SUBMIT_HI_REPORT, SENT(0));
	testbed_pass(t, 86399000);
	expect_reports(t, "");
	testbed_pass(t, 2000);
	expect_reports(t, "00");
	testbed_fault(t, SIM_FAULT_REPORT_TWICE);
	testbed_send(t, SUBMIT_HI_REPORT, SENT(1));
	testbed_pass(t, 1000);
	expect_reports(t, "00 00");
	struct sim_phone *p = phone_of(t);
	p->fails = 0x41;
	testbed_send(t, SUBMIT_HI_REPORT, SENT(2));
	testbed_pass(t, 1000);
	expect_reports(t, "41");
	assert_int_equal(p->texts, 2);
	/* Two temporaries and their end, each up to a minute later. */
	p->fails = 0;
	sim_net_switch(&t->net, p, true);
	struct sim_fault *f = testbed_fault(t, SIM_FAULT_REPORT_ORDER);
	f->left = -1;
	f->ms = 60000;
	testbed_send(t, SUBMIT_HI_REPORT, SENT(3));
	sim_net_switch(&t->net, p, false);
	testbed_pass(t, 61000);
	assert_int_equal(t->net.counts.reports, 6);
	testbed_free(t);
}

static void
reports_are_kept_in_their_store(void **state)
{
	(void)state;
	struct testbed *t = testbed_new("generic");
	testbed_ready(t);
	testbed_say(t, "AT+CNMI=2,1,0,2,0\r");
	testbed_send(t, SUBMIT_HI_REPORT, SENT(0));
	testbed_pass(t, 1000);
	testbed_expect(t, NULL, "\r\n+CDSI: \"SR\",1\r\n");
	for (int i = 0; i < 40; i++)
		testbed_say(t, "AT+CMGS=15\r" SUBMIT_HI_REPORT "\x1a");
	testbed_pass(t, 1000);
	/* Thirty find room, the others wait in the network. */
	assert_int_equal(t->m->stores[SIM_STORE_SR].used, 30);
	assert_int_equal(t->a->reports.count, 11);
	testbed_say(t, "AT+CPMS=\"SR\"\r");
	testbed_say(t, "AT+CMGD=5\r");
	assert_int_equal(t->a->reports.count, 10);
	testbed_free(t);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(five_parts_three_delivered),
	    cmocka_unit_test(tries_again_until_it_is_on),
	    cmocka_unit_test(validity_is_the_senders),
	    cmocka_unit_test(reads_every_form_of_validity),
	    cmocka_unit_test(reports_go_wrong),
	    cmocka_unit_test(reports_are_kept_in_their_store),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
