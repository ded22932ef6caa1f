#include "base/workers.h"

#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <unistd.h>

#include "base/panic.h"
#include "base/stream.h"

struct pieces {
	struct work *first, **last;
};

struct workers;

struct worker {
	struct workers *all;
	int number;
	pthread_t thread;
};

struct workers {
	pthread_mutex_t lock; /* over waiting, ended, idle, stop */
	pthread_cond_t more;
	struct pieces waiting, ended;
	int waiting_count, idle;
	bool stop;
	struct worker worker[WORKERS_MOST];
	int begun, most; /* the loop's own */
	struct stream *told; /* an octet for pieces that ended */
	int tell_fd;
};

static void
append(struct pieces *list, struct work *work)
{
	work->next = NULL;
	*list->last = work;
	list->last = &work->next;
}

static struct work *
take(struct pieces *list)
{
	struct work *work = list->first;
	if (work == NULL)
		return NULL;
	list->first = work->next;
	if (list->first == NULL)
		list->last = &list->first;
	return work;
}

/* -- in the threads -------------------------------------------------------- */

static struct work *
await(struct workers *w)
{
	struct work *work = NULL;
	pthread_mutex_lock(&w->lock);
	w->idle++;
	while (!w->stop && w->waiting.first == NULL)
		pthread_cond_wait(&w->more, &w->lock);
	w->idle--;
	if (!w->stop) {
		work = take(&w->waiting);
		w->waiting_count--;
	}
	pthread_mutex_unlock(&w->lock);
	return work;
}

/* A full pipe has told the loop already. */
static void
tell(struct workers *w, struct work *work)
{
	pthread_mutex_lock(&w->lock);
	append(&w->ended, work);
	pthread_mutex_unlock(&w->lock);
	if (write(w->tell_fd, "", 1) < 0)
		return;
}

/* Where the kernel counts a thread as a process (Linux), the loop goes before:
 * a question may wait for an order, never an order for a question. */
#define BEHIND_THE_LOOP 10

static void *
serve(void *arg)
{
	struct worker *self = arg;
	struct work *work;
#ifdef __linux__
	(void)setpriority(PRIO_PROCESS, 0, BEHIND_THE_LOOP);
#endif
	while ((work = await(self->all)) != NULL) {
		work->run(work, self->number);
		tell(self->all, work);
	}
	return NULL;
}

/* -- in the loop ----------------------------------------------------------- */

static void
end_pieces(struct workers *w)
{
	for (;;) {
		pthread_mutex_lock(&w->lock);
		struct work *work = take(&w->ended);
		pthread_mutex_unlock(&w->lock);
		if (work == NULL)
			return;
		work->done(work, true);
	}
}

static void
on_told(void *owner, enum stream_event event)
{
	struct workers *w = owner;
	if (event != STREAM_INPUT)
		return;
	stream_used(w->told, stream_input(w->told).octets);
	end_pieces(w);
}

struct workers *
workers_new(struct loop *loop, int threads)
{
	int fds[2];
	PANIC_UNLESS(threads > 0 && threads <= WORKERS_MOST);
	if (pipe2(fds, O_CLOEXEC | O_NONBLOCK) != 0)
		return NULL;
	struct workers *w = xcalloc(1, sizeof(*w));
	w->waiting.last = &w->waiting.first;
	w->ended.last = &w->ended.first;
	w->most = threads;
	w->tell_fd = fds[1];
	w->told = stream_new(loop, fds[0], 256, 16, on_told, w);
	pthread_mutex_init(&w->lock, NULL);
	pthread_cond_init(&w->more, NULL);
	return w;
}

/* Signals are the loop's. */
static bool
begin_one(struct workers *w)
{
	sigset_t all, before;
	struct worker *worker = &w->worker[w->begun];
	worker->all = w;
	worker->number = w->begun;
	sigfillset(&all);
	pthread_sigmask(SIG_SETMASK, &all, &before);
	bool ok = pthread_create(&worker->thread, NULL, serve, worker) == 0;
	pthread_sigmask(SIG_SETMASK, &before, NULL);
	w->begun += ok ? 1 : 0;
	return ok;
}

bool
workers_give(struct workers *w, struct work *work)
{
	pthread_mutex_lock(&w->lock);
	bool full = w->waiting_count >= WORKERS_WAITING_MOST;
	bool need = w->idle <= w->waiting_count;
	pthread_mutex_unlock(&w->lock);
	if (full ||
	    (need && w->begun < w->most && !begin_one(w) && w->begun == 0))
		return false;
	pthread_mutex_lock(&w->lock);
	append(&w->waiting, work);
	w->waiting_count++;
	pthread_cond_signal(&w->more);
	pthread_mutex_unlock(&w->lock);
	return true;
}

void
workers_free(struct workers **workers)
{
	struct workers *w = *workers;
	struct work *work;
	*workers = NULL;
	if (w == NULL)
		return;
	pthread_mutex_lock(&w->lock);
	w->stop = true;
	pthread_cond_broadcast(&w->more);
	pthread_mutex_unlock(&w->lock);
	for (int i = 0; i < w->begun; i++)
		pthread_join(w->worker[i].thread, NULL);
	end_pieces(w);
	while ((work = take(&w->waiting)) != NULL)
		work->done(work, false);
	stream_free(&w->told);
	close(w->tell_fd);
	pthread_mutex_destroy(&w->lock);
	pthread_cond_destroy(&w->more);
	free(w);
}
