#include "gateway/store/store_pin.h"

#include <string.h>

#include "gateway/store/store_inside.h"

bool
store_pin_get(struct store *store, int64_t person_id, struct pin *out)
{
	struct db_query q = db_ask(store->db,
	    "SELECT hash, wanted, wrong, locked_ms FROM pin"
	    " WHERE person_id = ?1",
	    db_int(person_id));

	memset(out, 0, sizeof(*out));
	out->person_id = person_id;
	if (!db_next(&q))
		return false;
	db_get_text(&q, out->hash, sizeof(out->hash));
	db_get_text(&q, out->wanted, sizeof(out->wanted));
	out->wrong = (int)db_get_int(&q);
	out->locked_ms = db_get_int(&q);
	db_end(&q);
	return true;
}

void
store_pin_put(struct store *store, const struct pin *pin)
{
	db_run(store->db,
	    "INSERT OR REPLACE INTO pin (person_id, hash, wanted, wrong,"
	    " locked_ms) VALUES (?1, ?2, ?3, ?4, ?5)",
	    db_int(pin->person_id), db_text(pin->hash), db_text(pin->wanted),
	    db_int(pin->wrong), db_int(pin->locked_ms));
}
