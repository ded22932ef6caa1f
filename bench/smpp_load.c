/* smpp_load - orders by SMPP: a message centre, its phones, and a stopwatch.
 *
 *   smpp_load [OPTIONS] PHASE...
 *
 * Listens on 127.0.0.1 and waits for a bind, then plays the phases:
 *
 *   rest:S            nothing, S seconds: memory and processor at rest
 *   orders:W:S        W orders in flight for S seconds; an order ends with
 *                     the first text to its buyer
 *   lives:W:S         the same; sellers say yes, a life ends with the buyer's
 *                     confirmation
 *   open:R:S          R orders a second whatever comes back, at random times;
 *                     waiting counts from the planned time
 *   even:R:S          the same, evenly
 *
 *   -p PORT   listen there (2775)        -n NUMBER  ours (20880)
 *   -P PIDS   processes to watch: 1,2    -w WINDOW  deliver_sm unanswered
 * (1000) -b BINDS  wait for so many (1)       -f FIRST   number of the first
 * buyer -m PEOPLE spread buyers over so many -t N       throttle each n-th
 * submit_sm -r        send receipts              -d DB      rows left in that
 * store -o FILE   the figures as key=value, one line a phase, appended
 *
 * The first fifth of a phase warms up and is not counted.  After a phase all
 * that is under way has ten seconds to end.  Exit status 1 when something was
 * lost, doubled or not asked for. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/str.h"
#include "bench/chance.h"
#include "bench/load_play.h"
#include "bench/proc_watch.h"
#include "bench/rows.h"

#define SECOND_US INT64_C(1000000)
#define BIND_WITHIN_US (60 * SECOND_US)
#define END_WITHIN_US (10 * SECOND_US)
#define WARM_SHARE 5

struct options {
	struct load_play_config play;
	struct proc_watch watch;
	int binds;
	const char *db, *out, *ended;
};

struct phase {
	char name[32]; /* as given: "orders:500:5" */
	char kind[16];
	double level; /* window or rate */
	double seconds;
	int64_t lost_before;
};

/* At the end of the warm-up, and at the end. */
struct mark {
	int64_t us;
	double cpu_s;
	struct load_play_counts counts;
};

static double
pause_us(const struct phase *phase)
{
	static struct chance chance = {CHANCE_SEED};
	return chance_pause_us(
	    &chance, phase->level, strcmp(phase->kind, "even") == 0);
}

static struct mark
take_mark(const struct options *o, struct load_play *play)
{
	return (struct mark){load_play_now_us(), proc_watch_cpu_s(&o->watch),
	    *load_play_counts(play)};
}

/* -- the three ways to press -------------------------------------------------
 */

static int64_t
press_closed(struct load_play *play, const struct phase *phase)
{
	int64_t open = load_play_open(play) - phase->lost_before;
	while (open < (int64_t)phase->level) {
		load_play_begin(play, load_play_now_us());
		open++;
	}
	return 100000;
}

/* Whoever's time has come orders; how long until the next one. */
static int64_t
press_open(struct load_play *play, const struct phase *phase, double *next_us)
{
	double now_us = (double)load_play_now_us();
	while (*next_us <= now_us) {
		load_play_begin(play, (int64_t)*next_us);
		*next_us += pause_us(phase);
	}
	return (int64_t)(*next_us - now_us) + 1;
}

static void
press(struct load_play *play, const struct phase *phase, int64_t until_us,
    double *next_us)
{
	int64_t now_us;
	while ((now_us = load_play_now_us()) < until_us) {
		int64_t wait_us = until_us - now_us;
		int64_t most_us = strcmp(phase->kind, "rest") == 0 ? wait_us
				  : next_us != NULL
				      ? press_open(play, phase, next_us)
				      : press_closed(play, phase);
		load_play_turn(play, most_us < wait_us ? most_us : wait_us);
	}
}

static void
let_end(struct load_play *play, const struct phase *phase)
{
	int64_t until_us = load_play_now_us() + END_WITHIN_US;
	while (load_play_open(play) > phase->lost_before &&
	       load_play_now_us() < until_us)
		load_play_turn(play, 10000);
}

/* -- figures --------------------------------------------------------------- */

struct figures {
	double rate, cpu_per_1000_s, memory_mib, most_mib, at_rest_share;
	double out_per_end;
	int64_t count, lost;
};

static struct figures
reckon(const struct options *o, struct load_play *play,
    const struct phase *phase, const struct mark *from, const struct mark *to)
{
	double seconds = (double)(to->us - from->us) / 1e6;
	double cpu_s = to->cpu_s - from->cpu_s;
	int64_t ended = to->counts.ended - from->counts.ended;
	int64_t texts = to->counts.replied + to->counts.proposals +
			to->counts.told - from->counts.replied -
			from->counts.proposals - from->counts.told;
	double per = ended > 0 ? (double)ended : 1;
	return (struct figures){
	    .rate = (double)ended / seconds,
	    .cpu_per_1000_s = cpu_s * 1000 / per,
	    .at_rest_share = 100 * cpu_s / seconds,
	    .memory_mib = proc_watch_memory_mib(&o->watch),
	    .most_mib = proc_watch_most_mib(&o->watch),
	    .out_per_end = (double)texts / per,
	    .count = ended,
	    .lost = load_play_open(play) - phase->lost_before,
	};
}

static void
say(const struct phase *phase, const struct figures *f,
    const struct load_play *play, const struct load_play_counts *c)
{
	const struct latency *life = load_play_life(play);
	if (strcmp(phase->kind, "rest") == 0) {
		printf("%-16s %.1f MiB (most %.1f), %.2f %% of a core\n",
		    phase->name, f->memory_mib, f->most_mib, f->at_rest_share);
		return;
	}
	printf("%-16s %7.0f/s  p50 %.2f  p99 %.2f  max %.1f ms  taken p50 "
	       "%.2f ms  reply p50 %.2f p99 %.2f ms\n",
	    phase->name, f->rate, latency_ms(life, 0.5), latency_ms(life, 0.99),
	    (double)life->max_us / 1000, latency_ms(load_play_taken(play), 0.5),
	    latency_ms(load_play_reply(play), 0.5),
	    latency_ms(load_play_reply(play), 0.99));
	printf("%-16s processor %.4f s per 1,000, memory %.1f MiB (most %.1f), "
	       "%.1f first texts an end; lost %lld, doubled %lld, unasked "
	       "%lld\n",
	    "", f->cpu_per_1000_s, f->memory_mib, f->most_mib, f->out_per_end,
	    (long long)f->lost, (long long)c->doubled, (long long)c->unasked);
}

static void
write_down(const char *path, const struct phase *phase, const struct figures *f,
    const struct load_play *play, const struct load_play_counts *c)
{
	const struct latency *life = load_play_life(play);
	FILE *out = path == NULL ? NULL : fopen(path, "a");
	if (out == NULL)
		return;
	fprintf(out,
	    "phase=%s kind=%s level=%.0f rate=%.0f p50=%.2f p99=%.2f max=%.1f "
	    "cpu=%.4f memory=%.1f most=%.1f idle=%.2f count=%lld lost=%lld "
	    "doubled=%lld unasked=%lld\n",
	    phase->name, phase->kind, phase->level, f->rate,
	    latency_ms(life, 0.5), latency_ms(life, 0.99),
	    (double)life->max_us / 1000, f->cpu_per_1000_s, f->memory_mib,
	    f->most_mib, f->at_rest_share, (long long)f->count,
	    (long long)f->lost, (long long)c->doubled, (long long)c->unasked);
	fclose(out);
}

/* -- a phase --------------------------------------------------------------- */

static bool
read_phase(struct phase *phase, const char *text)
{
	*phase = (struct phase){.level = 1};
	snprintf(phase->name, sizeof(phase->name), "%s", text);
	if (sscanf(text, "rest:%lf", &phase->seconds) == 1) {
		str_copy(phase->kind, sizeof(phase->kind), STR("rest"));
		return true;
	}
	return sscanf(text, "%15[a-z]:%lf:%lf", phase->kind, &phase->level,
		   &phase->seconds) == 3 &&
	       phase->level >= 1 && phase->seconds > 0 &&
	       (strcmp(phase->kind, "orders") == 0 ||
		   strcmp(phase->kind, "lives") == 0 ||
		   strcmp(phase->kind, "open") == 0 ||
		   strcmp(phase->kind, "even") == 0);
}

static bool
play_phase(const struct options *o, struct load_play *play, struct phase *phase)
{
	bool open = strcmp(phase->kind, "open") == 0 ||
		    strcmp(phase->kind, "even") == 0;
	int64_t us = (int64_t)(phase->seconds * 1e6);
	int64_t begin_us = load_play_now_us();
	double next_us = (double)begin_us;
	struct load_play_counts before = *load_play_counts(play);
	phase->lost_before = load_play_open(play);
	if (strcmp(phase->kind, "lives") == 0)
		load_play_lives(play);
	else
		load_play_orders(play);
	press(play, phase, begin_us + us / WARM_SHARE, open ? &next_us : NULL);
	load_play_measure(play);
	struct mark from = take_mark(o, play);
	press(play, phase, begin_us + us, open ? &next_us : NULL);
	struct mark to = take_mark(o, play);
	struct figures f = reckon(o, play, phase, &from, &to);
	let_end(play, phase);
	f.lost = load_play_open(play) - phase->lost_before;
	struct load_play_counts after = *load_play_counts(play);
	after.doubled -= before.doubled;
	after.unasked -= before.unasked;
	say(phase, &f, play, &after);
	write_down(o->out, phase, &f, play, &after);
	return f.lost == 0 && after.doubled == 0 && after.unasked == 0;
}

/* -- the run --------------------------------------------------------------- */

static bool
wait_bound(const struct options *o, struct load_play *play)
{
	int64_t until_us = load_play_now_us() + BIND_WITHIN_US;
	while (smsc_receivers(load_play_smsc(play)) == 0 ||
	       smsc_counts(load_play_smsc(play))->binds < o->binds) {
		if (load_play_now_us() > until_us ||
		    !proc_watch_alive(&o->watch)) {
			fprintf(stderr, "smpp_load: nobody binds\n");
			return false;
		}
		load_play_turn(play, 10000);
	}
	return true;
}

static bool
read_options(struct options *o, int argc, char **argv)
{
	int c;
	while ((c = getopt(argc, argv, "p:P:n:w:b:f:m:t:rd:o:g:e:")) != -1) {
		long number = optarg == NULL ? 0 : strtol(optarg, NULL, 10);
		switch (c) {
		case 'p':
			o->play.port = (int)number;
			break;
		case 'P':
			if (!proc_watch_read(&o->watch, optarg))
				return false;
			break;
		case 'n':
			o->play.number = optarg;
			break;
		case 'w':
			o->play.window = (int)number;
			break;
		case 'b':
			o->binds = (int)number;
			break;
		case 'f':
			o->play.first_buyer = number;
			break;
		case 'm':
			o->play.people = number;
			break;
		case 't':
			o->play.throttle_every = (int)number;
			break;
		case 'r':
			o->play.receipts = true;
			break;
		case 'd':
			o->db = optarg;
			break;
		case 'o':
			o->out = optarg;
			break;
		case 'g':
			o->play.goods = optarg;
			break;
		case 'e':
			o->ended = optarg;
			break;
		default:
			return false;
		}
	}
	return optind < argc && o->play.people <= LOAD_PLAY_BUYERS;
}

static void
say_counts(struct load_play *play)
{
	const struct smsc_counts *c = smsc_counts(load_play_smsc(play));
	printf("handed over %lld (again %lld, refused %lld), submitted %lld "
	       "(throttled %lld), receipts %lld, stray answers %lld, "
	       "malformed %lld\n",
	    (long long)c->delivered, (long long)c->again, (long long)c->refused,
	    (long long)c->submitted, (long long)c->throttled,
	    (long long)c->receipts, (long long)c->stray,
	    (long long)c->malformed);
}

static void
write_ended(const char *path, int64_t ended)
{
	FILE *out = path == NULL ? NULL : fopen(path, "w");
	if (out == NULL)
		return;
	fprintf(out, "%lld\n", (long long)ended);
	fclose(out);
}

int
main(int argc, char **argv)
{
	struct options o = {
	    .play = {.port = 2775,
		.window = 1000,
		.number = "20880",
		.goods = "tomatos"},
	    .binds = 1,
	};
	struct err err = {0};
	bool good = true;
	if (!read_options(&o, argc, argv)) {
		fprintf(stderr, "usage: smpp_load [OPTIONS] PHASE...\n");
		return 2;
	}
	struct load_play *play = load_play_new(&o.play, &err);
	if (play == NULL) {
		fprintf(stderr, "smpp_load: %s\n", err.text);
		return 1;
	}
	setvbuf(stdout, NULL, _IOLBF, 0);
	good = wait_bound(&o, play);
	for (int i = optind; i < argc && good; i++) {
		struct phase phase;
		if (!read_phase(&phase, argv[i])) {
			fprintf(stderr, "smpp_load: %s is no phase\n", argv[i]);
			return 2;
		}
		good = play_phase(&o, play, &phase);
	}
	say_counts(play);
	write_ended(o.ended, load_play_counts(play)->ended);
	if (o.db != NULL)
		rows_print(stdout, o.db, load_play_counts(play)->ended);
	load_play_free(&play);
	return good ? 0 : 1;
}
