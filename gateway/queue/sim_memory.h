/* sim_memory - is it the SIM that was in this modem the last time?
 *
 * Texts from another SIM come from a number that nobody knows, are paid by
 * whoever, and reports about the old one's texts will not come.  Which SIM it
 * was is remembered over restarts as a hash (the table setting, "sim NAME"); a
 * new one is told of for a day and is then the modem's own. */
#ifndef GATEWAY_QUEUE_SIM_MEMORY_H
#define GATEWAY_QUEUE_SIM_MEMORY_H

#include <stdbool.h>
#include <stdint.h>

#include "gateway/store/store.h"

/* sim: from struct link_description; 0 changes nothing and is never another.
 * In a turn. */
bool sim_memory_is_other(
    struct store *store, const char *link, int64_t sim, int64_t now_ms);

/* A PIN is entered once: two more tries would lock the SIM, and each start of
 * furrowd would be one.  refused: from struct link_description; forgotten when
 * the link is up.  In a turn. */
void sim_memory_note_pin(
    struct store *store, const char *link, int refused, bool up);
int sim_memory_refused_pin(struct store *store, const char *link);

#endif
