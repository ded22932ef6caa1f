#include "gateway/store/store_user.h"

#include <string.h>

#include "gateway/store/store_inside.h"

/* -- users --------------------------------------------------------------- */

#define USER_SELECT                                                            \
	"SELECT id, name, role, password, language, made_ms, password_ms,"     \
	" login_ms, disabled_ms, totp, totp_on, totp_step, failed, failed_ms," \
	" person_id FROM console_user "

static bool
blob(struct db_query *q, uint8_t *dst, size_t octets)
{
	struct span bytes = db_get_blob(q);

	if (bytes.octets != octets)
		return false;
	memcpy(dst, bytes.at, octets);
	return true;
}

static void
user_read(struct db_query *q, struct user *out)
{
	memset(out, 0, sizeof(*out));
	out->id = db_get_int(q);
	db_get_text(q, out->name, sizeof(out->name));
	out->role = (int)db_get_int(q);
	db_get_text(q, out->password, sizeof(out->password));
	db_get_text(q, out->language, sizeof(out->language));
	out->made_ms = db_get_int(q);
	out->password_ms = db_get_int(q);
	out->login_ms = db_get_int(q);
	out->disabled_ms = db_get_int(q);
	out->totp_begun = blob(q, out->totp, sizeof(out->totp));
	out->totp_on = db_get_int(q) != 0;
	out->totp_step = db_get_int(q);
	out->failed = db_get_int(q);
	out->failed_ms = db_get_int(q);
	out->person_id = db_get_int(q);
}

static bool
user_one(struct db_query *q, struct user *out)
{
	memset(out, 0, sizeof(*out));
	if (!db_next(q))
		return false;
	user_read(q, out);
	db_end(q);
	return true;
}

int64_t
store_user_count(struct store *store)
{
	return db_number(store->db, 0, "SELECT count(*) FROM console_user");
}

bool
store_user_get(struct store *store, int64_t id, struct user *out)
{
	struct db_query q =
	    db_ask(store->db, USER_SELECT "WHERE id = ?1", db_int(id));

	return user_one(&q, out);
}

bool
store_user_find(struct store *store, const char *name, struct user *out)
{
	struct db_query q =
	    db_ask(store->db, USER_SELECT "WHERE name = ?1", db_text(name));

	return user_one(&q, out);
}

bool
store_user_of_person(struct store *store, int64_t person_id, struct user *out)
{
	struct db_query q = db_ask(store->db,
	    USER_SELECT "WHERE person_id = ?1 AND person_id <> 0",
	    db_int(person_id));

	return user_one(&q, out);
}

void
store_user_each(struct store *store,
    bool (*fn)(void *arg, const struct user *user), void *arg)
{
	struct db_query q = db_ask(store->db, USER_SELECT "ORDER BY name");
	bool more = true;

	while (more && db_next(&q)) {
		struct user user;

		user_read(&q, &user);
		more = fn(arg, &user);
	}
	db_end(&q);
}

int64_t
store_user_count_role(struct store *store, int role)
{
	return db_number(store->db, 0,
	    "SELECT count(*) FROM console_user"
	    " WHERE role = ?1 AND disabled_ms = 0",
	    db_int(role));
}

void
store_user_add(struct store *store, struct user *user)
{
	user->id = db_insert(store->db,
	    "INSERT INTO console_user (name, role, password, language, made_ms,"
	    " password_ms) VALUES (?1, ?2, ?3, ?4, ?5, ?5)",
	    db_text(user->name), db_int(user->role), db_text(user->password),
	    db_text(user->language), db_int(user->made_ms));
}

void
store_user_put(struct store *store, const struct user *user)
{
	struct span totp =
	    span_of(user->totp, user->totp_begun ? sizeof(user->totp) : 0);

	db_run(store->db,
	    "UPDATE console_user SET role = ?2, password = ?3, language = ?4,"
	    " password_ms = ?5, login_ms = ?6, disabled_ms = ?7, totp = ?8,"
	    " totp_on = ?9, totp_step = ?10, failed = ?11, failed_ms = ?12,"
	    " person_id = ?13"
	    " WHERE id = ?1",
	    db_int(user->id), db_int(user->role), db_text(user->password),
	    db_text(user->language), db_int(user->password_ms),
	    db_int(user->login_ms), db_int(user->disabled_ms), db_blob(totp),
	    db_int(user->totp_on), db_int(user->totp_step),
	    db_int(user->failed), db_int(user->failed_ms),
	    db_int(user->person_id));
}

void
store_user_remove(struct store *store, int64_t id)
{
	db_run(store->db, "DELETE FROM console_session WHERE user_id = ?1",
	    db_int(id));
	store_user_recovery_clear(store, id);
	db_run(store->db, "DELETE FROM console_user WHERE id = ?1", db_int(id));
}

/* -- recovery codes ------------------------------------------------------ */

void
store_user_recovery_add(struct store *store, int64_t user_id, struct span hash)
{
	db_run(store->db,
	    "INSERT OR IGNORE INTO console_recovery (hash, user_id)"
	    " VALUES (?1, ?2)",
	    db_blob(hash), db_int(user_id));
}

bool
store_user_recovery_take(struct store *store, int64_t user_id, struct span hash)
{
	return db_run(store->db,
		   "DELETE FROM console_recovery"
		   " WHERE hash = ?1 AND user_id = ?2",
		   db_blob(hash), db_int(user_id)) > 0;
}

void
store_user_recovery_clear(struct store *store, int64_t user_id)
{
	db_run(store->db, "DELETE FROM console_recovery WHERE user_id = ?1",
	    db_int(user_id));
}

int64_t
store_user_recovery_count(struct store *store, int64_t user_id)
{
	return db_number(store->db, 0,
	    "SELECT count(*) FROM console_recovery WHERE user_id = ?1",
	    db_int(user_id));
}

/* -- the code for the first user ----------------------------------------- */

bool
store_setup_get(struct store *store, struct setup_code *out)
{
	struct db_query q =
	    db_ask(store->db, "SELECT hash, made_ms, tries FROM setup_code");
	bool whole;

	memset(out, 0, sizeof(*out));
	if (!db_next(&q))
		return false;
	whole = blob(&q, out->hash, sizeof(out->hash));
	out->made_ms = db_get_int(&q);
	out->tries = db_get_int(&q);
	db_end(&q);
	return whole;
}

void
store_setup_put(struct store *store, const struct setup_code *code)
{
	if (code == NULL)
		db_run(store->db, "DELETE FROM setup_code");
	else
		db_run(store->db,
		    "INSERT OR REPLACE INTO setup_code (id, hash, made_ms,"
		    " tries) VALUES (1, ?1, ?2, ?3)",
		    db_blob(span_of(code->hash, sizeof(code->hash))),
		    db_int(code->made_ms), db_int(code->tries));
}
