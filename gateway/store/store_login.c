#include "gateway/store/store_login.h"

#include <string.h>

#include "gateway/store/store_inside.h"
#include "gateway/store/store_keep.h"

#define LOGIN_SELECT                                                           \
	"SELECT id, user_id, made_ms, seen_ms, ended_ms, address, agent"       \
	" FROM console_session "

static void
login_read(struct db_query *q, struct login *out)
{
	memset(out, 0, sizeof(*out));
	out->id = db_get_int(q);
	out->user_id = db_get_int(q);
	out->made_ms = db_get_int(q);
	out->seen_ms = db_get_int(q);
	out->ended_ms = db_get_int(q);
	db_get_text(q, out->address, sizeof(out->address));
	db_get_text(q, out->agent, sizeof(out->agent));
}

bool
store_login_find(struct store *store, struct span hash, struct login *out)
{
	struct db_query q =
	    db_ask(store->db, LOGIN_SELECT "WHERE hash = ?1", db_blob(hash));

	memset(out, 0, sizeof(*out));
	if (!db_next(&q))
		return false;
	login_read(&q, out);
	db_end(&q);
	return true;
}

void
store_login_each(struct store *store, int64_t user_id,
    bool (*fn)(void *arg, const struct login *login), void *arg)
{
	struct db_query q = db_ask(store->db,
	    LOGIN_SELECT "WHERE user_id = ?1 AND ended_ms = 0"
			 " ORDER BY id DESC",
	    db_int(user_id));
	bool more = true;

	while (more && db_next(&q)) {
		struct login login;

		login_read(&q, &login);
		more = fn(arg, &login);
	}
	db_end(&q);
}

bool
store_login_known(
    struct store *store, int64_t user_id, const char *address, int64_t since_ms)
{
	return db_number(store->db, 0,
		   "SELECT 1 FROM console_session WHERE user_id = ?1"
		   " AND address = ?2 AND seen_ms >= ?3 LIMIT 1",
		   db_int(user_id), db_text(address), db_int(since_ms)) != 0;
}

void
store_login_add(struct store *store, struct span hash, struct login *login)
{
	login->id = db_insert(store->db,
	    "INSERT INTO console_session (hash, user_id, made_ms, seen_ms,"
	    " address, agent) VALUES (?1, ?2, ?3, ?3, ?4, ?5)",
	    db_blob(hash), db_int(login->user_id), db_int(login->made_ms),
	    db_text(login->address), db_text(login->agent));
}

void
store_login_seen(struct store *store, int64_t id, int64_t now_ms)
{
	db_run(store->db,
	    "UPDATE console_session SET seen_ms = ?2 WHERE id = ?1"
	    " AND seen_ms < ?2",
	    db_int(id), db_int(now_ms));
}

bool
store_login_end(
    struct store *store, int64_t user_id, int64_t id, int64_t now_ms)
{
	return db_run(store->db,
		   "UPDATE console_session SET ended_ms = ?3 WHERE id = ?1"
		   " AND user_id = ?2 AND ended_ms = 0",
		   db_int(id), db_int(user_id), db_int(now_ms)) > 0;
}

int
store_login_end_all(
    struct store *store, int64_t user_id, int64_t but_id, int64_t now_ms)
{
	return db_run(store->db,
	    "UPDATE console_session SET ended_ms = ?3 WHERE user_id = ?1"
	    " AND id <> ?2 AND ended_ms = 0",
	    db_int(user_id), db_int(but_id), db_int(now_ms));
}

int
store_login_end_oldest(struct store *store, const struct login *newest,
    const struct login_span *span, int keep, int64_t now_ms)
{
	return db_run(store->db,
	    "UPDATE console_session SET ended_ms = ?3 WHERE id IN"
	    " (SELECT id FROM console_session WHERE user_id = ?1"
	    " AND ended_ms = 0 AND id <> ?4 AND seen_ms > ?3 - ?5"
	    " AND made_ms > ?3 - ?6 AND seen_ms <= ?3 + ?7 ORDER BY seen_ms "
	    "DESC, id DESC"
	    " LIMIT -1 OFFSET ?2)",
	    db_int(newest->user_id), db_int(keep - 1), db_int(now_ms),
	    db_int(newest->id), db_int(span->idle_ms), db_int(span->longest_ms),
	    db_int(span->ahead_ms));
}

void
store_login_forget(struct store *store, int64_t before_ms, int64_t now_ms)
{
	int gone =
	    db_run(store->db, "DELETE FROM console_session WHERE seen_ms < ?1",
		db_int(before_ms));

	store_keep_gone(store, KEEP_LOGINS, gone, now_ms);
}
