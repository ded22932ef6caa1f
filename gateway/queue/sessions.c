#include "gateway/queue/sessions_private.h"

#include <stdlib.h>
#include <string.h>

#include "base/log.h"
#include "base/panic.h"
#include "base/utf8.h"
#include "gateway/queue/session_door.h"
#include "gateway/store/store_session.h"

#define OPEN_MAX INT64_C(50000)
#define CALLS_MAX 4096
#define DEADLINE_MS 5000 /* of a channel that says none */
#define LANG_OCTETS 16

/* -- counting -------------------------------------------------------------- */

static size_t
channel_of(
    struct sessions *s, int64_t link_id, const struct session_channel *channel)
{
	size_t i = 0;
	while (i < s->channels && s->channel[i].link_id != link_id)
		i++;
	if (i == s->channels) {
		s->channel =
		    xrealloc(s->channel, (i + 1) * sizeof(*s->channel));
		memset(&s->channel[i], 0, sizeof(*s->channel));
		s->channel[i].link_id = link_id;
		s->channels++;
	}
	if (channel != NULL)
		s->channel[i].channel = channel;
	return i;
}

void
sessions_count(struct sessions *s, size_t channel, int64_t waiting)
{
	s->channel[channel].open += waiting;
	s->open += waiting;
}

static void
on_waiting(void *arg, int64_t link_id, int64_t count)
{
	struct sessions *s = arg;
	sessions_count(s, channel_of(s, link_id, NULL), count);
}

static int64_t
now(const struct sessions *s)
{
	return clock_mono_ms(s->config.clock);
}

/* -- answers --------------------------------------------------------------- */

static void
say(const struct sessions *s, struct session_answer *out,
    enum session_word word, const char *lang)
{
	memset(out, 0, sizeof(*out));
	if (lang[0] == '\0')
		lang = s->config.market->language;
	str_copy(out->text, sizeof(out->text),
	    str_from(session_turn_word(&s->trade, word, lang)));
}

void
sessions_answer(struct sessions *s, struct session_call *call,
    const struct session_answer *a)
{
	/* Whoever is told may ask again at once. */
	for (int n = session_call_answer(call, a); n > 0; n--)
		session_hour_add(&s->channel[call->counted].answers, now(s));
}

static void
answer_late(struct sessions *s, struct session_call *call)
{
	struct session_answer a;
	say(s, &a, SESSION_WORD_LATER, call->told.lang);
	session_hour_add(&s->channel[call->counted].late, now(s));
	log_event(LOG_WARN, "session", "late", "link=%s after_ms=%lld",
	    call->told.channel->name,
	    (long long)(now(s) - call->asked_mono_ms));
	/* A promise: the work is kept now, even while the disk fails. */
	call->job.brief = false;
	sessions_answer(s, call, &a);
}

/* -- the deadline ---------------------------------------------------------- */

static void
arm_deadline(struct sessions *s, int64_t due_mono_ms)
{
	int64_t after_ms = due_mono_ms - now(s);
	if (s->deadline_mono_ms != 0 && s->deadline_mono_ms <= due_mono_ms)
		return;
	s->deadline_mono_ms = due_mono_ms;
	timer_arm(s->deadline, after_ms > 0 ? after_ms : 0);
}

void
sessions_deadlines(struct sessions *s)
{
	int64_t next = INT64_MAX, mono_ms = now(s);
	s->deadline_mono_ms = 0;
	for (struct session_call *c = s->calls.oldest; c != NULL; c = c->after)
		if (c->answered || c->lingers)
			continue;
		else if (c->due_mono_ms <= mono_ms)
			answer_late(s, c);
		else if (c->due_mono_ms < next)
			next = c->due_mono_ms;
	if (next != INT64_MAX)
		arm_deadline(s, next);
}

static void
on_deadline(void *arg)
{
	sessions_deadlines(arg);
}

/* -- the turn -------------------------------------------------------------- */

static void
run(struct job *job, const struct turn *turn)
{
	struct session_call *call = (struct session_call *)job;
	struct sessions *s = call->owner;
	struct session_told *told = &call->told;
	s->opening -= call->result.waiting;
	call->late = call->answered || now(s) >= call->due_mono_ms;
	told->late = call->late;
	told->full = s->open + s->opening >= s->config.open_max;
	told->waited_ms = now(s) - call->asked_mono_ms;
	told->random = s->config.random(s->config.arg);
	session_turn(&s->trade, turn, told, &call->result);
	s->opening += call->result.waiting;
}

/* The turn was through with it, the deadline came, and only then the commit:
 * the screen that it leads to was never shown. */
static bool
overtaken(const struct session_call *call)
{
	return call->answered && !call->late && !call->result.repeated &&
	       call->result.answer.session_id != 0 &&
	       call->told.event != SESSION_HANGUP;
}

/* False: its answer is still to leave. */
static bool
committed(struct sessions *s, struct session_call *call)
{
	struct sessions_channel *c = &s->channel[call->counted];
	const struct session_result *r = &call->result;
	sessions_count(s, call->counted, r->waiting);
	if (r->began)
		session_hour_add(&c->started, now(s));
	if (r->refused)
		session_hour_add(&c->refused, now(s));
	if (overtaken(call))
		sessions_lost(s, call->counted, r->answer.session_id,
		    r->answer.turn, "late");
	if (call->late && !call->answered)
		answer_late(s, call);
	else if (sessions_linger_begin(s, call))
		return false;
	else
		sessions_answer(s, call, &r->answer);
	return true;
}

static void
done(struct job *job, bool ok)
{
	struct session_call *call = (struct session_call *)job;
	struct sessions *s = call->owner;
	struct session_answer a;
	s->opening -= call->result.waiting;
	if (ok) {
		if (!committed(s, call))
			return;
	} else {
		say(s, &a, SESSION_WORD_AGAIN, call->told.lang);
		sessions_answer(s, call, &a);
	}
	session_call_end(&s->calls, call);
}

/* For certain, or as far as can be told without looking. */
static bool
begins(const struct session_told *told)
{
	return told->event == SESSION_START ||
	       (told->event == SESSION_WHOLE && told->input.octets == 0);
}

static bool
is_busy(const struct sessions *s, const struct session_told *told)
{
	size_t most = s->config.calls_max;
	return s->calls.count >= most ||
	       (begins(told) && s->calls.count >= (most + 1) / 2);
}

/* -- the sink -------------------------------------------------------------- */

static void
take(struct sessions *s, size_t counted, const struct session_told *told,
    session_answer_fn fn, void *arg)
{
	struct session_call *call = session_call_find(&s->calls, told);
	struct session_answer a;
	if (call != NULL) {
		session_call_join(call, fn, arg);
		return;
	}
	/* A screen that nobody has seen may stand by now: without a key the
	 * repeat would answer that. */
	if (session_call_is_late(&s->calls, told)) {
		session_hour_add(&s->channel[counted].answers, now(s));
		say(s, &a, SESSION_WORD_LATER, told->lang);
		fn(arg, &a);
		return;
	}
	if (is_busy(s, told)) {
		session_hour_add(&s->channel[counted].refused, now(s));
		say(s, &a, SESSION_WORD_BUSY, told->lang);
		fn(arg, &a);
		return;
	}
	call = session_call_begin(&s->calls, told);
	session_call_join(call, fn, arg);
	call->job = (struct job){.run = run, .done = done, .brief = true};
	call->owner = s;
	call->counted = counted;
	call->asked_mono_ms = now(s);
	call->due_mono_ms = now(s) + (told->channel->deadline_ms > 0
					     ? told->channel->deadline_ms
					     : DEADLINE_MS);
	arm_deadline(s, call->due_mono_ms);
	sessions_sweep_later(s);
	s->config.submit(s->config.arg, &call->job);
}

/* One that is cut might be another's, too. */
static struct str
key_of(const struct session_ask *ask)
{
	struct str key = str_from(ask->key);
	return key.octets < SESSION_INPUT_OCTETS ? key : STR("");
}

static struct str
clean(char *dst, size_t dst_octets, struct str s)
{
	return str_of(dst, utf8_clean(dst, dst_octets, s));
}

static void
on_ask(void *arg, const struct session_channel *channel,
    const struct session_ask *ask, session_answer_fn fn, void *done_arg)
{
	struct sessions *s = arg;
	size_t counted = channel_of(s, channel->id, channel);
	struct str dialled = str_from(ask->dialled);
	char number[PARTY_OCTETS], code[SESSION_INPUT_OCTETS + 1];
	char input[SESSION_INPUT_OCTETS + 1], key[SESSION_INPUT_OCTETS];
	char network[STORE_SESSION_NETWORK_OCTETS], lang[LANG_OCTETS];
	char why[STORE_SESSION_REASON_OCTETS];
	struct session_answer a = {.status = session_door_judge(number, channel,
				       ask, s->config.market->country)};
	if (a.status != SESSION_ANSWERED) {
		session_hour_add(&s->channel[counted].refused, now(s));
		fn(done_arg, &a);
		return;
	}
	struct session_told told = {.channel = channel,
	    .event = ask->event,
	    .id = channel->by_phone ? "" : ask->id,
	    .number = number,
	    .dialled = clean(code, sizeof(code), dialled),
	    .input = clean(input, sizeof(input), ask->input),
	    .key = clean(key, sizeof(key), key_of(ask)).at,
	    .network =
		clean(network, sizeof(network), str_from(ask->network)).at,
	    .lang = clean(lang, sizeof(lang), str_from(ask->lang)).at,
	    .why = clean(why, sizeof(why), str_from(ask->why)).at,
	    .too_long = session_door_too_long(ask, dialled)};
	take(s, counted, &told, fn, done_arg);
}

static void
on_lost(void *arg, const struct session_channel *channel, int64_t session_id,
    int turn, const char *why)
{
	struct sessions *s = arg;
	sessions_lost(
	    s, channel_of(s, channel->id, channel), session_id, turn, why);
}

static void
on_down(void *arg, const struct session_channel *channel)
{
	struct sessions *s = arg;
	sessions_down(s, channel_of(s, channel->id, channel));
}

/* -- life ------------------------------------------------------------------ */

static void
on_sweep(void *arg)
{
	sessions_sweep(arg);
}

static void
on_linger(void *arg)
{
	sessions_linger(arg);
}

struct sessions *
sessions_new(const struct sessions_config *config)
{
	struct sessions *s = xcalloc(1, sizeof(*s));
	s->config = *config;
	if (s->config.open_max <= 0)
		s->config.open_max = OPEN_MAX;
	if (s->config.calls_max == 0)
		s->config.calls_max = CALLS_MAX;
	s->sink = (struct session_sink){
	    .arg = s,
	    .on_ask = on_ask,
	    .on_lost = on_lost,
	    .on_down = on_down,
	};
	s->trade = (struct session_trade){config->handlers, config->trade};
	s->deadline = timer_new(config->loop, on_deadline, s);
	s->sweep = timer_new(config->loop, on_sweep, s);
	s->linger = timer_new(config->loop, on_linger, s);
	store_session_waiting(config->store, on_waiting, s);
	sessions_sweep_later(s);
	return s;
}

void
sessions_free(struct sessions **sessions)
{
	struct sessions *s = *sessions;
	struct session_answer a;
	if (s == NULL)
		return;
	while (s->calls.oldest != NULL) {
		struct session_call *c = s->calls.oldest;
		say(s, &a, SESSION_WORD_AGAIN, c->told.lang);
		session_call_answer(c, c->lingers ? &c->result.answer : &a);
		session_call_end(&s->calls, c);
	}
	sessions_errands_free(s);
	timer_free(&s->deadline);
	timer_free(&s->sweep);
	timer_free(&s->linger);
	free(s->channel);
	free(s);
	*sessions = NULL;
}

const struct session_sink *
sessions_sink(struct sessions *s)
{
	return &s->sink;
}

void
sessions_figures(struct sessions *s, const struct session_channel *channel,
    struct session_figures *out)
{
	/* Its first mention moves the array. */
	size_t counted = channel_of(s, channel->id, channel);
	struct sessions_channel *c = &s->channel[counted];
	out->open += c->open;
	out->started += session_hour_sum(&c->started, now(s));
	out->answers += session_hour_sum(&c->answers, now(s));
	out->refused += session_hour_sum(&c->refused, now(s));
	out->late += session_hour_sum(&c->late, now(s));
}

int64_t
sessions_open(const struct sessions *s)
{
	return s->open;
}

size_t
sessions_in_work(const struct sessions *s)
{
	return s->calls.count;
}
