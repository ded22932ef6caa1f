/* webhooks - tells other programs what happens: one POST an event.
 *
 * Each section `webhook` of the configuration is a hook with its own cursor
 * into the events (store_webhook.h).  A hook has one event under way, in order:
 * a thread reads the event's row, the loop sends it (base/http_client: no
 * redirect is followed, of the answer only the status is looked at), and only
 * after a 2xx it goes on to the next.  Otherwise the same event is tried again
 * after growing pauses (webhook.h), until it is older than give_up: then that
 * and all others so old are dropped and counted; but not within give_up, or
 * WEBHOOKS_TRY_MS, of the start: while we were away, or our clock was behind,
 * nobody could take them.  A hook that answers 410 is
 * off until somebody resumes it.  More than WEBHOOKS_ROWS_MOST events are kept
 * for nobody: the oldest go.
 *
 * At least once: the cursor is written some hundred milliseconds behind, by the
 * turn; who ends in between tells some events again, with the same webhook-id.
 * How many tries failed and when the next one is, is written with it: a restart
 * asks a peer that is down no sooner.
 * A row that is gone by then (somebody was erased) is passed over.
 *
 * Nothing of this runs when there is no hook, nor in a turn, but for a write
 * of a few rows.
 * Loop rule: all calls in the loop's thread. */
#ifndef GATEWAY_ADMIN_WEBHOOKS_H
#define GATEWAY_ADMIN_WEBHOOKS_H

#include <limits.h>

#include "base/clock.h"
#include "base/err.h"
#include "base/loop.h"
#include "gateway/admin/webhook.h"
#include "gateway/core/job.h"
#include "gateway/store/store_webhook.h"

#define WEBHOOKS_MOST 16
#define WEBHOOKS_ROWS_MOST 1000000
#define WEBHOOKS_LOOK_MS 200
#define WEBHOOKS_TRY_MS (INT64_C(3600) * 1000)
#define WEBHOOKS_SAID_OCTETS 100
/* After so many tries somebody should look: nearly three minutes. */
#define WEBHOOKS_TRIES_TROUBLE 6

/* A hook, as the configuration has it. */
struct webhooks_hook {
	char name[WEBHOOK_NAME_OCTETS];
	bool tls;
	char host[256];
	unsigned short port;
	char target[512]; /* "/path?query" */
	char ca[PATH_MAX]; /* "": the system's */
	struct webhook_secret secret;
	uint64_t kinds;
	bool numbers; /* in full */
	int64_t timeout_ms, give_up_ms;
	int64_t alarm_ms; /* an event that waits longer is an alarm */
};

struct api;

struct webhooks_config {
	struct loop *loop;
	const struct clock_source *clock;
	struct store *store; /* the turn's */
	struct store *reader; /* the loop's */
	struct api *api; /* who knows how rows are told; outlives */
	const struct webhooks_hook *hooks; /* outlive */
	size_t count; /* at least 1 */
	int64_t rows_most; /* 0: WEBHOOKS_ROWS_MOST */
	void *arg;
	void (*submit)(void *arg, struct job *job);
	bool (*clock_sure)(void *arg);
	/* What is wrong, every look; "": nothing is. */
	void (*said)(void *arg, const char *failing, const char *behind);
};

struct webhooks;

/* Once at the start, before the first turn: from here on events are written,
 * and each hook has its place; those of no hook go.  False: the store failed.
 */
bool webhooks_prepare(
    struct store *store, const struct webhooks_hook *hooks, size_t count);

/* NULL with err: a CA that cannot be read, no thread. */
struct webhooks *webhooks_new(
    const struct webhooks_config *config, struct err *err);
/* Requests under way are cut.  When no turn will come any more, and before the
 * api. */
void webhooks_free(struct webhooks **webhooks);

enum webhooks_state {
	WEBHOOKS_IDLE, /* nothing to tell, or at it */
	WEBHOOKS_RESTING, /* the last try failed: why */
	WEBHOOKS_OFF, /* 410 */
};

struct webhooks_figures {
	const struct webhooks_hook *hook;
	enum webhooks_state state;
	int64_t waiting; /* events; as it was counted some seconds ago */
	int64_t told, dropped; /* since the hook was set up */
	int64_t failed; /* tries, since the start */
	int64_t next_ms; /* RESTING: when the next try is */
	int64_t told_ms; /* the last time; 0: not since the start */
	int64_t oldest_s; /* the first that waits is so old; as `waiting` */
	int64_t tries; /* that failed, of the event that it is at */
	int answer; /* the last status; 0: none, or no whole one */
	char why[WEBHOOK_WHY_OCTETS]; /* the last try failed; "": not */
};
/* False: there are not so many, or none at all. */
bool webhooks_figures(
    const struct webhooks *webhooks, size_t i, struct webhooks_figures *out);
/* A clause for the alarm: hooks that failed WEBHOOKS_TRIES_TROUBLE times or are
 * off; "": none.  The other: whose events wait longer than alarm_ms. */
void webhooks_say_failing(char dst[WEBHOOKS_SAID_OCTETS],
    const struct webhooks_figures *figures, size_t count);
void webhooks_say_behind(char dst[WEBHOOKS_SAID_OCTETS],
    const struct webhooks_figures *figures, size_t count);

/* One event of the kind "test" to that hook, beside the others; fn once with
 * the status (0: no whole answer) and, if it did not come, why.  0; -1: no such
 * hook; -2: one is under way. */
typedef void webhooks_test_fn(void *arg, int status, const char *why);
int webhooks_test(struct webhooks *webhooks, const char *name,
    webhooks_test_fn *fn, void *arg);
/* On again, and at once; skip: without the event that it is at.  0; -1: no
 * such hook. */
int webhooks_resume(struct webhooks *webhooks, const char *name, bool skip);

#endif
