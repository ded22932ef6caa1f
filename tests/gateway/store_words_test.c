/* The market's own words, the words that nobody understood, what is usual. */
#include "tests/gateway/store_kit.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include <sqlite3.h>

#include "gateway/store/schema.h"
#include "gateway/store/store_alias.h"
#include "gateway/store/store_bought.h"
#include "gateway/store/store_unknown.h"

/* -- aliases --------------------------------------------------------------- */

static struct alias
waru(const char *product, int64_t time_ms)
{
	struct alias alias = {
	    .folded = "waru", .name = "Waru", .by = "admin:amina"};
	str_copy(alias.product, sizeof(alias.product), str_from(product));
	alias.time_ms = time_ms;
	return alias;
}

static bool
count_alias(void *arg, const struct alias *alias)
{
	assert_string_equal(alias->name, "Waru");
	(*(int *)arg)++;
	return true;
}

static void
an_alias_is_kept_and_changed(void **state)
{
	struct kit *kit = *state;
	struct alias alias = waru("potato", T0), out;
	int count = 0;
	kit_begin(kit);
	assert_true(store_alias_put(kit->store, &alias));
	alias = waru("maize", T0 + 1);
	assert_true(store_alias_put(kit->store, &alias));
	kit_commit(kit);
	kit_reopen(kit);
	assert_true(store_alias_get(kit->store, "waru", &out));
	assert_string_equal(out.product, "maize");
	assert_string_equal(out.by, "admin:amina");
	assert_int_equal(out.time_ms, T0 + 1);
	store_alias_each(kit->store, count_alias, &count);
	assert_int_equal(count, 1);
	kit_begin(kit);
	assert_true(store_alias_drop(kit->store, "waru", T0 + 2));
	assert_false(store_alias_drop(kit->store, "waru", T0 + 2));
	kit_commit(kit);
	assert_false(store_alias_get(kit->store, "waru", &out));
}

/* Whoever holds the table in memory must see that another change came in the
 * place of one that was rolled back. */
static void
the_version_knows_a_rollback(void **state)
{
	struct kit *kit = *state;
	struct alias alias = waru("potato", T0);
	assert_int_equal(store_alias_version(kit->store), 0);
	kit_begin(kit);
	store_alias_put(kit->store, &alias);
	int64_t first = store_alias_version(kit->store);
	assert_int_not_equal(first, 0);
	store_rollback(kit->store);
	assert_int_equal(store_alias_version(kit->store), 0);
	kit_begin(kit);
	alias = waru("maize", T0);
	store_alias_put(kit->store, &alias);
	assert_int_not_equal(store_alias_version(kit->store), first);
	assert_int_not_equal(store_alias_version(kit->store), 0);
	kit_commit(kit);
}

static void
aliases_have_an_end(void **state)
{
	struct kit *kit = *state;
	struct alias alias = waru("potato", T0);
	kit_begin(kit);
	for (int i = 0; i < ALIAS_ROWS_MAX; i++) {
		snprintf(alias.folded, sizeof(alias.folded), "w%d", i);
		assert_true(store_alias_put(kit->store, &alias));
	}
	assert_true(store_alias_put(kit->store, &alias));
	snprintf(alias.folded, sizeof(alias.folded), "one more");
	assert_false(store_alias_put(kit->store, &alias));
	kit_commit(kit);
}

/* -- unknown words --------------------------------------------------------- */

struct seen {
	char words[16][UNKNOWN_WORD_OCTETS];
	struct unknown_word last;
	size_t count;
};

static bool
see(void *arg, const struct unknown_word *word)
{
	struct seen *seen = arg;
	if (seen->count < 16)
		memcpy(
		    seen->words[seen->count], word->word, sizeof(word->word));
	seen->count++;
	seen->last = *word;
	return true;
}

static void
words_are_counted(void **state)
{
	struct kit *kit = *state;
	struct seen seen = {.count = 0};
	kit_begin(kit);
	store_unknown_count(kit->store, "waru", "sw", T0, 7);
	store_unknown_count(kit->store, "mogo", "sw", T0 + 1, 8);
	store_unknown_count(kit->store, "waru", "sw", T0 + 2, 9);
	store_unknown_count(kit->store, "waru", "en", T0 + 3, 10);
	store_unknown_trim(kit->store);
	kit_commit(kit);
	store_unknown_each(kit->store, "", 0, 0, see, &seen);
	assert_int_equal(seen.count, 3);
	assert_string_equal(seen.words[0], "waru");
	assert_string_equal(seen.words[1], "waru");
	assert_string_equal(seen.words[2], "mogo");
	seen.count = 0;
	store_unknown_each(kit->store, "sw", T0 + 2, 0, see, &seen);
	assert_int_equal(seen.count, 1);
	assert_int_equal(seen.last.count, 2);
	assert_int_equal(seen.last.first_ms, T0);
	assert_int_equal(seen.last.last_ms, T0 + 2);
	assert_int_equal(seen.last.message_id, 9);
	seen.count = 0;
	store_unknown_each(kit->store, "", 0, 2, see, &seen);
	assert_int_equal(seen.count, 1);
	kit_begin(kit);
	assert_int_equal(store_unknown_forget(kit->store, "waru"), 2);
	assert_int_equal(store_unknown_forget(kit->store, "waru"), 0);
	kit_commit(kit);
}

static void
the_rarest_and_oldest_leave_first(void **state)
{
	struct kit *kit = *state;
	struct seen seen = {.count = 0};
	char word[16];
	kit_begin(kit);
	store_unknown_count(kit->store, "old but often", "", T0, 1);
	store_unknown_count(kit->store, "old but often", "", T0, 1);
	for (int i = 0; i < UNKNOWN_ROWS_MAX + 5; i++) {
		snprintf(word, sizeof(word), "w%d", i);
		store_unknown_count(kit->store, word, "", T0 + i, 1);
	}
	store_unknown_trim(kit->store);
	kit_commit(kit);
	store_unknown_each(kit->store, "", 0, 0, see, &seen);
	assert_int_equal(seen.count, UNKNOWN_ROWS_MAX);
	assert_string_equal(seen.words[0], "old but often");
	assert_string_equal(seen.last.word, "w6");
}

/* -- what is usual --------------------------------------------------------- */

static void
the_most_is_remembered(void **state)
{
	struct kit *kit = *state;
	kit_begin(kit);
	assert_int_equal(store_bought_most(kit->store, 1, "maize", ""), 0);
	store_bought_note(kit->store, 1, "maize", "", 5000);
	store_bought_note(kit->store, 1, "maize", "", 3000);
	store_bought_note(kit->store, 1, "maize", "crate", 2000);
	kit_commit(kit);
	assert_int_equal(store_bought_most(kit->store, 1, "maize", ""), 5000);
	assert_int_equal(
	    store_bought_most(kit->store, 1, "maize", "crate"), 2000);
	assert_int_equal(store_bought_most(kit->store, 2, "maize", ""), 0);
	kit_begin(kit);
	store_bought_note(kit->store, 1, "maize", "", 9000);
	kit_commit(kit);
	assert_int_equal(store_bought_most(kit->store, 1, "maize", ""), 9000);
}

static void
run(sqlite3 *db, const char *sql)
{
	char *why = NULL;
	if (sqlite3_exec(db, sql, NULL, NULL, &why) != SQLITE_OK)
		fail_msg("%s", why);
}

/* A market of the first schema goes on, and knows what its buyers bought. */
static void
an_old_market_is_brought_up(void **state)
{
	struct kit *kit = *state;
	sqlite3 *db;
	char path[128];
	snprintf(path, sizeof(path), "%s/old.db", kit->folder);
	assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
	run(db, schema_step(1));
	run(db,
	    "PRAGMA application_id = 0x46555257; PRAGMA user_version = 1;"
	    "INSERT INTO order_ VALUES (1, 'K7F', 5, 1, 1, 0, 0, 0, '', '', "
	    "'');"
	    "INSERT INTO line VALUES (65, 'maize', 'kg', 12000, 1000, -1, -1,"
	    " 5, 0, 0, 0, 0, -1, 0, 0, 0, 0, 0, 0, 0, 0, 0);"
	    "INSERT INTO line VALUES (66, 'maize', 'bag', 2000, 90000, -1, -1,"
	    " 5, 0, 0, 0, 0, -1, 0, 0, 0, 0, 0, 0, 0, 0, 0);"
	    "INSERT INTO line VALUES (67, 'kale', 'bunch', 9000, 0, -1, -1,"
	    " 5, 0, 0, 0, 0, -1, 0, 0, 0, 0, 0, 0, 0, 0, 0);"
	    "INSERT INTO line VALUES (68, 'kale', 'kg', 9223372036854775807,"
	    " 1000, -1, -1, 5, 0, 0, 0, 0, -1, 0, 0, 0, 0, 0, 0, 0, 0, 0);");
	sqlite3_close(db);
	store_close(&kit->store);
	struct err err = {0};
	kit->store = store_open(path, &err);
	assert_string_equal(err.text, "");
	assert_non_null(kit->store);
	assert_int_equal(store_bought_most(kit->store, 5, "maize", ""), 180000);
	assert_int_equal(
	    store_bought_most(kit->store, 5, "kale", "bunch"), 9000);
	kit_check(kit);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, kit_open, kit_close)

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    TEST(an_alias_is_kept_and_changed),
	    TEST(the_version_knows_a_rollback),
	    TEST(aliases_have_an_end),
	    TEST(words_are_counted),
	    TEST(the_rarest_and_oldest_leave_first),
	    TEST(the_most_is_remembered),
	    TEST(an_old_market_is_brought_up),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
