#include "gateway/store/store_later.h"

#include <stdlib.h>
#include <string.h>

#include "base/panic.h"
#include "gateway/store/store_inside.h"
#include "gateway/store/store_offer.h"
#include "gateway/store/store_order.h"
#include "gateway/store/store_person.h"

/* In this order they are written; a row's bit for db is its place here. */
static const struct later_noun {
	const char *table;
	size_t octets;
	bool (*insert)(
	    struct store *store, const void *const *rows, size_t count);
	bool (*write)(struct store *store, const void *row, unsigned parts);
} nouns[] = {
    [SEEN_PERSON] = {"person", sizeof(struct person), store_person_insert,
	store_person_write},
    [SEEN_ORDER] = {"order_", sizeof(struct order), store_order_insert,
	store_order_write},
    [SEEN_LINE] = {"line", sizeof(struct line), store_line_insert,
	store_line_write},
    [SEEN_PROPOSAL] = {"proposal", sizeof(struct proposal),
	store_proposal_insert, store_proposal_write},
    /* Nobody makes listings here; what happened never changes. */
    [SEEN_OFFER] = {"offer", sizeof(struct offer), NULL, store_offer_write},
    [SEEN_EVENT] = {"line_event", sizeof(struct line_event), store_event_insert,
	NULL},
};
#define NOUNS (sizeof(nouns) / sizeof(nouns[0]))
_Static_assert(NOUNS == LATER_NOUNS, "one place for each noun");
#define CLOCK_BIT NOUNS

bool
store_later_insert(struct store *store, const struct later_insert *how,
    const void *const *rows, size_t count)
{
	/* The first is not bound (db.h). */
	struct db_value values[1 + LATER_MANY * LATER_COLUMNS];
	PANIC_UNLESS(how->columns <= LATER_COLUMNS &&
		     (count == 1 || count == LATER_MANY));
	for (size_t i = 0; i < count; i++)
		how->values(rows[i], &values[1 + i * how->columns]);
	return db_run_with(store->db, count == 1 ? how->one : how->many, values,
		   count * how->columns) == (int)count;
}

/* Changes first: a new row may stand in an index where a changed one did. */
static void
write_changes(struct store *store, enum seen_noun noun, size_t count)
{
	const struct later *later = &store->later[noun];
	for (size_t i = 0; i < count; i++)
		if ((later->parts[i] & LATER_FRESH) == 0 &&
		    !nouns[noun].write(store,
			later->rows + i * nouns[noun].octets, later->parts[i]))
			store_seen_drop(store, noun, later->ids[i]);
}

static void
write_fresh(struct store *store, enum seen_noun noun, size_t count)
{
	const struct later *later = &store->later[noun];
	const void *rows[LATER_ROWS];
	size_t fresh = 0, done = 0;
	for (size_t i = 0; i < count; i++)
		if ((later->parts[i] & LATER_FRESH) != 0)
			rows[fresh++] = later->rows + i * nouns[noun].octets;
	while (done < fresh) {
		size_t many = fresh - done >= LATER_MANY ? LATER_MANY : 1;
		/* Only by an error, and the rollback forgets all. */
		if (!nouns[noun].insert(store, &rows[done], many))
			return;
		done += many;
	}
}

static void
write_noun(struct store *store, enum seen_noun noun)
{
	size_t count = store->later[noun].count;
	bool own = store->seen.own;
	store->later[noun].count = 0;
	store->seen.own = true;
	write_changes(store, noun, count);
	write_fresh(store, noun, count);
	store->seen.own = own;
}

static void
write_some(void *arg, unsigned tables)
{
	struct store *store = arg;
	for (unsigned noun = 0; noun < NOUNS; noun++)
		if ((tables & (1u << noun)) != 0)
			write_noun(store, (enum seen_noun)noun);
	if ((tables & (1u << CLOCK_BIT)) != 0)
		turn_clock_write(store);
}

void
store_later_init(struct store *store)
{
	for (unsigned noun = 0; noun < NOUNS; noun++)
		db_hold_back(store->db, noun, nouns[noun].table);
	db_hold_back(store->db, CLOCK_BIT, TURN_CLOCK_TABLE);
	db_on_need(store->db, write_some, store);
}

void
store_later_free(struct store *store)
{
	for (unsigned noun = 0; noun < NOUNS; noun++)
		free(store->later[noun].rows);
}

void
store_later_forget(struct store *store)
{
	for (unsigned noun = 0; noun < NOUNS; noun++)
		store->later[noun].count = 0;
	turn_clock_forget(store);
	db_held_back(store->db, 0);
}

void
store_later_write(struct store *store)
{
	unsigned waiting = db_held_back(store->db, 0);
	if (waiting != 0)
		write_some(store, waiting);
}

void
store_later_clock(struct store *store)
{
	db_held_back(store->db, 1u << CLOCK_BIT);
}

/* Its place among those that wait, or a new one; what is new is not there. */
static size_t
place_of(struct store *store, enum seen_noun noun, int64_t id, bool fresh)
{
	struct later *later = &store->later[noun];
	for (size_t i = fresh ? 0 : later->count; i-- > 0;)
		if (later->ids[i] == id)
			return i;
	if (later->count == LATER_ROWS)
		write_noun(store, noun);
	if (later->rows == NULL)
		later->rows = xcalloc(LATER_ROWS, nouns[noun].octets);
	later->ids[later->count] = id;
	later->parts[later->count] = LATER_PLAIN;
	return later->count++;
}

void
store_later_put(struct store *store, enum seen_noun noun, int64_t id,
    const void *row, unsigned parts)
{
	PANIC_UNLESS(noun < NOUNS && db_in_transaction(store->db));
	if (!db_alive(store->db))
		return;
	struct later *later = &store->later[noun];
	size_t at = place_of(store, noun, id, (parts & LATER_FRESH) != 0);
	later->parts[at] |= parts;
	memcpy(later->rows + at * nouns[noun].octets, row, nouns[noun].octets);
	store_seen_note(store, noun, id, row);
	db_held_back(store->db, 1u << noun);
}
