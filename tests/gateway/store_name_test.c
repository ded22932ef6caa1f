/* People by their names: all of them, in plain letters. */
#include "tests/gateway/store_kit.h"

#include <stdio.h>
#include <string.h>

#include <sqlite3.h>

#include "gateway/store/store_erase.h"
#include "gateway/store/store_name.h"
#include "gateway/store/store_person.h"
#include "gateway/store/store_pool.h"

static void
names_become_plain(void **state)
{
	(void)state;
	static const struct {
		const char *name, *plain;
	} cases[] = {
	    {"Akinyi  Otieno", "akinyi otieno"},
	    {" JOSÉ Traoré-Diallo ", "jose traore diallo"},
	    {"Straße", "strasse"},
	    {"王芳", "王芳"},
	    {"王芳 Li", "王芳 li"},
	    /* Vowels of other scripts are no accents. */
	    {"सुनीता", "सुनीता"},
	    {"O'Brien", "obrien"},
	    {"Ng\u2019ang\u2019a", "nganga"},
	    {"--", ""},
	    {"", ""},
	    {"a\xFF"
	     "b",
		"a b"},
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		char room[128] = "left over";
		struct buf out = buf_over(room, sizeof(room));
		store_name_plain(&out, str_from(cases[i].name));
		assert_string_equal(out.at, cases[i].plain);
	}
}

static int64_t
call(struct kit *kit, int n, const char *name)
{
	struct person person;
	int64_t id = kit_person(kit, n);
	assert_true(store_person_get(kit->store, id, &person));
	memset(person.name, 0, sizeof(person.name));
	str_copy(person.name, sizeof(person.name), str_from(name));
	store_person_put(kit->store, &person);
	return id;
}

/* "ids of total" */
static void
assert_finds(struct kit *kit, const char *name, const char *wanted)
{
	char found[96] = "";
	int64_t ids[4];
	size_t total,
	    count = store_name_find(kit->store, str_from(name), ids, 4, &total);
	for (size_t i = 0; i < count; i++)
		snprintf(found + strlen(found), sizeof(found) - strlen(found),
		    "%d ", (int)ids[i]);
	snprintf(found + strlen(found), sizeof(found) - strlen(found), "of %d",
	    (int)total);
	assert_string_equal(found, wanted);
}

static void
each_word_of_a_name_finds_it(void **state)
{
	struct kit *kit = *state;
	kit_begin(kit);
	call(kit, 1, "Akinyi Otieno");
	call(kit, 2, "Otieno Juma");
	call(kit, 3, "José Traoré");
	call(kit, 4, "王芳");
	call(kit, 5, "Juma Juma");
	call(kit, 6, "");
	kit_commit(kit);
	assert_finds(kit, "akinyi", "1 of 1");
	assert_finds(kit, "AKINYI OT", "1 of 1");
	assert_finds(kit, "otieno", "1 2 of 2");
	assert_finds(kit, "tieno", "of 0");
	assert_finds(kit, "akinyi juma", "of 0");
	assert_finds(kit, "juma", "2 5 of 2");
	assert_finds(kit, "traore", "3 of 1");
	assert_finds(kit, "Tráoré", "3 of 1");
	assert_finds(kit, "芳", "4 of 1");
	assert_finds(kit, "王", "4 of 1");
	assert_finds(kit, "%", "of 0");
	assert_finds(kit, "", "of 0");
	kit_check(kit);
}

/* With it, without it, or with one of another keyboard. */
static void
an_apostrophe_hides_nobody(void **state)
{
	struct kit *kit = *state;
	kit_begin(kit);
	call(kit, 1, "Wanjiru Ng'ang'a");
	call(kit, 2, "Pat O\u2019Brien");
	call(kit, 3, "Ngangari");
	kit_commit(kit);
	assert_finds(kit, "nganga", "1 3 of 2");
	assert_finds(kit, "Ng\u2019ang\u2019a", "1 3 of 2");
	assert_finds(kit, "wanjiru ng'", "1 of 1");
	assert_finds(kit, "obrien", "2 of 1");
	assert_finds(kit, "o'brien", "2 of 1");
	assert_finds(kit, "brien", "2 of 1");
	kit_begin(kit);
	call(kit, 1, "Wanjiru");
	call(kit, 2, "Pat");
	kit_commit(kit);
	assert_finds(kit, "nganga", "3 of 1");
	assert_finds(kit, "o", "of 0");
	kit_check(kit);
}

static void
a_new_name_takes_the_place_of_the_old(void **state)
{
	struct kit *kit = *state;
	kit_begin(kit);
	int64_t leader = call(kit, 1, "Akinyi Otieno");
	call(kit, 1, "Akinyi Owino");
	int64_t house =
	    store_household_add(kit->store, leader, "Baraka", 0, T0);
	kit_commit(kit);
	assert_finds(kit, "otieno", "of 0");
	assert_finds(kit, "akinyi", "1 of 1");
	assert_finds(kit, "owino", "1 of 1");
	assert_int_equal(house, 2);
	assert_finds(kit, "baraka", "2 of 1");
	kit_check(kit);
	kit_begin(kit);
	store_erase_begin(kit->store, leader, T0);
	kit_commit(kit);
	assert_finds(kit, "akinyi", "of 0");
	kit_check(kit);
}

/* So many that nobody reads them: they are counted to a limit. */
static void
very_many_of_a_name_are_counted_to_a_limit(void **state)
{
	struct kit *kit = *state;
	char name[32];
	kit_begin(kit);
	for (int i = 1; i <= 150; i++) {
		snprintf(name, sizeof(name), "Juma %c%c", 'a' + i / 26,
		    'a' + i % 26);
		call(kit, i, name);
	}
	kit_commit(kit);
	assert_finds(kit, "juma", "1 2 3 4 of 150");
	assert_finds(kit, "juma d", "78 79 80 81 of 26");
	kit_begin(kit);
	for (int i = 151; i <= 300; i++) {
		snprintf(name, sizeof(name), "Juma %c%c", 'a' + i / 26,
		    'a' + i % 26);
		call(kit, i, name);
	}
	kit_commit(kit);
	assert_finds(kit, "juma", "1 2 3 4 of 200");
}

static void
run(const char *path, const char *sql)
{
	sqlite3 *db;
	assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
	assert_int_equal(sqlite3_exec(db, sql, NULL, NULL, NULL), SQLITE_OK);
	sqlite3_close(db);
}

/* Names that an older furrow wrote are looked up as well. */
static void
an_older_stores_names_are_taken_up(void **state)
{
	struct kit *kit = *state;
	kit_begin(kit);
	for (int i = 1; i <= 1001; i++)
		call(kit, i, i == 1001 ? "Émile Zola" : "Juma");
	kit_commit(kit);
	store_close(&kit->store);
	run(kit->path,
	    "DELETE FROM person_name;"
	    "UPDATE setting SET value = 0 WHERE key = 'names_known'");
	kit_reopen(kit);
	assert_finds(kit, "emile", "1001 of 1");
	assert_finds(kit, "juma", "1 2 3 4 of 200");
	kit_check(kit);
	store_close(&kit->store);
	run(kit->path, "DELETE FROM person_name WHERE person_id = 1001");
	kit_reopen(kit); /* once is enough */
	assert_finds(kit, "emile", "of 0");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(names_become_plain),
	    cmocka_unit_test_setup_teardown(
		each_word_of_a_name_finds_it, kit_open, kit_close),
	    cmocka_unit_test_setup_teardown(
		an_apostrophe_hides_nobody, kit_open, kit_close),
	    cmocka_unit_test_setup_teardown(
		a_new_name_takes_the_place_of_the_old, kit_open, kit_close),
	    cmocka_unit_test_setup_teardown(
		very_many_of_a_name_are_counted_to_a_limit, kit_open,
		kit_close),
	    cmocka_unit_test_setup_teardown(
		an_older_stores_names_are_taken_up, kit_open, kit_close),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
