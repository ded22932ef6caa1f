#include "gateway/store/restore_mark.h"

#include <stdio.h>

#include "base/clock.h"
#include "gateway/core/handler.h"
#include "gateway/store/store_broadcast.h"
#include "gateway/store/store_held.h"
#include "gateway/store/store_inside.h"
#include "gateway/store/store_message.h"

#define MONTH_MS (INT64_C(30) * 24 * 3600 * 1000)
#define LONG_CODES_LEAST 1000

/* Queued, refused, under way, and unknown ones that would be sent once more:
 * the last two may have been with the network already, as their mark says. */
static int64_t
hold_texts(struct store *store)
{
	db_run(store->db,
	    "INSERT OR IGNORE INTO held (message_id) SELECT id FROM message"
	    " WHERE out = 1 AND (state = 10 OR state = 15 OR state = 18"
	    " OR (state = 14 AND lane = -2))");
	return db_run(store->db,
	    "UPDATE message SET repeated = max(repeated,"
	    " state = 14 OR state = 18), state = ?1, lane = 0,"
	    " why = 'held: the store was restored'"
	    " WHERE id IN (SELECT message_id FROM held)",
	    db_int(MESSAGE_HELD));
}

static void
hold_timers(struct store *store)
{
	/* What is due by the calendar goes on by the calendar. */
	db_run(store->db,
	    "UPDATE timer SET due_ms = due_ms + ?1 WHERE kind <> ?2",
	    db_int(HELD_TIMER_MS), db_int(TIMER_OFFER_DATE));
}

static void
close_what_is_unclear(struct store *store)
{
	db_run(store->db, "UPDATE question SET open = 0 WHERE open = 1");
	db_run(store->db, "UPDATE broadcast SET state = ?1 WHERE state = ?2",
	    db_int(BROADCAST_PAUSED), db_int(BROADCAST_RUNNING));
	db_run(store->db, "UPDATE news SET done = 1 WHERE done = 0");
	db_run(store->db, "DELETE FROM proof WHERE 1");
	db_run(store->db, "DELETE FROM console_session WHERE 1");
}

/* The orders of a month may have their codes still on phones. */
static void
skip_ahead(struct store *store, int64_t made_ms)
{
	int64_t order =
	    db_number(store->db, 0, "SELECT coalesce(max(id), 0) FROM order_") +
	    RESTORE_SKIP_ORDERS;
	int64_t month = db_number(store->db, 0,
	    "SELECT count(*) FROM order_ WHERE created_ms > ?1",
	    db_int(made_ms - MONTH_MS));
	store_setting_put_int(store, "message_least",
	    store_message_newest(store) + RESTORE_SKIP_MESSAGES);
	store_setting_put_int(store, "order_least", order);
	store_setting_put_int(store, "feedback_least",
	    db_number(
		store->db, 0, "SELECT coalesce(max(id), 0) FROM feedback") +
		RESTORE_SKIP_FEEDBACK);
	store_setting_put_int(store, "long_codes_below",
	    order + (month > LONG_CODES_LEAST ? month : LONG_CODES_LEAST));
}

int64_t
restore_mark_put(struct store *store, const struct restore_mark *mark)
{
	char what[256], made[32];
	int64_t held = hold_texts(store);
	hold_timers(store);
	close_what_is_unclear(store);
	skip_ahead(store, mark->made_ms);
	store_setting_put_int(store, "restored_ms", mark->now_ms);
	store_setting_put_int(store, "restored_made_ms", mark->made_ms);
	store_setting_put_int(store, "restore_open", 1);
	clock_rfc3339(made, sizeof(made), mark->made_ms, 0);
	snprintf(what, sizeof(what),
	    "from %.90s, made %s: what happened since then is not in this "
	    "store; %lld texts held",
	    mark->name, made, (long long)held);
	store_audit_add(store, mark->now_ms, mark->actor, "restore", what);
	return held;
}
