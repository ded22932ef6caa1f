#include "handlers/unusual.h"

#include "gateway/store/store_bought.h"

#include "handlers/stock.h"

/* Asked whatever the market says, unless they ordered as much before. */
#define MUCH_GRAMS INT64_C(2000000)

bool
unusual_judge(const struct unusual_facts *f)
{
	int64_t limit;

	if (f->weight && f->amount > MUCH_GRAMS && f->amount > f->most)
		return true;
	if (f->most == 0)
		return f->grams > 0 && f->amount > f->grams;
	return f->times > 0 &&
	       !__builtin_mul_overflow(f->most, f->times, &limit) &&
	       f->amount > limit;
}

struct amount {
	const char *unit; /* as in store_bought */
	int64_t amount;
};

static struct amount
amount_of(int64_t qty_milli, const char *unit, int64_t grams)
{
	int64_t milligrams;

	if (grams <= 0)
		return (struct amount){unit, qty_milli};
	if (__builtin_mul_overflow(qty_milli, grams, &milligrams))
		return (struct amount){"", INT64_MAX};
	return (struct amount){"", milligrams / 1000};
}

bool
unusual_quantity(const struct desk *desk, int64_t person_id,
    const char *product, const char *unit, int64_t qty_milli)
{
	struct stock_unit measure = stock_unit_of(
	    desk->trade->catalogue, product, *unit ? unit : "piece");
	struct amount a = amount_of(qty_milli, measure.name, measure.grams);
	struct unusual_facts facts = {.weight = *a.unit == '\0',
	    .amount = a.amount,
	    .most = store_bought_most(desk->store, person_id, product, a.unit),
	    .times = desk->market->unusual_times,
	    .grams = desk->market->unusual_grams};

	return unusual_judge(&facts);
}

bool
unusual_draft(
    const struct desk *desk, int64_t person_id, const struct draft *draft)
{
	for (size_t i = 0; i < draft->count; i++) {
		const struct draft_item *it = &draft->items[i];

		if (it->product[0] != '\0' && it->qty_milli > 0 &&
		    unusual_quantity(
			desk, person_id, it->product, it->unit, it->qty_milli))
			return true;
	}
	return false;
}

void
unusual_note(
    const struct desk *desk, int64_t person_id, const struct line *line)
{
	struct amount a =
	    amount_of(line->qty_milli, line->unit, line->unit_grams);

	store_bought_note(
	    desk->store, person_id, line->product, a.unit, a.amount);
}
