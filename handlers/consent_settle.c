/* consent_settle - the buyer's word to parts and prices that lie with them: of
 * which goods, of which farmer, or what the last question was about. */
#include <string.h>

#include "handlers/agree.h"
#include "handlers/consent.h"
#include "handlers/consent_ask.h"
#include "handlers/letter.h"

/* The offers of these goods, of those that lie with the buyer. */
static size_t
offers_of(struct desk *desk, int64_t order_id, int product,
    struct line lines[DESK_LINES_MAX])
{
	const char *key = catalogue_key(desk->trade->catalogue, product);
	size_t count = consent_buyer_lines(desk, order_id, lines), n = 0;

	for (size_t i = 0; i < count; i++)
		if (key == NULL || strcmp(lines[i].product, key) == 0)
			lines[n++] = lines[i];
	return n;
}

bool
consent_is_offered(struct desk *desk, int64_t order_id, int product)
{
	struct line lines[DESK_LINES_MAX];

	return product >= 0 && offers_of(desk, order_id, product, lines) > 0;
}

static bool
settle_these(struct desk *desk, const struct order *order, struct line *lines,
    size_t count, bool yes)
{
	desk_as(desk, "buyer");
	if (count == 0)
		return false;
	if (!yes)
		letter_answer(desk, PHRASE_BUYER_NO_ACK,
		    &(struct words){.code = order->code}, order->id);
	agree_buyer(desk, order, lines, count, yes);
	return true;
}

void
consent_settle_offers(
    struct desk *desk, const struct order *order, int product, bool yes)
{
	struct line lines[DESK_LINES_MAX];

	(void)settle_these(desk, order, lines,
	    offers_of(desk, order->id, product, lines), yes);
}

bool
consent_settle_seller(
    struct desk *desk, int64_t order_id, int64_t seller_id, bool yes)
{
	struct line lines[DESK_LINES_MAX];
	size_t count = consent_buyer_lines(desk, order_id, lines), n = 0;
	struct order order;

	for (size_t i = 0; i < count; i++)
		if (lines[i].seller_id == seller_id)
			lines[n++] = lines[i];
	return store_order_get(desk->store, order_id, &order) &&
	       settle_these(desk, &order, lines, n, yes);
}

bool
consent_settle_lines(struct desk *desk, int64_t order_id,
    const int64_t *line_ids, size_t count, bool yes)
{
	struct line lines[DESK_LINES_MAX];
	size_t n = 0;
	struct order order;

	for (size_t i = 0; i < count && n < DESK_LINES_MAX; i++)
		if (store_line_get(desk->store, line_ids[i], &lines[n]) &&
		    lines[n].order_id == order_id &&
		    lines[n].state == LINE_ASKED)
			n++;
	return store_order_get(desk->store, order_id, &order) &&
	       settle_these(desk, &order, lines, n, yes);
}

size_t
consent_sellers(struct desk *desk, int64_t order_id)
{
	struct line lines[DESK_LINES_MAX];
	size_t count = consent_buyer_lines(desk, order_id, lines), n = 0;

	for (size_t i = 0; i < count; i++) {
		size_t k = 0;

		while (k < i && lines[k].seller_id != lines[i].seller_id)
			k++;
		n += k == i;
	}
	return n;
}
