/* The other way of choosing, for comparison (report_fairness.h). */
#include <stdlib.h>

#include "gateway/admin/report_fairness.h"

static int
by_price(const void *a, const void *b)
{
	const struct cheapest_listing *x = a, *y = b;

	if (x->goods != y->goods)
		return x->goods < y->goods ? -1 : 1;
	if (x->price < y->price || x->price > y->price)
		return x->price < y->price ? -1 : 1;
	return (x->id > y->id) - (x->id < y->id);
}

void
cheapest_sort(struct cheapest_listing *listings, size_t count)
{
	if (count > 1)
		qsort(listings, count, sizeof(*listings), by_price);
}

static size_t
first_of(const struct cheapest_listing *listings, size_t count, uint32_t goods)
{
	size_t low = 0, high = count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (listings[middle].goods < goods)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

int64_t
cheapest_take(struct cheapest_listing *listings, size_t count, uint32_t goods,
    int64_t much, int64_t when_ms)
{
	for (size_t i = first_of(listings, count, goods);
	     i < count && listings[i].goods == goods; i++) {
		struct cheapest_listing *l = &listings[i];

		if (l->left < much || when_ms < l->from_ms ||
		    when_ms >= l->until_ms)
			continue;
		l->left -= much;
		return l->seller_id;
	}
	return 0;
}
