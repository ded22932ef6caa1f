#include "gateway/core/route_plan.h"

#include <stdio.h>
#include <string.h>

static bool
is_filling(char c)
{
	return c == ' ' || c == '-' || c == '.' || c == '(' || c == ')';
}

bool
route_prefix_read(struct route_prefix *out, struct str written)
{
	struct str left = str_trim(written);
	size_t digits = 0;
	*out = (struct route_prefix){.plus = str_starts(left, "+")};
	size_t at = out->plus ? 1 : 0;
	out->exact = true;
	for (; at < left.octets && out->exact; at++) {
		char c = left.at[at];
		if (c >= '0' && c <= '9' && digits < ROUTE_DIGITS_MAX)
			out->digits[digits++] = c;
		else if (c == '*')
			out->exact = false;
		else if (!is_filling(c))
			break;
	}
	/* A calling code does not begin with a nought: +072* is a slip. */
	bool good = at == left.octets && (digits > 0 || !out->exact) &&
		    !(out->plus && out->digits[0] == '0');
	if (!good)
		*out = (struct route_prefix){.plus = false};
	return good;
}

void
route_prefix_write(
    char dst[ROUTE_DIGITS_MAX + 3], const struct route_prefix *prefix)
{
	snprintf(dst, ROUTE_DIGITS_MAX + 3, "%s%s%s", prefix->plus ? "+" : "",
	    prefix->digits, prefix->exact ? "" : "*");
}

static const char *const policy_names[] = {
    [ROUTE_ORDER] = "order",
    [ROUTE_CHEAPEST] = "cheapest",
    [ROUTE_SHARE] = "share",
    [ROUTE_QUALITY] = "quality",
};

bool
route_policy_read(enum route_policy *out, const char *written)
{
	*out = ROUTE_ORDER;
	for (size_t i = 0; i < sizeof(policy_names) / sizeof(*policy_names);
	     i++)
		if (strcmp(policy_names[i], written) == 0) {
			*out = (enum route_policy)i;
			return true;
		}
	return false;
}

const char *
route_policy_name(enum route_policy policy)
{
	return policy_names[policy];
}

/* -- what contradicts itself ----------------------------------------------- */

static bool
same_prefix(const struct route_prefix *a, const struct route_prefix *b)
{
	return a->plus == b->plus && a->exact == b->exact &&
	       strcmp(a->digits, b->digits) == 0;
}

/* The first prefix that stands in both spans; NULL: none. */
static const struct route_prefix *
in_both(const struct route_plan *plan, struct route_span a, struct route_span b)
{
	for (size_t i = a.first; i < (size_t)a.first + a.count; i++)
		for (size_t k = b.first; k < (size_t)b.first + b.count; k++)
			if (i != k &&
			    same_prefix(&plan->prefix[i], &plan->prefix[k]))
				return &plan->prefix[i];
	return NULL;
}

/* Is there a number of an operator for which both are meant? */
static bool
share_operator(
    const struct route_plan_route *a, const struct route_plan_route *b)
{
	if (a->operators_count == 0 && b->operators_count == 0)
		return true;
	for (size_t i = 0; i < a->operators_count; i++)
		for (size_t k = 0; k < b->operators_count; k++)
			if (a->operators[i] == b->operators[k])
				return true;
	return false;
}

static int
twice(struct err *err, int line, const char *what, const char *name,
    const char *other, const char *which)
{
	return err_set(err, ROUTE_PLAN_TWICE, (size_t)line,
	    "%s %s: %s stands in %s %s already", what, name, which, what,
	    other);
}

static int
check_routes(const struct route_plan *plan, const struct route_plan_route *a,
    const struct route_plan_route *b, struct err *err)
{
	char which[ROUTE_DIGITS_MAX + 3];
	if ((a->classes & b->classes) == 0 || !share_operator(a, b))
		return 0;
	if (a->to.count == 0 && b->to.count == 0)
		return a == b ? 0
			      : twice(err, b->line, "route", b->name, a->name,
				    "its operator");
	const struct route_prefix *both = in_both(plan, a->to, b->to);
	if (both == NULL)
		return 0;
	route_prefix_write(which, both);
	return twice(err, b->line, "route", b->name, a->name, which);
}

static int
check_operators(const struct route_plan *plan,
    const struct route_plan_operator *a, const struct route_plan_operator *b,
    struct err *err)
{
	char which[ROUTE_DIGITS_MAX + 3];
	const struct route_prefix *both =
	    in_both(plan, a->prefixes, b->prefixes);
	if (both == NULL)
		return 0;
	route_prefix_write(which, both);
	return twice(err, b->line, "operator", b->name, a->name, which);
}

/* A few hundred prefixes, at start and on reload. */
int
route_plan_check(const struct route_plan *plan, struct err *err)
{
	int rc = 0;
	for (size_t i = 0; i < plan->routes_count; i++)
		for (size_t k = i; k < plan->routes_count && rc == 0; k++)
			rc = check_routes(
			    plan, &plan->route[i], &plan->route[k], err);
	for (size_t i = 0; i < plan->operators_count; i++)
		for (size_t k = i; k < plan->operators_count && rc == 0; k++)
			rc = check_operators(plan, &plan->operator_[i],
			    &plan->operator_[k], err);
	return rc;
}

static bool
is_there(const char *const *names, size_t count, const char *name)
{
	for (size_t i = 0; i < count; i++)
		if (strcmp(names[i], name) == 0)
			return true;
	return false;
}

static int
no_link(struct err *err, int line, const char *what, const char *name,
    const char *link)
{
	return err_set(err, ROUTE_PLAN_LINK, (size_t)line,
	    "%s %s: there is no link %s: name a modem, smpp or http section",
	    what, name, link);
}

int
route_plan_check_links(const struct route_plan *plan, const char *const *names,
    size_t count, struct err *err)
{
	for (size_t i = 0; i < plan->routes_count; i++) {
		const struct route_plan_route *r = &plan->route[i];
		for (size_t k = 0; k < r->links_count; k++)
			if (!is_there(names, count, r->link[k]))
				return no_link(
				    err, r->line, "route", r->name, r->link[k]);
	}
	for (size_t i = 0; i < plan->operators_count; i++) {
		const struct route_plan_operator *o = &plan->operator_[i];
		for (size_t k = 0; k < o->heard_count; k++)
			if (!is_there(names, count, o->heard_on[k]))
				return no_link(err, o->line, "operator",
				    o->name, o->heard_on[k]);
	}
	return 0;
}
