/* An aggregator that misbehaves, and what the link says of it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/clock.h"
#include "base/http_client.h"
#include "base/log.h"
#include "gateway/link/http_verdict.h"
#include "gateway/link/link_http.h"
#include "gateway/link/link_http_private.h"
#include "tests/base/http_peer.h"

#define AMINA "+254711000001"
#define TAKEN                                                                  \
	"{\"SMSMessageData\":{\"Recipients\":[{\"statusCode\":101,"            \
	"\"messageId\":\"ATXid_9\",\"status\":\"Success\"}]}}"
#define NO_CREDIT                                                              \
	"{\"SMSMessageData\":{\"Recipients\":[{\"statusCode\":405,"            \
	"\"status\":\"InsufficientBalance\"}]}}"

struct world {
	struct loop *loop;
	struct http_peer *peer;
	enum http_peer_then then;
	int status;
	const char *answer;
	struct buf heard;

	struct http_row row;
	struct http_caller caller;
	struct http_gate *gate;
	unsigned short gate_port;
	struct link_sink sink;
	struct link *link;
	struct msg_outcome outcome;
	int outcomes;
	struct msg_in message;
	char text[64];
	int messages;
	bool full; /* the sink takes no message */
	bool at_once; /* and acknowledges at once */

	struct http_client *caller_client;
	int answers, answer_status;
	char answer_body[128];
};

static enum http_peer_then
on_request(void *arg, struct str head, struct str body, struct buf *answer)
{
	struct world *w = arg;
	buf_clear(&w->heard);
	buf_add_str(&w->heard, head);
	buf_add_text(&w->heard, "|");
	buf_add_str(&w->heard, body);
	http_peer_say(answer, w->status, w->answer);
	return w->then;
}

static bool
on_message(void *arg, struct link *link, const struct msg_in *message)
{
	struct world *w = arg;
	if (w->full)
		return false;
	w->message = *message;
	str_copy(w->text, sizeof(w->text), message->text);
	w->messages++;
	(void)link;
	return true;
}

static void
on_outcome(void *arg, struct link *link, const struct msg_outcome *outcome)
{
	struct world *w = arg;
	(void)link;
	w->outcome = *outcome;
	w->outcomes++;
}

static void
on_change(void *arg, struct link *link)
{
	(void)arg;
	(void)link;
}

static void
on_answer(void *arg, int64_t id, const struct http_call_end *end)
{
	struct world *w = arg;
	(void)id;
	assert_int_equal(end->how, HTTP_CALL_ANSWERED);
	w->answer_status = end->status;
	str_copy(w->answer_body, sizeof(w->answer_body), end->body);
	w->answers++;
}

static unsigned short
free_port(struct loop *loop)
{
	struct http_peer *peer = http_peer_new(loop, on_request, NULL);
	unsigned short port = http_peer_port(peer);
	http_peer_free(&peer);
	return port;
}

static void
open_link(struct world *w)
{
	struct link_http_config config = {.name = "ag",
	    .number = "20880",
	    .row = &w->row,
	    .user = "sandbox",
	    .key = "k3y",
	    .window = 2,
	    .answer_ms = 300,
	    .gate = w->gate,
	    .path = "/sms",
	    .report_path = "/report",
	    .caller = &w->caller,
	    .hold_ms = 30,
	    .rest_ms = 1};
	w->link = link_http_new(w->loop, &config, &w->sink);
	assert_non_null(w->link);
	assert_int_equal(w->link->state, LINK_DOWN);
	w->link->ops->start(w->link);
	assert_int_equal(w->link->state, LINK_UP);
}

static int
set_up(void **state)
{
	struct world *w = calloc(1, sizeof(*w));
	struct err err;
	w->loop = loop_new();
	w->heard = buf_new(1 << 16);
	w->status = 201;
	w->answer = TAKEN;
	w->peer = http_peer_new(w->loop, on_request, w);
	w->gate_port = free_port(w->loop);
	w->gate = http_gate_new(w->loop, NULL, "127.0.0.1", w->gate_port, &err);
	assert_non_null(w->gate);
	w->sink = (struct link_sink){.arg = w,
	    .on_message = on_message,
	    .on_outcome = on_outcome,
	    .on_change = on_change};
	w->caller =
	    (struct http_caller){.auth = HTTP_AUTH_QUERY, .secret = "open"};
	http_row_find(&w->row, "africastalking");
	snprintf(w->row.url, sizeof(w->row.url),
	    "http://127.0.0.1:%u/version1/messaging", http_peer_port(w->peer));
	struct http_client_config config = {.host = "127.0.0.1",
	    .port = w->gate_port,
	    .connections = 8,
	    .answer_ms = 5000};
	w->caller_client = http_client_new(w->loop, &config);
	open_link(w);
	*state = w;
	return 0;
}

static int
tear_down(void **state)
{
	struct world *w = *state;
	w->link->ops->free(w->link);
	http_client_free(&w->caller_client);
	http_gate_free(&w->gate);
	http_peer_free(&w->peer);
	loop_free(&w->loop);
	buf_free(&w->heard);
	free(w);
	return 0;
}

static void
until(struct world *w, const int *count, int wanted)
{
	int64_t stop = clock_mono_ms(clock_system()) + 5000;
	while (*count < wanted && clock_mono_ms(clock_system()) < stop) {
		loop_once(w->loop, false);
		usleep(100);
	}
	assert_int_equal(*count, wanted);
}

static void
until_up(struct world *w)
{
	for (int i = 0; i < 5000 && w->link->state != LINK_UP; i++) {
		loop_once(w->loop, false);
		usleep(200);
	}
	assert_int_equal(w->link->state, LINK_UP);
}

static void
give(struct world *w, int64_t id, const char *text)
{
	struct msg_out out = {.id = id, .text = str_from(text), .report = true};
	snprintf(out.to, sizeof(out.to), AMINA);
	w->link->ops->send(w->link, &out);
}

/* The aggregator calls us. */
static void
call(struct world *w, const char *target, const char *type, const char *body)
{
	char fields[128];
	snprintf(fields, sizeof(fields), "Content-Type: %s\r\n", type);
	struct http_client_request request = {
	    .method = body != NULL ? "POST" : "GET",
	    .target = target,
	    .fields = body != NULL ? fields : NULL,
	    .body = str_from(body)};
	assert_true(
	    http_client_call(w->caller_client, &request, on_answer, w, 1));
}

#define FORM "application/x-www-form-urlencoded"

static void
a_text_and_its_report(void **state)
{
	struct world *w = *state;
	assert_int_equal(w->link->ops->room(w->link), 2);
	give(w, 42, "#K7F 2kg & \"more\"");
	assert_int_equal(w->outcomes, 0);
	until(w, &w->outcomes, 1);
	assert_memory_equal(
	    w->heard.at, "POST /version1/messaging HTTP/1.1\r\n", 35);
	assert_non_null(strstr(w->heard.at, "\r\napiKey: k3y\r\n"));
	assert_non_null(strstr(w->heard.at,
	    "|username=sandbox&to=%2B254711000001&message="
	    "%23K7F%202kg%20%26%20%22more%22&from=20880&enqueue=1"));
	assert_int_equal(w->outcome.id, 42);
	assert_int_equal(w->outcome.outcome, OUTCOME_ACCEPTED);
	assert_int_equal(w->outcome.parts_done, 1);
	assert_true(w->outcome.mr[0] == http_verdict_mr("ATXid_9"));
	assert_true(w->outcome.mr[1] == -1);

	/* Its number is left out: the one remembered is taken. */
	call(w, "/report?secret=open", FORM, "id=ATXid_9&status=Success");
	until(w, &w->messages, 1);
	assert_int_equal(w->message.kind, MSG_REPORT);
	assert_string_equal(w->message.from, AMINA);
	assert_true(w->message.report_mr == w->outcome.mr[0]);
	assert_int_equal(w->message.report, MSG_REPORT_DELIVERED);
	w->link->ops->acknowledge(w->link, &w->message.place);
	until(w, &w->answers, 1);
	assert_int_equal(w->answer_status, 200);
	/* One of which we know nothing, and a status of which nobody does. */
	call(w, "/report?secret=open", FORM, "id=other&status=Success");
	until(w, &w->answers, 2);
	call(w, "/report?secret=open", FORM, "id=ATXid_9&status=Odd");
	until(w, &w->answers, 3);
	assert_int_equal(w->answer_status, 200);
	assert_int_equal(w->messages, 1);
	call(w, "/report?secret=open", FORM,
	    "id=other&status=Failed&failureReason=AbsentSubscriber"
	    "&phoneNumber=%2B254722000002");
	until(w, &w->messages, 2);
	assert_string_equal(w->message.from, "+254722000002");
	assert_int_equal(w->message.report_code, 0x46);
}

static void
outcomes(void **state)
{
	static const struct {
		enum http_peer_then then;
		int status;
		const char *answer;
		enum outcome outcome;
		enum refusal refusal;
		enum link_state state;
		const char *trouble;
	} cases[] = {
	    {HTTP_PEER_KEEP, 201, NO_CREDIT, OUTCOME_REFUSED, REFUSAL_CREDIT,
		LINK_RESTING, "answered 405: InsufficientBalance"},
	    {HTTP_PEER_KEEP, 201, TAKEN, OUTCOME_ACCEPTED, REFUSAL_NONE,
		LINK_UP, ""},
	    {HTTP_PEER_KEEP, 401, "no", OUTCOME_REFUSED, REFUSAL_BLOCKED,
		LINK_RESTING, "HTTP 401: refuses our key or password"},
	    {HTTP_PEER_KEEP, 201, TAKEN, OUTCOME_ACCEPTED, REFUSAL_NONE,
		LINK_UP, ""},
	    {HTTP_PEER_KEEP, 429, "slow", OUTCOME_REFUSED, REFUSAL_WAIT,
		LINK_RESTING, ""},
	    {HTTP_PEER_KEEP, 500, "oops", OUTCOME_UNKNOWN, REFUSAL_NONE,
		LINK_UP, ""},
	    {HTTP_PEER_KEEP, 201, "{\"half", OUTCOME_UNKNOWN, REFUSAL_NONE,
		LINK_UP, ""},
	    {HTTP_PEER_CUT, 201, TAKEN, OUTCOME_UNKNOWN, REFUSAL_NONE,
		LINK_RESTING, "no answer: closed by the peer"},
	    {HTTP_PEER_SILENT, 201, TAKEN, OUTCOME_UNKNOWN, REFUSAL_NONE,
		LINK_UP, "no answer: closed by the peer"},
	    {HTTP_PEER_DRIP, 201, TAKEN, OUTCOME_ACCEPTED, REFUSAL_NONE,
		LINK_UP, ""},
	};
	struct world *w = *state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		until_up(w);
		w->then = cases[i].then;
		w->status = cases[i].status;
		w->answer = cases[i].answer;
		assert_true(w->link->ops->room(w->link) >= 1);
		give(w, (int64_t)i + 1, "hello");
		until(w, &w->outcomes, (int)i + 1);
		assert_int_equal(w->outcome.id, i + 1);
		assert_int_equal(w->outcome.outcome, cases[i].outcome);
		assert_int_equal(w->outcome.refusal, cases[i].refusal);
		assert_int_equal(w->link->state, cases[i].state);
		assert_string_equal(w->link->trouble, cases[i].trouble);
	}
}

/* It goes away and comes back: one text tries it, then all may. */
static void
no_way_there(void **state)
{
	struct world *w = *state;
	unsigned short port = http_peer_port(w->peer);
	(void)port;
	http_peer_free(&w->peer);
	loop_once(w->loop, false);
	give(w, 1, "hello");
	until(w, &w->outcomes, 1);
	assert_int_equal(w->outcome.outcome, OUTCOME_REFUSED);
	assert_int_equal(w->outcome.refusal, REFUSAL_WAIT);
	assert_int_equal(w->link->state, LINK_DOWN);
	assert_int_equal(w->link->ops->room(w->link), 0);
	until_up(w);
	assert_int_equal(w->link->ops->room(w->link), 1);
	w->peer = http_peer_new(w->loop, on_request, w);
}

static void
calls_are_answered_when_durable(void **state)
{
	struct world *w = *state;
	call(w, "/sms?secret=open", FORM,
	    "from=%2B254711000001&to=20880&text=2kg+tomato&id=in1&"
	    "date=2026-11-25+10%3A00%3A00");
	until(w, &w->messages, 1);
	for (int i = 0; i < 5; i++)
		loop_once(w->loop, false);
	assert_int_equal(w->answers, 0); /* not before the commit */
	assert_string_equal(w->message.from, AMINA);
	assert_string_equal(w->text, "2kg tomato");
	assert_true(w->message.stamp_ours && w->message.stamp_ms > 0);
	assert_string_equal(w->message.place.store, "");
	uint64_t same = w->message.same;
	assert_true(same != 0);
	struct msg_place first = w->message.place;
	w->link->ops->acknowledge(w->link, &first);
	until(w, &w->answers, 1);
	assert_int_equal(w->answer_status, 200);
	/* Again the same, in JSON: known by its id. */
	call(w, "/sms?secret=open", "application/json",
	    "{\"from\":\"+254711000001\",\"text\":\"2kg tomato\","
	    "\"id\":\"in1\"}");
	until(w, &w->messages, 2);
	assert_true(w->message.same == same);
	/* The disk takes its time: call again; a late commit answers nobody. */
	until(w, &w->answers, 2);
	assert_int_equal(w->answer_status, 503);
	w->link->ops->acknowledge(w->link, &w->message.place);
	/* By GET, without an id or a date: whatever it is, it is new. */
	call(w, "/sms?secret=open&from=0711000001&text=hi", "", NULL);
	until(w, &w->messages, 3);
	assert_int_equal(w->message.same, 0);
	assert_int_equal(w->message.stamp_ms, 0);
	w->link->ops->acknowledge(w->link, &first); /* of another call */
	for (int i = 0; i < 5; i++)
		loop_once(w->loop, false);
	assert_int_equal(w->answers, 2);
	w->link->ops->acknowledge(w->link, &w->message.place);
	until(w, &w->answers, 3);
	assert_int_equal(w->answer_status, 200);
	w->full = true;
	call(w, "/sms?secret=open&from=0711000001&text=hi", "", NULL);
	until(w, &w->answers, 4);
	assert_int_equal(w->answer_status, 503);
	/* The disk takes nothing: nobody waits until it does. */
	w->full = false;
	call(w, "/sms?secret=open&from=0711000001&text=hi", "", NULL);
	until(w, &w->messages, 4);
	w->link->ops->refuse(w->link, &first);
	w->link->ops->refuse(w->link, &w->message.place);
	until(w, &w->answers, 5);
	assert_int_equal(w->answer_status, 503);
	assert_non_null(strstr(w->answer_body, "disk"));
}

static void
remembered(void **state)
{
	struct world *w = *state;
	struct link_http *lh = (struct link_http *)w->link;
	/* Eight of one row; then the oldest makes way. */
	for (int i = 0; i < LINK_HTTP_ROW + 1; i++) {
		char to[24];
		snprintf(to, sizeof(to), "+2547110000%02d", i);
		link_http_remember(w->link, 7 + i * LINK_HTTP_ROWS, to);
	}
	assert_string_equal(link_http_sent_to(lh, 7), "");
	assert_string_equal(
	    link_http_sent_to(lh, 7 + LINK_HTTP_ROWS), "+254711000001");
	assert_string_equal(
	    link_http_sent_to(lh, 7 + 8 * LINK_HTTP_ROWS), "+254711000008");
	assert_string_equal(link_http_sent_to(lh, 8), "");
}

static void
calls_that_are_wrong(void **state)
{
	static const struct {
		const char *target, *type, *body;
		int status;
		const char *says;
	} cases[] = {
	    {"/sms", FORM, "from=1&text=x", 401, "wrong secret"},
	    {"/sms?secret=opem", FORM, "from=1&text=x", 401, "wrong secret"},
	    {"/sms?secret=", FORM, "from=1&text=x", 401, "wrong secret"},
	    {"/elsewhere?secret=open", FORM, "", 404, "no such path"},
	    {"/sms?secret=open", FORM, "text=x", 400, "no field from"},
	    {"/sms?secret=open", FORM, "from=1", 400, "no field text"},
	    {"/sms?secret=open", FORM, "from=1&text=%4", 400, "hex"},
	    {"/sms?secret=open", "application/json", "{\"from\":", 400, ""},
	    {"/sms?secret=open", "application/xml", "<a/>", 415, "neither"},
	    {"/report?secret=open", FORM, "id=1", 400, "no field status"},
	};
	struct world *w = *state;
	int n = 0;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		call(w, cases[i].target, cases[i].type, cases[i].body);
		until(w, &w->answers, ++n);
		assert_int_equal(w->answer_status, cases[i].status);
		assert_non_null(strstr(w->answer_body, cases[i].says));
	}
	struct http_client_request drop = {
	    .method = "DELETE", .target = "/sms?secret=open&from=1&text=x"};
	assert_true(http_client_call(w->caller_client, &drop, on_answer, w, 1));
	until(w, &w->answers, ++n);
	assert_int_equal(w->answer_status, 405);
	assert_int_equal(w->messages, 0);
	char *huge = calloc(1, 60000);
	memset(huge, 'x', 59999);
	memcpy(huge, "from=1&text=", 12);
	call(w, "/sms?secret=open", FORM, huge);
	until(w, &w->answers, ++n);
	assert_int_equal(w->answer_status, 413);
	free(huge);
}

static void
stopped_in_the_middle(void **state)
{
	struct world *w = *state;
	w->then = HTTP_PEER_SILENT;
	give(w, 1, "hello");
	call(w, "/sms?secret=open&from=0711000001&text=hi", "", NULL);
	until(w, &w->messages, 1);
	assert_int_equal(w->link->ops->room(w->link), 1);
	w->link->ops->stop(w->link, 5);
	assert_int_equal(w->link->ops->room(w->link), 0);
	give(w, 2, "too late");
	until(w, &w->outcomes, 2);
	until(w, &w->answers, 1);
	assert_int_equal(w->answer_status, 503);
	assert_int_equal(w->outcome.id, 1);
	assert_int_equal(w->outcome.outcome, OUTCOME_UNKNOWN);
	assert_int_equal(w->link->state, LINK_DOWN);
}

static void
urls(void **state)
{
	static const struct {
		const char *url, *host, *target;
		int port;
		bool tls;
	} good[] = {
	    {"https://api.example.org/v1?a={to}", "api.example.org",
		"/v1?a={to}", 443, true},
	    {"http://127.0.0.1:8080/", "127.0.0.1", "/", 8080, false},
	    {"http://[2001:db8::1]:81/x", "2001:db8::1", "/x", 81, false},
	    {"https://[::1]/x", "::1", "/x", 443, true},
	};
	static const char *const bad[] = {"", "ftp://a/", "https://a",
	    "https:///x", "https://a:0/", "https://a:70000/", "https://a:x/",
	    "https://{to}/x", "https://u@a/", "https://[::1/x"};
	struct link_http_url url;
	(void)state;
	for (size_t i = 0; i < sizeof(good) / sizeof(good[0]); i++) {
		assert_true(link_http_url(&url, good[i].url));
		assert_string_equal(url.host, good[i].host);
		assert_string_equal(url.target, good[i].target);
		assert_int_equal(url.port, good[i].port);
		assert_int_equal(url.tls, good[i].tls);
	}
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
		if (link_http_url(&url, bad[i]))
			fail_msg("%s is a url?", bad[i]);
}

static void
discard(const char *line, void *arg)
{
	(void)line;
	(void)arg;
}

#define STORY(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    STORY(a_text_and_its_report),
	    STORY(outcomes),
	    STORY(no_way_there),
	    STORY(calls_are_answered_when_durable),
	    STORY(remembered),
	    STORY(calls_that_are_wrong),
	    STORY(stopped_in_the_middle),
	    cmocka_unit_test(urls),
	};
	log_set_sink(discard, NULL);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
