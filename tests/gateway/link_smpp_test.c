/* An SMPP link against a centre on loopback: texts both ways, receipts, and
 * what a centre does wrong. */
#include "gateway/link/link_smpp.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/clock.h"
#include "base/log.h"
#include "tests/base/tls_kit.h"
#include "tests/gateway/smsc.h"

#define AMINA "+254711000001"
#define BARE "254711000001"
#define WAIT_MS 3000
#define PLACES 4096

struct bed {
	struct loop *loop;
	struct smsc *smsc;
	struct link *link;
	struct link_sink sink;
	struct timer *wake;
	struct buf story;
	bool full; /* the inbox */
	int place[PLACES];
	size_t places, taken;
	int64_t mr; /* of the last outcome's first part */
	int64_t again_before_ms; /* of the last text */
};

/* -- the sink as words ------------------------------------------------------
 */

static void
tell_text(struct bed *b, const struct msg_in *m)
{
	buf_add_format(&b->story, "text %s \"%.*s\"", m->from,
	    (int)m->text.octets, m->text.at);
	/* What has to be put together is kept as it came. */
	assert_int_equal(m->raw_told, m->part.total == 0);
	if (m->part.total > 0)
		buf_add_format(&b->story, " part %d/%d of %d", m->part.seq,
		    m->part.total, m->part.ref);
	if (m->again_before_ms != 0)
		buf_add_text(&b->story, " again?");
	buf_add_text(&b->story, "; ");
}

static bool
on_message(void *arg, struct link *link, const struct msg_in *m)
{
	struct bed *b = arg;
	(void)link;
	if (b->full)
		return false;
	assert_true(m->place.index >= 0);
	assert_int_equal(m->place.store[0], '\0');
	b->again_before_ms = m->again_before_ms;
	b->place[b->places++ % PLACES] = m->place.index;
	b->taken++;
	if (m->kind == MSG_TEXT)
		tell_text(b, m);
	else if (m->kind == MSG_REPORT)
		buf_add_format(&b->story, "report %s %s class %d; ", m->from,
		    m->report_mr == b->mr ? "ours" : "another's",
		    (int)m->report);
	else
		buf_add_format(
		    &b->story, "kind %d %s; ", (int)m->kind, m->from);
	return true;
}

static void
on_outcome(void *arg, struct link *link, const struct msg_outcome *o)
{
	struct bed *b = arg;
	(void)link;
	b->mr = o->mr[0];
	buf_add_format(
	    &b->story, "%d %s", (int)o->id, outcome_name(o->outcome));
	if (o->outcome == OUTCOME_REFUSED)
		buf_add_format(
		    &b->story, " %s %x", refusal_name(o->refusal), o->code);
	buf_add_format(&b->story, " %d/%d; ", o->parts_done, o->parts_total);
}

static void
on_change(void *arg, struct link *link)
{
	(void)arg;
	(void)link;
}

/* -- a bed ------------------------------------------------------------------
 */

static void
wake(void *arg)
{
	struct bed *b = arg;
	timer_arm(b->wake, 5);
}

static void
pump(struct bed *b, int ms)
{
	int64_t until = clock_mono_ms(clock_system()) + ms;
	while (clock_mono_ms(clock_system()) < until)
		loop_once(b->loop, true);
}

/* Until both have said what they should. */
static void
expect(struct bed *b, const char *ours, const char *theirs)
{
	int64_t until = clock_mono_ms(clock_system()) + WAIT_MS;
	while (clock_mono_ms(clock_system()) < until &&
	       (strstr(b->story.at, ours) == NULL ||
		   strstr(b->smsc->story.at, theirs) == NULL))
		loop_once(b->loop, true);
	assert_string_equal(b->story.at, ours);
	assert_string_equal(b->smsc->story.at, theirs);
	buf_clear(&b->story);
	buf_clear(&b->smsc->story);
}

static void
until_state(struct bed *b, enum link_state state)
{
	int64_t until = clock_mono_ms(clock_system()) + WAIT_MS;
	while (clock_mono_ms(clock_system()) < until && b->link->state != state)
		loop_once(b->loop, true);
	assert_int_equal(b->link->state, state);
}

static void
until_binds(struct bed *b, size_t binds)
{
	int64_t until = clock_mono_ms(clock_system()) + WAIT_MS;
	while (clock_mono_ms(clock_system()) < until && b->smsc->binds < binds)
		loop_once(b->loop, true);
	assert_int_equal(b->smsc->binds, binds);
}

static struct link_smpp_config
usual(struct bed *b)
{
	return (struct link_smpp_config){.name = "op",
	    .number = "20880",
	    .host = "127.0.0.1",
	    .port = (unsigned short)b->smsc->port,
	    .system_id = "furrow",
	    .password = "secret",
	    .window = 4,
	    .enquire_ms = 60000,
	    .response_ms = 150,
	    .reconnect_min_ms = 20,
	    .reconnect_max_ms = 60,
	    .source_ton = LINK_SMPP_AUTO,
	    .source_npi = LINK_SMPP_AUTO,
	    .dest_ton = LINK_SMPP_AUTO,
	    .dest_npi = LINK_SMPP_AUTO,
	    .text = {.segment = {.transliterate = PLAIN_PUNCTUATION}},
	    .seed = 7};
}

static void
open_link(struct bed *b, const struct link_smpp_config *config)
{
	b->link = link_smpp_new(b->loop, config, &b->sink);
	b->link->ops->start(b->link);
}

static int
closed(void **state)
{
	struct bed *b = calloc(1, sizeof(*b));
	*state = b;
	b->loop = loop_new();
	b->story = buf_new(1 << 20);
	b->wake = timer_new(b->loop, wake, b);
	timer_arm(b->wake, 5);
	b->smsc = smsc_new(b->loop);
	b->sink = (struct link_sink){.arg = b,
	    .on_message = on_message,
	    .on_outcome = on_outcome,
	    .on_change = on_change};
	return 0;
}

static int
bound(void **state)
{
	closed(state);
	struct bed *b = *state;
	struct link_smpp_config config = usual(b);
	open_link(b, &config);
	until_state(b, LINK_UP);
	expect(b, "", "bind furrow/secret; ");
	return 0;
}

static int
finish(void **state)
{
	struct bed *b = *state;
	if (b->link != NULL)
		b->link->ops->free(b->link);
	smsc_free(&b->smsc);
	timer_free(&b->wake);
	loop_once(b->loop, false);
	loop_free(&b->loop);
	buf_free(&b->story);
	free(b);
	return 0;
}

static void
send(struct bed *b, int id, const char *words)
{
	struct msg_out out = {
	    .id = id, .text = str_from(words), .report = true};
	str_copy(out.to, sizeof(out.to), STR(AMINA));
	b->link->ops->send(b->link, &out);
}

/* As the turn does after its commit. */
static void
acknowledge(struct bed *b, bool stored)
{
	for (size_t i = 0; i < b->places; i++) {
		struct msg_place place = {.index = b->place[i]};
		if (stored)
			b->link->ops->acknowledge(b->link, &place);
		else
			b->link->ops->refuse(b->link, &place);
	}
	b->places = 0;
}

/* -- the stories ------------------------------------------------------------
 */

/* 4.6: a text is answered when it is durable, and not before. */
static void
answered_after_the_commit(void **state)
{
	struct bed *b = *state;
	smsc_deliver(b->smsc, BARE, "5kg tomato");
	expect(b, "text " AMINA " \"5kg tomato\" again?; ", "");
	pump(b, 20);
	expect(b, "", "");
	acknowledge(b, true);
	expect(b, "", "taken 1:0; ");
}

static void
refused_when_the_disk_is_full(void **state)
{
	struct bed *b = *state;
	smsc_deliver(b->smsc, BARE, "5kg tomato");
	expect(b, "text " AMINA " \"5kg tomato\" again?; ", "");
	acknowledge(b, false);
	expect(b, "", "taken 1:14; ");
}

static void
a_text_and_its_receipt(void **state)
{
	struct bed *b = *state;
	assert_int_equal(b->link->ops->room(b->link), 4);
	send(b, 1, "We are asking a farmer");
	assert_int_equal(b->link->ops->room(b->link), 3);
	expect(b, "1 accepted 1/1; ",
	    "submit " BARE " \"We are asking a farmer\"; ");
	smsc_receipt(b->smsc, BARE, "m1", "DELIVRD");
	expect(b, "report " AMINA " ours class 0; ", "");
	smsc_receipt(b->smsc, BARE, "m2", "UNDELIV");
	expect(b, "report " AMINA " another's class 2; ", "");
	acknowledge(b, true);
	expect(b, "", "taken 1:0; taken 2:0; ");
}

/* From nobody, from our number, from what telephones show; and unmarked. */
static void
whom_a_receipt_is_about(void **state)
{
	static const struct {
		const char *from, *to;
		unsigned esm_class;
	} said[] = {{"", BARE, 4}, {"20880", BARE, 4}, {"MARKET", BARE, 4},
	    {BARE, "", 4}, {BARE, "20880", 0}, {BARE, "0880", 8}};
	static const char *const words =
	    "id:m1 sub:001 dlvrd:001 submit date:2611260600 done "
	    "date:2611260601 stat:DELIVRD err:000 text:";
	struct bed *b = *state;
	struct link_smpp_config config = usual(b);
	struct smsc_pdu pdu;
	config.sender = "MARKET";
	open_link(b, &config);
	until_state(b, LINK_UP);
	send(b, 1, "hello");
	expect(b, "1 accepted 1/1; ",
	    "bind furrow/secret; submit " BARE " \"hello\"; ");
	for (uint32_t i = 0; i < sizeof(said) / sizeof(said[0]); i++) {
		smsc_pdu_deliver(&pdu, i + 1, said[i].from, said[i].to,
		    said[i].esm_class, words);
		smsc_send(b->smsc, &pdu);
		/* The destination has no type of number there. */
		expect(b,
		    i < 3 ? "report " BARE " ours class 0; "
			  : "report " AMINA " ours class 0; ",
		    "");
	}
}

static void
a_long_text_goes_part_by_part(void **state)
{
	struct bed *b = *state;
	char words[200];
	char heard[260];
	memset(words, 'a', 160);
	snprintf(words + 160, sizeof(words) - 160, "bcdef");
	send(b, 7, words);
	snprintf(heard, sizeof(heard),
	    "submit " BARE " part 1/2 \"%.153s\"; "
	    "submit " BARE " part 2/2 \"aaaaaaabcdef\"; ",
	    words);
	expect(b, "7 accepted 2/2; ", heard);
}

static void
refused_by_the_centre(void **state)
{
	struct bed *b = *state;
	b->smsc->submit_status = 0x0B;
	send(b, 1, "hello");
	expect(b, "1 refused dead b 0/1; ", "submit " BARE " \"hello\"; ");
	b->smsc->submit_status = 0x58;
	send(b, 2, "hello");
	expect(b, "2 refused wait 58 0/1; ", "submit " BARE " \"hello\"; ");
	assert_int_equal(b->link->ops->room(b->link), 0);
	struct link_description d;
	b->link->ops->describe(b->link, &d);
	assert_string_equal(
	    d.detail, "bound, 0 under way, up to 4, throttled to 10 a second");
	/* 5.2.x: once more without what it may not like. */
	b->smsc->submit_status = 0x62;
	send(b, 3, "hello");
	expect(b, "3 refused text 62 0/1; ",
	    "submit " BARE " \"hello\"; submit unreported " BARE
	    " \"hello\"; ");
}

/* 5.1.3: it binds us, and knows of no bind when a text comes. */
static void
a_bind_that_is_worth_nothing(void **state)
{
	struct bed *b = *state;
	b->smsc->submit_status = 0x04;
	for (int i = 1; i < 3; i++) {
		until_state(b, LINK_UP);
		send(b, i, "hello");
		until_binds(b, (size_t)i + 1);
	}
	pump(b, 50);
	assert_int_equal(b->link->state, LINK_RESTING);
	assert_non_null(strstr(b->link->trouble, "ESME_RINVBNDSTS"));
}

static void
no_answer_then_a_late_one(void **state)
{
	struct bed *b = *state;
	b->smsc->silent_submits = true;
	send(b, 1, "hello");
	expect(b, "1 unknown 0/1; ", "submit " BARE " \"hello\"; ");
	assert_int_equal(b->link->ops->room(b->link), 1);
	smsc_answer_submit(b->smsc, b->smsc->submit[0], 0, "m9");
	expect(b, "1 accepted 1/1; ", "");
	smsc_answer_submit(b->smsc, b->smsc->submit[0], 0, "m9");
	smsc_answer_submit(b->smsc, 4711, 0, "m9");
	pump(b, 30);
	expect(b, "", "");
}

static void
the_connection_breaks(void **state)
{
	struct bed *b = *state;
	b->smsc->silent_submits = true;
	send(b, 1, "hello");
	expect(b, "", "submit " BARE " \"hello\"; ");
	smsc_deliver(b->smsc, BARE, "5kg tomato");
	expect(b, "text " AMINA " \"5kg tomato\" again?; ", "");
	smsc_drop(b->smsc);
	expect(b, "1 unknown 0/1; ", "bind furrow/secret; ");
	until_state(b, LINK_UP);
	/* An answer to the old connection's text is not given to the new. */
	acknowledge(b, true);
	pump(b, 20);
	expect(b, "", "");
	smsc_deliver(b->smsc, BARE, "5kg tomato");
	expect(b, "text " AMINA " \"5kg tomato\" again?; ", "");
	acknowledge(b, true);
	expect(b, "", "taken 2:0; ");
}

static void
the_inbox_is_full(void **state)
{
	struct bed *b = *state;
	b->full = true;
	smsc_deliver(b->smsc, BARE, "one");
	smsc_deliver(b->smsc, BARE, "two");
	pump(b, 50);
	expect(b, "", "");
	b->full = false;
	b->link->ops->resume(b->link);
	expect(b,
	    "text " AMINA " \"one\" again?; text " AMINA " \"two\" again?; ",
	    "");
	acknowledge(b, true);
	expect(b, "", "taken 1:0; taken 2:0; ");
}

static void
a_pair(void **state)
{
	struct bed *b = *state;
	struct link_smpp_config config = usual(b);
	config.pair = true;
	open_link(b, &config);
	until_state(b, LINK_UP);
	assert_int_equal(b->smsc->binds, 2);
	assert_non_null(strstr(b->smsc->story.at, "bind transmitter furrow"));
	assert_non_null(strstr(b->smsc->story.at, "bind receiver furrow"));
	smsc_drop(b->smsc);
	until_state(b, LINK_STARTING);
	until_state(b, LINK_UP);
}

static void
texts_spread_over_binds(void **state)
{
	struct bed *b = *state;
	struct link_smpp_config config = usual(b);
	config.binds = 3;
	open_link(b, &config);
	int64_t until = clock_mono_ms(clock_system()) + WAIT_MS;
	while (clock_mono_ms(clock_system()) < until &&
	       b->link->ops->room(b->link) < 12)
		loop_once(b->loop, true);
	assert_int_equal(b->link->ops->room(b->link), 12);
	b->smsc->silent_submits = true;
	for (int i = 0; i < 12; i++)
		send(b, i + 1, "hello");
	assert_int_equal(b->link->ops->room(b->link), 0);
	send(b, 13, "one too many");
	assert_string_equal(b->story.at, "13 refused wait 0 0/0; ");
}

/* Our answer was lost with one bind: the text comes by the other. */
static void
given_again_by_another_bind(void **state)
{
	struct bed *b = *state;
	struct link_smpp_config config = usual(b);
	struct smsc_pdu pdu;
	config.binds = 2;
	open_link(b, &config);
	until_binds(b, 2);
	until_state(b, LINK_UP);
	smsc_deliver(b->smsc, BARE, "5kg tomato");
	smsc_hold(b->smsc, true);
	while (b->places == 0)
		loop_once(b->loop, true);
	acknowledge(b, true);
	pump(b, 20);
	assert_true(b->again_before_ms <= clock_wall_ms(clock_system()) - 10);
	int64_t before_ms = clock_wall_ms(clock_system());
	b->smsc->silent = true; /* it does not come back */
	smsc_drop(b->smsc);
	pump(b, 20);
	smsc_pdu_deliver(&pdu, 1, BARE, "20880", 0, "5kg tomato");
	stream_write(b->smsc->conn[0].stream, pdu.at, pdu.octets);
	while (b->places == 0)
		loop_once(b->loop, true);
	assert_true(b->again_before_ms >= before_ms);
	assert_true(b->again_before_ms <= clock_wall_ms(clock_system()));
}

static void
a_wrong_password_is_told(void **state)
{
	struct bed *b = *state;
	struct link_smpp_config config = usual(b);
	struct link_description d;
	b->smsc->bind_status = 0x0E;
	open_link(b, &config);
	int64_t until = clock_mono_ms(clock_system()) + WAIT_MS;
	while (clock_mono_ms(clock_system()) < until && b->smsc->binds < 3)
		loop_once(b->loop, true);
	assert_true(b->smsc->binds >= 3);
	assert_int_not_equal(b->link->state, LINK_UP);
	pump(b, 10);
	b->link->ops->describe(b->link, &d);
	assert_non_null(strstr(d.detail, "ESME_RINVPASWD"));
	b->smsc->bind_status = 0;
	until_state(b, LINK_UP);
}

static void
nobody_listens(void **state)
{
	struct bed *b = *state;
	struct link_smpp_config config = usual(b);
	struct link_description d;
	config.port = 1;
	open_link(b, &config);
	pump(b, 100);
	b->link->ops->describe(b->link, &d);
	assert_non_null(strstr(d.detail, "refused"));
	assert_int_equal(b->link->ops->room(b->link), 0);
}

/* A certificate for somebody else, or by nobody we know: no password is sent,
 * and what to look at is told. */
static void
a_certificate_that_does_not_match(void **state)
{
	static const struct {
		const char *shows, *ca, *words;
	} cases[] = {
	    {"other", "ca.pem", "localhost"},
	    {"good", "stranger.pem", "certificate"},
	};
	struct bed *b = *state;
	struct tls_kit kit;
	tls_kit_make(&kit);
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		char ca[128];
		struct link_description d = {.detail = ""};
		struct link_smpp_config config = usual(b);
		unsigned short port;
		int listener = tls_kit_listen(&port);
		int pid = tls_kit_echo(&kit, cases[i].shows, listener, 1, 64);
		config.tls = true;
		config.tls_ca = tls_kit_path(&kit, ca, cases[i].ca);
		config.tls_name = "localhost";
		config.port = port;
		config.reconnect_min_ms = config.reconnect_max_ms = 60000;
		open_link(b, &config);
		int64_t until = clock_mono_ms(clock_system()) + WAIT_MS;
		while (clock_mono_ms(clock_system()) < until &&
		       strncmp(d.detail, "waiting", 7) != 0) {
			loop_once(b->loop, true);
			b->link->ops->describe(b->link, &d);
		}
		if (strstr(d.detail, cases[i].words) == NULL)
			fail_msg("case %zu: %s", i, d.detail);
		assert_int_equal(b->link->state, LINK_DOWN);
		b->link->ops->free(b->link);
		b->link = NULL;
		loop_once(b->loop, false);
		tls_kit_wait(pid);
		close(listener);
	}
	tls_kit_remove(&kit);
}

/* Whatever comes, the link stays up or comes up again, and goes on working. */
static void
noise(void **state)
{
	struct bed *b = *state;
	uint8_t octets[64];
	srand(3);
	for (int round = 0; round < 12; round++) {
		for (size_t i = 0; i < sizeof(octets); i++)
			octets[i] = (uint8_t)rand();
		octets[0] = octets[1] = octets[2] = 0;
		octets[3] = (uint8_t)(round * 5);
		smsc_send_octets(b->smsc, octets, sizeof(octets));
		pump(b, 10);
	}
	until_state(b, LINK_UP);
	pump(b, 250);
	until_state(b, LINK_UP);
	buf_clear(&b->story);
	buf_clear(&b->smsc->story);
	send(b, 1, "hello");
	expect(b, "1 accepted 1/1; ", "submit " BARE " \"hello\"; ");
}

/* Its window is full of ours and it answers none: each ends, none is lost. */
static void
a_peer_that_never_reads(void **state)
{
	struct bed *b = *state;
	smsc_hold(b->smsc, true);
	for (int i = 0; i < 4; i++)
		send(b, i + 1, "hello");
	expect(b,
	    "1 unknown 0/1; 2 unknown 0/1; 3 unknown 0/1; "
	    "4 unknown 0/1; ",
	    "");
	assert_int_equal(b->link->ops->room(b->link), 1);
}

static void
stops_in_peace(void **state)
{
	struct bed *b = *state;
	b->link->ops->stop(b->link, 1000);
	until_state(b, LINK_DOWN);
	assert_string_equal(b->smsc->story.at, "unbind; ");
}

static void
discard(const char *line, void *arg)
{
	(void)line;
	(void)arg;
}

#define BOUND(name) cmocka_unit_test_setup_teardown(name, bound, finish)
#define CLOSED(name) cmocka_unit_test_setup_teardown(name, closed, finish)

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    BOUND(answered_after_the_commit),
	    BOUND(refused_when_the_disk_is_full),
	    BOUND(a_text_and_its_receipt),
	    CLOSED(whom_a_receipt_is_about),
	    BOUND(a_long_text_goes_part_by_part),
	    BOUND(refused_by_the_centre),
	    BOUND(a_bind_that_is_worth_nothing),
	    BOUND(no_answer_then_a_late_one),
	    BOUND(the_connection_breaks),
	    BOUND(the_inbox_is_full),
	    CLOSED(a_pair),
	    CLOSED(texts_spread_over_binds),
	    CLOSED(given_again_by_another_bind),
	    CLOSED(a_wrong_password_is_told),
	    CLOSED(nobody_listens),
	    CLOSED(a_certificate_that_does_not_match),
	    BOUND(noise),
	    BOUND(a_peer_that_never_reads),
	    BOUND(stops_in_peace),
	};
	log_set_sink(discard, NULL);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
