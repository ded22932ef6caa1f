/* The ledger: rows that are only added, their chains, and what an older file
 * earned before there were such rows. */
#include "tests/gateway/store_kit.h"

#include <stdio.h>
#include <string.h>

#include <sqlite3.h>

#include "gateway/store/schema.h"
#include "gateway/store/store_ledger.h"
#include "gateway/store/store_order.h"

#define DAY_MS INT64_C(86400000)
#define OLD_STEP 8 /* the last one without income in the ledger */

struct rows {
	struct ledger_row at[16];
	int count;
};

static bool
note(void *arg, const struct ledger_row *row)
{
	struct rows *rows = arg;
	assert_true(rows->count < 16);
	rows->at[rows->count++] = *row;
	return true;
}

static struct rows
of_person(struct store *store, int64_t person_id, int64_t since_ms)
{
	struct rows rows = {.count = 0};
	store_ledger_of_person(store, person_id, since_ms, note, &rows);
	return rows;
}

static struct rows
of_line(struct store *store, int64_t line_id)
{
	struct rows rows = {.count = 0};
	store_ledger_of_line(store, line_id, note, &rows);
	return rows;
}

static int64_t
add_line(struct kit *kit)
{
	struct order order = {.buyer_id = kit_person(kit, 1),
	    .phone_id = kit_phone(kit, 1),
	    .created_ms = T0};
	struct line line = {
	    .product = "tomato", .unit = "kg", .state = LINE_FULFILLED};
	store_order_add(kit->store, &order, kit_random, kit);
	line.order_id = order.id;
	store_line_add(kit->store, &line);
	return line.id;
}

static struct ledger_row
add(struct kit *kit, int64_t line_id, int64_t person_id, enum ledger_kind kind,
    int64_t minor, int64_t time_ms)
{
	struct ledger_row row = {.line_id = line_id,
	    .person_id = person_id,
	    .kind = kind,
	    .amount_minor = minor,
	    .currency = "KES",
	    .product = "tomato",
	    .unit = "bag",
	    .qty_milli = minor / 2,
	    .grams = minor * 3,
	    .area_id = 7,
	    .marked = true,
	    .buyer_id = 8,
	    .offer_id = 9,
	    .ordered_ms = T0 - 5,
	    .time_ms = time_ms,
	    .message_id = 11,
	    .reverses = 12};
	store_ledger_add(kit->store, &row);
	return row;
}

static void
a_row_comes_back_whole(void **state)
{
	struct kit *kit = *state;
	kit_begin(kit);
	int64_t line = add_line(kit), seller = kit_person(kit, 2);
	struct ledger_row in = add(kit, line, seller, LEDGER_INCOME, 500, T0);
	kit_commit(kit);
	struct rows rows = of_line(kit->store, line);
	assert_int_equal(rows.count, 1);
	const struct ledger_row *out = &rows.at[0];
	assert_int_equal(out->id, in.id);
	assert_int_equal(out->line_id, line);
	assert_int_equal(out->person_id, seller);
	assert_int_equal(out->kind, LEDGER_INCOME);
	assert_int_equal(out->amount_minor, 500);
	assert_string_equal(out->currency, "KES");
	assert_string_equal(out->product, "tomato");
	assert_string_equal(out->unit, "bag");
	assert_int_equal(out->qty_milli, 250);
	assert_int_equal(out->grams, 1500);
	assert_int_equal(out->area_id, 7);
	assert_true(out->marked && out->first);
	assert_int_equal(out->buyer_id, 8);
	assert_int_equal(out->offer_id, 9);
	assert_int_equal(out->ordered_ms, T0 - 5);
	assert_int_equal(out->time_ms, T0);
	assert_int_equal(out->message_id, 11);
	assert_int_equal(out->reverses, 12);
	assert_int_equal(out->prev_id + out->line_prev_id, 0);
	kit_check(kit);
}

static void
each_person_and_line_has_its_chain(void **state)
{
	struct kit *kit = *state;
	kit_begin(kit);
	int64_t a = add_line(kit), b = add_line(kit);
	int64_t p = kit_person(kit, 2), q = kit_person(kit, 3);
	add(kit, a, p, LEDGER_INCOME, 1, T0);
	add(kit, b, q, LEDGER_INCOME, 2, T0 + DAY_MS);
	add(kit, a, q, LEDGER_PAID, 3, T0 + 2 * DAY_MS);
	add(kit, b, p, LEDGER_INCOME, 4, T0 + 3 * DAY_MS);
	kit_commit(kit);
	struct rows rows = of_person(kit->store, p, 0);
	assert_int_equal(rows.count, 2);
	assert_int_equal(rows.at[0].amount_minor, 4);
	assert_int_equal(rows.at[1].amount_minor, 1);
	rows = of_person(kit->store, p, T0 + DAY_MS);
	assert_int_equal(rows.count, 1);
	rows = of_line(kit->store, a);
	assert_int_equal(rows.count, 2);
	assert_int_equal(rows.at[0].kind, LEDGER_PAID);
	assert_int_equal(of_line(kit->store, a + 999).count, 0);
	assert_int_equal(of_person(kit->store, 999, 0).count, 0);
}

static void
only_the_first_that_stands_is_the_first(void **state)
{
	struct kit *kit = *state;
	kit_begin(kit);
	int64_t line = add_line(kit), p = kit_person(kit, 2);
	assert_false(add(kit, line, p, LEDGER_PAID, 5, T0).first);
	struct ledger_row row = add(kit, line, p, LEDGER_INCOME, 5, T0);
	assert_true(row.first);
	assert_false(add(kit, line, p, LEDGER_INCOME, 5, T0).first);
	row.kind = LEDGER_REVERSAL;
	store_ledger_add(kit->store, &row);
	assert_true(row.first);
	assert_true(add(kit, line, p, LEDGER_INCOME, 5, T0).first);
	assert_false(add(kit, line, p, LEDGER_INCOME, 5, T0).first);
	kit_commit(kit);
}

/* -- a file from before ------------------------------------------------------
 */

/* Person 2 sold 3 bags of 90 kg at 20.005 (accepted 2.5), paid 30; then 4 kg
 * without a price; a third line is not settled. */
static const char old_market[] =
    "INSERT INTO person (id, area_id, created_ms) VALUES (1, 3, 1), (2, 4, 1);"
    "INSERT INTO order_ VALUES (5, 'K7F', 1, 1, 1, 1000, 1, 1, '', '', '');"
    "INSERT INTO line VALUES"
    " (321, 'maize', 'bag', 3000, 90000, -1, 20005, 5, 2, 6, 7, 0, 2500, 1,"
    "  3000, 1, 1, 5000, 1, 1, 0, 1),"
    " (322, 'bean', 'kg', 4000, 1000, -1, -1, 5, 2, 8, 7, 0, -1, 0, 0, 1, 1,"
    "  6000, 1, 1, 0, 1),"
    " (323, 'bean', 'kg', 4000, 1000, -1, 9, 5, 2, 8, 7, 0, -1, 0, 0, 1, 1,"
    "  0, 1, 1, 0, 1);"
    "INSERT INTO ledger VALUES (1, 321, 2, 'paid', 3000, 9, 4000);";

static void
write_old(const char *path)
{
	char version[64];
	sqlite3 *db;
	assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
	for (int n = 1; n <= OLD_STEP; n++)
		assert_int_equal(
		    sqlite3_exec(db, schema_step(n), NULL, NULL, NULL),
		    SQLITE_OK);
	assert_int_equal(
	    sqlite3_exec(db, old_market, NULL, NULL, NULL), SQLITE_OK);
	snprintf(version, sizeof(version),
	    "PRAGMA application_id = %d; PRAGMA user_version = %d", 0x46555257,
	    OLD_STEP);
	assert_int_equal(
	    sqlite3_exec(db, version, NULL, NULL, NULL), SQLITE_OK);
	sqlite3_close(db);
}

static void
an_older_file_gets_its_rows(void **state)
{
	struct kit *kit = *state;
	struct err err = {0};
	char path[128];
	snprintf(path, sizeof(path), "%s/old.db", kit->folder);
	write_old(path);
	struct store *store = store_open(path, &err);
	if (store == NULL)
		fail_msg("%s", err.text);
	struct rows rows = of_person(store, 2, 0);
	assert_int_equal(rows.count, 3);
	const struct ledger_row *bean = &rows.at[0], *maize = &rows.at[1];
	assert_int_equal(bean->amount_minor, 0);
	assert_int_equal(bean->qty_milli, 4000);
	assert_false(bean->first);
	assert_int_equal(maize->amount_minor, 50013); /* 2.5 * 200.05 */
	assert_int_equal(maize->qty_milli, 2500);
	assert_int_equal(maize->grams, 225000);
	assert_string_equal(maize->product, "maize");
	assert_string_equal(maize->unit, "bag");
	assert_int_equal(maize->area_id, 4);
	assert_int_equal(maize->buyer_id, 1);
	assert_int_equal(maize->offer_id, 6);
	assert_int_equal(maize->ordered_ms, 1000);
	assert_int_equal(maize->time_ms, 5000);
	assert_true(maize->first);
	assert_int_equal(rows.at[2].kind, LEDGER_PAID);
	assert_string_equal(rows.at[2].product, "maize");
	assert_int_equal(rows.at[2].area_id, 4);
	assert_int_equal(of_line(store, 321).count, 2);
	assert_int_equal(of_line(store, 323).count, 0);
	store_close(&store);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_setup_teardown(
		a_row_comes_back_whole, kit_open, kit_close),
	    cmocka_unit_test_setup_teardown(
		each_person_and_line_has_its_chain, kit_open, kit_close),
	    cmocka_unit_test_setup_teardown(
		only_the_first_that_stands_is_the_first, kit_open, kit_close),
	    cmocka_unit_test_setup_teardown(
		an_older_file_gets_its_rows, kit_open, kit_close),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
