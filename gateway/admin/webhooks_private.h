/* webhooks_private - what the files of webhooks share; for them only.
 *
 *   webhooks.c        hooks, and what is known of them
 *   webhooks_place.c  where they are, in the store
 *   webhooks_event.c  one event after the other
 *   webhooks_read.c   the next event of a hook as JSON, in a thread
 *   webhooks_call.c   the request
 *   webhooks_say.c    the alarms' words
 *   webhooks_hand.c   what an admin does to a hook */
#ifndef GATEWAY_ADMIN_WEBHOOKS_PRIVATE_H
#define GATEWAY_ADMIN_WEBHOOKS_PRIVATE_H

#include "base/http_client.h"
#include "base/timer.h"
#include "base/tls.h"
#include "base/workers.h"
#include "gateway/admin/api_impl.h"
#include "gateway/admin/webhooks.h"

/* What the thread found for a hook. */
struct webhooks_found {
	struct webhook_event event; /* id 0: nothing waits */
	int64_t upto; /* nothing up to here is for this hook */
	char *body; /* NULL: that row is gone; free() */
	int64_t waiting; /* -1: not counted */
	bool failed; /* it could not be read: again later */
};

enum webhooks_doing { DOING_NOTHING, DOING_READ, DOING_CALL };

struct webhooks_one {
	struct work work; /* first */
	struct webhooks *all;
	const struct webhooks_hook *hook;
	struct webhook_place place; /* as we are; perhaps not written yet */
	bool dirty; /* it is not written */
	bool more; /* the last read found something */
	enum webhooks_doing doing;
	struct tls_context *tls;
	struct http_client *client;

	/* the thread's while DOING_READ */
	struct webhooks_found found;
	int64_t after;
	bool count;
	bool peek; /* how much waits, and since when: nothing is sent */
	struct api api; /* a copy, with the thread's store and this market */
	struct market market;

	int64_t added_seen; /* store_webhook_added() at the last read */
	int64_t counted_mono_ms, next_mono_ms;
	int64_t waiting, failed, told_ms;
	int64_t oldest_ms; /* the first that waits; 0: none, or not read yet */

	webhooks_test_fn *test;
	void *test_arg;
};

struct webhooks {
	struct webhooks_config config;
	struct timer *timer;
	int64_t begun_mono_ms;
	struct workers *workers;
	struct store *thread_store; /* the thread's */
	struct webhooks_one one[WEBHOOKS_MOST];
	struct job job; /* writes where they are */
	bool writing;
	struct webhook_place written[WEBHOOKS_MOST]; /* by that job */
	size_t written_count;
};

/* -- webhooks_place.c -- */

void webhooks_places_open(struct webhooks *w);
/* What is dirty, in a turn. */
void webhooks_write_behind(struct webhooks *w);

/* -- webhooks_event.c -- */

/* Reads what is next, if it is time. */
void webhooks_go_on(struct webhooks_one *one);
/* Goes behind `upto`, without the `count` events up to there. */
void webhooks_drop(
    struct webhooks_one *one, int64_t upto, int64_t count, const char *why);
/* Of one that is off or waits for its next try: what is too old goes, and what
 * is too many, and what is left is counted now and then. */
void webhooks_rest(struct webhooks_one *one);

/* -- webhooks_read.c: in the thread, then in the loop by rows_read -- */

bool webhooks_read(struct webhooks_one *one);
/* Of webhooks_event.c: what was read is in one->found. */
void webhooks_was_read(struct webhooks_one *one, bool ran);

/* -- webhooks_call.c -- */

/* False: it cannot be sent, with why. */
bool webhooks_call_open(struct webhooks_one *one, struct err *err);
void webhooks_call_close(struct webhooks_one *one);
bool webhooks_call(
    struct webhooks_one *one, const char *id, struct str body, http_call_fn fn);
/* The status; 0: no whole answer came. */
int webhooks_status(const struct http_call_end *end);
/* Words for an end that was no 2xx. */
void webhooks_why(
    char dst[WEBHOOK_WHY_OCTETS], const struct http_call_end *end);

#endif
