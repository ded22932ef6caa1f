/* What people bring: tables over the socket, and the lists they end in. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "base/buf.h"
#include "base/json.h"

#include "gateway/store/store_person.h"
#include "tests/gateway/api_world.h"

static json_t *
item(const struct world *w, size_t i)
{
	return json_array_get(json_object_get(w->reply, "items"), i);
}

static void
durable(void *arg, bool ok)
{
	(void)arg;
	assert_true(ok);
}

static size_t
items(const struct world *w)
{
	return json_array_size(json_object_get(w->reply, "items"));
}

static void
assert_bad(const struct world *w, size_t i, int line, const char *words)
{
	const json_t *bad = json_array_get(json_object_get(w->reply, "bad"), i);

	assert_int_equal(json_int(bad, "line", 0), line);
	if (strstr(json_text(bad, "reason", ""), words) == NULL)
		fail_msg("%s, not %s", json_text(bad, "reason", ""), words);
}

static void
people_come_in_and_bad_rows_are_named(void **state)
{
	struct world w;
	const json_t *row;
	(void)state;
	world_open(&w);
	world_csv(&w, "/api/v1/people/import",
	    "\xEF\xBB\xBFname,Phone,roles,place,area,lang,weight,leader\r\n"
	    "\"Amina \"\"A\"\"\",0711000001,seller|leader,\"by the\nmill\","
	    "Alego,sw,1.5,\r\n"
	    "Nobody,12,seller,,,,,\r\n"
	    "Bob,0722000002,,,,,,0711000001\r\n"
	    "Eve,0733000003,king,,,,,\r\n"
	    ",,,,,,,\r\n"
	    "Eve,0733000003,seller,,,,-1,\r\n");
	assert_int_equal(w.http_status, 200);
	assert_int_equal(json_int(w.reply, "imported", 0), 2);
	assert_int_equal(json_int(w.reply, "bad_count", 0), 4);
	assert_bad(&w, 0, 4, "not a phone number");
	assert_bad(&w, 1, 6, "roles");
	assert_bad(&w, 2, 7, "phone is missing");
	assert_bad(&w, 3, 8, "weight");
	world_get(&w, "/api/v1/people");
	assert_int_equal(items(&w), 2);
	row = item(&w, 0);
	assert_string_equal(json_text(row, "name", ""), "Amina \"A\"");
	assert_string_equal(json_text(row, "place", ""), "by the\nmill");
	assert_string_equal(json_text(row, "area", ""), "Alego");
	assert_string_equal(json_text(row, "lang", ""), "sw");
	assert_int_equal(json_array_size(json_object_get(row, "roles")), 2);
	assert_string_equal(
	    json_text(item(&w, 1), "leader", ""), "+254711000001");
	world_close(&w);
}

static void
an_empty_cell_leaves_what_is_known(void **state)
{
	struct world w;
	(void)state;
	world_open(&w);
	world_csv(&w, "/api/v1/people/import",
	    "phone;name;lang\n0711000001;Amina;sw\n");
	assert_int_equal(json_int(w.reply, "imported", 0), 1);
	world_csv(&w, "/api/v1/people/import",
	    "phone,name,lang,remarks\n0711000001,,fr,nice\n");
	assert_int_equal(json_int(w.reply, "imported", 0), 1);
	assert_string_equal(json_string_value(json_array_get(
				json_object_get(w.reply, "ignored"), 0)),
	    "remarks");
	world_get(&w, "/api/v1/people?phone=0711000001");
	assert_string_equal(json_text(item(&w, 0), "name", ""), "Amina");
	assert_string_equal(json_text(item(&w, 0), "lang", ""), "fr");
	world_get(&w, "/api/v1/people?role=seller");
	assert_int_equal(items(&w), 0);
	world_close(&w);
}

static void
people_are_found_by_a_part_of_their_name(void **state)
{
	struct world w;
	(void)state;
	world_open(&w);
	world_csv(&w, "/api/v1/people/import",
	    "phone,name\n0711000001,Amina Otieno\n0711000002,\xe6\x9d\x8e"
	    "\xe4\xbc\x9f\n0711000003,\n0711000004,Mary Otieno\n");
	world_get(&w, "/api/v1/people?name=otIENO");
	assert_int_equal(items(&w), 2);
	assert_true(json_is_null(json_object_get(w.reply, "next")));
	world_get(&w, "/api/v1/people?name=%E4%BC%9F");
	assert_int_equal(items(&w), 1);
	world_get(&w, "/api/v1/people?name=Otieno&limit=1");
	assert_int_equal(items(&w), 1);
	world_get(&w, "/api/v1/people?name=Otieno&limit=1&after=1");
	assert_string_equal(json_text(item(&w, 0), "name", ""), "Mary Otieno");
	world_get(&w, "/api/v1/people?name=Zuhura");
	assert_int_equal(items(&w), 0);
	world_get(&w, "/api/v1/people?name=");
	assert_int_equal(items(&w), 4);
	/* And changed by their id, for whom numbers are masked. */
	world_post(&w, "/api/v1/people", "{\"person\":4,\"place\":\"mill\"}");
	assert_int_equal(w.http_status, 201);
	world_get(&w, "/api/v1/people?name=mary");
	assert_string_equal(json_text(item(&w, 0), "place", ""), "mill");
	world_post(&w, "/api/v1/people", "{\"person\":99,\"place\":\"x\"}");
	assert_int_equal(w.http_status, 404);
	world_close(&w);
}

/* The language that somebody last wrote in is no choice of theirs. */
static void
what_is_exported_can_be_imported(void **state)
{
	struct world w;
	struct person person;
	(void)state;
	world_open(&w);
	world_csv(&w, "/api/v1/people/import",
	    "phone;name;lang\n0711000001;Amina;sw\n");
	world_get(&w, "/api/v1/people");
	assert_true(
	    store_person_get(w.store, json_int(item(&w, 0), "id", 0), &person));
	memcpy(person.lang, "~zh", sizeof("~zh"));
	store_begin(w.store);
	store_person_put(w.store, &person);
	store_commit(w.store, durable, NULL);
	world_get(&w, "/api/v1/people");
	assert_string_equal(json_text(item(&w, 0), "lang", "x"), "");
	assert_string_equal(json_text(item(&w, 0), "written", ""), "zh");
	world_close(&w);
}

static void
a_table_without_its_columns_is_refused(void **state)
{
	static const char *const bodies[] = {"", "name,lang\nx,y\n",
	    "phone,phone\n1,2\n", "\"phone\n0711000001\n"};
	struct world w;
	(void)state;
	world_open(&w);
	for (size_t i = 0; i < sizeof(bodies) / sizeof(bodies[0]); i++) {
		world_csv(&w, "/api/v1/people/import", bodies[i]);
		assert_int_equal(w.http_status, 400);
	}
	world_get(&w, "/api/v1/people");
	assert_int_equal(items(&w), 0);
	world_close(&w);
}

static void
offers_come_in(void **state)
{
	struct world w;
	const json_t *row;
	(void)state;
	world_open(&w);
	world_csv(&w, "/api/v1/offers/import",
	    "phone,product,quantity,unit,price,unit_kg,grade,from,until\n"
	    "0711000001,Mahindi,200,kg,35,,,,\n"
	    "0711000001,mahindi,200,kilo,35.50,,A,2026-10-01,2026-10-31\n"
	    "0711000001,maize,3,gunia,3000,90,,,\n"
	    "0711000001,gold,1,kg,1,,,,\n"
	    "0711000001,both,1,kg,1,,,,\n"
	    "0711000001,maize,1,ell,1,,,,\n"
	    "0711000001,maize,-1,kg,1,,,,\n"
	    "0711000001,maize,1,kg,1.005,,,,\n"
	    "0711000001,maize,1,kg,free,,,,\n"
	    "0711000001,maize,1,kg,1,,,2026-10-02,2026-10-01\n"
	    "x,maize,1,kg,1,,,,\n");
	assert_int_equal(json_int(w.reply, "bad_count", 0), 8);
	assert_int_equal(json_int(w.reply, "imported", 0), 3);
	assert_bad(&w, 0, 5, "not in the catalogue");
	assert_bad(&w, 1, 6, "several");
	assert_bad(&w, 2, 7, "unit");
	assert_bad(&w, 3, 8, "quantity");
	assert_bad(&w, 4, 9, "price");
	assert_bad(&w, 6, 11, "until lies before from");
	world_get(&w, "/api/v1/offers");
	assert_int_equal(items(&w), 2);
	row = item(&w, 0);
	assert_string_equal(json_text(row, "phone", ""), "+254711000001");
	assert_string_equal(json_text(row, "product", ""), "maize");
	assert_string_equal(json_text(row, "unit", ""), "kg");
	assert_int_equal(json_int(row, "left", 0), 200);
	assert_true(json_real_value(json_object_get(row, "price")) > 35.49);
	/* The market's day, not Greenwich's. */
	assert_string_equal(
	    json_text(row, "from", ""), "2026-09-30T21:00:00.000Z");
	assert_string_equal(
	    json_text(row, "until", ""), "2026-10-31T20:59:59.999Z");
	assert_int_equal(json_int(item(&w, 1), "unit_kg", 0), 90);
	world_get(&w, "/api/v1/people?role=seller");
	assert_int_equal(items(&w), 1);
	world_close(&w);
}

static void
households_share_a_phone(void **state)
{
	struct world w;
	(void)state;
	world_open(&w);
	world_csv(&w, "/api/v1/people/import",
	    "phone,name,roles\n0711000001,Otieno Oduor,seller\n"
	    "0711000001,Faith Auma,seller\n0711000001,OTIENO,\n"
	    "0711000002,Amina,officer\n");
	assert_int_equal(json_int(w.reply, "imported", 0), 4);
	world_get(&w, "/api/v1/people?phone=0711000001");
	assert_int_equal(items(&w), 2);
	assert_string_equal(json_text(item(&w, 0), "name", ""), "OTIENO");
	assert_string_equal(json_text(item(&w, 1), "name", ""), "Faith Auma");
	assert_true(json_is_true(json_object_get(item(&w, 1), "shared")));
	/* By hand a name is corrected, where it cannot be a second person. */
	world_post(&w, "/api/v1/people",
	    "{\"phone\":\"0711000002\",\"name\":\"Mina Atieno\"}");
	world_get(&w, "/api/v1/people?phone=0711000002");
	assert_int_equal(items(&w), 1);
	assert_string_equal(json_text(item(&w, 0), "name", ""), "Mina Atieno");
	assert_string_equal(json_string_value(json_array_get(
				json_object_get(item(&w, 0), "roles"), 0)),
	    "officer");
	world_get(&w, "/api/v1/consents?phone=0711000001");
	assert_int_equal(items(&w), 2);
	assert_string_equal(json_text(item(&w, 0), "kind", ""), "list");
	assert_string_equal(json_text(item(&w, 0), "answer", ""), "yes");
	world_close(&w);
}

static void
phones_are_given_and_taken(void **state)
{
	struct world w;
	int64_t newest;
	(void)state;
	world_open(&w);
	world_csv(&w, "/api/v1/people/import",
	    "phone,name,roles\n0711000001,Otieno,seller\n"
	    "0711000001,Faith,seller\n0711000002,Amina,seller\n");
	world_post(&w, "/api/v1/people/0711000002/phone-add",
	    "{\"phone\":\"0711000003\"}");
	assert_int_equal(w.http_status, 200);
	world_get(&w, "/api/v1/people?phone=0711000003");
	assert_int_equal(items(&w), 1);
	assert_string_equal(json_text(item(&w, 0), "name", ""), "Amina");
	assert_int_equal(
	    json_array_size(json_object_get(item(&w, 0), "phones")), 2);
	/* Of several people on a phone one must be named. */
	world_post(&w, "/api/v1/people/0711000001/phone-add",
	    "{\"phone\":\"0711000004\"}");
	assert_int_equal(w.http_status, 422);
	world_post(&w, "/api/v1/people/0711000001/phone-add",
	    "{\"phone\":\"0711000004\",\"name\":\"faith\"}");
	assert_int_equal(w.http_status, 200);
	world_post(&w, "/api/v1/people/0711000001/phone-remove",
	    "{\"phone\":\"0711000001\",\"name\":\"faith\"}");
	assert_int_equal(w.http_status, 200);
	world_get(&w, "/api/v1/people?phone=0711000001");
	assert_int_equal(items(&w), 1);
	assert_string_equal(json_text(item(&w, 0), "name", ""), "Otieno");
	/* Nobody is left without one, and nobody loses what is not theirs. */
	world_post(&w, "/api/v1/people/0711000001/phone-remove",
	    "{\"phone\":\"0711000001\"}");
	assert_int_equal(w.http_status, 422);
	world_post(&w, "/api/v1/people/0711000001/phone-remove",
	    "{\"phone\":\"0711000002\"}");
	assert_int_equal(w.http_status, 422);
	world_post(&w, "/api/v1/people/0799999999/phone-add",
	    "{\"phone\":\"0711000004\"}");
	assert_int_equal(w.http_status, 404);
	world_get(&w, "/api/v1/audit");
	assert_true(items(&w) >= 4);
	newest = json_int(item(&w, items(&w) - 1), "id", 0);
	world_get(&w, "/api/v1/audit?order=newest&limit=1");
	assert_int_equal(json_int(item(&w, 0), "id", 0), newest);
	world_get(&w, "/api/v1/audit?order=newest&limit=1&after=2");
	assert_int_equal(json_int(item(&w, 0), "id", 0), 1);
	world_get(&w, "/api/v1/audit?order=newest&after=1");
	assert_int_equal(items(&w), 0);
	world_get(&w, "/api/v1/audit?order=backwards");
	assert_int_equal(w.http_status, 400);
	world_close(&w);
}

static void
left_is_what_may_still_be_promised(void **state)
{
	struct world w;
	(void)state;
	world_open(&w);
	world_fill(&w); /* 200 kg, 5 of them held */
	world_get(&w, "/api/v1/offers?phone=0711000001");
	assert_int_equal(json_int(item(&w, 0), "left", 0), 195);
	assert_int_equal(json_int(item(&w, 0), "quantity", 0), 200);
	assert_string_equal(json_text(item(&w, 0), "seller", ""), "Amina");
	world_close(&w);
}

static void
areas_form_a_tree(void **state)
{
	struct world w;
	(void)state;
	world_open(&w);
	world_csv(&w, "/api/v1/areas/import",
	    "area,parent\nAlego,Siaya\nSiaya,\nSiaya,Alego\nUgunja,Ugunja\n");
	assert_int_equal(json_int(w.reply, "imported", 0), 2);
	assert_bad(&w, 0, 4, "lies in it");
	world_get(&w, "/api/v1/areas");
	assert_int_equal(items(&w), 2);
	world_csv(&w, "/api/v1/areas/import",
	    "area,quiet\nAlego,21:00-05:30\nSiaya,none\nYala,late\n");
	assert_int_equal(json_int(w.reply, "imported", 0), 2);
	assert_bad(&w, 0, 4, "20:30-06:30");
	world_get(&w, "/api/v1/areas");
	assert_int_equal(items(&w), 2);
	assert_string_equal(
	    json_text(json_array_get(json_object_get(w.reply, "items"), 0),
		"quiet", ""),
	    "21:00-05:30");
	assert_string_equal(
	    json_text(json_array_get(json_object_get(w.reply, "items"), 1),
		"quiet", ""),
	    "none");
	world_close(&w);
}

static void
rows_may_be_json(void **state)
{
	struct world w;
	(void)state;
	world_open(&w);
	world_post(&w, "/api/v1/people/import",
	    "[{\"phone\":\"0711000001\",\"roles\":[\"seller\",\"leader\"],"
	    "\"weight\":1.5},{\"phone\":7},5,{\"phone\":{}}]");
	assert_int_equal(json_int(w.reply, "imported", 0), 1);
	assert_bad(&w, 0, 2, "not a phone number");
	assert_bad(&w, 1, 3, "not an object");
	assert_bad(&w, 2, 4, "phone");
	world_post(&w, "/api/v1/people/import", "{\"phone\":\"0711\"}");
	assert_int_equal(w.http_status, 400);
	world_close(&w);
}

static void
one_row_is_added(void **state)
{
	struct world w;
	(void)state;
	world_open(&w);
	world_post(&w, "/api/v1/people",
	    "{\"phone\":\"0711000001\",\"name\":\"Amina\"}");
	assert_int_equal(w.http_status, 201);
	world_post(&w, "/api/v1/people", "{\"name\":\"Amina\"}");
	assert_int_equal(w.http_status, 422);
	assert_string_equal(
	    json_text(w.reply, "detail", ""), "phone is missing");
	world_post(&w, "/api/v1/people", "");
	assert_int_equal(w.http_status, 422);
	world_post(&w, "/api/v1/offers",
	    "{\"phone\":\"0711000001\",\"product\":\"maize\","
	    "\"quantity\":2.5,\"unit\":\"kg\",\"price\":40}");
	assert_int_equal(w.http_status, 201);
	world_post(&w, "/api/v1/areas", "{\"area\":\"Alego\"}");
	assert_int_equal(w.http_status, 201);
	world_get(&w, "/api/v1/audit");
	assert_int_equal(items(&w), 3);
	world_close(&w);
}

static void
a_long_file_goes_in_chunks_and_a_poison_row_alone_is_lost(void **state)
{
	struct world w;
	struct buf csv = buf_new(1 << 20);
	(void)state;
	world_open(&w);
	snprintf(w.poison, sizeof(w.poison), "+254711000250");
	buf_add_text(&csv, "phone\n");
	for (int i = 1; i <= 450; i++)
		buf_add_format(&csv, "+254711000%03d\n", i);
	world_csv(&w, "/api/v1/people/import", csv.at);
	assert_int_equal(w.http_status, 200);
	assert_int_equal(json_int(w.reply, "imported", 0), 449);
	assert_int_equal(json_int(w.reply, "bad_count", 0), 1);
	assert_bad(&w, 0, 251, "store refused");
	world_get(&w, "/api/v1/people");
	assert_int_equal(items(&w), 449);
	buf_free(&csv);
	world_close(&w);
}

static void
a_catalogue_comes_in(void **state)
{
	struct world w;
	const json_t *products;
	(void)state;
	world_open(&w);
	world_post(&w, "/api/v1/catalogue/import",
	    "{\"products\":[{\"key\":\"maize\",\"names\":{}},{\"x\":1},"
	    "{\"key\":\"beans\"}]}");
	assert_int_equal(w.http_status, 200);
	assert_int_equal(json_int(w.reply, "imported", 0), 2);
	assert_bad(&w, 0, 2, "no key");
	assert_int_equal(w.catalogue_changes, 1);
	world_get(&w, "/api/v1/catalogue");
	products = json_object_get(w.reply, "products");
	assert_int_equal(json_array_size(products), 2);
	world_post(&w, "/api/v1/catalogue/import", "[]");
	assert_int_equal(w.http_status, 400);
	world_post(&w, "/api/v1/catalogue/import", "");
	assert_int_equal(w.http_status, 400);
	world_close(&w);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(people_come_in_and_bad_rows_are_named),
	    cmocka_unit_test(an_empty_cell_leaves_what_is_known),
	    cmocka_unit_test(people_are_found_by_a_part_of_their_name),
	    cmocka_unit_test(what_is_exported_can_be_imported),
	    cmocka_unit_test(a_table_without_its_columns_is_refused),
	    cmocka_unit_test(offers_come_in),
	    cmocka_unit_test(households_share_a_phone),
	    cmocka_unit_test(phones_are_given_and_taken),
	    cmocka_unit_test(left_is_what_may_still_be_promised),
	    cmocka_unit_test(areas_form_a_tree),
	    cmocka_unit_test(rows_may_be_json),
	    cmocka_unit_test(one_row_is_added),
	    cmocka_unit_test(
		a_long_file_goes_in_chunks_and_a_poison_row_alone_is_lost),
	    cmocka_unit_test(a_catalogue_comes_in),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
