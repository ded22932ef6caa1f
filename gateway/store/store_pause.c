#include "gateway/store/store_pause.h"

#include "gateway/store/store_inside.h"

void
store_pause_put(struct store *store, const char *link, bool paused,
    const char *by, int64_t now_ms)
{
	store->pause_changes++;
	if (paused)
		db_run(store->db,
		    "INSERT INTO link_pause (name, by, time_ms)"
		    " VALUES (?1, ?2, ?3) ON CONFLICT (name) DO NOTHING",
		    db_text(link), db_text(by), db_int(now_ms));
	else
		db_run(store->db, "DELETE FROM link_pause WHERE name = ?1",
		    db_text(link));
}

bool
store_pause_is(struct store *store, const char *link)
{
	return db_number(store->db, 0,
		   "SELECT count(*) FROM link_pause WHERE name = ?1",
		   db_text(link)) != 0;
}

int64_t
store_pause_changes(const struct store *store)
{
	return store->pause_changes;
}
