/* wire_routes - the routes of furrow.conf, given to the store and the queue.
 *
 * At start before the first turn; on reload inside a turn, by a job, so that no
 * claim sees half of one plan and half of the other.  A plan that names a link
 * which does not run (it is new: needs a restart) is refused, and the routes
 * stay as they were. */
#ifndef PROGRAMS_FURROWD_WIRE_ROUTES_H
#define PROGRAMS_FURROWD_WIRE_ROUTES_H

#include "gateway/core/route.h"
#include "gateway/queue/turnloop.h"
#include "programs/furrowd/wire_links.h"

struct wire_routes_change;

struct wire_routes {
	struct route_table *table; /* in use */
	struct wire_routes_change *changes; /* that wait for their turn */
};

/* 0, or negative with *err: a link that is not there. */
int wire_routes_open(struct wire_routes *routes, struct store *store,
    const struct route_plan *plan, const struct wire_links *links,
    struct err *err);
int wire_routes_reload(struct wire_routes *routes, struct turnloop *turnloop,
    const struct route_plan *plan, const struct wire_links *links,
    struct err *err);
/* When no turn will come any more. */
void wire_routes_free(struct wire_routes *routes);

#endif
