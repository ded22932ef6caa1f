#include "sms/pdu_dcs.h"

#define COMPRESSED 0x20u
#define HAS_CLASS 0x10u
#define DELETE_WHEN_READ 0x40u
#define WAITING_ACTIVE 0x08u

/* Groups 00xx (general) and 01xx (general, automatic deletion). */
static struct pdu_dcs
decode_general(uint8_t octet)
{
	static const enum sms_alphabet alphabets[4] = {
	    SMS_GSM7, SMS_8BIT, SMS_UCS2, SMS_GSM7 /* reserved */
	};
	struct pdu_dcs dcs = {
	    .alphabet = alphabets[octet >> 2 & 3],
	    .class = (octet & HAS_CLASS) != 0 ? octet & 3 : PDU_CLASS_NONE,
	    .compressed = (octet & COMPRESSED) != 0,
	    .delete_when_read = (octet & DELETE_WHEN_READ) != 0,
	};
	if (dcs.compressed)
		dcs.alphabet = SMS_8BIT;
	return dcs;
}

/* Groups 1100 (discard), 1101 (store) and 1110 (store, UCS2). */
static struct pdu_dcs
decode_waiting(uint8_t octet)
{
	static const enum pdu_waiting kinds[4] = {
	    PDU_WAITING_VOICE,
	    PDU_WAITING_FAX,
	    PDU_WAITING_EMAIL,
	    PDU_WAITING_OTHER,
	};
	return (struct pdu_dcs){
	    .alphabet = octet >> 4 == 0xE ? SMS_UCS2 : SMS_GSM7,
	    .class = PDU_CLASS_NONE,
	    .waiting = true,
	    .waiting_active = (octet & WAITING_ACTIVE) != 0,
	    .waiting_discard = octet >> 4 == 0xC,
	    .waiting_kind = kinds[octet & 3],
	};
}

struct pdu_dcs
pdu_dcs_decode(uint8_t octet)
{
	uint8_t group = octet >> 4;
	if (group <= 0x7)
		return decode_general(octet);
	if (group <= 0xB) /* reserved: as 00 */
		return (struct pdu_dcs){SMS_GSM7, .class = PDU_CLASS_NONE};
	if (group <= 0xE)
		return decode_waiting(octet);
	return (struct pdu_dcs){
	    .alphabet = (octet & 0x04) != 0 ? SMS_8BIT : SMS_GSM7,
	    .class = octet & 3,
	};
}

uint8_t
pdu_dcs_encode(enum sms_alphabet alphabet, int class)
{
	uint8_t octet = 0;
	switch (alphabet) {
	case SMS_GSM7:
		break;
	case SMS_8BIT:
		octet = 0x04;
		break;
	case SMS_UCS2:
		octet = 0x08;
		break;
	}
	if (class >= 0 && class <= 3)
		octet |= (uint8_t)(HAS_CLASS | (unsigned)class);
	return octet;
}

const char *
pdu_dcs_alphabet_name(enum sms_alphabet alphabet)
{
	switch (alphabet) {
	case SMS_GSM7:
		return "gsm7";
	case SMS_8BIT:
		return "8bit";
	case SMS_UCS2:
		return "ucs2";
	}
	return "";
}
