/* Messages by their words: an index in a file of its own, fed behind. */
#include "tests/gateway/store_kit.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include <sqlite3.h>

#include "gateway/store/search.h"
#include "gateway/store/search_query.h"
#include "gateway/store/store_person.h"

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
	int count = search_ids(reader,
	    &(struct search_question){.words = str_from(words)}, 0, INT64_MAX,
	    newest_first, ids, sizeof(ids) / sizeof(ids[0]));
	for (int i = 0; i < count; i++)
		snprintf(found + strlen(found), sizeof(found) - strlen(found),
		    "%d ", (int)ids[i]);
	assert_string_equal(found, wanted);
	store_close(&reader);
}

static void
assert_question(
    struct kit *kit, struct search_question question, const char *wanted)
{
	char found[64] = "";
	int64_t ids[16];
	struct err err = {0};
	struct store *reader = store_open_reader(kit->path, &err);
	assert_non_null(reader);
	int count = search_ids(reader, &question, 0, INT64_MAX, false, ids,
	    sizeof(ids) / sizeof(ids[0]));
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
	int64_t id =
	    search_mark(reader, &(struct search_question){.words = STR("x")});
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

/* The index knows no places: who asks looks at what it gives.  But a word in
 * quotes is a whole one, and nothing of a question is a word of SQLite's. */
static void
quoted_words_are_whole(void **state)
{
	struct kit *kit = *state;
	receive_all(kit);
	feed(kit, 100);
	assert_finds(kit, "\"bags maize\"", false, "4 ");
	assert_finds(kit, "\"tomat\"", false, "");
	assert_finds(kit, "\"tomatoes please\"", false, "1 ");
	assert_finds(kit, "\"5kg tomat", false, "1 ");
	assert_finds(kit, "\"5kg tomat\"", false, "");
	assert_finds(kit, "tomat \"2 bags\"", false, "4 ");
	assert_finds(kit, "“斤橙”", false, "3 ");
	assert_finds(kit, "「橙」", false, "3 ");
	assert_finds(kit, "\"5斤橙子\"", false, "3 ");
	assert_finds(kit, "\"斤子\"", false, "");
	assert_finds(kit, "\"tomatoes\" OR \"yes\"", false, "");
	assert_finds(kit, "\"words:yes\"", false, "");
	assert_finds(kit, "\"yes* NOT bags\" ^ - + ( { \\ '", false, "");
	assert_finds(kit, "\"yes\\\"", false, "2 ");
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
	assert_int_equal(
	    search_mark(reader, &(struct search_question){.words = STR("x")}),
	    0);
	assert_int_equal(
	    search_ids(reader, &(struct search_question){.words = STR("tomat")},
		0, 9, false, ids, 4),
	    -1);
	/* It is made anew, and who had the other one open sees that. */
	search_remove(kit->path);
	assert_int_equal(
	    search_ids(reader, &(struct search_question){.words = STR("tomat")},
		0, 9, false, ids, 4),
	    -1);
	assert_int_equal(feed(kit, 100), TEXTS);
	assert_int_equal(
	    search_ids(reader, &(struct search_question){.words = STR("tomat")},
		0, 9, false, ids, 4),
	    2);
	assert_int_equal(
	    search_mark(reader, &(struct search_question){.words = STR("x")}),
	    TEXTS);
	store_close(&reader);
}

/* Lives in the village from now on. */
static void
move(struct kit *kit, int64_t person_id, const char *village)
{
	struct person person;
	assert_true(store_person_get(kit->store, person_id, &person));
	person.area_id = store_area_find(kit->store, village);
	store_person_put(kit->store, &person);
}

/* What a message belongs to is found without a word of its text. */
static void
orders_links_and_areas_are_found(void **state)
{
	struct kit *kit = *state;
	struct message m;
	receive_all(kit);
	kit_begin(kit);
	int64_t county = store_area_ensure(kit->store, "Siaya", "");
	int64_t village = store_area_ensure(kit->store, "Bondo", "Siaya");
	store_message_set_order(kit->store, 2, 77);
	assert_true(store_message_get(kit->store, 3, &m));
	move(kit, m.person_id, "Bondo");
	kit_commit(kit);
	feed(kit, 100);
	assert_question(kit, (struct search_question){.order_id = 77}, "2 ");
	assert_question(kit, (struct search_question){.order_id = 7}, "");
	assert_question(kit, (struct search_question){.area_id = county}, "3 ");
	assert_question(
	    kit, (struct search_question){.area_id = village}, "3 ");
	assert_question(kit,
	    (struct search_question){.area_id = village, .words = STR("yes")},
	    "");
	assert_question(
	    kit, (struct search_question){.link_id = m.link_id}, "1 2 3 4 5 ");
	assert_question(
	    kit, (struct search_question){.link_id = m.link_id + 1}, "");
}

/* A beginning that very many words have does not narrow a search down: what
 * stands beside it does, and alone it is no question for the index. */
static void
beginnings_of_very_many_words(void **state)
{
	struct kit *kit = *state;
	char text[32];
	struct err err = {0};
	kit_begin(kit);
	for (int i = 0; i < 600; i++) {
		snprintf(text, sizeof(text), "q%d%s", i, i == 7 ? " rare" : "");
		kit_receive(kit, 1, text);
	}
	kit_commit(kit);
	feed(kit, 1000);
	assert_finds(kit, "q599", false, "600 ");
	assert_finds(kit, "q rare", false, "8 ");
	assert_finds(kit, "q59", true,
	    "600 599 598 597 596 595 594 593 592 "
	    "591 60 ");
	struct store *reader = store_open_reader(kit->path, &err);
	assert_int_equal(
	    search_mark(reader, &(struct search_question){.words = STR("q")}),
	    0);
	store_close(&reader);
}

/* Of a page full of words the first are asked for, and what they find is looked
 * at in the store. */
static void
of_very_many_words_the_first_narrow_it_down(void **state)
{
	struct kit *kit = *state;
	char words[16 * SEARCH_QUERY_WORDS] = "";
	receive_all(kit);
	feed(kit, 100);
	for (int i = 1; i < SEARCH_QUERY_WORDS; i++)
		strcat(words, "maize ");
	strcat(words, "yes");
	assert_finds(kit, words, false, "");
	memmove(words + 6, words, strlen(words) + 1);
	assert_finds(kit, words, false, "4 ");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_setup_teardown(
		words_are_found_by_their_beginnings, kit_open, kit_close),
	    cmocka_unit_test_setup_teardown(
		orders_links_and_areas_are_found, kit_open, kit_close),
	    cmocka_unit_test_setup_teardown(
		beginnings_of_very_many_words, kit_open, kit_close),
	    cmocka_unit_test_setup_teardown(
		of_very_many_words_the_first_narrow_it_down, kit_open,
		kit_close),
	    cmocka_unit_test_setup_teardown(
		quoted_words_are_whole, kit_open, kit_close),
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
