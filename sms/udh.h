/* udh - the user data header: parts of a long text, ports, languages.
 *
 * Clause: 3GPP TS 23.040 9.2.3.24.  In: user data from its length octet (UDHL)
 * on.  Out: the elements that we know; all others are stepped over by their
 * own length.  Of repeated elements the last counts.  A concatenation that
 * says part 0, of 0, or beyond the total is ignored.  An element that runs past
 * the header is ignored with all behind it (`cut`); what stands before it and
 * the text behind the header count.  There we leave the clause, which ignores
 * the whole header: the parts of a text would no longer find each other.
 * Owns nothing, allocates nothing. */
#ifndef SMS_UDH_H
#define SMS_UDH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "base/span.h"
#include "sms/gsm7.h"
#include "sms/pdu_addr.h"

enum udh_ie {
	UDH_CONCAT_8 = 0x00,
	UDH_SPECIAL = 0x01,
	UDH_PORTS_8 = 0x04,
	UDH_PORTS_16 = 0x05,
	UDH_CONCAT_16 = 0x08,
	UDH_REPLY_ADDRESS = 0x22,
	UDH_SINGLE_SHIFT = 0x24,
	UDH_LOCKING_SHIFT = 0x25,
};

#define UDH_OCTETS_MAX 140u

struct udh_concat {
	bool present;
	bool wide; /* 16 bit reference: part of the series' identity */
	uint16_t ref;
	uint8_t total, seq; /* 1 <= seq <= total */
};

struct udh_ports {
	bool present;
	bool wide;
	uint16_t dst, src;
};

struct udh {
	size_t octets; /* with the length octet; 0: there is no header */
	struct udh_concat concat;
	struct udh_ports ports;
	struct gsm7_language language;
	bool special; /* a message waiting count was given */
	bool special_store;
	uint8_t special_kind, special_count;
	struct pdu_addr reply_to; /* text is "" when not given */
	bool cut; /* the last element did not end with the header: ignored */
};

/* user_data from the UDHL octet; base_octet is where that octet stands in the
 * whole PDU, for err.  0, or PDU_HEADER when the header does not fit into the
 * user data (*out zeroed). */
int udh_decode(
    struct udh *out, struct span user_data, size_t base_octet, struct err *err);

/* Writes length octet, concatenation, ports, message waiting and languages,
 * each only if present.  Returns the octets (0: nothing to say), or PDU_ROOM,
 * or PDU_VALUE (seq outside of 1..total, a number that needs 16 bits while not
 * wide, a kind above 7F). */
int udh_encode(
    uint8_t *dst, size_t dst_octets, const struct udh *header, struct err *err);

/* Octets that udh_encode will write. */
size_t udh_encoded_octets(const struct udh *header);

/* The destination is WAP push, WAP, OTA settings or a business card: data for
 * the handset, never an order. */
bool udh_is_push(const struct udh *header);

#endif
