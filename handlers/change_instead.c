/* change_instead - "only 3 kg tomatoes" while tomatoes are on order: instead of
 * these, or an order of its own?  "Onions, not tomatoes": in their place? */
#include "handlers/change_ask.h"

#include <string.h>

#include "handlers/ask_hear.h"
#include "handlers/change_find.h"
#include "handlers/change_hear.h"
#include "handlers/change_letter.h"
#include "handlers/letter.h"
#include "handlers/line.h"
#include "handlers/order.h"
#include "handlers/order_change.h"
#include "handlers/pick.h"
#include "handlers/place.h"

enum where {
	WHERE_OPEN, /* may still be changed */
	WHERE_BUYER, /* a part of it lies with the buyer */
	WHERE_AGREED,
};

static bool
counts(const struct line *line, enum where where)
{
	if (where == WHERE_OPEN)
		return line_takes(line->state, LINE_ACT_CHANGE);
	return line->state ==
	       (where == WHERE_BUYER ? LINE_ASKED : LINE_CONFIRMED);
}

/* Goods of one order that the text speaks of, in a state that counts. */
static const struct line *
find_line(const struct line *lines, size_t count, const struct draft *draft,
    enum where where)
{
	for (size_t k = 0; k < count * draft->count; k++) {
		const struct line *line = &lines[k % count];

		if (counts(line, where) &&
		    strcmp(line->product, draft->items[k / count].product) == 0)
			return line;
	}
	return NULL;
}

/* Their orders in which one of the goods stands so; the last one found and its
 * line. */
static size_t
orders_with(struct desk *desk, const struct book *book,
    const struct draft *draft, enum where where, struct order *order,
    struct line *line_out)
{
	struct line lines[DESK_LINES_MAX];
	size_t found = 0;

	for (size_t i = 0; i < book->count; i++) {
		const struct line *line;
		size_t count;

		if ((book->orders[i].parts & BOOK_BUYER) == 0)
			continue;
		count = place_load(desk, book->orders[i].order_id, lines);
		line = find_line(lines, count, draft, where);
		if (line == NULL || !store_order_get(desk->store,
					book->orders[i].order_id, order))
			continue;
		*line_out = *line;
		found++;
	}
	return found;
}

static bool
is_whole(const struct draft *draft)
{
	for (size_t i = 0; i < draft->count; i++)
		if (draft->items[i].product[0] == '\0' ||
		    draft->items[i].qty_milli <= 0 ||
		    draft->items[i].qty_high_milli > 0)
			return false;
	return draft->count > 0;
}

void
change_ask_instead(
    struct desk *desk, const struct order *order, struct draft *draft)
{
	struct line lines[DESK_LINES_MAX];
	struct draft asked = *draft;
	struct change_asking a = {.desk = desk,
	    .order = order,
	    .draft = &asked,
	    .lines = lines,
	    .count = place_load(desk, order->id, lines)};
	char now[DRAFT_TEXT_OCTETS] = "", then[DRAFT_TEXT_OCTETS] = "";

	for (size_t i = 0; i < draft->count; i++)
		change_judge(&a.goods[i], desk->trade->catalogue, lines,
		    a.count, &asked.items[i], INTENT_CHANGE_SET);
	change_before_after(&a, now, then);
	if (then[0] == '\0') { /* nothing of it may change: why not */
		draft->verb = INTENT_CHANGE;
		draft->change = INTENT_CHANGE_SET;
		order_change_draft(desk, order, draft);
		return;
	}
	draft->asked = DRAFT_CONFIRM;
	change_question(desk, order, draft, PHRASE_ASK_INSTEAD,
	    &(struct words){.left = now, .items = then});
}

/* -- agreed already -------------------------------------------------------- */

/* What is agreed is past changing by text: is it to be had besides? */
static void
ask_besides(struct desk *desk, const struct order *order,
    const struct line *line, struct draft *draft)
{
	char payload[QUESTION_PAYLOAD_OCTETS], items[DRAFT_TEXT_OCTETS];
	struct letter letter;
	struct letter_about about = {.subject = SUBJECT_QUESTION,
	    .order_id = order->id,
	    .question = true};
	struct person seller = {.id = 0};
	char name[64] = "";

	store_person_get(desk->store, line->seller_id, &seller);
	if (seller.name[0] != '\0')
		letter_name(name, &seller);
	draft->asked = DRAFT_CONFIRM;
	draft->confirm = true;
	if (!draft_write(payload, sizeof(payload), draft)) {
		letter_answer(desk, PHRASE_ASK_WHICH, &(struct words){0}, 0);
		return;
	}
	about.subject_id = ask_open(desk, desk->text->phone_id, desk->from.id,
	    ASK_DRAFT, 0, payload, 0);
	letter_to_sender(&letter, desk);
	order_draft_items(items, sizeof(items), &letter, draft);
	letter_send(&letter, PHRASE_ASK_BESIDES,
	    &(struct words){.code = order->code,
		.name = name,
		.phone = seller.number,
		.items = items},
	    &about);
}

/* -- in place of others ---------------------------------------------------- */

/* "3 kg onions, not tomatoes": the tomatoes go, the onions come. */
static bool
swap(struct desk *desk, const struct book *book, const struct draft *wanted,
    int unwanted)
{
	const char *key = catalogue_key(desk->trade->catalogue, unwanted);
	struct draft draft = *wanted, gone = {.count = 1};
	struct order order;
	struct line line;

	if (key == NULL || draft.count == DRAFT_ITEMS)
		return false;
	str_copy(gone.items[0].product, sizeof(gone.items[0].product),
	    str_from(key));
	if (orders_with(desk, book, &gone, WHERE_AGREED, &order, &line) > 0) {
		ask_besides(desk, &order, &line, &draft);
		return true;
	}
	if (orders_with(desk, book, &gone, WHERE_OPEN, &order, &line) != 1)
		return false;
	draft.items[draft.count++] = gone.items[0];
	draft.verb = INTENT_CHANGE;
	draft.change = INTENT_CHANGE_SET;
	draft.confirm = true;
	order_change_draft(desk, &order, &draft);
	return true;
}

/* -- the whole of it ------------------------------------------------------- */

/* Of several orders, which?  Half of it?  As any change is asked about. */
static void
as_change(struct desk *desk, const struct book *book)
{
	struct intent *intent = &desk->intent;

	intent->kind = INTENT_CHANGE;
	intent->change = INTENT_CHANGE_SET;
	if (intent->items_count > 1) {
		intent->ask = true;
		intent->why = INTENT_ASK_CONFIRM;
	}
	order_change(desk, book);
}

bool
change_instead(struct desk *desk, const struct book *book)
{
	struct change_heard heard;
	struct draft draft;
	struct order order;
	struct line line;
	size_t found, at;
	bool share;

	if (book_count(book, BOOK_BUYER, &at) == 0)
		return false; /* nothing that it could be instead of */
	draft_from(&draft, desk->trade->catalogue, &desk->intent, INTENT_ORDER);
	if (!is_whole(&draft))
		return false;
	change_hear(&heard, desk, desk->text->text);
	share = draft.count == 1 &&
		ask_hear_is_share(&desk->intent.items[0], desk->text->text);
	if (heard.unwanted >= 0 && swap(desk, book, &draft, heard.unwanted))
		return true;
	if (!heard.instead && !share)
		return false;
	found = orders_with(desk, book, &draft, WHERE_OPEN, &order, &line);
	if (found > 1 || (found == 1 && share))
		as_change(desk, book);
	else if (found == 1)
		change_ask_instead(desk, &order, &draft);
	else if (orders_with(desk, book, &draft, WHERE_BUYER, &order, &line) >
		 0)
		as_change(desk, book); /* our question about it, once more */
	else if (orders_with(desk, book, &draft, WHERE_AGREED, &order, &line) >
		 0)
		ask_besides(desk, &order, &line, &draft);
	else
		return false;
	return true;
}

/* -- figures alone --------------------------------------------------------- */

/* "only 3", "half", "5 is enough", "no, 10": more than a bare figure. */
static bool
tells_amount(const struct desk *desk, const struct change_heard *heard)
{
	const struct intent *intent = &desk->intent;
	const struct intent_item *it = &intent->items[0];
	bool item = intent->items_count == 1 && it->product < 0;

	if (intent->code[0] != '\0' || heard->figure_milli <= 0)
		return false;
	if (intent->kind == INTENT_AMBIGUOUS)
		return item && (heard->instead ||
				   ask_hear_is_share(it, desk->text->text));
	if (item || heard->in_letters || heard->unit[0] != '\0')
		return false;
	if (intent->kind == INTENT_DIGIT)
		return intent->ask && heard->words;
	return !heard->by && (intent->kind == INTENT_COUNTER ||
				 intent->kind == INTENT_REJECT);
}

bool
change_amount(struct desk *desk, const struct book *book)
{
	struct intent *intent = &desk->intent;
	struct change_heard heard;
	struct order order;
	size_t at;

	if (book_count(book, BOOK_ASKED | BOOK_BUYER_ASKED, &at) > 0 ||
	    !change_only(desk, book, &order))
		return false;
	change_hear(&heard, desk, desk->text->text);
	if (!tells_amount(desk, &heard))
		return false;
	if (intent->items_count == 0)
		intent->items[0] = (struct intent_item){.product = -1,
		    .has_qty = true,
		    .qty_milli = heard.figure_milli};
	intent->items_count = 1;
	intent->price_milli = 0;
	intent->list_index = 0;
	intent->kind = INTENT_CHANGE;
	intent->change = INTENT_CHANGE_SET;
	intent->ask = true;
	intent->why = INTENT_ASK_CONFIRM;
	order_change(desk, book);
	return true;
}

/* -- nothing any more ------------------------------------------------------ */

bool
change_to_nothing(struct desk *desk, const struct book *book)
{
	struct change_heard heard;
	struct order order;

	if (!change_only(desk, book, &order))
		return false;
	change_hear(&heard, desk, desk->text->text);
	if (!heard.zero)
		return false;
	desk->intent.kind = INTENT_CANCEL;
	pick_ask_one(desk, &order, PHRASE_ASK_CANCEL);
	return true;
}
