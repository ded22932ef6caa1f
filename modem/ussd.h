/* ussd - one line "+CUSD: m,"text",dcs" -> words, and words -> AT+CUSD=1,...
 *
 * Clauses: 27.007 7.15 (+CUSD), 23.038 4 and 5 (data coding of broadcasts and
 * USSD), 23.038 6.1.2.3 (packing, with its CR at the end).
 * A dcs says how the text travelled by air, not how the modem wrote it down:
 * that is one of four carriers, and modems mix them whatever +CSCS says.  So
 * the carrier is found by what stands there: hexadecimal that reads as UTF-16
 * of one script, hexadecimal that unpacks to letters, hexadecimal of ASCII an
 * octet each, or the text itself.
 * Where two readings remain, `doubtful` is set and the plainer one is given;
 * a number of digits only is taken as it is unless this modem is known to
 * write hexadecimal.
 * In: a line as at_lex gives it (raw line ends are LF, codes below 0x20 are
 * kept in quotes).  Out: UTF-8, LF for line ends, nothing else below 0x20.
 * Owns nothing, allocates nothing, no clock, no log.
 * Not here: who asked, and when to give up (modem_ussd). */
#ifndef MODEM_USSD_H
#define MODEM_USSD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "base/str.h"

/* 182 characters are the most that a network sends; modems add to that. */
#define USSD_TEXT_OCTETS 1024u
#define USSD_DCS_DEFAULT 15

enum ussd_err {
	USSD_NOT_CUSD = -1, /* another line */
	USSD_WHAT = -2, /* no number 0 to 5 behind the colon; offset: there */
	USSD_EMPTY = -3, /* nothing to ask */
	USSD_CHARACTER = -4, /* this form cannot carry it; offset: octet */
	USSD_ROOM = -5, /* too long for one command */
};

/* m of +CUSD */
enum ussd_what {
	USSD_DONE, /* the network says no more */
	USSD_ASKS, /* it waits for an answer */
	USSD_ENDED, /* it has hung up */
	USSD_OTHER, /* something else here has answered it */
	USSD_UNSUPPORTED,
	USSD_TIMEOUT, /* of the network */
};

/* How a text was, or is to be, written.  The numbers are kept in the store:
 * never change them. */
enum ussd_form {
	USSD_FORM_NONE = 0,
	USSD_FORM_TEXT = 1, /* as it is, dcs 15 */
	USSD_FORM_PACKED = 2, /* septets, packed, in hexadecimal */
	USSD_FORM_UCS2 = 3, /* in hexadecimal, under AT+CSCS="UCS2" */
	USSD_FORM_BARE = 4, /* as it is, without a dcs */
	USSD_FORM_OCTETS = 5, /* replies only: an octet each in hexadecimal */
};
#define USSD_FORMS 5 /* that can be asked in, and NONE */

struct ussd_hint {
	bool ucs2; /* +CSCS is "UCS2" now */
	bool hex; /* this modem was seen to write hexadecimal */
};

struct ussd_reply {
	enum ussd_what what;
	int dcs; /* -1: none was given, which means 15 */
	bool has_text; /* a text came, maybe an empty one */
	enum ussd_form carrier; /* how it was written; NONE without a text */
	bool doubtful; /* another reading is possible, or it is damaged */
	bool cut; /* the end is missing */
	char language[3]; /* ISO 639, from dcs 0x10 and 0x11; or "" */
	char text[USSD_TEXT_OCTETS];
};

/* 0, or USSD_NOT_CUSD, USSD_WHAT; *out is zeroed then. */
int ussd_read(struct ussd_reply *out, struct str line, struct ussd_hint hint,
    struct err *err);

/* The whole command, "AT+CUSD=1,"*144#",15", NUL-terminated.  0, or
 * USSD_EMPTY, USSD_CHARACTER (a control character; a quote outside of
 * hexadecimal; what the alphabet of the form does not have), USSD_ROOM; dst is
 * "" then.  err never repeats the text: it may be a PIN. */
int ussd_write(char *dst, size_t dst_octets, struct str text,
    enum ussd_form form, struct err *err);

/* Septets for USSD -> packed octets: seven spare bits hold CR, and a text that
 * ends in CR on an octet's end gets one more (23.038 6.1.2.3.1).  Octets, 0
 * when dst is too small. */
size_t ussd_pack(
    uint8_t *dst, size_t dst_octets, const uint8_t *septets, size_t count);

const char *ussd_form_name(enum ussd_form form); /* "text" … */

#endif
