#include "handlers/pool.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/panic.h"

#include "gateway/store/store_offer.h"

#include "handlers/letter.h"
#include "handlers/line.h"
#include "handlers/pool_list.h"
#include "handlers/pool_pay.h"
#include "handlers/share.h"
#include "handlers/stock.h"

#define HEAVY_GRAMS                                                            \
	50000 /* a tonne, a quintal: no measure for one household              \
	       */
#define LEAST_STEPS 10 /* of a weight: ten kilograms are worth the way */

struct loading {
	struct pool_rows *rows;
	bool only_open;
};

static bool
load_add(void *arg, const struct share *share)
{
	struct loading *loading = arg;

	if ((!loading->only_open || share->state == SHARE_OPEN) &&
	    loading->rows->count < POOL_SHARES_MAX)
		loading->rows->row[loading->rows->count++] = *share;
	return true;
}

void
pool_load(
    struct pool_rows *rows, struct desk *desk, int64_t line_id, bool only_open)
{
	struct loading loading = {rows, only_open};

	rows->count = 0;
	store_share_of_line(desk->store, line_id, load_add, &loading);
}

char *
pool_goods(char dst[AMOUNT_OCTETS], const struct amount_style *style,
    const char *product, int64_t milli, const char *unit, const char *grade)
{
	struct buf out;

	amount_goods(dst, style, product, milli, unit, 0);
	out = buf_over(dst + strlen(dst), AMOUNT_OCTETS - strlen(dst));
	if (grade[0] != '\0')
		buf_add_format(&out, " %s", grade);
	return dst;
}

struct pool_measure
pool_measure_of(struct desk *desk, const struct line *line, int64_t milli,
    int64_t price_minor)
{
	struct pool_measure out = {milli, price_minor, line->unit};
	struct stock_unit unit = {line->unit,
	    catalogue_unit_grams(desk->trade->catalogue, -1, line->unit)};
	struct stock_unit kg = {"kg", 1000};
	int64_t price;

	if (unit.grams < HEAVY_GRAMS || unit.grams % kg.grams != 0 ||
	    !stock_price(&price, price_minor, unit, kg) ||
	    !stock_convert(&out.milli, milli, unit, kg, false))
		return out;
	out.price_minor = price;
	out.unit = kg.name;
	return out;
}

/* -- whose turn ---------------------------------------------------------- */

/* Goods of which nobody knows the weight are counted by the pack. */
static const char *
given_unit(const struct line *line)
{
	return line->unit_grams > 0 ? "" : line->unit;
}

static int64_t
given_of(const struct line *line, int64_t milli)
{
	int64_t out;

	if (line->unit_grams <= 0)
		return milli;
	return __builtin_mul_overflow(milli, line->unit_grams, &out) ? 0 : out;
}

void
pool_count(struct desk *desk, const struct line *line,
    const struct share *share, int64_t more_milli, int64_t base_milli)
{
	store_household_gave(desk->store, share->leader_id, line->product,
	    given_unit(line), share->household_id, given_of(line, more_milli),
	    given_of(line, base_milli));
}

/* -- cutting a line ------------------------------------------------------ */

struct cutting {
	struct desk *desk;
	const struct order *order;
	const struct line *line;
	char grade[16];
	struct pool_rows rows;
	int64_t rest_milli; /* without a place yet */
	size_t households; /* asked to bring something */
};

static struct share *
row_add(struct cutting *cut, int64_t household_id, int64_t qty_milli)
{
	struct share *row = &cut->rows.row[cut->rows.count++];

	*row = (struct share){.line_id = cut->line->id,
	    .household_id = household_id,
	    .leader_id = cut->line->seller_id,
	    .qty_milli = qty_milli,
	    .state = SHARE_OPEN,
	    .price_minor = cut->line->price_minor,
	    .time_ms = cut->desk->now_ms};
	memcpy(row->grade, cut->grade, sizeof(row->grade));
	return row;
}

struct lots {
	struct lot row[SHARE_MOST];
	int64_t takes[SHARE_MOST + 1]; /* of each, in the listing's measure */
	size_t count;
	int64_t left; /* of the hold */
};

static bool
lots_add(void *arg, const struct lot *lot)
{
	struct lots *lots = arg;
	int64_t take =
	    lot->left_milli < lots->left ? lot->left_milli : lots->left;

	lots->row[lots->count] = *lot;
	lots->takes[lots->count++] = take;
	lots->left -= take;
	return lots->left > 0 && lots->count < SHARE_MOST;
}

/* What lies at the leader's goes first, in the order in which it came. */
static void
cut_lots(struct cutting *cut, const struct offer *offer)
{
	struct store *store = cut->desk->store;
	const struct catalogue *catalogue = cut->desk->trade->catalogue;
	struct lots lots = {.left = cut->line->hold_milli};
	int64_t parts[SHARE_MOST + 1];

	if (lots.left > 0)
		store_lot_open(store, offer->id, SHARE_MOST, lots_add, &lots);
	if (lots.count == 0)
		return;
	lots.takes[lots.count] = lots.left;
	share_apportion(
	    parts, lots.takes, lots.count + 1, cut->line->qty_milli);
	for (size_t i = 0; i < lots.count; i++) {
		const struct lot *lot = &lots.row[i];
		struct share *row = row_add(cut, lot->household_id, parts[i]);

		row->lot_id = lot->id;
		row->lot_milli = lots.takes[i];
		if (lot->terms == LOT_BOUGHT)
			(void)stock_price(&row->price_minor, lot->price_minor,
			    stock_unit_offer(catalogue, offer),
			    stock_unit_line(cut->line));
		(void)store_lot_change(store, lot->id, -row->lot_milli);
	}
	cut->rest_milli = parts[lots.count];
}

struct households {
	struct household row[POOL_HOUSEHOLDS_MAX];
	struct share_part part[POOL_HOUSEHOLDS_MAX];
	size_t order[POOL_HOUSEHOLDS_MAX];
	size_t count;
};

static bool
households_add(void *arg, const struct household *household)
{
	struct households *all = arg;

	all->row[all->count++] = *household;
	return all->count < POOL_HOUSEHOLDS_MAX;
}

/* The household's own listing limits it, and is held: what it may sell there
 * must not be promised here as well.  Without one the leader knows. */
static bool
own_listing(struct desk *desk, const struct line *line, int64_t household_id,
    struct offer *offer, int64_t *room_out)
{
	return store_offer_find(
		   desk->store, household_id, line->product, "", offer) &&
	       !offer->closed &&
	       stock_convert(room_out, offer->stock_milli - offer->held_milli,
		   stock_unit_offer(desk->trade->catalogue, offer),
		   stock_unit_line(line), false);
}

void
pool_hold(struct desk *desk, const struct line *line, struct share *row)
{
	struct offer offer;
	int64_t room, need;

	if (row->hold_milli > 0)
		store_offer_release(
		    desk->store, row->offer_id, row->hold_milli);
	row->offer_id = 0;
	row->hold_milli = 0;
	if (!own_listing(desk, line, row->household_id, &offer, &room) ||
	    !stock_convert(&need, row->qty_milli, stock_unit_line(line),
		stock_unit_offer(desk->trade->catalogue, &offer), true))
		return;
	if (need > offer.stock_milli - offer.held_milli)
		need = offer.stock_milli - offer.held_milli;
	if (need <= 0 || !store_offer_hold(desk->store, offer.id, need))
		return;
	row->offer_id = offer.id;
	row->hold_milli = need;
}

/* Weights go by the kilogram, packs stay whole. */
static struct share_rule
rule_of(const struct cutting *cut)
{
	int64_t grams = catalogue_unit_grams(
	    cut->desk->trade->catalogue, -1, cut->line->unit);
	int64_t step = grams > 0 ? INT64_C(1000) * 1000 / grams : 1000;

	if (step < 1)
		step = 1;
	return (struct share_rule){step, grams > 0 ? step * LEAST_STEPS : step};
}

static size_t
load_turns(struct cutting *cut, struct households *all)
{
	const struct line *line = cut->line;
	size_t most = SHARE_MOST - cut->rows.count, n;

	store_household_each(cut->desk->store, line->seller_id, 1,
	    POOL_HOUSEHOLDS_MAX, line->product, given_unit(line),
	    households_add, all);
	for (size_t i = 0; i < all->count; i++) {
		int64_t given = all->row[i].given;

		if (given > 0 && line->unit_grams > 0)
			given /= line->unit_grams;
		all->part[i].weight_milli = all->row[i].weight_milli;
		all->part[i].given = given;
	}
	share_level(all->part, all->count);
	share_order(all->order, all->part, all->count);
	n = all->count < most ? all->count : most;
	return n;
}

static void
cut_turns(struct cutting *cut)
{
	struct households *all = xcalloc(1, sizeof(*all));
	struct share_part part[SHARE_MOST];
	struct share_rule rule = rule_of(cut);
	size_t n = load_turns(cut, all);

	for (size_t i = 0; i < n; i++) {
		const struct household *h = &all->row[all->order[i]];
		struct offer offer;

		part[i] = all->part[all->order[i]];
		if (h->person_id == cut->order->buyer_id)
			part[i].room = 0;
		else if (!own_listing(cut->desk, cut->line, h->person_id,
			     &offer, &part[i].room))
			part[i].room = cut->rest_milli;
	}
	cut->rest_milli = share_split(part, n, cut->rest_milli, &rule);
	for (size_t i = 0; i < n; i++) {
		struct share *row;

		if (part[i].got == 0)
			continue;
		row = row_add(
		    cut, all->row[all->order[i]].person_id, part[i].got);
		pool_hold(cut->desk, cut->line, row);
		pool_count(
		    cut->desk, cut->line, row, part[i].got, part[i].given);
		cut->households++;
	}
	free(all);
}

/* Its goods in words; one price when it is one kind. */
static void
telling_goods(struct letter_goods *out, const struct pool_telling *t,
    const struct letter *letter)
{
	struct buf items = buf_over(out->items, sizeof(out->items));

	out->price[0] = out->items[0] = '\0';
	for (size_t i = 0; i < t->count; i++) {
		const struct line *line = t->line[i];
		char piece[AMOUNT_OCTETS];
		struct pool_measure m = pool_measure_of(letter->desk, line,
		    t->share[i]->qty_milli, t->share[i]->price_minor);

		buf_add_format(&items, "%s%s", i ? ", " : "",
		    pool_goods(piece, &letter->style, line->product, m.milli,
			m.unit, t->share[i]->grade));
		if (t->count == 1)
			amount_price(
			    out->price, &letter->style, m.price_minor, m.unit);
	}
}

void
pool_tell(struct desk *desk, const struct pool_telling *t, enum phrase phrase)
{
	const char *day = t->order->day;
	struct letter letter;
	struct letter_goods goods;
	struct letter_about about = {.order_id = t->order->id};
	struct person leader;
	char name[64];

	if (!letter_to(&letter, desk, t->share[0]->household_id, 0) ||
	    !store_person_get(desk->store, t->share[0]->leader_id, &leader))
		return;
	letter_name(name, &leader);
	telling_goods(&goods, t, &letter);
	day_text(goods.day, desk->trade->phrases, letter.lang,
	    desk->clock_sure || day_number(day) < 0 ? day : "");
	letter_send(&letter, phrase,
	    &(struct words){.code = t->order->code,
		.items = goods.items,
		.price = goods.price,
		.name = name,
		.phone = leader.number,
		.day = goods.day},
	    &about);
}

/* False: this line is nobody's but the seller's. */
static bool
cut_line(struct desk *desk, const struct order *order, const struct line *line,
    struct pool_rows *rows)
{
	struct cutting cut = {.desk = desk,
	    .order = order,
	    .line = line,
	    .rest_milli = line->qty_milli};
	struct offer offer;

	if (store_offer_get(desk->store, line->offer_id, &offer)) {
		memcpy(cut.grade, offer.grade, sizeof(cut.grade));
		cut_lots(&cut, &offer);
	}
	if (cut.rest_milli > 0 && cut.rows.count < SHARE_MOST)
		cut_turns(&cut);
	if (cut.rows.count == 0)
		return false;
	if (cut.rest_milli > 0)
		(void)row_add(&cut, line->seller_id, cut.rest_milli);
	for (size_t i = 0; i < cut.rows.count; i++)
		store_share_put(desk->store, &cut.rows.row[i]);
	*rows = cut.rows;
	return cut.households > 0;
}

/* A part that is still to be brought, of that household; NULL: none. */
static const struct share *
brings(const struct pool_rows *rows, int64_t household_id)
{
	for (size_t i = 0; i < rows->count; i++)
		if (rows->row[i].household_id == household_id &&
		    rows->row[i].lot_id == 0)
			return &rows->row[i];
	return NULL;
}

/* One text to each household, whatever it has to bring of the order. */
static void
tell_households(struct desk *desk, const struct order *order,
    const struct line *lines, const struct pool_rows *rows, size_t count)
{
	for (size_t i = 0; i < count; i++)
		for (size_t k = 0; k < rows[i].count; k++) {
			struct pool_telling telling = {.order = order};
			const struct share *part = &rows[i].row[k];
			bool told = part->lot_id != 0 ||
				    part->household_id == part->leader_id;

			for (size_t b = 0; b < i; b++)
				told = told ||
				       brings(&rows[b], part->household_id);
			for (size_t b = i; !told && b < count; b++) {
				part = brings(
				    &rows[b], rows[i].row[k].household_id);
				if (part == NULL)
					continue;
				telling.line[telling.count] = &lines[b];
				telling.share[telling.count++] = part;
			}
			if (telling.count > 0)
				pool_tell(desk, &telling, PHRASE_SHARE_TOLD);
		}
}

void
pool_agreed(struct desk *desk, const struct order *order,
    const struct line *lines, size_t count)
{
	struct pool_rows *rows;
	bool shared = false;

	if (count == 0)
		return;
	rows = xcalloc(count, sizeof(*rows));
	for (size_t i = 0; i < count; i++)
		shared = cut_line(desk, order, &lines[i], &rows[i]) || shared;
	tell_households(desk, order, lines, rows, count);
	free(rows);
	if (shared)
		pool_list_split(desk, order, lines[0].seller_id, 1);
}

/* -- later --------------------------------------------------------------- */

static void
finish(struct desk *desk, struct share *row)
{
	if (row->hold_milli > 0)
		store_offer_take(desk->store, row->offer_id, row->hold_milli);
	row->hold_milli = 0;
	row->state = SHARE_DONE;
	store_share_put(desk->store, row);
}

static void
drop(struct desk *desk, const struct order *order, const struct line *line,
    struct share *row)
{
	if (row->hold_milli > 0)
		store_offer_release(
		    desk->store, row->offer_id, row->hold_milli);
	row->hold_milli = 0;
	if (row->lot_milli > 0)
		(void)store_lot_change(
		    desk->store, row->lot_id, row->lot_milli);
	else if (row->household_id != row->leader_id)
		pool_count(desk, line, row, -row->qty_milli, 0);
	row->state = SHARE_DROPPED;
	store_share_put(desk->store, row);
	if (row->lot_id == 0 && row->household_id != row->leader_id &&
	    row->qty_milli > 0)
		pool_tell(desk, &(struct pool_telling){order, {line}, {row}, 1},
		    PHRASE_SHARE_DROPPED);
}

void
pool_line_moved(struct desk *desk, const struct line *line, int from)
{
	struct pool_rows rows;
	struct order order;

	if ((from != (int)LINE_CONFIRMED && from != (int)LINE_DISPUTED) ||
	    line->state == LINE_DISPUTED || (int)line->state == from)
		return;
	pool_load(&rows, desk, line->id, true);
	if (rows.count == 0 ||
	    !store_order_get(desk->store, line->order_id, &order))
		return;
	for (size_t i = 0; i < rows.count; i++) {
		if (line->state == LINE_FULFILLED)
			finish(desk, &rows.row[i]);
		else
			drop(desk, &order, line, &rows.row[i]);
	}
}

/* -- the money ----------------------------------------------------------- */

static size_t
person_add(struct pool_part *parts, size_t count, const struct pool_pay *pay)
{
	size_t i = 0;

	while (i < count && parts[i].person_id != pay->person_id)
		i++;
	if (i == count)
		parts[count++] =
		    (struct pool_part){.person_id = pay->person_id};
	parts[i].qty_milli += pay->qty_milli;
	parts[i].amount_minor += pay->amount_minor;
	return count;
}

size_t
pool_shares(struct desk *desk, const struct line *line,
    struct pool_part parts[POOL_SHARES_MAX + 1])
{
	struct pool_rows rows;
	struct pool_pay pay[POOL_SHARES_MAX + 1];
	int64_t total = line_total_minor(line);
	size_t count = 0, n;

	pool_load(&rows, desk, line->id, false);
	for (n = 0; n < rows.count; n++) {
		const struct share *row = &rows.row[n];
		struct lot lot;

		if (row->state == SHARE_DROPPED)
			continue;
		pay[count] = (struct pool_pay){.person_id = row->household_id,
		    .qty_milli = row->qty_milli};
		if (row->lot_id != 0 &&
		    store_lot_get(desk->store, row->lot_id, &lot)) {
			pay[count].bought = lot.terms == LOT_BOUGHT;
			pay[count].price_minor = row->price_minor;
			pay[count].rate = lot.rate;
		}
		count++;
	}
	if (count == 0 || total < 0)
		return 0;
	count = pool_pay_out(pay, count, line->seller_id,
	    line->accepted_milli >= 0 ? line->accepted_milli : line->qty_milli,
	    total);
	n = 0;
	for (size_t i = 0; i < count; i++)
		n = person_add(parts, n, &pay[i]);
	return n;
}
