#include "gateway/store/store_held.h"

#include "gateway/store/message_row.h"
#include "gateway/store/store_inside.h"
#include "gateway/store/store_message.h"
#include "gateway/store/store_open.h"

/* -- what there is --------------------------------------------------------- */

void
store_held_state(struct store *store, struct held_state *out)
{
	*out = (struct held_state){
	    .restored_ms = store_setting_int(store, "restored_ms", 0),
	    .made_ms = store_setting_int(store, "restored_made_ms", 0),
	    .open = store_setting_int(store, "restore_open", 0) != 0,
	};
	if (!out->open)
		return;
	out->texts = db_number(store->db, 0, "SELECT count(*) FROM held");
	out->timers = db_number(store->db, 0,
	    "SELECT count(*) FROM timer WHERE due_ms > ?1",
	    db_int(out->restored_ms + HELD_TIMER_MS / 2));
}

int
store_held_list(struct store *store, int64_t after_id, int64_t *ids, int most)
{
	int count = 0;
	struct db_query q = db_ask(store->db,
	    "SELECT message_id FROM held WHERE message_id > ?1"
	    " ORDER BY message_id LIMIT ?2",
	    db_int(after_id), db_int(most));
	while (count < most && db_next(&q))
		ids[count++] = db_get_int(&q);
	db_end(&q);
	return count;
}

/* -- one text -------------------------------------------------------------- */

static bool
take_out(struct store *store, int64_t id)
{
	return db_run(store->db, "DELETE FROM held WHERE message_id = ?1",
		   db_int(id)) > 0;
}

/* Its lane is nobody's until the phone's texts are lined up anew: it is older
 * than what waits there by now. */
bool
store_held_release(struct store *store, int64_t id, int64_t now_ms)
{
	int64_t phone_id = message_row_phone(store, id);
	if (!take_out(store, id))
		return false;
	if (db_run(store->db,
		"UPDATE message SET state = ?2, lane = 0, due_ms = ?3,"
		" changed_ms = ?3, first_ms = 0, tries = 0, why = ''"
		" WHERE id = ?1 AND state = ?4",
		db_int(id), db_int(MESSAGE_QUEUED), db_int(now_ms),
		db_int(MESSAGE_HELD)) > 0)
		message_row_wait_again(store, phone_id);
	return true;
}

bool
store_held_drop(struct store *store, int64_t id, int64_t now_ms)
{
	if (!take_out(store, id))
		return false;
	db_run(store->db,
	    "UPDATE message SET state = ?2, lane = 0, changed_ms = ?3,"
	    " why = 'dropped by an operator after a restore'"
	    " WHERE id = ?1 AND state = ?4",
	    db_int(id), db_int(MESSAGE_STALE), db_int(now_ms),
	    db_int(MESSAGE_HELD));
	return true;
}

/* -- all of them ----------------------------------------------------------- */

static void
timers_go_on(struct store *store, const struct held_state *state, int64_t by_ms)
{
	db_run(store->db,
	    "UPDATE timer SET due_ms = due_ms - ?1 + ?2 WHERE due_ms > ?3",
	    db_int(HELD_TIMER_MS), db_int(by_ms),
	    db_int(state->restored_ms + HELD_TIMER_MS / 2));
	/* The copies that proposals and kept lines carry. */
	db_run(store->db,
	    "UPDATE proposal SET due_ms = due_ms + ?1"
	    " WHERE state = 1 AND due_ms > 0 AND id / 4096 < ?2",
	    db_int(by_ms), db_int(store_setting_int(store, "order_least", 0)));
	db_run(store->db,
	    "UPDATE kept SET until_ms = until_ms + ?1 WHERE line_id / 64 < ?2",
	    db_int(by_ms), db_int(store_setting_int(store, "order_least", 0)));
}

bool
store_held_end(struct store *store, int64_t now_ms)
{
	struct held_state state;
	store_held_state(store, &state);
	if (!state.open)
		return true;
	if (state.texts > 0)
		return false;
	timers_go_on(store, &state,
	    now_ms > state.restored_ms ? now_ms - state.restored_ms : 0);
	store_setting_put_int(store, "restore_open", 0);
	return store_failed(store, NULL) == 0;
}
