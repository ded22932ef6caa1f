/* Old months move into files of their own, and nothing gets lost or shown
 * twice on the way. */
#include "tests/gateway/store_kit.h"

#include <stdio.h>
#include <string.h>

#include "gateway/store/archive.h"

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
		if (i == 7)
			kit_queue(kit, 5, MESSAGE_CONFIRM);
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
	month.first_id = archive_oldest(reader, &time_ms);
	month.last_id = archive_last_before(reader, T0 - OLD_MS / 2);
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

static int
drop(struct kit *kit, int limit)
{
	kit_begin(kit);
	int count = archive_drop(kit->store, "2025-08", limit);
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
	assert_int_equal(archive_oldest(kit->store, &time_ms), 10);
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
	archive_drop(kit->store, "2025-08", 2);
	kit_commit(kit);
	assert_int_equal(
	    archive_copy(kit->path, &other, 4, &err), STORE_BROKEN);
	assert_non_null(strstr(err.text, "2025-08"));
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
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
