/* The loose ends of an order's life: goods that come free, a repeat, a farmer
 * who takes his word back, a buyer who says nothing. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "gateway/core/handler.h"
#include "gateway/store/store_offer.h"

#include "tests/scenario/story_stage.h"

#define DAYS (24 * HOURS)

static struct story *
market_day(const char *name)
{
	struct story *s = story_begin(name);

	story_market(s)->open_orders_per_person = 0;
	story_person(s, "Wanjiku", "+254711000001", "buyer", "Ugunja");
	story_person(s, "Njeri", "+254711000002", "buyer", "Bondo");
	story_person(s, "Akinyi", "+254722000001", "seller", "Yala");
	story_person(s, "Otieno", "+254722000002", "seller", "Siaya");
	return s;
}

/* A listing of which the first day is still to come. */
static void
offer_from(struct story *s, size_t actor, const char *product, int64_t kg,
    int64_t from_ms)
{
	struct offer offer = {.seller_id = s->people[actor].person_id,
	    .unit = "kg",
	    .price_minor = 4000,
	    .stock_milli = kg * 1000,
	    .from_ms = from_ms};

	str_copy(offer.product, sizeof(offer.product), str_from(product));
	store_begin(s->store);
	store_offer_put(s->store, &offer, s->now_ms);
	story_commit(s);
}

static void
promised_to_others(void **state)
{
	struct story *s = market_day("promised_to_others");

	(void)state;
	story_offer(s, "Akinyi", "tomato", "kg", 10, 40);
	story_text(s, "Wanjiku", "10 kg tomato");
	story_text(s, "Njeri", "4 kg tomato");
	story_text(s, "Njeri", "status");
	story_say(s, "a no sets it free");
	story_text(s, "Akinyi", "no");
	story_wait(s, 5 * MINUTES);
	story_ledger(s);
	story_say(s, "what is agreed is sold, and not waited for");
	story_text(s, "Akinyi", "yes");
	story_text(s, "Wanjiku", "6 kg tomato");
	story_text(s, "Akinyi", "yes");
	story_text(s, "Njeri", "2 kg tomato");
	story_ledger(s);
	story_end(s);
}

static void
promised_till_then(void **state)
{
	struct story *s = market_day("promised_till_then");

	(void)state;
	story_person(s, "Amina", "+254733000001", "officer", "Siaya");
	story_offer(s, "Akinyi", "tomato", "kg", 10, 40);
	story_text(s, "Wanjiku", "10 kg tomato");
	story_text(s, "Njeri", "4 kg tomato n 2 kg onion");
	story_text(s, "Akinyi", "1");
	story_say(s, "new goods come first to who waits longest");
	story_text(s, "Wanjiku", "3 kg tomato");
	story_text(s, "Otieno", "SELL tomato 5kg 45/kg");
	story_wait(s, 1 * MINUTES);
	story_wait(s, 3 * HOURS);
	story_ledger(s);
	story_end(s);
}

static void
on_sale_later(void **state)
{
	struct story *s = market_day("on_sale_later");
	int64_t friday = s->now_ms + 2 * DAYS - 9 * HOURS;

	(void)state;
	offer_from(s, 2, "tomato", 50, friday);
	story_text(s, "Wanjiku", "5 kg tomato");
	story_text(s, "Njeri", "5 kg tomato for tomorrow");
	story_ledger(s);
	story_wait(s, 2 * DAYS);
	story_text(s, "Akinyi", "yes");
	story_ledger(s);
	story_end(s);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(promised_to_others),
	    cmocka_unit_test(promised_till_then),
	    cmocka_unit_test(on_sale_later),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
