/* pool_list - leaders look at their households and at how an order is shared;
 * households at what they brought and have to bring.
 *
 * A list is as long as three SMS are; its end says how to see the rest
 * ("SPLIT #K7F 23": from the 23rd on), so 63 households cost no flood. */
#ifndef HANDLERS_POOL_LIST_H
#define HANDLERS_POOL_LIST_H

#include "gateway/store/store_order.h"
#include "gateway/store/store_pool.h"

#include "handlers/book.h"
#include "handlers/desk.h"
#include "handlers/pool_said.h"

/* HOUSEHOLDS, HOUSEHOLDS 23; HOUSEHOLD Akinyi adds one. */
bool pool_list_households(
    struct desk *desk, const struct book *book, struct str rest);
/* SPLIT #K7F, SPLIT #K7F 23. */
bool pool_list_text(
    struct desk *desk, const struct book *book, struct str rest);
/* To the leader, from the n-th part on. */
void pool_list_split(
    struct desk *desk, const struct order *order, int64_t leader_id, int from);
/* MY by a household without listings.  False: nothing to show. */
bool pool_list_my(struct desk *desk);

/* The households of the sender, for reading names. */
struct pool_folk {
	struct household row[POOL_HOUSEHOLDS_MAX];
	size_t count;
};
struct pool_folk *pool_folk_load(struct desk *desk); /* gives; free() */
/* Reads the text with their names. */
void pool_folk_read(struct pool_said *out, struct desk *desk,
    const struct pool_folk *folk, struct str text);
/* The one household that was named or numbered; NULL: none or several. */
const struct household *pool_folk_one(
    const struct pool_folk *folk, const struct pool_said *said);
/* "Nobody of yours is called so." */
void pool_folk_unknown(struct desk *desk, const struct pool_said *said);

/* The order whose code begins the text, if a line of the sender's in it is
 * shared; cuts the code off. */
bool pool_list_order(struct desk *desk, const struct book *book,
    struct str *rest, struct order *order);

#endif
