/* alloc - whose turn is it?  The seller to ask next for one line.
 *
 * Among the eligible the one asked longest ago.  Those who have enough come
 * before those who have only some.  At most ALLOC_ROWS listings are looked
 * at, however many sellers there are.  alloc_judge() is pure. */
#ifndef HANDLERS_ALLOC_H
#define HANDLERS_ALLOC_H

#include <stdbool.h>
#include <stdint.h>

#include "gateway/store/store_offer.h"
#include "gateway/store/store_order.h"
#include "gateway/store/store_person.h"

struct catalogue;
struct desk;

#define ALLOC_ROWS 64

enum alloc_verdict {
	ALLOC_GOOD,
	ALLOC_NOT_SELLER, /* stopped, not registered, or the buyer himself */
	ALLOC_NOT_NOW, /* listing not yet or no longer valid, nothing left */
	ALLOC_UNIT, /* measures cannot be compared */
	ALLOC_PRICE, /* above the buyer's highest price */
	ALLOC_ASKED, /* was asked for this line already */
	ALLOC_NOBODY, /* no listing at all */
};

struct alloc_fit {
	int64_t qty_milli; /* of the line's measure that this seller can give */
	int64_t hold_milli; /* the same in the listing's measure */
	int64_t price_minor; /* per unit of the line, -1 not said */
};

enum alloc_verdict alloc_judge(struct alloc_fit *fit,
    const struct catalogue *catalogue, const struct line *line,
    const struct offer *offer, const struct person *seller, int64_t buyer_id,
    int64_t now_ms);

struct alloc_wish {
	int64_t seller_id; /* ask this one first, asked before or not; 0 */
	int64_t only_id; /* this one or nobody (an admin's choice); 0 */
	struct str name; /* FROM name: chosen by the buyer; empty */
};

struct alloc_choice {
	enum alloc_verdict verdict; /* GOOD, or why there is nobody */
	struct offer offer;
	struct person seller;
	struct alloc_fit fit;
	char reason[96]; /* in words, for the record */
	int64_t lowest_minor; /* with PRICE: the lowest there is */
	char unit[16]; /* with UNIT: how it is sold here */
};

void alloc_choose(struct alloc_choice *out, struct desk *desk,
    const struct order *order, const struct line *line,
    const struct alloc_wish *wish);

#endif
