#include "handlers/pick.h"

#include <stdlib.h>
#include <string.h>

#include "base/json.h"

#include "handlers/ask.h"
#include "handlers/ask_hear.h"
#include "handlers/cancel.h"
#include "handlers/letter.h"
#include "handlers/line.h"
#include "handlers/place.h"
#include "handlers/status.h"
#include "handlers/which_name.h"

enum pick_verdict
pick_judge(
    const struct book *book, const char *code, unsigned parts, size_t *at_out)
{
	size_t count;
	int at;

	*at_out = 0;
	if (*code != '\0') {
		at = book_find(book, code, parts);
		if (at >= 0)
			*at_out = (size_t)at;
		return at >= 0 ? PICK_ONE : PICK_WRONG_CODE;
	}
	count = book_count(book, parts, at_out);
	return count == 0 ? PICK_NONE : count == 1 ? PICK_ONE : PICK_WHICH;
}

static bool
has_part_in(struct desk *desk, const struct order *order)
{
	struct line lines[DESK_LINES_MAX];
	size_t count = place_load(desk, order->id, lines);

	if (order->buyer_id == desk->from.id)
		return true;
	for (size_t i = 0; i < count; i++)
		if (lines[i].seller_id == desk->from.id)
			return true;
	return false;
}

void
pick_wrong_code(struct desk *desk, const struct book *book)
{
	char list[1200];
	unsigned parts = BOOK_BUYER | BOOK_ASKED | BOOK_SELLER;
	int at = book_find(book, desk->intent.code, parts);
	struct order order;
	size_t count;

	/* Theirs, but in another part than the verb says, or over already: its
	 * state. */
	if ((at >= 0 && store_order_get(
			    desk->store, book->orders[at].order_id, &order)) ||
	    (store_order_by_code(desk->store, desk->intent.code, &order) &&
		has_part_in(desk, &order))) {
		status_order(desk, &order);
		return;
	}
	count =
	    book_list(list, sizeof(list), book, desk, desk->lang, parts, NULL);

	letter_answer(desk, count > 0 ? PHRASE_CODE_WRONG : PHRASE_CODE_UNKNOWN,
	    &(struct words){.list = list}, 0);
}

int64_t
pick_by_product(
    struct desk *desk, const int64_t *ids, size_t count, int product)
{
	const char *key = catalogue_key(desk->trade->catalogue, product);
	int64_t found = 0;

	for (size_t i = 0; key != NULL && i < count; i++) {
		struct line lines[DESK_LINES_MAX];
		size_t n = place_load(desk, ids[i], lines);
		bool has = false;

		for (size_t k = 0; k < n; k++)
			has = has || (!line_is_closed(&lines[k]) &&
					 strcmp(lines[k].product, key) == 0);
		if (has && found != 0)
			return 0;
		if (has)
			found = (int64_t)i + 1;
	}
	return found;
}

#define PICK_ITEMS INTENT_ITEMS

static json_t *
items_of(const struct desk *desk)
{
	const struct intent *intent = &desk->intent;
	json_t *items = json_array();

	for (size_t i = 0; i < intent->items_count && i < PICK_ITEMS; i++) {
		const struct intent_item *it = &intent->items[i];
		const char *product =
		    catalogue_key(desk->trade->catalogue, it->product);

		json_array_append_new(
		    items, json_pack("{s:I,s:s,s:s}", "qty",
			       (json_int_t)it->qty_milli, "unit", it->unit,
			       "product", product != NULL ? product : ""));
	}
	return items;
}

/* What the text said besides the order is kept with the question. */
static void
write_payload(char dst[QUESTION_PAYLOAD_OCTETS], const struct desk *desk,
    const int64_t *ids, size_t count)
{
	const struct intent *intent = &desk->intent;
	json_t *orders = json_array(), *whole;
	char *text;
	size_t rest = intent->rest.octets < 120 ? intent->rest.octets : 120;

	for (size_t i = 0; i < count; i++)
		json_array_append_new(orders, json_integer(ids[i]));
	whole = json_pack("{s:o,s:i,s:i,s:I,s:s}", "orders", orders, "verb",
	    (int)intent->kind, "change", (int)intent->change, "price",
	    (json_int_t)intent->price_milli, "per", intent->price_per);
	/* Which order is settled by the answer; any other doubt is not. */
	json_object_set_new(
	    whole, "doubt", json_integer(intent->ask ? (int)intent->why : 0));
	json_object_set_new(whole, "items", items_of(desk));
	json_object_set_new(whole, "rest", json_clean(intent->rest.at, rest));
	text = json_dumps(whole, JSON_COMPACT);
	str_copy(dst, QUESTION_PAYLOAD_OCTETS, str_from(text));
	free(text);
	json_decref(whole);
}

void
pick_ask(struct desk *desk, const struct book *book, unsigned parts,
    enum phrase phrase, int ask_kind)
{
	char list[1200], payload[QUESTION_PAYLOAD_OCTETS];
	int64_t ids[BOOK_ORDERS];
	size_t count =
	    book_list(list, sizeof(list), book, desk, desk->lang, parts, ids);
	struct letter letter;
	struct letter_about about = {
	    .subject = SUBJECT_QUESTION, .question = true};

	write_payload(payload, desk, ids, count);
	about.subject_id = ask_open(desk, desk->text->phone_id, desk->from.id,
	    (enum ask_kind)ask_kind, 0, payload, 0);
	letter_to_sender(&letter, desk);
	letter_send(&letter, phrase, &(struct words){.list = list}, &about);
}

/* Of a seller's lines those of the goods that were named, if any are. */
static size_t
named_only(const struct desk *desk, struct line *lines, size_t count)
{
	const struct intent *intent = &desk->intent;
	const char *key = intent->items_count == 1
			      ? catalogue_key(desk->trade->catalogue,
				    intent->items[0].product)
			      : NULL;
	size_t n = 0;

	for (size_t i = 0; key != NULL && i < count; i++)
		if (strcmp(lines[i].product, key) == 0)
			lines[n++] = lines[i];
	return n > 0 ? n : count;
}

void
pick_ask_one(struct desk *desk, const struct order *order, enum phrase phrase)
{
	char payload[QUESTION_PAYLOAD_OCTETS];
	struct line lines[DESK_LINES_MAX];
	size_t count = place_load(desk, order->id, lines), n = 0;
	struct letter letter;
	struct letter_goods goods;
	struct letter_about about = {.subject = SUBJECT_QUESTION,
	    .order_id = order->id,
	    .question = true};

	for (size_t i = 0; i < count; i++)
		if (!line_is_closed(&lines[i]) &&
		    (order->buyer_id == desk->from.id ||
			lines[i].seller_id == desk->from.id))
			lines[n++] = lines[i];
	n = order->buyer_id != desk->from.id
		? named_only(desk, lines, n)
		: which_name_seller(desk, lines, n, desk->intent.rest);
	write_payload(payload, desk, &order->id, 1);
	about.subject_id = ask_open(desk, desk->text->phone_id, desk->from.id,
	    ASK_PICK_ORDER, 0, payload, 0);
	letter_to_sender(&letter, desk);
	letter_goods(&goods, &letter, order, lines, n);
	letter_send(&letter, phrase,
	    &(struct words){.code = order->code, .items = goods.items}, &about);
}

bool
pick_order(struct desk *desk, const struct book *book, unsigned parts,
    enum phrase none, struct order *order)
{
	size_t at;

	switch (pick_judge(book, desk->intent.code, parts, &at)) {
	case PICK_ONE:
		return store_order_get(
		    desk->store, book->orders[at].order_id, order);
	case PICK_WHICH:
		pick_ask(desk, book, parts, PHRASE_WHICH_ORDER, ASK_PICK_ORDER);
		break;
	case PICK_WRONG_CODE:
		pick_wrong_code(desk, book);
		break;
	case PICK_NONE:
		letter_answer(desk, none, &(struct words){0}, 0);
		break;
	}
	return false;
}

static void
read_items(struct desk *desk, const json_t *items)
{
	size_t count = json_array_size(items);

	if (count > PICK_ITEMS)
		count = PICK_ITEMS;
	for (size_t i = 0; i < count; i++) {
		const json_t *item = json_array_get(items, i);
		struct intent_item *it = &desk->intent.items[i];

		memset(it, 0, sizeof(*it));
		it->product = catalogue_find(
		    desk->trade->catalogue, json_text(item, "product", ""));
		it->qty_milli = json_int(item, "qty", 0);
		it->has_qty = it->qty_milli > 0;
		str_copy(it->unit, sizeof(it->unit),
		    str_from(json_text(item, "unit", "")));
	}
	desk->intent.items_count = count;
}

/* A change that was unsure ("reduce 2kg": to or by?) still is, now that we know
 * of which order.  For all else the number was the yes. */
static void
put_doubt(struct intent *intent, int doubt)
{
	intent->ask =
	    intent->kind == INTENT_CHANGE && doubt == (int)INTENT_ASK_CONFIRM;
	intent->why = intent->ask ? INTENT_ASK_CONFIRM : INTENT_ASK_NOTHING;
}

bool
pick_resume(
    struct desk *desk, const struct question *q, int64_t number, char rest[160])
{
	int64_t ids[BOOK_ORDERS];
	size_t count = ask_read_ids(q, "orders", ids, BOOK_ORDERS);
	struct intent *intent = &desk->intent;
	struct order order;
	json_t *whole;

	if (number < 1 || (size_t)number > count ||
	    !store_order_get(desk->store, ids[number - 1], &order))
		return false;
	whole = json_read(str_from(q->payload), QUESTION_PAYLOAD_OCTETS, NULL);
	str_copy(intent->code, sizeof(intent->code), str_from(order.code));
	intent->kind = (enum intent_kind)json_int(whole, "verb", 0);
	put_doubt(intent, (int)json_int(whole, "doubt", 0));
	intent->list_index = 0;
	intent->number = -1;
	intent->price_milli = json_int(whole, "price", 0);
	str_copy(intent->price_per, sizeof(intent->price_per),
	    str_from(json_text(whole, "per", "")));
	intent->change = (enum intent_change)json_int(whole, "change", 0);
	read_items(desk, json_object_get(whole, "items"));
	str_copy(rest, 160, str_from(json_text(whole, "rest", "")));
	intent->rest = str_from(rest);
	json_decref(whole);
	return true;
}

bool
pick_several(
    struct desk *desk, const struct question *q, const int64_t *ids, size_t n)
{
	unsigned picked = ask_hear_several(desk, n);
	int64_t meant[BOOK_ORDERS];
	size_t count = 0;

	if (picked == 0)
		return false;
	if (ask_read_verb(q) != INTENT_CANCEL)
		return ask_repeat(desk);
	for (size_t i = 0; i < n; i++)
		if ((picked & (1u << i)) != 0)
			meant[count++] = ids[i];
	cancel_ask_several(desk, meant, count);
	return true;
}
