#include "gateway/store/store_open.h"

#include <stdlib.h>

#include "base/panic.h"
#include "gateway/store/db.h"
#include "gateway/store/head_map.h"
#include "gateway/store/message_row.h"

/* A start reads so many rows more than it would have to. */
#define MARK_EVERY 16384

/* A phone's value: four counts and a bit. */
#define COUNT_BITS 15
#define COUNT_MASK 0x7fff
enum { FLYING, FLYING_ADVISORY, FRESH, FRESH_ADVISORY };
#define ONE(which) (INT64_C(1) << ((which)*COUNT_BITS))
#define WAITS (INT64_C(1) << (4 * COUNT_BITS))

struct undo {
	bool phone; /* else a message */
	int64_t key, value; /* as it was */
};

struct store_open {
	struct head_map phones; /* values as above */
	struct head_map flying; /* message -> phone * 2 + is it an advisory */
	struct undo *undo; /* of the open transaction, oldest first */
	size_t undo_count, undo_room;
	int64_t mark, marked; /* committed; written in this transaction */
};

struct store_open *
store_open_new(struct db *db)
{
	struct store_open *open = xcalloc(1, sizeof(*open));
	struct db_query q =
	    db_ask(db, "SELECT phone_id FROM message INDEXED BY message_open"
		       " WHERE " MESSAGE_OPEN);
	while (db_next(&q))
		head_map_put(&open->phones, db_get_int(&q), WAITS);
	open->mark = open->marked = db_number(
	    db, 0, "SELECT value FROM setting WHERE key = 'flight_mark'");
	return open;
}

void
store_open_free(struct store_open **open)
{
	if (*open == NULL)
		return;
	head_map_free(&(*open)->phones);
	head_map_free(&(*open)->flying);
	free((*open)->undo);
	free(*open);
	*open = NULL;
}

/* -- changes, and back --------------------------------------------------- */

static void
set(struct head_map *map, int64_t key, int64_t value)
{
	if (value != 0)
		head_map_put(map, key, value);
	else
		head_map_drop(map, key);
}

static void
change(struct store_open *open, bool phone, int64_t key, int64_t value)
{
	struct head_map *map = phone ? &open->phones : &open->flying;
	if (open->undo_count == open->undo_room) {
		open->undo_room =
		    open->undo_room > 0 ? open->undo_room * 2 : 64;
		open->undo =
		    xrealloc(open->undo, open->undo_room * sizeof(*open->undo));
	}
	open->undo[open->undo_count++] =
	    (struct undo){phone, key, head_map_get(map, key)};
	set(map, key, value);
}

void
store_open_applied(struct store_open *open, bool committed)
{
	if (committed)
		open->mark = open->marked;
	else
		open->marked = open->mark;
	while (!committed && open->undo_count > 0) {
		const struct undo *u = &open->undo[--open->undo_count];
		set(u->phone ? &open->phones : &open->flying, u->key, u->value);
	}
	open->undo_count = 0;
}

static int64_t
phone_value(const struct store_open *open, int64_t phone_id)
{
	return phone_id > 0 ? head_map_get(&open->phones, phone_id) : 0;
}

static void
add(struct store_open *open, int64_t phone_id, int which, int count)
{
	if (phone_id > 0)
		change(open, true, phone_id,
		    phone_value(open, phone_id) + count * ONE(which));
}

void
store_open_waits(struct store_open *open, int64_t phone_id, bool waits)
{
	int64_t is = phone_value(open, phone_id);
	int64_t then = waits ? is | WAITS : is & ~WAITS;
	if (phone_id > 0 && then != is)
		change(open, true, phone_id, then);
}

void
store_open_fresh(
    struct store_open *open, int64_t phone_id, bool advisory, int count)
{
	add(open, phone_id, FRESH, count);
	if (advisory)
		add(open, phone_id, FRESH_ADVISORY, count);
}

void
store_open_takes_off(struct store_open *open, int64_t message_id,
    int64_t phone_id, bool advisory)
{
	if (message_id <= 0 || head_map_get(&open->flying, message_id) != 0)
		return;
	change(open, false, message_id, phone_id * 2 + advisory);
	add(open, phone_id, FLYING, 1);
	if (advisory)
		add(open, phone_id, FLYING_ADVISORY, 1);
}

void
store_open_landed(struct store_open *open, int64_t message_id)
{
	int64_t value =
	    message_id > 0 ? head_map_get(&open->flying, message_id) : 0;
	if (value == 0)
		return;
	change(open, false, message_id, 0);
	add(open, value / 2, FLYING, -1);
	if (value % 2 != 0)
		add(open, value / 2, FLYING_ADVISORY, -1);
}

/* -- questions ----------------------------------------------------------- */

static int
count_of(int64_t value, int which)
{
	return (int)(value >> (which * COUNT_BITS)) & COUNT_MASK;
}

struct store_open_look
store_open_look(const struct store_open *open, int64_t phone_id)
{
	int64_t value = phone_value(open, phone_id);
	return (struct store_open_look){
	    .waits = (value & WAITS) != 0,
	    .flying = count_of(value, FLYING),
	    .flying_advisories = count_of(value, FLYING_ADVISORY),
	    .fresh = count_of(value, FRESH),
	    .fresh_advisories = count_of(value, FRESH_ADVISORY),
	};
}

int
store_open_flying(
    const struct store_open *open, int64_t phone_id, int64_t *ids, int most)
{
	int left = count_of(phone_value(open, phone_id), FLYING), count = 0;
	for (size_t i = 0; left > 0 && i < open->flying.places; i++) {
		const struct head_pair *pair = &open->flying.pairs[i];
		if (pair->key == 0 || pair->value / 2 != phone_id)
			continue;
		left--;
		if (count < most)
			ids[count++] = pair->key;
	}
	return count;
}

void
store_open_mark(struct store_open *open, struct db *db, int64_t newest)
{
	int64_t mark = newest;
	if (newest - open->marked < MARK_EVERY)
		return;
	for (size_t i = 0; i < open->flying.places; i++) {
		int64_t id = open->flying.pairs[i].key;
		if (id != 0 && id <= mark)
			mark = id - 1;
	}
	/* Behind one that hangs no row is worth it. */
	if (mark - open->marked < MARK_EVERY / 2)
		return;
	db_run(db,
	    "INSERT INTO setting (key, value) VALUES ('flight_mark', ?1)"
	    " ON CONFLICT (key) DO UPDATE SET value = excluded.value",
	    db_int(mark));
	open->marked = mark;
}
