#include "handlers/ussd_list.h"

#include <string.h>

#include "base/buf.h"

#include "gateway/store/store_area.h"
#include "gateway/store/store_offer.h"
#include "gateway/store/store_phone.h"

#include "handlers/letter.h"
#include "handlers/ussd_goods.h"
#include "handlers/ussd_order.h"
#include "handlers/ussd_state.h"

#define SHOWN 14 /* products: three pages with the entry behind them */
#define PLACES 88
#define OFFERS 60
#define LABEL_OCTETS sizeof(((struct ussd_item *)NULL)->label)

static struct ussd_item *
add(struct ussd_list *list, const char *value, const char *label)
{
	struct ussd_item *item = &list->row[list->count];

	if (list->count == USSD_PAGE_ROWS)
		return NULL;
	str_copy(item->value, sizeof(item->value), str_from(value));
	str_copy(item->label, sizeof(item->label), str_from(label));
	list->count++;
	return item;
}

static void
add_id(struct ussd_list *list, int64_t id, const char *label)
{
	char value[24];
	struct buf out = buf_over(value, sizeof(value));

	buf_add_format(&out, "%lld", (long long)id);
	(void)add(list, value, label);
}

static bool
has(const struct ussd_list *list, const char *value)
{
	for (size_t i = 0; i < list->count; i++)
		if (strcmp(list->row[i].value, value) == 0)
			return true;
	return false;
}

/* -- goods ------------------------------------------------------------------
 */

static void
add_product(struct ussd_list *list, const struct ussd_dial *dial, int product)
{
	struct amount_style style = desk_style(dial->desk, dial->desk->lang);
	const char *key = catalogue_key(dial->desk->trade->catalogue, product);

	if (key != NULL && !has(list, key))
		(void)add(list, key, amount_product(&style, key));
}

static void
products(struct ussd_list *list, struct ussd_dial *dial)
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
static void
catalogue(struct ussd_list *list, struct ussd_dial *dial)
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
static void
found(struct ussd_list *list, struct ussd_dial *dial)
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

	if (!has(list, unit))
		(void)add(list, unit,
		    amount_unit(&style, unit, milli != 0 && milli != 1000));
}

/* A seller may bring a measure that nobody sold by yet. */
static void
units(struct ussd_list *list, struct ussd_dial *dial)
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

	units(&list, dial);
	return has(&list, unit);
}

/* -- places -----------------------------------------------------------------
 */

struct places {
	struct ussd_list *list;
	int64_t own;
};

static bool
add_place(void *arg, int64_t area_id, const char *name)
{
	struct places *p = arg;

	if (area_id != p->own && p->list->count < PLACES)
		add_id(p->list, area_id, name);
	return true;
}

/* Their own first; in an area, the whole of it first ("=12" is the end of the
 * way, "12" may have others within). */
static void
areas(struct ussd_list *list, struct ussd_dial *dial)
{
	struct desk *desk = dial->desk;
	int64_t in = ussd_state_int(dial->state, "in");
	struct places p = {list, in == 0 ? desk->from.area_id : 0};
	int64_t first = in != 0 ? in : p.own;
	char name[64] = "", value[24];
	struct buf out = buf_over(value, sizeof(value));

	if (first != 0)
		store_area_name(desk->store, first, name, sizeof(name));
	buf_add_format(&out, "=%lld", (long long)first);
	if (name[0] != '\0')
		(void)add(list, value, name);
	(void)store_area_below(desk->store, in, PLACES, add_place, &p);
}

static bool
stop(void *arg, int64_t area_id, const char *name)
{
	(void)arg;
	(void)area_id;
	(void)name;
	return false;
}

static enum ussd_list_chosen
take_place(struct ussd_dial *dial, const struct ussd_item *item)
{
	struct store *store = dial->desk->store;
	const char *value = item->value;
	bool whole = value[0] == '=';
	char name[64] = "";
	int64_t id;

	if (!str_to_int64(&id, str_from(value + whole)))
		return USSD_LIST_REFUSED;
	if (!whole && store_area_below(store, id, 1, stop, NULL) > 0)
		return ussd_state_put_int(dial->state, "in", id)
			   ? USSD_LIST_INTO
			   : USSD_LIST_REFUSED;
	store_area_name(store, id, name, sizeof(name));
	return name[0] != '\0' &&
		       ussd_state_put(dial->state, "place", str_from(name))
		   ? USSD_LIST_TAKEN
		   : USSD_LIST_REFUSED;
}

/* -- orders and listings ----------------------------------------------------
 */

/* "#K7F 5 kg tomato: a farmer is asked". */
static void
add_order(struct ussd_list *list, struct ussd_dial *dial, int64_t order_id,
    bool asked)
{
	struct ussd_order order;
	struct letter letter = {.desk = dial->desk};
	struct letter_goods goods;
	char label[LABEL_OCTETS * 2], words[LABEL_OCTETS * 2];
	struct buf out = buf_over(label, sizeof(label));

	if (!ussd_order_load(&order, dial, order_id, asked))
		return;
	str_copy(letter.lang, sizeof(letter.lang), str_from(dial->desk->lang));
	letter.style = desk_style(dial->desk, letter.lang);
	letter_goods(&goods, &letter, &order.order, order.line, order.count);
	buf_add_format(&out, "#%s ", order.order.code);
	buf_add_text(
	    &out, asked ? goods.items
			: ussd_order_words(words, sizeof(words), dial, &order));
	add_id(list, order_id, label);
}

static void
orders(struct ussd_list *list, struct ussd_dial *dial, bool asked)
{
	const struct book *book = ussd_dial_book(dial);
	unsigned parts =
	    asked ? BOOK_ASKED | BOOK_BUYER_ASKED : (unsigned)BOOK_BUYER;

	for (size_t i = 0; i < book->count; i++)
		if ((book->orders[i].parts & parts) != 0)
			add_order(list, dial, book->orders[i].order_id, asked);
}

static enum ussd_list_chosen
take_order(struct ussd_dial *dial, const struct ussd_item *item, bool asked)
{
	struct ussd_order order;
	int64_t id;

	return str_to_int64(&id, str_from(item->value)) &&
		       ussd_order_load(&order, dial, id, asked) &&
		       ussd_state_put_int(
			   dial->state, asked ? "asked" : "order", id)
		   ? USSD_LIST_TAKEN
		   : USSD_LIST_REFUSED;
}

static bool
add_listing(void *arg, const struct offer *offer)
{
	struct ussd_dial *dial = ((void **)arg)[0];
	struct ussd_list *list = ((void **)arg)[1];
	struct amount_style style = desk_style(dial->desk, dial->desk->lang);
	char goods[AMOUNT_OCTETS], price[AMOUNT_OCTETS], label[LABEL_OCTETS];
	struct buf out = buf_over(label, sizeof(label));

	if (offer->closed || offer->sale_id != 0)
		return true;
	buf_add_text(&out, amount_goods(goods, &style, offer->product,
			       offer->stock_milli - offer->held_milli,
			       offer->unit, offer->unit_grams));
	amount_price(price, &style, offer->price_minor, offer->unit);
	if (price[0] != '\0')
		buf_add_format(&out, " %s", price);
	add_id(list, offer->id, label);
	return true;
}

static void
listings(struct ussd_list *list, struct ussd_dial *dial)
{
	void *both[2] = {dial, list};

	store_offer_each(dial->desk->store, dial->desk->from.id, 0, OFFERS,
	    add_listing, both);
}

static enum ussd_list_chosen
take_listing(struct ussd_dial *dial, const struct ussd_item *item)
{
	struct offer offer;
	int64_t id;

	return str_to_int64(&id, str_from(item->value)) &&
		       store_offer_get(dial->desk->store, id, &offer) &&
		       offer.seller_id == dial->desk->from.id &&
		       ussd_state_put_int(dial->state, "offer", id) &&
		       ussd_state_put(
			   dial->state, "product", str_from(offer.product)) &&
		       ussd_state_put(dial->state, "unit", str_from(offer.unit))
		   ? USSD_LIST_TAKEN
		   : USSD_LIST_REFUSED;
}

/* -- languages and people ---------------------------------------------------
 */

static void
add_language(struct ussd_list *list, const struct ussd_dial *dial, size_t at)
{
	static const struct {
		const char *lang, *name;
	} own[] = {{"am", "Amarigna"}, {"ar", "العربية"}, {"bn", "বাংলা"},
	    {"en", "English"}, {"es", "Español"}, {"fr", "Français"},
	    {"hi", "हिन्दी"}, {"hi-Latn", "Hindi"}, {"bn-Latn", "Bangla"},
	    {"id", "Bahasa Indonesia"}, {"pt", "Português"},
	    {"sw", "Kiswahili"}, {"zh", "中文"}, {"zh-Latn", "Zhongwen"}};
	const char *lang = ussd_menu_language_name(dial->menu, at);
	const char *label = lang;

	if (has(list, lang))
		return;
	for (size_t i = 0; i < sizeof(own) / sizeof(own[0]); i++)
		if (strcmp(own[i].lang, lang) == 0)
			label = own[i].name;
	(void)add(list, lang, label);
}

/* Those of the market first.  Who dials for the first time is asked no more
 * than that (nothing is behind the screen then); the others are under its
 * option. */
static void
languages(struct ussd_list *list, struct ussd_dial *dial)
{
	const struct ussd_menu *menu = dial->menu;
	size_t at[USSD_MENU_LANGUAGES];
	size_t count = ussd_dial_languages(dial, at);

	for (size_t i = 0; i < count; i++)
		add_language(list, dial, at[i]);
	for (size_t i = 0; i < ussd_menu_languages(menu); i++)
		if (dial->state->stack[0] != '\0')
			add_language(list, dial, i);
}

/* As LANG does by text. */
static enum ussd_list_chosen
take_language(struct ussd_dial *dial, const struct ussd_item *item)
{
	struct person *from = &dial->desk->from;

	str_copy(from->lang, sizeof(from->lang), str_from(item->value));
	store_person_put_lang(dial->desk->store, from);
	ussd_dial_speak(dial, item->value);
	return USSD_LIST_TAKEN;
}

static void
people(struct ussd_list *list, struct ussd_dial *dial)
{
	int64_t ids[STORE_PHONE_PEOPLE];
	size_t count =
	    store_phone_people(dial->desk->store, dial->session->phone_id, ids);
	struct person person;
	char name[64];

	for (size_t i = 0; i < count; i++) {
		if (!store_person_get(dial->desk->store, ids[i], &person))
			continue;
		letter_name(name, &person);
		add_id(list, ids[i], name);
	}
}

static enum ussd_list_chosen
take_person(struct ussd_dial *dial, const struct ussd_item *item)
{
	int64_t id;

	if (!str_to_int64(&id, str_from(item->value)) ||
	    !ussd_state_put_int(dial->state, "who", id))
		return USSD_LIST_REFUSED;
	dial->state->lang[0] = '\0'; /* theirs */
	return USSD_LIST_TAKEN;
}

/* -- all of them ------------------------------------------------------------
 */

void
ussd_list_load(
    struct ussd_list *list, struct ussd_dial *dial, enum ussd_source source)
{
	list->count = 0;
	list->more = false;
	switch (source) {
	case USSD_SOURCE_PRODUCTS:
		products(list, dial);
		break;
	case USSD_SOURCE_FOUND:
		found(list, dial);
		break;
	case USSD_SOURCE_CATALOGUE:
		catalogue(list, dial);
		break;
	case USSD_SOURCE_UNITS:
		units(list, dial);
		break;
	case USSD_SOURCE_AREAS:
		areas(list, dial);
		break;
	case USSD_SOURCE_ORDERS:
		orders(list, dial, false);
		break;
	case USSD_SOURCE_ASKED:
		orders(list, dial, true);
		break;
	case USSD_SOURCE_LISTINGS:
		listings(list, dial);
		break;
	case USSD_SOURCE_LANGUAGES:
		languages(list, dial);
		break;
	case USSD_SOURCE_PEOPLE:
		people(list, dial);
		break;
	case USSD_SOURCES:
		break;
	}
}

/* Of what is sold by one measure, that one is told with the question. */
static enum ussd_list_chosen
take_product(struct ussd_dial *dial, const struct ussd_item *item)
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

enum ussd_list_chosen
ussd_list_take(struct ussd_dial *dial, enum ussd_source source,
    const struct ussd_item *item)
{
	switch (source) {
	case USSD_SOURCE_AREAS:
		return take_place(dial, item);
	case USSD_SOURCE_ORDERS:
		return take_order(dial, item, false);
	case USSD_SOURCE_ASKED:
		return take_order(dial, item, true);
	case USSD_SOURCE_LISTINGS:
		return take_listing(dial, item);
	case USSD_SOURCE_LANGUAGES:
		return take_language(dial, item);
	case USSD_SOURCE_PEOPLE:
		return take_person(dial, item);
	case USSD_SOURCE_PRODUCTS:
	case USSD_SOURCE_FOUND:
	case USSD_SOURCE_CATALOGUE:
		return take_product(dial, item);
	case USSD_SOURCE_UNITS:
	case USSD_SOURCES:
		break;
	}
	return ussd_state_put(dial->state, "unit", str_from(item->value))
		   ? USSD_LIST_TAKEN
		   : USSD_LIST_REFUSED;
}

int64_t
ussd_list_mark(const struct ussd_list *list, size_t count)
{
	uint32_t hash = 2166136261u; /* FNV-1a */

	for (size_t i = 0; i < count && i < list->count; i++)
		for (const char *at = list->row[i].value;; at++) {
			hash = (hash ^ (unsigned char)*at) * 16777619u;
			if (*at == '\0')
				break;
		}
	return (int64_t)hash + 1;
}
