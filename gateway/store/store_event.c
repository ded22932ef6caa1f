#include <string.h>

#include "gateway/store/store_inside.h"
#include "gateway/store/store_order.h"

/* More than a line lives through; a circle in the file must end, too. */
#define EVENTS_MAX 1024

int64_t
event_append(struct store *store, int64_t line_id, int64_t prev_id,
    const struct line_event *event)
{
	return db_insert(store->db,
	    "INSERT INTO line_event (line_id, prev_id, time_ms, from_state,"
	    " to_state, by_whom, person_id, message_id, text)"
	    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
	    db_int(line_id), db_int(prev_id), db_int(event->time_ms),
	    db_int(event->from), db_int(event->to), db_text(event->by),
	    db_int(event->person_id), db_int(event->message_id),
	    db_text(event->text));
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

static bool
event_get(struct store *store, int64_t id, struct line_event *out)
{
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
		id = db_number(store->db, 0,
		    "SELECT prev_id FROM line_event WHERE id = ?1", db_int(id));
	}
	struct line_event event;
	while (count > 0 && event_get(store, ids[--count], &event))
		if (!fn(arg, &event))
			return;
}
