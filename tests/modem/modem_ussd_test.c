/* A dialogue with the operator, and every way in which modems spoil it. */
#include "modem/modem_ussd.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/log.h"

#include "tests/modem/bed.h"

#define TEXT "AT+CUSD=1,\"*144#\",15"
#define PACKED "AT+CUSD=1,\"AA188D3602\",15"
#define UCS2 "AT+CUSD=1,\"002A0031003400340023\",15"
#define BARE "AT+CUSD=1,\"*144#\""
#define REPLY "\r\n+CUSD: 0,\"Balance 5\",15\r\n"
#define MENU "\r\n+CUSD: 1,\"1 Airtime\",15\r\n"
#define ANSWERED "ussd 7.0 answered [Balance 5] last "

static void
ask(struct bed *bed, const char *first, const char *second, const char *third)
{
	struct modem_ussd_request request = {
	    .id = 7, .steps = {first, second, third}, .count = 1};
	request.count += second != NULL;
	request.count += third != NULL;
	assert_true(modem_ussd(bed->modem, &request));
}

static void
wait_idle(struct bed *bed)
{
	for (int i = 0; i < 400 && !modem_ussd_can(bed->modem); i++)
		pass_ms(bed, 5);
	assert_true(modem_ussd_can(bed->modem));
}

/* Before OK, after it, without it, behind an ERROR, hurt, glued. */
static void
test_ways_to_answer(void **state)
{
	(void)state;
	static const char *const ways[] = {
	    REPLY OK,
	    OK REPLY,
	    REPLY,
	    "\r\nERROR\r\n" REPLY,
	    REPLY "\r\nERROR\r\n",
	    "\r\n+CME ERROR: 100\r\n" REPLY,
	    "\r\n^RSSI: 3\r\n" OK "\r\n^RSSI: 4\r\n" REPLY,
	    OK "\r\nCUSD: 0,\"Balance 5\",15\r\n",
	    "OK\r\n+CUSD:0,Balance 5,15\r\n",
	    OK "\r\n+CUSD: 2,\"Balance 5\",15\r\n",
	    OK "\r\n+CUSD: 0,\"Balance 5\r\n\",15\r\n",
	};
	struct bed *bed = bed_up("generic");
	for (size_t i = 0; i < sizeof(ways) / sizeof(ways[0]); i++) {
		peer_rule(bed->peer, TEXT, ways[i], 1);
		ask(bed, "*144#", NULL, NULL);
		wait_for(bed, story, ANSWERED);
		wait_idle(bed);
		assert_string_equal(story(bed), ANSWERED);
		buf_clear(&bed->story);
	}
	assert_null(strstr(heard(bed), "CUSD=2"));
	bed_free(bed);
}

/* ERROR, refusals at once: the next form; what worked is used from then on. */
static void
test_forms(void **state)
{
	(void)state;
	struct bed *bed = bed_up("generic");
	peer_rule(bed->peer, PACKED, OK "\r\n+CUSD: 2\r\n", 0);
	peer_rule(bed->peer, "AT+CSCS=\"UCS2\"", OK, 0);
	peer_rule(bed->peer, "AT+CSCS=\"GSM\"", OK, 0);
	peer_rule(bed->peer, UCS2,
	    OK "\r\n+CUSD: 0,\"00420061006C0061006E0063006500200035\",72\r\n",
	    0);
	ask(bed, "*144#", NULL, NULL);
	wait_for(bed, story, ANSWERED);
	wait_idle(bed);
	assert_string_equal(heard(bed),
	    TEXT "|" PACKED "|AT+CSCS=\"UCS2\"|" UCS2 "|AT+CSCS=\"GSM\"|");
	peer_forget(bed->peer);
	ask(bed, "*144#", NULL, NULL);
	wait_idle(bed);
	assert_string_equal(
	    heard(bed), "AT+CSCS=\"UCS2\"|" UCS2 "|AT+CSCS=\"GSM\"|");
	bed_free(bed);
}

static void
test_last_form(void **state)
{
	(void)state;
	struct bed *bed = bed_up("generic");
	peer_rule(bed->peer, BARE, OK REPLY, 1);
	ask(bed, "*144#", NULL, NULL);
	wait_for(bed, story, ANSWERED);
	wait_for(bed, heard, "AT+CSCS=\"UCS2\"|" BARE "|");
	wait_idle(bed);
	/* Now nothing works: one try of what did, and the truth. */
	peer_forget(bed->peer);
	ask(bed, "*144#", NULL, NULL);
	wait_for(bed, story, "refused (the modem refused the code) last");
	assert_string_equal(heard(bed), BARE "|");
	bed_free(bed);
}

static void
test_no_form(void **state)
{
	(void)state;
	struct bed *bed = bed_up("generic");
	ask(bed, "*144#", NULL, NULL);
	wait_for(bed, story, "refused (the modem refused the code) last");
	wait_for(bed, heard, TEXT "|" PACKED "|AT+CSCS=\"UCS2\"|" BARE "|");
	wait_idle(bed);
	bed_free(bed);
}

/* A form that the owner remembers is tried first, but not for ever. */
static void
test_form_remembered(void **state)
{
	(void)state;
	struct bed *bed = bed_up("generic");
	struct modem_ussd_request request = {
	    .id = 7, .steps = {"*144#"}, .count = 1, .form = USSD_FORM_PACKED};
	peer_rule(bed->peer, TEXT, OK REPLY, 1);
	assert_true(modem_ussd(bed->modem, &request));
	wait_for(bed, story, ANSWERED);
	assert_string_equal(heard(bed), PACKED "|" TEXT "|");
	bed_free(bed);
}

/* The modem may treat a form that it cannot read by silence: then the next
 * question begins with another one. */
static void
test_silence(void **state)
{
	(void)state;
	struct bed *bed = bed_up("generic");
	peer_rule(bed->peer, TEXT, OK, 0);
	peer_rule(bed->peer, "AT+CUSD=2", "\r\nERROR\r\n", 0);
	peer_rule(bed->peer, PACKED, OK REPLY, 0);
	ask(bed, "*144#", NULL, NULL);
	wait_for(bed, story, "silent (the network did not answer) last ");
	wait_for(bed, heard, TEXT "|AT+CUSD=2|");
	wait_idle(bed);
	ask(bed, "*144#", NULL, NULL);
	wait_for(bed, story, ANSWERED);
	bed_free(bed);
}

/* Not even OK: out of step, back in step, the session closed. */
static void
test_modem_silent(void **state)
{
	(void)state;
	struct bed *bed = bed_up("generic");
	peer_rule(bed->peer, TEXT, NULL, 1);
	peer_rule(bed->peer, "AT+CUSD=2", OK, 0);
	ask(bed, "*144#", NULL, NULL);
	wait_for(bed, story, "silent (the modem did not answer) last ");
	wait_for(bed, heard, "AT+CUSD=2|");
	wait_idle(bed);
	wait_status(bed, MODEM_UP);
	bed_free(bed);
}

static void
test_steps(void **state)
{
	(void)state;
	struct bed *bed = bed_up("generic");
	peer_rule(bed->peer, TEXT, OK MENU, 0);
	peer_rule(bed->peer, "AT+CUSD=1,\"1\",15", MENU OK, 0);
	peer_rule(bed->peer, "AT+CUSD=1,\"2\",15", OK REPLY, 0);
	ask(bed, "*144#", "1", "2");
	wait_for(bed, story,
	    "ussd 7.0 answered [1 Airtime] asks "
	    "ussd 7.1 answered [1 Airtime] asks "
	    "ussd 7.2 answered [Balance 5] last ");
	wait_idle(bed);
	assert_null(strstr(heard(bed), "CUSD=2"));
	bed_free(bed);
}

/* The network still asks when our steps are done: closed, not left open. */
static void
test_closed_at_the_end(void **state)
{
	(void)state;
	struct bed *bed = bed_up("generic");
	peer_rule(bed->peer, TEXT, OK MENU, 0);
	peer_rule(bed->peer, "AT+CUSD=2", "\r\n+CUSD: 2\r\n" OK, 0);
	ask(bed, "*144#", NULL, NULL);
	wait_for(bed, story, "ussd 7.0 answered [1 Airtime] asks last ");
	wait_for(bed, heard, "AT+CUSD=2|");
	wait_idle(bed);
	bed_free(bed);
}

static void
test_ended_early(void **state)
{
	(void)state;
	struct bed *bed = bed_up("generic");
	peer_rule(bed->peer, TEXT, OK REPLY, 0);
	ask(bed, "*144#", "1", NULL);
	wait_for(
	    bed, story, "(the network ended the session before all steps)");
	wait_idle(bed);
	peer_rule(bed->peer, TEXT, OK MENU, 0);
	peer_rule(bed->peer, "AT+CUSD=1,\"1\",15", OK "\r\n+CUSD: 5\r\n", 0);
	ask(bed, "*144#", "1", NULL);
	wait_for(bed, story,
	    "ussd 7.1 refused (the network did not answer in time) last ");
	wait_idle(bed);
	bed_free(bed);
}

/* A voucher is not said twice to an operator who counts wrong ones, but a
 * modem that refuses it has not told him. */
static void
test_secret(void **state)
{
	(void)state;
	struct bed *bed = bed_up("generic");
	struct modem_ussd_request request = {
	    .id = 7, .steps = {"*144#"}, .count = 1, .secret = true};
	peer_rule(bed->peer, PACKED, OK "\r\n+CUSD: 2\r\n", 0);
	assert_true(modem_ussd(bed->modem, &request));
	wait_for(bed, story, "refused (the network ended the session) last ");
	assert_string_equal(heard(bed), TEXT "|" PACKED "|");
	bed_free(bed);
}

/* What the network says by itself is told, closed, and never answered. */
static void
test_push(void **state)
{
	(void)state;
	struct bed *bed = bed_up("generic");
	peer_rule(bed->peer, "AT+CUSD=2", OK, 0);
	peer_say(bed->peer, "\r\n+CUSD: 0,\"You won!\",15\r\n");
	wait_for(bed, story, "ussd 0.0 answered [You won!] last ");
	pass_ms(bed, 30);
	assert_string_equal(heard(bed), "");
	peer_say(bed->peer, "\r\n+CUSD: 1,\"Buy? 1 yes\",15\r\n");
	wait_for(bed, story, "ussd 0.0 answered [Buy? 1 yes] asks last ");
	wait_for(bed, heard, "AT+CUSD=2|");
	assert_null(strstr(heard(bed), "CUSD=1"));
	wait_idle(bed);
	peer_say(bed->peer, "\r\n+CUSD: 2\r\n");
	peer_say(bed->peer, "\r\n+CUSD: x\r\n");
	pass_ms(bed, 30);
	assert_true(modem_ussd_can(bed->modem));
	bed_free(bed);
}

/* A text waits for the dialogue, and the dialogue for a text. */
static void
test_with_a_text(void **state)
{
	(void)state;
	struct bed *bed = bed_up("generic");
	peer_rule(bed->peer, "AT+CMGS=15", "\r\n> ", 0);
	peer_rule(bed->peer, "BODY", "\r\n+CMGS: 1\r\n" OK, 0);
	peer_rule(bed->peer, TEXT, OK, 0);
	send_text(bed);
	ask(bed, "*144#", NULL, NULL);
	wait_for(bed, story, "accepted:1:0 ");
	wait_for(bed, heard, TEXT "|");
	assert_false(modem_can_send(bed->modem));
	assert_true(strstr(heard(bed), "]|" TEXT) != NULL);
	/* Texts are read meanwhile. */
	peer_rule(bed->peer, "AT+CMGL=4", RECORD("1", PDU) OK, 0);
	peer_say(bed->peer, "\r\n+CMTI: \"SM\",1\r\n");
	wait_for(bed, story, "SM:1 ");
	peer_say(bed->peer, REPLY);
	wait_for(bed, story, ANSWERED);
	assert_true(modem_can_send(bed->modem));
	bed_free(bed);
}

static void
test_lost_modem(void **state)
{
	(void)state;
	struct bed *bed = bed_up("generic");
	peer_rule(bed->peer, TEXT, OK, 0);
	ask(bed, "*144#", NULL, NULL);
	wait_for(bed, heard, TEXT "|");
	pass_ms(bed, 10);
	peer_say(bed->peer, "\r\nRDY\r\n");
	wait_for(bed, story, "silent (the modem restarted) last ");
	wait_status(bed, MODEM_UP);
	wait_idle(bed);
	buf_clear(&bed->story);
	peer_forget(bed->peer);
	ask(bed, "*144#", NULL, NULL);
	wait_for(bed, heard, TEXT "|");
	peer_unplug(bed->peer);
	wait_for(bed, story, "silent (the modem was closed) last ");
	assert_false(modem_ussd_can(bed->modem));
	bed_free(bed);
}

static void
test_not_taken(void **state)
{
	(void)state;
	struct bed *bed = bed_up("generic");
	struct modem_ussd_request request = {.id = 7, .count = 0};
	char long_step[MODEM_USSD_STEP_OCTETS + 1];
	assert_false(modem_ussd(bed->modem, &request));
	request.count = 1;
	request.steps[0] = "";
	assert_false(modem_ussd(bed->modem, &request));
	memset(long_step, '1', sizeof(long_step) - 1);
	long_step[sizeof(long_step) - 1] = '\0';
	request.steps[0] = long_step;
	assert_false(modem_ussd(bed->modem, &request));
	peer_rule(bed->peer, TEXT, OK, 0);
	ask(bed, "*144#", NULL, NULL);
	request.steps[0] = "*100#";
	assert_false(modem_ussd(bed->modem, &request));
	wait_for(bed, heard, TEXT "|");
	assert_null(strstr(heard(bed), "*100#"));
	bed_free(bed);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_ways_to_answer),
	    cmocka_unit_test(test_forms),
	    cmocka_unit_test(test_last_form),
	    cmocka_unit_test(test_no_form),
	    cmocka_unit_test(test_form_remembered),
	    cmocka_unit_test(test_silence),
	    cmocka_unit_test(test_modem_silent),
	    cmocka_unit_test(test_steps),
	    cmocka_unit_test(test_closed_at_the_end),
	    cmocka_unit_test(test_ended_early),
	    cmocka_unit_test(test_secret),
	    cmocka_unit_test(test_push),
	    cmocka_unit_test(test_with_a_text),
	    cmocka_unit_test(test_lost_modem),
	    cmocka_unit_test(test_not_taken),
	};
	log_set_sink(discard, NULL);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
