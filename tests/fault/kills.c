/* kills - `kill -9` of furrowd at each named step of the turn and at random
 * busy moments, while orders run through simulated modems.  Prints a table of
 * figures; exit status 0 only if
 *   - every order that a buyer sent exists exactly once, and is confirmed,
 *   - there was never more than one open proposal per line and seller,
 *   - every text ended sent, or unknown and settled,
 *   - unknown and doubled texts together are no more than were in flight,
 *   - nothing that was said to be sent is missing, and no confirmation is.
 *
 *     tests/fault/kills [--orders N] [--kills K] [--steps-rounds R]
 *         [--modems M] [--seed S] [--noise] [--dir DIR]
 *
 * With --noise modems lose results and restart in mid-send, lines are hurt and
 * the network repeats itself: then more texts may be doubled than were in
 * flight, and everything else holds all the same.
 * Without arguments it is the short form of `make check`; `make kills` is the
 * long one.  The folder DIR stays behind when something is wrong. */
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tests/fault/killer.h"
#include "tests/fault/look.h"
#include "tests/fault/reckon.h"

#define SELLERS 20
#define QUIET_EVERY_MS 500
/* A text takes a modem so long: there is always one in flight. */
#define MODEM_KEYS "send-ms=15"

#if KIT_SLOWER > 1
#define SHORT_ORDERS 50
#define SHORT_KILLS 5
#define SHORT_ROUNDS 1
#else
#define SHORT_ORDERS 120
#define SHORT_KILLS 12
#define SHORT_ROUNDS 2
#endif

/* -- the command line ------------------------------------------------------ */

static int
usage(void)
{
	fputs("usage: kills [--orders N] [--kills K] [--steps-rounds R]\n"
	      "  [--modems 1..9] [--seed S] [--noise] [--dir DIR]\n",
	    stderr);
	return 2;
}

static int
read_option(struct plan *plan, int option)
{
	char *end = NULL;
	bool number = strchr("okrms", option) != NULL;
	long n = number ? strtol(optarg, &end, 10) : 0;
	if (number && (*end != '\0' || n < 0 || n > 1000000000))
		return usage();
	switch (option) {
	case 'o':
		plan->orders = (size_t)n;
		return 0;
	case 'k':
		plan->kills = (int)n;
		return 0;
	case 'r':
		plan->rounds = (int)n;
		return 0;
	case 'm':
		plan->modems = (int)n;
		return n >= 1 && n <= 9 ? 0 : usage();
	case 's':
		plan->seed = (uint64_t)n;
		return 0;
	case 'n':
		plan->noise = true;
		return 0;
	case 'd':
		plan->dir = optarg;
		return 0;
	default:
		return usage();
	}
}

static int
read_arguments(struct plan *plan, int argc, char **argv)
{
	static const struct option options[] = {
	    {"orders", required_argument, NULL, 'o'},
	    {"kills", required_argument, NULL, 'k'},
	    {"steps-rounds", required_argument, NULL, 'r'},
	    {"modems", required_argument, NULL, 'm'},
	    {"seed", required_argument, NULL, 's'},
	    {"noise", no_argument, NULL, 'n'},
	    {"dir", required_argument, NULL, 'd'},
	    {NULL, 0, NULL, 0},
	};
	int option, status = 0;
	while (status == 0 &&
	       (option = getopt_long(argc, argv, "", options, NULL)) != -1)
		status = option == '?' ? usage() : read_option(plan, option);
	return status == 0 && optind != argc ? usage() : status;
}

/* -- the run --------------------------------------------------------------- */

static int
make_noise(struct kit *kit)
{
	static const struct {
		const char *fault;
		double chance; /* each time that it could happen */
	} noise[] = {
	    {"lose-result", .02},
	    {"lose-ok", .02},
	    {"restart-in-send", .01},
	    {"no-prompt", .005},
	    {"report-first", .1},
	    {"urc-inside", .1},
	    {"urc-at-prompt", .1},
	    {"garbage", .02},
	    {"lose-cmti", .05},
	    {"double-delivery", .05},
	};
	for (size_t i = 0; i < sizeof(noise) / sizeof(noise[0]); i++)
		if (sim_fault_chance(
			kit->sim, "*", noise[i].fault, noise[i].chance) != 0)
			return -1;
	return 0;
}

static int
open_market(struct kit *kit, const struct plan *plan)
{
	/* What hangs shall not hang for minutes. */
	const char *times =
	    plan->noise ? "send-timeout = \"3s\"  sweep = \"4s\"" : "";
	if (kit_network(kit, plan->modems, MODEM_KEYS) != 0 ||
	    kit_conf(plan->modems, "", times) != 0 ||
	    kit_start(kit, KIT_FURROWD, NULL) != 0 || kit_up(kit) != 0 ||
	    kit_sellers(SELLERS) != 0)
		return -1;
	if (plan->noise && make_noise(kit) != 0)
		return -1;
	return kit_stop(kit, NULL);
}

static int
kill_all(struct killer *k)
{
	int places = k->plan->rounds, moments = k->plan->kills;
	k->rounds_left = places * KILLER_PLACES + moments;
	/* The two kinds take turns, so that each meets all ages. */
	for (int i = 0; i < places; i++) {
		if (killer_at_places(k, i) != 0)
			return -1;
		for (int j = moments * i / places;
		     j < moments * (i + 1) / places; j++)
			if (killer_at_random(k) != 0)
				return -1;
	}
	for (int j = 0; places == 0 && j < moments; j++)
		if (killer_at_random(k) != 0)
			return -1;
	return 0;
}

static bool
quiet(void)
{
	static const char *const states[] = {
	    "queued", "sending", "refused", "unknown"};
	json_t *rows = kit_rows("status", NULL);
	json_t *queue = json_object_get(json_array_get(rows, 0), "queue");
	bool empty = queue != NULL;
	for (size_t i = 0; i < sizeof(states) / sizeof(states[0]); i++)
		empty = empty && json_integer_value(
				     json_object_get(queue, states[i])) == 0;
	json_decref(rows);
	return empty;
}

/* Until nothing moves any more: all confirmed, no text on its way. */
static int
come_to_rest(struct killer *k, struct reckoning *end)
{
	int64_t each_ms = k->plan->noise ? 600 : 60;
	int64_t patience_ms = 60000 + (int64_t)k->plan->orders * each_ms;
	int64_t until_ms = kit_now_ms() + patience_ms * KIT_SLOWER;
	k->starts++;
	if (kit_start(k->kit, KIT_FURROWD, NULL) != 0)
		return -1;
	size_t rest = k->plan->orders - phones_ordered(k->phones);
	if (phones_order(k->phones, rest) != rest || kit_up(k->kit) != 0)
		return -1;
	while (kit_now_ms() < until_ms) {
		int texts = phones_work(k->phones, QUIET_EVERY_MS);
		if (texts < 0)
			return -1;
		if (texts == 0 && quiet() && reckon(end, false) == 0 &&
		    end->confirmed == k->plan->orders)
			break;
	}
	return reckon(end, true);
}

/* -- the figures ----------------------------------------------------------- */

struct figure {
	const char *name;
	long value, most; /* most: -1 no limit */
	long least;
};

static bool
print_figures(const struct figure *figures, size_t count)
{
	bool good = true;
	for (size_t i = 0; i < count; i++) {
		const struct figure *f = &figures[i];
		bool bad =
		    (f->most >= 0 && f->value > f->most) || f->value < f->least;
		good = good && !bad;
		printf("%-44s %8ld%s\n", f->name, f->value, bad ? "  !" : "");
	}
	return good;
}

static bool
print_kills(const struct killer *k)
{
	bool good = true;
	printf("kills\n");
	for (int i = 0; i < KILLER_PLACES; i++) {
		printf("  at %-39s %8d\n", killer_places[i], k->at_place[i]);
		good = good && k->at_place[i] == k->plan->rounds;
	}
	printf("  %-42s %8d\n", "at random moments", k->at_random);
	return good && k->at_random == k->plan->kills;
}

static bool
print_table(const struct killer *k, const struct reckoning *r, int64_t took_ms)
{
	long orders = (long)k->plan->orders, flight = k->in_flight;
	long kills = k->plan->kills + k->plan->rounds * KILLER_PLACES;
	long bound = k->plan->noise ? -1 : flight;
	const struct figure figures[] = {
	    {"starts of furrowd", k->starts, -1, kills + 1},
	    {"kills with texts waiting or in flight", k->busy, -1, kills / 2},
	    {"orders", (long)r->orders, orders, orders},
	    {"  confirmed", (long)r->confirmed, orders, orders},
	    {"  missing", (long)r->orders_missing, 0, 0},
	    {"  twice", (long)r->orders_surplus, 0, 0},
	    {"second open proposals of a line", k->open_twice, 0, 0},
	    {"offers overdrawn", k->oversold, 0, 0},
	    {"texts in", (long)r->texts_in, -1, 2 * orders},
	    {"  missing", (long)r->in_missing, 0, 0},
	    {"  twice", (long)(r->in_surplus) + k->twice_taken, 0, 0},
	    {"texts out", (long)r->texts_out, -1, 3 * orders},
	    {"  in flight at the kills", flight, kills * k->plan->modems, 0},
	    {"    most at one kill", k->most_in_flight, k->plan->modems, 0},
	    {"  neither sent nor unknown", (long)r->unsettled, 0, 0},
	    {"  unknown", (long)r->unknown, bound, 0},
	    {"  doubled", (long)r->doubled, bound, 0},
	    {"  unknown and doubled", (long)(r->unknown + r->doubled), bound,
		0},
	    {"  lost", (long)r->lost, 0, 0},
	    {"confirmations missing", (long)r->confirmations_missing, 0, 0},
	    {"seconds", (long)(took_ms / 1000), -1, 0},
	};
	bool good = print_kills(k);
	return print_figures(figures, sizeof(figures) / sizeof(figures[0])) &&
	       good;
}

static bool
run(struct killer *k)
{
	struct reckoning end = {.orders = 0};
	struct look left = {.unsettled = -1};
	int64_t from_ms = kit_now_ms();
	if (open_market(k->kit, k->plan) != 0)
		return false;
	k->phones = phones_new(k->plan->orders, k->plan->modems);
	if (k->phones == NULL || kill_all(k) != 0 || come_to_rest(k, &end) != 0)
		return false;
	bool good = kit_stop(k->kit, NULL) == 0;
	if (!good)
		printf("furrowd did not end well\n");
	good = print_table(k, &end, kit_now_ms() - from_ms) && good;
	if (look(&left) != 0 || left.unsettled != 0 || left.waiting != 0) {
		printf("%d texts are not settled\n", left.unsettled);
		good = false;
	}
	if (!look_whole()) {
		printf("the database is damaged\n");
		good = false;
	}
	return good;
}

int
main(int argc, char **argv)
{
	struct plan plan = {
	    .orders = SHORT_ORDERS,
	    .kills = SHORT_KILLS,
	    .rounds = SHORT_ROUNDS,
	    .modems = 3,
	    .seed = 1,
	    .dir = "kills.dir",
	};
	struct kit kit;
	int status = read_arguments(&plan, argc, argv);
	if (status != 0)
		return status;
	struct killer killer = {
	    .plan = &plan, .kit = &kit, .random = plan.seed};
	setvbuf(stdout, NULL, _IOLBF, 0);
	printf("%zu orders, %d modems, seed %llu%s\n", plan.orders, plan.modems,
	    (unsigned long long)plan.seed, plan.noise ? ", noise" : "");
	if (kit_enter(&kit, plan.dir) != 0)
		return 1;
	bool good = run(&killer);
	phones_free(&killer.phones);
	kit_leave(&kit, !good);
	printf("%s\n", good ? "all is well" : "NOT WELL");
	return good ? 0 : 1;
}
