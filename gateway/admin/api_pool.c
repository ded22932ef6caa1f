/* api_pool - leaders, their households, receipts, and how an order is shared.
 */
#include <string.h>

#include "gateway/store/store_order.h"
#include "gateway/store/store_person.h"
#include "gateway/store/store_pool.h"

#include "gateway/admin/api_impl.h"

#define RECEIPTS_MAX 500

static json_t *
name_of(const struct api *api, int64_t person_id)
{
	struct person person;

	if (!store_person_get(api->config.reader, person_id, &person))
		return json_null();
	return api_text(person.name);
}

/* A household without a phone has a name alone: an empty number is none. */
static json_t *
number_of(const struct api *api, int64_t person_id)
{
	struct person person;

	if (!store_person_get(api->config.reader, person_id, &person) ||
	    person.number[0] == '\0')
		return json_null();
	return api_text(person.number);
}

/* -- pools --------------------------------------------------------------- */

static bool
list_pool(void *arg, int64_t leader_id, int households)
{
	struct api_page *page = arg;
	json_t *row = json_object();

	json_object_set_new(row, "phone", number_of(page->api, leader_id));
	json_object_set_new(row, "person", json_integer(leader_id));
	json_object_set_new(row, "leader", name_of(page->api, leader_id));
	json_object_set_new(row, "households", json_integer(households));
	json_object_set_new(row, "id", json_integer(leader_id));
	return api_page_add(page, leader_id, row);
}

void
api_pools_get(const struct api_call *call)
{
	struct api_page page;
	int64_t after;

	if (!api_page_open(&page, call, &after))
		return;
	store_pool_each(
	    call->api->config.reader, after, page.limit, list_pool, &page);
	api_page_reply(&page, call);
}

/* -- households ---------------------------------------------------------- */

static bool
count_share(void *arg, const struct share *share)
{
	(void)share;
	++*(int *)arg;
	return true;
}

static bool
list_household(void *arg, const struct household *h)
{
	struct api_page *page = arg;
	struct store *reader = page->api->config.reader;
	json_t *row = json_object();
	struct person person = {.id = 0};
	int open = 0;

	(void)store_person_get(reader, h->person_id, &person);
	store_share_open_of(
	    reader, h->person_id, RECEIPTS_MAX, count_share, &open);
	json_object_set_new(row, "number", json_integer(h->number));
	json_object_set_new(row, "household", api_text(h->name));
	json_object_set_new(row, "phone", number_of(page->api, h->person_id));
	json_object_set_new(row, "person", json_integer(h->person_id));
	json_object_set_new(row, "place", api_text(person.place));
	json_object_set_new(row, "weight", json_milli(h->weight_milli));
	json_object_set_new(row, "open", json_integer(open));
	json_object_set_new(row, "id", json_integer(h->person_id));
	return api_page_add(page, h->number, row);
}

/* False: nobody was named, and the request has been answered. */
static bool
query_person(const struct api_call *call, int64_t *person_id)
{
	int64_t phone_id;

	if (!api_query_phone(call, &phone_id, person_id))
		return false;
	if (phone_id != 0)
		return true;
	api_problem(call->request, 400, "whose? give phone or person");
	return false;
}

void
api_households_get(const struct api_call *call)
{
	struct api_page page;
	int64_t after, leader_id;

	if (!query_person(call, &leader_id) ||
	    !api_page_open(&page, call, &after))
		return;
	store_household_each(call->api->config.reader, leader_id,
	    after < INT32_MAX ? (int)after + 1 : INT32_MAX, page.limit, "", "",
	    list_household, &page);
	api_page_reply(&page, call);
}

/* -- receipts ------------------------------------------------------------ */

struct listing {
	const struct api *api;
	json_t *items;
};

static void
put_terms(json_t *row, const struct api *api, const struct took *took)
{
	bool bought = took->terms == LOT_BOUGHT;

	json_object_set_new(
	    row, "terms", json_string(bought ? "bought" : "commission"));
	json_object_set_new(row, "price", api_minor(api, took->price_minor));
	json_object_set_new(row, "due", api_minor(api, took->due_minor));
	json_object_set_new(
	    row, "rate", bought ? json_null() : json_milli(took->rate * 10));
}

static bool
list_receipt(void *arg, const struct took *took)
{
	struct listing *l = arg;
	json_t *row = json_object();

	json_object_set_new(row, "time", api_time(took->time_ms));
	json_object_set_new(row, "leader", number_of(l->api, took->leader_id));
	json_object_set_new(row, "leader_person", api_id(took->leader_id));
	json_object_set_new(row, "person", api_id(took->household_id));
	json_object_set_new(
	    row, "household", name_of(l->api, took->household_id));
	json_object_set_new(
	    row, "phone", number_of(l->api, took->household_id));
	json_object_set_new(row, "product", api_text(took->product));
	json_object_set_new(row, "quantity", json_milli(took->qty_milli));
	json_object_set_new(row, "unit", api_text(took->unit));
	json_object_set_new(row, "grade", api_text(took->grade));
	put_terms(row, l->api, took);
	json_object_set_new(row, "undone", api_time(took->undone_ms));
	json_object_set_new(row, "message", json_integer(took->message_id));
	json_object_set_new(row, "id", json_integer(took->id));
	json_array_append_new(l->items, row);
	return true;
}

/* The newest, of a leader or of a household: a page, and no more behind it. */
void
api_receipts_get(const struct api_call *call)
{
	struct store *reader = call->api->config.reader;
	struct listing l = {call->api, NULL};
	int64_t person_id;

	if (!query_person(call, &person_id))
		return;
	l.items = json_array();
	store_took_of_leader(reader, person_id, RECEIPTS_MAX, list_receipt, &l);
	if (json_array_size(l.items) == 0)
		store_took_of_household(
		    reader, person_id, RECEIPTS_MAX, list_receipt, &l);
	api_reply(call->request, 200,
	    json_pack("{s:o, s:n}", "items", l.items, "next"));
}

/* -- shares -------------------------------------------------------------- */

struct shares {
	struct listing list;
	const struct line *line;
};

static bool
list_share(void *arg, const struct share *share)
{
	struct shares *s = arg;
	const struct api *api = s->list.api;
	json_t *row = json_object();

	json_object_set_new(row, "line", json_integer(s->line->number));
	json_object_set_new(
	    row, "household", name_of(api, share->household_id));
	json_object_set_new(row, "phone", number_of(api, share->household_id));
	json_object_set_new(row, "product", api_text(s->line->product));
	json_object_set_new(row, "quantity", json_milli(share->qty_milli));
	json_object_set_new(row, "unit", api_text(s->line->unit));
	json_object_set_new(row, "grade", api_text(share->grade));
	json_object_set_new(
	    row, "state", json_string(share_state_name(share->state)));
	json_object_set_new(row, "price", api_minor(api, share->price_minor));
	json_object_set_new(row, "taken", json_boolean(share->lot_id != 0));
	json_object_set_new(row, "leader", number_of(api, share->leader_id));
	json_object_set_new(row, "leader_person", api_id(share->leader_id));
	json_object_set_new(row, "person", api_id(share->household_id));
	json_array_append_new(s->list.items, row);
	return true;
}

static bool
shares_of_line(void *arg, const struct line *line)
{
	struct shares *s = arg;

	s->line = line;
	store_share_of_line(
	    s->list.api->config.reader, line->id, list_share, s);
	return true;
}

void
api_shares_get(const struct api_call *call)
{
	struct store *reader = call->api->config.reader;
	const char *code = http_request_query(call->request, "code");
	struct shares s = {{call->api, NULL}, NULL};
	struct order order;

	if (code == NULL || !store_order_by_code(reader, code, &order)) {
		api_problem(call->request, 404, "there is no such order");
		return;
	}
	s.list.items = json_array();
	store_line_of_order(reader, order.id, shares_of_line, &s);
	api_reply(call->request, 200,
	    json_pack("{s:o, s:n}", "items", s.list.items, "next"));
}
