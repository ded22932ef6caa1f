/* audit_head - one signed statement of where the audit's chain stood, text <->
 * record.
 *
 * One line of ASCII, always with these fields in this order:
 *
 *   furrow-head 1 number=12 id=345 rows=345 time=2026-11-26T12:00:00Z
 *   message=999 accepted=-1 seed=BASE64 hash=BASE64 before=BASE64 key=BASE64
 *   sig=BASE64
 *
 * (without the breaks). `sig` is the Ed25519 signature, by `key`, of all that
 * stands before " sig="; `before` is the SHA-256 of the whole line before (32
 * zeroes in the first), so the newest signature vouches for all of them.
 * BASE64, because a hash in hex now and then looks like a phone number, and
 * those are masked in logs.  Pure: no file, no clock, no allocation. */
#ifndef GATEWAY_STORE_AUDIT_HEAD_H
#define GATEWAY_STORE_AUDIT_HEAD_H

#include "base/sign.h"
#include "gateway/store/audit_hash.h"

#define AUDIT_HEAD_OCTETS 640 /* a line with its NUL, never more */

struct audit_head {
	int64_t number; /* from 1 */
	int64_t id; /* the newest row; 0: none yet */
	int64_t rows; /* up to that one */
	int64_t time_ms; /* whole seconds */
	int64_t message_id; /* the store's newest message then: a witness of how
			     * new the file was */
	/* -1.  Else somebody accepted that the store is another one than the
	 * heads before say (a backup was restored): rows up to this id are
	 * those that they speak of. */
	int64_t accepted_id;
	uint8_t seed[AUDIT_SEED_OCTETS];
	uint8_t hash[DIGEST_OCTETS]; /* of the newest row */
	uint8_t before[DIGEST_OCTETS]; /* of the line before */
	uint8_t key[SIGN_PUBLIC_OCTETS];
	uint8_t signature[SIGN_OCTETS];
};

/* Signs, filling in key and signature; the octets of the line. */
size_t audit_head_write(char dst[AUDIT_HEAD_OCTETS], struct audit_head *head,
    const struct sign_key *key);
/* False: it is no such line.  Says nothing about the signature. */
bool audit_head_read(struct audit_head *out, struct str line);
/* Is `line` signed by that key (not: by the one that it names)? */
bool audit_head_signed(const struct audit_head *head, struct str line,
    const uint8_t public_key[SIGN_PUBLIC_OCTETS]);

#endif
