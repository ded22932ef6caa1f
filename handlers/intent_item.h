/* intent_item - quantities and products of a text -> lines of goods.
 *
 * In any order: "5kg tomato", "tomato kilo 5", "tomato, onion 1kg each".  The
 * pairing that leaves least over and crosses fewest commas wins.
 * Internal to handlers/intent.  Pure. */
#ifndef HANDLERS_INTENT_ITEM_H
#define HANDLERS_INTENT_ITEM_H

#include "handlers/intent_figure.h"
#include "handlers/intent_token.h"

struct intent_items {
	struct intent_item items[INTENT_ITEMS];
	size_t count;
	/* Quantities that found no product; the first is kept. */
	size_t loose_count;
	struct intent_item loose;
	size_t without_qty;
	bool doubt; /* a figure with two readings, or a range */
	bool rivals; /* a name with several products */
	bool unlike; /* "tomato paste": not what the catalogue sells */
	bool either; /* "potato or cassava" */
	bool too_many; /* or the text is too long: there may be more */
	bool unread; /* more goods, of which we do not know the name */
	size_t last; /* token of the last product or quantity */
};

void intent_item_read(struct intent_items *out, struct intent_text *t,
    const struct intent_figures *figures);

#endif
