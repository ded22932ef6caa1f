/* model_test - random texts from random people, judged step by step.
 *
 *   model_test [STEPS [SEED]]
 *
 * Without arguments a short run for `make check`; `make model` goes a million
 * steps.  A market lives WORLD_STEPS steps, then a new one begins with the next
 * seed, so what a run finds is repeated in a minute: the seed and the number of
 * the step are printed with the last texts before it. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/panic.h"

#include "tests/model/laws.h"
#include "tests/model/rules.h"
#include "tests/model/step.h"
#include "tests/model/world.h"

#define SHORT_STEPS 4000
#define WORLD_STEPS 10000
#define WHOLE_EVERY 500
#define LAST 40
#define LAST_OCTETS 600

struct run {
	struct world *world;
	struct rules rules;
	long texts_out, moves[STEP_ACTS], acts[STEP_ACTS];
	char last[LAST]
		 [LAST_OCTETS]; /* what was said lately, oldest overwritten */
	long count;
};

static void
remember(struct run *run, const struct step *step)
{
	char *at = run->last[run->count % LAST];

	if (!step_is_text(step))
		snprintf(at, LAST_OCTETS, "(%s %s%s %lld min, admin act %d)",
		    step_name(step->act), step->who ? step->who->name : "",
		    step->code, (long long)step->wait_ms / 60000,
		    step->admin_act);
	else
		snprintf(
		    at, LAST_OCTETS, "%s> %s", step->who->name, step->text);
}

/* And what they heard last: its cause, more often than not. */
static void
remember_answer(struct run *run, const struct step *step)
{
	char *at = run->last[run->count % LAST];
	size_t n = strlen(at);

	if (step_is_text(step))
		snprintf(at + n, LAST_OCTETS - n, "  => %s", step->who->last);
}

static void
tell_last(const struct run *run)
{
	long from = run->count < LAST ? 0 : run->count - LAST + 1;

	for (long i = from; i <= run->count; i++)
		printf("# %ld %s\n", i, run->last[i % LAST]);
}

static void
happen(struct world *w, const struct step *step)
{
	w->texts_out = 0;
	w->cause_id = 0;
	if (step->act == STEP_WAIT)
		world_wait(w, step->wait_ms);
	else if (step->act == STEP_OUTAGE)
		world_outage(w, step->wait_ms);
	else if (step->act == STEP_ADMIN)
		world_admin(w, step->admin_act, step->code, step->who);
	else if (step_is_text(step))
		world_text(w, step->who, step->text);
}

static bool
do_step(struct run *run, char *why, size_t why_octets)
{
	struct step step;
	struct laws *laws = run->rules.laws;

	step_draw(&step, run->world);
	remember(run, &step);
	rules_before(&run->rules, &step);
	happen(run->world, &step);
	run->acts[step.act]++;
	run->texts_out += run->world->texts_out;
	if (step_is_text(&step) && run->world->texts_out > 64) {
		snprintf(why, why_octets, "one text brought %ld of ours",
		    run->world->texts_out);
		return false;
	}
	remember_answer(run, &step);
	return laws_kept(laws, &run->rules.mark, run->world->cause_id,
		   run->count % WHOLE_EVERY == 0, why, why_octets) &&
	       rules_after(&run->rules, &step, why, why_octets) &&
	       (run->count % WHOLE_EVERY != 0 ||
		   world_check(run->world, why, why_octets));
}

/* One market; false when something broke. */
static bool
live(struct run *run, long steps, uint64_t seed)
{
	char why[200] = "";
	bool good = true;

	run->world = world_new(seed);
	run->rules.laws = laws_open(run->world->path);
	for (run->count = 0; good && run->count < steps;)
		if (!(good = do_step(run, why, sizeof(why)))) {
			tell_last(run);
			printf("# seed %llu step %ld: %s\n",
			    (unsigned long long)seed, run->count, why);
		} else {
			run->count++;
		}
	for (int i = 0; i < STEP_ACTS; i++)
		run->moves[i] += run->rules.moves[i];
	memset(run->rules.moves, 0, sizeof(run->rules.moves));
	laws_close(&run->rules.laws);
	world_free(&run->world);
	return good;
}

int
main(int argc, char **argv)
{
	static struct run run;
	long steps = argc > 1 ? atol(argv[1]) : SHORT_STEPS, done = 0;
	uint64_t seed = argc > 2 ? strtoull(argv[2], NULL, 10) : 1;
	int broken = 0;

	printf("1..1\n");
	/* A market that breaks a law ends there; the next ones are tried, too.
	 */
	while (done < steps) {
		long n =
		    steps - done < WORLD_STEPS ? steps - done : WORLD_STEPS;

		broken += !live(&run, n, seed++);
		done += run.count > 0 ? run.count : 1;
	}
	printf("# %ld steps, %ld texts out\n", done, run.texts_out);
	for (int i = 0; i < STEP_ACTS; i++)
		printf("# %-8s %7ld, moved %ld\n", step_name((enum step_act)i),
		    run.acts[i], run.moves[i]);
	printf("%s 1 - a market of random texts, %d broken\n",
	    broken == 0 ? "ok" : "not ok", broken);
	return broken == 0 ? 0 : 1;
}
