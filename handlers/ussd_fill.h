/* ussd_fill - what stands for {product}, {items}, {total} … on a screen: from
 * what was chosen so far, in the reader's language.
 *
 * Goods: `product`, `qty` (thousandths), `unit`, `price` (minor units, for one
 * unit), `place`, `text` of the state; or the order or listing chosen.  An
 * order that is not made yet has the prices at which it is on offer: {total}
 * when all ask the same, else {price}, from the lowest to the highest. */
#ifndef HANDLERS_USSD_FILL_H
#define HANDLERS_USSD_FILL_H

#include "handlers/letter.h"
#include "handlers/ussd_dial.h"

/* The words are views of it. */
struct ussd_fill {
	struct letter_goods goods;
	char product[96], qty[AMOUNT_OCTETS], unit[64], items[320];
	char price[2 * AMOUNT_OCTETS], total[AMOUNT_OCTETS];
	char left[AMOUNT_OCTETS];
	char place[64], day[DAY_TEXT_OCTETS], text[512], code[8], name[64];
	char n[16];
	char how[400]; /* each of an order's goods, and how they go */
};

void ussd_fill_words(struct words *out, struct ussd_fill *room,
    struct ussd_dial *dial, const struct ussd_screen *screen);

/* What one unit of the goods chosen costs here at the most; -1: nobody says.
 * Of more listings than are looked at, and at different prices, the screen has
 * had a part: INT64_MAX. */
int64_t ussd_fill_dearest(struct ussd_dial *dial);

/* Does the option's condition hold?  n (may be NULL) gets {n} of it. */
bool ussd_fill_holds(struct ussd_dial *dial, int condition, size_t *n_out);

#endif
