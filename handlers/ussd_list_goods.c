/* The rows of goods: what is on sale, what is traded, what it is sold by. */
#include "handlers/ussd_list_private.h"

#include <string.h>

#include "gateway/store/store_offer.h"

#include "handlers/ussd_goods.h"
#include "handlers/ussd_state.h"

#define SHOWN 14 /* products: three pages with the entry behind them */

static void
add_product(struct ussd_list *list, const struct ussd_dial *dial, int product)
{
	struct amount_style style = desk_style(dial->desk, dial->desk->lang);
	const char *key = catalogue_key(dial->desk->trade->catalogue, product);

	if (key != NULL && !ussd_list_has(list, key))
		(void)ussd_list_add(list, key, amount_product(&style, key));
}

void
ussd_list_products(struct ussd_list *list, struct ussd_dial *dial)
{
	const int *row;
	size_t count = ussd_goods_on_sale(dial->goods, dial->desk, &row);

	list->more = count > SHOWN + 1;
	for (size_t i = 0; i < (list->more ? SHOWN : count); i++)
		add_product(list, dial, row[i]);
}

static bool
own_product(void *arg, const struct offer *offer)
{
	struct ussd_dial *dial = ((void **)arg)[0];
	struct ussd_list *list = ((void **)arg)[1];

	if (list->count < SHOWN)
		add_product(list, dial,
		    catalogue_find(
			dial->desk->trade->catalogue, offer->product));
	return true;
}

/* What they sold before, what others sell, the rest. */
void
ussd_list_catalogue(struct ussd_list *list, struct ussd_dial *dial)
{
	int size = catalogue_size(dial->desk->trade->catalogue);
	void *both[2] = {dial, list};
	const int *row;
	size_t count = ussd_goods_on_sale(dial->goods, dial->desk, &row);

	store_offer_each(dial->desk->store, dial->desk->from.id, 0, OFFERS,
	    own_product, both);
	for (size_t i = 0; i < count && list->count < SHOWN; i++)
		add_product(list, dial, row[i]);
	for (int i = 0; i < size && list->count < SHOWN; i++)
		add_product(list, dial, i);
	list->more = (size_t)size > list->count;
}

/* To buy, what is on sale; to sell, whatever is traded. */
void
ussd_list_found(struct ussd_list *list, struct ussd_dial *dial)
{
	bool sells = str_is(ussd_state_get(dial->state, "deal"), "sell");
	struct str letters = ussd_state_get(dial->state, "letters");
	int product[USSD_PAGE_ROWS];
	const int *row;
	size_t count = ussd_goods_on_sale(dial->goods, dial->desk, &row);

	if (sells)
		count = (size_t)catalogue_size(dial->desk->trade->catalogue);
	count = ussd_goods_found(dial->desk, sells ? NULL : row, count, letters,
	    product, USSD_PAGE_ROWS);
	for (size_t i = 0; i < count; i++)
		add_product(list, dial, product[i]);
}

static void
add_unit(struct ussd_list *list, const struct ussd_dial *dial, const char *unit)
{
	struct amount_style style = desk_style(dial->desk, dial->desk->lang);
	int64_t milli = ussd_state_int(dial->state, "qty");

	if (!ussd_list_has(list, unit))
		(void)ussd_list_add(list, unit,
		    amount_unit(&style, unit, milli != 0 && milli != 1000));
}

/* A seller may bring a measure that nobody sold by yet. */
void
ussd_list_units(struct ussd_list *list, struct ussd_dial *dial)
{
	static const char *const usual[] = {"kg", "bag", "piece"};
	struct ussd_goods_unit row[USSD_GOODS_UNITS];
	char product[48];
	bool sells = str_is(ussd_state_get(dial->state, "deal"), "sell");
	size_t count = ussd_goods_units(dial->desk,
	    ussd_state_copy(product, sizeof(product), dial->state, "product"),
	    row);
	struct str said = ussd_state_get(dial->state, "unit");
	char unit[16];

	str_copy(unit, sizeof(unit), said);
	if (unit[0] != '\0') { /* "3kg" said it already */
		add_unit(list, dial, unit);
		return;
	}
	for (size_t i = 0; i < count; i++)
		add_unit(list, dial, row[i].unit);
	for (size_t i = 0; i < sizeof(usual) / sizeof(usual[0]); i++)
		if (sells || (count == 0 && i == 0))
			add_unit(list, dial, usual[i]);
}

bool
ussd_list_sells_by(struct ussd_dial *dial, const char *unit)
{
	struct ussd_list list = {.count = 0};

	ussd_list_units(&list, dial);
	return ussd_list_has(&list, unit);
}

/* Of what is sold by one measure, that one is told with the question. */
enum ussd_list_chosen
ussd_list_take_product(struct ussd_dial *dial, const struct ussd_item *item)
{
	struct ussd_goods_unit row[USSD_GOODS_UNITS];
	bool sells = str_is(ussd_state_get(dial->state, "deal"), "sell");

	if (!ussd_state_put(dial->state, "product", str_from(item->value)))
		return USSD_LIST_REFUSED;
	return sells || ussd_goods_units(dial->desk, item->value, row) != 1 ||
		       ussd_state_put(
			   dial->state, "unit", str_from(row[0].unit))
		   ? USSD_LIST_TAKEN
		   : USSD_LIST_REFUSED;
}
