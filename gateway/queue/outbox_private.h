/* outbox_private - shared by outbox (what became of texts), outbox_report (what
 * the network says of them later) and outbox_claim (which go next, and by which
 * link). */
#ifndef GATEWAY_QUEUE_OUTBOX_PRIVATE_H
#define GATEWAY_QUEUE_OUTBOX_PRIVATE_H

#include "gateway/core/route.h"
#include "gateway/queue/gate.h"
#include "gateway/queue/outbox.h"
#include "gateway/queue/quality.h"
#include "gateway/store/store_message.h"

/* How a link stands among the others, as its last claims left it. */
struct outbox_share {
	int thousandths; /* of what it may do, the fullest of its limits */
	uint64_t last; /* the number of its last claim: least recent first */
	bool shut; /* a limit is reached: alarms only */
	bool open; /* it is one of its hours, as of this turn's claims */
	struct gate gate;
	struct quality quality;
	size_t texts; /* claimed in this turn, not given yet */
	int64_t parts; /* of these */
	unsigned urgent; /* answers and questions in a row */
	unsigned turns; /* which class is next to get its small share */
	bool hungry; /* the share of advisories was not used */
};

/* The trade learns what became of its text. */
void outbox_tell(struct outbox *outbox, const struct turn *turn,
    const struct message *m, enum handler_fate fate);

/* False: there is no such text of ours. */
bool outbox_load(const struct turn *turn, int64_t id, struct message *m);
void outbox_fail(struct outbox *outbox, const struct turn *turn,
    const struct message *m, int code, const char *why);

/* outbox_report.c: reports that came before the modem's own answer, and, mr
 * never told, before anybody knew that the answer would not come. */
void outbox_use_kept(struct outbox *outbox, const struct turn *turn,
    const struct link *link, const struct message *m, int64_t mr);
void outbox_use_early(
    struct outbox *outbox, const struct turn *turn, const struct message *m);

/* outbox_claim.c: texts that link may be given now, and its claims. */
size_t outbox_room_of(
    const struct outbox *outbox, const struct turn *turn, size_t at);
void outbox_claim_for(
    struct outbox *outbox, const struct turn *turn, size_t at, int room);
/* outbox_feed.c: what nothing else needs is for broadcasts. */
void outbox_feed(struct outbox *outbox, const struct turn *turn);

/* outbox_route.c: which link should have a text.
 *
 * It is there, and may carry something now. */
bool outbox_sends(const struct outbox *outbox, size_t i);
/* Is another link up that may send what this one may? */
bool outbox_another_sends(const struct outbox *outbox, const struct link *link);
/* That very text, by the routes. */
bool outbox_another_carries(const struct outbox *outbox,
    const struct turn *turn, const struct link *link, const struct message *m);
/* Do the routes give that text to link `at`, now?  False: never, or another
 * link should have it and can soon. */
bool outbox_route_gives(const struct outbox *outbox, const struct turn *turn,
    const struct message *m, size_t at);
/* The lane groups that link `at` claims from; how many. */
size_t outbox_route_groups(const struct outbox *outbox, const struct turn *turn,
    size_t at, int64_t left_ms,
    struct message_claim_group out[ROUTE_ROUTES_MAX]);
struct route_person outbox_route_person(
    const struct outbox *outbox, const struct turn *turn, int64_t phone_id);
struct route_fact outbox_route_fact(const struct outbox *outbox, size_t at);
/* Does its route send it once more by another link? */
bool outbox_route_resends(const struct turn *turn, const struct message *m);
/* One text of that link ended; and, at the start, those of late. */
void outbox_quality(
    struct outbox *outbox, int64_t link_id, bool arrived, int64_t now_ms);
void outbox_look_back(struct outbox *outbox, const struct turn *turn);
/* Fails what waits for a link that there is none of. */
void outbox_refuse_nowhere(struct outbox *outbox, const struct turn *turn);

/* The network did not take the rest of that text: it costs nothing. */
void outbox_give_back(const struct turn *turn, const struct link *link,
    const struct message *m, int parts_done);

#endif
