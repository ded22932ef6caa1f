#include "gateway/store/store_session_turn.h"

#include <string.h>

#include "gateway/store/store_inside.h"

void
store_session_turn_add(struct store *store, const struct session_turn_row *row)
{
	db_run(store->db,
	    "INSERT INTO ussd_turn (id, time_ms, turn_key, input,"
	    " screen_before, screen_after, answer, go_on, took_ms, message_id)"
	    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
	    db_int(STORE_SESSION_TURN(row->session_id, row->number)),
	    db_int(row->time_ms), db_text(row->key), db_text(row->input),
	    db_text(row->before), db_text(row->after), db_text(row->answer),
	    db_int(row->go_on), db_int(row->took_ms), db_int(row->message_id));
}

bool
store_session_turn_get(struct store *store, int64_t session_id, int number,
    struct session_turn_row *out)
{
	memset(out, 0, sizeof(*out));
	struct db_query q = db_ask(store->db,
	    "SELECT time_ms, turn_key, input, screen_before, screen_after,"
	    " answer, go_on, took_ms, message_id FROM ussd_turn WHERE id = ?1",
	    db_int(STORE_SESSION_TURN(session_id, number)));
	if (!db_next(&q))
		return false;
	out->session_id = session_id;
	out->number = number;
	out->time_ms = db_get_int(&q);
	db_get_text(&q, out->key, sizeof(out->key));
	db_get_text(&q, out->input, sizeof(out->input));
	db_get_text(&q, out->before, sizeof(out->before));
	db_get_text(&q, out->after, sizeof(out->after));
	db_get_text(&q, out->answer, sizeof(out->answer));
	out->go_on = db_get_int(&q) != 0;
	out->took_ms = db_get_int(&q);
	out->message_id = db_get_int(&q);
	db_end(&q);
	return true;
}

/* Thirty at most, and the key stands near the front of the row. */
int
store_session_turn_keyed(
    struct store *store, int64_t session_id, const char *key)
{
	int number = 0;
	struct str told = str_from(key);
	struct db_query q = db_ask(store->db,
	    "SELECT id, turn_key FROM ussd_turn WHERE id > ?1 AND id < ?2"
	    " ORDER BY id DESC",
	    db_int(STORE_SESSION_TURN(session_id, 0)),
	    db_int(STORE_SESSION_TURN(session_id + 1, 0)));
	while (number == 0 && db_next(&q)) {
		int64_t id = db_get_int(&q);
		if (session_kept_is(db_get_str(&q), told))
			number = (int)(id % 64);
	}
	db_end(&q);
	return number;
}

bool
store_session_turn_alike(
    struct store *store, int64_t session_id, int64_t other_id, int count)
{
	return db_number(store->db, 0,
		   "SELECT count(*) FROM ussd_turn a JOIN ussd_turn b"
		   " ON b.id = a.id + ?3 WHERE a.id > ?1 AND a.id <= ?1 + ?2"
		   " AND a.input = b.input",
		   db_int(STORE_SESSION_TURN(session_id, 0)), db_int(count),
		   db_int(STORE_SESSION_TURN(other_id - session_id, 0))) ==
	       count;
}
