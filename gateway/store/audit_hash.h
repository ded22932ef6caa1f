/* audit_hash - one link of the audit's chain: a row and the hash before it ->
 * the row's hash.
 *
 * SHA-256 (FIPS 180-4) over, with all numbers in 8 octets, highest first:
 *
 *   "furrow audit row 1\n" | hash before (32 octets) | id | time_ms |
 *   octets of actor | actor | octets of action | action | octets of what | what
 *
 * The lengths make it unambiguous: no two different rows give the same octets.
 * The hash before the first row is SHA-256 of "furrow audit seed 1\n" and the
 * store's seed, so that no row of one store continues another's chain.
 * Pure; allocates for rows longer than a page only. */
#ifndef GATEWAY_STORE_AUDIT_HASH_H
#define GATEWAY_STORE_AUDIT_HASH_H

#include <stdint.h>

#include "base/digest.h"
#include "base/span.h"
#include "base/str.h"

#define AUDIT_SEED_OCTETS 16

/* Views. */
struct audit_hashed {
	int64_t id, time_ms;
	struct str actor, action, what;
};

/* dst and before may be the same. */
void audit_hash(uint8_t dst[DIGEST_OCTETS], const uint8_t before[DIGEST_OCTETS],
    const struct audit_hashed *row);
void audit_hash_first(uint8_t dst[DIGEST_OCTETS], struct span seed);

#endif
