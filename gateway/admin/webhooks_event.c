/* webhooks_event - one event after the other: read, sent, judged, passed. */
#include <inttypes.h>
#include <stdlib.h>

#include "base/log.h"
#include "base/token.h"
#include "gateway/admin/webhooks_private.h"

#define COUNT_MS 5000 /* counting reads all that waits */
#define PEEK_MS 15000 /* the same, of a hook that does not move */
#define OLDER_A_TURN 5000

static int64_t
mono_ms(const struct webhooks *w)
{
	return clock_mono_ms(w->config.clock);
}

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
	if (one->place.tries > 0)
		log_event(LOG_INFO, "webhook", "works_again",
		    "hook=%s tries=%d", one->hook->name, one->place.tries);
	one->place.tries = 0;
	one->place.why[0] = '\0';
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

void
webhooks_drop(
    struct webhooks_one *one, int64_t upto, int64_t count, const char *why)
{
	one->place.dropped += count;
	one->waiting = one->waiting > count ? one->waiting - count : 0;
	move_to(one, upto);
	log_event(LOG_ERROR, "webhook", "dropped",
	    "hook=%s events=%" PRId64 " why=\"%s\"", one->hook->name, count,
	    why);
}

/* Since the start there was time to take something. */
static bool
could_come(const struct webhooks_one *one)
{
	int64_t up_ms = mono_ms(one->all) - one->all->begun_mono_ms;
	return up_ms >= WEBHOOKS_TRY_MS || up_ms >= one->hook->give_up_ms;
}

/* What he did not take in all that time. */
static void
drop_old(struct webhooks_one *one)
{
	const struct webhooks_config *config = &one->all->config;
	struct webhook_event first;
	int64_t count,
	    before_ms = clock_wall_ms(config->clock) - one->hook->give_up_ms;
	if (one->doing != DOING_NOTHING || !could_come(one) ||
	    !config->clock_sure(config->arg) ||
	    !store_webhook_next(config->reader, one->place.event_id,
		one->hook->kinds, &first) ||
	    first.time_ms >= before_ms)
		return;
	int64_t upto = store_webhook_older(config->reader, one->place.event_id,
	    before_ms, one->hook->kinds, OLDER_A_TURN, &count);
	if (upto > one->place.event_id)
		webhooks_drop(one, upto, count, "given up: too old");
}

static void
failed(struct webhooks_one *one, const struct http_call_end *end)
{
	uint64_t random;
	char why[WEBHOOK_WHY_OCTETS * 2];
	token_random((uint8_t *)&random, sizeof(random));
	one->failed++;
	one->place.tries++;
	webhooks_why(one->place.why, end);
	if (one->place.tries == 1 || one->place.tries == WEBHOOKS_TRIES_TROUBLE)
		log_event(LOG_WARN, "webhook", "failed",
		    "hook=%s tries=%d why=%s", one->hook->name,
		    one->place.tries,
		    log_quote(why, sizeof(why), one->place.why));
	int64_t delay_ms = webhook_delay_ms(one->place.tries,
	    end->how == HTTP_CALL_ANSWERED ? end->retry_after_s : -1, random);
	one->next_mono_ms = mono_ms(one->all) + delay_ms;
	one->place.next_ms = clock_wall_ms(one->all->config.clock) + delay_ms;
	one->dirty = true;
	free(one->found.body);
	one->found.body = NULL;
}

static void
on_end(void *arg, int64_t id, const struct http_call_end *end)
{
	struct webhooks_one *one = arg;
	(void)id;
	one->doing = DOING_NOTHING;
	one->place.answer = webhooks_status(end);
	switch (webhook_judge(one->place.answer)) {
	case WEBHOOK_TAKEN:
		taken(one);
		break;
	case WEBHOOK_GONE:
		webhooks_why(one->place.why, end);
		switched_off(one);
		free(one->found.body);
		one->found.body = NULL;
		break;
	case WEBHOOK_AGAIN:
		failed(one, end);
		break;
	}
	webhooks_go_on(one);
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
	webhooks_drop(one, event->id, 1, "too long for a request");
	free(one->found.body);
	one->found.body = NULL;
	webhooks_go_on(one);
}

void
webhooks_was_read(struct webhooks_one *one, bool ran)
{
	struct webhooks_found *found = &one->found;
	one->doing = DOING_NOTHING;
	if (!ran || found->failed) {
		free(found->body);
		found->body = NULL;
		return;
	}
	if (found->waiting >= 0)
		one->waiting = found->waiting;
	one->oldest_ms = found->event.time_ms;
	if (one->peek) {
		webhooks_go_on(one);
		return;
	}
	/* Resumed or dropped meanwhile: it is read anew. */
	bool stale = one->after != one->place.event_id;
	if (found->event.id == 0) {
		one->more = false;
		one->waiting = 0;
		move_to(one, found->upto);
	} else if (found->body == NULL && !stale) {
		passed(one);
		webhooks_go_on(one);
	} else if (stale || one->place.off) {
		free(found->body);
		found->body = NULL;
		webhooks_go_on(one);
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
	if (one->place.tries > 0)
		return mono_ms(w) >= one->next_mono_ms;
	return one->more ||
	       one->added_seen != store_webhook_added(w->config.store);
}

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
	webhooks_drop(one, upto, count, "too many wait");
}

static bool
is_uncounted(const struct webhooks_one *one, int64_t since_ms)
{
	return mono_ms(one->all) - one->counted_mono_ms >= since_ms;
}

static void
read_one(struct webhooks_one *one, bool peek)
{
	one->peek = peek;
	one->count = is_uncounted(one, peek ? PEEK_MS : COUNT_MS);
	if (one->count)
		one->counted_mono_ms = mono_ms(one->all);
	if (webhooks_read(one))
		one->doing = DOING_READ;
}

void
webhooks_go_on(struct webhooks_one *one)
{
	struct webhooks *w = one->all;
	if (!is_due(one))
		return;
	/* One that is merely slow never rests. */
	if (is_uncounted(one, COUNT_MS)) {
		drop_old(one);
		keep_bounded(one);
	}
	/* What is not committed yet is not read either: another look then. */
	if (!store_in_transaction(w->config.store))
		one->added_seen = store_webhook_added(w->config.store);
	one->more = true;
	read_one(one, false);
}

void
webhooks_rest(struct webhooks_one *one)
{
	if (one->doing != DOING_NOTHING)
		return;
	drop_old(one);
	keep_bounded(one);
	if (is_uncounted(one, PEEK_MS))
		read_one(one, true);
}
