/* api_order_list - lines of orders, page by page. */
#include "gateway/store/search_orders.h"
#include "gateway/store/store_order.h"
#include "gateway/store/store_person.h"

#include "gateway/admin/api_impl.h"

/* A request looks at so many lines at most, and says where to go on: the store
 * would look through the whole table for a rare state. */
#define LOOK_ROWS 5000
/* Orders of a person that one page looks at. */
#define CANDIDATES 512
#define LINE_SHIFT 64 /* id of a line: that of its order * 64 + number */

/* -- one row ----------------------------------------------------------------
 */

static json_t *
api_line_total(const struct api *api, const struct line *line)
{
	int64_t qty =
	    line->accepted_milli >= 0 ? line->accepted_milli : line->qty_milli;

	if (line->price_minor < 0 || qty < 0 ||
	    (line->price_minor > 0 && qty > INT64_MAX / line->price_minor))
		return json_null();
	return api_minor(api, (qty * line->price_minor + 500) / 1000);
}

/* A row of the list: the line with what it shares with its order. */
json_t *
api_line_json(const struct api *api, const struct order *order,
    const struct line *line, json_t *buyer, json_t *seller)
{
	return json_pack("{s:o, s:I, s:i, s:s, s:o, s:o, s:o, s:o, s:o, s:o,"
			 " s:s, s:o, s:s, s:o, s:o, s:o, s:o, s:o, s:o}",
	    "code", api_text(order->code), "id", (json_int_t)order->id, "line",
	    line->number, "state", line_state_name(line->state), "buyer", buyer,
	    "seller", seller, "product", api_text(line->product), "quantity",
	    json_milli(line->qty_milli), "unit", api_text(line->unit), "price",
	    api_minor(api, line->price_minor), "currency",
	    api->config.market->currency, "total", api_line_total(api, line),
	    "payment", payment_state_name(line->payment), "paid",
	    api_minor(api, line->paid_minor), "created",
	    api_time(line->created_ms), "changed", api_time(line->changed_ms),
	    "settled", api_time(line->settled_ms), "buyer_person",
	    api_id(order->buyer_id), "seller_person", api_id(line->seller_id));
}

static json_t *
number_json(const char *number)
{
	return number[0] != '\0' ? api_text(number) : json_null();
}

/* -- what fits --------------------------------------------------------------
 */

struct listing {
	struct api_page page;
	struct line_filter wanted;
	int64_t area_id; /* the buyer or the seller lives there; 0: any */
	int64_t order_id; /* lines of another end the walk; 0: of any */
	int looked;
	bool room;
};

static bool
lives_there(const struct listing *l, int64_t person_id)
{
	struct store *reader = l->page.api->config.reader;
	struct person person;

	return person_id != 0 && store_person_get(reader, person_id, &person) &&
	       store_area_within(reader, person.area_id, l->area_id);
}

static bool
fits(const struct listing *l, const struct line_row *row)
{
	const struct line_filter *f = &l->wanted;

	return (f->state == 0 || row->line.state == f->state) &&
	       row->line.created_ms >= f->since_ms &&
	       (f->until_ms == 0 || row->line.created_ms < f->until_ms) &&
	       (f->person_id == 0 || row->order.buyer_id == f->person_id ||
		   row->line.seller_id == f->person_id) &&
	       (l->area_id == 0 || lives_there(l, row->order.buyer_id) ||
		   lives_there(l, row->line.seller_id));
}

static bool
list_row(void *arg, const struct line_row *row)
{
	struct listing *l = arg;
	int64_t id = row->line.id;

	if (l->order_id != 0 && row->order.id != l->order_id)
		return false;
	l->looked++;
	l->page.last_id = id;
	if (fits(l, row))
		l->room = api_page_add(&l->page, id,
		    api_line_json(l->page.api, &row->order, &row->line,
			number_json(row->buyer), number_json(row->seller)));
	return l->room;
}

/* -- the ways to them -------------------------------------------------------
 */

/* Line by line; those of a state that few have, by its index. */
static void
look_along(struct listing *l)
{
	struct line_filter along = l->wanted;
	bool odd = store_line_is_odd(along.state);

	along.person_id = 0;
	along.state = odd ? along.state : 0;
	along.limit = LOOK_ROWS;
	store_line_list(l->page.api->config.reader, &along, list_row, l);
	if (l->looked == LOOK_ROWS)
		api_page_more(&l->page, l->page.last_id);
}

static void
look_at_order(struct listing *l, int64_t order_id)
{
	/* Whose it is and all else is looked at here: the store would go on to
	 * the next line that fits, which may be far. */
	struct line_filter one = {
	    .after_id = l->wanted.after_id, .before_id = l->wanted.before_id};
	int64_t first = order_id * LINE_SHIFT;

	if (one.before_id == 0 && one.after_id < first)
		one.after_id = first;
	if (one.before_id > first + LINE_SHIFT)
		one.before_id = first + LINE_SHIFT;
	l->order_id = order_id;
	store_line_list(l->page.api->config.reader, &one, list_row, l);
	l->order_id = 0;
}

/* False: it is not known whose orders are whose. */
static bool
look_at_persons(struct listing *l)
{
	int64_t ids[CANDIDATES];
	const struct line_filter *f = &l->wanted;
	int64_t before =
	    f->before_id != 0 ? (f->before_id - 1) / LINE_SHIFT + 1 : INT64_MAX;
	int count = search_orders(l->page.api->config.reader, f->person_id,
	    f->after_id / LINE_SHIFT - 1, before, f->before_id != 0, ids,
	    CANDIDATES);

	for (int i = 0; l->room && i < count; i++)
		look_at_order(l, ids[i]);
	if (l->room && count == CANDIDATES)
		api_page_more(&l->page,
		    f->before_id != 0 ? ids[count - 1] * LINE_SHIFT
				      : (ids[count - 1] + 1) * LINE_SHIFT - 1);
	return count >= 0;
}

/* -- the query --------------------------------------------------------------
 */

static bool
query_state(const struct api_call *call, enum line_state *out)
{
	const char *word = http_request_query(call->request, "state");

	*out = 0;
	if (word == NULL || word[0] == '\0')
		return true;
	*out = line_state_from(word);
	if (*out != 0)
		return true;
	api_problem(call->request, 400,
	    "state is one of asked, waiting, offered, confirmed, fulfilled, "
	    "unfilled, cancelled, disputed, failed");
	return false;
}

void
api_orders_get(const struct api_call *call)
{
	struct listing l = {.looked = 0, .room = true};
	int64_t phone_id;

	if (!query_state(call, &l.wanted.state) ||
	    !api_query_time(call, "since", &l.wanted.since_ms) ||
	    !api_query_time(call, "until", &l.wanted.until_ms) ||
	    !api_query_int(call, "before", &l.wanted.before_id) ||
	    !api_query_area(call, &l.area_id) ||
	    !api_query_phone(call, &phone_id, &l.wanted.person_id) ||
	    !api_page_open(&l.page, call, &l.wanted.after_id))
		return;
	/* A phone that nobody has orders nothing. */
	if (phone_id != 0 && l.wanted.person_id == 0)
		l.room = false;
	else if (l.wanted.person_id == 0 || !look_at_persons(&l))
		look_along(&l);
	if (api_query_names(call)) {
		api_names(
		    call->api, l.page.items, "buyer_person", "buyer_name");
		api_names(
		    call->api, l.page.items, "seller_person", "seller_name");
	}
	api_page_reply(&l.page, call);
}
