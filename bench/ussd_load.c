/* ussd_load - dialogues by USSD: a gateway, its phones, and a stopwatch.
 *
 *   ussd_load [OPTIONS] PHASE...
 *
 * Calls back to furrowd at 127.0.0.1 as africastalking does, and plays:
 *
 *   rest:S       nothing, S seconds: memory and processor at rest
 *   flat:N:S     N dialogues at once, each on with its next turn as soon as it
 *                is answered
 *   paced:R:S    R answers a second, at random times, whatever comes back,
 *                among the dialogues of -d; waiting counts from the planned
 *                time
 *   even:R:S     the same, evenly
 *   open:N       N dialogues of two turns each that stay open: their memory
 *   bad:N        N requests of each bad kind (ussd_bad.h), and honest ones
 *
 *   -p PORT (8643)  -u PATH (/ussd/at)  -n CODE (*384*96#)  -g GOODS (tomato)
 *   -P PIDS   processes to watch: 1,2     -c CONNECTIONS (64)
 *   -d N      dialogues under way when paced (300)
 *   -f FIRST  number of the first phone
 *   -o FILE   the figures as key=value, one line a phase, appended
 *
 * The first fifth of a phase warms up and is not counted.  Exit status 1 when
 * an answer is missing, or is none that a phone shows. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/str.h"
#include "bench/chance.h"
#include "bench/proc_watch.h"
#include "bench/ussd_bad.h"
#include "bench/ussd_play.h"

#define SECOND_US INT64_C(1000000)
#define END_WITHIN_US (10 * SECOND_US)
#define WARM_SHARE 5

struct options {
	struct ussd_play_config play;
	struct proc_watch watch;
	uint32_t dialogues;
	const char *out;
};

struct phase {
	char name[32], kind[16];
	double level, seconds;
};

/* At the end of the warm-up, and at the end. */
struct mark {
	int64_t us;
	double cpu_s;
	struct ussd_play_counts counts;
};

static double
pause_us(const struct phase *phase)
{
	static struct chance chance = {CHANCE_SEED};
	return chance_pause_us(
	    &chance, phase->level, strcmp(phase->kind, "even") == 0);
}

static struct mark
take_mark(const struct options *o, struct ussd_play *play)
{
	return (struct mark){ussd_play_now_us(), proc_watch_cpu_s(&o->watch),
	    *ussd_play_counts(play)};
}

/* -- to press --------------------------------------------------------------
 */

/* next_us: when the next turn is planned, or NULL: at once. */
static void
press(struct ussd_play *play, const struct phase *phase, int64_t until_us,
    double *next_us)
{
	int64_t now_us;
	while ((now_us = ussd_play_now_us()) < until_us) {
		int64_t wait_us = until_us - now_us;
		if (next_us == NULL)
			while (ussd_play_next(play, now_us))
				continue;
		while (next_us != NULL && *next_us <= (double)now_us) {
			/* Nobody waits: the turn is for whoever is next. */
			if (!ussd_play_next(play, (int64_t)*next_us))
				break;
			*next_us += pause_us(phase);
		}
		if (next_us != NULL && *next_us > (double)now_us &&
		    *next_us - (double)now_us < (double)wait_us)
			wait_us = (int64_t)(*next_us - (double)now_us) + 1;
		ussd_play_turn(play, wait_us < 50000 ? wait_us : 50000);
	}
}

static bool
let_end(struct ussd_play *play)
{
	int64_t until_us = ussd_play_now_us() + END_WITHIN_US;
	while (ussd_play_open(play) > 0 && ussd_play_now_us() < until_us)
		ussd_play_turn(play, 10000);
	return ussd_play_open(play) == 0;
}

/* -- figures --------------------------------------------------------------- */

static void
write_down(const struct options *o, const struct phase *phase, double rate,
    double cpu, const struct latency *latency, int64_t odd)
{
	FILE *out = o->out == NULL ? NULL : fopen(o->out, "a");
	if (out == NULL)
		return;
	fprintf(out,
	    "phase=%s kind=%s level=%.0f rate=%.0f p50=%.2f p99=%.2f max=%.1f "
	    "cpu=%.4f memory=%.1f most=%.1f odd=%lld\n",
	    phase->name, phase->kind, phase->level, rate,
	    latency_ms(latency, 0.5), latency_ms(latency, 0.99),
	    (double)latency->max_us / 1000, cpu,
	    proc_watch_memory_mib(&o->watch), proc_watch_most_mib(&o->watch),
	    (long long)odd);
	fclose(out);
}

static void
say(const struct options *o, const struct phase *phase,
    const struct latency *latency, const struct mark *from,
    const struct mark *to)
{
	double seconds = (double)(to->us - from->us) / 1e6;
	int64_t answered = to->counts.answered - from->counts.answered;
	double cpu_s = to->cpu_s - from->cpu_s;
	double cpu = cpu_s * 1000 / (double)(answered > 0 ? answered : 1);
	int64_t odd = to->counts.odd - from->counts.odd;
	double rate = (double)answered / seconds;
	if (strcmp(phase->kind, "rest") == 0) {
		printf("%-14s %.1f MiB, %.2f %% of a core\n", phase->name,
		    proc_watch_memory_mib(&o->watch), 100 * cpu_s / seconds);
		return;
	}
	printf("%-14s %7.0f answers/s  p50 %.2f  p99 %.2f  max %.1f ms  %.0f "
	       "orders/s\n",
	    phase->name, rate, latency_ms(latency, 0.5),
	    latency_ms(latency, 0.99), (double)latency->max_us / 1000,
	    (double)(to->counts.orders - from->counts.orders) / seconds);
	printf("%-14s processor %.4f s per 1,000 answers, memory %.1f MiB "
	       "(most %.1f); odd %lld, late %lld\n",
	    "", cpu, proc_watch_memory_mib(&o->watch),
	    proc_watch_most_mib(&o->watch), (long long)odd,
	    (long long)(to->counts.late - from->counts.late));
	write_down(o, phase, rate, cpu, latency, odd);
}

/* -- phases ---------------------------------------------------------------- */

static bool
play_timed(
    const struct options *o, struct ussd_play *play, const struct phase *phase)
{
	bool rest = strcmp(phase->kind, "rest") == 0;
	bool flat = strcmp(phase->kind, "flat") == 0;
	int64_t us = (int64_t)(phase->seconds * 1e6);
	int64_t begin_us = ussd_play_now_us();
	double next_us = rest ? (double)INT64_MAX : (double)begin_us;
	struct ussd_play_counts before = *ussd_play_counts(play);
	ussd_play_places(play, flat ? (uint32_t)phase->level : o->dialogues);
	press(play, phase, begin_us + us / WARM_SHARE, flat ? NULL : &next_us);
	ussd_play_measure(play);
	struct mark from = take_mark(o, play);
	press(play, phase, begin_us + us, flat ? NULL : &next_us);
	struct mark to = take_mark(o, play);
	bool ended = let_end(play);
	say(o, phase, ussd_play_latency(play), &from, &to);
	return ended && ussd_play_counts(play)->odd == before.odd;
}

static bool
play_open(
    const struct options *o, struct ussd_play *play, const struct phase *phase)
{
	double before_mib = proc_watch_memory_mib(&o->watch);
	struct mark from = take_mark(o, play);
	int64_t until_us;
	ussd_play_places(play, (uint32_t)phase->level);
	ussd_play_measure(play);
	until_us = ussd_play_now_us() + 120 * SECOND_US;
	while (ussd_play_now_us() < until_us) {
		int64_t now_us = ussd_play_now_us();
		while (ussd_play_open(play) < o->play.connections &&
		       ussd_play_next_below(play, 1, now_us))
			continue;
		if (ussd_play_open(play) == 0)
			break;
		ussd_play_turn(play, 10000);
	}
	struct mark to = take_mark(o, play);
	double after_mib = proc_watch_memory_mib(&o->watch);
	say(o, phase, ussd_play_latency(play), &from, &to);
	printf("%-14s %.0f open: %.1f MiB, before %.1f: %.0f octets each\n", "",
	    phase->level, after_mib, before_mib,
	    (after_mib - before_mib) * 1048576 / phase->level);
	return ussd_play_open(play) == 0 && to.counts.odd == from.counts.odd;
}

static bool
play_bad(const struct options *o, const struct phase *phase)
{
	const struct ussd_bad_config config = {
	    .port = o->play.port,
	    .connections = 16,
	    .path = o->play.path,
	    .code = o->play.code,
	    .first = o->play.first,
	};
	bool good = true;
	const char *name;
	for (int kind = 0; (name = ussd_bad_name(kind)) != NULL; kind++) {
		struct ussd_bad_counts counts;
		struct err err;
		double cpu_s = proc_watch_cpu_s(&o->watch);
		if (!ussd_bad_run(
			&config, name, (int64_t)phase->level, &counts, &err)) {
			fprintf(stderr, "ussd_load: %s\n", err.text);
			return false;
		}
		cpu_s = proc_watch_cpu_s(&o->watch) - cpu_s;
		printf("bad %-12s %.4f s per 1,000, %lld of %lld as they "
		       "should be, %lld connections ended",
		    name, cpu_s * 1000 / phase->level,
		    (long long)counts.expected, (long long)counts.sent,
		    (long long)counts.again);
		if (counts.expected < counts.sent) {
			printf(", others: %d", counts.status);
			good = false;
		}
		putchar('\n');
		fflush(stdout);
	}
	return good;
}

static bool
read_phase(struct phase *phase, const char *text)
{
	*phase = (struct phase){.level = 1, .seconds = 1};
	snprintf(phase->name, sizeof(phase->name), "%s", text);
	int got = sscanf(text, "%15[a-z]:%lf:%lf", phase->kind, &phase->level,
	    &phase->seconds);
	if (strcmp(phase->kind, "rest") == 0) {
		phase->seconds = phase->level;
		return got == 2 && phase->level > 0;
	}
	if (strcmp(phase->kind, "open") == 0 || strcmp(phase->kind, "bad") == 0)
		return got == 2 && phase->level >= 1;
	return got == 3 && phase->level >= 1 && phase->seconds > 0 &&
	       (strcmp(phase->kind, "flat") == 0 ||
		   strcmp(phase->kind, "paced") == 0 ||
		   strcmp(phase->kind, "even") == 0);
}

static bool
play_phase(
    const struct options *o, struct ussd_play *play, const struct phase *phase)
{
	bool good = strcmp(phase->kind, "open") == 0 ? play_open(o, play, phase)
		    : strcmp(phase->kind, "bad") == 0
			? play_bad(o, phase)
			: play_timed(o, play, phase);
	fflush(stdout);
	return good;
}

/* -- the run --------------------------------------------------------------- */

static bool
read_options(struct options *o, int argc, char **argv)
{
	int c;
	while ((c = getopt(argc, argv, "p:u:n:g:P:c:d:f:o:")) != -1) {
		long number = optarg == NULL ? 0 : strtol(optarg, NULL, 10);
		switch (c) {
		case 'p':
			o->play.port = (int)number;
			break;
		case 'u':
			o->play.path = optarg;
			break;
		case 'n':
			o->play.code = optarg;
			break;
		case 'g':
			o->play.goods = optarg;
			break;
		case 'P':
			if (!proc_watch_read(&o->watch, optarg))
				return false;
			break;
		case 'c':
			o->play.connections = (int)number;
			break;
		case 'd':
			o->dialogues = (uint32_t)number;
			break;
		case 'f':
			o->play.first = number;
			break;
		case 'o':
			o->out = optarg;
			break;
		default:
			return false;
		}
	}
	return optind < argc && o->play.connections > 0 && o->dialogues > 0;
}

int
main(int argc, char **argv)
{
	struct options o = {
	    .play = {.port = 8643,
		.connections = 64,
		.path = "/ussd/at",
		.code = "*384*96#",
		.goods = "tomato"},
	    .dialogues = 300,
	};
	struct phase phase;
	struct err err;
	bool good = true;
	if (!read_options(&o, argc, argv)) {
		fprintf(stderr, "usage: see the head of bench/ussd_load.c\n");
		return 2;
	}
	struct ussd_play *play = ussd_play_new(&o.play, &err);
	if (play == NULL) {
		fprintf(stderr, "ussd_load: %s\n", err.text);
		return 1;
	}
	for (int i = optind; i < argc; i++) {
		if (!read_phase(&phase, argv[i])) {
			fprintf(stderr, "ussd_load: what is %s?\n", argv[i]);
			return 2;
		}
		good = play_phase(&o, play, &phase) && good;
	}
	ussd_play_free(&play);
	return good ? 0 : 1;
}
