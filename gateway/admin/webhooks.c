#include "gateway/admin/webhooks.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/panic.h"
#include "gateway/admin/webhooks_private.h"

/* -- what is known --------------------------------------------------------- */

static enum webhooks_state
state_of(const struct webhook_place *place)
{
	if (place->off)
		return WEBHOOKS_OFF;
	return place->tries > 0 ? WEBHOOKS_RESTING : WEBHOOKS_IDLE;
}

bool
webhooks_figures(
    const struct webhooks *w, size_t i, struct webhooks_figures *out)
{
	if (w == NULL || i >= w->config.count)
		return false;
	const struct webhooks_one *one = &w->one[i];
	*out = (struct webhooks_figures){
	    .hook = one->hook,
	    .state = state_of(&one->place),
	    .waiting = one->waiting,
	    .told = one->place.told,
	    .dropped = one->place.dropped,
	    .failed = one->failed,
	    .told_ms = one->told_ms,
	    .tries = one->place.tries,
	    .answer = one->place.answer,
	};
	int64_t now_ms = clock_wall_ms(w->config.clock);
	if (out->state == WEBHOOKS_RESTING)
		out->next_ms =
		    now_ms + one->next_mono_ms - clock_mono_ms(w->config.clock);
	if (one->waiting > 0 && one->oldest_ms != 0 && now_ms > one->oldest_ms)
		out->oldest_s = (now_ms - one->oldest_ms) / 1000;
	str_copy(out->why, sizeof(out->why), str_from(one->place.why));
	return true;
}

/* -- now and then ---------------------------------------------------------- */

/* An age is believed only if the clock is. */
static void
say(const struct webhooks *w)
{
	const struct webhooks_config *config = &w->config;
	struct webhooks_figures all[WEBHOOKS_MOST];
	char failing[WEBHOOKS_SAID_OCTETS], behind[WEBHOOKS_SAID_OCTETS];
	size_t count = 0;
	while (count < WEBHOOKS_MOST && webhooks_figures(w, count, &all[count]))
		count++;
	webhooks_say_failing(failing, all, count);
	webhooks_say_behind(behind, all, count);
	config->said(config->arg, failing,
	    config->clock_sure(config->arg) ? behind : "");
}

static void
on_look(void *arg)
{
	struct webhooks *w = arg;
	for (size_t i = 0; i < w->config.count; i++) {
		struct webhooks_one *one = &w->one[i];
		webhooks_go_on(one);
		if (one->place.tries > 0 || one->place.off)
			webhooks_rest(one);
	}
	say(w);
	webhooks_write_behind(w);
	timer_arm(w->timer, WEBHOOKS_LOOK_MS);
}

/* -- life ------------------------------------------------------------------ */

/* When it was to be tried before the restart, but no later than any pause
 * lasts: the clock may have been set. */
static int64_t
first_try(const struct webhooks_one *one)
{
	const struct clock_source *clock = one->all->config.clock;
	int64_t wait_ms = one->place.next_ms - clock_wall_ms(clock);
	if (wait_ms > WEBHOOK_DELAY_MOST_MS)
		wait_ms = WEBHOOK_DELAY_MOST_MS;
	return clock_mono_ms(clock) + (wait_ms > 0 ? wait_ms : 0);
}

static bool
open_one(struct webhooks *w, size_t i, struct err *err)
{
	struct webhooks_one *one = &w->one[i];
	one->all = w;
	one->hook = &w->config.hooks[i];
	one->added_seen = -1; /* perhaps something waits since the last run */
	one->counted_mono_ms = INT64_MIN / 2;
	if (!store_webhook_get(
		w->config.reader, one->hook->name, &one->place)) {
		err_set(err, -1, 0, "webhook %s has no place in the store",
		    one->hook->name);
		return false;
	}
	one->next_mono_ms = first_try(one);
	return webhooks_call_open(one, err);
}

struct webhooks *
webhooks_new(const struct webhooks_config *config, struct err *err)
{
	struct webhooks *w = xcalloc(1, sizeof(*w));
	PANIC_UNLESS(config->count > 0 && config->count <= WEBHOOKS_MOST);
	w->config = *config;
	w->begun_mono_ms = clock_mono_ms(config->clock);
	webhooks_places_open(w);
	w->workers = workers_new(config->loop, 1);
	w->timer = timer_new(config->loop, on_look, w);
	bool good = w->workers != NULL;
	if (!good)
		err_set(err, -1, 0, "webhooks: no thread is to be had");
	for (size_t i = 0; good && i < config->count; i++)
		good = open_one(w, i, err);
	if (!good)
		webhooks_free(&w);
	else
		timer_arm(w->timer, 0);
	return w;
}

void
webhooks_free(struct webhooks **webhooks)
{
	struct webhooks *w = *webhooks;
	*webhooks = NULL;
	if (w == NULL)
		return;
	workers_free(&w->workers);
	for (size_t i = 0; i < w->config.count; i++) {
		struct webhooks_one *one = &w->one[i];
		webhooks_call_close(one);
		free(one->found.body);
		if (one->test != NULL)
			one->test(one->test_arg, 0, "furrowd ends");
	}
	store_close(&w->thread_store);
	timer_free(&w->timer);
	free(w);
}
