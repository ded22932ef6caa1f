#include "handlers/change_ask.h"

#include <string.h>

#include "base/buf.h"

#include "handlers/change_do.h"
#include "handlers/change_letter.h"
#include "handlers/letter.h"
#include "handlers/order_change.h"
#include "handlers/unusual.h"

static void
judge(const struct change_asking *a, struct change_goods *out,
    const struct draft_item *item, int how)
{
	change_judge(out, a->desk->trade->catalogue, a->lines, a->count, item,
	    (enum intent_change)how);
}

/* -- of which goods? ------------------------------------------------------ */

static bool
ask_goods(struct change_asking *a)
{
	const char *keys[DRAFT_CHOICES];
	size_t kinds = change_kinds(keys, DRAFT_CHOICES, a->lines, a->count);
	struct draft *draft = a->draft;
	char list[300];
	bool which = false;

	for (size_t i = 0; i < draft->count; i++)
		which = which || a->goods[i].fate == CHANGE_WHICH;
	if (!which)
		return false;
	if (draft->count > 1 || draft->items[0].product[0] != '\0' ||
	    kinds < 2 || kinds > DRAFT_CHOICES) {
		order_change_kept(a->desk, a->order, NULL);
		return true;
	}
	draft->asked = DRAFT_PRODUCT;
	draft->choices_count = kinds;
	for (size_t i = 0; i < kinds; i++)
		str_copy(draft->choices[i], sizeof(draft->choices[i]),
		    str_from(keys[i]));
	change_list_kinds(list, a);
	change_question(a->desk, a->order, draft, PHRASE_ASK_CHANGE_GOODS,
	    &(struct words){.list = list});
	return true;
}

/* -- half of it ----------------------------------------------------------- */

/* No half pieces. */
static void
take_share_of(struct change_asking *a, size_t i)
{
	const struct change_goods *g = &a->goods[i];
	struct draft_item *it = &a->draft->items[i];

	if (g->now_milli <= 0)
		return;
	it->qty_milli = g->now_milli * a->draft->percent / 100;
	if (strcmp(g->unit, "piece") == 0)
		it->qty_milli = (it->qty_milli + 999) / 1000 * 1000;
	it->qty_high_milli = it->qty_high_milli > 0 ? it->qty_milli : 0;
	str_copy(it->unit, sizeof(it->unit), str_from(g->unit));
	it->unit_doubt = false;
	judge(a, &a->goods[i], it, a->draft->change);
}

/* A share becomes so much of what there is, once we know of which goods; and
 * that is asked. */
static void
take_share(struct change_asking *a)
{
	if (a->draft->percent == 0 || a->goods[0].fate == CHANGE_WHICH)
		return;
	for (size_t i = 0; i < a->draft->count; i++)
		take_share_of(a, i);
	a->draft->percent = 0;
	a->draft->confirm = true;
}

/* -- which of two results? ------------------------------------------------ */

/* A reading that goes where they wanted to go. */
static bool
makes_sense(const struct change_goods *g, int how)
{
	if (g->fate != CHANGE_FINE || g->other_measure || g->after_milli <= 0)
		return false;
	if (how == INTENT_CHANGE_ADD)
		return g->after_milli > g->now_milli;
	return how == INTENT_CHANGE_SET || g->after_milli < g->now_milli;
}

/* The other reading of the one item: that much in all, or that many pieces. */
static bool
other_reading(const struct change_asking *a, struct draft_item *other, int *how)
{
	*other = a->draft->items[0];
	*how = a->draft->change;
	if (other->qty_high_milli > 0) {
		other->qty_milli = other->qty_high_milli;
		other->qty_high_milli = 0;
		*how = INTENT_CHANGE_SET;
		return true;
	}
	if (!other->unit_doubt || a->goods[0].fate != CHANGE_FINE)
		return false;
	str_copy(other->unit, sizeof(other->unit), STR("piece"));
	other->unit_doubt = false;
	return true;
}

/* In such an order that a figure sent back is never the other's number. */
static void
put_choices(struct draft *draft, const struct change_goods *one,
    const struct change_goods *two)
{
	struct draft_item *it = &draft->items[0];
	bool swap = one->after_milli == 2000 || two->after_milli == 1000;

	memcpy(it->product, one->product, sizeof(it->product));
	str_copy(it->unit, sizeof(it->unit), str_from(one->unit));
	it->qty_milli = (swap ? two : one)->after_milli;
	it->qty_high_milli = (swap ? one : two)->after_milli;
	it->unit_doubt = false;
	draft->change = INTENT_CHANGE_SET;
	draft->asked = DRAFT_NUMBER;
}

static void
send_choices(struct change_asking *a, const struct change_goods *two)
{
	struct amount_style style = desk_style(a->desk, a->desk->lang);
	const struct draft_item *it = &a->draft->items[0];
	char low[AMOUNT_OCTETS], high[AMOUNT_OCTETS], now[DRAFT_TEXT_OCTETS],
	    then[DRAFT_TEXT_OCTETS];
	char list[2 * AMOUNT_OCTETS + 16];
	struct buf out = buf_over(list, sizeof(list));

	change_before_after(a, now, then);
	put_choices(a->draft, &a->goods[0], two);
	buf_add_format(&out, "1) %s 2) %s",
	    amount_qty(low, &style, it->qty_milli, it->unit),
	    amount_qty(high, &style, it->qty_high_milli, it->unit));
	change_question(a->desk, a->order, a->draft, PHRASE_ASK_CHANGE_NUMBER,
	    &(struct words){.left = now, .list = list});
}

static bool
ask_results(struct change_asking *a)
{
	struct draft *draft = a->draft;
	struct draft_item *it = &draft->items[0], other;
	struct change_goods two;
	int how;
	bool first, second, by_or_to = it->qty_high_milli > 0;

	if (draft->count != 1 || !other_reading(a, &other, &how))
		return false;
	judge(a, &two, &other, how);
	first = makes_sense(&a->goods[0], draft->change);
	second = makes_sense(&two, draft->change);
	if (first && second && strcmp(a->goods[0].unit, two.unit) == 0 &&
	    a->goods[0].after_milli != two.after_milli) {
		send_choices(a, &two);
		return true;
	}
	if (!first && !second && by_or_to && a->goods[0].fate == CHANGE_FINE) {
		it->qty_high_milli = 0;
		draft->confirm = true;
		if (a->goods[0].after_milli == 0 && !a->goods[0].beyond)
			return false; /* all of it: to be left out? */
		order_change_kept(a->desk, a->order, &a->goods[0]);
		return true;
	}
	if (!first && second) {
		*it = other;
		draft->change = how;
		a->goods[0] = two;
	}
	it->qty_high_milli = 0;
	return false;
}

/* -- yes or no? ----------------------------------------------------------- */

/* "add 2 onions" where onions are sold by the kg: the question shows it. */
static bool
takes_measure_of_sale(struct change_asking *a, size_t i)
{
	struct change_goods *g = &a->goods[i];
	struct line line = {.order_id = a->order->id,
	    .qty_milli = g->after_milli,
	    .price_max_minor = -1};
	char unit[16];

	if (g->fate != CHANGE_NEW || a->draft->items[i].unit[0] != '\0')
		return false;
	memcpy(line.product, g->product, sizeof(line.product));
	str_copy(line.unit, sizeof(line.unit), str_from(g->unit));
	if (change_sold(a->desk, a->order, &line, unit) || unit[0] == '\0')
		return false;
	str_copy(g->unit, sizeof(g->unit), str_from(unit));
	return true;
}

static bool
is_unusual(const struct change_asking *a, const struct change_goods *g)
{
	return g->after_milli > 0 &&
	       (g->fate == CHANGE_NEW || g->other_measure ||
		   g->after_milli > g->now_milli) &&
	       unusual_quantity(a->desk, a->order->buyer_id, g->product,
		   g->unit, g->after_milli);
}

static bool
is_doubtful(const struct change_asking *a, size_t i)
{
	const struct change_goods *g = &a->goods[i];
	const struct draft_item *it = &a->draft->items[i];

	if (g->fate != CHANGE_FINE && g->fate != CHANGE_NEW)
		return false;
	if (g->fate == CHANGE_FINE && !g->other_measure && !it->unit_doubt &&
	    g->after_milli == g->now_milli)
		return false; /* nothing changes */
	return (a->draft->confirm && (it->qty_milli > 0 || g->all)) ||
	       g->beyond ||
	       (g->fate == CHANGE_NEW &&
		   (a->draft->change != INTENT_CHANGE_ADD ||
		       it->product[0] == '\0')) ||
	       (g->fate == CHANGE_FINE && it->unit_doubt &&
		   strcmp(g->unit, "piece") != 0) ||
	       is_unusual(a, g);
}

/* The results take the place of what was said. */
static void
keep_results(struct change_asking *a)
{
	struct draft *draft = a->draft;
	size_t n = 0;

	for (size_t i = 0; i < draft->count; i++) {
		const struct change_goods *g = &a->goods[i];
		struct draft_item *it = &draft->items[n];
		int64_t price = draft->items[i].price_milli;

		if (g->fate != CHANGE_FINE && g->fate != CHANGE_NEW)
			continue;
		memset(it, 0, sizeof(*it));
		memcpy(it->product, g->product, sizeof(it->product));
		str_copy(it->unit, sizeof(it->unit), str_from(g->unit));
		it->qty_milli = g->after_milli;
		n++;
		if (draft->price_milli == 0)
			draft->price_milli = price; /* told not to change */
	}
	draft->count = n;
	draft->change = INTENT_CHANGE_SET;
	draft->confirm = false;
	draft->asked = DRAFT_CONFIRM;
}

/* What the question cannot be about any more. */
static void
tell_agreed(const struct change_asking *a)
{
	for (size_t i = 0; i < a->draft->count; i++)
		if (a->goods[i].fate == CHANGE_AGREED ||
		    a->goods[i].fate == CHANGE_LEAST) {
			order_change_agreed(
			    a->desk, a->order, &a->goods[i].line);
			return;
		}
}

static bool
ask_sure(struct change_asking *a)
{
	char now[DRAFT_TEXT_OCTETS] = "", then[DRAFT_TEXT_OCTETS] = "";
	bool doubtful = false;

	for (size_t i = 0; i < a->draft->count; i++)
		doubtful = takes_measure_of_sale(a, i) || is_doubtful(a, i) ||
			   doubtful;
	if (!doubtful)
		return false;
	change_before_after(a, now, then);
	tell_agreed(a);
	keep_results(a);
	if (then[0] == '\0')
		change_question(a->desk, a->order, a->draft, PHRASE_ASK_CANCEL,
		    &(struct words){.items = now});
	else
		change_question(a->desk, a->order, a->draft, PHRASE_ASK_CHANGE,
		    &(struct words){.left = now, .items = then});
	return true;
}

/* "make it 2" of 10 kg, 3 of them promised: then 3, and look for no more? */
static bool
ask_least(struct change_asking *a)
{
	struct change_goods *g = &a->goods[0];
	struct amount_style style = desk_style(a->desk, a->desk->lang);
	char qty[AMOUNT_OCTETS], then[AMOUNT_OCTETS], name[64];
	struct person seller;

	if (a->draft->count != 1 || g->fate != CHANGE_LEAST ||
	    g->line.state != LINE_CONFIRMED ||
	    !store_person_get(a->desk->store, g->line.seller_id, &seller))
		return false;
	letter_name(name, &seller);
	g->fate = CHANGE_FINE;
	g->after_milli = g->agreed_milli;
	keep_results(a);
	change_question(a->desk, a->order, a->draft, PHRASE_ASK_CHANGE_LEAST,
	    &(struct words){.name = *seller.name ? name : "",
		.phone = seller.number,
		.qty = amount_qty(qty, &style, g->agreed_milli, g->unit),
		.items = amount_goods(
		    then, &style, g->product, g->agreed_milli, g->unit, 0)});
	return true;
}

bool
change_ask(struct desk *desk, const struct order *order, struct draft *draft,
    const struct line *lines, size_t count)
{
	struct change_asking a = {.desk = desk,
	    .order = order,
	    .draft = draft,
	    .lines = lines,
	    .count = count};

	for (size_t i = 0; i < draft->count; i++)
		judge(&a, &a.goods[i], &draft->items[i], draft->change);
	take_share(&a);
	return ask_goods(&a) || ask_results(&a) || ask_least(&a) ||
	       ask_sure(&a);
}
