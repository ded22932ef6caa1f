#include "handlers/terms.h"

#include <stdlib.h>
#include <string.h>

#include "base/json.h"

#include "handlers/ask.h"
#include "handlers/ask_hear.h"
#include "handlers/confirm.h"
#include "handlers/place.h"

#define CHOICES 3 /* YES, NO, SOME: a figure above is a quantity */

/* -- with the question ---------------------------------------------------- */

void
terms_put_unit(struct intent_item *it, const char *unit)
{
	str_copy(it->unit, sizeof(it->unit), str_from(unit));
}

void
terms_put_price(struct intent *intent, int64_t milli, const char *per)
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
		terms_put_unit(it, unit);
	if (price_minor >= 0)
		terms_put_price(
		    intent, milli_of(desk->market, price_minor), unit);
	else
		terms_put_price(intent, 0, "");
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

/* The line of the sender's that the question is about, while it is open. */
static bool
line_of(struct desk *desk, const struct question *q, struct line *line)
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
	terms_put_unit(it, json_text(whole, "unit", ""));
	intent->percent = (int)json_int(whole, "percent", 0);
	intent->items_count = it->has_qty || it->product >= 0;
}

static void
take_price(struct desk *desk, const json_t *whole)
{
	terms_put_price(&desk->intent, json_int(whole, "price", 0),
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

	return desk->intent.items_count == 1 && it->qty_milli == 500 &&
	       it->product < 0 && ask_hear_is_share(it, desk->text->text);
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

	if (!line_of(desk, q, &line))
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
		terms_put_unit(it, line.unit[0] != '\0' ? line.unit : "piece");
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
	it->has_qty = qty_milli > 0 && line_of(desk, q, &line);
	terms_put_unit(
	    it, it->has_qty && line.unit[0] != '\0' ? line.unit : "piece");
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
