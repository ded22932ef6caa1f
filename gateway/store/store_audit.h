/* store_audit - the chain that store_audit_add() (store.h) writes: who did what
 * by command, console or text.
 *
 * A row names people and phones by their ids ("person 12"), never by a number
 * or a name: it stays for good, and is true after one of them was erased.
 * What proves that nobody changed it: audit_hash.h, audit_verify.h. */
#ifndef GATEWAY_STORE_STORE_AUDIT_H
#define GATEWAY_STORE_STORE_AUDIT_H

#include "base/digest.h"
#include "gateway/store/audit_hash.h"
#include "gateway/store/store.h"

struct audit_row {
	int64_t id, time_ms;
	char actor[64];
	char action[32];
	char what[256];
};

struct audit_filter {
	int64_t after_id; /* behind it, in the order that is asked for */
	bool newest_first;
	int64_t since_ms, until_ms; /* 0: any; until is the first not shown */
	const char *actor; /* "admin:amina"; "": any */
	/* "person" finds "person.add", too; "": any */
	const char *action;
};

/* Oldest first, unless asked otherwise; fn returns false to stop.  At most
 * AUDIT_LOOK rows are read: returns the id behind which the next call goes on,
 * 0 at the end. */
#define AUDIT_LOOK 20000
int64_t store_audit_each(struct store *store, const struct audit_filter *filter,
    bool (*fn)(void *arg, const struct audit_row *row), void *arg);

/* Where the chain ends, by the store's own note. */
struct audit_tail {
	uint8_t seed[AUDIT_SEED_OCTETS];
	int64_t id; /* 0: no row yet */
	int64_t max_id; /* of the rows that are there */
	uint8_t hash[DIGEST_OCTETS]; /* of that row, or of before the first */
};
/* False: it cannot be read, or is not of that shape. */
bool store_audit_tail(struct store *store, struct audit_tail *out);
/* How many rows there are. */
int64_t store_audit_rows(struct store *store);
/* The newest message's id: what tells how new a store is.  0: none. */
int64_t store_audit_newest_message(struct store *store);
/* The hash of that row as it is stored; false: there is none. */
bool store_audit_hash_of(
    struct store *store, int64_t id, uint8_t dst[DIGEST_OCTETS]);

#endif
