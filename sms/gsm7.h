/* gsm7 - the GSM 7 bit alphabet: septets <-> octets, septets <-> UTF-8.
 *
 * Clauses: 3GPP TS 23.038 6.1.2.1 (packing), 6.2.1 (default alphabet and its
 * extension), annex A (national language tables).
 * A septet travels unpacked, one to an octet, high bit clear.  Packing counts
 * from the least significant bit; positions are septets, never octets.
 * Reading never refuses: an unknown code after an escape is the character of
 * the main table, a double escape is a space, an escape at the very end is
 * carried to the next part or, after the last, dropped (6.2.1.1); a place of a
 * national table without a character is a space; a language whose table we do
 * not have reads as default.
 * Writing uses the default alphabet and its extension unless a language is
 * asked for: old telephones show national tables as garbage.
 * Owns nothing, allocates nothing, no clock, no log. */
#ifndef SMS_GSM7_H
#define SMS_GSM7_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "base/span.h"
#include "base/str.h"
#include "sms/pdu_err.h"

#define GSM7_ESCAPE 0x1Bu
#define GSM7_SEPTETS_MAX 160u /* in one short message */
/* Most octets of UTF-8 that one septet becomes. */
#define GSM7_UTF8_OCTETS 3u

/* Language identifiers of 23.038 6.2.1.2.4; 0 is the default alphabet. */
struct gsm7_language {
	uint8_t locking; /* replaces the main table */
	uint8_t single; /* replaces the extension table */
};

#define GSM7_DEFAULT ((struct gsm7_language){0, 0})

/* Octets that so many septets pack into. */
size_t gsm7_packed_octets(size_t septets);

/* Septets taken by so many octets at the front of user data: a header and the
 * fill bits behind it (23.040 9.2.3.24: the text starts on a septet). */
size_t gsm7_header_septets(size_t header_octets);

/* The first `septets` septets of packed -> dst, one to an octet.  False (and
 * nothing written) when packed or dst is too small. */
bool gsm7_unpack(
    uint8_t *dst, size_t dst_septets, struct span packed, size_t septets);

/* Septets -> octets behind `fill_bits` (0..6) zero bits; spare bits at the end
 * are zero.  Returns the octets written, 0 when there is nothing to write or
 * dst is too small. */
size_t gsm7_pack(
    uint8_t *dst, size_t dst_octets, struct span septets, unsigned fill_bits);

/* Septets -> UTF-8, NUL-terminated.  *escape_carried (may be NULL) says on
 * entry that the part before ended in an escape, on return that this one did.
 * Returns the octets without the NUL, or -1 (and an empty dst) when dst is
 * too small; GSM7_UTF8_OCTETS a septet and one always suffice. */
int gsm7_to_utf8(char *dst, size_t dst_octets, struct span septets,
    struct gsm7_language language, bool *escape_carried);

/* Septets of one code point: 1, 2 (escape first), or 0 when the alphabet does
 * not have it. */
size_t gsm7_from_code_point(uint8_t dst[2], uint32_t code_point);
/* The same with national tables, which must be told to the reader by the user
 * data header; the shortest way that they allow. */
size_t gsm7_from_code_point_in(
    uint8_t dst[2], uint32_t code_point, struct gsm7_language language);

/* UTF-8 -> septets.  0 and *septets_out, else PDU_TEXT (offset: the octet of
 * the character that has no septet) or PDU_ROOM; *septets_out is 0 then. */
int gsm7_from_utf8(uint8_t *dst, size_t dst_septets, size_t *septets_out,
    struct str text, struct err *err);

/* Septets that the text takes in the default alphabet and its extension;
 * false when it has a character outside of them. */
bool gsm7_count(size_t *septets_out, struct str text);

#endif
