#include "handlers/ussd_intent.h"

#include <string.h>

#include "handlers/ussd_order.h"
#include "handlers/ussd_state.h"

enum about { ABOUT_NOTHING, ABOUT_GOODS, ABOUT_PRICE, ABOUT_ORDER, ABOUT_TEXT };

static const struct {
	enum intent_kind kind;
	const char *verb;
	enum about about;
} texts[USSD_ACTS] = {
    [USSD_ACT_ORDER] = {INTENT_ORDER, "ORDER", ABOUT_GOODS},
    [USSD_ACT_CANCEL] = {INTENT_CANCEL, "CANCEL", ABOUT_ORDER},
    [USSD_ACT_GOT] = {INTENT_GOT, "GOT", ABOUT_ORDER},
    [USSD_ACT_OFFER] = {INTENT_OFFER, "SELL", ABOUT_PRICE},
    [USSD_ACT_STOCK] = {INTENT_STOCK, "STOCK", ABOUT_GOODS},
    [USSD_ACT_PRICE] = {INTENT_PRICE_SET, "PRICE", ABOUT_PRICE},
    [USSD_ACT_SOLD_OUT] = {INTENT_SOLD_OUT, "SOLD OUT", ABOUT_GOODS},
    [USSD_ACT_ACCEPT] = {INTENT_ACCEPT, "YES", ABOUT_ORDER},
    [USSD_ACT_DECLINE] = {INTENT_REJECT, "NO", ABOUT_ORDER},
    [USSD_ACT_PARTIAL] = {INTENT_PARTIAL, "ONLY", ABOUT_ORDER},
    [USSD_ACT_FEEDBACK] = {INTENT_FEEDBACK, "FEEDBACK", ABOUT_TEXT},
    [USSD_ACT_PROBLEM] = {INTENT_PROBLEM, "PROBLEM", ABOUT_ORDER},
    [USSD_ACT_JOIN] = {INTENT_SELLER_REQUEST, "SELLER", ABOUT_TEXT},
    [USSD_ACT_STOP] = {INTENT_STOP, "STOP", ABOUT_NOTHING},
    [USSD_ACT_START] = {INTENT_START, "START", ABOUT_NOTHING},
    [USSD_ACT_LANGUAGE] = {INTENT_HELP, "HELP", ABOUT_NOTHING},
    [USSD_ACT_STATUS] = {INTENT_STATUS, "STATUS", ABOUT_NOTHING},
    [USSD_ACT_INCOME] = {INTENT_INCOME, "INCOME", ABOUT_NOTHING},
    [USSD_ACT_HELP] = {INTENT_HELP, "HELP", ABOUT_NOTHING},
    [USSD_ACT_MY] = {INTENT_MY, "MY", ABOUT_NOTHING},
    [USSD_ACT_TURN] = {INTENT_TURN, "TURN", ABOUT_NOTHING},
    [USSD_ACT_PRICE_OF] = {INTENT_PRICE_QUERY, "HOW MUCH", ABOUT_NOTHING},
};

/* What was chosen of goods, as the reader of texts gives it. */
void
ussd_intent_goods(struct ussd_dial *dial)
{
	struct intent *intent = &dial->desk->intent;
	struct intent_item *it = &intent->items[0];
	const struct session_state *state = dial->state;
	char product[48];
	int64_t minor = ussd_state_int(state, "price");
	int places = dial->desk->market->currency_places;

	*it = (struct intent_item){
	    .product = catalogue_find(dial->desk->trade->catalogue,
		ussd_state_copy(product, sizeof(product), state, "product")),
	    .qty_milli = ussd_state_int(state, "qty")};
	it->has_qty = it->qty_milli > 0;
	str_copy(it->unit, sizeof(it->unit), ussd_state_get(state, "unit"));
	for (int i = 0; minor > 0 && i < 3 - places; i++)
		minor *= 10;
	if (minor > 0) {
		it->price_milli = minor;
		memcpy(it->price_per, it->unit, sizeof(it->price_per));
	}
	intent->items_count = 1;
}

/* "3 bags maize", in English: log and history are read by whoever runs it. */
static void
say_goods(struct buf *out, struct ussd_dial *dial, bool price)
{
	struct amount_style style = desk_style(dial->desk, "en");
	const struct session_state *state = dial->state;
	char product[48], unit[16], text[AMOUNT_OCTETS];
	int64_t milli = ussd_state_int(state, "qty");
	int64_t minor = ussd_state_int(state, "price");

	(void)ussd_state_copy(product, sizeof(product), state, "product");
	(void)ussd_state_copy(unit, sizeof(unit), state, "unit");
	buf_add_format(out, " %s",
	    milli > 0 ? amount_goods(text, &style, product, milli, unit, 0)
		      : amount_product(&style, product));
	if (price && minor > 0)
		buf_add_format(
		    out, " %s", amount_price(text, &style, minor, unit));
}

/* What they give of the line. */
static void
put_part(struct ussd_dial *dial, struct buf *out)
{
	struct intent *intent = &dial->desk->intent;
	struct intent_item *it = &intent->items[0];
	struct amount_style style = desk_style(dial->desk, "en");
	struct ussd_order order;
	char qty[AMOUNT_OCTETS];

	if (!ussd_order_chosen(&order, dial) || order.count != 1)
		return;
	*it = (struct intent_item){.product = -1,
	    .has_qty = true,
	    .qty_milli = ussd_state_int(dial->state, "qty")};
	str_copy(it->unit, sizeof(it->unit), str_from(order.line[0].unit));
	intent->items_count = 1;
	buf_add_format(
	    out, " %s", amount_qty(qty, &style, it->qty_milli, it->unit));
}

/* Its part in the order is judged by the book, by whoever does the act: what
 * is over meanwhile is answered as a late text is. */
static bool
put_order_code(struct ussd_dial *dial, struct buf *out)
{
	struct intent *intent = &dial->desk->intent;
	int64_t asked = ussd_state_int(dial->state, "asked");
	struct order order;

	if (!store_order_get(dial->desk->store,
		asked != 0 ? asked : ussd_state_int(dial->state, "order"),
		&order))
		return false;
	str_copy(intent->code, sizeof(intent->code), str_from(order.code));
	intent->code_open = true;
	intent->rest = ussd_state_get(dial->state, "text");
	if (intent->kind == INTENT_PARTIAL)
		put_part(dial, out);
	buf_add_format(out, " %s", intent->code);
	return true;
}

bool
ussd_intent_put(struct ussd_dial *dial, enum ussd_act act, struct buf *out)
{
	struct intent *intent = &dial->desk->intent;
	struct str text = ussd_state_get(dial->state, "text");
	struct str place = ussd_state_get(dial->state, "place");

	memset(intent, 0, sizeof(*intent));
	intent->kind = texts[act].kind;
	intent->number = -1;
	intent->rule = "ussd";
	intent->complaint = true;
	buf_add_text(out, texts[act].verb);
	switch (texts[act].about) {
	case ABOUT_GOODS:
	case ABOUT_PRICE:
		ussd_intent_goods(dial);
		say_goods(out, dial, texts[act].about == ABOUT_PRICE);
		if (place.octets > 0 && act == USSD_ACT_ORDER) {
			buf_add_text(out, ", ");
			buf_add_str(out, place);
		}
		return intent->items[0].product >= 0;
	case ABOUT_ORDER:
		if (!put_order_code(dial, out))
			return false;
		break;
	case ABOUT_TEXT:
		intent->rest = text;
		break;
	case ABOUT_NOTHING:
		return true;
	}
	if (text.octets > 0) {
		buf_add_char(out, ' ');
		buf_add_str(out, text);
	}
	return true;
}
