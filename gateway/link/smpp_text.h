/* smpp_text - what a deliver_sm says, and a text as submit_sms.
 *
 * Clauses: SMPP 3.4 5.2.12 (esm_class), 5.2.19 (data_coding), 5.3.2.32
 * (message_payload), 5.3.2.22-24 (sar_*); 3GPP TS 23.038, 23.040 9.2.3.24.
 * SMPP names an alphabet only half: data_coding 0 is what the centre likes, and
 * what it likes is learnt from its operator (`struct smpp_text_rules`).
 *
 *   data_coding           read as
 *   0, F0-F3              rules->coding_0; octets above 7F show that a centre
 *                         did not translate: then UTF-8 if they are, or
 *                         Latin-1; 00 before every letter: UCS2.
 *                         Nothing is guessed where coding_0 is Latin-1
 *   1                     ASCII, with the same exceptions; control characters
 *                         show that a centre calls the GSM alphabet so
 *   2, 4, F4-F7           data, never an order: BINARY
 *   3                     Latin-1 (windows-1252 between 80 and 9F)
 *   6, 7                  ISO 8859-5 Cyrillic, ISO 8859-8 Hebrew
 *   8                     UTF-16, most significant octet first; the other way
 *                         round when a mark, or every letter, says so
 *   5, 9, 10, 13, 14      JIS, pictograms, ISO-2022-JP, Kanji, KS C 5601:
 *                         BINARY, by name
 *   10-3F, C0-EF          as in a GSM PDU (class, message waiting)
 *   others                as 0
 * Pure: no clock, no log, no allocation. */
#ifndef GATEWAY_LINK_SMPP_TEXT_H
#define GATEWAY_LINK_SMPP_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "base/span.h"
#include "base/str.h"
#include "gateway/core/msg.h"
#include "gateway/link/smpp_pdu.h"
#include "sms/segment.h"

/* What data_coding 0 means at this centre, in both directions. */
enum smpp_coding {
	SMPP_CODING_GSM7, /* one septet an octet: nearly everywhere */
	SMPP_CODING_GSM7_PACKED, /* eight septets in seven octets */
	SMPP_CODING_LATIN1,
	SMPP_CODING_ASCII,
	SMPP_CODING_UTF8,
};

/* How texts of more than one part leave. */
enum smpp_split {
	SMPP_SPLIT_UDH, /* each part with its user data header */
	SMPP_SPLIT_SAR, /* sar_* TLVs: the centre makes the header */
	SMPP_SPLIT_PAYLOAD, /* one PDU with message_payload */
};

struct smpp_text_rules {
	enum smpp_coding coding_0;
	enum smpp_split split;
	struct segment_rules segment; /* 16 bit references for UDH by
					 wide_reference; languages: 0 */
};

/* -- in ------------------------------------------------------------------- */

/* One part's data, for joining: septets one an octet, or UTF-16. */
#define SMPP_TEXT_DATA_OCTETS 512u
/* Of UTF-8: of a short_message, and of a whole message_payload.  What does
 * not fit is cut. */
#define SMPP_TEXT_SHORT_OCTETS (255u * 3u + 4u)
#define SMPP_TEXT_LONG_OCTETS (65535u * 4u + 4u)

/* Where the result lives; the caller's. */
struct smpp_text_room {
	char *text;
	size_t text_octets;
	uint8_t data[SMPP_TEXT_DATA_OCTETS];
	char why[ERR_TEXT_OCTETS + 48];
};

/* A deliver_sm, data_sm or submit_sm (a centre's side) -> kind (TEXT, BINARY,
 * SILENT or GARBLED, never REPORT: ask smpp_receipt first), text, part,
 * alphabet, data, locking, single, replaces, reply_to and why of *out; its
 * other members stay.  Text comes from message_payload when short_message is
 * empty, else from the longer of the two.  Never fails: what is not to be
 * read is GARBLED, and why says so. */
void smpp_text_read(struct msg_in *out, const struct smpp_pdu *pdu,
    const struct smpp_text_rules *rules, struct smpp_text_room *room);

/* -- out ------------------------------------------------------------------ */

/* A text cut as the rules ask.  About 40 KiB: on the stack. */
struct smpp_text_cut {
	struct segment_list list;
	enum smpp_split split;
	enum smpp_coding coding_0;
	bool wide; /* 16 bit reference in the header */
	size_t pdus; /* how many submit_sm: the list's parts; 1 by payload */
};

/* 0, or PDU_LONG when it needs more parts than the rules allow. */
int smpp_text_cut(struct smpp_text_cut *out, struct str text,
    const struct smpp_text_rules *rules, struct err *err);

/* PDU i, from 0: sets sm.short_message, sm.data_coding, the UDHI bit of
 * sm.esm_class, and sar_* or message_payload of pdu->tlvs; all else stays.
 * reference: the same for all parts of a text; cut to 8 bits when the header
 * has only 8.  room: where octets are made; SMPP_TEXT_PART_OCTETS suffice but
 * for message_payload, which asks for sizeof(list.data).  Views point into
 * room or into cut.  False: room is too small. */
#define SMPP_TEXT_PART_OCTETS 256u
bool smpp_text_part(struct smpp_pdu *pdu, const struct smpp_text_cut *cut,
    size_t i, uint16_t reference, uint8_t *room, size_t room_octets);

#endif
