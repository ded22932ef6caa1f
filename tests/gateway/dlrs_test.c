/* Delivery reports from the request to the call, against a peer that is well or
 * behaves badly, on a clock that is turned by hand. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/panic.h"
#include "gateway/admin/api_impl.h"
#include "gateway/admin/dlrs_private.h"
#include "gateway/store/store_dlr.h"
#include "gateway/store/store_inside.h"
#include "gateway/store/store_keep.h"
#include "gateway/store/store_message.h"
#include "tests/base/http_peer.h"
#include "tests/gateway/api_world.h"

#define PASSES_MOST 400
#define MINUTE_MS INT64_C(60000)
#define DAY_MS (24 * 60 * MINUTE_MS)
#define ASKED_MOST 64

struct story {
	struct world w;
	struct http_peer *peer;
	enum http_peer_then then;
	int status, asked;
	bool long_answer, sure;
	char line[ASKED_MOST][128]; /* "/dlr?..." of each request */
	struct dlr_host host;
	struct dlrs *dlrs;
};

static enum http_peer_then
on_get(void *arg, struct str head, struct str body, struct buf *answer)
{
	struct story *s = arg;
	(void)body;
	assert_true(str_starts(head, "GET /"));
	if (s->asked < ASKED_MOST)
		snprintf(s->line[s->asked], sizeof(s->line[0]), "%.*s",
		    (int)strcspn(head.at + 4, " "), head.at + 4);
	s->asked++;
	if (s->long_answer)
		buf_add_text(answer,
		    "HTTP/1.1 200 OK\r\nContent-Length: 70000\r\n\r\n<html>");
	else if (s->status == 302)
		buf_add_text(answer,
		    "HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/\r\n"
		    "Content-Length: 0\r\n\r\n");
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
	const struct story *s = arg;
	return s->sure;
}

static void
open_dlrs(struct story *s)
{
	struct err err;
	struct dlrs_config config = {.loop = s->w.loop,
	    .clock = &s->w.clock.source,
	    .store = s->w.store,
	    .reader = s->w.reader,
	    .hosts = &s->host,
	    .hosts_count = 1,
	    .ca = "",
	    .arg = s,
	    .submit = submit,
	    .clock_sure = clock_sure};
	assert_true(dlrs_prepare(s->w.store, 1));
	s->dlrs = dlrs_new(&config, &err);
	assert_non_null(s->dlrs);
}

static int
set_up(void **state)
{
	struct story *s = calloc(1, sizeof(*s));
	world_open(&s->w);
	loop_by_hand(s->w.loop);
	s->peer = http_peer_new(s->w.loop, on_get, s);
	s->status = 200;
	s->sure = true;
	s->host = (struct dlr_host){
	    .name = "127.0.0.1", .port = http_peer_port(s->peer)};
	s->w.api->config.dlr_hosts = &s->host;
	s->w.api->config.dlr_hosts_count = 1;
	open_dlrs(s);
	*state = s;
	return 0;
}

static int
tear_down(void **state)
{
	struct story *s = *state;
	while (s->w.first != NULL)
		world_turn(&s->w);
	dlrs_free(&s->dlrs);
	http_peer_free(&s->peer);
	world_close(&s->w);
	free(s);
	return 0;
}

/* -- steps ----------------------------------------------------------------- */

static void
pass(struct story *s, int64_t ms)
{
	clock_fake_turn(&s->w.clock, ms);
	loop_turn(s->w.loop, ms);
	world_turn(&s->w);
	loop_turn(s->w.loop, 0);
}

static void
await_asked(struct story *s, int asked)
{
	for (int i = 0; i < PASSES_MOST && s->asked < asked; i++)
		pass(s, i % 8 == 0 ? DLRS_LOOK_MS : 0);
	assert_int_equal(s->asked, asked);
}

static void
nothing_more(struct story *s)
{
	int asked = s->asked;
	for (int i = 0; i < 20; i++)
		pass(s, DLRS_LOOK_MS);
	assert_int_equal(s->asked, asked);
}

static struct dlrs_figures
figures(const struct story *s)
{
	struct dlrs_figures f;
	dlrs_figures(s->dlrs, &f);
	return f;
}

/* A text of ours is queued; its id. */
static int64_t
send_one(struct story *s, int mask)
{
	char path[256];
	snprintf(path, sizeof(path),
	    "/cgi-bin/sendsms?to=0711000001&from=SHOP&text=hello&dlr-mask=%d"
	    "&dlr-url=http%%3A%%2F%%2F127.0.0.1%%3A%u%%2Fdlr%%3Fid%%3D%%25I%%26"
	    "is%%3D%%25d%%26by%%3D%%25A",
	    mask, (unsigned)s->host.port);
	world_ask(&s->w, path, NULL, NULL);
	assert_int_equal(s->w.http_status, 202);
	const char *id = strstr(s->w.http_head, "X-Furrow-Message: ");
	assert_non_null(id);
	return atoll(id + 18);
}

static void
claimed(void *arg, const struct message *m)
{
	(void)arg;
	(void)m;
}

static void
committed(void *arg, bool ok)
{
	(void)arg;
	PANIC_UNLESS(ok);
}

enum fate { TAKEN, DELIVERED, FAILED, REFUSED, TRYING, UNKNOWN };

static void
suffers(struct story *s, int64_t id, enum fate fate)
{
	struct store *store = s->w.store;
	int64_t now_ms = s->w.clock.wall_ms;
	bool whole;
	struct message m;
	store_begin(store);
	store_message_claim(store, 1, true, now_ms, 8, claimed, NULL);
	PANIC_UNLESS(store_message_get(store, id, &m));
	switch (fate) {
	case TAKEN:
		if (m.state == MESSAGE_SENDING)
			store_message_sent_whole(store, id, now_ms, 77);
		else
			store_message_sent(store, id, now_ms, 1, 1);
		break;
	case DELIVERED:
		store_message_delivered(store, id, now_ms);
		break;
	case FAILED:
		store_message_failed(store, id, now_ms, 27, "nobody there");
		break;
	case REFUSED:
		store_message_refused(
		    store, id, now_ms, now_ms + 1, 0, 5, "busy");
		break;
	case UNKNOWN:
		store_message_unknown(
		    store, id, now_ms, now_ms + 1, 1, 0, "silence");
		break;
	case TRYING:
		assert_int_equal(store_message_report(store, 1, 77, m.phone_id,
				     MSG_REPORT_TRYING, 32, now_ms, &whole),
		    id);
		break;
	}
	store_commit(store, committed, NULL);
}

static bool
says(const struct story *s, int i, const char *words)
{
	return strstr(s->line[i], words) != NULL;
}

/* -- stories --------------------------------------------------------------- */

static void
each_state_is_told_once(void **state)
{
	struct story *s = *state;
	int64_t id = send_one(s, 31);
	nothing_more(s);
	suffers(s, id, TAKEN);
	await_asked(s, 1);
	assert_true(says(s, 0, "/dlr?id=1&is=8&by=ACK%2F"));
	suffers(s, id, TRYING);
	suffers(s, id, TRYING);
	await_asked(s, 2);
	assert_true(says(s, 1, "&is=4&"));
	suffers(s, id, DELIVERED);
	await_asked(s, 3);
	assert_true(says(s, 2, "&is=1&by=id%3A77%20"));
	nothing_more(s);
	assert_int_equal(figures(s).told, 3);
	assert_int_equal(store_dlr_count(s->w.reader, 10), 0);
}

static void
only_what_was_asked_for_is_told(void **state)
{
	struct story *s = *state;
	int64_t id = send_one(s, 1);
	suffers(s, id, TAKEN);
	suffers(s, id, DELIVERED);
	await_asked(s, 1);
	assert_true(says(s, 0, "&is=1&"));
	nothing_more(s);
}

static void
what_never_left_is_rejected(void **state)
{
	struct story *s = *state;
	int64_t id = send_one(s, 31);
	suffers(s, id, REFUSED); /* it is tried again: no report yet */
	nothing_more(s);
	s->w.clock.wall_ms += 10;
	suffers(s, id, FAILED);
	await_asked(s, 1);
	assert_true(says(s, 0, "&is=16&by=NACK%2F27%2Fnobody%20there"));
}

static void
what_came_too_late_is_rejected(void **state)
{
	struct story *s = *state;
	int64_t id = send_one(s, 31);
	store_begin(s->w.store);
	assert_true(store_message_drop(s->w.store, id, s->w.clock.wall_ms));
	store_commit(s->w.store, committed, NULL);
	await_asked(s, 1);
	assert_true(says(s, 0, "&is=16&"));
}

/* Each of them has reports of its own. */
static void
each_receiver_is_told_of(void **state)
{
	struct story *s = *state;
	char path[256];
	snprintf(path, sizeof(path),
	    "/cgi-bin/sendsms?to=0711000001+0711000002&text=hello&dlr-mask=8"
	    "&dlr-url=http%%3A%%2F%%2F127.0.0.1%%3A%u%%2F%%3Fto%%3D%%25p",
	    (unsigned)s->host.port);
	world_ask(&s->w, path, NULL, NULL);
	assert_int_equal(s->w.http_status, 202);
	suffers(s, 1, TAKEN);
	suffers(s, 2, TAKEN);
	await_asked(s, 2);
	bool first = says(s, 0, "/?to=%2B254711000001");
	assert_true(says(s, first ? 1 : 0, "/?to=%2B254711000002"));
	assert_true(says(s, first ? 0 : 1, "/?to=%2B254711000001"));
}

/* In parts: the first one's reference, and a report of any part counts. */
static void
a_text_in_parts_is_one(void **state)
{
	struct story *s = *state;
	struct store *store = s->w.store;
	struct message m;
	bool whole;
	int64_t id = send_one(s, 13), now_ms = s->w.clock.wall_ms;
	store_begin(store);
	store_message_claim(store, 1, true, now_ms, 8, claimed, NULL);
	PANIC_UNLESS(store_message_get(store, id, &m));
	int64_t phone_id = m.phone_id;
	store_message_part_sent(store, id, 1, phone_id, 0, 41, now_ms);
	store_message_part_sent(store, id, 1, phone_id, 1, 42, now_ms);
	store_message_sent(store, id, now_ms, 2, 2);
	store_message_report(
	    store, 1, 42, phone_id, MSG_REPORT_TRYING, 32, now_ms + 1, &whole);
	store_commit(store, committed, NULL);
	await_asked(s, 2);
	assert_true(says(s, 0, "&is=8&"));
	assert_true(says(s, 1, "&is=4&by=id%3A41%20"));
	store_begin(store);
	store_message_report(store, 1, 42, phone_id, MSG_REPORT_DELIVERED, 0,
	    now_ms + 2, &whole);
	assert_false(whole);
	store_message_report(store, 1, 41, phone_id, MSG_REPORT_DELIVERED, 0,
	    now_ms + 3, &whole);
	assert_true(whole);
	store_message_delivered(store, id, now_ms + 3);
	store_commit(store, committed, NULL);
	await_asked(s, 3);
	assert_true(says(s, 2, "&is=1&"));
	nothing_more(s);
}

static void
what_left_and_was_lost_is_not_delivered(void **state)
{
	struct story *s = *state;
	int64_t id = send_one(s, 19);
	suffers(s, id, UNKNOWN);
	nothing_more(s);
	suffers(s, id, TAKEN);
	suffers(s, id, FAILED);
	await_asked(s, 1);
	assert_true(says(s, 0, "&is=2&"));
	/* Proof that comes late outranks that. */
	suffers(s, id, DELIVERED);
	await_asked(s, 2);
	assert_true(says(s, 1, "&is=1&"));
}

static void
a_failing_peer_is_asked_again_in_order(void **state)
{
	struct story *s = *state;
	int64_t id = send_one(s, 31);
	s->status = 500;
	suffers(s, id, TAKEN);
	await_asked(s, 1);
	suffers(s, id, DELIVERED);
	nothing_more(s);
	s->status = 302; /* nobody goes there */
	for (int i = 0; i < 40; i++)
		pass(s, DLRS_LOOK_MS);
	assert_int_equal(s->asked, 2);
	s->status = 204;
	for (int i = 0; i < PASSES_MOST && s->asked < 4; i++)
		pass(s, DLRS_LOOK_MS);
	assert_int_equal(s->asked, 4);
	assert_true(says(s, 2, "&is=8&"));
	assert_true(says(s, 3, "&is=1&"));
	assert_int_equal(figures(s).failed, 2);
	nothing_more(s);
}

static void
who_wants_no_more_gets_none(void **state)
{
	struct story *s = *state;
	int64_t id = send_one(s, 8);
	s->status = 410;
	suffers(s, id, TAKEN);
	await_asked(s, 1);
	nothing_more(s);
	assert_int_equal(figures(s).dropped, 1);
	assert_int_equal(store_dlr_count(s->w.reader, 10), 0);
}

/* What cannot be read is not gone. */
static void
a_store_that_cannot_be_read_drops_nothing(void **state)
{
	struct story *s = *state;
	struct db *db = s->w.reader->db;
	struct dlr_call call = {.message_id = send_one(s, 8), .bit = 8};
	char name[DLR_PLACE_OCTETS];
	struct dlrs_place place;
	snprintf(name, sizeof(name), "http://127.0.0.1:%u", s->host.port);
	snprintf(call.url, sizeof(call.url), "%s/", name);
	dlrs_place_open(&place, s->dlrs, name);
	suffers(s, call.message_id, TAKEN);
	assert_true(db_begin_shared(db));
	db_fail(db, STORE_IO, "disk I/O error");
	assert_int_equal(dlrs_call(&place, &call, 0, NULL), DLRS_CALL_LATER);
	nothing_more(s);
	db_rollback(db);
	call.message_id++;
	assert_int_equal(dlrs_call(&place, &call, 0, NULL), DLRS_CALL_NEVER);
	dlrs_place_close(&place);
	await_asked(s, 1);
	assert_int_equal(figures(s).dropped, 0);
}

/* Not a row is written for each try, and none is lost. */
static void
a_host_that_is_down_rests(void **state)
{
	struct story *s = *state;
	for (int i = 0; i < 20; i++)
		suffers(s, send_one(s, 8), TAKEN);
	http_peer_free(&s->peer);
	for (int i = 0; i < PASSES_MOST && dlrs_trouble(s->dlrs) == NULL; i++)
		pass(s, MINUTE_MS / 4);
	assert_non_null(strstr(dlrs_trouble(s->dlrs), "http://127.0.0.1:"));
	assert_int_equal(store_dlr_count(s->w.reader, 100), 20);
	assert_int_equal(figures(s).dropped, 0);
	/* Who waits for nothing any more has no trouble. */
	clock_fake_turn(&s->w.clock, DLRS_GIVE_UP_MS);
	for (int i = 0; i < 60; i++)
		pass(s, DLRS_LOOK_MS);
	assert_int_equal(figures(s).dropped, 20);
	assert_int_equal(store_dlr_count(s->w.reader, 100), 0);
	assert_null(dlrs_trouble(s->dlrs));
}

static void
after_a_kill_it_goes_on(void **state)
{
	struct story *s = *state;
	int64_t id = send_one(s, 31);
	suffers(s, id, TAKEN);
	dlrs_free(&s->dlrs);
	suffers(s, id, DELIVERED);
	open_dlrs(s);
	await_asked(s, 2);
	assert_true(says(s, 0, "&is=8&"));
	assert_true(says(s, 1, "&is=1&"));
	nothing_more(s);
}

/* It was told, but the turn could not write that. */
static void
what_was_not_written_is_told_again(void **state)
{
	struct story *s = *state;
	suffers(s, send_one(s, 8), TAKEN);
	s->w.refuse_jobs = true;
	await_asked(s, 1);
	nothing_more(s); /* it is kept in mind while we live */
	while (s->w.first != NULL)
		world_turn(&s->w);
	dlrs_free(&s->dlrs);
	s->w.refuse_jobs = false;
	open_dlrs(s);
	await_asked(s, 2);
	assert_string_equal(s->line[0], s->line[1]);
}

static void
what_is_too_old_is_given_up(void **state)
{
	struct story *s = *state;
	suffers(s, send_one(s, 8), TAKEN);
	dlrs_free(&s->dlrs);
	clock_fake_turn(&s->w.clock, DLRS_GIVE_UP_MS + MINUTE_MS);
	/* Whoever was away tries once more, for an hour. */
	s->status = 500;
	open_dlrs(s);
	await_asked(s, 1);
	nothing_more(s);
	assert_int_equal(figures(s).dropped, 0);
	pass(s, DLRS_TRY_MS);
	nothing_more(s);
	assert_int_equal(s->asked, 1);
	assert_int_equal(figures(s).dropped, 1);
	assert_int_equal(store_dlr_count(s->w.reader, 10), 0);
}

/* The power was off for days and the clock stood still: what came in before it
 * was set is told, not taken for old. */
static void
what_came_under_a_wrong_clock_is_told(void **state)
{
	struct story *s = *state;
	s->sure = false;
	s->then = HTTP_PEER_CUT;
	suffers(s, send_one(s, 8), TAKEN);
	await_asked(s, 1);
	s->w.clock.wall_ms += DLRS_GIVE_UP_MS + DAY_MS;
	s->sure = true;
	s->then = HTTP_PEER_KEEP;
	await_asked(s, 2);
	nothing_more(s);
	assert_int_equal(figures(s).told, 1);
	assert_int_equal(figures(s).dropped, 0);
}

static void
a_host_that_is_not_named_any_more_is_not_called(void **state)
{
	struct story *s = *state;
	suffers(s, send_one(s, 8), TAKEN);
	dlrs_free(&s->dlrs);
	strcpy(s->host.name, "other.example");
	open_dlrs(s);
	nothing_more(s);
	assert_int_equal(s->asked, 0);
	assert_int_equal(figures(s).dropped, 1);
	strcpy(s->host.name, "127.0.0.1");
}

static void
without_hosts_nothing_is_kept(void **state)
{
	struct story *s = *state;
	int64_t id = send_one(s, 31);
	suffers(s, id, TAKEN);
	dlrs_free(&s->dlrs);
	assert_true(dlrs_prepare(s->w.store, 0));
	assert_int_equal(store_dlr_count(s->w.reader, 10), 0);
	open_dlrs(s);
	suffers(s, id, DELIVERED);
	nothing_more(s);
	assert_int_equal(s->asked, 0);
}

static void
who_is_not_to_be_called_is_refused_at_once(void **state)
{
	struct story *s = *state;
	world_ask(&s->w,
	    "/cgi-bin/sendsms?to=0711000001&text=a&dlr-mask=31"
	    "&dlr-url=https%3A%2F%2Fevil.example%2F",
	    NULL, NULL);
	assert_int_equal(s->w.http_status, 400);
	assert_int_equal(store_message_newest(s->w.reader), 0);
	/* Nothing of it is asked for. */
	world_ask(&s->w,
	    "/cgi-bin/sendsms?to=0711000001&text=a&dlr-mask=0"
	    "&dlr-url=https%3A%2F%2Fevil.example%2F",
	    NULL, NULL);
	assert_int_equal(s->w.http_status, 202);
}

static bool
note_dlr(void *arg, const struct kept_kind *kind)
{
	if (strcmp(kind->kind, "dlr") == 0)
		*(struct kept_kind *)arg = *kind;
	return true;
}

static int64_t
forgotten(struct story *s)
{
	struct kept_kind kind = {.gone = -1};

	store_keep_each(s->w.reader, note_dlr, &kind);
	return kind.gone;
}

/* A text of which nothing more comes is forgotten, one that waits is not; the
 * report of what is kept counts it. */
static void
what_is_over_is_forgotten(void **state)
{
	struct story *s = *state;
	int64_t id = send_one(s, 1);
	suffers(s, id, TAKEN);
	send_one(s, 1);
	assert_false(store_dlr_over(s->w.store, s->w.clock.wall_ms));
	clock_fake_turn(&s->w.clock, DLRS_EXPECT_MS + MINUTE_MS);
	assert_true(store_dlr_over(s->w.store, s->w.clock.wall_ms));
	for (int i = 0; i < 4; i++)
		pass(s, 61 * MINUTE_MS);
	assert_false(store_dlr_over(s->w.store, s->w.clock.wall_ms));
	assert_int_equal(forgotten(s), 1);
	suffers(s, id, DELIVERED);
	nothing_more(s);
	suffers(s, id + 1, TAKEN);
	suffers(s, id + 1, DELIVERED);
	await_asked(s, 1);
	assert_true(says(s, 0, "/dlr?id=2&is=1"));
	nothing_more(s);
	assert_int_equal(forgotten(s), 2);
}

/* The row of a call that is under way goes (somebody was erased), and the next
 * one gets its number: an answer to the first is none to the second. */
static void
an_answer_counts_for_its_own_text_only(void **state)
{
	struct story *s = *state;
	int64_t first = send_one(s, 8), second = send_one(s, 8);
	s->then = HTTP_PEER_DRIP;
	suffers(s, first, TAKEN);
	await_asked(s, 1);
	store_begin(s->w.store);
	store_dlr_gone(s->w.store, first);
	store_commit(s->w.store, committed, NULL);
	suffers(s, second, TAKEN);
	s->then = HTTP_PEER_KEEP;
	await_asked(s, 2);
	assert_true(says(s, 0, "/dlr?id=1&is=8"));
	assert_true(says(s, 1, "/dlr?id=2&is=8"));
	nothing_more(s);
	assert_int_equal(figures(s).told, 2);
}

/* A pause ends by a clock that was years ahead; then it is set right. */
static void
a_clock_that_is_set_back_holds_up_nothing(void **state)
{
	struct story *s = *state;
	s->status = 500;
	suffers(s, send_one(s, 8), TAKEN);
	await_asked(s, 1);
	nothing_more(s);
	s->status = 200;
	s->w.clock.wall_ms -= 1000 * DAY_MS;
	await_asked(s, 2);
	nothing_more(s);
}

/* The next call follows the answer, not the next look; and all that was told is
 * written at once. */
static void
a_crowd_is_told_between_two_looks(void **state)
{
	struct story *s = *state;
	for (int i = 0; i < 40; i++)
		suffers(s, send_one(s, 8), TAKEN);
	pass(s, DLRS_LOOK_MS);
	for (int i = 0; i < PASSES_MOST && s->asked < 40; i++)
		pass(s, 0);
	assert_int_equal(s->asked, 40);
	for (int i = 0; i < 3; i++)
		pass(s, DLRS_LOOK_MS);
	assert_int_equal(store_dlr_count(s->w.reader, 100), 0);
	assert_true(http_peer_taken(s->peer) <= DLRS_CALLS);
}

/* One bad moment is one failure, however many calls were under way. */
static void
calls_that_fail_together_are_one_failure(void **state)
{
	struct story *s = *state;
	for (int i = 0; i < DLRS_CALLS; i++)
		suffers(s, send_one(s, 8), TAKEN);
	s->status = 502;
	await_asked(s, DLRS_CALLS);
	pass(s, DLRS_LOOK_MS);
	assert_int_equal(figures(s).failed, DLRS_CALLS);
	assert_null(dlrs_trouble(s->dlrs));
	for (int i = 0; i < 13; i++)
		pass(s, MINUTE_MS / 4);
	assert_non_null(dlrs_trouble(s->dlrs));
}

/* A large page is no reason to call once more: the status is all we ask. */
static void
a_long_answer_is_one_too(void **state)
{
	struct story *s = *state;
	s->long_answer = true;
	suffers(s, send_one(s, 8), TAKEN);
	await_asked(s, 1);
	for (int i = 0; i < 20; i++)
		pass(s, MINUTE_MS);
	assert_int_equal(s->asked, 1);
	assert_int_equal(figures(s).told, 1);
}

/* All of it, not 500 an hour, or the table only grows. */
static void
thousands_that_are_over_are_forgotten_at_once(void **state)
{
	struct story *s = *state;
	store_begin(s->w.store);
	for (int i = 0; i < 3000; i++) {
		const struct dlr dlr = {.message_id = 1000 + i,
		    .mask = 16,
		    .url = "http://127.0.0.1/",
		    .place = "http://127.0.0.1:80",
		    .from = "",
		    .until_ms = s->w.clock.wall_ms};
		store_dlr_add(s->w.store, &dlr);
	}
	store_commit(s->w.store, committed, NULL);
	pass(s, 61 * MINUTE_MS);
	for (int i = 0; i < 20; i++)
		pass(s, DLRS_LOOK_MS);
	assert_false(store_dlr_over(s->w.store, s->w.clock.wall_ms));
}

#define STORY(fn) cmocka_unit_test_setup_teardown(fn, set_up, tear_down)

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    STORY(each_state_is_told_once),
	    STORY(only_what_was_asked_for_is_told),
	    STORY(what_never_left_is_rejected),
	    STORY(what_came_too_late_is_rejected),
	    STORY(each_receiver_is_told_of),
	    STORY(a_text_in_parts_is_one),
	    STORY(what_left_and_was_lost_is_not_delivered),
	    STORY(a_failing_peer_is_asked_again_in_order),
	    STORY(who_wants_no_more_gets_none),
	    STORY(a_store_that_cannot_be_read_drops_nothing),
	    STORY(a_host_that_is_down_rests),
	    STORY(after_a_kill_it_goes_on),
	    STORY(what_was_not_written_is_told_again),
	    STORY(what_is_too_old_is_given_up),
	    STORY(what_came_under_a_wrong_clock_is_told),
	    STORY(a_host_that_is_not_named_any_more_is_not_called),
	    STORY(without_hosts_nothing_is_kept),
	    STORY(who_is_not_to_be_called_is_refused_at_once),
	    STORY(what_is_over_is_forgotten),
	    STORY(an_answer_counts_for_its_own_text_only),
	    STORY(a_clock_that_is_set_back_holds_up_nothing),
	    STORY(a_crowd_is_told_between_two_looks),
	    STORY(calls_that_fail_together_are_one_failure),
	    STORY(a_long_answer_is_one_too),
	    STORY(thousands_that_are_over_are_forgotten_at_once),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
