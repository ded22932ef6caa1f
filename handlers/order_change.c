/* order_change - a buyer's second thoughts: make it 4, add, leave out.
 *
 * What comes of each kind of goods is judged first (change_plan), asked about
 * where it is in doubt (change_ask), then done (change_do).  The buyer hears
 * of it once. */
#include "handlers/order_change.h"

#include <string.h>

#include "gateway/store/store_kept.h"
#include "gateway/store/store_message.h"

#include "handlers/ask.h"
#include "handlers/ask_hear.h"
#include "handlers/change_ask.h"
#include "handlers/change_do.h"
#include "handlers/change_find.h"
#include "handlers/change_hear.h"
#include "handlers/change_worth.h"
#include "handlers/consent.h"
#include "handlers/letter.h"
#include "handlers/line.h"
#include "handlers/order.h"
#include "handlers/pick.h"
#include "handlers/status.h"

/* -- telling -------------------------------------------------------------- */

void
order_change_agreed(
    struct desk *desk, const struct order *order, const struct line *line)
{
	struct person seller;
	char name[64];

	if (line->state != LINE_CONFIRMED ||
	    !store_person_get(desk->store, line->seller_id, &seller)) {
		status_order(desk, order);
		return;
	}
	letter_name(name, &seller);
	letter_answer(desk, PHRASE_ORDER_AGREED,
	    &(struct words){.code = order->code,
		.name = *seller.name ? name : "",
		.phone = seller.number},
	    order->id);
}

static void
tell_lines(struct desk *desk, const struct order *order, enum phrase phrase,
    const struct line *lines, size_t count, const struct words *more)
{
	struct letter letter;
	struct letter_goods goods;
	struct letter_about about = {.order_id = order->id};
	struct words words = *more;

	letter_to_sender(&letter, desk);
	letter_goods(&goods, &letter, order, lines, count);
	words.code = order->code;
	words.items = goods.items;
	words.day = goods.day;
	letter_send(&letter, phrase, &words, &about);
}

void
order_change_kept(struct desk *desk, const struct order *order,
    const struct change_goods *about)
{
	struct line lines[DESK_LINES_MAX], open[DESK_LINES_MAX];
	size_t n =
	    change_merge(open, lines, place_load(desk, order->id, lines));
	struct amount_style style = desk_style(desk, desk->lang);
	const struct line *line =
	    about != NULL && about->line.product[0] ? &about->line : open;

	if (n == 0) {
		status_order(desk, order);
		return;
	}
	tell_lines(desk, order, PHRASE_CHANGE_KEPT, open, n,
	    &(struct words){.product = amount_product(&style, line->product),
		.unit = amount_unit(&style, line->unit, true)});
}

static void
tell_unsold(struct desk *desk, const struct order *order,
    const struct change_goods *goods)
{
	struct line lines[DESK_LINES_MAX], open[DESK_LINES_MAX];
	size_t n =
	    change_merge(open, lines, place_load(desk, order->id, lines));
	struct amount_style style = desk_style(desk, desk->lang);
	char qty[AMOUNT_OCTETS];

	tell_lines(desk, order, PHRASE_CHANGE_UNSOLD, open, n,
	    &(struct words){
		.qty = amount_qty(qty, &style, goods->after_milli, goods->unit),
		.product = amount_product(&style, goods->product),
		.unit = goods->line.unit[0] != '\0' &&
				strcmp(goods->line.unit, goods->unit) != 0
			    ? amount_unit(&style, goods->line.unit, false)
			    : ""});
}

static void
tell_problem(struct desk *desk, const struct order *order,
    const struct change_goods *goods)
{
	switch (goods->fate) {
	case CHANGE_FINE:
	case CHANGE_NEW:
		break;
	case CHANGE_AGREED:
	case CHANGE_LEAST:
		if (goods->line.state == LINE_ASKED)
			consent_act(desk, order, CONFIRM_ASK, false);
		else
			order_change_agreed(desk, order, &goods->line);
		break;
	case CHANGE_UNSOLD:
		tell_unsold(desk, order, goods);
		break;
	case CHANGE_WHICH:
	case CHANGE_MISSING:
	case CHANGE_MEASURE:
		order_change_kept(desk, order, goods);
		break;
	}
}

/* What is only kept for goods to come, nobody is asked for now. */
static bool
is_asked_of(struct desk *desk, const struct line *line)
{
	return line_is_searching(line->state) &&
	       (line->state != LINE_WAITING ||
		   store_kept_until(desk->store, line->id) <= desk->now_ms);
}

/* The whole order as it is now, in one letter. */
static void
tell_changed(struct change_work *w)
{
	struct line lines[DESK_LINES_MAX], open[DESK_LINES_MAX];
	size_t count = place_load(w->desk, w->order->id, lines), n;
	bool searching = false;
	struct words none = {0};

	for (size_t i = 0; i < count; i++)
		searching = searching || is_asked_of(w->desk, &lines[i]);
	n = change_merge(open, lines, count);
	if (n > 0)
		tell_lines(w->desk, w->order,
		    searching && w->changed > 0 ? PHRASE_ORDER_CHANGED
						: PHRASE_CHANGE_NOW,
		    open, n, &none);
	else if (w->out_count > 0)
		tell_lines(w->desk, w->order, PHRASE_ORDER_CANCELLED, w->out,
		    w->out_count, &none);
	if (w->gone_count > 0)
		tell_lines(w->desk, w->order, PHRASE_LINE_NOBODY, w->gone,
		    w->gone_count, &none);
}

/* Another day or price, said with the quantity: that is not taken over, and
 * they hear of it. */
static void
tell_not_changed(struct change_work *w, const struct draft *draft)
{
	char day[DAY_OCTETS] = "";
	bool price = draft->price_milli > 0;

	for (size_t i = 0; i < draft->count; i++)
		price = price || draft->items[i].price_milli > 0;
	if (draft->day[0] != '\0')
		day_keep(day, w->desk->market, w->desk->now_ms, draft->day,
		    w->desk->clock_sure);
	if (price || (day[0] != '\0' && strcmp(day, w->order->day) != 0))
		letter_answer(w->desk, PHRASE_CHANGE_AMOUNT,
		    &(struct words){.code = w->order->code}, w->order->id);
}

/* -- the whole of it ------------------------------------------------------ */

static const struct change_goods *
first_problem(const struct change_goods *goods, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (goods[i].fate != CHANGE_NEW && goods[i].fate != CHANGE_FINE)
			return &goods[i];
	return NULL;
}

/* What is left out to make room for other goods stays when these are not to be
 * had, so the others come first.  False: nothing is done, and they know why. */
static bool
change_each(struct change_work *w, const struct draft *draft,
    struct change_goods *goods)
{
	bool in_place = draft->change == INTENT_CHANGE_SET;

	for (size_t i = 0; i < draft->count; i++)
		change_judge(&goods[i], w->desk->trade->catalogue, w->lines,
		    w->count, &draft->items[i],
		    (enum intent_change)draft->change);
	if (!change_worth(w->desk, w->order, goods, draft->count))
		return false;
	for (size_t i = 0; i < draft->count; i++)
		if (goods[i].fate == CHANGE_NEW)
			change_add(w, &goods[i]);
		else if (goods[i].fate == CHANGE_FINE && !goods[i].all)
			change_set(w, &goods[i]);
	for (size_t i = 0; i < draft->count; i++)
		if (goods[i].fate == CHANGE_FINE && goods[i].all &&
		    !(in_place && first_problem(goods, draft->count) != NULL))
			change_set(w, &goods[i]);
	return true;
}

static void
change_all(struct change_work *w, const struct draft *draft)
{
	struct change_goods goods[DRAFT_ITEMS];
	const struct change_goods *problem;

	if (!change_each(w, draft, goods))
		return;
	problem = first_problem(goods, draft->count);
	change_place(w);
	if (problem == NULL || w->changed + w->out_count > 0) {
		tell_changed(w);
		tell_not_changed(w, draft);
	}
	if (problem != NULL)
		tell_problem(w->desk, w->order, problem);
}

void
order_change_close(struct desk *desk)
{
	struct question q;

	if (ask_current(desk, &q) && q.kind == ASK_CHANGE)
		store_question_close(desk->store, q.id);
}

void
order_change_draft(
    struct desk *desk, const struct order *order, struct draft *draft)
{
	struct change_work w = {.desk = desk, .order = order};
	struct line open[DESK_LINES_MAX];

	desk_as(desk, "buyer");
	order_change_close(desk);
	store_message_set_order(desk->store, desk->cause_id, order->id);
	w.count = place_load(desk, order->id, w.lines);
	if (change_merge(open, w.lines, w.count) == 0)
		status_order(desk, order); /* it closed meanwhile */
	else if (draft->sure ||
		 !change_ask(desk, order, draft, w.lines, w.count))
		change_all(&w, draft);
}

/* -- what was said -------------------------------------------------------- */

/* "remove the onions": the reader asks of how much, and all of it is meant. */
static bool
only_leaves_out(const struct draft *draft)
{
	for (size_t i = 0; i < draft->count; i++)
		if (draft->items[i].qty_milli > 0)
			return false;
	return draft->change == INTENT_CHANGE_DROP;
}

/* "reduce 3kg": by so much, or to so much?  "make it 2-3": which? */
static void
keep_doubt(struct draft *draft, const struct change_heard *heard)
{
	draft->confirm = heard->doubt && !heard->either &&
			 (heard->unsure || !only_leaves_out(draft));
	if (heard->either && heard->doubt)
		draft->change =
		    heard->more ? INTENT_CHANGE_ADD : INTENT_CHANGE_DROP;
	for (size_t i = 0; i < draft->count; i++) {
		struct draft_item *it = &draft->items[i];

		it->unit_doubt = it->product[0] != '\0' &&
				 it->unit[0] == '\0' && it->qty_milli > 0;
		if (draft->change != INTENT_CHANGE_SET)
			it->qty_high_milli =
			    heard->either && heard->doubt && draft->count == 1
				? it->qty_milli
				: 0;
	}
	draft->confirm = draft->confirm ||
			 (heard->either && heard->doubt && draft->count > 1);
}

/* "make it half": of what there is, and that is asked (change_ask). */
static void
keep_share(struct draft *draft, const struct intent *intent)
{
	if (draft->count == 1 &&
	    ask_hear_is_share(&intent->items[0], intent->rest))
		draft->percent = (int)(intent->items[0].qty_milli / 10);
}

/* Too many doubts at once, or none that the order itself settles. */
static bool
is_unclear(const struct intent *intent, const struct change_heard *heard)
{
	if (intent->items_count == 0 || (heard->more && heard->less))
		return true;
	if (!intent->ask || intent->change == INTENT_CHANGE_DROP)
		return false;
	switch (intent->why) {
	case INTENT_ASK_CODE:
	case INTENT_ASK_QUANTITY:
	case INTENT_ASK_UNIT:
		return false;
	case INTENT_ASK_CONFIRM:
		return intent->items_count > 1 && heard->swap;
	case INTENT_ASK_NUMBER:
		return heard->more || heard->less || intent->items_count > 1 ||
		       intent->items[0].qty_high_milli == 0;
	case INTENT_ASK_NOTHING:
	case INTENT_ASK_PRODUCT:
	case INTENT_ASK_AMOUNT:
	case INTENT_ASK_VERB:
	case INTENT_ASK_WHICH:
		break;
	}
	return true;
}

/* "make me 5kg tomatoes" and nothing is open: perhaps an order. */
static bool
ask_order(struct desk *desk, const struct book *book)
{
	const struct intent_item *it = &desk->intent.items[0];
	struct draft draft;
	size_t at;

	if (book_count(book, BOOK_BUYER, &at) > 0 || it->product < 0 ||
	    !it->has_qty || desk->intent.change == INTENT_CHANGE_DROP ||
	    desk->intent.code[0] != '\0')
		return false;
	draft_from(&draft, desk->trade->catalogue, &desk->intent, INTENT_ORDER);
	draft.confirm = true;
	order_draft(desk, book, &draft, false);
	return true;
}

static bool
lacks_quantity(const struct draft *draft)
{
	for (size_t i = 0; i < draft->count; i++)
		if (draft->items[i].qty_milli <= 0 &&
		    (draft->change != INTENT_CHANGE_DROP ||
			draft->items[i].product[0] == '\0'))
			return true;
	return false;
}

/* "replace onions with 3kg potatoes": goods of the order without a quantity,
 * and one that it does not have.  To be asked about. */
static bool
is_in_place(
    struct desk *desk, const struct order *order, const struct draft *draft)
{
	struct line lines[DESK_LINES_MAX];
	size_t count = place_load(desk, order->id, lines), gone = 0, new = 0;

	for (size_t i = 0; i < draft->count; i++) {
		struct change_goods goods;

		change_judge(&goods, desk->trade->catalogue, lines, count,
		    &draft->items[i], INTENT_CHANGE_SET);
		gone += goods.fate == CHANGE_FINE && goods.all &&
			goods.agreed_milli == 0;
		new += goods.fate == CHANGE_NEW;
	}
	return draft->change == INTENT_CHANGE_SET && gone == 1 && new == 1 &&
	       draft->count == 2;
}

void
order_change(struct desk *desk, const struct book *book)
{
	struct intent *intent = &desk->intent;
	/* After "which order?" the words are those of the first text. */
	bool resumed = intent->rest.octets > 0;
	struct str said = resumed ? intent->rest : desk->text->text;
	struct change_heard heard;
	struct order order;
	struct draft draft;

	change_hear(&heard, desk, said);
	heard.doubt = resumed
			  ? heard.doubt
			  : intent->ask && intent->why == INTENT_ASK_CONFIRM;
	if (is_unclear(intent, &heard)) {
		letter_answer(desk, PHRASE_ASK_WHICH, &(struct words){0}, 0);
		return;
	}
	if (ask_order(desk, book))
		return;
	if (change_apart(desk, book))
		return;
	intent->rest = said;
	desk_as(desk, "buyer");
	change_find(desk, book);
	if (!pick_order(desk, book, BOOK_BUYER, PHRASE_NOTHING_OPEN, &order))
		return;
	if (intent->why == INTENT_ASK_PRODUCT)
		intent->why = INTENT_ASK_CONFIRM; /* the likeliest name */
	draft_from(&draft, desk->trade->catalogue, intent, INTENT_CHANGE);
	draft.change = (int)intent->change;
	keep_doubt(&draft, &heard);
	keep_share(&draft, intent);
	if (is_in_place(desk, &order, &draft))
		draft.confirm = true;
	else if (lacks_quantity(&draft))
		draft.count = 0;
	if (draft.count == 0)
		order_change_kept(desk, &order, NULL);
	else
		order_change_draft(desk, &order, &draft);
}
