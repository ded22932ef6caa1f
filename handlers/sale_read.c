#include "handlers/sale_read.h"

#include <string.h>

#include "base/buf.h"

#include "handlers/day.h"
#include "handlers/draft.h"
#include "handlers/stock.h"

/* The goods of the text; false: no single product with quantity and price. */
static bool
read_goods(struct desk *desk, const char *text, struct draft *draft)
{
	struct intent_limits limits;
	struct intent_hints hints = {.limits = desk_limits(&limits, desk),
	    .lang = desk->lang,
	    .roles = INTENT_ROLE_SELLER};

	intent_parse(&desk->intent, desk->trade->lexicon,
	    desk->trade->catalogue, str_from(text), &hints);
	draft_from(draft, desk->trade->catalogue, &desk->intent, INTENT_OFFER);
	return draft->count == 1 && draft->items[0].product[0] != '\0' &&
	       draft->items[0].qty_milli > 0 &&
	       draft->items[0].qty_high_milli == 0;
}

int64_t
sale_read_quantity(struct desk *desk, const struct sale *sale, const char *said)
{
	char text[SALE_SAID_OCTETS];
	struct buf b = buf_over(text, sizeof(text));
	struct draft draft;
	int64_t milli;

	buf_add_format(&b, "sell %s %s", sale->product, said);
	if (!read_goods(desk, text, &draft) ||
	    strcmp(draft.items[0].product, sale->product) != 0)
		return 0;
	if (draft.items[0].unit[0] == '\0')
		return draft.items[0].qty_milli;
	return stock_convert(&milli, draft.items[0].qty_milli,
		   stock_unit_of(desk->trade->catalogue, sale->product,
		       draft.items[0].unit),
		   stock_unit_of(
		       desk->trade->catalogue, sale->product, sale->unit),
		   false)
		   ? milli
		   : 0;
}

/* Per unit of the sale; -1: not said, or per something else. */
static int64_t
price_of(struct desk *desk, const struct sale_said *said,
    const struct draft *draft, const struct sale *sale)
{
	const struct catalogue *goods = desk->trade->catalogue;
	const struct draft_item *it = &draft->items[0];
	int64_t milli = it->price_milli ? it->price_milli : draft->price_milli;
	const char *per = it->price_milli ? it->price_per : draft->price_per;
	int64_t out;

	if (said->price_milli > 0) {
		milli = said->price_milli;
		per = said->price_per[0] == '\0'
			  ? ""
			  : catalogue_unit_lookup(goods, desk->trade->lexicon,
				str_from(said->price_per));
	}
	if (milli <= 0 || per == NULL)
		return -1;
	if (*per == '\0')
		return amount_minor(desk->market, milli);
	return stock_price(&out, amount_minor(desk->market, milli),
		   stock_unit_of(goods, sale->product, per),
		   stock_unit_of(goods, sale->product, sale->unit))
		   ? out
		   : -1;
}

bool
sale_read(struct desk *desk, const struct sale_said *said, struct sale *sale,
    int64_t *milli, bool *time_doubt)
{
	struct draft draft;
	struct sale_time time;
	char kept[DAY_OCTETS];

	memset(sale, 0, sizeof(*sale));
	if (!read_goods(desk, said->goods, &draft))
		return false;
	memcpy(sale->product, draft.items[0].product, sizeof(sale->product));
	str_copy(sale->unit, sizeof(sale->unit),
	    str_from(draft.items[0].unit[0] ? draft.items[0].unit : "piece"));
	*milli = draft.items[0].qty_milli;
	sale->opener_id = desk->from.id;
	sale->message_id = desk->cause_id;
	sale->created_ms = desk->now_ms;
	sale->price_minor = price_of(desk, said, &draft, sale);
	if (sale->price_minor <= 0)
		return false;
	day_keep(kept, desk->market, desk->now_ms, draft.day, true);
	if (!sale_said_time(
		&time, said, desk->market, desk->now_ms, day_number(kept)))
		return false;
	sale->from_ms = time.from_ms;
	sale->until_ms = time.until_ms;
	*time_doubt = time.doubt;
	if (said->cap[0] != '\0') {
		sale->cap_milli = sale_read_quantity(desk, sale, said->cap);
		return sale->cap_milli > 0;
	}
	return true;
}
