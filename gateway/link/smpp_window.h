/* smpp_window - the requests of one SMPP connection that wait for an answer.
 *
 * A bounded table: found by sequence number in constant time whatever the
 * order of the answers, and kept in the order of asking, so that one look at
 * the oldest tells whether anything is overdue (no timer for each).  A number
 * that nobody asked with, or that was answered already, is not found.
 *
 * In: sequence numbers, as SMPP 3.4 (5.1.4) has them.  Out: what was noted
 * with them.  Pure but for its one allocation, by smpp_window_init. */
#ifndef GATEWAY_LINK_SMPP_WINDOW_H
#define GATEWAY_LINK_SMPP_WINDOW_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define SMPP_WINDOW_MAX 5000

struct smpp_asked {
	uint32_t sequence;
	uint32_t text; /* whose: the owner's slot */
	int64_t mono_ms; /* asked then */
	/* Octets that had been handed to this connection before it: what lies
	 * unwritten behind them when it breaks has certainly not left. */
	uint64_t after_octets;
};

struct smpp_window {
	struct smpp_window_place *place;
	uint32_t *bucket; /* place + 1; 0: none */
	uint32_t mask;
	uint32_t free_first, oldest, newest; /* place + 1; 0: none */
	size_t count, most;
};

/* most: 1..SMPP_WINDOW_MAX. */
void smpp_window_init(struct smpp_window *window, size_t most);
void smpp_window_free(struct smpp_window *window);

/* False: full, or that number waits already. */
bool smpp_window_put(
    struct smpp_window *window, const struct smpp_asked *asked);
/* False: nobody asked. */
bool smpp_window_take(
    struct smpp_window *window, uint32_t sequence, struct smpp_asked *out);
/* NULL: nothing waits. */
const struct smpp_asked *smpp_window_oldest(const struct smpp_window *window);

#endif
