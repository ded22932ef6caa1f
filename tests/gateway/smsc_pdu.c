#include "tests/gateway/smsc_pdu.h"

#include <assert.h>
#include <string.h>

static void
put_number(uint8_t *at, uint32_t number)
{
	at[0] = (uint8_t)(number >> 24);
	at[1] = (uint8_t)(number >> 16);
	at[2] = (uint8_t)(number >> 8);
	at[3] = (uint8_t)number;
}

uint32_t
smsc_pdu_number(const uint8_t *at)
{
	return (uint32_t)at[0] << 24 | (uint32_t)at[1] << 16 |
	       (uint32_t)at[2] << 8 | at[3];
}

void
smsc_pdu_begin(
    struct smsc_pdu *p, uint32_t command, uint32_t status, uint32_t sequence)
{
	memset(p, 0, sizeof(*p));
	p->octets = 16;
	put_number(p->at, 16);
	put_number(p->at + 4, command);
	put_number(p->at + 8, status);
	put_number(p->at + 12, sequence);
}

void
smsc_pdu_octets(struct smsc_pdu *p, const void *at, size_t octets)
{
	assert(p->octets + octets <= sizeof(p->at));
	memcpy(p->at + p->octets, at, octets);
	p->octets += octets;
	put_number(p->at, (uint32_t)p->octets);
}

void
smsc_pdu_octet(struct smsc_pdu *p, unsigned octet)
{
	uint8_t one = (uint8_t)octet;
	smsc_pdu_octets(p, &one, 1);
}

void
smsc_pdu_text(struct smsc_pdu *p, const char *text)
{
	smsc_pdu_octets(p, text, strlen(text) + 1);
}

void
smsc_pdu_tlv(struct smsc_pdu *p, unsigned tag, const void *at, size_t octets)
{
	smsc_pdu_octet(p, tag >> 8);
	smsc_pdu_octet(p, tag & 0xFF);
	smsc_pdu_octet(p, (unsigned)(octets >> 8));
	smsc_pdu_octet(p, (unsigned)(octets & 0xFF));
	smsc_pdu_octets(p, at, octets);
}

static void
deliver(struct smsc_pdu *p, const char *service, const char *from,
    const char *to, unsigned esm_class, const char *words)
{
	smsc_pdu_text(p, service);
	smsc_pdu_octet(p, 1);
	smsc_pdu_octet(p, 1);
	smsc_pdu_text(p, from);
	smsc_pdu_octet(p, 0);
	smsc_pdu_octet(p, 1);
	smsc_pdu_text(p, to);
	smsc_pdu_octet(p, esm_class);
	smsc_pdu_octet(p, 0);
	smsc_pdu_octet(p, 0);
	smsc_pdu_text(p, "");
	smsc_pdu_text(p, "");
	for (int i = 0; i < 4; i++)
		smsc_pdu_octet(p, 0); /* …, data_coding, … */
	smsc_pdu_octet(p, (unsigned)strlen(words));
	smsc_pdu_octets(p, words, strlen(words));
}

void
smsc_pdu_deliver(struct smsc_pdu *p, uint32_t sequence, const char *from,
    const char *to, unsigned esm_class, const char *words)
{
	smsc_pdu_begin(p, 0x05, 0, sequence);
	deliver(p, "", from, to, esm_class, words);
}

void
smsc_pdu_turn(struct smsc_pdu *p, uint32_t sequence, const char *service,
    const char *from, const char *to, const char *words)
{
	smsc_pdu_begin(p, 0x05, 0, sequence);
	deliver(p, service, from, to, 0, words);
}
