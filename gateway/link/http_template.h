/* http_template - what is sent to an aggregator, with places filled in.
 *
 * "to={to}&message={text}" -> "to=%2B254711000001&message=2kg%20tomato".  What
 * stands in a place is escaped for where the template is used, so that no text
 * can add a parameter, leave its JSON string or begin another header field.
 * A place is {name} in small letters and dashes; any other brace is a brace
 * (JSON is full of them).  Places:
 *   {to}        the recipient, +254711000001    {to-plain}  254711000001
 *   {from}      the number or name it is from   {text}      the text, UTF-8
 *   {id}        our own number of the text      {user} {key}  the account
 * Pure: no clock, socket, log, allocation. */
#ifndef GATEWAY_LINK_HTTP_TEMPLATE_H
#define GATEWAY_LINK_HTTP_TEMPLATE_H

#include "base/buf.h"
#include "base/err.h"
#include "base/str.h"

enum http_template_err {
	HTTP_TEMPLATE_PLACE = -1, /* a name that we do not know; err->offset:
				     where it begins */
};

enum http_escape {
	HTTP_ESCAPE_URL, /* a query or a form (RFC 3986, 2.3) */
	HTTP_ESCAPE_JSON, /* inside of a string, quotes not included */
	HTTP_ESCAPE_FIELD, /* of a header: control characters are blanks */
};

struct http_values {
	struct str to, from, text, id, user, key;
};

/* 0, or HTTP_TEMPLATE_PLACE. */
int http_template_check(const char *template_, struct err *err);

/* Appends; false: `out` is full.  The template was checked. */
bool http_template_fill(struct buf *out, const char *template_,
    enum http_escape escape, const struct http_values *values);

/* For one value. */
void http_escape(struct buf *out, enum http_escape escape, struct str value);

#endif
