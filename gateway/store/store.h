/* store - what survives: one SQLite file, one writer, one transaction a turn.
 *
 * Invariants (store_check asserts them; tests/fault breaks in between):
 *  1. Every change happens between store_begin() and store_commit().
 *  2. A failed call sticks: store_failed() is true until the rollback, every
 *     further call does nothing and finds nothing.  So callers check once, at
 *     the end, and a half-done change can never be committed.
 *  3. store_commit() is split-phase: between the call and `done` no store call
 *     is allowed (panic).  `done(ok)` may run inside the call.
 *  4. No cache is changed before the commit that it mirrors; the rows that are
 *     remembered (store_seen.h) are what the transaction sees, and go with it
 *     when it does not commit.
 *  5. Ids ascend with time and are never used again.
 *
 * The nouns live in store_<noun>.h; SQL is in their .c files and nowhere else.
 * Quantities are thousandths (_milli), money minor units (_minor), times UTC
 * milliseconds (_ms).  Text in rows that comes out is a view that lives until
 * the next call for the same noun, unless the struct holds an array. */
#ifndef GATEWAY_STORE_STORE_H
#define GATEWAY_STORE_STORE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"

struct store;

enum store_error {
	STORE_OPEN = -1, /* cannot be opened or created */
	STORE_BUSY = -2, /* another daemon holds it */
	STORE_NEWER = -3, /* written by a newer furrow: schema number */
	STORE_BROKEN = -4, /* not a database, or the check failed */
	STORE_FULL = -5, /* disk full */
	STORE_IO = -6, /* read or write error */
	STORE_RULE = -7, /* a constraint: our bug or a poisoned message */
};

/* Opens or creates, takes the writer's lock, migrates.  NULL with err. */
struct store *store_open(const char *path, struct err *err);
/* A second, read-only connection for questions; no begin/commit, and list
 * calls of the nouns only. */
struct store *store_open_reader(const char *path, struct err *err);
void store_close(struct store **store);

void store_begin(struct store *store);
/* !ok: nothing is stored, the transaction is over, store_failed() says why
 * until the next begin or rollback (which does no harm).  A transaction that
 * has failed before is not committed: the same end. */
void store_commit(
    struct store *store, void (*done)(void *arg, bool ok), void *arg);
void store_rollback(struct store *store);
/* Writes the rows that are held back (store_later.h), so that store_failed()
 * speaks of all of them.  store_commit() does it, too. */
void store_settle(struct store *store);
bool store_in_transaction(const struct store *store);

/* 0, or the first enum store_error since begin; text in *err if not NULL. */
int store_failed(const struct store *store, struct err *err);
/* Marks the transaction as failed on purpose (a handler found nonsense). */
void store_fail(struct store *store, const char *why);

/* A copy of the whole file, checked, while work goes on; of what is committed.
 * Takes as long as the file is large: call it on a reader, in its thread. */
int store_backup(struct store *store, const char *path, struct err *err);

/* integrity_check and our own rules; 0 or STORE_BROKEN with the first hit. */
int store_check(struct store *store, struct err *err);
/* Work done since the last call, in steps of the store's machine: a figure that
 * is the same on every computer (tests, benchmarks). */
int64_t store_steps(struct store *store);

/* Free octets on the disk that holds it; -1: cannot tell. */
int64_t store_disk_free_octets(const struct store *store);

/* Since it was opened: statements run, rows inserted, changed and deleted. */
void store_work(
    const struct store *store, int64_t *statements_out, int64_t *rows_out);

/* settings: small durable facts ("alive_ms", "person_head_mark"). */
int64_t store_setting_int(
    struct store *store, const char *key, int64_t otherwise);
void store_setting_put_int(struct store *store, const char *key, int64_t value);

/* audit: who did what by command or console. */
void store_audit_add(struct store *store, int64_t now_ms, const char *actor,
    const char *action, const char *what);
/* Rows added since the store was opened, also those of transactions that were
 * rolled back: whoever sees it change has something to look at. */
int64_t store_audit_added(const struct store *store);
/* 0, or STORE_BROKEN naming the first row that does not continue the chain. */
int store_audit_check(struct store *store, struct err *err);

#endif
