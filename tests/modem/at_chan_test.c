/* Whose line is it, and back into step: the channel over a socket pair. */
#include "modem/at_chan.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <sys/socket.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/log.h"

struct bed {
	struct loop *loop;
	struct at_chan *chan;
	int peer;
	struct at_chan_sink sink;
	struct at_chan_pace pace;
	struct buf story;
};

static void
tell_line(struct bed *bed, const char *what, const struct at_line *line)
{
	buf_add_format(&bed->story, "%s(%.*s", what, (int)line->text.octets,
	    line->text.at);
	if (line->pdu.octets > 0)
		buf_add_format(
		    &bed->story, "/%.*s", (int)line->pdu.octets, line->pdu.at);
	buf_add_text(&bed->story, ") ");
}

static void
on_own(void *arg, const struct at_line *line)
{
	tell_line(arg, "own", line);
}

static void
on_news(void *arg, const struct at_line *line)
{
	tell_line(arg, "news", line);
}

static void
on_done(void *arg, const struct at_result *result)
{
	static const char *const names[] = {
	    "ok", "error", "cme", "cms", "timeout", "gone"};
	struct bed *bed = arg;
	buf_add_format(&bed->story, "%s", names[result->final]);
	if (result->code >= 0)
		buf_add_format(&bed->story, ":%d", result->code);
	if (result->implied)
		buf_add_text(&bed->story, ":implied");
	if (result->body_written)
		buf_add_text(&bed->story, ":body");
	buf_add_char(&bed->story, ' ');
}

static void
on_unknown(void *arg, struct str line)
{
	struct bed *bed = arg;
	buf_add_format(
	    &bed->story, "unknown(%.*s) ", (int)line.octets, line.at);
}

static void
on_event(void *arg, enum at_chan_event event)
{
	static const char *const names[] = {"out-of-step ", "in-step ",
	    "settings-lost ", "lost ", "hung-up ", "echo "};
	struct bed *bed = arg;
	buf_add_text(&bed->story, names[event]);
}

static void
on_late(void *arg, int64_t reference)
{
	struct bed *bed = arg;
	buf_add_format(&bed->story, "late:%d ", (int)reference);
}

static const struct at_urc urcs[] = {
    {"+CMTI:", false, on_news},
    {"+CMT:", true, on_news},
    {"+CDS:", true, on_news},
    {"RDY", false, on_news},
    {"^RSSI:", false, NULL},
    {NULL, false, NULL},
};

static struct bed *
bed_new(void)
{
	struct bed *bed = calloc(1, sizeof(*bed));
	int pair[2];
	assert_non_null(bed);
	assert_int_equal(socketpair(AF_UNIX, SOCK_STREAM, 0, pair), 0);
	bed->loop = loop_new();
	loop_by_hand(bed->loop);
	bed->peer = pair[1];
	bed->story = buf_new(65536);
	bed->sink =
	    (struct at_chan_sink){bed, urcs, on_unknown, on_event, on_late};
	bed->pace = (struct at_chan_pace){.prompt_gap_ms = 1,
	    .quiet_ms = 10,
	    .babble_ms = 60,
	    .step_ms = 30,
	    .quote_ms = 20};
	bed->chan =
	    at_chan_new(bed->loop, pair[0], "t", &bed->sink, &bed->pace);
	return bed;
}

static void
bed_free(struct bed *bed)
{
	at_chan_free(&bed->chan);
	close(bed->peer);
	loop_free(&bed->loop);
	buf_free(&bed->story);
	free(bed);
}

static void
pass_ms(struct bed *bed, int64_t ms)
{
	loop_turn(bed->loop, ms);
}

static void
say(struct bed *bed, const char *bytes)
{
	size_t octets = strlen(bytes);
	assert_int_equal(write(bed->peer, bytes, octets), (ssize_t)octets);
	pass_ms(bed, 3);
}

static void
command(struct bed *bed, const char *text, const char *prefix, bool pdu)
{
	struct at_command c = {.prefix = prefix,
	    .pdu = pdu,
	    .timeout_ms = 50,
	    .tail_ms = 20,
	    .on_line = on_own,
	    .on_done = on_done};
	str_copy(c.text, sizeof(c.text), str_from(text));
	assert_true(at_chan_submit(bed->chan, &c));
	pass_ms(bed, 2);
}

static void
send_body(struct bed *bed)
{
	struct at_command c = {.prefix = "+CMGS:",
	    .timeout_ms = 50,
	    .tail_ms = 20,
	    .prompt_ms = 50,
	    .body = "00010203040506070809",
	    .on_line = on_own,
	    .on_done = on_done};
	str_copy(c.text, sizeof(c.text), STR("AT+CMGS=9"));
	assert_true(at_chan_submit(bed->chan, &c));
	pass_ms(bed, 2);
}

static void
check_heard(struct bed *bed, const char *expected)
{
	char octets[1024] = "";
	ssize_t got = recv(bed->peer, octets, sizeof(octets) - 1, MSG_DONTWAIT);
	octets[got > 0 ? got : 0] = '\0';
	assert_string_equal(octets, expected);
}

static void
check_story(struct bed *bed, const char *expected)
{
	assert_string_equal(
	    bed->story.at == NULL ? "" : bed->story.at, expected);
	buf_clear(&bed->story);
}

static void
test_own_and_news(void **state)
{
	(void)state;
	struct bed *bed = bed_new();
	command(bed, "AT+CSQ", "+CSQ:", false);
	say(bed,
	    "\r\n^RSSI: 3\r\n+CMTI: \"SM\",1\r\n+CSQ: 7,99\r\nfoo\r\nOK\r\n");
	check_story(
	    bed, "news(+CMTI: \"SM\",1) own(+CSQ: 7,99) unknown(foo) ok ");
	bed_free(bed);
}

/* One on the wire at a time; the next when the result is there. */
static void
test_queue(void **state)
{
	(void)state;
	struct bed *bed = bed_new();
	command(bed, "AT+A", NULL, false);
	command(bed, "AT+B", NULL, false);
	check_heard(bed, "AT+A\r");
	say(bed, "OK\r\n");
	check_heard(bed, "AT+B\r");
	assert_false(at_chan_idle(bed->chan));
	say(bed, "+CME ERROR: 14\r\n");
	assert_true(at_chan_idle(bed->chan));
	check_story(bed, "ok cme:14 ");
	bed_free(bed);
}

static void
test_finals(void **state)
{
	(void)state;
	static const struct {
		const char *said, *story;
	} rows[] = {
	    {"OK\r\n", "ok "},
	    {"ERROR\r\n", "error "},
	    {"COMMAND NOT SUPPORT\r\n", "error "},
	    {"TOO MANY PARAMETERS\r\n", "error "},
	    {"+CMS ERROR: 321\r\n", "cms:321 "},
	    {"+CMS ERROR:321\r\n", "cms:321 "},
	    {"+CMS ERROR\r\n", "cms "},
	    {"+CME ERROR: SIM busy\r\n", "cme:14 "},
	    {"+CME ERROR: no idea\r\n", "cme "},
	    {"K\r\n", "ok "},
	    {"ERRR\r\n", "error "},
	    {"+CMSERROR: 5\r\n", "cms:5 "},
	    {"NO CARRIER\r\nOK\r\n", "unknown(NO CARRIER) ok "},
	    {"OKAY\r\nOK\r\n", "unknown(OKAY) ok "},
	};
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct bed *bed = bed_new();
		command(bed, "AT+X", NULL, false);
		say(bed, rows[i].said);
		check_story(bed, rows[i].story);
		bed_free(bed);
	}
}

/* A PDU belongs to the header whose length it has. */
static void
test_two_headers_open(void **state)
{
	(void)state;
	struct bed *bed = bed_new();
	command(bed, "AT+CMGL=4", "+CMGL:", true);
	say(bed,
	    "+CMGL: 1,1,,9\r\n+CMT: ,12\r\n"
	    "00AAAAAAAAAAAAAAAAAAAAAAAA\r\n00BBBBBBBBBBBBBBBBBB\r\nOK\r\n");
	check_story(bed, "news(+CMT: ,12/00AAAAAAAAAAAAAAAAAAAAAAAA) "
			 "own(+CMGL: 1,1,,9/00BBBBBBBBBBBBBBBBBB) ok ");
	bed_free(bed);
}

static void
test_header_without_pdu(void **state)
{
	(void)state;
	struct bed *bed = bed_new();
	command(bed, "AT+CMGL=4", "+CMGL:", true);
	say(bed, "+CMGL: 1,1,,9\r\n+CMGL: 2,1,,9\r\n"
		 "00BBBBBBBBBBBBBBBBBB\r\n+CMGL: 3,1,,9\r\nOK\r\n");
	check_story(bed, "own(+CMGL: 1,1,,9) "
			 "own(+CMGL: 2,1,,9/00BBBBBBBBBBBBBBBBBB) "
			 "own(+CMGL: 3,1,,9) ok ");
	bed_free(bed);
}

static void
test_echo(void **state)
{
	(void)state;
	struct bed *bed = bed_new();
	command(bed, "AT+CSQ", "+CSQ:", false);
	say(bed, "^RSSI: 4AT+CSQ\r\r\n+CSQ: 1,2\r\nOK\r\n");
	check_story(bed, "own(+CSQ: 1,2) ok ");
	for (int i = 0; i < 3; i++) {
		command(bed, "AT+X", NULL, false);
		say(bed, "OK\r\n");
	}
	check_story(bed, "ok ok ok ");
	command(bed, "AT+CSQ", "+CSQ:", false);
	say(bed, "AT+CSQ\r\r\nOK\r\n");
	check_story(bed, "echo ok ");
	bed_free(bed);
}

static void
test_body(void **state)
{
	(void)state;
	struct bed *bed = bed_new();
	send_body(bed);
	check_heard(bed, "AT+CMGS=9\r");
	say(bed, "OK\r\n"); /* of something earlier */
	check_heard(bed, "");
	say(bed, ">");
	check_heard(bed, "00010203040506070809\x1A");
	say(bed, " 0001020304050607\r\n+CMGS: 5\r\nOK\r\n");
	check_story(bed, "own(+CMGS: 5) ok:body ");
	bed_free(bed);
}

/* A hurt OK is not enough to call a text sent. */
static void
test_body_needs_a_whole_ok(void **state)
{
	(void)state;
	struct bed *bed = bed_new();
	send_body(bed);
	say(bed, "> ");
	say(bed, "K\r\n");
	check_story(bed, "unknown(K) ");
	say(bed, "+CMS ERRR: 38\r\n");
	check_story(bed, "cms:38:body ");
	bed_free(bed);
}

static void
test_result_without_ok(void **state)
{
	(void)state;
	struct bed *bed = bed_new();
	send_body(bed);
	say(bed, "> ");
	say(bed, "+CMGS: 5\r\n");
	pass_ms(bed, 25);
	check_story(bed, "own(+CMGS: 5) ok:implied:body out-of-step ");
	bed_free(bed);
}

/* A stale OK does not satisfy the query; its own answer does. */
static void
test_back_in_step(void **state)
{
	(void)state;
	struct bed *bed = bed_new();
	command(bed, "AT+A", NULL, false);
	pass_ms(bed, 80);
	check_story(bed, "timeout out-of-step ");
	check_heard(bed, "AT+A\rAT+CMGF?\r");
	command(bed, "AT+B", NULL, false);
	say(bed, "OK\r\n");
	pass_ms(bed, 15);
	check_heard(bed, "AT+CMEE?\r");
	say(bed, "+CMEE: 1\r\nOK\r\n");
	check_story(bed, "in-step ");
	check_heard(bed, "AT+B\r");
	bed_free(bed);
}

/* A modem that answers late answers everything, in order: in step is what
 * follows the last question, and no OK of an earlier one is left for the next
 * command.  The question that timed out itself is not asked. */
static void
test_late_answers_in_a_burst(void **state)
{
	(void)state;
	struct bed *bed = bed_new();
	command(bed, "AT+CMEE?", "+CMEE:", false);
	command(bed, "AT+B", NULL, false);
	say(bed, "WAIT\r\n"); /* it lives */
	pass_ms(bed, 135);
	check_heard(bed, "AT+CMEE?\rAT+CMGF?\rAT+CNMI?\r");
	say(bed, "+CMEE: 1\r\nOK\r\n");
	check_heard(bed, "");
	pass_ms(bed, 15);
	check_heard(bed, "AT+CSMS?\r");
	say(bed, "+CMGF: 0\r\nOK\r\n+CNMI: 2,1,0,1,0\r\nOK\r\n");
	check_story(
	    bed, "unknown(WAIT) timeout out-of-step unknown(+CMEE: 1) ");
	say(bed, "+CSMS: 0,1,1,1\r\nOK\r\n");
	check_heard(bed, "AT+B\r");
	say(bed, "+CME ERROR: 4\r\n");
	check_story(bed, "in-step cme:4 ");
	bed_free(bed);
}

/* Not a byte but news: it hangs, and is opened anew rather than waited for; but
 * a text may have left, and then its result is worth waiting. */
static void
test_silence_is_lost_soon(void **state)
{
	(void)state;
	struct bed *bed = bed_new();
	command(bed, "AT+A", NULL, false);
	pass_ms(bed, 120);
	check_story(bed, "timeout out-of-step lost ");
	bed_free(bed);
	bed = bed_new();
	command(bed, "AT+A", NULL, false);
	for (int i = 0; i < 80; i++)
		say(bed, i % 2 == 0 ? "^RSSI: 3\r\n" : "*ODD: 1\r\n");
	assert_non_null(strstr(bed->story.at, "lost "));
	bed_free(bed);
	bed = bed_new();
	send_body(bed);
	say(bed, "> ");
	pass_ms(bed, 200);
	check_story(bed, "timeout:body out-of-step ");
	bed_free(bed);
}

static void
test_resync_without_a_silence(void **state)
{
	(void)state;
	struct bed *bed = bed_new();
	at_chan_resync(bed->chan);
	assert_false(at_chan_idle(bed->chan));
	command(bed, "AT+B", NULL, false);
	pass_ms(bed, 15);
	check_heard(bed, "AT+CMGF?\r");
	say(bed, "OK\r\n"); /* of an AT */
	pass_ms(bed, 15);
	check_heard(bed, "AT+CMEE?\r");
	say(bed, "+CMEE: 1\r\nOK\r\n");
	check_heard(bed, "AT+B\r");
	check_story(bed, "in-step ");
	bed_free(bed);
}

/* Some say ERROR and then OK, at once or after a moment: the second is not
 * the next command's. */
static void
test_error_and_ok(void **state)
{
	(void)state;
	struct bed *bed = bed_new();
	command(bed, "AT+A", NULL, false);
	command(bed, "AT+B", NULL, false);
	say(bed, "ERROR\r\nOK\r\n");
	say(bed, "OK\r\n");
	check_story(bed, "error ");
	pass_ms(bed, 35);
	say(bed, "ERROR\r\n");
	check_story(bed, "error ");
	bed_free(bed);
}

static void
test_step_finds_text_mode(void **state)
{
	(void)state;
	struct bed *bed = bed_new();
	command(bed, "AT+A", NULL, false);
	pass_ms(bed, 70);
	say(bed, "+CMGF: 1\r\nOK\r\n");
	check_story(bed, "timeout out-of-step settings-lost ");
	bed_free(bed);
}

/* ESC closes the prompt that never showed; its +CMGS comes too late. */
static void
test_late_result(void **state)
{
	(void)state;
	struct bed *bed = bed_new();
	send_body(bed);
	say(bed, "> ");
	pass_ms(bed, 85);
	check_story(bed, "timeout:body out-of-step ");
	check_heard(bed, "AT+CMGS=9\r00010203040506070809\x1A\x1B"
			 "AT+CMGF?\r");
	say(bed, "+CMGS: 8\r\nOK\r\n+CMGF: 0\r\nOK\r\n");
	check_story(bed, "late:8 in-step ");
	bed_free(bed);
}

/* As late as the next message's prompt. */
static void
test_late_result_at_the_prompt(void **state)
{
	(void)state;
	struct bed *bed = bed_new();
	send_body(bed);
	say(bed, "> ");
	pass_ms(bed, 85);
	say(bed, "+CMGF: 0\r\nOK\r\n");
	check_story(bed, "timeout:body out-of-step in-step ");
	send_body(bed);
	say(bed, "+CMGS: 8\r\nOK\r\n> ");
	say(bed, "+CMGS: 9\r\nOK\r\n");
	check_story(bed, "late:8 own(+CMGS: 9) ok:body ");
	bed_free(bed);
}

/* One message with reference 7, one that times out, and one whose body is on
 * its way. */
static struct bed *
bed_in_doubt(void)
{
	struct bed *bed = bed_new();
	send_body(bed);
	say(bed, "> ");
	say(bed, "+CMGS: 7\r\nOK\r\n");
	send_body(bed);
	say(bed, "> ");
	pass_ms(bed, 85);
	say(bed, "+CMGF: 0\r\nOK\r\n");
	send_body(bed);
	say(bed, "> ");
	check_story(bed, "own(+CMGS: 7) ok:body timeout:body out-of-step "
			 "in-step ");
	return bed;
}

/* As late as the next message's own result. */
static void
test_late_result_behind_the_body(void **state)
{
	static const struct {
		const char *said, *story;
		int after_ms;
		const char *then_said, *then;
	} rows[] = {
	    {"+CMGS: 8\r\nOK\r\n", "", 2, "+CMGS: 9\r\nOK\r\n",
		"late:8 own(+CMGS: 9) ok:body "},
	    {"+CMGS: 8\r\nOK\r\n", "", 2, "+CMS ERROR: 500\r\n",
		"late:8 cms:500:body "},
	    {"+CMGS: 8\r\nOK\r\n", "", 45, "", "own(+CMGS: 8) ok:body "},
	    {"+CMGS: 9\r\nOK\r\n", "own(+CMGS: 9) ok:body ", 2, "", ""},
	    {"+CMS ERROR: 500\r\n", "", 2, "+CMGS: 8\r\nOK\r\n",
		"own(+CMGS: 8) ok:body "},
	    {"+CMS ERROR: 500\r\n", "", 45, "", "cms:500:body "},
	    {"OK\r\n", "", 2, "+CMGS: 8\r\nOK\r\n", "own(+CMGS: 8) ok:body "},
	    {"OK\r\n", "", 60, "", "timeout:body out-of-step "},
	};
	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct bed *bed = bed_in_doubt();
		say(bed, rows[i].said);
		check_story(bed, rows[i].story);
		pass_ms(bed, rows[i].after_ms);
		if (rows[i].then_said[0] != '\0')
			say(bed, rows[i].then_said);
		check_story(bed, rows[i].then);
		bed_free(bed);
	}
}

/* A modem that never gives a reference is known by that, or else by the first
 * text that stays unknown for it. */
static void
test_bare_ok_in_doubt(void **state)
{
	(void)state;
	struct bed *bed = bed_new();
	for (int i = 0; i < 3; i++) {
		send_body(bed);
		say(bed, "> ");
		if (i > 0)
			say(bed, "OK\r\n");
		if (i < 2) {
			pass_ms(bed, 85);
			say(bed, "+CMGF: 0\r\nOK\r\n");
		}
	}
	check_story(bed, "timeout:body out-of-step in-step "
			 "timeout:body out-of-step in-step ok:body ");
	bed_free(bed);
}

/* A late OK of whatever command does not make a text sent; a bare one does,
 * when all was answered. */
static void
test_stray_ok_behind_the_body(void **state)
{
	(void)state;
	struct bed *bed = bed_new();
	send_body(bed);
	say(bed, "> ");
	say(bed, "+CMGS: 7\r\nOK\r\n");
	send_body(bed);
	say(bed, "> ");
	say(bed, "OK\r\n");
	check_story(bed, "own(+CMGS: 7) ok:body ok:body ");
	command(bed, "AT+A", NULL, false);
	pass_ms(bed, 85);
	say(bed, "+CMGF: 0\r\nOK\r\n");
	send_body(bed);
	say(bed, "> ");
	say(bed, "OK\r\n");
	check_story(bed, "timeout out-of-step in-step ");
	say(bed, "+CMGS: 8\r\nOK\r\n");
	check_story(bed, "own(+CMGS: 8) ok:body ");
	bed_free(bed);
}

/* Noise without end does not pass for life. */
static void
test_babble_is_lost(void **state)
{
	(void)state;
	struct bed *bed = bed_new();
	bed->pace.step_ms = 6;
	bed->pace.babble_ms = 20;
	command(bed, "AT+A", NULL, false);
	for (int i = 0; i < 150; i++)
		say(bed, "^RSSI: 3\r\n");
	check_story(bed, "timeout out-of-step lost ");
	struct at_command c = {.text = "AT"};
	assert_false(at_chan_submit(bed->chan, &c));
	bed_free(bed);
}

static void
test_hung_up(void **state)
{
	(void)state;
	struct bed *bed = bed_new();
	command(bed, "AT+A", NULL, false);
	shutdown(bed->peer, SHUT_RDWR);
	pass_ms(bed, 5);
	check_story(bed, "gone hung-up ");
	bed_free(bed);
}

static void
test_numbers_for_words(void **state)
{
	(void)state;
	struct bed *bed = bed_new();
	at_chan_numeric(bed->chan, true);
	command(bed, "AT", NULL, false);
	say(bed, "0\r");
	command(bed, "AT+A", NULL, false);
	say(bed, "4\r");
	check_story(bed, "ok error ");
	at_chan_numeric(bed->chan, false);
	command(bed, "AT", NULL, false);
	say(bed, "0\r");
	check_story(bed, "unknown(0) ");
	bed_free(bed);
}

static void
test_open_quote_times_out(void **state)
{
	(void)state;
	struct bed *bed = bed_new();
	command(bed, "AT+A", NULL, false);
	say(bed, "+CUSD: 0,\"menu\r\nOK\r\n");
	check_story(bed, "");
	pass_ms(bed, 25);
	check_story(bed, "unknown(+CUSD: 0,\"menu) ok ");
	bed_free(bed);
}

static void
discard(const char *line, void *arg)
{
	(void)line;
	(void)arg;
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_own_and_news),
	    cmocka_unit_test(test_queue),
	    cmocka_unit_test(test_finals),
	    cmocka_unit_test(test_two_headers_open),
	    cmocka_unit_test(test_header_without_pdu),
	    cmocka_unit_test(test_echo),
	    cmocka_unit_test(test_body),
	    cmocka_unit_test(test_body_needs_a_whole_ok),
	    cmocka_unit_test(test_result_without_ok),
	    cmocka_unit_test(test_back_in_step),
	    cmocka_unit_test(test_late_answers_in_a_burst),
	    cmocka_unit_test(test_silence_is_lost_soon),
	    cmocka_unit_test(test_resync_without_a_silence),
	    cmocka_unit_test(test_error_and_ok),
	    cmocka_unit_test(test_step_finds_text_mode),
	    cmocka_unit_test(test_late_result),
	    cmocka_unit_test(test_late_result_at_the_prompt),
	    cmocka_unit_test(test_late_result_behind_the_body),
	    cmocka_unit_test(test_bare_ok_in_doubt),
	    cmocka_unit_test(test_stray_ok_behind_the_body),
	    cmocka_unit_test(test_babble_is_lost),
	    cmocka_unit_test(test_hung_up),
	    cmocka_unit_test(test_numbers_for_words),
	    cmocka_unit_test(test_open_quote_times_out),
	};
	log_set_sink(discard, NULL);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
