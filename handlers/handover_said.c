#include "handlers/handover_said.h"

#include <ctype.h>
#include <string.h>

#include "gateway/store/store_message.h"

#include "handlers/ask_hear.h"
#include "handlers/day.h"
#include "handlers/intent_trace.h"
#include "handlers/order.h"
#include "handlers/stock.h"

#define LATELY_TEXTS 16
#define NAME_OCTETS 2
#define NEAREST_DAYS 3 /* "friday" is the last one beyond that */

static bool
is_named(const struct desk *desk, const struct intent_trace *trace,
    const struct line *line)
{
	int product = catalogue_find(desk->trade->catalogue, line->product);

	for (size_t i = 0; i < trace->count; i++)
		for (size_t k = 0; k < trace->spans[i].products_count; k++)
			if (trace->spans[i].products[k] == product)
				return true;
	return false;
}

static bool
is_letter(char c)
{
	return (unsigned char)c >= 0x80 || isalnum((unsigned char)c);
}

/* Their first name, as a word of its own. */
static bool
says_name(struct str text, const struct person *person)
{
	struct str whole = str_from(person->name), name;

	if (!str_cut(&name, &whole, ' ') || name.octets < NAME_OCTETS)
		return false;
	for (size_t i = 0; i + name.octets <= text.octets; i++)
		if (str_equal_nocase(str_of(text.at + i, name.octets), name) &&
		    (i == 0 || !is_letter(text.at[i - 1])) &&
		    (i + name.octets == text.octets ||
			!is_letter(text.at[i + name.octets])))
			return true;
	return false;
}

/* "From Juma", of what several farmers have: his lines in front. */
static size_t
of_named_seller(struct desk *desk, struct line *lines, size_t count)
{
	int64_t named = 0;
	size_t n = 0;

	for (size_t i = 0; i < count; i++) {
		struct person seller;

		if (lines[i].seller_id == named ||
		    !store_person_get(
			desk->store, lines[i].seller_id, &seller) ||
		    !says_name(desk->text->text, &seller))
			continue;
		if (named != 0)
			return count; /* both are named */
		named = lines[i].seller_id;
	}
	for (size_t i = 0; named != 0 && i < count; i++)
		if (lines[i].seller_id == named)
			lines[n++] = lines[i];
	return n > 0 ? n : count;
}

size_t
handover_named_only(struct desk *desk, struct line *lines, size_t count)
{
	struct intent_trace trace;
	struct intent intent;
	size_t n = 0;

	count = of_named_seller(desk, lines, count);
	intent_explain(&intent, &trace, desk->trade->lexicon,
	    desk->trade->catalogue, desk->text->text, NULL);
	for (size_t i = 0; i < count; i++)
		n += is_named(desk, &trace, &lines[i]);
	if (n == 0 || n == count)
		return count;
	n = 0;
	for (size_t i = 0; i < count; i++)
		if (is_named(desk, &trace, &lines[i]))
			lines[n++] = lines[i];
	return n;
}

/* "GOT K7F 4": what follows is read as the answer to "how much?". */
static void
read_quantity(struct desk *desk, struct intent *out)
{
	struct intent_question question = {.kind = INTENT_QUESTION_QUANTITY};
	struct intent_limits limits;
	struct intent_hints hints = {.limits = desk_limits(&limits, desk),
	    .lang = desk->lang,
	    .question = &question};

	intent_parse(out, desk->trade->lexicon, desk->trade->catalogue,
	    desk->intent.rest, &hints);
}

int64_t
handover_said_milli(struct desk *desk, const struct line *line)
{
	const struct intent_item *it = &desk->intent.items[0];
	struct str text = desk->text->text;
	struct intent rest;
	int64_t out;

	if (desk->intent.items_count == 0 && desk->intent.rest.octets > 0) {
		read_quantity(desk, &rest);
		it = &rest.items[0];
		text = desk->intent.rest;
		if (rest.items_count != 1)
			return 0;
	} else if (desk->intent.items_count != 1) {
		return 0;
	}
	if (!it->has_qty)
		return 0;
	if (ask_hear_is_share(it, text))
		return line->qty_milli * it->qty_milli / 1000;
	if (it->unit[0] == '\0')
		return it->qty_milli;
	return stock_convert(&out, it->qty_milli,
		   stock_unit_of(
		       desk->trade->catalogue, line->product, it->unit),
		   stock_unit_line(line), false)
		   ? out
		   : 0;
}

bool
handover_said_later(const struct desk *desk)
{
	char kept[DAY_OCTETS];
	int64_t today = market_local_day(desk->market, desk->now_ms), day;

	if (strcmp(desk->intent.day, "tomorrow") == 0)
		return true;
	day_keep(kept, desk->market, desk->now_ms, desk->intent.day,
	    desk->clock_sure);
	day = day_number(kept);
	return day > today && day - today <= NEAREST_DAYS;
}

struct lately {
	const struct desk *desk;
	int64_t order_id;
	bool found;
};

static bool
lately_look(void *arg, const struct message *m)
{
	struct lately *l = arg;
	const struct desk *desk = l->desk;

	if (m->time_ms + ORDER_REPEAT_MS < desk->now_ms)
		return false;
	l->found = !m->out && m->id < desk->cause_id &&
		   m->order_id == l->order_id &&
		   str_equal_nocase(
		       str_trim(str_from(m->text)), str_trim(desk->text->text));
	return !l->found;
}

bool
handover_said_lately(struct desk *desk, int64_t order_id)
{
	struct lately l = {desk, order_id, false};

	store_message_chain(
	    desk->store, desk->text->phone_id, LATELY_TEXTS, lately_look, &l);
	return l.found;
}

static bool
same_goods(const struct line *a, const struct line *b)
{
	return strcmp(a->product, b->product) == 0 &&
	       stock_same_unit(stock_unit_line(a), stock_unit_line(b));
}

bool
handover_said_part(struct desk *desk, const struct line *lines, size_t count)
{
	int64_t most = 0, sum = 0;
	bool same = true;

	for (size_t i = 0; count > 1 && i < count; i++) {
		int64_t said = handover_said_milli(desk, &lines[i]);

		if (said > most)
			most = said;
		sum += lines[i].qty_milli;
		same = same && same_goods(&lines[i], &lines[0]);
	}
	return most > 0 && (!same || most != sum);
}
