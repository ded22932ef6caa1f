#include "gateway/queue/outbox_explain.h"

#include <stdio.h>
#include <string.h>

#include "gateway/queue/budget.h"
#include "gateway/queue/ceiling.h"
#include "gateway/queue/outbox_private.h"
#include "gateway/store/store_person.h"
#include "gateway/store/store_route.h"

/* -- may it? --------------------------------------------------------------- */

/* As the claim would find its limits. */
static bool
is_within_limits(
    const struct turn *turn, const struct link *link, enum message_class class_)
{
	struct ceiling ceiling;
	struct budget budget;
	ceiling_open(&ceiling, turn, link);
	budget_open(&budget, turn, link);
	return (ceiling_classes(ceiling.state) & budget_classes(&budget) &
		   MESSAGE_CLASS_BIT(class_)) != 0;
}

/* NULL: nothing is against it. */
static const char *
against(const struct turn *turn, const struct link *link,
    const struct outbox_question *asked)
{
	if (link->state != LINK_UP)
		return "it is not up";
	if ((gate_classes(link) & MESSAGE_CLASS_BIT(asked->class_)) == 0)
		return "it does not take this class";
	if (asked->question && !link->two_way)
		return "it takes no questions: nobody can answer by it";
	if (!gate_open(link, turn->market, turn->clock_sure, turn->now_ms))
		return "it is not one of its hours";
	if (link->credit.spent)
		return "its SIM cannot pay for a text";
	if (!is_within_limits(turn, link, asked->class_))
		return "a limit is reached";
	if (link->silent)
		return "what it takes seems not to arrive";
	return NULL;
}

static void
add_link(struct outbox_answer *out, const struct outbox *outbox,
    const struct turn *turn, size_t at, int weight)
{
	if (out->links_count == OUTBOX_ANSWER_LINKS ||
	    at >= outbox->links_count)
		return;
	const struct link *link = outbox->links[at];
	const char *why = against(turn, link, &out->asked);
	struct outbox_answer_link *l = &out->link[out->links_count++];
	*l = (struct outbox_answer_link){
	    .name = link->name,
	    .may = why == NULL,
	    .room = gate_room(&outbox->share[at].gate, link, turn->market,
		turn->clock_sure, turn->now_ms),
	    .cost_minor = link->cost_minor,
	    .quality = outbox_route_fact(outbox, at).quality,
	    .weight = weight,
	};
	if (why != NULL)
		snprintf(l->why, sizeof(l->why), "%s (%s)", why,
		    link_state_name(link->state));
	if (why != NULL && link->state == LINK_UP)
		snprintf(l->why, sizeof(l->why), "%s", why);
}

/* -- in which order? ------------------------------------------------------- */

static void
place(struct outbox_answer *out, const struct outbox *outbox, size_t at,
    int place, const struct route_person *who)
{
	for (size_t i = 0; i < out->links_count; i++) {
		struct outbox_answer_link *l = &out->link[i];
		if (l->name != outbox->links[at]->name)
			continue;
		l->place = place;
		snprintf(l->why, sizeof(l->why), "%s",
		    (int)at == who->pinned     ? "this phone is pinned to it"
		    : (int)at == who->wrote_on ? "the person wrote by it last"
					       : "");
	}
}

static void
order_by_route(struct outbox_answer *out, const struct outbox *outbox,
    const struct route_person *who)
{
	struct route_fact facts[ROUTE_LINKS_MAX];
	uint16_t order[ROUTE_LINKS_MAX];
	for (size_t i = 0; i < out->route->links_count; i++) {
		facts[i] = outbox_route_fact(outbox, out->route->link[i]);
		facts[i].usable =
		    i < out->links_count ? out->link[i].may : false;
	}
	size_t count = route_order(order, out->route, who, facts);
	for (size_t i = 0; i < count; i++)
		place(out, outbox, order[i], (int)i + 1, who);
}

/* Whom the person knows; then all alike. */
static void
order_by_plans(struct outbox_answer *out, const struct outbox *outbox,
    const struct route_person *who)
{
	const int wish[] = {who->pinned, who->wrote_on};
	int next = 1;
	for (size_t i = 0; i < 2; i++)
		if (wish[i] >= 0 && (size_t)wish[i] < out->links_count &&
		    out->link[wish[i]].may && out->link[wish[i]].place == 0)
			place(out, outbox, (size_t)wish[i], next++, who);
	for (size_t i = 0; i < out->links_count; i++)
		if (out->link[i].may && out->link[i].place == 0)
			place(out, outbox, i, next, who);
}

static void
choose(struct outbox_answer *out)
{
	int best = -1, full = -1;
	for (int i = 0; i < (int)out->links_count; i++) {
		const struct outbox_answer_link *l = &out->link[i];
		if (l->place == 0)
			continue;
		int *slot = l->room > 0 ? &best : &full;
		if (*slot < 0 || l->place < out->link[*slot].place)
			*slot = i;
	}
	bool patient = full >= 0 && (best < 0 || out->link[full].place <
						     out->link[best].place);
	out->takes = best;
	out->waits_for = patient ? full : -1;
}

void
outbox_explain(struct outbox_answer *out, const struct outbox *outbox,
    const struct turn *turn, const struct outbox_question *asked)
{
	const struct route_table *table = store_route_table(turn->store);
	struct route_match match;
	int64_t phone_id = 0, person_id;
	*out = (struct outbox_answer){.asked = *asked};
	out->known =
	    store_phone_find(turn->store, asked->number, &phone_id, &person_id);
	out->blocked = market_blocked(turn->market, asked->number);
	store_route_match(
	    turn->store, &match, phone_id, asked->number, asked->class_);
	out->routes = route_table_routes(table);
	out->operator_ = route_operator_name(table, match.operator_);
	out->country = route_operator_country(table, match.operator_);
	out->learned = match.learned;
	out->route = match.route;
	out->prefix = match.prefix;
	struct route_person who = outbox_route_person(outbox, turn, phone_id);
	if (!out->known)
		who.phone_id = store_phone_next(turn->store); /* for shares */
	if (out->routes == 0) {
		for (size_t i = 0; i < outbox->links_count; i++)
			add_link(out, outbox, turn, i, 1);
		order_by_plans(out, outbox, &who);
	} else if (out->route != NULL) {
		for (size_t i = 0; i < out->route->links_count; i++)
			add_link(out, outbox, turn, out->route->link[i],
			    out->route->weight[i]);
		order_by_route(out, outbox, &who);
	}
	choose(out);
}
