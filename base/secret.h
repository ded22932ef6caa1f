/* secret - a hash that tells whether a secret is the right one and gives it
 * away only to patience: Argon2id (RFC 9106), by libargon2, which is seen
 * here alone.
 *
 * In: the secret as typed, and a salt (any 16 octets that differ from hash to
 *     hash; they need not be secret).  Out: the encoded form with its own
 *     parameters, "$argon2id$v=19$m=8192,t=1,p=1$...".
 * Cost: 8 MiB and some ten milliseconds, so that the loop does not stand
 *     still.  A PIN of four figures falls to whoever has the file and an hour,
 *     whatever the parameters: the file is what must be kept. */
#ifndef BASE_SECRET_H
#define BASE_SECRET_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

#define SECRET_SALT_OCTETS 16
#define SECRET_HASH_OCTETS 128

/* Once, before there are threads: what a hash worked in (here 8 MiB, 19 of
 * base/password.h) goes back to the system when it is done.  glibc, left to
 * itself, keeps that much for each thread that ever hashed. */
void secret_init(void);

/* Aborts when there is no memory, as everything here does. */
void secret_hash(char dst[SECRET_HASH_OCTETS], struct str secret,
    const uint8_t salt[SECRET_SALT_OCTETS]);

/* False for a wrong secret, and for a hash that is none. */
bool secret_is(const char *hash, struct str secret);

#endif
