/* ussd_goods - the goods that a person may choose from on a screen.
 *
 * Which products are on sale, those most offered first, is counted now and
 * then, for all dialogues together: again when a listing has changed, but not
 * so often that it costs much in a market of thousands of products.  Bands, not
 * figures, decide (one, some, many), then the order of the catalogue: a list
 * whose keys people learn must not jump.
 * Ownership: ussd_goods_new gives, ussd_goods_free takes. */
#ifndef HANDLERS_USSD_GOODS_H
#define HANDLERS_USSD_GOODS_H

#include "handlers/desk.h"

struct ussd_goods;

struct ussd_goods *ussd_goods_new(void);
void ussd_goods_free(struct ussd_goods **goods);

/* Indexes into the catalogue; *list_out lives until the next call. */
size_t ussd_goods_on_sale(
    struct ussd_goods *goods, struct desk *desk, const int **list_out);

/* The measures by which one product is sold here, and what it costs by one of
 * them. */
#define USSD_GOODS_UNITS 6

struct ussd_goods_unit {
	char unit[INTENT_UNIT_OCTETS + 4];
	int64_t low_minor, high_minor; /* -1: nobody says */
};
size_t ussd_goods_units(struct desk *desk, const char *product,
    struct ussd_goods_unit out[USSD_GOODS_UNITS]);

/* Does a name of that product, or a word in it, begin so?  In the reader's
 * language, the market's and English. */
bool ussd_goods_begins(
    const struct desk *desk, int product, struct str letters);

#endif
