#include "handlers/pool_give.h"

#include <stdlib.h>
#include <string.h>

#include "gateway/store/store_message.h"

#include "handlers/letter.h"
#include "handlers/place.h"
#include "handlers/pool.h"
#include "handlers/pool_list.h"
#include "handlers/stock.h"

struct giving {
	struct desk *desk;
	const struct order *order;
	struct line line;
	struct pool_rows rows; /* open ones */
	struct share *own; /* the leader's */
};

static struct share *
row_of(struct giving *g, int64_t household_id)
{
	for (size_t i = 0; i < g->rows.count; i++)
		if (g->rows.row[i].household_id == household_id &&
		    g->rows.row[i].lot_id == 0)
			return &g->rows.row[i];
	return NULL;
}

/* An empty row when there is none; NULL: the line is full of them. */
static struct share *
row_make(struct giving *g, int64_t household_id)
{
	struct share *row = row_of(g, household_id);

	if (row != NULL || g->rows.count == POOL_SHARES_MAX)
		return row;
	row = &g->rows.row[g->rows.count++];
	*row = g->rows.row[0];
	row->household_id = household_id;
	row->lot_id = 0;
	row->lot_milli = 0;
	row->qty_milli = 0;
	row->price_minor = g->line.price_minor;
	row->offer_id = 0;
	row->hold_milli = 0;
	row->state = SHARE_OPEN;
	return row;
}

/* A part is so large from now on: row, hold, turn and text. */
static void
set_part(struct giving *g, struct share *row, int64_t milli)
{
	int64_t before = row->qty_milli;
	struct share told;

	if (milli == before)
		return;
	row->qty_milli = milli;
	row->time_ms = g->desk->now_ms;
	row->state = milli > 0 ? SHARE_OPEN : SHARE_DROPPED;
	if (row->household_id == row->leader_id) {
		store_share_put(g->desk->store, row);
		return;
	}
	pool_hold(g->desk, &g->line, row);
	pool_count(g->desk, &g->line, row, milli - before, 0);
	store_share_put(g->desk->store, row);
	told = *row;
	if (milli == 0)
		told.qty_milli = before; /* this much not to bring */
	pool_tell(g->desk,
	    &(struct pool_telling){g->order, {&g->line}, {&told}, 1},
	    before == 0 ? PHRASE_SHARE_TOLD
	    : milli > 0 ? PHRASE_SHARE_CHANGED
			: PHRASE_SHARE_DROPPED);
}

/* Who gives most, of those that can still be changed. */
static struct share *
largest(struct giving *g, const struct share *but)
{
	struct share *found = NULL;

	for (size_t i = 0; i < g->rows.count; i++) {
		struct share *row = &g->rows.row[i];

		if (row != but && row != g->own && row->lot_id == 0 &&
		    row->qty_milli > 0 &&
		    (found == NULL || row->qty_milli > found->qty_milli))
			found = row;
	}
	return found;
}

/* Takes up to `milli` from one; returns what is still wanted. */
static int64_t
take_from(struct giving *g, struct share *row, int64_t milli)
{
	int64_t takes = row->qty_milli < milli ? row->qty_milli : milli;

	set_part(g, row, row->qty_milli - takes);
	return milli - takes;
}

static void
give(struct giving *g, struct share *row, int64_t milli)
{
	int64_t more = milli - row->qty_milli, wanted = more;

	if (more < 0) {
		set_part(g, g->own, g->own->qty_milli - more);
		set_part(g, row, milli);
		return;
	}
	if (g->own->qty_milli > 0)
		wanted = take_from(g, g->own, wanted);
	while (wanted > 0) {
		struct share *other = largest(g, row);

		if (other == NULL)
			break;
		wanted = take_from(g, other, wanted);
	}
	set_part(g, row, row->qty_milli + more - wanted);
}

/* The line that is meant: of the goods that were named, where they have a part;
 * else the first that is shared. */
static bool
find_line(struct giving *g, const struct pool_said *said, int64_t household_id)
{
	const struct catalogue *catalogue = g->desk->trade->catalogue;
	struct line lines[DESK_LINES_MAX];
	size_t count = place_load(g->desk, g->order->id, lines);
	bool found = false;

	for (size_t i = 0; i < count; i++) {
		struct giving here = {.desk = g->desk};

		if (lines[i].seller_id != g->desk->from.id ||
		    lines[i].state != LINE_CONFIRMED ||
		    (said->product >= 0 &&
			catalogue_find(catalogue, lines[i].product) !=
			    said->product))
			continue;
		pool_load(&here.rows, g->desk, lines[i].id, true);
		if (here.rows.count == 0 ||
		    (found && row_of(&here, household_id) == NULL))
			continue;
		g->line = lines[i];
		g->rows = here.rows;
		if (found || row_of(&here, household_id) != NULL)
			return true;
		found = true;
	}
	return found;
}

/* A bare figure is in the measure that our list showed. */
static bool
in_measure(const struct giving *g, const struct pool_said *said, int64_t *out)
{
	const char *unit = said->unit[0] != '\0'
			       ? said->unit
			       : pool_measure_of(g->desk, &g->line, 0, -1).unit;

	return stock_convert(out, said->qty_milli,
		   stock_unit_of(
		       g->desk->trade->catalogue, g->line.product, unit),
		   stock_unit_line(&g->line), false) &&
	       *out <= g->line.qty_milli;
}

static void
tell_leader(const struct giving *g, const struct share *row, const char *name)
{
	struct letter letter;
	struct letter_about about = {.order_id = g->order->id};
	struct pool_measure m =
	    pool_measure_of(g->desk, &g->line, row->qty_milli, -1);
	struct pool_measure open =
	    pool_measure_of(g->desk, &g->line, g->own->qty_milli, -1);
	char qty[AMOUNT_OCTETS], left[AMOUNT_OCTETS] = "";

	letter_to_sender(&letter, g->desk);
	if (open.milli > 0)
		amount_qty(left, &letter.style, open.milli, open.unit);
	letter_send(&letter, PHRASE_GAVE,
	    &(struct words){.code = g->order->code,
		.name = name,
		.qty = amount_qty(qty, &letter.style, m.milli, m.unit),
		.left = left},
	    &about);
}

static bool
work(struct desk *desk, const struct order *order, const struct pool_said *said,
    const struct household *one)
{
	struct giving g = {.desk = desk, .order = order};
	struct share *row;
	int64_t milli;

	if (!find_line(&g, said, one->person_id) ||
	    !in_measure(&g, said, &milli))
		return false;
	g.own = row_make(&g, desk->from.id);
	row = row_make(&g, one->person_id);
	if (g.own == NULL || row == NULL)
		return false;
	give(&g, row, milli);
	tell_leader(&g, row, one->name);
	return true;
}

bool
pool_give(struct desk *desk, const struct book *book, struct str rest)
{
	struct pool_said said;
	struct pool_folk *folk;
	struct order order;
	const struct household *one;

	if (!pool_list_order(desk, book, &rest, &order))
		return false;
	folk = pool_folk_load(desk);
	pool_folk_read(&said, desk, folk, rest);
	if (!said.has_qty && !said.bad) {
		free(folk);
		return false;
	}
	desk_as(desk, "leader");
	store_message_set_order(desk->store, desk->cause_id, order.id);
	one = pool_folk_one(folk, &said);
	if (!said.bad && one == NULL && said.count == 0)
		pool_folk_unknown(desk, &said);
	else if (said.bad || one == NULL || !work(desk, &order, &said, one))
		pool_list_split(desk, &order, desk->from.id, 1);
	free(folk);
	return true;
}
