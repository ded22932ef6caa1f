/* Dialogues by USSD against a centre on loopback: whole ones in each profile,
 * and every way in which a screen does not arrive. */
#include "gateway/link/link_smpp_ussd.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/clock.h"
#include "base/log.h"
#include "gateway/link/link_smpp.h"
#include "tests/gateway/smsc.h"

#define BARE "254711000001"
#define PHONE "+254711000001"
#define WAIT_MS 3000
#define ASKS (LINK_SMPP_USSD_TURNS + 8)

struct owed {
	session_answer_fn done;
	void *arg;
};

struct bed {
	struct loop *loop;
	struct smsc *smsc;
	struct link *link;
	struct link_sink sink;
	struct session_sink sessions;
	struct session_channel channel;
	struct timer *wake;
	struct buf story;
	struct owed owed[ASKS]; /* answers, the oldest first */
	size_t asked, answered;
	bool hold; /* answers are given by the test */
	bool in_answer;
	struct msg_place place; /* of the last text */
};

/* -- the gateway, as words --------------------------------------------------
 */

static void
give(struct bed *b, const struct session_answer *answer)
{
	struct owed o = b->owed[b->answered++ % ASKS];
	b->in_answer = true;
	o.done(o.arg, answer);
	b->in_answer = false;
}

static struct session_answer
screen(int turn, bool go_on, const char *text)
{
	struct session_answer a = {
	    .go_on = go_on, .session_id = 7, .turn = turn, .code = "384"};
	str_copy(a.text, sizeof(a.text), str_from(text));
	return a;
}

static void
on_ask(void *arg, const struct session_channel *channel,
    const struct session_ask *ask, session_answer_fn done, void *done_arg)
{
	static const char *const events[] = {[SESSION_START] = "start",
	    [SESSION_INPUT] = "input",
	    [SESSION_EITHER] = "either",
	    [SESSION_HANGUP] = "hangup"};
	struct bed *b = arg;
	assert_false(b->in_answer);
	buf_add_format(&b->story, "%s %s %s", events[ask->event], ask->msisdn,
	    channel->by_phone ? "by phone" : ask->id);
	if (ask->dialled[0] != '\0')
		buf_add_format(&b->story, " dialled %s", ask->dialled);
	if (ask->event == SESSION_INPUT)
		buf_add_format(&b->story, " \"%.*s\"", (int)ask->input.octets,
		    ask->input.at);
	buf_add_text(&b->story, "; ");
	b->owed[b->asked++ % ASKS] = (struct owed){done, done_arg};
	struct session_answer a = screen((int)b->asked, true, "1 Buy");
	if (b->hold)
		return;
	if (str_is(ask->input, "9"))
		a = screen((int)b->asked, false, "Bye");
	give(b, &a);
}

static void
on_lost(void *arg, const struct session_channel *channel, int64_t session_id,
    int turn, const char *why)
{
	struct bed *b = arg;
	assert_false(b->in_answer);
	assert_true(turn > 0);
	assert_string_equal(channel->name, "at");
	buf_add_format(&b->story, "lost %d %s; ", (int)session_id, why);
}

static void
on_down(void *arg, const struct session_channel *channel)
{
	struct bed *b = arg;
	(void)channel;
	assert_false(b->in_answer);
	buf_add_text(&b->story, "down; ");
}

/* -- texts, as words --------------------------------------------------------
 */

static bool
on_message(void *arg, struct link *link, const struct msg_in *m)
{
	struct bed *b = arg;
	(void)link;
	buf_add_format(&b->story, "text %s \"%.*s\"; ", m->from,
	    (int)m->text.octets, m->text.at);
	b->place = m->place;
	return true;
}

static void
on_outcome(void *arg, struct link *link, const struct msg_outcome *o)
{
	struct bed *b = arg;
	(void)link;
	buf_add_format(
	    &b->story, "%d %s; ", (int)o->id, outcome_name(o->outcome));
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
until_up(struct bed *b)
{
	int64_t until = clock_mono_ms(clock_system()) + WAIT_MS;
	while (
	    clock_mono_ms(clock_system()) < until && b->link->state != LINK_UP)
		loop_once(b->loop, true);
	assert_int_equal(b->link->state, LINK_UP);
	buf_clear(&b->smsc->story);
}

static int
setup(void **state)
{
	struct bed *b = calloc(1, sizeof(*b));
	*state = b;
	b->loop = loop_new();
	b->story = buf_new(1 << 18);
	b->wake = timer_new(b->loop, wake, b);
	timer_arm(b->wake, 5);
	b->smsc = smsc_new(b->loop);
	b->smsc->dialogues = true;
	b->sink = (struct link_sink){.arg = b,
	    .on_message = on_message,
	    .on_outcome = on_outcome,
	    .on_change = on_change};
	b->sessions = (struct session_sink){
	    .arg = b, .on_ask = on_ask, .on_lost = on_lost, .on_down = on_down};
	b->channel = (struct session_channel){
	    .name = "at", .code = {"384"}, .codes = 1, .deadline_ms = 160};
	return 0;
}

struct wish {
	enum smpp_ussd_profile profile;
	size_t window;
	bool pair, data_sm;
	int64_t response_ms;
};

static void
open_link(struct bed *b, const struct wish *wish)
{
	struct link_smpp_config config = {.name = "op",
	    .number = "20880",
	    .host = "127.0.0.1",
	    .port = (unsigned short)b->smsc->port,
	    .system_id = "furrow",
	    .password = "secret",
	    .pair = wish->pair,
	    .window = wish->window != 0 ? wish->window : 4,
	    .enquire_ms = 60000,
	    .response_ms = 2000,
	    .reconnect_min_ms = 20,
	    .reconnect_max_ms = 60,
	    .seed = 7};
	struct link_smpp_ussd_config ussd = {
	    .rules = smpp_ussd_usual(wish->profile),
	    .channel = &b->channel,
	    .sink = &b->sessions,
	    .again_ms = 30,
	    .response_ms = wish->response_ms != 0 ? wish->response_ms : 1000};
	ussd.rules.data_sm = wish->data_sm;
	b->link = link_smpp_new(b->loop, &config, &b->sink);
	link_smpp_ussd_serve(b->link, &ussd);
	b->link->ops->start(b->link);
	until_up(b);
}

static int
finish(void **state)
{
	struct bed *b = *state;
	struct session_answer a = screen(1, false, "Try again later.");
	if (b->link != NULL)
		b->link->ops->free(b->link);
	/* As whoever keeps the dialogues does at his own end. */
	while (b->answered < b->asked)
		give(b, &a);
	smsc_free(&b->smsc);
	timer_free(&b->wake);
	loop_once(b->loop, false);
	loop_free(&b->loop);
	buf_free(&b->story);
	free(b);
	return 0;
}

/* tlvs: hex. */
static void
turn(struct bed *b, const char *to, const char *words, const char *tlvs)
{
	struct smsc_pdu pdu;
	uint8_t octets[64];
	int count =
	    span_from_hex(octets, sizeof(octets), tlvs, strlen(tlvs), NULL);
	assert_true(count >= 0);
	smsc_pdu_turn(&pdu, ++b->smsc->next_sequence, "USSD", BARE, to, words);
	smsc_pdu_octets(&pdu, octets, (size_t)count);
	smsc_send(b->smsc, &pdu);
}

#define OP_1 "0501000101"
#define OP_18 "0501000112"
#define SHOWN "screen USSD 384 > " BARE " dc 0 "

/* -- the stories ------------------------------------------------------------
 */

static void
a_dialogue_by_its(void **state)
{
	struct bed *b = *state;
	open_link(b, &(struct wish){.profile = SMPP_USSD_ITS});
	turn(b, "384", "*384#", OP_1 "138300020700");
	expect(b, "start " PHONE " " BARE "/0700 dialled *384#; ",
	    "taken 1:0; " SHOWN "\"1 Buy\" 0501000102138300020700; ");
	turn(b, "384", "1", OP_18 "138300020702");
	expect(b, "input " PHONE " " BARE "/0700 dialled 384 \"1\"; ",
	    "taken 2:0; " SHOWN "\"1 Buy\" 0501000102138300020702; ");
	turn(b, "384", "9", OP_18 "138300020704");
	expect(b, "input " PHONE " " BARE "/0700 dialled 384 \"9\"; ",
	    "taken 3:0; " SHOWN "\"Bye\" 0501000111138300020705; ");
}

static void
a_dialogue_by_sixdee(void **state)
{
	struct bed *b = *state;
	open_link(b, &(struct wish){.profile = SMPP_USSD_SIXDEE});
	turn(b, "384", "*384#", OP_1 "13830002ABCE");
	expect(b, "start " PHONE " " BARE "/abce dialled *384#; ",
	    "taken 1:0; " SHOWN "\"1 Buy\" 050100010213830002ABCE; ");
	turn(b, "384", "9", OP_18 "13830002ABCE");
	expect(b, "input " PHONE " " BARE "/abce dialled 384 \"9\"; ",
	    "taken 2:0; " SHOWN "\"Bye\" 050100011113830002ABCF; ");
	/* Closed by them: nothing is said to nobody. */
	turn(b, "384", "", OP_18 "13830002ABCF");
	expect(
	    b, "hangup " PHONE " " BARE "/abce dialled 384; ", "taken 3:0; ");
}

/* The code only in the text; it stands for us in each answer. */
static void
a_dialogue_by_mica(void **state)
{
	struct bed *b = *state;
	open_link(b, &(struct wish){.profile = SMPP_USSD_MICA});
	turn(b, "", "*384#", OP_1 "020400020101");
	expect(b, "start " PHONE " " BARE "/0101 dialled *384#; ",
	    "taken 1:0; " SHOWN "\"1 Buy\" 0204000201010501000102; ");
	turn(b, "", "9", OP_18 "020400020101");
	expect(b, "input " PHONE " " BARE "/0101 \"9\"; ",
	    "taken 2:0; " SHOWN "\"Bye\" 0204000201010501000111; ");
	turn(b, "", "", "0501000181020400020101");
	expect(b, "hangup " PHONE " " BARE "/0101; ", "taken 3:0; ");
}

static void
a_dialogue_by_phone(void **state)
{
	struct bed *b = *state;
	open_link(
	    b, &(struct wish){
		   .profile = SMPP_USSD_NONE, .pair = true, .data_sm = true});
	/* The receiver is the present one. */
	turn(b, "384", "*384#", OP_1);
	expect(b, "start " PHONE " by phone dialled *384#; ",
	    "taken 1:0; data screen USSD 384 > " BARE " dc 0 042400053120427579"
	    "0501000102; ");
	turn(b, "384", "9", OP_18);
	expect(b, "input " PHONE " by phone dialled 384 \"9\"; ",
	    "taken 2:0; data screen USSD 384 > " BARE
	    " dc 0 042400034279650501000111; ");
}

/* The answer to the PDU does not wait for the gateway. */
static void
taken_before_the_gateway_answers(void **state)
{
	struct bed *b = *state;
	struct session_answer a = screen(1, true, "Hi");
	b->hold = true;
	open_link(b, &(struct wish){.profile = SMPP_USSD_NONE});
	turn(b, "384", "*384#", OP_1);
	expect(b, "start " PHONE " by phone dialled *384#; ", "taken 1:0; ");
	/* Copies of it are taken, too, and asked nobody. */
	turn(b, "384", "*384#", OP_1);
	turn(b, "384", "*384#", OP_1);
	expect(b, "", "taken 2:0; taken 3:0; ");
	give(b, &a);
	expect(b, "", SHOWN "\"Hi\" 0501000102; ");
	turn(b, "384", "*384#", OP_1);
	expect(b, "start " PHONE " by phone dialled *384#; ", "taken 4:0; ");
	give(b, &a);
	expect(b, "", SHOWN "\"Hi\" 0501000102; ");
}

static void
texts_on_the_same_bind(void **state)
{
	struct bed *b = *state;
	struct msg_out out = {.id = 5, .text = STR("hello")};
	str_copy(out.to, sizeof(out.to), STR(PHONE));
	open_link(b, &(struct wish){.profile = SMPP_USSD_ITS});
	smsc_deliver(b->smsc, BARE, "5kg tomato");
	expect(b, "text " PHONE " \"5kg tomato\"; ", "");
	b->link->ops->acknowledge(b->link, &b->place);
	expect(b, "", "taken 1:0; ");
	/* A place of the window is kept for screens. */
	assert_int_equal(b->link->ops->room(b->link), 3);
	b->link->ops->send(b->link, &out);
	expect(b, "5 accepted; ", "screen  20880 > " BARE " dc 0 \"hello\" ; ");
}

/* One-way, and an answer to what is over: the last screen, and closed. */
static void
the_last_screen_although_it_would_go_on(void **state)
{
	struct bed *b = *state;
	struct session_answer a = screen(1, true, "Over.\n1 Buy");
	b->hold = true;
	open_link(b, &(struct wish){.profile = SMPP_USSD_NONE});
	turn(b, "384", "1", OP_18);
	expect(
	    b, "input " PHONE " by phone dialled 384 \"1\"; ", "taken 1:0; ");
	give(b, &a);
	expect(b, "lost 7 session_over; ", SHOWN "\"Over.\" 0501000111; ");
	turn(b, "384", "*384#", "0501000100");
	expect(b, "start " PHONE " by phone dialled *384#; ", "taken 2:0; ");
	give(b, &a);
	expect(b, "lost 7 one_way; ", SHOWN "\"Over.\n1 Buy\" 0501000111; ");
	/* What the gateway refuses is no silence. */
	a = (struct session_answer){.status = SESSION_NOT_ALLOWED};
	turn(b, "384", "*384#", OP_1);
	expect(b, "start " PHONE " by phone dialled *384#; ", "taken 3:0; ");
	give(b, &a);
	expect(b, "", SHOWN "\"Service not available.\" 0501000111; ");
	struct session_figures figures = {.name = "at"};
	link_smpp_ussd_figures(b->link, &figures);
	assert_int_equal(figures.refused, 1);
	assert_int_equal(figures.state, LINK_UP);
}

static void
nothing_to_do(void **state)
{
	struct bed *b = *state;
	open_link(b, &(struct wish){.profile = SMPP_USSD_NONE});
	turn(b, "384", "", "0501000113");
	turn(b, "384", "", "05010001FE");
	expect(b, "", "taken 1:0; taken 2:0; ");
}

static void
refused_by_the_centre(void **state)
{
	static const uint32_t codes[] = {0x0B, 0x08, 0x45, 0x14};
	struct bed *b = *state;
	struct session_figures figures = {.name = "at"};
	open_link(b, &(struct wish){.profile = SMPP_USSD_NONE});
	for (size_t i = 0; i < sizeof(codes) / sizeof(codes[0]); i++) {
		char theirs[120];
		b->smsc->submit_status = codes[i];
		snprintf(theirs, sizeof(theirs),
		    "taken %zu:0; " SHOWN "\"1 Buy\" 0501000102; ", i + 1);
		turn(b, "384", "*384#", OP_1);
		expect(b,
		    "start " PHONE " by phone dialled *384#; "
		    "lost 7 submit_failed; ",
		    theirs);
	}
	link_smpp_ussd_figures(b->link, &figures);
	assert_non_null(strstr(figures.error, "submit_failed: "));
	assert_true(figures.error_ms > 0);
}

/* Once more, and not twice; nor when the deadline is over. */
static void
throttled(void **state)
{
	struct bed *b = *state;
	b->hold = true;
	open_link(b, &(struct wish){.profile = SMPP_USSD_NONE});
	b->smsc->submit_status = 0x58;
	turn(b, "384", "*384#", OP_1);
	expect(b, "start " PHONE " by phone dialled *384#; ", "taken 1:0; ");
	struct session_answer a = screen(1, true, "Hi");
	give(b, &a);
	expect(b, "lost 7 submit_failed; ",
	    SHOWN "\"Hi\" 0501000102; " SHOWN "\"Hi\" 0501000102; ");
	turn(b, "384", "*384#", OP_1);
	expect(b, "start " PHONE " by phone dialled *384#; ", "taken 2:0; ");
	give(b, &a);
	b->smsc->silent_submits = true;
	expect(b, "", SHOWN "\"Hi\" 0501000102; ");
	smsc_answer_submit(b->smsc, b->smsc->submit[2], 0x58, "");
	expect(b, "", SHOWN "\"Hi\" 0501000102; ");
	smsc_answer_submit(b->smsc, b->smsc->submit[3], 0, "m");
	pump(b, 10);
	expect(b, "", "");
	turn(b, "384", "*384#", OP_1);
	expect(b, "start " PHONE " by phone dialled *384#; ", "taken 3:0; ");
	pump(b, 145);
	give(b, &a);
	expect(b, "", SHOWN "\"Hi\" 0501000102; ");
	smsc_answer_submit(b->smsc, b->smsc->submit[4], 0x58, "");
	expect(b, "lost 7 submit_failed; ", "");
}

static void
no_response(void **state)
{
	struct bed *b = *state;
	open_link(
	    b, &(struct wish){.profile = SMPP_USSD_NONE, .response_ms = 40});
	b->smsc->silent_submits = true;
	turn(b, "384", "*384#", OP_1);
	expect(b,
	    "start " PHONE " by phone dialled *384#; lost 7 no_response; ",
	    "taken 1:0; " SHOWN "\"1 Buy\" 0501000102; ");
	/* A late one changes nothing, and the place serves again. */
	smsc_answer_submit(b->smsc, b->smsc->submit[0], 0, "m");
	b->smsc->silent_submits = false;
	turn(b, "384", "9", OP_18);
	expect(b, "input " PHONE " by phone dialled 384 \"9\"; ",
	    "taken 2:0; " SHOWN "\"Bye\" 0501000111; ");
}

/* A window that is full of unanswered screens: the next waits, in time. */
static void
a_full_window(void **state)
{
	struct bed *b = *state;
	open_link(b, &(struct wish){.profile = SMPP_USSD_NONE, .window = 1});
	b->smsc->silent_submits = true;
	turn(b, "384", "1", OP_1);
	turn(b, "384", "2", OP_1);
	turn(b, "384", "3", OP_1);
	expect(b,
	    "start " PHONE " by phone dialled 384; "
	    "start " PHONE " by phone dialled 384; "
	    "start " PHONE " by phone dialled 384; ",
	    "taken 1:0; " SHOWN "\"1 Buy\" 0501000102; taken 2:0; "
	    "taken 3:0; ");
	smsc_answer_submit(b->smsc, b->smsc->submit[0], 0, "m");
	expect(b, "lost 7 window_full; ", SHOWN "\"1 Buy\" 0501000102; ");
}

static void
the_connection_breaks(void **state)
{
	struct bed *b = *state;
	struct session_answer a = screen(1, true, "Hi");
	open_link(b, &(struct wish){.profile = SMPP_USSD_NONE});
	b->smsc->silent_submits = true;
	turn(b, "384", "*384#", OP_1);
	expect(b, "start " PHONE " by phone dialled *384#; ",
	    "taken 1:0; " SHOWN "\"1 Buy\" 0501000102; ");
	b->hold = true;
	turn(b, "384", "2", OP_18);
	expect(
	    b, "input " PHONE " by phone dialled 384 \"2\"; ", "taken 2:0; ");
	smsc_drop(b->smsc);
	expect(b, "lost 7 link_lost; down; ", "bind furrow/secret; ");
	until_up(b);
	/* That dialogue was the old connection's. */
	give(b, &a);
	expect(b, "lost 7 link_lost; ", "");
}

/* Our own end leaves the dialogues open for the next start; an answer that
 * comes after the link is gone finds nobody. */
static void
our_own_end(void **state)
{
	struct bed *b = *state;
	struct session_answer a = screen(1, true, "Hi");
	b->hold = true;
	open_link(b, &(struct wish){.profile = SMPP_USSD_NONE});
	turn(b, "384", "*384#", OP_1);
	expect(b, "start " PHONE " by phone dialled *384#; ", "taken 1:0; ");
	b->link->ops->stop(b->link, 100);
	expect(b, "", "unbind; ");
	pump(b, 10);
	b->link->ops->free(b->link);
	b->link = NULL;
	loop_once(b->loop, false);
	give(b, &a);
	expect(b, "", "");
}

/* As many turns as there may be: the next is thrown back, and when one ended
 * the next is taken. */
static void
too_many_at_once(void **state)
{
	struct bed *b = *state;
	struct session_answer a = screen(2, false, "Hi");
	size_t most = LINK_SMPP_USSD_TURNS;
	char tlvs[32], theirs[100];
	b->hold = true;
	open_link(b, &(struct wish){.profile = SMPP_USSD_MICA});
	for (size_t i = 0; i < most; i++) {
		snprintf(tlvs, sizeof(tlvs), OP_18 "02040002%04X", (unsigned)i);
		turn(b, "384", "1", tlvs);
	}
	int64_t until = clock_mono_ms(clock_system()) + WAIT_MS;
	while (clock_mono_ms(clock_system()) < until && b->asked < most)
		loop_once(b->loop, true);
	pump(b, 20);
	assert_int_equal(b->asked, most);
	buf_clear(&b->story);
	buf_clear(&b->smsc->story);
	turn(b, "384", "1", OP_18 "02040002FFFF");
	snprintf(theirs, sizeof(theirs), "taken %zu:58; ", most + 1);
	expect(b, "", theirs);
	give(b, &a);
	expect(b, "", SHOWN "\"Hi\" 0204000200000501000111; ");
	pump(b, 20);
	turn(b, "384", "1", OP_18 "02040002FFFF");
	snprintf(theirs, sizeof(theirs), "taken %zu:0; ", most + 2);
	expect(b, "input " PHONE " " BARE "/ffff dialled 384 \"1\"; ", theirs);
}

static void
discard(const char *line, void *arg)
{
	(void)line;
	(void)arg;
}

#define STORY(name) cmocka_unit_test_setup_teardown(name, setup, finish)

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    STORY(a_dialogue_by_its),
	    STORY(a_dialogue_by_sixdee),
	    STORY(a_dialogue_by_mica),
	    STORY(a_dialogue_by_phone),
	    STORY(taken_before_the_gateway_answers),
	    STORY(texts_on_the_same_bind),
	    STORY(the_last_screen_although_it_would_go_on),
	    STORY(nothing_to_do),
	    STORY(refused_by_the_centre),
	    STORY(throttled),
	    STORY(no_response),
	    STORY(a_full_window),
	    STORY(the_connection_breaks),
	    STORY(our_own_end),
	    STORY(too_many_at_once),
	};
	log_set_sink(discard, NULL);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
