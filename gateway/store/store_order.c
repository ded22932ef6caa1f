#include "gateway/store/store_order.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "gateway/store/store_inside.h"

#define ORDER_SELECT                                                           \
	"SELECT id, code, buyer_id, phone_id, message_id, created_ms,"         \
	" changed_ms, place, day, on_behalf, closed_ms FROM order_ "

static void
order_read(struct db_query *q, struct order *out)
{
	out->id = db_get_int(q);
	db_get_text(q, out->code, sizeof(out->code));
	out->buyer_id = db_get_int(q);
	out->phone_id = db_get_int(q);
	out->message_id = db_get_int(q);
	out->created_ms = db_get_int(q);
	out->changed_ms = db_get_int(q);
	db_get_text(q, out->place, sizeof(out->place));
	db_get_text(q, out->day, sizeof(out->day));
	db_get_text(q, out->on_behalf, sizeof(out->on_behalf));
	out->closed_ms = db_get_int(q);
}

/* What store_order_put() writes, from one to the other. */
static void
put_into(struct order *row, const struct order *from)
{
	row->changed_ms = from->changed_ms;
	row->closed_ms = from->closed_ms;
	memset(row->place, 0, sizeof(row->place));
	str_copy(row->place, sizeof(row->place), str_from(from->place));
	memset(row->day, 0, sizeof(row->day));
	str_copy(row->day, sizeof(row->day), str_from(from->day));
	memset(row->on_behalf, 0, sizeof(row->on_behalf));
	str_copy(
	    row->on_behalf, sizeof(row->on_behalf), str_from(from->on_behalf));
}

static void
insert_later(struct store *store, const struct order *order)
{
	struct order row;
	int64_t none = order->id * 64; /* no line yet */
	memset(&row, 0, sizeof(row));
	put_into(&row, order);
	row.id = order->id;
	str_copy(row.code, sizeof(row.code), str_from(order->code));
	row.buyer_id = order->buyer_id;
	row.phone_id = order->phone_id;
	row.message_id = order->message_id;
	row.created_ms = order->created_ms;
	store_later_put(store, SEEN_ORDER, row.id, &row, LATER_FRESH);
	store_seen_note(store, SEEN_LINES, row.id, &none);
	store_none_over(store, NONE_ORDER, row.buyer_id);
}

void
store_order_add(struct store *store, struct order *order,
    uint64_t (*random)(void *arg), void *random_arg)
{
	order->id = store_seen_next(store, NEWEST_ORDER);
	order->closed_ms = 0;
	if (db_failed(store->db, NULL) != 0 ||
	    !store_code_take(&store->codes, store->db, order->code, order->id,
		random, random_arg)) {
		order->id = 0;
		return;
	}
	insert_later(store, order);
}

#define ORDER_INSERT                                                           \
	"INSERT OR FAIL INTO order_ ("                                         \
	"id, code, buyer_id, phone_id, message_id, created_ms, "               \
	"changed_ms, place, day, on_behalf, closed_ms"                         \
	") VALUES "
#define ORDER_ROW "(?,?,?,?,?,?,?,?,?,?,?)"

static void
insert_values(const void *row, struct db_value *out)
{
	const struct order *o = row;
	*out++ = db_int(o->id);
	*out++ = db_text(o->code);
	*out++ = db_int(o->buyer_id);
	*out++ = db_int(o->phone_id);
	*out++ = db_int(o->message_id);
	*out++ = db_int(o->created_ms);
	*out++ = db_int(o->changed_ms);
	*out++ = db_text(o->place);
	*out++ = db_text(o->day);
	*out++ = db_text(o->on_behalf);
	*out++ = db_int(o->closed_ms);
}

bool
store_order_insert(struct store *store, const void *const *rows, size_t count)
{
	static const struct later_insert how = {ORDER_INSERT ORDER_ROW,
	    ORDER_INSERT LATER_MANY_OF(ORDER_ROW), 11, insert_values};
	return store_later_insert(store, &how, rows, count);
}

/* Mostly it stays open, and then the index is not touched. */
bool
store_order_write(struct store *store, const void *row, unsigned parts)
{
	const struct order *order = row;
	if ((parts & LATER_STATE) != 0)
		db_run(store->db,
		    "UPDATE order_ SET closed_ms = ?2 WHERE id = ?1",
		    db_int(order->id), db_int(order->closed_ms));
	return db_run(store->db,
		   "UPDATE order_ SET changed_ms = ?2, place = ?3, day = ?4,"
		   " on_behalf = ?5 WHERE id = ?1",
		   db_int(order->id), db_int(order->changed_ms),
		   db_text(order->place), db_text(order->day),
		   db_text(order->on_behalf)) > 0;
}

bool
store_order_read(struct store *store, int64_t id, void *order_out)
{
	struct order *out = order_out;
	struct db_query q =
	    db_ask(store->db, ORDER_SELECT "WHERE id = ?1", db_int(id));
	memset(out, 0, sizeof(*out));
	if (!db_next(&q))
		return false;
	order_read(&q, out);
	db_end(&q);
	return true;
}

int64_t
store_order_open_count(const struct store *store)
{
	int64_t open = 0;
	for (int i = 0; i < STORE_CODE_LENGTHS; i++)
		open += store->codes.open[i];
	return open;
}

bool
store_order_get(struct store *store, int64_t id, struct order *out)
{
	return store_seen_get(store, SEEN_ORDER, id, out);
}

bool
store_order_by_code(struct store *store, const char *code, struct order *out)
{
	char upper[STORE_CODE_OCTETS];
	memset(out, 0, sizeof(*out));
	if (strlen(code) >= sizeof(upper))
		return false;
	for (size_t i = 0; i <= strlen(code); i++)
		upper[i] = (char)toupper((unsigned char)code[i]);
	int64_t id = db_number(store->db, 0,
	    "SELECT order_id FROM code WHERE code = ?1", db_text(upper));
	return id != 0 && store_order_get(store, id, out);
}

/* Code, buyer and birth stay as they were. */
void
store_order_put(struct store *store, const struct order *order)
{
	struct order before, row;
	if (!store_order_get(store, order->id, &before))
		return;
	bool closes = before.closed_ms != order->closed_ms;
	row = before;
	put_into(&row, order);
	if (memcmp(&row, &before, sizeof(row)) == 0)
		return;
	if (closes)
		store_none_over(store, NONE_ORDER, row.buyer_id);
	store_later_put(store, SEEN_ORDER, row.id, &row,
	    closes ? LATER_STATE : LATER_PLAIN);
	if (closes)
		store_code_set_open(&store->codes, store->db, before.code,
		    order->id, order->closed_ms == 0);
}

/* Ids first: fn may close orders, which are what the index is of.  (A sorter
 * of SQLite's would do the same and costs as much as ten rows.) */
void
store_order_open_of(struct store *store, int64_t buyer_id,
    bool (*fn)(void *arg, const struct order *order), void *arg)
{
	if (store_none_known(store, NONE_ORDER, buyer_id))
		return;
	struct db_query q = db_ask(store->db,
	    "SELECT id FROM order_ INDEXED BY order_open WHERE buyer_id = ?1"
	    " AND closed_ms = 0 ORDER BY id",
	    db_int(buyer_id));
	int64_t *ids;
	size_t count = db_get_column(&q, &ids);
	struct order order;
	if (count == 0)
		store_none_note(store, NONE_ORDER, buyer_id);
	for (size_t i = 0; i < count; i++)
		if (store_order_get(store, ids[i], &order) && !fn(arg, &order))
			break;
	free(ids);
}
