/* report_day - the day sheet: who brings what to whom today, and who owes
 * whom.  To be printed, so numbers stand beside the names.
 *
 * Brings: confirmed lines wanted on the day of `until` or before, or on no
 * day.  Owes: lines that changed hands, have a price, and are not paid.
 * Both of orders since `since` (three months, unless asked otherwise).
 * A sheet of tomorrow is one until tomorrow. */
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "base/json.h"
#include "base/str.h"
#include "gateway/store/store_person.h"

#include "gateway/admin/report_impl.h"

#define LINES_SLICE 2000

struct sheet {
	struct report *report;
	char today[16];
	uint32_t group;
	int64_t after_id;
	int rows;
};

/* Days are kept as dates, or as they were said when the clock was unsure:
 * those are shown, because nobody knows when they are. */
static bool
is_due(const struct sheet *s, const struct order *order)
{
	bool date = strlen(order->day) == 10 && order->day[4] == '-';

	return !date || strcmp(order->day, s->today) <= 0;
}

static int64_t
total_minor(const struct line *line)
{
	int64_t qty =
	    line->accepted_milli >= 0 ? line->accepted_milli : line->qty_milli;
	int64_t total;

	if (line->price_minor < 0 ||
	    __builtin_mul_overflow(qty, line->price_minor, &total))
		return -1;
	return total / 1000 + (total % 1000 >= 500);
}

/* Where the seller comes from: the sheet of one collector is one area's. */
static void
area_of(struct report *r, int64_t seller_id, char dst[64])
{
	struct person seller = {.id = 0};

	dst[0] = '\0';
	if (store_person_get(r->store, seller_id, &seller) &&
	    seller.area_id != 0)
		store_area_name(r->store, seller.area_id, dst, 64);
}

static json_t *
line_row(const struct sheet *s, const struct line_row *row, const char *what,
    int64_t due_minor)
{
	struct report *r = s->report;
	const struct line *line = &row->line;
	char seller[64], buyer[64], area[64];

	report_name(r, line->seller_id, seller);
	report_name(r, row->order.buyer_id, buyer);
	area_of(r, line->seller_id, area);
	return json_pack("{s:s, s:o, s:i, s:o, s:o, s:o, s:o, s:o, s:o, s:o,"
			 " s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:I, s:I}",
	    "what", what, "code", report_text(row->order.code), "line",
	    line->number, "seller", report_text(seller), "seller_phone",
	    report_text(row->seller), "buyer", report_text(buyer),
	    "buyer_phone", report_text(row->buyer), "quantity",
	    json_milli(line->accepted_milli >= 0 ? line->accepted_milli
						 : line->qty_milli),
	    "unit", report_text(line->unit), "product",
	    report_text(line->product), "place", report_text(row->order.place),
	    "day", report_text(row->order.day), "due",
	    due_minor >= 0 ? report_money(r, due_minor) : json_null(),
	    "currency", report_text(r->market.currency), "area",
	    report_text(area), "price",
	    line->price_minor >= 0 ? report_money(r, line->price_minor)
				   : json_null(),
	    "total",
	    total_minor(line) >= 0 ? report_money(r, total_minor(line))
				   : json_null(),
	    "seller_person", (json_int_t)line->seller_id, "buyer_person",
	    (json_int_t)row->order.buyer_id);
}

static bool
in_area(struct report *r, const struct line *line)
{
	struct person seller = {.id = 0};
	struct report_about about = {
	    .time_ms = r->since_ms, .product = line->product};

	if (r->area_id != 0)
		store_person_get(r->store, line->seller_id, &seller);
	about.area_id = seller.area_id;
	return report_wants(r, &about);
}

static bool
look(void *arg, const struct line_row *row)
{
	struct sheet *s = arg;
	const struct line *line = &row->line;
	int64_t total = total_minor(line), due = total - line->paid_minor;
	const char *what = NULL;

	s->rows++;
	s->after_id = line->id;
	if (line->state == LINE_CONFIRMED && is_due(s, &row->order))
		what = "bring";
	else if (line->state == LINE_FULFILLED && total > 0 && due > 0)
		what = "owe";
	if (what == NULL || line->seller_id == 0 ||
	    line->created_ms < s->report->since_ms || !in_area(s->report, line))
		return true;
	report_add_as(s->report, s->group, what[0] == 'b' ? 0 : 1, "seller",
	    line_row(s, row, what,
		total < 0 ? -1
		: due > 0 ? due
			  : 0));
	return s->report->rows_count < REPORT_CELLS_MAX;
}

void
report_day(struct report *r)
{
	struct sheet s = {.report = r};
	struct line_filter filter = {.limit = LINES_SLICE};
	struct report_about about = {.time_ms = r->until_ms};
	struct tm tm = report_local(r->until_ms);

	(void)strftime(s.today, sizeof(s.today), "%Y-%m-%d", &tm);
	s.group = report_group(r, &about);
	s.after_id = store_figures_line_before(r->store, r->since_ms);
	do {
		s.rows = 0;
		filter.after_id = s.after_id;
		store_line_list(r->store, &filter, look, &s);
	} while (s.rows == LINES_SLICE);
}
