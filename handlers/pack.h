/* pack - a seller's own measure: "1 debe = 18kg", also inside of a listing:
 * "SELL maize 10 debe = 18kg 400".
 *
 * In:  a text.  Out: the measure, the weight of one of it, and the text without
 * the weight, which would be read as a second quantity.  A weight is never
 * guessed: without it a pack is compared with the same pack only. */
#ifndef HANDLERS_PACK_H
#define HANDLERS_PACK_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

#include "handlers/intent.h"

struct desk;

#define PACK_TEXT_OCTETS 320

struct pack {
	char unit[INTENT_UNIT_OCTETS]; /* canonical; "" none was said */
	int64_t grams; /* of one */
	int product; /* -1: of any goods */
	bool alone; /* the text says nothing else */
	bool of_one; /* "1 debe", "my debe": no count that answers something */
	char text[PACK_TEXT_OCTETS]; /* the rest of it */
};

/* False: the text says no such thing; *out is empty. */
bool pack_hear(struct pack *out, const struct desk *desk, struct str text);

/* The sender's listings by that measure have that weight now; answers. */
void pack_keep(struct desk *desk, const struct pack *pack);

#endif
