#include "handlers/sale_order.h"

#include <string.h>

#include "base/buf.h"

#include "handlers/draft.h"
#include "handlers/follow.h"
#include "handlers/news.h"
#include "handlers/order.h"
#include "handlers/sale.h"
#include "handlers/sale_buy.h"
#include "handlers/sale_hear.h"
#include "handlers/sale_wait.h"

#define SALES_A_TEXT 3 /* each is a text of its own */

static void
read_rest(
    struct intent *out, struct desk *desk, const char *rest, unsigned roles)
{
	struct intent_limits limits;
	struct intent_hints hints = {.limits = desk_limits(&limits, desk),
	    .lang = desk->lang,
	    .roles = roles};

	intent_parse(out, desk->trade->lexicon, desk->trade->catalogue,
	    str_from(rest), &hints);
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

static bool
is_seller(const struct desk *desk)
{
	return (desk->from.roles & (PERSON_SELLER | PERSON_LEADER)) != 0;
}

/* Read as what it is without the sale: "STOCK mango 10kg" that happens to come
 * after an announcement is a listing, "only 3" an answer, and a seller's "5kg
 * mango sale" is what they have; but "buy 5kg mango sale" is an order. */
static bool
means_other(struct desk *desk, const struct book *book,
    const struct sale_heard *heard, enum intent_kind as_read)
{
	struct intent own;
	size_t at;

	if (as_read == INTENT_STOCK || as_read == INTENT_PRICE_SET ||
	    as_read == INTENT_SOLD_OUT)
		return true;
	if (!is_seller(desk) || heard->by_code)
		return false;
	read_rest(&own, desk, heard->rest, INTENT_ROLE_SELLER);
	if (heard->sale.id == 0)
		return heard->by_word && own.kind != INTENT_ORDER;
	return own.kind == INTENT_OFFER ||
	       (own.kind != INTENT_ORDER && own.items_count > 0 &&
		   own.items[0].product >= 0) ||
	       (own.kind == INTENT_PARTIAL &&
		   book_count(book, BOOK_ASKED, &at) > 0);
}

/* A no to what we said of the list, unless a farmer is asked something. */
static bool
leaves(
    struct desk *desk, const struct book *book, const struct sale_heard *heard)
{
	size_t at;

	return heard->sale.id != 0 &&
	       (desk->intent.kind == INTENT_CANCEL ||
		   (desk->intent.kind == INTENT_REJECT &&
		       book_count(book, BOOK_ASKED, &at) == 0)) &&
	       sale_wait_leave(desk, &heard->sale);
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
	read_rest(&desk->intent, desk, heard.rest, INTENT_ROLE_BUYER);
	if (leaves(desk, book, &heard) ||
	    (heard.by_code && desk->intent.kind == INTENT_CANCEL &&
		sale_end(desk, &heard.sale)))
		return true;
	/* Not begun: the announcement says from when. */
	if (heard.sale.state == SALE_PLANNED) {
		news_say_sale(desk, &heard.sale);
		return true;
	}
	if (heard.by_code && desk->intent.kind == INTENT_STATUS) {
		sale_wait_state(desk, &heard.sale);
		return true;
	}
	if (means_other(desk, book, &heard, before.kind) ||
	    !may_be_order(desk, &heard) || !find_sale(desk, &heard) ||
	    !draft_of(desk, &heard.sale, &draft)) {
		desk->intent = before;
		return false;
	}
	draft.promoter_id = heard.promoter_id;
	order_draft(desk, book, &draft, false);
	return true;
}

/* The text without the word; false: it is not there, or stands first. */
static bool
cut_sale_word(char dst[SALE_HEAR_OCTETS], struct desk *desk)
{
	struct buf out = buf_over(dst, SALE_HEAR_OCTETS);
	struct str text = desk->text->text, word;
	bool found = false;

	while (str_cut(&word, &text, ' ')) {
		found = sale_hear_cut(desk, &word) || found;
		if (found && out.octets + word.octets == 0)
			return false;
		if (word.octets == 0)
			continue;
		buf_add_format(&out, "%s%.*s", out.octets ? " " : "",
		    (int)word.octets, word.at);
	}
	return found && out.octets + 1 < SALE_HEAR_OCTETS;
}

bool
sale_order_other(struct desk *desk, const struct book *book)
{
	char rest[SALE_HEAR_OCTETS];
	struct intent before = desk->intent;
	struct draft draft;

	if (is_seller(desk) || !cut_sale_word(rest, desk))
		return false;
	read_rest(&desk->intent, desk, rest, INTENT_ROLE_BUYER);
	if (desk->intent.kind != INTENT_ORDER &&
	    (desk->intent.kind != INTENT_AMBIGUOUS ||
		desk->intent.items_count != 1)) {
		desk->intent = before;
		return false;
	}
	draft_from(&draft, desk->trade->catalogue, &desk->intent, INTENT_ORDER);
	order_draft(desk, book, &draft, false);
	return true;
}

/* -- which sales are there? -------------------------------------------------
 */

struct showing {
	struct desk *desk;
	int left;
};

static bool
show(void *arg, const struct sale *sale)
{
	struct showing *showing = arg;

	news_say_sale(showing->desk, sale);
	return --showing->left > 0;
}

static void
show_sales(struct desk *desk, const struct book *book)
{
	struct showing showing = {desk, SALES_A_TEXT};

	store_sale_open_each(desk->store, show, &showing);
	if (showing.left == SALES_A_TEXT)
		(void)follow_text(desk, book, STR(""));
}

bool
sale_word_text(struct desk *desk, const struct book *book, struct str rest)
{
	while (
	    rest.octets > 0 && strchr("?!.", rest.at[rest.octets - 1]) != NULL)
		rest.octets--;
	if (rest.octets > 0)
		return false;
	show_sales(desk, book);
	return true;
}

bool
sale_asked(struct desk *desk, const struct book *book)
{
	const struct intent *intent = &desk->intent;
	char rest[SALE_HEAR_OCTETS];

	if (intent->items_count > 0 || is_seller(desk) ||
	    !cut_sale_word(rest, desk))
		return false;
	show_sales(desk, book);
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
