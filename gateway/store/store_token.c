#include "gateway/store/store_token.h"

#include "gateway/store/store_inside.h"

bool
store_token_find(struct store *store, int64_t token, int64_t *message_id_out)
{
	*message_id_out = db_number(store->db, -1,
	    "SELECT message_id FROM ussd_token WHERE token = ?1",
	    db_int(token));
	if (*message_id_out >= 0)
		return true;
	*message_id_out = 0;
	return false;
}

bool
store_token_take(
    struct store *store, int64_t token, int64_t session_id, int64_t message_id)
{
	return db_run(store->db,
		   "INSERT INTO ussd_token (token, session_id, message_id)"
		   " VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING",
		   db_int(token), db_int(session_id), db_int(message_id)) > 0;
}
