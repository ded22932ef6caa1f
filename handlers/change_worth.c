#include "handlers/change_worth.h"

#include "handlers/book.h"
#include "handlers/draft.h"
#include "handlers/value.h"

static void
add_item(struct draft *draft, const struct change_goods *goods, int64_t milli)
{
	struct draft_item *it = &draft->items[draft->count];

	if (milli <= 0 || draft->count == DRAFT_ITEMS)
		return;
	str_copy(it->product, sizeof(it->product), str_from(goods->product));
	str_copy(it->unit, sizeof(it->unit), str_from(goods->unit));
	it->qty_milli = milli;
	draft->count++;
}

/* In another measure nobody knows the difference: all of it is new. */
static void
add_change(
    struct draft *more, struct draft *less, const struct change_goods *goods)
{
	int64_t now = goods->other_measure ? 0 : goods->now_milli;

	if (goods->fate != CHANGE_NEW && goods->fate != CHANGE_FINE)
		return;
	add_item(more, goods, goods->after_milli - now);
	add_item(less, goods, now - goods->after_milli);
}

bool
change_worth(struct desk *desk, const struct order *order,
    const struct change_goods *goods, size_t count)
{
	struct draft more = {.count = 0}, less = {.count = 0};
	struct book book;
	int64_t grows, worth;

	if (desk->market->value_per_person_minor <= 0)
		return true;
	for (size_t i = 0; i < count; i++)
		add_change(&more, &less, &goods[i]);
	grows = value_wanted(desk, &more) - value_wanted(desk, &less);
	if (grows <= 0)
		return true;
	book_load(&book, desk, order->buyer_id);
	if (__builtin_add_overflow(value_open(desk, &book), grows, &worth))
		worth = INT64_MAX;
	if (worth <= desk->market->value_per_person_minor)
		return true;
	value_say(desk, worth);
	return false;
}
