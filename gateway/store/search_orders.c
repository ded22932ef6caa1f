#include "gateway/store/search_orders.h"

#include <stdlib.h>

#include "base/panic.h"
#include "gateway/store/line_row.h"
#include "gateway/store/search_inside.h"
#include "gateway/store/store_inside.h"

/* With so many events not read yet it is no help. */
#define BEHIND_MOST 20000

/* -- feeding --------------------------------------------------------------- */

static void
put(struct search *s, int64_t person_id, int64_t order_id)
{
	if (person_id != 0)
		db_run(s->db,
		    "INSERT OR IGNORE INTO order_of (person_id, order_id)"
		    " VALUES (?1, ?2)",
		    db_int(person_id), db_int(order_id));
}

/* The buyer, and whoever was asked for that line: one of them sells it. */
static void
put_line(struct search *s, int64_t line_id)
{
	int64_t order_id = line_id / LINE_SHIFT;
	put(s,
	    db_number(s->reader->db, 0,
		"SELECT buyer_id FROM order_ WHERE id = ?1", db_int(order_id)),
	    order_id);
	put(s,
	    db_number(s->reader->db, 0,
		"SELECT seller_id FROM line WHERE id = ?1", db_int(line_id)),
	    order_id);
	struct db_query q = db_ask(s->reader->db,
	    "SELECT seller_id FROM proposal WHERE id BETWEEN ?1 AND ?1 + 63",
	    db_int(line_id * LINE_SHIFT));
	while (db_next(&q))
		put(s, db_get_int(&q), order_id);
	db_end(&q);
}

int
search_orders_feed(struct search *s, int limit)
{
	int count = 0;
	int64_t id = 0, line_id = 0;
	struct db_query q = db_ask(s->reader->db,
	    "SELECT id, line_id FROM line_event WHERE id > ?1 ORDER BY id"
	    " LIMIT ?2",
	    db_int(db_number(s->db, 0, "SELECT event FROM mark")),
	    db_int(limit));
	for (; db_next(&q); count++) {
		int64_t before = line_id;
		id = db_get_int(&q);
		line_id = db_get_int(&q);
		if (line_id != before)
			put_line(s, line_id);
	}
	db_end(&q);
	if (count > 0)
		db_run(s->db, "UPDATE mark SET event = ?1", db_int(id));
	return count;
}

/* -- asking ---------------------------------------------------------------- */

struct found {
	int64_t after_id, before_id;
	int64_t *ids;
	size_t count, room;
};

static void
note(struct found *f, int64_t order_id)
{
	if (order_id <= f->after_id || order_id >= f->before_id)
		return;
	if (f->count == f->room) {
		f->room = f->room * 2 + 64;
		f->ids = xrealloc(f->ids, f->room * sizeof(*f->ids));
	}
	f->ids[f->count++] = order_id;
}

static void
note_all(struct found *f, struct db_query *q)
{
	while (db_next(q))
		note(f, db_get_int(q));
	db_end(q);
}

static struct db_query
ask_known(struct store *reader, int64_t person_id, const struct found *f,
    bool newest_first, size_t limit)
{
	if (newest_first)
		return db_ask(reader->db,
		    "SELECT order_id FROM search.order_of WHERE person_id = ?1"
		    " AND order_id > ?2 AND order_id < ?3"
		    " ORDER BY order_id DESC LIMIT ?4",
		    db_int(person_id), db_int(f->after_id),
		    db_int(f->before_id), db_int((int64_t)limit));
	return db_ask(reader->db,
	    "SELECT order_id FROM search.order_of WHERE person_id = ?1"
	    " AND order_id > ?2 AND order_id < ?3"
	    " ORDER BY order_id LIMIT ?4",
	    db_int(person_id), db_int(f->after_id), db_int(f->before_id),
	    db_int((int64_t)limit));
}

static int
upwards(const void *a, const void *b)
{
	int64_t left = *(const int64_t *)a, right = *(const int64_t *)b;
	return (left > right) - (left < right);
}

static int
downwards(const void *a, const void *b)
{
	return upwards(b, a);
}

/* In order and each once; the first `limit` of them. */
static int
take(struct found *f, bool newest_first, int64_t *ids, size_t limit)
{
	size_t count = 0;
	if (f->count > 0)
		qsort(f->ids, f->count, sizeof(*f->ids),
		    newest_first ? downwards : upwards);
	for (size_t i = 0; i < f->count && count < limit; i++)
		if (i == 0 || f->ids[i] != f->ids[i - 1])
			ids[count++] = f->ids[i];
	free(f->ids);
	return (int)count;
}

static bool
is_near(struct store *reader, int64_t mark)
{
	return db_number(reader->db, 0, "SELECT max(id) FROM line_event") -
		   mark <=
	       BEHIND_MOST;
}

int
search_orders(struct store *reader, int64_t person_id, int64_t after_id,
    int64_t before_id, bool newest_first, int64_t *ids, size_t limit)
{
	struct found f = {.after_id = after_id, .before_id = before_id};
	if (!search_is_attached(reader))
		return -1;
	int64_t mark = db_number(reader->db, -1,
	    "SELECT event FROM search.mark, search.form" SEARCH_FORM);
	if (mark < 0 || !is_near(reader, mark))
		return -1;
	struct db_query q =
	    ask_known(reader, person_id, &f, newest_first, limit);
	note_all(&f, &q);
	q = db_ask(reader->db,
	    "SELECT line_id / 64 FROM line_event WHERE id > ?1", db_int(mark));
	note_all(&f, &q);
	int count = take(&f, newest_first, ids, limit);
	return db_failed(reader->db, NULL) == 0 ? count : -1;
}
