/* A channel of dialogues on a real socket: who gets in, what is refused and
 * how, and that each request has one answer.  Client and server are in one
 * thread: the loop is turned between looks at the client's socket. */
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/log.h"
#include "gateway/link/ussd_http.h"

#define HELD 8

struct world {
	struct loop *loop;
	struct http_gate *gate;
	unsigned short port;
	struct session_channel channel;
	struct http_caller caller;
	struct session_sink sink;
	struct ussd_http *http;
	struct session_answer answer; /* what the sink says */
	bool hold; /* and when: later */
	session_answer_fn held[HELD];
	void *held_arg[HELD];
	int asks, holds;
	char said[SESSION_INPUT_OCTETS * 3]; /* of the last ask */
	char dialled[32];
	struct buf heard, log;
};

static void
on_ask(void *arg, const struct session_channel *channel,
    const struct session_ask *ask, session_answer_fn done, void *done_arg)
{
	struct world *w = arg;
	assert_ptr_equal(channel, &w->channel);
	str_copy(w->dialled, sizeof(w->dialled), str_from(ask->dialled));
	snprintf(w->said, sizeof(w->said), "%d %s %s %s %.*s", ask->event,
	    ask->id, ask->msisdn, ask->key, (int)ask->input.octets,
	    ask->input.at);
	w->asks++;
	if (!w->hold) {
		done(done_arg, &w->answer);
		return;
	}
	assert_true(w->holds < HELD);
	w->held[w->holds] = done;
	w->held_arg[w->holds++] = done_arg;
}

static void
on_log(const char *line, void *arg)
{
	struct world *w = arg;
	buf_add_text(&w->log, line);
	buf_add_char(&w->log, '\n');
}

static unsigned short
free_port(void)
{
	struct sockaddr_in name = {
	    .sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
	socklen_t octets = sizeof(name);
	int fd = socket(AF_INET, SOCK_STREAM, 0);
	assert_int_equal(bind(fd, (struct sockaddr *)&name, sizeof(name)), 0);
	assert_int_equal(getsockname(fd, (struct sockaddr *)&name, &octets), 0);
	close(fd);
	return ntohs(name.sin_port);
}

static void
open_as(struct world *w, const char *dialect)
{
	struct ussd_http_config config = {
	    .channel = &w->channel,
	    .dialect = ussd_dialect_find(dialect),
	    .path = "/ussd/at",
	    .event_path = "/gone",
	    .caller = &w->caller,
	    .gate = w->gate,
	    .sink = &w->sink,
	};
	ussd_http_free(&w->http);
	w->http = ussd_http_new(&config);
	assert_non_null(w->http);
}

static int
set_up(void **state)
{
	struct err err;
	struct world *w = calloc(1, sizeof(*w));
	w->loop = loop_new();
	w->port = free_port();
	w->gate = http_gate_new(w->loop, NULL, "127.0.0.1", w->port, &err);
	assert_non_null(w->gate);
	http_gate_throng(w->gate, 4096);
	w->channel = (struct session_channel){
	    .name = "at", .code = {"384*96"}, .codes = 1};
	w->sink = (struct session_sink){.arg = w, .on_ask = on_ask};
	w->answer = (struct session_answer){
	    .status = SESSION_ANSWERED, .go_on = true, .text = "Market"};
	w->heard = buf_new(1 << 17);
	w->log = buf_new(1 << 17);
	log_set_sink(on_log, w);
	open_as(w, "africastalking");
	*state = w;
	return 0;
}

static int
tear_down(void **state)
{
	struct world *w = *state;
	ussd_http_free(&w->http);
	http_gate_free(&w->gate);
	loop_free(&w->loop);
	log_set_sink(NULL, NULL);
	buf_free(&w->heard);
	buf_free(&w->log);
	free(w);
	return 0;
}

/* -- the client ------------------------------------------------------------ */

static int
dial(const struct world *w)
{
	struct sockaddr_in name = {.sin_family = AF_INET,
	    .sin_port = htons(w->port),
	    .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
	int fd = socket(AF_INET, SOCK_STREAM, 0);
	assert_int_equal(
	    connect(fd, (struct sockaddr *)&name, sizeof(name)), 0);
	fcntl(fd, F_SETFL, O_NONBLOCK);
	return fd;
}

static void
say(struct world *w, int fd, const char *text)
{
	size_t octets = strlen(text);
	for (size_t at = 0; at < octets;) {
		ssize_t put = write(fd, text + at, octets - at);
		if (put > 0)
			at += (size_t)put;
		else if (put < 0 && errno != EAGAIN)
			return;
		loop_once(w->loop, false);
	}
}

/* Until the server closes, `enough` answers are there, or for so long. */
static const char *
hear(struct world *w, int fd, int enough)
{
	buf_clear(&w->heard);
	for (int passes = 0; passes < 20000; passes++) {
		char part[4096];
		ssize_t got = read(fd, part, sizeof(part));
		if (got == 0 || (got < 0 && errno != EAGAIN))
			break;
		if (got > 0)
			buf_add(&w->heard, part, (size_t)got);
		int answers = 0;
		for (const char *at = w->heard.at; at != NULL;
		     at = strstr(at + 1, "HTTP/1."))
			answers += strncmp(at, "HTTP/1.", 7) == 0 &&
				   strstr(at, "\r\n\r\n") != NULL;
		if (answers >= enough)
			break;
		loop_once(w->loop, false);
	}
	return w->heard.at;
}

static int
status_of(const char *answer)
{
	int status = -1;
	return sscanf(answer, "HTTP/1.%*d %d ", &status) == 1 ? status : -1;
}

static const char *
body_of(const char *answer)
{
	const char *end = strstr(answer, "\r\n\r\n");
	return end != NULL ? end + 4 : "(no body)";
}

static const char *
ask(struct world *w, const char *request)
{
	int fd = dial(w);
	say(w, fd, request);
	const char *answer = hear(w, fd, 1);
	close(fd);
	loop_once(w->loop, false);
	return answer;
}

/* One request of which only the lines that matter are told. */
static const char *
call(struct world *w, const char *line, const char *headers, const char *body)
{
	static char text[1 << 15];
	snprintf(text, sizeof(text),
	    "%s HTTP/1.1\r\nHost: x\r\n%sContent-Length: %zu\r\n\r\n%s", line,
	    headers, strlen(body), body);
	return ask(w, text);
}

#define FORM "Content-Type: application/x-www-form-urlencoded\r\n"
#define JSON "Content-Type: application/json\r\n"
#define POST "POST /ussd/at"
#define AT "sessionId=a1&phoneNumber=%2B254711000001&serviceCode=*384*96%23"

static const char *
at(struct world *w, const char *more)
{
	char body[4096];
	snprintf(body, sizeof(body), "%s%s", AT, more);
	return call(w, POST, FORM, body);
}

/* -- answers --------------------------------------------------------------- */

static void
a_screen_and_the_last(void **state)
{
	struct world *w = *state;
	const char *answer = at(w, "&text=1");
	assert_int_equal(status_of(answer), 200);
	assert_non_null(
	    strstr(answer, "Content-Type: text/plain; charset=utf-8\r\n"));
	assert_non_null(strstr(answer, "Content-Length: 10\r\n"));
	assert_string_equal(body_of(answer), "CON Market");
	assert_string_equal(w->said, "3 a1 +254711000001 t1 1");
	w->answer.go_on = false;
	assert_string_equal(body_of(at(w, "&text=1*2")), "END Market");
	assert_int_equal(ussd_http_counts(w->http)->asked, 2);
	assert_int_equal(ussd_http_counts(w->http)->refused, 0);
}

static void
the_end_event(void **state)
{
	struct world *w = *state;
	static const char *const lines[] = {
	    "POST /ussd/at/event", "POST /gone", POST};
	w->answer = (struct session_answer){.status = SESSION_ANSWERED};
	for (size_t i = 0; i < 3; i++) {
		const char *answer =
		    call(w, lines[i], FORM, AT "&status=Incomplete");
		assert_int_equal(status_of(answer), 200);
		assert_string_equal(body_of(answer), "");
		assert_string_equal(w->said, "4 a1 +254711000001  ");
	}
	/* Nobody knows whose it was, and nobody minds. */
	w->answer.status = SESSION_BAD_NUMBER;
	assert_int_equal(status_of(call(w, "POST /gone", FORM,
			     "sessionId=a1&status=Failed")),
	    200);
}

static void
what_the_sink_refuses(void **state)
{
	struct world *w = *state;
	static const struct {
		enum session_status status;
		int want;
	} cases[] = {
	    {SESSION_BAD_NUMBER, 400},
	    {SESSION_BAD_ID, 400},
	    {SESSION_OTHER_PHONE, 403},
	    {SESSION_NOT_ALLOWED, 403},
	};
	for (size_t i = 0; i < 4; i++) {
		w->answer = (struct session_answer){.status = cases[i].status};
		assert_int_equal(status_of(at(w, "&text=")), cases[i].want);
	}
	assert_int_equal(ussd_http_counts(w->http)->refused, 4);
}

/* -- what is refused at the door ------------------------------------------- */

static const struct {
	const char *name, *line, *headers, *body;
	int status;
	const char *says;
} refusals[] = {
    {"method not allowed", "GET /ussd/at?" AT "&text=", "", "", 405,
	"Allow: POST\r\n"},
    {"method not allowed: PUT", "PUT /ussd/at", FORM, AT, 405,
	"Allow: POST\r\n"},
    {"method not allowed: DELETE", "DELETE /ussd/at", "", "", 405,
	"Allow: POST\r\n"},
    {"wrong media type", POST, JSON, "{\"sessionId\":\"a1\"}", 415, "a form"},
    {"wrong media type: XML", POST, "Content-Type: text/xml\r\n", "<a/>", 415,
	"a form"},
    {"wrong media type: parts", POST,
	"Content-Type: multipart/form-data; boundary=x\r\n", "--x", 415,
	"a form"},
    {"no such path", "POST /ussd/at/x", FORM, AT "&text=", 404, ""},
    {"no such path: another tree", "POST /ussd/ato", FORM, AT "&text=", 404,
	""},
    {"missing session id", POST, FORM, "phoneNumber=%2B254711000001&text=", 400,
	"sessionId: missing"},
    {"empty session id", POST, FORM, "sessionId=&phoneNumber=0711000001", 400,
	"sessionId: missing"},
    {"missing MSISDN", POST, FORM, "sessionId=a1&text=", 400,
	"phoneNumber: missing"},
    {"MSISDN of letters", POST, FORM, "sessionId=a1&phoneNumber=<b>x</b>", 400,
	"phoneNumber: no phone number"},
    {"empty body", POST, FORM, "", 400, "sessionId: missing"},
    {"invalid UTF-8", POST, FORM, AT "&text=%c3%28", 400, "text: not UTF-8"},
    {"invalid UTF-8: bare", POST, FORM, AT "&text=\xff", 400,
	"text: not UTF-8"},
    {"NUL", POST, FORM, AT "&text=1%00", 400, "bad form"},
    {"control character", POST, FORM, AT "&text=1%1b", 400, "text: a control"},
    {"bad escape", POST, FORM, AT "&text=%zz", 400, "bad form"},
};

static void
bad_input_by_name(void **state)
{
	struct world *w = *state;
	for (size_t i = 0; i < sizeof(refusals) / sizeof(refusals[0]); i++) {
		const char *answer = call(
		    w, refusals[i].line, refusals[i].headers, refusals[i].body);
		if (status_of(answer) != refusals[i].status ||
		    strstr(answer, refusals[i].says) == NULL)
			fail_msg("%s: %s", refusals[i].name, answer);
		assert_null(strstr(answer, "<b>"));
	}
	assert_int_equal(w->asks, 0);
	/* None of it reached the log, which has the first of a minute. */
	assert_null(strstr(w->log.at, "254711000001"));
	assert_null(strstr(w->log.at, "<b>"));
	assert_non_null(
	    strstr(w->log.at, "warn ussd refused channel=at status=405"));
	assert_null(strstr(strstr(w->log.at, "refused") + 1, "refused"));
}

static void
body_or_field_over_limit(void **state)
{
	struct world *w = *state;
	char body[9000];
	memset(body, 'x', sizeof(body) - 1);
	memcpy(body, AT "&text=", strlen(AT "&text="));
	body[sizeof(body) - 1] = '\0';
	assert_int_equal(status_of(call(w, POST, FORM, body)), 413);
	body[strlen(AT "&text=") + 1025] = '\0';
	assert_int_equal(status_of(call(w, POST, FORM, body)), 413);
	assert_int_equal(w->asks, 0);
	/* What is too long to be an answer is the sink's to judge. */
	body[strlen(AT "&text=") + 1024] = '\0';
	assert_int_equal(status_of(call(w, POST, FORM, body)), 200);
}

static void
bad_json(void **state)
{
	struct world *w = *state;
	static const struct {
		const char *body;
		int status;
	} cases[] = {
	    {"{\"SessionId\":", 400},
	    {"", 400},
	    {"[]", 400},
	    {"\"x\"", 400},
	    {"{\"SessionId\":\"h\\u0000\"}", 400},
	    {"{\"SessionId\":\"h\xff\"}", 400},
	    {"{\"SessionId\":\"h\",\"SessionId\":\"i\"}", 400},
	    {"{\"SessionId\":\"h\",\"Mobile\":\"233200000001\","
	     "\"Type\":\"Dance\"}",
		400},
	    {"{\"SessionId\":\"h\",\"Mobile\":\"233200000001\","
	     "\"Type\":\"Response\",\"Message\":\"a\\u0007\"}",
		400},
	    {"{\"SessionId\":\"h\",\"Mobile\":233200000001,"
	     "\"Type\":\"Response\",\"Message\":1,\"Other\":[{}]}",
		200},
	};
	open_as(w, "hubtel");
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		const char *answer = call(w, POST, JSON, cases[i].body);
		if (status_of(answer) != cases[i].status)
			fail_msg("%s: %s", cases[i].body, answer);
		assert_null(strstr(answer, "Dance"));
	}
	assert_int_equal(status_of(call(w, POST, FORM, "SessionId=h")), 415);
	assert_int_equal(status_of(call(w, POST,
			     "Content-Type: application/JSON; "
			     "charset=utf-8\r\n",
			     "{\"SessionId\":\"h\",\"Mobile\":\"233200000001\","
			     "\"Type\":\"release\"}")),
	    200);
}

/* Whoever keeps dialogues has the words for it. */
static void
code_not_served(void **state)
{
	struct world *w = *state;
	w->answer = (struct session_answer){
	    .status = SESSION_ANSWERED, .text = "Code not in use."};
	const char *answer = call(w, POST, FORM,
	    "sessionId=a1&phoneNumber=0711000001&serviceCode=*999%23&text=");
	assert_int_equal(status_of(answer), 200);
	assert_string_equal(body_of(answer), "END Code not in use.");
	assert_string_equal(w->dialled, "*999#");
	assert_int_equal(ussd_http_counts(w->http)->unserved, 1);
}

static void
repeated_and_unknown_parameters(void **state)
{
	struct world *w = *state;
	assert_int_equal(
	    status_of(at(w, "&text=1&text=2&sessionId=b&x=%ff&y")), 200);
	assert_string_equal(w->said, "3 a1 +254711000001 t1 1");
	assert_int_equal(ussd_http_counts(w->http)->repeated, 2);
}

static void
a_plus_that_was_not_escaped(void **state)
{
	struct world *w = *state;
	assert_int_equal(status_of(call(w, POST, FORM,
			     "sessionId=a1&phoneNumber=+254711000001&"
			     "serviceCode=*384*96#&text=")),
	    200);
	assert_string_equal(w->said, "3 a1 +254711000001 t ");
}

/* -- other ways to ask ----------------------------------------------------- */

static void
by_get(void **state)
{
	struct world *w = *state;
	open_as(w, "dmark");
	const char *answer = call(w,
	    "GET /ussd/at?transactionId=d1&msisdn=256700000001&"
	    "ussdServiceCode=*384*96%23&ussdRequestString=1",
	    "", "");
	assert_int_equal(status_of(answer), 200);
	assert_string_equal(body_of(answer),
	    "{\"responseString\":\"Market\",\"action\":\"request\"}");
	answer = call(w, POST, FORM, "transactionId=d1&msisdn=256700000001");
	assert_int_equal(status_of(answer), 405);
	assert_non_null(strstr(answer, "Allow: GET\r\n"));
	/* In the body of a GET, as one of their documents does. */
	open_as(w, "hollatags");
	answer = call(w, "GET /ussd/at", FORM,
	    "session_id=5&session_msisdn=2347000000000&session_operation="
	    "begin&session_from=*384*96%23");
	assert_int_equal(status_of(answer), 200);
}

static void
by_path(void **state)
{
	struct world *w = *state;
	open_as(w, "infobip");
	const char *answer = call(w, "PUT /ussd/at/session/77/response", JSON,
	    "{\"msisdn\":\"27700000001\",\"text\":\"2\"}");
	assert_int_equal(status_of(answer), 200);
	assert_string_equal(w->said, "1 77 27700000001  2");
	answer = call(w, "GET /ussd/at/session/77/start", "", "");
	assert_int_equal(status_of(answer), 405);
	assert_non_null(strstr(answer, "Allow: POST, PUT\r\n"));
}

/* -- who gets in ----------------------------------------------------------- */

static void
with_a_secret(void **state)
{
	struct world *w = *state;
	static const struct {
		const char *line, *headers;
		int status;
	} cases[] = {
	    {POST, "", 401},
	    {"POST /ussd/at/s3cret", "", 200},
	    {"POST /ussd/at/s3cret/", "", 200},
	    {"POST /ussd/at/s3cret/event", "", 200},
	    {"POST /ussd/at/event/s3cret", "", 200},
	    {"POST /ussd/at/s3cre", "", 401},
	    {"POST /ussd/at/s3cret2", "", 401},
	    {"POST /ussd/at/", "", 401},
	    {"POST /ussd/at//", "", 401},
	    {"POST /ussd/at/x/s3cret", "", 404},
	    {"POST /ussd/at?secret=s3cret", "", 200},
	    {"POST /ussd/at?key=s3cret", "", 200},
	    {"POST /ussd/at?userid=f&password=s3cret", "", 200},
	    {"POST /ussd/at?secret=S3cret", "", 401},
	    {"POST /ussd/at?secret=", "", 401},
	    {POST, "X-Api-Key: s3cret\r\n", 200},
	    {POST, "X-Furrow-Secret: s3cret\r\n", 200},
	    {POST, "Authorization: Bearer s3cret\r\n", 200},
	    {POST, "Authorization: Basic YXQ6czNjcmV0\r\n", 200},
	    {POST, "Authorization: Basic YXQ6czNjcmV4\r\n", 401},
	    {POST, "Authorization: Basic OnMzY3JldA==\r\n", 200},
	    {POST, "Authorization: Basic czNjcmV0\r\n", 401},
	    {POST, "Authorization: Basic =\r\n", 401},
	    {POST, "X-Signature: 00\r\n", 401},
	};
	w->caller.auth = HTTP_AUTH_ANY;
	str_copy(w->caller.secret, sizeof(w->caller.secret), STR("s3cret"));
	open_as(w, "africastalking");
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		char headers[256];
		snprintf(headers, sizeof(headers), FORM "%s", cases[i].headers);
		const char *answer =
		    call(w, cases[i].line, headers, AT "&text=");
		if (status_of(answer) != cases[i].status)
			fail_msg("%s %s: %s", cases[i].line, cases[i].headers,
			    answer);
	}
	assert_null(strstr(w->log.at, "s3cre"));
	assert_true(ussd_http_counts(w->http)->strangers > 0);
}

static void
from_elsewhere(void **state)
{
	struct world *w = *state;
	str_copy(w->caller.allow[0], sizeof(w->caller.allow[0]),
	    STR("192.0.2.0/24"));
	w->caller.allows = 1;
	open_as(w, "africastalking");
	assert_int_equal(status_of(at(w, "&text=")), 403);
	/* Who could write that could write anything. */
	assert_int_equal(
	    status_of(call(
		w, POST, FORM "X-Forwarded-For: 192.0.2.7\r\n", AT "&text=")),
	    403);
	assert_int_equal(w->asks, 0);
}

/* -- connections ----------------------------------------------------------- */

#define REQUEST                                                                \
	"POST /ussd/at HTTP/1.1\r\nHost: x\r\n" FORM                           \
	"Content-Length: 80\r\n\r\n" AT "&text=1*2*3*4*5*6"

static void
kept_and_pipelined(void **state)
{
	struct world *w = *state;
	int fd = dial(w);
	say(w, fd, REQUEST);
	assert_int_equal(status_of(hear(w, fd, 1)), 200);
	say(w, fd, REQUEST REQUEST);
	const char *answers = hear(w, fd, 2);
	assert_int_equal(status_of(answers), 200);
	const char *second = strstr(answers + 1, "HTTP/1.1 ");
	assert_non_null(second);
	assert_int_equal(status_of(second), 200);
	assert_string_equal(body_of(second), "CON Market");
	assert_int_equal(w->asks, 3);
	close(fd);
	loop_once(w->loop, false);
}

static void
of_an_old_client(void **state)
{
	struct world *w = *state;
	const char *answer = ask(w, "POST /ussd/at HTTP/1.0\r\n" FORM
				    "Content-Length: 69\r\n\r\n" AT "&text=");
	assert_int_equal(status_of(answer), 200);
	assert_string_equal(body_of(answer), "CON Market");
}

static void
answered_later(void **state)
{
	struct world *w = *state;
	int first = dial(w), second = dial(w), gone = dial(w);
	w->hold = true;
	say(w, first, REQUEST);
	say(w, second, REQUEST);
	say(w, gone, REQUEST);
	for (int i = 0; i < 200 && w->holds < 3; i++)
		loop_once(w->loop, false);
	assert_int_equal(w->holds, 3);
	close(gone);
	loop_once(w->loop, false);
	for (int i = 2; i >= 0; i--)
		w->held[i](w->held_arg[i], &w->answer);
	assert_string_equal(body_of(hear(w, first, 1)), "CON Market");
	assert_string_equal(body_of(hear(w, second, 1)), "CON Market");
	close(first);
	close(second);
	loop_once(w->loop, false);
}

static void
when_we_close(void **state)
{
	struct world *w = *state;
	int fd = dial(w);
	w->hold = true;
	say(w, fd, REQUEST);
	for (int i = 0; i < 200 && w->holds == 0; i++)
		loop_once(w->loop, false);
	ussd_http_stop(w->http);
	assert_int_equal(status_of(at(w, "&text=")), 503);
	ussd_http_free(&w->http);
	assert_int_equal(status_of(hear(w, fd, 1)), 503);
	/* What is said afterwards goes nowhere. */
	w->held[0](w->held_arg[0], &w->answer);
	close(fd);
	loop_once(w->loop, false);
}

static void
figures_of_the_channel(void **state)
{
	struct world *w = *state;
	struct session_figures figures = {.refused = 2};
	at(w, "&text=");
	call(w, "GET /ussd/at", "", "");
	ussd_http_figures(w->http, &figures);
	assert_string_equal(figures.name, "at");
	assert_string_equal(figures.kind, "africastalking");
	assert_int_equal(figures.state, LINK_UP);
	assert_int_equal(figures.refused, 3);
	assert_string_equal(
	    figures.error, "405 to 127.0.0.1: method not allowed");
	assert_true(figures.error_ms > 0);
}

#define EACH(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    EACH(a_screen_and_the_last),
	    EACH(the_end_event),
	    EACH(what_the_sink_refuses),
	    EACH(bad_input_by_name),
	    EACH(body_or_field_over_limit),
	    EACH(bad_json),
	    EACH(code_not_served),
	    EACH(repeated_and_unknown_parameters),
	    EACH(a_plus_that_was_not_escaped),
	    EACH(by_get),
	    EACH(by_path),
	    EACH(with_a_secret),
	    EACH(from_elsewhere),
	    EACH(kept_and_pipelined),
	    EACH(of_an_old_client),
	    EACH(answered_later),
	    EACH(when_we_close),
	    EACH(figures_of_the_channel),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
