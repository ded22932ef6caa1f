#include "gateway/link/ussd_http.h"

#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/log.h"
#include "base/panic.h"

#define WARN_EVERY_MS 60000 /* strangers may call as often as they like */
#define PATH_OCTETS 128

struct ussd_http {
	char name[LINK_NAME_OCTETS];
	const struct session_channel *channel;
	const struct ussd_dialect *dialect;
	const struct session_sink *sink;
	struct http_gate *gate;
	struct http_caller caller;
	char path[PATH_OCTETS], event_path[PATH_OCTETS];
	bool stopping;
	struct ussd_http_call *calls; /* that wait for the sink */
	struct ussd_http_counts counts;
	struct session_hour refused;
	int64_t warned_mono_ms, counted; /* refused since then */
	char error[SESSION_ERROR_OCTETS]; /* the last refusal */
	int64_t error_ms;
};

/* One request, from the ask to the answer. */
struct ussd_http_call {
	struct ussd_http *owner; /* NULL: gone, nobody is answered */
	struct ussd_http_call *next, **place;
	struct http_request *request;
	struct ussd_turn turn;
};

/* -- refusals -------------------------------------------------------------- */

static void
note(struct ussd_http *u, struct http_request *request, int status,
    const char *why)
{
	char peer[64], quoted[128];
	int64_t now = clock_mono_ms(clock_system());
	u->counts.refused++;
	u->counted++;
	session_hour_add(&u->refused, now);
	if (u->warned_mono_ms != 0 && now - u->warned_mono_ms < WARN_EVERY_MS)
		return;
	u->warned_mono_ms = now;
	u->error_ms = clock_wall_ms(clock_system());
	http_request_peer(request, peer, sizeof(peer));
	struct buf error = buf_over(u->error, sizeof(u->error));
	buf_add_format(&error, "%d to %s: %s", status, peer, why);
	log_event(LOG_WARN, "ussd", "refused",
	    "channel=%s status=%d times=%lld peer=%s why=%s", u->name, status,
	    (long long)u->counted, peer,
	    log_quote(quoted, sizeof(quoted), why));
	u->counted = 0;
}

static void
refuse(struct ussd_http *u, struct http_request *request, int status,
    const char *why)
{
	note(u, request, status, why);
	if (status == 401)
		http_answer_header(
		    request, "WWW-Authenticate", "Basic realm=\"furrow\"");
	http_answer(
	    request, status, "text/plain; charset=utf-8", str_from(why));
}

static void
refuse_method(struct ussd_http *u, struct http_request *request)
{
	static const struct {
		unsigned method;
		const char *name;
	} names[] = {{USSD_GET, "GET"}, {USSD_POST, "POST"}, {USSD_PUT, "PUT"}};
	char allow[32];
	struct buf text = buf_over(allow, sizeof(allow));
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if ((u->dialect->methods & names[i].method) != 0) {
			buf_add_text(&text, text.octets > 0 ? ", " : "");
			buf_add_text(&text, names[i].name);
		}
	http_answer_header(request, "Allow", allow);
	refuse(u, request, 405, "method not allowed");
}

/* -- answers --------------------------------------------------------------- */

static void
say(struct ussd_http *u, struct http_request *request,
    const struct ussd_turn *turn, const struct session_answer *answer)
{
	char body[USSD_DIALECT_ANSWER_OCTETS];
	struct buf text = buf_over(body, sizeof(body));
	ussd_dialect_write(&text, u->dialect, turn, answer);
	http_answer(request, 200, u->dialect->answer_media, buf_str(&text));
}

/* Whose dialogue it was is not told with every hang-up, and that is no fault.
 */
static bool
is_nameless_end(const struct ussd_turn *turn)
{
	return turn->ask.event == SESSION_HANGUP && turn->msisdn[0] == '\0';
}

static void
answer(struct ussd_http *u, struct http_request *request,
    const struct ussd_turn *turn, const struct session_answer *a)
{
	if (is_nameless_end(turn)) {
		say(u, request, turn, a);
		return;
	}
	switch (a->status) {
	case SESSION_ANSWERED:
		say(u, request, turn, a);
		return;
	case SESSION_BAD_NUMBER:
		refuse(u, request, 400, "no phone number");
		return;
	case SESSION_BAD_ID:
		refuse(u, request, 400, "no session id");
		return;
	case SESSION_OTHER_PHONE:
		refuse(u, request, 403, "a session of another phone");
		return;
	case SESSION_NOT_ALLOWED:
		refuse(u, request, 403, "not for this country or network");
		return;
	}
	PANIC_UNLESS(false);
}

static void
unlink_call(struct ussd_http_call *call)
{
	*call->place = call->next;
	if (call->next != NULL)
		call->next->place = call->place;
}

static void
on_answer(void *arg, const struct session_answer *a)
{
	struct ussd_http_call *call = arg;
	if (call->owner != NULL) {
		unlink_call(call);
		answer(call->owner, call->request, &call->turn, a);
	}
	free(call);
}

/* -- the door -------------------------------------------------------------- */

/* Part of a path as a secret: the first or the last behind ours. */
static bool
takes_secret(const struct http_caller *caller, struct str *tail)
{
	struct str all = *tail, first, rest;
	size_t last = all.octets;
	if (all.octets < 2)
		return false;
	rest = str_of(all.at + 1, all.octets - 1);
	str_cut(&first, &rest, '/');
	if (http_caller_is_secret(caller, first)) {
		*tail = str_of(
		    first.at + first.octets, all.octets - 1 - first.octets);
		return true;
	}
	while (all.at[last - 1] != '/')
		last--;
	if (!http_caller_is_secret(
		caller, str_of(all.at + last, all.octets - last)))
		return false;
	*tail = str_of(all.at, last - 1);
	return true;
}

/* 0, or the status to refuse with. */
static int
admit(const struct ussd_http *u, struct http_request *request, struct str *tail)
{
	char peer[64];
	http_request_peer(request, peer, sizeof(peer));
	if (!http_caller_allows(&u->caller, peer))
		return 403;
	if (u->caller.auth != HTTP_AUTH_NONE && takes_secret(&u->caller, tail))
		return 0;
	return http_caller_check(&u->caller, request);
}

static unsigned
method_of(const struct http_request *request)
{
	switch (http_request_method(request)) {
	case HTTP_GET:
		return USSD_GET;
	case HTTP_POST:
		return USSD_POST;
	case HTTP_PUT:
		return USSD_PUT;
	case HTTP_DELETE:
	case HTTP_OTHER:
		break;
	}
	return 0;
}

static struct str
media_of(const struct http_request *request)
{
	struct str type,
	    rest = str_from(http_request_header(request, "Content-Type"));
	str_cut(&type, &rest, ';');
	return str_trim(type);
}

static bool
is_form(struct str type)
{
	return str_equal_nocase(type, STR("application/x-www-form-urlencoded"));
}

static bool
is_json(struct str type)
{
	bool plus = type.octets > 5 &&
		    str_equal_nocase(
			str_of(type.at + type.octets - 5, 5), STR("+json"));
	return plus || str_equal_nocase(type, STR("application/json")) ||
	       str_equal_nocase(type, STR("text/json"));
}

/* Who does not say is believed to do as the dialect does. */
static bool
is_media(enum ussd_media media, struct str type)
{
	if (type.octets == 0)
		return true;
	switch (media) {
	case USSD_FORM:
		return is_form(type);
	case USSD_JSON:
		return is_json(type);
	case USSD_QUERY:
		return is_form(type) || is_json(type);
	}
	return false;
}

/* -- requests -------------------------------------------------------------- */

static int
read_fields(const struct ussd_http *u, struct http_fields *fields,
    const struct http_request *request, struct err *err)
{
	struct str body = http_request_body(request);
	bool json =
	    u->dialect->media == USSD_JSON ||
	    (u->dialect->media == USSD_QUERY && is_json(media_of(request)));
	int rc = 0;
	if (u->dialect->media == USSD_QUERY)
		rc = http_fields_form(
		    fields, http_request_query_text(request), err);
	if (rc != 0 || (u->dialect->media == USSD_QUERY && body.octets == 0))
		return rc;
	return json ? http_fields_json(fields, body, err)
		    : http_fields_form(fields, str_trim(body), err);
}

/* Its words about JSON would quote what stood there. */
static const char *
words_of(int code, bool json)
{
	if (code == HTTP_FIELDS_LARGE)
		return "a field is too long, or there are too many";
	return json ? "bad JSON" : "bad form";
}

static void
ask(struct ussd_http *u, struct ussd_http_call *call)
{
	u->counts.unserved += call->turn.unserved;
	call->owner = u;
	call->next = u->calls;
	call->place = &u->calls;
	if (call->next != NULL)
		call->next->place = &call->next;
	u->calls = call;
	u->counts.asked++;
	/* It may answer, and end the call, at once. */
	u->sink->on_ask(
	    u->sink->arg, u->channel, &call->turn.ask, on_answer, call);
}

/* The fields live until the sink has the ask. */
static void
take(struct ussd_http *u, struct http_request *request, struct str tail,
    bool is_event)
{
	struct ussd_http_call *call = xcalloc(1, sizeof(*call));
	struct http_fields fields;
	struct ussd_call said = {
	    .tail = tail, .is_event = is_event, .fields = &fields};
	struct err err;
	http_fields_init_strict(&fields,
	    USSD_DIALECT_BODY_OCTETS + 2 * HTTP_FIELDS_MAX,
	    USSD_DIALECT_FIELD_OCTETS);
	call->request = request;
	int rc = read_fields(u, &fields, request, &err);
	u->counts.repeated += (int64_t)fields.repeated;
	if (rc != 0) {
		refuse(u, request, rc == HTTP_FIELDS_LARGE ? 413 : 400,
		    words_of(rc, u->dialect->media == USSD_JSON));
	} else {
		rc = ussd_dialect_read(
		    &call->turn, u->dialect, u->channel, &said, &err);
		if (rc != 0)
			refuse(u, request,
			    rc == USSD_DIALECT_LARGE  ? 413
			    : rc == USSD_DIALECT_PATH ? 404
						      : 400,
			    err.text);
	}
	if (rc == 0)
		ask(u, call);
	else
		free(call);
	http_fields_free(&fields);
}

static void
on_call(struct ussd_http *u, struct http_request *request, const char *path,
    bool is_event)
{
	struct str tail = str_from(http_request_path(request) +
				   (strcmp(path, "/") == 0 ? 0 : strlen(path)));
	int status = admit(u, request, &tail);
	if (status != 0) {
		u->counts.strangers++;
		refuse(u, request, status,
		    status == 403 ? "not from this address" : "wrong secret");
		return;
	}
	if (str_is(tail, "/"))
		tail = str_of(tail.at, 0);
	if (u->stopping)
		http_answer(
		    request, 503, "text/plain; charset=utf-8", STR("closing"));
	else if ((method_of(request) & u->dialect->methods) == 0)
		refuse_method(u, request);
	else if (http_request_body(request).octets > USSD_DIALECT_BODY_OCTETS)
		refuse(u, request, 413, "the body is too long");
	else if (!is_media(u->dialect->media, media_of(request)))
		refuse(u, request, 415,
		    u->dialect->media == USSD_JSON ? "JSON is wanted"
						   : "a form is wanted");
	else
		take(u, request, tail, is_event);
}

static void
on_request(void *arg, struct http_request *request)
{
	struct ussd_http *u = arg;
	on_call(u, request, u->path, false);
}

static void
on_event(void *arg, struct http_request *request)
{
	struct ussd_http *u = arg;
	on_call(u, request, u->event_path, true);
}

/* -- life ------------------------------------------------------------------ */

struct ussd_http *
ussd_http_new(const struct ussd_http_config *config)
{
	struct ussd_http *u = xcalloc(1, sizeof(*u));
	str_copy(u->name, sizeof(u->name), str_from(config->channel->name));
	str_copy(u->path, sizeof(u->path), str_from(config->path));
	str_copy(
	    u->event_path, sizeof(u->event_path), str_from(config->event_path));
	u->channel = config->channel;
	u->dialect = config->dialect;
	u->sink = config->sink;
	u->gate = config->gate;
	u->caller = *config->caller;
	if (!http_gate_add_tree(u->gate, u->path, on_request, u) ||
	    (u->event_path[0] != '\0' &&
		!http_gate_add_tree(u->gate, u->event_path, on_event, u)))
		ussd_http_free(&u);
	return u;
}

void
ussd_http_stop(struct ussd_http *channel)
{
	channel->stopping = true;
}

void
ussd_http_free(struct ussd_http **channel)
{
	struct ussd_http *u = *channel;
	*channel = NULL;
	if (u == NULL)
		return;
	http_gate_remove(u->gate, u);
	while (u->calls != NULL) {
		struct ussd_http_call *call = u->calls;
		unlink_call(call);
		call->owner = NULL;
		http_answer(call->request, 503, "text/plain; charset=utf-8",
		    STR("closing"));
	}
	explicit_bzero(&u->caller, sizeof(u->caller));
	free(u);
}

const struct ussd_http_counts *
ussd_http_counts(const struct ussd_http *channel)
{
	return &channel->counts;
}

void
ussd_http_figures(const struct ussd_http *channel, struct session_figures *out)
{
	str_copy(out->name, sizeof(out->name), str_from(channel->name));
	str_copy(
	    out->kind, sizeof(out->kind), str_from(channel->dialect->name));
	out->state = channel->stopping ? LINK_DOWN : LINK_UP;
	out->refused +=
	    session_hour_sum(&channel->refused, clock_mono_ms(clock_system()));
	if (channel->error_ms > out->error_ms) {
		out->error_ms = channel->error_ms;
		str_copy(
		    out->error, sizeof(out->error), str_from(channel->error));
	}
}
