#include "gateway/store/turn_clock.h"

#include <string.h>

#include "gateway/store/store_inside.h"

static struct turn_clock *
place_of(struct store *store, const char *product, int64_t area_no)
{
	uint64_t hash = (uint64_t)area_no;

	for (const char *at = product; *at != '\0'; at++)
		hash = (hash ^ (unsigned char)*at) * UINT64_C(0x100000001B3);
	return &store->clocks.places[(hash >> 20) % TURN_CLOCK_PLACES];
}

static bool
is_of(const struct turn_clock *clock, const char *product, int64_t area_no)
{
	return clock->area_no == area_no &&
	       strcmp(clock->product, product) == 0;
}

static struct turn_clock
read_row(struct store *store, const char *product, int64_t area_no)
{
	struct turn_clock clock;
	struct db_query q = db_ask(store->db,
	    "SELECT key, usual FROM turn_clock"
	    " WHERE product = ?1 AND area_no = ?2",
	    db_text(product), db_int(area_no));

	memset(&clock, 0, sizeof(clock));
	str_copy(clock.product, sizeof(clock.product), str_from(product));
	clock.area_no = area_no;
	if (db_next(&q)) {
		clock.key = db_get_int(&q);
		clock.usual = db_get_int(&q);
		clock.asked = true;
		db_end(&q);
	}
	return clock;
}

static void
write_row(struct store *store, struct turn_clock *clock)
{
	struct turn_clock row = *clock;

	clock->later = false;
	db_run(store->db,
	    "INSERT INTO turn_clock (product, area_no, key, usual)"
	    " VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO UPDATE SET"
	    " key = excluded.key, usual = excluded.usual",
	    db_text(row.product), db_int(row.area_no), db_int(row.key),
	    db_int(row.usual));
}

/* The place is for another row from now on. */
static void
remember(struct store *store, const struct turn_clock *clock)
{
	struct turn_clock *place =
	    place_of(store, clock->product, clock->area_no);

	if (place->later && !is_of(place, clock->product, clock->area_no))
		write_row(store, place);
	*place = *clock;
}

struct turn_clock
turn_clock_get(struct store *store, const char *product, int64_t area_no)
{
	const struct turn_clock *place = place_of(store, product, area_no);
	struct turn_clock clock;

	if (store->head != NULL && db_alive(store->db) &&
	    is_of(place, product, area_no))
		return *place;
	clock = read_row(store, product, area_no);
	if (store->head != NULL && db_alive(store->db) && *product != '\0')
		remember(store, &clock);
	return clock;
}

void
turn_clock_put(struct store *store, const struct turn_clock *clock)
{
	struct turn_clock row = *clock;

	if (!db_alive(store->db))
		return;
	row.asked = row.later = true;
	remember(store, &row);
	store_later_clock(store);
}

void
turn_clock_write(struct store *store)
{
	for (int i = 0; i < TURN_CLOCK_PLACES; i++)
		if (store->clocks.places[i].later)
			write_row(store, &store->clocks.places[i]);
}

void
turn_clock_forget(struct store *store)
{
	memset(&store->clocks, 0, sizeof(store->clocks));
}

int
turn_clock_check(struct store *store, struct err *err)
{
	for (int i = 0; i < TURN_CLOCK_PLACES; i++) {
		const struct turn_clock *clock = &store->clocks.places[i];
		struct turn_clock row;

		if (clock->product[0] == '\0')
			continue;
		row = read_row(store, clock->product, clock->area_no);
		if (row.key != clock->key || row.usual != clock->usual ||
		    row.asked != clock->asked)
			return err_set(err, STORE_BROKEN, 0,
			    "what is remembered of the turn of %s is not what"
			    " is stored",
			    clock->product);
	}
	return 0;
}
