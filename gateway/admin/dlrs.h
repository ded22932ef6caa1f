/* dlrs - calls whoever sent a text by /cgi-bin/sendsms and gave a dlr-url: one
 * GET for each state of his mask that the text comes to.
 *
 * What is to be called is in the store (store_dlr.h), written with what
 * happened.  Each host has a client of its own and DLRS_CALLS calls at once, so
 * that one that hangs holds up no other; calls of one text go in their order.
 * 2xx: taken.  410: that one is given up.  Anything else, a redirect too (none
 * is followed), and silence: again after growing pauses (webhook_delay_ms()); a
 * host that cannot be reached at all rests as a whole.  What is older than
 * DLRS_GIVE_UP_MS is dropped, counted and logged, but not within DLRS_TRY_MS of
 * the start: while we were away, or our clock was behind, nobody could take it.
 * What waits for a host that the configuration does not name any more is
 * dropped, too.
 *
 * At least once: that a call was taken is written by the next look's turn; who
 * ends in between calls again.
 * Loop rule: all calls in the loop's thread. */
#ifndef GATEWAY_ADMIN_DLRS_H
#define GATEWAY_ADMIN_DLRS_H

#include "base/clock.h"
#include "base/err.h"
#include "base/loop.h"
#include "gateway/admin/dlr.h"
#include "gateway/core/job.h"
#include "gateway/store/store.h"

#define DLRS_CALLS 8
#define DLRS_LOOK_MS 200
#define DLRS_GIVE_UP_MS (INT64_C(3) * 24 * 3600 * 1000)
#define DLRS_TRY_MS (INT64_C(3600) * 1000)
/* Nothing becomes of a text so long after it was to be sent. */
#define DLRS_EXPECT_MS (INT64_C(8) * 24 * 3600 * 1000)

struct dlrs_config {
	struct loop *loop;
	const struct clock_source *clock;
	struct store *store; /* the turn's */
	struct store *reader; /* the loop's */
	const struct dlr_host *hosts; /* outlive */
	size_t hosts_count;
	const char *ca; /* PEM; "": the system's */
	void *arg;
	void (*submit)(void *arg, struct job *job);
	bool (*clock_sure)(void *arg);
};

struct dlrs;

/* Once at the start, before the first turn: what becomes of texts is noted from
 * here on; without hosts, what was noted before is forgotten.  False: the store
 * failed. */
bool dlrs_prepare(struct store *store, size_t hosts_count);

/* NULL with err: the CA cannot be read. */
struct dlrs *dlrs_new(const struct dlrs_config *config, struct err *err);
/* Calls under way are cut, to be made again.  When no turn will come any more.
 */
void dlrs_free(struct dlrs **dlrs);

struct dlrs_figures {
	int64_t waiting; /* as it was counted some seconds ago */
	int64_t told, failed, dropped; /* since the start */
};
void dlrs_figures(const struct dlrs *dlrs, struct dlrs_figures *out);
/* One clause about what is wrong, for the status; NULL: all is well. */
const char *dlrs_trouble(struct dlrs *dlrs);

#endif
