#include "gateway/queue/keeper.h"

#include <stdlib.h>

#include "base/panic.h"
#include "base/timer.h"
#include "gateway/core/handler.h"
#include "gateway/store/store_keep.h"

#define LOOK_MS (INT64_C(3600) * 1000)
#define REST_MS 200
#define BEHIND_MS (INT64_C(48) * 3600 * 1000)
#define SLICE 500

struct keeper {
	struct job job;
	struct keeper_config config;
	struct timer *timer;
	int64_t through_mono_ms; /* when all was looked through last */
	bool more;
};

static void
run(struct job *job, const struct turn *turn)
{
	struct keeper *k = (struct keeper *)job;

	k->more = turn->clock_sure &&
		  store_keep_raw(turn->store, turn->now_ms - k->config.raw_ms,
		      SLICE, turn->now_ms);
	if (turn->clock_sure && !k->more)
		k->through_mono_ms = clock_mono_ms(k->config.clock);
}

static int64_t
or_usual(int64_t ms, int64_t usual)
{
	return ms > 0 ? ms : usual;
}

static void
done(struct job *job, bool committed)
{
	struct keeper *k = (struct keeper *)job;

	timer_arm(k->timer, committed && k->more
				? or_usual(k->config.rest_ms, REST_MS)
				: or_usual(k->config.look_ms, LOOK_MS));
}

static void
look(void *arg)
{
	struct keeper *k = arg;

	k->config.submit(k->config.arg, &k->job);
}

struct keeper *
keeper_new(const struct keeper_config *config)
{
	struct keeper *k;

	if (config->raw_ms == 0)
		return NULL;
	k = xcalloc(1, sizeof(*k));
	k->job = (struct job){.run = run, .done = done};
	k->config = *config;
	k->through_mono_ms = clock_mono_ms(config->clock);
	k->timer = timer_new(config->loop, look, k);
	timer_arm(k->timer, or_usual(config->rest_ms, REST_MS));
	return k;
}

const char *
keeper_trouble(const struct keeper *keeper)
{
	if (keeper == NULL ||
	    clock_mono_ms(keeper->config.clock) - keeper->through_mono_ms <
		BEHIND_MS)
		return NULL;
	return "raw forms older than their rule are still there";
}

void
keeper_free(struct keeper **keeper)
{
	struct keeper *k = *keeper;

	*keeper = NULL;
	if (k == NULL)
		return;
	timer_free(&k->timer);
	free(k);
}
