#include "handlers/ussd_order.h"

#include <string.h>

#include "base/buf.h"

#include "handlers/consent_ask.h"
#include "handlers/letter.h"
#include "handlers/line.h"
#include "handlers/place.h"
#include "handlers/status.h"
#include "handlers/ussd_state.h"

/* What they are asked for, at the price of the proposal. */
static size_t
asked_lines(struct ussd_order *out, struct desk *desk)
{
	struct proposal p[DESK_LINES_MAX];
	size_t count = consent_proposals(desk, out->order.id, true, p), n = 0;

	for (size_t i = 0; i < count; i++) {
		struct line *line = &out->line[n];

		if (!store_line_get(desk->store, p[i].line_id, line))
			continue;
		line->price_minor = p[i].price_minor;
		line->accepted_milli = -1;
		line->qty_milli = p[i].qty_milli;
		n++;
	}
	return n;
}

bool
ussd_order_load(struct ussd_order *out, struct ussd_dial *dial,
    int64_t order_id, bool waiting)
{
	struct desk *desk = dial->desk;

	out->count = 0;
	out->as_seller = false;
	if (!store_order_get(desk->store, order_id, &out->order))
		return false;
	if (!waiting) {
		out->count = place_load(desk, order_id, out->line);
		return out->order.buyer_id == desk->from.id;
	}
	out->count = asked_lines(out, desk);
	out->as_seller = out->count > 0;
	if (!out->as_seller && out->order.buyer_id == desk->from.id)
		out->count = consent_buyer_lines(desk, order_id, out->line);
	return out->count > 0;
}

bool
ussd_order_chosen(struct ussd_order *out, struct ussd_dial *dial)
{
	int64_t asked = ussd_state_int(dial->state, "asked");
	int64_t own = ussd_state_int(dial->state, "order");

	return (asked != 0 && ussd_order_load(out, dial, asked, true)) ||
	       (own != 0 && ussd_order_load(out, dial, own, false));
}

#define HOW_OCTETS 400

static void
how_it_goes(
    char dst[HOW_OCTETS], struct ussd_dial *dial, const struct line *line)
{
	dst[0] = '\0';
	if (line->state != LINE_CONFIRMED || !dial->session->channel->low_trust)
		status_words(
		    dst, HOW_OCTETS, dial->desk, dial->desk->lang, line, false);
}

/* How many lines from `first` on go alike; `how` of them. */
static size_t
alike(char how[HOW_OCTETS], struct ussd_dial *dial,
    const struct ussd_order *order, size_t first)
{
	char other[HOW_OCTETS];
	size_t at = first;

	how_it_goes(how, dial, &order->line[first]);
	while (++at < order->count) {
		how_it_goes(other, dial, &order->line[at]);
		if (strcmp(how, other) != 0)
			break;
	}
	return at - first;
}

char *
ussd_order_words(char *dst, size_t dst_octets, struct ussd_dial *dial,
    const struct ussd_order *order)
{
	struct letter letter = {.desk = dial->desk};
	struct buf out = buf_over(dst, dst_octets);
	struct letter_goods goods;
	char how[HOW_OCTETS];

	str_copy(letter.lang, sizeof(letter.lang), str_from(dial->desk->lang));
	letter.style = desk_style(dial->desk, letter.lang);
	for (size_t i = 0, n; i < order->count; i += n) {
		n = alike(how, dial, order, i);
		letter_goods(
		    &goods, &letter, &order->order, &order->line[i], n);
		buf_add_format(&out, "%s%s%s%s", i > 0 ? ". " : "", goods.items,
		    how[0] != '\0' ? ": " : "", how);
	}
	return dst;
}

bool
ussd_order_is_open(const struct ussd_order *order)
{
	for (size_t i = 0; i < order->count; i++)
		if (line_takes(order->line[i].state, LINE_ACT_CANCEL) &&
		    order->line[i].state != LINE_DISPUTED)
			return true;
	return false;
}

bool
ussd_order_is_coming(const struct ussd_order *order)
{
	for (size_t i = 0; i < order->count; i++)
		if (line_takes(order->line[i].state, LINE_ACT_HAND_OVER) &&
		    order->line[i].got_ms == 0)
			return true;
	return false;
}

bool
ussd_order_is_agreed(const struct ussd_order *order)
{
	for (size_t i = 0; i < order->count; i++)
		if (line_takes(order->line[i].state, LINE_ACT_PROBLEM))
			return true;
	return false;
}

bool
ussd_order_has_part(const struct ussd_order *order)
{
	return order->as_seller && order->count == 1 &&
	       order->line[0].qty_milli > 1;
}
