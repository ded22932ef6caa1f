#include "handlers/sell.h"

#include <string.h>

#include "base/buf.h"

#include "gateway/store/store_offer.h"

#include "handlers/agree.h"
#include "handlers/give_back.h"
#include "handlers/keep.h"
#include "handlers/letter.h"
#include "handlers/news.h"
#include "handlers/order.h"
#include "handlers/place.h"
#include "handlers/pool.h"
#include "handlers/pool_list.h"
#include "handlers/sale_join.h"
#include "handlers/stock.h"

#define LISTINGS 30

struct listings {
	struct offer row[LISTINGS];
	size_t count;
	const char *product; /* NULL: all */
	bool closed; /* those off the list, too */
};

static bool
listings_add(void *arg, const struct offer *offer)
{
	struct listings *l = arg;

	if ((l->product == NULL || strcmp(offer->product, l->product) == 0) &&
	    (l->closed || !offer->closed) && l->count < LISTINGS)
		l->row[l->count++] = *offer;
	return true;
}

static void
listings_load(
    struct listings *l, struct desk *desk, const char *product, bool closed)
{
	l->count = 0;
	l->product = product;
	l->closed = closed;
	store_offer_each(
	    desk->store, desk->from.id, 0, LISTINGS, listings_add, l);
}

static bool
may_sell(struct desk *desk)
{
	if (desk->from.roles & (PERSON_SELLER | PERSON_LEADER))
		return true;
	letter_answer(desk, PHRASE_SELL_STRANGER, &(struct words){0}, 0);
	return false;
}

void
sell_text(struct desk *desk, const struct book *book)
{
	struct draft draft;

	if (!may_sell(desk))
		return;
	desk_as(desk, "seller");
	draft_from(&draft, desk->trade->catalogue, &desk->intent,
	    (int)desk->intent.kind);
	for (size_t i = 0; i < draft.count; i++)
		if (desk->pack.unit[0] != '\0' &&
		    strcmp(draft.items[i].unit, desk->pack.unit) == 0)
			draft.items[i].own_grams = desk->pack.grams;
	if (draft.count == 0)
		letter_answer(desk, PHRASE_SELL_WHAT, &(struct words){0}, 0);
	else
		order_draft(desk, book, &draft, true);
}

/* Price per unit of the listing from what was said; -1: none was said. */
static int64_t
said_price(struct desk *desk, int64_t milli, const char *per,
    const struct offer *offer)
{
	int64_t out;

	if (milli <= 0)
		return -1;
	out = amount_minor(desk->market, milli);
	if (*per == '\0')
		return out;
	return stock_price(&out, out,
		   stock_unit_of(desk->trade->catalogue, offer->product, per),
		   stock_unit_offer(desk->trade->catalogue, offer))
		   ? out
		   : -1;
}

static void
list_item(
    struct desk *desk, const struct draft *draft, const struct draft_item *it)
{
	const char *unit = *it->unit ? it->unit : "piece";
	bool own = it->price_milli > 0;
	struct offer offer;
	struct letter letter;
	char items[AMOUNT_OCTETS], price[AMOUNT_OCTETS];
	int64_t said;

	if (!store_offer_find(
		desk->store, desk->from.id, it->product, unit, &offer)) {
		memset(&offer, 0, sizeof(offer));
		offer.seller_id = desk->from.id;
		str_copy(offer.product, sizeof(offer.product),
		    str_from(it->product));
		str_copy(offer.unit, sizeof(offer.unit), str_from(unit));
		offer.price_minor = -1;
	}
	offer.closed = false;
	/* What is promised already is not for sale once more. */
	offer.stock_milli = it->qty_milli;
	if (it->own_grams > 0)
		offer.unit_grams = it->own_grams;
	said = said_price(desk, own ? it->price_milli : draft->price_milli,
	    own ? it->price_per : draft->price_per, &offer);
	if (said >= 0)
		offer.price_minor = said;
	store_offer_put(desk->store, &offer, desk->now_ms);
	keep_freed(desk, offer.product);
	news_of_offer(desk);
	letter_to_sender(&letter, desk);
	letter_send(&letter,
	    offer.price_minor < 0 ? PHRASE_SELL_PRICE : PHRASE_SELL_SAVED,
	    &(struct words){
		.items = amount_goods(items, &letter.style, offer.product,
		    offer.stock_milli, offer.unit, offer.unit_grams),
		.product = amount_product(&letter.style, offer.product),
		.price = amount_price(
		    price, &letter.style, offer.price_minor, offer.unit)},
	    NULL);
}

static void
say_none(struct desk *desk, const char *product)
{
	struct amount_style style = desk_style(desk, desk->lang);

	letter_answer(desk, PHRASE_OFFER_NONE,
	    &(struct words){.product = amount_product(&style, product)}, 0);
}

static void
stock_item(struct desk *desk, const struct draft_item *it)
{
	struct offer offer;
	struct letter letter;
	char left[AMOUNT_OCTETS], held[AMOUNT_OCTETS] = "";
	int64_t milli = it->qty_milli;

	if (!store_offer_find(
		desk->store, desk->from.id, it->product, it->unit, &offer) &&
	    !store_offer_find(
		desk->store, desk->from.id, it->product, "", &offer)) {
		if (!sale_stock(desk, it))
			say_none(desk, it->product);
		return;
	}
	if (*it->unit != '\0' &&
	    !stock_convert(&milli, it->qty_milli,
		stock_unit_of(desk->trade->catalogue, it->product, it->unit),
		stock_unit_offer(desk->trade->catalogue, &offer), false)) {
		say_none(desk, it->product);
		return;
	}
	offer.stock_milli = milli;
	offer.closed = false;
	store_offer_put(desk->store, &offer, desk->now_ms);
	(void)store_offer_get(desk->store, offer.id, &offer);
	keep_freed(desk, offer.product);
	letter_to_sender(&letter, desk);
	if (offer.held_milli > 0)
		amount_qty(held, &letter.style, offer.held_milli, offer.unit);
	letter_send(&letter, PHRASE_STOCK_SAVED,
	    &(struct words){
		.product = amount_product(&letter.style, offer.product),
		.left = amount_qty(left, &letter.style,
		    offer.stock_milli - offer.held_milli, offer.unit),
		.qty = held},
	    NULL);
}

void
sell_draft(struct desk *desk, const struct draft *draft)
{
	desk_as(desk, "seller");
	for (size_t i = 0; i < draft->count; i++) {
		if (draft->verb == INTENT_STOCK)
			stock_item(desk, &draft->items[i]);
		else
			list_item(desk, draft, &draft->items[i]);
	}
}

/* The product said, NULL when none. */
static const char *
said_product(const struct desk *desk)
{
	return desk->intent.items_count > 0
		   ? catalogue_key(
			 desk->trade->catalogue, desk->intent.items[0].product)
		   : NULL;
}

/* "PRICE mango B 40" of who has several grades: that one.  Grades are words of
 * the listings, so no other letter is taken for one. */
static bool
names_grade(struct desk *desk, const struct listings *l)
{
	struct str rest = desk->text->text, word;

	while (str_cut(&word, &rest, ' '))
		for (size_t i = 0; i < l->count; i++)
			if (l->row[i].grade[0] != '\0' &&
			    str_equal_nocase(word, str_from(l->row[i].grade)))
				return true;
	return false;
}

static bool
is_named_grade(struct desk *desk, const struct offer *offer)
{
	struct listings one = {.row = {*offer}, .count = 1};

	return names_grade(desk, &one);
}

void
sell_price(struct desk *desk, const struct book *book)
{
	const struct intent *intent = &desk->intent;
	const char *product = said_product(desk);
	bool own = intent->items_count > 0 && intent->items[0].price_milli > 0;
	struct listings l;
	struct letter letter;
	char price[AMOUNT_OCTETS];
	bool graded;

	(void)book;
	if (!may_sell(desk))
		return;
	if (product == NULL || (!own && intent->price_milli <= 0)) {
		letter_answer(desk, PHRASE_SELL_WHAT, &(struct words){0}, 0);
		return;
	}
	listings_load(&l, desk, product, false);
	graded = names_grade(desk, &l);
	if (l.count == 0)
		say_none(desk, product);
	for (size_t i = 0; i < l.count; i++) {
		int64_t said = said_price(desk,
		    own ? intent->items[0].price_milli : intent->price_milli,
		    own ? intent->items[0].price_per : intent->price_per,
		    &l.row[i]);

		if (said < 0 || (graded && !is_named_grade(desk, &l.row[i])))
			continue;
		l.row[i].price_minor = said;
		store_offer_put(desk->store, &l.row[i], desk->now_ms);
		letter_to_sender(&letter, desk);
		letter_send(&letter, PHRASE_PRICE_SAVED,
		    &(struct words){
			.product = amount_product(&letter.style, product),
			.price = amount_price(
			    price, &letter.style, said, l.row[i].unit)},
		    NULL);
	}
}

/* -- SOLD OUT ------------------------------------------------------------ */

struct open_list {
	struct proposal row[DESK_LINES_MAX];
	size_t count;
	int64_t offer_id;
};

static bool
open_add(void *arg, const struct proposal *p)
{
	struct open_list *o = arg;

	if (p->offer_id == o->offer_id && o->count < DESK_LINES_MAX)
		o->row[o->count++] = *p;
	return true;
}

/* What is asked of a listing that is gone is a no. */
static void
decline_open(struct desk *desk, const struct offer *offer)
{
	struct open_list o = {.count = 0, .offer_id = offer->id};
	struct order order;

	store_proposal_open_of(desk->store, desk->from.id, open_add, &o);
	for (size_t i = 0; i < o.count; i++)
		if (store_order_get(desk->store, o.row[i].line_id / 64, &order))
			agree_decline(desk, &order, &o.row[i], 1);
}

/* Of what they gave to a sale nothing more is free, either; says so. */
static bool
out_of_sale(struct desk *desk, const char *product)
{
	struct draft_item none = {.qty_milli = 0};

	str_copy(none.product, sizeof(none.product), str_from(product));
	return sale_stock(desk, &none);
}

void
sell_out(struct desk *desk, const struct book *book)
{
	const char *product = said_product(desk);
	struct listings l;
	struct letter letter;
	char held[AMOUNT_OCTETS] = "";

	if (!may_sell(desk))
		return;
	desk_as(desk, "seller");
	listings_load(&l, desk, product, false);
	if (product != NULL && out_of_sale(desk, product) && l.count == 0)
		return;
	if (l.count == 0 && product != NULL) {
		say_none(desk, product);
		return;
	}
	for (size_t i = 0; i < l.count; i++) {
		l.row[i].closed = true;
		l.row[i].stock_milli = 0;
		store_offer_put(desk->store, &l.row[i], desk->now_ms);
	}
	for (size_t i = 0; i < l.count; i++) {
		decline_open(desk, &l.row[i]);
		give_back_noted(desk, book, l.row[i].id);
		(void)store_offer_get(desk->store, l.row[i].id, &l.row[i]);
	}
	letter_to_sender(&letter, desk);
	if (product != NULL && l.row[0].held_milli > 0)
		amount_qty(
		    held, &letter.style, l.row[0].held_milli, l.row[0].unit);
	letter_send(&letter,
	    product   ? PHRASE_SOLD_OUT
	    : l.count ? PHRASE_SOLD_OUT_ALL
		      : PHRASE_MY_NONE,
	    &(struct words){
		.product =
		    product ? amount_product(&letter.style, product) : "",
		.qty = held},
	    NULL);
}

void
sell_my(struct desk *desk, const struct book *book)
{
	struct listings l;
	char list[600], piece[AMOUNT_OCTETS], price[AMOUNT_OCTETS];
	struct buf out = buf_over(list, sizeof(list));
	struct amount_style style = desk_style(desk, desk->lang);

	(void)book;
	listings_load(&l, desk, NULL, false);
	if (l.count == 0 && pool_list_my(desk))
		return;
	for (size_t i = 0; i < l.count && out.octets < 400; i++) {
		buf_add_format(&out, "%s%s", i ? ", " : "",
		    pool_goods(piece, &style, l.row[i].product,
			l.row[i].stock_milli - l.row[i].held_milli,
			l.row[i].unit, l.row[i].grade));
		if (l.row[i].price_minor >= 0)
			buf_add_format(&out, " %s",
			    amount_price(price, &style, l.row[i].price_minor,
				l.row[i].unit));
	}
	letter_answer(desk, l.count ? PHRASE_MY : PHRASE_MY_NONE,
	    &(struct words){.list = list}, 0);
}
