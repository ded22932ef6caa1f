/* pdu_dcs - the data coding scheme octet.
 *
 * Clause: 3GPP TS 23.038 4.  Never refuses: reserved codings are the default
 * alphabet, as the clause asks of a receiver.
 * Owns nothing, allocates nothing. */
#ifndef SMS_PDU_DCS_H
#define SMS_PDU_DCS_H

#include <stdbool.h>
#include <stdint.h>

enum sms_alphabet {
	SMS_GSM7, /* septets */
	SMS_8BIT, /* octets that are no text */
	SMS_UCS2, /* UTF-16, most significant octet first */
};

/* Message waiting: what the SIM's owner is told waits for him. */
enum pdu_waiting {
	PDU_WAITING_VOICE,
	PDU_WAITING_FAX,
	PDU_WAITING_EMAIL,
	PDU_WAITING_OTHER,
};

#define PDU_CLASS_NONE (-1)

struct pdu_dcs {
	enum sms_alphabet alphabet; /* SMS_8BIT when compressed */
	int class; /* 0..3 or PDU_CLASS_NONE */
	bool compressed; /* 23.042: we keep the octets as they are */
	bool delete_when_read; /* automatic deletion group */
	bool waiting; /* message waiting group; the rest follows */
	bool waiting_active;
	bool waiting_discard; /* the text may be thrown away */
	enum pdu_waiting waiting_kind;
};

struct pdu_dcs pdu_dcs_decode(uint8_t octet);

/* General group: alphabet and class (PDU_CLASS_NONE or 0..3). */
uint8_t pdu_dcs_encode(enum sms_alphabet alphabet, int class);

/* "gsm7", "8bit", "ucs2" */
const char *pdu_dcs_alphabet_name(enum sms_alphabet alphabet);

#endif
