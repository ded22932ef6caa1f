/* route_private - a table of routes from the inside: route_table makes it,
 * route asks it. */
#ifndef GATEWAY_CORE_ROUTE_PRIVATE_H
#define GATEWAY_CORE_ROUTE_PRIVATE_H

#include "gateway/core/route.h"

/* What stands at one prefix: a route, perhaps only for one operator. */
struct route_ref {
	uint64_t key;
	uint16_t route;
	int16_t operator_; /* ROUTE_NO_OPERATOR: whoever's */
	int16_t rank; /* at the same prefix, the lower one first */
};

struct route_place {
	uint64_t key; /* 0: free */
	int16_t operator_; /* whose prefix it is */
	uint16_t first, count; /* refs */
};

struct route_operator {
	char name[ROUTE_NAME_OCTETS];
	char country[4];
	uint16_t first, count; /* refs of routes that name him alone */
};

struct route_table {
	struct route *routes;
	char (*names)[ROUTE_NAME_OCTETS];
	size_t routes_count;
	struct route_operator *operators;
	size_t operators_count;
	struct route_ref *refs; /* by key and rank */
	size_t refs_count;
	struct route_place *places;
	size_t places_count; /* a power of two */
	uint32_t lengths[2][2]; /* plus, exact: bits of the lengths there are */
	int16_t heard[ROUTE_LINKS_ALL];
	uint64_t mark;
};

/* The length is told in it plus one, so it is never 0. */
uint64_t route_key(uint64_t digits, size_t length, bool plus, bool exact);
uint64_t route_mix(uint64_t x);
/* Where that key stands, or would. */
struct route_place *route_place(const struct route_table *table, uint64_t key);

#endif
