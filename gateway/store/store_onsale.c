#include "gateway/store/store_onsale.h"

#include "gateway/store/store_inside.h"

int
store_onsale_count(struct store *store, const char *product, int most)
{
	return (int)db_number(store->db, 0,
	    "SELECT count(*) FROM (SELECT 1 FROM offer INDEXED BY offer_turn"
	    " WHERE product = ?1 AND out = 0 AND closed = 0 AND taken = 0"
	    " LIMIT ?2)",
	    db_text(product), db_int(most));
}

int64_t
store_onsale_changes(const struct store *store)
{
	return store->offers_changed;
}
