/* report_ledger - the ledger's rows added up, and what they say: sales, income,
 * impact. */
#include <string.h>

#include "base/json.h"
#include "base/str.h"

#include "gateway/admin/report_impl.h"

#define NO_GROUP UINT32_MAX

/* -- one person in one group ---------------------------------------------- */

struct loading {
	struct report *report;
	struct report_cells *out;
	bool goods;
};

static struct report_cell *
cell_of(struct loading *l, const struct ledger_row *row, uint32_t group)
{
	struct report_cell_key key = {
	    .group = group, .person_id = row->person_id};
	struct report_goods goods;
	void *known;

	memset(&goods, 0, sizeof(goods));
	str_copy(goods.currency, sizeof(goods.currency),
	    str_from(report_currency(l->report, row->currency)));
	if (l->goods) {
		str_copy(goods.product, sizeof(goods.product),
		    str_from(row->product));
		str_copy(goods.unit, sizeof(goods.unit), str_from(row->unit));
	}
	known = report_at(l->report, l->out->goods, &goods);
	if (known == NULL)
		return NULL;
	key.goods = (uint32_t)tally_place(l->out->goods, known);
	return report_at(l->report, l->out->cells, &key);
}

/* A foreign file may hold anything: the sum stays where it is. */
static void
plus(int64_t *sum, int64_t figure)
{
	int64_t more;

	if (!__builtin_add_overflow(*sum, figure, &more))
		*sum = more;
}

static void
add_row(void *arg, const struct ledger_row *row)
{
	struct loading *l = arg;
	struct report_about about = {.person_id = row->person_id,
	    .area_id = row->area_id,
	    .time_ms = row->time_ms,
	    .product = row->product};
	int sign = row->kind == LEDGER_REVERSAL ? -1 : 1;
	struct report_cell *cell;
	uint32_t group;

	if (l->report->err.code != 0 || !report_wants(l->report, &about) ||
	    (l->goods && row->kind == LEDGER_PAID))
		return;
	group = report_group(l->report, &about);
	cell = group != NO_GROUP ? cell_of(l, row, group) : NULL;
	if (cell == NULL)
		return;
	if (row->kind == LEDGER_PAID) {
		plus(&cell->paid_minor, row->amount_minor);
		return;
	}
	cell->lines += sign;
	plus(&cell->qty_milli, row->qty_milli);
	plus(&cell->grams, row->grams);
	plus(&cell->unweighed, row->grams == 0 ? row->qty_milli : 0);
	plus(&cell->minor, row->amount_minor);
	cell->first += row->first ? sign : 0;
	cell->marked += row->marked ? sign : 0;
}

/* `goods`: a sum for each product and unit, else for each currency only. */
static void
report_cells_load(struct report *report, struct report_cells *out, bool goods)
{
	struct loading loading = {report, out, goods};
	int64_t after_id = 0;

	out->goods =
	    tally_new(sizeof(struct report_goods), 1, REPORT_CELLS_MAX);
	out->cells = tally_new(sizeof(struct report_cell_key),
	    sizeof(struct report_cell), REPORT_CELLS_MAX);
	while (
	    store_figures_ledger(report->store, &after_id, add_row, &loading) &&
	    report->err.code == 0)
		;
}

static void
report_cells_free(struct report_cells *cells)
{
	tally_free(&cells->goods);
	tally_free(&cells->cells);
}

/* -- all persons of a group ------------------------------------------------ */

struct sum_key {
	uint32_t group, goods;
};
struct sum {
	struct report_cell all;
	int64_t people; /* who earned in it */
	int64_t marked_people, marked_minor;
	int64_t reached;
};

static void
sum_add(struct sum *sum, const struct report_cell *cell)
{
	sum->all.lines += cell->lines;
	plus(&sum->all.qty_milli, cell->qty_milli);
	plus(&sum->all.grams, cell->grams);
	plus(&sum->all.minor, cell->minor);
	plus(&sum->all.paid_minor, cell->paid_minor);
	plus(&sum->all.unweighed, cell->unweighed);
	sum->all.first += cell->first;
	if (cell->lines <= 0)
		return;
	sum->people++;
	if (cell->marked > 0) {
		sum->marked_people++;
		plus(&sum->marked_minor, cell->minor);
	}
}

static struct tally *
fold(struct report *r, const struct report_cells *cells)
{
	struct tally *sums = tally_new(
	    sizeof(struct sum_key), sizeof(struct sum), REPORT_CELLS_MAX);

	for (size_t i = 0; i < tally_count(cells->cells); i++) {
		struct report_cell_key key;
		struct sum *sum;

		memcpy(&key, tally_key(cells->cells, i), sizeof(key));
		sum =
		    report_at(r, sums, &(struct sum_key){key.group, key.goods});
		if (sum != NULL)
			sum_add(sum, tally_value(cells->cells, i));
	}
	return sums;
}

/* All that was, was taken back. */
static bool
is_nothing(const struct sum *sum)
{
	return sum->all.lines == 0 && sum->all.qty_milli == 0 &&
	       sum->all.minor == 0 && sum->all.paid_minor == 0 &&
	       sum->reached == 0;
}

static void
each_sum(struct report *r, const struct report_cells *cells, struct tally *sums,
    json_t *(*fn)(const struct report *r, const struct report_goods *goods,
	const struct sum *sum))
{
	for (size_t i = 0; i < tally_count(sums); i++) {
		struct sum_key key;
		const struct report_goods *goods;

		memcpy(&key, tally_key(sums, i), sizeof(key));
		goods = tally_key(cells->goods, key.goods);
		if (!is_nothing(tally_value(sums, i)))
			report_add(
			    r, key.group, fn(r, goods, tally_value(sums, i)));
	}
}

/* -- sales ---------------------------------------------------------------- */

static json_t *
sales_row(const struct report *r, const struct report_goods *goods,
    const struct sum *sum)
{
	const struct report_cell *all = &sum->all;

	return json_pack("{s:o, s:o, s:o, s:I, s:I, s:o, s:o, s:o}", "product",
	    report_text(goods->product), "unit", report_text(goods->unit),
	    "currency", report_text(goods->currency), "lines",
	    (json_int_t)all->lines, "sellers", (json_int_t)sum->people,
	    "quantity", json_milli(all->qty_milli), "kg",
	    all->unweighed != 0 ? json_null() : json_milli(all->grams),
	    "amount", report_money(r, all->minor));
}

void
report_sales(struct report *r)
{
	struct report_cells cells;
	struct tally *sums;

	report_cells_load(r, &cells, true);
	sums = fold(r, &cells);
	each_sum(r, &cells, sums, sales_row);
	tally_free(&sums);
	report_cells_free(&cells);
}

/* -- income --------------------------------------------------------------- */

/* Who is protected must not be worked out from a sum: it is told over at least
 * five of them beside at least five others, and in whole hundredths. */
static json_t *
marked_share(const struct sum *sum)
{
	if (sum->marked_people < REPORT_MARKED_MIN ||
	    sum->people - sum->marked_people < REPORT_MARKED_MIN ||
	    sum->all.minor <= 0)
		return json_null();
	return json_real((double)(int)((double)sum->marked_minor * 100 /
					   (double)sum->all.minor +
				       0.5) /
			 100);
}

static json_t *
income_row(const struct report *r, const struct report_goods *goods,
    const struct sum *sum)
{
	return json_pack("{s:o, s:I, s:I, s:I, s:o, s:o, s:o}", "currency",
	    report_text(goods->currency), "households", (json_int_t)sum->people,
	    "first", (json_int_t)sum->all.first, "lines",
	    (json_int_t)sum->all.lines, "amount",
	    report_money(r, sum->all.minor), "paid",
	    report_money(r, sum->all.paid_minor), "marked_share",
	    marked_share(sum));
}

void
report_income(struct report *r)
{
	struct report_cells cells;
	struct tally *sums;

	report_cells_load(r, &cells, false);
	sums = fold(r, &cells);
	each_sum(r, &cells, sums, income_row);
	tally_free(&sums);
	report_cells_free(&cells);
}

/* -- impact --------------------------------------------------------------- */

/* Reached: asked at least once in the group, whatever the answer. */
struct reaching {
	struct report *report;
	struct tally *seen; /* report_cell_key, goods 0 */
	struct tally *sums;
	uint32_t goods; /* of the market's currency */
};

static void
reach(void *arg, const struct figures_proposal *p)
{
	struct reaching *reaching = arg;
	struct report *r = reaching->report;
	struct report_about about = {.person_id = p->seller_id,
	    .area_id = p->area_id,
	    .time_ms = p->asked_ms,
	    .product = p->product};
	struct report_cell_key key = {.person_id = p->seller_id};
	struct sum_key where = {.goods = reaching->goods};
	char *seen;
	struct sum *sum;

	if (r->err.code != 0 || !report_wants(r, &about))
		return;
	key.group = where.group = report_group(r, &about);
	if (key.group == NO_GROUP)
		return;
	seen = report_at(r, reaching->seen, &key);
	if (seen == NULL || *seen != 0)
		return;
	*seen = 1;
	sum = report_at(r, reaching->sums, &where);
	if (sum != NULL)
		sum->reached++;
}

static void
add_reached(struct report *r, struct report_cells *cells, struct tally *sums)
{
	struct reaching reaching = {.report = r, .sums = sums};
	struct report_goods goods;
	int64_t after_id = 0;
	void *known;

	memset(&goods, 0, sizeof(goods));
	str_copy(goods.currency, sizeof(goods.currency),
	    str_from(r->market.currency));
	known = report_at(r, cells->goods, &goods);
	if (known == NULL)
		return;
	reaching.goods = (uint32_t)tally_place(cells->goods, known);
	reaching.seen =
	    tally_new(sizeof(struct report_cell_key), 1, REPORT_CELLS_MAX);
	while (store_figures_proposals(r->store, &after_id, reach, &reaching) &&
	       r->err.code == 0)
		;
	tally_free(&reaching.seen);
}

static json_t *
impact_row(const struct report *r, const struct report_goods *goods,
    const struct sum *sum)
{
	return json_pack("{s:o, s:I, s:I, s:I, s:I, s:o}", "currency",
	    report_text(goods->currency), "reached", (json_int_t)sum->reached,
	    "households", (json_int_t)sum->people, "first",
	    (json_int_t)sum->all.first, "lines", (json_int_t)sum->all.lines,
	    "amount", report_money(r, sum->all.minor));
}

void
report_impact(struct report *r)
{
	struct report_cells cells;
	struct tally *sums;

	report_cells_load(r, &cells, false);
	sums = fold(r, &cells);
	add_reached(r, &cells, sums);
	each_sum(r, &cells, sums, impact_row);
	tally_free(&sums);
	report_cells_free(&cells);
}
