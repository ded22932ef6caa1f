/* store_traffic - how busy it is. */
#include "gateway/store/store_traffic.h"
#include "gateway/store/store_inside.h"
#include "gateway/store/store_message.h"

#define HOUR_MS INT64_C(3600000)
#define WINDOWS 8 /* of a sample */
#define LINE_SHIFT 64 /* a line's id is its order's, times that */

/* The first id of that time or later, `high` if there is none. */
static int64_t
first_since(struct store *store, int64_t since_ms, int64_t low, int64_t high)
{
	while (low < high) {
		int64_t middle = low + (high - low) / 2;
		int64_t time_ms = db_number(store->db, INT64_MAX,
		    "SELECT time_ms FROM message WHERE id >= ?1"
		    " ORDER BY id LIMIT 1",
		    db_int(middle));
		if (time_ms < since_ms)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

struct counted {
	int64_t all, out;
};

/* Ids from `from`, before `end`. */
static void
count(struct store *store, int64_t from, int64_t end, struct counted *sum)
{
	struct db_query q = db_ask(store->db,
	    "SELECT count(*), total(out) FROM message"
	    " WHERE id >= ?1 AND id < ?2",
	    db_int(from), db_int(end));
	if (db_next(&q)) {
		sum->all += db_get_int(&q);
		sum->out += db_get_int(&q);
	}
	db_end(&q);
}

static void
count_hour(
    struct store *store, int64_t from, int64_t end, struct traffic_hour *hour)
{
	struct counted sum = {0};
	int64_t span = end - from;
	hour->about = span > TRAFFIC_COUNTED;
	if (!hour->about)
		count(store, from, end, &sum);
	for (int i = 0; hour->about && i < WINDOWS; i++) {
		int64_t at = from + span / WINDOWS * i;
		count(store, at, at + TRAFFIC_COUNTED / WINDOWS, &sum);
	}
	hour->out = sum.out;
	if (hour->about)
		hour->out = sum.all == 0 ? 0 : span * sum.out / sum.all;
	hour->in = (hour->about ? span : sum.all) - hour->out;
}

void
store_traffic_hours(struct store *store, int64_t until_ms,
    struct traffic_hour *hours, int hours_count)
{
	int64_t end = store_message_newest(store) + 1;
	int64_t begin_ms =
	    until_ms - until_ms % HOUR_MS - (hours_count - 1) * HOUR_MS;
	int64_t from = first_since(store, begin_ms, 1, end);
	for (int i = 0; i < hours_count; i++) {
		int64_t next_ms = begin_ms + (i + 1) * HOUR_MS;
		/* What a clock ahead of ours has stamped is of this hour. */
		int64_t next = i + 1 == hours_count
				   ? end
				   : first_since(store, next_ms, from, end);
		hours[i] =
		    (struct traffic_hour){.from_ms = begin_ms + i * HOUR_MS};
		count_hour(store, from, next, &hours[i]);
		from = next;
	}
}

void
store_traffic_since(struct store *store, struct traffic_hour *out)
{
	int64_t end = store_message_newest(store) + 1;
	count_hour(store, first_since(store, out->from_ms, 1, end), end, out);
}

void
store_traffic_orders(struct store *store, struct traffic_orders *out)
{
	int64_t orders = 0;
	struct db_query q = db_ask(store->db,
	    "SELECT c.order_id, l.state FROM"
	    " (SELECT order_id FROM code WHERE open = 1 LIMIT ?1) c"
	    " JOIN line l ON l.id BETWEEN c.order_id * ?2"
	    " AND c.order_id * ?2 + ?2 - 1",
	    db_int(TRAFFIC_ORDERS_MAX + 1), db_int(LINE_SHIFT));
	int64_t last = 0;
	*out = (struct traffic_orders){.all = true};
	while (db_next(&q)) {
		int64_t order_id = db_get_int(&q);
		int64_t state = db_get_int(&q);
		orders += order_id != last;
		last = order_id;
		if (state > 0 && state < 16)
			out->lines[state]++;
	}
	db_end(&q);
	out->all = orders <= TRAFFIC_ORDERS_MAX;
}
