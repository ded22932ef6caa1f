/* outbox - what became of the texts we sent, and which go next.
 *
 * Inside the turn's transaction: outcomes and delivery reports move rows along
 * their states and tell the trade; unknown ones are settled by a report, else
 * by the policy of their class; due rows are claimed for the free places in
 * the links' windows.  The claimed texts are kept here until the commit is
 * through; only then does outbox_send() give them to their links. */
#ifndef GATEWAY_QUEUE_OUTBOX_H
#define GATEWAY_QUEUE_OUTBOX_H

#include "gateway/core/handler.h"
#include "gateway/core/link.h"
#include "gateway/queue/broadcast.h"
#include "gateway/store/store_message.h"

#define OUTBOX_LINKS_MAX 256 /* the others never send */

struct outbox_claim; /* one claimed text */
struct outbox_share;

struct outbox {
	const struct handler_table *handlers;
	void *trade;
	struct link **links; /* owned by wire */
	size_t links_count;
	struct outbox_claim *claims, **claims_last;
	size_t claims_count;
	struct broadcast_feed feed; /* of the broadcasts that run */
	int64_t feed_rests_ms; /* what was made could not leave: not before */
	struct outbox_share *share; /* owned; one for each link */
	struct message_lanes lanes; /* of this turn's claims */
	bool looked_back; /* at how texts ended before the start */
	bool moving; /* texts are being moved to the lanes of new routes */
	/* The last text for which there was no route, and in which table. */
	int64_t nowhere_ms;
	const void *nowhere_in;
	char nowhere[PARTY_OCTETS];
	struct link_counts linkless; /* of texts that no link ever took */
	uint64_t claim_number; /* of claims so far, for whose turn it is */
};

void outbox_init(struct outbox *outbox, const struct handler_table *handlers,
    void *trade, struct link **links, size_t links_count);
void outbox_free(struct outbox *outbox);

void outbox_outcome(struct outbox *outbox, const struct turn *turn,
    struct link *link, const struct msg_outcome *outcome);
/* An `intake.on_report`. */
void outbox_report(void *outbox, const struct turn *turn, struct link *link,
    int64_t phone_id, const struct msg_in *report);

/* Unknown texts whose waiting time is over, and texts that became stale; at
 * most some a turn.  True: there may be more, and another turn should come. */
bool outbox_settle(struct outbox *outbox, const struct turn *turn);

/* Claims for every link with room: who has used the smallest part of what it
 * may send comes first. */
void outbox_claim(struct outbox *outbox, const struct turn *turn);

/* At start: texts that were `sending` when we died become unknown, in a
 * transaction of their own. */
void outbox_recover(
    struct store *store, const struct market *market, int64_t now_ms);

/* When a broadcast goes on by itself; now: when there is room. INT64_MAX: none
 * runs. */
int64_t outbox_feed_ms(const struct outbox *outbox, int64_t now_ms);

/* When a link may have room again although nothing happens: its hour begins,
 * its rate allows the next one.  INT64_MAX: never. */
int64_t outbox_room_ms(
    const struct outbox *outbox, const struct market *market, int64_t now_ms);

/* A number to which no link may carry texts: of the last hour, by the present
 * routes; "": none. */
void outbox_nowhere(const struct outbox *outbox, const struct turn *turn,
    char dst[PARTY_OCTETS]);

/* After the commit: every claimed text to its link. */
void outbox_send(struct outbox *outbox, int64_t now_ms);
/* The commit failed: the claims never happened. */
void outbox_forget(struct outbox *outbox);

#endif
