#include "handlers/sale_order.h"

#include <string.h>

#include "handlers/draft.h"
#include "handlers/news.h"
#include "handlers/order.h"
#include "handlers/sale_buy.h"
#include "handlers/sale_hear.h"

static void
read_rest(struct desk *desk, const char *rest)
{
	struct intent_limits limits;
	struct intent_hints hints = {.limits = desk_limits(&limits, desk),
	    .lang = desk->lang,
	    .roles = INTENT_ROLE_BUYER};

	intent_parse(&desk->intent, desk->trade->lexicon,
	    desk->trade->catalogue, str_from(rest), &hints);
}

/* One line of the sale's goods: what the text leaves open, the sale knows. */
static bool
draft_of(struct desk *desk, const struct sale *sale, struct draft *draft)
{
	struct draft_item *it = &draft->items[0];
	const struct intent *intent = &desk->intent;

	draft_from(draft, desk->trade->catalogue, intent, INTENT_ORDER);
	if (draft->count > 1)
		return false;
	draft->count = 1;
	if (it->product[0] == '\0' && intent->items_count == 0 &&
	    intent->kind == INTENT_DIGIT && intent->number > 0)
		it->qty_milli = intent->number * 1000;
	if (it->product[0] == '\0')
		memcpy(it->product, sale->product, sizeof(it->product));
	if (it->unit[0] == '\0')
		memcpy(it->unit, sale->unit, sizeof(it->unit));
	it->unit_doubt = false;
	draft->sale_id = sale->id;
	return strcmp(it->product, sale->product) == 0;
}

static bool
may_be_order(const struct desk *desk, const struct sale_heard *heard)
{
	const struct intent *intent = &desk->intent;

	if (intent->kind == INTENT_AMBIGUOUS || intent->kind == INTENT_DIGIT)
		return heard->by_code || intent->items_count > 0;
	if (intent->kind == INTENT_NONE) /* the code alone */
		return heard->by_code && heard->rest[0] == '\0';
	return intent->kind == INTENT_ORDER;
}

/* Named by SALE or a promoter only: which one runs for these goods? */
static bool
find_sale(struct desk *desk, struct sale_heard *heard)
{
	const char *product;

	if (heard->sale.id != 0)
		return true;
	if (desk->intent.items_count != 1)
		return false;
	product = catalogue_key(
	    desk->trade->catalogue, desk->intent.items[0].product);
	return product != NULL &&
	       store_sale_of_product(desk->store, product, &heard->sale);
}

bool
sale_order_text(struct desk *desk, const struct book *book)
{
	struct sale_heard heard;
	struct intent before;
	struct draft draft;

	if (!sale_hear(&heard, desk))
		return false;
	before = desk->intent;
	read_rest(desk, heard.rest);
	if (heard.by_code && desk->intent.kind == INTENT_CANCEL &&
	    sale_buy_leave(desk, &heard.sale))
		return true;
	if (heard.by_code && desk->intent.kind == INTENT_STATUS) {
		sale_buy_state(desk, &heard.sale);
		return true;
	}
	if (!may_be_order(desk, &heard) || !find_sale(desk, &heard) ||
	    !draft_of(desk, &heard.sale, &draft)) {
		desk->intent = before;
		return false;
	}
	draft.promoter_id = heard.promoter_id;
	order_draft(desk, book, &draft, false);
	return true;
}

bool
sale_order_hint(struct desk *desk, const char *product)
{
	struct sale_part parts[SALE_PARTS_MAX];
	struct sale sale;
	int64_t left = 0;
	size_t count;

	if (!store_sale_of_product(desk->store, product, &sale))
		return false;
	count = store_sale_parts(desk->store, sale.id, parts);
	for (size_t i = 0; i < count; i++)
		left += parts[i].free_milli;
	if (left > 0)
		news_say_sale(desk, &sale);
	return left > 0;
}
