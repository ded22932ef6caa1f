/* Everything about one person, and that no table is forgotten. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <sqlite3.h>

#include "base/json.h"
#include "base/panic.h"

#include "gateway/store/store_about.h"
#include "gateway/store/store_erase.h"
#include "gateway/store/store_person.h"

#include "tests/gateway/api_world.h"

/* -- no table is forgotten --------------------------------------------------
 */

/* Names somebody, and is not told: why. */
static const char *const exceptions[] = {
    "phone_head", /* where a chain of messages begins, which are told */
    "timer", "person_name", /* the words of person.name, which is told */
};

static bool
is_excepted(const char *table)
{
	for (size_t i = 0; i < sizeof(exceptions) / sizeof(exceptions[0]); i++)
		if (strcmp(exceptions[i], table) == 0)
			return true;
	return false;
}

static void
every_table_that_names_somebody_is_told(void **state)
{
	static const char sql[] =
	    "SELECT DISTINCT m.name FROM sqlite_schema m,"
	    " pragma_table_info(m.name) c WHERE m.type = 'table'"
	    " AND (c.name IN ('person_id', 'phone_id', 'buyer_id', 'seller_id',"
	    " 'leader_id', 'household_id', 'officer_id', 'decider_id',"
	    " 'opener_id', 'promoter_id', 'number') OR c.name LIKE '%person%'"
	    " OR c.name LIKE '%phone%' OR c.name LIKE '%msisdn%')"
	    " AND m.name NOT IN ('link', 'sale_wait')";
	sqlite3_stmt *stmt;
	struct world w;
	sqlite3 *db;

	(void)state;
	world_open(&w);
	assert_int_equal(sqlite3_open(w.db, &db), SQLITE_OK);
	assert_int_equal(
	    sqlite3_prepare_v2(db, sql, -1, &stmt, NULL), SQLITE_OK);
	while (sqlite3_step(stmt) == SQLITE_ROW) {
		const char *table = (const char *)sqlite3_column_text(stmt, 0);

		if (store_about_find(table) < 0 && !is_excepted(table))
			fail_msg("%s names a person or a phone: tell it in "
				 "store_about.c and clean it in store_erase.c, "
				 "or say here why not",
			    table);
	}
	sqlite3_finalize(stmt);
	sqlite3_close(db);
	world_close(&w);
}

/* -- over the API -----------------------------------------------------------
 */

static size_t
rows_of(struct world *w, const char *table, int64_t person)
{
	char path[128];

	snprintf(path, sizeof(path), "/api/v1/privacy/%s?person=%lld", table,
	    (long long)person);
	world_get(w, path);
	assert_int_equal(w->http_status, 200);
	return json_array_size(json_object_get(w->reply, "items"));
}

static void
all_of_a_person_is_told(void **state)
{
	struct world w;
	json_t *tables, *table;
	int64_t person;
	size_t i, full = 0;

	(void)state;
	world_open(&w);
	world_fill(&w);
	world_text(&w, "+254722000002", "want 5kg \"maize\"");
	world_post(&w, "/api/v1/privacy", "{\"phone\":\"0722000002\"}");
	assert_int_equal(w.http_status, 200);
	person = json_int(w.reply, "person", 0);
	tables = json_incref(json_object_get(w.reply, "tables"));
	json_array_foreach(tables, i,
	    table) if (rows_of(&w, json_string_value(table), person) > 0)
	    full++;
	assert_true(json_array_size(tables) >= 40);
	json_decref(tables);
	/* person, phone, message, order, lines, audit at least */
	assert_true(full >= 6);
	assert_int_equal(rows_of(&w, "message", person), 1);
	assert_string_equal(
	    json_text(json_array_get(json_object_get(w.reply, "items"), 0),
		"text", ""),
	    "want 5kg \"maize\"");
	assert_int_equal(rows_of(&w, "order_", person), 1);
	assert_int_equal(rows_of(&w, "message", person + 100), 0);
	world_get(&w, "/api/v1/privacy/sqlite_schema?person=1");
	assert_int_equal(w.http_status, 404);
	world_get(&w, "/api/v1/privacy/message-../../x?person=1");
	assert_int_not_equal(w.http_status, 200);
	world_get(&w, "/api/v1/privacy/message-2020-01?person=1");
	assert_int_equal(w.http_status, 503);
	world_close(&w);
}

static void
who_has_an_open_order_is_not_erased(void **state)
{
	struct world w;
	int64_t phone_id, person_id;

	(void)state;
	world_open(&w);
	world_fill(&w);
	world_text(&w, "+254733000003", "hello");
	world_get(&w, "/api/v1/erasures?phone=0722000002");
	assert_non_null(strstr(json_text(w.reply, "blocked", ""), "is open"));
	world_post(&w, "/api/v1/erasures", "{\"phone\":\"0722000002\"}");
	assert_int_equal(w.http_status, 409);
	assert_int_equal(w.erased, 0);
	world_get(&w, "/api/v1/erasures?phone=SAFARICOM");
	assert_int_equal(w.http_status, 400);
	world_get(&w, "/api/v1/erasures?phone=0733000003");
	assert_true(json_is_null(json_object_get(w.reply, "blocked")));
	world_post(&w, "/api/v1/erasures", "{\"phone\":\"0733000003\"}");
	assert_int_equal(w.http_status, 202);
	assert_int_equal(w.erased, 1);
	assert_false(
	    store_phone_find(w.reader, "+254733000003", &phone_id, &person_id));
	world_get(&w, "/api/v1/erasures");
	assert_int_equal(json_array_size(json_object_get(w.reply, "items")), 1);
	world_post(&w, "/api/v1/erasures", "{\"phone\":\"0799999999\"}");
	assert_int_equal(w.http_status, 404);
	world_close(&w);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(every_table_that_names_somebody_is_told),
	    cmocka_unit_test(all_of_a_person_is_told),
	    cmocka_unit_test(who_has_an_open_order_is_not_erased),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
