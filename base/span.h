/* span - a view of octets that someone else owns, and hex to and from them.
 *
 * A view dies with the bytes it points into.  Binary data travels as
 * `struct span`; text as `struct str` (base/str.h).  Owns nothing, allocates
 * nothing. */
#ifndef BASE_SPAN_H
#define BASE_SPAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct span {
	const uint8_t *at;
	size_t octets;
};

struct span span_of(const void *at, size_t octets);

/* The octets from `from` on, at most `octets` of them; what lies outside the
 * view is cut away, so the result may be empty. */
struct span span_part(struct span whole, size_t from, size_t octets);

bool span_equal(struct span a, struct span b);

/* FNV-1a, 64 bits: for recognising repeats, never for anything a hostile
 * sender could gain from a collision. */
uint64_t span_hash(struct span bytes);

/* Hex digits -> octets.  Returns the number of octets written, or -1 when the
 * text has an odd number of digits, a character that is no hex digit, or more
 * octets than dst holds; *bad_out (may be NULL) is then the index of the
 * character at fault. */
int span_from_hex(uint8_t *dst, size_t dst_octets, const char *hex,
    size_t hex_octets, size_t *bad_out);

/* Octets -> upper case hex with NUL.  dst must hold 2 * octets + 1; returns
 * the digits written, or -1 (and an empty string) when it does not. */
int span_to_hex(char *dst, size_t dst_octets, struct span bytes);

#endif
