/* http_fields - names and values of a query, a form or a JSON body.
 *
 * In: what a stranger sent.  Out: values as UTF-8 text, found by name: of a
 * form "from", of JSON a path, "data.messages[0].from" ("[0]" alone for an
 * array at the top).  Numbers and truth values of JSON become text.  The query
 * counts before the body.  Text that is not UTF-8 is read as Latin-1, which is
 * what old systems send; a NUL is refused.
 * Strict, nothing is guessed: each field within its limit, and what is taken is
 * UTF-8 without control characters; a name that is not there is found in other
 * letter case ("sessionid"), for gateways' own papers do not agree.  Of a name
 * that comes twice in a form the first counts (`repeated` tells how often that
 * was needed); JSON with a name twice is refused. Limits: 64 fields, 64 KiB
 * decoded, or what a strict reader says.  No clock, socket, log. */
#ifndef GATEWAY_LINK_HTTP_FIELDS_H
#define GATEWAY_LINK_HTTP_FIELDS_H

#include "base/buf.h"
#include "base/err.h"
#include "base/json.h"
#include "base/str.h"

#define HTTP_FIELDS_MAX 64
#define HTTP_FIELDS_OCTETS 65536

enum http_fields_err {
	/* A bad escape, a NUL, no JSON; strict: not UTF-8, a control */
	HTTP_FIELDS_SYNTAX = -1,
	HTTP_FIELDS_LARGE = -2, /* too many or too long */
	HTTP_FIELDS_TYPE = -3, /* a content type that we do not read */
};

struct http_fields {
	struct {
		size_t name, value; /* in text */
	} at[HTTP_FIELDS_MAX];
	size_t count;
	struct buf text; /* each with a NUL behind it */
	char *storage;
	size_t room; /* of all decoded text */
	json_t *json; /* or NULL */
	size_t most; /* of one field; 0: not strict */
	size_t repeated; /* names of a form that came again */
};

/* All empty; http_fields_free() in any case. */
void http_fields_init(struct http_fields *fields);
/* At most `octets` in all and `most` in one field. */
void http_fields_init_strict(
    struct http_fields *fields, size_t octets, size_t most);
void http_fields_free(struct http_fields *fields);

/* "a=1&b=%20c+d"; adds to what is there.  0 or negative, told in err. */
int http_fields_form(
    struct http_fields *fields, struct str text, struct err *err);
int http_fields_json(
    struct http_fields *fields, struct str text, struct err *err);
/* By its content type; "": as it looks. */
int http_fields_body(struct http_fields *fields, const char *content_type,
    struct str body, struct err *err);

/* NULL: there is none (or it is null, an object, an array). */
const char *http_fields_get(struct http_fields *fields, const char *name);
/* The same, and what is wrong with it, as a strict reader must know: 0 and
 * *value_out, which is NULL when there is none; or SYNTAX, LARGE. */
int http_fields_take(const char **value_out, struct http_fields *fields,
    const char *name, struct err *err);

#endif
