/* webhooks_place - where the hooks are, in the store. */
#include <inttypes.h>
#include <stddef.h>
#include <string.h>

#include "base/log.h"
#include "gateway/admin/webhooks_private.h"
#include "gateway/core/handler.h"

#define PRUNE_A_TURN 5000

/* -- at the start ---------------------------------------------------------- */

static bool
is_hook(const char *name, const struct webhooks_hook *hooks, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (strcmp(hooks[i].name, name) == 0)
			return true;
	return false;
}

/* Renamed, perhaps, and somebody waits for them. */
static void
tell_forgotten(struct store *store, const struct webhook_place *place)
{
	int64_t waiting = store_webhook_count(
	    store, place->event_id, UINT64_MAX, WEBHOOKS_ROWS_MOST);
	if (waiting > 0)
		log_event(LOG_ERROR, "webhook", "forgotten",
		    "hook=%s waiting=%" PRId64, place->name, waiting);
}

static void
forget_others(
    struct store *store, const struct webhooks_hook *hooks, size_t count)
{
	struct webhook_place place;
	for (int i = 0; store_webhook_at(store, i, &place);)
		if (is_hook(place.name, hooks, count)) {
			i++;
		} else {
			tell_forgotten(store, &place);
			store_webhook_forget(store, place.name);
		}
}

static void
prepare(struct store *store, const struct webhooks_hook *hooks, size_t count)
{
	struct webhook_place place;
	uint64_t kinds = 0;
	forget_others(store, hooks, count);
	for (size_t i = 0; i < count; i++) {
		kinds |= hooks[i].kinds;
		if (store_webhook_get(store, hooks[i].name, &place))
			continue;
		/* What happened before it was there is not told. */
		str_copy(
		    place.name, sizeof(place.name), str_from(hooks[i].name));
		place.event_id = store_webhook_newest(store);
		store_webhook_put(store, &place);
	}
	store_webhook_want(store, kinds);
	if (count == 0)
		store_webhook_prune(store, INT64_MAX, WEBHOOKS_ROWS_MOST, 0);
}

static void
note_done(void *arg, bool ok)
{
	*(bool *)arg = ok;
}

bool
webhooks_prepare(
    struct store *store, const struct webhooks_hook *hooks, size_t count)
{
	bool ok = false;
	store_begin(store);
	prepare(store, hooks, count);
	store_commit(store, note_done, &ok);
	return ok;
}

/* -- where they are, written by the turn ----------------------------------- */

static int64_t
told_by_all(const struct webhooks *w)
{
	int64_t least = INT64_MAX;
	for (size_t i = 0; i < w->written_count; i++)
		if (w->written[i].event_id < least)
			least = w->written[i].event_id;
	return least;
}

static void
write_places(struct job *job, const struct turn *turn)
{
	struct webhooks *w =
	    (struct webhooks *)((char *)job - offsetof(struct webhooks, job));
	for (size_t i = 0; i < w->written_count; i++)
		store_webhook_put(turn->store, &w->written[i]);
	store_webhook_prune(
	    turn->store, told_by_all(w), PRUNE_A_TURN, turn->now_ms);
}

static void
places_written(struct job *job, bool committed)
{
	struct webhooks *w =
	    (struct webhooks *)((char *)job - offsetof(struct webhooks, job));
	w->writing = false;
	for (size_t i = 0; !committed && i < w->config.count; i++)
		w->one[i].dirty = true;
}

void
webhooks_write_behind(struct webhooks *w)
{
	bool dirty = false;
	for (size_t i = 0; i < w->config.count; i++)
		dirty = dirty || w->one[i].dirty;
	if (!dirty || w->writing)
		return;
	for (size_t i = 0; i < w->config.count; i++) {
		w->written[i] = w->one[i].place;
		w->one[i].dirty = false;
	}
	w->written_count = w->config.count;
	w->writing = true;
	w->config.submit(w->config.arg, &w->job);
}

void
webhooks_places_open(struct webhooks *w)
{
	w->job = (struct job){.run = write_places, .done = places_written};
}
