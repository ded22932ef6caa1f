#include "handlers/amount.h"

#include <string.h>

#include "base/buf.h"
#include "base/utf8.h"

#include "handlers/phrase_table.h"

/* -- names in the reader's language and letters ---------------------------- */

static bool
reads_latin_only(const char *lang)
{
	size_t octets = strlen(lang);

	return octets > 5 && strcmp(lang + octets - 5, "-Latn") == 0;
}

static bool
is_latin(const char *name)
{
	struct str rest = str_from(name);

	for (size_t step; rest.octets > 0;
	     rest = str_of(rest.at + step, rest.octets - step))
		if (utf8_next(rest, &step) > 0x24F)
			return false;
	return true;
}

/* A name in the market's language, which the reader likely knows, or NULL. */
static const char *
market_name(const struct amount_style *style, const char *name)
{
	if (name == NULL || (reads_latin_only(style->lang) && !is_latin(name)))
		return NULL;
	return name;
}

/* The market's own word goes before the one of the phrases: its people call a
 * bag what they like.  Only of ours we know how several are called. */
const char *
amount_unit(const struct amount_style *style, const char *unit, bool several)
{
	const struct catalogue *cat = style->catalogue;
	const char *name = catalogue_unit_name_in(cat, unit, style->lang);
	const char *ours =
	    phrase_name(style->phrases, style->lang, PHRASE_UNIT, unit, false);

	if (name != NULL && (ours == NULL || strcmp(name, ours) != 0))
		return name;
	if (ours != NULL)
		return phrase_name(
		    style->phrases, style->lang, PHRASE_UNIT, unit, several);
	name = market_name(
	    style, catalogue_unit_name_in(cat, unit, style->market->language));
	return name != NULL ? name : catalogue_unit_name(cat, unit, "en");
}

const char *
amount_product(const struct amount_style *style, const char *product)
{
	const struct catalogue *cat = style->catalogue;
	int at = catalogue_find(cat, product);
	const char *name = NULL;

	if (at >= 0)
		name = catalogue_name_in(cat, at, style->lang);
	if (name == NULL)
		name = phrase_name(
		    style->phrases, style->lang, PHRASE_GOODS, product, false);
	if (name == NULL && at >= 0)
		name = market_name(
		    style, catalogue_name_in(cat, at, style->market->language));
	if (name == NULL && at >= 0)
		name = catalogue_name(cat, at, "en");
	return name == NULL ? product : name;
}

/* -- goods ----------------------------------------------------------------- */

char *
amount_qty(char dst[AMOUNT_OCTETS], const struct amount_style *style,
    int64_t milli, const char *unit)
{
	char figure[24];
	struct words words = {
	    .n = str_from_milli(figure, sizeof(figure), milli)};

	if (*unit != '\0')
		words.unit = amount_unit(style, unit, milli != 1000);
	return phrase_fill(dst, AMOUNT_OCTETS, style->phrases, style->lang,
	    PHRASE_WORD_QTY, &words);
}

char *
amount_goods(char dst[AMOUNT_OCTETS], const struct amount_style *style,
    const char *product, int64_t milli, const char *unit, int64_t own_grams)
{
	char qty[AMOUNT_OCTETS], pack[AMOUNT_OCTETS], weight[AMOUNT_OCTETS];
	struct words words = {.product = amount_product(style, product)};

	words.qty = amount_qty(
	    qty, style, milli, strcmp(unit, "piece") == 0 ? "" : unit);
	if (own_grams > 0) {
		words.left = amount_qty(weight, style, own_grams, "kg");
		words.qty = phrase_fill(pack, sizeof(pack), style->phrases,
		    style->lang, PHRASE_WORD_PACK, &words);
	}
	return phrase_fill(dst, AMOUNT_OCTETS, style->phrases, style->lang,
	    PHRASE_WORD_GOODS, &words);
}

/* -- money ----------------------------------------------------------------- */

char *
amount_money(
    char dst[AMOUNT_OCTETS], const struct amount_style *style, int64_t minor)
{
	struct buf out = buf_over(dst, AMOUNT_OCTETS);
	const struct market *market = style->market;
	const char *shape = phrase_name(
	    style->phrases, style->lang, PHRASE_MONEY, market->currency, false);
	char figure[32];

	str_from_minor(
	    figure, sizeof(figure), minor, market->currency_places, true);
	if (shape == NULL) {
		buf_add_text(&out, market->currency);
		buf_add_char(&out, ' ');
		buf_add_text(&out, figure);
	} else {
		phrase_fill_text(dst, AMOUNT_OCTETS, str_from(shape),
		    &(struct words){.total = figure});
	}
	return dst;
}

char *
amount_price(char dst[AMOUNT_OCTETS], const struct amount_style *style,
    int64_t minor, const char *unit)
{
	char money[AMOUNT_OCTETS];
	struct buf out = buf_over(dst, AMOUNT_OCTETS);

	if (minor < 0)
		return dst;
	buf_add_text(&out, amount_money(money, style, minor));
	buf_add_char(&out, '/');
	buf_add_text(&out, amount_unit(style, *unit ? unit : "piece", false));
	return dst;
}

int64_t
amount_total(int64_t milli, int64_t price_minor)
{
	int64_t total;

	if (price_minor < 0 ||
	    __builtin_mul_overflow(milli, price_minor, &total))
		return -1;
	return total / 1000 + (total % 1000 >= 500);
}

int64_t
amount_minor(const struct market *market, int64_t currency_milli)
{
	int64_t minor = currency_milli;

	for (int i = 0; i < market->currency_places; i++)
		if (__builtin_mul_overflow(minor, 10, &minor))
			return -1;
	return minor / 1000 + (minor % 1000 >= 500);
}
