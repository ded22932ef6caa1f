/* One SMPP connection as stories: what happens to it, and what it does. */
#include "gateway/link/smpp_sess.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/buf.h"
#include "base/log.h"
#include "tests/gateway/smsc_pdu.h"

#define RESP 0x80000000u
#define RESPONSE_MS 10000
#define ENQUIRE_MS 30000

struct bed {
	struct smpp_sess sess;
	struct buf story;
	int64_t now_ms, timer_ms; /* timer_ms < 0: not armed */
	bool full, no_room, told_changes;
	size_t unwritten;
	uint32_t last; /* sequence number of the last request written */
};

/* -- effects as words -------------------------------------------------------
 */

static void
do_connect(void *arg)
{
	struct bed *b = arg;
	buf_add_text(&b->story, "connect; ");
}

static void
do_close(void *arg)
{
	struct bed *b = arg;
	buf_add_text(&b->story, "close; ");
}

static const char *
name_of(uint32_t command)
{
	const char *name = smpp_command_name(command);
	return name != NULL ? name : "?";
}

static bool
do_write(void *arg, struct span octets)
{
	struct bed *b = arg;
	struct smpp_head head;
	if (b->full)
		return false;
	assert_int_equal(smpp_pdu_frame(&head, octets), SMPP_FRAME_PDU);
	buf_add_format(&b->story, "%s", name_of(head.command));
	if (smpp_is_resp(head.command))
		buf_add_format(&b->story, " %u:%x", head.sequence, head.status);
	else
		b->last = head.sequence;
	buf_add_text(&b->story, "; ");
	return true;
}

static size_t
do_unwritten(void *arg)
{
	return ((struct bed *)arg)->unwritten;
}

static void
do_arm(void *arg, int64_t ms)
{
	struct bed *b = arg;
	b->timer_ms = ms < 0 ? -1 : b->now_ms + ms;
}

static void
do_changed(void *arg)
{
	(void)arg;
}

static enum smpp_taken
do_incoming(
    void *arg, const struct smpp_pdu *pdu, struct span octets, bool overdue)
{
	struct bed *b = arg;
	(void)octets;
	if (b->no_room && !overdue)
		return SMPP_TAKEN_NO_ROOM;
	if (b->no_room) {
		smpp_sess_answer_now(&b->sess, &pdu->head, SMPP_RMSGQFUL);
		return SMPP_TAKEN_ANSWERED;
	}
	buf_add_format(&b->story, "text %.*s; ",
	    (int)pdu->sm.short_message.octets,
	    (const char *)pdu->sm.short_message.at);
	return SMPP_TAKEN;
}

static void
do_ended(void *arg, const struct smpp_asked *asked, enum smpp_ending how,
    const struct smpp_pdu *pdu)
{
	static const char *const names[] = {
	    "answered", "silent", "lost", "unsent"};
	struct bed *b = arg;
	buf_add_format(&b->story, "%u %s", asked->text, names[how]);
	if (pdu != NULL)
		buf_add_format(&b->story, " %x %.*s", pdu->head.status,
		    (int)pdu->resp.message_id.octets, pdu->resp.message_id.at);
	buf_add_text(&b->story, "; ");
}

static void
do_unasked(void *arg, const struct smpp_pdu *pdu)
{
	struct bed *b = arg;
	buf_add_format(&b->story, "unasked %u; ", pdu->head.sequence);
}

static void
do_again(void *arg)
{
	struct bed *b = arg;
	buf_add_text(&b->story, "again; ");
}

static const struct smpp_sess_effects effects = {do_connect, do_close, do_write,
    do_unwritten, do_arm, do_changed, do_incoming, do_ended, do_unasked,
    do_again};

/* -- what happens -----------------------------------------------------------
 */

static void
told(struct bed *b, const char *expected)
{
	assert_string_equal(b->story.at, expected);
	buf_clear(&b->story);
}

static size_t
hear(struct bed *b, const struct smsc_pdu *pdu)
{
	return smpp_sess_input(
	    &b->sess, b->now_ms, span_of(pdu->at, pdu->octets));
}

static void
hear_head(struct bed *b, uint32_t command, uint32_t status, uint32_t sequence)
{
	struct smsc_pdu pdu;
	smsc_pdu_begin(&pdu, command, status, sequence);
	assert_int_equal(hear(b, &pdu), pdu.octets);
}

static void
hear_taken(struct bed *b, uint32_t sequence, const char *id)
{
	struct smsc_pdu pdu;
	smsc_pdu_begin(&pdu, SMPP_SUBMIT_SM | RESP, 0, sequence);
	smsc_pdu_text(&pdu, id);
	hear(b, &pdu);
}

static void
hear_text(struct bed *b, uint32_t sequence, const char *words)
{
	struct smsc_pdu pdu;
	smsc_pdu_deliver(&pdu, sequence, "254711000001", "20880", 0, words);
	hear(b, &pdu);
}

/* Turns the clock by that, with all that is due on the way. */
static void
pass(struct bed *b, int64_t ms)
{
	int64_t until = b->now_ms + ms;
	while (b->timer_ms >= 0 && b->timer_ms <= until) {
		b->now_ms = b->timer_ms;
		b->timer_ms = -1;
		smpp_sess_time_up(&b->sess, b->now_ms);
	}
	b->now_ms = until;
}

static uint32_t
submit(struct bed *b, uint32_t text)
{
	struct smsc_pdu pdu;
	uint32_t sequence = smpp_sess_sequence(&b->sess);
	smsc_pdu_begin(&pdu, SMPP_SUBMIT_SM, 0, sequence);
	if (!smpp_sess_ask(&b->sess, b->now_ms, sequence, text,
		span_of(pdu.at, pdu.octets)))
		buf_add_text(&b->story, "no; ");
	return sequence;
}

static void
open_bed(struct bed *b, enum smpp_sess_role role, size_t window)
{
	struct smpp_sess_config config = {.label = "op/1",
	    .role = role,
	    .system_id = "furrow",
	    .password = "secret",
	    .system_type = "",
	    .addr_range = "",
	    .window = window,
	    .response_ms = RESPONSE_MS,
	    .enquire_ms = ENQUIRE_MS,
	    .reconnect_min_ms = 1000,
	    .reconnect_max_ms = 60000,
	    .seed = 1};
	*b = (struct bed){.now_ms = 5000000, .timer_ms = -1};
	b->story = buf_new(1 << 16);
	smpp_sess_init(&b->sess, &config, &effects, b);
	smpp_sess_start(&b->sess, b->now_ms);
}

static int
start(void **state)
{
	struct bed *b = calloc(1, sizeof(*b));
	open_bed(b, SMPP_SESS_TRANSCEIVER, 3);
	*state = b;
	return 0;
}

static int
bound(void **state)
{
	start(state);
	struct bed *b = *state;
	smpp_sess_opened(&b->sess, b->now_ms);
	hear_head(b, SMPP_BIND_TRANSCEIVER | RESP, 0, b->last);
	told(b, "connect; bind_transceiver; ");
	assert_true(smpp_sess_is_up(&b->sess));
	return 0;
}

static int
finish(void **state)
{
	struct bed *b = *state;
	smpp_sess_free(&b->sess);
	buf_free(&b->story);
	free(b);
	return 0;
}

/* -- the stories ------------------------------------------------------------
 */

static void
binds_works_and_unbinds(void **state)
{
	struct bed *b = *state;
	uint32_t one = submit(b, 1);
	hear_text(b, 77, "5kg tomato");
	hear_taken(b, one, "m1");
	told(b, "submit_sm; text 5kg tomato; 1 answered 0 m1; ");
	smpp_sess_answer(&b->sess, b->now_ms, SMPP_DELIVER_SM, 77, SMPP_ROK);
	told(b, "deliver_sm_resp 77:0; ");
	smpp_sess_stop(&b->sess, b->now_ms, 2000);
	told(b, "unbind; ");
	hear_head(b, SMPP_UNBIND | RESP, 0, b->last);
	told(b, "close; ");
	assert_int_equal(smpp_sess_state(&b->sess), SMPP_SESS_STOPPED);
}

/* 2.9.1: answers come in any order, 5.1.4: by their number. */
static void
answers_in_any_order(void **state)
{
	struct bed *b = *state;
	uint32_t s[3];
	for (uint32_t i = 0; i < 3; i++)
		s[i] = submit(b, i);
	assert_int_equal(smpp_sess_room(&b->sess), 0);
	submit(b, 9);
	told(b, "submit_sm; submit_sm; submit_sm; no; ");
	hear_taken(b, s[2], "c");
	hear_taken(b, s[0], "a");
	hear_taken(b, s[0], "again");
	hear_taken(b, 4711, "x");
	char expected[80];
	snprintf(expected, sizeof(expected),
	    "2 answered 0 c; 0 answered 0 a; unasked %u; unasked 4711; ", s[0]);
	told(b, expected);
	assert_int_equal(b->sess.counts.unasked, 2);
	assert_int_equal(smpp_sess_room(&b->sess), 2);
}

/* 5.1.4: 0x7FFFFFFF is followed by 1. */
static void
numbers_wrap(void **state)
{
	struct bed *b = *state;
	b->sess.sequence = SMPP_SEQUENCE_MAX - 1;
	assert_int_equal(submit(b, 1), SMPP_SEQUENCE_MAX);
	assert_int_equal(submit(b, 2), 1);
	hear_taken(b, SMPP_SEQUENCE_MAX, "a");
	hear_taken(b, 1, "b");
	told(b, "submit_sm; submit_sm; 1 answered 0 a; 2 answered 0 b; ");
}

/* 7.2 response_timer: nobody knows; a late answer is nobody's. */
static void
silence_is_unknown(void **state)
{
	struct bed *b = *state;
	uint32_t s = submit(b, 1);
	pass(b, RESPONSE_MS - 1);
	told(b, "submit_sm; ");
	pass(b, 1);
	told(b, "1 silent; ");
	hear_taken(b, s, "late");
	char expected[40];
	snprintf(expected, sizeof(expected), "unasked %u; ", s);
	told(b, expected);
}

static void
a_window_never_answered_ends_it(void **state)
{
	struct bed *b = *state;
	for (uint32_t i = 0; i < 3; i++) {
		submit(b, i);
		pass(b, RESPONSE_MS);
		hear_head(b, SMPP_ENQUIRE_LINK, 0, 100 + i);
	}
	told(b, "submit_sm; 0 silent; enquire_link_resp 100:0; "
		"submit_sm; 1 silent; enquire_link_resp 101:0; "
		"submit_sm; 2 silent; close; ");
	assert_string_equal(b->sess.why, "the centre answers no submit_sm");
}

/* 4.11: asked when it says nothing, given up when it does not answer. */
static void
half_open_sockets(void **state)
{
	struct bed *b = *state;
	pass(b, ENQUIRE_MS);
	told(b, "enquire_link; ");
	hear_head(b, SMPP_ENQUIRE_LINK | RESP, 0, b->last);
	pass(b, ENQUIRE_MS);
	told(b, "enquire_link; ");
	pass(b, RESPONSE_MS);
	told(b, "close; ");
	assert_string_equal(
	    b->sess.why, "the centre does not answer enquire_link");
	pass(b, 1000);
	told(b, "connect; ");
}

static void
a_byte_a_second(void **state)
{
	struct bed *b = *state;
	struct smsc_pdu pdu;
	smsc_pdu_deliver(&pdu, 1, "254711000001", "20880", 0, "hello");
	size_t came = 0;
	while (smpp_sess_is_up(&b->sess) && came < pdu.octets) {
		size_t used = smpp_sess_input(
		    &b->sess, b->now_ms, span_of(pdu.at, ++came));
		assert_int_equal(used, 0);
		pass(b, 1000);
	}
	told(b, "close; ");
	assert_in_range(came, 9, 11);
	assert_string_equal(
	    b->sess.why, "a PDU did not come whole within the time");
}

/* 4.3, and contract: the link is closed, for nobody knows where it goes on. */
static void
lengths_that_lie(void **state)
{
	static const uint8_t lies[][4] = {
	    {0, 0, 0, 15}, {0, 0, 0, 0}, {0, 1, 0x11, 0x71}, {0xFF, 0, 0, 0}};
	struct bed *b = *state;
	for (size_t i = 0; i < sizeof(lies) / sizeof(lies[0]); i++) {
		struct smsc_pdu pdu;
		smsc_pdu_begin(&pdu, SMPP_DELIVER_SM, 0, 7);
		memcpy(pdu.at, lies[i], 4);
		hear(b, &pdu);
		told(b, "generic_nack 7:2; close; ");
		pass(b, b->timer_ms - b->now_ms);
		smpp_sess_opened(&b->sess, b->now_ms);
		hear_head(b, SMPP_BIND_TRANSCEIVER | RESP, 0, b->last);
		told(b, "connect; bind_transceiver; ");
	}
}

/* The body lies: an error answer, and the link stays. */
static void
malformed_bodies(void **state)
{
	struct bed *b = *state;
	struct smsc_pdu pdu;
	smsc_pdu_deliver(&pdu, 9, "254711000001", "20880", 0, "hello");
	pdu.at[pdu.octets - 6] = 200; /* sm_length */
	hear(b, &pdu);
	assert_non_null(strstr(b->story.at, "deliver_sm_resp 9:"));
	assert_null(strstr(b->story.at, "9:0;"));
	assert_true(smpp_sess_is_up(&b->sess));
	assert_int_equal(b->sess.counts.malformed, 1);
	buf_clear(&b->story);
	hear_head(b, 0x00000777, 0, 10);
	told(b, "generic_nack 10:3; ");
	hear_head(b, 0x80000777, 0, 11);
	hear_head(b, SMPP_GENERIC_NACK, 3, 0);
	assert_true(smpp_sess_is_up(&b->sess));
}

/* 4.3: a nack with the number of a request is its answer. */
static void
a_nack_answers(void **state)
{
	struct bed *b = *state;
	uint32_t s = submit(b, 5);
	hear_head(b, SMPP_GENERIC_NACK, SMPP_RTHROTTLED, s);
	told(b, "submit_sm; 5 answered 58 ; ");
}

/* 4.2: what waits is answered before, for a second. */
static void
the_peer_unbinds(void **state)
{
	struct bed *b = *state;
	submit(b, 1);
	hear_head(b, SMPP_UNBIND, 0, 50);
	told(b, "submit_sm; ");
	assert_int_equal(smpp_sess_room(&b->sess), 0);
	pass(b, 999);
	told(b, "");
	pass(b, 1);
	told(b, "unbind_resp 50:0; close; 1 lost; ");
	pass(b, 1000);
	told(b, "connect; ");
}

static void
the_peer_unbinds_and_answers(void **state)
{
	struct bed *b = *state;
	struct smsc_pdu pdu;
	smsc_pdu_deliver(&pdu, 3, "254711000001", "20880", 0, "hello");
	uint32_t s = submit(b, 1);
	hear(b, &pdu);
	hear_head(b, SMPP_UNBIND, 0, 50);
	told(b, "submit_sm; text hello; ");
	smsc_pdu_deliver(&pdu, 4, "254711000001", "20880", 0, "too late");
	hear(b, &pdu);
	told(b, "deliver_sm_resp 4:14; ");
	hear_taken(b, s, "m1");
	told(b, "1 answered 0 m1; ");
	smpp_sess_answer(&b->sess, b->now_ms, SMPP_DELIVER_SM, 3, SMPP_ROK);
	told(b, "deliver_sm_resp 3:0; unbind_resp 50:0; close; ");
}

/* What was not written had not left. */
static void
lost_in_the_middle(void **state)
{
	struct bed *b = *state;
	submit(b, 1);
	submit(b, 2);
	b->unwritten = 16; /* the second one */
	smpp_sess_lost(&b->sess, b->now_ms, NULL);
	told(b, "submit_sm; submit_sm; close; 1 lost; 2 unsent; ");
}

static void
a_peer_that_never_reads(void **state)
{
	struct bed *b = *state;
	submit(b, 1);
	b->full = true;
	submit(b, 2);
	told(b, "submit_sm; close; 1 lost; no; ");
	assert_string_equal(
	    b->sess.why, "the centre does not read what we send");
}

/* -- no room for what comes -------------------------------------------------
 */

static void
no_room_holds_then_refuses(void **state)
{
	struct bed *b = *state;
	struct smsc_pdu pdu;
	smsc_pdu_deliver(&pdu, 3, "254711000001", "20880", 0, "hello");
	b->no_room = true;
	assert_int_equal(hear(b, &pdu), 0);
	assert_true(b->sess.no_room);
	told(b, "");
	pass(b, SMPP_SESS_HELD_MS);
	told(b, "again; ");
	assert_int_equal(hear(b, &pdu), pdu.octets);
	told(b, "deliver_sm_resp 3:14; ");
	hear_text(b, 4, "and this");
	told(b, "deliver_sm_resp 4:14; ");
	b->no_room = false;
	hear_text(b, 5, "now it goes");
	told(b, "text now it goes; ");
	assert_false(b->sess.overdue);
}

static void
room_comes_back(void **state)
{
	struct bed *b = *state;
	struct smsc_pdu pdu;
	smsc_pdu_deliver(&pdu, 3, "254711000001", "20880", 0, "hello");
	b->no_room = true;
	assert_int_equal(hear(b, &pdu), 0);
	b->no_room = false;
	assert_true(smpp_sess_resume(&b->sess));
	assert_int_equal(hear(b, &pdu), pdu.octets);
	told(b, "text hello; ");
}

/* -- binding ----------------------------------------------------------------
 */

static void
a_wrong_password(void **state)
{
	struct bed *b = *state;
	for (int i = 0; i < 3; i++) {
		smpp_sess_opened(&b->sess, b->now_ms);
		hear_head(
		    b, SMPP_BIND_TRANSCEIVER | RESP, SMPP_RINVPASWD, b->last);
		told(b, "connect; bind_transceiver; close; ");
		assert_true(b->sess.refused);
		assert_non_null(strstr(b->sess.why, "ESME_RINVPASWD"));
		assert_non_null(strstr(b->sess.why, "check system-id"));
		pass(b, 59999);
		told(b, "");
		pass(b, 1); /* slowly, whatever came before */
	}
}

/* `furrow status` has 127 octets for the state and this. */
static void
every_refusal_fits_its_line(void **state)
{
	struct bed *b = *state;
	for (uint32_t status = 1; status < 0x500; status++) {
		smpp_sess_opened(&b->sess, b->now_ms);
		hear_head(b, SMPP_BIND_TRANSCEIVER | RESP, status, b->last);
		assert_true(strlen("connecting: ") + strlen(b->sess.why) < 128);
		buf_clear(&b->story);
		while (smpp_sess_state(&b->sess) != SMPP_SESS_CONNECTING)
			pass(b, 1000);
	}
}

static void
bound_already(void **state)
{
	struct bed *b = *state;
	smpp_sess_opened(&b->sess, b->now_ms);
	hear_head(b, SMPP_BIND_TRANSCEIVER | RESP, SMPP_RALYBND, b->last);
	told(b, "connect; bind_transceiver; close; ");
	pass(b, 1000);
	told(b, "connect; ");
}

/* A hundred failures: never faster than the least, never beyond the most. */
static void
tries_again_more_slowly(void **state)
{
	struct bed *b = *state;
	int64_t before_ms = 0, longest_ms = 0;
	for (int i = 0; i < 12; i++) {
		smpp_sess_lost(&b->sess, b->now_ms, "refused");
		int64_t wait_ms = b->timer_ms - b->now_ms;
		assert_in_range(wait_ms, 1000, 60000);
		if (i < 5)
			assert_true(wait_ms >= before_ms / 2);
		before_ms = wait_ms;
		longest_ms = wait_ms > longest_ms ? wait_ms : longest_ms;
		pass(b, wait_ms);
	}
	assert_true(longest_ms >= 30000);
	/* A bind that does not hold is no success, one that does is. */
	smpp_sess_opened(&b->sess, b->now_ms);
	hear_head(b, SMPP_BIND_TRANSCEIVER | RESP, 0, b->last);
	smpp_sess_lost(&b->sess, b->now_ms, NULL);
	assert_true(b->timer_ms - b->now_ms >= 30000);
	pass(b, b->timer_ms - b->now_ms);
	smpp_sess_opened(&b->sess, b->now_ms);
	hear_head(b, SMPP_BIND_TRANSCEIVER | RESP, 0, b->last);
	b->now_ms += 60000;
	smpp_sess_lost(&b->sess, b->now_ms, NULL);
	assert_int_equal(b->timer_ms - b->now_ms, 1000);
}

static void
what_comes_before_the_bind_is_answered(void **state)
{
	struct bed *b = *state;
	smpp_sess_opened(&b->sess, b->now_ms);
	hear_head(b, SMPP_OUTBIND, 0, 1);
	hear_head(b, SMPP_ENQUIRE_LINK, 0, 2);
	hear_text(b, 3, "too early");
	hear_head(b, SMPP_BIND_TRANSCEIVER | RESP, 0, b->last + 1);
	assert_int_equal(smpp_sess_state(&b->sess), SMPP_SESS_BINDING);
	char expected[160];
	snprintf(expected, sizeof(expected),
	    "connect; bind_transceiver; enquire_link_resp 2:0; "
	    "deliver_sm_resp 3:4; unasked %u; ",
	    b->last + 1);
	told(b, expected);
	pass(b, RESPONSE_MS);
	told(b, "close; ");
}

static void
stopped_while_answers_are_due(void **state)
{
	struct bed *b = *state;
	uint32_t s = submit(b, 1);
	smpp_sess_stop(&b->sess, b->now_ms, 2000);
	told(b, "submit_sm; ");
	assert_int_equal(smpp_sess_room(&b->sess), 0);
	pass(b, 500);
	hear_taken(b, s, "m1");
	told(b, "1 answered 0 m1; unbind; ");
	pass(b, 2000); /* it does not answer the unbind */
	told(b, "close; ");
	assert_int_equal(smpp_sess_state(&b->sess), SMPP_SESS_STOPPED);
	assert_int_equal(b->timer_ms, -1);
}

static void
stopped_and_nobody_answers(void **state)
{
	struct bed *b = *state;
	int64_t began_ms = b->now_ms;
	submit(b, 1);
	smpp_sess_stop(&b->sess, b->now_ms, 2000);
	pass(b, 2000);
	told(b, "submit_sm; unbind; close; 1 lost; ");
	assert_true(b->now_ms - began_ms <= 2000);
	assert_int_equal(smpp_sess_state(&b->sess), SMPP_SESS_STOPPED);
}

static void
reset_begins_anew(void **state)
{
	struct bed *b = *state;
	smpp_sess_reset(&b->sess, b->now_ms);
	told(b, "unbind; ");
	hear_head(b, SMPP_UNBIND | RESP, 0, b->last);
	pass(b, 0);
	told(b, "close; connect; ");
}

/* Fed whole, octet by octet and cut at every place: the same story. */
static void
however_it_is_cut(void **state)
{
	struct bed *b = *state;
	struct smsc_pdu text, alive;
	uint8_t all[1200];
	smsc_pdu_deliver(&text, 8, "254711000001", "20880", 0, "2 bags");
	smsc_pdu_begin(&alive, SMPP_ENQUIRE_LINK, 0, 9);
	size_t octets = text.octets + alive.octets;
	memcpy(all, text.at, text.octets);
	memcpy(all + text.octets, alive.at, alive.octets);
	for (size_t cut = 0; cut <= octets; cut++) {
		size_t used =
		    smpp_sess_input(&b->sess, b->now_ms, span_of(all, cut));
		used += smpp_sess_input(
		    &b->sess, b->now_ms, span_of(all + used, octets - used));
		assert_int_equal(used, octets);
		told(b, "text 2 bags; enquire_link_resp 9:0; ");
	}
}

/* docs/smpp.md shows the machine as it is. */
static void
drawn_as_it_is(void **state)
{
	char page[32768];
	char *drawing = NULL;
	size_t octets = 0;
	(void)state;
	FILE *out = open_memstream(&drawing, &octets);
	fsm_draw(&smpp_sess_table, out);
	fclose(out);
	FILE *in = fopen(FURROW_SOURCE "/docs/smpp.md", "r");
	assert_non_null(in);
	page[fread(page, 1, sizeof(page) - 1, in)] = '\0';
	fclose(in);
	if (strstr(page, drawing) == NULL)
		fail_msg("docs/smpp.md does not have:\n%s", drawing);
	free(drawing);
}

static void
discard(const char *line, void *arg)
{
	(void)line;
	(void)arg;
}

#define BOUND(name) cmocka_unit_test_setup_teardown(name, bound, finish)
#define START(name) cmocka_unit_test_setup_teardown(name, start, finish)

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    BOUND(binds_works_and_unbinds),
	    BOUND(answers_in_any_order),
	    BOUND(numbers_wrap),
	    BOUND(silence_is_unknown),
	    BOUND(a_window_never_answered_ends_it),
	    BOUND(half_open_sockets),
	    BOUND(a_byte_a_second),
	    BOUND(lengths_that_lie),
	    BOUND(malformed_bodies),
	    BOUND(a_nack_answers),
	    BOUND(the_peer_unbinds),
	    BOUND(the_peer_unbinds_and_answers),
	    BOUND(lost_in_the_middle),
	    BOUND(a_peer_that_never_reads),
	    BOUND(no_room_holds_then_refuses),
	    BOUND(room_comes_back),
	    START(a_wrong_password),
	    START(every_refusal_fits_its_line),
	    START(bound_already),
	    START(tries_again_more_slowly),
	    START(what_comes_before_the_bind_is_answered),
	    BOUND(stopped_while_answers_are_due),
	    BOUND(stopped_and_nobody_answers),
	    BOUND(reset_begins_anew),
	    BOUND(however_it_is_cut),
	    cmocka_unit_test(drawn_as_it_is),
	};
	log_set_sink(discard, NULL);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
