#include "handlers/order_ask.h"

#include <string.h>

#include "base/buf.h"

#include "gateway/store/store_message.h"
#include "gateway/store/store_offer.h"
#include "gateway/store/store_turn.h"

#include "handlers/alloc.h"
#include "handlers/ask.h"
#include "handlers/letter.h"
#include "handlers/order.h"

struct units {
	struct draft *draft;
};

/* Measures in which the product is on offer here: the choices. */
static bool
units_add(void *arg, const struct offer *offer)
{
	struct draft *draft = ((struct units *)arg)->draft;
	const char *unit = *offer->unit ? offer->unit : "piece";

	for (size_t i = 0; i < draft->choices_count; i++)
		if (strcmp(draft->choices[i], unit) == 0)
			return true;
	if (draft->choices_count < DRAFT_CHOICES)
		str_copy(draft->choices[draft->choices_count++],
		    sizeof(draft->choices[0]), str_from(unit));
	return draft->choices_count < DRAFT_CHOICES;
}

static void
add_choice(struct draft *draft, const char *unit)
{
	struct offer offer = {.seller_id = 0};
	struct units units = {draft};

	str_copy(offer.unit, sizeof(offer.unit), str_from(unit));
	(void)units_add(&units, &offer);
}

static void
unit_choices(struct desk *desk, struct draft *draft)
{
	struct units units = {draft};

	draft->choices_count = 0;
	store_turn_walk(desk->store, draft->items[draft->at].product,
	    &(struct turn_mark){0}, ALLOC_ROWS, units_add, &units);
	if (draft->choices_count == 0)
		add_choice(draft, "kg");
	if (draft->choices_count == 1)
		add_choice(draft,
		    strcmp(draft->choices[0], "piece") == 0 ? "kg" : "piece");
}

/* "1) kg 2) bag": without the brackets it would read as quantities. */
static void
list_choices(
    char *dst, size_t dst_octets, struct letter *letter, struct draft *draft)
{
	struct buf out = buf_over(dst, dst_octets);
	const struct draft_item *it = &draft->items[draft->at];
	char qty[AMOUNT_OCTETS];

	if (draft->asked == DRAFT_NUMBER) {
		buf_add_format(&out, "1) %s",
		    amount_qty(qty, &letter->style, it->qty_milli, it->unit));
		buf_add_format(&out, " 2) %s",
		    amount_qty(
			qty, &letter->style, it->qty_high_milli, it->unit));
		return;
	}
	for (size_t i = 0; i < draft->choices_count; i++)
		buf_add_format(&out, "%s%zu) %s", i ? " " : "", i + 1,
		    draft->asked == DRAFT_UNIT
			? amount_unit(&letter->style, draft->choices[i], false)
			: amount_product(&letter->style, draft->choices[i]));
}

static enum phrase
lack_phrase(const struct draft *draft)
{
	switch (draft->asked) {
	case DRAFT_PRODUCT:
		return draft->choices_count > 0 ? PHRASE_ASK_PRODUCT_LIST
						: PHRASE_ASK_PRODUCT;
	case DRAFT_QUANTITY:
		return PHRASE_ASK_QUANTITY;
	case DRAFT_UNIT:
		return PHRASE_ASK_UNIT;
	case DRAFT_NUMBER:
		return PHRASE_ASK_NUMBER;
	case DRAFT_VERB:
		return PHRASE_ASK_BUY_SELL;
	case DRAFT_CONFIRM:
	case DRAFT_WHOLE:
		break;
	}
	return PHRASE_ASK_CONFIRM;
}

void
order_draft_items(char *dst, size_t dst_octets, const struct letter *letter,
    const struct draft *draft)
{
	struct buf out = buf_over(dst, dst_octets);
	char piece[AMOUNT_OCTETS];

	for (size_t i = 0; i < draft->count; i++)
		buf_add_format(&out, "%s%s", i ? ", " : "",
		    amount_goods(piece, &letter->style, draft->items[i].product,
			draft->items[i].qty_milli, draft->items[i].unit, 0));
}

static void
put_question(struct desk *desk, struct draft *draft, enum phrase phrase,
    const char *code)
{
	const struct draft_item *it = &draft->items[draft->at];
	char payload[QUESTION_PAYLOAD_OCTETS], list[300],
	    items[DRAFT_TEXT_OCTETS];
	char qty[AMOUNT_OCTETS], kept[DAY_OCTETS], day[DAY_TEXT_OCTETS];
	struct letter letter;
	struct letter_about about = {
	    .subject = SUBJECT_QUESTION, .question = true};

	if (draft->asked == DRAFT_UNIT)
		unit_choices(desk, draft);
	if (!draft_write(payload, sizeof(payload), draft)) {
		letter_answer(desk, PHRASE_ASK_WHICH, &(struct words){0}, 0);
		return;
	}
	about.subject_id = ask_open(desk, desk->text->phone_id, desk->from.id,
	    ASK_DRAFT, 0, payload, 0);
	letter_to_sender(&letter, desk);
	list_choices(list, sizeof(list), &letter, draft);
	order_draft_items(items, sizeof(items), &letter, draft);
	day_keep(
	    kept, desk->market, desk->now_ms, draft->day, desk->clock_sure);
	day_text(day, desk->trade->phrases, letter.lang, kept);
	letter_send(&letter, phrase,
	    &(struct words){.code = code,
		.product = amount_product(&letter.style, it->product),
		.qty = amount_qty(qty, &letter.style, it->qty_milli, it->unit),
		.list = list,
		.items = items,
		.day = day},
	    &about);
}

void
order_ask(struct desk *desk, struct draft *draft)
{
	put_question(desk, draft, lack_phrase(draft), NULL);
}

void
order_ask_twice(struct desk *desk, struct draft *draft, int64_t order_id)
{
	struct order order;

	draft->confirm = true;
	draft->asked = draft_lack(draft, &draft->at);
	if (draft->asked == DRAFT_CONFIRM &&
	    store_order_get(desk->store, order_id, &order))
		put_question(desk, draft, PHRASE_ORDER_TWICE, order.code);
	else
		order_ask(desk, draft);
}

struct unit_seen {
	bool any, piece;
};

static bool
unit_seen_add(void *arg, const struct offer *offer)
{
	struct unit_seen *seen = arg;

	seen->any = true;
	seen->piece = *offer->unit == '\0' || strcmp(offer->unit, "piece") == 0;
	return !seen->piece;
}

/* "3 tomato" where tomatoes are sold by the kg: three what? */
void
order_ask_units(struct desk *desk, struct draft *draft)
{
	for (size_t i = 0; i < draft->count; i++) {
		struct draft_item *it = &draft->items[i];
		struct unit_seen seen = {false, false};

		if (it->unit[0] != '\0' || it->product[0] == '\0' ||
		    it->qty_milli <= 0)
			continue;
		store_turn_walk(desk->store, it->product,
		    &(struct turn_mark){0}, ALLOC_ROWS, unit_seen_add, &seen);
		if (seen.any && !seen.piece)
			it->unit_doubt = true;
	}
}
