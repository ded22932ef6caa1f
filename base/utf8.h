/* utf8 - reading and writing UTF-8 one code point at a time.
 *
 * Strict (RFC 3629): no overlong forms, no surrogates, nothing above
 * U+10FFFF.  Folding and normalising are the business of utf8proc, called by
 * who needs them.  Owns nothing, allocates nothing. */
#ifndef BASE_UTF8_H
#define BASE_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"

#define UTF8_REPLACEMENT 0xFFFDu

/* The code point at the front of s; *octets_out is its length (1..4).  What
 * is not UTF-8 gives U+FFFD and advances by one octet.  s must not be empty. */
uint32_t utf8_next(struct str s, size_t *octets_out);

/* Writes 1..4 octets, returns how many; a code point that cannot be written
 * (surrogate, too large) is written as U+FFFD. */
size_t utf8_put(char dst[4], uint32_t code_point);

bool utf8_valid(struct str s);
bool utf8_is_ascii(struct str s); /* one octet a letter */
size_t utf8_count(struct str s); /* code points, bad octets count as one */

/* A copy with every bad octet and NUL replaced by U+FFFD, and control
 * characters other than LF by a blank; cut at a code point to fit, always
 * terminated.  Returns octets. */
size_t utf8_clean(char *dst, size_t dst_octets, struct str s);

#endif
