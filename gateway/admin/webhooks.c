#include "gateway/admin/webhooks.h"

#include <inttypes.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/log.h"
#include "base/panic.h"
#include "base/token.h"
#include "gateway/admin/webhooks_private.h"
#include "gateway/core/handler.h"

#define COUNT_MS 5000 /* counting reads all that waits */
#define PRUNE_A_TURN 5000
#define OLDER_A_TURN 5000
/* After so many tries somebody should look: nearly three minutes. */
#define TRIES_TROUBLE 6

static int64_t
mono_ms(const struct webhooks *w)
{
	return clock_mono_ms(w->config.clock);
}

/* -- at the start ---------------------------------------------------------- */

static bool
is_hook(const char *name, const struct webhooks_hook *hooks, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (strcmp(hooks[i].name, name) == 0)
			return true;
	return false;
}

static void
forget_others(
    struct store *store, const struct webhooks_hook *hooks, size_t count)
{
	struct webhook_place place;
	for (int i = 0; store_webhook_at(store, i, &place);)
		if (is_hook(place.name, hooks, count))
			i++;
		else
			store_webhook_forget(store, place.name);
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
		store_webhook_prune(store, INT64_MAX, WEBHOOKS_ROWS_MOST);
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
	store_webhook_prune(turn->store, told_by_all(w), PRUNE_A_TURN);
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

static void
write_behind(struct webhooks *w)
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

/* -- one event ------------------------------------------------------------- */

static void go_on(struct webhooks_one *one);

static void
move_to(struct webhooks_one *one, int64_t event_id)
{
	if (event_id <= one->place.event_id)
		return;
	one->place.event_id = event_id;
	one->dirty = true;
}

static void
passed(struct webhooks_one *one)
{
	move_to(one, one->found.event.id);
	free(one->found.body);
	one->found.body = NULL;
	if (one->waiting > 0)
		one->waiting--;
}

static void
taken(struct webhooks_one *one)
{
	if (one->tries > 0)
		log_event(LOG_INFO, "webhook", "works_again",
		    "hook=%s tries=%d", one->hook->name, one->tries);
	one->tries = 0;
	one->why[0] = '\0';
	one->place.told++;
	one->told_ms = clock_wall_ms(one->all->config.clock);
	passed(one);
}

static void
switched_off(struct webhooks_one *one)
{
	one->place.off = true;
	one->dirty = true;
	log_event(LOG_ERROR, "webhook", "off",
	    "hook=%s why=\"it answered 410\"", one->hook->name);
}

static void
drop(struct webhooks_one *one, int64_t upto, int64_t count, const char *why)
{
	one->place.dropped += count;
	one->waiting = one->waiting > count ? one->waiting - count : 0;
	move_to(one, upto);
	log_event(LOG_ERROR, "webhook", "dropped",
	    "hook=%s events=%" PRId64 " why=\"%s\"", one->hook->name, count,
	    why);
}

/* What he did not take in all that time. */
static void
drop_old(struct webhooks_one *one)
{
	const struct webhooks_config *config = &one->all->config;
	struct webhook_event first;
	int64_t count,
	    before_ms = clock_wall_ms(config->clock) - one->hook->give_up_ms;
	if (one->doing != DOING_NOTHING || !config->clock_sure(config->arg) ||
	    !store_webhook_next(config->reader, one->place.event_id,
		one->hook->kinds, &first) ||
	    first.time_ms >= before_ms)
		return;
	int64_t upto = store_webhook_older(config->reader, one->place.event_id,
	    before_ms, one->hook->kinds, OLDER_A_TURN, &count);
	if (upto > one->place.event_id)
		drop(one, upto, count, "given up: too old");
}

static void
failed(struct webhooks_one *one, const struct http_call_end *end)
{
	uint64_t random;
	char why[WEBHOOKS_WHY_OCTETS * 2];
	token_random((uint8_t *)&random, sizeof(random));
	one->failed++;
	one->tries++;
	webhooks_why(one->why, end);
	if (one->tries == 1 || one->tries == TRIES_TROUBLE)
		log_event(LOG_WARN, "webhook", "failed",
		    "hook=%s tries=%d why=%s", one->hook->name, one->tries,
		    log_quote(why, sizeof(why), one->why));
	one->next_mono_ms =
	    mono_ms(one->all) +
	    webhook_delay_ms(one->tries,
		end->how == HTTP_CALL_ANSWERED ? end->retry_after_s : -1,
		random);
	free(one->found.body);
	one->found.body = NULL;
}

static void
on_end(void *arg, int64_t id, const struct http_call_end *end)
{
	struct webhooks_one *one = arg;
	(void)id;
	one->doing = DOING_NOTHING;
	switch (
	    webhook_judge(end->how == HTTP_CALL_ANSWERED ? end->status : 0)) {
	case WEBHOOK_TAKEN:
		taken(one);
		break;
	case WEBHOOK_GONE:
		webhooks_why(one->why, end);
		switched_off(one);
		free(one->found.body);
		one->found.body = NULL;
		break;
	case WEBHOOK_AGAIN:
		failed(one, end);
		break;
	}
	go_on(one);
}

static void
send_event(struct webhooks_one *one)
{
	char id[WEBHOOK_ID_OCTETS];
	const struct webhook_event *event = &one->found.event;
	webhook_id(id, event->id, event->time_ms);
	one->doing = DOING_CALL;
	if (webhooks_call(one, id, str_from(one->found.body), on_end))
		return;
	/* It is too long for any request, and will be. */
	one->doing = DOING_NOTHING;
	drop(one, event->id, 1, "too long for a request");
	free(one->found.body);
	one->found.body = NULL;
	go_on(one);
}

void
webhooks_was_read(struct webhooks_one *one, bool ran)
{
	struct webhooks_found *found = &one->found;
	one->doing = DOING_NOTHING;
	if (!ran) {
		free(found->body);
		found->body = NULL;
		return;
	}
	if (found->waiting >= 0)
		one->waiting = found->waiting;
	/* Resumed or dropped meanwhile: it is read anew. */
	bool stale = one->after != one->place.event_id;
	if (found->event.id == 0) {
		one->more = false;
		one->waiting = 0;
		move_to(one, found->upto);
	} else if (found->body == NULL && !stale) {
		passed(one);
		go_on(one);
	} else if (stale || one->place.off) {
		free(found->body);
		found->body = NULL;
		go_on(one);
	} else {
		send_event(one);
	}
}

static bool
is_due(const struct webhooks_one *one)
{
	const struct webhooks *w = one->all;
	if (one->doing != DOING_NOTHING || one->place.off)
		return false;
	if (one->tries > 0)
		return mono_ms(w) >= one->next_mono_ms;
	return one->more ||
	       one->added_seen != store_webhook_added(w->config.store);
}

/* Reads what is next, if it is time. */
static void
go_on(struct webhooks_one *one)
{
	struct webhooks *w = one->all;
	if (!is_due(one))
		return;
	one->count = mono_ms(w) - one->counted_mono_ms >= COUNT_MS;
	if (one->count)
		one->counted_mono_ms = mono_ms(w);
	/* What is not committed yet is not read either: another look then. */
	if (!store_in_transaction(w->config.store))
		one->added_seen = store_webhook_added(w->config.store);
	one->more = true;
	if (webhooks_read(one))
		one->doing = DOING_READ;
}

/* -- now and then ---------------------------------------------------------- */

/* Nothing is kept for ever for who never comes. */
static void
keep_bounded(struct webhooks_one *one)
{
	const struct webhooks_config *config = &one->all->config;
	int64_t most =
	    config->rows_most > 0 ? config->rows_most : WEBHOOKS_ROWS_MOST;
	int64_t upto = store_webhook_newest(config->reader) - most;
	int64_t count;
	if (one->doing != DOING_NOTHING || upto <= one->place.event_id)
		return;
	upto = store_webhook_older(config->reader, one->place.event_id,
	    INT64_MAX, one->hook->kinds,
	    upto - one->place.event_id < OLDER_A_TURN
		? upto - one->place.event_id
		: OLDER_A_TURN,
	    &count);
	drop(one, upto, count, "too many wait");
}

static void
on_look(void *arg)
{
	struct webhooks *w = arg;
	for (size_t i = 0; i < w->config.count; i++) {
		struct webhooks_one *one = &w->one[i];
		if (one->tries > 0 || one->place.off) {
			drop_old(one);
			keep_bounded(one);
		}
		go_on(one);
	}
	write_behind(w);
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
			       one->next_mono_ms - mono_ms(w);
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
		else if (one->tries >= TRIES_TROUBLE)
			snprintf(w->trouble, sizeof(w->trouble), "%s: %.100s",
			    one->hook->name, one->why);
		else
			continue;
		return w->trouble;
	}
	return NULL;
}

/* -- by hand --------------------------------------------------------------- */

static struct webhooks_one *
find(struct webhooks *w, const char *name)
{
	for (size_t i = 0; w != NULL && i < w->config.count; i++)
		if (strcmp(w->one[i].hook->name, name) == 0)
			return &w->one[i];
	return NULL;
}

static void
on_test_end(void *arg, int64_t id, const struct http_call_end *end)
{
	struct webhooks_one *one = arg;
	webhooks_test_fn *fn = one->test;
	char why[WEBHOOKS_WHY_OCTETS];
	(void)id;
	one->test = NULL;
	webhooks_why(why, end);
	fn(one->test_arg, end->how == HTTP_CALL_ANSWERED ? end->status : 0,
	    why);
}

int
webhooks_test(
    struct webhooks *w, const char *name, webhooks_test_fn *fn, void *arg)
{
	struct webhooks_one *one = find(w, name);
	if (one == NULL)
		return -1;
	if (one->test != NULL)
		return -2;
	int64_t now_ms = clock_wall_ms(w->config.clock);
	char id[WEBHOOK_ID_OCTETS];
	snprintf(id, sizeof(id), "test_%" PRId64, now_ms);
	json_t *all = json_pack("{s:s, s:s, s:o, s:{s:s}}", "id", id, "type",
	    "test", "time", api_time(now_ms), "data", "text",
	    "furrow tries whether this hook works");
	char *body = json_dumps(all, JSON_WRITE_FLAGS);
	json_decref(all);
	PANIC_UNLESS(body != NULL);
	one->test = fn;
	one->test_arg = arg;
	bool sent = webhooks_call(one, id, str_from(body), on_test_end);
	free(body);
	if (!sent)
		one->test = NULL;
	return sent ? 0 : -2;
}

int
webhooks_resume(struct webhooks *w, const char *name, bool skip)
{
	struct webhooks_one *one = find(w, name);
	if (one == NULL)
		return -1;
	struct webhook_event first;
	if (skip && (one->place.off || one->tries > 0) &&
	    store_webhook_next(w->config.reader, one->place.event_id,
		one->hook->kinds, &first))
		drop(one, first.id, 1, "an admin skipped it");
	one->place.off = false;
	one->dirty = true;
	one->tries = 0;
	one->why[0] = '\0';
	one->more = true;
	go_on(one);
	return 0;
}

/* -- life ------------------------------------------------------------------ */

static bool
open_one(struct webhooks *w, size_t i, struct err *err)
{
	struct webhooks_one *one = &w->one[i];
	one->all = w;
	one->hook = &w->config.hooks[i];
	one->added_seen = -1; /* perhaps something waits since the last run */
	one->counted_mono_ms = mono_ms(w) - COUNT_MS;
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
	w->job = (struct job){.run = write_places, .done = places_written};
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
