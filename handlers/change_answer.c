#include "handlers/change_answer.h"

#include <stdlib.h>
#include <string.h>

#include "handlers/ask_hear.h"
#include "handlers/change_ask.h"
#include "handlers/change_hear.h"
#include "handlers/confirm.h"
#include "handlers/letter.h"
#include "handlers/line.h"
#include "handlers/order.h"
#include "handlers/order_change.h"
#include "handlers/place.h"

struct answer {
	struct desk *desk;
	const struct book *book;
	struct order order;
	struct draft draft;
};

static int64_t
number_of(const struct intent *intent)
{
	if (intent->kind == INTENT_DIGIT && intent->items_count == 0)
		return intent->number;
	return intent->items_count == 0 ? intent->list_index : 0;
}

static bool
says_yes(const struct intent *intent)
{
	return (intent->kind == INTENT_ACCEPT && !confirm_in_doubt(intent) &&
		   intent->items_count == 0 && intent->list_index == 0) ||
	       number_of(intent) == 1;
}

/* To leave it: NO, or CANCEL without a code. */
static bool
says_no(const struct intent *intent)
{
	return intent->items_count == 0 && intent->list_index == 0 &&
	       (intent->kind == INTENT_REJECT || intent->kind == INTENT_CANCEL);
}

/* A quantity of the goods in question; a bare figure counts when it is no
 * number of a choice. */
static bool
says_quantity(const struct answer *a, struct draft_item *out)
{
	const struct intent *intent = &a->desk->intent;
	const struct intent_item *it = &intent->items[0];
	const char *key = catalogue_key(a->desk->trade->catalogue, it->product);

	*out = a->draft.items[0];
	out->qty_high_milli = 0;
	if (a->draft.count != 1)
		return false;
	if (number_of(intent) > 2 && !draft_names_choice(intent) &&
	    !change_hear_letters(a->desk->text->text)) {
		out->qty_milli = number_of(intent) * 1000;
		return true;
	}
	if (intent->items_count != 1 || !it->has_qty ||
	    it->qty_high_milli > 0 ||
	    (key != NULL && strcmp(key, out->product) != 0) ||
	    (intent->kind != INTENT_REJECT && intent->kind != INTENT_ORDER &&
		intent->kind != INTENT_AMBIGUOUS &&
		intent->kind != INTENT_PARTIAL && intent->kind != INTENT_DIGIT))
		return false;
	out->qty_milli = it->qty_milli;
	if (it->unit[0] != '\0')
		memcpy(out->unit, it->unit, sizeof(out->unit));
	else
		out->unit_doubt = key != NULL;
	return it->unit[0] != '\0' || key != NULL || it->qty_milli > 2000;
}

static bool
same_amount(const struct draft_item *a, const struct draft_item *b)
{
	return a->qty_milli == b->qty_milli && strcmp(a->unit, b->unit) == 0 &&
	       !b->unit_doubt;
}

/* -- what comes of it ----------------------------------------------------- */

static void
go_on(struct answer *a, bool sure)
{
	a->draft.verb = INTENT_CHANGE;
	a->draft.choices_count = 0;
	a->draft.sure = sure;
	order_change_draft(a->desk, &a->order, &a->draft);
}

static void
choose(struct answer *a, int64_t qty_milli)
{
	a->draft.items[0].qty_milli = qty_milli;
	a->draft.items[0].qty_high_milli = 0;
	go_on(a, true);
}

/* What there is of the goods in question, in the measure of the question. */
static int64_t
now_milli(const struct answer *a)
{
	struct line lines[DESK_LINES_MAX];
	size_t count = place_load(a->desk, a->order.id, lines);
	struct change_goods goods;

	change_judge(&goods, a->desk->trade->catalogue, lines, count,
	    &a->draft.items[0], INTENT_CHANGE_SET);
	return goods.other_measure ? 0 : goods.now_milli;
}

/* "by 2kg", "no, by 2kg": when that is the other result it is asked for by
 * name, else both are worked out anew. */
static void
take_difference(struct answer *a, const struct draft_item *said)
{
	struct draft_item *it = &a->draft.items[0];
	int64_t now = now_milli(a), low = it->qty_milli,
		high = it->qty_high_milli;
	int64_t other = said->qty_milli == low ? high : low;
	bool more = low > now;

	*it = *said;
	if (other > 0 && llabs(other - now) == said->qty_milli) {
		it->qty_milli = other;
		a->draft.change = INTENT_CHANGE_SET;
		a->draft.confirm = true;
	} else {
		it->qty_high_milli = said->qty_milli;
		a->draft.change = more ? INTENT_CHANGE_ADD : INTENT_CHANGE_DROP;
	}
	go_on(a, false);
}

/* Named goods and a whole quantity, and it is none of the results: perhaps a
 * new order. */
static bool
may_be_order(const struct intent *intent)
{
	return intent->kind == INTENT_ORDER && intent->items[0].product >= 0;
}

/* Asked as a change or a new order, as the text stands. */
static void
ask_instead(struct answer *a)
{
	struct draft draft;

	draft_from(
	    &draft, a->desk->trade->catalogue, &a->desk->intent, INTENT_ORDER);
	change_ask_instead(a->desk, &a->order, &draft);
}

static void
take_quantity(struct answer *a, const struct draft_item *said)
{
	struct draft_item *it = &a->draft.items[0], high = *it;
	const struct intent *intent = &a->desk->intent;
	bool either = a->draft.asked == DRAFT_NUMBER;
	bool no = intent->kind == INTENT_REJECT;
	struct change_heard heard;

	high.qty_milli = it->qty_high_milli;
	change_hear(&heard, a->desk, a->desk->text->text);
	if (heard.by || (no && either)) {
		take_difference(a, said);
	} else if (same_amount(it, said) ||
		   (either && same_amount(&high, said))) {
		choose(a, said->qty_milli);
	} else if (may_be_order(intent)) {
		ask_instead(a);
	} else {
		*it = *said;
		a->draft.change = INTENT_CHANGE_SET;
		a->draft.confirm =
		    intent->kind == INTENT_PARTIAL && intent->ask;
		go_on(a, false);
	}
}

/* -- by the question ------------------------------------------------------ */

/* A number names the choice; a figure that is one of the results, that. */
static bool
answer_number(struct answer *a)
{
	const struct intent *intent = &a->desk->intent;
	const struct draft_item *it = &a->draft.items[0];
	int64_t number = number_of(intent), figure = number * 1000;

	if (draft_names_choice(intent))
		figure = 0;
	if (number > 0 &&
	    (figure == it->qty_milli || figure == it->qty_high_milli))
		choose(a, figure);
	else if (number == 1 || number == 2)
		choose(a, number == 1 ? it->qty_milli : it->qty_high_milli);
	else
		return false;
	return true;
}

/* What may be "by 3", "no by 2", "2 less", "kwa 2" or "to 2", of the goods in
 * question. */
static bool
is_figure_in_words(const struct answer *a, const struct change_heard *heard)
{
	const struct intent *intent = &a->desk->intent;
	const char *key =
	    catalogue_key(a->desk->trade->catalogue, intent->items[0].product);

	if (intent->kind != INTENT_NONE && intent->kind != INTENT_AMBIGUOUS &&
	    intent->kind != INTENT_DIGIT && intent->kind != INTENT_REJECT &&
	    intent->kind != INTENT_PARTIAL && intent->kind != INTENT_COUNTER)
		return false;
	return heard->figure_milli > 0 && intent->items_count <= 1 &&
	       (intent->items_count == 0 || key == NULL ||
		   strcmp(key, a->draft.items[0].product) == 0);
}

/* Which way it goes from what there is now. */
static bool
says_more(const struct answer *a, const struct change_heard *heard)
{
	if (heard->more || heard->less)
		return heard->more;
	return a->draft.items[0].qty_milli > now_milli(a);
}

static void
take_figure(struct answer *a, const struct change_heard *heard)
{
	struct draft_item *it = &a->draft.items[0];

	it->qty_milli = heard->figure_milli;
	it->qty_high_milli = 0;
	if (heard->unit[0] != '\0')
		memcpy(it->unit, heard->unit, sizeof(it->unit));
}

/* Of two results they say in words which way it goes.  A difference is shown
 * as what comes of it, for that may be a third one. */
static bool
answer_in_words(struct answer *a)
{
	const struct draft_item *it = &a->draft.items[0];
	struct change_heard heard;
	bool by, result;

	change_hear(&heard, a->desk, a->desk->text->text);
	by = heard.by || heard.more || heard.less;
	if (!is_figure_in_words(a, &heard) || (!by && !heard.to))
		return false;
	result = heard.figure_milli == it->qty_milli ||
		 heard.figure_milli == it->qty_high_milli;
	a->draft.change = !by                    ? INTENT_CHANGE_SET
			  : says_more(a, &heard) ? INTENT_CHANGE_ADD
						 : INTENT_CHANGE_DROP;
	a->draft.confirm = by || (heard.unit[0] == '\0' && !result);
	take_figure(a, &heard);
	go_on(a, false);
	return true;
}

/* "tomatoes", and we asked about tomatoes. */
static bool
only_names(const struct answer *a)
{
	const struct intent *intent = &a->desk->intent;
	const char *key =
	    catalogue_key(a->desk->trade->catalogue, intent->items[0].product);

	return intent->items_count == 1 && !intent->items[0].has_qty &&
	       key != NULL && strcmp(key, a->draft.items[0].product) == 0 &&
	       ask_hear_goods(a->desk);
}

static void
repeat(struct answer *a)
{
	a->draft.confirm = true;
	go_on(a, false);
}

static bool
answer_result(struct answer *a)
{
	const struct intent *intent = &a->desk->intent;
	bool either = a->draft.asked == DRAFT_NUMBER;
	struct draft_item said;

	if (either && (answer_in_words(a) || answer_number(a)))
		return true;
	if (!either && says_yes(intent))
		go_on(a, true);
	else if (says_no(intent) || (!either && number_of(intent) == 2))
		order_change_kept(a->desk, &a->order, NULL);
	else if (says_quantity(a, &said))
		take_quantity(a, &said);
	else if (only_names(a))
		repeat(a);
	else
		return false;
	return true;
}

static bool
is_choice(const struct draft *draft, const char *key)
{
	for (size_t i = 0; key != NULL && i < draft->choices_count; i++)
		if (strcmp(draft->choices[i], key) == 0)
			return true;
	return false;
}

/* The key of the goods that the text names or numbers, NULL none of them. */
static const char *
names_choice(const struct answer *a)
{
	const struct intent *intent = &a->desk->intent;
	int64_t number = number_of(intent);
	const char *key;

	if (number >= 1 && (size_t)number <= a->draft.choices_count)
		return a->draft.choices[number - 1];
	if (intent->items_count != 1)
		return NULL;
	key =
	    catalogue_key(a->desk->trade->catalogue, intent->items[0].product);
	return is_choice(&a->draft, key) ? key : NULL;
}

/* "Both": each of them, and what comes of it is asked. */
static bool
take_several(struct answer *a)
{
	unsigned picked = ask_hear_several(a->desk, a->draft.choices_count);
	struct draft_item said = a->draft.items[0];

	if (picked == 0)
		return false;
	a->draft.count = 0;
	for (size_t i = 0; i < a->draft.choices_count; i++) {
		struct draft_item *it = &a->draft.items[a->draft.count];

		if ((picked & (1u << i)) == 0)
			continue;
		*it = said;
		it->qty_high_milli = 0;
		memcpy(it->product, a->draft.choices[i], sizeof(it->product));
		a->draft.count++;
	}
	a->draft.confirm = true;
	go_on(a, false);
	return true;
}

/* "no onions": not these, or no, these?  A new change says more than that. */
static bool
is_no_with_goods(const struct answer *a)
{
	struct change_heard heard;

	change_hear(&heard, a->desk, a->desk->text->text);
	return a->desk->intent.ask && !heard.leaves;
}

static bool
answer_goods(struct answer *a)
{
	const struct intent *intent = &a->desk->intent;
	bool quantity = intent->items_count == 1 && intent->items[0].has_qty;
	const char *key = names_choice(a);

	if (take_several(a))
		return true;
	if (intent->kind == INTENT_CHANGE) {
		if (key == NULL || quantity || !is_no_with_goods(a))
			return false;
		go_on(a, false);
	} else if (says_no(intent)) {
		order_change_kept(a->desk, &a->order, NULL);
	} else if (key != NULL && !quantity) {
		str_copy(a->draft.items[0].product,
		    sizeof(a->draft.items[0].product), str_from(key));
		go_on(a, false);
	} else if (key != NULL && may_be_order(intent)) {
		ask_instead(a);
	} else {
		return false;
	}
	return true;
}

static bool
answer_instead(struct answer *a)
{
	const struct intent *intent = &a->desk->intent;
	struct draft_item said;

	if (says_yes(intent)) {
		a->draft.change = INTENT_CHANGE_SET;
		go_on(a, true);
	} else if (intent->kind == INTENT_CANCEL && says_no(intent)) {
		order_change_kept(a->desk, &a->order, NULL);
	} else if (says_no(intent) || number_of(intent) == 2) {
		a->draft.confirm = false;
		order_draft(a->desk, a->book, &a->draft, true);
	} else if (says_quantity(a, &said)) {
		a->draft.items[0] = said;
		change_ask_instead(a->desk, &a->order, &a->draft);
	} else {
		return false;
	}
	return true;
}

static bool
answer(struct answer *a)
{
	if (a->draft.verb == INTENT_ORDER)
		return answer_instead(a);
	if (a->draft.asked == DRAFT_PRODUCT)
		return answer_goods(a);
	return answer_result(a);
}

bool
change_answer(
    struct desk *desk, const struct question *q, const struct book *book)
{
	struct answer a = {.desk = desk, .book = book};
	struct question now;

	if (desk->intent.code[0] != '\0' || !draft_read(&a.draft, q->payload) ||
	    !store_order_get(desk->store, q->order_id, &a.order) || !answer(&a))
		return false;
	if (store_question_get(desk->store, q->id, &now) && now.open)
		store_question_close(desk->store, q->id);
	return true;
}
