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

/* What a link could not send is left to others for so long once it is due, if
 * another is up: a number that one network does not reach, the next one may. */
#define LEFT_TO_OTHERS_MS 30000
/* So long a text waits for the link that its person knows. */
#define PREFER_MS 8000
#define PREFER_LOOK 8 /* messages of that person */
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
}

void
outbox_free(struct outbox *outbox)
{
	outbox_forget(outbox);
	free(outbox->share);
	outbox->share = NULL;
}

bool
outbox_another_sends(const struct outbox *outbox, const struct link *link)
{
	for (size_t i = 0; i < outbox->links_count; i++)
		if (outbox->links[i] != link &&
		    outbox->links[i]->state == LINK_UP &&
		    !outbox->links[i]->silent && !outbox->share[i].shut)
			return true;
	return false;
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
	struct outbox_share *share; /* of that link */
	const struct turn *turn;
	bool others;
	struct ceiling ceiling;
	struct budget budget;
};

/* The link by which that person wrote last; 0: none that is known. */
static bool
note_way(void *arg, const struct message *m)
{
	int64_t *link_id = arg;
	if (!m->out)
		*link_id = m->link_id;
	return m->out;
}

/* Is there another link that should have it, and can soon? */
static bool
is_for_another(const struct claiming *c, const struct message *m)
{
	int64_t way = 0;
	if (!c->others || m->class_ == MESSAGE_ALARM ||
	    c->turn->now_ms - m->due_ms >= PREFER_MS)
		return false;
	store_message_heads(
	    c->turn->store, m->phone_id, PREFER_LOOK, note_way, &way);
	if (way == 0 || way == c->link->id ||
	    (m->state == MESSAGE_REFUSED && m->link_id == way))
		return false;
	for (size_t i = 0; i < c->outbox->links_count; i++) {
		const struct link *link = c->outbox->links[i];
		if (link->id == way)
			return link->state == LINK_UP && !link->silent &&
			       !c->outbox->share[i].shut &&
			       (link->two_way || !m->question);
	}
	return false;
}

static bool
may_leave(void *arg, const struct message *m)
{
	struct claiming *c = arg;
	bool failed = false;
	if (is_for_another(c, m))
		return false;
	if (!budget_may(&c->budget, m, ceiling_parts(m)))
		return false;
	bool may = ceiling_may(&c->ceiling, m, &failed);
	if (!may)
		budget_undo(&c->budget, ceiling_parts(m));
	if (failed)
		outbox_tell(c->outbox, c->turn, m, HANDLER_LOST);
	return may;
}

/* Of a text that goes once more, what the phone has already. */
static uint16_t
arrived(const struct turn *turn, const struct message *m)
{
	struct message_part part[MSG_PARTS_MAX];
	unsigned bits = 0;
	int count = m->repeated && m->parts_total > 1
			? store_message_parts(turn->store, m->id, part)
			: 0;
	for (int i = 0; i < count; i++)
		if (part[i].state == MESSAGE_PART_DELIVERED)
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
	claim->out.parts_arrived = arrived(c->turn, m);
	claim->out.report = m->class_ != MESSAGE_ADVISORY;
	claim->out.repeat = m->repeated;
	str_copy(claim->out.to, sizeof(claim->out.to), str_from(m->number));
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

static void
claim_for(struct outbox *outbox, const struct turn *turn, size_t at, int room)
{
	struct link *link = outbox->links[at];
	struct claiming c = {.outbox = outbox,
	    .link = link,
	    .share = &outbox->share[at],
	    .turn = turn,
	    .others = outbox_another_sends(outbox, link)};
	ceiling_open(&c.ceiling, turn, link);
	budget_open(&c.budget, turn, link);
	c.ceiling.others = c.budget.others = c.others;
	struct message_claim claim = {
	    .link_id = link->id,
	    .two_way = link->two_way,
	    .now_ms = turn->now_ms,
	    .left_to_others_ms = c.others ? LEFT_TO_OTHERS_MS : 0,
	    .limit = room,
	    .spare = c.others ? SPARE_AMONG_LINKS : 0,
	    .classes =
		ceiling_classes(c.ceiling.state) & budget_classes(&c.budget),
	    .may = may_leave,
	    .fn = note_claim,
	    .arg = &c,
	};
	if (budget_known_only(&c.budget))
		claim.spare = SPARE_KNOWN_ONLY;
	int claimed = store_message_claim_some(turn->store, &claim);
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
static size_t
room_of(const struct outbox *outbox, const struct link *link)
{
	if (link->credit.spent ||
	    (link->silent && outbox_another_sends(outbox, link)))
		return 0;
	return link->ops->room(link);
}

void
outbox_claim(struct outbox *outbox, const struct turn *turn)
{
	size_t order[OUTBOX_LINKS_MAX];
	size_t count = 0;
	/* Asked once for all links: mostly nothing waits, and tens of modems
	 * would ask in vain each turn. */
	int64_t due_ms = store_message_oldest_due(turn->store);
	if (due_ms == 0 || due_ms > turn->now_ms)
		return;
	for (size_t i = 0; i < outbox->links_count; i++) {
		if (room_of(outbox, outbox->links[i]) == 0 ||
		    count == OUTBOX_LINKS_MAX)
			continue;
		size_t at = count++;
		for (; at > 0 && goes_first(outbox, i, order[at - 1]); at--)
			order[at] = order[at - 1];
		order[at] = i;
	}
	for (size_t i = 0; i < count; i++) {
		const struct link *link = outbox->links[order[i]];
		claim_for(outbox, turn, order[i], (int)room_of(outbox, link));
	}
}

void
outbox_send(struct outbox *outbox)
{
	struct outbox_claim *claim = outbox->claims;
	outbox->claims = NULL;
	outbox->claims_last = &outbox->claims;
	outbox->claims_count = 0;
	while (claim != NULL) {
		struct outbox_claim *next = claim->next;
		fault_here("send.before");
		claim->link->ops->send(claim->link, &claim->out);
		fault_here("send.after");
		free(claim);
		claim = next;
	}
}
