/* ucs2 - UTF-16, most significant octet first <-> UTF-8.
 *
 * Clause: 3GPP TS 23.038 6.2.3 says UCS2; telephones send UTF-16 in it, and so
 * do we.  Reading never refuses: a lone surrogate is U+FFFD, a byte order mark
 * at the front is dropped, an odd last octet is dropped and told.
 * Owns nothing, allocates nothing. */
#ifndef SMS_UCS2_H
#define SMS_UCS2_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "base/span.h"
#include "base/str.h"
#include "sms/pdu_err.h"

/* Most octets of UTF-8 that one 16 bit unit becomes. */
#define UCS2_UTF8_OCTETS 3u

/* Octets -> UTF-8, NUL-terminated (U+0000 is kept, so count, do not search
 * the NUL).  *odd_out (may be NULL): a last octet was dropped.  Returns the
 * octets without the NUL, or -1 (and an empty dst) when dst is too small. */
int ucs2_to_utf8(
    char *dst, size_t dst_octets, struct span utf16, bool *odd_out);

/* Units of one code point (1 or 2), written as 2 or 4 octets. */
size_t ucs2_from_code_point(uint8_t dst[4], uint32_t code_point);

/* UTF-8 -> octets.  0 and *octets_out, else PDU_ROOM and 0.  What is not
 * UTF-8 is written as U+FFFD. */
int ucs2_from_utf8(uint8_t *dst, size_t dst_octets, size_t *octets_out,
    struct str text, struct err *err);

/* 16 bit units that the text takes. */
size_t ucs2_count(struct str text);

#endif
