/* Webhooks against a peer that is well or behaves badly, on a clock that is
 * turned by hand. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/log.h"
#include "gateway/admin/api_impl.h"
#include "gateway/admin/webhook.h"
#include "gateway/admin/webhooks.h"
#include "gateway/store/store_message.h"
#include "gateway/store/store_person.h"
#include "tests/base/http_peer.h"
#include "tests/gateway/api_world.h"

#define PASSES_MOST 4000
#define MINUTE_MS INT64_C(60000)

struct story {
	struct world w;
	struct http_peer *peer;
	enum http_peer_then then;
	int status, asked;
	const char *more; /* a whole answer in place of the status */
	char head[1024], body[4096];
	char ids[64][64];
	struct webhooks_hook hook;
	struct webhooks *webhooks;
	int tested, test_status;
	char failing[WEBHOOKS_SAID_OCTETS], behind[WEBHOOKS_SAID_OCTETS];
};

static const char secret[] = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

/* -- pure ------------------------------------------------------------------ */

/* The example of the specification's own libraries. */
static void
the_signature_is_that_of_the_standard(void **state)
{
	(void)state;
	struct webhook_secret key;
	char sign[WEBHOOK_SIGNATURE_OCTETS];
	assert_true(webhook_secret_read(&key, str_from(secret)));
	webhook_sign(sign, &key, "msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330,
	    STR("{\"test\": 2432232314}"));
	assert_string_equal(
	    sign, "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
}

static void
a_secret_is_read_or_refused(void **state)
{
	(void)state;
	static const struct {
		const char *written;
		bool good;
	} cases[] = {
	    {"whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw\n", true},
	    {"whsec_not base64 at all", false},
	    {"whsec_", false},
	    {"whsec_c2hvcnQ=", false},
	    {"", false},
	    {"fifteen letters", false},
	    {"sixteen letters!", true},
	    {"0123456789012345678901234567890123456789012345678901234567890123",
		true},
	    {"0123456789012345678901234567890123456789012345678901234567890123"
	     "4",
		false},
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct webhook_secret key;
		assert_int_equal(
		    webhook_secret_read(&key, str_from(cases[i].written)),
		    cases[i].good);
	}
}

static void
pauses_grow_to_an_hour(void **state)
{
	(void)state;
	static const int64_t middle_s[] = {
	    5, 10, 20, 40, 80, 160, 320, 640, 1280, 2560, 3600, 3600};
	for (int tries = 1; tries <= 12; tries++)
		for (uint64_t r = 0; r < 100000; r += 997) {
			int64_t ms = webhook_delay_ms(tries, -1, r);
			int64_t about = middle_s[tries - 1] * 1000;
			assert_true(ms >= about - about / 5);
			assert_true(ms <= about + about / 5);
		}
	assert_true(webhook_delay_ms(1, 100, 0) >= 80000);
	assert_true(webhook_delay_ms(1, INT64_MAX, 0) <= 4320000);
	assert_true(webhook_delay_ms(1000000, -1, UINT64_MAX) <= 4320000);
}

static void
words_name_kinds(void **state)
{
	(void)state;
	char name[WEBHOOK_KIND_OCTETS];
	uint64_t all = store_webhook_kinds("*");
	assert_int_equal(
	    store_webhook_kinds("message.*") | store_webhook_kinds("order.*"),
	    all);
	assert_int_equal(
	    store_webhook_kinds("message.*") & store_webhook_kinds("order.*"),
	    0);
	static const char *const none[] = {"", "message", "message.", "order.",
	    "mess*", "message.queued", "order.confirmed ", "*.*", "o*"};
	for (size_t i = 0; i < sizeof(none) / sizeof(none[0]); i++)
		assert_int_equal(store_webhook_kinds(none[i]), 0);
	for (int kind = 0; kind < 64; kind++) {
		store_webhook_kind_name(name, kind);
		assert_int_equal(store_webhook_kinds(name),
		    name[0] != '\0' ? UINT64_C(1) << kind : 0);
	}
}

/* As the admin's phone gets it, behind "furrow: webhook: ". */
static void
alarms_have_words(void **state)
{
	(void)state;
	static const struct webhooks_hook shop = {
	    .name = "shop", .alarm_ms = 60 * MINUTE_MS};
	static const struct {
		struct webhooks_figures f[2];
		size_t count;
		const char *failing, *behind;
	} cases[] = {
	    {.count = 0, .failing = "", .behind = ""},
	    {{{.hook = &shop,
		 .state = WEBHOOKS_RESTING,
		 .tries = 5,
		 .oldest_s = 3600}},
		1, "", ""},
	    {{{.hook = &shop,
		 .state = WEBHOOKS_RESTING,
		 .tries = 6,
		 .why = "it answered 500"}},
		1, "shop took nothing in 6 tries: it answered 500", ""},
	    {{{.hook = &shop, .state = WEBHOOKS_OFF},
		 {.hook = &shop, .tries = 7}},
		2,
		"shop wants no more (410): furrow webhook resume shop; and 1 "
		"more",
		""},
	    {{{.hook = &shop, .oldest_s = 3661, .waiting = 12}}, 1, "",
		"shop is behind by 61 min (events waiting: 12)"},
	    {{{.hook = &shop, .oldest_s = 7200, .waiting = 1},
		 {.hook = &shop, .oldest_s = 9000}},
		2, "", "shop is behind by 2 h (events waiting: 1); and 1 more"},
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		char said[WEBHOOKS_SAID_OCTETS];
		webhooks_say_failing(said, cases[i].f, cases[i].count);
		assert_string_equal(said, cases[i].failing);
		webhooks_say_behind(said, cases[i].f, cases[i].count);
		assert_string_equal(said, cases[i].behind);
	}
}

/* -- the peer -------------------------------------------------------------- */

static enum http_peer_then
on_post(void *arg, struct str head, struct str body, struct buf *answer)
{
	struct story *s = arg;
	str_copy(s->head, sizeof(s->head), head);
	str_copy(s->body, sizeof(s->body), body);
	const char *id = strstr(s->head, "webhook-id: ");
	if (id != NULL && s->asked < 64)
		snprintf(s->ids[s->asked], sizeof(s->ids[0]), "%.*s",
		    (int)strcspn(id + 12, "\r"), id + 12);
	s->asked++;
	if (s->more != NULL)
		buf_add_text(answer, s->more);
	else
		http_peer_say(answer, s->status, "");
	return s->then;
}

static void
submit(void *arg, struct job *job)
{
	struct story *s = arg;
	s->w.api->config.submit(s->w.api->config.arg, job);
}

static bool
clock_sure(void *arg)
{
	(void)arg;
	return true;
}

static void
said(void *arg, const char *failing, const char *behind)
{
	struct story *s = arg;
	snprintf(s->failing, sizeof(s->failing), "%s", failing);
	snprintf(s->behind, sizeof(s->behind), "%s", behind);
}

static void
open_webhooks(struct story *s)
{
	struct err err;
	struct webhooks_config config = {.loop = s->w.loop,
	    .clock = &s->w.clock.source,
	    .store = s->w.store,
	    .reader = s->w.reader,
	    .api = s->w.api,
	    .hooks = &s->hook,
	    .count = 1,
	    .rows_most = 20,
	    .arg = s,
	    .submit = submit,
	    .clock_sure = clock_sure,
	    .said = said};
	assert_true(webhooks_prepare(s->w.store, &s->hook, 1));
	s->webhooks = webhooks_new(&config, &err);
	assert_non_null(s->webhooks);
}

static int
set_up(void **state)
{
	struct story *s = calloc(1, sizeof(*s));
	world_open(&s->w);
	loop_by_hand(s->w.loop);
	s->peer = http_peer_new(s->w.loop, on_post, s);
	s->status = 204;
	s->hook = (struct webhooks_hook){.name = "shop",
	    .host = "127.0.0.1",
	    .port = http_peer_port(s->peer),
	    .target = "/in?key=7",
	    .kinds = store_webhook_kinds("*"),
	    .timeout_ms = 2000,
	    .give_up_ms = 10 * MINUTE_MS,
	    .alarm_ms = 5 * MINUTE_MS};
	assert_true(webhook_secret_read(&s->hook.secret, str_from(secret)));
	open_webhooks(s);
	*state = s;
	return 0;
}

static int
tear_down(void **state)
{
	struct story *s = *state;
	while (s->w.first != NULL)
		world_turn(&s->w);
	webhooks_free(&s->webhooks);
	http_peer_free(&s->peer);
	world_close(&s->w);
	free(s);
	return 0;
}

/* Both clocks, in steps of a look; what the thread reads takes its own time. */
static void
pass(struct story *s, int64_t ms)
{
	clock_fake_turn(&s->w.clock, ms);
	loop_turn(s->w.loop, ms);
	world_turn(&s->w);
	usleep(200);
	loop_turn(s->w.loop, 0);
}

static void
await_asked(struct story *s, int asked)
{
	for (int i = 0; i < PASSES_MOST && s->asked < asked; i++)
		pass(s, i % 8 == 0 ? WEBHOOKS_LOOK_MS : 0);
	assert_int_equal(s->asked, asked);
}

static struct webhooks_figures
figures(struct story *s)
{
	struct webhooks_figures f;
	assert_true(webhooks_figures(s->webhooks, 0, &f));
	return f;
}

static void
await_told(struct story *s, int64_t told)
{
	for (int i = 0; i < PASSES_MOST && figures(s).told < told; i++)
		pass(s, i % 8 == 0 ? WEBHOOKS_LOOK_MS : 0);
	assert_int_equal(figures(s).told, told);
}

static void
await_state(struct story *s, enum webhooks_state wanted)
{
	for (int i = 0; i < PASSES_MOST && figures(s).state != wanted; i++)
		pass(s, i % 8 == 0 ? WEBHOOKS_LOOK_MS : 0);
	assert_int_equal(figures(s).state, wanted);
}

/* Nothing more comes for some seconds. */
static void
nothing_more(struct story *s)
{
	int asked = s->asked;
	for (int i = 0; i < 20; i++)
		pass(s, WEBHOOKS_LOOK_MS);
	assert_int_equal(s->asked, asked);
}

/* -- stories --------------------------------------------------------------- */

static void
what_happens_is_told_in_order(void **state)
{
	struct story *s = *state;
	world_text(&s->w, "+254711000001", "first");
	world_text(&s->w, "+254711000001", "second");
	await_told(s, 2);
	assert_non_null(strstr(s->head, "POST /in?key=7 HTTP/1.1\r\n"));
	assert_non_null(strstr(s->head, "\r\nwebhook-timestamp: "));
	assert_non_null(strstr(s->head, "\r\nwebhook-signature: v1,"));
	assert_non_null(strstr(s->body, "\"type\":\"message.received\""));
	assert_non_null(strstr(s->body, "second"));
	assert_null(strstr(s->body, "254711000001"));
	assert_string_not_equal(s->ids[0], s->ids[1]);
	nothing_more(s);
	world_fill(&s->w);
	await_told(s, 4);
	assert_non_null(strstr(s->body, "\"type\":\"order."));
	/* Who gets it need not ask what was ordered. */
	static const char *const keys[] = {"product", "quantity", "unit",
	    "price", "currency", "total", "state", "buyer", "seller", "payment",
	    "accepted", "place", "day", "from", "to", "order", "line"};
	json_t *all = json_loads(s->body, 0, NULL);
	const json_t *data = json_object_get(all, "data");
	for (size_t i = 0; i < sizeof(keys) / sizeof(keys[0]); i++)
		assert_non_null(json_object_get(data, keys[i]));
	assert_string_equal(json_text(data, "product", ""), "maize");
	assert_string_equal(
	    json_text(data, "state", ""), json_text(data, "to", "-"));
	assert_null(json_object_get(data, "code"));
	json_decref(all);
	assert_int_equal(figures(s).waiting, 0);
}

static void
only_what_he_wants_is_told(void **state)
{
	struct story *s = *state;
	webhooks_free(&s->webhooks);
	s->hook.kinds = store_webhook_kinds("order.*");
	s->hook.numbers = true;
	open_webhooks(s);
	world_text(&s->w, "+254711000001", "first");
	nothing_more(s);
	assert_int_equal(s->asked, 0);
	assert_int_equal(store_webhook_newest(s->w.reader), 0);
}

static void
a_failing_peer_is_asked_again_later(void **state)
{
	struct story *s = *state;
	s->status = 500;
	world_text(&s->w, "+254711000001", "first");
	world_text(&s->w, "+254711000001", "second");
	await_asked(s, 1);
	nothing_more(s);
	assert_int_equal(figures(s).state, WEBHOOKS_RESTING);
	assert_string_equal(figures(s).why, "it answered 500");
	s->status = 200;
	await_told(s, 2);
	assert_string_equal(s->ids[0], s->ids[1]);
	assert_string_not_equal(s->ids[1], s->ids[2]);
	assert_int_equal(figures(s).state, WEBHOOKS_IDLE);
}

static void
bad_manners_are_no_answer(void **state)
{
	struct story *s = *state;
	static const struct {
		enum http_peer_then then;
		int status;
		const char *more, *why;
	} cases[] = {
	    {HTTP_PEER_CUT, 200, NULL, NULL},
	    {HTTP_PEER_CLOSE, 200,
		"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n"
		"half",
		NULL},
	    {HTTP_PEER_CLOSE, 200, "SMTP ready\r\n\r\n", NULL},
	    {HTTP_PEER_KEEP, 302,
		"HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/\r\n"
		"Content-Length: 0\r\n\r\n",
		"it answered 302: redirects are not followed, mend the url"},
	    {HTTP_PEER_KEEP, 404, NULL, "it answered 404"},
	};
	world_text(&s->w, "+254711000001", "first");
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		s->then = cases[i].then;
		s->status = cases[i].status;
		s->more = cases[i].more;
		await_asked(s, (int)i + 1);
		for (int k = 0;
		     k < PASSES_MOST && figures(s).failed <= (int64_t)i; k++)
			pass(s, 0);
		assert_int_equal(figures(s).failed, (int64_t)i + 1);
		assert_string_equal(s->ids[i], s->ids[0]);
		if (cases[i].why != NULL)
			assert_string_equal(figures(s).why, cases[i].why);
		assert_int_equal(
		    webhooks_resume(s->webhooks, "shop", false), 0);
	}
	s->then = HTTP_PEER_DRIP;
	s->status = 200;
	s->more = NULL;
	await_told(s, 1);
}

static void
silence_is_a_failure(void **state)
{
	struct story *s = *state;
	s->then = HTTP_PEER_SILENT;
	world_text(&s->w, "+254711000001", "first");
	await_asked(s, 1);
	await_state(s, WEBHOOKS_RESTING);
	assert_string_equal(s->failing, "");
	s->then = HTTP_PEER_KEEP;
	await_told(s, 1);
}

static void
gone_is_off_until_somebody_says_so(void **state)
{
	struct story *s = *state;
	s->status = 410;
	world_text(&s->w, "+254711000001", "first");
	await_state(s, WEBHOOKS_OFF);
	world_text(&s->w, "+254711000001", "second");
	nothing_more(s);
	assert_int_equal(s->asked, 1);
	assert_string_equal(
	    s->failing, "shop wants no more (410): furrow webhook resume shop");
	/* What came meanwhile is counted, though nothing is sent. */
	for (int i = 0; i < PASSES_MOST && figures(s).waiting < 2; i++)
		pass(s, WEBHOOKS_LOOK_MS);
	assert_int_equal(figures(s).waiting, 2);
	/* So it is after a restart. */
	webhooks_free(&s->webhooks);
	open_webhooks(s);
	nothing_more(s);
	assert_int_equal(figures(s).state, WEBHOOKS_OFF);
	s->status = 200;
	assert_int_equal(webhooks_resume(s->webhooks, "shop", true), 0);
	await_told(s, 1);
	assert_non_null(strstr(s->body, "second"));
	assert_int_equal(figures(s).dropped, 1);
	pass(s, WEBHOOKS_LOOK_MS);
	assert_string_equal(s->failing, "");
	assert_int_equal(webhooks_resume(s->webhooks, "none", true), -1);
}

/* The turn had not written yet that it was told. */
static void
after_a_kill_it_is_told_again_as_the_same(void **state)
{
	struct story *s = *state;
	s->w.refuse_jobs = true;
	world_text(&s->w, "+254711000001", "first");
	await_told(s, 1);
	while (s->w.first != NULL)
		world_turn(&s->w);
	webhooks_free(&s->webhooks);
	s->w.refuse_jobs = false;
	open_webhooks(s);
	await_told(s, 1);
	assert_int_equal(s->asked, 2);
	assert_string_equal(s->ids[0], s->ids[1]);
	nothing_more(s);
	/* Now it had. */
	webhooks_free(&s->webhooks);
	open_webhooks(s);
	nothing_more(s);
	assert_int_equal(figures(s).told, 1);
}

/* A peer that is down is asked no sooner, and why is still known. */
static void
tries_outlive_a_restart(void **state)
{
	struct story *s = *state;
	s->status = 500;
	world_text(&s->w, "+254711000001", "first");
	for (int i = 0; i < PASSES_MOST && figures(s).tries < 3; i++)
		pass(s, i % 8 == 0 ? WEBHOOKS_LOOK_MS : 0);
	/* The looks that write it. */
	for (int i = 0; i < 4; i++)
		pass(s, WEBHOOKS_LOOK_MS);
	struct webhooks_figures before = figures(s);
	assert_int_equal(before.tries, 3);
	webhooks_free(&s->webhooks);
	open_webhooks(s);
	assert_int_equal(figures(s).tries, 3);
	assert_int_equal(figures(s).answer, 500);
	assert_string_equal(figures(s).why, "it answered 500");
	assert_int_equal(figures(s).next_ms, before.next_ms);
	nothing_more(s);
	s->status = 200;
	await_told(s, 1);
	assert_int_equal(figures(s).tries, 0);
	assert_string_equal(figures(s).why, "");
	/* A clock that was set back makes nobody wait for years. */
	s->status = 500;
	world_text(&s->w, "+254711000001", "second");
	await_state(s, WEBHOOKS_RESTING);
	for (int i = 0; i < 4; i++)
		pass(s, WEBHOOKS_LOOK_MS);
	webhooks_free(&s->webhooks);
	s->w.clock.wall_ms -= INT64_C(1000) * 24 * 60 * MINUTE_MS;
	open_webhooks(s);
	assert_true(
	    figures(s).next_ms <= s->w.clock.wall_ms + WEBHOOK_DELAY_MOST_MS);
}

/* It takes all, but never rests: nothing may grow for ever. */
static void
one_that_is_slow_is_said_to_be_behind(void **state)
{
	struct story *s = *state;
	world_texts(&s->w, 50, 50, "x");
	s->then = HTTP_PEER_SILENT;
	await_asked(s, 1);
	for (int i = 0; i < 6; i++)
		pass(s, MINUTE_MS);
	pass(s, WEBHOOKS_LOOK_MS);
	assert_string_equal(s->failing, "");
	assert_non_null(strstr(s->behind, "shop is behind by "));
	s->then = HTTP_PEER_KEEP;
	for (int i = 0; i < PASSES_MOST && figures(s).dropped < 30; i++)
		pass(s, i % 8 == 0 ? WEBHOOKS_LOOK_MS : 0);
	assert_int_equal(figures(s).dropped, 30);
	await_told(s, 20);
	pass(s, WEBHOOKS_LOOK_MS);
	assert_string_equal(s->behind, "");
}

static void
what_is_too_old_is_given_up(void **state)
{
	struct story *s = *state;
	s->status = 503;
	world_text(&s->w, "+254711000001", "first");
	await_state(s, WEBHOOKS_RESTING);
	for (int i = 0; i < 100 && figures(s).dropped == 0; i++)
		pass(s, MINUTE_MS / 6);
	assert_int_equal(figures(s).dropped, 1);
	world_text(&s->w, "+254711000001", "second");
	s->status = 200;
	for (int i = 0; i < PASSES_MOST && figures(s).told == 0; i++)
		pass(s, i % 8 == 0 ? MINUTE_MS / 6 : 0);
	assert_non_null(strstr(s->body, "second"));
}

/* The power was off longer than give-up: what waited is tried, for nobody could
 * take it meanwhile. */
static void
after_days_away_what_waits_is_told(void **state)
{
	struct story *s = *state;
	s->status = 503;
	world_text(&s->w, "+254711000001", "first");
	await_state(s, WEBHOOKS_RESTING);
	for (int i = 0; i < 4; i++)
		pass(s, WEBHOOKS_LOOK_MS);
	webhooks_free(&s->webhooks);
	clock_fake_turn(&s->w.clock, 4 * 24 * 60 * MINUTE_MS);
	s->status = 204;
	open_webhooks(s);
	await_told(s, 1);
	assert_int_equal(figures(s).dropped, 0);
}

/* A program that shows a page, and a large one, has taken it none the less. */
static void
a_long_answer_is_one_too(void **state)
{
	struct story *s = *state;
	s->more = "HTTP/1.1 200 OK\r\nContent-Length: 70000\r\n\r\n<html>";
	world_text(&s->w, "+254711000001", "first");
	await_told(s, 1);
	nothing_more(s);
	assert_int_equal(figures(s).failed, 0);
}

/* No descriptor was left to open the store with, say. */
static void
what_cannot_be_read_is_told_later(void **state)
{
	struct story *s = *state;
	const char *path = s->w.api->config.store_path;
	s->w.api->config.store_path = "/nowhere/furrow.db";
	world_text(&s->w, "+254711000001", "first");
	nothing_more(s);
	assert_int_equal(s->asked, 0);
	s->w.api->config.store_path = path;
	await_told(s, 1);
}

static void
for_who_never_comes_the_newest_are_kept(void **state)
{
	struct story *s = *state;
	s->status = 503;
	world_texts(&s->w, 50, 50, "x");
	await_state(s, WEBHOOKS_RESTING);
	for (int i = 0; i < PASSES_MOST && figures(s).dropped < 30; i++)
		pass(s, WEBHOOKS_LOOK_MS);
	assert_int_equal(figures(s).dropped, 30);
	for (int i = 0; i < 8; i++)
		pass(s, WEBHOOKS_LOOK_MS);
	assert_int_equal(
	    store_webhook_count(s->w.reader, 0, s->hook.kinds, 1000), 20);
	s->status = 200;
	assert_int_equal(webhooks_resume(s->webhooks, "shop", false), 0);
	await_told(s, 20);
	for (int i = 0; i < 8; i++)
		pass(s, WEBHOOKS_LOOK_MS);
	/* No id is used again, though all rows are told. */
	assert_int_equal(
	    store_webhook_count(s->w.reader, 0, s->hook.kinds, 1000), 1);
	assert_int_equal(store_webhook_newest(s->w.reader), 50);
}

static void
on_line(const char *line, void *arg)
{
	char *seen = arg;
	if (strstr(line, "webhook forgotten") != NULL)
		snprintf(seen, 256, "%s", line);
}

/* It is a new one from then on: what waited for the old name is not told. */
static void
a_hook_with_another_name_is_said_to_lose_what_waits(void **state)
{
	struct story *s = *state;
	char seen[256] = "";
	s->status = 503;
	world_texts(&s->w, 3, 3, "x");
	await_state(s, WEBHOOKS_RESTING);
	webhooks_free(&s->webhooks);
	strcpy(s->hook.name, "store");
	log_set_sink(on_line, seen);
	open_webhooks(s);
	log_set_sink(NULL, NULL);
	assert_non_null(strstr(seen, "hook=shop waiting=3"));
	s->status = 200;
	nothing_more(s);
	world_text(&s->w, "+254711000001", "new");
	await_told(s, 1);
}

static void
who_has_no_hook_pays_nothing(void **state)
{
	struct story *s = *state;
	webhooks_free(&s->webhooks);
	assert_true(webhooks_prepare(s->w.store, NULL, 0));
	world_text(&s->w, "+254711000001", "first");
	assert_int_equal(store_webhook_newest(s->w.reader), 0);
	assert_false(store_webhook_at(
	    s->w.reader, 0, &(struct webhook_place){.event_id = 0}));
}

static void
on_tested(void *arg, int status, const char *why)
{
	struct story *s = arg;
	(void)why;
	s->tested++;
	s->test_status = status;
}

static void
a_trial_is_told_at_once(void **state)
{
	struct story *s = *state;
	s->status = 202;
	assert_int_equal(webhooks_test(s->webhooks, "none", on_tested, s), -1);
	assert_int_equal(webhooks_test(s->webhooks, "shop", on_tested, s), 0);
	assert_int_equal(webhooks_test(s->webhooks, "shop", on_tested, s), -2);
	for (int i = 0; i < PASSES_MOST && s->tested == 0; i++)
		pass(s, 0);
	assert_int_equal(s->test_status, 202);
	assert_non_null(strstr(s->body, "\"type\":\"test\""));
	s->then = HTTP_PEER_SILENT;
	assert_int_equal(webhooks_test(s->webhooks, "shop", on_tested, s), 0);
	webhooks_free(&s->webhooks);
	assert_int_equal(s->tested, 2);
	assert_int_equal(s->test_status, 0);
}

#define STORY(fn) cmocka_unit_test_setup_teardown(fn, set_up, tear_down)

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(the_signature_is_that_of_the_standard),
	    cmocka_unit_test(a_secret_is_read_or_refused),
	    cmocka_unit_test(pauses_grow_to_an_hour),
	    cmocka_unit_test(words_name_kinds),
	    cmocka_unit_test(alarms_have_words),
	    STORY(what_happens_is_told_in_order),
	    STORY(only_what_he_wants_is_told),
	    STORY(a_failing_peer_is_asked_again_later),
	    STORY(bad_manners_are_no_answer),
	    STORY(silence_is_a_failure),
	    STORY(gone_is_off_until_somebody_says_so),
	    STORY(after_a_kill_it_is_told_again_as_the_same),
	    STORY(tries_outlive_a_restart),
	    STORY(one_that_is_slow_is_said_to_be_behind),
	    STORY(what_is_too_old_is_given_up),
	    STORY(after_days_away_what_waits_is_told),
	    STORY(a_long_answer_is_one_too),
	    STORY(what_cannot_be_read_is_told_later),
	    STORY(for_who_never_comes_the_newest_are_kept),
	    STORY(a_hook_with_another_name_is_said_to_lose_what_waits),
	    STORY(who_has_no_hook_pays_nothing),
	    STORY(a_trial_is_told_at_once),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
