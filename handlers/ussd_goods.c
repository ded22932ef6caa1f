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
#define CHANGES 16 /* listings that changed, looked at in one turn */
#define ROUND 2 /* products of the round that a turn goes on with */

struct ussd_goods {
	const struct catalogue *catalogue; /* the bands are of this one */
	int64_t changes; /* so many were looked at */
	int products, next; /* next of the round */
	int left; /* of the round that is owed at once: changes were missed */
	char *bands; /* of each product */
	int *list;
	size_t count;
	bool moved; /* the list is of older bands */
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
	free((*goods)->bands);
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
look(struct ussd_goods *goods, struct desk *desk, int product)
{
	char band = (char)band_of(store_onsale_count(
	    desk->store, catalogue_key(goods->catalogue, product), MANY));

	if (goods->bands[product] == band)
		return;
	goods->bands[product] = band;
	goods->moved = true;
}

static void
look_round(struct ussd_goods *goods, struct desk *desk, int most)
{
	for (int i = 0; i < most && i < goods->products; i++) {
		goods->next = (goods->next + 1) % goods->products;
		look(goods, desk, goods->next);
	}
}

/* Of a new catalogue all of it, once. */
static void
begin(struct ussd_goods *goods, struct desk *desk)
{
	goods->catalogue = desk->trade->catalogue;
	goods->products = catalogue_size(goods->catalogue);
	goods->changes = store_onsale_changes(desk->store);
	goods->next = goods->left = 0;
	free(goods->list);
	free(goods->bands);
	goods->list =
	    xcalloc((size_t)goods->products + 1, sizeof(*goods->list));
	goods->bands = xcalloc((size_t)goods->products + 1, 1);
	goods->moved = true;
	look_round(goods, desk, goods->products);
}

/* What was written since, the oldest first; what was missed, or is sold out by
 * an order, comes with the round. */
static void
follow(struct ussd_goods *goods, struct desk *desk)
{
	int64_t now = store_onsale_changes(desk->store);
	const char *last = "";

	if (now - goods->changes >= STORE_ONSALE_KEPT) {
		goods->changes = now;
		goods->left = goods->products;
	}
	for (int i = 0; i < CHANGES && goods->changes < now; i++) {
		const char *key =
		    store_onsale_changed(desk->store, ++goods->changes);
		int product = key != NULL && strcmp(key, last) != 0
				  ? catalogue_find(goods->catalogue, key)
				  : -1;

		if (product >= 0)
			look(goods, desk, product);
		last = key != NULL ? key : "";
	}
	look_round(goods, desk, goods->left > 0 ? CHANGES : ROUND);
	goods->left -= goods->left > CHANGES ? CHANGES : goods->left;
}

static void
sort(struct ussd_goods *goods)
{
	goods->count = 0;
	for (int band = 3; band > 0; band--)
		for (int i = 0; i < goods->products; i++)
			if (goods->bands[i] == band)
				goods->list[goods->count++] = i;
	goods->moved = false;
}

size_t
ussd_goods_on_sale(
    struct ussd_goods *goods, struct desk *desk, const int **list_out)
{
	if (goods->catalogue != desk->trade->catalogue)
		begin(goods, desk);
	else
		follow(goods, desk);
	if (goods->moved)
		sort(goods);
	*list_out = goods->list;
	return goods->count;
}

/* -- one product ------------------------------------------------------------
 */

struct gathered {
	struct ussd_goods_unit *row;
	size_t count;
	int listings;
};

static struct ussd_goods_unit *
row_of(struct gathered *g, const char *unit)
{
	for (size_t i = 0; i < g->count; i++)
		if (strcmp(g->row[i].unit, unit) == 0)
			return &g->row[i];
	if (g->count == USSD_GOODS_UNITS)
		return NULL;
	g->row[g->count].some = false;
	str_copy(g->row[g->count].unit, sizeof(g->row[0].unit), str_from(unit));
	g->row[g->count].low_minor = g->row[g->count].high_minor = -1;
	return &g->row[g->count++];
}

static bool
gather(void *arg, const struct offer *offer)
{
	struct gathered *g = arg;
	struct ussd_goods_unit *row =
	    row_of(g, *offer->unit ? offer->unit : "piece");
	int64_t price = offer->price_minor;

	g->listings++;
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
	struct gathered g = {out, 0, 0};

	store_turn_walk(desk->store, product, &(struct turn_mark){0},
	    ALLOC_ROWS, gather, &g);
	for (size_t i = 0; i < g.count; i++)
		out[i].some = g.listings >= ALLOC_ROWS;
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

/* Most names are plain ones without that letter: not worth folding. */
static bool
may_have(const char *name, uint32_t letter)
{
	if (letter < 'a' || letter > 'z')
		return true;
	for (; *name != '\0'; name++)
		if ((unsigned char)*name >= 0x80 ||
		    (uint32_t)(*name | 0x20) == letter)
			return true;
	return false;
}

static bool
name_begins(const char *name, const struct fold *letters)
{
	struct fold fold;

	if (name == NULL || !may_have(name, letters->at[0]))
		return false;
	fold_text(&fold, str_from(name));
	for (size_t i = 0; i < fold.count; i++)
		if ((i == 0 || fold_class(fold.at[i - 1]) == FOLD_BLANK) &&
		    begins_at(&fold, i, letters))
			return true;
	return false;
}

/* In the reader's language, the market's and English, each name once. */
static bool
begins(const struct desk *desk, int product, const struct fold *letters)
{
	const struct catalogue *catalogue = desk->trade->catalogue;
	const char *own = catalogue_name(catalogue, product, desk->lang);
	const char *here =
	    catalogue_name_in(catalogue, product, desk->market->language);
	const char *english = catalogue_name_in(catalogue, product, "en");

	return name_begins(own, letters) ||
	       (here != own && name_begins(here, letters)) ||
	       (english != own && english != here &&
		   name_begins(english, letters));
}

size_t
ussd_goods_found(const struct desk *desk, const int *list, size_t count,
    struct str letters, int *out, size_t most)
{
	struct fold fold;
	size_t found = 0;

	fold_text(&fold, str_trim(letters));
	if (fold.count == 0)
		return 0;
	for (size_t i = 0; i < count && found < most; i++) {
		int product = list != NULL ? list[i] : (int)i;

		if (begins(desk, product, &fold))
			out[found++] = product;
	}
	return found;
}
