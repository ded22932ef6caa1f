#include "gateway/admin/events.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/http_stream.h"
#include "base/panic.h"
#include "base/timer.h"
#include "gateway/admin/events_private.h"
#include "gateway/admin/mask_json.h"
#include "gateway/store/store_login.h"

/* Two looks in one: links and alarms change less often than texts. */
#define NEWS_MS 2000
#define STREAM_OCTETS (256 * 1024)

struct listener {
	struct listener *next;
	struct events *events;
	struct http_stream *stream;
	struct caller caller;
	int64_t since_ms, heard_ms; /* monotonic */
	bool over; /* freed by the next look */
};

/* What was told, to be told again to who comes back. */
struct told {
	int64_t number;
	char *full, *masked;
};

struct events {
	struct api *api;
	struct timer *timer;
	struct events_rows *rows; /* NULL: no thread */
	struct listener *listeners;
	struct told told[EVENTS_KEPT];
	int64_t number; /* of the last event of this run */
	int64_t run; /* tells one run of the daemon from another */
	json_t *news; /* links and alarms at the last look */
	int64_t news_ms, status_ms;
};

static int64_t
now_ms(const struct events *e)
{
	return clock_mono_ms(e->api->config.clock);
}

/* -- telling -----------------------------------------------------------------
 */

static char *
event_text(const struct events *e, const char *kind, const json_t *data)
{
	char head[128], *json = json_dumps(data, JSON_WRITE_FLAGS);
	PANIC_UNLESS(json != NULL);
	int octets = snprintf(head, sizeof(head),
	    "id: %" PRId64 "-%" PRId64 "\nevent: %s\ndata: ", e->run, e->number,
	    kind);
	size_t room = (size_t)octets + strlen(json) + 3;
	char *text = xcalloc(1, room);
	snprintf(text, room, "%s%s\n\n", head, json);
	free(json);
	return text;
}

static void
send_to(struct listener *l, const struct told *told)
{
	const char *text = l->caller.numbers ? told->full : told->masked;
	if (l->over || text == NULL)
		return;
	l->heard_ms = now_ms(l->events);
	http_stream_write(l->stream, str_from(text));
}

static struct told *
keep(struct events *e, const char *kind, json_t *take)
{
	struct told *told = &e->told[++e->number % EVENTS_KEPT];
	free(told->full);
	free(told->masked);
	told->number = e->number;
	told->full = event_text(e, kind, take);
	mask_json(take);
	told->masked = event_text(e, kind, take);
	json_decref(take);
	return told;
}

static void
tell(void *arg, const char *kind, json_t *take)
{
	struct events *e = arg;
	const struct told *told = keep(e, kind, take);
	for (struct listener *l = e->listeners; l != NULL; l = l->next)
		send_to(l, told);
}

static void
tell_skipped(struct events *e, int64_t count)
{
	if (count > 0)
		tell(e, "skipped",
		    json_pack("{s:I}", "count", (json_int_t)count));
}

/* -- who listens -------------------------------------------------------------
 */

static void
on_gone(void *arg)
{
	struct listener *l = arg;
	l->over = true;
}

static void
drop(struct listener **at)
{
	struct listener *l = *at;
	*at = l->next;
	http_stream_end(&l->stream);
	free(l);
}

static bool
is_login(void *arg, const struct login *login)
{
	int64_t *wanted = arg;
	if (login->id != *wanted)
		return true;
	*wanted = 0;
	return false;
}

/* The role of a session does not change: it is ended for that (auth.h). */
static bool
is_signed_in(const struct listener *l)
{
	int64_t wanted = l->caller.session_id;
	if (wanted != 0)
		store_login_each(l->events->api->config.reader,
		    l->caller.user_id, is_login, &wanted);
	return wanted == 0;
}

static void
sweep(struct events *e, bool ask_logins)
{
	int64_t now = now_ms(e);
	for (struct listener **at = &e->listeners; *at != NULL;) {
		struct listener *l = *at;
		if (l->over || now - l->since_ms >= EVENTS_LIFE_MS ||
		    (ask_logins && !is_signed_in(l))) {
			drop(at);
			continue;
		}
		if (now - l->heard_ms >= EVENTS_QUIET_MS) {
			l->heard_ms = now;
			http_stream_write(l->stream, STR(": quiet\n\n"));
		}
		at = &l->next;
	}
}

/* -- looking -----------------------------------------------------------------
 */

static void
look_at_rows(struct events *e)
{
	struct store_watched watched[STORE_WATCH_MOST];
	int64_t left_out;
	if (e->rows == NULL || e->api->config.written == NULL ||
	    events_rows_busy(e->rows))
		return;
	size_t count =
	    store_watch_take(e->api->config.written, watched, &left_out);
	size_t first = 0;
	if (count > EVENTS_ROWS_MOST) {
		first = count - EVENTS_ROWS_MOST;
		left_out += (int64_t)first;
	}
	tell_skipped(e, left_out);
	if (count > 0 &&
	    !events_rows_ask(e->rows, watched + first, count - first))
		tell_skipped(e, (int64_t)(count - first));
}

static void
look_at_news(struct events *e)
{
	json_t *news = api_status_news_json(e->api);
	events_news(e->news, news, tell, e);
	json_decref(e->news);
	e->news = news;
}

static void
rest(struct events *e)
{
	if (e->api->config.written != NULL)
		store_watch(e->api->config.written, false);
	json_decref(e->news);
	e->news = NULL;
}

static void
look(void *arg)
{
	struct events *e = arg;
	int64_t now = now_ms(e);
	bool status = now - e->status_ms >= EVENTS_STATUS_MS;
	sweep(e, status);
	if (e->listeners == NULL) {
		rest(e);
		return;
	}
	look_at_rows(e);
	if (now - e->news_ms >= NEWS_MS) {
		e->news_ms = now;
		look_at_news(e);
	}
	if (status) {
		e->status_ms = now;
		tell(e, "status", api_status_json(e->api, false));
	}
	timer_arm(e->timer, EVENTS_LOOK_MS);
}

/* -- life --------------------------------------------------------------------
 */

static struct events *
events_new(struct api *api)
{
	struct events *e = xcalloc(1, sizeof(*e));
	e->api = api;
	e->run = clock_wall_ms(api->config.clock);
	e->timer = timer_new(api->config.loop, look, e);
	e->rows = events_rows_new(api, tell, e);
	return e;
}

void
events_free(struct events **events)
{
	struct events *e = *events;
	*events = NULL;
	if (e == NULL)
		return;
	events_rows_free(&e->rows);
	while (e->listeners != NULL)
		drop(&e->listeners);
	rest(e);
	for (int i = 0; i < EVENTS_KEPT; i++) {
		free(e->told[i].full);
		free(e->told[i].masked);
	}
	timer_free(&e->timer);
	free(e);
}

int
events_count(const struct events *events)
{
	int count = 0;
	for (struct listener *l = events != NULL ? events->listeners : NULL;
	     l != NULL; l = l->next)
		count += !l->over;
	return count;
}

/* -- one comes ---------------------------------------------------------------
 */

/* False: answered, there is no place. */
static bool
has_place(struct events *e, const struct api_call *call)
{
	int all = 0, of_one = 0;
	sweep(e, false);
	for (struct listener *l = e->listeners; l != NULL; l = l->next) {
		all++;
		of_one += strcmp(l->caller.name, call->caller->name) == 0;
	}
	if (all < EVENTS_LISTENERS && of_one < EVENTS_OF_ONE)
		return true;
	http_answer_header(call->request, "Retry-After", "30");
	if (of_one >= EVENTS_OF_ONE)
		api_problem(call->request, 429,
		    "%s listens %d times already: close another window",
		    call->caller->name, of_one);
	else
		api_problem(call->request, 503,
		    "%d listen already, try again later", all);
	return false;
}

/* "RUN-NUMBER" of the last event he had; -1: it is not of this run. */
static int64_t
number_of(const struct events *e, const char *id)
{
	struct str run, rest = str_from(id);
	int64_t run_number, number;
	if (id == NULL || !str_cut(&run, &rest, '-') ||
	    !str_to_int64(&run_number, run) || run_number != e->run ||
	    !str_to_int64(&number, rest) || number < 0 || number > e->number)
		return -1;
	return number;
}

static void
tell_missed(struct events *e, struct listener *l, const char *last_id)
{
	int64_t had = number_of(e, last_id);
	if (last_id == NULL)
		return;
	int64_t first = e->number - EVENTS_KEPT + 1;
	if (had < 0 || had + 1 < first) {
		http_stream_write(l->stream,
		    STR("event: skipped\ndata: {\"count\":null}\n\n"));
		return;
	}
	for (int64_t n = had + 1; n <= e->number; n++)
		send_to(l, &e->told[n % EVENTS_KEPT]);
}

/* Not kept: it is for him alone. */
static void
tell_status(struct events *e, struct listener *l)
{
	json_t *status = api_status_json(e->api, false);
	if (!l->caller.numbers)
		mask_json(status);
	char *text = event_text(e, "status", status);
	http_stream_write(l->stream, str_from(text));
	free(text);
	json_decref(status);
}

static void
wake(struct events *e)
{
	if (e->listeners != NULL)
		return;
	if (e->api->config.written != NULL)
		store_watch(e->api->config.written, true);
	e->status_ms = e->news_ms = now_ms(e);
	look_at_news(e);
	timer_arm(e->timer, EVENTS_LOOK_MS);
}

void
api_events_get(const struct api_call *call)
{
	struct api *api = call->api;
	if (api->events == NULL)
		api->events = events_new(api);
	struct events *e = api->events;
	if (!has_place(e, call))
		return;
	char last[64] = "";
	const char *said = http_request_header(call->request, "Last-Event-ID");
	str_copy(last, sizeof(last), str_from(said));
	wake(e);
	struct listener *l = xcalloc(1, sizeof(*l));
	struct http_stream_config config = {
	    .cap_octets = STREAM_OCTETS, .gone = on_gone, .arg = l};
	l->events = e;
	l->caller = *call->caller;
	l->since_ms = l->heard_ms = now_ms(e);
	l->next = e->listeners;
	e->listeners = l;
	http_answer_header(call->request, "X-Accel-Buffering", "no");
	l->stream =
	    http_stream_begin(call->request, 200, "text/event-stream", &config);
	http_stream_write(l->stream, STR("retry: 3000\n\n"));
	tell_missed(e, l, said != NULL ? last : NULL);
	tell_status(e, l);
}
