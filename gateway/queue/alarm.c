#include "gateway/queue/alarm.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/log.h"
#include "gateway/queue/alarm_tell.h"
#include "gateway/queue/budget.h"
#include "gateway/queue/ceiling.h"
#include "gateway/queue/sim_memory.h"
#include "gateway/store/store_held.h"
#include "gateway/store/store_message.h"
#include "gateway/store/store_robot.h"

#define LOOK_EVERY_MS 5000
#define LINK_PATIENCE_MS 60000
#define QUEUE_PATIENCE_MS (INT64_C(10) * 60 * 1000)
#define DISK_LEAST_OCTETS (INT64_C(50) << 20)

void
alarms_init(struct alarms *alarms)
{
	memset(alarms, 0, sizeof(*alarms));
	alarms->looked_mono_ms = -LOOK_EVERY_MS;
	alarms->link_patience_ms = LINK_PATIENCE_MS;
	alarms->queue_patience_ms = QUEUE_PATIENCE_MS;
	alarms->disk_least_octets = DISK_LEAST_OCTETS;
}

static size_t
count_troubles(struct link *const *links, size_t links_count)
{
	size_t count = 0;
	for (size_t i = 0; i < links_count; i++)
		count += links[i]->trouble[0] != '\0';
	return count;
}

bool
alarms_due(const struct alarms *alarms, struct link *const *links,
    size_t links_count, int64_t mono_ms)
{
	return mono_ms - alarms->looked_mono_ms >= LOOK_EVERY_MS ||
	       count_troubles(links, links_count) != alarms->troubles;
}

void
alarms_disk(struct alarms *alarms, bool failed)
{
	if (alarms->disk_failed != failed)
		alarms->looked_mono_ms -= LOOK_EVERY_MS;
	alarms->disk_failed = failed;
}

static bool
is_over(const struct alarm *alarm)
{
	return !alarm->on && !alarm->owed && !alarm->telling &&
	       alarm->since_mono_ms == 0;
}

static struct alarm *
find_place(struct alarms *alarms)
{
	struct alarm *silent = NULL;
	for (size_t i = 0; i < alarms->count; i++) {
		struct alarm *alarm = &alarms->alarm[i];
		if (is_over(alarm) && !alarm_tell_is_silent(alarms, alarm))
			return alarm;
		if (is_over(alarm))
			silent = alarm;
	}
	return alarms->count < ALARMS_MAX ? &alarms->alarm[alarms->count++]
					  : silent;
}

static struct alarm *
find(struct alarms *alarms, const char *key)
{
	for (size_t i = 0; i < alarms->count; i++)
		if (strcmp(alarms->alarm[i].key, key) == 0)
			return &alarms->alarm[i];
	return NULL;
}

/* In the place of one that is over, if there is one: only what is wrong at
 * once needs a place, so their number does not grow with the links. */
static struct alarm *
add(struct alarms *alarms, const char *key)
{
	struct alarm *alarm = find_place(alarms);
	if (alarm == NULL)
		return NULL;
	memset(alarm, 0, sizeof(*alarm));
	snprintf(alarm->key, sizeof(alarm->key), "%s", key);
	return alarm;
}

static void note(struct alarms *alarms, const char *key, bool wrong,
    int64_t patience_ms, const char *format, ...)
    __attribute__((format(printf, 5, 6)));

/* Sees `wrong` for longer than `patience_ms`: on; right again: off. */
static void
note(struct alarms *alarms, const char *key, bool wrong, int64_t patience_ms,
    const char *format, ...)
{
	struct alarm *alarm = find(alarms, key);
	if (alarm == NULL && wrong)
		alarm = add(alarms, key);
	char quoted[ALARM_TEXT_OCTETS * 2];
	if (alarm == NULL)
		return;
	if (!wrong) {
		if (alarm->on)
			log_event(LOG_INFO, "alarm", "off", "alarm=%s",
			    log_quote(quoted, sizeof(quoted), alarm->key));
		alarm->on = false;
		alarm->since_mono_ms = 0;
		alarm_tell_off(alarms, alarm);
		return;
	}
	va_list args;
	va_start(args, format);
	vsnprintf(alarm->text, sizeof(alarm->text), format, args);
	va_end(args);
	int64_t now = alarms->looked_mono_ms;
	if (alarm->since_mono_ms == 0)
		alarm->since_mono_ms = now;
	if (alarm->on || now - alarm->since_mono_ms < patience_ms)
		return;
	alarm->on = alarm->owed = true;
	log_event(LOG_WARN, "alarm", "on", "alarm=%s",
	    log_quote(quoted, sizeof(quoted), alarm->text));
}

/* A state that says itself ("parked: no SIM") is not said twice. */
static const char *
detail_of(const struct link *link, const struct link_description *d)
{
	const char *state = link_state_name(link->state);
	size_t octets = strlen(state);
	bool twice = strncmp(d->detail, state, octets) == 0 &&
		     strncmp(d->detail + octets, ": ", 2) == 0;
	return twice ? d->detail + octets + 2 : d->detail;
}

/* A store without a free place stops reception.  After a while away many texts
 * may wait in it; they are read in seconds. */
static void
note_store(struct alarms *alarms, const struct link *link,
    const struct link_description *d)
{
	char key[40];
	snprintf(key, sizeof(key), "store %s", link->name);
	note(alarms, key,
	    d->store_total > 0 && d->store_used * 10 >= d->store_total * 8,
	    alarms->link_patience_ms,
	    "store %s of link %s is nearly full: %d of %d; soon no text comes "
	    "in",
	    d->store, link->name, d->store_used, d->store_total);
}

static void
look_at_links(
    struct alarms *alarms, struct link *const *links, size_t links_count)
{
	for (size_t i = 0; i < links_count; i++) {
		char key[40];
		struct link_description d;
		memset(&d, 0, sizeof(d));
		links[i]->ops->describe(links[i], &d);
		snprintf(key, sizeof(key), "link %s", links[i]->name);
		/* A parked one has had its time on the ladder. */
		note(alarms, key,
		    links[i]->state != LINK_UP &&
			links[i]->state != LINK_RESTING,
		    links[i]->state == LINK_PARKED ? 0
						   : alarms->link_patience_ms,
		    "link %s is %s: %s", links[i]->name,
		    link_state_name(links[i]->state), detail_of(links[i], &d));
		note_store(alarms, links[i], &d);
	}
}

static void
look_at_sims(struct alarms *alarms, const struct turn *turn,
    struct link *const *links, size_t links_count)
{
	for (size_t i = 0; i < links_count; i++) {
		char key[48];
		struct link_description d;
		memset(&d, 0, sizeof(d));
		links[i]->ops->describe(links[i], &d);
		sim_memory_note_pin(turn->store, links[i]->name, d.pin_refused,
		    links[i]->state == LINK_UP);
		snprintf(key, sizeof(key), "sim %s", links[i]->name);
		note(alarms, key,
		    sim_memory_is_other(
			turn->store, links[i]->name, d.sim, turn->now_ms),
		    0,
		    "link %s has another SIM than before: put the old one "
		    "back, or in a day the new one is its own",
		    links[i]->name);
	}
}

/* A link that is there and receives, but whose texts the network does not
 * take: no credit, barred, a limit of its plan. */
static void
look_at_trouble(
    struct alarms *alarms, struct link *const *links, size_t links_count)
{
	for (size_t i = 0; i < links_count; i++) {
		char key[48];
		snprintf(key, sizeof(key), "sends %s", links[i]->name);
		note(alarms, key, links[i]->trouble[0] != '\0', 0,
		    "link %s has trouble: %s", links[i]->name,
		    links[i]->trouble);
	}
}

/* What the plans of the SIMs allow, and how long they last. */
static bool
look_at_budgets(struct alarms *alarms, const struct turn *turn,
    struct link *const *links, size_t links_count)
{
	int64_t phone_id = 0, person_id = 0;
	bool reached = false;
	bool admin = alarm_tell_whom(turn, &phone_id, &person_id);
	for (size_t i = 0; i < links_count; i++) {
		const struct link *link = links[i];
		char key[48], text[ALARM_TEXT_OCTETS];
		if (!link->budget.counted)
			continue;
		enum budget_state state =
		    budget_look(turn, link, text, sizeof(text));
		snprintf(key, sizeof(key), "plan near %s", link->name);
		note(alarms, key, state == BUDGET_NEAR, 0, "%s", text);
		snprintf(key, sizeof(key), "plan %s", link->name);
		note(alarms, key, state == BUDGET_REACHED, 0, "%s", text);
		reached |= state == BUDGET_REACHED;
		bool ends = budget_expires(turn, link, text, sizeof(text));
		snprintf(key, sizeof(key), "expires %s", link->name);
		note(alarms, key, ends, 0, "%s", text);
		if (admin)
			budget_keep_alive(turn, link, phone_id, person_id);
	}
	return reached;
}

/* Near and reached are two alarms, so that each is a text of its own. */
static bool
note_spending(struct alarms *alarms, const struct turn *turn,
    const struct link *link, int64_t least_minor)
{
	char near[40], reached[40], text[ALARM_TEXT_OCTETS];
	enum ceiling_state state =
	    ceiling_look(turn, link, least_minor, text, sizeof(text));
	const char *name = link == NULL ? "all" : link->name;
	snprintf(near, sizeof(near), "near %s", name);
	snprintf(reached, sizeof(reached), "spent %s", name);
	note(alarms, near, state == CEILING_NEAR, 0, "%s", text);
	note(alarms, reached, state == CEILING_REACHED, 0, "%s", text);
	return state == CEILING_REACHED;
}

static void
look_at_credit(struct alarms *alarms, const struct turn *turn,
    struct link *const *links, size_t links_count)
{
	for (size_t i = 0; i < links_count; i++) {
		const struct link *link = links[i];
		char low[40], unread[40], left[24];
		snprintf(low, sizeof(low), "airtime %s", link->name);
		snprintf(unread, sizeof(unread), "balance %s", link->name);
		str_from_minor(left, sizeof(left), link->credit.amount_minor,
		    turn->market->currency_places, true);
		note(alarms, low, link->credit.low || link->credit.spent, 0,
		    "link %s: airtime is down to %s %s%s", link->name,
		    turn->market->currency, left,
		    link->credit.spent ? ", it sends no more" : "");
		note(alarms, unread, link->credit.unread, 0,
		    "link %s: its balance cannot be read: try furrow ussd and "
		    "mend balance-pattern",
		    link->name);
	}
}

static bool
look_at_spending(struct alarms *alarms, const struct turn *turn,
    struct link *const *links, size_t links_count)
{
	bool reached = false;
	int64_t least = 0;
	for (size_t i = 0; i < links_count; i++) {
		const struct link *link = links[i];
		if (link->cost_minor > 0 &&
		    (least == 0 || link->cost_minor < least))
			least = link->cost_minor;
		if (link->texts_per_day > 0 || link->spend_per_day_minor > 0)
			reached |=
			    note_spending(alarms, turn, link, link->cost_minor);
	}
	if (turn->market->spend_per_day_minor > 0)
		reached |= note_spending(alarms, turn, NULL, least);
	return reached;
}

void
alarms_say(struct alarms *alarms, enum alarm_said which, const char *text)
{
	snprintf(alarms->said[which], ALARM_TEXT_OCTETS, "%s", text);
}

static void
look_at_backups(struct alarms *alarms, const struct turn *turn)
{
	static const char *const keys[ALARMS_SAID] = {
	    "backup-failed", "backup-old", "webhook", "webhook-behind"};
	struct held_state held;

	for (int i = 0; i < ALARMS_SAID; i++)
		note(alarms, keys[i], alarms->said[i][0] != '\0', 0,
		    "%s: %.100s", keys[i], alarms->said[i]);
	store_held_state(turn->store, &held);
	note(alarms, "restore-held", held.open, 0,
	    "restore-held: %lld text%s and %lld timer%s of the restored store "
	    "wait for furrow queue release or drop",
	    (long long)held.texts, held.texts == 1 ? "" : "s",
	    (long long)held.timers, held.timers == 1 ? "" : "s");
}

void
alarms_look(struct alarms *alarms, const struct turn *turn,
    struct link *const *links, size_t links_count, int64_t mono_ms)
{
	alarms->looked_mono_ms = mono_ms;
	alarms->troubles = count_troubles(links, links_count);
	look_at_links(alarms, links, links_count);
	look_at_trouble(alarms, links, links_count);
	look_at_sims(alarms, turn, links, links_count);
	look_at_credit(alarms, turn, links, links_count);

	int64_t octets = store_disk_free_octets(turn->store);
	note(alarms, "disk",
	    alarms->disk_failed ||
		(octets >= 0 && octets < alarms->disk_least_octets),
	    0, "%s: %lld MiB free",
	    alarms->disk_failed ? "disk fails, nothing can be stored"
				: "disk is filling",
	    (long long)(octets >> 20));

	int64_t due = store_message_oldest_due(turn->store);
	int64_t late = due == 0 ? 0 : turn->now_ms - due;
	bool spent = look_at_spending(alarms, turn, links, links_count);
	if (look_at_budgets(alarms, turn, links, links_count) || spent)
		late = 0; /* why it waits is said */
	note(alarms, "queue", late > alarms->queue_patience_ms, 0,
	    "queue is stuck: a text waits for %lld min",
	    (long long)(late / 60000));

	note(alarms, "route", alarms->nowhere[0] != '\0', 0,
	    "no link may carry texts to %s: add a route, then furrow queue "
	    "retry",
	    alarms->nowhere);

	int64_t message_id;
	int64_t robots =
	    store_robot_count(turn->store, turn->now_ms, &message_id);
	note(alarms, "robots", robots > 0, 0,
	    "phones that answer our texts by themselves, left alone now: "
	    "%lld, see message %lld",
	    (long long)robots, (long long)message_id);

	note(alarms, "clock", !turn->clock_sure, 0,
	    "clock is unsure: nothing expires until it is set");
	look_at_backups(alarms, turn);
	alarm_tell_all(alarms, turn);
}
