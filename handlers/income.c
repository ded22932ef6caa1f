#include "handlers/income.h"

#include "base/buf.h"

#include "gateway/store/store_ledger.h"

#include "handlers/letter.h"
#include "handlers/line.h"
#include "handlers/pool.h"

#define DAYS_MS(n) (INT64_C(24) * 3600 * 1000 * (n))
#define ROWS 80 /* of one line that stand: one, or one a household */

/* -- rows ----------------------------------------------------------------- */

static struct ledger_row
row_of(struct desk *desk, const struct line *line, int64_t person_id)
{
	struct ledger_row row = {.line_id = line->id,
	    .person_id = person_id,
	    .offer_id = line->offer_id,
	    .ordered_ms = line->created_ms,
	    .time_ms = desk->now_ms,
	    .message_id = desk->cause_id};
	struct person person;
	struct order order;

	str_copy(row.product, sizeof(row.product), str_from(line->product));
	str_copy(row.unit, sizeof(row.unit), str_from(line->unit));
	str_copy(row.currency, sizeof(row.currency),
	    str_from(desk->market->currency));
	if (store_person_get(desk->store, person_id, &person))
		row.area_id = person.area_id;
	if (store_order_get(desk->store, line->order_id, &order)) {
		row.buyer_id = order.buyer_id;
		row.ordered_ms = order.created_ms;
	}
	return row;
}

/* Grams of a quantity; 0 when nobody knows the pack's weight or it is more
 * than any market holds. */
static int64_t
grams_of(int64_t qty_milli, int64_t unit_grams)
{
	int64_t grams;

	if (unit_grams <= 0 ||
	    __builtin_mul_overflow(qty_milli, unit_grams, &grams))
		return 0;
	return grams / 1000;
}

/* The income rows of a line that no other row takes back, oldest last. */
struct standing {
	struct ledger_row row[ROWS];
	size_t count;
	int64_t reversed[ROWS];
	size_t reversed_count;
};

/* Newest first: a reversal comes before what it takes back. */
static bool
stand(void *arg, const struct ledger_row *row)
{
	struct standing *s = arg;

	if (row->kind == LEDGER_REVERSAL && s->reversed_count < ROWS)
		s->reversed[s->reversed_count++] = row->reverses;
	if (row->kind != LEDGER_INCOME)
		return true;
	for (size_t i = 0; i < s->reversed_count; i++)
		if (s->reversed[i] == row->id) {
			s->reversed[i] = s->reversed[--s->reversed_count];
			return true;
		}
	if (s->count < ROWS)
		s->row[s->count++] = *row;
	return true;
}

/* Whose income the line is: they sum to its quantity and its total. */
static size_t
parts_of(struct desk *desk, const struct line *line,
    struct pool_part parts[POOL_SHARES_MAX + 1])
{
	int64_t total = line_total_minor(line);
	size_t shared = pool_shares(desk, line, parts);

	if (shared > 0 || line->seller_id == 0)
		return shared;
	parts[0] = (struct pool_part){.person_id = line->seller_id,
	    .qty_milli = line->accepted_milli >= 0 ? line->accepted_milli
						   : line->qty_milli,
	    .amount_minor = total > 0 ? total : 0};
	return 1;
}

void
income_settled(struct desk *desk, const struct line *line)
{
	struct standing standing = {.count = 0};
	struct pool_part parts[POOL_SHARES_MAX + 1];
	size_t count = parts_of(desk, line, parts);

	store_ledger_of_line(desk->store, line->id, stand, &standing);
	for (size_t i = 0; standing.count == 0 && i < count; i++) {
		struct ledger_row row = row_of(desk, line, parts[i].person_id);

		row.kind = LEDGER_INCOME;
		row.qty_milli = parts[i].qty_milli;
		row.grams = grams_of(row.qty_milli, line->unit_grams);
		row.amount_minor = parts[i].amount_minor;
		store_ledger_add(desk->store, &row);
	}
}

void
income_reversed(struct desk *desk, const struct line *line)
{
	struct standing standing = {.count = 0};

	store_ledger_of_line(desk->store, line->id, stand, &standing);
	for (size_t i = 0; i < standing.count; i++) {
		struct ledger_row row = standing.row[i];

		row.kind = LEDGER_REVERSAL;
		row.reverses = row.id;
		row.amount_minor = -row.amount_minor;
		row.qty_milli = -row.qty_milli;
		row.grams = -row.grams;
		row.time_ms = desk->now_ms;
		row.message_id = desk->cause_id;
		store_ledger_add(desk->store, &row);
	}
}

void
income_paid(struct desk *desk, const struct line *line, int64_t minor)
{
	struct ledger_row row = row_of(desk, line, line->seller_id);

	row.kind = LEDGER_PAID;
	row.amount_minor = minor;
	store_ledger_add(desk->store, &row);
}

/* -- INCOME --------------------------------------------------------------- */

struct income {
	int64_t since_ms, month_ms; /* thirty days, the month's first minute */
	int64_t earned_minor, month_minor, paid_minor;
	int count;
};

static bool
add_row(void *arg, const struct ledger_row *row)
{
	struct income *sum = arg;
	bool recent = row->time_ms >= sum->since_ms;

	if (row->kind == LEDGER_PAID) {
		sum->paid_minor += recent ? row->amount_minor : 0;
		return true;
	}
	if (row->time_ms >= sum->month_ms)
		sum->month_minor += row->amount_minor;
	if (!recent)
		return true;
	sum->earned_minor += row->amount_minor;
	sum->count += row->kind == LEDGER_INCOME ? 1 : -1;
	return true;
}

void
income_text(struct desk *desk, const struct book *book)
{
	struct income sum = {.since_ms = desk->now_ms - DAYS_MS(30),
	    .month_ms = market_month_begin(desk->market, desk->now_ms)};
	struct amount_style style = desk_style(desk, desk->lang);
	char total[AMOUNT_OCTETS], paid[AMOUNT_OCTETS], month[AMOUNT_OCTETS];
	char n[16];
	struct buf figure = buf_over(n, sizeof(n));

	(void)book;
	store_ledger_of_person(desk->store, desk->from.id,
	    sum.month_ms < sum.since_ms ? sum.month_ms : sum.since_ms, add_row,
	    &sum);
	buf_add_format(&figure, "%d", sum.count > 0 ? sum.count : 0);
	letter_answer(desk, PHRASE_INCOME,
	    &(struct words){.n = n,
		.total = amount_money(total, &style, sum.earned_minor),
		.left = amount_money(paid, &style, sum.paid_minor),
		.price = amount_money(month, &style, sum.month_minor)},
	    0);
}
