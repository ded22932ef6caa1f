/* Which text goes next, and by which link.
 *
 * Links share the work by what their plans allow: who has done the smallest
 * part of it comes first, among equals who waited longest.  A person hears from
 * the number that he wrote to, as long as that link is there; if it is busy,
 * its texts wait for it a few seconds, and if it is gone, not at all.  Nothing
 * here grows with the queue: a claim looks at a few texts more than it takes.
 */
#include "gateway/queue/outbox.h"

#include <stdlib.h>
#include <string.h>

#include "base/fault.h"
#include "base/panic.h"
#include "gateway/queue/budget.h"
#include "gateway/queue/ceiling.h"
#include "gateway/queue/outbox_private.h"
#include "gateway/store/store_route.h"

/* What a link could not send is left to others for so long once it is due, if
 * another is up: a number that one network does not reach, the next one may. */
#define LEFT_TO_OTHERS_MS 30000
/* Waiting texts that a turn moves to the lanes of new routes. */
#define MOVED_A_TURN 256
/* Texts looked at that may turn out not to be for this link. */
#define SPARE_AMONG_LINKS 16
#define SPARE_KNOWN_ONLY 64

struct outbox_claim {
	struct outbox_claim *next;
	struct link *link;
	struct msg_out out;
	char text[];
};

void
outbox_init(struct outbox *outbox, const struct handler_table *handlers,
    void *trade, struct link **links, size_t links_count)
{
	memset(outbox, 0, sizeof(*outbox));
	outbox->handlers = handlers;
	outbox->trade = trade;
	outbox->links = links;
	outbox->links_count = links_count;
	outbox->claims_last = &outbox->claims;
	outbox->share = xcalloc(links_count + 1, sizeof(*outbox->share));
}

void
outbox_forget(struct outbox *outbox)
{
	while (outbox->claims != NULL) {
		struct outbox_claim *claim = outbox->claims;
		outbox->claims = claim->next;
		free(claim);
	}
	outbox->claims_last = &outbox->claims;
	outbox->claims_count = 0;
	for (size_t i = 0; i < outbox->links_count; i++)
		outbox->share[i].texts = outbox->share[i].parts = 0;
}

void
outbox_free(struct outbox *outbox)
{
	outbox_forget(outbox);
	free(outbox->share);
	outbox->share = NULL;
}

void
outbox_give_back(const struct turn *turn, const struct link *link,
    const struct message *m, int parts_done)
{
	int64_t parts = ceiling_give_back(turn, link, m->id, parts_done);
	if (parts > 0)
		budget_give_back(turn, link, m->changed_ms, parts);
}

/* -- one text -------------------------------------------------------------- */

struct claiming {
	struct outbox *outbox;
	struct link *link;
	size_t at; /* its position */
	struct outbox_share *share; /* of that link */
	const struct turn *turn;
	bool others;
	struct ceiling ceiling;
	struct budget budget;
	int64_t parts; /* of the text that was asked about last */
};

/* What is bound to this link makes sense by no other. */
static bool
is_for_this(struct claiming *c, const struct message *m, int64_t group)
{
	if (group == c->link->id)
		return true;
	if (store_route_any(c->turn->store))
		c->ceiling.others = c->budget.others =
		    outbox_another_carries(c->outbox, c->turn, c->link, m);
	else if (!c->others)
		return true;
	return outbox_route_gives(c->outbox, c->turn, m, c->at);
}

static bool
may_leave(void *arg, const struct message *m, int64_t group)
{
	struct claiming *c = arg;
	bool failed = false;
	if (!is_for_this(c, m, group))
		return false;
	if (m->subject == SUBJECT_BROADCAST && !broadcast_may(c->turn, m))
		return false;
	c->parts = ceiling_parts(m);
	if (!budget_may(&c->budget, m, c->parts))
		return false;
	bool may = ceiling_may(&c->ceiling, m, c->parts, &failed);
	if (!may)
		budget_undo(&c->budget, c->parts);
	if (failed)
		outbox_tell(c->outbox, c->turn, m, HANDLER_LOST);
	return may;
}

/* Of a text that goes once more by the same link, what the phone has already:
 * parts from another number it would not join with these. */
static uint16_t
arrived(
    const struct turn *turn, const struct link *link, const struct message *m)
{
	struct message_part part[MSG_PARTS_MAX];
	unsigned bits = 0;
	int count = m->repeated && m->parts_total > 1
			? store_message_parts(turn->store, m->id, part)
			: 0;
	for (int i = 0; i < count; i++)
		if (part[i].state == MESSAGE_PART_DELIVERED &&
		    part[i].link_id == link->id)
			bits |= 1u << part[i].part;
	return (uint16_t)bits;
}

static void
note_claim(void *arg, const struct message *m)
{
	struct claiming *c = arg;
	struct str text = str_from(m->text);
	struct outbox_claim *claim =
	    xcalloc(1, sizeof(*claim) + text.octets + 1);
	memcpy(claim->text, text.at, text.octets);
	claim->link = c->link;
	claim->out.id = m->id;
	claim->out.text = str_of(claim->text, text.octets);
	claim->out.parts_done = (uint8_t)m->parts_done;
	claim->out.parts_arrived = arrived(c->turn, c->link, m);
	claim->out.report = m->class_ != MESSAGE_ADVISORY;
	claim->out.repeat = m->repeated;
	str_copy(claim->out.to, sizeof(claim->out.to), str_from(m->number));
	c->share->texts++;
	c->share->parts += c->parts;
	if (m->class_ == MESSAGE_CONFIRM || m->class_ == MESSAGE_PROPOSAL)
		c->share->urgent++;
	*c->outbox->claims_last = claim;
	c->outbox->claims_last = &claim->next;
	c->outbox->claims_count++;
}

/* -- one link -------------------------------------------------------------- */

static void
note_share(const struct claiming *c, int claimed)
{
	struct outbox_share *share = c->share;
	int month = budget_share(&c->budget);
	int day = ceiling_share(&c->ceiling);
	share->thousandths = month > day ? month : day;
	share->shut =
	    (ceiling_classes(c->ceiling.state) & budget_classes(&c->budget) &
		MESSAGE_CLASS_BIT(MESSAGE_CONFIRM)) == 0;
	if (claimed > 0)
		share->last = ++c->outbox->claim_number;
}

/* Whoever is of the last class waits behind everybody; so that it does not wait
 * for ever while answers never end, one text in so many is of a lesser class,
 * each in its turn.  Alarms go before that. */
#define URGENT_IN_A_ROW 16

static int
claim_share(const struct claiming *c, struct message_claim some)
{
	static const enum message_class turns[] = {MESSAGE_ADVISORY,
	    MESSAGE_NOTICE, MESSAGE_ADVISORY, MESSAGE_PROPOSAL};
	struct outbox_share *share = c->share;
	int owed = (int)(share->urgent / URGENT_IN_A_ROW);
	int limit = some.limit, claimed;
	unsigned classes = some.classes;
	if (owed == 0)
		return 0;
	share->urgent %= URGENT_IN_A_ROW;
	some.classes = classes & MESSAGE_CLASS_BIT(MESSAGE_ALARM);
	claimed = store_message_claim_some(c->turn->store, &some);
	for (unsigned i = 0; i < 4 && owed > 0 && claimed < limit; i++) {
		some.limit = limit - claimed < owed ? limit - claimed : owed;
		some.classes =
		    classes & MESSAGE_CLASS_BIT(turns[share->turns++ % 4]);
		int got = store_message_claim_some(c->turn->store, &some);
		claimed += got;
		owed -= got;
	}
	share->hungry = owed > 0;
	return claimed;
}

static int
claim_some(const struct claiming *c, struct message_claim *some)
{
	int claimed = claim_share(c, *some);
	some->limit -= claimed;
	if (some->limit > 0)
		claimed += store_message_claim_some(c->turn->store, some);
	return claimed;
}

void
outbox_claim_for(
    struct outbox *outbox, const struct turn *turn, size_t at, int room)
{
	struct link *link = outbox->links[at];
	struct claiming c = {.outbox = outbox,
	    .link = link,
	    .at = at,
	    .share = &outbox->share[at],
	    .turn = turn,
	    .others = outbox_another_sends(outbox, link)};
	ceiling_open(&c.ceiling, turn, link);
	budget_open(&c.budget, turn, link);
	c.ceiling.others = c.budget.others = c.others;
	struct message_claim_group groups[ROUTE_ROUTES_MAX];
	struct message_claim some = {
	    .link_id = link->id,
	    .groups = groups,
	    .groups_count = outbox_route_groups(
		outbox, turn, at, LEFT_TO_OTHERS_MS, groups),
	    .lanes = &outbox->lanes,
	    .two_way = link->two_way,
	    .now_ms = turn->now_ms,
	    .left_to_others_ms = c.others ? LEFT_TO_OTHERS_MS : 0,
	    .limit = room,
	    .spare = c.others ? SPARE_AMONG_LINKS : 0,
	    .classes = ceiling_classes(c.ceiling.state) &
		       budget_classes(&c.budget) & gate_classes(link),
	    .may = may_leave,
	    .fn = note_claim,
	    .arg = &c,
	};
	if (budget_known_only(&c.budget))
		some.spare = SPARE_KNOWN_ONLY;
	int claimed = claim_some(&c, &some);
	ceiling_close(&c.ceiling);
	budget_close(&c.budget);
	note_share(&c, claimed);
}

/* -- all links ------------------------------------------------------------- */

static bool
goes_first(const struct outbox *outbox, size_t a, size_t b)
{
	const struct outbox_share *x = &outbox->share[a],
				  *y = &outbox->share[b];
	if (x->thousandths != y->thousandths)
		return x->thousandths < y->thousandths;
	return x->last < y->last;
}

/* A text that the SIM cannot pay would be burnt; one that it most likely
 * cannot, if nothing better is there, goes all the same. */
size_t
outbox_room_of(const struct outbox *outbox, const struct turn *turn, size_t i)
{
	const struct link *link = outbox->links[i];
	struct outbox_share *share = &outbox->share[i];
	if (link->credit.spent ||
	    (link->silent && !store_route_any(turn->store) &&
		outbox_another_sends(outbox, link)))
		return 0;
	size_t room = gate_room(
	    &share->gate, link, turn->market, turn->clock_sure, turn->now_ms);
	return room > share->texts ? room - share->texts : 0;
}

static void
look_at_links(struct outbox *outbox, const struct turn *turn)
{
	for (size_t i = 0; i < outbox->links_count; i++) {
		gate_look(&outbox->share[i].gate, outbox->links[i]);
		outbox->share[i].open = gate_open(outbox->links[i],
		    turn->market, turn->clock_sure, turn->now_ms);
	}
}

static void
claim_waiting(struct outbox *outbox, const struct turn *turn)
{
	size_t order[OUTBOX_LINKS_MAX];
	size_t room[OUTBOX_LINKS_MAX];
	size_t count = 0;
	/* Asked once for all links: mostly nothing waits, and tens of modems
	 * would ask in vain each turn. */
	outbox_look_back(outbox, turn);
	outbox->moving = store_route_step(turn->store, MOVED_A_TURN);
	store_message_lanes(turn->store, &outbox->lanes);
	int64_t due_ms = message_lanes_due(&outbox->lanes);
	if (due_ms == 0 || due_ms > turn->now_ms)
		return;
	outbox_refuse_nowhere(outbox, turn);
	for (size_t i = 0; i < outbox->links_count; i++) {
		if (count == OUTBOX_LINKS_MAX)
			break;
		room[i] = outbox_room_of(outbox, turn, i);
		if (room[i] == 0)
			continue;
		size_t at = count++;
		for (; at > 0 && goes_first(outbox, i, order[at - 1]); at--)
			order[at] = order[at - 1];
		order[at] = i;
	}
	for (size_t i = 0; i < count; i++)
		outbox_claim_for(outbox, turn, order[i], (int)room[order[i]]);
}

void
outbox_claim(struct outbox *outbox, const struct turn *turn)
{
	look_at_links(outbox, turn);
	claim_waiting(outbox, turn);
	outbox_feed(outbox, turn);
}

int64_t
outbox_room_ms(
    const struct outbox *outbox, const struct market *market, int64_t now_ms)
{
	int64_t soonest_ms = INT64_MAX;
	for (size_t i = 0; i < outbox->links_count; i++) {
		int64_t due_ms = gate_due(
		    &outbox->share[i].gate, outbox->links[i], market, now_ms);
		if (due_ms < soonest_ms)
			soonest_ms = due_ms;
	}
	return soonest_ms;
}

void
outbox_send(struct outbox *outbox, int64_t now_ms)
{
	struct outbox_claim *claim = outbox->claims;
	outbox->claims = NULL;
	for (size_t i = 0; i < outbox->links_count; i++)
		gate_given(&outbox->share[i].gate, outbox->links[i],
		    outbox->share[i].texts, outbox->share[i].parts, now_ms);
	outbox_forget(outbox);
	while (claim != NULL) {
		struct outbox_claim *next = claim->next;
		fault_here("send.before");
		claim->link->ops->send(claim->link, &claim->out);
		fault_here("send.after");
		free(claim);
		claim = next;
	}
}
