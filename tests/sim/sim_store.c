#include "tests/sim/sim_store.h"

#include <stddef.h>
#include <stdlib.h>

#include "tests/sim/sim_util.h"

void
sim_store_init(
    struct sim_store *store, const char *name, unsigned slots, unsigned first)
{
	*store = (struct sim_store){.slots = slots, .first = first};
	sim_copy(store->name, sizeof(store->name), name);
	store->at = sim_alloc(slots + 1, sizeof(*store->at));
}

void
sim_store_end(struct sim_store *store)
{
	free(store->at);
	store->at = NULL;
}

int
sim_store_put(struct sim_store *store, const struct sim_tpdu *tpdu)
{
	for (unsigned i = 0; i < store->slots; i++) {
		if (store->at[i].used)
			continue;
		store->at[i] = (struct sim_slot){true, SIM_UNREAD, *tpdu};
		store->used++;
		return (int)(i + store->first);
	}
	return -1;
}

struct sim_slot *
sim_store_slot(struct sim_store *store, long index)
{
	if (index < store->first || index >= store->first + store->slots)
		return NULL;
	return &store->at[index - store->first];
}

void
sim_store_delete(struct sim_store *store, struct sim_slot *slot)
{
	if (slot->used)
		store->used--;
	slot->used = false;
}
