/* store_route - in which lane a phone's texts wait, and what is known of a
 * phone that its number does not tell: a link that somebody pinned it to, and
 * an operator on whose own link it was heard although its prefix says another.
 *
 * Asked for each text that is queued and claimed, so it is answered from
 * memory: the rows of `phone_route` are few (numbers that moved, pins) and all
 * of them are kept; the route of a phone is kept for the phones that were
 * asked about last, a number is read only for the others.  With a rollback all
 * that was learned since goes.  Without routes nothing is kept or read.
 *
 * A text's lane says which links may claim it (message_row.h).  When the
 * routes change, store_route_step() moves what waits, a few rows a turn; until
 * a text was moved nobody claims it by the old routes, for whoever claims asks
 * store_route_of() too. */
#ifndef GATEWAY_STORE_STORE_ROUTE_H
#define GATEWAY_STORE_STORE_ROUTE_H

#include "gateway/core/route.h"
#include "gateway/store/store_message.h"

/* From now on these routes (outlive their use; NULL: none).  The writer only,
 * between turns. */
void store_route_use(struct store *store, const struct route_table *table);
const struct route_table *store_route_table(const struct store *store);
/* Are there any? */
bool store_route_any(const struct store *store);

/* The route of a phone's texts of that class; NULL: none (if there are any).
 * `number`: whoever knows it saves reading it; else NULL. */
const struct route *store_route_of(struct store *store, int64_t phone_id,
    const char *number, enum message_class class_);
/* The lane group that its texts wait in: ROUTE_GROUP_ANY without routes.  The
 * person's number may be known; 0: not who it is. */
int64_t store_route_group(struct store *store, int64_t phone_id,
    int64_t person_id, enum message_class class_);
/* All of it, for people: past the memory of phones.  phone_id 0: a number that
 * never was here. */
void store_route_match(struct store *store, struct route_match *out,
    int64_t phone_id, const char *number, enum message_class class_);

/* Link id; 0: none. */
int64_t store_route_pinned(struct store *store, int64_t phone_id);
void store_route_pin(struct store *store, int64_t phone_id, int64_t link_id);
/* That number wrote by that link (its position in the table). */
void store_route_heard(
    struct store *store, int64_t phone_id, const char *number, size_t link);

/* Moves at most `limit` waiting texts to the lanes of the present routes; in
 * a turn.  True: there are more. */
bool store_route_step(struct store *store, int limit);

struct store_route;
struct store_route *store_route_new(void);
void store_route_free(struct store_route **route);
/* The transaction ended without its changes. */
void store_route_forget(struct store *store);

#endif
