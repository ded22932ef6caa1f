#include "gateway/admin/report_fairness.h"

#include <stdlib.h>
#include <string.h>

#include "base/fairness.h"
#include "base/panic.h"
#include "base/str.h"
#include "gateway/store/store_offer.h"
#include "gateway/store/store_person.h"

#include "gateway/admin/report_impl.h"

#define DAY_MS 86400000.0
#define NONE_DAYS 30
#define OFFER_SLICE 2000

struct seller {
	double weight, income, cheapest;
	int64_t stopped_ms; /* 0: not */
	int64_t eligible_ms, since_ms; /* how long, and from when */
	bool wanted; /* in the area */
};

struct span_of {
	int64_t seller_id, from_ms, until_ms;
};

/* An income that stands, and what it takes from a listing. */
struct sold {
	int64_t id, seller_id, offer_id, minor, ordered_ms;
	int64_t much; /* grams, else thousandths */
	uint32_t goods;
	bool reversed;
};

struct goods_key {
	char product[48], unit[16]; /* unit "": by weight */
};

struct judging {
	struct report *report;
	struct tally *sellers; /* person -> seller */
	struct tally *goods; /* goods_key -> nothing */
	struct tally *grams; /* product and unit -> grams of a thousand */
	struct span_of *spans;
	size_t spans_count, spans_room;
	struct sold *sold;
	size_t sold_count, sold_room;
	struct cheapest_listing *listings;
	size_t listings_count, listings_room;
	int64_t first_ms; /* the first listing of anybody; 0: none yet */
	int64_t after_id;
	int rows;
};

static struct seller *
seller_of(struct judging *j, int64_t person_id)
{
	struct seller *known = tally_find(j->sellers, &person_id);
	struct report *r = j->report;
	struct person person = {.id = 0};
	struct report_about about = {
	    .time_ms = r->since_ms, .product = r->product};

	if (known != NULL)
		return known;
	store_person_get(r->store, person_id, &person);
	about.area_id = person.area_id;
	known = report_at(r, j->sellers, &person_id);
	if (known == NULL)
		return NULL;
	known->weight =
	    person.weight_milli > 0 ? (double)person.weight_milli / 1000 : 1;
	known->stopped_ms = person.stopped_ms;
	known->wanted = report_wants(r, &about);
	return known;
}

/* -- the ledger ------------------------------------------------------------ */

/* All octets of a key count. */
static struct goods_key
goods_key(const char *product, const char *unit)
{
	struct goods_key key;

	memset(&key, 0, sizeof(key));
	str_copy(key.product, sizeof(key.product), str_from(product));
	str_copy(key.unit, sizeof(key.unit), str_from(unit));
	return key;
}

static uint32_t
goods_of(struct judging *j, const char *product, const char *unit)
{
	struct goods_key key = goods_key(product, unit);
	void *known = report_at(j->report, j->goods, &key);
	return known != NULL ? (uint32_t)tally_place(j->goods, known) : 0;
}

/* What a pack weighs is known from those that were sold. */
static void
learn_weight(struct judging *j, const struct ledger_row *row)
{
	struct goods_key key = goods_key(row->product, row->unit);
	int64_t *grams;

	if (row->grams <= 0 || row->qty_milli <= 0)
		return;
	grams = report_at(j->report, j->grams, &key);
	if (grams != NULL && *grams == 0)
		*grams = (int64_t)((double)row->grams * 1000 /
				   (double)row->qty_milli);
}

static int
by_id(const void *a, const void *b)
{
	const struct sold *x = a, *y = b;

	return (x->id > y->id) - (x->id < y->id);
}

static void
take_back(struct judging *j, int64_t id)
{
	struct sold key = {.id = id}, *found = NULL;

	if (j->sold_count > 0)
		found = bsearch(
		    &key, j->sold, j->sold_count, sizeof(*j->sold), by_id);
	if (found != NULL)
		found->reversed = true;
}

static void
keep_sold(struct judging *j, const struct ledger_row *row)
{
	if (j->sold_count == REPORT_CELLS_MAX) {
		err_set(&j->report->err, REPORT_LARGE, 0,
		    "more than %d sales: ask for a shorter time",
		    REPORT_CELLS_MAX);
		return;
	}
	if (j->sold_count == j->sold_room) {
		j->sold_room = j->sold_room * 2 + 256;
		j->sold = xrealloc(j->sold, j->sold_room * sizeof(*j->sold));
	}
	j->sold[j->sold_count++] = (struct sold){.id = row->id,
	    .seller_id = row->person_id,
	    .offer_id = row->offer_id,
	    .minor = row->amount_minor,
	    .ordered_ms = row->ordered_ms,
	    .much = row->grams > 0 ? row->grams : row->qty_milli,
	    .goods =
		goods_of(j, row->product, row->grams > 0 ? "" : row->unit)};
}

static void
ledger_row(void *arg, const struct ledger_row *row)
{
	struct judging *j = arg;
	struct report_about about = {.area_id = row->area_id,
	    .time_ms = row->time_ms,
	    .product = row->product};
	struct seller *seller;

	if (j->report->err.code != 0 || row->kind == LEDGER_PAID ||
	    !report_wants(j->report, &about))
		return;
	seller = seller_of(j, row->person_id);
	if (seller != NULL)
		seller->income += (double)row->amount_minor;
	if (row->kind == LEDGER_REVERSAL) {
		take_back(j, row->reverses);
		return;
	}
	learn_weight(j, row);
	keep_sold(j, row);
}

/* -- listings -------------------------------------------------------------- */

static int64_t
least(int64_t a, int64_t b)
{
	return a < b ? a : b;
}

static int64_t
most(int64_t a, int64_t b)
{
	return a > b ? a : b;
}

/* When the listing stood, within the time asked for. */
static struct span_of
span_of(
    const struct report *r, const struct offer *o, const struct seller *seller)
{
	struct span_of span = {.seller_id = o->seller_id,
	    .from_ms = most(most(o->created_ms, o->from_ms), r->since_ms),
	    .until_ms = r->until_ms};

	if (o->until_ms != 0)
		span.until_ms = least(span.until_ms, o->until_ms);
	if (o->closed || o->stock_milli <= 0)
		span.until_ms = least(span.until_ms, o->changed_ms);
	if (seller->stopped_ms != 0)
		span.until_ms = least(span.until_ms, seller->stopped_ms);
	return span;
}

static void
add_span(struct judging *j, struct span_of span)
{
	if (span.until_ms <= span.from_ms)
		return;
	if (j->first_ms == 0 || span.from_ms < j->first_ms)
		j->first_ms = span.from_ms;
	if (j->spans_count == j->spans_room) {
		j->spans_room = j->spans_room * 2 + 256;
		j->spans =
		    xrealloc(j->spans, j->spans_room * sizeof(*j->spans));
	}
	j->spans[j->spans_count++] = span;
}

static void
add_listing(struct judging *j, const struct offer *o, struct span_of span)
{
	struct goods_key key = goods_key(o->product, o->unit);
	struct cheapest_listing l = {.id = o->id,
	    .seller_id = o->seller_id,
	    .from_ms = most(o->created_ms, o->from_ms),
	    .until_ms = span.until_ms};
	const int64_t *learned;
	double grams = (double)o->unit_grams;

	if (o->price_minor < 0)
		return;
	learned = tally_find(j->grams, &key);
	if (o->unit_grams <= 0 && learned != NULL)
		grams = (double)*learned;
	l.goods = goods_of(j, o->product, grams > 0 ? "" : o->unit);
	l.price = grams > 0 ? (double)o->price_minor / grams
			    : (double)o->price_minor / 1000;
	l.left = grams > 0 ? (int64_t)((double)o->stock_milli * grams / 1000)
			   : o->stock_milli;
	if (j->listings_count == j->listings_room) {
		j->listings_room = j->listings_room * 2 + 256;
		j->listings = xrealloc(
		    j->listings, j->listings_room * sizeof(*j->listings));
	}
	j->listings[j->listings_count++] = l;
}

static bool
offer_row(void *arg, const struct offer *o)
{
	struct judging *j = arg;
	struct seller *seller;
	struct span_of span;

	j->rows++;
	j->after_id = o->id;
	if (j->report->product[0] != '\0' &&
	    strcmp(j->report->product, o->product) != 0)
		return true;
	seller = seller_of(j, o->seller_id);
	if (seller == NULL)
		return false;
	span = span_of(j->report, o, seller);
	if (seller->wanted) {
		add_span(j, span);
		add_listing(j, o, span);
	}
	return true;
}

/* -- eligible -------------------------------------------------------------- */

static int
by_seller(const void *a, const void *b)
{
	const struct span_of *x = a, *y = b;

	if (x->seller_id != y->seller_id)
		return x->seller_id < y->seller_id ? -1 : 1;
	return (x->from_ms > y->from_ms) - (x->from_ms < y->from_ms);
}

/* Listings of one seller that overlap count once. */
static void
add_up_spans(struct judging *j)
{
	int64_t seller_id = 0, end_ms = 0;

	if (j->spans_count > 1)
		qsort(j->spans, j->spans_count, sizeof(*j->spans), by_seller);
	for (size_t i = 0; i < j->spans_count; i++) {
		const struct span_of *span = &j->spans[i];
		struct seller *seller =
		    tally_find(j->sellers, &span->seller_id);

		if (span->seller_id != seller_id) {
			seller_id = span->seller_id;
			end_ms = 0;
			seller->since_ms = span->from_ms;
		}
		if (span->until_ms > end_ms)
			seller->eligible_ms +=
			    span->until_ms - most(span->from_ms, end_ms);
		end_ms = most(end_ms, span->until_ms);
	}
}

/* -- the cheapest first ---------------------------------------------------- */

static void
fill_listings(struct judging *j)
{
	struct tally *places =
	    tally_new(sizeof(int64_t), sizeof(size_t), REPORT_CELLS_MAX);

	for (size_t i = 0; i < j->listings_count; i++) {
		size_t *place =
		    report_at(j->report, places, &j->listings[i].id);

		if (place != NULL)
			*place = i;
	}
	for (size_t i = 0; i < j->sold_count; i++) {
		const struct sold *s = &j->sold[i];
		const size_t *place = tally_find(places, &s->offer_id);

		if (place != NULL && !s->reversed &&
		    j->listings[*place].goods == s->goods)
			j->listings[*place].left += s->much;
	}
	tally_free(&places);
}

static void
choose_cheapest(struct judging *j)
{
	fill_listings(j);
	cheapest_sort(j->listings, j->listings_count);
	for (size_t i = 0; i < j->sold_count; i++) {
		const struct sold *s = &j->sold[i];
		struct seller *seller;
		int64_t who;

		if (s->reversed)
			continue;
		who = cheapest_take(j->listings, j->listings_count, s->goods,
		    s->much, s->ordered_ms);
		seller = seller_of(j, who != 0 ? who : s->seller_id);
		if (seller != NULL)
			seller->cheapest += (double)s->minor;
	}
}

/* -- the figures ----------------------------------------------------------- */

struct figures {
	double *income, *cheapest, *days;
	size_t count, none;
};

static void
add_figures(struct judging *j, struct figures *f, int64_t person_id,
    const struct seller *seller)
{
	const struct report *r = j->report;
	int64_t asked_ms =
	    store_figures_last_asked(r->store, person_id, r->until_ms);
	double days;

	if (asked_ms == 0)
		asked_ms = seller->since_ms;
	days = (double)(r->until_ms - asked_ms) / DAY_MS;
	f->income[f->count] = seller->income / seller->weight;
	f->cheapest[f->count] = seller->cheapest / seller->weight;
	f->days[f->count] = days;
	f->none += days >= NONE_DAYS;
	f->count++;
}

static json_t *
figures_row(struct figures *f)
{
	size_t n = f->count;
	double jain = fairness_jain(f->income, n);
	double other = fairness_jain(f->cheapest, n);

	fairness_sort(f->income, n);
	fairness_sort(f->cheapest, n);
	fairness_sort(f->days, n);
	return json_pack("{s:I, s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:o}",
	    "sellers", (json_int_t)n, "jain", report_real(jain), "gini",
	    report_real(fairness_gini(f->income, n)), "jain_cheapest",
	    report_real(other), "gini_cheapest",
	    report_real(fairness_gini(f->cheapest, n)), "days_median",
	    report_real(fairness_percentile(f->days, n, 50)), "days_p90",
	    report_real(fairness_percentile(f->days, n, 90)), "days_most",
	    report_real(fairness_percentile(f->days, n, 100)), "none_30_days",
	    report_real(n > 0 ? (double)f->none / (double)n : 0));
}

static void
tell(struct judging *j)
{
	struct report *r = j->report;
	size_t count = tally_count(j->sellers);
	double *room = xcalloc(count * 3 + 1, sizeof(double));
	struct figures f = {room, room + count, room + 2 * count, 0, 0};
	struct report_about about = {.time_ms = r->until_ms};
	/* A market that is young: the time that it has been open. */
	int64_t open_ms = r->until_ms - most(r->since_ms, j->first_ms);

	for (size_t i = 0; i < count; i++) {
		const struct seller *seller = tally_value(j->sellers, i);
		int64_t id;

		memcpy(&id, tally_key(j->sellers, i), sizeof(id));
		if (seller->wanted && seller->eligible_ms > 0 &&
		    seller->eligible_ms * 2 >= open_ms)
			add_figures(j, &f, id, seller);
	}
	report_add(r, report_group(r, &about), figures_row(&f));
	free(room);
}

static void
judge(struct judging *j)
{
	struct report *r = j->report;
	int64_t after_id = 0;

	while (store_figures_ledger(r->store, &after_id, ledger_row, j) &&
	       r->err.code == 0)
		;
	do {
		j->rows = 0;
		store_offer_each(
		    r->store, 0, j->after_id, OFFER_SLICE, offer_row, j);
	} while (j->rows == OFFER_SLICE && r->err.code == 0);
	add_up_spans(j);
	choose_cheapest(j);
	if (r->err.code == 0)
		tell(j);
}

void
report_fairness(struct report *r)
{
	struct judging j = {.report = r};

	j.sellers =
	    tally_new(sizeof(int64_t), sizeof(struct seller), REPORT_CELLS_MAX);
	j.goods = tally_new(sizeof(struct goods_key), 1, REPORT_CELLS_MAX);
	j.grams = tally_new(
	    sizeof(struct goods_key), sizeof(int64_t), REPORT_CELLS_MAX);
	judge(&j);
	tally_free(&j.sellers);
	tally_free(&j.goods);
	tally_free(&j.grams);
	free(j.spans);
	free(j.sold);
	free(j.listings);
}
