#include "gateway/store/store_kept.h"

#include "gateway/store/store_inside.h"

void
store_kept_put(
    struct store *store, int64_t line_id, const char *product, int64_t until_ms)
{
	db_run(store->db,
	    "INSERT INTO kept (line_id, product, until_ms) VALUES (?1, ?2, ?3)"
	    " ON CONFLICT (line_id) DO NOTHING",
	    db_int(line_id), db_text(product), db_int(until_ms));
}

void
store_kept_last(struct store *store, int64_t line_id)
{
	db_run(store->db,
	    "UPDATE kept SET id = (SELECT max(id) + 1 FROM kept)"
	    " WHERE line_id = ?1",
	    db_int(line_id));
}

int64_t
store_kept_until(struct store *store, int64_t line_id)
{
	return db_number(store->db, 0,
	    "SELECT until_ms FROM kept WHERE line_id = ?1", db_int(line_id));
}

void
store_kept_drop(struct store *store, int64_t line_id)
{
	db_run(
	    store->db, "DELETE FROM kept WHERE line_id = ?1", db_int(line_id));
}

size_t
store_kept_first(
    struct store *store, const char *product, int64_t *line_ids, size_t count)
{
	struct db_query q = db_ask(store->db,
	    "SELECT line_id FROM kept INDEXED BY kept_product"
	    " WHERE product = ?1 ORDER BY id LIMIT ?2",
	    db_text(product), db_int((int64_t)count));
	size_t n = 0;

	while (n < count && db_next(&q))
		line_ids[n++] = db_get_int(&q);
	db_end(&q);
	return n;
}
