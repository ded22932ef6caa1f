/* smpp_flow - when an SMPP centre says that it is too much, or nothing at all.
 *
 * The operator's window bounds what may be under way, gateway/queue/window
 * begins gently, and gateway/queue/pace keeps a rate that was sold.  This one
 * is for what the centre itself shows.  Too much (ESME_RTHROTTLED,
 * ESME_RMSGQFUL): half as many may be under way and nothing leaves for a
 * second, two, four, at most a minute.  Silence: one at a time finds out
 * whether it answers again.  Each that is taken makes room for one more up to
 * half of what was too much, beyond that it takes a whole window.
 *
 * In: how texts end, monotonic time.  Out: how many more.
 * Pure: no clock, no log, no allocation. */
#ifndef GATEWAY_LINK_SMPP_FLOW_H
#define GATEWAY_LINK_SMPP_FLOW_H

#include <stddef.h>
#include <stdint.h>

struct smpp_flow {
	size_t most; /* the operator's window, of all binds */
	size_t open; /* that many may be under way now */
	size_t threshold; /* up to here it grows fast */
	size_t taken; /* since `open` grew slowly */
	int throttled; /* pauses in a row */
	int good; /* taken since the last pause */
	int64_t pause_until_mono_ms;
};

void smpp_flow_init(struct smpp_flow *flow, size_t most);

size_t smpp_flow_room(
    const struct smpp_flow *flow, size_t under_way, int64_t mono_ms);
void smpp_flow_taken(struct smpp_flow *flow);
/* Returns how long nothing leaves. */
int64_t smpp_flow_throttled(struct smpp_flow *flow, int64_t mono_ms);
/* Also after a rest: one text finds out whether it is over. */
void smpp_flow_silent(struct smpp_flow *flow);

#endif
