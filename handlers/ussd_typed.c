#include "handlers/ussd_typed.h"

#include <string.h>

#include "base/utf8.h"

#include "handlers/ussd_list.h"
#include "handlers/ussd_number.h"
#include "handlers/ussd_order.h"
#include "handlers/ussd_state.h"

#define WORDS_MOST 160 /* letters of their own words */
#define QUANTITY_MAX INT64_C(100000000) /* thousandths: 100,000 */
#define PRICE_MAX INT64_C(999999000)

/* "3kg": only what the goods are sold by, when that is known. */
static bool
takes_unit(struct ussd_dial *dial, struct str behind)
{
	const char *unit;
	char written[32];
	struct str known = ussd_state_get(dial->state, "unit");
	const struct trade *trade = dial->desk->trade;
	struct ussd_order order;

	if (behind.octets == 0)
		return true;
	if (behind.octets >= sizeof(written))
		return false;
	unit = catalogue_unit_lookup(trade->catalogue, trade->lexicon, behind);
	if (unit == NULL)
		return false;
	if (known.octets == 0 && ussd_order_chosen(&order, dial))
		return order.count > 0 && strcmp(order.line[0].unit, unit) == 0;
	if (known.octets > 0)
		return str_is(known, unit);
	return ussd_list_sells_by(dial, unit) &&
	       ussd_state_put(dial->state, "unit", str_from(unit));
}

/* No more than was asked for, in the measure of that. */
static int64_t
quantity_max(struct ussd_dial *dial, char unit[16])
{
	struct ussd_order order;

	(void)ussd_state_copy(unit, 16, dial->state, "unit");
	if (ussd_state_int(dial->state, "asked") == 0 ||
	    !ussd_order_chosen(&order, dial) || order.count == 0)
		return QUANTITY_MAX;
	str_copy(unit, 16, str_from(order.line[0].unit));
	return order.line[0].qty_milli;
}

static void
say_most(struct ussd_dial *dial, const char *unit, int64_t most)
{
	struct amount_style style = desk_style(dial->desk, dial->desk->lang);
	char qty[AMOUNT_OCTETS];

	ussd_dial_top(dial, USSD_TEXT_MOST,
	    &(struct words){.qty = amount_qty(qty, &style, most, unit)});
}

bool
ussd_typed_figure(
    struct ussd_dial *dial, const struct ussd_screen *screen, struct str typed)
{
	bool price = screen->what == USSD_RULE_PRICE;
	char unit[16] = "";
	int64_t milli, most = price ? PRICE_MAX : quantity_max(dial, unit);
	struct str behind;
	int rc = ussd_number_read(&milli, &behind, typed, most);

	if (rc == USSD_NUMBER_MUCH)
		say_most(dial, unit, most);
	if (rc != 0 || (price ? behind.octets > 0 : !takes_unit(dial, behind)))
		return false;
	if (price)
		milli = amount_minor(dial->desk->market, milli);
	return milli > 0 &&
	       ussd_state_put_int(dial->state, price ? "price" : "qty", milli);
}

bool
ussd_typed_words(
    struct ussd_dial *dial, const struct ussd_screen *screen, struct str typed)
{
	const char *name =
	    screen->what == USSD_RULE_LETTERS ? "letters" : "text";
	char clean[SESSION_INPUT_OCTETS + 1];
	struct str words;

	utf8_clean(clean, sizeof(clean), typed);
	words = str_trim(str_from(clean));
	return words.octets > 0 && utf8_count(words) <= WORDS_MOST &&
	       !str_is(words, "*") && !str_is(words, "#") &&
	       ussd_state_put(dial->state, name, words);
}
