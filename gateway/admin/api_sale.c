/* api_sale - sales with an end: the list, and one with its sellers and
 * promoters. */
#include <string.h>

#include "gateway/store/store_follow.h"
#include "gateway/store/store_sale.h"

#include "gateway/admin/api_impl.h"

#define ID_MAX_DIGITS 18

static json_t *
seller_json(const struct api *api, const struct sale_part *part)
{
	return json_pack("{s:o, s:o, s:o, s:o, s:I, s:o, s:o}", "seller",
	    api_phone_of(api, part->seller_id), "seller_person",
	    api_id(part->seller_id), "quantity", json_milli(part->stock_milli),
	    "left", json_milli(part->free_milli), "orders",
	    (json_int_t)part->orders, "sold", json_milli(part->sold_milli),
	    "sum", api_minor(api, part->sum_minor));
}

/* What both the list and the whole of it say. */
static json_t *
sale_json(const struct api *api, const struct sale *sale)
{
	struct sale_part parts[SALE_PARTS_MAX];
	size_t count = store_sale_parts(api->config.reader, sale->id, parts);
	json_t *sellers = json_array(), *row;
	struct news news;
	int64_t left = 0;

	for (size_t i = 0; i < count; i++) {
		json_array_append_new(sellers, seller_json(api, &parts[i]));
		left += parts[i].free_milli;
	}
	(void)store_news_find(api->config.reader, NEWS_SALE, sale->id, &news);
	row = json_pack("{s:o, s:I, s:s, s:o, s:o, s:o, s:s, s:o, s:o}", "code",
	    api_text(sale->code), "id", (json_int_t)sale->id, "state",
	    sale_state_name(sale->state), "product", api_text(sale->product),
	    "unit", api_text(sale->unit), "price",
	    api_minor(api, sale->price_minor), "currency",
	    api->config.market->currency, "from", api_time(sale->from_ms),
	    "until", api_time(sale->until_ms));
	json_object_set_new(row, "ended", api_time(sale->ended_ms));
	json_object_set_new(row, "opener", api_phone_of(api, sale->opener_id));
	json_object_set_new(row, "opener_person", api_id(sale->opener_id));
	json_object_set_new(row, "cap",
	    sale->cap_milli > 0 ? json_milli(sale->cap_milli) : json_null());
	json_object_set_new(row, "orders", json_integer(sale->orders));
	json_object_set_new(row, "sold", json_milli(sale->sold_milli));
	json_object_set_new(row, "sum", api_minor(api, sale->sum_minor));
	json_object_set_new(row, "left", json_milli(left));
	json_object_set_new(row, "waiting", json_integer(sale->waiting));
	json_object_set_new(row, "told", json_integer(news.told));
	json_object_set_new(row, "sellers", sellers);
	return row;
}

static bool
list_sale(void *arg, const struct sale *sale)
{
	struct api_page *page = arg;

	return api_page_add(page, sale->id, sale_json(page->api, sale));
}

void
api_sales_get(const struct api_call *call)
{
	struct api_page page;
	int64_t after;

	if (!api_page_open(&page, call, &after))
		return;
	store_sale_each(
	    call->api->config.reader, after, page.limit, list_sale, &page);
	api_page_reply(&page, call);
}

/* -- one whole ------------------------------------------------------------- */

struct promoters {
	const struct api *api;
	json_t *rows;
};

static bool
list_promoter(void *arg, const struct sale_promoter *row)
{
	struct promoters *p = arg;

	json_array_append_new(
	    p->rows, json_pack("{s:o, s:o, s:I, s:o, s:o}", "code",
			 api_text(row->promoter.code), "promoter",
			 api_phone_of(p->api, row->promoter.person_id),
			 "orders", (json_int_t)row->orders, "sum",
			 api_minor(p->api, row->sum_minor), "percent",
			 json_milli(row->promoter.permille * 100)));
	return true;
}

/* By code (one that is not over first) or by id. */
static bool
find(struct store *store, const char *name, struct sale *out)
{
	int64_t id;

	if (strlen(name) <= ID_MAX_DIGITS && str_to_int64(&id, str_from(name)))
		return store_sale_get(store, id, out);
	return strlen(name) < sizeof(out->code) &&
	       store_sale_by_code(store, name, out);
}

void
api_sale_get(const struct api_call *call)
{
	struct promoters promoters = {.api = call->api};
	struct sale sale;
	json_t *row;

	if (!find(call->api->config.reader, call->name, &sale)) {
		api_problem(
		    call->request, 404, "no sale is known as %s", call->name);
		return;
	}
	promoters.rows = json_array();
	store_sale_promoter_each(
	    call->api->config.reader, sale.id, list_promoter, &promoters);
	row = sale_json(call->api, &sale);
	json_object_set_new(row, "promoters", promoters.rows);
	api_reply(call->request, 200, row);
}
