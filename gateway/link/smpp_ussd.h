/* smpp_ussd - one turn of a USSD dialogue in SMPP, PDU <-> session.
 *
 * Standards: SMPP 3.4 5.3.2.44 (ussd_service_op) and the habits of operators'
 * USSD centres, which it leaves open: how they tell one dialogue from another.
 *
 *   profile  a dialogue is               its TLV in our answer
 *   its      MSISDN + octet 1 of         octet 1 as it came; octet 2 the
 *            its_session_info            sequence bits as they came, bit 0
 *                                        with the last text
 *   sixdee   MSISDN + 15 high bits of    the same 15 bits, the low one with
 *            its_session_info            the last text
 *   mica     MSISDN +                    as it came
 *            user_message_reference
 *   none     MSISDN + the code dialled   none
 *
 *   ussd_service_op inwards
 *   0   PSSD indication   dialled; what we say is the last
 *   1   PSSR indication   dialled
 *   18  USSR confirm      an answer
 *   in abort_op           they are gone (129 at several centres)
 *   others                nothing to do: 19 says that a notice was shown
 * An answer with the end bit of its_session_info set: they are gone, too.  No
 * op, where service_type says that it is USSD: the gateway knows whether that
 * dialogue is open.
 *
 * A TLV of another length than its own is as missing, of two the first counts
 * (`odd` tells).  Where the profile's TLV is missing the dialogue is by the
 * phone, as with `none`.
 * The text is short_message, or message_payload where that is empty; without
 * either it is "".
 * Pure: no clock, no log, no allocation. */
#ifndef GATEWAY_LINK_SMPP_USSD_H
#define GATEWAY_LINK_SMPP_USSD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"
#include "gateway/core/party.h"
#include "gateway/core/session.h"
#include "gateway/link/smpp_pdu.h"
#include "gateway/link/smpp_text.h"

enum smpp_ussd_profile {
	SMPP_USSD_ITS,
	SMPP_USSD_NONE,
	SMPP_USSD_MICA,
	SMPP_USSD_SIXDEE,
	SMPP_USSD_PROFILES,
};
/* "its", the word of furrow.conf. */
const char *smpp_ussd_profile_name(enum smpp_ussd_profile profile);
bool smpp_ussd_profile_find(enum smpp_ussd_profile *out, const char *name);

enum smpp_ussd_code_from {
	/* The destination or the text, whichever has more of a served code. */
	SMPP_USSD_FROM_EITHER,
	SMPP_USSD_FROM_SHORT_MESSAGE,
	SMPP_USSD_FROM_DESTINATION,
};

enum smpp_ussd_newline { SMPP_USSD_LF, SMPP_USSD_CR, SMPP_USSD_CRLF };

#define SMPP_USSD_ABORTS_MAX 8
#define SMPP_USSD_AS_CAME (-1) /* a type of number or plan */

/* What is to be learnt from the operator. */
struct smpp_ussd_rules {
	enum smpp_ussd_profile profile;
	uint8_t op_continue, op_end; /* of our answers: 2, 17 */
	uint8_t abort_op[SMPP_USSD_ABORTS_MAX];
	size_t abort_ops;
	enum smpp_ussd_code_from code_from;
	/* PDUs without op are USSD by this; our answers say it, or "": what
	 * came. */
	char service_type[8], answer_service_type[8];
	bool data_sm; /* answers by data_sm instead of submit_sm */
	uint8_t dcs_gsm, dcs_ucs2; /* data_coding of our answers: 0, 8 */
	/* What data_coding 0 and 15 carry, both ways: GSM7, GSM7_PACKED or
	 * LATIN1. */
	enum smpp_coding coding;
	int ton, npi; /* of the code in our answers; or AS_CAME */
	enum smpp_ussd_newline newline;
};

/* As most operators have it. */
struct smpp_ussd_rules smpp_ussd_usual(enum smpp_ussd_profile profile);

/* -- in ------------------------------------------------------------------- */

struct smpp_ussd_address {
	uint8_t ton, npi;
	char text[68]; /* 64 in data_sm */
};

/* What an answer repeats of the PDU that it answers. */
struct smpp_ussd_place {
	struct smpp_ussd_address phone, code;
	char service_type[8];
	bool has_info, has_reference;
	uint16_t info; /* its_session_info */
	uint16_t reference; /* user_message_reference */
};

/* Bits of smpp_ussd_turn.odd: what was tolerated. */
enum smpp_ussd_odd {
	SMPP_USSD_ODD_OP = 1u << 0, /* not one octet */
	SMPP_USSD_ODD_SESSION = 1u << 1, /* not two octets, or not there */
	SMPP_USSD_ODD_TWICE = 1u << 2,
};

enum smpp_ussd_kind {
	SMPP_USSD_SMS, /* no USSD: a text or a receipt */
	SMPP_USSD_TURN,
	SMPP_USSD_NOTHING, /* USSD with nothing to do: `op` says which */
};

/* About a kilobyte and a half: on the stack. */
struct smpp_ussd_turn {
	enum session_event event; /* START, INPUT, EITHER, HANGUP */
	int op; /* -1: none */
	bool once; /* no answer is possible: ours is the last */
	bool by_phone; /* there is no id */
	unsigned odd;
	char id[SESSION_ID_OCTETS];
	char msisdn[PARTY_OCTETS];
	char text[SMPP_TEXT_SHORT_OCTETS]; /* UTF-8, without blanks around */
	const char *why; /* of HANGUP; "" */
	struct smpp_ussd_place place;
};

/* A deliver_sm or data_sm. */
enum smpp_ussd_kind smpp_ussd_read(struct smpp_ussd_turn *out,
    const struct smpp_pdu *pdu, const struct smpp_ussd_rules *rules);

/* The turn as the gateway wants it; views into turn. */
struct session_ask smpp_ussd_ask(const struct smpp_ussd_turn *turn,
    const struct session_channel *channel, const struct smpp_ussd_rules *rules);

/* -- out ------------------------------------------------------------------ */

struct smpp_ussd_say {
	struct str text;
	bool go_on;
	const char *code; /* stands for them where no destination came */
};

/* Where octets are made.  Twice two octets a letter, for line ends. */
struct smpp_ussd_room {
	char text[2 * SESSION_TEXT_OCTETS];
	uint8_t octets[4 * SESSION_TEXT_OCTETS];
	uint8_t tlv[8];
};

/* All but the sequence number.  Views into place, rules, say->code and room.
 * False: the text is longer than any screen. */
bool smpp_ussd_answer(struct smpp_pdu *out, const struct smpp_ussd_place *place,
    const struct smpp_ussd_rules *rules, const struct smpp_ussd_say *say,
    struct smpp_ussd_room *room);

#endif
