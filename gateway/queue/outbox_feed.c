/* When broadcasts get their texts made: links have room after everything that
 * waits was claimed; and, while answers never end, now and then one, so that
 * the small share of advisories (outbox_claim) is not empty. */
#include "gateway/queue/outbox_private.h"

#include "gateway/queue/budget.h"
#include "gateway/queue/ceiling.h"

/* What was made and could not leave waits in the queue: the people of a link
 * that is down, say.  Then so long nothing more is made. */
#define FEED_PAUSE_MS 1000

/* Room for advisories, by its class, its day and its month. */
static size_t
room_for_advisories(
    const struct outbox *outbox, const struct turn *turn, size_t at)
{
	const struct link *link = outbox->links[at];
	unsigned bit = MESSAGE_CLASS_BIT(MESSAGE_ADVISORY);
	struct ceiling ceiling;
	struct budget budget;
	if ((gate_classes(link) & bit) == 0)
		return 0;
	size_t room = outbox_room_of(outbox, turn, at);
	if (room == 0)
		return 0;
	ceiling_open(&ceiling, turn, link);
	budget_open(&budget, turn, link);
	return (ceiling_classes(ceiling.state) & budget_classes(&budget) &
		   bit) != 0
		   ? room
		   : 0;
}

static size_t
room_of_all(const struct outbox *outbox, const struct turn *turn)
{
	size_t room = 0;
	for (size_t i = 0; i < outbox->links_count; i++)
		room += room_for_advisories(outbox, turn, i);
	return room;
}

static bool
advisories_wait(const struct outbox *outbox, int64_t now_ms)
{
	for (size_t i = 0; i < outbox->lanes.count; i++)
		if (outbox->lanes.row[i].lane > 0 &&
		    outbox->lanes.row[i].lane % 8 == MESSAGE_ADVISORY &&
		    outbox->lanes.row[i].due_ms <= now_ms)
			return true;
	return false;
}

/* One for the share that was not used. */
static size_t
room_of_share(struct outbox *outbox, const struct turn *turn)
{
	size_t room = 0;
	for (size_t i = 0; i < outbox->links_count; i++) {
		if (outbox->share[i].hungry && outbox_sends(outbox, i) &&
		    (gate_classes(outbox->links[i]) &
			MESSAGE_CLASS_BIT(MESSAGE_ADVISORY)) != 0)
			room = 1;
		outbox->share[i].hungry = false;
	}
	return advisories_wait(outbox, turn->now_ms) ? 0 : room;
}

static void
claim_made(struct outbox *outbox, const struct turn *turn, int made)
{
	size_t before = outbox->claims_count;
	store_message_lanes(turn->store, &outbox->lanes);
	for (size_t i = 0; i < outbox->links_count; i++) {
		size_t room = room_for_advisories(outbox, turn, i);
		if (room > 0)
			outbox_claim_for(outbox, turn, i, (int)room);
	}
	if (outbox->claims_count - before < (size_t)made)
		outbox->feed_rests_ms = turn->now_ms + FEED_PAUSE_MS;
}

void
outbox_feed(struct outbox *outbox, const struct turn *turn)
{
	struct broadcast first;
	struct broadcast_feed *feed = &outbox->feed;
	feed->due_ms = INT64_MAX;
	feed->more = false;
	if (!store_broadcast_next(turn->store, 0, &first))
		return;
	bool rests = outbox->feed_rests_ms > turn->now_ms &&
		     outbox->feed_rests_ms <= turn->now_ms + FEED_PAUSE_MS;
	size_t room = rests ? 0 : room_of_all(outbox, turn);
	size_t share = room == 0 && !rests ? room_of_share(outbox, turn) : 0;
	int made = broadcast_make(feed, turn, room + share);
	if (made > 0 && room > 0)
		claim_made(outbox, turn, made);
}

int64_t
outbox_feed_ms(const struct outbox *outbox, int64_t now_ms)
{
	int64_t due_ms = outbox->feed.due_ms;
	if (due_ms <= now_ms && outbox->feed_rests_ms > now_ms)
		return outbox->feed_rests_ms;
	return due_ms;
}
