/* restore_mark - what a restored store must not do on its own.
 *
 * A backup is a moment that is over.  What happened since is unknown here and
 * known on the phones: texts were sent, answered, codes given.  So, before the
 * daemon sees it again, in one transaction:
 *
 *   texts that had not left    are held (store_held.h) until somebody says so:
 *                              they may have left long ago
 *   orders' timers             stand still as long: nobody loses an order to a
 *                              time in which he could not answer
 *   open questions             are closed: "1" may answer a later one
 *   codes                      the next ones are a sign longer than those that
 *                              may have been given since, as long as some
 *                              hundred orders
 *   ids of orders, messages    skip ahead, so that none of those since is used
 *   and feedback               again
 *   broadcasts, news           are paused, ended: who was met since is unknown
 *   words by text, sessions    are void
 *   the audit                  has a row "restore" with what was restored */
#ifndef GATEWAY_STORE_RESTORE_MARK_H
#define GATEWAY_STORE_RESTORE_MARK_H

#include "gateway/store/store.h"

#define RESTORE_SKIP_MESSAGES 1000000
#define RESTORE_SKIP_ORDERS 100000
#define RESTORE_SKIP_FEEDBACK 1000

struct restore_mark {
	int64_t made_ms; /* when the backup was made */
	int64_t now_ms;
	const char *actor; /* "admin:root" */
	const char *name; /* of its file */
};

/* In a transaction; how many texts are held now. */
int64_t restore_mark_put(struct store *store, const struct restore_mark *mark);

#endif
