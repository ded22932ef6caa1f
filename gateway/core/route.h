/* route - which links may carry a text to this number, and in which order.
 *
 * The rule, in five steps:
 *   1. The number's operator: the one on whose own link he was heard last, else
 *      the one with the longest prefix that fits.
 *   2. The route: of all routes for this class of text whose `to` fits and
 *      whose operator is the number's, the one with the longest prefix.  A
 *      route that names an operator alone counts as if it named all prefixes
 *      of his, behind one that names the same prefix itself.  No route: no link
 * may carry it, and that is said at once.  No routes at all: every link carries
 * everything.
 *   3. May: of that route's links those that are up, have something left of
 *      their limits, take that class at that hour, take questions if it is
 *      one, and were not refused it just now.  (The caller knows; facts.usable
 *      tells us.)
 *   4. Order: the link that somebody pinned the phone to, the link by which
 *      the person wrote last, then as the policy says.
 *   5. The first of them takes it.  If that one has no room just now the text
 *      waits for it a few seconds; then whichever of them has room.
 *
 * Policies: `order` as written; `cheapest` by cost, equals as written;
 * `quality` by the share of texts that arrived, in steps of five in a hundred,
 * equals as written; `share` by weight: each phone has its own first link, its
 * own second …, drawn so that a link of weight 3 is first for three times as
 * many phones as one of weight 1.  Nothing is counted, so a restart changes
 * nothing, one phone always hears from the same number, and a link that goes
 * away moves only the phones that it had.
 *
 * Shapes: links are positions in the array that route_table_new() was given;
 * numbers are normalised (party.h).  A table never changes: a reload makes a
 * new one.  Prefixes stand in one hash by length and digits: a look-up tries
 * each length there is, longest first, at most sixteen, whatever the number
 * of prefixes; it allocates nothing.  Pure: no clock, no store, no log. */
#ifndef GATEWAY_CORE_ROUTE_H
#define GATEWAY_CORE_ROUTE_H

#include "gateway/core/route_plan.h"

#define ROUTE_LINKS_ALL 256 /* positions of links; others are in no route */
/* Sets of links have a number in the store's lanes (message_row.h), made of
 * the ids of their links, so that it means the same set after a restart. */
#define ROUTE_GROUP_ANY 0
#define ROUTE_GROUP_NONE ((INT64_C(1) << 24) - 1) /* no link at all */
#define ROUTE_GROUP_FIRST (INT64_C(1) << 24)
#define ROUTE_GROUP_END (INT64_C(1) << 25)

struct route_table;

struct route {
	const char *name;
	enum route_policy policy;
	unsigned classes;
	bool resend;
	size_t links_count;
	uint16_t link[ROUTE_LINKS_MAX]; /* positions, as written */
	char link_name[ROUTE_LINKS_MAX][ROUTE_NAME_OCTETS];
	uint16_t weight[ROUTE_LINKS_MAX];
	int64_t group; /* the number of its set of links */
};

struct route_link {
	const char *name;
	int64_t id; /* the store's row: above 0, below ROUTE_GROUP_NONE */
};

/* NULL with *err: a name is not among the links (ROUTE_PLAN_LINK).  The plan
 * was checked (route_plan_check) and may go afterwards. */
struct route_table *route_table_new(const struct route_plan *plan,
    const struct route_link *links, size_t links_count, struct err *err);
void route_table_free(struct route_table **table);

/* 0: there are no routes, every link carries everything. */
size_t route_table_routes(const struct route_table *table);
const struct route *route_table_get(const struct route_table *table, size_t i);
/* What a route was written for, i from 0: a prefix, an operator (or
 * ROUTE_NO_OPERATOR), or both; without a prefix *prefix_out is empty and exact.
 * False behind the last. */
bool route_table_for(const struct route_table *table, size_t route, size_t i,
    struct route_prefix *prefix_out, int *operator_out);
/* Differs when another plan, or other links, made it. */
uint64_t route_table_mark(const struct route_table *table);

/* -- operators ------------------------------------------------------------- */

#define ROUTE_NO_OPERATOR (-1)
/* By the longest prefix; *digits_out (or NULL): how long that is. */
int route_operator(
    const struct route_table *table, const char *number, size_t *digits_out);
/* On whose own link was that heard?  ROUTE_NO_OPERATOR: nobody's. */
int route_operator_heard(const struct route_table *table, size_t link);
int route_operator_named(const struct route_table *table, const char *name);
/* "" for ROUTE_NO_OPERATOR. */
const char *route_operator_name(const struct route_table *table, int operator_);
const char *route_operator_country(
    const struct route_table *table, int operator_);

/* -- routes ---------------------------------------------------------------- */

struct route_match {
	const struct route *route; /* NULL: none */
	struct route_prefix prefix; /* by which; of a learned operator: "" */
	int operator_; /* of the number */
	bool learned; /* not by its prefix */
};

/* `learned`: the operator that was learned of this phone, or
 * ROUTE_NO_OPERATOR. */
void route_find(struct route_match *out, const struct route_table *table,
    const char *number, int learned, unsigned class_);

/* Position of a link in a route, -1: not in it. */
int route_has(const struct route *route, size_t link);
/* Is that link in that set?  ANY: yes; NONE, and sets of no route: no. */
bool route_group_has(
    const struct route_table *table, int64_t group, size_t link);

struct route_fact {
	bool usable; /* step 3 */
	int64_t cost_minor;
	int quality; /* thousandths that arrived; below 0: nobody knows yet */
};

/* Who asks. */
struct route_person {
	int64_t phone_id;
	int pinned, wrote_on; /* positions of links; below 0: none */
};

/* Step 4: positions of the usable links of the route into out, best first;
 * how many.  facts[i] is about route->link[i]. */
size_t route_order(uint16_t out[ROUTE_LINKS_MAX], const struct route *route,
    const struct route_person *person, const struct route_fact *facts);

#endif
