#include "gateway/store/store_robot.h"

#include "gateway/store/store_inside.h"

bool
store_robot_get(struct store *store, int64_t phone_id, struct robot *out)
{
	struct db_query q = db_ask(store->db,
	    "SELECT caught_ms, until_ms, times, message_id FROM robot"
	    " WHERE phone_id = ?1",
	    db_int(phone_id));
	*out = (struct robot){.caught_ms = 0};
	if (!db_next(&q))
		return false;
	out->caught_ms = db_get_int(&q);
	out->until_ms = db_get_int(&q);
	out->times = db_get_int(&q);
	out->message_id = db_get_int(&q);
	db_end(&q);
	return true;
}

void
store_robot_put(
    struct store *store, int64_t phone_id, const struct robot *robot)
{
	db_run(store->db,
	    "INSERT INTO robot (phone_id, caught_ms, until_ms, times,"
	    " message_id) VALUES (?1, ?2, ?3, ?4, ?5)"
	    " ON CONFLICT (phone_id) DO UPDATE SET"
	    " caught_ms = excluded.caught_ms, until_ms = excluded.until_ms,"
	    " times = excluded.times, message_id = excluded.message_id",
	    db_int(phone_id), db_int(robot->caught_ms), db_int(robot->until_ms),
	    db_int(robot->times), db_int(robot->message_id));
}

int64_t
store_robot_count(struct store *store, int64_t now_ms, int64_t *message_id_out)
{
	struct db_query q = db_ask(store->db,
	    "SELECT count(*), ifnull(max(message_id), 0) FROM robot"
	    " WHERE until_ms > ?1",
	    db_int(now_ms));
	int64_t count = 0;
	*message_id_out = 0;
	if (!db_next(&q))
		return 0;
	count = db_get_int(&q);
	*message_id_out = db_get_int(&q);
	db_end(&q);
	return count;
}
