/* ussd_order - an order as it concerns who dialled: their own, or one that
 * waits for their answer. */
#ifndef HANDLERS_USSD_ORDER_H
#define HANDLERS_USSD_ORDER_H

#include "handlers/ussd_dial.h"

struct ussd_order {
	struct order order;
	/* Their own: all of it.  Waiting: what they are asked for, with the
	 * price they would get, or what a farmer offers them. */
	struct line line[DESK_LINES_MAX];
	size_t count;
	bool as_seller; /* waiting, and they are the farmer */
};

/* False: they have no such part in it (any more). */
bool ussd_order_load(struct ussd_order *out, struct ussd_dial *dial,
    int64_t order_id, bool waiting);

/* The one that was chosen; false: none, or as above. */
bool ussd_order_chosen(struct ussd_order *out, struct ussd_dial *dial);

/* "4 kg tomato: agreed with Akinyi +254722000001. 6 kg tomato: nobody had it":
 * the goods and how each of them goes.  With whom it was agreed is not told by
 * a way in that vouches for nobody. */
char *ussd_order_words(char *dst, size_t dst_octets, struct ussd_dial *dial,
    const struct ussd_order *order);

/* May be called off; may be said to have come. */
bool ussd_order_is_open(const struct ussd_order *order);
bool ussd_order_is_coming(const struct ussd_order *order);
/* Something of it was agreed, so that something can be wrong with it. */
bool ussd_order_is_agreed(const struct ussd_order *order);
/* One kind of goods is asked of a farmer, who may have less of it. */
bool ussd_order_has_part(const struct ussd_order *order);

#endif
