/* broadcast - one text to very many, a few at a time.
 *
 * A broadcast is one row with a cursor (store_broadcast).  When links have room
 * that nothing else needs, the turn asks for as many texts as fit: the cursor
 * moves on over the people, whoever should have the text gets a row in the
 * queue, all in the turn's transaction.  So whoever writes meanwhile is
 * answered in the next turn, however many are still to be told.
 *
 * Nobody is told twice and nobody is left out, whenever we are stopped: each
 * person is met once, and a phone that several share is asked whether it has
 * this broadcast already.  Left out on purpose: who said STOP, blocked numbers,
 * and whoever came after it began.
 *
 * It rests in quiet hours (unless it may ring at night), while the clock is
 * unsure, before its time, and as its rate says.  Several take turns. */
#ifndef GATEWAY_QUEUE_BROADCAST_H
#define GATEWAY_QUEUE_BROADCAST_H

#include "gateway/core/handler.h"
#include "gateway/store/store_broadcast.h"
#include "gateway/store/store_message.h"

#define BROADCAST_A_TURN 64 /* texts at most */

struct broadcast_feed {
	int64_t last_id; /* which was served last; any value does */
	/* When it may go on by itself; INT64_MAX: nothing runs.  Now: as soon
	 * as links have room. */
	int64_t due_ms;
	bool more; /* it was cut short: another turn should come */
};

/* Queues at most `room` texts of those that run; how many. */
int broadcast_make(
    struct broadcast_feed *feed, const struct turn *turn, size_t room);

/* A text of one, about to leave: false when its broadcast was dropped (then it
 * is dropped, too) or rests (then it is put off). */
bool broadcast_may(const struct turn *turn, const struct message *m);

/* When the next may be made by its rate.  Pure. */
int broadcast_allowed(const struct broadcast *b, int64_t now_ms);
void broadcast_paced(struct broadcast *b, int made, int64_t now_ms);

#endif
