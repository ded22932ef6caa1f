/* store_watch - which messages and events of orders a store has written of
 * late.
 *
 * For whoever shows them as they happen: in a list of ids, in the order in
 * which they were written, of which the owner is given what came since he last
 * asked. It says only that a row is new or has changed, perhaps twice, perhaps
 * in a transaction that was rolled back: who wants to know more reads the row,
 * with a connection of his own.  Off, it costs nothing; on, a comparison a row.
 */
#ifndef GATEWAY_STORE_STORE_WATCH_H
#define GATEWAY_STORE_STORE_WATCH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "gateway/store/store.h"

#define STORE_WATCH_MOST 1024

enum store_watched_kind {
	STORE_WATCHED_MESSAGE, /* its state, or that there is one */
	STORE_WATCHED_EVENT, /* of a line of an order */
};

struct store_watched {
	enum store_watched_kind kind;
	int64_t id;
};

/* Not for a reader, which writes nothing. */
void store_watch(struct store *store, bool on);
/* At most STORE_WATCH_MOST into out; the oldest of more are left out, and
 * counted.  Between turns. */
size_t store_watch_take(struct store *store,
    struct store_watched out[STORE_WATCH_MOST], int64_t *left_out);

/* For the store: a row of that table was inserted or changed. */
void store_watch_note(struct store *store, const char *table, int64_t id);

#endif
