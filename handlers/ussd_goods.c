#include "handlers/ussd_goods.h"

#include <stdlib.h>
#include <string.h>

#include "base/panic.h"

#include "gateway/store/store_onsale.h"
#include "gateway/store/store_turn.h"

#include "handlers/alloc.h"
#include "handlers/fold.h"

#define MANY 30
#define SOME 5
#define LONG_MS (INT64_C(60) * 1000) /* what an order sold out shows then */

struct ussd_goods {
	const struct catalogue *catalogue; /* the counts are of this one */
	int64_t changes, counted_ms;
	size_t room, count;
	int *list;
};

struct ussd_goods *
ussd_goods_new(void)
{
	return xcalloc(1, sizeof(struct ussd_goods));
}

void
ussd_goods_free(struct ussd_goods **goods)
{
	if (*goods == NULL)
		return;
	free((*goods)->list);
	free(*goods);
	*goods = NULL;
}

/* -- what is on sale --------------------------------------------------------
 */

static int
band_of(int count)
{
	return count >= MANY ? 3 : count >= SOME ? 2 : count > 0 ? 1 : 0;
}

static void
make_room(struct ussd_goods *goods, size_t products)
{
	if (products <= goods->room)
		return;
	free(goods->list);
	goods->list = xcalloc(products, sizeof(*goods->list));
	goods->room = products;
}

static void
count_all(struct ussd_goods *goods, struct desk *desk)
{
	const struct catalogue *catalogue = desk->trade->catalogue;
	int products = catalogue_size(catalogue);
	char *bands = xcalloc((size_t)products + 1, 1);

	make_room(goods, (size_t)products);
	for (int i = 0; i < products; i++)
		bands[i] = (char)band_of(store_onsale_count(
		    desk->store, catalogue_key(catalogue, i), MANY));
	goods->count = 0;
	for (int band = 3; band > 0; band--)
		for (int i = 0; i < products; i++)
			if (bands[i] == band)
				goods->list[goods->count++] = i;
	free(bands);
	goods->catalogue = catalogue;
	goods->changes = store_onsale_changes(desk->store);
	goods->counted_ms = desk->now_ms;
}

/* A millisecond of rest for each product: counting costs a hundredth of it. */
static bool
is_fresh(const struct ussd_goods *goods, const struct desk *desk)
{
	int64_t age_ms = desk->now_ms - goods->counted_ms;

	if (goods->catalogue != desk->trade->catalogue || age_ms < 0 ||
	    age_ms >= LONG_MS)
		return false;
	return goods->changes == store_onsale_changes(desk->store) ||
	       age_ms < catalogue_size(goods->catalogue);
}

size_t
ussd_goods_on_sale(
    struct ussd_goods *goods, struct desk *desk, const int **list_out)
{
	if (!is_fresh(goods, desk))
		count_all(goods, desk);
	*list_out = goods->list;
	return goods->count;
}

/* -- one product ------------------------------------------------------------
 */

struct gathered {
	struct ussd_goods_unit *row;
	size_t count;
};

static struct ussd_goods_unit *
row_of(struct gathered *g, const char *unit)
{
	for (size_t i = 0; i < g->count; i++)
		if (strcmp(g->row[i].unit, unit) == 0)
			return &g->row[i];
	if (g->count == USSD_GOODS_UNITS)
		return NULL;
	str_copy(g->row[g->count].unit, sizeof(g->row[0].unit), str_from(unit));
	g->row[g->count].low_minor = g->row[g->count].high_minor = -1;
	return &g->row[g->count++];
}

static bool
gather(void *arg, const struct offer *offer)
{
	struct ussd_goods_unit *row =
	    row_of(arg, *offer->unit ? offer->unit : "piece");
	int64_t price = offer->price_minor;

	if (row == NULL || price < 0)
		return true;
	if (row->low_minor < 0 || price < row->low_minor)
		row->low_minor = price;
	if (price > row->high_minor)
		row->high_minor = price;
	return true;
}

size_t
ussd_goods_units(struct desk *desk, const char *product,
    struct ussd_goods_unit out[USSD_GOODS_UNITS])
{
	struct gathered g = {out, 0};

	store_turn_walk(desk->store, product, &(struct turn_mark){0},
	    ALLOC_ROWS, gather, &g);
	return g.count;
}

/* -- by letters -------------------------------------------------------------
 */

static bool
begins_at(const struct fold *name, size_t at, const struct fold *letters)
{
	return name->count - at >= letters->count &&
	       memcmp(name->at + at, letters->at,
		   letters->count * sizeof(letters->at[0])) == 0;
}

static bool
name_begins(const char *name, const struct fold *letters)
{
	struct fold fold;

	if (name == NULL)
		return false;
	fold_text(&fold, str_from(name));
	for (size_t i = 0; i < fold.count; i++)
		if ((i == 0 || fold_class(fold.at[i - 1]) == FOLD_BLANK) &&
		    begins_at(&fold, i, letters))
			return true;
	return false;
}

bool
ussd_goods_begins(const struct desk *desk, int product, struct str letters)
{
	const struct catalogue *catalogue = desk->trade->catalogue;
	struct fold fold;

	fold_text(&fold, str_trim(letters));
	return fold.count > 0 &&
	       (name_begins(
		    catalogue_name(catalogue, product, desk->lang), &fold) ||
		   name_begins(catalogue_name_in(
				   catalogue, product, desk->market->language),
		       &fold) ||
		   name_begins(
		       catalogue_name_in(catalogue, product, "en"), &fold));
}
