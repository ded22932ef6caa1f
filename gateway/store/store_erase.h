/* store_erase - taking one person out of the store, and out of its files.
 *
 * store_erase_begin() runs in one transaction: at once the number and the name
 * stand in no list, nothing is sent to them, and who texts from that number is
 * a stranger.  What is long is worked in slices (store_erase_step), each a
 * transaction of its own, and goes on after a kill where it was: their texts
 * are emptied, raw forms deleted, and their number (in all texts) and name (in
 * ours) taken out of what was written to and by others.  Last come the files
 * beside the store (store_erase_file), in a thread.
 *
 * Rows that accounts are made of stay, and say "person 17": orders, lines,
 * proposals, the ledger, receipts, papers of consent, the audit.
 *
 * What is deleted is overwritten in the file (secure_delete); the journal is
 * cut off by store_erase_journal(). */
#ifndef GATEWAY_STORE_STORE_ERASE_H
#define GATEWAY_STORE_STORE_ERASE_H

#include "gateway/core/redact.h"
#include "gateway/store/store.h"
#include "gateway/store/store_phone.h"

/* Also in the database: a new stage gets a new number. */
enum erase_stage {
	ERASE_MESSAGES = 1,
	ERASE_ORDERS,
	ERASE_EVENTS, /* and questions */
	ERASE_SESSIONS,
	ERASE_FILES, /* old months, the index of words: not in a turn */
	ERASE_DONE,
};

struct erasure {
	int64_t id, person_id;
	enum erase_stage stage;
	int64_t place, upto;
	int64_t begun_ms, ended_ms;
	int64_t texts, quotes; /* emptied; of others that named them */
};

/* Who is looked for; what a thread gets. */
struct erase_words {
	int64_t person_id;
	int64_t phone_ids[STORE_PHONE_PEOPLE];
	char tails[STORE_PHONE_PEOPLE][REDACT_TAIL_OCTETS];
	size_t phones;
	char name[64];
};

/* Why not now, in words: what is open with them.  False: nothing is. */
bool store_erase_blocked(
    struct store *store, int64_t person_id, char *dst, size_t dst_octets);

/* Was that person taken out, or is just being? */
bool store_erase_was(struct store *store, int64_t person_id);

/* -- inside a turn -------------------------------------------------------- */

/* Nothing may be open (above).  The erasure's id; one that runs for them
 * already is not begun again. */
int64_t store_erase_begin(
    struct store *store, int64_t person_id, int64_t now_ms);
/* The oldest that goes on; false: none. */
bool store_erase_next(struct store *store, struct erasure *out);
/* Newest first, ids below before_id (0: from the newest). */
void store_erase_list(struct store *store, int64_t before_id, int limit,
    bool (*fn)(void *arg, const struct erasure *erasure), void *arg);
bool store_erase_get(struct store *store, int64_t id, struct erasure *out);
/* About `limit` rows more.  Its stage then: ERASE_FILES is not worked here. */
enum erase_stage store_erase_step(
    struct store *store, const struct erasure *erasure, int limit);
void store_erase_words(struct store *store, const struct erasure *erasure,
    struct erase_words *out);
/* The files are clean: it is over, and what it was found by is forgotten. */
void store_erase_end(
    struct store *store, const struct erasure *erasure, int64_t now_ms);

/* -- outside -------------------------------------------------------------- */

/* Between two turns: the journal is cut to nothing.  False: somebody reads it
 * just now; again later. */
bool store_erase_journal(struct store *store);
/* In a thread: the same for the texts in a file of an old month.  0 or
 * negative enum store_error with err. */
int store_erase_file(
    const char *path, const struct erase_words *words, struct err *err);

#endif
