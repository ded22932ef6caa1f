#include "handlers/share.h"

/* Products of a quantity and a weight do not fit 64 bits. */
__extension__ typedef __int128 wide;

static int64_t
weight_of(const struct share_part *part)
{
	return part->weight_milli < 1 ? 1 : part->weight_milli;
}

/* Given for the weight, compared without dividing. */
static int
compare_turn(const struct share_part *a, const struct share_part *b)
{
	wide left = (wide)a->given * weight_of(b);
	wide right = (wide)b->given * weight_of(a);

	if (left != right)
		return left < right ? -1 : 1;
	return (int)b->fresh - (int)a->fresh;
}

void
share_level(struct share_part *parts, size_t count)
{
	const struct share_part *least = NULL;

	for (size_t i = 0; i < count; i++)
		if (parts[i].given >= 0 &&
		    (least == NULL || compare_turn(&parts[i], least) < 0))
			least = &parts[i];
	for (size_t i = 0; i < count; i++) {
		parts[i].fresh = parts[i].given < 0;
		if (parts[i].given < 0 && least != NULL)
			parts[i].given =
			    (int64_t)((wide)least->given *
				      weight_of(&parts[i]) / weight_of(least));
		else if (parts[i].given < 0)
			parts[i].given = 0;
	}
}

void
share_order(size_t *order, const struct share_part *parts, size_t count)
{
	/* Insertion: the list is short, and equal ones stay as they came. */
	for (size_t i = 0; i < count; i++) {
		size_t at = i;

		while (at > 0 &&
		       compare_turn(&parts[i], &parts[order[at - 1]]) < 0) {
			order[at] = order[at - 1];
			at--;
		}
		order[at] = i;
	}
}

/* -- the water rises ----------------------------------------------------- */

struct pool {
	struct share_part *part[SHARE_MOST];
	size_t count;
};

/* What this one gives when the water stands at `level` (thousandths of given
 * for the weight). */
static int64_t
below(const struct share_part *part, wide level)
{
	wide gives = level * weight_of(part) / 1000 - part->given;

	if (gives <= 0)
		return 0;
	return gives > part->room ? part->room : (int64_t)gives;
}

static wide
filled(const struct pool *pool, wide level)
{
	wide sum = 0;

	for (size_t i = 0; i < pool->count; i++)
		sum += below(pool->part[i], level);
	return sum;
}

/* The lowest level at which all of it has found a place. */
static wide
level_for(const struct pool *pool, int64_t qty)
{
	wide low = 0, high = 1;

	while (filled(pool, high) < qty)
		high *= 2;
	while (low < high) {
		wide middle = low + (high - low) / 2;

		if (filled(pool, middle) >= qty)
			high = middle;
		else
			low = middle + 1;
	}
	return low;
}

/* Whole steps for everybody; what the rounding left goes by steps to who lost
 * most by it, the last piece below a step to who can take it. */
static void
round_off(const struct pool *pool, int64_t qty, int64_t step)
{
	int64_t lost[SHARE_MOST], left = qty;

	for (size_t i = 0; i < pool->count; i++) {
		lost[i] = pool->part[i]->got % step;
		pool->part[i]->got -= lost[i];
		left -= pool->part[i]->got;
	}
	while (left > 0) {
		int64_t piece = left < step ? left : step;
		size_t at = pool->count;

		for (size_t i = 0; i < pool->count; i++)
			if (pool->part[i]->room - pool->part[i]->got >= piece &&
			    (at == pool->count || lost[i] > lost[at]))
				at = i;
		if (at == pool->count) {
			/* No room for a whole step: where there is any. */
			for (at = 0;
			     pool->part[at]->room <= pool->part[at]->got;)
				at++;
			piece = pool->part[at]->room - pool->part[at]->got;
			piece = piece < left ? piece : left;
		}
		pool->part[at]->got += piece;
		lost[at] -= piece;
		left -= piece;
	}
}

static void
fill(const struct pool *pool, int64_t qty, int64_t step)
{
	wide level = level_for(pool, qty), over;

	for (size_t i = 0; i < pool->count; i++)
		pool->part[i]->got = below(pool->part[i], level);
	/* The last drop of the level may be several: taken back from the end.
	 */
	over = filled(pool, level) - qty;
	for (size_t i = pool->count; over > 0 && i-- > 0;) {
		int64_t extra =
		    pool->part[i]->got - below(pool->part[i], level - 1);

		if (extra > over)
			extra = (int64_t)over;
		pool->part[i]->got -= extra;
		over -= extra;
	}
	round_off(pool, qty, step);
}

static int64_t
room_of(const struct pool *pool)
{
	wide sum = 0;

	for (size_t i = 0; i < pool->count; i++)
		sum += pool->part[i]->room;
	return sum > INT64_MAX ? INT64_MAX : (int64_t)sum;
}

/* Those whose part is not worth the way give nothing this time: who is ahead of
 * the others goes first, one at a time, so that nobody is left out whose part
 * the next one's going would have made large enough. */
static bool
leave_out(struct pool *pool, int64_t qty, int64_t least)
{
	size_t at = pool->count;

	for (size_t i = 0; i < pool->count; i++)
		if (pool->part[i]->got < least)
			at = i;
	if (at == pool->count || pool->count == 1)
		return false;
	if (room_of(pool) - pool->part[at]->room < qty)
		return false;
	pool->part[at]->got = 0;
	for (; at + 1 < pool->count; at++)
		pool->part[at] = pool->part[at + 1];
	pool->count--;
	return true;
}

/* More than this cannot all have a part that is worth the way. */
static void
keep_worthwhile(struct pool *pool, int64_t qty, int64_t least)
{
	size_t whole = pool->count;
	int64_t most = least > 0 ? qty / least : (int64_t)whole;

	if (most >= (int64_t)whole)
		return;
	pool->count = most < 1 ? 1 : (size_t)most;
	while (pool->count < whole && room_of(pool) < qty)
		pool->count++;
}

int64_t
share_split(struct share_part *parts, size_t count, int64_t qty,
    const struct share_rule *rule)
{
	struct pool pool = {.count = 0};
	size_t order[SHARE_MOST];
	int64_t step = rule->step > 0 ? rule->step : 1, rest = 0, room;

	if (count > SHARE_MOST)
		count = SHARE_MOST;
	share_order(order, parts, count);
	for (size_t i = 0; i < count; i++) {
		parts[i].got = 0;
		if (parts[order[i]].room > 0)
			pool.part[pool.count++] = &parts[order[i]];
	}
	room = room_of(&pool);
	if (qty > room) {
		rest = qty - room;
		qty = room;
	}
	if (qty <= 0)
		return rest;
	keep_worthwhile(&pool, qty, rule->least);
	do
		fill(&pool, qty, step);
	while (leave_out(&pool, qty, rule->least));
	return rest;
}

void
share_apportion(
    int64_t *out, const int64_t *weights, size_t count, int64_t whole)
{
	wide sum = 0;
	int64_t left = whole;

	for (size_t i = 0; i < count; i++)
		sum += weights[i];
	for (size_t i = 0; i < count; i++) {
		out[i] =
		    sum > 0 ? (int64_t)((wide)whole * weights[i] / sum) : 0;
		left -= out[i];
	}
	if (sum <= 0 && count > 0)
		out[0] += left;
	/* Fewer than count are left: each to the largest remainder. */
	while (sum > 0 && left > 0) {
		size_t best = 0;
		wide most = -1;

		for (size_t i = 0; i < count; i++) {
			wide remains =
			    (wide)whole * weights[i] - (wide)out[i] * sum;

			if (remains > most) {
				most = remains;
				best = i;
			}
		}
		out[best]++;
		left--;
	}
}
