/* digest - hashes and comparing secrets; OpenSSL stays behind this door.
 *
 * For hashing what must not change unseen (SHA-256, FIPS 180-4), for proving
 * that whoever called us knows a secret (HMAC-SHA-256, RFC 2104), and for
 * comparing what he says with what it should be in a time that does not tell
 * how much of it was right. */
#ifndef BASE_DIGEST_H
#define BASE_DIGEST_H

#include <stdbool.h>
#include <stdint.h>

#include "base/span.h"
#include "base/str.h"

#define DIGEST_OCTETS 32
#define DIGEST_SHA1_OCTETS 20

/* FIPS 180-4. */
void digest_sha256(uint8_t dst[DIGEST_OCTETS], struct span bytes);

void digest_hmac(
    uint8_t dst[DIGEST_OCTETS], struct str key, struct str message);

/* HMAC-SHA-1: for the codes of base/totp, where it is still sound. */
void digest_hmac_sha1(
    uint8_t dst[DIGEST_SHA1_OCTETS], struct span key, struct span message);

/* The time depends on the lengths only. */
bool digest_same(struct str a, struct str b);

/* Is `said` that hash: in hex of either case or in Base64, alone or behind
 * "sha256="? */
bool digest_is(const uint8_t hash[DIGEST_OCTETS], struct str said);

/* RFC 4648, 4, with its padding and a NUL: the letters written, or -1 (and an
 * empty text) when dst is too small. */
int digest_to_base64(char *dst, size_t dst_octets, struct span bytes);
/* RFC 4648, 4: the octets written, or -1: not Base64, or too long. */
int digest_from_base64(uint8_t *dst, size_t dst_octets, struct str text);

#endif
