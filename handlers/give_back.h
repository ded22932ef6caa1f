/* give_back - a seller takes their word back: what was agreed, or a part or a
 * price that still lies with the buyer.
 *
 * The goods go to the next seller, the buyer is told, and a question to the
 * buyer that has nothing to ask any more is closed. */
#ifndef HANDLERS_GIVE_BACK_H
#define HANDLERS_GIVE_BACK_H

#include <stdbool.h>

#include "gateway/store/store_order.h"

#include "handlers/book.h"
#include "handlers/desk.h"

struct give_back_what {
	int64_t seller_id;
	const char *product; /* of these goods only; NULL: all */
	int64_t offer_id; /* of that listing only; 0: all */
	bool noted_only; /* what is agreed stands */
	bool unsaid; /* they hear nothing of it */
};

/* Returns how many lines were given back. */
size_t give_back(struct desk *desk, const struct order *order,
    const struct give_back_what *what);

/* All that the sender has noted with buyers (of one listing unless 0): for
 * STOP and SOLD OUT, which say it to the seller themselves. */
void give_back_noted(
    struct desk *desk, const struct book *book, int64_t offer_id);

/* A part or price of the sender in that order lies with the buyer. */
bool give_back_is_noted(struct desk *desk, int64_t order_id);

#endif
