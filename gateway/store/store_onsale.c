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

void
store_onsale_note(struct store *store, const char *product)
{
	int64_t at = ++store->offers_changed;

	str_copy(store->offers_which[at % STORE_ONSALE_KEPT],
	    STORE_ONSALE_OCTETS, str_from(product));
}

const char *
store_onsale_changed(const struct store *store, int64_t at)
{
	return at < 1 || at > store->offers_changed ||
		       at + STORE_ONSALE_KEPT <= store->offers_changed
		   ? NULL
		   : store->offers_which[at % STORE_ONSALE_KEPT];
}

int64_t
store_onsale_changes(const struct store *store)
{
	return store->offers_changed;
}
