/* sim_store - one message storage of a modem: numbered slots.
 *
 * Kept over restarts and unplugging, as SIM and flash are.  Indices are those
 * of the modem: from `first` on. */
#ifndef TESTS_SIM_SIM_STORE_H
#define TESTS_SIM_SIM_STORE_H

#include <stdbool.h>
#include <stdint.h>

#include "tests/sim/sim_pdu.h"

enum sim_stat { SIM_UNREAD, SIM_READ, SIM_UNSENT, SIM_SENT, SIM_ANY };

struct sim_slot {
	bool used;
	enum sim_stat stat;
	struct sim_tpdu tpdu;
};

struct sim_store {
	char name[3];
	unsigned slots;
	unsigned used;
	unsigned first;
	struct sim_slot *at;
};

void sim_store_init(
    struct sim_store *store, const char *name, unsigned slots, unsigned first);
void sim_store_end(struct sim_store *store);

/* The index, or -1 when full. */
int sim_store_put(struct sim_store *store, const struct sim_tpdu *tpdu);

/* NULL when the index is outside of the storage; may be unused. */
struct sim_slot *sim_store_slot(struct sim_store *store, long index);
void sim_store_delete(struct sim_store *store, struct sim_slot *slot);

#endif
