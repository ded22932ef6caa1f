/* terms_hear - a seller's text, heard once more for what the intent left out.
 */
#include "handlers/terms.h"

#include "handlers/confirm.h"
#include "handlers/fold.h"
#include "handlers/intent_trace.h"
#include "handlers/lexicon_role.h"
#include "handlers/person.h"

struct heard {
	size_t loose, prices, products, strange;
	struct intent_item qty[2]; /* the figures that are no price */
	bool spelt[2]; /* in letters */
	int64_t price_milli;
	const char *per;
	int product; /* the only one named, else -1 */
	uint64_t roles;
	bool guessed; /* which is the part and which the price */
};

static bool
is_spelt(struct str text)
{
	struct fold fold;

	fold_text(&fold, text);
	for (size_t i = 0; i < fold.count; i++)
		if (fold_class(fold.at[i]) == FOLD_DIGIT)
			return false;
	return true;
}

/* A number in two Latin letters is as often another word: "kilo 3 tu" is three
 * kilos only, though elsewhere tu are two, and elsewhere nothing. */
static bool
is_scrap(struct str said)
{
	return said.octets <= 2 && is_spelt(said);
}

static void
add_figure(struct heard *h, const struct intent_span *span)
{
	bool spelt = is_spelt(span->said);

	/* "One half": the one is of the half. */
	if (h->loose == 1 && spelt && span->milli < 1000 && h->spelt[0] &&
	    h->qty[0].qty_milli == 1000 && h->qty[0].unit[0] == '\0')
		h->loose = 0;
	if (h->loose < 2) {
		h->qty[h->loose] = (struct intent_item){
		    .product = -1, .has_qty = true, .qty_milli = span->milli};
		h->spelt[h->loose] = spelt;
	}
	h->loose++;
}

static void
hear_number(struct heard *h, const struct intent_span *span, bool measure)
{
	/* Half is no price. */
	if (span->use == INTENT_SPAN_PRICE &&
	    (span->milli >= 1000 || !is_spelt(span->said))) {
		/* "5元一斤": the one is of the measure. */
		if (measure && span->milli == 1000)
			return;
		h->prices++;
		h->price_milli = span->milli;
	} else if (span->use == INTENT_SPAN_GOODS ||
		   span->use == INTENT_SPAN_PLAIN ||
		   span->use == INTENT_SPAN_PRICE) {
		if (h->loose > 0 && is_scrap(span->said))
			h->roles |= ROLE_BIT(ROLE_ONLY);
		else
			add_figure(h, span);
	} else {
		h->strange++;
	}
}

static void
hear_product(struct heard *h, const struct intent_span *span)
{
	if (h->products > 0 && span->products[0] == h->product)
		return;
	h->products++;
	h->product = span->products_count == 1 && h->products == 1
			 ? span->products[0]
			 : -1;
}

/* The figure itself, which in a range shows the lower one. */
static int64_t
milli_said(const struct desk *desk, struct str said)
{
	struct intent_hints hints = {.lang = desk->lang};
	struct intent_trace trace;
	struct intent alone;

	intent_explain(&alone, &trace, desk->trade->lexicon,
	    desk->trade->catalogue, said, &hints);
	return trace.count == 1 && trace.spans[0].kind == INTENT_SPAN_NUMBER
		   ? trace.spans[0].milli
		   : 0;
}

static bool
is_number(const struct intent_trace *trace, size_t i)
{
	return i < trace->count && trace->spans[i].kind == INTENT_SPAN_NUMBER;
}

/* "3 a 50", "3 kg a 50": the word may mean "to" and "at".  Nobody gives from
 * three to fifty, nor is a price as low as three where there is another: a part
 * and its price.  Gives where the price stands, or 0. */
static size_t
price_behind(const struct desk *desk, const struct intent_trace *trace,
    size_t i, int64_t *milli)
{
	static const uint64_t at =
	    ROLE_BIT(ROLE_TO) | ROLE_BIT(ROLE_PLACE) | ROLE_BIT(ROLE_FOR);
	const struct intent_span *spans = trace->spans;
	size_t word = i + 1;

	if (!is_number(trace, i) || (spans[i].use != INTENT_SPAN_DROPPED &&
					spans[i].use != INTENT_SPAN_PRICE))
		return 0;
	if (word < trace->count && spans[word].kind == INTENT_SPAN_UNIT)
		word++;
	if (!is_number(trace, word + 1) || (spans[word].roles & at) == 0 ||
	    (word + 2 < trace->count &&
		spans[word + 2].kind == INTENT_SPAN_UNIT))
		return 0;
	*milli = milli_said(desk, spans[word + 1].said);
	return *milli >= 4 * spans[i].milli ? word + 1 : 0;
}

static void
part_prices(
    struct heard *h, const struct desk *desk, struct intent_trace *trace)
{
	for (size_t i = 0; i < trace->count; i++) {
		int64_t milli;
		size_t price = price_behind(desk, trace, i, &milli);

		if (price == 0)
			continue;
		trace->spans[i].use = INTENT_SPAN_PLAIN;
		trace->spans[price].use = INTENT_SPAN_PRICE;
		trace->spans[price].milli = milli;
		h->guessed = true;
	}
}

/* "3 kg", "kilo 3": a measure belongs to the figure before it, if that has
 * none, else to the one behind. */
static void
listen_to(struct heard *h, const struct intent_trace *trace)
{
	const char *before = NULL;

	for (size_t i = 0; i < trace->count; i++) {
		const struct intent_span *span = &trace->spans[i];
		bool measure = i + 1 < trace->count &&
			       trace->spans[i + 1].kind == INTENT_SPAN_UNIT;
		size_t n = h->loose;

		h->roles |= span->roles;
		if (span->kind == INTENT_SPAN_NUMBER) {
			hear_number(h, span, measure);
			if (h->loose == n + 1 && n < 2 && before != NULL)
				terms_put_unit(&h->qty[n], before);
			before = NULL;
		} else if (span->kind == INTENT_SPAN_UNIT) {
			if (span->use == INTENT_SPAN_PRICE)
				h->per = span->unit;
			else if (i > 0 && n > 0 && n <= 2 &&
				 trace->spans[i - 1].kind == INTENT_SPAN_NUMBER)
				terms_put_unit(&h->qty[n - 1], span->unit);
			else
				before = span->unit;
		} else if (span->kind == INTENT_SPAN_PRODUCT) {
			hear_product(h, span);
		} else if ((span->kind == INTENT_SPAN_UNKNOWN &&
			       !is_scrap(span->said)) ||
			   intent_span_asks(span)) {
			h->strange++;
		}
	}
}

void
terms_explain(struct intent_trace *trace, const struct desk *desk)
{
	struct intent_hints hints = {.lang = desk->lang,
	    .lang_guessed = desk->from.lang[0] == '\0',
	    .roles = INTENT_ROLE_SELLER,
	    .open_proposals = 1};
	struct intent again;

	intent_explain(&again, trace, desk->trade->lexicon,
	    desk->trade->catalogue, desk->text->text, &hints);
}

uint64_t
terms_first_roles(const struct desk *desk)
{
	struct intent_trace trace;

	terms_explain(&trace, desk);
	return trace.count > 0 && trace.spans[0].kind == INTENT_SPAN_WORD
		   ? trace.spans[0].roles
		   : 0;
}

static void
listen(struct heard *h, const struct desk *desk)
{
	struct intent_trace trace;

	*h = (struct heard){.product = -1, .per = ""};
	terms_explain(&trace, desk);
	part_prices(h, desk, &trace);
	listen_to(h, &trace);
}

bool
terms_says_money(const struct desk *desk)
{
	static const uint64_t money =
	    ROLE_BIT(ROLE_PRICE) | ROLE_BIT(ROLE_CURRENCY) |
	    ROLE_BIT(ROLE_EACH) | ROLE_BIT(ROLE_TOTAL) | ROLE_BIT(ROLE_ADD);
	struct intent_trace trace;

	terms_explain(&trace, desk);
	return (intent_trace_roles(&trace) & money) != 0;
}

bool
terms_says(const struct desk *desk, enum phrase list)
{
	struct str text = desk->text->text;

	for (size_t i = 0; i < text.octets; i++) {
		unsigned char c = (unsigned char)text.at[i];
		unsigned char last = i ? (unsigned char)text.at[i - 1] : ' ';
		struct str rest = str_of(text.at + i, text.octets - i);
		bool han = c >= 0xE3 && c <= 0xE9; /* written without blanks */

		if ((last > ' ' && last != ',' && last != '.' && !han) ||
		    c <= ' ')
			continue;
		if (phrase_cut_word(desk->trade->phrases, list, &rest))
			return true;
	}
	return false;
}

/* Said by somebody who names less than was asked, and nothing that turns it:
 * "only 3 at 50", "I have 3 at 50". */
static bool
is_plain(const struct heard *h)
{
	static const uint64_t less = ROLE_BIT(ROLE_ONLY) | ROLE_BIT(ROLE_HAVE) |
				     ROLE_BIT(ROLE_AVAILABLE);
	static const uint64_t turns =
	    ROLE_BIT(ROLE_NOT) | ROLE_BIT(ROLE_NO) | ROLE_BIT(ROLE_CANNOT) |
	    ROLE_BIT(ROLE_NONE_LEFT) | ROLE_BIT(ROLE_IF) | ROLE_BIT(ROLE_OR) |
	    ROLE_BIT(ROLE_QUESTION) | ROLE_BIT(ROLE_HOW_MUCH) |
	    ROLE_BIT(ROLE_WANT) | ROLE_BIT(ROLE_ADD) | ROLE_BIT(ROLE_REMOVE) |
	    ROLE_BIT(ROLE_CHANGE) | ROLE_BIT(ROLE_PAST) |
	    ROLE_BIT(ROLE_CANCEL) | ROLE_BIT(ROLE_TALK);

	return (h->roles & less) != 0 && (h->roles & turns) == 0 &&
	       h->strange == 0 && h->products <= 1;
}

static void
put_part(struct intent *intent, const struct heard *h, size_t at)
{
	struct intent_item *it = &intent->items[0], known = {.product = -1};

	if (intent->items_count == 1)
		known = *it;
	intent->kind = INTENT_PARTIAL;
	intent->items_count = 1;
	*it = h->qty[at];
	it->product = h->product >= 0 ? h->product : known.product;
	if (it->unit[0] == '\0' && known.qty_milli == it->qty_milli)
		terms_put_unit(it, known.unit);
	/* "half" is of what was asked, and so may "0.5" be. */
	if (it->unit[0] == '\0' && it->qty_milli < 1000) {
		intent->percent = (int)(it->qty_milli / 10);
		it->has_qty = false;
	}
}

/* "3 kwa 50", "3 kg 50": likely a part and its price. */
static bool
is_joined(const struct heard *h, size_t at)
{
	static const uint64_t joins =
	    ROLE_BIT(ROLE_PLACE) | ROLE_BIT(ROLE_FOR) | ROLE_BIT(ROLE_PER) |
	    ROLE_BIT(ROLE_EACH) | ROLE_BIT(ROLE_PRICE) |
	    ROLE_BIT(ROLE_CURRENCY) | ROLE_BIT(ROLE_ONLY);

	return h->loose == 2 && h->prices == 0 && h->strange == 0 &&
	       h->qty[1 - at].unit[0] == '\0' &&
	       (h->roles & ROLE_BIT(ROLE_OR)) == 0 &&
	       ((h->roles & ROLE_BIT(ROLE_AND)) == 0 ||
		   (h->roles & ROLE_BIT(ROLE_ONLY)) != 0) &&
	       (h->qty[at].unit[0] != '\0' || (h->roles & joins) != 0);
}

/* "Half each", which was taken for a price, and "0.5", which may mean half of
 * it or half a kilo. */
static bool
is_bare_fraction(const struct intent *intent, const struct heard *h)
{
	return h->qty[0].qty_milli < 1000 && h->qty[0].unit[0] == '\0' &&
	       (h->spelt[0] ? intent->percent == 0 : intent->percent > 0);
}

static bool
says_only(const struct heard *h)
{
	return (h->roles & ROLE_BIT(ROLE_ONLY)) != 0;
}

static void
hear_two(struct intent *intent, const struct heard *h)
{
	bool sure = intent->kind == INTENT_PARTIAL && !confirm_in_doubt(intent);
	size_t at = h->qty[0].unit[0] == '\0' && h->qty[1].unit[0] != '\0';

	if (h->strange > 0 || (h->loose == 2 && h->prices == 1)) {
		/* How much is not plain, or in words that we do not know. */
		if (h->prices != 1 || intent->kind == INTENT_NONE ||
		    intent->kind == INTENT_ACCEPT)
			return;
		intent->kind = INTENT_PARTIAL;
		intent->items_count = 0;
		terms_put_price(intent, h->price_milli, h->per);
		intent->ask = true;
	} else if (h->loose == 1 && h->prices == 1) {
		put_part(intent, h, 0);
		terms_put_price(intent, h->price_milli, h->per);
		intent->ask = h->guessed || (!sure && !is_plain(h));
	} else if (is_joined(h, at)) {
		put_part(intent, h, at);
		terms_put_price(intent, h->qty[1 - at].qty_milli, "");
		intent->ask = true;
	} else if (h->loose == 1 && h->prices == 0 &&
		   (is_bare_fraction(intent, h) ||
		       (intent->items_count == 0 &&
			   intent->kind == INTENT_PARTIAL &&
			   (h->qty[0].unit[0] != '\0' || says_only(h))))) {
		/* "5 kg", asked for ten; "8 tu". */
		put_part(intent, h, 0);
		if (intent->price_milli < 1000 && h->spelt[0])
			terms_put_price(intent, 0, "");
		intent->ask = true;
	} else {
		return;
	}
	intent->why = INTENT_ASK_CONFIRM;
}

/* Goods by name, beside a yes or a no: of which order it is. */
static void
hear_goods(struct intent *intent, const struct heard *h)
{
	if (intent->items_count > 0 || h->products != 1 || h->product < 0)
		return;
	intent->items[0] = (struct intent_item){.product = h->product};
	intent->items_count = 1;
}

static void
hear(struct desk *desk)
{
	struct intent *intent = &desk->intent;
	struct heard h;

	if (intent->kind != INTENT_NONE && intent->kind != INTENT_AMBIGUOUS &&
	    intent->kind != INTENT_CODE_ONLY && intent->kind != INTENT_ACCEPT &&
	    intent->kind != INTENT_REJECT && intent->kind != INTENT_PARTIAL &&
	    intent->kind != INTENT_COUNTER && intent->kind != INTENT_OFFER)
		return;
	listen(&h, desk);
	/* "Only 3 kg tomato at 50" is a listing to whom nobody asked. */
	if (intent->kind == INTENT_OFFER &&
	    ((h.roles & ROLE_BIT(ROLE_ONLY)) == 0 || !is_plain(&h)))
		return;
	hear_goods(intent, &h);
	if (intent->kind == INTENT_REJECT || h.products > 1)
		return;
	if (h.loose == 0 && h.prices == 1 &&
	    (intent->kind == INTENT_PARTIAL ||
		(intent->kind == INTENT_COUNTER &&
		    terms_says(desk, PHRASE_WORD_SOME)))) {
		intent->kind = INTENT_PARTIAL;
		terms_put_price(intent, h.price_milli, h.per);
	} else if (h.loose == 0 && h.prices == 1 &&
		   intent->kind == INTENT_ACCEPT && confirm_in_doubt(intent)) {
		/* "Yes but tomatoes at 50". */
		intent->kind = INTENT_COUNTER;
		terms_put_price(intent, h.price_milli, h.per);
	} else if (h.loose > 0) {
		hear_two(intent, &h);
	}
}

void
terms_hear(struct desk *desk)
{
	hear(desk);
	/* Two figures tell no language until they are an answer. */
	if (desk->intent.kind == INTENT_PARTIAL)
		person_language(desk);
}
