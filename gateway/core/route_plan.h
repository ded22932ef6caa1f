/* route_plan - routes and operators as somebody wrote them down.
 *
 * Plain data of fixed size, so that a configuration can be read, copied and
 * thrown away: names of links and operators, prefixes, policies.  route.h
 * makes of it what is asked for each text.
 *
 * A prefix is written "+25472*" (every number that begins so), "+254722000001"
 * (that number alone), "+*" (every phone number), "20880" (that short code) or
 * "*" (everything, short codes and letters too).  Blanks, dots and dashes may
 * stand in it.  Pure: no clock, no log, no allocation. */
#ifndef GATEWAY_CORE_ROUTE_PLAN_H
#define GATEWAY_CORE_ROUTE_PLAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "base/str.h"

#define ROUTE_NAME_OCTETS 32
#define ROUTE_DIGITS_MAX 15 /* E.164 */
#define ROUTE_LINKS_MAX 16 /* of one route */
#define ROUTE_ROUTES_MAX 128
#define ROUTE_OPERATORS_MAX 64
#define ROUTE_HEARD_MAX 8 /* links of one operator */
#define ROUTE_PREFIXES_MAX 4096 /* of all routes and operators together */
#define ROUTE_WEIGHT_MAX 1000
#define ROUTE_ALL_CLASSES (~0u)

enum route_policy {
	ROUTE_ORDER, /* as written */
	ROUTE_CHEAPEST, /* the lowest cost of a text first */
	ROUTE_SHARE, /* people are spread over the links by weight */
	ROUTE_QUALITY, /* whose texts arrive first */
};

struct route_prefix {
	char digits[ROUTE_DIGITS_MAX + 1];
	bool plus; /* a phone number, not a short code */
	bool exact; /* no star: that number alone */
};

/* A run of the plan's prefixes. */
struct route_span {
	uint16_t first, count;
};

struct route_plan_route {
	char name[ROUTE_NAME_OCTETS];
	int line; /* of the file, for complaints */
	enum route_policy policy;
	unsigned classes; /* bits (1 << class) of the texts it is for */
	bool resend; /* once more by another link when a report says failed */
	struct route_span to;
	uint8_t operators[ROUTE_OPERATORS_MAX]; /* in the plan's order */
	uint8_t operators_count; /* 0: any */
	uint8_t links_count;
	char link[ROUTE_LINKS_MAX][ROUTE_NAME_OCTETS];
	uint16_t weight[ROUTE_LINKS_MAX]; /* 1 unless ROUTE_SHARE says more */
};

struct route_plan_operator {
	char name[ROUTE_NAME_OCTETS];
	int line;
	char country[4]; /* calling code, "" if not told */
	struct route_span prefixes;
	/* Links that only his own customers reach: who writes by one is his
	 * customer, whatever the prefix says (numbers move). */
	uint8_t heard_count;
	char heard_on[ROUTE_HEARD_MAX][ROUTE_NAME_OCTETS];
};

struct route_plan {
	size_t routes_count, operators_count, prefixes_count;
	struct route_plan_route route[ROUTE_ROUTES_MAX];
	struct route_plan_operator operator_[ROUTE_OPERATORS_MAX];
	struct route_prefix prefix[ROUTE_PREFIXES_MAX];
};

enum route_plan_error {
	ROUTE_PLAN_TWICE = -1, /* one prefix stands in two routes */
	ROUTE_PLAN_LINK = -2, /* a link that is not there */
};

/* False: not written like a prefix; *out zeroed. */
bool route_prefix_read(struct route_prefix *out, struct str written);
/* "+25472*" */
void route_prefix_write(
    char dst[ROUTE_DIGITS_MAX + 3], const struct route_prefix *prefix);
bool route_policy_read(enum route_policy *out, const char *written);
const char *route_policy_name(enum route_policy policy);

/* 0, or ROUTE_PLAN_TWICE: two routes for the same class have the same prefix
 * (and operator), or two operators do; err->offset is the later one's line,
 * err->text names both and the prefix. */
int route_plan_check(const struct route_plan *plan, struct err *err);
/* 0, or ROUTE_PLAN_LINK: a route or an operator names a link that is none of
 * the `count` names; err->offset its line. */
int route_plan_check_links(const struct route_plan *plan,
    const char *const *names, size_t count, struct err *err);

#endif
