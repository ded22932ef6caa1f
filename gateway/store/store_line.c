#include <string.h>

#include "gateway/store/line_row.h"
#include "gateway/store/store_inside.h"
#include "gateway/store/store_order.h"

/* Numbers 1..63 below one order's id. */

/* -- words --------------------------------------------------------------- */

const char *
line_state_name(enum line_state state)
{
	switch (state) {
	case LINE_ASKED:
		return "asked";
	case LINE_WAITING:
		return "waiting";
	case LINE_OFFERED:
		return "offered";
	case LINE_CONFIRMED:
		return "confirmed";
	case LINE_FULFILLED:
		return "fulfilled";
	case LINE_UNFILLED:
		return "unfilled";
	case LINE_CANCELLED:
		return "cancelled";
	case LINE_DISPUTED:
		return "disputed";
	case LINE_FAILED:
		return "failed";
	}
	return "?";
}

enum line_state
line_state_from(const char *word)
{
	for (int state = LINE_ASKED; state <= LINE_FAILED; state++)
		if (strcmp(word, line_state_name((enum line_state)state)) == 0)
			return (enum line_state)state;
	return (enum line_state)0;
}

const char *
payment_state_name(enum payment_state state)
{
	switch (state) {
	case PAYMENT_DUE:
		return "due";
	case PAYMENT_PART:
		return "part";
	case PAYMENT_PAID:
		return "paid";
	case PAYMENT_CREDIT:
		return "credit";
	}
	return "?";
}

/* -- rows ---------------------------------------------------------------- */

void
line_row_read(struct db_query *q, struct line *out)
{
	out->id = db_get_int(q);
	out->order_id = out->id / LINE_SHIFT;
	out->number = (int)(out->id % LINE_SHIFT);
	db_get_text(q, out->product, sizeof(out->product));
	db_get_text(q, out->unit, sizeof(out->unit));
	out->qty_milli = db_get_int(q);
	out->unit_grams = db_get_int(q);
	out->price_max_minor = db_get_int(q);
	out->price_minor = db_get_int(q);
	out->state = (enum line_state)db_get_int(q);
	out->seller_id = db_get_int(q);
	out->offer_id = db_get_int(q);
	out->proposal_id = db_get_int(q);
	out->hold_milli = db_get_int(q);
	out->accepted_milli = db_get_int(q);
	out->payment = (enum payment_state)db_get_int(q);
	out->paid_minor = db_get_int(q);
	out->done_ms = db_get_int(q);
	out->got_ms = db_get_int(q);
	out->settled_ms = db_get_int(q);
	out->created_ms = db_get_int(q);
	out->changed_ms = db_get_int(q);
	out->event_id = db_get_int(q);
	out->asked_count = (int)db_get_int(q);
}

bool
store_lines_read(struct store *store, int64_t order_id, void *last_out)
{
	int64_t *last = last_out;
	*last = db_number(store->db, order_id * LINE_SHIFT,
	    "SELECT id FROM line WHERE id BETWEEN ?1 AND ?1 + 63"
	    " ORDER BY id DESC LIMIT 1",
	    db_int(order_id * LINE_SHIFT));
	return true;
}

static int64_t
last_of(struct store *store, int64_t order_id)
{
	int64_t last;
	(void)store_seen_get(store, SEEN_LINES, order_id, &last);
	return last;
}

/* As the index line_seller has it. */
static bool
is_to_do(const struct line *line)
{
	return line->state == LINE_CONFIRMED || line->state == LINE_DISPUTED ||
	       (line->state == LINE_FULFILLED && line->settled_ms == 0);
}

/* The row as it is stored once *line was written. */
static void
put_later(struct store *store, const struct line *line, int64_t created_ms,
    int64_t event_id, unsigned parts)
{
	struct line row;
	memset(&row, 0, sizeof(row));
	row.id = line->id;
	row.order_id = line->id / LINE_SHIFT;
	row.number = (int)(line->id % LINE_SHIFT);
	str_copy(row.product, sizeof(row.product), str_from(line->product));
	str_copy(row.unit, sizeof(row.unit), str_from(line->unit));
	row.qty_milli = line->qty_milli;
	row.unit_grams = line->unit_grams;
	row.price_max_minor = line->price_max_minor;
	row.price_minor = line->price_minor;
	row.state = line->state;
	row.seller_id = line->seller_id;
	row.offer_id = line->offer_id;
	row.proposal_id = line->proposal_id;
	row.hold_milli = line->hold_milli;
	row.accepted_milli = line->accepted_milli;
	row.payment = line->payment;
	row.paid_minor = line->paid_minor;
	row.done_ms = line->done_ms;
	row.got_ms = line->got_ms;
	row.settled_ms = line->settled_ms;
	row.created_ms = created_ms;
	row.changed_ms = line->changed_ms;
	row.event_id = event_id;
	row.asked_count = line->asked_count;
	if (is_to_do(&row))
		store_none_over(store, NONE_AGREED, row.seller_id);
	store_later_put(store, SEEN_LINE, row.id, &row, parts);
}

#define LINE_INSERT                                                            \
	"INSERT OR FAIL INTO line ("                                           \
	"id, product, unit, qty_milli, unit_grams, "                           \
	"price_max_minor, price_minor, state, seller_id, "                     \
	"offer_id, proposal_id, hold_milli, accepted_milli, "                  \
	"payment, paid_minor, done_ms, got_ms, settled_ms, "                   \
	"created_ms, changed_ms, asked_count, event_id"                        \
	") VALUES "
#define LINE_ROW "(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)"

static void
insert_values(const void *row, struct db_value *out)
{
	const struct line *l = row;
	*out++ = db_int(l->id);
	*out++ = db_text(l->product);
	*out++ = db_text(l->unit);
	*out++ = db_int(l->qty_milli);
	*out++ = db_int(l->unit_grams);
	*out++ = db_int(l->price_max_minor);
	*out++ = db_int(l->price_minor);
	*out++ = db_int(l->state);
	*out++ = db_int(l->seller_id);
	*out++ = db_int(l->offer_id);
	*out++ = db_int(l->proposal_id);
	*out++ = db_int(l->hold_milli);
	*out++ = db_int(l->accepted_milli);
	*out++ = db_int(l->payment);
	*out++ = db_int(l->paid_minor);
	*out++ = db_int(l->done_ms);
	*out++ = db_int(l->got_ms);
	*out++ = db_int(l->settled_ms);
	*out++ = db_int(l->created_ms);
	*out++ = db_int(l->changed_ms);
	*out++ = db_int(l->asked_count);
	*out++ = db_int(l->event_id);
}

bool
store_line_insert(struct store *store, const void *const *rows, size_t count)
{
	static const struct later_insert how = {LINE_INSERT LINE_ROW,
	    LINE_INSERT LATER_MANY_OF(LINE_ROW), 22, insert_values};
	return store_later_insert(store, &how, rows, count);
}

static void
line_insert(struct store *store, struct line *line, int64_t id)
{
	line->id = id;
	line->number = (int)(id % LINE_SHIFT);
	put_later(store, line, line->created_ms, line->event_id, LATER_FRESH);
	if (!db_alive(store->db)) {
		line->id = 0;
		return;
	}
	store_seen_note(store, SEEN_LINES, line->order_id, &line->id);
	int64_t none = line->id * LINE_SHIFT; /* nobody was asked yet */
	store_seen_note(store, SEEN_PROPOSALS, line->id, &none);
}

/* The new line's id; 0: the order is full. */
static int64_t
next_id(struct store *store, struct line *line)
{
	int64_t id = 1 + last_of(store, line->order_id);
	line->id = 0;
	line->number = 0;
	line->event_id = 0;
	return id < (line->order_id + 1) * LINE_SHIFT ? id : 0;
}

void
store_line_add(struct store *store, struct line *line)
{
	int64_t id = next_id(store, line);
	if (id != 0)
		line_insert(store, line, id);
}

void
store_line_add_event(
    struct store *store, struct line *line, const struct line_event *event)
{
	int64_t id = next_id(store, line);
	if (id == 0)
		return;
	line->event_id = event_append(store, id, 0, event);
	line_insert(store, line, id);
}

bool
store_line_read(struct store *store, int64_t id, void *line_out)
{
	struct line *out = line_out;
	struct db_query q = db_ask(store->db,
	    "SELECT " LINE_COLUMNS " FROM line l WHERE l.id = ?1", db_int(id));
	memset(out, 0, sizeof(*out));
	if (!db_next(&q))
		return false;
	line_row_read(&q, out);
	db_end(&q);
	return true;
}

bool
store_line_get(struct store *store, int64_t id, struct line *out)
{
	return store_seen_get(store, SEEN_LINE, id, out);
}

void
store_line_put(struct store *store, const struct line *line)
{
	struct line before;
	store_line_get(store, line->id, &before);
	line_row_put(store, line, before.event_id);
}

void
line_row_put(struct store *store, const struct line *line, int64_t event_id)
{
	struct line before;
	if (store_line_get(store, line->id, &before))
		put_later(
		    store, line, before.created_ms, event_id, LATER_PLAIN);
}

bool
store_line_write(struct store *store, const void *row, unsigned parts)
{
	const struct line *line = row;
	(void)parts;
	return db_run(store->db,
		   "UPDATE line SET product = ?2, unit = ?3, qty_milli = ?4,"
		   " unit_grams = ?5, price_max_minor = ?6, price_minor = ?7,"
		   " state = ?8, seller_id = ?9, offer_id = ?10,"
		   " proposal_id = ?11, hold_milli = ?12, accepted_milli = ?13,"
		   " payment = ?14, paid_minor = ?15, done_ms = ?16,"
		   " got_ms = ?17, settled_ms = ?18, changed_ms = ?19,"
		   " asked_count = ?20, event_id = ?21 WHERE id = ?1",
		   db_int(line->id), db_text(line->product),
		   db_text(line->unit), db_int(line->qty_milli),
		   db_int(line->unit_grams), db_int(line->price_max_minor),
		   db_int(line->price_minor), db_int(line->state),
		   db_int(line->seller_id), db_int(line->offer_id),
		   db_int(line->proposal_id), db_int(line->hold_milli),
		   db_int(line->accepted_milli), db_int(line->payment),
		   db_int(line->paid_minor), db_int(line->done_ms),
		   db_int(line->got_ms), db_int(line->settled_ms),
		   db_int(line->changed_ms), db_int(line->asked_count),
		   db_int(line->event_id)) > 0;
}

void
store_line_of_order(struct store *store, int64_t order_id,
    bool (*fn)(void *arg, const struct line *line), void *arg)
{
	bool more = true;
	for (int64_t id = order_id * LINE_SHIFT + 1;
	     more && id <= last_of(store, order_id); id++) {
		struct line line;
		if (store_line_get(store, id, &line))
			more = fn(arg, &line);
	}
}

int
store_line_orders_of_seller(
    struct store *store, int64_t seller_id, int limit, int64_t *order_ids_out)
{
	int count = 0;
	if (store_none_known(store, NONE_AGREED, seller_id))
		return 0;
	struct db_query q = db_ask(store->db,
	    "SELECT id FROM line INDEXED BY line_seller WHERE seller_id = ?1"
	    " AND (state IN (4, 8) OR (state = 5 AND settled_ms = 0))"
	    " ORDER BY id",
	    db_int(seller_id));
	while (count < limit && db_next(&q)) {
		int64_t order_id = db_get_int(&q) / LINE_SHIFT;
		if (count == 0 || order_ids_out[count - 1] != order_id)
			order_ids_out[count++] = order_id;
	}
	db_end(&q);
	if (count == 0)
		store_none_note(store, NONE_AGREED, seller_id);
	return count;
}

bool
store_line_seller_has(struct store *store, int64_t seller_id, int64_t order_id)
{
	return db_number(store->db, 0,
		   "SELECT 1 FROM line INDEXED BY line_seller"
		   " WHERE seller_id = ?1 AND id BETWEEN ?2 AND ?2 + 63"
		   " AND (state IN (4, 8) OR (state = 5 AND settled_ms = 0))"
		   " LIMIT 1",
		   db_int(seller_id), db_int(order_id * LINE_SHIFT)) == 1;
}
