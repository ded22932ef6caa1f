/* auth_slow - how long somebody waits who has been wrong too often.
 *
 * A table of fixed size in memory: a key (span_hash of an address, or of an
 * address and a name, with a seed of this process) -> wrong tries.  After
 * `free` of them each next one doubles the wait, up to `most_ms`; `forget_ms`
 * without one and all is forgotten.  So nobody is shut out for ever, and a
 * flood costs no memory: when a bucket is full the one with the fewest tries
 * goes. Pure: the time is passed in (monotonic milliseconds). */
#ifndef GATEWAY_ADMIN_AUTH_SLOW_H
#define GATEWAY_ADMIN_AUTH_SLOW_H

#include <stdbool.h>
#include <stdint.h>

#define AUTH_SLOW_WAYS 4
#define AUTH_SLOW_BUCKETS 256

struct auth_slow_rule {
	int free;
	int64_t first_ms, most_ms, forget_ms;
};

struct auth_slow_row {
	uint64_t key; /* 0: free */
	int tries;
	int64_t last_ms;
};

struct auth_slow {
	struct auth_slow_row row[AUTH_SLOW_BUCKETS][AUTH_SLOW_WAYS];
};

/* After so many wrong tries, the last one at last_ms: how long from now on;
 * 0: go on.  For what is kept elsewhere. */
int64_t auth_slow_left(const struct auth_slow_rule *rule, int64_t tries,
    int64_t last_ms, int64_t now_ms);

int64_t auth_slow_wait(const struct auth_slow *slow,
    const struct auth_slow_rule *rule, uint64_t key, int64_t now_ms);
/* One more; how many there are now. */
int auth_slow_count(struct auth_slow *slow, const struct auth_slow_rule *rule,
    uint64_t key, int64_t now_ms);
/* That one was right after all. */
void auth_slow_take_back(struct auth_slow *slow, uint64_t key);
void auth_slow_forget(struct auth_slow *slow, uint64_t key);

/* What counts as one address: of IPv6 the first 64 bits, which one household
 * or one attacker has; anything else as it is.  dst: 48 octets. */
void auth_slow_address(char *dst, const char *address);

#endif
