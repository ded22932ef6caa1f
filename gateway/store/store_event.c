#include <string.h>

#include "gateway/store/store_inside.h"
#include "gateway/store/store_order.h"

/* More than a line lives through; a circle in the file must end, too. */
#define EVENTS_MAX 1024

#define EVENT_INSERT                                                           \
	"INSERT OR FAIL INTO line_event ("                                     \
	"id, line_id, prev_id, time_ms, from_state, to_state, "                \
	"by_whom, person_id, message_id, text"                                 \
	") VALUES "
#define EVENT_ROW "(?,?,?,?,?,?,?,?,?,?)"

static void
insert_values(const void *row, struct db_value *out)
{
	const struct line_event *l = row;
	*out++ = db_int(l->id);
	*out++ = db_int(l->line_id);
	*out++ = db_int(l->prev_id);
	*out++ = db_int(l->time_ms);
	*out++ = db_int(l->from);
	*out++ = db_int(l->to);
	*out++ = db_text(l->by);
	*out++ = db_int(l->person_id);
	*out++ = db_int(l->message_id);
	*out++ = db_text(l->text);
}

bool
store_event_insert(struct store *store, const void *const *rows, size_t count)
{
	static const struct later_insert how = {EVENT_INSERT EVENT_ROW,
	    EVENT_INSERT LATER_MANY_OF(EVENT_ROW), 10, insert_values};
	return store_later_insert(store, &how, rows, count);
}

int64_t
event_append(struct store *store, int64_t line_id, int64_t prev_id,
    const struct line_event *event)
{
	struct line_event row;
	memset(&row, 0, sizeof(row));
	row.id = store_seen_next(store, NEWEST_EVENT);
	row.line_id = line_id;
	row.prev_id = prev_id;
	row.time_ms = event->time_ms;
	row.from = event->from;
	row.to = event->to;
	str_copy(row.by, sizeof(row.by), str_from(event->by));
	row.person_id = event->person_id;
	row.message_id = event->message_id;
	str_copy(row.text, sizeof(row.text), str_from(event->text));
	store_later_put(store, SEEN_EVENT, row.id, &row, LATER_FRESH);
	return db_alive(store->db) ? row.id : 0;
}

/* The head from the row, not from the caller's line, which may be a stale
 * copy. */
static int64_t
append(struct store *store, int64_t line_id, const struct line_event *event)
{
	struct line line;
	store_line_get(store, line_id, &line);
	return event_append(store, line_id, line.event_id, event);
}

void
store_event_add(
    struct store *store, struct line *line, const struct line_event *event)
{
	struct line row;
	line->event_id = append(store, line->id, event);
	if (!store_line_get(store, line->id, &row))
		return;
	row.event_id = line->event_id;
	store_later_put(store, SEEN_LINE, row.id, &row, LATER_PLAIN);
}

void
store_line_put_event(
    struct store *store, struct line *line, const struct line_event *event)
{
	line->event_id = append(store, line->id, event);
	line_row_put(store, line, line->event_id);
}

bool
store_event_read(struct store *store, int64_t id, void *event_out)
{
	struct line_event *out = event_out;
	struct db_query q = db_ask(store->db,
	    "SELECT id, line_id, prev_id, time_ms, from_state, to_state,"
	    " by_whom, person_id, message_id, text FROM line_event"
	    " WHERE id = ?1",
	    db_int(id));
	memset(out, 0, sizeof(*out));
	if (!db_next(&q))
		return false;
	out->id = db_get_int(&q);
	out->line_id = db_get_int(&q);
	out->prev_id = db_get_int(&q);
	out->time_ms = db_get_int(&q);
	out->from = (int)db_get_int(&q);
	out->to = (int)db_get_int(&q);
	db_get_text(&q, out->by, sizeof(out->by));
	out->person_id = db_get_int(&q);
	out->message_id = db_get_int(&q);
	db_get_text(&q, out->text, sizeof(out->text));
	db_end(&q);
	return true;
}

bool
store_event_get(struct store *store, int64_t id, struct line_event *out)
{
	return store_event_read(store, id, out);
}

void
store_event_of_line(struct store *store, int64_t line_id,
    bool (*fn)(void *arg, const struct line_event *event), void *arg)
{
	int64_t ids[EVENTS_MAX];
	int count = 0;
	struct line line;
	(void)store_line_get(store, line_id, &line);
	int64_t id = line.event_id;
	while (id != 0 && count < EVENTS_MAX) {
		ids[count++] = id;
		struct line_event event;
		(void)store_seen_get(store, SEEN_EVENT, id, &event);
		id = event.prev_id;
	}
	struct line_event event;
	while (count > 0 &&
	       store_seen_get(store, SEEN_EVENT, ids[--count], &event))
		if (!fn(arg, &event))
			return;
}
