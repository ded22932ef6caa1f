#include "gateway/queue/eraser.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/log.h"
#include "base/panic.h"
#include "base/timer.h"
#include "base/workers.h"
#include "gateway/core/handler.h"
#include "gateway/store/archive.h"
#include "gateway/store/store_erase.h"

#define SLICE 500
#define REST_MS 20
#define AGAIN_MS 60000
#define MONTHS_MOST 1200
#define PATH_OCTETS 4096

enum doing { IDLE, STEP, FILES, ANEW, END, JOURNAL };

struct eraser {
	struct job job;
	struct work work;
	struct eraser_config config;
	struct workers *workers;
	struct timer *timer;
	enum doing doing;
	bool busy; /* the turn or the thread has it */
	bool woken; /* meanwhile */
	bool found; /* the last slice had something to do */
	struct erasure erasure;
	struct erase_words words; /* the thread's, while it works */
	struct err err;
	char trouble[ERR_TEXT_OCTETS];
};

/* -- in the thread ----------------------------------------------------------
 */

static int
clean_months(struct eraser *e, struct archive_month *months, int count)
{
	char path[PATH_OCTETS];
	int rc = 0;

	for (int i = 0; rc == 0 && i < count; i++) {
		if (!archive_path(path, sizeof(path), e->config.store_path,
			months[i].month))
			return err_set(
			    &e->err, STORE_OPEN, 0, "the path is too long");
		rc = store_erase_file(path, &e->words, &e->err);
	}
	return rc;
}

/* All that lie there, for a month that is just being copied is noted only when
 * it is whole; one that somebody took away cannot be reached. */
static void
clean_files(struct work *work, int thread)
{
	struct eraser *e =
	    (struct eraser *)((char *)work - offsetof(struct eraser, work));
	struct archive_month *months = xcalloc(MONTHS_MOST, sizeof(*months));
	int count = archive_files(e->config.store_path, months, MONTHS_MOST);

	(void)thread;
	e->err.code = 0;
	if (count < 0)
		err_set(&e->err, STORE_OPEN, 0,
		    "the folder of %s cannot be read: %s", e->config.store_path,
		    strerror(errno));
	else
		(void)clean_months(e, months, count);
	free(months);
}

/* -- in the turn ------------------------------------------------------------
 */

static void
run(struct job *job, const struct turn *turn)
{
	struct eraser *e = (struct eraser *)job;
	int slice = e->config.slice > 0 ? e->config.slice : SLICE;

	e->found = store_erase_next(turn->store, &e->erasure);
	if (!e->found)
		return;
	if (e->doing == END && e->erasure.stage == ERASE_FILES) {
		store_erase_end(turn->store, &e->erasure, turn->now_ms);
		return;
	}
	store_erase_words(turn->store, &e->erasure, &e->words);
	e->erasure.stage = store_erase_step(turn->store, &e->erasure, slice);
}

/* -- in the loop ------------------------------------------------------------
 */

static void
later(struct eraser *e, enum doing doing, int64_t ms)
{
	e->busy = false;
	e->doing = doing;
	timer_arm(e->timer, ms);
}

static int64_t
rest(const struct eraser *e)
{
	return e->config.rest_ms > 0 ? e->config.rest_ms : REST_MS;
}

static void
complain(struct eraser *e, enum doing again)
{
	char why[ERR_TEXT_OCTETS * 2];

	log_event(LOG_WARN, "eraser", "not_erased", "why=%s",
	    log_quote(why, sizeof(why), e->err.text));
	str_copy(e->trouble, sizeof(e->trouble), str_from(e->err.text));
	later(e, again, AGAIN_MS);
}

static void
rest_or_stop(struct eraser *e)
{
	if (e->found || e->woken)
		later(e, STEP, rest(e));
	else {
		e->busy = false;
		e->doing = IDLE;
	}
	e->woken = false;
}

static void
done(struct job *job, bool committed)
{
	struct eraser *e = (struct eraser *)job;

	if (!committed)
		later(e, e->doing, AGAIN_MS);
	else if (e->doing == END && e->found) {
		log_event(LOG_INFO, "eraser", "erased",
		    "person=%lld texts=%lld quotes=%lld",
		    (long long)e->erasure.person_id,
		    (long long)e->erasure.texts, (long long)e->erasure.quotes);
		e->trouble[0] = '\0';
		later(e, JOURNAL, rest(e));
	} else if (e->found && e->erasure.stage == ERASE_FILES)
		later(e, FILES, rest(e));
	else
		rest_or_stop(e);
}

static void
files_done(struct work *work, bool ran)
{
	struct eraser *e =
	    (struct eraser *)((char *)work - offsetof(struct eraser, work));

	if (!ran)
		return;
	if (e->err.code != 0)
		complain(e, FILES);
	else
		later(e, ANEW, rest(e));
}

static void
go_on(void *arg)
{
	struct eraser *e = arg;

	e->busy = true;
	switch (e->doing) {
	case IDLE:
		e->busy = false;
		break;
	case STEP:
	case END:
		e->config.submit(e->config.arg, &e->job);
		break;
	case FILES:
		if (!workers_give(e->workers, &e->work))
			later(e, FILES, AGAIN_MS);
		break;
	case ANEW:
		if (search_feed_anew(e->config.search))
			later(e, END, rest(e));
		else
			later(e, ANEW, rest(e) * 10);
		break;
	case JOURNAL:
		if (store_erase_journal(e->config.store))
			later(e, STEP, rest(e));
		else
			later(e, JOURNAL, rest(e) * 10);
		break;
	}
}

static bool
note_any(void *arg, const struct erasure *erasure)
{
	(void)erasure;
	*(bool *)arg = true;
	return false;
}

/* A kill after END may have left the journal as it was. */
struct eraser *
eraser_new(const struct eraser_config *config)
{
	struct workers *workers = workers_new(config->loop, 1);
	bool any = false;
	struct eraser *e;

	if (workers == NULL)
		return NULL;
	e = xcalloc(1, sizeof(*e));
	e->job = (struct job){.run = run, .done = done};
	e->work = (struct work){clean_files, files_done, NULL};
	e->config = *config;
	e->workers = workers;
	e->timer = timer_new(config->loop, go_on, e);
	store_erase_list(config->store, 0, 1, note_any, &any);
	later(e, any ? JOURNAL : STEP, rest(e));
	return e;
}

void
eraser_wake(struct eraser *eraser)
{
	if (eraser == NULL)
		return;
	eraser->woken = true;
	if (eraser->doing == IDLE)
		later(eraser, STEP, rest(eraser));
}

bool
eraser_idle(const struct eraser *eraser)
{
	return eraser->doing == IDLE && !eraser->busy;
}

const char *
eraser_trouble(const struct eraser *eraser)
{
	return eraser != NULL && eraser->trouble[0] != '\0' ? eraser->trouble
							    : NULL;
}

void
eraser_free(struct eraser **eraser)
{
	struct eraser *e = *eraser;

	*eraser = NULL;
	if (e == NULL)
		return;
	workers_free(&e->workers);
	timer_free(&e->timer);
	free(e);
}
