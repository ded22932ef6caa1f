/* store_line_list - lines of orders for people to read. */
#include "gateway/store/line_row.h"
#include "gateway/store/store_figures.h"
#include "gateway/store/store_inside.h"
#include "gateway/store/store_order.h"

/* Below this many lines a time is found by reading them all. */
#define READ_ALL 20000

#define ROW_SELECT                                                             \
	"SELECT " LINE_COLUMNS                                                 \
	", o.code, o.buyer_id, o.phone_id, o.message_id, o.created_ms,"        \
	" o.changed_ms, o.closed_ms, o.place, o.day, o.on_behalf,"             \
	" b.number, n.number FROM "
#define ROW_JOINS                                                              \
	" JOIN order_ o ON o.id = l.id / 64"                                   \
	" LEFT JOIN phone b ON b.id = o.phone_id"                              \
	" LEFT JOIN person s ON s.id = l.seller_id"                            \
	" LEFT JOIN phone n ON n.id = s.phone_id"
/* Bound in this order everywhere. */
#define ROW_FITS                                                               \
	" WHERE l.id > ?1 AND l.id < ?2 AND l.created_ms >= ?3"                \
	" AND l.created_ms < ?4 AND (?5 = 0 OR o.buyer_id = ?5"                \
	" OR l.seller_id = ?5) AND (?6 = 0 OR l.state = ?6)"
/* States: 6 unfilled, 7 cancelled, 8 disputed, 9 failed. */
#define ODD_FITS                                                               \
	" WHERE l.id > ?1 AND l.id < ?2 AND l.created_ms >= ?3"                \
	" AND l.created_ms < ?4 AND (?5 = 0 OR o.buyer_id = ?5"                \
	" OR l.seller_id = ?5) AND l.state = ?6"                               \
	" AND l.state >= 6 AND l.state <= 9"
#define UPWARDS " ORDER BY l.id LIMIT ?7"
#define DOWNWARDS " ORDER BY l.id DESC LIMIT ?7"

static void
row_read(struct db_query *q, struct line_row *row)
{
	line_row_read(q, &row->line);
	row->order.id = row->line.order_id;
	db_get_text(q, row->order.code, sizeof(row->order.code));
	row->order.buyer_id = db_get_int(q);
	row->order.phone_id = db_get_int(q);
	row->order.message_id = db_get_int(q);
	row->order.created_ms = db_get_int(q);
	row->order.changed_ms = db_get_int(q);
	row->order.closed_ms = db_get_int(q);
	db_get_text(q, row->order.place, sizeof(row->order.place));
	db_get_text(q, row->order.day, sizeof(row->order.day));
	db_get_text(q, row->order.on_behalf, sizeof(row->order.on_behalf));
	db_get_text(q, row->buyer, sizeof(row->buyer));
	db_get_text(q, row->seller, sizeof(row->seller));
}

/* The id before the first line since then; a small store is read whole, for a
 * clock that was put right may have left some out of order. */
static int64_t
id_before(struct store *store, int64_t since_ms)
{
	if (since_ms == 0 ||
	    db_number(store->db, 0, "SELECT max(id) FROM line") / LINE_SHIFT <
		READ_ALL)
		return 0;
	return store_figures_line_before(store, since_ms);
}

/* … or, in a large one, a little. */
#define OUT_OF_ORDER (1000 * LINE_SHIFT)

static int64_t
id_behind(struct store *store, int64_t until_ms)
{
	int64_t before = until_ms != 0 ? id_before(store, until_ms) : 0;
	return before > 0 ? before + OUT_OF_ORDER : INT64_MAX;
}

bool
store_line_is_odd(enum line_state state)
{
	return state >= LINE_UNFILLED && state <= LINE_FAILED;
}

static struct db_query
ask(struct store *store, const struct line_filter *f)
{
	int64_t floor = id_before(store, f->since_ms);
	int64_t ceiling = id_behind(store, f->until_ms);
	const struct db_value values[] = {
	    {DB_INT, 0, NULL, 0}, /* they count from 1 */
	    db_int(f->after_id > floor ? f->after_id : floor),
	    db_int(f->before_id != 0 && f->before_id < ceiling ? f->before_id
							       : ceiling),
	    db_int(f->since_ms),
	    db_int(f->until_ms != 0 ? f->until_ms : INT64_MAX),
	    db_int(f->person_id),
	    db_int(f->state),
	    db_int(f->limit > 0 ? f->limit : -1),
	};
	static const char *const sql[2][2] = {
	    {ROW_SELECT "line l" ROW_JOINS ROW_FITS UPWARDS,
		ROW_SELECT "line l" ROW_JOINS ROW_FITS DOWNWARDS},
	    {ROW_SELECT "line l INDEXED BY line_odd" ROW_JOINS ODD_FITS UPWARDS,
		ROW_SELECT
		"line l INDEXED BY line_odd" ROW_JOINS ODD_FITS DOWNWARDS},
	};
	return db_ask_with(store->db,
	    sql[store_line_is_odd(f->state)][f->before_id != 0], values,
	    sizeof(values) / sizeof(values[0]) - 1);
}

void
store_line_list(struct store *store, const struct line_filter *filter,
    bool (*fn)(void *arg, const struct line_row *row), void *arg)
{
	struct db_query q = ask(store, filter);
	bool more = true;
	while (more && db_next(&q)) {
		struct line_row row = {0};
		row_read(&q, &row);
		more = fn(arg, &row);
	}
	db_end(&q);
}

/* Reads the whole table: a question of people, not of the loop. */
int64_t
store_line_count(struct store *store, enum line_state state)
{
	return db_number(store->db, 0,
	    "SELECT count(*) FROM line WHERE ?1 = 0 OR state = ?1",
	    db_int(state));
}
