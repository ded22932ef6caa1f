/* credit_read - what an operator says of a SIM -> an amount and a day.
 *
 * Clause: none; operators write as they like.  The pattern says where the
 * amount stands, this says what it is.  A pattern is a POSIX extended regular
 * expression with exactly one group, letter case ignored.
 * An amount: digits, with marks between them.  Of two kinds of marks the last
 * is the decimal one; one kind alone is decimal unless it can only part
 * thousands ("1,234,567", or three digits behind it where the currency has
 * fewer places).  What stays unclear is refused: no amount is better than a
 * wrong one.  A sign may stand in front, also in front of the currency's name.
 * Digits beyond the currency's places are cut off.
 * A day: 31/12/2026, 31-12-26, 31.12.2026, 2026-12-31, 20261231, 31-Dec-2026,
 * Dec 31, 2026, 31 décembre 2026, 2026年12月31日; the day comes before the
 * month unless it can only be the other way round. Pure but for the compiled
 * patterns, which credit_pattern_free ends. */
#ifndef GATEWAY_QUEUE_CREDIT_READ_H
#define GATEWAY_QUEUE_CREDIT_READ_H

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"
#include "base/str.h"

enum credit_read_err {
	CREDIT_READ_SYNTAX = -1, /* no regular expression */
	CREDIT_READ_GROUPS = -2, /* not exactly one group */
};

struct credit_pattern; /* a compiled one */

/* NULL with err when it is none; "" gives NULL without err->code. */
struct credit_pattern *credit_pattern_new(const char *pattern, struct err *err);
void credit_pattern_free(struct credit_pattern **pattern);

/* The group's text, a view into `text`; false: it does not match. */
bool credit_pattern_find(const struct credit_pattern *pattern, const char *text,
    struct str *group_out);

/* "KSh 1,234.50" -> 123450 with two places. */
bool credit_read_amount(int64_t *minor_out, struct str text, int places);

struct credit_day {
	int year, month, day; /* 1.. */
};

/* The first day in the text. */
bool credit_read_day(struct credit_day *out, struct str text);

#endif
