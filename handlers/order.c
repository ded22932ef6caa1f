#include "handlers/order.h"

#include <string.h>

#include "base/buf.h"

#include "gateway/store/store_message.h"

#include "handlers/ask.h"
#include "handlers/keep.h"
#include "handlers/letter.h"
#include "handlers/line.h"
#include "handlers/order_ask.h"
#include "handlers/order_same.h"
#include "handlers/place.h"
#include "handlers/sale_buy.h"
#include "handlers/sale_order.h"
#include "handlers/sell.h"
#include "handlers/stock.h"
#include "handlers/unusual.h"
#include "handlers/value.h"

#define CHAIN 24 /* texts of a phone looked back on */

enum order_verdict
order_judge(const struct order_facts *facts)
{
	if (facts->repeated && !facts->again)
		return ORDER_REPEATED;
	if (!facts->known && facts->open > 0)
		return ORDER_FIRST_OPEN;
	if (facts->limit > 0 && facts->open >= (size_t)facts->limit)
		return ORDER_TOO_MANY;
	if (facts->worth_limit > 0 && facts->worth > facts->worth_limit)
		return ORDER_TOO_DEAR;
	return ORDER_FINE;
}

/* -- facts --------------------------------------------------------------- */

struct earlier {
	struct desk *desk;
	struct str text; /* empty: any text that made an order */
	int64_t order_id;
};

static bool
says(const struct earlier *e, int64_t message_id)
{
	struct message m;

	return store_message_get(e->desk->store, message_id, &m) &&
	       str_equal_nocase(str_trim(str_from(m.text)), e->text);
}

static bool
earlier_look(void *arg, const struct message *m)
{
	struct earlier *e = arg;
	struct order order;

	if (m->out || m->id == e->desk->cause_id)
		return true;
	if (e->text.octets > 0 &&
	    m->time_ms + ORDER_REPEAT_MS < e->desk->now_ms)
		return false;
	if (m->order_id == 0 || (e->text.octets > 0 && !says(e, m->id)))
		return true;
	/* Only the text that made it, not an answer about it. */
	if (!store_order_get(e->desk->store, m->order_id, &order) ||
	    order.message_id != m->id ||
	    (e->text.octets > 0 && order.closed_ms != 0))
		return true;
	e->order_id = m->order_id;
	return false;
}

static int64_t
earlier_order(struct desk *desk, struct str text)
{
	struct earlier e = {desk, str_trim(text), 0};

	store_message_heads(
	    desk->store, desk->text->phone_id, CHAIN, earlier_look, &e);
	return e.order_id;
}

static bool
still_open(void *arg, const struct line *line)
{
	if (line_is_searching(line->state) || line->state == LINE_CONFIRMED)
		*(bool *)arg = true;
	return true;
}

static size_t
open_orders(struct desk *desk, const struct book *book, int64_t *first_out)
{
	size_t count = 0;

	*first_out = 0;
	for (size_t i = 0; i < book->count; i++) {
		bool open = false;

		if ((book->orders[i].parts & BOOK_BUYER) == 0)
			continue;
		store_line_of_order(
		    desk->store, book->orders[i].order_id, still_open, &open);
		if (open && count++ == 0)
			*first_out = book->orders[i].order_id;
	}
	return count;
}

static void
say_of_order(struct desk *desk, enum phrase phrase, int64_t order_id)
{
	struct line lines[DESK_LINES_MAX];
	size_t count = place_load(desk, order_id, lines);
	struct letter letter;
	struct letter_goods goods;
	struct order order;
	struct letter_about about = {.order_id = order_id};

	if (!store_order_get(desk->store, order_id, &order))
		return;
	letter_to_sender(&letter, desk);
	letter_goods(&goods, &letter, &order, lines, count);
	letter_send(&letter, phrase,
	    &(struct words){
		.code = order.code, .items = goods.items, .day = goods.day},
	    &about);
}

/* -- making it ----------------------------------------------------------- */

/* The highest price per unit of the line, -1 none.  A sum "in all" is shared
 * out when the order has one line only. */
static int64_t
price_max(struct desk *desk, const struct draft *draft,
    const struct draft_item *it, const struct line *line)
{
	int64_t milli = it->price_milli ? it->price_milli : draft->price_milli;
	const char *per = it->price_milli ? it->price_per : draft->price_per;
	int64_t minor, out;

	if (milli <= 0)
		return -1;
	minor = amount_minor(desk->market, milli);
	if (*per == '\0' && it->price_milli == 0) {
		if (draft->count != 1 || minor > INT64_MAX / 1000)
			return -1;
		return minor * 1000 / line->qty_milli;
	}
	if (*per == '\0')
		return minor;
	return stock_price(&out, minor,
		   stock_unit_of(desk->trade->catalogue, line->product, per),
		   stock_unit_line(line))
		   ? out
		   : -1;
}

static size_t
add_lines(struct desk *desk, const struct order *order,
    const struct draft *draft, struct line *lines)
{
	size_t n = 0;

	for (size_t i = 0; i < draft->count; i++) {
		const struct draft_item *it = &draft->items[i];
		struct line *line = &lines[n];

		memset(line, 0, sizeof(*line));
		line->order_id = order->id;
		memcpy(line->product, it->product, sizeof(line->product));
		str_copy(line->unit, sizeof(line->unit),
		    str_from(*it->unit ? it->unit : "piece"));
		line->qty_milli = it->qty_milli;
		line->unit_grams = stock_unit_of(
		    desk->trade->catalogue, line->product, line->unit)
				       .grams;
		line->price_max_minor = price_max(desk, draft, it, line);
		line->price_minor = -1;
		line->accepted_milli = -1;
		line_add(desk, line, "ordered");
		if (line->id != 0)
			n++;
	}
	return n;
}

/* What only a text says that nobody has it. */
static void
say_lack(struct words *words, char price[AMOUNT_OCTETS],
    const struct letter *letter, const struct line *line,
    const struct place_result *r)
{
	words->product = amount_product(&letter->style, line->product);
	words->unit = amount_unit(&letter->style, r->unit, false);
	words->price =
	    amount_price(price, &letter->style, r->lowest_minor, line->unit);
}

static void
tell_outcome(struct desk *desk, const struct order *order, struct line *lines,
    size_t count, const struct place_result *r)
{
	struct letter letter;
	struct letter_goods goods;
	char price[AMOUNT_OCTETS], time[16];
	struct buf clock = buf_over(time, sizeof(time));
	struct letter_about about = {.order_id = order->id};
	enum phrase phrase = PHRASE_ORDER_TAKEN;
	struct words words = {.code = order->code, .time = time};
	bool lacks = r->offered == 0 && r->seeking == 0 && r->waiting == 0;
	int minute;

	letter_to_sender(&letter, desk);
	if (r->offered == 0 && r->seeking > 0)
		phrase = PHRASE_ORDER_LOOKING;
	else if (lacks)
		phrase = r->why == ALLOC_PRICE  ? PHRASE_ORDER_PRICE
			 : r->why == ALLOC_UNIT ? PHRASE_ORDER_UNIT
						: PHRASE_ORDER_NOBODY;
	else if (r->offered + r->unsure == 0)
		phrase = PHRASE_ORDER_ASLEEP;
	minute = market_local_minute(desk->market, r->wakes_ms);
	buf_add_format(&clock, "%02d:%02d", minute / 60, minute % 60);
	for (size_t i = 0; i < count; i++)
		lines[i].price_minor = -1; /* not agreed yet: not told */
	letter_goods(&goods, &letter, order, lines, count);
	words.items = goods.items;
	words.day = goods.day;
	if (lacks)
		say_lack(&words, price, &letter, &lines[0], r);
	letter_send(&letter, phrase, &words, &about);
}

/* Some lines found nobody, others did: a second text says which. */
static void
tell_gone(
    struct desk *desk, const struct order *order, const struct place_result *r)
{
	struct letter letter;
	struct letter_goods goods;
	struct letter_about about = {.order_id = order->id};

	if (r->unfilled == 0 ||
	    r->offered + r->waiting + r->kept_count + r->seeking == 0)
		return;
	letter_to_sender(&letter, desk);
	letter_goods(&goods, &letter, order, r->gone, r->unfilled);
	letter_send(&letter, PHRASE_LINE_NOBODY,
	    &(struct words){.code = order->code, .items = goods.items}, &about);
}

static bool
is_kept(const struct place_result *r, int64_t line_id)
{
	for (size_t i = 0; i < r->kept_count; i++)
		if (r->kept[i].id == line_id)
			return true;
	return false;
}

/* The lines that go on, in front. */
static size_t
keep_going(struct line *lines, size_t count, const struct place_result *r)
{
	size_t n = 0;

	for (size_t i = 0; i < count; i++)
		if (lines[i].state != LINE_UNFILLED && !is_kept(r, lines[i].id))
			lines[n++] = lines[i];
	return n;
}

/* What the buyer hears of each line: how it goes on, what must wait, what
 * nobody has. */
static void
tell_all(struct desk *desk, const struct order *order, struct line *lines,
    size_t count, const struct place_result *r)
{
	size_t going = keep_going(lines, count, r);

	if (going > 0 || r->kept_count == 0)
		tell_outcome(desk, order, lines, going ? going : count, r);
	if (r->kept_count > 0)
		keep_tell(desk, order, r->kept, r->kept_count, &r->keep);
	tell_gone(desk, order, r);
}

static void
order_make(struct desk *desk, const struct draft *draft)
{
	struct order order = {0};
	struct line lines[DESK_LINES_MAX];
	struct place_result result;
	struct alloc_wish wish = {.name = str_from(draft->seller)};
	size_t count;

	desk_as(desk, "buyer");
	order.buyer_id = desk->from.id;
	order.phone_id = desk->text->phone_id;
	order.message_id = desk->cause_id;
	order.created_ms = desk->now_ms;
	order.changed_ms = desk->now_ms;
	memcpy(order.place, draft->place, sizeof(order.place));
	memcpy(order.on_behalf, draft->on_behalf, sizeof(order.on_behalf));
	day_keep(order.day, desk->market, desk->now_ms, draft->day,
	    desk->clock_sure);
	store_order_add(
	    desk->store, &order, desk->trade->random, desk->trade->random_arg);
	if (order.id == 0)
		return;
	store_message_set_order(desk->store, desk->cause_id, order.id);
	count = add_lines(desk, &order, draft, lines);
	for (size_t i = 0; i < count; i++)
		unusual_note(desk, order.buyer_id, &lines[i]);
	place_lines(desk, &order, lines, count, &wish, &result);
	tell_all(desk, &order, lines, count, &result);
	if (count > 0 && result.unfilled == count)
		(void)sale_order_hint(desk, result.gone[0].product);
}

/* Looked at only where there is a limit. */
static void
weigh(struct order_facts *facts, const struct desk *desk,
    const struct book *book, const struct draft *draft)
{
	facts->worth_limit = desk->market->value_per_person_minor;
	if (facts->worth_limit > 0 &&
	    __builtin_add_overflow(value_open(desk, book),
		value_wanted(desk, draft), &facts->worth))
		facts->worth = INT64_MAX;
}

static void
order_try(
    struct desk *desk, const struct book *book, struct draft *draft, bool again)
{
	int64_t first, same = again ? 0 : earlier_order(desk, desk->text->text);
	struct order_facts facts = {.repeated = same != 0,
	    .again = again,
	    .known = desk->from.got_count > 0 || desk->from.roles != 0,
	    .open = open_orders(desk, book, &first),
	    .limit = desk->market->open_orders_per_person};
	char n[16];
	struct buf figure = buf_over(n, sizeof(n));

	weigh(&facts, desk, book, draft);
	switch (order_judge(&facts)) {
	case ORDER_FINE:
		same = again ? 0 : order_same(desk, book, draft);
		if (same != 0)
			order_ask_twice(desk, draft, same);
		else if (draft->sale_id != 0)
			sale_buy_draft(desk, draft);
		else
			order_make(desk, draft);
		break;
	case ORDER_REPEATED:
		say_of_order(desk, PHRASE_ORDER_REPEAT, same);
		break;
	case ORDER_FIRST_OPEN:
		say_of_order(desk, PHRASE_ORDER_FIRST, first);
		break;
	case ORDER_TOO_MANY:
		buf_add_format(&figure, "%zu", facts.open);
		letter_answer(
		    desk, PHRASE_ORDER_LIMIT, &(struct words){.n = n}, 0);
		break;
	case ORDER_TOO_DEAR:
		value_say(desk, facts.worth);
		break;
	}
}

/* -- from the draft ----------------------------------------------------- */

/* What is said in whole outruns an older question. */
static void
close_draft(struct desk *desk)
{
	struct question q;

	if (ask_current(desk, &q) && q.kind == ASK_DRAFT)
		store_question_close(desk->store, q.id);
}

void
order_draft(
    struct desk *desk, const struct book *book, struct draft *draft, bool again)
{
	close_draft(desk);
	if (draft->verb == INTENT_ORDER) {
		if (draft->sale_id == 0)
			order_ask_units(desk, draft);
		if (!draft->sure && unusual_draft(desk, desk->from.id, draft))
			draft->confirm = true;
	}
	draft->asked = draft_lack(draft, &draft->at);
	if (draft->asked != DRAFT_WHOLE)
		order_ask(desk, draft);
	else if (draft->verb == INTENT_ORDER)
		order_try(desk, book, draft, again);
	else
		sell_draft(desk, draft);
}

void
order_text(struct desk *desk, const struct book *book, bool again)
{
	struct draft draft;
	int64_t same;

	draft_from(&draft, desk->trade->catalogue, &desk->intent, INTENT_ORDER);
	if (draft.count == 0) {
		letter_answer(desk, PHRASE_ASK_VERB, &(struct words){0}, 0);
		return;
	}
	/* "Again 5 kg tomato", and the same words once more. */
	same = again ? earlier_order(desk, desk->text->text) : 0;
	if (same != 0)
		order_ask_twice(desk, &draft, same);
	else
		order_draft(desk, book, &draft, again);
}

/* -- once more ----------------------------------------------------------- */

bool
order_cut_again(const struct desk *desk, struct str *text)
{
	return phrase_cut_word(desk->trade->phrases, PHRASE_WORD_AGAIN, text);
}

static void
draft_of_order(struct draft *draft, struct desk *desk, int64_t order_id)
{
	struct line lines[DESK_LINES_MAX];
	size_t count = place_load(desk, order_id, lines);

	memset(draft, 0, sizeof(*draft));
	draft->verb = INTENT_ORDER;
	for (size_t i = 0; i < count && draft->count < DRAFT_ITEMS; i++) {
		struct draft_item *it = &draft->items[draft->count++];

		memcpy(it->product, lines[i].product, sizeof(it->product));
		str_copy(it->unit, sizeof(it->unit), str_from(lines[i].unit));
		it->qty_milli = lines[i].qty_milli;
	}
}

void
order_again(struct desk *desk, const struct book *book)
{
	int64_t order_id = earlier_order(desk, STR(""));
	struct draft draft;
	struct order order;

	if (order_id == 0 || !store_order_get(desk->store, order_id, &order)) {
		letter_answer(
		    desk, PHRASE_ORDER_AGAIN_NONE, &(struct words){0}, 0);
		return;
	}
	draft_of_order(&draft, desk, order_id);
	memcpy(draft.place, order.place, sizeof(draft.place));
	memcpy(draft.on_behalf, order.on_behalf, sizeof(draft.on_behalf));
	if (day_number(order.day) >=
	    market_local_day(desk->market, desk->now_ms))
		str_copy(draft.day, sizeof(draft.day), str_from(order.day));
	/* AGAIN made that one a moment ago: by accident twice, perhaps. */
	if (earlier_order(desk, desk->text->text) == order_id)
		order_ask_twice(desk, &draft, order_id);
	else
		order_draft(desk, book, &draft, true);
}
