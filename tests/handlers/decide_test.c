/* The pure halves of the trade: facts and an intent in, a decision out.  No
 * store, no clock. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <cmocka.h>

#include "base/clock.h"
#include "base/json.h"

#include "handlers/alloc.h"
#include "handlers/amount.h"
#include "handlers/confirm.h"
#include "handlers/day.h"
#include "handlers/draft.h"
#include "handlers/order.h"
#include "handlers/pick.h"
#include "handlers/proposal.h"
#include "handlers/stock.h"
#include "handlers/unusual.h"

#define HOUR INT64_C(3600000)

static const char goods[] =
    "{\"products\":[{\"key\":\"tomato\",\"names\":{\"en\":[\"tomato\"],"
    "\"zh\":[\"西红柿\"]}},{\"key\":\"maize\",\"names\":{\"en\":[\"maize\"]},"
    "\"units\":{\"bag\":{\"grams\":90000}}}],\"units\":[{\"key\":\"kg\","
    "\"names\":{\"en\":[\"kg\"]}},{\"key\":\"bag\",\"names\":{\"en\":"
    "[\"bag\"]}},{\"key\":\"jin\",\"names\":{\"zh\":[\"斤\"]}}]}";

static struct catalogue *
catalogue(void)
{
	struct err err = {0};
	struct catalogue *cat = catalogue_load(str_from(goods), NULL, &err);

	if (cat == NULL)
		fail_msg("%s", err.text);
	return cat;
}

/* The one that is brought along, in all languages. */
static struct catalogue *
whole_catalogue(void)
{
	struct err err = {0};
	json_t *json = json_read_file(
	    FURROW_SOURCE "/packaging/catalogue.json", 1u << 20, &err);
	char *text = json_dumps(json, 0);
	struct catalogue *cat;

	assert_non_null(text);
	cat = catalogue_load(str_from(text), NULL, &err);
	free(text);
	json_decref(json);
	if (cat == NULL)
		fail_msg("%s", err.text);
	return cat;
}

/* -- orders -------------------------------------------------------------- */

static void
orders_are_judged(void **state)
{
	static const struct {
		struct order_facts facts;
		enum order_verdict verdict;
	} rows[] = {
	    {{.known = true, .limit = 5}, ORDER_FINE},
	    {{.repeated = true, .known = true, .limit = 5}, ORDER_REPEATED},
	    {{.repeated = true, .again = true, .known = true}, ORDER_FINE},
	    {{.open = 1, .limit = 5}, ORDER_FIRST_OPEN},
	    {{.open = 0, .limit = 5}, ORDER_FINE},
	    {{.repeated = true, .again = true, .open = 1}, ORDER_FIRST_OPEN},
	    {{.known = true, .open = 4, .limit = 5}, ORDER_FINE},
	    {{.known = true, .open = 5, .limit = 5}, ORDER_TOO_MANY},
	    {{.known = true, .open = 500, .limit = 0}, ORDER_FINE},
	    {{.known = true, .worth = 500, .worth_limit = 500}, ORDER_FINE},
	    {{.known = true, .worth = 501, .worth_limit = 500}, ORDER_TOO_DEAR},
	    {{.known = true, .worth = 501, .worth_limit = 0}, ORDER_FINE},
	    {{.repeated = true, .worth = 501, .worth_limit = 500},
		ORDER_REPEATED},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		assert_int_equal(order_judge(&rows[i].facts), rows[i].verdict);
}

/* -- answers ------------------------------------------------------------- */

static struct book
book_of(unsigned first, unsigned second)
{
	struct book book = {.late_at = -1};

	book.orders[0] = (struct book_order){1, "K7F", first, 0};
	book.orders[1] = (struct book_order){2, "M2P", second, 0};
	book.count = second ? 2 : first ? 1 : 0;
	return book;
}

static void
answers_are_decided(void **state)
{
	static const struct {
		unsigned first, second;
		struct intent intent;
		enum confirm_act act;
		size_t at;
	} rows[] = {
	    {0, 0, {.kind = INTENT_ACCEPT}, CONFIRM_NOTHING, 0},
	    {BOOK_ASKED, 0, {.kind = INTENT_ACCEPT}, CONFIRM_YES, 0},
	    {BOOK_ASKED, 0, {.kind = INTENT_REJECT}, CONFIRM_NO, 0},
	    {BOOK_ASKED, 0, {.kind = INTENT_DIGIT, .number = 1}, CONFIRM_YES,
		0},
	    {BOOK_ASKED, 0, {.kind = INTENT_DIGIT, .number = 2}, CONFIRM_NO, 0},
	    {BOOK_ASKED, 0, {.kind = INTENT_DIGIT, .number = 3}, CONFIRM_SOME,
		0},
	    {BOOK_ASKED, 0, {.kind = INTENT_DIGIT, .number = 7}, CONFIRM_ASK,
		0},
	    {BOOK_ASKED, 0, {.kind = INTENT_PARTIAL}, CONFIRM_SOME, 0},
	    {BOOK_ASKED, 0, {.kind = INTENT_COUNTER, .price_milli = 45000},
		CONFIRM_PRICE, 0},
	    {BOOK_ASKED, 0, {.kind = INTENT_COUNTER}, CONFIRM_ASK, 0},
	    /* a doubt is never consent; which order it is, is judged here */
	    {BOOK_ASKED, 0,
		{.kind = INTENT_ACCEPT, .ask = true, .why = INTENT_ASK_CONFIRM},
		CONFIRM_ASK, 0},
	    {BOOK_ASKED, BOOK_SELLER,
		{.kind = INTENT_ACCEPT, .ask = true, .why = INTENT_ASK_CODE},
		CONFIRM_YES, 0},
	    {BOOK_ASKED, BOOK_ASKED, {.kind = INTENT_ACCEPT}, CONFIRM_WHICH, 0},
	    {BOOK_ASKED, BOOK_ASKED, {.kind = INTENT_ACCEPT, .code = "M2P"},
		CONFIRM_YES, 1},
	    {BOOK_ASKED, BOOK_ASKED, {.kind = INTENT_ACCEPT, .code = "Q3R"},
		CONFIRM_WRONG_CODE, 0},
	    /* a bare code is not consent */
	    {BOOK_ASKED, 0, {.kind = INTENT_CODE_ONLY, .code = "K7F"},
		CONFIRM_ASK, 0},
	    {BOOK_SELLER, 0, {.kind = INTENT_ACCEPT, .code = "K7F"},
		CONFIRM_SHOW, 0},
	    {BOOK_BUYER, 0, {.kind = INTENT_CODE_ONLY, .code = "K7F"},
		CONFIRM_SHOW, 0},
	    {BOOK_BUYER | BOOK_BUYER_ASKED, 0, {.kind = INTENT_ACCEPT},
		CONFIRM_BUYER_YES, 0},
	    {BOOK_BUYER | BOOK_BUYER_ASKED, 0,
		{.kind = INTENT_DIGIT, .number = 2}, CONFIRM_BUYER_NO, 0},
	    {BOOK_PAST, 0, {.kind = INTENT_ACCEPT, .code = "K7F"}, CONFIRM_LATE,
		0},
	    {BOOK_PAST, 0, {.kind = INTENT_ACCEPT}, CONFIRM_NOTHING, 0},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct book book = book_of(rows[i].first, rows[i].second);
		struct confirm_choice choice =
		    confirm_decide(&book, &rows[i].intent);

		if (choice.act != rows[i].act || choice.at != rows[i].at)
			fail_msg("row %zu: %d at %zu", i, (int)choice.act,
			    choice.at);
	}
}

static void
late_answers(void **state)
{
	struct book book = book_of(BOOK_PAST, 0);
	struct intent yes = {.kind = INTENT_DIGIT, .number = 1};
	struct intent no = {.kind = INTENT_REJECT};

	(void)state;
	book.late_at = 0;
	assert_int_equal(confirm_decide(&book, &yes).act, CONFIRM_LATE);
	assert_int_equal(confirm_decide(&book, &no).act, CONFIRM_NOTHING);
}

static void
orders_are_picked(void **state)
{
	struct book book = book_of(BOOK_BUYER, BOOK_SELLER);
	size_t at;

	(void)state;
	assert_int_equal(pick_judge(&book, "", BOOK_BUYER, &at), PICK_ONE);
	assert_int_equal(at, 0);
	assert_int_equal(pick_judge(&book, "", BOOK_ASKED, &at), PICK_NONE);
	assert_int_equal(
	    pick_judge(&book, "", BOOK_BUYER | BOOK_SELLER, &at), PICK_WHICH);
	assert_int_equal(pick_judge(&book, "m2p", BOOK_SELLER, &at), PICK_ONE);
	assert_int_equal(at, 1);
	assert_int_equal(
	    pick_judge(&book, "M2P", BOOK_BUYER, &at), PICK_WRONG_CODE);
}

/* -- whose turn ---------------------------------------------------------- */

static struct line
line_of(const char *product, const char *unit, int64_t milli, int64_t grams)
{
	struct line line = {.qty_milli = milli,
	    .unit_grams = grams,
	    .price_max_minor = -1,
	    .price_minor = -1,
	    .accepted_milli = -1};

	str_copy(line.product, sizeof(line.product), str_from(product));
	str_copy(line.unit, sizeof(line.unit), str_from(unit));
	return line;
}

static struct offer
offer_of(const char *product, const char *unit, int64_t stock, int64_t held)
{
	struct offer offer = {.id = 1,
	    .seller_id = 7,
	    .price_minor = 4000,
	    .stock_milli = stock,
	    .held_milli = held};

	str_copy(offer.product, sizeof(offer.product), str_from(product));
	str_copy(offer.unit, sizeof(offer.unit), str_from(unit));
	return offer;
}

static void
sellers_are_judged(void **state)
{
	struct catalogue *cat = catalogue();
	struct line line = line_of("tomato", "kg", 5000, 1000);
	struct offer offer = offer_of("tomato", "kg", 50000, 0);
	struct person seller = {.id = 7, .roles = PERSON_SELLER};
	struct alloc_fit fit;

	(void)state;
	assert_int_equal(
	    alloc_judge(&fit, cat, &line, &offer, &seller, 1, 100), ALLOC_GOOD);
	assert_int_equal(fit.qty_milli, 5000);
	assert_int_equal(fit.hold_milli, 5000);
	assert_int_equal(fit.price_minor, 4000);
	assert_int_equal(alloc_judge(&fit, cat, &line, &offer, &seller, 7, 100),
	    ALLOC_NOT_SELLER);
	seller.stopped_ms = 1;
	assert_int_equal(alloc_judge(&fit, cat, &line, &offer, &seller, 1, 100),
	    ALLOC_NOT_SELLER);
	seller.stopped_ms = 0;
	seller.roles = PERSON_BUYER;
	assert_int_equal(alloc_judge(&fit, cat, &line, &offer, &seller, 1, 100),
	    ALLOC_NOT_SELLER);
	seller.roles = PERSON_SELLER;
	offer.held_milli = 47000;
	assert_int_equal(
	    alloc_judge(&fit, cat, &line, &offer, &seller, 1, 100), ALLOC_GOOD);
	assert_int_equal(fit.qty_milli, 3000);
	offer.held_milli = 50000;
	assert_int_equal(alloc_judge(&fit, cat, &line, &offer, &seller, 1, 100),
	    ALLOC_NOT_NOW);
	offer.held_milli = 0;
	offer.until_ms = 100;
	assert_int_equal(alloc_judge(&fit, cat, &line, &offer, &seller, 1, 100),
	    ALLOC_NOT_NOW);
	offer.until_ms = 0;
	line.price_max_minor = 3999;
	assert_int_equal(alloc_judge(&fit, cat, &line, &offer, &seller, 1, 100),
	    ALLOC_PRICE);
	catalogue_free(&cat);
}

static void
measures_are_compared(void **state)
{
	struct catalogue *cat = catalogue();
	struct line line = line_of("maize", "kg", 100000, 1000);
	struct offer offer = offer_of("maize", "bag", 10000, 0);
	struct person seller = {.id = 7, .roles = PERSON_SELLER};
	struct alloc_fit fit;

	(void)state;
	/* 100 kg of 90-kg bags: a hold of 1.112 bags covers it */
	offer.price_minor = 350000;
	assert_int_equal(
	    alloc_judge(&fit, cat, &line, &offer, &seller, 1, 100), ALLOC_GOOD);
	assert_int_equal(fit.hold_milli, 1112);
	assert_int_equal(fit.price_minor, 3889);
	/* the seller's own pack outranks the catalogue's */
	offer.unit_grams = 50000;
	assert_int_equal(
	    alloc_judge(&fit, cat, &line, &offer, &seller, 1, 100), ALLOC_GOOD);
	assert_int_equal(fit.hold_milli, 2000);
	/* a pack without a weight is compared with the same pack only */
	line = line_of("tomato", "kg", 5000, 1000);
	offer = offer_of("tomato", "crate", 10000, 0);
	assert_int_equal(
	    alloc_judge(&fit, cat, &line, &offer, &seller, 1, 100), ALLOC_UNIT);
	line = line_of("tomato", "crate", 5000, 0);
	assert_int_equal(
	    alloc_judge(&fit, cat, &line, &offer, &seller, 1, 100), ALLOC_GOOD);
	catalogue_free(&cat);
}

static void
hostile_quantities(void **state)
{
	struct stock_unit kg = {"kg", 1000}, tonne = {"tonne", 1000000};
	struct stock_unit bag = {"bag", 0};
	int64_t out;

	(void)state;
	assert_false(stock_convert(&out, INT64_MAX / 10, tonne, kg, true));
	assert_false(stock_convert(&out, 1000, bag, kg, true));
	assert_true(stock_convert(&out, 1, kg, tonne, true));
	assert_int_equal(out, 1);
	assert_true(stock_convert(&out, 1, kg, tonne, false));
	assert_int_equal(out, 0);
	assert_false(stock_price(&out, INT64_MAX / 2, kg, tonne));
	assert_int_equal(amount_total(INT64_MAX / 2, 1000), -1);
	assert_int_equal(amount_total(2500, 4001), 10003);
	assert_int_equal(amount_total(1000, -1), -1);
}

/* -- time ---------------------------------------------------------------- */

static struct market
kenya(void)
{
	setenv("TZ", "Africa/Nairobi", 1);
	tzset();
	return (struct market){.timezone = "Africa/Nairobi",
	    .language = "en",
	    .currency = "KES",
	    .currency_places = 2,
	    .answer_within_ms = 2 * HOUR,
	    .quiet_from_min = 20 * 60 + 30,
	    .quiet_until_min = 6 * 60 + 30};
}

static void
days_are_found(void **state)
{
	struct market m = kenya();
	int64_t now = clock_from_civil(2026, 11, 25, 22, 30, 0);
	static const struct {
		const char *said, *kept;
	} rows[] = {
	    {"", ""},
	    {"today", "2026-11-26"}, /* half past one in Nairobi */
	    {"tomorrow", "2026-11-27"},
	    {"thu", "2026-11-26"},
	    {"fri", "2026-11-27"},
	    {"wed", "2026-12-02"},
	    {"2026-12-24", "2026-12-24"},
	    {"31-05", "2027-05-31"},
	    {"30-11", "2026-11-30"},
	    {"99-99", "99-99"},
	};
	char kept[DAY_OCTETS];

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		day_keep(kept, &m, now, rows[i].said, true);
		assert_string_equal(kept, rows[i].kept);
	}
	/* no dates while the clock is unsure */
	day_keep(kept, &m, now, "fri", false);
	assert_string_equal(kept, "fri");
	assert_int_equal(day_start_ms(&m, now, day_number("2026-11-26")),
	    clock_from_civil(2026, 11, 25, 21, 0, 0));
}

static void
later_days_leave_more_time(void **state)
{
	struct market m = kenya();
	int64_t now = clock_from_civil(2026, 11, 25, 6, 0, 0);

	(void)state;
	assert_int_equal(day_answer_ms(&m, now, ""), 2 * HOUR);
	assert_int_equal(day_answer_ms(&m, now, "2026-11-26"), 2 * HOUR);
	assert_int_equal(day_answer_ms(&m, now, "2026-11-27"), 4 * HOUR);
	assert_int_equal(day_answer_ms(&m, now, "2026-12-27"), 6 * HOUR);
}

static void
the_clock_sleeps_at_night(void **state)
{
	struct market m = kenya();
	/* 19:30 in Nairobi: an hour of waking time is left today */
	int64_t evening = clock_from_civil(2026, 11, 25, 16, 30, 0);
	struct proposal_clock c = proposal_clock(&m, evening, 2 * HOUR);

	(void)state;
	assert_int_equal(c.remind_ms, evening + HOUR);
	assert_int_equal(c.due_ms, clock_from_civil(2026, 11, 26, 4, 30, 0));
	c = proposal_clock(&m, evening, 8000);
	assert_int_equal(c.remind_ms, 0);
	assert_int_equal(c.due_ms, evening + 8000);
}

/* -- drafts -------------------------------------------------------------- */

static void
drafts_are_filled(void **state)
{
	struct catalogue *cat = catalogue();
	struct intent order = {.kind = INTENT_ORDER, .items_count = 1};
	struct intent five = {
	    .kind = INTENT_DIGIT, .number = 5, .items_count = 1};
	struct draft draft, again;
	char json[2048];
	size_t at;

	(void)state;
	order.items[0].product = 0;
	five.items[0] = (struct intent_item){
	    .product = -1, .has_qty = true, .qty_milli = 5000, .unit = "kg"};
	draft_from(&draft, cat, &order, INTENT_ORDER);
	draft.asked = draft_lack(&draft, &draft.at);
	assert_int_equal(draft.asked, DRAFT_QUANTITY);
	assert_true(draft_write(json, sizeof(json), &draft));
	assert_true(draft_read(&again, json));
	assert_int_equal(draft_fill(&again, cat, &five), 1);
	assert_int_equal(draft_lack(&again, &at), DRAFT_WHOLE);
	assert_int_equal(again.items[0].qty_milli, 5000);
	assert_string_equal(again.items[0].unit, "kg");
	/* another product is another order, not an answer */
	five.kind = INTENT_ORDER;
	five.items[0].product = 1;
	assert_int_equal(draft_fill(&draft, cat, &five), 0);
	/* a no is a no */
	assert_int_equal(
	    draft_fill(&draft, cat, &(struct intent){.kind = INTENT_REJECT}),
	    -1);
	catalogue_free(&cat);
}

static void
doubts_are_asked(void **state)
{
	struct catalogue *cat = catalogue();
	struct intent order = {.kind = INTENT_ORDER, .items_count = 1};
	struct draft draft;
	size_t at;

	(void)state;
	order.items[0] = (struct intent_item){.product = 0,
	    .has_qty = true,
	    .qty_milli = 2000,
	    .qty_high_milli = 3000,
	    .unit = "kg"};
	draft_from(&draft, cat, &order, INTENT_ORDER);
	draft.asked = draft_lack(&draft, &draft.at);
	assert_int_equal(draft.asked, DRAFT_NUMBER);
	assert_int_equal(
	    draft_fill(&draft, cat,
		&(struct intent){.kind = INTENT_DIGIT, .number = 2}),
	    1);
	/* the second choice, or the first one's figure? */
	assert_int_equal(draft.items[0].qty_milli, 2000);
	assert_int_equal(draft_lack(&draft, &at), DRAFT_CONFIRM);
	order.items[0].qty_milli = 4000;
	order.items[0].qty_high_milli = 5000;
	draft_from(&draft, cat, &order, INTENT_ORDER);
	draft.asked = draft_lack(&draft, &draft.at);
	assert_int_equal(
	    draft_fill(&draft, cat,
		&(struct intent){.kind = INTENT_DIGIT, .number = 2}),
	    1);
	assert_int_equal(draft.items[0].qty_milli, 5000);
	assert_int_equal(draft_lack(&draft, &at), DRAFT_WHOLE);
	/* a yes is kept: it is not asked a second time */
	order.items[0].qty_high_milli = 0;
	draft_from(&draft, cat, &order, INTENT_ORDER);
	draft.confirm = true;
	draft.asked = draft_lack(&draft, &draft.at);
	assert_int_equal(draft.asked, DRAFT_CONFIRM);
	assert_int_equal(
	    draft_fill(&draft, cat, &(struct intent){.kind = INTENT_ACCEPT}),
	    1);
	assert_true(draft.sure);
	catalogue_free(&cat);
}

static void
unusual_orders_are_judged(void **state)
{
	static const struct {
		struct unusual_facts facts;
		bool unusual;
	} rows[] = {
	    /* weight, amount, most, times, grams */
	    {{true, 500000, 0, 10, 500000}, false},
	    {{true, 500001, 0, 10, 500000}, true},
	    {{true, 500001, 0, 10, 0}, false},
	    {{false, 500001, 0, 10, 500000}, true},
	    {{false, INT64_MAX, 0, 10, 0}, false},
	    /* whoever ordered it before goes by that */
	    {{true, 50000, 5000, 10, 500000}, false},
	    {{true, 50001, 5000, 10, 500000}, true},
	    {{true, 900000, 800000, 10, 500000}, false},
	    {{true, 900000, 5, 0, 500000}, false},
	    {{false, 2001, 100, 20, 1}, true},
	    {{false, INT64_MAX, INT64_MAX, 10, 1}, false},
	    /* two tonnes, whatever the market says */
	    {{true, 2000001, 0, 0, 0}, true},
	    {{true, 2000001, 1999999, 10, 0}, true},
	    {{true, 2000001, 2000001, 10, 0}, false},
	    {{true, INT64_MAX, 1, 10, 0}, true},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		assert_int_equal(
		    unusual_judge(&rows[i].facts), rows[i].unusual);
}

static void
bad_payloads_are_refused(void **state)
{
	struct draft draft;

	(void)state;
	assert_false(draft_read(&draft, ""));
	assert_false(draft_read(&draft, "{}"));
	assert_false(draft_read(&draft, "[1]"));
	assert_false(draft_read(&draft, "{\"items\":[{}],\"at\":9}"));
	assert_true(draft_read(&draft, "{\"items\":[7],\"at\":0}"));
}

/* -- amounts ------------------------------------------------------------- */

static void
amounts_are_human(void **state)
{
	struct catalogue *cat = catalogue();
	struct market m = kenya();
	struct err err = {0};
	struct phrases *phrases =
	    phrases_load(FURROW_SOURCE "/handlers/phrases", &err);
	struct amount_style en = {cat, &m, "en", phrases};
	struct amount_style zh = {cat, &m, "zh", phrases};
	char text[AMOUNT_OCTETS];

	(void)state;
	assert_non_null(phrases);
	phrases_set_market(phrases, m.language);
	assert_string_equal(
	    amount_goods(text, &en, "tomato", 5000, "kg", 0), "5 kg tomato");
	assert_string_equal(
	    amount_goods(text, &en, "maize", 2000, "bag", 90000),
	    "2 bags (90 kg) maize");
	assert_string_equal(
	    amount_goods(text, &en, "maize", 1000, "bag", 0), "1 bag maize");
	assert_string_equal(
	    amount_goods(text, &en, "gone", 1500, "piece", 0), "1.5 gone");
	assert_string_equal(
	    amount_goods(text, &zh, "tomato", 5000, "jin", 0), "西红柿5斤");
	assert_string_equal(amount_money(text, &en, 20000), "KES 200");
	assert_string_equal(
	    amount_price(text, &en, 4050, "kg"), "KES 40.50/kg");
	assert_string_equal(amount_price(text, &en, -1, "kg"), "");
	str_copy(m.currency, sizeof(m.currency), STR("CNY"));
	assert_string_equal(amount_price(text, &zh, 400, "jin"), "4元/斤");
	assert_int_equal(amount_minor(&m, 4050), 405);
	assert_int_equal(amount_minor(&m, INT64_MAX), -1);
	phrases_free(&phrases);
	catalogue_free(&cat);
}

/* Names, order and plurals of each language; in letters its reader reads. */
static void
amounts_are_in_their_language(void **state)
{
	static const struct {
		const char *lang, *product;
		int64_t milli;
		const char *unit, *text;
	} rows[] = {
	    {"en", "maize", 2000, "sack", "2 sacks maize"},
	    {"zh", "maize", 2000, "sack", "玉米2麻袋"},
	    {"zh-Hant", "maize", 2000, "sack", "玉米2麻袋"},
	    {"zh-Latn", "maize", 2000, "sack", "yumi 2 madai"},
	    {"sw", "tomato", 5000, "kg", "nyanya kilo 5"},
	    {"sw", "maize", 2000, "sack", "mahindi magunia 2"},
	    {"hi", "tomato", 5000, "kg", "5 किलो टमाटर"},
	    {"hi-Latn", "tomato", 5000, "kg", "5 kilo tamatar"},
	    {"fr", "maize", 2000, "sack", "2 sacs mais"},
	    {"es", "maize", 1000, "sack", "1 saco maiz"},
	    {"pt", "maize", 2500, "sack", "2.5 sacas milho"},
	    {"bn", "tomato", 5000, "kg", "5 কেজি টমেটো"},
	    {"id", "maize", 2000, "sack", "2 karung jagung"},
	    {"am", "tomato", 5000, "kg", "5 ኪሎ ቲማቲም"},
	    {"ar", "tomato", 5000, "kg", "5 كيلو طماطم"},
	    /* No name of theirs: the market's, if they can read it. */
	    {"xx", "okra", 5000, "kg", "5 किलो भिंडी"},
	    {"xx-Latn", "okra", 5000, "kg", "5 kg okra"},
	};
	struct err err = {0};
	struct catalogue *cat = whole_catalogue();
	struct phrases *phrases =
	    phrases_load(FURROW_SOURCE "/handlers/phrases", &err);
	struct market m = kenya();
	char text[AMOUNT_OCTETS];

	(void)state;
	assert_non_null(phrases);
	str_copy(m.language, sizeof(m.language), STR("hi"));
	phrases_set_market(phrases, m.language);
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct amount_style style = {cat, &m, rows[i].lang, phrases};

		assert_string_equal(amount_goods(text, &style, rows[i].product,
					rows[i].milli, rows[i].unit, 0),
		    rows[i].text);
	}
	phrases_free(&phrases);
	catalogue_free(&cat);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(orders_are_judged),
	    cmocka_unit_test(answers_are_decided),
	    cmocka_unit_test(late_answers),
	    cmocka_unit_test(orders_are_picked),
	    cmocka_unit_test(sellers_are_judged),
	    cmocka_unit_test(measures_are_compared),
	    cmocka_unit_test(hostile_quantities),
	    cmocka_unit_test(days_are_found),
	    cmocka_unit_test(later_days_leave_more_time),
	    cmocka_unit_test(the_clock_sleeps_at_night),
	    cmocka_unit_test(drafts_are_filled),
	    cmocka_unit_test(doubts_are_asked),
	    cmocka_unit_test(unusual_orders_are_judged),
	    cmocka_unit_test(bad_payloads_are_refused),
	    cmocka_unit_test(amounts_are_human),
	    cmocka_unit_test(amounts_are_in_their_language),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
