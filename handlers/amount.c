#include "handlers/amount.h"

#include <string.h>

#include "base/buf.h"

static bool
is_chinese(const struct amount_style *style)
{
	return strncmp(style->lang, "zh", 2) == 0;
}

/* English packs take an s ("2 bags"); kg, jin, dozen and words of other
 * languages do not. */
static bool
takes_plural(const char *word)
{
	static const char *const packs[] = {"bag", "sack", "crate", "tray",
	    "box", "basin", "tin", "basket", "bucket", "bottle", "pack",
	    "bushel", "bunch", "piece", "litre", "tonne"};

	for (size_t i = 0; i < sizeof(packs) / sizeof(packs[0]); i++)
		if (strcmp(word, packs[i]) == 0)
			return true;
	return false;
}

static void
add_unit(struct buf *out, const struct amount_style *style, int64_t milli,
    const char *unit)
{
	const char *word =
	    catalogue_unit_name(style->catalogue, unit, style->lang);
	size_t octets = strlen(word);

	if (octets == 0)
		return;
	if (!is_chinese(style))
		buf_add_char(out, ' ');
	buf_add_text(out, word);
	if (strcmp(style->lang, "en") != 0 || milli == 1000 ||
	    !takes_plural(word))
		return;
	if (word[octets - 1] == 'h' || word[octets - 1] == 'x')
		buf_add_char(out, 'e');
	buf_add_char(out, 's');
}

char *
amount_qty(char dst[AMOUNT_OCTETS], const struct amount_style *style,
    int64_t milli, const char *unit)
{
	struct buf out = buf_over(dst, AMOUNT_OCTETS);
	char figure[24];

	buf_add_text(&out, str_from_milli(figure, sizeof(figure), milli));
	add_unit(&out, style, milli, unit);
	return dst;
}

const char *
amount_product(const struct amount_style *style, const char *product)
{
	int at = catalogue_find(style->catalogue, product);

	return at < 0 ? product
		      : catalogue_name(style->catalogue, at, style->lang);
}

char *
amount_goods(char dst[AMOUNT_OCTETS], const struct amount_style *style,
    const char *product, int64_t milli, const char *unit, int64_t own_grams)
{
	struct buf out = buf_over(dst, AMOUNT_OCTETS);
	char qty[AMOUNT_OCTETS], figure[24];

	amount_qty(qty, style, milli, strcmp(unit, "piece") == 0 ? "" : unit);
	if (is_chinese(style))
		buf_add_text(&out, amount_product(style, product));
	buf_add_text(&out, qty);
	if (own_grams > 0)
		buf_add_format(&out, "%s(%s%s)", is_chinese(style) ? "" : " ",
		    str_from_milli(figure, sizeof(figure), own_grams),
		    is_chinese(style) ? "公斤" : " kg");
	if (!is_chinese(style))
		buf_add_format(&out, " %s", amount_product(style, product));
	return dst;
}

char *
amount_money(
    char dst[AMOUNT_OCTETS], const struct amount_style *style, int64_t minor)
{
	struct buf out = buf_over(dst, AMOUNT_OCTETS);
	const struct market *market = style->market;
	char figure[32];

	str_from_minor(
	    figure, sizeof(figure), minor, market->currency_places, true);
	if (is_chinese(style) && strcmp(market->currency, "CNY") == 0)
		buf_add_format(&out, "%s元", figure);
	else
		buf_add_format(&out, "%s %s", market->currency, figure);
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
	buf_add_format(&out, "/%s",
	    catalogue_unit_name(
		style->catalogue, *unit ? unit : "piece", style->lang));
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
