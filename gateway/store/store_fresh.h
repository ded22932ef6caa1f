/* store_fresh - messages of the open transaction that are not written yet.
 *
 * A text that comes in is marked with its order a moment later; a text that
 * goes out is queued, found to be due, and claimed, all in the turn that made
 * it.  Written as it comes, that is a row, entries in three indexes, and all of
 * it changed again before the commit.  So new rows wait here and are written
 * once, as they are when somebody needs them or the transaction ends:
 *
 *     store_message_receive/queue -> rows here -> claim: `sending`
 *         -> store_fresh_write(): one INSERT each
 *
 * Nobody has to think of it: before any statement that touches the table
 * `message` they are all written (db_before), and are plain rows from then on.
 * Only statements that begin with DB_AS_STORED pass: they are for rows of
 * earlier transactions, and whoever writes one looks here as well.
 * A failed or rolled back transaction forgets them. */
#ifndef GATEWAY_STORE_STORE_FRESH_H
#define GATEWAY_STORE_STORE_FRESH_H

#include "base/span.h"
#include "gateway/store/store_message.h"

struct store;
struct store_fresh;

/* Heads as store_message_head() gives them; the rest of the row beside. */
struct fresh_row {
	struct message head;
	int64_t lane, pin_id; /* message_row.h */
	int next; /* the one behind it in its lane; -1: the last */
	struct span words, raw, why; /* behind each other, in the store's own */
};

struct store_fresh *store_fresh_new(struct store *store);
void store_fresh_free(struct store_fresh **fresh);

/* Appends a row; `head.id` is given here (0 after a failure), texts are
 * copied.  A waiting one with a lane can be claimed from now on. */
int64_t store_fresh_add(struct store *store, const struct fresh_row *row);

/* NULL: not here, so stored or nowhere.  Until the next call of the store. */
struct fresh_row *store_fresh_find(const struct store *store, int64_t id);
/* It got a lane: it is the next of its phone. */
void store_fresh_line_up(
    struct store *store, struct fresh_row *row, int64_t lane);
/* It is sending, as `as` says: link, tries, times. */
void store_fresh_take_off(
    struct store *store, struct fresh_row *row, const struct message *as);

/* The lanes in which rows wait, i from 0, with the due time of the first; false
 * behind the last.  A lane that is empty by now has INT64_MAX. */
bool store_fresh_lane(
    const struct store *store, size_t i, int64_t *lane_out, int64_t *due_out);
/* The rows that wait in a lane, in due order; NULL: none, or no more. */
const struct fresh_row *store_fresh_first(
    const struct store *store, int64_t lane);
const struct fresh_row *store_fresh_next(
    const struct store *store, const struct fresh_row *row);
/* The earliest due time of those with a lane; INT64_MAX: none. */
int64_t store_fresh_earliest(const struct store *store);

/* Writes them all; failures stick to the transaction. */
void store_fresh_write(struct store *store);
/* The transaction is over. */
void store_fresh_applied(struct store *store, bool committed);

/* The id that the next message gets. */
int64_t store_fresh_next_id(const struct store *store);
/* A row of that id came into the table by other ways. */
void store_fresh_passed(struct store *store, int64_t id);

#endif
