/* timekeeper - may we believe the clock, and how long were we away?
 *
 * The clock is *sure* when one of these agrees: the kernel says that it is
 * synchronised (NTP); the machine has a clock chip, or is a virtual machine
 * whose host keeps the time; a service-centre stamp within ten minutes of it
 * came since the start; it has not been set back behind what the store
 * already knows.  A stamp more than ten minutes *ahead* of us makes it unsure
 * again whatever else is said (an old stamp proves nothing: texts may lie in
 * the network for days).  While it is unsure nothing expires.
 *
 * An outage is a time in which nobody could be answered: the daemon was not
 * running, or no link was up.  Deadlines grow by its length. */
#ifndef GATEWAY_QUEUE_TIMEKEEPER_H
#define GATEWAY_QUEUE_TIMEKEEPER_H

#include <stdbool.h>
#include <stdint.h>

#include "gateway/core/market.h"
#include "gateway/store/store.h"

#define TIMEKEEPER_NEAR_MS (INT64_C(10) * 60 * 1000)
/* Shorter silences are ordinary life. */
#define TIMEKEEPER_OUTAGE_MS (INT64_C(60) * 1000)

struct timekeeper {
	bool forced_unsure; /* configuration */
	bool machine_vouches; /* asked once at start */
	bool stamp_near; /* a fresh stamp agreed */
	bool stamp_ahead; /* a stamp says that we are behind */
	int64_t known_ms; /* the store has seen this time already */
	int64_t alive_ms; /* last time we were alive and reachable; 0: new */
	int64_t written_ms; /* alive_ms as the store has it */
	bool reachable; /* a link is up */
};

/* `machine_vouches` from timekeeper_ask_machine(), a test's choice otherwise.
 */
void timekeeper_init(struct timekeeper *t, struct store *store,
    const struct market *market, bool machine_vouches);
bool timekeeper_ask_machine(void);

bool timekeeper_sure(const struct timekeeper *t, int64_t now_ms);
void timekeeper_stamp(struct timekeeper *t, int64_t stamp_ms, int64_t now_ms);
void timekeeper_reachable(struct timekeeper *t, bool reachable, int64_t now_ms);

/* Inside a turn: how long we were away, once, as soon as a link is up and the
 * clock is sure; 0 otherwise. */
int64_t timekeeper_outage(struct timekeeper *t, int64_t now_ms);
/* Inside a turn: note that we live (every half minute at most). */
void timekeeper_note(struct timekeeper *t, struct store *store, int64_t now_ms);

#endif
