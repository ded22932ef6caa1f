/* Offers, and stock that never goes below zero. */
#include "tests/gateway/store_kit.h"

#include <string.h>

#include "gateway/store/store_offer.h"

/* Field by field: what lies between them is nobody's. */
static void
assert_same_offer(const struct offer *a, const struct offer *b)
{
	assert_int_equal(a->id, b->id);
	assert_int_equal(a->seller_id, b->seller_id);
	assert_string_equal(a->product, b->product);
	assert_string_equal(a->unit, b->unit);
	assert_int_equal(a->price_minor, b->price_minor);
	assert_int_equal(a->stock_milli, b->stock_milli);
	assert_int_equal(a->held_milli, b->held_milli);
	assert_int_equal(a->unit_grams, b->unit_grams);
	assert_string_equal(a->grade, b->grade);
	assert_int_equal(a->from_ms, b->from_ms);
	assert_int_equal(a->until_ms, b->until_ms);
	assert_int_equal(a->closed, b->closed);
	assert_int_equal(a->turn_key, b->turn_key);
	assert_int_equal(a->area_no, b->area_no);
	assert_int_equal(a->out, b->out);
	assert_int_equal(a->created_ms, b->created_ms);
	assert_int_equal(a->changed_ms, b->changed_ms);
}

static struct offer
maize(struct kit *kit, int seller, int64_t stock_milli)
{
	struct offer offer = {
	    .seller_id = kit_person(kit, seller),
	    .product = "maize",
	    .unit = "gunia",
	    .price_minor = 350000,
	    .stock_milli = stock_milli,
	    .unit_grams = 90000,
	    .grade = "A",
	    .from_ms = T0,
	    .until_ms = T0 + 9,
	};
	store_offer_put(kit->store, &offer, T0);
	return offer;
}

static void
an_offer_comes_back_whole(void **state)
{
	struct kit *kit = *state;
	struct offer out;
	kit_begin(kit);
	struct offer in = maize(kit, 1, 2500);
	assert_true(in.id > 0);
	assert_true(store_offer_get(kit->store, in.id, &out));
	assert_same_offer(&in, &out);
	assert_true(store_offer_hold(kit->store, in.id, 2000));
	in.stock_milli = 500; /* less than is held */
	in.price_minor = -1;
	store_offer_put(kit->store, &in, T0 + 5);
	assert_true(store_offer_get(kit->store, in.id, &out));
	assert_int_equal(out.stock_milli, 2000);
	assert_int_equal(out.held_milli, 2000);
	assert_int_equal(out.price_minor, -1);
	assert_int_equal(out.changed_ms, T0 + 5);
	assert_int_equal(out.created_ms, T0);
	kit_commit(kit);
	assert_false(store_offer_get(kit->store, 99, &out));
	kit_check(kit);
}

static void
a_sellers_offer_is_found_by_product_and_unit(void **state)
{
	struct kit *kit = *state;
	struct offer out;
	kit_begin(kit);
	struct offer sack = maize(kit, 1, 1000);
	struct offer kilo = sack;
	kilo.id = 0;
	str_copy(kilo.unit, sizeof(kilo.unit), STR("kg"));
	store_offer_put(kit->store, &kilo, T0);
	maize(kit, 2, 1000);
	int64_t seller_id = sack.seller_id;
	assert_true(
	    store_offer_find(kit->store, seller_id, "maize", "gunia", &out));
	assert_int_equal(out.id, sack.id);
	assert_true(store_offer_find(kit->store, seller_id, "maize", "", &out));
	assert_int_equal(out.id, kilo.id);
	assert_false(
	    store_offer_find(kit->store, seller_id, "beans", "", &out));
	kit_commit(kit);
}

struct seen {
	int64_t ids[16];
	int count, stop_at;
};

static bool
note(void *arg, const struct offer *offer)
{
	struct seen *seen = arg;
	seen->ids[seen->count++] = offer->id;
	return seen->count != seen->stop_at;
}

static void
lists_stop_when_told(void **state)
{
	struct kit *kit = *state;
	struct seen seen = {.count = 0};
	int64_t ids[6];
	kit_begin(kit);
	for (int i = 0; i < 6; i++)
		ids[i] = maize(kit, i, 1000).id;
	store_offer_each(kit->store, 0, ids[2], 9, note, &seen);
	assert_int_equal(seen.count, 3);
	seen = (struct seen){.stop_at = 2};
	store_offer_each(kit->store, 0, ids[2], 9, note, &seen);
	assert_int_equal(seen.count, 2);
	seen = (struct seen){0};
	store_offer_each(kit->store, kit_person(kit, 3), 0, 9, note, &seen);
	assert_int_equal(seen.count, 1);
	assert_int_equal(seen.ids[0], ids[3]);
	kit_commit(kit);
}

/* -- a hundred thousand turns of fate ------------------------------------ */

#define OFFERS 8
#define STEPS 100000

struct model {
	int64_t stock, held;
};

static void
one_step(struct kit *kit, int64_t id, struct model *m)
{
	int64_t milli = kit_below(kit, 400);
	switch (kit_below(kit, 4)) {
	case 0: {
		bool fits = m->stock - m->held >= milli;
		assert_int_equal(store_offer_hold(kit->store, id, milli), fits);
		m->held += fits ? milli : 0;
		return;
	}
	case 1:
		store_offer_release(kit->store, id, milli);
		m->held -= milli < m->held ? milli : m->held;
		return;
	case 2:
		store_offer_take(kit->store, id, milli);
		milli = milli < m->held ? milli : m->held;
		m->held -= milli;
		m->stock -= milli;
		return;
	default: {
		struct offer offer;
		if (kit_below(kit, 8) != 0)
			return;
		assert_true(store_offer_get(kit->store, id, &offer));
		offer.stock_milli = kit_below(kit, 3000);
		store_offer_put(kit->store, &offer, T0);
		m->stock =
		    offer.stock_milli > m->held ? offer.stock_milli : m->held;
	}
	}
}

static void
stock_never_goes_below_zero(void **state)
{
	struct kit *kit = *state;
	struct model models[OFFERS] = {0};
	int64_t ids[OFFERS];
	kit_begin(kit);
	for (int i = 0; i < OFFERS; i++)
		ids[i] = maize(kit, i, 0).id;
	for (int step = 1; step <= STEPS; step++) {
		int i = kit_below(kit, OFFERS);
		struct offer offer;
		one_step(kit, ids[i], &models[i]);
		assert_true(store_offer_get(kit->store, ids[i], &offer));
		assert_int_equal(offer.stock_milli, models[i].stock);
		assert_int_equal(offer.held_milli, models[i].held);
		assert_true(offer.held_milli >= 0);
		assert_true(offer.stock_milli >= offer.held_milli);
		if (step % 1000 == 0) {
			kit_commit(kit);
			kit_begin(kit);
		}
	}
	assert_false(store_offer_hold(kit->store, ids[0], -5));
	store_offer_release(kit->store, ids[0], -5);
	store_offer_take(kit->store, ids[0], -5);
	struct offer offer;
	assert_true(store_offer_get(kit->store, ids[0], &offer));
	assert_int_equal(offer.held_milli, models[0].held);
	kit_commit(kit);
	kit_check(kit);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, kit_open, kit_close)

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    TEST(an_offer_comes_back_whole),
	    TEST(a_sellers_offer_is_found_by_product_and_unit),
	    TEST(lists_stop_when_told),
	    TEST(stock_never_goes_below_zero),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
