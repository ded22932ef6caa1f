/* Figures over the socket: reckoned by hand, and against a second simple way
 * of adding up the very same rows. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/json.h"
#include "base/panic.h"
#include "gateway/store/store_ledger.h"
#include "gateway/store/store_offer.h"
#include "gateway/store/store_order.h"
#include "gateway/store/store_person.h"

#include "tests/gateway/api_world.h"

#define T0 WORLD_START_MS /* Monday 21 September 2026, 17:13 at the market */
#define DAY_MS INT64_C(86400000)

static void
done(void *arg, bool ok)
{
	(void)arg;
	assert_true(ok);
}

/* For codes: the market has no two that are the same. */
static uint64_t
count_up(void *world)
{
	return (uint64_t)((struct world *)world)->acts++ * 7919;
}

static int64_t
person(struct world *w, int n, const char *name, const char *area)
{
	struct person p;
	char number[32];
	int64_t id = 0;

	snprintf(number, sizeof(number), "+2547220%05d", n);
	store_phone_ensure(w->store, number, PARTY_PHONE, T0, &id);
	assert_true(store_person_get(w->store, id, &p));
	snprintf(p.name, sizeof(p.name), "%s", name);
	p.area_id = area[0] ? store_area_ensure(w->store, area, "") : 0;
	store_person_put(w->store, &p);
	return id;
}

static struct ledger_row
row(int64_t person_id, const char *product, int64_t minor, int64_t time_ms)
{
	struct ledger_row r = {.person_id = person_id,
	    .line_id = 65,
	    .kind = LEDGER_INCOME,
	    .amount_minor = minor,
	    .currency = "KES",
	    .unit = "kg",
	    .qty_milli = minor,
	    .grams = minor,
	    .ordered_ms = time_ms,
	    .time_ms = time_ms};

	snprintf(r.product, sizeof(r.product), "%s", product);
	return r;
}

static void
add(struct world *w, struct ledger_row r)
{
	struct person p;

	if (r.area_id == 0 && store_person_get(w->store, r.person_id, &p))
		r.area_id = p.area_id;
	store_ledger_add(w->store, &r);
}

static void
take_back(struct world *w, struct ledger_row r, int64_t time_ms)
{
	r.kind = LEDGER_REVERSAL;
	r.amount_minor = -r.amount_minor;
	r.qty_milli = -r.qty_milli;
	r.grams = -r.grams;
	r.time_ms = time_ms;
	add(w, r);
}

static const json_t *
item(const struct world *w, size_t i)
{
	return json_array_get(json_object_get(w->reply, "items"), i);
}

static size_t
items(const struct world *w)
{
	return json_array_size(json_object_get(w->reply, "items"));
}

/* The whole row as text: nothing in it goes unlooked at. */
static void
is(const struct world *w, size_t i, const char *expected)
{
	char *text = json_dumps(item(w, i), JSON_WRITE_FLAGS);

	if (text == NULL || strcmp(text, expected) != 0)
		fail_msg("row %zu is %s\nnot      %s", i,
		    text != NULL ? text : "not there", expected);
	free(text);
}

static void
ask(struct world *w, const char *path)
{
	char full[200];

	snprintf(full, sizeof(full), "/api/v1/report/%s", path);
	world_get(w, full);
	if (w->http_status != 200)
		fail_msg("%s: %d %s", path, w->http_status,
		    json_text(w->reply, "detail", ""));
}

static void
refused(struct world *w, const char *path, int status, const char *why)
{
	char full[200];

	snprintf(full, sizeof(full), "/api/v1/report/%s", path);
	world_get(w, full);
	assert_int_equal(w->http_status, status);
	assert_non_null(strstr(json_text(w->reply, "detail", ""), why));
}

/* Two villages of a county; a month with a line taken back, and money. */
static void
small_market(struct world *w)
{
	int64_t akinyi, otieno, juma;
	struct ledger_row wrong;

	store_begin(w->store);
	store_area_ensure(w->store, "Ugunja", "Siaya");
	store_area_ensure(w->store, "Busia", "");
	akinyi = person(w, 1, "Akinyi", "Ugunja");
	otieno = person(w, 2, "Otieno", "Siaya");
	juma = person(w, 3, "", "Busia");
	add(w, row(akinyi, "tomato", 10050, T0 - 40 * DAY_MS));
	add(w, row(akinyi, "tomato", 20000, T0 - 2 * DAY_MS));
	add(w, row(otieno, "maize", 5000, T0 - 2 * DAY_MS));
	wrong = row(otieno, "maize", 7000, T0 - DAY_MS);
	add(w, wrong);
	take_back(w, wrong, T0 - DAY_MS / 2);
	wrong = row(juma, "maize", 3001, T0 - DAY_MS);
	snprintf(wrong.unit, sizeof(wrong.unit), "bag");
	wrong.grams = 0;
	add(w, wrong);
	wrong = row(akinyi, "tomato", 15000, T0 - DAY_MS);
	wrong.kind = LEDGER_PAID;
	wrong.qty_milli = wrong.grams = 0;
	add(w, wrong);
	store_commit(w->store, done, NULL);
}

static void
sales_are_told_in_every_way(void **state)
{
	struct world w;
	(void)state;
	world_open(&w);
	small_market(&w);
	ask(&w, "sales");
	assert_int_equal(items(&w), 3);
	is(&w, 0,
	    "{\"product\":\"maize\",\"unit\":\"kg\",\"currency\":\"KES\","
	    "\"lines\":1,\"sellers\":1,\"quantity\":5,\"kg\":5,\"amount\":50}");
	is(&w, 1,
	    "{\"product\":\"maize\",\"unit\":\"bag\",\"currency\":\"KES\","
	    "\"lines\":1,\"sellers\":1,\"quantity\":3.001,\"kg\":null,"
	    "\"amount\":30.01}");
	is(&w, 2,
	    "{\"product\":\"tomato\",\"unit\":\"kg\",\"currency\":\"KES\","
	    "\"lines\":2,\"sellers\":1,\"quantity\":30.05,\"kg\":30.05,"
	    "\"amount\":300.5}");
	ask(&w, "sales?by=seller&product=maize");
	assert_int_equal(items(&w), 2);
	assert_string_equal(json_text(item(&w, 0), "seller", ""), "...0003");
	assert_string_equal(json_text(item(&w, 1), "seller", ""), "Otieno");
	ask(&w, "sales?by=all&area=Siaya&since=2026-09-18");
	assert_int_equal(items(&w), 2); /* Ugunja is in Siaya, Busia is not */
	ask(&w, "sales?by=week");
	assert_string_equal(json_text(item(&w, 0), "week", ""), "2026-W33");
	ask(&w, "sales?by=day&product=tomato");
	assert_string_equal(json_text(item(&w, 0), "day", ""), "2026-08-12");
	ask(&w, "sales?until=2026-01-01");
	assert_int_equal(items(&w), 0);
	world_close(&w);
}

static void
income_counts_households_once(void **state)
{
	struct world w;
	(void)state;
	world_open(&w);
	small_market(&w);
	ask(&w, "income");
	assert_int_equal(items(&w), 3);
	is(&w, 1,
	    "{\"area\":\"Siaya\",\"currency\":\"KES\",\"households\":1,"
	    "\"first\":1,\"lines\":1,\"amount\":50,\"paid\":0,"
	    "\"marked_share\":null}");
	is(&w, 2,
	    "{\"area\":\"Ugunja\",\"currency\":\"KES\",\"households\":1,"
	    "\"first\":1,\"lines\":2,\"amount\":300.5,\"paid\":150,"
	    "\"marked_share\":null}");
	ask(&w, "income?by=month");
	assert_int_equal(items(&w), 2);
	is(&w, 1,
	    "{\"month\":\"2026-09\",\"currency\":\"KES\",\"households\":3,"
	    "\"first\":2,\"lines\":3,\"amount\":280.01,\"paid\":150,"
	    "\"marked_share\":null}");
	/* What was taken back in a time in which nothing was earned. */
	ask(&w, "income?by=all&since=2026-09-21T00:00:00Z");
	is(&w, 0,
	    "{\"currency\":\"KES\",\"households\":0,\"first\":0,\"lines\":-1,"
	    "\"amount\":-70,\"paid\":0,\"marked_share\":null}");
	world_close(&w);
}

/* Who is protected cannot be worked out: five, beside five others. */
static void
protected_households_are_a_sum_only(void **state)
{
	static const struct {
		int marked, others;
		bool told;
	} cases[] = {{4, 9, false}, {5, 4, false}, {9, 0, false}, {5, 5, true}};
	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct world w;

		world_open(&w);
		store_begin(w.store);
		for (int n = 0; n < cases[i].marked + cases[i].others; n++) {
			struct ledger_row r = row(
			    person(&w, n, "", ""), "maize", 100, T0 - DAY_MS);

			r.marked = n < cases[i].marked;
			add(&w, r);
		}
		store_commit(w.store, done, NULL);
		ask(&w, "income?by=all");
		const json_t *share =
		    json_object_get(item(&w, 0), "marked_share");
		assert_int_equal(json_is_number(share), cases[i].told);
		if (cases[i].told)
			assert_true(json_number_value(share) == 0.5);
		ask(&w, "income?by=seller");
		for (size_t k = 0; k < items(&w); k++)
			assert_true(json_is_null(
			    json_object_get(item(&w, k), "marked_share")));
		world_close(&w);
	}
}

/* -- proposals ------------------------------------------------------------- */

static void
asked(struct world *w, int64_t seller_id, enum proposal_state state,
    int64_t asked_ms, int minutes)
{
	struct order order = {.buyer_id = seller_id, .created_ms = asked_ms};
	struct line line = {.product = "maize",
	    .state = state == PROPOSAL_OPEN ? LINE_OFFERED : LINE_UNFILLED,
	    .created_ms = asked_ms,
	    .unit = "kg"};
	struct proposal p = {.seller_id = seller_id,
	    .state = state,
	    .asked_ms = asked_ms,
	    .answered_ms = minutes > 0 ? asked_ms + minutes * 60000 : 0};

	order.phone_id = 1;
	store_order_add(w->store, &order, count_up, w);
	line.order_id = order.id;
	store_line_add(w->store, &line);
	p.line_id = line.id;
	store_proposal_add(w->store, &p);
}

static void
answers_have_their_median(void **state)
{
	struct world w;
	int64_t akinyi, otieno;
	(void)state;
	world_open(&w);
	store_begin(w.store);
	akinyi = person(&w, 1, "Akinyi", "");
	otieno = person(&w, 2, "Otieno", "");
	asked(&w, akinyi, PROPOSAL_ACCEPTED, T0 - DAY_MS, 30);
	asked(&w, akinyi, PROPOSAL_ACCEPTED, T0 - DAY_MS, 2);
	asked(&w, akinyi, PROPOSAL_DECLINED, T0 - DAY_MS, 7);
	asked(&w, akinyi, PROPOSAL_EXPIRED, T0 - DAY_MS, 0);
	asked(&w, akinyi, PROPOSAL_ACCEPTED, T0 - 60 * DAY_MS, 900);
	asked(&w, otieno, PROPOSAL_OPEN, T0 - 90 * 60000, 0);
	store_commit(w.store, done, NULL);
	ask(&w, "answers");
	assert_int_equal(items(&w), 2);
	is(&w, 0,
	    "{\"seller\":\"Akinyi\",\"person\":1,\"asked\":4,\"yes\":2,"
	    "\"no\":1,\"expired\":1,\"withdrawn\":0,\"open\":0,"
	    "\"yes_share\":0.5,\"median_minutes\":7.0,"
	    "\"waiting_minutes\":null,\"link\":null}");
	is(&w, 1,
	    "{\"seller\":\"Otieno\",\"person\":2,\"asked\":1,\"yes\":0,"
	    "\"no\":0,\"expired\":0,\"withdrawn\":0,\"open\":1,"
	    "\"yes_share\":null,\"median_minutes\":null,"
	    "\"waiting_minutes\":90.0,\"link\":null}");
	ask(&w, "impact?by=month");
	assert_int_equal(items(&w), 2);
	is(&w, 1,
	    "{\"month\":\"2026-09\",\"currency\":\"KES\",\"reached\":2,"
	    "\"households\":0,\"first\":0,\"lines\":0,\"amount\":0}");
	world_close(&w);
}

/* -- fairness -------------------------------------------------------------- */

static int64_t
list(struct world *w, int64_t seller_id, int64_t price, int64_t stock,
    int64_t from_ms)
{
	struct offer o = {.seller_id = seller_id,
	    .product = "maize",
	    .unit = "kg",
	    .price_minor = price,
	    .stock_milli = stock,
	    .unit_grams = 1000,
	    .from_ms = from_ms};

	store_offer_put(w->store, &o, T0 - 40 * DAY_MS);
	return o.id;
}

/* Three sellers sold the same; the cheapest had enough for two of the three
 * orders, and the third would have gone to the next. A fourth came late. */
static void
fairness_beside_the_cheapest_first(void **state)
{
	struct world w;
	int64_t who[4], offer[4];
	const json_t *r;
	(void)state;
	world_open(&w);
	store_begin(w.store);
	for (int i = 0; i < 4; i++) {
		who[i] = person(&w, i, "", "");
		/* 1 kg left each, and what they sold. */
		offer[i] = list(&w, who[i], 40 + i, i == 0 ? 1000 : 0,
		    i == 3 ? T0 - DAY_MS : 0);
	}
	/* Sold out since yesterday: still eligible for most of the month. */
	for (int i = 0; i < 3; i++) {
		struct ledger_row sold =
		    row(who[i], "maize", 1000, T0 - (3 - i) * DAY_MS);

		sold.offer_id = offer[i];
		add(&w, sold);
	}
	store_commit(w.store, done, NULL);
	ask(&w, "fairness?since=2026-08-22");
	r = item(&w, 0);
	/* Those without stock are sold out since their last change. */
	assert_int_equal(json_int(r, "sellers", 0), 1);
	store_begin(w.store);
	for (int i = 1; i < 3; i++) {
		struct offer o;

		assert_true(store_offer_get(w.store, offer[i], &o));
		store_offer_put(w.store, &o, T0 - DAY_MS);
	}
	store_commit(w.store, done, NULL);
	ask(&w, "fairness?since=2026-08-22");
	is(&w, 0,
	    "{\"sellers\":3,\"jain\":1.0,\"gini\":0.0,\"jain_cheapest\":0.6,"
	    "\"gini_cheapest\":0.444,\"days_median\":30.593,"
	    "\"days_p90\":30.593,\"days_most\":30.593,\"none_30_days\":1.0}");
	world_close(&w);
}

/* -- the day sheet --------------------------------------------------------- */

static void
put_line(struct world *w, int64_t seller_id, int64_t buyer_id, const char *day,
    enum line_state state, int64_t paid)
{
	struct order order = {.buyer_id = buyer_id,
	    .phone_id = 1,
	    .place = "Yala",
	    .created_ms = T0 - DAY_MS};
	struct line line = {.product = "maize",
	    .unit = "bag",
	    .qty_milli = 2000,
	    .price_minor = 150050,
	    .accepted_milli = -1,
	    .paid_minor = paid,
	    .state = state,
	    .seller_id = seller_id,
	    .created_ms = T0 - DAY_MS};

	snprintf(order.day, sizeof(order.day), "%s", day);
	store_order_add(w->store, &order, count_up, w);
	line.order_id = order.id;
	store_line_add(w->store, &line);
}

static void
the_day_sheet_has_who_brings_and_who_owes(void **state)
{
	struct world w;
	int64_t buyer, zuhura, akinyi;
	(void)state;
	world_open(&w);
	store_begin(w.store);
	buyer = person(&w, 1, "Wanjiku", "");
	zuhura = person(&w, 2, "Zuhura", "");
	akinyi = person(&w, 3, "Akinyi", "");
	put_line(&w, zuhura, buyer, "2026-09-21", LINE_CONFIRMED, 0);
	put_line(&w, akinyi, buyer, "2026-09-22", LINE_CONFIRMED, 0);
	put_line(&w, zuhura, buyer, "", LINE_FULFILLED, 100100);
	put_line(&w, akinyi, buyer, "2026-09-20", LINE_CONFIRMED, 50);
	put_line(&w, akinyi, buyer, "", LINE_FULFILLED, 300100);
	put_line(&w, akinyi, buyer, "", LINE_CANCELLED, 0);
	store_commit(w.store, done, NULL);
	ask(&w, "day");
	assert_int_equal(items(&w), 3);
	assert_string_equal(json_text(item(&w, 0), "what", ""), "bring");
	assert_string_equal(json_text(item(&w, 0), "seller", ""), "Akinyi");
	assert_string_equal(json_text(item(&w, 0), "day", ""), "2026-09-20");
	assert_string_equal(json_text(item(&w, 1), "seller", ""), "Zuhura");
	assert_string_equal(json_text(item(&w, 1), "buyer", ""), "Wanjiku");
	assert_string_equal(
	    json_text(item(&w, 1), "seller_phone", ""), "+254722000002");
	assert_string_equal(json_text(item(&w, 2), "what", ""), "owe");
	assert_int_equal(json_int(item(&w, 2), "due", 0), 2000);
	assert_int_equal(json_int(item(&w, 2), "buyer_person", 0), buyer);
	/* Tomorrow's has what is wanted tomorrow, too, yesterday's less. */
	ask(&w, "day?date=2026-09-22");
	assert_int_equal(items(&w), 4);
	ask(&w, "day?date=2026-09-20");
	assert_int_equal(items(&w), 2);
	world_close(&w);
}

/* -- the second way -------------------------------------------------------- */

#define PEOPLE 20

struct second {
	const char *product; /* "": all */
	int64_t since_ms, until_ms;
	bool area[PEOPLE + 1]; /* whose area counts */
	int64_t minor, paid, lines, milli;
};

static bool
second_row(void *arg, const struct ledger_row *r)
{
	struct second *s = arg;

	if (r->time_ms < s->since_ms || r->time_ms >= s->until_ms ||
	    (s->product[0] != '\0' && strcmp(s->product, r->product) != 0))
		return true;
	if (r->kind == LEDGER_PAID) {
		s->paid += r->amount_minor;
		return true;
	}
	s->minor += r->amount_minor;
	s->milli += r->qty_milli;
	s->lines += r->kind == LEDGER_INCOME ? 1 : -1;
	return true;
}

/* All numbers under that key, in hundredths or thousandths. */
static int64_t
sum_of(const struct world *w, const char *key, int scale)
{
	double sum = 0;

	for (size_t i = 0; i < items(w); i++)
		sum += json_number_value(json_object_get(item(w, i), key));
	return (int64_t)(sum * scale + (sum < 0 ? -0.5 : 0.5));
}

static uint32_t
next(uint32_t *seed, uint32_t below)
{
	*seed = *seed * 1664525u + 1013904223u;
	return (*seed >> 8) % below;
}

static void
fill_by_chance(struct world *w, uint32_t *seed)
{
	static const char *const areas[] = {"Ugunja", "Siaya", "Busia"};
	static const char *const products[] = {"maize", "tomato"};
	int64_t who[PEOPLE];

	store_begin(w->store);
	store_area_ensure(w->store, "Ugunja", "Siaya");
	for (int i = 0; i < PEOPLE; i++)
		who[i] = person(w, i, "", areas[i % 3]);
	for (int i = 0; i < 1500; i++) {
		struct ledger_row r =
		    row(who[next(seed, PEOPLE)], products[next(seed, 2)],
			next(seed, 100000), T0 - next(seed, 60) * DAY_MS - 1);

		if (next(seed, 4) == 0)
			r.kind = LEDGER_PAID;
		add(w, r);
		if (r.kind == LEDGER_INCOME && next(seed, 9) == 0)
			take_back(w, r, T0 - 1);
	}
	store_commit(w->store, done, NULL);
}

static void
agree(struct world *w, const char *query, struct second s)
{
	static const char *const by[] = {
	    "all", "area", "product", "day", "week", "month", "seller"};
	char path[160];

	for (int i = 0; i < PEOPLE; i++)
		if (s.area[i])
			store_ledger_of_person(
			    w->reader, i + 1, 0, second_row, &s);
	for (size_t i = 0; i < sizeof(by) / sizeof(by[0]); i++) {
		snprintf(path, sizeof(path), "income?by=%s%s", by[i], query);
		ask(w, path);
		assert_int_equal(sum_of(w, "amount", 100), s.minor);
		assert_int_equal(sum_of(w, "paid", 100), s.paid);
		assert_int_equal(sum_of(w, "lines", 1), s.lines);
		snprintf(path, sizeof(path), "sales?by=%s%s", by[i], query);
		ask(w, path);
		assert_int_equal(sum_of(w, "amount", 100), s.minor);
		assert_int_equal(sum_of(w, "quantity", 1000), s.milli);
		assert_int_equal(sum_of(w, "lines", 1), s.lines);
	}
}

static void
every_split_adds_up_to_the_same(void **state)
{
	struct second all = {.product = "", .until_ms = T0};
	struct second some;
	uint32_t seed = 20261125;
	struct world w;
	(void)state;
	world_open(&w);
	fill_by_chance(&w, &seed);
	for (int i = 0; i < PEOPLE; i++)
		all.area[i] = true;
	agree(&w, "", all);
	some = all;
	some.product = "maize";
	some.since_ms = T0 - 20 * DAY_MS;
	some.until_ms = T0 - 3 * DAY_MS;
	for (int i = 0; i < PEOPLE; i++)
		some.area[i] = i % 3 < 2; /* Ugunja is in Siaya */
	agree(&w,
	    "&product=maize&area=siaya&since=1788272000000&until=1789740800000",
	    some);
	world_close(&w);
}

/* A file that somebody else wrote to: nothing falls over. */
static void
strange_rows_are_shown_all_the_same(void **state)
{
	struct world w;
	struct ledger_row r;
	(void)state;
	world_open(&w);
	store_begin(w.store);
	r = row(person(&w, 1, "\xff\xfe", "\xc3"), "ma\xffize", 100, T0 - 1);
	snprintf(r.currency, sizeof(r.currency), "\xf0");
	add(&w, r);
	r.time_ms = INT64_MIN;
	add(&w, r);
	r.person_id = INT64_MAX;
	r.amount_minor = INT64_MAX / 2;
	r.time_ms = 1;
	for (int i = 0; i < 5; i++)
		add(&w, r);
	store_commit(w.store, done, NULL);
	ask(&w, "sales?by=seller");
	assert_int_equal(items(&w), 2);
	ask(&w, "sales?by=month");
	ask(&w, "income?by=area");
	ask(&w, "income?by=week");
	ask(&w, "fairness?since=1");
	assert_int_equal(items(&w), 1);
	world_close(&w);
}

/* -- asking ---------------------------------------------------------------- */

static void
pages_end_where_the_next_begins(void **state)
{
	uint32_t seed = 3;
	struct world w;
	size_t whole;
	int64_t sum, paged = 0, after = 0;
	char path[96];
	(void)state;
	world_open(&w);
	fill_by_chance(&w, &seed);
	ask(&w, "sales?by=day");
	whole = items(&w);
	sum = sum_of(&w, "amount", 100);
	for (size_t seen = 0; seen < whole; seen += 7) {
		snprintf(path, sizeof(path),
		    "sales?by=day&limit=7&after=%lld&until=%s",
		    (long long)after, "1790000000000");
		ask(&w, path);
		paged += sum_of(&w, "amount", 100);
		after = json_int(w.reply, "next", 0);
		assert_int_equal(after, seen + 7 < whole ? seen + 7 : 0);
	}
	assert_int_equal(paged, sum);
	world_close(&w);
}

static void
what_makes_no_sense_is_refused(void **state)
{
	struct world w;
	(void)state;
	world_open(&w);
	refused(&w, "weather", 404, "no report weather");
	refused(&w, "day?by=seller", 422, "day is not told by seller");
	refused(&w, "sales?by=moon", 422, "sales is not told by moon");
	refused(&w, "sales?area=Atlantis", 422, "no area Atlantis");
	refused(&w, "sales?since=yesterday", 400, "since is not a time");
	refused(&w, "day?date=2026-02-30", 400, "date is not a day");
	refused(&w, "sales?date=2026-02-03", 422, "only the day sheet");
	refused(&w, "sales?until=9223372036854775807", 422, "year 9999");
	refused(&w, "sales?after=-1", 400, "after is not a number");
	ask(&w, "sales?product=moonstone");
	assert_int_equal(items(&w), 0);
	world_close(&w);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(sales_are_told_in_every_way),
	    cmocka_unit_test(income_counts_households_once),
	    cmocka_unit_test(protected_households_are_a_sum_only),
	    cmocka_unit_test(answers_have_their_median),
	    cmocka_unit_test(fairness_beside_the_cheapest_first),
	    cmocka_unit_test(the_day_sheet_has_who_brings_and_who_owes),
	    cmocka_unit_test(every_split_adds_up_to_the_same),
	    cmocka_unit_test(strange_rows_are_shown_all_the_same),
	    cmocka_unit_test(pages_end_where_the_next_begins),
	    cmocka_unit_test(what_makes_no_sense_is_refused),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
