/* query_read - numbers, cursors and times in an address, as they were written.
 *
 * An empty text asks for nothing and is 0.  Pure. */
#ifndef GATEWAY_ADMIN_QUERY_READ_H
#define GATEWAY_ADMIN_QUERY_READ_H

#include <stdbool.h>
#include <stdint.h>

/* Digits: an id, a cursor (where a page goes on), a limit.  False, and 0: it is
 * no number, or below zero, or beyond what an id can be. */
bool query_read_number(int64_t *out, const char *text);
/* The same, or a time as clock_parse() reads it, also one before 1970.  False,
 * and 0: neither. */
bool query_read_time(int64_t *out, const char *text);

#endif
