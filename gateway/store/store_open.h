/* store_open - which phones have texts that are not over, in memory.
 *
 * To one phone no text overtakes another (docs/queue.md), so each text asks,
 * when it is queued and when it ends, what else there is for its phone: nearly
 * always nothing, and to be told so by an index costs more than the text.
 *
 *  flying   texts in state `sending`: a few for each link.  No index knows
 *           them; a start finds them behind the setting "flight_mark", below
 *           which none is.
 *  fresh    texts queued in this transaction, not written yet (store_fresh)
 *  waits    a stored text of that phone may be queued or refused: whoever needs
 *           to know asks the index message_open, and says when it was nothing
 *
 * Sixteen octets a phone that has any, up to twice that.  Everything is undone
 * by a rollback.  A reader has none of it (store->open is NULL). */
#ifndef GATEWAY_STORE_STORE_OPEN_H
#define GATEWAY_STORE_STORE_OPEN_H

#include <stdbool.h>
#include <stdint.h>

struct db;
struct store_open;

struct store_open_look {
	bool waits; /* perhaps */
	/* How many; those of advisories are in both. */
	int flying, flying_advisories, fresh, fresh_advisories;
};

/* Reads the waiting ones' index; a failure sticks to db. */
struct store_open *store_open_new(struct db *db);
void store_open_free(struct store_open **open);
void store_open_applied(struct store_open *open, bool committed);

struct store_open_look store_open_look(
    const struct store_open *open, int64_t phone_id);

void store_open_waits(struct store_open *open, int64_t phone_id, bool waits);
void store_open_fresh(
    struct store_open *open, int64_t phone_id, bool advisory, int add);
void store_open_takes_off(struct store_open *open, int64_t message_id,
    int64_t phone_id, bool advisory);
/* Nothing happens when it did not fly. */
void store_open_landed(struct store_open *open, int64_t message_id);

/* The phone's flying texts, in no order, up to `most`: their ids, and how
 * many.  Costs as much as texts are flying. */
int store_open_flying(
    const struct store_open *open, int64_t phone_id, int64_t *ids, int most);

/* Moves "flight_mark" up to the oldest flying text, or to `newest`, when that
 * is worth a row; in the transaction. */
void store_open_mark(struct store_open *open, struct db *db, int64_t newest);

#endif
