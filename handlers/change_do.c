#include "handlers/change_do.h"

#include <string.h>

#include "gateway/store/store_kept.h"

#include "handlers/cancel.h"
#include "handlers/line.h"
#include "handlers/stock.h"
#include "handlers/unusual.h"

/* -- is it to be had? ----------------------------------------------------- */

bool
change_sold(struct desk *desk, const struct order *order,
    const struct line *line, char unit_out[16])
{
	struct alloc_wish wish = {.seller_id = line->seller_id};
	struct alloc_choice choice;
	bool held = line->hold_milli > 0;

	/* What is held for it may be had for it. */
	if (held)
		store_offer_release(
		    desk->store, line->offer_id, line->hold_milli);
	alloc_choose(&choice, desk, order, line, &wish);
	if (held &&
	    !store_offer_hold(desk->store, line->offer_id, line->hold_milli))
		return false;
	str_copy(unit_out, 16,
	    str_from(choice.verdict == ALLOC_UNIT ? choice.unit : ""));
	return choice.verdict == ALLOC_GOOD;
}

/* The line as it would be.  False: the buyer's highest price does not hold in
 * the other measure, and none is not what they said. */
static bool
line_after(struct line *out, const struct line *line,
    const struct change_goods *goods, int64_t milli)
{
	struct stock_unit own = stock_unit_line(line);
	struct stock_unit unit = {goods->unit, goods->grams};

	*out = *line;
	out->qty_milli = milli;
	if (stock_same_unit(own, unit))
		return true;
	str_copy(out->unit, sizeof(out->unit), str_from(goods->unit));
	out->unit_grams = goods->grams;
	return line->price_max_minor < 0 ||
	       stock_price(
		   &out->price_max_minor, line->price_max_minor, own, unit);
}

static void
line_new(struct line *out, const struct order *order,
    const struct change_goods *goods)
{
	*out = (struct line){.order_id = order->id,
	    .qty_milli = goods->after_milli,
	    .unit_grams = goods->grams,
	    .price_max_minor = -1,
	    .price_minor = -1,
	    .accepted_milli = -1};
	memcpy(out->product, goods->product, sizeof(out->product));
	str_copy(out->unit, sizeof(out->unit), str_from(goods->unit));
}

/* -- doing it ------------------------------------------------------------- */

/* Free of its seller again, with the new quantity. */
static void
take_back(struct change_work *w, size_t i, const struct line *after)
{
	struct line *line = &w->lines[i];
	struct proposal p;

	w->was[i] = *line;
	if (line->state == LINE_OFFERED &&
	    store_proposal_get(w->desk->store, line->proposal_id, &p))
		w->read[i] = cancel_proposal(w->desk, &p, false);
	stock_release(w->desk->store, line);
	line->qty_milli = after->qty_milli;
	memcpy(line->unit, after->unit, sizeof(line->unit));
	line->unit_grams = after->unit_grams;
	line->price_max_minor = after->price_max_minor;
	w->again[i] = line_go(w->desk, line, LINE_ACT_CHANGE, LINE_WAITING,
	    "changed by the buyer");
	w->changed += w->again[i];
}

void
change_add(struct change_work *w, struct change_goods *goods)
{
	struct line *line = &w->lines[w->count];
	char unit[16];

	if (w->count == DESK_LINES_MAX)
		return;
	line_new(line, w->order, goods);
	if (!change_sold(w->desk, w->order, line, unit)) {
		goods->fate = CHANGE_UNSOLD;
		memcpy(goods->line.unit, unit, sizeof(unit));
		return;
	}
	line_add(w->desk, line, "added");
	if (line->id == 0)
		return;
	w->again[w->count++] = true;
	w->changed++;
}

/* Nobody has it free now, and the buyer was told that we keep it: less or more
 * of it, by the same measure, is kept as well. */
static bool
stays_kept(
    struct change_work *w, const struct line *was, const struct line *new)
{
	return was->state == LINE_WAITING &&
	       stock_same_unit(stock_unit_line(was), stock_unit_line(new)) &&
	       store_kept_until(w->desk->store, was->id) > w->desk->now_ms;
}

/* False: one of the lines could not be had so; nothing is done. */
static bool
all_sold(struct change_work *w, struct change_goods *goods, const int64_t *want,
    struct line *after)
{
	for (size_t i = 0; i < w->count; i++) {
		char unit[16] = "";

		if (want[i] <= 0 ||
		    (line_after(&after[i], &w->lines[i], goods, want[i]) &&
			(stays_kept(w, &w->lines[i], &after[i]) ||
			    change_sold(w->desk, w->order, &after[i], unit))))
			continue;
		goods->fate = CHANGE_UNSOLD;
		memcpy(goods->line.unit, unit, sizeof(unit));
		return false;
	}
	return true;
}

void
change_set(struct change_work *w, struct change_goods *goods)
{
	int64_t want[DESK_LINES_MAX];
	struct line after[DESK_LINES_MAX];

	change_share(want, goods, w->lines, w->count);
	if (!all_sold(w, goods, want, after))
		return;
	for (size_t i = 0; i < w->count; i++) {
		if (want[i] > 0)
			take_back(w, i, &after[i]);
		else if (want[i] == 0)
			w->out[w->out_count++] = w->lines[i];
	}
}

/* Who was asked before and is not now. */
static void
tell_not_needed(struct change_work *w, const size_t *at, size_t count)
{
	struct line theirs[DESK_LINES_MAX];
	size_t n = 0;

	for (size_t i = 0; i < count; i++) {
		const struct line *line = &w->lines[at[i]];

		if (w->read[at[i]] &&
		    (line->state != LINE_OFFERED ||
			line->seller_id != w->was[at[i]].seller_id))
			theirs[n++] = w->was[at[i]];
	}
	if (n > 0)
		cancel_not_needed(
		    w->desk, w->order, theirs, n, theirs[0].seller_id);
}

/* Lines whose earlier seller is the same go to him in one text. */
static void
place_group(struct change_work *w, size_t first)
{
	struct alloc_wish wish = {.seller_id = w->was[first].seller_id};
	struct line lines[DESK_LINES_MAX];
	struct place_result result;
	size_t at[DESK_LINES_MAX], n = 0;

	for (size_t i = first; i < w->count; i++)
		if (w->again[i] && w->was[i].seller_id == wish.seller_id) {
			unusual_note(w->desk, w->order->buyer_id, &w->lines[i]);
			w->again[i] = false;
			at[n] = i;
			lines[n++] = w->lines[i];
		}
	place_lines(w->desk, w->order, lines, n, &wish, &result);
	for (size_t i = 0; i < n; i++)
		w->lines[at[i]] = lines[i];
	for (size_t i = 0; i < result.unfilled; i++)
		w->gone[w->gone_count++] = result.gone[i];
	tell_not_needed(w, at, n);
}

void
change_place(struct change_work *w)
{
	if (w->out_count > 0)
		w->out_count = cancel_lines(w->desk, w->order, w->out,
		    w->out_count, "left out by the buyer");
	for (size_t i = 0; i < w->count; i++)
		if (w->again[i])
			place_group(w, i);
}
