#include "gateway/store/store_proof.h"

#include "gateway/store/store_inside.h"

bool
store_proof_get(struct store *store, int64_t phone_id, struct proof *out)
{
	struct db_query q = db_ask(store->db,
	    "SELECT word, message_id, asked_ms, tries, asked_count FROM proof"
	    " WHERE phone_id = ?1",
	    db_int(phone_id));
	*out = (struct proof){.message_id = 0};
	if (!db_next(&q))
		return false;
	db_get_text(&q, out->word, sizeof(out->word));
	out->message_id = db_get_int(&q);
	out->asked_ms = db_get_int(&q);
	out->tries = db_get_int(&q);
	out->asked_count = db_get_int(&q);
	db_end(&q);
	return true;
}

void
store_proof_put(
    struct store *store, int64_t phone_id, const struct proof *proof)
{
	db_run(store->db,
	    "INSERT INTO proof (phone_id, word, message_id, asked_ms, tries,"
	    " asked_count) VALUES (?1, ?2, ?3, ?4, ?5, ?6)"
	    " ON CONFLICT (phone_id) DO UPDATE SET word = excluded.word,"
	    " message_id = excluded.message_id, asked_ms = excluded.asked_ms,"
	    " tries = excluded.tries, asked_count = excluded.asked_count",
	    db_int(phone_id), db_text(proof->word), db_int(proof->message_id),
	    db_int(proof->asked_ms), db_int(proof->tries),
	    db_int(proof->asked_count));
}
