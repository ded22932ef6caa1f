/* smsc_pdu - PDUs as a centre writes and reads them, octet by octet: shares no
 * code with gateway/link, so that a bug there does not hide itself. */
#ifndef TESTS_GATEWAY_SMSC_PDU_H
#define TESTS_GATEWAY_SMSC_PDU_H

#include <stddef.h>
#include <stdint.h>

#define SMSC_PDU_OCTETS 512

struct smsc_pdu {
	uint8_t at[SMSC_PDU_OCTETS];
	size_t octets;
};

/* Head only; its length is right after each call. */
void smsc_pdu_begin(
    struct smsc_pdu *p, uint32_t command, uint32_t status, uint32_t sequence);
void smsc_pdu_octet(struct smsc_pdu *p, unsigned octet);
void smsc_pdu_text(struct smsc_pdu *p, const char *text); /* with its NUL */
void smsc_pdu_octets(struct smsc_pdu *p, const void *at, size_t octets);
void smsc_pdu_tlv(
    struct smsc_pdu *p, unsigned tag, const void *at, size_t octets);

/* deliver_sm, GSM 7 bit. */
void smsc_pdu_deliver(struct smsc_pdu *p, uint32_t sequence, const char *from,
    const char *to, unsigned esm_class, const char *words);

/* One turn of a dialogue: without TLVs; more may follow. */
void smsc_pdu_turn(struct smsc_pdu *p, uint32_t sequence, const char *service,
    const char *from, const char *to, const char *words);

uint32_t smsc_pdu_number(const uint8_t *at); /* 4 octets */

#endif
