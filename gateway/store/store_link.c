#include "gateway/store/store_link.h"

#include "gateway/store/store_inside.h"

static int64_t
link_put(
    struct store *store, const char *name, const char *kind, const char *number)
{
	/* Most starts find the row as it is: nothing is written then. */
	int64_t id = db_number(store->db, 0,
	    "SELECT id FROM link WHERE name = ?1 AND kind = ?2 AND number = ?3",
	    db_text(name), db_text(kind), db_text(number));
	if (id != 0)
		return id;
	return db_number(store->db, 0,
	    "INSERT INTO link (name, kind, number) VALUES (?1, ?2, ?3)"
	    " ON CONFLICT (name) DO UPDATE"
	    " SET kind = excluded.kind, number = excluded.number RETURNING id",
	    db_text(name), db_text(kind), db_text(number));
}

static void
note_done(void *arg, bool ok)
{
	*(bool *)arg = ok;
}

/* Waits for the commit, which is right only because this is called at start
 * and on reload, not in a turn. */
int64_t
store_link_ensure(
    struct store *store, const char *name, const char *kind, const char *number)
{
	if (store_in_transaction(store))
		return link_put(store, name, kind, number);
	bool ok = false;
	store_begin(store);
	int64_t id = link_put(store, name, kind, number);
	store_commit(store, note_done, &ok);
	return ok ? id : 0;
}

void
store_link_name(
    struct store *store, int64_t link_id, char *dst, size_t dst_octets)
{
	struct db_query q = db_ask(
	    store->db, "SELECT name FROM link WHERE id = ?1", db_int(link_id));
	str_copy(dst, dst_octets, STR(""));
	if (db_next(&q))
		db_get_text(&q, dst, dst_octets);
	db_end(&q);
}

void
store_link_kind(
    struct store *store, int64_t link_id, char *dst, size_t dst_octets)
{
	struct db_query q = db_ask(
	    store->db, "SELECT kind FROM link WHERE id = ?1", db_int(link_id));
	str_copy(dst, dst_octets, STR(""));
	if (db_next(&q))
		db_get_text(&q, dst, dst_octets);
	db_end(&q);
}

void
store_link_pending_add(struct store *store, int64_t link_id,
    const char *place_store, int place_index, uint64_t hash)
{
	db_run(store->db,
	    "INSERT INTO pending_delete (link_id, store, idx, hash)"
	    " VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO UPDATE"
	    " SET hash = excluded.hash",
	    db_int(link_id), db_text(place_store), db_int(place_index),
	    db_int((int64_t)hash));
}

bool
store_link_pending_is(struct store *store, int64_t link_id,
    const char *place_store, int place_index, uint64_t hash)
{
	return db_number(store->db, 0,
		   "SELECT 1 FROM pending_delete WHERE link_id = ?1"
		   " AND store = ?2 AND idx = ?3 AND hash = ?4",
		   db_int(link_id), db_text(place_store), db_int(place_index),
		   db_int((int64_t)hash)) == 1;
}

void
store_link_pending_drop(struct store *store, int64_t link_id,
    const char *place_store, int place_index)
{
	db_run(store->db,
	    "DELETE FROM pending_delete"
	    " WHERE link_id = ?1 AND store = ?2 AND idx = ?3",
	    db_int(link_id), db_text(place_store), db_int(place_index));
}
