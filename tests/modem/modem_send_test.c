/* Sending: every way to say prompt and result, and silence. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/log.h"

#include "modem/modem_private.h"
#include "tests/modem/bed.h"

static void
test_send_is_accepted(void **state)
{
	(void)state;
	struct bed *bed = bed_up("generic");
	peer_rule(bed->peer, "AT+CMGS=15", "\r\n> ", 0);
	peer_rule(bed->peer, "BODY", "\r\n+CMGS: 42\r\n" OK, 0);
	send_text(bed);
	assert_false(modem_can_send(bed->modem));
	wait_for(bed, story, "accepted:42:0 ");
	wait_for(bed, heard, "AT+CMGS=15|[0001000C91527411000010000002E834]|");
	assert_true(modem_can_send(bed->modem));
	bed_free(bed);
}

/* Every way to say the prompt and the result. */
static void
test_send_framings(void **state)
{
	(void)state;
	static const struct {
		const char *prompt, *result, *story;
	} rows[] = {
	    {">\r\n", "\r\n+CMGS: 7\r\n" OK, "accepted:7:0 "},
	    {"\r\n>", "\r\n+CMGS: 8\r\n" OK, "accepted:8:0 "},
	    {"\r\r\n\r\n> \r\n", "\n+CMGS: 9\nOK\n", "accepted:9:0 "},
	    {"AT+CMGS=15> ", "\r\n+CMGS: 10\r\n" OK, "accepted:10:0 "},
	    {"AT+CMGS=15\r\r\n> ", "\r\n+CMGS: 1\r\n" OK, "accepted:1:0 "},
	    {"\r\n^RSSI: 3\r\n> ", "+CMGS:2\rOK\r", "accepted:2:0 "},
	    {"\r\n> ",
		"0001000C91527411000010000002E834\x1a\r\n+CMGS: 3\r\nOK\r\n",
		"accepted:3:0 "},
	    {"\r\n> ", "\r\n+CMGS: 4\r\n", "accepted:4:0 "},
	    {"\r\n> ", OK, "accepted:-1:0 "},
	    {"\r\n> ", "\r\n+CMS ERROR: 38\r\n", "refused:-1:38 "},
	    {"\r\n> ", "\r\n+CMS ERROR:38\r\n", "refused:-1:38 "},
	    {"\r\n> ", "\r\n+CMS ERROR: 332\r\n", "unknown:-1:332 "},
	    {"\r\n> ", "\r\n+CMS ERROR: 197\r\n", "accepted:-1:197 "},
	    {"\r\n> ", "\r\n+CME ERROR: SIM busy\r\n", "refused:-1:14 "},
	    {"\r\n> ", "\r\nERROR\r\n", "refused:-1:0 "},
	    {"\r\n> ", "\r\n+CMTI: \"SM\",1\r\n+CMGS: 5\r\n" OK,
		"accepted:5:0 "},
	    {"\r\n> ", "\r\nNO CARRIER\r\n+CMGS: 6\r\n" OK, "accepted:6:0 "},
	};
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct bed *bed = bed_up("generic");
		peer_rule(bed->peer, "AT+CMGS=15", "\r\n> ", 0);
		peer_rule(bed->peer, "AT+CMGS=15", rows[i].prompt, 1);
		peer_rule(bed->peer, "BODY", rows[i].result, 1);
		send_text(bed);
		wait_for(bed, story, rows[i].story);
		bed_free(bed);
	}
}

static void
test_refused_before_the_prompt(void **state)
{
	(void)state;
	struct bed *bed = bed_up("generic");
	peer_rule(bed->peer, "AT+CMGS=15", "\r\n+CMS ERROR: 500\r\n", 0);
	send_text(bed);
	wait_for(bed, story, "refused:-1:500 ");
	assert_null(strstr(heard(bed), "["));
	bed_free(bed);
}

/* At the open prompt: nothing has left, and ESC closes it. */
static void
test_refused_behind_the_prompt(void **state)
{
	(void)state;
	struct bed *bed = bed_up("generic");
	peer_rule(bed->peer, "AT+CMGS=15", "\r\n> \r\n+CMS ERROR: 500\r\n", 1);
	send_text(bed);
	wait_for(bed, story, "refused:-1:500 ");
	wait_for(bed, heard, "AT+CMGF?|");
	assert_null(strstr(heard(bed), "["));
	wait_status(bed, MODEM_UP);
	bed_free(bed);
}

/* Slow lines get the body in pieces, and all of it. */
static void
test_body_in_pieces(void **state)
{
	(void)state;
	struct bed *bed = bed_up("generic");
	assert_int_equal(bed->modem->pace.piece_octets, 0);
	peer_rule(bed->peer, "AT+CMGS=15", "\r\n> ", 0);
	peer_rule(bed->peer, "BODY", "\r\n+CMGS: 42\r\n" OK, 0);
	for (size_t octets = 1; octets <= 33; octets += 8) {
		peer_forget(bed->peer);
		bed->modem->pace.piece_octets = octets;
		bed->modem->pace.piece_ms = 1;
		send_text(bed);
		wait_for(bed, heard, "[0001000C91527411000010000002E834]|");
		while (!modem_can_send(bed->modem))
			pass_ms(bed, 1);
	}
	bed_free(bed);
}

/* The gap behind the prompt shrinks while all goes well; at the first doubt it
 * is back, and stays. */
static void
test_gap_is_learned(void **state)
{
	(void)state;
	struct bed *bed = bed_up("generic");
	int64_t row_ms = bed->modem->quirk->prompt_gap_ms;
	peer_rule(bed->peer, "AT+CMGS=15", "\r\n> ", 0);
	peer_rule(bed->peer, "BODY", "\r\n+CMGS: 42\r\n" OK, 0);
	for (int i = 0; i < 40; i++) {
		send_text(bed);
		while (!modem_can_send(bed->modem))
			pass_ms(bed, 1);
	}
	assert_in_range(bed->modem->pace.prompt_gap_ms, 1, 2);
	peer_rule(bed->peer, "BODY", "\r\n+CMS ERROR: 304\r\n", 1);
	for (int i = 0; i < 10; i++) {
		send_text(bed);
		while (!modem_can_send(bed->modem))
			pass_ms(bed, 1);
		assert_int_equal(bed->modem->pace.prompt_gap_ms, row_ms);
	}
	bed_free(bed);
}

static void
test_no_prompt_is_refused(void **state)
{
	(void)state;
	struct bed *bed = bed_up("generic");
	peer_rule(bed->peer, "AT+CMGS=15", NULL, 1);
	send_text(bed);
	wait_for(bed, story, "refused:-1:0 ");
	wait_for(bed, heard, "AT+CMGF?|");
	wait_status(bed, MODEM_UP);
	bed_free(bed);
}

/* After an error without a meaning the settings are looked at: a SIM that was
 * reset has no service centre any more, and gets it back (27.005 3.3.1). */
static void
test_centre_is_given_back(void **state)
{
	(void)state;
	struct bed *bed = bed_up("generic");
	peer_forget(bed->peer);
	peer_rule(bed->peer, "AT+CSCA?", "\r\n+CSCA: \"\",129\r\n" OK, 1);
	modem_mend(bed->modem, MODEM_REMEDY_CHECK);
	wait_for(bed, heard,
	    "AT+CSCA?|AT+CSQ|AT+COPS?|"
	    "AT+CSCA=\"+254722500029\",145|");
	peer_forget(bed->peer);
	modem_mend(bed->modem, MODEM_REMEDY_CHECK);
	wait_for(bed, heard, "AT+CSCA?|AT+CSQ|AT+COPS?|");
	pass_ms(bed, 20);
	assert_null(strstr(heard(bed), "AT+CSCA="));
	bed_free(bed);
}

/* A family that forgets +CMMS is told before each burst, not before each
 * text. */
static void
test_burst_is_announced(void **state)
{
	(void)state;
	struct bed *bed = bed_up("generic");
	struct quirk each = *quirk_generic();
	each.burst = QUIRK_BURST_EACH;
	bed->modem->quirk = &each;
	peer_rule(bed->peer, "AT+CMGS=15", "\r\n> ", 0);
	peer_rule(bed->peer, "BODY", "\r\n+CMGS: 42\r\n" OK, 0);
	peer_rule(bed->peer, "AT+CMMS=1", "\r\n+CMS ERROR: 500\r\n", 1);
	peer_forget(bed->peer);
	bed->modem->send_ended_mono_ms = -100000;
	send_text(bed);
	wait_for(bed, story, "accepted:42:0 ");
	send_text(bed);
	wait_for(bed, story, "accepted:42:0 accepted:42:0 ");
	const char *first = strstr(heard(bed), "AT+CMMS=1|AT+CMGS=15|");
	assert_non_null(first);
	assert_null(strstr(first + 1, "AT+CMMS"));
	bed_free(bed);
}

static void
test_leaves_the_network_and_comes_back(void **state)
{
	(void)state;
	struct bed *bed = bed_up("generic");
	peer_rule(bed->peer, "AT+COPS=2", "\r\n+CREG: 0\r\n" OK, 0);
	peer_rule(bed->peer, "AT+COPS=0", OK, 0);
	peer_forget(bed->peer);
	modem_mend(bed->modem, MODEM_REMEDY_REGISTER);
	wait_for(bed, heard, "AT+COPS=2|AT+COPS=0|AT+CREG?|");
	wait_status(bed, MODEM_UP);
	bed_free(bed);
}

static void
test_reset_climbs(void **state)
{
	(void)state;
	struct bed *bed = bed_up("generic");
	peer_forget(bed->peer);
	modem_mend(bed->modem, MODEM_REMEDY_RESET);
	wait_for(bed, heard, "AT+CMGF=0|");
	wait_status(bed, MODEM_UP);
	bed_free(bed);
}

/* Silence after Ctrl-Z is unknown, and the result may still come. */
static void
test_late_result(void **state)
{
	(void)state;
	struct bed *bed = bed_up("generic");
	peer_rule(bed->peer, "AT+CMGS=15", "\r\n> ", 0);
	peer_rule(bed->peer, "BODY", NULL, 1);
	peer_rule(bed->peer, "AT+CMGF?",
	    "\r\n+CMGS: 9\r\n" OK "\r\n+CMGF: 0\r\n" OK, 1);
	send_text(bed);
	wait_for(bed, story, "unknown:-1:0 late:9:0 ");
	wait_status(bed, MODEM_UP);
	bed_free(bed);
}

/* The answer to a command that timed out is not credited to the next. */
static void
test_late_answer_is_not_credited(void **state)
{
	(void)state;
	struct bed *bed = bed_up("generic");
	peer_rule(bed->peer, "AT+CMGL=4", NULL, 1);
	peer_rule(bed->peer, "AT+CMGF?", OK "\r\n+CMGF: 0\r\n" OK, 1);
	peer_say(bed->peer, "\r\n+CMTI: \"SM\",1\r\n");
	wait_for(bed, heard, "AT+CMGL=4|AT+CMGF?|");
	peer_rule(bed->peer, "AT+CMGL=4", RECORD("1", PDU) OK, 0);
	wait_for(bed, story, "SM:1 ");
	bed_free(bed);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_send_is_accepted),
	    cmocka_unit_test(test_send_framings),
	    cmocka_unit_test(test_refused_before_the_prompt),
	    cmocka_unit_test(test_refused_behind_the_prompt),
	    cmocka_unit_test(test_body_in_pieces),
	    cmocka_unit_test(test_gap_is_learned),
	    cmocka_unit_test(test_no_prompt_is_refused),
	    cmocka_unit_test(test_centre_is_given_back),
	    cmocka_unit_test(test_leaves_the_network_and_comes_back),
	    cmocka_unit_test(test_burst_is_announced),
	    cmocka_unit_test(test_reset_climbs),
	    cmocka_unit_test(test_late_result),
	    cmocka_unit_test(test_late_answer_is_not_credited),
	};
	log_set_sink(discard, NULL);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
