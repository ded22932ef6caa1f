/* store_seen - rows that an order's way reads again and again, in memory.
 *
 * One life of an order read 110 rows that it had read before.  So persons,
 * orders, lines, proposals, offers and messages are remembered as this
 * connection last read or wrote them, a few thousand of each, and of orders
 * and lines which line or proposal is the last below them: whoever knows that
 * reads the rows by id.
 * And a few questions that are asked of each text and mostly answered "none".
 *
 * When a remembered row is no longer true:
 *  - Somebody wrote it.  SQLite tells of each row that any statement inserts,
 *    changes or deletes (db_on_change), and the row is forgotten then: who
 *    writes SQL need not think of this file.
 *  - The transaction is rolled back, or its COMMIT failed: everything is
 *    forgotten, for what was read since may never have been.
 *  - Another process writes: not while we hold the lock (store.c).
 *  The last line of an order is forgotten when a line of it is inserted or
 *  deleted; that one changes says nothing, for nobody changes an id.
 *  A seller's only listing is forgotten when any listing comes or goes.
 *  A person's row shows a phone's number: a phone that is changed or deleted
 *  makes all persons forgotten, and a person whose phone is not there is not
 *  remembered.  Whoever lets one of the six SELECTs read a further table
 *  gives that table a row in `sources` (store_seen.c).
 *  Two things SQLite does not tell of: DELETE without WHERE, and what REPLACE
 *  deletes by another key than the id; do neither to these tables.
 * What is put here was read, or is known wholly because a statement that wrote
 * it succeeded, and is inside the transaction what SQLite would say; with the
 * rollback it goes.  A reader (read-only
 * connection) remembers nothing.  After an error nothing is found.
 * store_check() reads every remembered row again and compares. */
#ifndef GATEWAY_STORE_STORE_SEEN_H
#define GATEWAY_STORE_STORE_SEEN_H

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"
#include "gateway/store/row_cache.h"

struct store;

enum seen_noun {
	SEEN_PERSON,
	SEEN_ORDER,
	SEEN_LINE,
	SEEN_PROPOSAL,
	SEEN_OFFER,
	SEEN_EVENT, /* struct line_event */
	SEEN_MESSAGE, /* without its words, number and link */
	SEEN_PHONE, /* struct phone_row */
	/* By order or line: int64_t, the id of the last one below, or that
	 * times 64 when there is none. */
	SEEN_LINES,
	SEEN_PROPOSALS,
	/* By seller: int64_t, the id of the only listing; 0 none, -1 more. */
	SEEN_LISTING,
};
#define SEEN_NOUNS 11

/* Questions whose answer is nearly always "nothing": asked once, and again
 * after any row of their table was written. */
enum seen_quiet {
	QUIET_SALES, /* no sale is running */
	QUIET_CAMPAIGNS, /* none is open */
	QUIET_WEIGHTS, /* there is no set of weights */
	QUIET_AREAS, /* none has hours of its own */
	QUIET_PLACES, /* there is no area at all */
	QUIET_SEEKS, /* no search is to go on */
};
#define SEEN_QUIETS 6

/* Tables of which the newest id is remembered, and goes with a rollback. */
enum seen_newest { NEWEST_PERSON, NEWEST_PHONE, NEWEST_ORDER, NEWEST_EVENT };
#define SEEN_NEWEST 4

struct store_seen {
	struct row_cache rows[SEEN_NOUNS];
	/* Hash of a number -> id of the phone that had it; the phone's row says
	 * whether it still has (store_number.c). */
	struct row_cache numbers;
	/* Rows are written that are remembered as they will be (store_later):
	 * nothing that SQLite tells of them is new. */
	bool own;
	unsigned asked, quiet; /* bits of enum seen_quiet */
	int64_t newest[SEEN_NEWEST]; /* 0: not known */
	/* store_alias_version(); forgotten whenever a setting is put. */
	bool alias_known;
	int64_t alias_version;
};

void store_seen_init(struct store *store);
void store_seen_free(struct store *store);
/* The transaction ended without its changes. */
void store_seen_forget(struct store *store);
/* A listing may be another seller's by now. */
void store_seen_listings_moved(struct store *store);

/* The noun's struct, remembered or read; false and zeroed: no such row. */
bool store_seen_get(
    struct store *store, enum seen_noun noun, int64_t id, void *out);

/* It could not be written after all. */
void store_seen_drop(struct store *store, enum seen_noun noun, int64_t id);

/* Only what is remembered: for a row that is about to be changed. */
bool store_seen_peek(
    struct store *store, enum seen_noun noun, int64_t id, void *out);

/* A row just read in a list, or just written whole: a struct that was zeroed
 * before, with its texts as they are read (zeros behind them, too). */
void store_seen_note(
    struct store *store, enum seen_noun noun, int64_t id, const void *row);

/* Is there nothing of that kind? */
bool store_seen_quiet(struct store *store, enum seen_quiet which);

/* An id that no row has yet, given out once; the row may follow later. */
int64_t store_seen_next(struct store *store, enum seen_newest which);

/* 0, or STORE_BROKEN: a remembered row is not what is stored. */
int store_seen_check(struct store *store, struct err *err);

/* The rows themselves, past the memory; in the nouns' own files. */
bool store_person_read(struct store *store, int64_t id, void *person_out);
bool store_order_read(struct store *store, int64_t id, void *order_out);
bool store_line_read(struct store *store, int64_t id, void *line_out);
bool store_proposal_read(struct store *store, int64_t id, void *proposal_out);
bool store_offer_read(struct store *store, int64_t id, void *offer_out);
bool store_event_read(struct store *store, int64_t id, void *event_out);
bool store_phone_row_read(struct store *store, int64_t id, void *row_out);
bool store_message_read(struct store *store, int64_t id, void *message_out);
bool store_lines_read(struct store *store, int64_t order_id, void *last_out);
bool store_proposals_read(struct store *store, int64_t line_id, void *last_out);
bool store_listing_read(struct store *store, int64_t seller_id, void *id_out);

#endif
