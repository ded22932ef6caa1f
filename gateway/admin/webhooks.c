#include "gateway/admin/webhooks.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/panic.h"
#include "gateway/admin/webhooks_private.h"

/* -- now and then ---------------------------------------------------------- */

static void
on_look(void *arg)
{
	struct webhooks *w = arg;
	for (size_t i = 0; i < w->config.count; i++) {
		struct webhooks_one *one = &w->one[i];
		if (one->tries > 0 || one->place.off) {
			webhooks_drop_old(one);
			webhooks_keep_bounded(one);
		}
		webhooks_go_on(one);
	}
	webhooks_write_behind(w);
	timer_arm(w->timer, WEBHOOKS_LOOK_MS);
}

/* -- what is known --------------------------------------------------------- */

bool
webhooks_figures(
    const struct webhooks *w, size_t i, struct webhooks_figures *out)
{
	if (w == NULL || i >= w->config.count)
		return false;
	const struct webhooks_one *one = &w->one[i];
	*out = (struct webhooks_figures){
	    .hook = one->hook,
	    .state = one->place.off   ? WEBHOOKS_OFF
		     : one->tries > 0 ? WEBHOOKS_RESTING
				      : WEBHOOKS_IDLE,
	    .waiting = one->waiting,
	    .told = one->place.told,
	    .dropped = one->place.dropped,
	    .failed = one->failed,
	    .told_ms = one->told_ms,
	};
	if (one->tries > 0)
		out->next_ms = clock_wall_ms(w->config.clock) +
			       one->next_mono_ms -
			       clock_mono_ms(w->config.clock);
	str_copy(out->why, sizeof(out->why), str_from(one->why));
	return true;
}

const char *
webhooks_trouble(struct webhooks *w)
{
	for (size_t i = 0; w != NULL && i < w->config.count; i++) {
		const struct webhooks_one *one = &w->one[i];
		if (one->place.off)
			snprintf(w->trouble, sizeof(w->trouble),
			    "%s answered 410 and is off: furrow webhook resume "
			    "%s",
			    one->hook->name, one->hook->name);
		else if (one->tries >= WEBHOOKS_TRIES_TROUBLE)
			snprintf(w->trouble, sizeof(w->trouble), "%s: %.100s",
			    one->hook->name, one->why);
		else
			continue;
		return w->trouble;
	}
	return NULL;
}

/* -- life ------------------------------------------------------------------ */

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
	return webhooks_call_open(one, err);
}

struct webhooks *
webhooks_new(const struct webhooks_config *config, struct err *err)
{
	struct webhooks *w = xcalloc(1, sizeof(*w));
	PANIC_UNLESS(config->count > 0 && config->count <= WEBHOOKS_MOST);
	w->config = *config;
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
