/* One conversation with every personality, as a transcript
 * (sim_profile_test.ok, rewritten by FURROW_UPDATE_GOLDEN=1), and what a
 * transcript cannot show: times, sleep, collisions. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "tests/sim/sim_testbed.h"

#define OK "\r\nOK\r\n"
#define PHONE "+254711000001"

static const char *const script[] = {"AT\r", "ATE0\r", "AT+CMEE=1\r",
    "AT+CGMI\r", "AT+CGMM\r", "AT+CGSN\r", "AT+CPIN?\r", "AT+CCID\r",
    "AT+ICCID\r", "AT+QCCID\r", "AT+CREG?\r", "AT+CSMS=0\r", "AT+CPMS=?\r",
    "AT+CPMS=\"SM\",\"SM\",\"SM\"\r", "AT+CPMS=\"ME\",\"ME\",\"ME\"\r",
    "AT+CPMS?\r", "AT+CNMI=?\r", "AT+CNMI=2,1,0,1,0\r", "AT+CNMI=2,1,0,2,0\r",
    "AT+CNMI=1,1,0,1,0\r", "AT+CMMS=2\r", "AT+CMGL=4\r", "AT+CMGR=3\r",
    "AT+CMGS=15\r", "\x1b", "AT+CMGS=15\r", SUBMIT_HI "\x1a",
    "AT+CUSD=1,\"*144#\",15\r", "AT+NONSENSE\r", "AT\r"};

/* Control characters as people write them. */
static void
print(FILE *out, const char *mark, const char *bytes)
{
	fprintf(out, "%s", mark);
	for (; *bytes != '\0'; bytes++) {
		if (bytes[0] == '\r' && bytes[1] == '\n') {
			fprintf(out, "%s", bytes[2] == '\0' ? "|" : "| ");
			bytes++;
		} else if (*bytes == '\r') {
			fprintf(out, "<CR>");
		} else if (*bytes == 0x1b || *bytes == 0x1a) {
			fprintf(out, *bytes == 0x1b ? "<ESC>" : "<SUB>");
		} else {
			fputc(*bytes, out);
		}
	}
	fputc('\n', out);
}

static void
talk_to(FILE *out, const struct sim_profile *p)
{
	struct testbed *t = testbed_new(p->name);
	fprintf(out, "== %s: %s\n", p->name, p->words);
	print(out, "   ", testbed_say(t, NULL));
	for (size_t i = 0; i < sizeof(script) / sizeof(script[0]); i++) {
		print(out, "-> ", script[i]);
		print(out, "   ", testbed_say(t, script[i]));
		testbed_pass(t, 400);
		const char *later = testbed_say(t, NULL);
		if (later[0] != '\0')
			print(out, "   later ", later);
	}
	testbed_text(t, PHONE, "hi");
	print(out, "   text ", testbed_say(t, NULL));
	testbed_free(t);
}

static void
each_talks_in_its_way(void **state)
{
	(void)state;
	char *said = NULL, path[512];
	size_t octets = 0;
	const struct sim_profile *p;
	FILE *out = open_memstream(&said, &octets);
	for (int i = 0; (p = sim_profile_at(i)) != NULL; i++)
		talk_to(out, p);
	fclose(out);
	snprintf(path, sizeof(path), "%s/tests/sim/sim_profile_test.ok",
	    FURROW_SOURCE);
	if (getenv("FURROW_UPDATE_GOLDEN") != NULL) {
		FILE *golden = fopen(path, "w");
		assert_non_null(golden);
		fwrite(said, 1, octets, golden);
		fclose(golden);
	}
	FILE *golden = fopen(path, "r");
	assert_non_null(golden);
	char *wanted = calloc(1, octets + 2);
	size_t got = fread(wanted, 1, octets + 1, golden);
	fclose(golden);
	assert_string_equal(said, wanted);
	assert_int_equal(got, octets);
	free(wanted);
	free(said);
}

static void
rows_are_complete(void **state)
{
	(void)state;
	const struct sim_profile *p;
	int count = 0;
	for (; (p = sim_profile_at(count)) != NULL; count++) {
		assert_ptr_equal(sim_profile_find(p->name), p);
		assert_non_null(p->words);
		assert_non_null(p->maker);
		assert_non_null(p->noise[0]);
		assert_null(p->noise[SIM_NOISES - 1]);
		assert_non_null(p->banner);
		assert_non_null(p->prompt);
		assert_non_null(p->after_escape);
		assert_non_null(p->unknown_command);
		assert_non_null(p->cnmi_list);
		assert_non_null(p->cpms_list);
		assert_true(
		    strcmp(p->default_store, "SM") == 0 || p->me_slots > 0);
	}
	assert_true(count >= 20);
	assert_null(sim_profile_find("no such"));
}

static void
sleeps_and_nags(void **state)
{
	(void)state;
	struct testbed *t = testbed_new("sim800");
	testbed_ready(t);
	testbed_pass(t, 5000);
	testbed_expect(t, "AT\r", "");
	testbed_expect(t, "AT\r", OK);
	testbed_say(t, "AT+CSCLK=0\r");
	testbed_pass(t, 60000);
	testbed_expect(t, "AT\r", OK);
	testbed_free(t);
	t = testbed_new("zte");
	testbed_say(t, NULL);
	testbed_pass(t, 4000);
	testbed_expect(t, NULL, "\r\n+ZUSIMR:2\r\n\r\n+ZUSIMR:2\r\n");
	testbed_say(t, "AT+CPMS?\r");
	testbed_pass(t, 10000);
	testbed_expect(t, NULL, "");
	testbed_free(t);
}

static void
collides_when_hurried(void **state)
{
	(void)state;
	struct testbed *t = testbed_new("ublox");
	testbed_say(t, "ATE0\r");
	testbed_expect(t, "AT+CMGF=0\r", "\r\n+UUSIMSTAT: 0\r\n" OK);
	testbed_pass(t, 20);
	testbed_expect(t, "AT+CMGF=0\r", OK);
	testbed_free(t);
}

static void
reports_in_odd_places(void **state)
{
	(void)state;
	static const struct {
		const char *profile, *cnmi, *said;
	} rows[] = {
	    {"quectel", "2,1,0,2,0", "\r\n+CDSI: \"SM\",0\r\n"},
	    {"zte", "1,1,0,1,0", "\r\n+CDS: ,25\r\n"},
	    {"sim7600", "2,1,0,2,0", "\r\n+CDSI: \"SR\",0\r\n"},
	};
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		char line[64];
		struct testbed *t = testbed_new(rows[i].profile);
		testbed_say(t, "ATE0\r");
		snprintf(line, sizeof(line), "AT+CNMI=%s\r", rows[i].cnmi);
		testbed_say(t, line);
		testbed_say(t, "AT+CMGS=15\r");
		testbed_say(t, SUBMIT_HI_REPORT "\x1a");
		testbed_pass(t, 100);
		assert_memory_equal(
		    testbed_say(t, NULL), rows[i].said, strlen(rows[i].said));
		testbed_say(t, "AT+CPMS=\"SR\"\r");
		if (strcmp(rows[i].profile, "sim7600") == 0)
			testbed_expect(
			    t, "AT+CMGR=0\r", "\r\n+CMS ERROR: 321\r\n");
		testbed_free(t);
	}
}

static void
takes_its_time_in_the_field(void **state)
{
	(void)state;
	struct testbed *t = testbed_new("generic");
	struct sim_options options = {.name = "b",
	    .profile = sim_profile_find("sierra"),
	    .field = 1,
	    .tty = -1};
	struct sim_modem *m = &sim_net_add(&t->net, &options)->modem;
	sim_modem_plug(m);
	sim_modem_feed(m, "AT\r", 3);
	testbed_pass(t, 14999);
	sim_modem_feed(m, "AT\r", 3);
	assert_null(m->out.octets ? strstr(m->out.at, "OK") : NULL);
	testbed_pass(t, 2);
	sim_modem_feed(m, "AT\r", 3);
	assert_non_null(strstr(m->out.at, "OK"));
	assert_int_equal(m->options.send_ms, 2000);
	testbed_free(t);
}

static void
knows_its_own_restart(void **state)
{
	(void)state;
	static const char *const rows[][2] = {{"huawei-lte", "AT^RESET\r"},
	    {"simcom", "AT+CRESET\r"}, {"sierra", "AT!RESET\r"},
	    {"telit", "AT#REBOOT\r"}, {"ublox", "AT+CFUN=16\r"},
	    {"generic", "AT+CFUN=1,1\r"}};
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct testbed *t = testbed_new(rows[i][0]);
		testbed_say(t, "ATE0\r");
		testbed_pass(t, 100);
		testbed_say(t, NULL);
		assert_non_null(strstr(testbed_say(t, rows[i][1]), "OK"));
		/* Restarted: its echo is on again. */
		assert_true(t->m->set.echo);
		testbed_free(t);
	}
}

static void
speaks_on_another_port(void **state)
{
	(void)state;
	struct testbed *t = testbed_new("quectel");
	testbed_ready(t);
	sim_copy(t->m->options.urc_port, 12, "usbmodem");
	testbed_text(t, PHONE, "hi");
	testbed_expect(t, NULL, "");
	testbed_expect(t, "AT+QURCCFG=\"urcport\"\r",
	    "\r\n+QURCCFG: \"urcport\",\"usbmodem\"\r\n" OK);
	testbed_expect(t, "AT+QURCCFG=\"urcport\",\"usbat\"\r", OK);
	testbed_text(t, PHONE, "hi");
	testbed_expect(t, NULL, "\r\n+CMTI: \"ME\",1\r\n");
	testbed_free(t);
	t = testbed_new("generic");
	testbed_ready(t);
	testbed_expect(t, "AT+QURCCFG=\"urcport\"\r", "\r\nERROR\r\n");
	testbed_free(t);
}

static void
carries_ussd_oddly(void **state)
{
	(void)state;
	static const struct {
		const char *form, *said;
	} rows[] = {
	    {"ucs2", "+CUSD: 0,\"00420061006C"},
	    {"ucs2-15", "+CUSD: 0,\"00420061006C"},
	    {"text-72", "30\",72"},
	    {"no-dcs", "30\"\r\n"},
	    {"packed", "+CUSD: 0,\"C2303B"},
	    {"cut", "\"Balance: KES\r\n"},
	    {"empty", "+CUSD: 0,\"\",15"},
	    {"error", "ERROR"},
	};
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct testbed *t = testbed_new("generic");
		testbed_ready(t);
		testbed_say(t, "AT+CUSD=1\r");
		struct sim_fault *f = testbed_fault(t, SIM_FAULT_USSD_FORM);
		sim_copy(f->line, sizeof(f->line), rows[i].form);
		char all[2048];
		sim_copy(all, sizeof(all),
		    testbed_say(t, "AT+CUSD=1,\"*144#\",15\r"));
		testbed_pass(t, 100);
		strncat(all, testbed_say(t, NULL), 1000);
		assert_non_null(strstr(all, rows[i].said));
		testbed_free(t);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(rows_are_complete),
	    cmocka_unit_test(each_talks_in_its_way),
	    cmocka_unit_test(sleeps_and_nags),
	    cmocka_unit_test(collides_when_hurried),
	    cmocka_unit_test(reports_in_odd_places),
	    cmocka_unit_test(takes_its_time_in_the_field),
	    cmocka_unit_test(knows_its_own_restart),
	    cmocka_unit_test(speaks_on_another_port),
	    cmocka_unit_test(carries_ussd_oddly),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
