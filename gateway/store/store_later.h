/* store_later - rows that one piece of work changes several times, written
 * once.
 *
 * A text that orders something makes a person, an order and its line, and
 * changes each of them before it is answered; a statement costs as much as all
 * that the trade thinks about it.  So persons, orders, lines and proposals that
 * are written whole, what is held of a listing and where it stands in the turn,
 * and
 * what happened to a line are held back, as structs, and written
 *  - when a statement that touches their table is about to run (db_hold_back):
 *    no SELECT ever misses them, whoever writes SQL need not think of this,
 *  - when LATER_ROWS of a noun wait,
 *  - by store_settle() and store_commit().
 * Until then store_seen remembers them like any row, so who asks for one by its
 * id gets it without a statement.  What is held back goes with the transaction:
 * a rollback drops it, and after an error nothing is held back any more.
 * A rule that is broken (an index that must be unique) is found out when the
 * row is written, in the same transaction: it fails as ever. */
#ifndef GATEWAY_STORE_STORE_LATER_H
#define GATEWAY_STORE_STORE_LATER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "gateway/store/store_seen.h"

#define LATER_ROWS 64
/* As many new rows of a noun are inserted by one statement, if there are so
 * many: half of what a small statement costs is its beginning and its end. */
#define LATER_MANY 8
#define LATER_NOUNS 6

/* What is to be written of a row; the sum of all that was put. */
enum later_part {
	LATER_PLAIN = 0,
	LATER_FRESH = 1, /* it is no row yet: INSERT */
	LATER_STATE = 2, /* columns that an index is of, too */
	LATER_TAKEN = 4, /* a listing's last is promised, or free again */
};

struct later {
	size_t count;
	int64_t ids[LATER_ROWS];
	unsigned parts[LATER_ROWS];
	unsigned char *rows; /* LATER_ROWS structs; NULL: none came yet */
};

void store_later_init(struct store *store);
void store_later_free(struct store *store);

/* SEEN_PERSON, _ORDER, _LINE, _PROPOSAL, _OFFER, _EVENT: the noun's struct, as
 * store_seen_note() wants it.  Inside a transaction. */
void store_later_put(struct store *store, enum seen_noun noun, int64_t id,
    const void *row, unsigned parts);
void store_later_write(struct store *store);
/* Rows of turn_clock.h wait as well. */
void store_later_clock(struct store *store);
/* The transaction ended without its changes. */
void store_later_forget(struct store *store);

/* Inserts rows[0..count), count 1 or LATER_MANY: `one` is an INSERT with a row
 * of VALUES, `many` with LATER_MANY of them, `columns` question marks each,
 * which `values` fills in.  False: not all.  OR FAIL: otherwise SQLite would
 * copy each page first, so as to take a part of the rows back; we take back the
 * whole transaction. */
#define LATER_MANY_OF(row)                                                     \
	row "," row "," row "," row "," row "," row "," row "," row
#define LATER_COLUMNS 24
struct db_value;
struct later_insert {
	const char *one, *many;
	size_t columns;
	void (*values)(const void *row, struct db_value *out);
};
bool store_later_insert(struct store *store, const struct later_insert *how,
    const void *const *rows, size_t count);

/* How the nouns insert, and change one; in their own files.  False: no row was
 * changed. */
bool store_person_insert(
    struct store *store, const void *const *rows, size_t count);
bool store_order_insert(
    struct store *store, const void *const *rows, size_t count);
bool store_line_insert(
    struct store *store, const void *const *rows, size_t count);
bool store_proposal_insert(
    struct store *store, const void *const *rows, size_t count);
bool store_event_insert(
    struct store *store, const void *const *rows, size_t count);
bool store_person_write(struct store *store, const void *row, unsigned parts);
bool store_order_write(struct store *store, const void *row, unsigned parts);
bool store_line_write(struct store *store, const void *row, unsigned parts);
bool store_proposal_write(struct store *store, const void *row, unsigned parts);
bool store_offer_write(struct store *store, const void *row, unsigned parts);

#endif
