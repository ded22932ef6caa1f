/* json - small helpers over jansson: bounded reading, one object a line out.
 *
 * jansson's json_t is used openly; this only spares every caller the limits
 * and the NULL checks. */
#ifndef BASE_JSON_H
#define BASE_JSON_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

#include <jansson.h>

#include "base/err.h"
#include "base/str.h"

/* How furrow writes JSON everywhere: compact, UTF-8 as is, and reals with the
 * 15 digits that a double keeps, so that 0.1 stays "0.1". */
#define JSON_WRITE_FLAGS (JSON_COMPACT | JSON_REAL_PRECISION(15))

enum json_err {
	JSON_ERR_LARGE = -1, /* more octets than the cap */
	JSON_ERR_SYNTAX = -2, /* not JSON, too deep, or a key twice */
	JSON_ERR_FILE = -3, /* cannot be opened or read, or is too large */
};

/* Parses an object or array of at most `cap` octets, depth as jansson's own
 * limit, duplicate keys refused.  NULL with err (offset: octet) otherwise.
 * The caller owns the result (json_decref). */
json_t *json_read(struct str text, size_t cap, struct err *err);
json_t *json_read_file(const char *path, size_t cap, struct err *err);

/* A string member or `otherwise` (borrowed from object). */
const char *json_text(
    const json_t *object, const char *key, const char *otherwise);
int64_t json_int(const json_t *object, const char *key, int64_t otherwise);

/* Strings that may hold anything: bad UTF-8 is replaced, never refused. */
json_t *json_clean(const char *text, size_t octets);

/* One line: compact, UTF-8 as is, LF at the end.  Does not flush.  What jansson
 * cannot write (NULL, or text that is not UTF-8) is a log line instead. */
void json_line(FILE *out, const json_t *object);

/* Thousandths or minor units as a JSON number without a float's noise: whole
 * values as integers, else a real. */
json_t *json_milli(int64_t milli);

#endif
