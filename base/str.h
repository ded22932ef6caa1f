/* str - a view of text, and reading numbers out of it without the locale.
 *
 * A `struct str` is not NUL-terminated and may hold any octets; whether they
 * are UTF-8 is asked of base/utf8.h.  ASCII rules only: case, blanks, digits.
 * Owns nothing, allocates nothing. */
#ifndef BASE_STR_H
#define BASE_STR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct str {
	const char *at;
	size_t octets;
};

#define STR(literal) ((struct str){("" literal), sizeof(literal) - 1})

struct str str_of(const char *at, size_t octets);
struct str str_from(const char *terminated); /* NULL gives the empty view */

bool str_equal(struct str a, struct str b);
bool str_equal_nocase(struct str a, struct str b); /* ASCII letters only */
bool str_is(struct str a, const char *terminated);
bool str_starts(struct str a, const char *prefix);
bool str_starts_nocase(struct str a, const char *prefix);

/* Without blanks, tabs, CR and LF at both ends. */
struct str str_trim(struct str a);

/* ASCII figures and nothing else; or nothing at all. */
bool str_is_figures(struct str a);

/* Cuts the part before `mark` off the front of *rest and returns it; without
 * a mark all of *rest is returned and *rest is emptied.  Returns false when
 * *rest was already at its end (at == NULL). */
bool str_cut(struct str *part_out, struct str *rest, char mark);

/* A whole decimal number, sign allowed, nothing else: false when empty, not a
 * number, or outside of int64_t; *out is 0 then. */
bool str_to_int64(int64_t *out, struct str a);

/* "12", "12.5", "-0.125" -> thousandths, halves rounded to even.  A point is
 * the only decimal mark.  At most 12 digits before it.  False as above. */
bool str_to_milli(int64_t *out, struct str a);

/* "8s" "5m" "2h" "1d" or "250ms" -> milliseconds; false when malformed,
 * negative, or beyond ten years. */
bool str_to_duration_ms(int64_t *out, struct str a);

/* Copies with a NUL, cutting (never inside a UTF-8 sequence) what does not
 * fit; returns the octets copied. */
size_t str_copy(char *dst, size_t dst_octets, struct str src);

/* Thousandths as people write them: 5000 -> "5", 2500 -> "2.5", 1 -> "0.001".
 * dst of 24 octets is always enough.  Returns dst. */
char *str_from_milli(char *dst, size_t dst_octets, int64_t milli);

/* Minor units as a decimal with `places` (0..3): 4050, 2 -> "40.50"; a whole
 * amount is written without its zeros when `short_form`: 4000 -> "40". */
char *str_from_minor(
    char *dst, size_t dst_octets, int64_t minor, int places, bool short_form);

#endif
