/* change_plan - what a second thought would make of an order, before anything
 * is done.
 *
 * In:  the lines of the order, one kind of goods as it was said, and how
 *      (make it so much, so much more, so much less).
 * Out: of which goods, how much there is and would be, or why that cannot be.
 * A split order counts as one: "make it 5" of 10 kg, 3 of them promised,
 * leaves 2 to look for.  Amounts are in the order's measure, or in the one
 * that was said when the order's cannot hold them in whole.
 * Pure: no store, no clock.  Whether anybody sells it so is asked elsewhere
 * (order_change). */
#ifndef HANDLERS_CHANGE_PLAN_H
#define HANDLERS_CHANGE_PLAN_H

#include "gateway/store/store_order.h"

#include "handlers/draft.h"
#include "handlers/stock.h"

enum change_fate {
	CHANGE_FINE,
	CHANGE_WHICH, /* of several goods, which? */
	CHANGE_NEW, /* the order does not have it yet */
	CHANGE_MISSING, /* nor can it be added: what, or how much? */
	CHANGE_AGREED, /* promised or handed over: past changing */
	CHANGE_LEAST, /* more than that is promised */
	CHANGE_MEASURE, /* measures that cannot be added up */
	CHANGE_UNSOLD, /* nobody sells it so */
};

struct change_goods {
	enum change_fate fate;
	char product[48];
	char unit[16]; /* of the amounts below */
	int64_t grams; /* in one of it, 0 unknown */
	struct line line; /* of these goods; with a promise, if there is one */
	int64_t now_milli, after_milli; /* of the whole order */
	int64_t agreed_milli; /* of these no seller is looked for any more */
	bool other_measure; /* now_milli is not in that unit */
	bool all; /* "leave it out": what is promised, too */
	bool beyond; /* less by more than there is */
};

/* `item` without a quantity: leave it out. */
void change_judge(struct change_goods *out, const struct catalogue *catalogue,
    const struct line *lines, size_t count, const struct draft_item *item,
    enum intent_change how);

/* What becomes of each line: want[i] is its new quantity in goods->unit, 0
 * drops it, -1 leaves it alone. */
void change_share(int64_t *want, const struct change_goods *goods,
    const struct line *lines, size_t count);

/* The goods of an order that may be meant when none is named, by their keys;
 * returns how many kinds there are, even beyond `keys_count`. */
size_t change_kinds(const char **keys, size_t keys_count,
    const struct line *lines, size_t count);

/* What is open, each kind of goods once, as a letter tells it; returns how
 * many.  dst has room for `count`. */
size_t change_merge(struct line *dst, const struct line *lines, size_t count);

#endif
