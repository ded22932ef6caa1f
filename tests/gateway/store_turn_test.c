/* Whose turn it is: keys, clock, areas, and that nobody is looked past who
 * cannot be chosen. */
#include "tests/gateway/store_kit.h"

#include <string.h>

#include "gateway/core/area.h"
#include "gateway/core/handler.h"
#include "gateway/store/store_person.h"
#include "gateway/store/store_timer.h"
#include "gateway/store/store_turn.h"

#define EVERYWHERE area_last(0)

static struct offer
listing(struct kit *kit, int seller, const char *product)
{
	struct offer offer = {.seller_id = kit_person(kit, seller),
	    .unit = "kg",
	    .price_minor = 4000,
	    .stock_milli = 1000};

	str_copy(offer.product, sizeof(offer.product), str_from(product));
	store_offer_put(kit->store, &offer, T0);
	return offer;
}

static void
live_in(struct kit *kit, int seller, const char *area)
{
	struct person person;

	assert_true(
	    store_person_get(kit->store, kit_person(kit, seller), &person));
	person.area_id = store_area_ensure(kit->store, area, "");
	store_person_put(kit->store, &person);
}

static void
stop(struct kit *kit, int seller, int64_t stopped_ms)
{
	struct person person;

	assert_true(
	    store_person_get(kit->store, kit_person(kit, seller), &person));
	person.stopped_ms = stopped_ms;
	store_person_put(kit->store, &person);
}

struct seen {
	int64_t ids[64];
	int count;
	struct offer last;
};

static bool
note(void *arg, const struct offer *offer)
{
	struct seen *seen = arg;

	seen->ids[seen->count++] = offer->id;
	seen->last = *offer;
	return true;
}

/* The first in turn, all areas taken as one; 0: nobody. */
static int64_t
first(struct kit *kit, const char *product)
{
	struct seen seen = {.count = 0};

	store_turn_walk(
	    kit->store, product, &(struct turn_mark){0}, 1, note, &seen);
	return seen.count > 0 ? seen.ids[0] : 0;
}

static int64_t
key_of(struct kit *kit, int64_t id)
{
	struct offer offer;

	assert_true(store_offer_get(kit->store, id, &offer));
	return offer.turn_key;
}

static void
ask(struct kit *kit, int64_t id, int64_t charge)
{
	struct offer offer;

	assert_true(store_offer_get(kit->store, id, &offer));
	store_turn_asked(kit->store, &offer, charge, T0 + 7);
}

static void
who_is_furthest_behind_is_first(void **state)
{
	struct kit *kit = *state;
	struct person person;

	kit_begin(kit);
	int64_t a = listing(kit, 1, "maize").id;
	int64_t b = listing(kit, 2, "maize").id;
	assert_int_equal(first(kit, "maize"), a);
	ask(kit, a, 500);
	assert_int_equal(first(kit, "maize"), b);
	ask(kit, b, 200);
	assert_int_equal(first(kit, "maize"), b); /* 200 < 500 */
	ask(kit, b, 400);
	assert_int_equal(first(kit, "maize"), a);
	assert_true(store_person_get(kit->store, kit_person(kit, 2), &person));
	assert_int_equal(person.asked_count, 2);
	assert_int_equal(person.asked_ms, T0 + 7);
	kit_commit(kit);
	kit_check(kit);
}

/* A share is a person's, whatever is sold. */
static void
all_listings_of_a_seller_move_alike(void **state)
{
	struct kit *kit = *state;

	kit_begin(kit);
	int64_t a = listing(kit, 1, "maize").id;
	int64_t a2 = listing(kit, 1, "beans").id;
	int64_t b2 = listing(kit, 2, "beans").id;
	ask(kit, a, 300);
	assert_int_equal(key_of(kit, a2), 300);
	assert_int_equal(first(kit, "beans"), b2);
	store_turn_move(kit->store, kit_person(kit, 1), -1000);
	assert_int_equal(key_of(kit, a), 0);
	assert_int_equal(first(kit, "beans"), a2);
	kit_commit(kit);
}

static void
newcomers_start_where_the_clock_stands(void **state)
{
	struct kit *kit = *state;

	kit_begin(kit);
	int64_t a = listing(kit, 1, "maize").id;
	int64_t b = listing(kit, 2, "maize").id;
	for (int i = 0; i < 10; i++)
		ask(kit, first(kit, "maize"), 100);
	int64_t c = listing(kit, 3, "maize").id;
	assert_int_equal(key_of(kit, c), 399); /* before where the last stood */
	assert_true(key_of(kit, a) == 500 && key_of(kit, b) == 500);
	/* Ahead of the clock in one thing, ahead in the other. */
	assert_int_equal(listing(kit, 1, "beans").turn_key, 100);
	kit_commit(kit);
}

/* No credit for the time away, and no punishment. */
static void
who_comes_back_starts_where_the_clock_stands(void **state)
{
	struct kit *kit = *state;
	struct offer back;

	kit_begin(kit);
	int64_t a = listing(kit, 1, "maize").id;
	int64_t b = listing(kit, 2, "maize").id;
	stop(kit, 1, T0);
	for (int i = 0; i < 9; i++)
		ask(kit, b, 100);
	stop(kit, 1, 0);
	assert_int_equal(key_of(kit, a), 800);
	assert_true(store_offer_get(kit->store, b, &back));
	back.closed = true;
	store_offer_put(kit->store, &back, T0);
	for (int i = 0; i < 9; i++)
		ask(kit, a, 100);
	back.closed = false;
	store_offer_put(kit->store, &back, T0);
	assert_int_equal(key_of(kit, b), 1600);
	kit_commit(kit);
}

/* Not even asked: looked past. */
static void
credit_ends_with_the_next_proposal(void **state)
{
	struct kit *kit = *state;

	kit_begin(kit);
	int64_t a = listing(kit, 1, "maize").id;
	int64_t b = listing(kit, 2, "maize").id;
	for (int i = 0; i < 5; i++)
		ask(kit, b, 100);
	assert_int_equal(key_of(kit, a), 0);
	ask(kit, a, 100);
	assert_int_equal(key_of(kit, a), 500); /* the clock's 400 and 100 */
	kit_commit(kit);
}

static void
what_cannot_be_chosen_is_not_there(void **state)
{
	struct kit *kit = *state;
	struct offer offer;

	kit_begin(kit);
	int64_t stopped = listing(kit, 1, "maize").id;
	stop(kit, 1, T0);
	assert_int_equal(first(kit, "maize"), 0);
	stop(kit, 1, 0);
	assert_int_equal(first(kit, "maize"), stopped);
	stop(kit, 1, T0);
	offer = listing(kit, 2, "maize");
	offer.from_ms = T0 + 1000;
	offer.until_ms = T0 + 2000;
	store_offer_put(kit->store, &offer, T0);
	assert_int_equal(offer.out, OFFER_OUT_DATE);
	assert_int_equal(first(kit, "maize"), 0);
	assert_int_equal(
	    store_timer_get(kit->store, TIMER_OFFER_DATE, offer.id), T0 + 999);
	store_offer_dated(kit->store, offer.id, T0 + 999);
	assert_int_equal(first(kit, "maize"), offer.id);
	assert_int_equal(
	    store_timer_get(kit->store, TIMER_OFFER_DATE, offer.id), T0 + 2000);
	store_offer_dated(kit->store, offer.id, T0 + 2000);
	assert_int_equal(first(kit, "maize"), 0);
	kit_commit(kit);
}

static void
areas_part_the_turn(void **state)
{
	struct kit *kit = *state;
	struct seen seen = {.count = 0};
	int64_t ids[3], county, village;

	kit_begin(kit);
	store_area_ensure(kit->store, "Ugunja", "Siaya");
	store_area_ensure(kit->store, "Yala", "Siaya");
	store_area_ensure(kit->store, "Kisumu", "");
	live_in(kit, 0, "Ugunja");
	live_in(kit, 1, "Yala");
	live_in(kit, 2, "Kisumu");
	for (int i = 0; i < 3; i++)
		ids[i] = listing(kit, i, "maize").id;
	county =
	    store_area_no(kit->store, store_area_find(kit->store, "Siaya"));
	village =
	    store_area_no(kit->store, store_area_find(kit->store, "Yala"));
	assert_int_equal(area_up(village), county);
	store_turn_fronts(
	    kit->store, "maize", village, area_last(village), 9, note, &seen);
	assert_int_equal(seen.count, 1);
	assert_int_equal(seen.ids[0], ids[1]);
	seen.count = 0;
	store_turn_fronts(
	    kit->store, "maize", county, area_last(county), 9, note, &seen);
	assert_int_equal(seen.count, 2);
	/* The area's own people follow it when it moves. */
	store_area_ensure(kit->store, "Siaya", "Kenya");
	assert_true(store_timer_get(kit->store, TIMER_OFFER_SWEEP, 0) != 0);
	int64_t last = store_turn_sweep(kit->store, 0, 2);
	assert_int_equal(last, ids[1]);
	assert_int_equal(store_turn_sweep(kit->store, last, 2), ids[2]);
	assert_int_equal(store_turn_sweep(kit->store, ids[2], 2), 0);
	county =
	    store_area_no(kit->store, store_area_find(kit->store, "Siaya"));
	assert_true(area_up(county) != 0);
	seen.count = 0;
	store_turn_fronts(
	    kit->store, "maize", county, area_last(county), 9, note, &seen);
	assert_int_equal(seen.count, 2);
	kit_commit(kit);
}

/* More areas than one look takes: all get theirs. */
static void
no_area_is_left_out(void **state)
{
	struct kit *kit = *state;
	struct seen seen;
	int looks[10] = {0};

	kit_begin(kit);
	for (int i = 0; i < 10; i++) {
		char name[16] = {(char)('a' + i), 0};

		live_in(kit, i, name);
		listing(kit, i, "maize");
	}
	for (int round = 0; round < 10; round++) {
		seen.count = 0;
		store_turn_fronts(
		    kit->store, "maize", 0, EVERYWHERE, 4, note, &seen);
		assert_int_equal(seen.count, 4);
		for (int i = 0; i < seen.count; i++)
			looks[seen.ids[i] - 1]++;
	}
	for (int i = 0; i < 10; i++)
		assert_int_equal(looks[i], 4);
	seen.count = 0;
	store_turn_fronts(kit->store, "maize", 0, EVERYWHERE, 40, note, &seen);
	assert_int_equal(seen.count, 10);
	kit_commit(kit);
}

static void
a_walk_comes_past_everybody_once(void **state)
{
	struct kit *kit = *state;
	struct turn_mark mark = {0};
	bool met[61] = {false};
	int count = 0;

	kit_begin(kit);
	for (int i = 0; i < 60; i++) {
		char name[16] = {(char)('a' + i % 7), 0};

		live_in(kit, i, name);
		int64_t id = listing(kit, i, "maize").id;
		if (i % 2 == 0)
			ask(kit, id, 10 + i % 3);
	}
	for (;;) {
		struct seen seen = {.count = 0};

		store_turn_walk(kit->store, "maize", &mark, 7, note, &seen);
		if (seen.count == 0)
			break;
		for (int i = 0; i < seen.count; i++) {
			assert_false(met[seen.ids[i]]);
			met[seen.ids[i]] = true;
		}
		count += seen.count;
		mark = (struct turn_mark){
		    seen.last.area_no, seen.last.turn_key, seen.last.id};
	}
	assert_int_equal(count, 60);
	kit_commit(kit);
}

static void
reliability_is_a_running_mean(void **state)
{
	struct kit *kit = *state;
	struct person person;
	int64_t id;

	kit_begin(kit);
	id = kit_person(kit, 1);
	store_turn_reliable(kit->store, id, true);
	assert_true(store_person_get(kit->store, id, &person));
	assert_int_equal(person.reliable_milli, 1000);
	store_turn_reliable(kit->store, id, false);
	store_turn_reliable(kit->store, id, false);
	assert_true(store_person_get(kit->store, id, &person));
	assert_int_equal(person.reliable_milli, 766);
	store_turn_reliable(kit->store, id, true);
	assert_true(store_person_get(kit->store, id, &person));
	assert_int_equal(person.reliable_milli, 795);
	kit_commit(kit);
}

static void
a_search_is_kept(void **state)
{
	struct kit *kit = *state;
	struct turn_seek in = {.mark = {1, 2, 3},
	    .verdict = 4,
	    .lowest_minor = -1,
	    .unit = "debe"};
	struct turn_seek out;

	kit_begin(kit);
	assert_false(store_seek_get(kit->store, 70, &out));
	store_seek_put(kit->store, 70, &in);
	in.mark.offer_id = 9;
	store_seek_put(kit->store, 70, &in);
	assert_true(store_seek_get(kit->store, 70, &out));
	assert_memory_equal(&in.mark, &out.mark, sizeof(in.mark));
	assert_int_equal(out.verdict, 4);
	assert_int_equal(out.lowest_minor, -1);
	assert_string_equal(out.unit, "debe");
	store_seek_drop(kit->store, 70);
	assert_false(store_seek_get(kit->store, 70, &out));
	kit_commit(kit);
}

/* -- what it costs ------------------------------------------------------- */

/* Steps of the store's machine for a choice and its charge among so many, of
 * whom all but one in a hundred can not be chosen for long. */
static int64_t
steps_among(struct kit *kit, int sellers)
{
	struct seen seen = {.count = 0};

	for (int i = 0; i < sellers; i++) {
		struct offer offer = listing(kit, i, "maize");

		if (i % 100 == 99)
			continue;
		if (i % 3 == 0)
			stop(kit, i, T0);
		offer.closed = i % 3 == 1;
		offer.stock_milli = i % 3 == 2 ? 0 : 1000;
		store_offer_put(kit->store, &offer, T0);
	}
	(void)store_steps(kit->store);
	store_turn_fronts(kit->store, "maize", 0, EVERYWHERE, 12, note, &seen);
	assert_true(seen.count == 1);
	ask(kit, seen.ids[0], 100);
	return store_steps(kit->store);
}

static void
a_choice_costs_the_same_among_few_and_many(void **state)
{
	struct kit *kit = *state;
	int64_t few, many;

	kit_begin(kit);
	few = steps_among(kit, 100);
	many = steps_among(kit, 3000);
	assert_true(few > 0);
	if (many > few + 50)
		fail_msg("%lld steps among few, %lld among many",
		    (long long)few, (long long)many);
	kit_commit(kit);
}

int
main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, kit_open, kit_close)
	const struct CMUnitTest tests[] = {
	    TEST(who_is_furthest_behind_is_first),
	    TEST(all_listings_of_a_seller_move_alike),
	    TEST(newcomers_start_where_the_clock_stands),
	    TEST(who_comes_back_starts_where_the_clock_stands),
	    TEST(credit_ends_with_the_next_proposal),
	    TEST(what_cannot_be_chosen_is_not_there),
	    TEST(areas_part_the_turn),
	    TEST(no_area_is_left_out),
	    TEST(a_walk_comes_past_everybody_once),
	    TEST(reliability_is_a_running_mean),
	    TEST(a_search_is_kept),
	    TEST(a_choice_costs_the_same_among_few_and_many),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
