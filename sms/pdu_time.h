/* pdu_time - time stamps and validity periods, wire octets <-> numbers.
 *
 * Clauses: 3GPP TS 23.040 9.2.3.11 (service centre time stamp), 9.2.3.12
 * (validity period), 9.2.3.13 (discharge time).
 * Two-digit years are 20yy.  The zone counts quarters of an hour, its sign is
 * bit 3 of the last octet.  A stamp that is no date (month 13, filler, letters
 * among the digits) is not an error: `valid` is false and the message stays.
 * Owns nothing, allocates nothing, asks no clock. */
#ifndef SMS_PDU_TIME_H
#define SMS_PDU_TIME_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "base/span.h"
#include "base/str.h"
#include "sms/pdu_err.h"

#define PDU_TIME_OCTETS 7u
#define PDU_TIME_TEXT_OCTETS 26u /* 2026-11-25T13:38:00+05:45 and NUL */

struct pdu_stamp {
	bool valid; /* else all the rest is zero */
	int16_t year; /* 2000..2099 */
	uint8_t month, day; /* from 1 */
	uint8_t hour, minute, second;
	int16_t zone_minutes; /* local minus UTC, a multiple of 15 */
};

enum pdu_validity_form {
	PDU_VALIDITY_NONE,
	PDU_VALIDITY_RELATIVE,
	PDU_VALIDITY_ENHANCED,
	PDU_VALIDITY_ABSOLUTE,
};

struct pdu_validity {
	enum pdu_validity_form form;
	bool single_shot; /* enhanced: one attempt only */
	int64_t for_s; /* relative, enhanced; 0 when not given */
	struct pdu_stamp until; /* absolute */
};

/* Exactly PDU_TIME_OCTETS octets. */
struct pdu_stamp pdu_time_decode(const uint8_t src[PDU_TIME_OCTETS]);

/* A stamp that is not valid is written as zeros. */
void pdu_time_encode(
    uint8_t dst[PDU_TIME_OCTETS], const struct pdu_stamp *stamp);

/* Seconds since 1970 UTC; 0 when not valid. */
int64_t pdu_time_unix_s(const struct pdu_stamp *stamp);

/* The stamp of that second as the zone's clock shows it; not valid outside of
 * 2000..2099 and for zones that are no quarter hours below 20 hours. */
struct pdu_stamp pdu_time_from_unix_s(int64_t unix_s, int zone_minutes);

/* "2026-11-25T13:38:00+02:00", Z for UTC; false, and *out not valid, for what
 * is no such date or has a zone that pdu_time_from_unix_s() refuses. */
bool pdu_time_from_text(struct pdu_stamp *out, struct str text);

/* RFC 3339 with the stamp's own offset, UTC as +00:00; "" when not valid.
 * Returns dst. */
char *pdu_time_text(
    char dst[PDU_TIME_TEXT_OCTETS], const struct pdu_stamp *stamp);

/* Relative validity: octet -> seconds, and minutes -> the first octet that is
 * not shorter (at most 255: 63 weeks). */
int64_t pdu_time_relative_s(uint8_t octet);
uint8_t pdu_time_relative_from_minutes(int64_t minutes);

/* Octets of a period, and the period: relative ones are not shorter than asked
 * for; enhanced ones are exact up to 99:59:59.  PDU_VALIDITY_OCTETS always
 * suffice. */
#define PDU_VALIDITY_OCTETS PDU_TIME_OCTETS
size_t pdu_time_validity_encode(
    uint8_t dst[PDU_VALIDITY_OCTETS], const struct pdu_validity *validity);

/* The field at *at_octet of pdu in the given form.  0 and *at_octet behind it,
 * or PDU_SHORT. */
int pdu_time_validity_decode(struct pdu_validity *out,
    enum pdu_validity_form form, struct span pdu, size_t *at_octet,
    struct err *err);

#endif
