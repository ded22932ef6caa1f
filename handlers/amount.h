/* amount - goods and money as people read them: "5 kg tomato", "KES 40/kg".
 *
 * In: thousandths and minor units.  Out: UTF-8 in the reader's language and
 * letters.  Order and names come from the phrases (word_goods, unit_kg,
 * money_CNY), names first from the catalogue; what neither has in the reader's
 * language is named in the market's, then in English.
 * Pure; dst is always terminated and returned. */
#ifndef HANDLERS_AMOUNT_H
#define HANDLERS_AMOUNT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "gateway/core/market.h"

#include "handlers/catalogue.h"
#include "handlers/phrase.h"

#define AMOUNT_OCTETS 96

/* In whose words. */
struct amount_style {
	const struct catalogue *catalogue;
	const struct market *market;
	const char *lang;
	const struct phrases *phrases;
};

/* "kg", "bag" or, for several, "bags"; never NULL. */
const char *amount_unit(
    const struct amount_style *style, const char *unit, bool several);

/* "5 kg", "2 bags", "kilo 5", "5斤"; without a unit "5". */
char *amount_qty(char dst[AMOUNT_OCTETS], const struct amount_style *style,
    int64_t milli, const char *unit);
/* "5 kg tomato", "西红柿5斤"; own_grams > 0 adds the weight of the seller's
 * own pack: "2 bags (90 kg) maize". */
char *amount_goods(char dst[AMOUNT_OCTETS], const struct amount_style *style,
    const char *product, int64_t milli, const char *unit, int64_t own_grams);
/* The product's name; its key when the catalogue lost it. */
const char *amount_product(
    const struct amount_style *style, const char *product);
/* "KES 200", "20元". */
char *amount_money(
    char dst[AMOUNT_OCTETS], const struct amount_style *style, int64_t minor);
/* "KES 40/kg", "4元/斤"; "" when minor < 0. */
char *amount_price(char dst[AMOUNT_OCTETS], const struct amount_style *style,
    int64_t minor, const char *unit);

/* qty * price, halves rounded up; -1 when there is no price. */
int64_t amount_total(int64_t milli, int64_t price_minor);
/* Thousandths of the currency -> minor units, halves rounded up. */
int64_t amount_minor(const struct market *market, int64_t currency_milli);

#endif
