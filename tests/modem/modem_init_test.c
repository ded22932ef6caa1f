/* Setting up, as its trace tells it (golden, UPDATE_GOLDEN=1 rewrites it), and
 * what the configuration may ask for. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/log.h"

#include "modem/trace.h"
#include "tests/modem/bed.h"

static void
trace_text(struct bed *bed, char *text, size_t octets)
{
	const struct trace *trace = modem_trace(bed->modem);
	const struct trace_step *step;
	struct buf out = buf_over(text, octets);
	for (int i = 0; (step = trace_at(trace, i)) != NULL; i++) {
		buf_add_text(&out, step->asked);
		if (step->times > 1)
			buf_add_format(&out, " (%d times)", step->times);
		buf_add_format(&out, "\n\t%s\n", step->answered);
		if (step->chosen[0] != '\0')
			buf_add_format(
			    &out, "\t=> %s: %s\n", step->chosen, step->why);
	}
	assert_false(out.full);
}

static void
check_golden(const char *capture)
{
	char path[512], text[16384], wanted[16384] = "";
	struct bed *bed = bed_new(capture, NULL);
	wait_status(bed, MODEM_UP);
	trace_text(bed, text, sizeof(text));
	bed_free(bed);
	snprintf(path, sizeof(path), "%s/tests/capture/%s.trace", FURROW_SOURCE,
	    capture);
	if (getenv("UPDATE_GOLDEN") != NULL) {
		FILE *out = fopen(path, "w");
		assert_non_null(out);
		fputs(text, out);
		fclose(out);
	}
	FILE *in = fopen(path, "r");
	assert_non_null(in);
	wanted[fread(wanted, 1, sizeof(wanted) - 1, in)] = '\0';
	fclose(in);
	assert_string_equal(text, wanted);
}

static void
test_traces(void **state)
{
	(void)state;
	check_golden("huawei");
	check_golden("simcom");
	check_golden("mc75i");
	check_golden("ec25");
	check_golden("poor");
}

/* What the configuration says goes before the row. */
static void
test_wishes(void **state)
{
	(void)state;
	struct bed *bed = bed_new_as("mc75i",
	    &(struct modem_config){.setup = {.family = "TELIT",
				       .notify = "2,1,0,2,1",
				       .storage = "SM",
				       .centre = "+254722500029",
				       .init = {"AT+ONE", "AT+TWO=2"}}});
	peer_rule(bed->peer, "AT+CNMI=2,1,0,2,1", OK, 0);
	peer_rule(bed->peer, "AT+CPMS=\"SM\",\"SM\",\"SM\"",
	    "\r\n+CPMS: 1,30,1,30,1,30\r\n" OK, 0);
	wait_status(bed, MODEM_UP);
	const char *h = heard(bed);
	assert_non_null(strstr(h, "AT#SELINT=2|"));
	assert_non_null(strstr(h, "AT+CNMI=2,1,0,2,1|AT+CLIP=1|"));
	assert_non_null(strstr(h, "AT+CPMS=\"SM\",\"SM\",\"SM\"|AT+CNMI=?|"));
	assert_non_null(strstr(h, "AT+CSCA=\"+254722500029\",145|AT+CUSD=1|AT+"
				  "CMMS=2|AT+ONE|AT+TWO=2|"));
	bed_free(bed);
}

/* And what the modem refuses of it is passed by. */
static void
test_refused_wishes(void **state)
{
	(void)state;
	struct bed *bed = bed_new_as("mc75i",
	    &(struct modem_config){
		.setup = {
		    .notify = "3,3,3,3,3", .storage = "XX", .family = "acme"}});
	wait_status(bed, MODEM_UP);
	const char *h = heard(bed);
	assert_non_null(strstr(h, "|AT+CPMS=\"XX\"|"));
	assert_non_null(strstr(h, "|AT+CPMS=\"MT\",\"MT\"|AT+CNMI=?|"));
	assert_non_null(strstr(h, "|AT+CNMI=3,3,3,3,3|AT+CNMI=2,1,0,1,1|"));
	bed_free(bed);
}

/* Texts directly, each confirmed, although the modem could store them. */
static void
test_direct(void **state)
{
	(void)state;
	struct bed *bed = bed_new_as("generic",
	    &(struct modem_config){.setup.direct = MODEM_DIRECT_YES});
	peer_rule(bed->peer, "AT+CSMS=1", "\r\n+CSMS: 1,1,1\r\n" OK, 0);
	peer_rule(bed->peer, "AT+CNMI=2,2,0,1,0", OK, 0);
	wait_status(bed, MODEM_UP);
	assert_non_null(strstr(heard(bed), "AT+CSMS=1|AT+CNMI=2,2,0,1,0|"));
	peer_say(bed->peer, "\r\n+CMT: ,30\r\n" PDU "\r\n");
	wait_for(bed, story, "CMT:0 ");
	bed_free(bed);
}

/* +CSMS=0 refused and 1 left on by another tool: then we must confirm. */
static void
test_service_left_on(void **state)
{
	(void)state;
	struct bed *bed = bed_new("generic", NULL);
	peer_rule(bed->peer, "AT+CSMS=0", "\r\n+CMS ERROR: 302\r\n", 0);
	peer_rule(bed->peer, "AT+CSMS?", "\r\n+CSMS: 1,1,1,1\r\n" OK, 0);
	wait_status(bed, MODEM_UP);
	peer_say(bed->peer, "\r\n+CDS: 30\r\n" PDU "\r\n");
	wait_for(bed, story, "report CDS:0 ");
	bed_free(bed);
}

/* The store fails until the SIM has been read: CMS 314, 500, CME 14. */
static void
test_not_ready_yet(void **state)
{
	(void)state;
	struct bed *bed = bed_new("generic", NULL);
	peer_rule(bed->peer, "AT+CPMS=?", "\r\n+CMS ERROR: 500\r\n", 2);
	peer_rule(bed->peer, "AT+CPMS=\"SM\",\"SM\",\"SM\"",
	    "\r\n+CMS ERROR: 314\r\n", 2);
	peer_rule(bed->peer, "AT+CNMI=2,1,0,1,0", "\r\n+CME ERROR: 14\r\n", 2);
	wait_status(bed, MODEM_UP);
	assert_non_null(strstr(heard(bed),
	    "AT+CNMI=2,1,0,1,0|AT+CNMI=2,1,0,1,0|AT+CNMI=2,1,0,1,0|AT+CLIP"));
	bed_free(bed);
}

/* Says nothing at all to what it does not know. */
/* Once it is up, what was wrong before is not told any more. */
static void
test_ready_has_no_trouble(void **state)
{
	(void)state;
	struct bed *bed = bed_new("generic", NULL);
	struct modem_description d = {.why = ""};
	peer_deaf(bed->peer, true);
	for (int i = 0; i < 400 && strstr(d.why, "answer") == NULL; i++) {
		pass_ms(bed, 5);
		modem_describe(bed->modem, &d);
	}
	assert_non_null(strstr(d.why, "answer"));
	peer_deaf(bed->peer, false);
	wait_status(bed, MODEM_UP);
	modem_describe(bed->modem, &d);
	assert_string_equal(d.why, "");
	bed_free(bed);
}

/* It says what is wrong while it is asked again. */
static void
test_no_pdu_mode(void **state)
{
	(void)state;
	struct bed *bed = bed_new("generic", NULL);
	struct modem_description d = {.why = ""};
	peer_rule(bed->peer, "AT+CMGF=0", "\r\nERROR\r\n", 3);
	for (int i = 0; i < 200 && strstr(d.why, "PDU mode") == NULL; i++) {
		pass_ms(bed, 5);
		modem_describe(bed->modem, &d);
	}
	assert_non_null(strstr(d.why, "PDU mode"));
	wait_status(bed, MODEM_UP);
	modem_describe(bed->modem, &d);
	assert_string_equal(d.why, "");
	bed_free(bed);
}

static void
test_silent_to_the_unknown(void **state)
{
	static const char *const unknown[] = {"AT+CMEE=1", "AT+CCID",
	    "AT+CEREG=2", "AT+CSCS=\"GSM\"", "AT+CSCS=\"IRA\"", "AT+CLIP=1",
	    "ATS0=0", "AT+CUSD=1", "AT+CMMS=2"};
	struct modem_description d;
	(void)state;
	struct bed *bed = bed_new("generic", NULL);
	for (size_t i = 0; i < sizeof(unknown) / sizeof(unknown[0]); i++)
		peer_rule(bed->peer, unknown[i], NULL, 0);
	wait_status(bed, MODEM_UP);
	modem_describe(bed->modem, &d);
	assert_int_equal(d.climbs[MODEM_RUNG_REOPEN], 0);
	bed_free(bed);
}

/* After a restart it waits for the boot word, not for ever, and no longer
 * than until the store answers for a while. */
static void
test_boot_word(void **state)
{
	(void)state;
	struct bed *bed = bed_up("ec25");
	peer_rule(bed->peer, "AT+CPMS?", "\r\n+CMS ERROR: 302\r\n", 0);
	peer_say(bed->peer, "\r\nRDY\r\n");
	wait_for(bed, heard, "AT+CPMS?|AT+CPMS?|AT+CPMS?|AT+CPMS?|AT+CPMS?|");
	assert_null(strstr(heard(bed), "AT+CMGF=0|"));
	peer_say(bed->peer, "\r\n+QIND: SMS DONE\r\n");
	wait_for(bed, heard, "AT+CNMI=2,1,0,1,0|");
	wait_status(bed, MODEM_UP);
	peer_forget(bed->peer);

	peer_rule(bed->peer, "AT+CPMS?",
	    "\r\n+CPMS: \"ME\",0,255,\"ME\",0,255,\"ME\",0,255\r\n" OK, 0);
	peer_say(bed->peer, "\r\nRDY\r\n");
	wait_for(bed, heard,
	    "AT+CFUN?|AT+CPMS?|AT+CPMS?|AT+CPMS?|AT+QURCCFG=\"urcport\"|");
	bed_free(bed);
}

/* Known noise is no reason to look, and is not counted. */
static void
test_noise(void **state)
{
	(void)state;
	struct modem_description d;
	struct bed *bed = bed_up("huawei");
	peer_say(bed->peer, "\r\n^CRSSI: 12\r\n\r\n^LWURC: 1\r\n");
	pass_ms(bed, 10);
	modem_describe(bed->modem, &d);
	assert_int_equal(d.odd_lines, 0);
	peer_say(bed->peer, "\r\n+QIND: \"csq\"x\r\n\r\nGARBLE\r\n");
	for (int i = 0; i < 100 && d.odd_lines == 0; i++) {
		pass_ms(bed, 5);
		modem_describe(bed->modem, &d);
	}
	assert_int_equal(d.odd_lines, 1);
	bed_free(bed);
}

/* 302 and 500 are said of values, too, that the modem will never take: the
 * others are asked for before it is waited any longer. */
static void
test_not_this_value(void **state)
{
	(void)state;
	const char *busy = "\r\n+CMS ERROR: 302\r\n";
	struct bed *bed = bed_new("generic", NULL);
	peer_rule(bed->peer, "AT+CPMS=\"SM\",\"SM\",\"SM\"", busy, 0);
	peer_rule(bed->peer, "AT+CPMS=\"SM\",\"SM\"", busy, 0);
	peer_rule(bed->peer, "AT+CNMI=2,1,0,1,0", "\r\n+CMS ERROR: 500\r\n", 0);
	peer_rule(
	    bed->peer, "AT+CPMS=\"SM\"", "\r\n+CPMS: 0,20,0,20,0,20\r\n" OK, 0);
	peer_rule(bed->peer, "AT+CNMI=2,1,0,2,0", OK, 0);
	wait_status(bed, MODEM_UP);
	assert_non_null(strstr(heard(bed), "AT+CPMS=\"SM\"|"));
	assert_non_null(strstr(heard(bed), "AT+CNMI=2,1,0,2,0|"));
	bed_free(bed);
}

int
main(void)
{
	log_set_sink(discard, NULL);
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_traces),
	    cmocka_unit_test(test_wishes),
	    cmocka_unit_test(test_refused_wishes),
	    cmocka_unit_test(test_direct),
	    cmocka_unit_test(test_service_left_on),
	    cmocka_unit_test(test_not_ready_yet),
	    cmocka_unit_test(test_not_this_value),
	    cmocka_unit_test(test_ready_has_no_trouble),
	    cmocka_unit_test(test_no_pdu_mode),
	    cmocka_unit_test(test_silent_to_the_unknown),
	    cmocka_unit_test(test_boot_word),
	    cmocka_unit_test(test_noise),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
