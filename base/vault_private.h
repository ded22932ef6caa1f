/* vault_private - what the two halves of a vault share; for base/vault*.c. */
#ifndef BASE_VAULT_PRIVATE_H
#define BASE_VAULT_PRIVATE_H

#include <sodium.h>

#include "base/span.h"
#include "base/vault.h"

#define VAULT_MAGIC "FURROWV1"
#define VAULT_MAGIC_OCTETS 8
#define VAULT_SEALED_OCTETS                                                    \
	(crypto_box_SEALBYTES + crypto_secretstream_xchacha20poly1305_KEYBYTES)
#define VAULT_CHUNK ((size_t)65536)
#define VAULT_TAG ((size_t)crypto_secretstream_xchacha20poly1305_ABYTES)

/* As it stands at the beginning of the file. */
struct vault_head {
	uint8_t magic[VAULT_MAGIC_OCTETS];
	uint8_t id[VAULT_ID_OCTETS];
	uint8_t sealed[VAULT_SEALED_OCTETS];
	uint8_t stream[crypto_secretstream_xchacha20poly1305_HEADERBYTES];
};

/* What of the head is proven with the first chunk; the rest proves itself. */
#define VAULT_HEAD_PROVEN offsetof(struct vault_head, sealed)

#define VAULT_PIECE_OCTETS 10 /* before its name */

/* -- vault_head.c: what stands before what is locked.  Pure. --------------- */

/* The first octets of a file, as many as there are: 0, VAULT_FORM (it is
 * none of ours) or VAULT_CUT (it is, but not whole). */
int vault_head_read(struct vault_head *out, struct span in);
/* VAULT_PIECE_OCTETS octets: 1, 0 for the end of all pieces, or VAULT_ALTERED
 * for a name or a length that we never write. */
int vault_head_piece(const uint8_t in[VAULT_PIECE_OCTETS],
    size_t *name_octets_out, int64_t *octets_out);

#endif
