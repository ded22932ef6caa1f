/* Which links may carry a text, and in which order: cases, and the same
 * question asked of a table and of a loop over everything that is written. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "gateway/core/route.h"

#define CLASS 1u
#define OTHER 4u

static const struct route_link links[] = {
    {"a", 1}, {"b", 2}, {"c", 3}, {"d", 4}};
#define LINKS 4

static struct route_plan plan;

static struct route_span
prefixes(const char *const *written)
{
	struct route_span span = {.first = (uint16_t)plan.prefixes_count};
	for (; written[span.count] != NULL; span.count++)
		assert_true(
		    route_prefix_read(&plan.prefix[plan.prefixes_count++],
			str_from(written[span.count])));
	return span;
}

static struct route_plan_route *
add_route(const char *name, const char *const *to, const char *link_letters)
{
	struct route_plan_route *r = &plan.route[plan.routes_count++];
	*r = (struct route_plan_route){
	    .line = (int)plan.routes_count, .classes = ROUTE_ALL_CLASSES};
	snprintf(r->name, sizeof(r->name), "%s", name);
	r->to = prefixes(to);
	for (const char *l = link_letters; *l != 0; l++) {
		r->weight[r->links_count] = 1;
		r->link[r->links_count++][0] = *l;
	}
	return r;
}

static void
add_operator(const char *name, const char *const *written)
{
	struct route_plan_operator *o = &plan.operator_[plan.operators_count++];
	*o = (struct route_plan_operator){.line = 1};
	snprintf(o->name, sizeof(o->name), "%s", name);
	o->prefixes = prefixes(written);
}

static void
of_operator(struct route_plan_route *r, int operator_)
{
	r->operators[r->operators_count++] = (uint8_t)operator_;
}

#define LIST(...) ((const char *const[]){__VA_ARGS__, NULL})
#define NONE ((const char *const[]){NULL})

static struct route_table *
table(void)
{
	struct err err;
	assert_int_equal(route_plan_check(&plan, &err), 0);
	struct route_table *t = route_table_new(&plan, links, LINKS, &err);
	assert_non_null(t);
	return t;
}

static void
expect(const struct route_table *t, const char *number, int learned,
    unsigned class_, const char *route)
{
	struct route_match m;
	route_find(&m, t, number, learned, class_);
	if (route == NULL)
		assert_null(m.route);
	else
		assert_string_equal(
		    m.route != NULL ? m.route->name : "none", route);
}

static void
prefixes_are_read(void **state)
{
	(void)state;
	static const struct {
		const char *written, *read; /* NULL: refused */
	} cases[] = {
	    {"+25472*", "+25472*"},
	    {" +254 (722) 000-001 ", "+254722000001"},
	    {"+*", "+*"},
	    {"*", "*"},
	    {"20880", "20880"},
	    {"208*", "208*"},
	    {"", NULL},
	    {"+", NULL},
	    {"+254*7", NULL},
	    {"+0722*", NULL},
	    {"safaricom", NULL},
	    {"+2547220000011111", NULL},
	    {"+25472**", NULL},
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct route_prefix p;
		char back[ROUTE_DIGITS_MAX + 3];
		bool good = route_prefix_read(&p, str_from(cases[i].written));
		assert_int_equal(good, cases[i].read != NULL);
		route_prefix_write(back, &p);
		if (good)
			assert_string_equal(back, cases[i].read);
	}
}

static void
the_longest_prefix_wins(void **state)
{
	(void)state;
	memset(&plan, 0, sizeof(plan));
	add_operator("saf", LIST("+25470*", "+25472*"));
	add_operator("air", LIST("+25473*"));
	add_route("world", LIST("+*"), "d");
	add_route("kenya", LIST("+254*"), "cd");
	of_operator(add_route("safs", NONE, "a"), 0);
	of_operator(add_route("airs", NONE, "b"), 1);
	add_route("one", LIST("+254722000001"), "c");
	add_route("short", LIST("20880", "208*"), "b");
	add_route("news", LIST("+25470*"), "d")->classes = 1u << OTHER;
	struct route_table *t = table();
	expect(t, "+254722000002", -1, CLASS, "safs");
	expect(t, "+254722000001", -1, CLASS, "one");
	expect(t, "+2547220000012", -1, CLASS, "safs");
	expect(t, "+254733000001", -1, CLASS, "airs");
	expect(t, "+254766000001", -1, CLASS, "kenya");
	expect(t, "+33600000001", -1, CLASS, "world");
	expect(t, "20880", -1, CLASS, "short");
	expect(t, "20812", -1, CLASS, "short");
	expect(t, "144", -1, CLASS, NULL);
	expect(t, "SAFARICOM", -1, CLASS, NULL);
	/* A route for some classes only leaves the others to the next. */
	expect(t, "+254700000001", -1, CLASS, "safs");
	expect(t, "+254700000001", -1, OTHER, "news");
	/* Heard on another operator's own link. */
	expect(t, "+254722000002", 1, CLASS, "airs");
	expect(t, "+254722000001", 1, CLASS, "one");
	expect(t, "+254766000001", 1, CLASS, "airs");
	expect(t, "+33600000001", 1, CLASS, "airs");
	struct route_match m;
	route_find(&m, t, "+254722000002", 1, CLASS);
	assert_true(m.learned);
	assert_int_equal(m.operator_, 1);
	route_find(&m, t, "+254766000001", -1, CLASS);
	assert_string_equal(m.prefix.digits, "254");
	assert_true(m.prefix.plus);
	assert_int_equal(m.operator_, ROUTE_NO_OPERATOR);
	route_table_free(&t);
}

static void
a_star_is_for_everything(void **state)
{
	(void)state;
	memset(&plan, 0, sizeof(plan));
	add_route("all", LIST("*"), "a");
	struct route_table *t = table();
	expect(t, "+254722000002", -1, CLASS, "all");
	expect(t, "20880", -1, CLASS, "all");
	expect(t, "SAFARICOM", -1, CLASS, "all");
	route_table_free(&t);
}

static void
contradictions_are_refused(void **state)
{
	(void)state;
	struct err err;
	memset(&plan, 0, sizeof(plan));
	add_route("x", LIST("+254*", "+255*"), "a");
	add_route("y", LIST("+256*", "+255*"), "b");
	assert_int_equal(route_plan_check(&plan, &err), ROUTE_PLAN_TWICE);
	assert_string_equal(
	    err.text, "route y: +255* stands in route x already");
	assert_int_equal(err.offset, 2);
	plan.route[0].classes = 1u << 4;
	plan.route[1].classes = 1u << 1;
	assert_int_equal(route_plan_check(&plan, &err), 0);
	memset(&plan, 0, sizeof(plan));
	add_route("x", LIST("+254*", "+254*"), "a");
	assert_int_equal(route_plan_check(&plan, &err), ROUTE_PLAN_TWICE);
	memset(&plan, 0, sizeof(plan));
	add_operator("saf", LIST("+25472*"));
	add_operator("air", LIST("+25472*"));
	assert_int_equal(route_plan_check(&plan, &err), ROUTE_PLAN_TWICE);
	memset(&plan, 0, sizeof(plan));
	add_route("x", LIST("+254*"), "az");
	assert_null(route_table_new(&plan, links, LINKS, &err));
	assert_string_equal(err.text,
	    "route x: there is no link z: name a modem, smpp or http section");
}

/* -- against a loop over everything that is written ------------------------ */

static unsigned
roll(unsigned *seed, unsigned sides)
{
	*seed = *seed * 1103515245u + 12345u;
	return (*seed >> 8) % sides;
}

static void
random_number(unsigned *seed, char dst[ROUTE_DIGITS_MAX + 2])
{
	unsigned digits = 1 + roll(seed, 7);
	char *at = dst;
	*at++ = '+';
	*at++ = (char)('1' + roll(seed, 2));
	for (unsigned i = 1; i < digits; i++)
		*at++ = (char)('0' + roll(seed, 3));
	*at = 0;
}

static bool
fits(const struct route_prefix *p, const char *number)
{
	size_t n = strlen(p->digits);
	if (!p->plus)
		return n == 0 && !p->exact;
	return strncmp(number + 1, p->digits, n) == 0 &&
	       (!p->exact || number[1 + n] == 0);
}

static const struct route_plan_route *
naive(const char *number, unsigned class_)
{
	const struct route_plan_route *best = NULL;
	int best_length = -2;
	for (size_t i = 0; i < plan.routes_count; i++) {
		const struct route_plan_route *r = &plan.route[i];
		for (size_t k = 0; k < r->to.count; k++) {
			const struct route_prefix *p =
			    &plan.prefix[r->to.first + k];
			int length = (int)strlen(p->digits) * 2 + p->exact;
			length = p->plus ? length : -1;
			if ((r->classes >> class_ & 1) != 0 &&
			    fits(p, number) && length > best_length) {
				best = r;
				best_length = length;
			}
		}
	}
	return best;
}

static void
random_plan(unsigned *seed)
{
	char number[ROUTE_DIGITS_MAX + 2], written[ROUTE_DIGITS_MAX + 3],
	    name[8];
	struct err err;
	memset(&plan, 0, sizeof(plan));
	for (unsigned i = 0; i < 30; i++) {
		random_number(seed, number);
		snprintf(written, sizeof(written), "%s%s",
		    roll(seed, 9) == 0 ? "+" : number,
		    roll(seed, 4) != 0 || number[2] == 0 ? "*" : "");
		if (strcmp(written, "+") == 0 || roll(seed, 60) == 0)
			snprintf(written, sizeof(written), "*");
		snprintf(name, sizeof(name), "r%u", i);
		struct route_plan_route *r =
		    add_route(name, LIST(written), "abcd");
		if (roll(seed, 3) == 0)
			r->classes = 1u << (1 + roll(seed, 2));
		if (route_plan_check(&plan, &err) < 0) {
			plan.routes_count--;
			plan.prefixes_count--;
		}
	}
}

static void
a_table_says_what_a_loop_says(void **state)
{
	(void)state;
	unsigned seed = 7;
	int found = 0;
	for (int round = 0; round < 200; round++) {
		char number[ROUTE_DIGITS_MAX + 2];
		random_plan(&seed);
		struct route_table *t = table();
		for (int i = 0; i < 200; i++) {
			unsigned class_ = 1 + roll(&seed, 3);
			random_number(&seed, number);
			const struct route_plan_route *r =
			    naive(number, class_);
			expect(
			    t, number, -1, class_, r != NULL ? r->name : NULL);
			found += r != NULL;
		}
		route_table_free(&t);
	}
	assert_in_range(found, 10000, 39000); /* both answers were met */
}

/* -- order ------------------------------------------------------------------
 */

static struct route_fact facts[ROUTE_LINKS_MAX];

static void
expect_order(
    const struct route *route, struct route_person who, const char *letters)
{
	uint16_t out[ROUTE_LINKS_MAX];
	char got[ROUTE_LINKS_MAX + 1] = "";
	size_t count = route_order(out, route, &who, facts);
	for (size_t i = 0; i < count; i++)
		got[i] = links[out[i]].name[0];
	assert_string_equal(got, letters);
}

static void
links_are_ordered(void **state)
{
	(void)state;
	memset(&plan, 0, sizeof(plan));
	add_route("o", LIST("+1*"), "cabd");
	add_route("c", LIST("+2*"), "abcd")->policy = ROUTE_CHEAPEST;
	add_route("q", LIST("+3*"), "abcd")->policy = ROUTE_QUALITY;
	struct route_table *t = table();
	const struct route *o = route_table_get(t, 0),
			   *c = route_table_get(t, 1),
			   *q = route_table_get(t, 2);
	for (size_t i = 0; i < LINKS; i++)
		facts[i] = (struct route_fact){.usable = true, .quality = -1};
	struct route_person nobody = {1, -1, -1}, wrote = {1, -1, 3},
			    pinned = {1, 1, 3}, strange = {1, 9, 8};
	expect_order(o, nobody, "cabd");
	expect_order(o, wrote, "dcab");
	expect_order(o, pinned, "bdca");
	expect_order(o, strange, "cabd"); /* a pin never widens a route */
	facts[3].usable = false; /* about d */
	expect_order(o, pinned, "bca");
	facts[3].usable = true;
	facts[0].cost_minor = 80;
	facts[1].cost_minor = 40;
	facts[2].cost_minor = 80;
	facts[3].cost_minor = 20;
	expect_order(c, nobody, "dbac");
	facts[0].quality = 960;
	facts[1].quality = 970; /* within five in a hundred: chance */
	facts[2].quality = 400;
	expect_order(q, nobody, "dabc");
	for (size_t i = 0; i < LINKS; i++)
		facts[i].usable = false;
	expect_order(q, pinned, "");
	route_table_free(&t);
}

static void
people_are_shared_by_weight(void **state)
{
	(void)state;
	int first[LINKS] = {0}, moved = 0;
	memset(&plan, 0, sizeof(plan));
	struct route_plan_route *r = add_route("s", LIST("+1*"), "abc");
	r->policy = ROUTE_SHARE;
	r->weight[0] = 6;
	r->weight[1] = 3;
	struct route_table *t = table();
	for (size_t i = 0; i < LINKS; i++)
		facts[i] = (struct route_fact){.usable = true};
	for (int64_t phone = 1; phone <= 20000; phone++) {
		uint16_t all[ROUTE_LINKS_MAX], less[ROUTE_LINKS_MAX];
		struct route_person who = {phone, -1, -1};
		const struct route *route = route_table_get(t, 0);
		assert_int_equal(route_order(all, route, &who, facts), 3);
		first[all[0]]++;
		facts[1].usable = false;
		assert_int_equal(route_order(less, route, &who, facts), 2);
		facts[1].usable = true;
		moved += less[0] != all[0];
		/* Without a link, only those move who had it. */
		assert_true(less[0] == all[0] || all[0] == 1);
	}
	assert_in_range(first[0], 11600, 12400);
	assert_in_range(first[1], 5700, 6300);
	assert_in_range(first[2], 1800, 2200);
	assert_int_equal(moved, first[1]);
	route_table_free(&t);
}

static void
a_set_has_one_number(void **state)
{
	(void)state;
	memset(&plan, 0, sizeof(plan));
	add_route("x", LIST("+1*"), "ab");
	add_route("y", LIST("+2*"), "ba");
	add_route("z", LIST("+3*"), "bc");
	struct route_table *t = table();
	int64_t x = route_table_get(t, 0)->group;
	assert_true(x >= ROUTE_GROUP_FIRST && x < ROUTE_GROUP_END);
	assert_true(x == route_table_get(t, 1)->group);
	assert_true(x != route_table_get(t, 2)->group);
	assert_true(route_group_has(t, x, 0) && route_group_has(t, x, 1));
	assert_false(route_group_has(t, x, 2));
	assert_true(route_group_has(t, ROUTE_GROUP_ANY, 2));
	assert_false(route_group_has(t, ROUTE_GROUP_NONE, 0));
	uint64_t mark = route_table_mark(t);
	route_table_free(&t);
	plan.route[2].policy = ROUTE_QUALITY;
	t = table();
	assert_true(route_table_mark(t) == mark);
	route_table_free(&t);
	plan.route[2].link[0][0] = 'd';
	t = table();
	assert_true(route_table_mark(t) != mark);
	route_table_free(&t);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(prefixes_are_read),
	    cmocka_unit_test(the_longest_prefix_wins),
	    cmocka_unit_test(a_star_is_for_everything),
	    cmocka_unit_test(contradictions_are_refused),
	    cmocka_unit_test(a_table_says_what_a_loop_says),
	    cmocka_unit_test(links_are_ordered),
	    cmocka_unit_test(people_are_shared_by_weight),
	    cmocka_unit_test(a_set_has_one_number),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
