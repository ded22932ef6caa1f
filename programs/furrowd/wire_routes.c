#include "programs/furrowd/wire_routes.h"

#include <stdlib.h>

#include "base/panic.h"
#include "gateway/store/store_route.h"

static struct route_table *
table_of(const struct route_plan *plan, const struct wire_links *links,
    struct err *err)
{
	struct route_link link[WIRE_LINKS_MAX];
	for (size_t i = 0; i < links->count; i++)
		link[i] = (struct route_link){
		    .name = links->link[i]->name, .id = links->link[i]->id};
	return route_table_new(plan, link, links->count, err);
}

int
wire_routes_open(struct wire_routes *routes, struct store *store,
    const struct route_plan *plan, const struct wire_links *links,
    struct err *err)
{
	routes->table = table_of(plan, links, err);
	if (routes->table == NULL)
		return -1;
	store_route_use(store, routes->table);
	return 0;
}

struct wire_routes_change {
	struct job job;
	struct wire_routes *routes;
	struct route_table *next;
	bool used;
	struct wire_routes_change *after;
};

static void
drop(struct wire_routes_change *change)
{
	struct wire_routes_change **at = &change->routes->changes;
	while (*at != change)
		at = &(*at)->after;
	*at = change->after;
	free(change);
}

static void
use_next(struct job *job, const struct turn *turn)
{
	struct wire_routes_change *change = (struct wire_routes_change *)job;
	store_route_use(turn->store, change->next);
	change->used = true;
}

static void
note_used(struct job *job, bool committed)
{
	struct wire_routes_change *change = (struct wire_routes_change *)job;
	(void)committed; /* the routes are no part of the transaction */
	if (change->used) {
		route_table_free(&change->routes->table);
		change->routes->table = change->next;
	} else {
		route_table_free(&change->next);
	}
	drop(change);
}

int
wire_routes_reload(struct wire_routes *routes, struct turnloop *turnloop,
    const struct route_plan *plan, const struct wire_links *links,
    struct err *err)
{
	struct route_table *next = table_of(plan, links, err);
	if (next == NULL)
		return -1;
	struct wire_routes_change *change = xcalloc(1, sizeof(*change));
	*change = (struct wire_routes_change){
	    .job = {.run = use_next, .done = note_used},
	    .routes = routes,
	    .next = next,
	    .after = routes->changes,
	};
	routes->changes = change;
	turnloop_submit(turnloop, &change->job);
	return 0;
}

void
wire_routes_free(struct wire_routes *routes)
{
	while (routes->changes != NULL) {
		route_table_free(&routes->changes->next);
		drop(routes->changes);
	}
	route_table_free(&routes->table);
}
