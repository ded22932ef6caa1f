#include "handlers/change_plan.h"

#include <string.h>

#include "handlers/line.h"

static bool
may_change(const struct line *line)
{
	return line_takes(line->state, LINE_ACT_CHANGE);
}

/* Nothing has changed hands yet. */
static bool
is_ahead(const struct line *line)
{
	return line_is_searching(line->state) || line->state == LINE_CONFIRMED;
}

static bool
has_measure(const struct line *line, const char *unit)
{
	return stock_same_unit(
	    stock_unit_line(line), (struct stock_unit){unit, 0});
}

static bool
same_goods(const struct line *a, const struct line *b)
{
	return strcmp(a->product, b->product) == 0 && has_measure(a, b->unit);
}

/* -- which goods ---------------------------------------------------------- */

enum narrow {
	NARROW_AHEAD, /* what has not changed hands */
	NARROW_MEASURE, /* of that, what is in the measure that was said */
	NARROW_ANY, /* at last what is not closed */
};

static bool
fits(const struct line *line, const struct draft_item *item, enum narrow how)
{
	if (line_is_closed(line) ||
	    (item->product[0] != '\0' &&
		strcmp(line->product, item->product) != 0))
		return false;
	return how == NARROW_ANY ||
	       (is_ahead(line) &&
		   (how == NARROW_AHEAD || has_measure(line, item->unit)));
}

/* The one kind of goods that fits; *kinds says of how many. */
static const struct line *
only_kind(const struct line *lines, size_t count, const struct draft_item *item,
    enum narrow how, size_t *kinds)
{
	const struct line *found = NULL;

	*kinds = 0;
	for (size_t i = 0; i < count; i++) {
		if (!fits(&lines[i], item, how) ||
		    (found != NULL && same_goods(&lines[i], found)))
			continue;
		found = &lines[i];
		(*kinds)++;
	}
	return *kinds == 1 ? found : NULL;
}

static const struct line *
find_goods(const struct line *lines, size_t count,
    const struct draft_item *item, size_t *kinds)
{
	const struct line *line =
	    only_kind(lines, count, item, NARROW_AHEAD, kinds);
	size_t measured;

	if (*kinds == 0)
		return only_kind(lines, count, item, NARROW_ANY, kinds);
	if (*kinds == 1 || item->unit[0] == '\0')
		return line;
	return only_kind(lines, count, item, NARROW_MEASURE, &measured);
}

size_t
change_kinds(const char **keys, size_t keys_count, const struct line *lines,
    size_t count)
{
	size_t n = 0;

	for (size_t i = 0; i < count; i++) {
		bool seen = false;

		if (!is_ahead(&lines[i]))
			continue;
		for (size_t k = 0; k < i; k++)
			seen = seen || (is_ahead(&lines[k]) &&
					   strcmp(lines[k].product,
					       lines[i].product) == 0);
		if (seen)
			continue;
		if (n < keys_count)
			keys[n] = lines[i].product;
		n++;
	}
	return n;
}

/* -- how much ------------------------------------------------------------- */

static void
add_up(struct change_goods *out, const struct line *lines, size_t count)
{
	struct line kind = out->line;

	for (size_t i = 0; i < count; i++) {
		const struct line *line = &lines[i];

		if (line_is_closed(line) || !same_goods(line, &kind) ||
		    (is_ahead(&kind) && !is_ahead(line)))
			continue;
		out->now_milli += line->qty_milli;
		if (may_change(line))
			continue;
		out->agreed_milli += line->qty_milli;
		out->line = *line;
	}
}

static void
set_unit(struct change_goods *out, const char *name, int64_t grams)
{
	str_copy(
	    out->unit, sizeof(out->unit), str_from(*name ? name : "piece"));
	out->grams = grams;
}

/* What was said, in the order's measure if that holds it in whole: 20 kg are
 * no 0.222 bags.  False when the two cannot be compared. */
static bool
bring_together(struct change_goods *out, const struct catalogue *catalogue,
    const struct draft_item *item, int64_t *said)
{
	struct stock_unit own = stock_unit_line(&out->line);
	struct stock_unit other =
	    stock_unit_of(catalogue, out->product, item->unit);
	int64_t back, now;

	*said = item->qty_milli;
	if (item->unit[0] == '\0' || stock_same_unit(own, other))
		return true;
	if (!stock_convert(said, item->qty_milli, other, own, false)) {
		*said = item->qty_milli;
		return false;
	}
	if (out->agreed_milli > 0 ||
	    (stock_convert(&back, *said, own, other, false) &&
		back == item->qty_milli) ||
	    !stock_convert(&now, out->now_milli, own, other, false))
		return true;
	*said = item->qty_milli;
	out->now_milli = now;
	set_unit(out, item->unit, other.grams);
	return true;
}

static enum change_fate
judge_new(struct change_goods *out, const struct draft_item *item)
{
	if (item->product[0] != '\0')
		memcpy(out->product, item->product, sizeof(out->product));
	out->now_milli = out->agreed_milli = 0;
	out->after_milli = item->qty_milli;
	set_unit(out, item->unit, 0);
	return out->product[0] != '\0' && item->qty_milli > 0 ? CHANGE_NEW
							      : CHANGE_MISSING;
}

static enum change_fate
judge_quantity(struct change_goods *out, const struct draft_item *item,
    enum intent_change how, int64_t said, bool together)
{
	bool searching = out->agreed_milli < out->now_milli;

	if (!together && how == INTENT_CHANGE_ADD)
		return judge_new(out, item);
	if (!searching)
		return CHANGE_AGREED;
	if (!together && (how == INTENT_CHANGE_DROP || out->agreed_milli > 0))
		return CHANGE_MEASURE;
	if (how == INTENT_CHANGE_ADD)
		said = out->now_milli + said;
	else if (how == INTENT_CHANGE_DROP)
		said = out->now_milli - said;
	out->beyond = said < 0;
	if (out->beyond)
		said = 0;
	out->after_milli = said;
	if (!together)
		set_unit(out, item->unit, 0);
	out->other_measure = !together;
	return said < out->agreed_milli ? CHANGE_LEAST : CHANGE_FINE;
}

static enum change_fate
judge(struct change_goods *out, const struct catalogue *catalogue,
    const struct line *lines, size_t count, const struct draft_item *item,
    enum intent_change how)
{
	size_t kinds;
	const struct line *line = find_goods(lines, count, item, &kinds);
	int64_t said;
	bool together;

	if (kinds == 0)
		return how == INTENT_CHANGE_DROP ? CHANGE_MISSING
						 : judge_new(out, item);
	if (line == NULL)
		return CHANGE_WHICH;
	out->line = *line;
	memcpy(out->product, line->product, sizeof(out->product));
	set_unit(out, line->unit, line->unit_grams);
	add_up(out, lines, count);
	if (item->qty_milli <= 0) {
		out->all = true;
		return CHANGE_FINE;
	}
	together = bring_together(out, catalogue, item, &said);
	return judge_quantity(out, item, how, said, together);
}

void
change_judge(struct change_goods *out, const struct catalogue *catalogue,
    const struct line *lines, size_t count, const struct draft_item *item,
    enum intent_change how)
{
	memset(out, 0, sizeof(*out));
	out->fate = judge(out, catalogue, lines, count, item, how);
	if (out->product[0] != '\0' && out->grams == 0)
		out->grams =
		    stock_unit_of(catalogue, out->product, out->unit).grams;
}

/* -- line by line --------------------------------------------------------- */

/* A line's quantity in the measure of the whole; 0: cannot be told. */
static int64_t
quantity_of(const struct change_goods *goods, const struct line *line)
{
	int64_t milli;

	return stock_convert(&milli, line->qty_milli, stock_unit_line(line),
		   (struct stock_unit){goods->unit, goods->grams}, false)
		   ? milli
		   : 0;
}

static bool
is_shared(const struct change_goods *goods, const struct line *line)
{
	return same_goods(line, &goods->line) && !line_is_closed(line) &&
	       (goods->all ? line_takes(line->state, LINE_ACT_CANCEL)
			   : may_change(line));
}

/* From the first on they keep what they have, the last takes what is left. */
void
change_share(int64_t *want, const struct change_goods *goods,
    const struct line *lines, size_t count)
{
	int64_t left = goods->after_milli - goods->agreed_milli;
	size_t last = count;

	for (size_t i = 0; i < count; i++)
		if (is_shared(goods, &lines[i]))
			last = i;
	for (size_t i = 0; i < count; i++) {
		int64_t own = quantity_of(goods, &lines[i]);

		want[i] = -1;
		if (!is_shared(goods, &lines[i]))
			continue;
		want[i] = goods->all ? 0 : i == last || own > left ? left : own;
		left -= want[i];
		if (want[i] == own && own > 0)
			want[i] = -1;
	}
}

size_t
change_merge(struct line *dst, const struct line *lines, size_t count)
{
	size_t n = 0;

	for (size_t i = 0; i < count; i++) {
		size_t k = 0;

		if (line_is_closed(&lines[i]))
			continue;
		while (k < n && !same_goods(&dst[k], &lines[i]))
			k++;
		if (k < n) {
			dst[k].qty_milli += lines[i].qty_milli;
			continue;
		}
		dst[n] = lines[i];
		dst[n].accepted_milli = -1;
		dst[n++].price_minor = -1; /* that of one seller */
	}
	return n;
}
