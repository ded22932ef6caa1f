#include "handlers/ussd_list.h"

#include <string.h>

#include "base/buf.h"

#include "gateway/store/store_area.h"
#include "gateway/store/store_offer.h"
#include "gateway/store/store_phone.h"

#include "handlers/letter.h"
#include "handlers/ussd_list_private.h"
#include "handlers/ussd_order.h"
#include "handlers/ussd_state.h"

#define PLACES 88
#define LABEL_OCTETS sizeof(((struct ussd_item *)NULL)->label)

struct ussd_item *
ussd_list_add(struct ussd_list *list, const char *value, const char *label)
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
	(void)ussd_list_add(list, value, label);
}

bool
ussd_list_has(const struct ussd_list *list, const char *value)
{
	for (size_t i = 0; i < list->count; i++)
		if (strcmp(list->row[i].value, value) == 0)
			return true;
	return false;
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
		(void)ussd_list_add(list, value, name);
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

	if (ussd_list_has(list, lang))
		return;
	for (size_t i = 0; i < sizeof(own) / sizeof(own[0]); i++)
		if (strcmp(own[i].lang, lang) == 0)
			label = own[i].name;
	(void)ussd_list_add(list, lang, label);
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
		ussd_list_products(list, dial);
		break;
	case USSD_SOURCE_FOUND:
		ussd_list_found(list, dial);
		break;
	case USSD_SOURCE_CATALOGUE:
		ussd_list_catalogue(list, dial);
		break;
	case USSD_SOURCE_UNITS:
		ussd_list_units(list, dial);
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
		return ussd_list_take_product(dial, item);
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
