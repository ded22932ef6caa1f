/* Which link should have a text: the routes (core/route.h), asked for each text
 * that a claim meets.  From memory, but for the last messages of a person when
 * there is a choice. */
#include <inttypes.h>
#include <stdio.h>

#include "base/log.h"
#include "gateway/queue/outbox_private.h"
#include "gateway/store/store_route.h"

/* So long a text waits for the link that is first in its order. */
#define PREFER_MS 8000
#define PREFER_LOOK 8 /* messages of that person */
/* So long a text that a report called failed is not given to the link by which
 * it failed; then to whoever is there. */
#define FAILED_THERE_MS INT64_C(600000)
#define NOWHERE_A_TURN 512
#define NOWHERE_MS INT64_C(3600000)

bool
outbox_sends(const struct outbox *outbox, size_t i)
{
	const struct link *link = outbox->links[i];
	return link->state == LINK_UP && !link->silent && !link->credit.spent &&
	       !outbox->share[i].shut && outbox->share[i].open;
}

/* A report said failed, and it waits to go by another link. */
static bool
failed_there(
    const struct turn *turn, const struct message *m, const struct link *link)
{
	return m->state == MESSAGE_QUEUED && m->repeated_spent && m->code > 0 &&
	       m->link_id == link->id &&
	       turn->now_ms - m->changed_ms < FAILED_THERE_MS;
}

/* Step 3 of the rule, for a link that does not ask for itself. */
static bool
usable(const struct outbox *outbox, const struct turn *turn,
    const struct message *m, size_t i)
{
	const struct link *link = outbox->links[i];
	return outbox_sends(outbox, i) &&
	       gate_takes(link, (int)m->class_, m->question) &&
	       !(m->state == MESSAGE_REFUSED && m->link_id == link->id) &&
	       !failed_there(turn, m, link);
}

static const struct route *
route_of(const struct turn *turn, const struct message *m)
{
	return store_route_of(turn->store, m->phone_id,
	    m->number[0] != '\0' ? m->number : NULL, m->class_);
}

bool
outbox_another_sends(const struct outbox *outbox, const struct link *link)
{
	for (size_t i = 0; i < outbox->links_count; i++)
		if (outbox->links[i] != link && outbox_sends(outbox, i) &&
		    (gate_classes(outbox->links[i]) & gate_classes(link)) != 0)
			return true;
	return false;
}

bool
outbox_another_carries(const struct outbox *outbox, const struct turn *turn,
    const struct link *link, const struct message *m)
{
	if (!store_route_any(turn->store))
		return outbox_another_sends(outbox, link);
	const struct route *route = route_of(turn, m);
	for (size_t i = 0; route != NULL && i < route->links_count; i++) {
		size_t at = route->link[i];
		if (at < outbox->links_count && outbox->links[at] != link &&
		    usable(outbox, turn, m, at))
			return true;
	}
	return false;
}

/* -- whose it is ----------------------------------------------------------- */

/* The link by which that person wrote last; 0: none that is known. */
static bool
note_way(void *arg, const struct message *m)
{
	int64_t *link_id = arg;
	if (!m->out)
		*link_id = m->link_id;
	return m->out;
}

static int
position(const struct outbox *outbox, int64_t link_id)
{
	for (size_t i = 0; link_id != 0 && i < outbox->links_count; i++)
		if (outbox->links[i]->id == link_id)
			return (int)i;
	return -1;
}

struct route_person
outbox_route_person(
    const struct outbox *outbox, const struct turn *turn, int64_t phone_id)
{
	int64_t way = 0;
	store_message_heads(turn->store, phone_id, PREFER_LOOK, note_way, &way);
	return (struct route_person){.phone_id = phone_id,
	    .pinned =
		position(outbox, store_route_pinned(turn->store, phone_id)),
	    .wrote_on = position(outbox, way)};
}

/* Without routes the links share by what their plans allow, so nobody is first
 * but whom the person knows. */
static int
first_of_all(const struct outbox *outbox, const struct turn *turn,
    const struct message *m, size_t at)
{
	struct route_person who =
	    outbox_route_person(outbox, turn, m->phone_id);
	const int wish[] = {who.pinned, who.wrote_on};
	for (size_t i = 0; i < 2; i++)
		if (wish[i] == (int)at ||
		    (wish[i] >= 0 && usable(outbox, turn, m, (size_t)wish[i])))
			return wish[i];
	return (int)at;
}

static int
first_of_route(const struct outbox *outbox, const struct turn *turn,
    const struct message *m, const struct route *route, size_t at)
{
	struct route_fact facts[ROUTE_LINKS_MAX];
	uint16_t order[ROUTE_LINKS_MAX];
	size_t usables = 0;
	for (size_t i = 0; i < route->links_count; i++) {
		size_t link = route->link[i];
		facts[i] = outbox_route_fact(outbox, link);
		facts[i].usable = link == at ? !outbox->links[at]->silent
					     : usable(outbox, turn, m, link);
		usables += facts[i].usable;
	}
	if (usables == 0)
		return (int)at; /* silent, and nobody is better */
	struct route_person who = {m->phone_id, -1, -1};
	if (usables > 1)
		who = outbox_route_person(outbox, turn, m->phone_id);
	route_order(order, route, &who, facts);
	return order[0];
}

bool
outbox_route_gives(const struct outbox *outbox, const struct turn *turn,
    const struct message *m, size_t at)
{
	if (!store_route_any(turn->store))
		return m->class_ == MESSAGE_ALARM ||
		       turn->now_ms - m->due_ms >= PREFER_MS ||
		       first_of_all(outbox, turn, m, at) == (int)at;
	const struct route *route = route_of(turn, m);
	if (route == NULL || route_has(route, at) < 0)
		return false;
	if (failed_there(turn, m, outbox->links[at]))
		return false;
	if (route->links_count == 1 ||
	    (!outbox->links[at]->silent &&
		(m->class_ == MESSAGE_ALARM ||
		    turn->now_ms - m->due_ms >= PREFER_MS)))
		return true;
	return first_of_route(outbox, turn, m, route, at) == (int)at;
}

struct route_fact
outbox_route_fact(const struct outbox *outbox, size_t at)
{
	if (at >= outbox->links_count)
		return (struct route_fact){.usable = false};
	const struct link *link = outbox->links[at];
	return (struct route_fact){.usable = outbox_sends(outbox, at),
	    .cost_minor = link->cost_minor,
	    .quality =
		quality_of(&outbox->share[at].quality, link->terms.quality)};
}

bool
outbox_route_resends(const struct turn *turn, const struct message *m)
{
	const struct route *route =
	    store_route_any(turn->store) ? route_of(turn, m) : NULL;
	return route != NULL && route->resend;
}

void
outbox_quality(
    struct outbox *outbox, int64_t link_id, bool arrived, int64_t now_ms)
{
	int at = position(outbox, link_id);
	if (at >= 0)
		quality_note(&outbox->share[at].quality, arrived, now_ms);
}

static void
note_end(
    void *arg, int64_t link_id, enum message_state state, int64_t changed_ms)
{
	if (state == MESSAGE_DELIVERED || state == MESSAGE_FAILED)
		outbox_quality(
		    arg, link_id, state == MESSAGE_DELIVERED, changed_ms);
}

void
outbox_look_back(struct outbox *outbox, const struct turn *turn)
{
	if (outbox->looked_back || !store_route_any(turn->store))
		return;
	outbox->looked_back = true;
	for (size_t i = 0; i < outbox->links_count; i++)
		outbox->share[i].quality = (struct quality){.hour = 0};
	store_message_ends(
	    turn->store, QUALITY_TEXTS_AT_START, note_end, outbox);
}

/* -- a link's lanes -------------------------------------------------------- */

static bool
another_of(const struct outbox *outbox, const struct route *route, size_t at)
{
	for (size_t i = 0; i < route->links_count; i++) {
		size_t link = route->link[i];
		if (link != at && link < outbox->links_count &&
		    outbox_sends(outbox, link) &&
		    (gate_classes(outbox->links[link]) &
			gate_classes(outbox->links[at])) != 0)
			return true;
	}
	return false;
}

size_t
outbox_route_groups(const struct outbox *outbox, const struct turn *turn,
    size_t at, int64_t left_ms,
    struct message_claim_group out[ROUTE_ROUTES_MAX])
{
	const struct route_table *table = store_route_table(turn->store);
	size_t count = 0;
	for (size_t i = 0; i < route_table_routes(table); i++) {
		const struct route *route = route_table_get(table, i);
		size_t k = 0;
		while (k < count && out[k].group != route->group)
			k++;
		if (k < count || route_has(route, at) < 0)
			continue;
		out[count++] =
		    (struct message_claim_group){.group = route->group,
			.left_to_others_ms =
			    another_of(outbox, route, at) ? left_ms : 0};
	}
	return count;
}

/* -- texts that no link may carry ------------------------------------------ */

struct nowhere {
	struct outbox *outbox;
	const struct turn *turn;
};

static bool
refuse(void *arg, const struct message *m, int64_t group)
{
	struct nowhere *n = arg;
	char why[96], masked[PARTY_OCTETS];
	(void)group;
	if (route_of(n->turn, m) != NULL)
		return false; /* by newer routes: it is about to be moved */
	snprintf(why, sizeof(why), "no link may carry texts to %s: add a route",
	    m->number);
	log_event(LOG_WARN, "outbox", "no_route", "msg=%" PRId64 " phone=%s",
	    m->id, log_phone(masked, sizeof(masked), m->number));
	n->outbox->nowhere_ms = n->turn->now_ms;
	n->outbox->nowhere_in = store_route_table(n->turn->store);
	str_copy(n->outbox->nowhere, sizeof(n->outbox->nowhere),
	    str_from(m->number));
	outbox_fail(n->outbox, n->turn, m, 0, why);
	return false;
}

void
outbox_refuse_nowhere(struct outbox *outbox, const struct turn *turn)
{
	struct nowhere n = {outbox, turn};
	if (!message_lanes_has(&outbox->lanes, ROUTE_GROUP_NONE))
		return;
	struct message_claim claim = {
	    .link_id = ROUTE_GROUP_NONE,
	    .two_way = true,
	    .now_ms = turn->now_ms,
	    .limit = NOWHERE_A_TURN,
	    .lanes = &outbox->lanes,
	    .only_own = true,
	    .classes = MESSAGE_CLASSES_ALL,
	    .may = refuse,
	    .arg = &n,
	};
	store_message_claim_some(turn->store, &claim);
}

void
outbox_nowhere(const struct outbox *outbox, const struct turn *turn,
    char dst[PARTY_OCTETS])
{
	bool still = outbox->nowhere_ms != 0 &&
		     turn->now_ms - outbox->nowhere_ms < NOWHERE_MS &&
		     outbox->nowhere_in == store_route_table(turn->store);
	str_copy(
	    dst, PARTY_OCTETS, still ? str_from(outbox->nowhere) : STR(""));
}
