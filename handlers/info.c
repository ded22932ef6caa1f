#include "handlers/info.h"

#include <string.h>

#include "base/buf.h"

#include "gateway/store/store_offer.h"
#include "gateway/store/store_order.h"
#include "gateway/store/store_turn.h"

#include "handlers/alloc.h"
#include "handlers/letter.h"
#include "handlers/sale_order.h"

#define PRICES 4

/* -- TURN ---------------------------------------------------------------- */

struct before {
	int64_t person_id;
	int count;
	bool seen;
};

static bool
before_row(void *arg, const struct offer *offer)
{
	struct before *before = arg;

	before->seen = offer->seller_id == before->person_id;
	if (!before->seen)
		before->count++;
	return !before->seen;
}

/* The first that can be chosen; else any. */
static bool
own_offer(void *arg, const struct offer *offer)
{
	struct offer *own = arg;
	bool open = !offer->closed && offer->stock_milli > offer->held_milli;

	if (open || own->id == 0)
		*own = *offer;
	return !open;
}

/* Why nobody is sent to this seller now; PHRASE_COUNT: they are in the turn. */
static enum phrase
why_not(const struct offer *offer)
{
	if (offer->closed || offer->stock_milli <= offer->held_milli)
		return PHRASE_TURN_SOLD_OUT;
	if ((offer->out & OFFER_OUT_DATE) != 0)
		return PHRASE_TURN_NOT_NOW;
	return PHRASE_COUNT;
}

static void
tell_turn(struct desk *desk, const struct offer *offer)
{
	struct before before = {.person_id = desk->from.id};
	struct amount_style style = desk_style(desk, desk->lang);
	char n[16];
	struct buf figure = buf_over(n, sizeof(n));
	enum phrase phrase = why_not(offer);

	store_turn_cell(desk->store, offer->product,
	    &(struct turn_mark){offer->area_no, -1, 0}, ALLOC_ROWS, before_row,
	    &before);
	buf_add_format(&figure, "%d%s", before.count, before.seen ? "" : "+");
	if (phrase == PHRASE_COUNT)
		phrase =
		    before.count == 0 ? PHRASE_TURN_NEXT : PHRASE_TURN_BEHIND;
	letter_answer(desk, phrase,
	    &(struct words){
		.product = amount_product(&style, offer->product), .n = n},
	    0);
}

void
info_turn(struct desk *desk, const struct book *book)
{
	struct offer offer = {.id = 0};
	const char *key = NULL;

	(void)book;
	if (desk->intent.items_count > 0)
		key = catalogue_key(
		    desk->trade->catalogue, desk->intent.items[0].product);
	if (key != NULL)
		(void)store_offer_find(
		    desk->store, desk->from.id, key, "", &offer);
	if (offer.id == 0)
		store_offer_each(desk->store, desk->from.id, 0, ALLOC_ROWS,
		    own_offer, &offer);
	if (offer.id == 0)
		letter_answer(desk, PHRASE_MY_NONE, &(struct words){0}, 0);
	else
		tell_turn(desk, &offer);
}

/* -- what does it cost --------------------------------------------------- */

struct price_range {
	char unit[16];
	int64_t low_minor, high_minor;
};

struct prices {
	struct price_range row[PRICES];
	size_t count;
};

static bool
prices_add(void *arg, const struct offer *offer)
{
	struct prices *prices = arg;
	size_t i;

	if (offer->price_minor < 0)
		return true;
	for (i = 0; i < prices->count; i++)
		if (strcmp(prices->row[i].unit, offer->unit) == 0)
			break;
	if (i == PRICES)
		return true;
	if (i == prices->count) {
		prices->count++;
		memcpy(prices->row[i].unit, offer->unit,
		    sizeof(prices->row[i].unit));
		prices->row[i].low_minor = offer->price_minor;
		prices->row[i].high_minor = offer->price_minor;
	}
	if (offer->price_minor < prices->row[i].low_minor)
		prices->row[i].low_minor = offer->price_minor;
	if (offer->price_minor > prices->row[i].high_minor)
		prices->row[i].high_minor = offer->price_minor;
	return true;
}

static void
prices_list(struct buf *out, const struct amount_style *style,
    const struct prices *prices)
{
	char low[AMOUNT_OCTETS], high[AMOUNT_OCTETS];

	for (size_t i = 0; i < prices->count; i++) {
		const struct price_range *r = &prices->row[i];

		buf_add_text(out, i ? ", " : "");
		if (r->high_minor != r->low_minor)
			buf_add_format(out, "%s - ",
			    amount_money(low, style, r->low_minor));
		buf_add_text(
		    out, amount_price(high, style, r->high_minor, r->unit));
	}
}

void
info_price(struct desk *desk, const struct book *book)
{
	struct prices prices = {.count = 0};
	struct amount_style style = desk_style(desk, desk->lang);
	const char *key = NULL;
	char list[300];
	struct buf out = buf_over(list, sizeof(list));

	if (desk->intent.items_count > 0)
		key = catalogue_key(
		    desk->trade->catalogue, desk->intent.items[0].product);
	if (key == NULL) {
		if (!sale_asked(desk, book))
			letter_answer(
			    desk, PHRASE_ASK_VERB, &(struct words){0}, 0);
		return;
	}
	store_turn_walk(desk->store, key, &(struct turn_mark){0}, ALLOC_ROWS,
	    prices_add, &prices);
	prices_list(&out, &style, &prices);
	if (sale_order_hint(desk, key) && prices.count == 0)
		return;
	letter_answer(desk,
	    prices.count ? PHRASE_PRICE_INFO : PHRASE_PRICE_NONE,
	    &(struct words){.product = amount_product(&style, key),
		.list = list,
		.unit = prices.count
			    ? amount_unit(&style, prices.row[0].unit, false)
			    : ""},
	    0);
}
