/* vault - a file of named pieces that only its key opens, and that is whole or
 * says where it is not.
 *
 * Out: pieces of a known length, one after the other, compressed (zlib) and
 *     then locked (libsodium's secretstream, XChaCha20-Poly1305), written
 *     under a passing name, synced, read back from the disk and compared, and
 *     only then given its name.  In: the same pieces, each octet proven before
 *     it is handed out.
 * Layout: "FURROWV1", the key's id (16 octets), the stream's key sealed for the
 *     public key (80), the stream's header (24), then chunks of 65,536 octets
 *     and a tag of 17 each; the last is shorter and says that it is the last,
 *     so a file that was cut at any place is known for it.  Inside: for each
 *     piece its name's length (2 octets, big-endian; 0: the end), its length
 *     (8), the name, the octets.
 * Reading and writing wait for the disk: call it in a thread.  No clock, no
 * log.  Owns its files and wipes its keys. */
#ifndef BASE_VAULT_H
#define BASE_VAULT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "base/vault_key.h"

#define VAULT_NAME_OCTETS 64

enum vault_error {
	VAULT_IO = -1, /* cannot be opened, read, written */
	VAULT_FULL = -2, /* the disk is full */
	VAULT_FORM = -3, /* it is no vault, or a newer furrow's */
	VAULT_WRONG_KEY = -4, /* locked with another pair's key */
	VAULT_CUT = -5, /* its end is missing */
	VAULT_ALTERED = -6, /* octets are not those that were written */
};

struct vault_out;
struct vault_in;

/* Begins PATH.part (mode 0600), in place of an older one.  NULL with err. */
struct vault_out *vault_create(
    const char *path, const struct vault_key *key, struct err *err);
/* A piece begins; exactly `octets` of vault_write() follow. */
int vault_piece(
    struct vault_out *out, const char *name, int64_t octets, struct err *err);
int vault_write(
    struct vault_out *out, const void *at, size_t octets, struct err *err);
/* Whole, synced, read back and named: 0 and *octets_out its length; negative:
 * nothing of it is left.  Frees in either case. */
int vault_finish(struct vault_out **out, int64_t *octets_out, struct err *err);
/* Nothing of it is left. */
void vault_abandon(struct vault_out **out);

/* Needs the secret key.  NULL with err. */
struct vault_in *vault_open(
    const char *path, const struct vault_key *key, struct err *err);
/* 1 and the next piece (what was not read of the last is passed over), 0 at
 * the proven end, or negative. */
int vault_next(struct vault_in *in, char name[VAULT_NAME_OCTETS],
    int64_t *octets_out, struct err *err);
/* Octets of the piece, 0 at its end, or negative. */
int vault_read(struct vault_in *in, void *at, size_t octets, struct err *err);
void vault_close(struct vault_in **in);

/* With which key it was locked, without opening it: 0 or negative. */
int vault_who(const char *path, uint8_t id_out[VAULT_ID_OCTETS],
    int64_t *octets_out, struct err *err);

#endif
