#include "handlers/ussd_fill.h"

#include <string.h>

#include "base/buf.h"

#include "gateway/store/store_offer.h"
#include "gateway/store/store_pin.h"

#include "handlers/ussd_goods.h"
#include "handlers/ussd_order.h"
#include "handlers/ussd_state.h"

static void
letter_of(struct letter *letter, struct ussd_dial *dial)
{
	memset(letter, 0, sizeof(*letter));
	letter->desk = dial->desk;
	str_copy(
	    letter->lang, sizeof(letter->lang), str_from(dial->desk->lang));
	letter->style = desk_style(dial->desk, letter->lang);
}

/* -- goods that were chosen -------------------------------------------------
 */

/* What they cost here, one by one or in all. */
static void
put_offered(struct ussd_fill *room, struct ussd_dial *dial,
    const struct amount_style *style, const char *product, const char *unit,
    int64_t milli)
{
	struct ussd_goods_unit row[USSD_GOODS_UNITS];
	size_t count = ussd_goods_units(dial->desk, product, row), i;
	struct buf price = buf_over(room->price, sizeof(room->price));
	char low[AMOUNT_OCTETS], high[AMOUNT_OCTETS];

	for (i = 0; i < count && strcmp(row[i].unit, unit) != 0; i++)
		continue;
	if (i == count || row[i].low_minor < 0)
		return;
	if (row[i].low_minor == row[i].high_minor) {
		amount_money(
		    room->total, style, amount_total(milli, row[i].low_minor));
		return;
	}
	buf_add_format(&price, "%s - %s",
	    amount_money(low, style, row[i].low_minor),
	    amount_price(high, style, row[i].high_minor, unit));
}

int64_t
ussd_fill_dearest(struct ussd_dial *dial)
{
	struct ussd_goods_unit row[USSD_GOODS_UNITS];
	char product[48], unit[16];
	size_t count = ussd_goods_units(dial->desk,
	    ussd_state_copy(product, sizeof(product), dial->state, "product"),
	    row);

	(void)ussd_state_copy(unit, sizeof(unit), dial->state, "unit");
	for (size_t i = 0; i < count; i++)
		if (strcmp(row[i].unit, unit) == 0)
			return row[i].some &&
				       row[i].low_minor != row[i].high_minor
				   ? INT64_MAX
				   : row[i].high_minor;
	return -1;
}

static void
put_goods(struct ussd_fill *room, struct ussd_dial *dial,
    const struct ussd_screen *screen, const struct amount_style *style)
{
	const struct session_state *state = dial->state;
	char product[48], unit[16];
	int64_t milli = ussd_state_int(state, "qty");
	int64_t minor = ussd_state_int(state, "price");

	(void)ussd_state_copy(product, sizeof(product), state, "product");
	(void)ussd_state_copy(unit, sizeof(unit), state, "unit");
	if (product[0] == '\0')
		return;
	str_copy(room->product, sizeof(room->product),
	    str_from(amount_product(style, product)));
	if (unit[0] != '\0')
		str_copy(room->unit, sizeof(room->unit),
		    str_from(amount_unit(style, unit,
			screen->kind == USSD_KIND_NUMBER &&
			    screen->what == USSD_RULE_QUANTITY)));
	if (minor > 0)
		amount_price(room->price, style, minor, unit);
	if (milli <= 0)
		return;
	amount_qty(room->qty, style, milli, unit);
	amount_goods(room->items, style, product, milli, unit, 0);
	if (minor > 0) {
		amount_money(room->total, style, amount_total(milli, minor));
	} else if (screen->kind == USSD_KIND_CONFIRM &&
		   screen->what == USSD_ACT_ORDER) {
		put_offered(room, dial, style, product, unit, milli);
	}
}

/* -- a listing, an order ----------------------------------------------------
 */

/* As it is now, but for what they have typed since. */
static void
put_listing(struct ussd_fill *room, struct ussd_dial *dial,
    const struct amount_style *style)
{
	int64_t id = ussd_state_int(dial->state, "offer");
	struct offer offer;

	if (id == 0 || !store_offer_get(dial->desk->store, id, &offer))
		return;
	amount_qty(room->left, style, offer.stock_milli - offer.held_milli,
	    offer.unit);
	if (room->items[0] == '\0')
		amount_goods(room->items, style, offer.product,
		    offer.stock_milli - offer.held_milli, offer.unit,
		    offer.unit_grams);
	if (room->price[0] == '\0')
		amount_price(room->price, style, offer.price_minor, offer.unit);
}

/* The line as it would be with what they give of it. */
static void
take_part(struct ussd_order *order, const struct session_state *state)
{
	int64_t milli = ussd_state_int(state, "qty");

	if (milli > 0 && ussd_order_has_part(order))
		order->line[0].qty_milli = milli;
}

/* As it was said with the order, else where the buyer lives. */
static void
put_place(
    struct ussd_fill *room, struct ussd_dial *dial, const struct order *order)
{
	struct person buyer;

	memcpy(room->place, order->place, sizeof(room->place));
	if (room->place[0] == '\0' &&
	    store_person_get(dial->desk->store, order->buyer_id, &buyer))
		memcpy(room->place, buyer.place, sizeof(room->place));
}

static void
put_order(struct ussd_fill *room, struct ussd_dial *dial)
{
	struct ussd_order order;
	struct letter letter;
	struct letter_goods *goods = &room->goods;

	if (!ussd_order_chosen(&order, dial))
		return;
	take_part(&order, dial->state);
	letter_of(&letter, dial);
	letter_goods(goods, &letter, &order.order, order.line, order.count);
	memcpy(room->code, order.order.code, sizeof(room->code));
	memcpy(room->items, goods->items, sizeof(room->items));
	memcpy(room->total, goods->total, sizeof(room->total));
	str_copy(room->price, sizeof(room->price), str_from(goods->price));
	put_place(room, dial, &order.order);
	memcpy(room->day, goods->day, sizeof(room->day));
	if (order.count == 0)
		return;
	str_copy(room->product, sizeof(room->product),
	    str_from(amount_product(&letter.style, order.line[0].product)));
	str_copy(room->unit, sizeof(room->unit),
	    str_from(amount_unit(&letter.style, order.line[0].unit, true)));
	amount_qty(room->qty, &letter.style, order.line[0].qty_milli,
	    order.line[0].unit);
	if (order.as_seller)
		return;
	(void)ussd_order_words(room->how, sizeof(room->how), dial, &order);
	if (room->text[0] == '\0')
		str_copy(room->text, sizeof(room->text), str_from(room->how));
}

/* -- all of it --------------------------------------------------------------
 */

void
ussd_fill_words(struct words *out, struct ussd_fill *room,
    struct ussd_dial *dial, const struct ussd_screen *screen)
{
	struct amount_style style = desk_style(dial->desk, dial->desk->lang);

	memset(room, 0, sizeof(*room));
	(void)ussd_state_copy(
	    room->place, sizeof(room->place), dial->state, "place");
	(void)ussd_state_copy(
	    room->text, sizeof(room->text), dial->state, "text");
	if (dial->desk->from.shared)
		letter_name(room->name, &dial->desk->from);
	put_goods(room, dial, screen, &style);
	put_listing(room, dial, &style);
	put_order(room, dial);
	*out = (struct words){.code = room->code,
	    .items = room->items,
	    .qty = room->qty,
	    .product = room->product,
	    .unit = room->unit,
	    .price = room->price,
	    .total = room->total,
	    .left = room->left,
	    .name = room->name,
	    .day = room->day,
	    .place = room->place,
	    .text = room->text,
	    .n = room->n,
	    .how = room->how,
	    .market = dial->desk->market->name};
}

static bool
needs_pin(struct ussd_dial *dial)
{
	struct pin pin;

	return dial->desk->from.shared ||
	       (store_pin_get(dial->desk->store, dial->desk->from.id, &pin) &&
		   pin.hash[0] != '\0');
}

static bool
is_many(struct ussd_dial *dial, unsigned parts, size_t *n_out)
{
	size_t at;

	*n_out = book_count(ussd_dial_book(dial), parts, &at);
	return *n_out > 0;
}

bool
ussd_fill_holds(struct ussd_dial *dial, int condition, size_t *n_out)
{
	const struct person *from = &dial->desk->from;
	struct ussd_order order;
	size_t unused, *n = n_out != NULL ? n_out : &unused;

	*n = 0;
	switch ((enum ussd_condition)condition) {
	case USSD_CONDITION_ASKED:
		return is_many(dial, BOOK_ASKED | BOOK_BUYER_ASKED, n);
	case USSD_CONDITION_ORDERS:
		return is_many(dial, BOOK_BUYER, n);
	case USSD_CONDITION_SELLER:
		return (from->roles & (PERSON_SELLER | PERSON_LEADER)) != 0;
	case USSD_CONDITION_BUYER:
		return (from->roles & PERSON_BUYER) != 0 ||
		       from->got_count > 0 || is_many(dial, BOOK_BUYER, n);
	case USSD_CONDITION_SHARED:
		return from->shared;
	case USSD_CONDITION_PIN:
		return needs_pin(dial);
	case USSD_CONDITION_OPEN:
		return ussd_order_chosen(&order, dial) &&
		       ussd_order_is_open(&order);
	case USSD_CONDITION_COMING:
		return ussd_order_chosen(&order, dial) &&
		       ussd_order_is_coming(&order);
	case USSD_CONDITION_AGREED:
		return ussd_order_chosen(&order, dial) &&
		       ussd_order_is_agreed(&order);
	case USSD_CONDITION_STOPPED:
		return from->stopped_ms != 0;
	case USSD_CONDITION_PART:
		return ussd_order_chosen(&order, dial) &&
		       ussd_order_has_part(&order);
	case USSD_CONDITION_MORE: /* of a list: ussd_show knows */
	case USSD_CONDITIONS:
		break;
	}
	return false;
}
