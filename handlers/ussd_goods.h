/* ussd_goods - the goods that a person may choose from on a screen.
 *
 * Which products are on sale, those most offered first, is known for all
 * dialogues together: counted once for a catalogue, then only those whose
 * listings were written, and two more a turn, round and round, for what changes
 * without that.  At most 18 searches of an index a turn, whatever there is.
 * Bands, not figures, decide (one, some, many), then the order of the
 * catalogue: a list whose keys people learn must not jump. Ownership:
 * ussd_goods_new gives, ussd_goods_free takes. */
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
	bool some; /* of the first in turn only: there are too many */
};
size_t ussd_goods_units(struct desk *desk, const char *product,
    struct ussd_goods_unit out[USSD_GOODS_UNITS]);

/* Those of `list` (`count` of them; NULL: of the catalogue's first so many) of
 * which a name, or a word in it, begins so: in the reader's language, the
 * market's or English.  At most `most` into out; how many. */
size_t ussd_goods_found(const struct desk *desk, const int *list, size_t count,
    struct str letters, int *out, size_t most);

#endif
