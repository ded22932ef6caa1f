/* http_fields - names and values of a query, a form or a JSON body.
 *
 * In: what a stranger sent.  Out: values as UTF-8 text, found by name: of a
 * form "from", of JSON a path, "data.messages[0].from" ("[0]" alone for an
 * array at the top).  Numbers and truth values of JSON become text.  The query
 * counts before the body.  Text that is not UTF-8 is read as Latin-1, which is
 * what old systems send; a NUL is refused.
 * Limits: 64 fields, 64 KiB decoded.  No clock, socket, log. */
#ifndef GATEWAY_LINK_HTTP_FIELDS_H
#define GATEWAY_LINK_HTTP_FIELDS_H

#include "base/buf.h"
#include "base/err.h"
#include "base/json.h"
#include "base/str.h"

#define HTTP_FIELDS_MAX 64
#define HTTP_FIELDS_OCTETS 65536

enum http_fields_err {
	HTTP_FIELDS_SYNTAX = -1, /* a bad escape, a NUL, no JSON */
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
	json_t *json; /* or NULL */
};

/* All empty; http_fields_free() in any case. */
void http_fields_init(struct http_fields *fields);
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

#endif
