#include "tests/gateway/session_world.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/log.h"
#include "base/panic.h"
#include "gateway/store/store_link.h"

#define EFFECTS "toy_effects"

/* -- the toy trade --------------------------------------------------------- */

static bool
is_told(const struct handler_session *s, const char *what)
{
	struct str told = s->input, part, rest = s->dial;
	while (s->step == SESSION_STEP_DIAL && str_cut(&part, &rest, '*'))
		told = part;
	return str_is(told, what);
}

static void
on_session(
    void *trade, const struct turn *turn, struct handler_session *session)
{
	struct session_world *w = trade;
	struct handler_session *s = session;
	struct str said = s->step == SESSION_STEP_DIAL ? s->dial : s->input;
	static const char letters[] = "DAO";
	w->turns++;
	if (is_told(s, "poison"))
		store_fail(turn->store, "a handler's nonsense");
	if (is_told(s, "stall")) {
		later(w, 6000);
		sessions_deadlines(w->sessions);
	}
	s->go_on = !is_told(s, "end") && !is_told(s, "buy");
	s->secret = is_told(s, "pin");
	s->resumable = s->go_on && !is_told(s, "once");
	s->state.token = is_told(s, "sure") ? 7 : 0;
	if (is_told(s, "buy")) {
		s->message_id = 1;
		store_setting_put_int(turn->store, EFFECTS,
		    store_setting_int(turn->store, EFFECTS, 0) + 1);
		str_copy(s->made, sizeof(s->made), STR("K7F"));
	}
	snprintf(s->text, sizeof(s->text), "%c:%.*s%s%s%s%s%s",
	    letters[s->step], (int)(said.octets < 99 ? said.octets : 99),
	    said.at, s->earlier != NULL ? " +" : "",
	    s->earlier != NULL ? s->earlier->screen : "",
	    s->earlier_made[0] != '\0' ? " #" : "", s->earlier_made,
	    s->last ? " last" : "");
	int number = s->state.screen[0] != '\0' ? atoi(s->state.screen + 1) : 0;
	snprintf(s->state.screen, sizeof(s->state.screen), "s%d", number + 1);
}

static void
on_timer(
    void *trade, const struct turn *turn, enum timer_kind kind, int64_t ref)
{
	(void)trade;
	(void)turn;
	(void)kind;
	(void)ref;
}

static void
on_outage(void *trade, const struct turn *turn, int64_t away_ms)
{
	(void)trade;
	(void)turn;
	(void)away_ms;
}

static const struct handler_table toy = {
    .on_session = on_session,
    .on_timer = on_timer,
    .on_outage = on_outage,
};

static uint64_t
next_random(void *arg)
{
	struct session_world *w = arg;
	return ++w->random;
}

static void
on_submit(void *arg, struct job *job)
{
	struct session_world *w = arg;
	turnloop_submit(w->turnloop, job);
}

/* -- life ------------------------------------------------------------------ */

static void
open_world(struct session_world *w)
{
	struct err err;
	const struct handler_table *handlers =
	    w->handlers != NULL ? w->handlers : &toy;
	void *trade = w->handlers != NULL ? w->trade : w;
	w->loop = loop_new();
	w->store = store_open(w->path, &err);
	if (w->store == NULL)
		fail_msg("%s", err.text);
	struct turnloop_config turnloop = {.loop = w->loop,
	    .store = w->store,
	    .clock = &w->clock.source,
	    .market = &w->market,
	    .handlers = handlers,
	    .trade = trade,
	    .machine_vouches = true,
	    .disk_pause_ms = 1};
	struct sessions_config config = {.loop = w->loop,
	    .clock = &w->clock.source,
	    .store = w->store,
	    .market = &w->market,
	    .handlers = handlers,
	    .trade = trade,
	    .random = next_random,
	    .submit = on_submit,
	    .arg = w,
	    .open_max = w->open_max,
	    .calls_max = w->calls_max,
	    .linger_ms = w->linger_ms};
	w->turnloop = turnloop_new(&turnloop);
	w->sessions = sessions_new(&config);
}

static void
close_world(struct session_world *w)
{
	sessions_free(&w->sessions);
	turnloop_free(&w->turnloop);
	store_close(&w->store);
	loop_free(&w->loop);
}

static void
channel_init(struct session_channel *channel, const char *name, int64_t id)
{
	*channel = (struct session_channel){
	    .id = id,
	    .code = {"384*96", "384*96*7"},
	    .codes = 2,
	    .septets = 160,
	    .units = 70,
	    .idle_ms = 180000,
	    .resume_ms = 900000,
	    .deadline_ms = 5000,
	};
	str_copy(channel->name, sizeof(channel->name), str_from(name));
}

static void
no_line(const char *line, void *arg)
{
	(void)line;
	(void)arg;
}

int
session_world_setup(void **state)
{
	struct session_world *w = xcalloc(1, sizeof(*w));
	log_set_sink(no_line, NULL);
	setenv("TZ", "UTC", 1);
	/* Each say() is a commit: in memory, where there is such a disk. */
	snprintf(w->path, sizeof(w->path), "%sfurrow-session-XXXXXX",
	    access("/dev/shm", W_OK) == 0 ? "/dev/shm/" : "");
	int fd = mkstemp(w->path);
	assert_true(fd >= 0);
	close(fd);
	unlink(w->path);
	clock_fake_init(&w->clock, SESSION_T0);
	str_copy(w->market.country, sizeof(w->market.country), STR("254"));
	str_copy(w->market.language, sizeof(w->market.language), STR("en"));
	channel_init(&w->json, "json", 11);
	channel_init(&w->whole, "whole", 12);
	channel_init(&w->phone, "phone", 13);
	channel_init(&w->either, "either", 14);
	w->phone.by_phone = true;
	open_world(w);
	settle(w);
	*state = w;
	return 0;
}

int
session_world_teardown(void **state)
{
	struct session_world *w = *state;
	char name[80];
	static const char *const tails[] = {"", "-wal", "-shm", "-lock"};
	struct err err;
	if (store_check(w->store, &err) != 0)
		fail_msg("%s", err.text);
	close_world(w);
	for (size_t i = 0; i < 4; i++) {
		snprintf(name, sizeof(name), "%s%s", w->path, tails[i]);
		unlink(name);
	}
	free(w);
	return 0;
}

void
session_world_restart(struct session_world *w)
{
	close_world(w);
	open_world(w);
	settle(w);
}

/* -- asking ---------------------------------------------------------------- */

static struct session_ask
ask_of(enum session_event event, const char *id)
{
	return (struct session_ask){.event = event,
	    .id = id,
	    .msisdn = AMINA,
	    .dialled = "",
	    .input = STR(""),
	    .key = "",
	    .network = "",
	    .lang = "",
	    .why = ""};
}

struct session_ask
ask_start(const char *id, const char *dialled)
{
	struct session_ask ask = ask_of(SESSION_START, id);
	ask.dialled = dialled;
	return ask;
}

struct session_ask
ask_input(const char *id, const char *input)
{
	struct session_ask ask = ask_of(SESSION_INPUT, id);
	ask.input = str_from(input);
	return ask;
}

struct session_ask
ask_whole(const char *id, const char *text)
{
	struct session_ask ask = ask_of(SESSION_WHOLE, id);
	ask.dialled = "*384*96#";
	ask.input = str_from(text);
	return ask;
}

struct session_ask
ask_hangup(const char *id, const char *why)
{
	struct session_ask ask = ask_of(SESSION_HANGUP, id);
	ask.why = why;
	return ask;
}

static void
on_answer(void *arg, const struct session_answer *answer)
{
	struct heard *heard = arg;
	heard->answer = *answer;
	heard->times++;
}

void
ask(struct session_world *w, const struct session_channel *channel,
    const struct session_ask *ask, struct heard *heard)
{
	const struct session_sink *sink = sessions_sink(w->sessions);
	sink->on_ask(sink->arg, channel, ask, on_answer, heard);
}

void
settle(struct session_world *w)
{
	for (int i = 0; i < 4 || sessions_in_work(w->sessions) > 0 ||
			!turnloop_idle(w->turnloop);
	     i++) {
		assert_true(i < 20000);
		loop_once(w->loop, false);
	}
}

struct session_answer
say(struct session_world *w, const struct session_channel *channel,
    struct session_ask asked)
{
	struct heard heard = {.times = 0};
	ask(w, channel, &asked, &heard);
	settle(w);
	assert_int_equal(heard.times, 1);
	return heard.answer;
}

void
expect_con(struct session_answer answer, const char *text)
{
	assert_int_equal(answer.status, SESSION_ANSWERED);
	assert_string_equal(answer.text, text);
	assert_true(answer.go_on);
}

void
expect_end(struct session_answer answer, const char *text)
{
	assert_int_equal(answer.status, SESSION_ANSWERED);
	assert_string_equal(answer.text, text);
	assert_false(answer.go_on);
}

void
later(struct session_world *w, int64_t ms)
{
	clock_fake_turn(&w->clock, ms);
}

int64_t
effects(struct session_world *w)
{
	return store_setting_int(w->store, EFFECTS, 0);
}

struct store_session
row_of(struct session_world *w, const struct session_answer *answer)
{
	struct store_session row;
	assert_true(store_session_get(w->store, answer->session_id, &row));
	return row;
}
