/* sign - signatures that only the holder of a key can make; OpenSSL stays
 * behind this door.
 *
 * Ed25519 (RFC 8032): a private key signs, its public half checks.  Keys lie
 * in PEM files as OpenSSL writes them (PKCS #8 and SubjectPublicKeyInfo, RFC
 * 8410), so that `openssl pkeyutl -verify -rawin` can check what we signed.
 * Errors name the file and the cause.  Signing is a matter of some ten
 * microseconds and needs nothing but the key, so any thread may. */
#ifndef BASE_SIGN_H
#define BASE_SIGN_H

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"
#include "base/str.h"

#define SIGN_OCTETS 64
#define SIGN_PUBLIC_OCTETS 32

enum sign_error {
	SIGN_NONE = -1, /* there is no such file */
	SIGN_FILE = -2, /* it cannot be read or written */
	SIGN_KIND = -3, /* what is in it is no Ed25519 key */
	SIGN_OPEN = -4, /* others than its owner may read the private key */
};

struct sign_key;

struct sign_key *sign_key_new(void); /* a fresh one; gives, sign_key_free */
/* A private key; NULL with err (enum sign_error).  Gives. */
struct sign_key *sign_key_read(const char *path, struct err *err);
/* A new file of mode 0600, synced; refuses one that is there. */
int sign_key_write(
    const struct sign_key *key, const char *path, struct err *err);
void sign_key_free(struct sign_key **key); /* wiped */

void sign_key_public(
    const struct sign_key *key, uint8_t dst[SIGN_PUBLIC_OCTETS]);
/* 0, or a negative enum sign_error and zeroes. */
int sign_public_read(
    uint8_t dst[SIGN_PUBLIC_OCTETS], const char *path, struct err *err);
/* Replaces the file, mode 0644. */
int sign_public_write(const uint8_t public_key[SIGN_PUBLIC_OCTETS],
    const char *path, struct err *err);

void sign_make(
    uint8_t dst[SIGN_OCTETS], const struct sign_key *key, struct str message);
bool sign_check(const uint8_t public_key[SIGN_PUBLIC_OCTETS],
    const uint8_t signature[SIGN_OCTETS], struct str message);

#endif
