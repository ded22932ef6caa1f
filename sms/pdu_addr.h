/* pdu_addr - one SMS address field, wire octets <-> text.
 *
 * Clauses: 3GPP TS 23.040 9.1.2.5 (at most 12 octets, 20 semi-octets); for the
 * service centre's own field 24.011 8.2.5 (its length counts octets).
 * In: a view of the whole PDU and where the field starts.  Out: digits, with a
 *     plus sign when the type is international; or UTF-8 for the alphanumeric
 *     type (11 septets: at most 22 octets).
 * Digits A..E are * # a b c; F ends the number.  A reserved type of number is
 * read as unknown and kept as it came, as the clause asks.  A length of zero
 * is an empty text.
 * Owns nothing, allocates nothing.  Not here: country rules. */
#ifndef SMS_PDU_ADDR_H
#define SMS_PDU_ADDR_H

#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "base/span.h"
#include "base/str.h"
#include "sms/pdu_err.h"

#define PDU_ADDR_OCTETS 12u /* longest field on the wire */
#define PDU_ADDR_DIGITS 20u
#define PDU_ADDR_TEXT_OCTETS 24u

enum pdu_ton {
	PDU_TON_UNKNOWN = 0,
	PDU_TON_INTERNATIONAL = 1,
	PDU_TON_NATIONAL = 2,
	PDU_TON_NETWORK = 3,
	PDU_TON_SUBSCRIBER = 4,
	PDU_TON_ALPHANUMERIC = 5,
	PDU_TON_ABBREVIATED = 6,
	PDU_TON_RESERVED = 7,
};

/* Numbering plan: the four bits as they came; we write 1, and 0 for names. */
#define PDU_NPI_TELEPHONE 1u

struct pdu_addr {
	enum pdu_ton ton;
	uint8_t npi;
	char text[PDU_ADDR_TEXT_OCTETS]; /* terminated; "" when there is none */
};

/* A TP address (length in semi-octets) at *at_octet of pdu.  0 and *at_octet
 * behind the field; else *out is zeroed, *at_octet unchanged:
 * PDU_SHORT the field runs past the PDU, PDU_LONG more than 20 semi-octets. */
int pdu_addr_decode(
    struct pdu_addr *out, struct span pdu, size_t *at_octet, struct err *err);

/* The service centre's field (length in octets; 0: none, *out empty). */
int pdu_addr_decode_smsc(
    struct pdu_addr *out, struct span pdu, size_t *at_octet, struct err *err);

/* "+254722000001" international, "22384" or "*100#" unknown type, anything
 * else a name of at most 11 septets.  PDU_NUMBER: too many digits, a lone
 * plus sign, empty; PDU_TEXT: a name outside the alphabet or too long. */
int pdu_addr_from_text(struct pdu_addr *out, struct str text, struct err *err);

/* Writes the field; returns its octets (at most PDU_ADDR_OCTETS), or
 * PDU_ROOM, PDU_NUMBER (a text that does not fit its type). */
int pdu_addr_encode(uint8_t *dst, size_t dst_octets,
    const struct pdu_addr *addr, struct err *err);
int pdu_addr_encode_smsc(uint8_t *dst, size_t dst_octets,
    const struct pdu_addr *addr, struct err *err);

#endif
