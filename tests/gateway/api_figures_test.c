/* What the console's pages ask for besides the lists: figures, how long a text
 * is, a raw form, the newest first, and people in the place of numbers. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "base/json.h"

#include "gateway/core/party.h"
#include "gateway/store/store_link.h"
#include "gateway/store/store_message.h"
#include "gateway/store/store_person.h"
#include "gateway/store/store_traffic.h"

#include "tests/gateway/api_world.h"

#define HOURS 24

static json_t *
item(const struct world *w, const char *list, size_t i)
{
	return json_array_get(json_object_get(w->reply, list), i);
}

static int64_t
sum(const struct world *w, const char *key)
{
	int64_t all = 0;

	for (size_t i = 0; i < HOURS; i++)
		all += json_int(item(w, "hours", i), key, -1000000);
	return all;
}

static void
open_orders_are_counted_by_state(void **state)
{
	struct world w;
	json_t *orders;
	(void)state;
	world_open(&w);
	world_get(&w, "/api/v1/figures");
	orders = json_object_get(w.reply, "orders");
	assert_int_equal(json_int(orders, "offered", -1), 0);
	assert_int_equal(json_object_size(orders), 9);
	world_fill(&w);
	world_get(&w, "/api/v1/figures");
	orders = json_object_get(w.reply, "orders");
	assert_int_equal(json_int(orders, "offered", -1), 1);
	assert_int_equal(json_int(orders, "waiting", -1), 1);
	assert_int_equal(json_int(orders, "confirmed", -1), 0);
	assert_true(json_is_true(json_object_get(w.reply, "orders_all")));
	world_close(&w);
}

static void
texts_are_counted_by_the_hour(void **state)
{
	struct world w;
	(void)state;
	world_open(&w);
	world_get(&w, "/api/v1/figures");
	assert_int_equal(sum(&w, "in") + sum(&w, "out"), 0);
	world_texts(&w, 3, 10, "y");
	clock_fake_turn(&w.clock, 2 * 3600000);
	world_text(&w, "+254722000002", "hello");
	world_post(&w, "/api/v1/messages",
	    "{\"to\":\"0722000002\",\"text\":\"Habari\"}");
	world_get(&w, "/api/v1/figures");
	assert_int_equal(
	    json_array_size(json_object_get(w.reply, "hours")), HOURS);
	assert_int_equal(sum(&w, "in"), 4);
	assert_int_equal(sum(&w, "out"), 1);
	assert_int_equal(json_int(item(&w, "hours", HOURS - 1), "in", -1), 1);
	assert_int_equal(json_int(item(&w, "hours", HOURS - 1), "out", -1), 1);
	assert_int_equal(json_int(item(&w, "hours", HOURS - 3), "in", -1), 3);
	/* A day later they are gone from it. */
	clock_fake_turn(&w.clock, 30 * INT64_C(3600000));
	world_get(&w, "/api/v1/figures");
	assert_int_equal(sum(&w, "in") + sum(&w, "out"), 0);
	world_close(&w);
}

/* More than are counted: the sum is exact, the parts are from a sample. */
static void
a_busy_hour_is_taken_from_a_sample(void **state)
{
	struct world w;
	struct traffic_hour hours[3];
	int64_t all = 0;
	(void)state;
	world_open(&w);
	world_texts(&w, TRAFFIC_COUNTED * 2, 10, "y");
	store_traffic_hours(w.reader, w.clock.wall_ms, hours, 3);
	for (int i = 0; i < 3; i++)
		all += hours[i].in + hours[i].out;
	assert_int_equal(all, TRAFFIC_COUNTED * 2);
	assert_true(hours[0].about || hours[1].about || hours[2].about);
	world_close(&w);
}

static void
a_text_is_measured(void **state)
{
	struct world w;
	(void)state;
	world_open(&w);
	world_post(&w, "/api/v1/measure", "{\"text\":\"Habari\"}");
	assert_int_equal(w.http_status, 200);
	assert_int_equal(json_int(w.reply, "parts", 0), 1);
	assert_int_equal(json_int(w.reply, "units", 0), 6);
	assert_int_equal(json_int(w.reply, "left", 0), 154);
	assert_string_equal(json_text(w.reply, "alphabet", ""), "gsm7");
	assert_true(json_is_true(json_object_get(w.reply, "fits")));
	world_post(&w, "/api/v1/measure", "[]");
	assert_int_equal(w.http_status, 400);
	world_close(&w);
}

static void
nothing(void *arg, bool committed)
{
	(void)arg;
	assert_true(committed);
}

static int64_t
raw_text(struct world *w, const char *octets)
{
	struct message_in in = {.now_ms = w->clock.wall_ms,
	    .text = STR("hello"),
	    .state = MESSAGE_RECEIVED,
	    .raw = span_of((const uint8_t *)octets, strlen(octets))};
	int64_t id;

	in.link_id = store_link_ensure(w->store, "a", "loop", "");
	store_begin(w->store);
	in.phone_id = store_phone_ensure(w->store, "+254722000002", PARTY_PHONE,
	    w->clock.wall_ms, &in.person_id);
	id = store_message_receive(w->store, &in);
	store_commit(w->store, nothing, NULL);
	return id;
}

static void
a_raw_form_is_shown_and_audited(void **state)
{
	struct world w;
	(void)state;
	world_open(&w);
	assert_int_equal(raw_text(&w, "\x07\x91"), 1);
	world_text(&w, "+254722000002", "no raw");
	world_post(&w, "/api/v1/messages/1/raw", "{}");
	assert_int_equal(w.http_status, 200);
	assert_string_equal(json_text(w.reply, "raw", ""), "0791");
	world_post(&w, "/api/v1/messages/2/raw", "{}");
	assert_int_equal(w.http_status, 404);
	world_post(&w, "/api/v1/messages/x/raw", "{}");
	assert_int_equal(w.http_status, 404);
	world_get(&w, "/api/v1/audit");
	assert_string_equal(
	    json_text(item(&w, "items", 0), "action", ""), "message.raw");
	world_close(&w);
}

static void
the_newest_orders_come_first(void **state)
{
	struct world w;
	(void)state;
	world_open(&w);
	world_fill(&w);
	world_get(&w, "/api/v1/orders?before=9223372036854775807&limit=1");
	assert_int_equal(json_int(item(&w, "items", 0), "line", 0), 2);
	world_get(&w, "/api/v1/orders?before=9223372036854775807&limit=9");
	assert_int_equal(json_int(item(&w, "items", 0), "line", 0), 2);
	assert_int_equal(json_int(item(&w, "items", 1), "line", 0), 1);
	assert_true(json_is_null(json_object_get(w.reply, "next")));
	world_get(&w, "/api/v1/orders?before=9223372036854775807"
		      "&since=2099-01-01T00:00:00Z");
	assert_null(item(&w, "items", 0));
	assert_true(json_is_null(json_object_get(w.reply, "next")));
	world_close(&w);
}

static void
a_person_stands_for_a_number(void **state)
{
	struct world w;
	struct person person = {.id = 0};
	int64_t phone_id, person_id;
	char body[96];
	(void)state;
	world_open(&w);
	world_fill(&w);
	assert_true(
	    store_phone_find(w.reader, "+254711000001", &phone_id, &person_id));
	assert_true(store_person_get(w.reader, person_id, &person));
	snprintf(
	    body, sizeof(body), "{\"for_person\":%lld}", (long long)person_id);
	world_post(&w, "/api/v1/orders/1/accept", body);
	assert_int_equal(w.http_status, 200);
	assert_string_equal(w.act_for, "+254711000001");
	snprintf(body, sizeof(body), "{\"to_person\":%lld,\"text\":\"hello\"}",
	    (long long)person_id);
	world_post(&w, "/api/v1/messages", body);
	assert_int_equal(w.http_status, 201);
	assert_string_equal(json_text(w.reply, "to", ""), "+254711000001");
	world_post(
	    &w, "/api/v1/messages", "{\"to_person\":7777,\"text\":\"hello\"}");
	assert_int_equal(w.http_status, 404);
	world_post(&w, "/api/v1/orders/1/accept", "{\"for_person\":7777}");
	assert_int_equal(w.http_status, 404);
	world_post(&w, "/api/v1/messages", "{\"text\":\"hello\"}");
	assert_int_equal(w.http_status, 422);
	world_close(&w);
}

static void
names_stand_beside_ids_when_asked_for(void **state)
{
	struct world w;
	(void)state;
	world_open(&w);
	world_fill(&w);
	world_text(&w, "+254722000002", "hello");
	world_text(&w, "SAFARICOM", "You have 1 MB");
	world_get(&w, "/api/v1/orders");
	assert_null(json_object_get(item(&w, "items", 0), "buyer_name"));
	world_get(&w, "/api/v1/orders?names=1");
	assert_string_equal(
	    json_text(item(&w, "items", 0), "buyer_name", "?"), "Bob");
	assert_string_equal(
	    json_text(item(&w, "items", 0), "seller_name", "?"), "Amina");
	assert_string_equal(
	    json_text(item(&w, "items", 1), "seller_name", "?"), "");
	world_get(&w, "/api/v1/messages?names=1");
	assert_string_equal(
	    json_text(item(&w, "items", 0), "name", "?"), "Bob");
	assert_string_equal(json_text(item(&w, "items", 1), "name", "?"), "");
	world_get(&w, "/api/v1/orders/1");
	assert_string_equal(
	    json_text(item(&w, "lines", 0), "seller_name", "?"), "Amina");
	world_close(&w);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(open_orders_are_counted_by_state),
	    cmocka_unit_test(texts_are_counted_by_the_hour),
	    cmocka_unit_test(a_busy_hour_is_taken_from_a_sample),
	    cmocka_unit_test(a_text_is_measured),
	    cmocka_unit_test(a_raw_form_is_shown_and_audited),
	    cmocka_unit_test(the_newest_orders_come_first),
	    cmocka_unit_test(a_person_stands_for_a_number),
	    cmocka_unit_test(names_stand_beside_ids_when_asked_for),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
