#include "gateway/store/store_api_token.h"

#include <string.h>

#include "gateway/store/store_inside.h"

#define TOKEN_SELECT                                                           \
	"SELECT id, name, tail, role, scope, by, made_ms, expires_ms, "        \
	"used_ms,"                                                             \
	" revoked_ms FROM api_token "

static void
token_read(struct db_query *q, struct api_token *out)
{
	memset(out, 0, sizeof(*out));
	out->id = db_get_int(q);
	db_get_text(q, out->name, sizeof(out->name));
	db_get_text(q, out->tail, sizeof(out->tail));
	out->role = (int)db_get_int(q);
	db_get_text(q, out->scope, sizeof(out->scope));
	db_get_text(q, out->by, sizeof(out->by));
	out->made_ms = db_get_int(q);
	out->expires_ms = db_get_int(q);
	out->used_ms = db_get_int(q);
	out->revoked_ms = db_get_int(q);
}

static bool
token_one(struct db_query *q, struct api_token *out)
{
	memset(out, 0, sizeof(*out));
	if (!db_next(q))
		return false;
	token_read(q, out);
	db_end(q);
	return true;
}

bool
store_api_token_find(
    struct store *store, struct span hash, struct api_token *out)
{
	struct db_query q =
	    db_ask(store->db, TOKEN_SELECT "WHERE hash = ?1", db_blob(hash));

	return token_one(&q, out);
}

bool
store_api_token_get(struct store *store, int64_t id, struct api_token *out)
{
	struct db_query q =
	    db_ask(store->db, TOKEN_SELECT "WHERE id = ?1", db_int(id));

	return token_one(&q, out);
}

void
store_api_token_each(struct store *store, int64_t before_id, int limit,
    bool (*fn)(void *arg, const struct api_token *token), void *arg)
{
	struct db_query q = db_ask(store->db,
	    TOKEN_SELECT "WHERE id < ?1 ORDER BY id DESC LIMIT ?2",
	    db_int(before_id > 0 ? before_id : INT64_MAX), db_int(limit));
	bool more = true;

	while (more && db_next(&q)) {
		struct api_token token;

		token_read(&q, &token);
		more = fn(arg, &token);
	}
	db_end(&q);
}

void
store_api_token_add(
    struct store *store, struct span hash, struct api_token *token)
{
	token->id = db_insert(store->db,
	    "INSERT INTO api_token (hash, name, tail, role, scope, by, made_ms,"
	    " expires_ms) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
	    db_blob(hash), db_text(token->name), db_text(token->tail),
	    db_int(token->role), db_text(token->scope), db_text(token->by),
	    db_int(token->made_ms), db_int(token->expires_ms));
}

void
store_api_token_used(struct store *store, int64_t id, int64_t now_ms)
{
	db_run(store->db,
	    "UPDATE api_token SET used_ms = ?2 WHERE id = ?1 AND used_ms < ?2",
	    db_int(id), db_int(now_ms));
}

bool
store_api_token_revoke(struct store *store, int64_t id, int64_t now_ms)
{
	return db_run(store->db,
		   "UPDATE api_token SET revoked_ms = ?2 WHERE id = ?1"
		   " AND revoked_ms = 0",
		   db_int(id), db_int(now_ms)) > 0;
}
