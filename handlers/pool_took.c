#include "handlers/pool_took.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/json.h"

#include "gateway/store/store_offer.h"

#include "handlers/ask.h"
#include "handlers/keep.h"
#include "handlers/letter.h"
#include "handlers/pool.h"
#include "handlers/pool_list.h"
#include "handlers/stock.h"

#define LISTINGS 30
#define TEXT_KEPT 600
#define GRAMS_MOST INT64_C(100000000) /* 100 tonnes */
#define PACKS_MOST INT64_C(100000)

struct taking {
	struct desk *desk;
	struct pool_said said;
	bool again;
	const char *product;
	struct household from;
	struct offer offer; /* the listing it goes to; id 0: a new one */
	struct took took;
	struct took before; /* the same, noted a moment ago */
};

/* -- whose listing ------------------------------------------------------- */

struct listings {
	struct offer row[LISTINGS];
	size_t count;
};

static bool
listings_add(void *arg, const struct offer *offer)
{
	struct listings *l = arg;

	if (l->count < LISTINGS)
		l->row[l->count++] = *offer;
	return true;
}

/* The only goods they list; NULL: none or several. */
static const char *
only_product(const struct listings *l)
{
	const char *found = NULL;

	for (size_t i = 0; i < l->count; i++) {
		if (l->row[i].closed)
			continue;
		if (found != NULL && strcmp(found, l->row[i].product) != 0)
			return NULL;
		found = l->row[i].product;
	}
	return found;
}

static bool
can_hold(const struct taking *t, const struct offer *offer)
{
	const struct catalogue *catalogue = t->desk->trade->catalogue;
	int64_t milli;

	return strcmp(offer->product, t->product) == 0 &&
	       (t->said.unit[0] == '\0' ||
		   stock_convert(&milli, t->said.qty_milli,
		       stock_unit_of(catalogue, t->product, t->said.unit),
		       stock_unit_offer(catalogue, offer), false));
}

/* Of that grade; without a word on it the one without a grade, else the only
 * one there is. */
static void
choose_listing(struct taking *t, const struct listings *l)
{
	size_t fits = 0, at = 0;

	t->offer.id = 0;
	for (size_t i = 0; i < l->count; i++) {
		if (!can_hold(t, &l->row[i]))
			continue;
		fits++;
		at = i;
		if (strcmp(l->row[i].grade, t->said.grade) == 0)
			t->offer = l->row[i];
	}
	if (t->offer.id == 0 && fits == 1 && t->said.grade[0] == '\0')
		t->offer = l->row[at];
}

static void
new_listing(struct taking *t)
{
	struct offer *offer = &t->offer;

	memset(offer, 0, sizeof(*offer));
	offer->seller_id = t->desk->from.id;
	offer->price_minor = -1;
	str_copy(offer->product, sizeof(offer->product), str_from(t->product));
	str_copy(offer->unit, sizeof(offer->unit), str_from(t->said.unit));
	str_copy(offer->grade, sizeof(offer->grade), str_from(t->said.grade));
}

static bool
find_listing(struct taking *t)
{
	struct listings l = {.count = 0};

	store_offer_each(
	    t->desk->store, t->desk->from.id, 0, LISTINGS, listings_add, &l);
	t->product = catalogue_key(t->desk->trade->catalogue, t->said.product);
	if (t->product == NULL)
		t->product = only_product(&l);
	if (t->product == NULL)
		return false;
	/* The list dies here; the catalogue's key does not. */
	t->product = catalogue_key(t->desk->trade->catalogue,
	    catalogue_find(t->desk->trade->catalogue, t->product));
	if (t->product == NULL)
		return false;
	choose_listing(t, &l);
	if (t->offer.id == 0 && t->said.unit[0] == '\0')
		return false;
	if (t->offer.id == 0)
		new_listing(t);
	return true;
}

/* -- the receipt --------------------------------------------------------- */

static bool
is_sane(const struct took *took, struct stock_unit unit)
{
	int64_t grams;

	if (took->qty_milli <= 0)
		return false;
	if (unit.grams <= 0)
		return took->qty_milli <= PACKS_MOST * 1000;
	return !__builtin_mul_overflow(took->qty_milli, unit.grams, &grams) &&
	       grams <= GRAMS_MOST * 1000;
}

/* Bought: the price per unit that was said, as one per unit of the receipt and
 * as one per unit of the listing. */
static bool
put_price(struct taking *t, struct lot *lot, struct stock_unit unit)
{
	const struct catalogue *catalogue = t->desk->trade->catalogue;
	struct stock_unit per =
	    t->said.per[0] != '\0'
		? stock_unit_of(catalogue, t->product, t->said.per)
		: unit;
	int64_t minor = amount_minor(t->desk->market, t->said.price_milli);

	t->took.terms = lot->terms = LOT_BOUGHT;
	if (t->said.commission || minor <= 0 ||
	    !stock_price(&t->took.price_minor, minor, per, unit) ||
	    !stock_price(&lot->price_minor, minor, per,
		stock_unit_offer(catalogue, &t->offer)))
		return false;
	t->took.due_minor =
	    amount_total(t->took.qty_milli, t->took.price_minor);
	return t->took.due_minor >= 0;
}

/* False: something of it cannot be known; nothing was written. */
static bool
make_receipt(struct taking *t, struct lot *lot)
{
	const struct catalogue *catalogue = t->desk->trade->catalogue;
	struct took *took = &t->took;
	struct stock_unit unit;

	*took = (struct took){.leader_id = t->desk->from.id,
	    .household_id = t->from.person_id,
	    .qty_milli = t->said.qty_milli,
	    .terms = LOT_COMMISSION,
	    .price_minor = -1,
	    .due_minor = -1,
	    .rate = t->said.rate,
	    .message_id = t->desk->cause_id,
	    .time_ms = t->desk->now_ms};
	str_copy(took->product, sizeof(took->product), str_from(t->product));
	str_copy(took->unit, sizeof(took->unit),
	    str_from(t->said.unit[0] ? t->said.unit : t->offer.unit));
	str_copy(took->grade, sizeof(took->grade), str_from(t->offer.grade));
	unit = stock_unit_of(catalogue, t->product, took->unit);
	if (stock_same_unit(unit, stock_unit_offer(catalogue, &t->offer)))
		unit = stock_unit_offer(catalogue, &t->offer);
	*lot = (struct lot){.leader_id = took->leader_id,
	    .household_id = took->household_id,
	    .terms = LOT_COMMISSION,
	    .price_minor = -1,
	    .rate = took->rate};
	if (!is_sane(took, unit) ||
	    !stock_convert(&took->lot_milli, took->qty_milli, unit,
		stock_unit_offer(catalogue, &t->offer), false) ||
	    took->lot_milli <= 0)
		return false;
	lot->left_milli = took->lot_milli;
	return t->said.price_milli < 0 || put_price(t, lot, unit);
}

static bool
is_same(const struct took *a, const struct took *b)
{
	return strcmp(a->product, b->product) == 0 &&
	       strcmp(a->unit, b->unit) == 0 &&
	       strcmp(a->grade, b->grade) == 0 &&
	       a->qty_milli == b->qty_milli && a->terms == b->terms &&
	       a->price_minor == b->price_minor && a->rate == b->rate;
}

static bool
is_repeat(struct taking *t)
{
	return !t->again &&
	       store_took_last(t->desk->store, t->desk->from.id,
		   t->from.person_id, t->desk->now_ms - POOL_TOOK_REPEAT_MS,
		   &t->before) &&
	       is_same(&t->before, &t->took);
}

static void
write_down(struct taking *t, struct lot *lot)
{
	struct store *store = t->desk->store;

	t->offer.stock_milli += t->took.lot_milli;
	t->offer.closed = false;
	store_offer_put(store, &t->offer, t->desk->now_ms);
	lot->offer_id = t->offer.id;
	store_lot_put(store, lot);
	t->took.lot_id = lot->id;
	store_took_add(store, &t->took);
	keep_freed(t->desk, t->product);
}

/* -- the texts ----------------------------------------------------------- */

/* The words of a receipt, for leader and household alike. */
struct receipt_words {
	char items[AMOUNT_OCTETS], price[AMOUNT_OCTETS], total[AMOUNT_OCTETS],
	    left[AMOUNT_OCTETS], rate[24];
	struct words words;
};

static void
fill_receipt(struct receipt_words *r, const struct letter *letter,
    const struct took *took)
{
	const struct amount_style *style = &letter->style;
	struct buf rate = buf_over(r->rate, sizeof(r->rate));
	char figure[24];

	memset(&r->words, 0, sizeof(r->words));
	r->rate[0] = r->total[0] = '\0';
	r->words.items = pool_goods(r->items, style, took->product,
	    took->qty_milli, took->unit, took->grade);
	r->words.price =
	    amount_price(r->price, style, took->price_minor, took->unit);
	if (took->due_minor >= 0)
		amount_money(r->total, style, took->due_minor);
	r->words.total = r->total;
	if (took->rate > 0)
		buf_add_format(&rate, "%s%%",
		    str_from_milli(figure, sizeof(figure), took->rate * 10));
	r->words.n = r->rate;
}

static void
put_left(struct receipt_words *r, const struct letter *letter,
    const struct offer *offer)
{
	r->words.left = amount_qty(r->left, &letter->style,
	    offer->stock_milli - offer->held_milli, offer->unit);
	r->words.product = amount_product(&letter->style, offer->product);
}

static void
tell_household(struct desk *desk, const struct took *took, enum phrase phrase)
{
	struct letter letter;
	struct receipt_words r;
	char name[64];

	if (!letter_to(&letter, desk, took->household_id, 0))
		return;
	fill_receipt(&r, &letter, took);
	letter_name(name, &desk->from);
	r.words.name = name;
	r.words.phone = desk->from.number;
	letter_send(&letter, phrase, &r.words, NULL);
}

static void
tell_leader(struct desk *desk, const struct took *took, const char *name,
    const struct offer *offer, enum phrase phrase)
{
	struct letter letter;
	struct receipt_words r;

	letter_to_sender(&letter, desk);
	fill_receipt(&r, &letter, took);
	r.words.name = name;
	put_left(&r, &letter, offer);
	letter_send(&letter, phrase, &r.words, NULL);
}

static void
ask_price(struct taking *t)
{
	struct letter letter;
	char items[AMOUNT_OCTETS], product[AMOUNT_OCTETS];
	struct buf named = buf_over(product, sizeof(product));

	letter_to_sender(&letter, t->desk);
	buf_add_format(&named, "%s%s%s",
	    amount_product(&letter.style, t->product),
	    t->offer.grade[0] ? " " : "", t->offer.grade);
	letter_send(&letter, PHRASE_SELL_PRICE,
	    &(struct words){
		.items = pool_goods(items, &letter.style, t->product,
		    t->offer.stock_milli - t->offer.held_milli, t->offer.unit,
		    t->offer.grade),
		.product = product},
	    NULL);
}

static void
how(struct desk *desk)
{
	letter_answer(desk, PHRASE_TOOK_HOW, &(struct words){0}, 0);
}

/* -- TOOK ---------------------------------------------------------------- */

static void
take(struct taking *t)
{
	struct lot lot;
	bool fresh;

	if (!find_listing(t) || !make_receipt(t, &lot)) {
		how(t->desk);
		return;
	}
	if (is_repeat(t)) {
		tell_leader(t->desk, &t->before, t->from.name, &t->offer,
		    PHRASE_TOOK_TWICE);
		return;
	}
	fresh = t->offer.id == 0;
	write_down(t, &lot);
	tell_leader(
	    t->desk, &t->took, t->from.name, &t->offer, PHRASE_TOOK_SAVED);
	tell_household(t->desk, &t->took,
	    t->took.terms == LOT_BOUGHT ? PHRASE_TOOK_BOUGHT
					: PHRASE_TOOK_SELLS);
	if (fresh)
		ask_price(t);
}

/* "1 Akinyi, Yala, 2 Akinyi, Ugunja". */
static void
ask_which(struct desk *desk, const struct pool_folk *folk,
    const struct pool_said *said, struct str text)
{
	char list[600], payload[QUESTION_PAYLOAD_OCTETS], *dumped;
	struct buf out = buf_over(list, sizeof(list));
	json_t *people = json_array(), *whole;
	struct letter letter;
	struct letter_about about = {
	    .subject = SUBJECT_QUESTION, .question = true};

	for (size_t i = 0; i < said->count; i++) {
		const struct household *h = &folk->row[said->at[i]];
		struct person person;

		(void)store_person_get(desk->store, h->person_id, &person);
		buf_add_format(&out, "%s%zu %s%s%s", i ? ", " : "", i + 1,
		    h->name, person.place[0] ? ", " : "", person.place);
		json_array_append_new(people, json_integer(h->person_id));
	}
	whole = json_pack("{s:o,s:o}", "people", people, "text",
	    json_clean(
		text.at, text.octets < TEXT_KEPT ? text.octets : TEXT_KEPT));
	dumped = json_dumps(whole, JSON_COMPACT);
	str_copy(payload, sizeof(payload), str_from(dumped));
	free(dumped);
	json_decref(whole);
	about.subject_id = ask_open(
	    desk, desk->text->phone_id, desk->from.id, ASK_POOL, 0, payload, 0);
	letter_to_sender(&letter, desk);
	letter_send(
	    &letter, PHRASE_WHICH_ORDER, &(struct words){.list = list}, &about);
}

/* Something of it cannot be known, or was not said at all. */
static bool
lacks(const struct pool_said *said, const struct household *one)
{
	if (said->bad || !said->has_qty)
		return true;
	/* "120kg moonstone": a word more is goods that we do not know. */
	if (one != NULL || said->count > 0)
		return said->product < 0 && said->name[0] != '\0';
	return said->number == 0 && said->name[0] == '\0';
}

/* only_id: of several of that name this one; 0. */
static const struct household *
whose(
    const struct pool_folk *folk, const struct pool_said *said, int64_t only_id)
{
	for (size_t i = 0; only_id != 0 && i < folk->count; i++)
		if (folk->row[i].person_id == only_id)
			return &folk->row[i];
	return pool_folk_one(folk, said);
}

static bool
took_text(struct desk *desk, struct str rest, int64_t only_id)
{
	struct taking t = {.desk = desk};
	struct pool_folk *folk = pool_folk_load(desk);
	const struct household *one;
	struct str text = rest;
	bool meant;

	t.again =
	    phrase_cut_word(desk->trade->phrases, PHRASE_WORD_AGAIN, &text);
	pool_folk_read(&t.said, desk, folk, text);
	one = whose(folk, &t.said, only_id);
	if (one != NULL)
		t.from = *one;
	meant = text.octets == 0 || t.said.has_qty || t.said.bad ||
		one != NULL || t.said.count > 0;
	if (meant)
		desk_as(desk, "leader");
	/* Else "took care of the goats": not for us. */
	if (meant && lacks(&t.said, one))
		how(desk);
	else if (meant && one != NULL)
		take(&t);
	else if (meant && t.said.count > 1)
		ask_which(desk, folk, &t.said, rest);
	else if (meant)
		pool_folk_unknown(desk, &t.said);
	free(folk);
	return meant;
}

/* "收到" and the like are also what a buyer says of an order. */
static bool
is_of_order(const struct desk *desk, const struct book *book, struct str rest)
{
	size_t at;

	return (desk->intent.code[0] != '\0' &&
		   book_find(book, desk->intent.code, BOOK_BUYER) >= 0) ||
	       (rest.octets == 0 && desk->intent.kind != INTENT_NONE &&
		   desk->intent.kind != INTENT_AMBIGUOUS) ||
	       (rest.octets == 0 && book_count(book, BOOK_BUYER, &at) > 0);
}

bool
pool_took(struct desk *desk, const struct book *book, struct str rest)
{
	return !is_of_order(desk, book, rest) && took_text(desk, rest, 0);
}

bool
pool_took_answer(struct desk *desk, const struct question *q)
{
	int64_t ids[POOL_SAID_NAMESAKES];
	size_t count = ask_read_ids(q, "people", ids, POOL_SAID_NAMESAKES);
	int64_t number = desk->intent.list_index;
	json_t *whole;
	char text[TEXT_KEPT + 1];

	if (number == 0 && desk->intent.kind == INTENT_DIGIT)
		number = desk->intent.number;
	if (desk->intent.kind == INTENT_REJECT) {
		store_question_close(desk->store, q->id);
		letter_answer(desk, PHRASE_ASK_LEFT, &(struct words){0}, 0);
		return true;
	}
	if (number < 1 || number > (int64_t)count)
		return false;
	whole = json_read(str_from(q->payload), QUESTION_PAYLOAD_OCTETS, NULL);
	str_copy(text, sizeof(text), str_from(json_text(whole, "text", "")));
	json_decref(whole);
	store_question_close(desk->store, q->id);
	return took_text(desk, str_from(text), ids[number - 1]);
}

/* -- UNTOOK -------------------------------------------------------------- */

/* Nothing of it is promised or sold: the lot and the listing still have it. */
static bool
take_back(struct desk *desk, const struct took *took, struct offer *offer)
{
	struct lot lot;

	if (!store_lot_get(desk->store, took->lot_id, &lot) ||
	    !store_offer_get(desk->store, lot.offer_id, offer) ||
	    offer->stock_milli - offer->held_milli < took->lot_milli ||
	    !store_lot_change(desk->store, lot.id, -took->lot_milli))
		return false;
	offer->stock_milli -= took->lot_milli;
	store_offer_put(desk->store, offer, desk->now_ms);
	store_took_undo(desk->store, took->id, desk->now_ms);
	return true;
}

static bool
undo(struct desk *desk, int64_t household_id, int64_t within_ms, bool sure)
{
	struct took took;
	struct offer offer = {.id = 0};
	struct person person = {.id = 0};
	char name[64];

	if (!store_took_last(desk->store, desk->from.id, household_id,
		desk->now_ms - within_ms, &took)) {
		if (sure)
			letter_answer(
			    desk, PHRASE_UNTOOK_NONE, &(struct words){0}, 0);
		return sure;
	}
	desk_as(desk, "leader");
	(void)store_person_get(desk->store, took.household_id, &person);
	letter_name(name, &person);
	if (!take_back(desk, &took, &offer)) {
		tell_leader(desk, &took, name, &offer, PHRASE_UNTOOK_SOLD);
		return true;
	}
	tell_leader(desk, &took, name, &offer, PHRASE_UNTOOK_SAVED);
	tell_household(desk, &took, PHRASE_UNTOOK_TOLD);
	return true;
}

bool
pool_untook(struct desk *desk, const struct book *book, struct str rest)
{
	struct pool_said said;
	struct pool_folk *folk;
	const struct household *one;
	int64_t id;
	bool done = true;

	(void)book;
	if (rest.octets == 0)
		return undo(desk, 0, POOL_TOOK_UNDO_MS, true);
	folk = pool_folk_load(desk);
	pool_folk_read(&said, desk, folk, rest);
	one = pool_folk_one(folk, &said);
	/* "UNTOOK 12": a figure alone is a household's number. */
	if (one == NULL && said.count == 0 && said.has_qty &&
	    said.unit[0] == '\0') {
		said.number = (int)(said.qty_milli / 1000);
		one = pool_folk_one(folk, &said);
	}
	id = one != NULL ? one->person_id : 0;
	free(folk);
	if (id != 0)
		done = undo(desk, id, POOL_TOOK_UNDO_MS, true);
	else
		pool_folk_unknown(desk, &said);
	return done;
}

static bool
took_newest(void *arg, const struct took *took)
{
	*(struct took *)arg = *took;
	return false;
}

/* Only the newest: a second "wrong" is no wish to undo what was before. */
bool
pool_wrong(struct desk *desk, const struct book *book, struct str rest)
{
	struct took took = {.id = 0};

	(void)book;
	store_took_of_leader(desk->store, desk->from.id, 1, took_newest, &took);
	return rest.octets == 0 && took.id != 0 && took.undone_ms == 0 &&
	       undo(desk, 0, POOL_TOOK_WRONG_MS, false);
}
