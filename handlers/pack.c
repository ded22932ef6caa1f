#include "handlers/pack.h"

#include <string.h>

#include "base/buf.h"

#include "gateway/store/store_offer.h"

#include "handlers/catalogue.h"
#include "handlers/desk.h"
#include "handlers/intent_trace.h"
#include "handlers/keep.h"
#include "handlers/letter.h"
#include "handlers/lexicon_role.h"

#define LISTINGS 30
#define LEAST_GRAMS INT64_C(50)
#define MOST_GRAMS INT64_C(1000000)

static void
explain(struct intent_trace *trace, const struct desk *desk, struct str text)
{
	struct intent intent;

	intent_explain(&intent, trace, desk->trade->lexicon,
	    desk->trade->catalogue, text, NULL);
}

/* "18kg 400": grams, and where the rest begins.  False: no weight first. */
static bool
read_weight(const struct desk *desk, struct str said, int64_t *grams_out,
    struct str *rest_out)
{
	struct intent_trace trace;
	const struct intent_span *number = &trace.spans[0], *unit = number + 1;
	int64_t each;
	size_t end;

	explain(&trace, desk, said);
	if (trace.count < 2)
		return false;
	if (number->kind == INTENT_SPAN_UNIT) { /* "kilo 18" */
		unit = &trace.spans[0];
		number = &trace.spans[1];
	}
	if (number->kind != INTENT_SPAN_NUMBER ||
	    unit->kind != INTENT_SPAN_UNIT)
		return false;
	each = catalogue_unit_grams(desk->trade->catalogue, -1, unit->unit);
	if (each <= 0 || number->milli <= 0 ||
	    number->milli > MOST_GRAMS * 1000 / each)
		return false;
	*grams_out = number->milli * each / 1000;
	end = (size_t)(trace.spans[1].said.at - said.at) +
	      trace.spans[1].said.octets;
	*rest_out = str_trim(str_of(said.at + end, said.octets - end));
	return true;
}

/* "SELL maize 10 debe": the last measure, of what, and how many. */
static bool
read_measure(struct pack *out, const struct desk *desk, struct str said,
    int64_t *count_milli, bool *verb)
{
	static const uint64_t verbs =
	    ROLE_BIT(ROLE_SELL) | ROLE_BIT(ROLE_STOCK) | ROLE_BIT(ROLE_WANT) |
	    ROLE_BIT(ROLE_ONLY) | ROLE_BIT(ROLE_YES) | ROLE_BIT(ROLE_NO) |
	    ROLE_BIT(ROLE_HAVE);
	struct intent_trace trace;

	explain(&trace, desk, said);
	*count_milli = 0;
	for (size_t i = 0; i < trace.count; i++) {
		const struct intent_span *span = &trace.spans[i];

		if (span->kind == INTENT_SPAN_UNIT)
			str_copy(
			    out->unit, sizeof(out->unit), str_from(span->unit));
		else if (span->kind == INTENT_SPAN_NUMBER)
			*count_milli = span->milli;
		else if (span->kind == INTENT_SPAN_PRODUCT)
			out->product =
			    span->products_count == 1 ? span->products[0] : -1;
	}
	*verb = (intent_trace_roles(&trace) & verbs) != 0;
	return out->unit[0] != '\0' &&
	       catalogue_unit_grams(desk->trade->catalogue, -1, out->unit) == 0;
}

bool
pack_hear(struct pack *out, const struct desk *desk, struct str text)
{
	struct str left, right = text, rest;
	struct buf whole = buf_over(out->text, sizeof(out->text));
	int64_t grams, count;
	bool verb;

	memset(out, 0, sizeof(*out));
	out->product = -1;
	if (text.octets >= PACK_TEXT_OCTETS || !str_cut(&left, &right, '=') ||
	    right.octets == 0 || !read_weight(desk, right, &grams, &rest) ||
	    !read_measure(out, desk, left, &count, &verb)) {
		out->unit[0] = '\0';
		return false;
	}
	out->alone = !verb && rest.octets == 0;
	out->of_one = count == 0 || count == 1000;
	/* "2 debe = 36 kg": of two; in a listing the figure is the stock. */
	if (out->alone && count > 1000)
		grams = grams * 1000 / count;
	out->grams = grams;
	if (grams < LEAST_GRAMS || grams > MOST_GRAMS) {
		out->unit[0] = '\0';
		return false;
	}
	buf_add_format(&whole, "%.*s %.*s", (int)left.octets, left.at,
	    (int)rest.octets, rest.at);
	return true;
}

/* -- keeping it ------------------------------------------------------------ */

struct own {
	const struct pack *pack;
	const char *product; /* NULL: of any goods */
	struct offer row[LISTINGS];
	size_t count;
};

static bool
own_add(void *arg, const struct offer *offer)
{
	struct own *own = arg;

	if (!offer->closed && strcmp(offer->unit, own->pack->unit) == 0 &&
	    (own->product == NULL ||
		strcmp(offer->product, own->product) == 0) &&
	    own->count < LISTINGS)
		own->row[own->count++] = *offer;
	return true;
}

static void
tell(struct desk *desk, const struct offer *offer)
{
	struct letter letter;
	char qty[AMOUNT_OCTETS];

	letter_to_sender(&letter, desk);
	letter_send(&letter, PHRASE_PACK_SAVED,
	    &(struct words){
		.product = amount_product(&letter.style, offer->product),
		.unit = amount_unit(&letter.style, offer->unit, false),
		.qty = amount_qty(qty, &letter.style, offer->unit_grams, "kg")},
	    NULL);
}

void
pack_keep(struct desk *desk, const struct pack *pack)
{
	struct own own = {.pack = pack,
	    .product = catalogue_key(desk->trade->catalogue, pack->product)};

	desk_as(desk, "seller");
	store_offer_each(
	    desk->store, desk->from.id, 0, LISTINGS, own_add, &own);
	if (own.count == 0)
		letter_answer(desk, PHRASE_SELL_WHAT, &(struct words){0}, 0);
	for (size_t i = 0; i < own.count; i++) {
		own.row[i].unit_grams = pack->grams;
		store_offer_put(desk->store, &own.row[i], desk->now_ms);
		keep_freed(desk, own.row[i].product);
		tell(desk, &own.row[i]);
	}
}
