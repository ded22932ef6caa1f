#include "tests/fault/killer.h"

#include <signal.h>
#include <stdio.h>
#include <sys/wait.h>

#include "tests/fault/look.h"

#define PLACE_WITHIN_MS (20000 * KIT_SLOWER)
#define TRAFFIC_WITHIN_MS (10000 * KIT_SLOWER)
#define PULSE_MS 5
/* Random moments lie up to so long behind the first text that arrived. */
#define MOMENT_MOST_MS 400

const char *const killer_places[KILLER_PLACES] = {
    "turn.begin",
    "turn.handled",
    "turn.claimed",
    "commit.before",
    "commit.after",
    "ack.before",
    "ack.after",
    "send.before",
    "send.after",
};

/* splitmix64: the same seed, the same moments. */
static uint64_t
draw(struct killer *k, uint64_t below)
{
	uint64_t z = k->random += 0x9e3779b97f4a7c15U;
	z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9U;
	z = (z ^ (z >> 27)) * 0x94d049bb133111ebU;
	return (z ^ (z >> 31)) % below;
}

/* A share of the orders that are left, so that the last kill has work too. */
static int
let_order(struct killer *k)
{
	size_t left = k->plan->orders - phones_ordered(k->phones);
	size_t rounds = k->rounds_left > 0 ? (size_t)k->rounds_left : 1;
	size_t share = (left + rounds - 1) / rounds;
	if (phones_order(k->phones, share) == share)
		return 0;
	fprintf(stderr, "kills: the network takes no texts\n");
	return -1;
}

static int
begin(struct killer *k, enum kit_program program, const char *setting)
{
	k->starts++;
	if (kit_start(k->kit, program, setting) != 0)
		return -1;
	return let_order(k);
}

static int
look_after(struct killer *k)
{
	struct look left;
	k->rounds_left--;
	if (look(&left) != 0)
		return -1;
	k->busy += left.sending + left.waiting > 0;
	k->in_flight += left.sending;
	if (left.sending > k->most_in_flight)
		k->most_in_flight = left.sending;
	k->open_twice += left.open_twice;
	k->oversold += left.oversold;
	k->twice_taken += left.twice_taken;
	return 0;
}

/* -- by its own hand ------------------------------------------------------- */

/* 1 it died there, 0 it never came there, -1 something is wrong. */
static int
die_at(struct killer *k, const char *place, int visit)
{
	char setting[64];
	int status;
	snprintf(setting, sizeof(setting), "FURROW_FAULT=%s:%d", place, visit);
	if (begin(k, KIT_FAULTY, setting) != 0)
		return -1;
	int64_t until_ms = kit_now_ms() + PLACE_WITHIN_MS;
	while (!kit_gone(k->kit, &status)) {
		if (phones_work(k->phones, PULSE_MS) < 0)
			return -1;
		if (kit_now_ms() > until_ms) {
			kit_kill(k->kit);
			return 0;
		}
	}
	if (WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL)
		return 1;
	fprintf(stderr, "kills: furrowd ended by itself near %s (%d)\n", place,
	    status);
	return -1;
}

static int
kill_at(struct killer *k, int place)
{
	/* Sooner and sooner: there may be less work left than visits. */
	for (int visit = 1 + (int)draw(k, 12); visit > 0; visit /= 2) {
		int died = die_at(k, killer_places[place], visit);
		if (died < 0)
			return -1;
		if (died > 0) {
			k->at_place[place]++;
			return look_after(k);
		}
	}
	fprintf(stderr, "kills: %s was never reached\n", killer_places[place]);
	return -1;
}

int
killer_at_places(struct killer *k, int round)
{
	for (int i = 0; i < KILLER_PLACES; i++)
		if (kill_at(k, (i + round) % KILLER_PLACES) != 0)
			return -1;
	return 0;
}

/* -- from outside ---------------------------------------------------------- */

/* Works the phones for so long; 1 as soon as a text came, if wanted. */
static int
work_for(struct killer *k, int ms, bool until_text)
{
	int status;
	int64_t until_ms = kit_now_ms() + ms;
	for (;;) {
		int64_t left = until_ms - kit_now_ms();
		if (left <= 0)
			return 0;
		int texts = phones_work(
		    k->phones, left < PULSE_MS ? (int)left : PULSE_MS);
		if (texts < 0)
			return -1;
		if (kit_gone(k->kit, &status)) {
			fprintf(stderr, "kills: furrowd ended by itself\n");
			return -1;
		}
		if (until_text && texts > 0)
			return 1;
	}
}

int
killer_at_random(struct killer *k)
{
	if (begin(k, KIT_FURROWD, NULL) != 0)
		return -1;
	/* One in four dies while it gets up: recovery, set-up of modems. */
	bool young = draw(k, 4) == 0;
	int moment_ms = (int)draw(k, MOMENT_MOST_MS * (young ? 2 : 1));
	if (!young && work_for(k, TRAFFIC_WITHIN_MS, true) < 0)
		return -1;
	if (work_for(k, moment_ms, false) < 0)
		return -1;
	kit_kill(k->kit);
	k->at_random++;
	return look_after(k);
}
