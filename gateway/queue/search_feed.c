#include "gateway/queue/search_feed.h"

#include <stdlib.h>

#include "base/clock.h"
#include "base/log.h"
#include "base/panic.h"
#include "base/timer.h"
#include "base/workers.h"
#include "gateway/store/search.h"

#define PAGE_MESSAGES 2000
#define LOOK_MS 1000
#define REST_TIMES 4
#define AGAIN_MS 60000

struct search_feed {
	struct work work;
	struct workers *workers;
	struct timer *timer;
	char *path;
	struct search *search; /* the thread's, while it works */
	int count;
	bool
	    drop; /* the file, before this page; the thread's, while it works */
	int64_t took_ms;
	struct err err;
	char trouble[ERR_TEXT_OCTETS]; /* the loop's: what was complained of */
	int failures; /* in a row */
	enum { FED, ANEW_ASKED, ANEW_DONE } anew; /* the loop's */
};

/* -- in the thread --------------------------------------------------------- */

static void
feed_page(struct work *work, int thread)
{
	struct search_feed *f = (struct search_feed *)work;
	int64_t begun_ms = clock_mono_ms(clock_system());
	(void)thread;
	f->count = -1;
	if (f->drop) {
		search_close(&f->search);
		search_remove(f->path);
	}
	if (f->search == NULL)
		f->search = search_open(f->path, &f->err);
	if (f->search != NULL)
		f->count = search_feed(f->search, PAGE_MESSAGES, &f->err);
	if (f->count < 0)
		search_close(&f->search);
	if (f->count == STORE_BROKEN)
		search_remove(f->path);
	f->took_ms = clock_mono_ms(clock_system()) - begun_ms;
}

/* -- in the loop ----------------------------------------------------------- */

static void
complain(struct search_feed *f)
{
	char why[ERR_TEXT_OCTETS * 2];
	if (f->failures++ == 0)
		log_event(LOG_WARN, "search", "not_fed", "why=%s",
		    log_quote(why, sizeof(why), f->err.text));
	str_copy(f->trouble, sizeof(f->trouble), str_from(f->err.text));
}

static void
page_done(struct work *work, bool ran)
{
	struct search_feed *f = (struct search_feed *)work;
	if (!ran)
		return;
	if (f->drop && f->anew == ANEW_ASKED)
		f->anew = ANEW_DONE;
	if (f->count < 0) {
		complain(f);
		timer_arm(f->timer, AGAIN_MS);
		return;
	}
	f->failures = 0;
	timer_arm(f->timer,
	    f->count < PAGE_MESSAGES ? LOOK_MS : (f->took_ms + 1) * REST_TIMES);
}

static void
look(void *arg)
{
	struct search_feed *f = arg;
	f->drop = f->anew == ANEW_ASKED;
	if (!workers_give(f->workers, &f->work))
		timer_arm(f->timer, AGAIN_MS);
}

struct search_feed *
search_feed_new(struct loop *loop, const char *store_path)
{
	struct workers *workers = workers_new(loop, 1);
	if (workers == NULL)
		return NULL;
	struct search_feed *f = xcalloc(1, sizeof(*f));
	f->work = (struct work){feed_page, page_done, NULL};
	f->workers = workers;
	f->path = xstrdup(store_path);
	f->timer = timer_new(loop, look, f);
	timer_arm(f->timer, LOOK_MS);
	return f;
}

bool
search_feed_anew(struct search_feed *feed)
{
	if (feed == NULL)
		return true;
	if (feed->anew == FED)
		feed->anew = ANEW_ASKED;
	if (feed->anew != ANEW_DONE)
		return false;
	feed->anew = FED;
	return true;
}

const char *
search_feed_trouble(const struct search_feed *feed)
{
	return feed != NULL && feed->failures > 1 ? feed->trouble : NULL;
}

void
search_feed_free(struct search_feed **feed)
{
	struct search_feed *f = *feed;
	*feed = NULL;
	if (f == NULL)
		return;
	workers_free(&f->workers);
	search_close(&f->search);
	timer_free(&f->timer);
	free(f->path);
	free(f);
}
