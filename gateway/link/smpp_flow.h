/* smpp_flow - when an SMPP centre says that it is too much, or nothing at all.
 *
 * The operator's window bounds what may be under way, gateway/queue/window
 * begins gently, and gateway/queue/pace keeps a rate that was sold.  This one
 * is for what the centre itself shows.
 *
 * Too much (ESME_RTHROTTLED; ESME_RMSGQFUL to several numbers): nothing leaves
 * for a second, then as many a second as were taken in the second before, or
 * ten. From there, second by second: none thrown back      a sixteenth more up
 * to one in six      as it is: that is the rate which the centre allows up to
 * one in three    a little less more                  as many as were taken
 * Only where nothing at all is taken after a pause the next one is twice as
 * long, at most a minute, and the rate half.  Five minutes without a word of
 * it, and it is forgotten.
 *
 * Silence: one at a time finds out whether it answers again.  Each that is
 * taken makes room for one more up to half of what there was, beyond that it
 * takes a whole window.
 *
 * In: PDUs that leave, how they end, monotonic time.  Out: how many more.
 * Pure: no clock, no log, no allocation. */
#ifndef GATEWAY_LINK_SMPP_FLOW_H
#define GATEWAY_LINK_SMPP_FLOW_H

#include <stddef.h>
#include <stdint.h>

struct smpp_flow {
	size_t most; /* the operator's window, of all binds */
	size_t open; /* that many may be under way now */
	size_t threshold; /* up to here it grows fast */
	size_t grown; /* taken since `open` grew slowly */

	int64_t rate_milli; /* thousandths a second; 0: no limit */
	int64_t due_milli; /* thousandths that may leave, as of filled */
	int64_t filled_mono_ms;
	int64_t span_mono_ms; /* what is counted began then */
	int64_t taken, refused; /* since */
	int64_t taken_before; /* a second, in the span before it */
	int64_t throttled_mono_ms; /* last; 0: never */
	int starved; /* pauses in a row after which nothing was taken */
	int64_t pause_until_mono_ms;
};

void smpp_flow_init(struct smpp_flow *flow, size_t most);

size_t smpp_flow_room(
    const struct smpp_flow *flow, size_t under_way, int64_t mono_ms);
/* How long until there is room again although nothing happens; 0: it waits for
 * nothing. */
int64_t smpp_flow_wait_ms(const struct smpp_flow *flow, int64_t mono_ms);
void smpp_flow_left(struct smpp_flow *flow, int64_t mono_ms);
void smpp_flow_taken(struct smpp_flow *flow, int64_t mono_ms);
/* Returns how long that text should wait. */
int64_t smpp_flow_throttled(struct smpp_flow *flow, int64_t mono_ms);
/* Also after a rest: one text finds out whether it is over. */
void smpp_flow_silent(struct smpp_flow *flow);

#endif
