/* What is remembered is what is stored: after writes of any kind, rollbacks,
 * commits that fail, and changed phones.  (store_check() compares, too.) */
#include "tests/gateway/store_kit.h"

#include <string.h>

#include "gateway/store/row_cache.h"
#include "gateway/store/store_alias.h"
#include "gateway/store/store_inside.h"
#include "gateway/store/store_offer.h"
#include "gateway/store/store_order.h"
#include "gateway/store/store_person.h"
#include "gateway/store/store_timer.h"
#include "gateway/store/store_turn.h"

static struct person
person_now(struct kit *kit, int64_t id)
{
	struct person person;
	assert_true(store_person_get(kit->store, id, &person));
	return person;
}

static struct offer
offer_now(struct kit *kit, int64_t id)
{
	struct offer offer;
	assert_true(store_offer_get(kit->store, id, &offer));
	return offer;
}

static void
places_are_taken_over(void **state)
{
	(void)state;
	struct row_cache cache = row_cache_new(sizeof(int), 4);
	int out = 0, seen = 0;
	assert_false(row_cache_get(&cache, 1, &out));
	row_cache_drop(&cache, 1);
	row_cache_clear(&cache);
	for (int i = 1; i <= 100; i++) {
		row_cache_put(&cache, i, &i);
		assert_true(row_cache_get(&cache, i, &out));
		assert_int_equal(out, i);
	}
	for (int i = 1; i <= 100; i++)
		if (row_cache_get(&cache, i, &out)) {
			assert_int_equal(out, i);
			seen++;
		}
	assert_true(seen >= 1 && seen <= 4);
	row_cache_put(&cache, 0, &seen);
	assert_false(row_cache_get(&cache, 0, &out));
	row_cache_drop(&cache, 100);
	assert_false(row_cache_get(&cache, 100, &out));
	row_cache_free(&cache);
}

/* SQL that knows nothing of the memory. */
static void
any_statement_is_noticed(void **state)
{
	struct kit *kit = *state;
	kit_begin(kit);
	int64_t id = kit_person(kit, 1);
	assert_int_equal(person_now(kit, id).got_count, 0);
	db_run(kit->store->db, "UPDATE person SET got_count = 7");
	assert_int_equal(person_now(kit, id).got_count, 7);
	store_person_heard(kit->store, id, T0 + 5);
	assert_int_equal(person_now(kit, id).heard_ms, T0 + 5);
	db_run(kit->store->db, "DELETE FROM person WHERE id = ?1", db_int(id));
	struct person person;
	assert_false(store_person_get(kit->store, id, &person));
	store_rollback(kit->store);
}

static void
a_rollback_forgets(void **state)
{
	struct kit *kit = *state;
	kit_begin(kit);
	int64_t id = kit_person(kit, 1);
	store_person_heard(kit->store, id, T0);
	kit_commit(kit);
	kit_begin(kit);
	store_person_heard(kit->store, id, T0 + 9);
	assert_int_equal(person_now(kit, id).heard_ms, T0);
	store_person_heard(kit->store, id, T0 + PERSON_HEARD_EACH_MS);
	assert_int_equal(
	    person_now(kit, id).heard_ms, T0 + PERSON_HEARD_EACH_MS);
	store_rollback(kit->store);
	assert_int_equal(person_now(kit, id).heard_ms, T0);
	kit_check(kit);
}

static void
a_commit_that_fails_forgets(void **state)
{
	struct kit *kit = *state;
	kit_begin(kit);
	int64_t id = kit_person(kit, 1);
	kit_commit(kit);
	kit_begin(kit);
	store_person_heard(kit->store, id, T0 + 9);
	assert_int_equal(person_now(kit, id).heard_ms, T0 + 9);
	store_fail(kit->store, "on purpose");
	struct person person;
	assert_false(store_person_get(kit->store, id, &person));
	assert_false(kit_try_commit(kit));
	assert_int_equal(person_now(kit, id).heard_ms, 0);
	kit_check(kit);
}

static void
a_phone_is_part_of_its_person(void **state)
{
	struct kit *kit = *state;
	kit_begin(kit);
	int64_t id = kit_person(kit, 1);
	assert_string_equal(person_now(kit, id).number, "+254710000001");
	db_run(kit->store->db, "UPDATE phone SET number = '+254700'");
	assert_string_equal(person_now(kit, id).number, "+254700");
	/* A person that waits for a phone is not remembered. */
	db_run(kit->store->db, "UPDATE person SET phone_id = 77");
	assert_string_equal(person_now(kit, id).number, "");
	db_run(kit->store->db,
	    "INSERT INTO phone (id, number, kind, person_id, created_ms)"
	    " VALUES (77, '+254777', 1, ?1, 0)",
	    db_int(id));
	assert_string_equal(person_now(kit, id).number, "+254777");
	kit_commit(kit);
	kit_check(kit);
}

static void
stock_is_never_remembered_wrongly(void **state)
{
	struct kit *kit = *state;
	kit_begin(kit);
	struct offer offer = {.seller_id = kit_person(kit, 1),
	    .product = "maize",
	    .unit = "kg",
	    .stock_milli = 5000};
	store_offer_put(kit->store, &offer, T0);
	assert_int_equal(offer_now(kit, offer.id).held_milli, 0);
	assert_true(store_offer_hold(kit->store, offer.id, 3000));
	assert_int_equal(offer_now(kit, offer.id).held_milli, 3000);
	assert_false(store_offer_hold(kit->store, offer.id, 3000));
	store_offer_take(kit->store, offer.id, 1000);
	assert_int_equal(offer_now(kit, offer.id).stock_milli, 4000);
	store_offer_release(kit->store, offer.id, 500);
	assert_int_equal(offer_now(kit, offer.id).held_milli, 1500);
	store_offer_release(kit->store, offer.id, 9000); /* all there is */
	assert_int_equal(offer_now(kit, offer.id).held_milli, 0);
	assert_true(store_offer_hold(kit->store, offer.id, 700));
	store_offer_take(kit->store, offer.id, 9000);
	assert_int_equal(offer_now(kit, offer.id).stock_milli, 3300);
	store_turn_asked(kit->store, &offer, 70, T0 + 4);
	assert_int_equal(offer_now(kit, offer.id).turn_key, 70);
	assert_int_equal(person_now(kit, offer.seller_id).asked_ms, T0 + 4);
	store_turn_move(kit->store, offer.seller_id, -20);
	assert_int_equal(offer_now(kit, offer.id).turn_key, 50);
	store_turn_reliable(kit->store, offer.seller_id, false);
	assert_int_equal(person_now(kit, offer.seller_id).reliable_milli, 875);
	kit_commit(kit);
	kit_check(kit);
}

static void
an_order_and_what_is_in_it(void **state)
{
	struct kit *kit = *state;
	kit_begin(kit);
	struct order order = {.buyer_id = kit_person(kit, 1)};
	store_order_add(kit->store, &order, kit_random, kit);
	struct line line = {.order_id = order.id, .state = LINE_OFFERED};
	store_line_add(kit->store, &line);
	struct proposal p = {
	    .line_id = line.id, .state = PROPOSAL_OPEN, .due_ms = T0};
	store_proposal_add(kit->store, &p);
	assert_true(store_order_get(kit->store, order.id, &order));
	assert_true(store_line_get(kit->store, line.id, &line));
	assert_true(store_proposal_get(kit->store, p.id, &p));
	store_timer_shift(kit->store, 1000);
	assert_true(store_proposal_get(kit->store, p.id, &p));
	assert_int_equal(p.due_ms, T0 + 1000);
	store_event_add(kit->store, &line, &(struct line_event){.to = 3});
	struct line again;
	assert_true(store_line_get(kit->store, line.id, &again));
	assert_int_equal(again.event_id, line.event_id);
	order.closed_ms = T0;
	store_order_put(kit->store, &order);
	assert_true(store_order_get(kit->store, order.id, &order));
	assert_int_equal(order.closed_ms, T0);
	kit_commit(kit);
	kit_check(kit);
}

static bool
count_line(void *arg, const struct line *line)
{
	(void)line;
	++*(int *)arg;
	return true;
}

static int
lines_now(struct kit *kit, int64_t order_id)
{
	int count = 0;
	store_line_of_order(kit->store, order_id, count_line, &count);
	return count;
}

/* Callers' structs have anything behind the end of a text, and between their
 * members: none of it is remembered. */
static void
rows_are_remembered_as_they_are_written(void **state)
{
	struct kit *kit = *state;
	struct order order;
	struct line line;
	struct proposal p;
	kit_begin(kit);
	memset(&order, 0x55, sizeof(order));
	order.buyer_id = kit_person(kit, 1);
	str_copy(order.place, sizeof(order.place), STR("the mill"));
	str_copy(order.day, sizeof(order.day), STR(""));
	str_copy(order.on_behalf, sizeof(order.on_behalf), STR("Asha"));
	store_order_add(kit->store, &order, kit_random, kit);
	memset(&line, 0x55, sizeof(line));
	line.order_id = order.id;
	str_copy(line.product, sizeof(line.product), STR("maize"));
	str_copy(line.unit, sizeof(line.unit), STR("kg"));
	line.state = LINE_OFFERED;
	line.payment = PAYMENT_DUE;
	store_line_add(kit->store, &line);
	memset(&p, 0x55, sizeof(p));
	p.line_id = line.id;
	p.seller_id = kit_person(kit, 2);
	p.state = PROPOSAL_OPEN;
	str_copy(p.reason, sizeof(p.reason), STR("their turn"));
	store_proposal_add(kit->store, &p);
	assert_int_equal(p.prev_id, 0);
	assert_int_equal(person_now(kit, p.seller_id).proposal_id, p.id);
	kit_commit(kit);
	kit_check(kit);
	kit_begin(kit);
	str_copy(order.place, sizeof(order.place), STR("us"));
	store_order_put(kit->store, &order);
	str_copy(line.unit, sizeof(line.unit), STR("g"));
	line.created_ms = 1; /* is not written */
	store_line_put(kit->store, &line);
	int64_t before = p.id;
	p.state = PROPOSAL_DECLINED;
	store_proposal_put(kit->store, &p);
	p.state = PROPOSAL_OPEN; /* one a line */
	store_proposal_add(kit->store, &p);
	assert_int_equal(p.prev_id, before);
	struct person buyer = person_now(kit, order.buyer_id);
	str_copy(buyer.lang, sizeof(buyer.lang), STR("~sw"));
	store_person_put_lang(kit->store, &buyer);
	assert_string_equal(person_now(kit, buyer.id).lang, "~sw");
	kit_commit(kit);
	kit_check(kit);
}

static void
lines_are_counted_anew(void **state)
{
	struct kit *kit = *state;
	kit_begin(kit);
	struct order order = {.buyer_id = kit_person(kit, 1)};
	store_order_add(kit->store, &order, kit_random, kit);
	assert_int_equal(lines_now(kit, order.id), 0);
	struct line line = {.order_id = order.id, .state = LINE_OFFERED};
	for (int i = 1; i <= 3; i++) {
		store_line_add(kit->store, &line);
		assert_int_equal(line.number, i);
		assert_int_equal(lines_now(kit, order.id), i);
	}
	kit_commit(kit);
	kit_begin(kit);
	db_run(kit->store->db, "DELETE FROM line WHERE id = ?1",
	    db_int(line.id - 1));
	assert_int_equal(lines_now(kit, order.id), 2);
	db_run(
	    kit->store->db, "DELETE FROM line WHERE id = ?1", db_int(line.id));
	assert_int_equal(lines_now(kit, order.id), 1);
	store_rollback(kit->store);
	assert_int_equal(lines_now(kit, order.id), 3);
	kit_check(kit);
}

static bool
note_head(void *arg, const struct message *m)
{
	*(struct message *)arg = *m;
	return false;
}

static void
messages_are_remembered_as_they_are_written(void **state)
{
	struct kit *kit = *state;
	struct message newest;
	kit_begin(kit);
	int64_t in = kit_receive(kit, 1, "want 5 kg");
	store_message_set_idle(kit->store, in);
	store_message_set_order(kit->store, in, 64);
	int64_t out = kit_queue(kit, 1, MESSAGE_CONFIRM);
	int64_t behind = kit_queue(kit, 1, MESSAGE_PROPOSAL);
	struct message *m = &newest;
	store_message_heads(
	    kit->store, kit_phone(kit, 1), 1, note_head, &newest);
	assert_int_equal(m->id, behind);
	assert_int_equal(m->prev_id, out);
	assert_true(store_message_head(kit->store, in, m));
	assert_true(m->idle);
	assert_int_equal(m->order_id, 64);
	kit_commit(kit);
	kit_check(kit);
	kit_begin(kit);
	kit_claim(kit, 1, true, T0, 10);
	store_message_sent(kit->store, out, T0, 1, 1); /* the next lines up */
	kit_commit(kit);
	kit_check(kit);
}

/* "None" is asked for again when there may be some, and after a rollback. */
static void
what_is_quiet_is_asked_again(void **state)
{
	struct kit *kit = *state;
	struct store *store = kit->store;
	kit_begin(kit);
	assert_true(store_seen_quiet(store, QUIET_WEIGHTS));
	db_run(store->db,
	    "INSERT INTO weight_set (name, factor_milli, protected)"
	    " VALUES ('poor', 2000, 0)");
	assert_false(store_seen_quiet(store, QUIET_WEIGHTS));
	store_rollback(store);
	assert_true(store_seen_quiet(store, QUIET_WEIGHTS));
	kit_begin(kit);
	int64_t area = store_area_ensure(store, "Kisii", "");
	assert_true(store_seen_quiet(store, QUIET_AREAS));
	assert_true(store_seen_quiet(store, QUIET_SALES));
	assert_true(store_seen_quiet(store, QUIET_CAMPAIGNS));
	store_area_quiet_put(store, area, 60, 120);
	assert_false(store_seen_quiet(store, QUIET_AREAS));
	assert_int_equal(store_alias_version(store), 0);
	store_setting_put_int(store, "alias_version", 7);
	assert_int_equal(store_alias_version(store), 7);
	kit_commit(kit);
	kit_check(kit);
	store->seen.quiet |= 1u << QUIET_AREAS;
	struct err err = {0};
	assert_int_equal(store_check(store, &err), STORE_BROKEN);
	assert_non_null(strstr(err.text, "area"));
}

/* Were a row ever wrong, the check would say so. */
static void
the_check_compares(void **state)
{
	struct kit *kit = *state;
	kit_begin(kit);
	int64_t id = kit_person(kit, 1);
	kit_commit(kit);
	struct person person = person_now(kit, id);
	person.got_count = 3;
	store_seen_note(kit->store, SEEN_PERSON, id, &person);
	struct err err = {0};
	assert_int_equal(store_check(kit->store, &err), STORE_BROKEN);
	assert_non_null(strstr(err.text, "remembered"));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, kit_open, kit_close)

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(places_are_taken_over),
	    TEST(any_statement_is_noticed),
	    TEST(a_rollback_forgets),
	    TEST(a_commit_that_fails_forgets),
	    TEST(a_phone_is_part_of_its_person),
	    TEST(stock_is_never_remembered_wrongly),
	    TEST(an_order_and_what_is_in_it),
	    TEST(rows_are_remembered_as_they_are_written),
	    TEST(lines_are_counted_anew),
	    TEST(messages_are_remembered_as_they_are_written),
	    TEST(what_is_quiet_is_asked_again),
	    TEST(the_check_compares),
	};
	return cmocka_run_group_tests_name("store_seen", tests, NULL, NULL);
}
