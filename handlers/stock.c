#include "handlers/stock.h"

#include <string.h>

#include "handlers/catalogue.h"

static const char *
unit_word(struct stock_unit unit)
{
	return *unit.name ? unit.name : "piece";
}

bool
stock_same_unit(struct stock_unit a, struct stock_unit b)
{
	return strcmp(unit_word(a), unit_word(b)) == 0;
}

bool
stock_convert(int64_t *out, int64_t milli, struct stock_unit from,
    struct stock_unit to, bool up)
{
	int64_t grams;

	*out = milli;
	if (stock_same_unit(from, to))
		return true;
	*out = 0;
	if (from.grams <= 0 || to.grams <= 0 ||
	    __builtin_mul_overflow(milli, from.grams, &grams))
		return false;
	*out = grams / to.grams + (up && grams % to.grams != 0);
	return true;
}

bool
stock_price(
    int64_t *out, int64_t minor, struct stock_unit from, struct stock_unit to)
{
	int64_t product;

	*out = minor;
	if (minor < 0 || stock_same_unit(from, to))
		return true;
	*out = -1;
	if (from.grams <= 0 || to.grams <= 0 ||
	    __builtin_mul_overflow(minor, to.grams, &product))
		return false;
	*out = (product + from.grams / 2) / from.grams;
	return true;
}

struct stock_unit
stock_unit_of(
    const struct catalogue *catalogue, const char *product, const char *unit)
{
	return (struct stock_unit){
	    unit, catalogue_unit_grams(
		      catalogue, catalogue_find(catalogue, product), unit)};
}

struct stock_unit
stock_unit_offer(const struct catalogue *catalogue, const struct offer *offer)
{
	if (offer->unit_grams > 0)
		return (struct stock_unit){offer->unit, offer->unit_grams};
	return stock_unit_of(catalogue, offer->product, offer->unit);
}

struct stock_unit
stock_unit_line(const struct line *line)
{
	return (struct stock_unit){line->unit, line->unit_grams};
}

void
stock_release(struct store *store, struct line *line)
{
	if (line->hold_milli > 0)
		store_offer_release(store, line->offer_id, line->hold_milli);
	line->hold_milli = 0;
}

void
stock_take(struct store *store, const struct catalogue *catalogue,
    struct line *line, int64_t milli)
{
	struct offer offer;
	int64_t gone = line->hold_milli;

	if (line->hold_milli <= 0 ||
	    !store_offer_get(store, line->offer_id, &offer))
		return;
	if (milli < line->qty_milli)
		(void)stock_convert(&gone, milli, stock_unit_line(line),
		    stock_unit_offer(catalogue, &offer), true);
	if (gone > line->hold_milli)
		gone = line->hold_milli;
	if (gone > 0)
		store_offer_take(store, line->offer_id, gone);
	line->hold_milli -= gone;
	stock_release(store, line);
}
