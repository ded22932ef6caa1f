#include "gateway/link/link_http.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/log.h"
#include "base/panic.h"

#include "gateway/link/link_http_private.h"

#define WINDOW 8
#define HOLD_MS 10000
#define REST_UNIT_MS 1000
#define REST_SHOWN_UNITS 30 /* shorter ones are part of the work */
#define TARGET_OCTETS 16384
#define FIELDS_OCTETS 4096
#define BODY_OCTETS 32768

static struct link_http *
of(struct link *link)
{
	return (struct link_http *)link;
}

static const struct link_http *
of_const(const struct link *link)
{
	return (const struct link_http *)link;
}

bool
link_http_url(struct link_http_url *out, const char *url)
{
	*out = (struct link_http_url){0};
	out->tls = strncmp(url, "https://", 8) == 0;
	if (!out->tls && strncmp(url, "http://", 7) != 0)
		return false;
	const char *host = url + (out->tls ? 8 : 7);
	out->target = strchr(host, '/');
	if (out->target == NULL)
		return false;
	struct str name = str_of(host, (size_t)(out->target - host));
	int64_t port = out->tls ? 443 : 80;
	const char *end = memchr(name.at, ']', name.octets);
	const char *colon =
	    end != NULL ? end + 1 : memchr(name.at, ':', name.octets);
	if (colon != NULL && colon < out->target) {
		if (*colon != ':' ||
		    !str_to_int64(&port,
			str_of(colon + 1, (size_t)(out->target - colon) - 1)))
			return false;
		name.octets = (size_t)(colon - name.at);
	}
	if (end != NULL && name.at[0] == '[')
		name = str_of(name.at + 1, (size_t)(end - name.at) - 1);
	out->port = (unsigned short)port;
	str_copy(out->host, sizeof(out->host), name);
	return name.octets > 0 && name.octets < sizeof(out->host) && port > 0 &&
	       port < 65536 && strpbrk(out->host, "{}[]@ \t\r\n") == NULL;
}

/* -- states ---------------------------------------------------------------- */

static enum link_state
state_of(const struct link_http *lh)
{
	bool rests = timer_armed(lh->rest_timer);
	if (!lh->started)
		return LINK_DOWN;
	if (rests && lh->away)
		return LINK_DOWN;
	return rests || lh->draining ? LINK_RESTING : LINK_UP;
}

void
link_http_changed(struct link_http *lh)
{
	enum link_state state = state_of(lh);
	if (state != lh->link.state) {
		lh->since_mono_ms = clock_mono_ms(clock_system());
		log_event(LOG_INFO, "link", "state", "link=%s state=%s",
		    lh->link.name, link_state_name(state));
	}
	lh->link.state = state;
	lh->link.sink->on_change(lh->link.sink->arg, &lh->link);
}

/* Twice as long each time.  In seconds: from, to. */
static const struct {
	int64_t first, most;
} rests[LINK_HTTP_FAULTS] = {
    [LINK_HTTP_FAULT_AWAY] = {1, 60},
    [LINK_HTTP_FAULT_BUSY] = {1, 60},
    [LINK_HTTP_FAULT_UNKNOWN] = {30, 900},
    [LINK_HTTP_FAULT_ACCOUNT] = {300, 3600},
};

void
link_http_rest(struct link_http *lh, enum link_http_fault fault,
    int64_t least_ms, const char *why)
{
	char quoted[LINK_HTTP_WHY_OCTETS * 2];
	if (timer_armed(lh->rest_timer) || lh->stopping)
		return; /* one that was under way says the same */
	int64_t units = rests[fault].first;
	for (int i = 0; i < lh->rests[fault] && units < rests[fault].most; i++)
		units *= 2;
	units = units < rests[fault].most ? units : rests[fault].most;
	lh->rests[fault]++;
	int64_t ms = units * lh->rest_unit_ms;
	ms = ms > least_ms ? ms : least_ms;
	lh->away = fault == LINK_HTTP_FAULT_AWAY;
	lh->probing = true;
	str_copy(lh->why, sizeof(lh->why), str_from(why));
	if (fault == LINK_HTTP_FAULT_ACCOUNT || units >= REST_SHOWN_UNITS)
		str_copy(
		    lh->link.trouble, sizeof(lh->link.trouble), str_from(why));
	log_event(LOG_WARN, "link", "rest", "link=%s ms=%lld why=%s",
	    lh->link.name, (long long)ms,
	    log_quote(quoted, sizeof(quoted), why));
	timer_arm(lh->rest_timer, ms);
	link_http_changed(lh);
}

static void
on_rest_timer(void *arg)
{
	link_http_changed(arg);
}

/* Somebody has paid, or wishes it tried. */
static void
end_rest(struct link_http *lh)
{
	timer_stop(lh->rest_timer);
	lh->link.trouble[0] = '\0';
	lh->unknowns = 0;
	lh->probing = false;
	memset(lh->rests, 0, sizeof(lh->rests));
}

/* -- the contract ---------------------------------------------------------- */

static void
link_start(struct link *link)
{
	struct link_http *lh = of(link);
	lh->started = true;
	lh->stopping = false;
	link_http_changed(lh);
}

static void
on_stop_timer(void *arg)
{
	struct link_http *lh = arg;
	link_http_give_up(lh, "stopped before the answer came");
	link_http_hang_up(lh);
	lh->started = false;
	link_http_changed(lh);
}

static void
link_stop(struct link *link, int64_t grace_ms)
{
	struct link_http *lh = of(link);
	lh->stopping = true;
	timer_stop(lh->rest_timer);
	timer_arm(lh->stop_timer, lh->running > 0 ? grace_ms : 0);
}

static size_t
link_room(const struct link *link)
{
	const struct link_http *lh = of_const(link);
	size_t window = lh->probing ? 1 : lh->window;
	bool open = lh->link.state == LINK_UP && !lh->stopping;
	return open && lh->running < window ? window - lh->running : 0;
}

static void
link_resume(struct link *link)
{
	(void)link; /* who was refused calls again by himself */
}

static void
link_reset(struct link *link)
{
	end_rest(of(link));
	link_http_changed(of(link));
}

static void
link_drain(struct link *link, bool on)
{
	of(link)->draining = on;
	if (!on)
		end_rest(of(link));
	link_http_changed(of(link));
}

static void
link_describe(const struct link *link, struct link_description *out)
{
	const struct link_http *lh = of_const(link);
	*out = (struct link_description){
	    .signal_percent = -1, .since_mono_ms = lh->since_mono_ms};
	snprintf(out->device, sizeof(out->device), "%.50s:%u", lh->url.host,
	    lh->url.port);
	str_copy(out->identity, sizeof(out->identity), str_from(lh->row.name));
	if (timer_armed(lh->rest_timer))
		snprintf(out->detail, sizeof(out->detail), "resting: %.110s",
		    lh->why);
	else
		snprintf(out->detail, sizeof(out->detail),
		    "%s%zu of %zu requests under way",
		    lh->draining ? "draining: " : "", lh->running, lh->window);
}

static void
destroy(void *arg)
{
	struct link_http *lh = arg;
	buf_free(&lh->target);
	buf_free(&lh->fields);
	buf_free(&lh->body);
	free(lh->sent);
	explicit_bzero(lh, sizeof(*lh));
	free(lh);
}

static void
link_free(struct link *link)
{
	struct link_http *lh = of(link);
	lh->stopping = true;
	lh->failures = 0; /* nobody is told any more */
	if (lh->gate != NULL)
		http_gate_remove(lh->gate, lh);
	link_http_hang_up(lh);
	http_client_free(&lh->client);
	timer_free(&lh->rest_timer);
	timer_free(&lh->stop_timer);
	timer_free(&lh->hold_timer);
	loop_reap(lh->loop, destroy, lh);
}

static const struct link_ops ops = {
    .kind = "http",
    .start = link_start,
    .stop = link_stop,
    .room = link_room,
    .send = link_http_send,
    .acknowledge = link_http_acknowledge,
    .refuse = link_http_refuse,
    .resume = link_resume,
    .reset = link_reset,
    .drain = link_drain,
    .describe = link_describe,
    .free = link_free,
};

/* -- making one ------------------------------------------------------------ */

static void
copy(char *dst, size_t octets, const char *src)
{
	str_copy(dst, octets, str_from(src));
}

static void
open_client(struct link_http *lh, const struct link_http_config *config)
{
	PANIC_UNLESS(link_http_url(&lh->url, lh->row.url));
	struct http_client_config client = {.host = lh->url.host,
	    .port = lh->url.port,
	    .tls = lh->url.tls ? config->tls : NULL,
	    .tls_name = config->tls_name,
	    .connections = lh->window,
	    .connect_ms = config->connect_ms,
	    .answer_ms = config->answer_ms};
	PANIC_UNLESS(!lh->url.tls || config->tls != NULL);
	lh->client = http_client_new(lh->loop, &client);
}

static bool
open_gate(struct link_http *lh, const struct link_http_config *config)
{
	lh->gate = config->gate;
	if (lh->gate == NULL)
		return true;
	lh->caller = *config->caller;
	copy(lh->path, sizeof(lh->path), config->path);
	copy(lh->report_path, sizeof(lh->report_path), config->report_path);
	return (lh->path[0] == '\0' ||
		   http_gate_add(lh->gate, lh->path, link_http_on_text, lh)) &&
	       (lh->report_path[0] == '\0' ||
		   http_gate_add(
		       lh->gate, lh->report_path, link_http_on_report, lh));
}

static void
set_texts(struct link_http *lh, const struct link_http_config *config)
{
	copy(lh->link.name, sizeof(lh->link.name), config->name);
	copy(lh->link.number, sizeof(lh->link.number), config->number);
	copy(lh->user, sizeof(lh->user), config->user);
	copy(lh->key, sizeof(lh->key), config->key);
	bool own = config->from != NULL && config->from[0] != '\0';
	copy(lh->from, sizeof(lh->from), own ? config->from : config->number);
}

struct link *
link_http_new(struct loop *loop, const struct link_http_config *config,
    const struct link_sink *sink)
{
	struct link_http *lh = xcalloc(1, sizeof(*lh));
	lh->loop = loop;
	lh->link.ops = &ops;
	lh->link.sink = sink;
	lh->link.state = LINK_DOWN;
	lh->link.two_way = !config->no_questions;
	lh->row = *config->row;
	lh->window = config->window > 0 ? config->window : WINDOW;
	PANIC_UNLESS(lh->window <= LINK_HTTP_WINDOW_MAX);
	lh->hold_ms = config->hold_ms > 0 ? config->hold_ms : HOLD_MS;
	lh->rest_unit_ms = config->rest_ms > 0 ? config->rest_ms : REST_UNIT_MS;
	lh->target = buf_new(TARGET_OCTETS);
	lh->fields = buf_new(FIELDS_OCTETS);
	lh->body = buf_new(BODY_OCTETS);
	lh->sent =
	    xcalloc((size_t)LINK_HTTP_ROWS * LINK_HTTP_ROW, sizeof(*lh->sent));
	lh->rest_timer = timer_new(loop, on_rest_timer, lh);
	lh->stop_timer = timer_new(loop, on_stop_timer, lh);
	lh->hold_timer = timer_new(loop, link_http_on_hold_timer, lh);
	set_texts(lh, config);
	open_client(lh, config);
	struct link *link = &lh->link;
	if (!open_gate(lh, config)) {
		link_free(link);
		return NULL;
	}
	return link;
}
