#include "gateway/queue/backups.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/log.h"
#include "base/panic.h"
#include "base/stream.h"
#include "base/timer.h"
#include "gateway/core/handler.h"
#include "gateway/store/store.h"

#define LOOK_MS 30000
#define AGAIN_MS (INT64_C(30) * 60 * 1000)
#define DAY_MS (INT64_C(24) * 3600 * 1000)
#define SAID_OCTETS 160
/* Of files that were made in the future: the clock was wrong then. */
#define FOUND_MOST 16

struct place {
	int64_t good_ms, good_octets, again_ms;
	int64_t failed_ms; /* the last try did; 0: it did not */
	bool wanted; /* somebody asked for it */
	char why[ERR_TEXT_OCTETS];
};

/* The thread's; it outlives us when the process ends. */
struct run {
	pthread_t thread;
	struct stream *told; /* reads the pipe */
	int tell_fd; /* the thread closes it when it has ended */
	size_t i; /* of the place */
	char *store_path, *conf_path, *version;
	struct backup_place place;
	int64_t now_ms;
	bool look; /* is there a good one that the store does not know? */
	int64_t found_ms; /* that was made then; 0: none */
	struct backup_made made;
	int code;
	struct err err;
};

struct backups {
	struct backups_config config;
	struct timer *timer;
	struct place place[BACKUPS_PLACES_MAX];
	struct run *run; /* NULL: none runs */
	struct job job; /* notes what was made */
	bool noting, said;
	size_t noted; /* which place */
	int64_t begun_ms; /* when we were made */
};

/* -- when ------------------------------------------------------------------ */

/* At its minute, the first one that is not just after the last: one that was
 * made late, or by hand, does not move those after it. */
static int64_t
at_minute(const struct backup_place *place, const struct market *market,
    int64_t after_ms)
{
	int64_t at_ms =
	    market_day_begin(market, after_ms) + place->at_min * INT64_C(60000);
	return at_ms > after_ms ? at_ms
				: market_day_begin(market, at_ms + DAY_MS) +
				      place->at_min * INT64_C(60000);
}

int64_t
backups_due(const struct backup_place *place, const struct market *market,
    int64_t good_ms)
{
	if (good_ms == 0)
		return 0;
	if (place->at_min < 0 || place->every_ms < DAY_MS)
		return good_ms + place->every_ms;
	return at_minute(
	    place, market, good_ms + place->every_ms - DAY_MS / 4 * 3);
}

static int64_t
next_ms(const struct backups *b, size_t i)
{
	const struct place *p = &b->place[i];
	int64_t due_ms =
	    backups_due(&b->config.places[i], b->config.market, p->good_ms);
	if (p->wanted)
		return 0;
	return due_ms > p->again_ms ? due_ms : p->again_ms;
}

/* -- in the thread --------------------------------------------------------- */

/* They have their names once they are whole and proven. */
static bool
find_good(struct run *run)
{
	struct backup_file newest[FOUND_MOST];
	char base[48];
	backup_base(base, run->store_path);
	int count = backup_list(run->place.folder, base, newest, FOUND_MOST);
	for (int i = 0; i < count && run->found_ms == 0; i++)
		if (newest[i].made_ms <= run->now_ms) {
			run->found_ms = newest[i].made_ms;
			run->made.octets = newest[i].octets;
			memcpy(run->made.name, newest[i].name,
			    sizeof(run->made.name));
		}
	return run->found_ms != 0;
}

static void *
make(void *arg)
{
	struct run *run = arg;
	const struct backup_wish wish = {
	    .store_path = run->store_path,
	    .conf_path = run->conf_path,
	    .folder = run->place.folder,
	    .key_file = run->place.key_file,
	    .version = run->version,
	    .now_ms = run->now_ms,
	    .keep = run->place.keep,
	    .mount = run->place.mount,
	};
	int fd = run->tell_fd;
	if (!run->look || !find_good(run))
		run->code = backup_make(&wish, &run->made, &run->err);
	close(fd);
	return NULL;
}

static void
run_free(struct run *run)
{
	free(run->store_path);
	free(run->conf_path);
	free(run->version);
	free(run);
}

/* -- what is said ---------------------------------------------------------- */

static void
say(struct buf *to, const char *title, const char *what)
{
	buf_add_format(to, "%s%s: %s", to->octets > 0 ? "; " : "", title, what);
}

static void
say_age(struct buf *to, const struct backups *b, size_t i, int64_t now_ms)
{
	const struct backup_place *place = &b->config.places[i];
	int64_t good_ms = b->place[i].good_ms;
	int64_t since_ms = good_ms != 0 ? good_ms : b->begun_ms;
	char what[64];
	if (now_ms - since_ms <= place->old_ms)
		return;
	snprintf(what, sizeof(what),
	    good_ms != 0 ? "the last good backup is %" PRId64 " h old"
			 : "no good backup since the start, %" PRId64 " h ago",
	    (now_ms - since_ms) / 3600000);
	say(to, place->title, what);
}

static void
say_all(struct backups *b)
{
	char failed[SAID_OCTETS], old[SAID_OCTETS];
	struct buf fails = buf_over(failed, sizeof(failed));
	struct buf ages = buf_over(old, sizeof(old));
	int64_t now_ms = clock_wall_ms(b->config.clock);
	for (size_t i = 0; i < b->config.count; i++) {
		if (b->place[i].why[0] != '\0')
			say(&fails, b->config.places[i].title, b->place[i].why);
		say_age(&ages, b, i, now_ms);
	}
	b->config.said(b->config.arg, failed, old);
}

/* -- what was made is noted ------------------------------------------------ */

static void
setting(char dst[64], const char *what, const struct backups *b, size_t i)
{
	snprintf(dst, 64, "backup-%s %s", what, b->config.places[i].title);
}

static void
note(struct job *job, const struct turn *turn)
{
	struct backups *b =
	    (struct backups *)((char *)job - offsetof(struct backups, job));
	char key[64];
	setting(key, "good", b, b->noted);
	store_setting_put_int(turn->store, key, b->place[b->noted].good_ms);
	setting(key, "octets", b, b->noted);
	store_setting_put_int(turn->store, key, b->place[b->noted].good_octets);
	setting(key, "failed", b, b->noted);
	store_setting_put_int(turn->store, key, b->place[b->noted].failed_ms);
}

static void
noted(struct job *job, bool committed)
{
	struct backups *b =
	    (struct backups *)((char *)job - offsetof(struct backups, job));
	(void)committed; /* if not, the next start looks into the folder */
	b->noting = false;
}

static void
note_at(struct backups *b, size_t i)
{
	b->noted = i;
	b->noting = true;
	b->config.submit(b->config.arg, &b->job);
}

static void
take_failure(struct backups *b, const struct run *run)
{
	struct place *p = &b->place[run->i];
	char why[ERR_TEXT_OCTETS * 2];
	p->failed_ms = clock_wall_ms(b->config.clock);
	p->again_ms = p->failed_ms + AGAIN_MS;
	str_copy(p->why, sizeof(p->why), str_from(run->err.text));
	log_event(LOG_ERROR, "backup", "failed", "to=%s why=%s",
	    run->place.title, log_quote(why, sizeof(why), p->why));
	note_at(b, run->i);
}

static void
take_result(struct backups *b, const struct run *run)
{
	struct place *p = &b->place[run->i];
	p->wanted = false;
	if (run->code != 0) {
		take_failure(b, run);
		return;
	}
	p->good_ms = run->found_ms != 0 ? run->found_ms : run->now_ms;
	p->good_octets = run->made.octets;
	/* That it is there says nothing about the last try. */
	if (run->found_ms == 0) {
		p->why[0] = '\0';
		p->failed_ms = p->again_ms = 0;
	}
	note_at(b, run->i);
	log_event(LOG_INFO, "backup", run->found_ms != 0 ? "found" : "made",
	    "to=%s file=%s octets=%" PRId64 " months=%d", run->place.title,
	    run->made.name, run->made.octets, run->made.months);
}

/* -- one at a time --------------------------------------------------------- */

static void
ended(void *owner, enum stream_event event)
{
	struct backups *b = owner;
	struct run *run = b->run;
	if (event != STREAM_GONE)
		return;
	pthread_join(run->thread, NULL);
	stream_free(&run->told);
	b->run = NULL;
	take_result(b, run);
	run_free(run);
	say_all(b);
}

static struct run *
run_new(const struct backups *b, size_t i)
{
	struct run *run = xcalloc(1, sizeof(*run));
	run->i = i;
	run->place = b->config.places[i];
	run->store_path = xstrdup(b->config.store_path);
	run->conf_path = xstrdup(b->config.conf_path);
	run->version = xstrdup(b->config.version);
	run->now_ms = clock_wall_ms(b->config.clock);
	run->look = b->place[i].good_ms == 0 && !b->place[i].wanted;
	return run;
}

static bool
begin(struct backups *b, size_t i)
{
	int fds[2];
	struct run *run = run_new(b, i);
	if (pipe2(fds, O_CLOEXEC) != 0) {
		run_free(run);
		return false;
	}
	run->tell_fd = fds[1];
	if (pthread_create(&run->thread, NULL, make, run) != 0) {
		close(fds[0]);
		close(fds[1]);
		run_free(run);
		return false;
	}
	run->told = stream_new(b->config.loop, fds[0], 16, 16, ended, b);
	b->run = run;
	return true;
}

static void
on_timer(void *arg)
{
	struct backups *b = arg;
	int64_t now_ms = clock_wall_ms(b->config.clock);
	bool first = !b->said;
	for (size_t i = 0; !first && i < b->config.count; i++)
		if (b->run == NULL && !b->noting && next_ms(b, i) <= now_ms &&
		    (b->place[i].wanted || b->config.clock_sure(b->config.arg)))
			begin(b, i);
	say_all(b);
	b->said = true;
	timer_arm(b->timer, b->config.look_ms);
}

/* -- life ------------------------------------------------------------------ */

static int64_t
recalled(const struct backups *b, size_t i, const char *what)
{
	char key[64];
	setting(key, what, b, i);
	return store_setting_int(b->config.reader, key, 0);
}

static void
recall(struct backups *b, size_t i)
{
	struct place *p = &b->place[i];
	char at[40];
	p->good_ms = recalled(b, i, "good");
	p->good_octets = recalled(b, i, "octets");
	p->failed_ms = recalled(b, i, "failed");
	if (p->failed_ms == 0)
		return;
	clock_rfc3339(at, sizeof(at), p->failed_ms, 0);
	snprintf(p->why, sizeof(p->why),
	    "the last try failed (%s, before this start)", at);
}

struct backups *
backups_new(const struct backups_config *config)
{
	struct backups *b = xcalloc(1, sizeof(*b));
	PANIC_UNLESS(config->count <= BACKUPS_PLACES_MAX);
	b->config = *config;
	b->job = (struct job){.run = note, .done = noted};
	b->begun_ms = clock_wall_ms(config->clock);
	if (b->config.look_ms <= 0)
		b->config.look_ms = LOOK_MS;
	for (size_t i = 0; i < config->count; i++)
		recall(b, i);
	b->timer = timer_new(config->loop, on_timer, b);
	if (config->count > 0)
		timer_arm(b->timer, 0); /* what is known is said at once */
	return b;
}

void
backups_free(struct backups **backups)
{
	struct backups *b = *backups;
	*backups = NULL;
	if (b == NULL)
		return;
	if (b->run != NULL) {
		stream_free(&b->run->told);
		pthread_detach(b->run->thread);
	}
	timer_free(&b->timer);
	free(b);
}

bool
backups_figures(
    const struct backups *backups, size_t i, struct backup_figures *out)
{
	if (backups == NULL || i >= backups->config.count)
		return false;
	const struct place *p = &backups->place[i];
	*out = (struct backup_figures){
	    .place = &backups->config.places[i],
	    .running = backups->run != NULL && backups->run->i == i,
	    .good_ms = p->good_ms,
	    .good_octets = p->good_octets,
	    .next_ms = next_ms(backups, i),
	};
	str_copy(out->why, sizeof(out->why), str_from(p->why));
	return true;
}

int
backups_now(struct backups *b, const char *title)
{
	for (size_t i = 0; b != NULL && i < b->config.count; i++) {
		if (strcmp(b->config.places[i].title, title) != 0)
			continue;
		if (b->run != NULL && b->run->i == i)
			return -2;
		b->place[i].wanted = true;
		timer_arm(b->timer, 0);
		return 0;
	}
	return -1;
}
