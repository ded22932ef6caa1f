#include "gateway/link/http_caller.h"

#include <arpa/inet.h>
#include <string.h>

#include "base/buf.h"
#include "base/digest.h"

#define ADDRESS_OCTETS 16

bool
http_auth_from_name(enum http_auth *out, const char *name)
{
	static const char *const names[] = {
	    [HTTP_AUTH_NONE] = "none",
	    [HTTP_AUTH_QUERY] = "query",
	    [HTTP_AUTH_HEADER] = "header",
	    [HTTP_AUTH_BASIC] = "basic",
	    [HTTP_AUTH_HMAC] = "hmac",
	};
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if (strcmp(names[i], name) == 0) {
			*out = (enum http_auth)i;
			return true;
		}
	return false;
}

/* -- addresses ------------------------------------------------------------- */

struct range {
	uint8_t octets[ADDRESS_OCTETS];
	int bits; /* of them that count */
	bool six;
};

static bool
read_range(struct range *out, const char *text)
{
	char address[64];
	struct str part, rest = str_from(text);
	int64_t bits;
	str_cut(&part, &rest, '/');
	if (part.octets >= sizeof(address))
		return false;
	str_copy(address, sizeof(address), part);
	out->six = strchr(address, ':') != NULL;
	if (inet_pton(out->six ? AF_INET6 : AF_INET, address, out->octets) != 1)
		return false;
	out->bits = out->six ? 128 : 32;
	if (rest.at == NULL)
		return true;
	if (!str_to_int64(&bits, rest) || bits < 0 || bits > out->bits)
		return false;
	out->bits = (int)bits;
	return true;
}

bool
http_caller_range(const char *range)
{
	struct range r;
	return read_range(&r, range);
}

static bool
is_within(const struct range *range, const struct range *address)
{
	if (range->six != address->six)
		return false;
	for (int bit = 0; bit < range->bits; bit++) {
		uint8_t mask = (uint8_t)(0x80 >> bit % 8);
		if (((range->octets[bit / 8] ^ address->octets[bit / 8]) &
			mask) != 0)
			return false;
	}
	return true;
}

bool
http_caller_allows(const struct http_caller *caller, const char *peer)
{
	struct range range, address;
	if (caller->allows == 0)
		return true;
	if (!read_range(&address, peer))
		return false;
	for (size_t i = 0; i < caller->allows; i++)
		if (read_range(&range, caller->allow[i]) &&
		    is_within(&range, &address))
			return true;
	return false;
}

/* -- secrets --------------------------------------------------------------- */

bool
http_caller_is_secret(const struct http_caller *caller, struct str said)
{
	return caller->secret[0] != '\0' && said.octets > 0 &&
	       digest_same(said, str_from(caller->secret));
}

static bool
is_secret(const struct http_caller *caller, const char *said)
{
	return said != NULL && http_caller_is_secret(caller, str_from(said));
}

bool
http_caller_basic(const struct http_caller *caller, const char *authorization)
{
	uint8_t said[256];
	char wanted[256];
	if (authorization == NULL ||
	    !str_starts_nocase(str_from(authorization), "basic "))
		return false;
	int octets = digest_from_base64(
	    said, sizeof(said), str_trim(str_from(authorization + 6)));
	struct buf text = buf_over(wanted, sizeof(wanted));
	buf_add_format(&text, "%s:%s", caller->user, caller->secret);
	return octets >= 0 &&
	       digest_same(
		   str_of((const char *)said, (size_t)octets), buf_str(&text));
}

static const char *
name_or(const struct http_caller *caller, const char *usual)
{
	return caller->name[0] != '\0' ? caller->name : usual;
}

/* "Authorization: Bearer …" is a header like another. */
static bool
header_is(const struct http_caller *caller, const char *said)
{
	if (said != NULL && str_starts_nocase(str_from(said), "bearer "))
		said += 7;
	return is_secret(caller, said);
}

static bool
hash_is(const struct http_caller *caller, struct str body, const char *said)
{
	uint8_t hash[DIGEST_OCTETS];
	if (said == NULL || body.octets == 0)
		return false;
	digest_hmac(hash, str_from(caller->secret), body);
	return digest_is(hash, str_trim(str_from(said)));
}

/* Basic of any user, unless one is named. */
static bool
any_basic_is(const struct http_caller *caller, const char *authorization)
{
	uint8_t said[256];
	if (caller->user[0] != '\0')
		return http_caller_basic(caller, authorization);
	if (authorization == NULL ||
	    !str_starts_nocase(str_from(authorization), "basic "))
		return false;
	int octets = digest_from_base64(
	    said, sizeof(said), str_trim(str_from(authorization + 6)));
	struct str user,
	    rest = str_of((const char *)said, octets > 0 ? (size_t)octets : 0);
	return octets > 0 && str_cut(&user, &rest, ':') && rest.at != NULL &&
	       http_caller_is_secret(caller, rest);
}

static bool
any_is(const struct http_caller *c, const struct http_request *request)
{
	static const char *const fields[] = {
	    "secret", "key", "token", "password"};
	static const char *const headers[] = {
	    "Authorization", "X-Api-Key", "X-Furrow-Secret", "X-Secret"};
	for (size_t i = 0; i < 4; i++)
		if (is_secret(c, http_request_query(request, fields[i])) ||
		    header_is(c, http_request_header(request, headers[i])))
			return true;
	return any_basic_is(c, http_request_header(request, "Authorization")) ||
	       hash_is(c, http_request_body(request),
		   http_request_header(request, "X-Signature"));
}

static bool
proves(const struct http_caller *c, const struct http_request *request)
{
	switch (c->auth) {
	case HTTP_AUTH_NONE:
		return true;
	case HTTP_AUTH_QUERY:
		return is_secret(
		    c, http_request_query(request, name_or(c, "secret")));
	case HTTP_AUTH_HEADER:
		return header_is(
		    c, http_request_header(request, name_or(c, "X-Secret")));
	case HTTP_AUTH_BASIC:
		return http_caller_basic(
		    c, http_request_header(request, "Authorization"));
	case HTTP_AUTH_HMAC:
		return hash_is(c, http_request_body(request),
		    http_request_header(request, name_or(c, "X-Signature")));
	case HTTP_AUTH_ANY:
		return any_is(c, request);
	}
	return false;
}

int
http_caller_check(
    const struct http_caller *caller, const struct http_request *request)
{
	char peer[64];
	http_request_peer(request, peer, sizeof(peer));
	if (!http_caller_allows(caller, peer))
		return 403;
	return proves(caller, request) ? 0 : 401;
}
