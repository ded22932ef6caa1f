#include "bench/stages.h"

#include <stdint.h>
#include <string.h>
#include <time.h>

#include "base/fault.h"

static const struct stage {
	const char *place, *meaning;
} stages[] = {
    {"turn.begin", "links, loop, BEGIN"},
    {"turn.handled", "outcomes, messages, the trade"},
    {"turn.claimed", "claims"},
    {"commit.before", "(to the commit)"},
    {"commit.after", "COMMIT with its sync"},
    {"ack.before", "(after the commit)"},
    {"ack.after", "acknowledgements"},
    {"send.before", "(between sends)"},
    {"send.after", "sends"},
};
#define STAGES (sizeof(stages) / sizeof(stages[0]))

/* Between two places of a busy turn never lies so much: that was waiting. */
#define IDLE_NS INT64_C(20000000)

static int64_t spent_ns[STAGES];
static int64_t last_ns;
static long turns;

static int64_t
now_ns(void)
{
	struct timespec ts;
	clock_gettime(CLOCK_MONOTONIC, &ts);
	return ts.tv_sec * INT64_C(1000000000) + ts.tv_nsec;
}

void
fault_here(const char *place)
{
	int64_t now = now_ns();
	size_t i = 0;
	while (i < STAGES && strcmp(stages[i].place, place) != 0)
		i++;
	if (i == STAGES)
		return;
	if (i > 0 || now - last_ns < IDLE_NS)
		spent_ns[i] += now - last_ns;
	turns += i == 0;
	last_ns = now;
}

long
stages_turns(void)
{
	return turns;
}

void
stages_reset(void)
{
	memset(spent_ns, 0, sizeof(spent_ns));
	turns = 0;
	last_ns = now_ns();
}

void
stages_print(FILE *out, long orders)
{
	int64_t whole = 0;
	for (size_t i = 0; i < STAGES; i++)
		whole += spent_ns[i];
	for (size_t i = 0; i < STAGES; i++)
		fprintf(out, "  %-32s %8.1f us/order %5.1f %%\n",
		    stages[i].meaning,
		    (double)spent_ns[i] / 1000.0 / (double)orders,
		    whole == 0 ? 0.0
			       : 100.0 * (double)spent_ns[i] / (double)whole);
}
