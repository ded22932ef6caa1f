/* Old months move into files of their own, and nothing gets lost or shown
 * twice on the way. */
#include "tests/gateway/store_kit.h"

#include <stdio.h>
#include <string.h>

#include "gateway/store/archive.h"
#include "gateway/store/store_keep.h"

#define OLD_MS (INT64_C(400) * 24 * 3600 * 1000)

/* Messages 1 to 9 are old, of three phones; 7 waits to be sent; 10 to 12 are
 * new. */
static void
fill(struct kit *kit)
{
	kit_begin(kit);
	for (int i = 1; i <= 12; i++) {
		struct message_in in = {.phone_id = kit_phone(kit, i % 3),
		    .link_id = 1,
		    .now_ms = T0 + i - (i <= 9 ? OLD_MS : 0),
		    .text = STR("want 5kg"),
		    .state = MESSAGE_RECEIVED,
		    .raw = span_of("\x07", 1)};
		struct message_out out = {.phone_id = kit_phone(kit, 5),
		    .now_ms = in.now_ms,
		    .due_ms = in.now_ms,
		    .text = STR("wait"),
		    .class_ = MESSAGE_CONFIRM};
		if (i == 7)
			store_message_queue(kit->store, &out);
		else
			store_message_receive(kit->store, &in);
	}
	kit_commit(kit);
}

static struct store *
reader_of(const char *path)
{
	struct err err = {0};
	struct store *reader = store_open_reader(path, &err);
	if (reader == NULL)
		fail_msg("%s", err.text);
	return reader;
}

static struct archive_month
month_of(struct kit *kit)
{
	struct archive_month month = {.month = "2025-08"};
	struct store *reader = reader_of(kit->path);
	int64_t time_ms;
	month.first_id = archive_oldest(reader, T0, &time_ms);
	month.last_id =
	    archive_last_before(reader, month.first_id, T0 - OLD_MS / 2);
	assert_int_equal(time_ms, T0 + 1 - OLD_MS);
	month.until_ms = T0 - OLD_MS / 2;
	store_close(&reader);
	return month;
}

static int
copy(struct kit *kit, const struct archive_month *month, int limit)
{
	struct err err = {0};
	int count = archive_copy(kit->path, month, limit, &err);
	if (count < 0)
		fail_msg("%s", err.text);
	return count;
}

/* Drops `limit` of what is ready. */
static int
drop(struct kit *kit, int limit)
{
	struct archive_month month;
	struct archive_page page = {0};
	struct err err = {0};
	struct store *reader = reader_of(kit->path);
	if (archive_unfinished(reader, &month) &&
	    archive_ready(kit->path, &month, &page, &err) < 0)
		fail_msg("%s", err.text);
	store_close(&reader);
	if (page.count > limit)
		page.count = limit;
	kit_begin(kit);
	int count = archive_drop(kit->store, "2025-08", &page);
	kit_commit(kit);
	kit_check(kit);
	return count;
}

static void
assert_ids(const char *path, struct message_filter f, const char *wanted)
{
	static struct kit_ids ids;
	char found[128] = "";
	struct store *reader = reader_of(path);
	ids.count = 0;
	store_message_list(reader, &f, kit_note_more, &ids);
	for (int i = 0; i < ids.count; i++)
		snprintf(found + strlen(found), sizeof(found) - strlen(found),
		    "%d ", (int)ids.at[i]);
	assert_string_equal(found, wanted);
	store_close(&reader);
}

static void
a_month_moves_page_by_page(void **state)
{
	struct kit *kit = *state;
	char path[128];
	fill(kit);
	struct archive_month month = month_of(kit);
	assert_int_equal(month.first_id, 1);
	assert_int_equal(month.last_id, 9);
	assert_true(copy(kit, &month, 3) > 0);
	assert_true(copy(kit, &month, 3) > 0);
	assert_true(copy(kit, &month, 3) > 0);
	assert_int_equal(copy(kit, &month, 3), 0);
	assert_true(archive_path(path, sizeof(path), kit->path, "2025-08"));
	assert_ids(path, (struct message_filter){0}, "1 2 3 4 5 6 8 9 ");
	kit_begin(kit);
	archive_note(kit->store, &month);
	kit_commit(kit);
	assert_int_equal(drop(kit, 3), 3);
	assert_ids(
	    kit->path, (struct message_filter){0}, "4 5 6 7 8 9 10 11 12 ");
	kit_reopen(kit);
	assert_int_equal(drop(kit, 3), 3);
	assert_int_equal(drop(kit, 3), 2);
	assert_int_equal(drop(kit, 3), 0);
	/* What waits stays. */
	assert_ids(kit->path, (struct message_filter){0}, "7 10 11 12 ");
	assert_ids(path, (struct message_filter){0}, "1 2 3 4 5 6 8 9 ");
}

/* The file answers as the store did: chains of a phone, raw forms, numbers. */
static void
an_archive_is_read_like_a_store(void **state)
{
	struct kit *kit = *state;
	char path[128], hex[8];
	struct message m;
	fill(kit);
	struct archive_month month = month_of(kit);
	while (copy(kit, &month, 4) > 0)
		;
	assert_true(archive_path(path, sizeof(path), kit->path, "2025-08"));
	kit_begin(kit);
	int64_t phone_id = kit_phone(kit, 1);
	kit_commit(kit);
	assert_ids(path, (struct message_filter){.phone_id = phone_id}, "1 4 ");
	assert_ids(path, (struct message_filter){.before_id = 6}, "5 4 3 2 1 ");
	assert_ids(path, (struct message_filter){.upto_id = 2}, "1 2 ");
	struct store *archive = reader_of(path);
	assert_true(store_message_get(archive, 4, &m));
	assert_string_equal(m.number, "+254710000001");
	assert_true(store_message_raw(archive, 4, hex, sizeof(hex)));
	store_close(&archive);
}

static void
months_are_found_again(void **state)
{
	struct kit *kit = *state;
	struct archive_month found, list[2];
	int64_t time_ms;
	fill(kit);
	struct archive_month month = month_of(kit);
	while (copy(kit, &month, 4) > 0)
		;
	assert_false(archive_unfinished(kit->store, &found));
	kit_begin(kit);
	archive_note(kit->store, &month);
	kit_commit(kit);
	assert_true(archive_unfinished(kit->store, &found));
	assert_false(archive_of(kit->store, 3, &found));
	drop(kit, 4);
	assert_true(archive_of(kit->store, 3, &found));
	assert_string_equal(found.month, "2025-08");
	assert_false(archive_of(kit->store, 5, &found));
	while (drop(kit, 4) > 0)
		;
	assert_false(archive_unfinished(kit->store, &found));
	assert_int_equal(archive_list(kit->store, list, 2), 1);
	assert_int_equal(list[0].dropped_id, 9);
	assert_int_equal(archive_oldest(kit->store, T0, &time_ms), 10);
}

/* A file that holds something else is not believed. */
static void
a_wrong_copy_is_not_taken_for_whole(void **state)
{
	struct kit *kit = *state;
	struct err err = {0};
	fill(kit);
	struct archive_month month = month_of(kit);
	while (copy(kit, &month, 4) > 0)
		;
	month.last_id = 4;
	while (copy(kit, &month, 4) > 0)
		;
	kit_begin(kit);
	struct archive_month other = month;
	archive_note(kit->store, &month);
	archive_drop(kit->store, "2025-08",
	    &(struct archive_page){.count = 2, .ids = {1, 2}});
	kit_commit(kit);
	assert_int_equal(
	    archive_copy(kit->path, &other, 4, &err), STORE_BROKEN);
	assert_non_null(strstr(err.text, "2025-08"));
}

static struct archive_month
copied_and_noted(struct kit *kit)
{
	fill(kit);
	struct archive_month month = month_of(kit);
	while (copy(kit, &month, 4) > 0)
		;
	kit_begin(kit);
	archive_note(kit->store, &month);
	kit_commit(kit);
	return month;
}

/* 7 waited while its month was copied, and left before it was deleted; of 8
 * something was said meanwhile. */
static void
what_changes_after_the_copy_is_not_lost(void **state)
{
	struct kit *kit = *state;
	char path[128], raw[8];
	struct message m;
	copied_and_noted(kit);
	assert_true(archive_path(path, sizeof(path), kit->path, "2025-08"));
	kit_begin(kit);
	store_message_withdraw_all(kit->store, kit_phone(kit, 5));
	store_message_set_person(kit->store, 8, 77);
	/* Their time is over: raw forms of the old ones go. */
	(void)store_keep_step(kit->store, KEEP_RAW, T0 - OLD_MS / 2, 3, T0);
	kit_commit(kit);
	while (drop(kit, 4) > 0)
		;
	assert_ids(kit->path, (struct message_filter){0}, "10 11 12 ");
	assert_ids(path, (struct message_filter){0}, "1 2 3 4 5 6 7 8 9 ");
	struct store *archive = reader_of(path);
	assert_true(store_message_get(archive, 8, &m));
	assert_int_equal(m.person_id, 77);
	assert_false(store_message_raw(archive, 3, raw, sizeof(raw)));
	assert_true(store_message_raw(archive, 8, raw, sizeof(raw)));
	store_close(&archive);
}

/* While its page is being deleted: what is under way is not settled. */
static void
what_is_under_way_stays(void **state)
{
	struct kit *kit = *state;
	copied_and_noted(kit);
	kit_begin(kit);
	assert_int_equal(kit_claim(kit, 1, true, T0, 1)->at[0], 7);
	kit_commit(kit);
	while (drop(kit, 4) > 0)
		;
	assert_ids(kit->path, (struct message_filter){0}, "7 10 11 12 ");
	kit_begin(kit);
	store_message_sent(kit->store, 7, T0, 1, 1);
	kit_commit(kit);
	kit_reopen(kit);
	kit_check(kit);
}

static void
a_file_that_is_gone_loses_nothing(void **state)
{
	struct kit *kit = *state;
	char path[128];
	struct archive_page page;
	struct err err = {0};
	struct archive_month month = copied_and_noted(kit);
	month.dropped_id = 0;
	assert_true(archive_path(path, sizeof(path), kit->path, "2025-08"));
	assert_int_equal(remove(path), 0);
	assert_int_equal(
	    archive_ready(kit->path, &month, &page, &err), STORE_OPEN);
	assert_non_null(strstr(err.text, path));
	assert_int_equal(
	    archive_update(kit->path, "2025-08", &err), STORE_OPEN);
	assert_int_not_equal(remove(path), 0);
	assert_ids(
	    kit->path, (struct message_filter){.upto_id = 4}, "1 2 3 4 ");
}

/* All messages are in archives: a store opened then goes on counting. */
static void
an_id_is_never_given_twice(void **state)
{
	struct kit *kit = *state;
	struct archive_month month = {.month = "2025-08", .first_id = 1};
	kit_begin(kit);
	kit_receive(kit, 1, "hi");
	kit_receive(kit, 2, "hi");
	kit_commit(kit);
	month.last_id = 2;
	while (copy(kit, &month, 4) > 0)
		;
	kit_begin(kit);
	archive_note(kit->store, &month);
	kit_commit(kit);
	while (drop(kit, 4) > 0)
		;
	kit_reopen(kit);
	kit_begin(kit);
	assert_int_equal(kit_receive(kit, 1, "hi"), 3);
	kit_commit(kit);
}

/* 1 and 2 were written under a clock that was set back, 4 under one that ran
 * ahead: nothing stands still for that. */
static void
a_wrong_clock_stops_nothing(void **state)
{
	struct kit *kit = *state;
	int64_t time_ms;
	const int64_t times[] = {1000, 2000, T0 - OLD_MS, T0 * 2, T0 - 5, T0};
	kit_begin(kit);
	for (int i = 0; i < 6; i++) {
		struct message_in in = {.phone_id = kit_phone(kit, 1),
		    .now_ms = times[i],
		    .text = STR("hi"),
		    .state = MESSAGE_RECEIVED};
		store_message_receive(kit->store, &in);
	}
	kit_commit(kit);
	assert_int_equal(archive_oldest(kit->store, T0, &time_ms), 1);
	assert_int_equal(time_ms, 1000);
	assert_int_equal(archive_last_before(kit->store, 1, 100000), 2);
	assert_int_equal(archive_last_before(kit->store, 4, 100000), 4);
	struct archive_month month = {
	    .month = "1970-01", .first_id = 1, .last_id = 3};
	kit_begin(kit);
	archive_note(kit->store, &month);
	kit_commit(kit);
	assert_int_equal(archive_oldest(kit->store, T0, &time_ms), 4);
	assert_int_equal(time_ms, T0 - 5);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_setup_teardown(
		a_month_moves_page_by_page, kit_open, kit_close),
	    cmocka_unit_test_setup_teardown(
		an_archive_is_read_like_a_store, kit_open, kit_close),
	    cmocka_unit_test_setup_teardown(
		months_are_found_again, kit_open, kit_close),
	    cmocka_unit_test_setup_teardown(
		a_wrong_copy_is_not_taken_for_whole, kit_open, kit_close),
	    cmocka_unit_test_setup_teardown(
		what_changes_after_the_copy_is_not_lost, kit_open, kit_close),
	    cmocka_unit_test_setup_teardown(
		what_is_under_way_stays, kit_open, kit_close),
	    cmocka_unit_test_setup_teardown(
		a_file_that_is_gone_loses_nothing, kit_open, kit_close),
	    cmocka_unit_test_setup_teardown(
		an_id_is_never_given_twice, kit_open, kit_close),
	    cmocka_unit_test_setup_teardown(
		a_wrong_clock_stops_nothing, kit_open, kit_close),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
