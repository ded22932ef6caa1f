#include "handlers/draft.h"

#include <stdlib.h>
#include <string.h>

#include "base/json.h"

#include "handlers/confirm.h"

static void
item_from(struct draft_item *to, const struct catalogue *catalogue,
    const struct intent *intent, size_t i)
{
	const struct intent_item *it = &intent->items[i];
	const char *key = catalogue_key(catalogue, it->product);

	memset(to, 0, sizeof(*to));
	if (it->product >= 0 && key != NULL)
		str_copy(to->product, sizeof(to->product), str_from(key));
	memcpy(to->unit, it->unit, sizeof(to->unit));
	to->qty_milli = it->has_qty ? it->qty_milli : 0;
	to->qty_high_milli = it->qty_high_milli;
	to->price_milli = it->price_milli;
	memcpy(to->price_per, it->price_per, sizeof(to->price_per));
	to->unit_doubt = intent->ask && intent->why == INTENT_ASK_UNIT &&
			 it->has_qty && it->unit[0] == '\0';
}

static void
choices_from(struct draft *out, const struct catalogue *catalogue,
    const struct intent_item *it)
{
	for (size_t i = 0; i < it->rivals_count && i < INTENT_RIVALS; i++) {
		const char *key = catalogue_key(catalogue, it->rivals[i]);

		if (key == NULL || out->choices_count == DRAFT_CHOICES)
			continue;
		str_copy(out->choices[out->choices_count++],
		    sizeof(out->choices[0]), str_from(key));
	}
}

void
draft_from(struct draft *out, const struct catalogue *catalogue,
    const struct intent *intent, int verb)
{
	memset(out, 0, sizeof(*out));
	out->verb = verb;
	out->count = intent->items_count < DRAFT_ITEMS ? intent->items_count
						       : DRAFT_ITEMS;
	for (size_t i = 0; i < out->count; i++)
		item_from(&out->items[i], catalogue, intent, i);
	if (intent->ask && intent->why == INTENT_ASK_PRODUCT &&
	    out->count > 0) {
		out->items[0].product[0] = '\0';
		choices_from(out, catalogue, &intent->items[0]);
	}
	out->confirm = intent->ask && (intent->why == INTENT_ASK_CONFIRM ||
					  intent->why == INTENT_ASK_NUMBER);
	out->price_milli = intent->price_milli;
	memcpy(out->price_per, intent->price_per, sizeof(out->price_per));
	memcpy(out->day, intent->day, sizeof(out->day));
	str_copy(out->place, sizeof(out->place), intent->place);
	str_copy(out->on_behalf, sizeof(out->on_behalf), intent->name);
	str_copy(out->seller, sizeof(out->seller), intent->seller);
}

enum draft_lack
draft_lack(const struct draft *draft, size_t *at_out)
{
	for (size_t i = 0; i < draft->count; i++) {
		const struct draft_item *it = &draft->items[i];

		*at_out = i;
		if (it->product[0] == '\0')
			return DRAFT_PRODUCT;
		if (it->qty_high_milli > 0)
			return DRAFT_NUMBER;
		if (it->qty_milli <= 0)
			return DRAFT_QUANTITY;
		if (it->unit_doubt)
			return DRAFT_UNIT;
	}
	*at_out = 0;
	if (draft->verb == INTENT_NONE)
		return DRAFT_VERB;
	return draft->confirm ? DRAFT_CONFIRM : DRAFT_WHOLE;
}

/* -- answers ------------------------------------------------------------- */

bool
draft_names_choice(const struct intent *intent)
{
	return intent->kind == INTENT_DIGIT && intent->rule != NULL &&
	       strcmp(intent->rule, "ordinal") == 0;
}

static bool
is_bare(const struct intent *intent)
{
	return intent->kind == INTENT_DIGIT || intent->kind == INTENT_ORDER ||
	       intent->kind == INTENT_OFFER ||
	       intent->kind == INTENT_AMBIGUOUS ||
	       intent->kind == INTENT_NONE || intent->kind == INTENT_PARTIAL ||
	       intent->kind == INTENT_STOCK;
}

/* Our own line sent back: "1 kg" of "1) kg 2) bag". */
static bool
copies_choice(
    const struct draft *draft, const struct intent *intent, const char *choice)
{
	int64_t milli = intent->items[0].qty_milli, number = milli / 1000;

	return is_bare(intent) && intent->items_count == 1 && choice != NULL &&
	       intent->items[0].has_qty && milli % 1000 == 0 && number >= 1 &&
	       (size_t)number <= draft->choices_count &&
	       strcmp(draft->choices[number - 1], choice) == 0;
}

static bool
fill_product(struct draft *draft, const struct catalogue *catalogue,
    const struct intent *intent)
{
	struct draft_item *it = &draft->items[draft->at];
	const struct intent_item *said = &intent->items[0];
	const char *key = NULL;

	if (intent->kind == INTENT_DIGIT && intent->number >= 1 &&
	    (size_t)intent->number <= draft->choices_count)
		key = draft->choices[intent->number - 1];
	else if (is_bare(intent) && intent->items_count == 1)
		key = catalogue_key(catalogue, said->product);
	if (key == NULL)
		return false;
	if (intent->items_count == 1 && said->has_qty) {
		if (said->unit[0] != '\0' || !copies_choice(draft, intent, key))
			return false;
		draft->confirm = true; /* or meant: one of it? */
	}
	str_copy(it->product, sizeof(it->product), str_from(key));
	return true;
}

/* Also the name alone, of the same or of other goods: how much of that? */
static bool
fill_quantity(struct draft *draft, const struct catalogue *catalogue,
    const struct intent *intent)
{
	struct draft_item *it = &draft->items[draft->at];
	const struct intent_item *said = &intent->items[0];

	if (!is_bare(intent) || draft_names_choice(intent))
		return false;
	if (intent->items_count == 1 && said->has_qty &&
	    (said->product < 0 ||
		str_is(str_from(it->product),
		    catalogue_key(catalogue, said->product)))) {
		it->qty_milli = said->qty_milli;
		it->qty_high_milli = said->qty_high_milli;
		if (said->unit[0] != '\0')
			memcpy(it->unit, said->unit, sizeof(it->unit));
	} else if (intent->items_count == 0 && intent->number > 0) {
		it->qty_milli = intent->number * 1000;
	} else {
		return draft->count == 1 && intent->items_count == 1 &&
		       fill_product(draft, catalogue, intent);
	}
	it->unit_doubt = it->unit[0] == '\0';
	return true;
}

/* Is the one thing said about the item in question? */
static bool
is_about(const struct draft_item *it, const struct catalogue *catalogue,
    const struct intent *intent)
{
	return is_bare(intent) && intent->items_count == 1 &&
	       (intent->items[0].product < 0 ||
		   str_is(str_from(it->product),
		       catalogue_key(catalogue, intent->items[0].product)));
}

/* "kg", or the quantity anew: "5 kg". */
static bool
fill_unit(struct draft *draft, const struct catalogue *catalogue,
    const struct intent *intent)
{
	struct draft_item *it = &draft->items[draft->at];
	const struct intent_item *said = &intent->items[0];
	const char *unit = NULL;

	if (intent->kind == INTENT_DIGIT && intent->number >= 1 &&
	    (size_t)intent->number <= draft->choices_count) {
		unit = draft->choices[intent->number - 1];
	} else if (is_about(it, catalogue, intent) && said->unit[0] != '\0') {
		unit = said->unit;
		if (copies_choice(draft, intent, unit) &&
		    said->qty_milli != it->qty_milli) {
			draft->confirm = true; /* or meant: so much? */
		} else if (said->has_qty) {
			/* "one tray": perhaps of the next in the list. */
			draft->confirm |= draft->count > 1;
			it->qty_milli = said->qty_milli;
			it->qty_high_milli = said->qty_high_milli;
		}
	}
	if (unit == NULL)
		return false;
	str_copy(it->unit, sizeof(it->unit), str_from(unit));
	it->unit_doubt = false;
	return true;
}

/* Our "1) 5 kg" sent back without its bracket: the reader makes "1 of what?" of
 * it. */
static int64_t
copied_number(const struct intent *intent)
{
	const struct intent_item *said = &intent->items[0];

	return intent->kind == INTENT_AMBIGUOUS && intent->items_count == 1 &&
		       said->product < 0 && said->unit[0] == '\0' &&
		       (said->qty_milli == 1000 || said->qty_milli == 2000)
		   ? said->qty_milli / 1000
		   : 0;
}

/* 1 or 2 names a choice; when it is the figure of the other one as well
 * ("2-3 kg": 2), nobody knows which, so it is repeated to them. */
static bool
fill_number(struct draft *draft, const struct catalogue *catalogue,
    const struct intent *intent)
{
	struct draft_item *it = &draft->items[draft->at];
	int64_t low = it->qty_milli, high = it->qty_high_milli;
	int64_t copied = copied_number(intent);
	bool bare = intent->items_count == 0 && intent->number > 0;
	int64_t number = bare ? intent->number : copied;
	int64_t figure = draft_names_choice(intent) ? 0 : number * 1000;
	int64_t chosen = number == 1 ? low : high;

	if (number > 0 && number <= 2 &&
	    (copied > 0 || intent->kind == INTENT_DIGIT)) {
		it->qty_milli =
		    figure == low || figure == high ? figure : chosen;
		draft->confirm = copied > 0 || it->qty_milli != chosen;
	} else if (bare && (figure == low || figure == high)) {
		it->qty_milli = figure;
		draft->confirm = false;
	} else if (!is_about(it, catalogue, intent) ||
		   !intent->items[0].has_qty ||
		   !fill_quantity(draft, catalogue, intent)) {
		return false;
	} else {
		/* "1,2" of two and three: a third figure is repeated. */
		draft->confirm = it->qty_milli != low && it->qty_milli != high;
		return true;
	}
	it->qty_high_milli = 0;
	return true;
}

/* "no, 60 kg": the quantity anew, and it is repeated once more. */
static bool
corrects(struct draft *draft, const struct catalogue *catalogue,
    const struct intent *intent)
{
	struct draft_item *it = &draft->items[0];
	struct intent said = *intent;

	if (said.kind == INTENT_REJECT)
		said.kind = INTENT_PARTIAL;
	if (draft->count != 1 || !is_about(it, catalogue, &said) ||
	    !said.items[0].has_qty ||
	    (said.items[0].unit[0] == '\0' && it->unit[0] == '\0'))
		return false;
	it->qty_milli = said.items[0].qty_milli;
	it->qty_high_milli = said.items[0].qty_high_milli;
	if (said.items[0].unit[0] != '\0')
		memcpy(it->unit, said.items[0].unit, sizeof(it->unit));
	return true;
}

static int
fill_confirm(struct draft *draft, const struct catalogue *catalogue,
    const struct intent *intent)
{
	if (intent->code[0] == '\0' && intent->items_count == 1 &&
	    intent->items[0].product < 0 && corrects(draft, catalogue, intent))
		return 1;
	if (intent->kind == INTENT_REJECT ||
	    (intent->kind == INTENT_DIGIT && intent->number == 2))
		return -1;
	/* "yes 60" is no yes to 600. */
	if ((intent->kind != INTENT_ACCEPT || confirm_in_doubt(intent)) &&
	    !(intent->kind == INTENT_DIGIT && intent->number == 1))
		return 0;
	draft->confirm = false;
	draft->sure = true;
	return 1;
}

static bool
fill_verb(struct draft *draft, const struct intent *intent)
{
	if (intent->kind != INTENT_DIGIT ||
	    (intent->number != 1 && intent->number != 2))
		return false;
	draft->verb = intent->number == 1 ? INTENT_ORDER : INTENT_OFFER;
	return true;
}

int
draft_fill(struct draft *draft, const struct catalogue *catalogue,
    const struct intent *intent)
{
	bool filled = false;

	if (draft->at >= draft->count)
		return 0;
	/* "no 2" may be the number of a choice. */
	if (intent->kind == INTENT_REJECT && intent->code[0] == '\0' &&
	    draft->asked != DRAFT_CONFIRM &&
	    (draft->asked != DRAFT_NUMBER || intent->list_index == 0))
		return -1;
	switch (draft->asked) {
	case DRAFT_WHOLE:
		break;
	case DRAFT_PRODUCT:
		filled = fill_product(draft, catalogue, intent);
		break;
	case DRAFT_QUANTITY:
		filled = fill_quantity(draft, catalogue, intent);
		break;
	case DRAFT_UNIT:
		filled = fill_unit(draft, catalogue, intent);
		break;
	case DRAFT_NUMBER:
		filled = fill_number(draft, catalogue, intent);
		break;
	case DRAFT_CONFIRM:
		return fill_confirm(draft, catalogue, intent);
	case DRAFT_VERB:
		filled = fill_verb(draft, intent);
		break;
	}
	if (filled)
		draft->choices_count = 0;
	return filled ? 1 : 0;
}

/* -- JSON ---------------------------------------------------------------- */

static json_t *
item_write(const struct draft_item *it)
{
	return json_pack("{s:s,s:s,s:I,s:I,s:I,s:s,s:b,s:I}", "product",
	    it->product, "unit", it->unit, "qty", (json_int_t)it->qty_milli,
	    "high", (json_int_t)it->qty_high_milli, "price",
	    (json_int_t)it->price_milli, "per", it->price_per, "doubt",
	    it->unit_doubt, "grams", (json_int_t)it->own_grams);
}

bool
draft_write(char *dst, size_t dst_octets, const struct draft *draft)
{
	json_t *items = json_array(), *choices = json_array(), *whole;
	char *text;
	bool fits;

	for (size_t i = 0; i < draft->count; i++)
		json_array_append_new(items, item_write(&draft->items[i]));
	for (size_t i = 0; i < draft->choices_count; i++)
		json_array_append_new(choices, json_string(draft->choices[i]));
	whole = json_pack("{s:i,s:i,s:i,s:o,s:b,s:b,s:I,s:s,s:s,s:i,s:i,s:o}",
	    "verb", draft->verb, "change", draft->change, "percent",
	    draft->percent, "items", items, "confirm", draft->confirm, "sure",
	    draft->sure, "price", (json_int_t)draft->price_milli, "per",
	    draft->price_per, "day", draft->day, "asked", (int)draft->asked,
	    "at", (int)draft->at, "choices", choices);
	json_object_set_new(
	    whole, "place", json_clean(draft->place, strlen(draft->place)));
	json_object_set_new(whole, "for",
	    json_clean(draft->on_behalf, strlen(draft->on_behalf)));
	json_object_set_new(
	    whole, "from", json_clean(draft->seller, strlen(draft->seller)));
	json_object_set_new(whole, "sale", json_integer(draft->sale_id));
	json_object_set_new(
	    whole, "promoter", json_integer(draft->promoter_id));
	text = json_dumps(whole, JSON_COMPACT);
	fits = text != NULL && strlen(text) < dst_octets;
	str_copy(dst, dst_octets, str_from(fits ? text : "{}"));
	free(text);
	json_decref(whole);
	return fits;
}

static void
copy_member(char *dst, size_t dst_octets, const json_t *o, const char *key)
{
	str_copy(dst, dst_octets, str_from(json_text(o, key, "")));
}

static void
item_read(struct draft_item *it, const json_t *o)
{
	copy_member(it->product, sizeof(it->product), o, "product");
	copy_member(it->unit, sizeof(it->unit), o, "unit");
	it->qty_milli = json_int(o, "qty", 0);
	it->qty_high_milli = json_int(o, "high", 0);
	it->price_milli = json_int(o, "price", 0);
	copy_member(it->price_per, sizeof(it->price_per), o, "per");
	it->unit_doubt = json_is_true(json_object_get(o, "doubt"));
	it->own_grams = json_int(o, "grams", 0);
}

bool
draft_read(struct draft *out, const char *json)
{
	json_t *whole = json_read(str_from(json), DRAFT_JSON_OCTETS, NULL);
	const json_t *items = json_object_get(whole, "items");
	const json_t *choices = json_object_get(whole, "choices");
	bool sound = json_array_size(items) > 0;

	memset(out, 0, sizeof(*out));
	out->verb = (int)json_int(whole, "verb", 0);
	out->change = (int)json_int(whole, "change", 0);
	out->percent = (int)json_int(whole, "percent", 0);
	out->confirm = json_is_true(json_object_get(whole, "confirm"));
	out->sure = json_is_true(json_object_get(whole, "sure"));
	out->price_milli = json_int(whole, "price", 0);
	copy_member(out->price_per, sizeof(out->price_per), whole, "per");
	copy_member(out->day, sizeof(out->day), whole, "day");
	copy_member(out->place, sizeof(out->place), whole, "place");
	copy_member(out->on_behalf, sizeof(out->on_behalf), whole, "for");
	copy_member(out->seller, sizeof(out->seller), whole, "from");
	out->sale_id = json_int(whole, "sale", 0);
	out->promoter_id = json_int(whole, "promoter", 0);
	out->asked = (enum draft_lack)json_int(whole, "asked", 0);
	out->at = (size_t)json_int(whole, "at", 0);
	for (size_t i = 0; i < json_array_size(items); i++)
		if (out->count < DRAFT_ITEMS)
			item_read(&out->items[out->count++],
			    json_array_get(items, i));
	for (size_t i = 0; i < json_array_size(choices); i++)
		if (out->choices_count < DRAFT_CHOICES &&
		    json_is_string(json_array_get(choices, i)))
			str_copy(out->choices[out->choices_count++],
			    sizeof(out->choices[0]),
			    str_from(
				json_string_value(json_array_get(choices, i))));
	json_decref(whole);
	return sound && out->at < out->count;
}
