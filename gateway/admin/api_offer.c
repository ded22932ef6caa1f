/* api_offer - the lists of offers and of the catalogue. */
#include <string.h>

#include "gateway/store/store_catalogue.h"
#include "gateway/store/store_offer.h"
#include "gateway/store/store_person.h"

#include "gateway/admin/api_impl.h"

static json_t *
offer_json(const struct api *api, const struct offer *offer)
{
	int64_t left =
	    offer->closed ? 0 : offer->stock_milli - offer->held_milli;
	struct person seller = {.id = 0};
	json_t *row;

	store_person_get(api->config.reader, offer->seller_id, &seller);
	row = json_pack("{s:o, s:o, s:o, s:o, s:o, s:s, s:o, s:o, s:o, s:b}",
	    "phone", api_text(seller.number), "seller", api_text(seller.name),
	    "product", api_text(offer->product), "unit", api_text(offer->unit),
	    "price", api_minor(api, offer->price_minor), "currency",
	    api->config.market->currency, "left", json_milli(left), "quantity",
	    json_milli(offer->stock_milli), "held",
	    json_milli(offer->held_milli), "closed", offer->closed);
	json_object_set_new(row, "person", api_id(offer->seller_id));
	json_object_set_new(row, "unit_kg",
	    offer->unit_grams > 0 ? json_milli(offer->unit_grams)
				  : json_null());
	json_object_set_new(row, "grade", api_text(offer->grade));
	json_object_set_new(row, "from", api_time(offer->from_ms));
	json_object_set_new(row, "until", api_time(offer->until_ms));
	json_object_set_new(row, "id", json_integer(offer->id));
	return row;
}

static bool
list_offer(void *arg, const struct offer *offer)
{
	struct api_page *page = arg;

	return api_page_add(page, offer->id, offer_json(page->api, offer));
}

void
api_offers_get(const struct api_call *call)
{
	struct api_page page;
	int64_t after, phone_id, person_id;

	if (!api_query_phone(call, &phone_id, &person_id) ||
	    !api_page_open(&page, call, &after))
		return;
	if (phone_id == 0 || person_id != 0)
		store_offer_each(call->api->config.reader, person_id, after,
		    page.limit, list_offer, &page);
	api_page_reply(&page, call);
}

/* A document under a key that begins with '@' is not a product but a part of
 * the file beside the products ("@units"). */
static bool
list_product(void *arg, const char *key, struct str document)
{
	json_t *catalogue = arg;
	json_t *value = json_read(document, document.octets, NULL);

	if (value == NULL)
		return true;
	if (key[0] == '@')
		json_object_set_new(catalogue, key + 1, value);
	else
		json_array_append_new(
		    json_object_get(catalogue, "products"), value);
	return true;
}

void
api_catalogue_get(const struct api_call *call)
{
	json_t *catalogue = json_pack("{s:[]}", "products");

	store_catalogue_each(call->api->config.reader, list_product, catalogue);
	api_reply(call->request, 200, catalogue);
}
