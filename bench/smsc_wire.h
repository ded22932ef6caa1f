/* smsc_wire - the octets of the simulated message centre (smsc.h).
 *
 * Pure: octets in, a struct out, and back.  SMPP 3.4: 3.2 (header), 4.4.1
 * (submit_sm), 4.6.1 (deliver_sm), 5.3.2 (TLVs).  Reads only what a centre
 * needs; views live as long as the octets. */
#ifndef BENCH_SMSC_WIRE_H
#define BENCH_SMSC_WIRE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "bench/smsc.h"

enum {
	SMSC_RECEIVER = 0x1,
	SMSC_TRANSMITTER = 0x2,
	SMSC_SUBMIT = 0x4,
	SMSC_DELIVER = 0x5,
	SMSC_UNBIND = 0x6,
	SMSC_TRANSCEIVER = 0x9,
	SMSC_ENQUIRE = 0x15,
};
#define SMSC_RESPONSE 0x80000000u
#define SMSC_NACK 0x80000000u
#define SMSC_HEADER_OCTETS 16
#define SMSC_PDU_MAX_OCTETS 70000u

struct smsc_header {
	uint32_t octets, command, status, sequence;
};
void smsc_wire_header(struct smsc_header *out, const uint8_t *at);
/* Writes it; `body_octets` follow.  Returns 16. */
size_t smsc_wire_put_header(uint8_t *at, uint32_t command, uint32_t status,
    uint32_t sequence, size_t body_octets);

/* Of a submit_sm's body; false when it cannot be read. */
bool smsc_wire_submit(
    struct smsc_text *out, const uint8_t *body, size_t octets);

/* A whole deliver_sm, from `from` to `to`; at must have room for 400 octets.
 * esm_class 4: a receipt.  Returns its octets. */
size_t smsc_wire_deliver(uint8_t *at, uint32_t sequence, const char *from,
    const char *to, const char *text, uint8_t esm_class);

#endif
