/* vault_private - what the two halves of a vault share; for base/vault*.c. */
#ifndef BASE_VAULT_PRIVATE_H
#define BASE_VAULT_PRIVATE_H

#include <sodium.h>

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

#endif
