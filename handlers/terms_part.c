/* terms_part - what was said, brought into the measure of the line. */
#include <string.h>

#include "handlers/stock.h"
#include "handlers/terms.h"

/* Times the price, and a part of it: a slip, or another figure. */
#define FAR_OFF 20
#define FAR_BELOW 6

static int64_t
qty_of(const struct desk *desk, const struct proposal *p,
    const struct line *line, bool *doubt)
{
	const struct intent *intent = &desk->intent;
	const struct intent_item *it = &intent->items[0];
	int64_t out = 0;

	if (intent->percent > 0 && intent->percent < 100)
		return p->qty_milli * intent->percent / 100;
	if (intent->items_count == 0 || !it->has_qty)
		return 0;
	if (it->unit[0] == '\0') {
		/* "Only 4" is of the measure asked; "only 4 eggs" perhaps of
		 * eggs. */
		*doubt =
		    it->product >= 0 && !stock_same_unit(stock_unit_line(line),
					    (struct stock_unit){"", 0});
		return it->qty_milli;
	}
	if (stock_convert(&out, it->qty_milli,
		stock_unit_of(desk->trade->catalogue, line->product, it->unit),
		stock_unit_line(line), false))
		return out;
	*doubt = true;
	return 0;
}

/* A figure that is nearer to the sum than to the price of one is the sum; not
 * when that would be less than they were offered, for nobody asks for that.
 * What is left is asked about. */
static int64_t
price_of_part(
    int64_t minor, int64_t qty_milli, const struct proposal *p, bool *doubt)
{
	int64_t total = amount_total(qty_milli, p->price_minor);

	if (qty_milli <= 1000)
		return minor;
	if (p->price_minor <= 0) {
		*doubt = true;
		return minor;
	}
	if (total <= 0 || minor <= total || minor >= INT64_MAX / 1000) {
		*doubt = *doubt || minor / 2 > p->price_minor;
		return minor;
	}
	*doubt = true;
	return minor / p->price_minor >= total / minor
		   ? minor * 1000 / qty_milli
		   : minor;
}

static int64_t
price_of(const struct desk *desk, const struct proposal *p,
    const struct line *line, int64_t qty_milli, bool *doubt)
{
	const struct intent *intent = &desk->intent;
	int64_t minor, out;

	if (intent->price_milli <= 0)
		return TERMS_NO_PRICE;
	minor = amount_minor(desk->market, intent->price_milli);
	if (intent->price_per[0] == '\0')
		return price_of_part(minor, qty_milli, p, doubt);
	if (stock_price(&out, minor,
		stock_unit_of(
		    desk->trade->catalogue, line->product, intent->price_per),
		stock_unit_line(line)))
		return out;
	if (strcmp(intent->price_per, "piece") != 0)
		return TERMS_ODD_PRICE;
	/* By the piece of what is sold by weight: each of the kilos.  In
	 * Chinese the piece is the coin. */
	*doubt = true;
	return price_of_part(minor, qty_milli, p, doubt);
}

bool
terms_part(
    struct terms_part *part, const struct desk *desk, const struct proposal *p)
{
	*part = (struct terms_part){.qty_milli = 0};
	if (!store_line_get(desk->store, p->line_id, &part->line))
		return false;
	part->line.qty_milli = p->qty_milli;
	part->line.price_minor = p->price_minor;
	part->qty_milli = qty_of(desk, p, &part->line, &part->doubt);
	part->price_minor =
	    price_of(desk, p, &part->line, part->qty_milli, &part->doubt);
	/* More than was asked for, and a price: all of it at that price? */
	if (part->qty_milli > p->qty_milli && part->price_minor >= 0) {
		part->qty_milli = p->qty_milli;
		part->doubt = true;
	}
	return true;
}

/* "120" alone: by the unit or for all?  What lies nearer to what was asked. */
int64_t
terms_whole_price(
    const struct desk *desk, const struct proposal *p, const struct line *line)
{
	const struct intent *intent = &desk->intent;
	int64_t minor = amount_minor(desk->market, intent->price_milli), out;
	int64_t total = amount_total(p->qty_milli, p->price_minor);

	if (intent->price_per[0] != '\0')
		return stock_price(&out, minor,
			   stock_unit_of(desk->trade->catalogue, line->product,
			       intent->price_per),
			   stock_unit_line(line))
			   ? out
			   : TERMS_ODD_PRICE;
	if (p->price_minor > 0 && total > 0 && p->qty_milli > 1000 &&
	    minor / p->price_minor >= total / (minor > 0 ? minor : 1) &&
	    minor < INT64_MAX / 1000)
		return minor * 1000 / p->qty_milli;
	return minor;
}

bool
terms_figure(
    struct terms_part *part, const struct desk *desk, const struct proposal *p)
{
	const struct intent *intent = &desk->intent;
	int64_t minor = amount_minor(desk->market, intent->price_milli);
	bool bare = intent->price_per[0] == '\0';

	*part = (struct terms_part){
	    .qty_milli = p->qty_milli, .price_minor = TERMS_NO_PRICE};
	if (intent->price_milli <= 0 ||
	    !store_line_get(desk->store, p->line_id, &part->line))
		return false;
	part->line.price_minor = p->price_minor;
	if (bare && minor < p->price_minor / 2 &&
	    intent->price_milli <= p->qty_milli && !terms_says_money(desk)) {
		part->qty_milli = intent->price_milli;
		return true;
	}
	part->price_minor = terms_whole_price(desk, p, &part->line);
	return part->price_minor >= 0 &&
	       (!bare || p->price_minor <= 0 ||
		   (part->price_minor / FAR_OFF <= p->price_minor &&
		       part->price_minor > p->price_minor / FAR_BELOW));
}
