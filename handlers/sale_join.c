#include "handlers/sale_join.h"

#include <ctype.h>
#include <string.h>

#include "gateway/store/store_offer.h"
#include "gateway/store/store_timer.h"

#include "handlers/draft.h"
#include "handlers/letter.h"
#include "handlers/sale_read.h"
#include "handlers/sale_tell.h"
#include "handlers/stock.h"

void
sale_add_part(struct desk *desk, const struct sale *sale, int64_t seller_id,
    int64_t milli, struct sale_part *part)
{
	struct offer offer = {.seller_id = seller_id,
	    .price_minor = sale->price_minor,
	    .stock_milli = milli,
	    .from_ms = sale->from_ms,
	    .until_ms = sale->until_ms,
	    .closed = true};

	memcpy(offer.product, sale->product, sizeof(offer.product));
	memcpy(offer.unit, sale->unit, sizeof(offer.unit));
	store_offer_put(desk->store, &offer, desk->now_ms);
	memset(part, 0, sizeof(*part));
	part->sale_id = sale->id;
	part->seller_id = seller_id;
	part->offer_id = offer.id;
	store_sale_part_add(desk->store, part);
}

static bool
part_of(struct desk *desk, const struct sale *sale, struct sale_part *out)
{
	struct sale_part parts[SALE_PARTS_MAX];
	size_t count = store_sale_parts(desk->store, sale->id, parts);

	for (size_t i = 0; i < count; i++)
		if (parts[i].seller_id == desk->from.id) {
			*out = parts[i];
			return true;
		}
	return false;
}

void
sale_put_stock(struct desk *desk, const struct sale *sale,
    const struct sale_part *part, int64_t milli)
{
	struct offer offer;

	if (!store_offer_get(desk->store, part->offer_id, &offer))
		return;
	offer.stock_milli = milli;
	store_offer_put(desk->store, &offer, desk->now_ms);
	if (sale->state == SALE_RUNNING)
		store_timer_set(desk->store, TIMER_SALE_FREE, sale->id,
		    market_waking_after(desk->market, desk->now_ms, 1));
}

/* KM4: the shape of a sale's code (store_sale). */
static bool
is_code(struct str word)
{
	for (size_t i = 0; i < word.octets; i++) {
		unsigned char c = (unsigned char)word.at[i];

		if (i < 2 ? !isalpha(c) : !isdigit(c))
			return false;
	}
	return word.octets >= 3 && word.octets < SALE_CODE_OCTETS;
}

static bool
cut_code(struct str *rest, char code[SALE_CODE_OCTETS])
{
	struct str word, after = *rest;

	if (!str_cut(&word, &after, ' '))
		return false;
	if (word.octets > 0 && word.at[0] == '#')
		word = str_of(word.at + 1, word.octets - 1);
	if (!is_code(word))
		return false;
	*rest = str_trim(after);
	str_copy(code, SALE_CODE_OCTETS, word);
	return true;
}

static bool
first_of_any(void *arg, const struct sale *sale)
{
	*(struct sale *)arg = *sale;
	return false;
}

/* "JOIN mango 30kg": the sale that runs for these goods.  "JOIN 30kg", "JOIN
 * sale": one to be shown, for how it is done.  *named_out: it was named.
 * False: "join us at church". */
static bool
find_without_code(
    struct desk *desk, struct str rest, struct sale *out, bool *named_out)
{
	const struct intent *intent = &desk->intent;
	bool word =
	    phrase_cut_word(desk->trade->phrases, PHRASE_WORD_SALE, &rest);
	const char *product = intent->items_count == 1
				  ? catalogue_key(desk->trade->catalogue,
					intent->items[0].product)
				  : NULL;

	*named_out =
	    product != NULL && store_sale_of_product(desk->store, product, out);
	if (*named_out)
		return true;
	if (product != NULL || (intent->items_count != 1 && !word))
		return false;
	store_sale_open_each(desk->store, first_of_any, out);
	return true;
}

static void
say_how(struct desk *desk, const struct sale *sale)
{
	struct letter letter;

	letter_to_sender(&letter, desk);
	letter_send(&letter, sale->id ? PHRASE_SALE_JOIN_HOW : PHRASE_SALE_NONE,
	    &(struct words){.code = sale->code,
		.product = amount_product(&letter.style, sale->product),
		.unit = amount_unit(&letter.style, sale->unit, true)},
	    NULL);
}

static void
join(struct desk *desk, const struct sale *sale, int64_t milli)
{
	struct sale_part part = {.id = 0};

	if (part_of(desk, sale, &part))
		milli += part.stock_milli;
	else
		sale_add_part(desk, sale, desk->from.id, 0, &part);
	if (part.id == 0) {
		letter_answer(desk, PHRASE_SALE_NONE, &(struct words){0}, 0);
		return;
	}
	sale_put_stock(desk, sale, &part, milli);
	sale_tell_set(desk, sale, milli, PHRASE_SALE_JOINED, NULL);
}

bool
sale_join_text(struct desk *desk, const struct book *book, struct str rest)
{
	char code[SALE_CODE_OCTETS], said[64];
	struct sale sale = {.id = 0};
	int64_t milli = 0;
	bool named = true;

	(void)book;
	if (rest.octets == 0 || rest.octets >= sizeof(said))
		return false;
	if (!cut_code(&rest, code)) {
		if (!find_without_code(desk, rest, &sale, &named))
			return false;
	} else if (!store_sale_by_code(desk->store, code, &sale) ||
		   (sale.state != SALE_PLANNED && sale.state != SALE_RUNNING)) {
		sale.id = 0;
	}
	desk_as(desk, "seller");
	str_copy(said, sizeof(said), rest);
	if (sale.id != 0 && named)
		milli = sale_read_quantity(desk, &sale, said);
	if (milli > 0)
		join(desk, &sale, milli);
	else
		say_how(desk, &sale);
	return true;
}

bool
sale_stock(struct desk *desk, const struct draft_item *item)
{
	struct sale sale;
	struct sale_part part;
	struct letter letter;
	char left[AMOUNT_OCTETS], held[AMOUNT_OCTETS] = "";
	int64_t milli = item->qty_milli;

	if (!store_sale_of_product(desk->store, item->product, &sale) ||
	    !part_of(desk, &sale, &part) ||
	    (item->unit[0] != '\0' && !stock_convert(&milli, item->qty_milli,
					  stock_unit_of(desk->trade->catalogue,
					      item->product, item->unit),
					  stock_unit_of(desk->trade->catalogue,
					      sale.product, sale.unit),
					  false)))
		return false;
	sale_put_stock(desk, &sale, &part, milli);
	(void)store_sale_part_get(desk->store, part.id, &part);
	letter_to_sender(&letter, desk);
	if (part.stock_milli > part.free_milli)
		amount_qty(held, &letter.style,
		    part.stock_milli - part.free_milli, sale.unit);
	letter_send(&letter, PHRASE_STOCK_SAVED,
	    &(struct words){
		.product = amount_product(&letter.style, sale.product),
		.left =
		    amount_qty(left, &letter.style, part.free_milli, sale.unit),
		.qty = held},
	    NULL);
	return true;
}
