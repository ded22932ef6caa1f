/* http_caller - may whoever calls us speak for the aggregator?
 *
 * By his address, if any are named, and by a secret: as a parameter of the
 * query (for providers that only take an address to call), in a header, as
 * HTTP's basic authentication, or as a keyed hash (HMAC-SHA-256) of the body,
 * in hex or Base64.  Or in any of these ways and a few more, for callers of
 * whom nobody knows beforehand what they can (HTTP_AUTH_ANY): the query's
 * secret, key, token or password; Authorization as bearer, as basic with
 * whatever user, or bare; X-Api-Key, X-Furrow-Secret, X-Secret; X-Signature;
 * what stands in a path is his to find who knows the path.
 * Compared in a time that tells nothing.
 * No clock, log, allocation. */
#ifndef GATEWAY_LINK_HTTP_CALLER_H
#define GATEWAY_LINK_HTTP_CALLER_H

#include <stdbool.h>
#include <stddef.h>

#include "base/http.h"
#include "base/str.h"

#define HTTP_CALLER_ADDRESSES 16
#define HTTP_CALLER_SECRET_OCTETS 128

enum http_auth {
	HTTP_AUTH_NONE, /* only addresses */
	HTTP_AUTH_QUERY,
	HTTP_AUTH_HEADER,
	HTTP_AUTH_BASIC,
	HTTP_AUTH_HMAC,
	HTTP_AUTH_ANY, /* of no name: not to be chosen */
};

struct http_caller {
	enum http_auth auth;
	char name[64]; /* of the parameter or header; "": the usual one */
	char user[64]; /* BASIC */
	char secret[HTTP_CALLER_SECRET_OCTETS];
	char allow[HTTP_CALLER_ADDRESSES][64]; /* "192.0.2.7", "192.0.2.0/24" */
	size_t allows; /* 0: all */
};

bool http_auth_from_name(enum http_auth *out, const char *name);
/* Is it an address, or one with how many bits of it count? */
bool http_caller_range(const char *range);

/* 0: he may; else the status to answer with: 403 or 401. */
int http_caller_check(
    const struct http_caller *caller, const struct http_request *request);

/* The parts of it, for tests and for the above. */
bool http_caller_is_secret(const struct http_caller *caller, struct str said);
bool http_caller_allows(const struct http_caller *caller, const char *peer);
bool http_caller_basic(
    const struct http_caller *caller, const char *authorization);

#endif
