/* store_api_token - tokens by which scripts use the API; their hashes. */
#ifndef GATEWAY_STORE_STORE_API_TOKEN_H
#define GATEWAY_STORE_STORE_API_TOKEN_H

#include "base/span.h"
#include "gateway/store/store.h"

#define API_TOKEN_NAME_OCTETS 24
#define API_TOKEN_SCOPE_OCTETS 256

struct api_token {
	int64_t id;
	char name[API_TOKEN_NAME_OCTETS];
	char tail[8];
	int role; /* enum caller_role */
	char scope[API_TOKEN_SCOPE_OCTETS]; /* words; "": all of its role */
	char by[API_TOKEN_NAME_OCTETS];
	int64_t made_ms;
	int64_t expires_ms, used_ms, revoked_ms; /* 0: never */
};

/* Revoked and expired ones, too. */
bool store_api_token_find(
    struct store *store, struct span hash, struct api_token *out);
bool store_api_token_get(
    struct store *store, int64_t id, struct api_token *out);
/* Newest first, ids below before_id (0: all). */
void store_api_token_each(struct store *store, int64_t before_id, int limit,
    bool (*fn)(void *arg, const struct api_token *token), void *arg);

/* Sets the id (0: the store failed). */
void store_api_token_add(
    struct store *store, struct span hash, struct api_token *token);
void store_api_token_used(struct store *store, int64_t id, int64_t now_ms);
/* False: it was revoked before, or is not there. */
bool store_api_token_revoke(struct store *store, int64_t id, int64_t now_ms);

#endif
