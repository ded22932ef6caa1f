/* Texts over the socket: the log, sending, the queue. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "base/json.h"
#include "base/panic.h"

#include "gateway/store/archive.h"
#include "gateway/store/search.h"
#include "gateway/store/store_person.h"

#include "tests/gateway/api_world.h"

static json_t *
item(const struct world *w, size_t i)
{
	return json_array_get(json_object_get(w->reply, "items"), i);
}

static size_t
items(const struct world *w)
{
	return json_array_size(json_object_get(w->reply, "items"));
}

static void
the_log_has_every_text(void **state)
{
	struct world w;
	(void)state;
	world_open(&w);
	world_text(&w, "+254722000002", "want 5kg maize \"now\"\nplease");
	world_text(&w, "SAFARICOM", "You have 1 MB");
	world_get(&w, "/api/v1/messages");
	assert_int_equal(items(&w), 2);
	assert_string_equal(json_text(item(&w, 0), "direction", ""), "in");
	assert_string_equal(json_text(item(&w, 0), "link", ""), "a");
	assert_string_equal(
	    json_text(item(&w, 0), "phone", ""), "+254722000002");
	assert_string_equal(json_text(item(&w, 0), "text", ""),
	    "want 5kg maize \"now\"\nplease");
	assert_string_equal(json_text(item(&w, 0), "state", ""), "received");
	assert_non_null(json_object_get(item(&w, 0), "cause"));
	assert_non_null(json_object_get(item(&w, 0), "order"));
	assert_int_equal(
	    json_int(w.reply, "newest", 0), json_int(item(&w, 1), "id", -1));
	world_close(&w);
}

static void
the_log_is_filtered(void **state)
{
	static const struct {
		const char *query;
		size_t count;
	} rows[] = {
	    {"phone=SAFARICOM", 1},
	    {"phone=0722000002", 2},
	    {"words=MAIZE%20want", 1},
	    {"words=absent", 0},
	    {"words=%22want%20maize%22", 1},
	    {"words=%22want%20mai", 1},
	    {"words=%22want%20mai%22", 0},
	    {"words=%22maize%20want%22", 0},
	    {"words=%22i%20want%22%20maize&phone=0722000002&link=a", 1},
	    {"words=%22want%20maize%22&state=queued", 0},
	    {"words=%E2%80%9Cwant%20maize%E2%80%9D", 1},
	    {"state=received", 3},
	    {"state=queued", 0},
	    {"link=a", 3},
	    {"since=2026-09-21T14:13:21Z", 2},
	    {"until=2026-09-21T14:13:21Z", 1},
	    {"after=1", 2},
	    {"before=9223372036854775807&limit=1", 1},
	};
	struct world w;
	char path[128];
	(void)state;
	world_open(&w);
	world_text(&w, "+254722000002", "I want maize");
	world_text(&w, "+254722000002", "hello");
	world_text(&w, "SAFARICOM", "You have 1 MB");
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		snprintf(
		    path, sizeof(path), "/api/v1/messages?%s", rows[i].query);
		world_get(&w, path);
		if (w.http_status != 200 || items(&w) != rows[i].count)
			fail_msg("%s: %d, %zu", rows[i].query, w.http_status,
			    items(&w));
	}
	assert_int_equal(json_int(item(&w, 0), "id", 0), 3); /* the newest */
	world_get(&w, "/api/v1/messages?link=zz");
	assert_int_equal(w.http_status, 404);
	world_get(&w, "/api/v1/messages?state=lost");
	assert_int_equal(w.http_status, 400);
	world_close(&w);
}

static void
the_log_has_no_row_limit(void **state)
{
	struct world w;
	int64_t after = 0;
	size_t seen = 0;
	char path[64];
	(void)state;
	world_open(&w);
	for (int i = 0; i < 1203; i++)
		world_text(&w, "+254722000002", "x");
	do {
		snprintf(path, sizeof(path), "/api/v1/messages?after=%d",
		    (int)after);
		world_get(&w, path);
		seen += items(&w);
		after = json_int(w.reply, "next", 0);
	} while (after != 0);
	assert_int_equal(seen, 1203);
	world_close(&w);
}

/* All ids that the query gives, page after page, in the order given. */
static size_t
gather(struct world *w, const char *query, const char *cursor, int64_t start,
    int64_t *ids, size_t most, size_t *requests_out)
{
	size_t count = 0;
	char path[160];

	*requests_out = 0;
	do {
		snprintf(path, sizeof(path), "/api/v1/messages?%s&%s=%lld",
		    query, cursor, (long long)start);
		world_get(w, path);
		assert_int_equal(w->http_status, 200);
		for (size_t i = 0; i < items(w) && count < most; i++)
			ids[count++] = json_int(item(w, i), "id", 0);
		start = json_int(w->reply, "next", 0);
		++*requests_out;
	} while (start != 0);
	return count;
}

static void
a_rare_text_is_found_in_bounded_steps(void **state)
{
	static int64_t ids[2000];
	struct world w;
	size_t requests;
	(void)state;
	world_open(&w);
	world_texts(&w, 12001, 3000, "rare");
	assert_int_equal(
	    gather(&w, "words=RARE", "after", 0, ids, 2000, &requests), 5);
	assert_int_equal(requests, 3);
	assert_int_equal(ids[0], 1);
	assert_int_equal(ids[4], 12001);
	assert_int_equal(
	    gather(&w, "words=rare", "before", INT64_MAX, ids, 2000, &requests),
	    5);
	assert_int_equal(requests, 3);
	assert_int_equal(ids[0], 12001);
	assert_int_equal(ids[4], 1);
	assert_int_equal(
	    gather(&w, "words=rare&limit=2", "after", 0, ids, 2000, &requests),
	    5);
	assert_int_equal(ids[2], 6001);
	assert_int_equal(ids[4], 12001);
	assert_int_equal(gather(&w, "words=rare&since=2026-09-21T17:00:00Z",
			     "after", 0, ids, 2000, &requests),
	    1);
	world_close(&w);
}

/* What the index of words has comes from there, what is newer from the
 * messages: together they are one log. */
static void
the_index_of_words_makes_it_quick(void **state)
{
	static int64_t ids[2000];
	struct world w;
	size_t requests;
	struct err err = {0};
	(void)state;
	world_open(&w);
	world_texts(&w, 12001, 3000, "rare");
	struct search *search = search_open(w.db, &err);
	assert_non_null(search);
	assert_int_equal(search_feed(search, 10000, &err), 10000);
	search_close(&search);
	assert_int_equal(
	    gather(&w, "words=RARE", "after", 0, ids, 2000, &requests), 5);
	assert_int_equal(requests, 1);
	assert_int_equal(ids[0], 1);
	assert_int_equal(ids[4], 12001);
	assert_int_equal(
	    gather(&w, "words=rare", "before", INT64_MAX, ids, 2000, &requests),
	    5);
	assert_int_equal(requests, 1);
	assert_int_equal(ids[0], 12001);
	assert_int_equal(ids[4], 1);
	assert_int_equal(
	    gather(&w, "words=rare&limit=2", "after", 0, ids, 2000, &requests),
	    5);
	assert_int_equal(ids[4], 12001);
	assert_int_equal(gather(&w, "words=rare&since=2026-09-21T17:00:00Z",
			     "after", 0, ids, 2000, &requests),
	    1);
	assert_int_equal(gather(&w, "words=rare&state=queued", "after", 0, ids,
			     2000, &requests),
	    0);
	/* In quotes: from the index and behind it alike. */
	assert_int_equal(gather(&w, "words=%22RARE%22&state=received", "before",
			     INT64_MAX, ids, 2000, &requests),
	    5);
	assert_int_equal(
	    gather(&w, "words=%22rar%22", "after", 0, ids, 2000, &requests), 0);
	world_close(&w);
}

/* One bad text far back, and a time span far back: each is one page. */
static void
odd_states_and_old_times_are_quick(void **state)
{
	static int64_t ids[2000];
	struct world w;
	size_t requests;
	(void)state;
	world_open(&w);
	world_odd(&w);
	world_texts(&w, 31000, 30000, "rare");
	assert_int_equal(gather(&w, "state=quarantined", "before", INT64_MAX,
			     ids, 2000, &requests),
	    1);
	assert_int_equal(requests, 1);
	assert_int_equal(ids[0], 1);
	assert_int_equal(gather(&w,
			     "state=received&since=2026-09-21T14:13:21Z"
			     "&until=2026-09-21T14:13:23Z",
			     "before", INT64_MAX, ids, 2000, &requests),
	    2);
	assert_int_equal(requests, 1);
	assert_int_equal(ids[0], 3);
	world_close(&w);
}

static void
is_committed(void *arg, bool ok)
{
	(void)arg;
	assert_true(ok);
}

static void
archive(struct world *w, struct archive_month month)
{
	struct archive_page page = {.count = 1};
	struct err err = {0};

	while (archive_copy(w->db, &month, 500, &err) > 0)
		;
	store_begin(w->store);
	archive_note(w->store, &month);
	store_commit(w->store, is_committed, NULL);
	while (page.count > 0 && archive_unfinished(w->store, &month)) {
		assert_true(archive_ready(w->db, &month, &page, &err) >= 0);
		store_begin(w->store);
		archive_drop(w->store, month.month, &page);
		store_commit(w->store, is_committed, NULL);
	}
	assert_string_equal(err.text, "");
}

/* The first half of the log lies in the file of an old month. */
static void
the_log_goes_on_in_old_months(void **state)
{
	static int64_t ids[2000];
	struct world w;
	size_t requests;
	struct archive_month month = {
	    .month = "2025-01", .first_id = 1, .last_id = 600, .until_ms = 1};
	(void)state;
	world_open(&w);
	world_texts(&w, 1200, 100, "rare");
	archive(&w, month);
	assert_int_equal(
	    gather(&w, "limit=500", "after", 0, ids, 2000, &requests), 1200);
	for (int i = 0; i < 1200; i++)
		assert_int_equal(ids[i], i + 1);
	assert_int_equal(
	    gather(&w, "words=rare", "before", INT64_MAX, ids, 2000, &requests),
	    12);
	assert_int_equal(ids[0], 1101);
	assert_int_equal(ids[11], 1);
	assert_int_equal(gather(&w, "limit=7&phone=%2B254722000002", "before",
			     INT64_MAX, ids, 2000, &requests),
	    1200);
	world_get(&w, "/api/v1/messages/600");
	assert_int_equal(w.http_status, 200);
	world_get(&w, "/api/v1/messages/1201");
	assert_int_equal(w.http_status, 404);
	world_close(&w);
}

/* What is there is shown, and what is not there is named. */
static void
a_month_whose_file_is_gone_is_told(void **state)
{
	struct world w;
	char path[256];
	struct archive_month month = {
	    .month = "2025-01", .first_id = 1, .last_id = 6, .until_ms = 1};
	(void)state;
	world_open(&w);
	world_texts(&w, 12, 100, "rare");
	archive(&w, month);
	assert_true(archive_path(path, sizeof(path), w.db, "2025-01"));
	assert_int_equal(remove(path), 0);
	world_get(&w, "/api/v1/messages");
	assert_int_equal(w.http_status, 200);
	assert_int_equal(items(&w), 6);
	json_t *unread = json_object_get(w.reply, "unread");
	assert_int_equal(json_array_size(unread), 1);
	assert_non_null(
	    strstr(json_string_value(json_array_get(unread, 0)), path));
	world_get(&w, "/api/v1/messages/3");
	assert_int_equal(w.http_status, 503);
	assert_non_null(strstr(json_text(w.reply, "detail", ""), path));
	world_get(&w, "/api/v1/messages?after=6");
	assert_null(json_object_get(w.reply, "unread"));
	world_close(&w);
}

static void
a_text_is_queued_before_it_is_acknowledged(void **state)
{
	struct world w;
	(void)state;
	world_open(&w);
	world_post(&w, "/api/v1/messages",
	    "{\"to\":\"0722 000 002\",\"text\":\"Habari\"}");
	assert_int_equal(w.http_status, 201);
	assert_string_equal(json_text(w.reply, "to", ""), "+254722000002");
	assert_string_equal(json_text(w.reply, "state", ""), "queued");
	assert_int_equal(json_int(w.reply, "parts", 0), 1);
	world_get(&w, "/api/v1/queue");
	assert_int_equal(items(&w), 1);
	assert_string_equal(json_text(item(&w, 0), "text", ""), "Habari");
	assert_string_equal(json_text(item(&w, 0), "direction", ""), "out");
	world_get(&w, "/api/v1/audit");
	assert_string_equal(json_text(item(&w, 0), "action", ""), "send");
	world_close(&w);
}

static void
nothing(void *arg, bool ok)
{
	(void)arg;
	assert_true(ok);
}

static void
stop(struct world *w, const char *number)
{
	int64_t phone_id, person_id;
	struct person p;

	PANIC_UNLESS(store_phone_find(w->store, number, &phone_id, &person_id));
	PANIC_UNLESS(store_person_get(w->store, person_id, &p));
	p.stopped_ms = 1;
	store_begin(w->store);
	store_person_put(w->store, &p);
	store_commit(w->store, nothing, NULL);
}

static void
what_cannot_be_sent_is_refused(void **state)
{
	static const struct {
		const char *body;
		int status;
	} rows[] = {
	    {"{\"to\":\"\",\"text\":\"x\"}", 422},
	    {"{\"to\":\"SAFARICOM\",\"text\":\"x\"}", 422},
	    {"{\"to\":\"0722000002\",\"text\":\"\"}", 422},
	    {"{\"to\":\"0722000002\"}", 422},
	    {"{\"text\":\"x\"}", 422},
	    {"", 422},
	    {"{\"to\":\"20880\",\"text\":\"x\"}", 201},
	};
	struct world w;
	static char longest[2000];
	(void)state;
	world_open(&w);
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		world_post(&w, "/api/v1/messages", rows[i].body);
		if (w.http_status != rows[i].status)
			fail_msg("%s: %d", rows[i].body, w.http_status);
	}
	memset(longest, 'x', sizeof(longest) - 1);
	memcpy(longest, "{\"to\":\"0722000002\",\"text\":\"", 27);
	memcpy(longest + sizeof(longest) - 3, "\"}", 3);
	world_post(&w, "/api/v1/messages", longest);
	assert_int_equal(w.http_status, 422);
	world_close(&w);
}

/* Premium rates of all countries, without a word of configuration. */
static void
blocked_numbers_get_nothing(void **state)
{
	struct world w;
	(void)state;
	world_open(&w);
	world_fill(&w);
	world_post(&w, "/api/v1/messages",
	    "{\"to\":\"+979123456789\",\"text\":\"x\"}");
	assert_int_equal(w.http_status, 409);
	assert_string_equal(
	    json_text(w.reply, "detail", ""), "+979123456789 is blocked");
	world_get(&w, "/api/v1/queue");
	assert_int_equal(items(&w), 0);
	world_close(&w);
}

static void
who_said_stop_gets_nothing(void **state)
{
	struct world w;
	(void)state;
	world_open(&w);
	world_fill(&w);
	stop(&w, "+254722000002");
	world_post(
	    &w, "/api/v1/messages", "{\"to\":\"0722000002\",\"text\":\"x\"}");
	assert_int_equal(w.http_status, 409);
	assert_non_null(strstr(json_text(w.reply, "detail", ""), "STOP"));
	world_get(&w, "/api/v1/queue");
	assert_int_equal(items(&w), 0);
	world_close(&w);
}

static void
the_queue_is_retried_and_dropped(void **state)
{
	struct world w;
	(void)state;
	world_open(&w);
	world_post(&w, "/api/v1/messages",
	    "{\"to\":\"0722000002\",\"text\":\"Habari\"}");
	world_post(&w, "/api/v1/queue/1/retry", "");
	assert_int_equal(w.http_status, 200);
	world_post(&w, "/api/v1/queue/1/drop", "");
	assert_int_equal(w.http_status, 200);
	world_post(&w, "/api/v1/queue/1/drop", "");
	assert_int_equal(w.http_status, 409);
	world_post(&w, "/api/v1/queue/77/drop", "");
	assert_int_equal(w.http_status, 404);
	world_post(&w, "/api/v1/queue/x/drop", "");
	assert_int_equal(w.http_status, 404);
	world_get(&w, "/api/v1/messages?state=stale");
	assert_int_equal(items(&w), 1);
	world_get(&w, "/api/v1/queue?state=queued");
	assert_int_equal(items(&w), 0);
	world_close(&w);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(the_log_has_every_text),
	    cmocka_unit_test(the_log_is_filtered),
	    cmocka_unit_test(the_log_has_no_row_limit),
	    cmocka_unit_test(a_rare_text_is_found_in_bounded_steps),
	    cmocka_unit_test(the_index_of_words_makes_it_quick),
	    cmocka_unit_test(odd_states_and_old_times_are_quick),
	    cmocka_unit_test(the_log_goes_on_in_old_months),
	    cmocka_unit_test(a_month_whose_file_is_gone_is_told),
	    cmocka_unit_test(a_text_is_queued_before_it_is_acknowledged),
	    cmocka_unit_test(what_cannot_be_sent_is_refused),
	    cmocka_unit_test(blocked_numbers_get_nothing),
	    cmocka_unit_test(who_said_stop_gets_nothing),
	    cmocka_unit_test(the_queue_is_retried_and_dropped),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
