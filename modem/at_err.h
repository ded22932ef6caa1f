/* at_err - what the number behind +CMS ERROR or +CME ERROR means for a send.
 *
 * In: a code.  Out: a class (what the sender should do) and whom the code
 * speaks of (whose fault it is), because failures of one number must never be
 * held against the line, nor the other way round.
 *
 * Clauses: 27.005 3.2.5 (300-500), 24.011 annex E-2 (1-127, RP-cause of the
 * network), 23.040 9.2.3.22 (128-255, TP-FCS of the service centre), 27.007
 * 9.2 (CME).  Numbers from 512 are the makers' own.
 * Const tables, no state. */
#ifndef MODEM_AT_ERR_H
#define MODEM_AT_ERR_H

#include "base/str.h"

enum at_err_kind { AT_ERR_CMS, AT_ERR_CME };

/* What such an error asks of the sender. */
enum at_err_class {
	AT_ERR_RETRY, /* passing: again, later */
	AT_ERR_WAIT, /* not ready: soon, costs no try */
	AT_ERR_NETWORK, /* as RETRY; again and again: register anew */
	AT_ERR_REJECTED, /* often no credit or a spam filter */
	AT_ERR_ELSEWHERE, /* this line cannot, another may */
	AT_ERR_DEAD, /* no such subscriber */
	AT_ERR_SUSPECT, /* no such subscriber: the other one, or we */
	AT_ERR_CREDIT, /* barred: no credit, no subscription */
	AT_ERR_BLOCKED, /* SIM absent, broken or locked */
	AT_ERR_TEXT, /* our PDU, or an option in it, was not liked */
	AT_ERR_VALIDITY, /* the validity period was not liked */
	AT_ERR_MODE, /* the modem read our PDU wrongly: mode or length */
	AT_ERR_FULL, /* the store is full: sweep, then again */
	AT_ERR_POISON, /* the modem is confused and may stay so */
	AT_ERR_GONE, /* no such index: the slot is empty */
	AT_ERR_UNKNOWN, /* the text may have left */
	AT_ERR_ACCEPTED, /* a duplicate: the first copy was taken */
};

enum at_err_about {
	AT_ERR_OF_NOBODY, /* the network at large */
	AT_ERR_OF_RECIPIENT,
	AT_ERR_OF_TEXT,
	AT_ERR_OF_LINE, /* SIM, subscription, credit */
	AT_ERR_OF_MODEM,
};

struct at_err {
	int first, last; /* codes */
	enum at_err_class class;
	enum at_err_about about;
	const char *meaning; /* for people, in English */
};

/* Never NULL: codes that no table lists are "unlisted", AT_ERR_RETRY, of
 * nobody. */
const struct at_err *at_err_find(enum at_err_kind kind, int code);

/* Some firmwares write words in spite of +CMEE=1: the code that the words
 * stand for, or -1. */
int at_err_code_of_words(struct str words);

#endif
