/* What the trade is told of links, and what it may do to one: pause it, by a
 * row of the store that is followed here after the commit, and at the start. */
#include <stdlib.h>
#include <string.h>

#include "base/log.h"
#include "base/panic.h"
#include "base/str.h"
#include "gateway/store/store_pause.h"
#include "programs/furrowd/wire_private.h"

#define LOOK_MS 500

bool
wire_pause_link(void *arg, size_t i, struct handler_link *out)
{
	struct wire *w = arg;
	struct link_description d;
	struct link *link;

	if (i >= w->links_count)
		return false;
	link = w->links.link[i];
	memset(&d, 0, sizeof(d));
	d.signal_percent = -1;
	link->ops->describe(link, &d);
	str_copy(out->name, sizeof(out->name), str_from(link->name));
	out->state = link_state_name(link->state);
	out->signal_percent = d.signal_percent;
	return true;
}

size_t
wire_pause_alarms(void *arg)
{
	struct wire *w = arg;

	const struct alarms *alarms = turnloop_alarms(w->turnloop);
	size_t on = 0;

	for (size_t i = 0; i < alarms->count; i++)
		on += alarms->alarm[i].on;
	return on;
}

/* What was not paused by anybody is left as it is: a link rests for reasons of
 * its own, too. */
static void
follow(struct wire *w)
{
	for (size_t i = 0; i < w->links_count; i++) {
		struct link *link = w->links.link[i];
		bool paused = store_pause_is(w->reader, link->name);

		if (paused == w->paused[i])
			continue;
		w->paused[i] = paused;
		link->ops->drain(link, paused);
		log_event(LOG_INFO, "wire", paused ? "paused" : "resumed",
		    "link=%s", link->name);
	}
}

static void
on_look(void *arg)
{
	struct wire *w = arg;
	int64_t changes = store_pause_changes(w->store);

	if (changes != w->pauses_seen) {
		w->pauses_seen = changes;
		follow(w);
	}
	timer_arm(w->pause_timer, LOOK_MS);
}

void
wire_pause_open(struct wire *w)
{
	w->paused = xcalloc(w->links_count + 1, sizeof(*w->paused));
	w->pauses_seen = -1;
	w->pause_timer = timer_new(w->loop, on_look, w);
	timer_arm(w->pause_timer, 0);
}

void
wire_pause_close(struct wire *w)
{
	timer_free(&w->pause_timer);
	free(w->paused);
	w->paused = NULL;
}
