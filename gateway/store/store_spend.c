#include "gateway/store/store_spend.h"

#include "gateway/store/store_inside.h"

void
store_spend_add(
    struct store *store, int64_t day, int64_t link_id, const struct spend *add)
{
	db_run(store->db,
	    "INSERT INTO spent (day, link_id, texts, parts, minor)"
	    " VALUES (?1, ?2, max(?3, 0), max(?4, 0), max(?5, 0))"
	    " ON CONFLICT (day, link_id) DO UPDATE SET"
	    " texts = max(texts + ?3, 0), parts = max(parts + ?4, 0),"
	    " minor = max(minor + ?5, 0)",
	    db_int(day), db_int(link_id), db_int(add->texts),
	    db_int(add->parts), db_int(add->minor));
}

void
store_spend_get(
    struct store *store, int64_t day, int64_t link_id, struct spend *out)
{
	struct db_query q = db_ask(store->db,
	    "SELECT ifnull(sum(texts), 0), ifnull(sum(parts), 0),"
	    " ifnull(sum(minor), 0) FROM spent"
	    " WHERE day = ?1 AND (?2 = 0 OR link_id = ?2)",
	    db_int(day), db_int(link_id));
	*out = (struct spend){.texts = 0};
	if (!db_next(&q))
		return;
	out->texts = db_get_int(&q);
	out->parts = db_get_int(&q);
	out->minor = db_get_int(&q);
	db_end(&q);
}
