/* import_offer - one row of an offer table: phone,product,quantity,unit,
 * price,unit_kg,grade,from,until. */
#include <string.h>

#include "base/clock.h"

#include "gateway/core/party.h"
#include "gateway/store/store_offer.h"
#include "gateway/store/store_person.h"

#include "gateway/admin/api_impl.h"
#include "gateway/admin/import.h"

enum { PHONE, PRODUCT, QUANTITY, UNIT, PRICE, UNIT_KG, GRADE, FROM, UNTIL };

#define DAY_MS (24 * 60 * 60 * INT64_C(1000))
#define QUANTITY_MAX_MILLI (INT64_C(1000000000) * 1000)
#define UNIT_MAX_GRAMS (100 * INT64_C(1000) * 1000)

/* -1 when it is none, or has more digits than the currency. */
static int64_t
price_minor(const struct market *market, struct str value)
{
	int64_t scale = 1, milli;

	for (int i = 0; i < market->currency_places; i++)
		scale *= 10;
	if (!str_to_milli(&milli, value) || milli < 0 ||
	    milli > QUANTITY_MAX_MILLI || (milli * scale) % 1000 != 0)
		return -1;
	return milli * scale / 1000;
}

/* A day means the market's own day, from its first minute; `until` a day is
 * to its end.  Anything longer is RFC 3339 and exact. */
static bool
read_time(
    const struct market *market, struct str value, bool until, int64_t *out)
{
	char text[40];
	int64_t local_min;

	*out = 0;
	if (value.octets == 0)
		return true;
	if (value.octets >= sizeof(text))
		return false;
	str_copy(text, sizeof(text), value);
	if (!clock_parse(out, text))
		return false;
	if (value.octets > 10)
		return true;
	local_min = market_local_day(market, *out) * 24 * 60 +
		    market_local_minute(market, *out);
	*out -= (local_min - *out / 60000) * 60000;
	*out += until ? DAY_MS - 1 : 0;
	return true;
}

static int
read_product(const struct import_row *row, struct offer *o, struct err *err)
{
	const struct api_config *config = &row->api->config;
	struct str name = row->values[PRODUCT];
	int rc = config->product_key(
	    config->arg, name, o->product, sizeof(o->product));
	int shown = (int)(name.octets < 60 ? name.octets : 60);

	if (rc == -2)
		return err_set(err, -1, 0,
		    "product \"%.*s\" is the name of several", shown, name.at);
	if (rc < 0)
		return err_set(err, -1, 0,
		    "product \"%.*s\" is not in the catalogue", shown, name.at);
	return 0;
}

static int
read_unit(const struct import_row *row, struct offer *o, struct err *err)
{
	const struct api_config *config = &row->api->config;
	struct str unit = row->values[UNIT];

	if (config->unit_key == NULL)
		return import_text(o->unit, sizeof(o->unit), unit, "unit", err);
	if (config->unit_key(config->arg, unit, o->unit, sizeof(o->unit)))
		return 0;
	return err_set(err, -1, 0, "unit \"%.*s\" is not known",
	    (int)(unit.octets < 40 ? unit.octets : 40), unit.at);
}

/* What the row says, into *o; cells that are empty stay at their zero. */
static int
check(const struct import_row *row, struct offer *o, struct err *err)
{
	const struct market *market = row->turn->market;
	const struct str *v = row->values;

	*o = (struct offer){.price_minor = -1};
	if (read_product(row, o, err) < 0 || read_unit(row, o, err) < 0 ||
	    import_text(o->grade, sizeof(o->grade), v[GRADE], "grade", err) < 0)
		return -1;
	if (!str_to_milli(&o->stock_milli, v[QUANTITY]) || o->stock_milli < 0 ||
	    o->stock_milli > QUANTITY_MAX_MILLI)
		return err_set(err, -1, 0, "quantity is not a number from 0");
	if (v[PRICE].octets > 0) {
		o->price_minor = price_minor(market, v[PRICE]);
		if (o->price_minor < 0)
			return err_set(err, -1, 0,
			    "price is not an amount in %s", market->currency);
	}
	if (v[UNIT_KG].octets > 0 &&
	    (!str_to_milli(&o->unit_grams, v[UNIT_KG]) || o->unit_grams <= 0 ||
		o->unit_grams > UNIT_MAX_GRAMS))
		return err_set(err, -1, 0, "unit_kg is not a weight in kg");
	if (!read_time(market, v[FROM], false, &o->from_ms) ||
	    !read_time(market, v[UNTIL], true, &o->until_ms))
		return err_set(
		    err, -1, 0, "from and until are dates such as 2026-05-31");
	if (o->until_ms != 0 && o->until_ms < o->from_ms)
		return err_set(err, -1, 0, "until lies before from");
	return 0;
}

/* Whose offers are listed is a seller. */
static void
make_seller(const struct turn *turn, const struct offer *offer)
{
	struct person p;

	if (!store_person_get(turn->store, offer->seller_id, &p))
		return;
	if ((p.roles & PERSON_SELLER) != 0 && p.consent_ms != 0)
		return;
	p.roles |= PERSON_SELLER;
	if (p.consent_ms == 0)
		p.consent_ms = turn->now_ms;
	store_person_put(turn->store, &p);
}

/* What is said now over what was known. */
static void
merge(struct offer *known, const struct offer *said)
{
	known->stock_milli = said->stock_milli;
	known->closed = false;
	if (said->price_minor >= 0)
		known->price_minor = said->price_minor;
	if (said->unit_grams > 0)
		known->unit_grams = said->unit_grams;
	if (said->grade[0] != '\0')
		str_copy(
		    known->grade, sizeof(known->grade), str_from(said->grade));
	if (said->from_ms != 0)
		known->from_ms = said->from_ms;
	if (said->until_ms != 0)
		known->until_ms = said->until_ms;
}

static int
apply(const struct import_row *row, struct err *err)
{
	const struct turn *turn = row->turn;
	char number[PARTY_OCTETS];
	struct offer said, known;

	if (import_phone(row, row->values[PHONE], "phone", number, err) < 0 ||
	    check(row, &said, err) < 0)
		return -1;
	store_phone_ensure(
	    turn->store, number, PARTY_PHONE, turn->now_ms, &said.seller_id);
	make_seller(turn, &said);
	if (store_offer_find(
		turn->store, said.seller_id, said.product, said.unit, &known)) {
		merge(&known, &said);
		said = known;
	}
	store_offer_put(turn->store, &said, turn->now_ms);
	return 0;
}

const struct import_kind import_offer = {
    .name = "offer",
    .columns = {"phone", "product", "quantity", "unit", "price", "unit_kg",
	"grade", "from", "until"},
    .required = 4,
    .apply = apply,
};
