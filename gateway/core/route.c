#include "gateway/core/route.h"

#include <string.h>

#include "gateway/core/route_private.h"

/* A learned operator of whom no prefix fits counts more than a calling code. */
#define LEARNED_DIGITS 4
#define QUALITY_STEP 50 /* thousandths: less is chance */
#define QUALITY_UNKNOWN 1000 /* a new link is tried */

/* -- a number, length by length -------------------------------------------- */

struct number {
	uint64_t digits[ROUTE_DIGITS_MAX + 1]; /* of its first i digits */
	size_t length;
	bool plus;
};

/* False: letters, which only "*" fits. */
static bool
read_number(struct number *n, const char *written)
{
	*n = (struct number){.plus = written[0] == '+'};
	for (const char *at = written + n->plus; *at != 0; at++) {
		if (*at < '0' || *at > '9' || n->length == ROUTE_DIGITS_MAX) {
			*n = (struct number){.length = 0};
			return false;
		}
		n->digits[n->length + 1] =
		    n->digits[n->length] * 10 + (uint64_t)(*at - '0');
		n->length++;
	}
	return true;
}

static const struct route_place *
look_up(const struct route_table *t, const struct number *n, size_t length,
    bool plus, bool exact)
{
	if ((t->lengths[plus][exact] >> length & 1) == 0)
		return NULL;
	const struct route_place *p =
	    route_place(t, route_key(n->digits[length], length, plus, exact));
	return p->key != 0 ? p : NULL;
}

/* The steps of a look-up, most exact first: the number itself, its prefixes
 * from the longest to none, and last "*", which has neither plus nor digits. */
struct walk {
	const struct route_table *table;
	struct number number;
	size_t step, steps;
	size_t length; /* of the place that was given last */
};

static void
walk_begin(struct walk *w, const struct route_table *t, const char *number)
{
	bool digits;
	*w = (struct walk){.table = t};
	digits = read_number(&w->number, number);
	w->step = digits ? 0 : 1;
	w->steps = w->number.length + (w->number.plus ? 3 : 2);
}

static bool
walk_next(struct walk *w, const struct route_place **place_out)
{
	const struct number *n = &w->number;
	*place_out = NULL;
	while (w->step < w->steps && *place_out == NULL) {
		size_t step = w->step++;
		bool exact = step == 0;
		bool any = n->plus && step == n->length + 2;
		w->length = exact || any ? (exact ? n->length : 0)
					 : n->length - (step - 1);
		*place_out =
		    look_up(w->table, n, w->length, n->plus && !any, exact);
	}
	return *place_out != NULL;
}

/* -- operators ------------------------------------------------------------- */

int
route_operator(
    const struct route_table *t, const char *number, size_t *digits_out)
{
	struct walk w;
	const struct route_place *place;
	if (digits_out != NULL)
		*digits_out = 0;
	if (t == NULL || t->operators_count == 0)
		return ROUTE_NO_OPERATOR;
	walk_begin(&w, t, number);
	while (walk_next(&w, &place)) {
		if (place->operator_ == ROUTE_NO_OPERATOR)
			continue;
		if (digits_out != NULL)
			*digits_out = w.length;
		return place->operator_;
	}
	return ROUTE_NO_OPERATOR;
}

int
route_operator_heard(const struct route_table *t, size_t link)
{
	return t != NULL && link < ROUTE_LINKS_ALL ? t->heard[link]
						   : ROUTE_NO_OPERATOR;
}

int
route_operator_named(const struct route_table *t, const char *name)
{
	for (size_t i = 0; t != NULL && i < t->operators_count; i++)
		if (strcmp(t->operators[i].name, name) == 0)
			return (int)i;
	return ROUTE_NO_OPERATOR;
}

const char *
route_operator_name(const struct route_table *t, int operator_)
{
	return t != NULL && operator_ >= 0 ? t->operators[operator_].name : "";
}

const char *
route_operator_country(const struct route_table *t, int operator_)
{
	return t != NULL && operator_ >= 0 ? t->operators[operator_].country
					   : "";
}

/* -- routes ---------------------------------------------------------------- */

/* The first of those refs that is for this class and this operator. */
static const struct route *
pick(const struct route_table *t, size_t first, size_t count, int operator_,
    unsigned class_)
{
	for (size_t i = first; i < first + count; i++) {
		const struct route_ref *ref = &t->refs[i];
		const struct route *route = &t->routes[ref->route];
		if ((ref->operator_ == ROUTE_NO_OPERATOR ||
			ref->operator_ == operator_) &&
		    (route->classes >> class_ & 1) != 0)
			return route;
	}
	return NULL;
}

static void
note_prefix(struct route_prefix *out, const struct walk *w)
{
	const struct number *n = &w->number;
	uint64_t digits = n->digits[w->length];
	out->exact = w->step == 1;
	out->plus = n->plus && w->step < w->steps;
	out->digits[w->length] = 0;
	for (size_t i = w->length; i > 0; i--, digits /= 10)
		out->digits[i - 1] = (char)('0' + digits % 10);
}

/* A learned operator's routes, at the length at which the table had taken the
 * number for another's. */
struct learned {
	size_t reach;
	const struct route *route;
};

static struct learned
find_learned(const struct route_table *t, const char *number, int operator_,
    unsigned class_)
{
	struct learned l = {.route = NULL};
	const struct route_operator *o = &t->operators[operator_];
	if (route_operator(t, number, &l.reach) == ROUTE_NO_OPERATOR)
		l.reach = LEARNED_DIGITS;
	l.route = pick(t, o->first, o->count, operator_, class_);
	return l;
}

void
route_find(struct route_match *out, const struct route_table *t,
    const char *number, int learned, unsigned class_)
{
	struct walk w;
	const struct route_place *place;
	struct learned l = {.route = NULL};
	*out =
	    (struct route_match){.operator_ = route_operator(t, number, NULL)};
	if (t == NULL || t->routes_count == 0)
		return;
	if (learned != ROUTE_NO_OPERATOR && learned != out->operator_) {
		out->operator_ = learned;
		out->learned = true;
		l = find_learned(t, number, learned, class_);
	}
	walk_begin(&w, t, number);
	while (out->route == NULL && walk_next(&w, &place)) {
		if (l.route != NULL && w.length < l.reach)
			break;
		out->route =
		    pick(t, place->first, place->count, out->operator_, class_);
		if (out->route != NULL)
			note_prefix(&out->prefix, &w);
	}
	if (out->route == NULL)
		out->route = l.route;
}

int
route_has(const struct route *route, size_t link)
{
	for (size_t i = 0; i < route->links_count; i++)
		if (route->link[i] == link)
			return (int)i;
	return -1;
}

bool
route_group_has(const struct route_table *t, int64_t group, size_t link)
{
	if (group == ROUTE_GROUP_ANY)
		return true;
	for (size_t i = 0; i < route_table_routes(t); i++)
		if (t->routes[i].group == group)
			return route_has(&t->routes[i], link) >= 0;
	return false;
}

/* -- order ----------------------------------------------------------------- */

/* log2 of 1 to 2^32 in 1/65536, within a hundredth: enough to share by. */
static uint64_t
log2_fixed(uint32_t x)
{
	unsigned whole = 0;
	for (uint32_t left = x; left > 1; left >>= 1)
		whole++;
	uint64_t part = ((uint64_t)x << 16 >> whole) - 65536;
	/* log2(1 + p) ~ p + 0.3465 p (1 - p) */
	uint64_t bend = part * (65536 - part) >> 16;
	return ((uint64_t)whole << 16) + part + (bend * 22708 >> 16);
}

/* An exponential waiting time of rate `weight`, drawn from phone and link: the
 * shortest comes first, and each link is first in its weight's share.  (The
 * weighted rendezvous of distributed stores.) */
static int64_t
draw(int64_t phone_id, uint16_t link, unsigned weight)
{
	uint64_t drawn = route_mix(
	    (uint64_t)phone_id * UINT64_C(0x9E3779B97F4A7C15) + link + 1);
	uint64_t wait =
	    (UINT64_C(32) << 16) - log2_fixed((uint32_t)(drawn >> 32) | 1);
	return (int64_t)((wait << 16) / (weight > 0 ? weight : 1));
}

static int64_t
standing(const struct route *route, size_t at, const struct route_person *who,
    const struct route_fact *fact)
{
	int quality = fact->quality >= 0 ? fact->quality : QUALITY_UNKNOWN;
	switch (route->policy) {
	case ROUTE_ORDER:
		return (int64_t)at;
	case ROUTE_CHEAPEST:
		return fact->cost_minor;
	case ROUTE_SHARE:
		return draw(who->phone_id, route->link[at], route->weight[at]);
	case ROUTE_QUALITY:
		return -(int64_t)(quality / QUALITY_STEP);
	}
	return 0;
}

size_t
route_order(uint16_t out[ROUTE_LINKS_MAX], const struct route *route,
    const struct route_person *who, const struct route_fact *facts)
{
	int64_t rank[ROUTE_LINKS_MAX];
	size_t count = 0;
	for (size_t i = 0; i < route->links_count; i++) {
		if (!facts[i].usable)
			continue;
		int64_t mine = standing(route, i, who, &facts[i]);
		if (route->link[i] == who->wrote_on)
			mine = INT64_MIN + 1;
		if (route->link[i] == who->pinned)
			mine = INT64_MIN;
		size_t at = count++;
		for (; at > 0 && mine < rank[at - 1]; at--) {
			rank[at] = rank[at - 1];
			out[at] = out[at - 1];
		}
		rank[at] = mine;
		out[at] = route->link[i];
	}
	return count;
}
