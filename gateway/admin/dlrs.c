#include "gateway/admin/dlrs.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/log.h"
#include "base/panic.h"
#include "base/token.h"
#include "gateway/admin/dlrs_private.h"
#include "gateway/admin/webhook.h"
#include "gateway/store/store_dlr.h"

#define COUNT_MS 5000 /* counting reads all that waits */
#define COUNT_MOST 1000000
#define SAY_MS 10000 /* between two lines about what was dropped */
/* After so many tries, and for so long, somebody should look. */
#define TRIES_TROUBLE 6
#define TROUBLE_MS 150000

static int64_t
mono_ms(const struct dlrs *d)
{
	return clock_mono_ms(d->config.clock);
}

static int64_t
delay_ms(int tries, int64_t retry_after_s)
{
	uint64_t random;
	token_random((uint8_t *)&random, sizeof(random));
	return webhook_delay_ms(tries, retry_after_s, random);
}

/* -- at the start ---------------------------------------------------------- */

static void
note_done(void *arg, bool ok)
{
	*(bool *)arg = ok;
}

bool
dlrs_prepare(struct store *store, size_t hosts_count)
{
	bool ok = false;
	store_begin(store);
	if (hosts_count > 0)
		store_dlr_watch(store);
	else
		store_dlr_clear(store);
	store_commit(store, note_done, &ok);
	return ok;
}

/* -- one call ---------------------------------------------------------------
 */

static void
tell_dropped(struct dlrs_place *place)
{
	if (place->dropped == 0)
		return;
	log_event(LOG_ERROR, "dlr", "dropped",
	    "host=%s calls=%" PRId64 " why=\"%s\"", place->name, place->dropped,
	    place->dropped_why);
	place->dropped = 0;
	place->said_mono_ms = mono_ms(place->all);
}

static void
over(struct dlrs_slot *slot)
{
	slot->doing = DLRS_ENDED;
	slot->due_ms = 0;
}

/* Thousands at once may be too old: one line tells of them. */
static void
drop(struct dlrs_place *place, struct dlrs_slot *slot, const char *why)
{
	over(slot);
	place->all->figures.dropped++;
	if (place->dropped > 0 && place->dropped_why != why)
		tell_dropped(place);
	place->dropped++;
	place->dropped_why = why;
}

static void
count_try(struct dlrs_place *place, const struct dlrs_slot *slot)
{
	char why[DLRS_WHY_OCTETS * 2];
	if (place->tries > 0 && slot->begun_mono_ms <= place->tried_mono_ms)
		return;
	place->tried_mono_ms = mono_ms(place->all);
	if (place->tries++ == 0)
		place->since_mono_ms = place->tried_mono_ms;
	if (place->tries == 1 || place->tries == TRIES_TROUBLE)
		log_event(LOG_WARN, "dlr", "failed", "host=%s tries=%d why=%s",
		    place->name, place->tries,
		    log_quote(why, sizeof(why), place->why));
}

static void
failed(struct dlrs_place *place, struct dlrs_slot *slot,
    const struct http_call_end *end)
{
	struct dlrs *d = place->all;
	bool answered = end->how == HTTP_CALL_ANSWERED;
	d->figures.failed++;
	dlrs_why(place->why, end);
	count_try(place, slot);
	/* Nobody is there: no call is at fault, and none is worth a row. */
	if (end->how == HTTP_CALL_UNSENT) {
		place->rest_mono_ms = mono_ms(d) + delay_ms(place->tries, -1);
		slot->doing = DLRS_FREE;
		return;
	}
	slot->doing = DLRS_ENDED;
	slot->due_ms =
	    clock_wall_ms(d->config.clock) +
	    delay_ms(slot->tries + 1, answered ? end->retry_after_s : -1);
}

static void
taken(struct dlrs_place *place, struct dlrs_slot *slot)
{
	if (place->tries >= TRIES_TROUBLE)
		log_event(LOG_INFO, "dlr", "works_again", "host=%s tries=%d",
		    place->name, place->tries);
	place->tries = 0;
	place->why[0] = '\0';
	place->all->figures.told++;
	over(slot);
}

/* -- what is due ------------------------------------------------------------
 */

static struct dlrs_slot *
free_slot(struct dlrs_place *place, const struct dlr_call *call)
{
	struct dlrs_slot *found = NULL;
	for (size_t i = 0; i < DLRS_SLOTS; i++) {
		struct dlrs_slot *slot = &place->slot[i];
		if (slot->doing == DLRS_FREE)
			found = slot;
		else if (slot->message_id == call->message_id)
			return NULL; /* it is being made */
	}
	return found;
}

static bool
is_old(const struct dlrs *d, const struct dlr_call *call)
{
	return d->config.clock_sure(d->config.arg) &&
	       mono_ms(d) - d->begun_mono_ms >= DLRS_TRY_MS &&
	       call->time_ms < clock_wall_ms(d->config.clock) - DLRS_GIVE_UP_MS;
}

static void on_end(void *arg, int64_t id, const struct http_call_end *end);

/* False: no other either, for now. */
static bool
send_call(struct dlrs_place *place, struct dlrs_slot *slot,
    const struct dlr_call *call)
{
	switch (dlrs_call(place, call, (size_t)(slot - place->slot), on_end)) {
	case DLRS_CALL_BEGUN:
		return true;
	case DLRS_CALL_NEVER:
		drop(place, slot, "its text is gone, or too long");
		return true;
	case DLRS_CALL_LATER:
		break;
	}
	slot->doing = DLRS_FREE;
	return false;
}

static bool
begin_call(void *arg, const struct dlr_call *call)
{
	struct dlrs_place *place = arg;
	struct dlrs_slot *slot = free_slot(place, call);
	bool room = !place->allowed || http_client_room(place->client) > 0;
	if (slot == NULL || !room)
		return room;
	*slot = (struct dlrs_slot){.doing = DLRS_CALLING,
	    .call_id = call->id,
	    .message_id = call->message_id,
	    .begun_mono_ms = mono_ms(place->all),
	    .tries = call->tries};
	if (!place->allowed)
		drop(place, slot, "the host is not in dlr-hosts any more");
	else if (is_old(place->all, call))
		drop(place, slot, "given up: too old");
	else
		return send_call(place, slot, call);
	return true;
}

static bool
is_busy(const struct dlrs_place *place)
{
	for (size_t i = 0; i < DLRS_SLOTS; i++)
		if (place->slot[i].doing != DLRS_FREE)
			return true;
	return false;
}

/* Its own, or one that makes way: whoever is called is in the configuration,
 * but for those of before. */
static struct dlrs_place *
place_of(struct dlrs *d, const char *name)
{
	struct dlrs_place *room = NULL;
	for (size_t p = 0; p < DLRS_PLACES_MOST; p++) {
		struct dlrs_place *place = &d->place[p];
		if (strcmp(place->name, name) == 0)
			return place;
		if (place->name[0] == '\0' ||
		    (room == NULL && !place->allowed && !is_busy(place)))
			room = place;
	}
	if (room != NULL) {
		tell_dropped(room);
		dlrs_place_open(room, d, name);
	}
	return room;
}

static void
call_due(struct dlrs_place *place)
{
	const struct dlrs *d = place->all;
	if (place->tries > 0 && mono_ms(d) < place->rest_mono_ms)
		return;
	/* A host that failed of late is tried with one call. */
	store_dlr_due(d->config.reader, place->name,
	    clock_wall_ms(d->config.clock), place->tries > 0 ? 1 : DLRS_SLOTS,
	    begin_call, place);
}

static void
on_end(void *arg, int64_t id, const struct http_call_end *end)
{
	struct dlrs_place *place = arg;
	struct dlrs_slot *slot = &place->slot[id];
	switch (
	    webhook_judge(end->how == HTTP_CALL_ANSWERED ? end->status : 0)) {
	case WEBHOOK_TAKEN:
		taken(place, slot);
		break;
	case WEBHOOK_GONE:
		drop(place, slot, "it answered 410");
		break;
	case WEBHOOK_AGAIN:
		failed(place, slot, end);
		break;
	}
	if (place->tries == 0)
		call_due(place);
}

static void
look_at(struct dlrs *d, const char *name)
{
	struct dlrs_place *place = place_of(d, name);
	if (place == NULL)
		return;
	place->waits = true;
	call_due(place);
}

/* Whoever is to be told nothing any more has no trouble. */
static void
look_at_all(struct dlrs *d)
{
	char name[STORE_DLR_PLACE_OCTETS] = "";
	for (size_t p = 0; p < DLRS_PLACES_MOST; p++)
		d->place[p].waits = false;
	while (store_dlr_place(d->config.reader, name, name)) {
		d->some = true;
		look_at(d, name);
	}
	bool unread = store_failed(d->config.reader, NULL) != 0;
	d->some = d->some || unread;
	for (size_t p = 0; p < DLRS_PLACES_MOST && !unread; p++)
		if (!d->place[p].waits)
			d->place[p].tries = 0;
}

static void
look(struct dlrs *d)
{
	/* What is not committed yet is not read either: another look then. */
	if (!store_in_transaction(d->config.store) &&
	    d->added_seen != store_dlr_added(d->config.store)) {
		d->added_seen = store_dlr_added(d->config.store);
		d->some = true;
	}
	if (!d->some)
		return;
	d->some = false;
	look_at_all(d);
	if (mono_ms(d) - d->counted_mono_ms < COUNT_MS && d->some)
		return;
	d->counted_mono_ms = mono_ms(d);
	d->figures.waiting = store_dlr_count(d->config.reader, COUNT_MOST);
}

static void
on_look(void *arg)
{
	struct dlrs *d = arg;
	look(d);
	dlrs_write_behind(d);
	for (size_t p = 0; p < DLRS_PLACES_MOST; p++)
		if (mono_ms(d) - d->place[p].said_mono_ms >= SAY_MS)
			tell_dropped(&d->place[p]);
	timer_arm(d->timer, DLRS_LOOK_MS);
}

/* -- what is known ----------------------------------------------------------
 */

void
dlrs_figures(const struct dlrs *d, struct dlrs_figures *out)
{
	*out = d != NULL ? d->figures : (struct dlrs_figures){.waiting = 0};
}

const char *
dlrs_trouble(struct dlrs *d)
{
	for (size_t p = 0; d != NULL && p < DLRS_PLACES_MOST; p++) {
		const struct dlrs_place *place = &d->place[p];
		if (place->name[0] == '\0' || place->tries < TRIES_TROUBLE ||
		    mono_ms(d) - place->since_mono_ms < TROUBLE_MS)
			continue;
		snprintf(d->trouble, sizeof(d->trouble), "%s: %s", place->name,
		    place->why);
		return d->trouble;
	}
	return NULL;
}

/* -- life -------------------------------------------------------------------
 */

struct dlrs *
dlrs_new(const struct dlrs_config *config, struct err *err)
{
	struct dlrs *d = xcalloc(1, sizeof(*d));
	d->config = *config;
	d->some = true; /* perhaps something waits since the last run */
	d->added_seen = store_dlr_added(config->store);
	d->begun_mono_ms = mono_ms(d);
	dlrs_write_open(d);
	d->counted_mono_ms = mono_ms(d) - COUNT_MS;
	d->tls = tls_client_context(config->ca, err);
	if (d->tls == NULL) {
		dlrs_free(&d);
		return NULL;
	}
	d->timer = timer_new(config->loop, on_look, d);
	timer_arm(d->timer, 0);
	return d;
}

void
dlrs_free(struct dlrs **dlrs)
{
	struct dlrs *d = *dlrs;
	*dlrs = NULL;
	if (d == NULL)
		return;
	for (size_t p = 0; p < DLRS_PLACES_MOST; p++) {
		tell_dropped(&d->place[p]);
		dlrs_place_close(&d->place[p]);
	}
	tls_context_free(&d->tls);
	timer_free(&d->timer);
	free(d);
}
