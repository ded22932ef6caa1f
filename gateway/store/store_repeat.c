#include "gateway/store/store_repeat.h"

#include <stdlib.h>
#include <string.h>

#include "base/panic.h"
#include "gateway/store/store_inside.h"
#include "gateway/store/store_message.h"

#define PLACES 131072 /* a power of two, three quarters used */
#define CHAIN_SHORT 32
#define CHAIN_LONG 4096
/* Clocks of service centres, and ours, may be wrong by a zone. */
#define CLOCKS_MS (INT64_C(26) * 3600 * 1000)

/* One generation: hashes with open addressing, 0 is a free place. */
struct generation {
	uint64_t hash[PLACES];
	int used;
	int64_t since_ms; /* its first came then */
};

/* Two generations: when one is full the older is forgotten. */
struct repeat_memory {
	struct generation *now, *before;
	int64_t since_ms; /* what came before is forgotten */
};

static size_t
place_of(const struct generation *g, uint64_t hash)
{
	size_t at = (size_t)(hash ^ hash >> 32) & (PLACES - 1);
	while (g->hash[at] != 0 && g->hash[at] != hash)
		at = (at + 1) & (PLACES - 1);
	return at;
}

static bool
holds(const struct generation *g, uint64_t hash)
{
	return g->hash[place_of(g, hash)] != 0;
}

struct repeat_memory *
repeat_memory_new(void)
{
	struct repeat_memory *memory = xcalloc(1, sizeof(*memory));
	memory->now = xcalloc(1, sizeof(*memory->now));
	memory->before = xcalloc(1, sizeof(*memory->before));
	return memory;
}

void
repeat_memory_free(struct repeat_memory **memory)
{
	if (*memory == NULL)
		return;
	free((*memory)->now);
	free((*memory)->before);
	free(*memory);
	*memory = NULL;
}

static void
turn_over(struct repeat_memory *memory)
{
	struct generation *oldest = memory->before;
	memory->before = memory->now;
	memory->now = oldest;
	if (oldest->used > 0)
		memory->since_ms = memory->before->since_ms;
	memset(oldest, 0, sizeof(*oldest));
}

void
repeat_memory_note(struct repeat_memory *memory, uint64_t hash, int64_t time_ms)
{
	if (hash == 0 || holds(memory->now, hash))
		return;
	if (memory->now->used >= STORE_REPEAT_TEXTS)
		turn_over(memory);
	struct generation *g = memory->now;
	g->hash[place_of(g, hash)] = hash;
	if (g->used++ == 0)
		g->since_ms = time_ms;
}

bool
repeat_memory_has(const struct repeat_memory *memory, uint64_t hash)
{
	return hash != 0 &&
	       (holds(memory->now, hash) || holds(memory->before, hash));
}

int64_t
repeat_memory_since(const struct repeat_memory *memory)
{
	return memory->since_ms;
}

/* -- filled from the store, and asked ------------------------------------ */

/* Ids ascend with time: the newest rows, oldest of them first. */
void
store_repeat_init(struct store *store)
{
	store->repeat = repeat_memory_new();
	struct db_query q = db_ask(store->db,
	    "SELECT hash, time_ms FROM message WHERE id > (SELECT"
	    " coalesce(max(id), 0) FROM message) - ?1"
	    " AND out = 0 AND hash <> 0 ORDER BY id",
	    db_int(STORE_REPEAT_TEXTS));
	while (db_next(&q)) {
		uint64_t hash = (uint64_t)db_get_int(&q);
		repeat_memory_note(store->repeat, hash, db_get_int(&q));
	}
	if (store_message_newest(store) > STORE_REPEAT_TEXTS)
		store->repeat->since_ms = store->repeat->now->since_ms;
}

void
store_repeat_free(struct store *store)
{
	repeat_memory_free(&store->repeat);
}

void
store_repeat_note(struct store *store, uint64_t hash, int64_t time_ms)
{
	if (store->repeat != NULL)
		repeat_memory_note(store->repeat, hash, time_ms);
}

struct repeat {
	uint64_t hash;
	int64_t since_ms, id;
};

static bool
is_not_it(void *arg, const struct message *m)
{
	struct repeat *repeat = arg;
	if (m->hash == repeat->hash && m->stamp_ms != 0 && !m->out)
		repeat->id = m->id;
	return repeat->id == 0 && m->time_ms >= repeat->since_ms;
}

/* Nobody's copy came before its stamp.  What the memory holds came since it
 * began, so it can answer for a stamp that is younger. */
static int
how_far(struct store *store, uint64_t hash, int64_t stamp_ms)
{
	if (store->repeat == NULL || repeat_memory_has(store->repeat, hash))
		return CHAIN_LONG;
	bool answers =
	    stamp_ms - CLOCKS_MS > repeat_memory_since(store->repeat);
	return answers ? 0 : CHAIN_SHORT;
}

int64_t
store_message_find_repeat(struct store *store, int64_t phone_id, uint64_t hash,
    int64_t stamp_ms, int64_t now_ms)
{
	struct repeat repeat = {
	    .hash = hash, .since_ms = now_ms - STORE_REPEAT_MS};
	int far = hash == 0 ? 0 : how_far(store, hash, stamp_ms);
	if (far > 0)
		store_message_heads(store, phone_id, far, is_not_it, &repeat);
	return repeat.id;
}

struct again {
	uint64_t hash;
	int64_t since_ms;
	struct message newest; /* of that hash; id 0: none */
};

static bool
is_not_that(void *arg, const struct message *m)
{
	struct again *again = arg;
	if (m->hash == again->hash && !m->out)
		again->newest = *m;
	return again->newest.id == 0 && m->time_ms >= again->since_ms;
}

int64_t
store_message_find_again(struct store *store, int64_t phone_id, uint64_t hash,
    int64_t since_ms, int64_t before_ms)
{
	struct again again = {.hash = hash, .since_ms = since_ms};
	if (store->repeat == NULL || repeat_memory_has(store->repeat, hash))
		store_message_heads(
		    store, phone_id, CHAIN_LONG, is_not_that, &again);
	bool between = again.newest.time_ms >= since_ms &&
		       again.newest.time_ms < before_ms;
	return between ? again.newest.id : 0;
}
