#include "gateway/store/store_webhook.h"

#include <stdio.h>
#include <string.h>

#include "gateway/store/store_inside.h"
#include "gateway/store/store_keep.h"
#include "gateway/store/store_message.h"
#include "gateway/store/store_order.h"

/* -- kinds ----------------------------------------------------------------- */

#define KINDS_MOST 48

/* What a message comes to that somebody else may want to know. */
static bool
is_told(int state)
{
	switch (state) {
	case MESSAGE_RECEIVED:
	case MESSAGE_SENT:
	case MESSAGE_DELIVERED:
	case MESSAGE_UNKNOWN:
	case MESSAGE_REFUSED:
	case MESSAGE_FAILED:
	case MESSAGE_STALE:
		return true;
	default:
		return false;
	}
}

void
store_webhook_kind_name(char dst[WEBHOOK_KIND_OCTETS], int kind)
{
	dst[0] = '\0';
	if (kind < WEBHOOK_ORDER && is_told(kind))
		snprintf(dst, WEBHOOK_KIND_OCTETS, "message.%s",
		    message_state_name((enum message_state)kind));
	else if (kind >= WEBHOOK_ORDER + LINE_ASKED &&
		 kind <= WEBHOOK_ORDER + LINE_FAILED)
		snprintf(dst, WEBHOOK_KIND_OCTETS, "order.%s",
		    line_state_name((enum line_state)(kind - WEBHOOK_ORDER)));
}

uint64_t
store_webhook_kinds(const char *word)
{
	size_t octets = strlen(word);
	bool all = octets > 0 && word[octets - 1] == '*' &&
		   (octets == 1 || word[octets - 2] == '.');
	uint64_t kinds = 0;
	for (int kind = 0; kind < KINDS_MOST; kind++) {
		char name[WEBHOOK_KIND_OCTETS];
		store_webhook_kind_name(name, kind);
		if (name[0] != '\0' &&
		    (all ? strncmp(name, word, octets - 1) == 0
			 : strcmp(name, word) == 0))
			kinds |= UINT64_C(1) << kind;
	}
	return kinds;
}

/* -- how events are written ------------------------------------------------ */

/* What a text came to is known once its row is written or its state is another
 * than before; an event of a line is written once.  A text of ours that is new
 * has come to nothing yet. */
static void
begin_triggers(struct db *db)
{
	db_run(db, "CREATE TEMP TABLE IF NOT EXISTS webhook_want"
		   " (kind INTEGER PRIMARY KEY)");
	db_run(db, "CREATE TEMP TRIGGER IF NOT EXISTS webhook_message_new"
		   " AFTER INSERT ON main.message"
		   " WHEN NEW.state IN (SELECT kind FROM temp.webhook_want)"
		   " BEGIN INSERT INTO webhook_event (time_ms, kind, ref)"
		   " VALUES (NEW.changed_ms, NEW.state, NEW.id); END");
	db_run(db, "CREATE TEMP TRIGGER IF NOT EXISTS webhook_message_state"
		   " AFTER UPDATE OF state ON main.message"
		   " WHEN NEW.state <> OLD.state"
		   " AND NEW.state IN (SELECT kind FROM temp.webhook_want)"
		   " BEGIN INSERT INTO webhook_event (time_ms, kind, ref)"
		   " VALUES (NEW.changed_ms, NEW.state, NEW.id); END");
	db_run(db, "CREATE TEMP TRIGGER IF NOT EXISTS webhook_line"
		   " AFTER INSERT ON main.line_event"
		   " WHEN NEW.to_state <> NEW.from_state AND NEW.to_state + 32"
		   " IN (SELECT kind FROM temp.webhook_want)"
		   " BEGIN INSERT INTO webhook_event (time_ms, kind, ref)"
		   " VALUES (NEW.time_ms, NEW.to_state + 32, NEW.id); END");
}

void
store_webhook_want(struct store *store, uint64_t kinds)
{
	struct db *db = store->db;
	if (kinds == 0) {
		db_run(db, "DROP TRIGGER IF EXISTS temp.webhook_message_new");
		db_run(db, "DROP TRIGGER IF EXISTS temp.webhook_message_state");
		db_run(db, "DROP TRIGGER IF EXISTS temp.webhook_line");
		return;
	}
	begin_triggers(db);
	db_run(db, "DELETE FROM temp.webhook_want");
	for (int kind = 0; kind < KINDS_MOST; kind++)
		if ((kinds >> kind & 1) != 0)
			db_run(db,
			    "INSERT INTO temp.webhook_want (kind) VALUES (?1)",
			    db_int(kind));
}

int64_t
store_webhook_added(const struct store *store)
{
	return store->webhook_added;
}

/* -- cursors --------------------------------------------------------------- */

#define PLACE "name, event_id, off, told, dropped, tries, next_ms, answer, why"

static void
take_place(struct db_query *q, struct webhook_place *out)
{
	db_get_text(q, out->name, sizeof(out->name));
	out->event_id = db_get_int(q);
	out->off = db_get_int(q) != 0;
	out->told = db_get_int(q);
	out->dropped = db_get_int(q);
	out->tries = (int)db_get_int(q);
	out->next_ms = db_get_int(q);
	out->answer = (int)db_get_int(q);
	db_get_text(q, out->why, sizeof(out->why));
}

bool
store_webhook_get(
    struct store *store, const char *name, struct webhook_place *out)
{
	struct db_query q = db_ask(store->db,
	    "SELECT " PLACE " FROM webhook"
	    " WHERE name = ?1",
	    db_text(name));
	*out = (struct webhook_place){.event_id = 0};
	if (!db_next(&q))
		return false;
	take_place(&q, out);
	db_end(&q);
	return true;
}

bool
store_webhook_at(struct store *store, int i, struct webhook_place *out)
{
	struct db_query q = db_ask(store->db,
	    "SELECT " PLACE " FROM webhook"
	    " ORDER BY name LIMIT 1 OFFSET ?1",
	    db_int(i));
	*out = (struct webhook_place){.event_id = 0};
	if (!db_next(&q))
		return false;
	take_place(&q, out);
	db_end(&q);
	return true;
}

void
store_webhook_put(struct store *store, const struct webhook_place *place)
{
	db_run(store->db,
	    "INSERT INTO webhook (" PLACE ")"
	    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)"
	    " ON CONFLICT (name) DO UPDATE SET event_id = ?2, off = ?3,"
	    " told = ?4, dropped = ?5, tries = ?6, next_ms = ?7, answer = ?8,"
	    " why = ?9",
	    db_text(place->name), db_int(place->event_id), db_int(place->off),
	    db_int(place->told), db_int(place->dropped), db_int(place->tries),
	    db_int(place->next_ms), db_int(place->answer), db_text(place->why));
}

void
store_webhook_forget(struct store *store, const char *name)
{
	db_run(store->db, "DELETE FROM webhook WHERE name = ?1", db_text(name));
}

/* -- events ---------------------------------------------------------------- */

int64_t
store_webhook_newest(struct store *store)
{
	return db_number(store->db, 0, "SELECT max(id) FROM webhook_event");
}

bool
store_webhook_next(struct store *store, int64_t after, uint64_t kinds,
    struct webhook_event *out)
{
	struct db_query q = db_ask(store->db,
	    "SELECT id, time_ms, kind, ref FROM webhook_event"
	    " WHERE id > ?1 AND (?2 >> kind) & 1 ORDER BY id LIMIT 1",
	    db_int(after), db_int((int64_t)kinds));
	*out = (struct webhook_event){.id = 0};
	if (!db_next(&q))
		return false;
	out->id = db_get_int(&q);
	out->time_ms = db_get_int(&q);
	out->kind = (int)db_get_int(&q);
	out->ref = db_get_int(&q);
	db_end(&q);
	return true;
}

int64_t
store_webhook_count(
    struct store *store, int64_t after, uint64_t kinds, int64_t most)
{
	return db_number(store->db, 0,
	    "SELECT count(*) FROM (SELECT 1 FROM webhook_event"
	    " WHERE id > ?1 AND (?2 >> kind) & 1 LIMIT ?3)",
	    db_int(after), db_int((int64_t)kinds), db_int(most));
}

int64_t
store_webhook_older(struct store *store, int64_t after, int64_t before_ms,
    uint64_t kinds, int64_t look, int64_t *count_out)
{
	struct db_query q = db_ask(store->db,
	    "SELECT coalesce(max(id), ?1), coalesce(sum((?3 >> kind) & 1), 0)"
	    " FROM (SELECT id, time_ms, kind FROM webhook_event"
	    " WHERE id > ?1 ORDER BY id LIMIT ?4) WHERE time_ms < ?2",
	    db_int(after), db_int(before_ms), db_int((int64_t)kinds),
	    db_int(look));
	int64_t id = after;
	*count_out = 0;
	if (db_next(&q)) {
		id = db_get_int(&q);
		*count_out = db_get_int(&q);
		db_end(&q);
	}
	return id;
}

void
store_webhook_prune(
    struct store *store, int64_t upto, int64_t most, int64_t now_ms)
{
	int gone = db_run(store->db,
	    "DELETE FROM webhook_event WHERE id IN (SELECT id"
	    " FROM webhook_event WHERE id <= ?1"
	    " AND id < (SELECT max(id) FROM webhook_event)"
	    " ORDER BY id LIMIT ?2)",
	    db_int(upto), db_int(most));

	store_keep_gone(store, KEEP_WEBHOOKS, gone, now_ms);
}
