/* audit_heads - the append-only file of signed heads, beside the store or on
 * another disk.
 *
 * A line a head (audit_head.h), oldest first.  Beside it, with ".pub" behind
 * its name, the public key in PEM, for whoever checks elsewhere; a key that was
 * carried away by hand is worth more, for who can replace the heads can replace
 * that file.  Files are read and written here and now: in a thread. */
#ifndef GATEWAY_STORE_AUDIT_HEADS_H
#define GATEWAY_STORE_AUDIT_HEADS_H

#include "gateway/store/audit_head.h"

/* A century of one every ten minutes. */
#define AUDIT_HEADS_MOST 5300000

enum audit_heads_error {
	AUDIT_HEADS_NONE = -1, /* there is no such file */
	AUDIT_HEADS_FILE = -2, /* it cannot be read or written */
	AUDIT_HEADS_FULL = -3, /* no room on that disk */
};

struct audit_heads {
	struct audit_head *at; /* those up to the first bad line */
	size_t count;
	uint8_t last_line[DIGEST_OCTETS]; /* hash of the last good line */
	int64_t bad_line; /* from 1; 0: all are good */
	char trouble[ERR_TEXT_OCTETS]; /* what is wrong with that line */
};

/* 0, or negative with err.  Lines that are no heads, that do not follow from
 * the line before, or that this key has not signed are told in `trouble`, and
 * end the list.  End with audit_heads_free. */
int audit_heads_load(struct audit_heads *out, const char *path,
    const uint8_t public_key[SIGN_PUBLIC_OCTETS], struct err *err);
void audit_heads_free(struct audit_heads *heads);

/* Appends and syncs: 0, or negative with err, and then nothing of the line
 * stays. */
int audit_heads_append(const char *path, struct str line, struct err *err);

/* FILE.pub; false: the path is too long. */
bool audit_heads_public_path(char *dst, size_t dst_octets, const char *path);

#endif
