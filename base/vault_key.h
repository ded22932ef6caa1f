/* vault_key - the pair of keys that a vault (base/vault.h) is locked with.
 *
 * What is locked with the public key is opened with the secret one only: the
 * machine that writes backups needs the public key alone, and who steals it
 * together with the stick reads nothing.  X25519, by libsodium, which is seen
 * in base/vault*.c alone.
 *
 * A key file is one line of text: "furrow-public-1 BASE64" or
 * "furrow-secret-1 BASE64"; blanks around it and lines that begin with # do
 * not matter.  A secret key's file must not be readable by others.  The id is
 * a hash of the public key in 16 octets, the same for both halves. */
#ifndef BASE_VAULT_KEY_H
#define BASE_VAULT_KEY_H

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"

#define VAULT_KEY_OCTETS 32
#define VAULT_ID_OCTETS 16
#define VAULT_ID_TEXT                                                          \
	10 /* the beginning of it in hex, for people, with NUL                 \
	    */

enum vault_key_error {
	VAULT_KEY_READ = -1, /* the file cannot be opened or read */
	VAULT_KEY_FORM = -2, /* it is no key file */
	VAULT_KEY_OPEN = -3, /* a secret key that others may read */
	VAULT_KEY_WRITE = -4, /* a new one cannot be written, or is there */
};

struct vault_key {
	bool secret; /* both halves are here */
	uint8_t public_half[VAULT_KEY_OCTETS], secret_half[VAULT_KEY_OCTETS];
	uint8_t id[VAULT_ID_OCTETS];
};

/* 0, or negative; *out is zeroed then.  End with vault_key_wipe. */
int vault_key_read(struct vault_key *out, const char *path, struct err *err);
/* A new pair, into two files that are not there yet (modes 0644 and 0600). */
int vault_key_make(
    const char *public_path, const char *secret_path, struct err *err);
void vault_key_wipe(struct vault_key *key);
void vault_key_name(char dst[VAULT_ID_TEXT], const uint8_t id[VAULT_ID_OCTETS]);

#endif
