#include "gateway/queue/archiver.h"

#include <inttypes.h>
#include <stdlib.h>

#include "base/log.h"
#include "base/panic.h"
#include "base/timer.h"
#include "base/workers.h"
#include "gateway/core/handler.h"
#include "gateway/store/archive.h"

#define LOOK_MS (INT64_C(3600) * 1000)
#define FIRST_LOOK_MS 5000
#define COPY_MESSAGES 2000
#define DROP_REST_MS 20
/* A copy takes room before it gives any back: the orders need the last of it.
 * More than what the alarm `disk` is on for. */
#define ROOM_LEAST_OCTETS (INT64_C(64) << 20)
#define MONTHS_MOST 1200 /* a century */
/* A month and some days, so that the next one is hit from its beginning. */
#define MONTH_AND_MORE_MS (INT64_C(32) * 24 * 3600 * 1000)

enum found {
	FOUND_NOTHING,
	FOUND_MORE, /* copied some */
	FOUND_WHOLE, /* the copy is whole */
	FOUND_HALF, /* it is noted, and not all is dropped: a page of it */
	FOUND_FAULT,
};

struct archiver {
	struct work work; /* first, so that work is the archiver */
	struct job job;
	struct archiver_config config;
	char *path;
	struct workers *workers;
	struct timer *timer;
	struct market market; /* the thread's copy */
	int64_t now_ms;
	bool updated; /* the files of old months are of this schema */
	enum found found;
	struct archive_month month;
	bool noting; /* the job is NOTE, else DROP */
	bool ending; /* there is no turn any more */
	struct archive_page page; /* to be dropped */
	int64_t took_ms;
	struct err err;
	char trouble[ERR_TEXT_OCTETS]; /* the loop's: the last err, told */
};

/* -- in the thread --------------------------------------------------------- */

static enum found
update_files(struct archiver *a, struct store *reader)
{
	struct archive_month *months = xcalloc(MONTHS_MOST, sizeof(*months));
	size_t count = archive_list(reader, months, MONTHS_MOST);
	enum found found = FOUND_NOTHING;
	for (size_t i = 0; i < count && found != FOUND_FAULT; i++)
		if (archive_update(a->path, months[i].month, &a->err) < 0)
			found = FOUND_FAULT;
	free(months);
	a->updated = found != FOUND_FAULT;
	return found;
}

static bool
find_month(struct archiver *a, struct store *reader)
{
	char stamp[40];
	int64_t time_ms;
	struct archive_month *m = &a->month;
	struct archive_month before;
	m->first_id = archive_oldest(reader, a->now_ms, &time_ms);
	if (m->first_id == 0)
		return false;
	/* A clock that was set back wrote it: it goes with those before it. */
	if (archive_newest(reader, &before) && time_ms < before.until_ms)
		time_ms = before.until_ms - 1;
	int64_t begin_ms = market_month_begin(&a->market, time_ms);
	m->until_ms =
	    market_month_begin(&a->market, begin_ms + MONTH_AND_MORE_MS);
	if (a->now_ms - m->until_ms < a->config.after_ms)
		return false;
	/* Its middle is in that month of UTC, too. */
	clock_rfc3339(
	    stamp, sizeof(stamp), begin_ms + MONTH_AND_MORE_MS / 2, 0);
	str_copy(m->month, sizeof(m->month), str_of(stamp, 7));
	m->last_id = archive_last_before(reader, m->first_id, m->until_ms);
	return true;
}

static enum found
found_by(int count, enum found some, enum found none)
{
	return count < 0 ? FOUND_FAULT : count > 0 ? some : none;
}

static bool
has_room(struct archiver *a, const struct store *reader)
{
	int64_t octets = store_disk_free_octets(reader);
	if (octets < 0 || octets >= ROOM_LEAST_OCTETS)
		return true;
	err_set(&a->err, STORE_FULL, 0,
	    "less than 64 MiB of the disk are free, which the orders may need");
	return false;
}

static enum found
look(struct archiver *a, struct store *reader)
{
	if (!a->updated && update_files(a, reader) == FOUND_FAULT)
		return FOUND_FAULT;
	if (archive_unfinished(reader, &a->month))
		return found_by(
		    archive_ready(a->path, &a->month, &a->page, &a->err),
		    FOUND_HALF, FOUND_HALF);
	if (!find_month(a, reader))
		return FOUND_NOTHING;
	if (!has_room(a, reader))
		return FOUND_FAULT;
	return found_by(
	    archive_copy(a->path, &a->month, COPY_MESSAGES, &a->err),
	    FOUND_MORE, FOUND_WHOLE);
}

static void
work(struct work *work_, int thread)
{
	struct archiver *a = (struct archiver *)work_;
	int64_t begun_ms = clock_mono_ms(clock_system());
	struct store *reader = store_open_reader(a->path, &a->err);
	(void)thread;
	a->found = reader != NULL ? look(a, reader) : FOUND_FAULT;
	store_close(&reader);
	a->took_ms = clock_mono_ms(clock_system()) - begun_ms;
}

/* -- in the turn ----------------------------------------------------------- */

static struct archiver *
of_job(struct job *job)
{
	return (
	    struct archiver *)((char *)job - offsetof(struct archiver, job));
}

static void
run_job(struct job *job, const struct turn *turn)
{
	struct archiver *a = of_job(job);
	if (a->noting)
		archive_note(turn->store, &a->month);
	else
		archive_drop(turn->store, a->month.month, &a->page);
}

/* -- in the loop ----------------------------------------------------------- */

static void
complain(struct archiver *a)
{
	char why[ERR_TEXT_OCTETS * 2];
	log_event(LOG_WARN, "archive", "not_moved", "why=%s",
	    log_quote(why, sizeof(why), a->err.text));
	str_copy(a->trouble, sizeof(a->trouble), str_from(a->err.text));
	timer_arm(a->timer, a->config.look_ms);
}

static void
submit(struct archiver *a, bool noting)
{
	a->noting = noting;
	a->config.submit(a->config.arg, &a->job);
}

static void
job_done(struct job *job, bool committed)
{
	struct archiver *a = of_job(job);
	if (committed && !a->noting && a->page.count == 0)
		log_event(LOG_INFO, "archive", "moved",
		    "month=%s first=%" PRId64 " last=%" PRId64, a->month.month,
		    a->month.first_id, a->month.last_id);
	/* The next page of it, or perhaps another month. */
	timer_arm(a->timer, committed ? DROP_REST_MS : a->config.look_ms);
}

static void
work_done(struct work *work_, bool ran)
{
	struct archiver *a = (struct archiver *)work_;
	if (!ran || a->ending)
		return;
	if (a->found != FOUND_FAULT)
		a->trouble[0] = '\0';
	switch (a->found) {
	case FOUND_NOTHING:
		timer_arm(a->timer, a->config.look_ms);
		break;
	case FOUND_MORE:
		timer_arm(a->timer, a->took_ms + 1);
		break;
	case FOUND_WHOLE:
		submit(a, true);
		break;
	case FOUND_HALF:
		submit(a, false);
		break;
	case FOUND_FAULT:
		complain(a);
		break;
	}
}

static void
on_timer(void *arg)
{
	struct archiver *a = arg;
	a->now_ms = clock_wall_ms(a->config.clock);
	a->market = *a->config.market;
	if (!a->config.clock_sure(a->config.arg) ||
	    !workers_give(a->workers, &a->work))
		timer_arm(a->timer, a->config.look_ms);
}

struct archiver *
archiver_new(const struct archiver_config *config)
{
	struct workers *workers =
	    config->after_ms > 0 ? workers_new(config->loop, 1) : NULL;
	if (workers == NULL)
		return NULL;
	struct archiver *a = xcalloc(1, sizeof(*a));
	a->work = (struct work){work, work_done, NULL};
	a->job = (struct job){.run = run_job, .done = job_done};
	a->config = *config;
	if (a->config.look_ms <= 0)
		a->config.look_ms = LOOK_MS;
	a->workers = workers;
	a->path = xstrdup(config->store_path);
	a->timer = timer_new(config->loop, on_timer, a);
	timer_arm(a->timer, a->config.look_ms < FIRST_LOOK_MS
				? a->config.look_ms
				: FIRST_LOOK_MS);
	return a;
}

const char *
archiver_trouble(const struct archiver *archiver)
{
	return archiver != NULL && archiver->trouble[0] != '\0'
		   ? archiver->trouble
		   : NULL;
}

void
archiver_free(struct archiver **archiver)
{
	struct archiver *a = *archiver;
	*archiver = NULL;
	if (a == NULL)
		return;
	a->ending = true;
	workers_free(&a->workers);
	timer_free(&a->timer);
	free(a->path);
	free(a);
}
