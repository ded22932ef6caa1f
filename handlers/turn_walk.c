#include "handlers/turn_walk.h"

void
turn_walk_begin(struct turn_walk *walk, struct store *store,
    const char *product, int budget)
{
	walk->store = store;
	walk->product = product;
	walk->left = budget;
	walk->more = false;
	walk->count = 0;
}

static bool
area_add(void *arg, const struct offer *offer)
{
	struct turn_walk *walk = arg;
	struct turn_walk_area *area = &walk->areas[walk->count++];

	walk->left--;
	area->row[0] = *offer;
	area->at = 0;
	area->count = 1;
	return true;
}

void
turn_walk_areas(
    struct turn_walk *walk, const int64_t from[2], const int64_t to[2])
{
	walk->count = 0;
	for (int i = 0; i < 2; i++) {
		size_t was = walk->count;
		int limit =
		    walk->left < TURN_WALK_AREAS ? walk->left : TURN_WALK_AREAS;

		if (from[i] > to[i])
			continue;
		if (limit > 0)
			store_turn_fronts(walk->store, walk->product, from[i],
			    to[i], limit, area_add, walk);
		if (walk->count - was == (size_t)limit && from[i] < to[i])
			walk->more = true;
	}
}

static bool
row_add(void *arg, const struct offer *offer)
{
	struct turn_walk_area *area = arg;

	area->row[area->count++] = *offer;
	return true;
}

/* The page is used up: the next one of the same area. */
static void
turn_page(struct turn_walk *walk, struct turn_walk_area *area)
{
	const struct offer *last = &area->row[area->count - 1];
	struct turn_mark mark = {last->area_no, last->turn_key, last->id};
	int limit = walk->left < TURN_WALK_PAGE ? walk->left : TURN_WALK_PAGE;

	area->at = area->count = 0;
	if (limit > 0)
		store_turn_cell(
		    walk->store, walk->product, &mark, limit, row_add, area);
	walk->left -= (int)area->count;
	if (limit == 0)
		walk->more = true;
}

static bool
comes_before(const struct offer *a, const struct offer *b)
{
	return a->turn_key < b->turn_key ||
	       (a->turn_key == b->turn_key && a->id < b->id);
}

bool
turn_walk_next(struct turn_walk *walk, struct offer *out)
{
	struct turn_walk_area *first = NULL;

	for (size_t i = 0; i < walk->count; i++) {
		struct turn_walk_area *area = &walk->areas[i];

		if (area->at > 0 && area->at == area->count)
			turn_page(walk, area);
		if (area->at < area->count &&
		    (first == NULL || comes_before(&area->row[area->at],
					  &first->row[first->at])))
			first = area;
	}
	if (first == NULL)
		return false;
	*out = first->row[first->at++];
	return true;
}
