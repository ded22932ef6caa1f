/* store_traffic - how busy it is: texts an hour, and open orders by state.
 *
 * What a first page shows, and so is asked for again and again: each call reads
 * a bounded number of rows, whatever the market's size.
 *
 * Hours: message ids ascend with time, so the ids at both ends of an hour are
 * found by halving, and their distance is how many messages there were.  Which
 * of them went in and which out is counted where an hour has up to
 * TRAFFIC_COUNTED of them, else taken from a sample spread over it (`about`).
 * A clock that was put right may move a few into the hour next to theirs.
 *
 * Orders: from the small table of open codes, no more than TRAFFIC_ORDERS_MAX
 * of them; `all` is false if there are more. */
#ifndef GATEWAY_STORE_STORE_TRAFFIC_H
#define GATEWAY_STORE_STORE_TRAFFIC_H

#include <stdbool.h>
#include <stdint.h>

#include "gateway/store/store.h"
#include "gateway/store/store_order.h"

#define TRAFFIC_COUNTED 2000
#define TRAFFIC_ORDERS_MAX 20000

struct traffic_hour {
	int64_t from_ms;
	int64_t in, out;
	bool about; /* from a sample */
};

/* `count` hours, the last of them the one that until_ms is in (hours of UTC).
 * until_ms: a wall time.  store: a reader, or between turns. */
void store_traffic_hours(struct store *store, int64_t until_ms,
    struct traffic_hour *hours_out, int count);

/* One span in the place of an hour: from out->from_ms until now. */
void store_traffic_since(struct store *store, struct traffic_hour *out);

struct traffic_orders {
	int64_t lines[16]; /* by enum line_state: of open orders only */
	bool all;
};
void store_traffic_orders(struct store *store, struct traffic_orders *out);

#endif
