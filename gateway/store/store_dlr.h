/* store_dlr - delivery reports that the sender of a text asked for, durably.
 *
 * A text with a dlr-url has a row of `dlr`.  What becomes of it is noted by
 * triggers, in the transaction of the change: a row of `dlr_call` for each bit
 * of its mask that is reached for the first time.  The triggers are the
 * writer's own (TEMP), and there are none while no host is allowed
 * (store_dlr_watch()); a text without a dlr-url costs one look into a small
 * table for each change of its state.
 *
 * What a state means (Kannel's dlr-mask):
 *   sent                        8, the network took it
 *   the network's "trying"      4
 *   delivered                   1
 *   failed, stale               2 when 8 or 4 was reached before, else 16
 *   refused, unknown            nothing: it is not over
 * Late proof may come behind a 2 or 16: then 8 or 1 follows.
 *
 * Calls of one text come in their order; the next one waits for the first. */
#ifndef GATEWAY_STORE_STORE_DLR_H
#define GATEWAY_STORE_STORE_DLR_H

#include <stdbool.h>
#include <stdint.h>

#include "gateway/store/store.h"

/* Also in the database. */
enum dlr_bit {
	DLR_DELIVERED = 1,
	DLR_UNDELIVERED = 2,
	DLR_BUFFERED = 4,
	DLR_TAKEN = 8,
	DLR_REJECTED = 16,
};
#define DLR_BITS 31u

/* Of its url and place, with the NUL. */
#define STORE_DLR_URL_OCTETS 1024
#define STORE_DLR_PLACE_OCTETS 272
#define STORE_DLR_FROM_OCTETS 32
/* Above what store_dlr_again() is given. */
#define STORE_DLR_PAUSE_MS (INT64_C(2) * 3600 * 1000)

/* -- inside a turn --------------------------------------------------------- */

/* From here on, while the store is open. */
void store_dlr_watch(struct store *store);

struct dlr {
	int64_t message_id;
	unsigned mask;
	const char *url, *place, *from;
	int64_t until_ms;
};
void store_dlr_add(struct store *store, const struct dlr *dlr);

/* That call of that text was taken, or is given up; with the last one of a text
 * that was delivered its dlr goes, too.  The id alone may be another's by now:
 * those of rows that went are used again. */
void store_dlr_done(
    struct store *store, int64_t call_id, int64_t message_id, int64_t now_ms);
/* It failed once more: not before due_ms, nor what follows of that text. */
void store_dlr_again(
    struct store *store, int64_t call_id, int64_t message_id, int64_t due_ms);
/* Nobody is to be called about that text. */
void store_dlr_gone(struct store *store, int64_t message_id);
/* Nobody is to be called any more: nothing is kept of it. */
void store_dlr_clear(struct store *store);
/* At most `most` texts of which nothing more is expected; their calls stay. */
void store_dlr_prune(struct store *store, int64_t now_ms, int most);

/* -- for readers, too ------------------------------------------------------ */

/* So many calls were written since the store was opened, those that were rolled
 * back, too: whoever sees it move looks. */
int64_t store_dlr_added(const struct store *store);

/* The first place behind that one ("": the first of all) to which calls wait.
 */
bool store_dlr_place(
    struct store *store, const char *after, char dst[STORE_DLR_PLACE_OCTETS]);

struct dlr_call {
	int64_t id, message_id, time_ms;
	unsigned bit;
	int code, tries; /* that failed */
	char url[STORE_DLR_URL_OCTETS]; /* "": its dlr is gone */
	char from[STORE_DLR_FROM_OCTETS];
};
/* Calls to that place that are due, each the first of its text; at most
 * `limit`, until fn says false.  Also those that are not due for longer than
 * any pause (STORE_DLR_PAUSE_MS): the clock was set back. */
void store_dlr_due(struct store *store, const char *place, int64_t now_ms,
    int limit, bool (*fn)(void *arg, const struct dlr_call *call), void *arg);
/* Is there a text of which nothing more is expected? */
bool store_dlr_over(struct store *store, int64_t now_ms);
/* How many wait, at most `most`. */
int64_t store_dlr_count(struct store *store, int64_t most);

#endif
