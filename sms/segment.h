/* segment - a text -> the parts it is sent in, and parts -> the text again.
 *
 * Clauses: 3GPP TS 23.040 9.2.3.24.1 and .8 (concatenation), 23.038 6.2.
 *                   one part    8 bit reference    16 bit reference
 *   GSM 7 bit       160         153                152       septets
 *   with one table  155         149                148
 *   with two        152         146                145
 *   UCS2            70          67                 66        units
 * Of all alphabets that the rules allow, the one of the fewest parts; then the
 * GSM alphabet, UCS2, national tables (telephones before 2010 show these as
 * garbage); then the fewest septets.  A text that has accents behind their
 * letters is read as if they were on them (sms/nfc).
 * An escape and its character, and the halves of a surrogate pair, stay in
 * one part; a letter and its signs, or a composed emoji, where that is free.
 * Owns nothing, allocates nothing. */
#ifndef SMS_SEGMENT_H
#define SMS_SEGMENT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "base/span.h"
#include "base/str.h"
#include "sms/gsm7.h"
#include "sms/gsm7_lang.h"
#include "sms/pdu_dcs.h"
#include "sms/pdu_err.h"
#include "sms/plain.h"

#define SEGMENT_PARTS_MAX 255u /* the standard's */
#define SEGMENT_PARTS_DEFAULT 10u /* ours: nobody reads more */

struct segment_rules {
	/* Marks are replaced (and CR LF becomes LF) when this makes the text
	 * fit the GSM alphabet; letters only where it saves a part. */
	enum plain_level transliterate;
	bool wide_reference; /* 16 bit: parts are a septet or unit shorter */
	/* Bit GSM7_LANG_x: readers understand the tables of that language. */
	uint16_t languages;
	/* Elements of every part's header besides concatenation and language:
	 * 4 for 8 bit ports, 6 for 16 bit ones. */
	size_t header_octets;
	/* No other alphabet, whatever it costs: for peers to whom the GSM
	 * alphabet means another. */
	bool ucs2;
	size_t parts_max; /* 0: SEGMENT_PARTS_DEFAULT */
};

#define SEGMENT_HEADER_OCTETS_MAX 64u
#define SEGMENT_LANGUAGE(id) ((uint16_t)(1u << (id)))

/* A text cut into parts.  About 40 KiB: on the stack, not in records. */
struct segment_list {
	enum sms_alphabet alphabet; /* SMS_GSM7 or SMS_UCS2 */
	struct gsm7_language language; /* goes into every part's header */
	size_t parts; /* at least 1 */
	size_t units; /* septets, or 16 bit units, of the whole text */
	uint16_t end_octet[SEGMENT_PARTS_MAX]; /* of each part in data */
	uint8_t data[SEGMENT_PARTS_MAX * 153u];
};

/* 0, or PDU_LONG when the text needs more than parts_max parts (offset: the
 * octet of the text where the part too many starts; out->parts is 0).  rules
 * may be NULL: all zero.  What is not UTF-8 is sent as U+FFFD. */
int segment_split(struct segment_list *out, struct str text,
    const struct segment_rules *rules, struct err *err);

/* Part i, from 0: septets one to an octet, or UTF-16 octets. */
struct span segment_part(const struct segment_list *list, size_t i);

/* What sending would cost, without a limit on parts: for measuring phrases. */
struct segment_cost {
	enum sms_alphabet alphabet;
	size_t units;
	size_t parts; /* at least 1, also for an empty text */
};

struct segment_cost segment_measure(
    struct str text, const struct segment_rules *rules);

/* Parts only; 8 bit references. */
size_t segment_count(struct str text, bool transliterate);

/* One received part: pdu.data as pdu_decode gives it. */
struct segment_piece {
	enum sms_alphabet alphabet;
	struct gsm7_language language;
	struct span data; /* septets one to an octet, or UTF-16 octets */
	bool missing; /* never came: nothing is carried across it */
};

/* Pieces in order -> UTF-8, NUL-terminated, *octets_out without the NUL.
 * Escapes and surrogate pairs that a sender cut in two are whole again.
 * 0, PDU_TEXT (a piece is 8 bit data), PDU_LONG (more than SEGMENT_PIECE_UNITS
 * septets or units: more than SMPP's short_message carries), or PDU_ROOM, the
 * offset being the piece's index; on error dst is empty.
 * SEGMENT_JOIN_OCTETS(pieces) always suffice. */
#define SEGMENT_PIECE_UNITS 255u
#define SEGMENT_PIECE_OCTETS (2u * SEGMENT_PIECE_UNITS)
#define SEGMENT_JOIN_OCTETS(pieces) ((pieces)*3u * SEGMENT_PIECE_UNITS + 4u)
int segment_join(char *dst, size_t dst_octets, size_t *octets_out,
    const struct segment_piece *pieces, size_t count, struct err *err);

#endif
