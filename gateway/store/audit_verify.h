/* audit_verify - is the audit what was written, all of it, and nothing else?
 *
 * Three witnesses, each for what the others cannot see:
 *   the rows        each hash follows from the row and from the hash before
 *                   (audit_hash.h): a row edited, taken out or moved shows
 *   the store's end where the store itself last wrote (audit_chain): a tail
 *                   that was cut off, or rows put behind it, show
 *   signed heads    (audit_heads.h) what was so at a time, by a key that who
 *                   forges a row has not: a chain that was computed anew, and
 *                   an older file put in this one's place, show
 *
 * A million rows take seconds: in a reader's thread, in pages, so that the
 * journal of the writer can go on.  Changes nothing. */
#ifndef GATEWAY_STORE_AUDIT_VERIFY_H
#define GATEWAY_STORE_AUDIT_VERIFY_H

#include "gateway/store/audit_heads.h"
#include "gateway/store/store.h"

enum audit_fault {
	AUDIT_WHOLE,
	AUDIT_EDITED, /* a row says something else than when it was written */
	AUDIT_DELETED, /* a row is missing, later ones are there */
	AUDIT_INSERTED, /* a row was put there that the store did not write */
	AUDIT_REORDERED, /* a row stands in another's place */
	AUDIT_CUT, /* the newest rows are missing */
	AUDIT_ROLLED_BACK, /* the whole store is an older one, or another */
	AUDIT_FORGED, /* the chain was computed anew, without the key */
	AUDIT_HEADS, /* the signed heads themselves are not whole */
	AUDIT_UNREAD, /* the store failed: nothing is known */
};

struct audit_verdict {
	enum audit_fault fault;
	int64_t row; /* the first bad one; 0: none, or not of a row */
	int64_t rows, last_id; /* looked at, up to the fault */
	int64_t heads; /* signed, and true */
	int64_t set_aside; /* heads before a restore that somebody accepted */
	int64_t head_id, head_ms; /* the newest that is true; 0: none */
	char text[ERR_TEXT_OCTETS]; /* for a person: what, where */
};

/* heads NULL: the first two witnesses only.  True: whole. */
bool audit_verify(struct audit_verdict *out, struct store *reader,
    const struct audit_heads *heads);

/* "whole", "edited" … */
const char *audit_fault_name(enum audit_fault fault);

#endif
