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
	bool (*write)(struct store *store, const void *row, unsigned parts);
} nouns[] = {
    [SEEN_PERSON] = {"person", sizeof(struct person), store_person_write},
    [SEEN_ORDER] = {"order_", sizeof(struct order), store_order_write},
    [SEEN_LINE] = {"line", sizeof(struct line), store_line_write},
    [SEEN_PROPOSAL] = {"proposal", sizeof(struct proposal),
	store_proposal_write},
    [SEEN_OFFER] = {"offer", sizeof(struct offer), store_offer_write},
};
#define NOUNS (sizeof(nouns) / sizeof(nouns[0]))
_Static_assert(NOUNS == LATER_NOUNS, "one place for each noun");
#define CLOCK_BIT NOUNS

static void
write_noun(struct store *store, enum seen_noun noun)
{
	struct later *later = &store->later[noun];
	size_t count = later->count, octets = nouns[noun].octets;
	later->count = 0;
	for (size_t i = 0; i < count; i++) {
		const void *row = later->rows + i * octets;
		/* Written, it was forgotten (store_seen.h). */
		if (nouns[noun].write(store, row, later->parts[i]))
			store_seen_note(store, noun, later->ids[i], row);
	}
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

/* Its place among those that wait, or a new one. */
static size_t
place_of(struct store *store, enum seen_noun noun, int64_t id)
{
	struct later *later = &store->later[noun];
	for (size_t i = later->count; i-- > 0;)
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
	size_t at = place_of(store, noun, id);
	later->parts[at] |= parts;
	memcpy(later->rows + at * nouns[noun].octets, row, nouns[noun].octets);
	store_seen_note(store, noun, id, row);
	db_held_back(store->db, 1u << noun);
}
