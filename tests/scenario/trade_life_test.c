/* The loose ends of an order's life: goods that come free, a repeat, a farmer
 * who takes his word back, a buyer who says nothing. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "gateway/core/handler.h"
#include "gateway/store/store_erase.h"
#include "gateway/store/store_offer.h"
#include "gateway/store/store_person.h"

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

/* Their number is nobody's by then, and no text goes there. */
static void
buyer_erased(void **state)
{
	struct story *s = market_day("buyer_erased");
	char why[256];

	(void)state;
	story_person(s, "Amina", "+254733000001", "officer", "Siaya");
	story_offer(s, "Akinyi", "tomato", "kg", 10, 40);
	story_text(s, "Wanjiku", "10 kg tomato");
	story_text(s, "Akinyi", "yes");
	story_text(s, "Akinyi", "done");
	story_text(s, "Wanjiku", "got");
	story_say(s, "all is well, and the buyer asks to be forgotten");
	store_begin(s->store);
	assert_false(store_erase_blocked(
	    s->store, s->people[0].person_id, why, sizeof(why)));
	assert_int_not_equal(
	    store_erase_begin(s->store, s->people[0].person_id, s->now_ms), 0);
	story_commit(s);
	story_text(s, "Akinyi", "paid 100");
	story_text(s, "Akinyi", "late");
	story_wait(s, 5 * DAYS);
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

/* We were away while it waited: the time that was told grows, too. */
static void
promised_and_away(void **state)
{
	struct story *s = market_day("promised_and_away");

	(void)state;
	story_offer(s, "Akinyi", "tomato", "kg", 10, 40);
	story_text(s, "Wanjiku", "10 kg tomato");
	story_text(s, "Njeri", "4 kg tomato");
	story_outage(s, 3 * HOURS);
	story_text(s, "Akinyi", "no");
	story_wait(s, 1 * MINUTES);
	story_text(s, "Akinyi", "yes");
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

/* -- a farmer takes his word back ----------------------------------------- */

static struct story *
part_with_buyer(const char *name)
{
	struct story *s = market_day(name);

	story_offer(s, "Akinyi", "tomato", "kg", 50, 40);
	story_offer(s, "Otieno", "tomato", "kg", 50, 45);
	story_text(s, "Wanjiku", "10 kg tomato");
	story_text(s, "Akinyi", "only 6");
	return s;
}

static void
part_taken_back(void **state)
{
	struct story *s = part_with_buyer("part_taken_back");

	(void)state;
	story_text(s, "Akinyi", "cancel");
	story_text(s, "Akinyi", "1");
	story_say(s, "there is nothing to say yes to any more");
	story_text(s, "Wanjiku", "yes");
	story_text(s, "Otieno", "no");
	story_ledger(s);
	story_end(s);
}

static void
part_corrected(void **state)
{
	struct story *s = part_with_buyer("part_corrected");

	(void)state;
	story_text(s, "Akinyi", "sorry only 4");
	story_text(s, "Akinyi", "only 8");
	story_text(s, "Wanjiku", "yes");
	story_ledger(s);
	story_end(s);
}

static void
part_and_sold_out(void **state)
{
	struct story *s = part_with_buyer("part_and_sold_out");

	(void)state;
	story_text(s, "Akinyi", "SOLD OUT tomato");
	story_text(s, "Wanjiku", "yes");
	story_say(s, "and a farmer who stops our texts");
	story_text(s, "Otieno", "only 3");
	story_text(s, "Otieno", "stop");
	story_ledger(s);
	story_end(s);
}

/* Agreed for two goods: only the one that is named is given back. */
static void
one_of_two_goods(void **state)
{
	struct story *s = market_day("one_of_two_goods");

	(void)state;
	story_offer(s, "Akinyi", "tomato", "kg", 50, 40);
	story_offer(s, "Akinyi", "onion", "kg", 50, 60);
	story_text(s, "Wanjiku", "5 kg tomato and 3 kg onions");
	story_text(s, "Akinyi", "yes");
	story_text(s, "Akinyi", "cancel onions");
	story_text(s, "Akinyi", "1");
	story_ledger(s);
	story_end(s);
}

static void
odd_figures(void **state)
{
	struct story *s = market_day("odd_figures");

	(void)state;
	story_offer(s, "Akinyi", "tomato", "kg", 90, 40);
	story_text(s, "Wanjiku", "10 kg tomato");
	story_text(s, "Akinyi", "max 45");
	story_text(s, "Wanjiku", "1");
	story_text(s, "Njeri", "10 kg tomato");
	story_text(s, "Akinyi", "only 6");
	story_text(s, "Njeri", "6 is enough");
	story_text(s, "Njeri", "1");
	story_ledger(s);
	story_end(s);
}

/* An answer, and an order behind it. */
static void
yes_and_more(void **state)
{
	struct story *s = part_with_buyer("yes_and_more");

	(void)state;
	story_offer(s, "Otieno", "egg", "tray", 50, 400);
	story_text(s, "Wanjiku", "yes and 2 trays eggs");
	story_text(s, "Otieno", "yes both");
	story_ledger(s);
	story_end(s);
}

/* -- two farmers for one order -------------------------------------------- */

static struct story *
two_parts(const char *name)
{
	struct story *s = part_with_buyer(name);

	story_text(s, "Otieno", "only 3");
	return s;
}

static void
two_parts_one_yes(void **state)
{
	struct story *s = two_parts("two_parts_one_yes");

	(void)state;
	story_text(s, "Wanjiku", "yes");
	story_ledger(s);
	story_text(s, "Wanjiku", "no");
	story_ledger(s);
	story_end(s);
}

static void
two_parts_by_name(void **state)
{
	struct story *s = two_parts("two_parts_by_name");

	(void)state;
	story_text(s, "Wanjiku", "no otieno");
	story_text(s, "Wanjiku", "yes Akinyi");
	story_ledger(s);
	story_end(s);
}

static void
two_parts_both(void **state)
{
	struct story *s = two_parts("two_parts_both");

	(void)state;
	story_text(s, "Wanjiku", "yes both");
	story_say(s, "one of the two farmers is dropped by name");
	story_text(s, "Wanjiku", "cancel otieno");
	story_text(s, "Wanjiku", "1");
	story_ledger(s);
	story_end(s);
}

/* -- who buys and sells --------------------------------------------------- */

static void
buys_and_sells(void **state)
{
	struct story *s = market_day("buys_and_sells");

	(void)state;
	story_offer(s, "Akinyi", "tomato", "kg", 50, 40);
	story_offer(s, "Otieno", "onion", "kg", 50, 60);
	story_text(s, "Wanjiku", "5 kg tomato");
	story_text(s, "Akinyi", "yes");
	story_text(s, "Akinyi", "i want 3 kg onions");
	story_text(s, "Akinyi", "cancel");
	story_text(s, "Akinyi", "2");
	story_ledger(s);
	story_say(s, "what she has handed over is nothing to cancel");
	story_text(s, "Njeri", "4 kg tomato");
	story_text(s, "Akinyi", "yes");
	story_text(s, "Akinyi", "done");
	story_text(s, "Akinyi", "cancel");
	story_end(s);
}

/* The buyer leaves out what a farmer was asked for; his late yes did not come
 * too late for others. */
static void
left_out(void **state)
{
	struct story *s = market_day("left_out");

	(void)state;
	story_offer(s, "Akinyi", "tomato", "kg", 50, 40);
	story_offer(s, "Otieno", "onion", "kg", 50, 60);
	story_text(s, "Wanjiku", "5 kg tomato and 2 kg onions");
	story_text(s, "Wanjiku", "no tomatoes");
	story_text(s, "Wanjiku", "1");
	story_text(s, "Akinyi", "yes");
	story_ledger(s);
	story_end(s);
}

/* -- days ------------------------------------------------------------------ */

static void
the_sellers_day(void **state)
{
	struct story *s = market_day("the_sellers_day");

	(void)state;
	story_offer(s, "Akinyi", "tomato", "kg", 50, 40);
	story_text(s, "Wanjiku", "10 kg tomato");
	story_text(s, "Akinyi", "i have 10 but only tomorrow");
	story_text(s, "Akinyi", "done tomorrow");
	story_text(s, "Akinyi", "it will be done on friday");
	story_text(s, "Akinyi", "done");
	story_say(s, "the buyer has named a day");
	story_text(s, "Njeri", "4 kg tomato for friday");
	story_text(s, "Akinyi", "yes but tomorrow");
	story_text(s, "Akinyi", "2");
	story_text(s, "Njeri", "6 kg tomato for friday");
	story_text(s, "Akinyi", "yes friday");
	story_ledger(s);
	story_end(s);
}

/* -- the same once more -----------------------------------------------------
 */

static void
again_and_again(void **state)
{
	struct story *s = market_day("again_and_again");

	(void)state;
	story_offer(s, "Akinyi", "tomato", "kg", 90, 40);
	story_text(s, "Wanjiku", "5 kg tomato");
	story_text(s, "Wanjiku", "5 kg tomato");
	story_text(s, "Wanjiku", "AGAIN");
	story_say(s, "the same button twice");
	story_text(s, "Wanjiku", "AGAIN");
	story_text(s, "Wanjiku", "2");
	story_text(s, "Wanjiku", "again");
	story_text(s, "Wanjiku", "1");
	story_wait(s, 6 * MINUTES);
	story_text(s, "Wanjiku", "again 2 kg tomato");
	story_text(s, "Wanjiku", "again 2 kg tomato");
	story_text(s, "Wanjiku", "no");
	story_ledger(s);
	story_end(s);
}

/* What is said twice changes nothing the second time. */
static void
said_twice(void **state)
{
	static const struct {
		const char *who, *text;
	} said[] = {
	    {"Wanjiku", "5 kg tomato"},
	    {"Akinyi", "yes #C3N"},
	    {"Akinyi", "done #C3N"},
	    {"Wanjiku", "got #C3N"},
	    {"Akinyi", "paid #C3N 100"},
	    {"Akinyi", "paid #C3N 100 more"},
	    {"Wanjiku", "problem #C3N 1 kg was rotten"},
	};
	struct story *s = market_day("said_twice");

	(void)state;
	story_offer(s, "Akinyi", "tomato", "kg", 90, 40);
	for (size_t i = 0; i < sizeof(said) / sizeof(said[0]); i++) {
		story_text(s, said[i].who, said[i].text);
		story_text(s, said[i].who, said[i].text);
	}
	story_ledger(s);
	story_say(s, "and what is dropped");
	story_text(s, "Njeri", "2 kg tomato");
	story_text(s, "Njeri", "cancel");
	story_text(s, "Njeri", "cancel");
	story_text(s, "Akinyi", "no");
	story_text(s, "Akinyi", "no");
	story_text(s, "Njeri", "3 kg tomato");
	story_text(s, "Akinyi", "no");
	story_text(s, "Akinyi", "no");
	story_ledger(s);
	story_end(s);
}

/* -- money ------------------------------------------------------------------
 */

static void
credit_and_parts(void **state)
{
	struct story *s = market_day("credit_and_parts");

	(void)state;
	story_offer(s, "Akinyi", "tomato", "kg", 90, 40);
	story_text(s, "Akinyi", "credit");
	story_text(s, "Wanjiku", "5 kg tomato");
	story_text(s, "Akinyi", "yes");
	story_text(s, "Akinyi", "CREDIT #C3N");
	story_text(s, "Akinyi", "credit");
	story_text(s, "Akinyi", "done");
	story_wait(s, 10 * MINUTES);
	story_text(s, "Akinyi", "PAID #C3N 150");
	story_wait(s, 10 * MINUTES);
	story_text(s, "Akinyi", "PAID #C3N 50");
	story_text(s, "Akinyi", "PAID #C3N 50");
	story_text(s, "Akinyi", "CREDIT #C3N");
	story_ledger(s);
	story_end(s);
}

/* -- measures ---------------------------------------------------------------
 */

/* A pack without a weight is compared with the same pack only. */
static void
own_pack(void **state)
{
	struct story *s = market_day("own_pack");

	(void)state;
	story_text(s, "Akinyi", "SELL maize 10 debe 400 each");
	story_text(s, "Wanjiku", "36 kg maize");
	story_text(s, "Akinyi", "1 debe = 18kg");
	story_text(s, "Wanjiku", "36 kg maize");
	story_text(s, "Akinyi", "yes");
	story_text(s, "Otieno", "SELL maize 10 debe = 20kg 400");
	story_text(s, "Otieno", "1");
	story_text(s, "Otieno", "2 debe = 38 kg");
	story_text(s, "Otieno", "1 bag = 90kg");
	story_text(s, "Njeri", "3 debe maize");
	story_text(s, "Otieno", "yes");
	story_say(s, "an answer with a weight is an answer");
	story_wait(s, 6 * MINUTES);
	story_text(s, "Njeri", "4 debe maize");
	story_text(s, "Akinyi", "only 2 debe = 36 kg");
	story_ledger(s);
	story_end(s);
}

/* -- complaints ------------------------------------------------------------ */

static void
put_in_area(struct story *s, size_t actor, int64_t area_id)
{
	struct person person;

	store_begin(s->store);
	assert_true(
	    store_person_get(s->store, s->people[actor].person_id, &person));
	person.area_id = area_id;
	store_person_put(s->store, &person);
	story_commit(s);
}

/* The officer does nothing: reminded, then the one of the area above is told;
 * each of them once a date. */
static void
passed_up(void **state)
{
	struct story *s = market_day("passed_up");
	int64_t village;

	(void)state;
	story_person(s, "Amina", "+254733000001", "officer", "Ugunja");
	story_person(s, "Grace", "+254733000002", "officer", "Siaya");
	story_offer(s, "Akinyi", "tomato", "kg", 90, 40);
	store_begin(s->store);
	village = store_area_ensure(s->store, "Ugunja", "Siaya");
	story_commit(s);
	put_in_area(s, 0, village);
	put_in_area(s, 4, village);
	store_begin(s->store);
	village = store_area_ensure(s->store, "Siaya", "");
	story_commit(s);
	put_in_area(s, 5, village);
	story_text(s, "Wanjiku", "5 kg tomato");
	story_text(s, "Akinyi", "yes");
	story_text(s, "Wanjiku", "PROBLEM #C3N short 2kg");
	story_wait(s, 3 * DAYS);
	story_wait(s, 3 * DAYS);
	story_wait(s, 3 * DAYS);
	story_text(s, "Grace", "DONE #C3N");
	story_ledger(s);
	story_end(s);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(promised_to_others),
	    cmocka_unit_test(buyer_erased),
	    cmocka_unit_test(promised_till_then),
	    cmocka_unit_test(promised_and_away),
	    cmocka_unit_test(on_sale_later),
	    cmocka_unit_test(part_taken_back),
	    cmocka_unit_test(part_corrected),
	    cmocka_unit_test(part_and_sold_out),
	    cmocka_unit_test(one_of_two_goods),
	    cmocka_unit_test(yes_and_more),
	    cmocka_unit_test(odd_figures),
	    cmocka_unit_test(two_parts_one_yes),
	    cmocka_unit_test(two_parts_by_name),
	    cmocka_unit_test(two_parts_both),
	    cmocka_unit_test(buys_and_sells),
	    cmocka_unit_test(left_out),
	    cmocka_unit_test(the_sellers_day),
	    cmocka_unit_test(again_and_again),
	    cmocka_unit_test(said_twice),
	    cmocka_unit_test(credit_and_parts),
	    cmocka_unit_test(own_pack),
	    cmocka_unit_test(passed_up),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
