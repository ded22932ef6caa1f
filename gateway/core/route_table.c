#include <stdlib.h>
#include <string.h>

#include "base/panic.h"
#include "gateway/core/route_private.h"

/* -- keys ------------------------------------------------------------------ */

uint64_t
route_key(uint64_t digits, size_t length, bool plus, bool exact)
{
	return digits << 7 | (uint64_t)(length + 1) << 2 | (uint64_t)plus << 1 |
	       (uint64_t)exact;
}

static uint64_t
key_of_prefix(const struct route_prefix *p)
{
	uint64_t digits = 0;
	size_t length = strlen(p->digits);
	for (size_t i = 0; i < length; i++)
		digits = digits * 10 + (uint64_t)(p->digits[i] - '0');
	return route_key(digits, length, p->plus, p->exact);
}

uint64_t
route_mix(uint64_t x)
{
	x = (x ^ x >> 30) * UINT64_C(0xBF58476D1CE4E5B9);
	x = (x ^ x >> 27) * UINT64_C(0x94D049BB133111EB);
	return x ^ x >> 31;
}

struct route_place *
route_place(const struct route_table *t, uint64_t key)
{
	for (size_t at = (size_t)route_mix(key);; at++) {
		struct route_place *p = &t->places[at & (t->places_count - 1)];
		if (p->key == key || p->key == 0)
			return p;
	}
}

/* -- making a table -------------------------------------------------------- */

static size_t
refs_of(const struct route_plan *plan, const struct route_plan_route *r)
{
	size_t operators = r->operators_count > 0 ? r->operators_count : 1;
	size_t count = r->to.count * operators;
	if (r->to.count == 0)
		for (size_t i = 0; i < r->operators_count; i++)
			count +=
			    1 + plan->operator_[r->operators[i]].prefixes.count;
	return count;
}

/* Who writes prefix and operator means less than who writes the prefix alone,
 * and a written prefix is meant more than one that an operator brings. */
enum rank { RANK_BOTH, RANK_PREFIX, RANK_OPERATOR };

static void
add_ref(struct route_table *t, uint64_t key, size_t route, int operator_,
    enum rank rank)
{
	t->refs[t->refs_count++] = (struct route_ref){.key = key,
	    .route = (uint16_t)route,
	    .operator_ = (int16_t)operator_,
	    .rank = (int16_t)rank};
}

/* Key 0: what a learned operator is looked up by. */
static void
add_refs(struct route_table *t, const struct route_plan *plan, size_t at)
{
	const struct route_plan_route *r = &plan->route[at];
	for (size_t i = 0; i < r->to.count; i++) {
		uint64_t key = key_of_prefix(&plan->prefix[r->to.first + i]);
		for (size_t k = 0; k < r->operators_count; k++)
			add_ref(t, key, at, r->operators[k], RANK_BOTH);
		if (r->operators_count == 0)
			add_ref(t, key, at, ROUTE_NO_OPERATOR, RANK_PREFIX);
	}
	for (size_t i = 0; i < r->operators_count && r->to.count == 0; i++) {
		struct route_span span =
		    plan->operator_[r->operators[i]].prefixes;
		add_ref(t, 0, at, r->operators[i], RANK_OPERATOR);
		for (size_t k = 0; k < span.count; k++)
			add_ref(t, key_of_prefix(&plan->prefix[span.first + k]),
			    at, r->operators[i], RANK_OPERATOR);
	}
}

static int
by_key(const void *a, const void *b)
{
	const struct route_ref *x = a, *y = b;
	if (x->key != y->key)
		return x->key < y->key ? -1 : 1;
	if (x->key == 0 && x->operator_ != y->operator_)
		return (int)x->operator_ - (int)y->operator_;
	if (x->rank != y->rank)
		return (int)x->rank - (int)y->rank;
	return (int)x->route - (int)y->route;
}

static void
note_length(struct route_table *t, uint64_t key)
{
	t->lengths[key >> 1 & 1][key & 1] |= UINT32_C(1)
					     << ((key >> 2 & 31) - 1);
}

static struct route_place *
take_place(struct route_table *t, uint64_t key)
{
	struct route_place *p = route_place(t, key);
	if (p->key == 0)
		*p = (struct route_place){
		    .key = key, .operator_ = ROUTE_NO_OPERATOR};
	note_length(t, key);
	return p;
}

static void
index_refs(struct route_table *t)
{
	for (size_t i = 0, n; i < t->refs_count; i += n) {
		const struct route_ref *ref = &t->refs[i];
		for (n = 1;
		     i + n < t->refs_count && t->refs[i + n].key == ref->key &&
		     (ref->key != 0 ||
			 t->refs[i + n].operator_ == ref->operator_);
		     n++)
			;
		if (ref->key == 0) {
			t->operators[ref->operator_].first = (uint16_t)i;
			t->operators[ref->operator_].count = (uint16_t)n;
			continue;
		}
		struct route_place *p = take_place(t, ref->key);
		p->first = (uint16_t)i;
		p->count = (uint16_t)n;
	}
}

static void
index_prefixes(struct route_table *t, const struct route_plan *plan)
{
	size_t refs = 0;
	for (size_t i = 0; i < plan->routes_count; i++)
		refs += refs_of(plan, &plan->route[i]);
	PANIC_UNLESS(refs <= UINT16_MAX);
	t->refs = xcalloc(refs + 1, sizeof(*t->refs));
	for (size_t i = 0; i < plan->routes_count; i++)
		add_refs(t, plan, i);
	qsort(t->refs, t->refs_count, sizeof(*t->refs), by_key);
	for (t->places_count = 64;
	     t->places_count < 2 * (refs + plan->prefixes_count);)
		t->places_count *= 2;
	t->places = xcalloc(t->places_count, sizeof(*t->places));
	index_refs(t);
	for (size_t i = 0; i < plan->operators_count; i++) {
		struct route_span span = plan->operator_[i].prefixes;
		for (size_t k = 0; k < span.count; k++)
			take_place(
			    t, key_of_prefix(&plan->prefix[span.first + k]))
			    ->operator_ = (int16_t)i;
	}
}

static int
find_link(const struct route_link *links, size_t count, const char *name)
{
	for (size_t i = 0; i < count; i++)
		if (strcmp(links[i].name, name) == 0)
			return (int)i;
	return -1;
}

static void
copy_operators(struct route_table *t, const struct route_plan *plan,
    const struct route_link *links, size_t links_count)
{
	for (size_t i = 0; i < ROUTE_LINKS_ALL; i++)
		t->heard[i] = ROUTE_NO_OPERATOR;
	t->operators_count = plan->operators_count;
	t->operators =
	    xcalloc(plan->operators_count + 1, sizeof(*t->operators));
	for (size_t i = 0; i < plan->operators_count; i++) {
		const struct route_plan_operator *o = &plan->operator_[i];
		memcpy(t->operators[i].name, o->name, ROUTE_NAME_OCTETS);
		memcpy(t->operators[i].country, o->country, sizeof(o->country));
		for (size_t k = 0; k < o->heard_count; k++) {
			int at = find_link(links, links_count, o->heard_on[k]);
			if (at >= 0 && at < ROUTE_LINKS_ALL)
				t->heard[at] = (int16_t)i;
		}
	}
}

/* The sum does not depend on the order, for a set has none. */
static int64_t
group_of(const struct route *r, const struct route_link *links)
{
	uint64_t sum = 0;
	for (size_t i = 0; i < r->links_count; i++)
		sum += route_mix((uint64_t)links[r->link[i]].id);
	return ROUTE_GROUP_FIRST +
	       (int64_t)(route_mix(sum) % (uint64_t)ROUTE_GROUP_FIRST);
}

static bool
same_set(const struct route *a, const struct route *b)
{
	if (a->links_count != b->links_count)
		return false;
	for (size_t i = 0; i < a->links_count; i++)
		if (route_has(b, a->link[i]) < 0)
			return false;
	return true;
}

/* Two sets with one number would let a link claim what is not its own. */
static void
set_group(struct route_table *t, size_t at, const struct route_link *links)
{
	struct route *r = &t->routes[at];
	r->group = group_of(r, links);
	for (size_t i = 0; i < at;) {
		bool clash = t->routes[i].group == r->group &&
			     !same_set(&t->routes[i], r);
		if (clash && ++r->group == ROUTE_GROUP_END)
			r->group = ROUTE_GROUP_FIRST;
		i = clash ? 0 : i + 1;
	}
}

static void
copy_routes(struct route_table *t, const struct route_plan *plan,
    const struct route_link *links, size_t links_count)
{
	t->routes_count = plan->routes_count;
	t->routes = xcalloc(plan->routes_count + 1, sizeof(*t->routes));
	t->names = xcalloc(plan->routes_count + 1, sizeof(*t->names));
	for (size_t i = 0; i < plan->routes_count; i++) {
		const struct route_plan_route *from = &plan->route[i];
		struct route *to = &t->routes[i];
		memcpy(t->names[i], from->name, ROUTE_NAME_OCTETS);
		*to = (struct route){.name = t->names[i],
		    .policy = from->policy,
		    .classes = from->classes,
		    .resend = from->resend,
		    .links_count = from->links_count};
		memcpy(to->weight, from->weight, sizeof(to->weight));
		memcpy(to->link_name, from->link, sizeof(to->link_name));
		for (size_t k = 0; k < from->links_count; k++)
			to->link[k] = (uint16_t)find_link(
			    links, links_count, from->link[k]);
		set_group(t, i, links);
	}
}

static uint64_t
note(uint64_t mark, const void *octets, size_t count)
{
	const unsigned char *at = octets;
	for (size_t i = 0; i < count; i++)
		mark = (mark ^ at[i]) * UINT64_C(0x100000001B3);
	return mark;
}

/* Of what decides where a text waits; policies may change freely. */
static uint64_t
mark_of(const struct route_table *t)
{
	uint64_t mark = UINT64_C(0xCBF29CE484222325);
	for (size_t i = 0; i < t->refs_count; i++) {
		const struct route_ref *ref = &t->refs[i];
		const struct route *r = &t->routes[ref->route];
		uint64_t row[] = {ref->key, (uint64_t)ref->operator_,
		    (uint64_t)r->group, r->classes};
		mark = note(mark, row, sizeof(row));
	}
	for (size_t i = 0; i < t->places_count; i++)
		if (t->places[i].operator_ > ROUTE_NO_OPERATOR)
			mark = note(
			    mark, &t->places[i].key, sizeof(t->places[i].key));
	for (size_t i = 0; i < t->operators_count; i++)
		mark = note(mark, t->operators[i].name, ROUTE_NAME_OCTETS);
	return mark;
}

struct route_table *
route_table_new(const struct route_plan *plan, const struct route_link *links,
    size_t links_count, struct err *err)
{
	const char *names[ROUTE_LINKS_ALL];
	size_t count =
	    links_count < ROUTE_LINKS_ALL ? links_count : ROUTE_LINKS_ALL;
	for (size_t i = 0; i < count; i++)
		names[i] = links[i].name;
	if (route_plan_check_links(plan, names, count, err) < 0)
		return NULL;
	struct route_table *t = xcalloc(1, sizeof(*t));
	copy_operators(t, plan, links, count);
	copy_routes(t, plan, links, count);
	index_prefixes(t, plan);
	t->mark = mark_of(t);
	return t;
}

void
route_table_free(struct route_table **table)
{
	struct route_table *t = *table;
	if (t == NULL)
		return;
	free(t->routes);
	free(t->names);
	free(t->operators);
	free(t->refs);
	free(t->places);
	free(t);
	*table = NULL;
}

size_t
route_table_routes(const struct route_table *t)
{
	return t != NULL ? t->routes_count : 0;
}

const struct route *
route_table_get(const struct route_table *t, size_t i)
{
	return &t->routes[i];
}

static void
prefix_of_key(struct route_prefix *out, uint64_t key)
{
	uint64_t digits = key >> 7;
	*out = (struct route_prefix){
	    .plus = (key >> 1 & 1) != 0, .exact = (key & 1) != 0};
	for (size_t i = (key >> 2 & 31) - 1; i > 0; i--, digits /= 10)
		out->digits[i - 1] = (char)('0' + digits % 10);
}

bool
route_table_for(const struct route_table *t, size_t route, size_t i,
    struct route_prefix *prefix_out, int *operator_out)
{
	*prefix_out = (struct route_prefix){.exact = true};
	*operator_out = ROUTE_NO_OPERATOR;
	for (size_t k = 0; k < t->refs_count; k++) {
		const struct route_ref *ref = &t->refs[k];
		bool brought = ref->rank == RANK_OPERATOR && ref->key != 0;
		if (ref->route != route || brought || i-- > 0)
			continue;
		if (ref->key != 0)
			prefix_of_key(prefix_out, ref->key);
		*operator_out = ref->operator_;
		return true;
	}
	return false;
}

uint64_t
route_table_mark(const struct route_table *t)
{
	return t->mark;
}
