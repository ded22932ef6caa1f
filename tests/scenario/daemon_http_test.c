/* The real furrowd and an aggregator over HTTP, which the test plays: orders
 * come by calls, confirmations go by requests, reports follow; and everything
 * that an aggregator, its network and strangers do wrong. */
#include "tests/scenario/daemon_rig.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#include "base/http_client.h"
#include "gateway/link/http_fields.h"
#include "tests/base/http_peer.h"

#define FORM "Content-Type: application/x-www-form-urlencoded\r\n"
#define PUSHES 64
#define THIRD_BUYER "+254711000003"

struct push {
	char to[24], text[512], id[24];
};

struct aggregator {
	struct loop *loop;
	struct http_peer *peer;
	struct http_client *client;
	enum http_peer_then then;
	int status; /* 0: as it should be */
	const char *answer;
	struct push push[PUSHES];
	int pushes;
	int answers, answered;
};

/* Starting a daemon takes longer than a story: they share one. */
struct world {
	struct rig *rig;
	int passed;
	struct aggregator ag;
};

/* -- the aggregator -------------------------------------------------------- */

static enum http_peer_then
on_request(void *arg, struct str head, struct str body, struct buf *answer)
{
	struct aggregator *ag = arg;
	struct http_fields f;
	char text[256];
	struct push *push = &ag->push[ag->pushes++ % PUSHES];
	http_fields_init(&f);
	assert_int_equal(http_fields_form(&f, body, NULL), 0);
	snprintf(push->id, sizeof(push->id), "ATXid_%d", ag->pushes);
	snprintf(push->to, sizeof(push->to), "%s", http_fields_get(&f, "to"));
	snprintf(push->text, sizeof(push->text), "%s",
	    http_fields_get(&f, "message"));
	assert_string_equal(http_fields_get(&f, "username"), "trial");
	assert_string_equal(http_fields_get(&f, "from"), "20880");
	http_fields_free(&f);
	assert_non_null(
	    memmem(head.at, head.octets, "\r\napiKey: s3cret\r\n", 18));
	snprintf(text, sizeof(text),
	    "{\"SMSMessageData\":{\"Message\":\"Sent to 1/1\",\"Recipients\":"
	    "[{\"statusCode\":101,\"messageId\":\"%s\"}]}}",
	    push->id);
	http_peer_say(answer, ag->status > 0 ? ag->status : 201,
	    ag->answer != NULL ? ag->answer : text);
	return ag->then;
}

static void
on_answer(void *arg, int64_t id, const struct http_call_end *end)
{
	struct aggregator *ag = arg;
	(void)id;
	ag->answered =
	    end->how == HTTP_CALL_ANSWERED ? end->status : -(int)end->how;
	ag->answers++;
}

static void
turn(struct aggregator *ag, int ms)
{
	int64_t until = kit_now_ms() + ms;
	do {
		loop_once(ag->loop, false);
		kit_pause_ms(1);
	} while (kit_now_ms() < until);
}

/* furrowd's answer to a call. */
static int
call(struct aggregator *ag, const char *target, const char *body)
{
	struct http_client_request request = {.method = "POST",
	    .target = target,
	    .fields = FORM,
	    .body = str_from(body)};
	int before = ag->answers;
	int64_t until = kit_now_ms() + RIG_LATE_MS;
	assert_true(http_client_call(ag->client, &request, on_answer, ag, 1));
	while (ag->answers == before && kit_now_ms() < until)
		turn(ag, 0);
	return ag->answers > before ? ag->answered : 0;
}

static int
says(struct aggregator *ag, const char *from, const char *text, const char *id)
{
	char body[600];
	snprintf(body, sizeof(body),
	    "from=%%2B%s&to=20880&text=%s&id=%s&date=2026-11-25+10:00:00",
	    from + 1, text, id);
	return call(ag, "/sms/ag?secret=open", body);
}

/* The first push to that phone from number `from` on that has the words. */
static const struct push *
heard(struct aggregator *ag, int from, const char *to, const char *words)
{
	int64_t until = kit_now_ms() + RIG_LATE_MS;
	while (kit_now_ms() < until) {
		for (int i = from; i < ag->pushes; i++)
			if (strcmp(ag->push[i].to, to) == 0 &&
			    strstr(ag->push[i].text, words) != NULL)
				return &ag->push[i];
		turn(ag, 5);
	}
	fail_msg("%s never heard \"%s\"", to, words);
	return NULL;
}

static void
reported(struct aggregator *ag, const char *id, const char *status)
{
	char body[200];
	snprintf(body, sizeof(body), "id=%s&status=%s", id, status);
	assert_int_equal(call(ag, "/sms/ag/report?secret=open", body), 200);
}

/* -- the market ------------------------------------------------------------ */

static unsigned short
free_port(struct loop *loop)
{
	struct http_peer *peer = http_peer_new(loop, on_request, NULL);
	unsigned short port = http_peer_port(peer);
	http_peer_free(&peer);
	loop_once(loop, false);
	return port;
}

static void
write_conf(struct aggregator *ag, unsigned short listen)
{
	FILE *out = fopen("furrow.conf", "a");
	assert_non_null(out);
	fprintf(out,
	    "http ag {\n  provider = \"africastalking\"\n"
	    "  url = \"http://127.0.0.1:%u/version1/messaging\"\n"
	    "  user = \"trial\"  key-file = \"ag.key\"  number = \"20880\"\n"
	    "  listen = \"127.0.0.1:%u\"  secret-file = \"ag.secret\"\n"
	    "  answer-timeout = \"1s\"  window = 4  hold = \"200ms\"\n}\n",
	    http_peer_port(ag->peer), listen);
	fclose(out);
	assert_int_equal(kit_write("ag.key", "s3cret\n"), 0);
	assert_int_equal(kit_write("ag.secret", "open\n"), 0);
}

static int
open_world(void **state)
{
	static struct world w;
	void *rig = NULL;
	w = (struct world){.ag.loop = loop_new()};
	if (rig_enter(&rig) != 0)
		return -1;
	w.rig = rig;
	w.ag.peer = http_peer_new(w.ag.loop, on_request, &w.ag);
	unsigned short listen = free_port(w.ag.loop);
	struct http_client_config config = {.host = "127.0.0.1",
	    .port = listen,
	    .connections = 16,
	    .answer_ms = RIG_LATE_MS};
	w.ag.client = http_client_new(w.ag.loop, &config);
	if (kit_conf(0, "", "") != 0)
		return -1;
	write_conf(&w.ag, listen);
	*state = &w;
	/* An ignored signal stays ignored in the child. */
	signal(SIGXFSZ, SIG_IGN);
	if (kit_start(&w.rig->kit, KIT_FURROWD, NULL) != 0 ||
	    kit_up(&w.rig->kit) != 0)
		return -1;
	return kit_sellers(1);
}

static int
close_world(void **state)
{
	struct world *w = *state;
	void *rig = w->rig;
	w->rig->passed = w->passed == 4;
	http_client_free(&w->ag.client);
	http_peer_free(&w->ag.peer);
	loop_free(&w->ag.loop);
	return rig_close(&rig);
}

static void
until_state(struct aggregator *ag, const char *words, const char *state)
{
	int64_t until = kit_now_ms() + RIG_LATE_MS;
	char now[32] = "";
	while (kit_now_ms() < until) {
		json_t *rows = kit_rows("log", "search", words, NULL);
		json_t *row = json_array_get(rows, json_array_size(rows) - 1);
		const char *text =
		    json_string_value(json_object_get(row, "state"));
		snprintf(now, sizeof(now), "%s", text != NULL ? text : "none");
		json_decref(rows);
		if (strcmp(now, state) == 0)
			return;
		turn(ag, 50);
	}
	fail_msg("\"%s\" is %s, not %s", words, now, state);
}

/* -- stories --------------------------------------------------------------- */

static void
a_whole_order(void **state)
{
	struct world *w = *state;
	struct aggregator *ag = &w->ag;
	assert_int_equal(says(ag, BUYER, "want+5kg+tomato", "in1"), 200);
	heard(ag, 0, BUYER, "#");
	heard(ag, 0, SELLER, "#");
	int before = ag->pushes;
	assert_int_equal(says(ag, SELLER, "yes", "in2"), 200);
	const struct push *told = heard(ag, before, BUYER, "#");
	/* A report without the number: known by the id alone. */
	reported(ag, told->id, "Buffered");
	reported(ag, told->id, "Success");
	until_state(ag, told->text, "delivered");
	assert_int_equal(rig_orders("confirmed"), 1);
	/* Calls are repeated when their answer was lost: one text, one order.
	 */
	for (int i = 0; i < 3; i++)
		assert_int_equal(
		    says(ag, OTHER_BUYER, "want+2kg+tomato", "in3"), 200);
	heard(ag, 0, OTHER_BUYER, "#");
	assert_int_equal(rig_messages("in", "want 2kg tomato"), 1);
	assert_int_equal(rig_orders(NULL), 2);
	w->passed++;
}

/* Whom a text went to is known again after a start. */
static void
a_report_without_a_number(void **state)
{
	struct world *w = *state;
	struct aggregator *ag = &w->ag;
	int before = ag->pushes;
	assert_int_equal(
	    kit_furrow(NULL, 0, "send", BUYER, "trial zero", NULL), 0);
	const struct push *told = heard(ag, before, BUYER, "trial zero");
	until_state(ag, "trial zero", "sent");
	assert_int_equal(kit_stop(&w->rig->kit, NULL), 0);
	assert_int_equal(kit_start(&w->rig->kit, KIT_FURROWD, NULL), 0);
	assert_int_equal(kit_up(&w->rig->kit), 0);
	turn(ag, 5); /* the connections of before are gone */
	reported(ag, told->id, "Success");
	until_state(ag, "trial zero", "delivered");
	w->passed++;
}

static void
send(const char *to, const char *text)
{
	assert_int_equal(kit_furrow(NULL, 0, "send", to, text, NULL), 0);
}

static void
until_status(struct aggregator *ag, const char *words)
{
	char status[4096];
	int64_t until = kit_now_ms() + RIG_LATE_MS;
	int rc = 0;
	while (kit_now_ms() < until) {
		rc = kit_furrow(status, sizeof(status), "status", NULL);
		if (strstr(status, words) != NULL) {
			assert_int_equal(rc, 1);
			return;
		}
		turn(ag, 50);
	}
	fail_msg("no \"%s\" in: %s", words, status);
}

static void
an_aggregator_that_fails(void **state)
{
	struct world *w = *state;
	struct aggregator *ag = &w->ag;
	/* Taken or not, nobody knows: neither sent again at once nor lost. */
	ag->status = 500;
	send(BUYER, "trial one");
	until_state(ag, "trial one", "unknown");
	ag->status = 0;
	ag->answer = "<html>captive portal</html>";
	send(BUYER, "trial two");
	until_state(ag, "trial two", "unknown");
	ag->answer = NULL;
	send(BUYER, "trial three");
	until_state(ag, "trial three", "sent");
	ag->then = HTTP_PEER_CUT;
	send(BUYER, "trial four");
	until_state(ag, "trial four", "unknown");
	ag->then = HTTP_PEER_DRIP;
	send(BUYER, "trial five");
	until_state(ag, "trial five", "sent");
	/* The key is refused: the text waits, and somebody is told. */
	ag->then = HTTP_PEER_KEEP;
	ag->status = 401;
	send(BUYER, "trial six");
	until_status(ag, "refuses our key");
	ag->status = 0;
	until_state(ag, "trial six", "refused");
	/* Its rest is five minutes; somebody has paid. */
	assert_int_equal(kit_furrow(NULL, 0, "link", "resume", "ag", NULL), 0);
	until_state(ag, "trial six", "sent");
	send(OTHER_BUYER, "trial seven");
	until_state(ag, "trial seven", "sent");
	w->passed++;
}

static void
limit_files(pid_t pid, rlim_t octets)
{
	struct rlimit limit = {octets, RLIM_INFINITY};
	assert_int_equal(prlimit(pid, RLIMIT_FSIZE, &limit, NULL), 0);
}

static void
strangers_and_a_full_disk(void **state)
{
	struct world *w = *state;
	struct aggregator *ag = &w->ag;
	char *huge = calloc(1, 60000);
	int pushes = ag->pushes;
	size_t orders = rig_orders(NULL);
	memset(huge, 'x', 59999);
	memcpy(huge, "from=1&text=", 12);
	assert_int_equal(call(ag, "/sms/ag", "from=1&text=hi"), 401);
	assert_int_equal(call(ag, "/sms/ag?secret=no", "from=1&text=hi"), 401);
	assert_int_equal(call(ag, "/", "from=1&text=hi"), 404);
	assert_int_equal(call(ag, "/sms/ag?secret=open", "text=hi"), 400);
	assert_int_equal(call(ag, "/sms/ag?secret=open", huge), 413);
	free(huge);
	/* No file of the daemon may grow for a while: nothing is durable, so
	 * nobody is told that it was taken; then the same call is one text. */
	limit_files(w->rig->kit.daemon, 0);
	assert_int_equal(
	    says(ag, THIRD_BUYER, "want+7kg+tomato", "disk1"), 503);
	assert_int_equal(ag->pushes, pushes);
	limit_files(w->rig->kit.daemon, RLIM_INFINITY);
	int64_t until = kit_now_ms() + RIG_LATE_MS;
	int status = 503;
	while (status == 503 && kit_now_ms() < until)
		status = says(ag, THIRD_BUYER, "want+7kg+tomato", "disk1");
	assert_int_equal(status, 200);
	heard(ag, 0, THIRD_BUYER, "#");
	assert_int_equal(rig_orders(NULL), orders + 1);
	assert_int_equal(rig_messages("in", "want 7kg tomato"), 1);
	w->passed++;
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_whole_order),
	    cmocka_unit_test(a_report_without_a_number),
	    cmocka_unit_test(an_aggregator_that_fails),
	    cmocka_unit_test(strangers_and_a_full_disk),
	};
	return cmocka_run_group_tests(tests, open_world, close_world);
}
