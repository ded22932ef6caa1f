#include "gateway/queue/keeper.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/log.h"
#include "base/panic.h"
#include "base/timer.h"
#include "base/workers.h"
#include "gateway/core/handler.h"
#include "gateway/store/store_login.h"

#define LOOK_MS (INT64_C(3600) * 1000)
#define REST_MS 200
#define BEHIND_MS (INT64_C(48) * 3600 * 1000)
#define SLICE 500
#define PATH_OCTETS 4096

enum doing { ROWS, RAW, RAW_DONE, FILES, MONTH, INDEX, INDEX_DONE };

struct keeper {
	struct job job;
	struct work work;
	struct keeper_config config;
	struct workers *workers;
	struct timer *timer;
	enum doing doing;
	enum keep_kind kind; /* of ROWS */
	struct archive_month month;
	bool found; /* a month, in the last turn */
	bool raw; /* one whose file has raw forms, in the last turn */
	int raw_gone; /* from its file; negative: err */
	int64_t raw_after; /* months up to this id cannot be worked now */
	struct err err;
	bool due; /* the index */
	bool unsure; /* the clock, in the last turn */
	int failed; /* errno of a file; 0: it is gone */
	int64_t through_mono_ms; /* when all was looked through last */
};

/* -- in the turn ------------------------------------------------------------
 */

static void
step(struct keeper *k, const struct turn *turn)
{
	int64_t rule = 0;

	while (k->kind < KEEP_WALKED &&
	       (rule = store_keep_rule(&k->config.rules, k->kind)) == 0)
		k->kind++;
	if (k->kind < KEEP_WALKED &&
	    !store_keep_step(
		turn->store, k->kind, turn->now_ms - rule, SLICE, turn->now_ms))
		k->kind++;
}

static void
run(struct job *job, const struct turn *turn)
{
	struct keeper *k = (struct keeper *)job;
	int64_t rule = k->config.rules.texts_ms;
	int64_t raw_rule = k->config.rules.raw_ms;

	k->unsure = !turn->clock_sure;
	k->found = k->raw = k->due = false;
	if (k->unsure)
		return;
	if (k->doing == MONTH)
		store_keep_month_gone(turn->store, &k->month, turn->now_ms);
	else if (k->doing == RAW_DONE)
		store_keep_raw_month_gone(
		    turn->store, &k->month, k->raw_gone, turn->now_ms);
	else if (k->doing == INDEX_DONE)
		store_keep_index_done(turn->store, turn->now_ms);
	else
		step(k, turn);
	if (k->kind < KEEP_WALKED)
		return;
	store_login_forget(turn->store,
	    turn->now_ms - store_keep_rule(&k->config.rules, KEEP_LOGINS),
	    turn->now_ms);
	k->found = rule != 0 && store_keep_month(turn->store,
				    turn->now_ms - rule, &k->month);
	k->raw = !k->found && raw_rule != 0 &&
		 store_keep_raw_month(turn->store, turn->now_ms - raw_rule,
		     k->raw_after, &k->month);
	k->due = rule != 0 && !k->found && !k->raw &&
		 store_keep_index_due(turn->store, turn->now_ms);
}

/* -- in the thread ----------------------------------------------------------
 */

static void
delete_file(struct keeper *k, const char *path)
{
	static const char *const ends[] = {"-wal", "-shm", "-lock", ""};
	char name[PATH_OCTETS + 8];

	k->failed = 0;
	for (size_t i = 0; i < sizeof(ends) / sizeof(*ends); i++) {
		snprintf(name, sizeof(name), "%s%s", path, ends[i]);
		if (unlink(name) != 0 && errno != ENOENT)
			k->failed = errno;
	}
}

static void
work_file(struct work *work, int thread)
{
	struct keeper *k =
	    (struct keeper *)((char *)work - offsetof(struct keeper, work));
	char path[PATH_OCTETS];

	(void)thread;
	if (!archive_path(
		path, sizeof(path), k->config.store_path, k->month.month)) {
		k->failed = ENAMETOOLONG;
		k->raw_gone =
		    err_set(&k->err, STORE_OPEN, 0, "the path is too long");
		return;
	}
	if (k->doing == RAW)
		k->raw_gone = store_keep_file_raw(path, &k->err);
	else
		delete_file(k, path);
}

/* -- in the loop ------------------------------------------------------------
 */

static void
later(struct keeper *k, enum doing doing, int64_t ms)
{
	k->doing = doing;
	timer_arm(k->timer, ms);
}

static int64_t
rest(const struct keeper *k)
{
	return k->config.rest_ms > 0 ? k->config.rest_ms : REST_MS;
}

static void
look_again(struct keeper *k)
{
	k->kind = KEEP_RAW;
	k->raw_after = 0;
	later(k, ROWS, k->config.look_ms > 0 ? k->config.look_ms : LOOK_MS);
}

static void
done(struct job *job, bool committed)
{
	struct keeper *k = (struct keeper *)job;

	if (!committed || k->unsure)
		look_again(k);
	else if (k->kind < KEEP_WALKED)
		later(k, ROWS, rest(k));
	else if (k->found)
		later(k, FILES, rest(k));
	else if (k->raw)
		later(k, RAW, rest(k));
	else if (k->due)
		later(k, INDEX, rest(k));
	else {
		k->through_mono_ms = clock_mono_ms(k->config.clock);
		look_again(k);
	}
}

/* A file that somebody took away, or cannot be written, keeps no other waiting;
 * it is tried with the next look. */
static void
raw_done(struct keeper *k)
{
	char why[ERR_TEXT_OCTETS * 2];

	if (k->raw_gone >= 0) {
		later(k, RAW_DONE, rest(k));
		return;
	}
	log_event(LOG_WARN, "keeper", "raw_not_deleted", "month=%s why=%s",
	    k->month.month, log_quote(why, sizeof(why), k->err.text));
	k->raw_after = k->month.last_id;
	later(k, ROWS, rest(k));
}

static void
file_done(struct work *work, bool ran)
{
	struct keeper *k =
	    (struct keeper *)((char *)work - offsetof(struct keeper, work));

	if (!ran)
		return;
	if (k->doing == RAW) {
		raw_done(k);
		return;
	}
	if (k->failed == 0) {
		log_event(LOG_INFO, "keeper", "month_deleted", "month=%s",
		    k->month.month);
		later(k, MONTH, rest(k));
		return;
	}
	log_event(LOG_WARN, "keeper", "month_not_deleted", "month=%s errno=%d",
	    k->month.month, k->failed);
	look_again(k);
}

static void
go_on(void *arg)
{
	struct keeper *k = arg;

	switch (k->doing) {
	case ROWS:
	case RAW_DONE:
	case MONTH:
	case INDEX_DONE:
		k->config.submit(k->config.arg, &k->job);
		break;
	case RAW:
	case FILES:
		if (!workers_give(k->workers, &k->work))
			look_again(k);
		break;
	case INDEX:
		if (search_feed_anew(k->config.search))
			later(k, INDEX_DONE, rest(k));
		else
			later(k, INDEX, rest(k) * 10);
		break;
	}
}

struct keeper *
keeper_new(const struct keeper_config *config)
{
	struct workers *workers = workers_new(config->loop, 1);
	struct keeper *k;

	if (workers == NULL)
		return NULL;
	k = xcalloc(1, sizeof(*k));
	k->job = (struct job){.run = run, .done = done};
	k->work = (struct work){work_file, file_done, NULL};
	k->config = *config;
	k->workers = workers;
	k->through_mono_ms = clock_mono_ms(config->clock);
	k->timer = timer_new(config->loop, go_on, k);
	later(k, ROWS, rest(k));
	return k;
}

const char *
keeper_trouble(const struct keeper *keeper)
{
	if (keeper == NULL ||
	    clock_mono_ms(keeper->config.clock) - keeper->through_mono_ms <
		BEHIND_MS)
		return NULL;
	return keeper->failed != 0
		   ? "the file of an old month cannot be deleted"
		   : "what is older than its rule is still there";
}

void
keeper_free(struct keeper **keeper)
{
	struct keeper *k = *keeper;

	*keeper = NULL;
	if (k == NULL)
		return;
	workers_free(&k->workers);
	timer_free(&k->timer);
	free(k);
}
