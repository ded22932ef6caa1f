#include "gateway/store/store_catalogue.h"

#include "gateway/store/store_inside.h"

void
store_catalogue_put(struct store *store, const char *key, struct str document)
{
	db_run(store->db,
	    "INSERT INTO catalogue (key, document) VALUES (?1, ?2)"
	    " ON CONFLICT (key) DO UPDATE SET document = excluded.document",
	    db_text(key), db_str(document));
}

void
store_catalogue_each(struct store *store,
    bool (*fn)(void *arg, const char *key, struct str document), void *arg)
{
	struct db_query q = db_ask(
	    store->db, "SELECT key, document FROM catalogue ORDER BY rowid");
	bool more = true;
	while (more && db_next(&q)) {
		struct str key = db_get_str(&q);
		struct str document = db_get_str(&q);
		more = fn(arg, key.at, document);
	}
	db_end(&q);
}

int64_t
store_catalogue_count(struct store *store)
{
	return db_number(store->db, 0, "SELECT count(*) FROM catalogue");
}
