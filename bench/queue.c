/* queue - what a text costs when very many wait, and how soon a restart sends.
 *
 *   queue [ROWS [FOLDER]]     (a million, the working folder)
 *   queue --restart STORE     (what it runs for the restart)
 *
 * Texts of all classes wait for as many phones, a few behind others of their
 * phone, a few for later; two links are up, a third, to which every tenth text
 * is bound, is down, and a fourth is closed at this hour.  Then some thousands
 * leave, while as many wait: processor time, statements and SQLite's steps for
 * each, which are claim and outcome together, with 100, 10,000 and ROWS.  The
 * last store is opened once more in a new process: how long until a text
 * leaves, and the most memory that it took.
 *
 * Steps are the same on every machine; times are of this one. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/log.h"
#include "base/panic.h"
#include "gateway/link/link_loop.h"
#include "gateway/queue/turnloop.h"
#include "gateway/store/store_link.h"
#include "gateway/store/store_message.h"
#include "gateway/store/store_person.h"

#define WINDOW 100
#define MEASURED 5000
#define FILL_A_COMMIT 10000
#define LATER_MS INT64_C(86400000)

enum { UP_A, UP_B, DOWN, CLOSED, LINKS };

struct bench {
	struct loop *loop;
	struct store *store;
	struct turnloop *turnloop;
	struct market market;
	struct link *links[LINKS];
	long queued, fresh, left;
	double opened_ms; /* the store */
	char path[4096];
};

/* -- a trade that does nothing --------------------------------------------- */

static void
on_text(void *trade, const struct turn *turn, const struct handler_text *t)
{
	(void)trade;
	(void)turn;
	(void)t;
}

static void
on_timer(
    void *trade, const struct turn *turn, enum timer_kind kind, int64_t ref)
{
	(void)trade;
	(void)turn;
	(void)kind;
	(void)ref;
}

static void
on_fate(void *trade, const struct turn *turn, int64_t message_id,
    int subject_kind, int64_t subject_id, enum handler_fate fate)
{
	(void)trade;
	(void)turn;
	(void)message_id;
	(void)subject_kind;
	(void)subject_id;
	(void)fate;
}

static void
on_outage(void *trade, const struct turn *turn, int64_t away_ms)
{
	(void)trade;
	(void)turn;
	(void)away_ms;
}

static const struct handler_table nothing = {
    .on_text = on_text,
    .on_over = on_text,
    .on_timer = on_timer,
    .on_fate = on_fate,
    .on_outage = on_outage,
};

static enum link_loop_ending
on_sent(void *arg, const struct msg_out *text, enum refusal *refusal, int *code)
{
	struct bench *b = arg;
	(void)text;
	(void)refusal;
	(void)code;
	b->left++;
	return LINK_LOOP_ACCEPT;
}

static double
cpu_us(void)
{
	struct timespec ts;
	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &ts);
	return (double)ts.tv_sec * 1e6 + (double)ts.tv_nsec / 1e3;
}

static double
wall_ms(void)
{
	struct timespec ts;
	clock_gettime(CLOCK_MONOTONIC, &ts);
	return (double)ts.tv_sec * 1e3 + (double)ts.tv_nsec / 1e6;
}

/* -- a gateway --------------------------------------------------------------
 */

static void
open_links(struct bench *b)
{
	static const char *const names[LINKS] = {"a", "b", "down", "closed"};
	for (size_t i = 0; i < LINKS; i++) {
		struct link_loop_config config = {.name = names[i],
		    .window = WINDOW,
		    .on_sent = on_sent,
		    .arg = b};
		b->links[i] =
		    link_loop_new(b->loop, &config, turnloop_sink(b->turnloop));
		b->links[i]->id =
		    store_link_ensure(b->store, names[i], "loop", "");
		if (i != DOWN)
			b->links[i]->ops->start(b->links[i]);
	}
	int minute =
	    market_local_minute(&b->market, clock_wall_ms(clock_system()));
	b->links[CLOSED]->terms.from_min = (minute + 720) % 1440;
	b->links[CLOSED]->terms.until_min = (minute + 780) % 1440;
}

static void
open_gateway(struct bench *b, const char *path)
{
	struct err err;
	memset(b, 0, sizeof(*b));
	snprintf(b->path, sizeof(b->path), "%s", path);
	str_copy(b->market.country, sizeof(b->market.country), STR("254"));
	b->market.unknown_wait_ms = 120000;
	b->loop = loop_new();
	b->store = store_open(path, &err);
	if (b->store == NULL) {
		fprintf(stderr, "queue: %s\n", err.text);
		exit(1);
	}
	struct turnloop_config config = {
	    .loop = b->loop,
	    .store = b->store,
	    .clock = clock_system(),
	    .market = &b->market,
	    .handlers = &nothing,
	    .links = b->links,
	    .links_count = LINKS,
	    .machine_vouches = true,
	};
	b->opened_ms = wall_ms();
	b->turnloop = turnloop_new(&config);
	open_links(b);
}

static void
close_gateway(struct bench *b)
{
	for (size_t i = 0; i < LINKS; i++)
		b->links[i]->ops->free(b->links[i]);
	turnloop_free(&b->turnloop);
	store_close(&b->store);
	loop_free(&b->loop);
}

static void
unlink_store(const char *path)
{
	static const char *const ends[] = {"", "-wal", "-shm", "-lock"};
	char name[4200];
	for (size_t i = 0; i < 4; i++) {
		snprintf(name, sizeof(name), "%s%s", path, ends[i]);
		unlink(name);
	}
}

/* -- what waits -------------------------------------------------------------
 */

static void
committed(void *arg, bool ok)
{
	(void)arg;
	PANIC_UNLESS(ok);
}

/* Text number n of this store: of ten, six are advisories, two notices, one a
 * question, one an answer; every fifth goes to a phone that waits for another
 * text, every tenth is bound to the link that is down, every tenth is for
 * tomorrow. */
static void
queue_one(struct bench *b, long n, int64_t now_ms)
{
	static const enum message_class classes[10] = {MESSAGE_CONFIRM,
	    MESSAGE_PROPOSAL, MESSAGE_NOTICE, MESSAGE_NOTICE, MESSAGE_ADVISORY,
	    MESSAGE_ADVISORY, MESSAGE_ADVISORY, MESSAGE_ADVISORY,
	    MESSAGE_ADVISORY, MESSAGE_ADVISORY};
	char number[PARTY_OCTETS];
	int64_t person_id;
	snprintf(number, sizeof(number), "+2547%08ld", n % 5 == 4 ? n - 1 : n);
	struct message_out out = {
	    .phone_id = store_phone_ensure(
		b->store, number, PARTY_PHONE, now_ms, &person_id),
	    .link_id = n / 10 % 10 == 9 ? b->links[DOWN]->id : 0,
	    .now_ms = now_ms,
	    .text = STR("5 kg tomato are asked for. 1 YES 2 NO 3 SOME #K7F"),
	    .class_ = classes[n % 10],
	    .question = n % 10 == 1,
	    .due_ms = n / 100 % 10 == 9 ? now_ms + LATER_MS : 0,
	    .stale_ms = n % 2 == 0 ? now_ms + 2 * LATER_MS : 0,
	};
	store_message_queue(b->store, &out);
}

static void
fill(struct bench *b, long rows)
{
	int64_t now_ms = clock_wall_ms(clock_system());
	while (rows > 0) {
		store_begin(b->store);
		for (long i = 0; i < FILL_A_COMMIT && rows > 0; i++, rows--)
			queue_one(b, b->queued++, now_ms);
		store_commit(b->store, committed, NULL);
	}
}

/* As many more as are about to leave, so that there are always enough. */
static void
queue_fresh(struct bench *b, long count, int64_t due_ms)
{
	int64_t now_ms = clock_wall_ms(clock_system());
	char number[PARTY_OCTETS];
	int64_t person_id;
	store_begin(b->store);
	for (long i = 0; i < count; i++) {
		snprintf(number, sizeof(number), "+2541%08ld", b->fresh++);
		struct message_out out = {
		    .phone_id = store_phone_ensure(
			b->store, number, PARTY_PHONE, now_ms, &person_id),
		    .now_ms = now_ms,
		    .text = STR("Yes: 5 kg tomato from Juma, #K7F"),
		    .class_ = MESSAGE_CONFIRM,
		    .due_ms = due_ms,
		};
		store_message_queue(b->store, &out);
	}
	store_commit(b->store, committed, NULL);
}

/* -- measuring --------------------------------------------------------------
 */

/* Two windows of texts leave and end. */
static void
some_leave(struct bench *b)
{
	long until = b->left + 2 * WINDOW;
	turnloop_request(b->turnloop);
	for (int i = 0; i < 50 && b->left < until; i++)
		loop_once(b->loop, false);
}

/* due_ms 1: those that have just come go before all that wait; 0: behind. */
static double
measure(struct bench *b, long rows, int64_t due_ms, const char *which)
{
	int64_t before, after, none, steps = 0, statements = 0;
	double cpu = 0;
	/* The windows are small at first. */
	for (int i = 0; i < 8; i++) {
		queue_fresh(b, 2 * WINDOW, due_ms);
		some_leave(b);
	}
	long began = b->left;
	for (int i = 0; i < MEASURED / WINDOW / 2; i++) {
		queue_fresh(b, 2 * WINDOW, due_ms);
		store_work(b->store, &before, &none);
		(void)store_steps(b->store);
		double cpu_began = cpu_us();
		some_leave(b);
		cpu += cpu_us() - cpu_began;
		steps += store_steps(b->store);
		store_work(b->store, &after, &none);
		statements += after - before;
	}
	double texts = (double)(b->left - began);
	printf("  %9ld waiting, %s: %5.1f us, %4.1f statements, %5.1f steps "
	       "a text\n",
	    rows, which, cpu / texts, (double)statements / texts,
	    (double)steps / texts);
	fflush(stdout);
	return cpu / texts;
}

/* A line of /proc/self/status in MiB. */
static double
memory_mib(const char *key)
{
	FILE *file = fopen("/proc/self/status", "r");
	char line[256];
	long kib = 0;
	while (file != NULL && fgets(line, sizeof(line), file) != NULL)
		if (strncmp(line, key, strlen(key)) == 0)
			kib = strtol(line + strlen(key), NULL, 10);
	if (file != NULL)
		fclose(file);
	return (double)kib / 1024;
}

/* -- a restart --------------------------------------------------------------
 */

static int
restart(const char *path)
{
	struct bench b;
	double began = wall_ms();
	open_gateway(&b, path);
	double opened = wall_ms();
	while (b.left == 0 && wall_ms() - began < 60000)
		loop_once(b.loop, true);
	printf("restart: %.0f ms to the first text (store %.0f, what was "
	       "under way %.0f), processor %.0f ms\n",
	    wall_ms() - began, b.opened_ms - began, opened - b.opened_ms,
	    cpu_us() / 1000);
	for (int i = 0; i < 50; i++)
		some_leave(&b);
	printf("memory: %.1f MiB at most, %ld texts left\n",
	    memory_mib("VmHWM:"), b.left);
	fflush(stdout);
	/* As if the power went: nothing is put in order. */
	_exit(0);
}

static void
restart_elsewhere(const char *self, const char *path)
{
	int status;
	fflush(stdout);
	pid_t pid = fork();
	if (pid == 0) {
		execl(self, self, "--restart", path, (char *)NULL);
		_exit(127);
	}
	if (pid < 0 || waitpid(pid, &status, 0) < 0 || status != 0)
		fprintf(stderr, "queue: the restart failed\n");
}

int
main(int argc, char **argv)
{
	log_set_level(LOG_ERROR);
	if (argc == 3 && strcmp(argv[1], "--restart") == 0)
		return restart(argv[2]);
	long rows = argc > 1 ? strtol(argv[1], NULL, 10) : 1000000;
	const char *folder = argc > 2 ? argv[2] : ".";
	long each[3] = {100, 10000, rows};
	double fresh[3], oldest[3];
	char path[4000];
	snprintf(path, sizeof(path), "%s/queue-bench.db", folder);
	for (int i = 0; i < 3; i++) {
		struct bench b;
		struct stat file;
		unlink_store(path);
		open_gateway(&b, path);
		fill(&b, each[i]);
		fresh[i] = measure(&b, each[i], 1, "a fresh one");
		oldest[i] = measure(&b, each[i], 0, "the oldest ");
		close_gateway(&b);
		if (i == 2 && stat(path, &file) == 0)
			printf("  the store: %.0f MiB\n",
			    (double)file.st_size / (1 << 20));
	}
	printf("with %ld waiting a fresh text costs %.2f times as much as with "
	       "100,\nthe oldest %.2f times (its pages are not at hand)\n",
	    rows, fresh[2] / fresh[0], oldest[2] / oldest[0]);
	restart_elsewhere(argv[0], path); /* after a clean end */
	restart_elsewhere(argv[0], path); /* after the power went */
	unlink_store(path);
	return 0;
}
