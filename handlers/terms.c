#include "handlers/terms.h"

#include <stdlib.h>
#include <string.h>

#include "base/json.h"

#include "handlers/ask.h"
#include "handlers/confirm.h"
#include "handlers/place.h"
#include "handlers/stock.h"

#define FAR_OFF 20 /* times the price: a slip, or another figure */
#define CHOICES 3 /* YES, NO, SOME: a figure above is a quantity */

/* -- in the measure of the line ------------------------------------------ */

static int64_t
qty_of(const struct desk *desk, const struct proposal *p,
    const struct line *line, bool *doubt)
{
	const struct intent *intent = &desk->intent;
	const struct intent_item *it = &intent->items[0];
	int64_t out = 0;

	if (intent->percent > 0 && intent->percent < 100)
		return p->qty_milli * intent->percent / 100;
	if (intent->items_count == 0 || !it->has_qty)
		return 0;
	if (it->unit[0] == '\0') {
		/* "Only 4" is of the measure asked; "only 4 eggs" perhaps of
		 * eggs. */
		*doubt =
		    it->product >= 0 && !stock_same_unit(stock_unit_line(line),
					    (struct stock_unit){"", 0});
		return it->qty_milli;
	}
	if (stock_convert(&out, it->qty_milli,
		stock_unit_of(desk->trade->catalogue, line->product, it->unit),
		stock_unit_line(line), false))
		return out;
	*doubt = true;
	return 0;
}

/* A figure that is nearer to the sum than to the price of one is the sum; not
 * when that would be less than they were offered, for nobody asks for that.
 * What is left is asked about. */
static int64_t
price_of_part(
    int64_t minor, int64_t qty_milli, const struct proposal *p, bool *doubt)
{
	int64_t total = amount_total(qty_milli, p->price_minor);

	if (qty_milli <= 1000)
		return minor;
	if (p->price_minor <= 0) {
		*doubt = true;
		return minor;
	}
	if (total <= 0 || minor <= total || minor >= INT64_MAX / 1000) {
		*doubt = *doubt || minor / 2 > p->price_minor;
		return minor;
	}
	*doubt = true;
	return minor / p->price_minor >= total / minor
		   ? minor * 1000 / qty_milli
		   : minor;
}

static int64_t
price_of(const struct desk *desk, const struct proposal *p,
    const struct line *line, int64_t qty_milli, bool *doubt)
{
	const struct intent *intent = &desk->intent;
	int64_t minor, out;

	if (intent->price_milli <= 0)
		return TERMS_NO_PRICE;
	minor = amount_minor(desk->market, intent->price_milli);
	if (intent->price_per[0] == '\0')
		return price_of_part(minor, qty_milli, p, doubt);
	if (stock_price(&out, minor,
		stock_unit_of(
		    desk->trade->catalogue, line->product, intent->price_per),
		stock_unit_line(line)))
		return out;
	if (strcmp(intent->price_per, "piece") != 0)
		return TERMS_ODD_PRICE;
	/* By the piece of what is sold by weight: each of the kilos.  In
	 * Chinese the piece is the coin. */
	*doubt = true;
	return price_of_part(minor, qty_milli, p, doubt);
}

bool
terms_part(
    struct terms_part *part, const struct desk *desk, const struct proposal *p)
{
	*part = (struct terms_part){.qty_milli = 0};
	if (!store_line_get(desk->store, p->line_id, &part->line))
		return false;
	part->line.qty_milli = p->qty_milli;
	part->line.price_minor = p->price_minor;
	part->qty_milli = qty_of(desk, p, &part->line, &part->doubt);
	part->price_minor =
	    price_of(desk, p, &part->line, part->qty_milli, &part->doubt);
	/* More than was asked for, and a price: all of it at that price? */
	if (part->qty_milli > p->qty_milli && part->price_minor >= 0) {
		part->qty_milli = p->qty_milli;
		part->doubt = true;
	}
	return true;
}

/* "120" alone: by the unit or for all?  What lies nearer to what was asked. */
int64_t
terms_whole_price(
    const struct desk *desk, const struct proposal *p, const struct line *line)
{
	const struct intent *intent = &desk->intent;
	int64_t minor = amount_minor(desk->market, intent->price_milli), out;
	int64_t total = amount_total(p->qty_milli, p->price_minor);

	if (intent->price_per[0] != '\0')
		return stock_price(&out, minor,
			   stock_unit_of(desk->trade->catalogue, line->product,
			       intent->price_per),
			   stock_unit_line(line))
			   ? out
			   : TERMS_ODD_PRICE;
	if (p->price_minor > 0 && total > 0 && p->qty_milli > 1000 &&
	    minor / p->price_minor >= total / (minor > 0 ? minor : 1) &&
	    minor < INT64_MAX / 1000)
		return minor * 1000 / p->qty_milli;
	return minor;
}

bool
terms_figure(
    struct terms_part *part, const struct desk *desk, const struct proposal *p)
{
	const struct intent *intent = &desk->intent;
	int64_t minor = amount_minor(desk->market, intent->price_milli);
	bool bare = intent->price_per[0] == '\0';

	*part = (struct terms_part){
	    .qty_milli = p->qty_milli, .price_minor = TERMS_NO_PRICE};
	if (intent->price_milli <= 0 ||
	    !store_line_get(desk->store, p->line_id, &part->line))
		return false;
	part->line.price_minor = p->price_minor;
	if (bare && minor < p->price_minor / 2 &&
	    intent->price_milli <= p->qty_milli) {
		part->qty_milli = intent->price_milli;
		return true;
	}
	part->price_minor = terms_whole_price(desk, p, &part->line);
	return part->price_minor >= 0 &&
	       (!bare || p->price_minor <= 0 ||
		   part->price_minor / FAR_OFF <= p->price_minor);
}

/* -- with the question ---------------------------------------------------- */

static void
put_unit(struct intent_item *it, const char *unit)
{
	str_copy(it->unit, sizeof(it->unit), str_from(unit));
}

static void
put_price(struct intent *intent, int64_t milli, const char *per)
{
	intent->price_milli = milli;
	str_copy(intent->price_per, sizeof(intent->price_per), str_from(per));
}

/* The inverse of amount_minor(), which the market's places make exact. */
static int64_t
milli_of(const struct market *market, int64_t minor)
{
	int64_t one = amount_minor(market, 1000);

	return one > 0 && minor < INT64_MAX / 1000 ? minor * 1000 / one : 0;
}

void
terms_put(struct desk *desk, const struct line *line, int64_t qty_milli,
    int64_t price_minor)
{
	struct intent *intent = &desk->intent;
	struct intent_item *it = &intent->items[0];
	const char *unit = line->unit[0] == '\0' ? "piece" : line->unit;

	intent->kind = INTENT_PARTIAL;
	intent->ask = false;
	intent->percent = 0;
	intent->items_count = 1;
	*it = (struct intent_item){
	    .product = catalogue_find(desk->trade->catalogue, line->product),
	    .has_qty = qty_milli > 0,
	    .qty_milli = qty_milli};
	if (it->has_qty)
		put_unit(it, unit);
	if (price_minor >= 0)
		put_price(intent, milli_of(desk->market, price_minor), unit);
	else
		put_price(intent, 0, "");
}

void
terms_write(char dst[QUESTION_PAYLOAD_OCTETS], const struct desk *desk,
    const int64_t *ids, size_t count, struct terms_note note)
{
	const struct intent *intent = &desk->intent;
	const struct intent_item *it = &intent->items[0];
	bool item = intent->items_count == 1;
	const char *key =
	    item ? catalogue_key(desk->trade->catalogue, it->product) : NULL;
	json_t *orders = json_array(), *whole;
	char *text;

	for (size_t i = 0; i < count; i++)
		json_array_append_new(orders, json_integer(ids[i]));
	whole = json_pack("{s:o,s:i,s:b,s:I,s:s,s:i,s:I,s:s,s:s,s:i,s:b}",
	    "orders", orders, "verb", (int)intent->kind, "doubt",
	    (int)confirm_in_doubt(intent), "price",
	    (json_int_t)intent->price_milli, "per", intent->price_per,
	    "percent", intent->percent, "qty",
	    (json_int_t)(item && it->has_qty ? it->qty_milli : 0), "unit",
	    item ? it->unit : "", "product", key != NULL ? key : "", "times",
	    note.times, "in_turn", (int)note.in_turn);
	text = json_dumps(whole, JSON_COMPACT);
	str_copy(dst, QUESTION_PAYLOAD_OCTETS, str_from(text));
	free(text);
	json_decref(whole);
}

static json_t *
payload_of(const struct question *q)
{
	return json_read(str_from(q->payload), QUESTION_PAYLOAD_OCTETS, NULL);
}

struct terms_note
terms_read_note(const struct question *q)
{
	json_t *whole = payload_of(q);
	struct terms_note note = {(int)json_int(whole, "times", 0),
	    json_is_true(json_object_get(whole, "in_turn"))};

	json_decref(whole);
	return note;
}

bool
terms_line(struct desk *desk, const struct question *q, struct line *line)
{
	struct line lines[DESK_LINES_MAX];
	size_t count = place_load(desk, q->order_id, lines);
	json_t *whole = payload_of(q);
	const char *product = json_text(whole, "product", "");
	bool found = false;

	for (size_t i = 0; i < count && !found; i++)
		if (lines[i].state == LINE_OFFERED &&
		    lines[i].seller_id == desk->from.id &&
		    strcmp(lines[i].product, product) == 0) {
			*line = lines[i];
			found = true;
		}
	json_decref(whole);
	return found;
}

static void
take_qty(struct desk *desk, const json_t *whole)
{
	struct intent *intent = &desk->intent;
	struct intent_item *it = &intent->items[0];
	const char *product = json_text(whole, "product", "");

	*it = (struct intent_item){
	    .product = catalogue_find(desk->trade->catalogue, product),
	    .qty_milli = json_int(whole, "qty", 0)};
	it->has_qty = it->qty_milli > 0;
	put_unit(it, json_text(whole, "unit", ""));
	intent->percent = (int)json_int(whole, "percent", 0);
	intent->items_count = it->has_qty || it->product >= 0;
}

static void
take_price(struct desk *desk, const json_t *whole)
{
	put_price(&desk->intent, json_int(whole, "price", 0),
	    json_text(whole, "per", ""));
}

void
terms_resume(struct desk *desk, const struct question *q)
{
	struct intent *intent = &desk->intent;
	json_t *whole = payload_of(q);

	intent->kind = (enum intent_kind)json_int(whole, "verb", 0);
	intent->ask = json_is_true(json_object_get(whole, "doubt"));
	intent->why = INTENT_ASK_CONFIRM;
	intent->list_index = 0;
	intent->number = -1;
	take_qty(desk, whole);
	take_price(desk, whole);
	json_decref(whole);
}

static void
keep(struct desk *desk, const struct question *q)
{
	struct intent *intent = &desk->intent;
	json_t *whole = payload_of(q);

	if (intent->percent == 0 &&
	    (intent->items_count == 0 || !intent->items[0].has_qty))
		take_qty(desk, whole);
	if (intent->price_milli == 0)
		take_price(desk, whole);
	if (json_is_true(json_object_get(whole, "doubt"))) {
		intent->ask = true;
		intent->why = INTENT_ASK_CONFIRM;
	}
	json_decref(whole);
}

/* -- answers ------------------------------------------------------------- */

/* "half", in letters, is of what was asked; "0.5" is a quantity. */
static bool
is_half(const struct desk *desk)
{
	const struct intent_item *it = &desk->intent.items[0];
	struct str text = desk->text->text;

	if (desk->intent.items_count != 1 || it->qty_milli != 500 ||
	    it->unit[0] != '\0' || it->product >= 0)
		return false;
	for (size_t i = 0; i < text.octets; i++)
		if (text.at[i] >= '0' && text.at[i] <= '9')
			return false;
	return true;
}

/* What may tell how much, to somebody whom we asked that: also a price alone,
 * which waits for the quantity. */
static bool
tells_how_much(const struct intent *intent)
{
	if (intent->kind == INTENT_COUNTER)
		return true;
	if (intent->kind != INTENT_DIGIT && intent->kind != INTENT_PARTIAL &&
	    intent->kind != INTENT_ORDER && intent->kind != INTENT_OFFER &&
	    intent->kind != INTENT_NONE && intent->kind != INTENT_ACCEPT &&
	    intent->kind != INTENT_AMBIGUOUS)
		return false;
	if (intent->items_count == 0)
		return intent->percent != 0 || intent->number > 0;
	return intent->items_count == 1 &&
	       (intent->percent != 0 || intent->items[0].has_qty);
}

/* A figure without goods is of what we asked about, and in its measure. */
static bool
put_asked_line(struct desk *desk, const struct question *q)
{
	struct intent *intent = &desk->intent;
	struct intent_item *it = &intent->items[0];
	int64_t number = intent->number > 0 ? intent->number * 1000 : 0;
	struct line line;
	int product;

	if (!terms_line(desk, q, &line))
		return true; /* over, and they are told so */
	product = catalogue_find(desk->trade->catalogue, line.product);
	if (intent->items_count == 0)
		*it = (struct intent_item){.product = -1,
		    .has_qty = number > 0 && intent->percent == 0,
		    .qty_milli = number};
	if (it->product >= 0)
		return it->product == product;
	it->product = product;
	if (it->unit[0] == '\0')
		put_unit(it, line.unit[0] != '\0' ? line.unit : "piece");
	intent->items_count = 1;
	return true;
}

bool
terms_take_quantity(struct desk *desk, const struct question *q)
{
	struct intent *intent = &desk->intent;

	if (intent->percent == 0 && is_half(desk)) {
		intent->percent = 50;
		intent->items_count = 0;
		intent->number = -1;
	}
	if (!tells_how_much(intent))
		return false;
	if (intent->items_count == 1 && intent->items[0].qty_high_milli > 0)
		return false; /* "2 or 3": which of them? */
	if (!put_asked_line(desk, q))
		return false;
	intent->kind = INTENT_PARTIAL;
	intent->ask = false;
	keep(desk, q);
	return true;
}

void
terms_take_figure(struct desk *desk, const struct question *q)
{
	struct intent *intent = &desk->intent;

	if (q->kind == ASK_PROPOSAL && intent->kind == INTENT_AMBIGUOUS &&
	    intent->items_count == 1 && intent->items[0].product < 0 &&
	    intent->items[0].unit[0] != '\0') {
		intent->kind = INTENT_PARTIAL;
		intent->ask = ask_read_verb(q) != INTENT_PARTIAL;
		intent->why = INTENT_ASK_CONFIRM;
	}
}

/* Of the same goods; what was said of the price stands, and is repeated. */
static void
ask_other_quantity(
    struct desk *desk, const struct question *q, int64_t qty_milli)
{
	struct intent *intent = &desk->intent;
	struct intent_item *it = &intent->items[0];
	struct line line;

	terms_resume(desk, q);
	intent->percent = 0;
	intent->ask = intent->price_milli > 0;
	it->qty_milli = qty_milli;
	it->has_qty = qty_milli > 0 && terms_line(desk, q, &line);
	put_unit(it, it->has_qty && line.unit[0] != '\0' ? line.unit : "piece");
}

void
terms_answer(struct desk *desk, const struct question *q)
{
	const struct intent *intent = &desk->intent;
	bool digit = intent->kind == INTENT_DIGIT;
	bool yes = intent->kind == INTENT_ACCEPT;
	bool doubt = confirm_in_doubt(intent);

	if (q->kind != ASK_PROPOSAL || ask_read_verb(q) != INTENT_PARTIAL)
		return;
	if (intent->kind == INTENT_COUNTER || intent->kind == INTENT_PARTIAL ||
	    (yes && tells_how_much(intent))) {
		desk->intent.kind = INTENT_PARTIAL;
		keep(desk, q);
	} else if ((digit && intent->number == 1) || yes) {
		/* An unsure yes is asked once more, to the same terms. */
		terms_resume(desk, q);
		desk->intent.ask = desk->intent.ask || (yes && doubt);
	} else if (digit || intent->kind == INTENT_REJECT) {
		ask_other_quantity(desk, q,
		    intent->number > CHOICES ? intent->number * 1000 : 0);
	}
}
