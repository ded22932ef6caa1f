/* Calls of the aggregator -> messages. */
#include <stdio.h>
#include <string.h>

#include "base/clock.h"
#include "base/log.h"

#include "gateway/link/http_fields.h"
#include "gateway/link/link_http_private.h"

#define WARN_EVERY_MS 60000 /* strangers may call as often as they like */
#define TEXT_OCTETS_MAX 8192
#define HOLD_LOOK_MS 250

static void
answer(struct http_request *request, int status, const char *error)
{
	char body[256];
	struct buf text = buf_over(body, sizeof(body));
	if (error == NULL) {
		buf_add_text(&text, "{\"status\":\"ok\"}");
	} else {
		buf_add_text(&text, "{\"error\":\"");
		http_escape(&text, HTTP_ESCAPE_JSON, str_from(error));
		buf_add_text(&text, "\"}");
	}
	if (status == 503)
		http_answer_header(request, "Retry-After", "5");
	if (status == 401)
		http_answer_header(
		    request, "WWW-Authenticate", "Basic realm=\"furrow\"");
	http_answer(request, status, "application/json", buf_str(&text));
}

/* -- calls that wait ------------------------------------------------------- */

static struct link_http_call *
free_call(struct link_http *lh)
{
	for (int i = 0; i < LINK_HTTP_CALLS; i++) {
		int index = (lh->next_index + i) & INT32_MAX;
		struct link_http_call *c = &lh->call[index % LINK_HTTP_CALLS];
		if (c->request != NULL)
			continue;
		c->index = index;
		lh->next_index = (index + 1) & INT32_MAX;
		return c;
	}
	return NULL;
}

/* NULL: it waited too long, and will call again. */
static struct http_request *
take_call(struct link *link, const struct msg_place *place)
{
	struct link_http *lh = (struct link_http *)link;
	struct link_http_call *c = &lh->call[place->index % LINK_HTTP_CALLS];
	struct http_request *request = c->request;
	if (c->index != place->index)
		return NULL;
	c->request = NULL;
	return request;
}

void
link_http_acknowledge(struct link *link, const struct msg_place *place)
{
	struct http_request *request = take_call(link, place);
	if (request != NULL)
		answer(request, 200, NULL);
}

void
link_http_refuse(struct link *link, const struct msg_place *place)
{
	struct http_request *request = take_call(link, place);
	if (request != NULL)
		answer(request, 503, "the disk takes nothing, call again");
}

void
link_http_on_hold_timer(void *arg)
{
	struct link_http *lh = arg;
	int64_t now = clock_mono_ms(clock_system());
	bool more = false;
	for (int i = 0; i < LINK_HTTP_CALLS; i++) {
		struct link_http_call *c = &lh->call[i];
		if (c->request == NULL)
			continue;
		if (now < c->until_mono_ms) {
			more = true;
			continue;
		}
		struct http_request *request = c->request;
		c->request = NULL;
		answer(request, 503, "not stored yet, call again");
	}
	if (more)
		timer_arm(lh->hold_timer, HOLD_LOOK_MS);
}

void
link_http_hang_up(struct link_http *lh)
{
	for (int i = 0; i < LINK_HTTP_CALLS; i++) {
		struct http_request *request = lh->call[i].request;
		lh->call[i].request = NULL;
		if (request != NULL)
			answer(request, 503, "closing, call again");
	}
}

/* The answer comes with the commit. */
static void
offer(struct link_http *lh, struct http_request *request, struct msg_in *m)
{
	struct link_http_call *c = free_call(lh);
	if (c != NULL) {
		m->place = (struct msg_place){.index = c->index};
		if (lh->link.sink->on_message(
			lh->link.sink->arg, &lh->link, m)) {
			c->request = request;
			c->until_mono_ms =
			    clock_mono_ms(clock_system()) + lh->hold_ms;
			if (!timer_armed(lh->hold_timer))
				timer_arm(lh->hold_timer,
				    lh->hold_ms < HOLD_LOOK_MS ? lh->hold_ms
							       : HOLD_LOOK_MS);
			return;
		}
	}
	answer(request, 503, "full, call again");
}

/* -- what they say --------------------------------------------------------- */

static const char *
field(
    struct http_fields *f, const struct http_request *request, const char *name)
{
	const char *value = http_fields_get(f, name);
	if (value == NULL && name[0] != '\0')
		value = http_request_query(request, name);
	return value;
}

/* Repeats of a call have the same id, and are one text; without an id, the
 * same text of the same time is. */
static uint64_t
same_of(const struct link_http *lh, const char *id, const char *from,
    const char *text, const char *date)
{
	uint64_t parts[4] = {
	    span_hash(span_of(lh->link.name, strlen(lh->link.name)))};
	if (id != NULL && id[0] != '\0') {
		parts[1] = span_hash(span_of(id, strlen(id)));
	} else if (date != NULL && date[0] != '\0') {
		parts[1] = span_hash(span_of(from, strlen(from)));
		parts[2] = span_hash(span_of(text, strlen(text)));
		parts[3] = span_hash(span_of(date, strlen(date)));
	} else {
		return 0;
	}
	return span_hash(span_of(parts, sizeof(parts)));
}

static void
take_text(
    struct link_http *lh, struct http_request *request, struct http_fields *f)
{
	const char *from = field(f, request, lh->row.in_from);
	const char *text = field(f, request, lh->row.in_text);
	const char *id = field(f, request, lh->row.in_id);
	const char *date = field(f, request, lh->row.in_date);
	char why[160];
	if (from == NULL || from[0] == '\0' || text == NULL) {
		snprintf(why, sizeof(why), "no field %s",
		    text == NULL ? lh->row.in_text : lh->row.in_from);
		answer(request, 400, why);
		return;
	}
	if (strlen(text) > TEXT_OCTETS_MAX) {
		answer(request, 413, "the text is too long");
		return;
	}
	struct msg_in m = {.kind = MSG_TEXT,
	    .text = str_from(text),
	    .alphabet = MSG_UCS2,
	    .same = same_of(lh, id, from, text, date)};
	str_copy(m.from, sizeof(m.from), str_from(from));
	if (m.same != 0) {
		m.raw = span_of(&m.same, sizeof(m.same));
		m.raw_told = true;
		m.stamp_ms = clock_wall_ms(clock_system());
		m.stamp_ours = true;
	}
	offer(lh, request, &m);
}

static int
fate_of(const struct link_http *lh, const char *status, const char *reason)
{
	int fate = reason != NULL ? http_row_fate(&lh->row, reason) : -1;
	/* A reason beside a success means nothing. */
	int plain = http_row_fate(&lh->row, status);
	return fate >= 0 && plain != HTTP_FATE_DELIVERED ? fate : plain;
}

static void
drop_report(struct link_http *lh, struct http_request *request, const char *why,
    const char *what)
{
	char quoted[96];
	log_event(LOG_WARN, "link", "report_dropped", "link=%s why=%s what=%s",
	    lh->link.name, why, log_quote(quoted, sizeof(quoted), what));
	answer(request, 200, NULL); /* again would not help */
}

static void
take_report(
    struct link_http *lh, struct http_request *request, struct http_fields *f)
{
	const char *id = field(f, request, lh->row.report_id);
	const char *status = field(f, request, lh->row.report_status);
	const char *reason = field(f, request, lh->row.report_reason);
	const char *to = field(f, request, lh->row.report_to);
	char why[160];
	if (id == NULL || id[0] == '\0' || status == NULL) {
		snprintf(why, sizeof(why), "no field %s",
		    status == NULL ? lh->row.report_status : lh->row.report_id);
		answer(request, 400, why);
		return;
	}
	int fate = fate_of(lh, status, reason);
	int64_t mr = http_verdict_mr(id);
	const char *known = link_http_sent_to(lh, mr);
	if (fate < 0) {
		drop_report(lh, request, "status", status);
		return;
	}
	if (known[0] == '\0' && (to == NULL || to[0] == '\0')) {
		drop_report(lh, request, "number", id);
		return;
	}
	struct msg_in m = {.kind = MSG_REPORT,
	    .report_mr = mr,
	    .report_code = fate,
	    .report = fate == HTTP_FATE_DELIVERED ? MSG_REPORT_DELIVERED
		      : fate == HTTP_FATE_TRYING  ? MSG_REPORT_TRYING
						  : MSG_REPORT_FAILED};
	str_copy(
	    m.from, sizeof(m.from), str_from(known[0] != '\0' ? known : to));
	offer(lh, request, &m);
}

/* -- the two paths --------------------------------------------------------- */

static void
warn(struct link_http *lh, struct http_request *request, int status)
{
	char peer[64];
	int64_t now = clock_mono_ms(clock_system());
	if (lh->warned_mono_ms != 0 && now - lh->warned_mono_ms < WARN_EVERY_MS)
		return;
	lh->warned_mono_ms = now;
	http_request_peer(request, peer, sizeof(peer));
	log_event(LOG_WARN, "link", "stranger", "link=%s peer=%s status=%d",
	    lh->link.name, peer, status);
}

static int
status_of(int code)
{
	switch ((enum http_fields_err)code) {
	case HTTP_FIELDS_LARGE:
		return 413;
	case HTTP_FIELDS_TYPE:
		return 415;
	case HTTP_FIELDS_SYNTAX:
		break;
	}
	return 400;
}

static void
on_call(struct link_http *lh, struct http_request *request,
    void (*take)(
	struct link_http *, struct http_request *, struct http_fields *))
{
	struct http_fields f;
	struct err err;
	int status = http_caller_check(&lh->caller, request);
	if (status != 0) {
		warn(lh, request, status);
		answer(request, status,
		    status == 403 ? "not from this address" : "wrong secret");
		return;
	}
	if (http_request_method(request) != HTTP_GET &&
	    http_request_method(request) != HTTP_POST) {
		http_answer_header(request, "Allow", "GET, POST");
		answer(request, 405, "call by GET or POST");
		return;
	}
	if (!lh->started || lh->stopping) {
		answer(request, 503, "closing, call again");
		return;
	}
	http_fields_init(&f);
	int rc =
	    http_fields_body(&f, http_request_header(request, "Content-Type"),
		http_request_body(request), &err);
	if (rc != 0)
		answer(request, status_of(rc), err.text);
	else
		take(lh, request, &f);
	http_fields_free(&f);
}

void
link_http_on_text(void *arg, struct http_request *request)
{
	on_call(arg, request, take_text);
}

void
link_http_on_report(void *arg, struct http_request *request)
{
	on_call(arg, request, take_report);
}
