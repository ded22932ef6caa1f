#include "gateway/store/store_area.h"

#include "gateway/store/store_inside.h"

#define NAME_OCTETS 64

int
store_area_below(struct store *store, int64_t parent_id, int limit,
    bool (*fn)(void *arg, int64_t area_id, const char *name), void *arg)
{
	struct db_query q = db_ask(store->db,
	    "SELECT id, name FROM area INDEXED BY area_parent"
	    " WHERE parent_id = ?1 ORDER BY no, id LIMIT ?2",
	    db_int(parent_id), db_int(limit));
	char name[NAME_OCTETS];
	int seen = 0;

	while (db_next(&q)) {
		int64_t id = db_get_int(&q);

		db_get_text(&q, name, sizeof(name));
		seen++;
		if (!fn(arg, id, name)) {
			db_end(&q);
			break;
		}
	}
	return seen;
}
