/* Messages by their words: an index in a file of its own, fed behind. */
#include "tests/gateway/store_kit.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include <sqlite3.h>

#include "gateway/store/search.h"

static const char *const texts[] = {
    "Want 5kg Tomatoes please",
    "yes",
    "要5斤橙子",
    "2 bags maize and 3kg tomato",
    "nataka kilo 3 za nyanya",
};
#define TEXTS (sizeof(texts) / sizeof(texts[0]))

static void
receive_all(struct kit *kit)
{
	kit_begin(kit);
	for (size_t i = 0; i < TEXTS; i++)
		kit_receive(kit, (int)i, texts[i]);
	kit_commit(kit);
}

static int
feed(struct kit *kit, int limit)
{
	struct err err = {0};
	struct search *search = search_open(kit->path, &err);
	assert_non_null(search);
	int count = search_feed(search, limit, &err);
	search_close(&search);
	return count;
}

static void
assert_finds(
    struct kit *kit, const char *words, bool newest_first, const char *wanted)
{
	char found[64] = "";
	int64_t ids[16];
	struct err err = {0};
	struct store *reader = store_open_reader(kit->path, &err);
	assert_non_null(reader);
	int count = search_ids(reader, str_from(words), 0, INT64_MAX,
	    newest_first, ids, sizeof(ids) / sizeof(ids[0]));
	for (int i = 0; i < count; i++)
		snprintf(found + strlen(found), sizeof(found) - strlen(found),
		    "%d ", (int)ids[i]);
	assert_string_equal(found, wanted);
	store_close(&reader);
}

static int64_t
mark(struct kit *kit)
{
	struct err err = {0};
	struct store *reader = store_open_reader(kit->path, &err);
	int64_t id = search_mark(reader, STR("x"));
	store_close(&reader);
	return id;
}

static void
words_are_found_by_their_beginnings(void **state)
{
	struct kit *kit = *state;
	receive_all(kit);
	assert_int_equal(mark(kit), 0);
	assert_int_equal(feed(kit, 100), TEXTS);
	assert_int_equal(feed(kit, 100), 0);
	assert_int_equal(mark(kit), TEXTS);
	assert_finds(kit, "tomat", false, "1 4 ");
	assert_finds(kit, "TOMAT", true, "4 1 ");
	assert_finds(kit, "tomat maize", false, "4 ");
	assert_finds(kit, "橙子", false, "3 ");
	assert_finds(kit, "橙", false, "3 ");
	assert_finds(kit, "子", false, "3 ");
	assert_finds(kit, "mato", false, "");
	assert_finds(kit, "\" OR *", false, "");
}

static void
it_is_fed_by_and_by(void **state)
{
	struct kit *kit = *state;
	receive_all(kit);
	assert_int_equal(feed(kit, 2), 2);
	assert_int_equal(mark(kit), 2);
	assert_finds(kit, "tomat", false, "1 ");
	assert_int_equal(feed(kit, 2), 2);
	assert_int_equal(feed(kit, 2), 1);
	assert_finds(kit, "tomat", false, "1 4 ");
}

static void
a_changed_text_is_taken_up_again(void **state)
{
	struct kit *kit = *state;
	receive_all(kit);
	feed(kit, 100);
	kit_begin(kit);
	store_message_mend(
	    kit->store, 2, STR("yes but on friday"), MESSAGE_TEXT);
	kit_commit(kit);
	assert_finds(kit, "friday", false, "");
	assert_int_equal(feed(kit, 100), 1);
	assert_int_equal(feed(kit, 100), 0);
	assert_finds(kit, "friday", false, "2 ");
	assert_finds(kit, "yes", false, "2 ");
}

static void
spoil(const struct kit *kit)
{
	char path[128];
	assert_true(search_path(path, sizeof(path), kit->path));
	FILE *out = fopen(path, "w");
	assert_non_null(out);
	for (int i = 0; i < 3000; i++)
		fputs("no database ", out);
	fclose(out);
}

/* Whatever stands there: it is made anew from the store. */
static void
a_broken_file_is_made_anew(void **state)
{
	struct kit *kit = *state;
	receive_all(kit);
	spoil(kit);
	assert_int_equal(mark(kit), 0);
	assert_int_equal(feed(kit, 100), TEXTS);
	assert_finds(kit, "maize", false, "4 ");
}

/* The same ids at other times: a store that was put back from a copy. */
static void
begin_anew(struct kit *kit)
{
	static const char *const ends[] = {"", "-wal", "-shm"};
	char name[160];
	store_close(&kit->store);
	for (size_t i = 0; i < sizeof(ends) / sizeof(ends[0]); i++) {
		snprintf(name, sizeof(name), "%s%s", kit->path, ends[i]);
		unlink(name);
	}
	kit_reopen(kit);
}

static void
another_stores_file_is_made_anew(void **state)
{
	struct kit *kit = *state;
	kit_begin(kit);
	kit_receive(kit, 1, "bananas");
	kit_commit(kit);
	feed(kit, 100);
	begin_anew(kit);
	kit_begin(kit);
	struct message_in in = {.phone_id = kit_phone(kit, 1),
	    .now_ms = T0 + 77,
	    .text = STR("oranges"),
	    .state = MESSAGE_RECEIVED};
	store_message_receive(kit->store, &in);
	kit_commit(kit);
	assert_int_equal(feed(kit, 100), 1);
	assert_finds(kit, "oranges", false, "1 ");
	assert_finds(kit, "bananas", false, "");
}

static void
the_file_stands_beside_the_store(void **state)
{
	(void)state;
	char path[32];
	assert_true(search_path(path, sizeof(path), "/var/furrow.db"));
	assert_string_equal(path, "/var/furrow-search.db");
	assert_true(search_path(path, sizeof(path), "market"));
	assert_string_equal(path, "market-search.db");
	assert_false(search_path(path, 8, "/var/furrow.db"));
}

/* Some other program's tables, under our names. */
static void
a_file_of_other_tables_is_no_index(void **state)
{
	struct kit *kit = *state;
	char path[160];
	int64_t ids[4];
	sqlite3 *handle = NULL;
	struct err err = {0};
	receive_all(kit);
	assert_true(search_path(path, sizeof(path), kit->path));
	assert_int_equal(sqlite3_open(path, &handle), SQLITE_OK);
	assert_int_equal(sqlite3_exec(handle,
			     "CREATE TABLE message_words (x);"
			     "CREATE TABLE mark (y)",
			     NULL, NULL, NULL),
	    SQLITE_OK);
	sqlite3_close(handle);
	struct store *reader = store_open_reader(kit->path, &err);
	assert_int_equal(search_mark(reader, STR("x")), 0);
	assert_int_equal(
	    search_ids(reader, STR("tomat"), 0, 9, false, ids, 4), -1);
	/* It is made anew, and who had the other one open sees that. */
	search_remove(kit->path);
	assert_int_equal(
	    search_ids(reader, STR("tomat"), 0, 9, false, ids, 4), -1);
	assert_int_equal(feed(kit, 100), TEXTS);
	assert_int_equal(
	    search_ids(reader, STR("tomat"), 0, 9, false, ids, 4), 2);
	assert_int_equal(search_mark(reader, STR("x")), TEXTS);
	store_close(&reader);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_setup_teardown(
		words_are_found_by_their_beginnings, kit_open, kit_close),
	    cmocka_unit_test_setup_teardown(
		it_is_fed_by_and_by, kit_open, kit_close),
	    cmocka_unit_test_setup_teardown(
		a_changed_text_is_taken_up_again, kit_open, kit_close),
	    cmocka_unit_test_setup_teardown(
		a_broken_file_is_made_anew, kit_open, kit_close),
	    cmocka_unit_test_setup_teardown(
		another_stores_file_is_made_anew, kit_open, kit_close),
	    cmocka_unit_test(the_file_stands_beside_the_store),
	    cmocka_unit_test_setup_teardown(
		a_file_of_other_tables_is_no_index, kit_open, kit_close),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
