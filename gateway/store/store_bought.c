#include "gateway/store/store_bought.h"

#include "gateway/store/store_inside.h"

int64_t
store_bought_most(struct store *store, int64_t person_id, const char *product,
    const char *unit)
{
	if (store_none_known(store, NONE_BOUGHT, person_id))
		return 0;
	return db_number(store->db, 0,
	    "SELECT most FROM bought"
	    " WHERE person_id = ?1 AND product = ?2 AND unit = ?3",
	    db_int(person_id), db_text(product), db_text(unit));
}

void
store_bought_note(struct store *store, int64_t person_id, const char *product,
    const char *unit, int64_t amount)
{
	if (amount <= store_bought_most(store, person_id, product, unit))
		return;
	store_none_over(store, NONE_BOUGHT, person_id);
	db_run(store->db,
	    "INSERT INTO bought (person_id, product, unit, most)"
	    " VALUES (?1, ?2, ?3, ?4) ON CONFLICT (person_id, product, unit)"
	    " DO UPDATE SET most = excluded.most",
	    db_int(person_id), db_text(product), db_text(unit), db_int(amount));
}
