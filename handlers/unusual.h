/* unusual - is it far more than this buyer orders otherwise?
 *
 * A slip of the thumb (50 for 5, 5000 g for 500) costs a farmer a harvest, so
 * such a line is repeated to the buyer before anybody is asked for it.
 * unusual_judge() is pure; the rest finds its facts by one key
 * (gateway/store/store_bought). */
#ifndef HANDLERS_UNUSUAL_H
#define HANDLERS_UNUSUAL_H

#include <stdbool.h>
#include <stdint.h>

#include "gateway/store/store_order.h"

#include "handlers/desk.h"
#include "handlers/draft.h"

struct unusual_facts {
	bool weight; /* amounts are grams, else thousandths of a pack */
	int64_t amount;
	int64_t most; /* that they ever ordered, in the same measure; 0 none */
	int times; /* the market's (market.h) */
	int64_t grams;
};
bool unusual_judge(const struct unusual_facts *facts);

/* qty_milli of `unit` ("" counts as pieces), ordered by that person. */
bool unusual_quantity(const struct desk *desk, int64_t person_id,
    const char *product, const char *unit, int64_t qty_milli);
/* Any item of it. */
bool unusual_draft(
    const struct desk *desk, int64_t person_id, const struct draft *draft);

/* A line was ordered or changed: so much is usual from now on. */
void unusual_note(
    const struct desk *desk, int64_t person_id, const struct line *line);

#endif
