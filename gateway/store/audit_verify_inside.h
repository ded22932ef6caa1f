/* audit_verify_inside - what audit_verify.c and audit_blame.c share. */
#ifndef GATEWAY_STORE_AUDIT_VERIFY_INSIDE_H
#define GATEWAY_STORE_AUDIT_VERIFY_INSIDE_H

#include "gateway/store/audit_verify.h"

/* Views until the callback returns. */
struct audit_walked {
	struct audit_hashed row;
	uint8_t hash[DIGEST_OCTETS]; /* as stored; zeroes if of another size */
};

/* All rows with ids above after_id, in pages; fn returns false to stop.  False:
 * it stopped, or the store failed. */
bool audit_walk(struct store *reader, int64_t after_id,
    bool (*fn)(void *arg, const struct audit_walked *walked), void *arg);

/* Where the walk stood when a row did not fit. */
struct audit_break {
	int64_t expected_id; /* what would have been next */
	uint8_t before[DIGEST_OCTETS]; /* the hash of the row before that */
	uint8_t before_that[DIGEST_OCTETS]; /* and of the one before */
	int64_t found_id;
	uint8_t found_hash[DIGEST_OCTETS]; /* as stored */
};

/* What happened there: fills in fault, row and text. */
void audit_blame(struct audit_verdict *out, struct store *reader,
    const struct audit_break *at);

void audit_fault_set(struct audit_verdict *out, enum audit_fault fault,
    int64_t row, const char *format, ...) __attribute__((format(printf, 4, 5)));

#endif
