/* What is older than its rule goes, a slice at a time; the rest stays as it
 * was, and so do chains. */
#include "tests/gateway/store_kit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/panic.h"
#include "gateway/core/handler.h"
#include "gateway/queue/keeper.h"
#include "gateway/store/archive.h"
#include "gateway/store/store_inside.h"
#include "gateway/store/store_keep.h"
#include "gateway/store/store_login.h"
#include "gateway/store/store_order.h"
#include "gateway/store/store_watch.h"

#define DAY_MS (INT64_C(24) * 3600 * 1000)

struct bed {
	struct kit *kit;
	int jobs;
	bool sure;
	struct keep_rules rules;
};

static void
submit(void *arg, struct job *job)
{
	struct bed *b = arg;
	struct turn turn = {
	    .store = b->kit->store, .now_ms = T0, .clock_sure = b->sure};

	b->jobs++;
	kit_begin(b->kit);
	job->run(job, &turn);
	kit_commit(b->kit);
	job->done(job, true);
}

static void
fill(struct kit *kit, int days)
{
	kit_begin(kit);
	for (int i = 0; i < days; i++) {
		struct message_in in = {.phone_id = kit_phone(kit, i % 7),
		    .now_ms = T0 - (days - 1 - i) * DAY_MS,
		    .text = STR("want 5kg"),
		    .raw = {(const uint8_t *)"raw", 3},
		    .state = MESSAGE_RECEIVED};
		store_message_receive(kit->store, &in);
	}
	kit_commit(kit);
}

static int
raws(struct kit *kit, int days)
{
	int count = 0;
	char hex[64];

	for (int i = 1; i <= days; i++)
		count += store_message_raw(kit->store, i, hex, sizeof(hex));
	return count;
}

static bool
note(void *arg, const struct kept_kind *kind)
{
	struct kept_kind *wanted = arg;

	if (strcmp(kind->kind, wanted->kind) == 0)
		*wanted = *kind;
	return true;
}

static void
run(struct bed *b, int jobs)
{
	struct loop *loop = loop_new();
	struct clock_fake clock;
	struct keeper_config config = {.loop = loop,
	    .clock = &clock.source,
	    .store_path = b->kit->path,
	    .rules = b->rules,
	    .look_ms = 1,
	    .rest_ms = 1,
	    .arg = b,
	    .submit = submit};
	struct keeper *keeper;

	clock_fake_init(&clock, T0);
	keeper = keeper_new(&config);
	assert_null(keeper_trouble(keeper));
	for (int i = 0; i < 5000 && b->jobs < jobs; i++)
		loop_once(loop, true);
	keeper_free(&keeper);
	loop_free(&loop);
}

static void
old_raw_forms_go_and_texts_stay(void **state)
{
	struct bed b = {
	    .kit = *state, .sure = true, .rules = {.raw_ms = 90 * DAY_MS}};
	struct kept_kind kind = {.kind = "raw", .gone = -1};
	struct message m;

	fill(b.kit, 1300);
	assert_int_equal(raws(b.kit, 1300), 1300);
	run(&b, 5);
	/* Day 90 to today. */
	assert_int_equal(raws(b.kit, 1300), 91);
	assert_true(store_message_get(b.kit->store, 1, &m));
	assert_string_equal(m.text, "want 5kg");
	store_keep_each(b.kit->store, note, &kind);
	assert_string_equal(kind.kind, "raw");
	assert_int_equal(kind.gone, 1300 - 91);
	assert_int_equal(kind.last_ms, T0);
	assert_int_equal(kind.oldest_ms, T0 - 90 * DAY_MS);
	kit_check(b.kit);
}

static void
nothing_is_old_while_the_clock_is_unsure(void **state)
{
	struct bed b = {.kit = *state, .rules = {.raw_ms = 90 * DAY_MS}};

	fill(b.kit, 200);
	run(&b, 3);
	assert_int_equal(raws(b.kit, 200), 200);
}

static const char *
text_of(struct kit *kit, int64_t id)
{
	static _Thread_local struct message m;

	return store_message_get(kit->store, id, &m) ? m.text : NULL;
}

static int64_t
waiting(struct kit *kit, int64_t ms)
{
	struct message_out out = {.now_ms = ms,
	    .text = STR("ask tomorrow"),
	    .class_ = MESSAGE_NOTICE};
	int64_t id;

	kit_begin(kit);
	out.phone_id = kit_phone(kit, 3);
	id = store_message_queue(kit->store, &out);
	kit_commit(kit);
	return id;
}

static void
old_words_go_and_who_wrote_when_stays(void **state)
{
	struct bed b = {
	    .kit = *state, .sure = true, .rules = {.texts_ms = 90 * DAY_MS}};
	struct kept_kind kind = {.kind = "texts", .gone = -1};
	struct store_watched seen[STORE_WATCH_MOST];
	int64_t late = waiting(b.kit, T0 - 1400 * DAY_MS), left_out;

	fill(b.kit, 1300);
	store_watch(b.kit->store, true);
	run(&b, 8);
	assert_int_equal(store_watch_take(b.kit->store, seen, &left_out), 0);
	assert_int_equal(raws(b.kit, 1301), 91);
	assert_string_equal(text_of(b.kit, late + 1), "");
	assert_string_equal(text_of(b.kit, late + 1300 - 91), "");
	assert_string_equal(text_of(b.kit, late + 1300 - 90), "want 5kg");
	/* It is still to go. */
	assert_string_equal(text_of(b.kit, late), "ask tomorrow");
	store_keep_each(b.kit->store, note, &kind);
	assert_int_equal(kind.gone, 1300 - 91);
	assert_int_equal(kind.oldest_ms, T0 - 90 * DAY_MS);
	kit_check(b.kit);

	kit_begin(b.kit);
	assert_true(store_message_drop(b.kit->store, late, T0));
	kit_commit(b.kit);
	b.jobs = 0;
	run(&b, 3);
	assert_string_equal(text_of(b.kit, late), "");
	store_keep_each(b.kit->store, note, &kind);
	assert_int_equal(kind.gone, 1300 - 90);
	kit_check(b.kit);
}

/* Messages 1 to `last` into the file of a month that ended then. */
static void
archive(struct kit *kit, const char *name, int64_t first, int64_t last,
    int64_t until_ms)
{
	struct archive_month month = {
	    .first_id = first, .last_id = last, .until_ms = until_ms};
	struct archive_page page = {.count = 1};
	struct err err;

	str_copy(month.month, sizeof(month.month), str_from(name));
	while (archive_copy(kit->path, &month, 500, &err) > 0)
		;
	kit_begin(kit);
	archive_note(kit->store, &month);
	kit_commit(kit);
	while (page.count > 0 && archive_unfinished(kit->store, &month)) {
		assert_true(archive_ready(kit->path, &month, &page, &err) >= 0);
		kit_begin(kit);
		archive_drop(kit->store, name, &page);
		kit_commit(kit);
	}
}

static bool
is_there(struct kit *kit, const char *month)
{
	char path[200];

	assert_true(archive_path(path, sizeof(path), kit->path, month));
	return access(path, F_OK) == 0;
}

static void
files_of_old_months_go_whole(void **state)
{
	struct bed b = {
	    .kit = *state, .sure = true, .rules = {.texts_ms = 90 * DAY_MS}};
	struct kept_kind kind = {.kind = "months"};
	struct archive_month list[4];

	fill(b.kit, 300);
	archive(b.kit, "2026-01", 1, 100, T0 - 199 * DAY_MS);
	archive(b.kit, "2026-02", 101, 200, T0 - 99 * DAY_MS);
	archive(b.kit, "2026-03", 201, 250, T0 - 49 * DAY_MS);
	assert_true(is_there(b.kit, "2026-01") && is_there(b.kit, "2026-02"));
	run(&b, 8);
	assert_false(is_there(b.kit, "2026-01"));
	assert_false(is_there(b.kit, "2026-02"));
	assert_true(is_there(b.kit, "2026-03"));
	assert_int_equal(archive_list(b.kit->store, list, 4), 1);
	assert_string_equal(list[0].month, "2026-03");
	store_keep_each(b.kit->store, note, &kind);
	assert_int_equal(kind.gone, 2);
	kit_check(b.kit);

	/* Nor do chains end wrongly when no month is left. */
	b.rules.texts_ms = 40 * DAY_MS;
	b.jobs = 0;
	run(&b, 8);
	assert_int_equal(archive_list(b.kit->store, list, 4), 0);
	assert_false(is_there(b.kit, "2026-03"));
	kit_check(b.kit);
}

/* The file was deleted, and the kill came before that was noted. */
/* The raw forms went to the file with their texts before their rule came. */
static void
raw_forms_leave_files_of_old_months(void **state)
{
	struct bed b = {
	    .kit = *state, .sure = true, .rules = {.raw_ms = 90 * DAY_MS}};
	struct kept_kind kind = {.kind = "raw"};
	struct archive_month month;
	char path[200];
	struct store *old;
	struct err err;

	fill(b.kit, 300);
	archive(b.kit, "2026-01", 1, 100, T0 - 199 * DAY_MS);
	archive(b.kit, "2026-02", 101, 200, T0 - 99 * DAY_MS);
	archive(b.kit, "2026-03", 201, 250, T0 - 49 * DAY_MS);
	/* One was moved away: it keeps no other waiting. */
	assert_true(archive_path(path, sizeof(path), b.kit->path, "2026-01"));
	assert_int_equal(unlink(path), 0);
	run(&b, 6);
	assert_true(store_keep_raw_month(b.kit->store, T0, 0, &month));
	assert_string_equal(month.month, "2026-01");
	assert_false(is_there(b.kit, "2026-01"));
	assert_true(store_keep_raw_month(b.kit->store, T0, 100, &month));
	assert_string_equal(month.month, "2026-03");
	store_keep_each(b.kit->store, note, &kind);
	assert_int_equal(kind.gone, 100);
	assert_true(archive_path(path, sizeof(path), b.kit->path, "2026-02"));
	old = store_open_reader(path, &err);
	assert_non_null(old);
	for (int64_t id = 101; id <= 200; id++) {
		struct message m;
		char hex[64];

		assert_false(store_message_raw(old, id, hex, sizeof(hex)));
		assert_true(store_message_get(old, id, &m));
		assert_string_equal(m.text, "want 5kg");
	}
	store_close(&old);
	kit_check(b.kit);
}

static void
a_month_without_its_file_is_forgotten(void **state)
{
	struct bed b = {
	    .kit = *state, .sure = true, .rules = {.texts_ms = 90 * DAY_MS}};
	struct archive_month list[4];
	char path[200];

	fill(b.kit, 300);
	archive(b.kit, "2026-01", 1, 100, T0 - 199 * DAY_MS);
	assert_true(archive_path(path, sizeof(path), b.kit->path, "2026-01"));
	assert_int_equal(unlink(path), 0);
	run(&b, 6);
	assert_int_equal(archive_list(b.kit->store, list, 4), 0);
	kit_check(b.kit);
}

static void
what_was_said_of_old_lines_goes(void **state)
{
	struct bed b = {.kit = *state,
	    .sure = true,
	    .rules = {.histories_ms = 90 * DAY_MS}};
	struct kept_kind kind = {.kind = "events"};
	struct line line = {.order_id = 1,
	    .product = "tomato",
	    .unit = "kg",
	    .state = LINE_DISPUTED};
	struct line_event event = {.text = "my cow is ill"};

	kit_begin(b.kit);
	store_line_add(b.kit->store, &line);
	for (int i = 0; i < 200; i++) {
		event.time_ms = T0 - (199 - i) * DAY_MS;
		store_event_add(b.kit->store, &line, &event);
	}
	kit_commit(b.kit);
	run(&b, 4);
	store_keep_each(b.kit->store, note, &kind);
	assert_int_equal(kind.gone, 0); /* it is quarrelled about */
	kit_begin(b.kit);
	line.state = LINE_CANCELLED;
	store_line_put(b.kit->store, &line);
	kit_commit(b.kit);
	b.jobs = 0;
	run(&b, 3);
	store_keep_each(b.kit->store, note, &kind);
	assert_int_equal(kind.gone, 200 - 91);
	assert_int_equal(kind.oldest_ms, T0 - 90 * DAY_MS);
	assert_true(store_event_get(b.kit->store, 1, &event));
	assert_string_equal(event.text, "");
	assert_true(store_event_get(b.kit->store, 200, &event));
	assert_string_equal(event.text, "my cow is ill");
}

/* Tokens are people's words, too: once the texts went, so do they. */
static void
the_index_is_made_anew_once_a_month(void **state)
{
	struct kit *kit = *state;

	fill(kit, 200);
	assert_false(store_keep_index_due(kit->store, T0));
	kit_begin(kit);
	(void)store_keep_step(
	    kit->store, KEEP_TEXTS, T0 - 90 * DAY_MS, 500, T0);
	kit_commit(kit);
	assert_true(store_keep_index_due(kit->store, T0));
	kit_begin(kit);
	store_keep_index_done(kit->store, T0);
	(void)store_keep_step(
	    kit->store, KEEP_TEXTS, T0 - 80 * DAY_MS, 500, T0 + 10 * DAY_MS);
	kit_commit(kit);
	assert_false(store_keep_index_due(kit->store, T0 + 10 * DAY_MS));
	assert_true(store_keep_index_due(kit->store, T0 + 30 * DAY_MS));
}

/* Whatever is kept: who signed in, from where, goes when it is old. */
static void
old_logins_go_without_any_rule(void **state)
{
	struct bed b = {.kit = *state, .sure = true};
	struct kept_kind kind = {.kind = "logins"};
	struct login old = {.user_id = 1, .made_ms = T0 - 31 * DAY_MS},
		     young = {.user_id = 1, .made_ms = T0 - 29 * DAY_MS}, found;
	const uint8_t hashes[] = {1, 2};

	old.seen_ms = old.made_ms;
	young.seen_ms = young.made_ms;
	kit_begin(b.kit);
	store_login_add(b.kit->store, (struct span){hashes, 1}, &old);
	store_login_add(b.kit->store, (struct span){hashes + 1, 1}, &young);
	kit_commit(b.kit);
	run(&b, 1);
	assert_false(
	    store_login_find(b.kit->store, (struct span){hashes, 1}, &found));
	assert_true(store_login_find(
	    b.kit->store, (struct span){hashes + 1, 1}, &found));
	store_keep_each(b.kit->store, note, &kind);
	assert_int_equal(kind.gone, 1);
	assert_int_equal(kind.last_ms, T0);
	assert_int_equal(kind.oldest_ms, T0 - 29 * DAY_MS);
}

/* What could not be worked goes with all other words, and is counted by itself.
 */
static void
what_went_wrong_is_counted_alone(void **state)
{
	struct bed b = {
	    .kit = *state, .sure = true, .rules = {.texts_ms = 90 * DAY_MS}};
	struct kept_kind kind = {.kind = "quarantine"};

	fill(b.kit, 100);
	kit_begin(b.kit);
	store_message_quarantine(b.kit->store, 1, "twice");
	store_message_quarantine(b.kit->store, 2, "twice");
	store_message_quarantine(b.kit->store, 99, "twice");
	kit_commit(b.kit);
	run(&b, 4);
	assert_string_equal(text_of(b.kit, 1), "");
	assert_string_equal(text_of(b.kit, 99), "want 5kg");
	store_keep_each(b.kit->store, note, &kind);
	assert_int_equal(kind.gone, 2);
	assert_int_equal(kind.oldest_ms, T0 - DAY_MS);
	assert_int_equal(kind.last_ms, T0);
	strcpy(kind.kind, "texts");
	store_keep_each(b.kit->store, note, &kind);
	assert_int_equal(kind.gone, 9 - 2);
	kit_check(b.kit);
}

static bool
count_kind(void *arg, const struct kept_kind *kind)
{
	assert_true(kind->kind[0] != '\0' && kind->rule[0] != '\0');
	assert_int_equal(kind->oldest_ms, 0);
	++*(int *)arg;
	return true;
}

static void
the_report_names_every_kind(void **state)
{
	struct kit *kit = *state;
	int count = 0;

	store_keep_each(kit->store, count_kind, &count);
	assert_int_equal(count, KEEP_KINDS);
}

/* -- the page --------------------------------------------------------------
 * docs/privacy.md tells of every table what it has of a person. */

static char *
page(void)
{
	char *text = xcalloc(1, 1 << 16);
	FILE *file = fopen(FURROW_SOURCE "/docs/privacy.md", "re");

	assert_non_null(file);
	assert_true(fread(text, 1, (1 << 16) - 1, file) > 0);
	fclose(file);
	return text;
}

/* Is `name` in the first column of a row of that list? */
static bool
stands_in(const char *list, const char *name)
{
	char quoted[72];
	const char *at = list;

	snprintf(quoted, sizeof(quoted), "`%s`", name);
	while ((at = strstr(at, "\n| `")) != NULL) {
		const char *end = strchr(at + 3, '|');
		const char *found = strstr(at, quoted);

		assert_non_null(end);
		if (found != NULL && found < end)
			return true;
		at = end;
	}
	return false;
}

static void
every_table_stands_in_the_page(void **state)
{
	struct kit *kit = *state;
	struct db_query q = db_ask(kit->store->db,
	    "SELECT name FROM sqlite_master WHERE type = 'table'"
	    " AND name NOT LIKE 'sqlite_%'");
	char *text = page(), name[64], missing[1024] = "";
	struct buf out = buf_over(missing, sizeof(missing));
	const char *list = strstr(text, "\n## Every table\n");
	int count = 0;

	assert_non_null(list);
	for (; db_next(&q); count++) {
		db_get_text(&q, name, sizeof(name));
		if (!stands_in(list, name))
			buf_add_format(&out, " %s", name);
	}
	db_end(&q);
	free(text);
	assert_true(count > 80);
	if (missing[0] != '\0')
		fail_msg("docs/privacy.md, \"Every table\", lacks:%s", missing);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_setup_teardown(
		old_raw_forms_go_and_texts_stay, kit_open, kit_close),
	    cmocka_unit_test_setup_teardown(
		old_words_go_and_who_wrote_when_stays, kit_open, kit_close),
	    cmocka_unit_test_setup_teardown(
		files_of_old_months_go_whole, kit_open, kit_close),
	    cmocka_unit_test_setup_teardown(
		raw_forms_leave_files_of_old_months, kit_open, kit_close),
	    cmocka_unit_test_setup_teardown(
		a_month_without_its_file_is_forgotten, kit_open, kit_close),
	    cmocka_unit_test_setup_teardown(
		what_was_said_of_old_lines_goes, kit_open, kit_close),
	    cmocka_unit_test_setup_teardown(
		the_index_is_made_anew_once_a_month, kit_open, kit_close),
	    cmocka_unit_test_setup_teardown(
		old_logins_go_without_any_rule, kit_open, kit_close),
	    cmocka_unit_test_setup_teardown(
		what_went_wrong_is_counted_alone, kit_open, kit_close),
	    cmocka_unit_test_setup_teardown(
		the_report_names_every_kind, kit_open, kit_close),
	    cmocka_unit_test_setup_teardown(
		every_table_stands_in_the_page, kit_open, kit_close),
	    cmocka_unit_test_setup_teardown(
		nothing_is_old_while_the_clock_is_unsure, kit_open, kit_close),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
