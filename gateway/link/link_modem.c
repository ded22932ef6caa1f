#include "gateway/link/link_modem.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/log.h"
#include "base/panic.h"

#include "gateway/link/link_modem_private.h"
#include "modem/trace.h"

#define STOP_LOOK_MS 20
/* Shorter rests are part of the work: nobody need look. */
#define REST_SHOWN_MS 30000
#define VALIDITY_MINUTES 1440
#define TEXT_OCTETS_MAX 8192

static struct link_modem *
of(struct link *link)
{
	return (struct link_modem *)link;
}

static const struct link_modem *
of_const(const struct link *link)
{
	return (const struct link_modem *)link;
}

static enum link_state
state_of(const struct link_modem *lm)
{
	if (lm->stopped)
		return LINK_DOWN;
	switch (modem_status(lm->modem)) {
	case MODEM_DOWN:
		return LINK_DOWN;
	case MODEM_STARTING:
		return LINK_STARTING;
	case MODEM_UP:
		break;
	case MODEM_PARKED:
		return LINK_PARKED;
	}
	bool rests = lm->rest_shown && timer_armed(lm->rest_timer);
	return lm->draining || rests ? LINK_RESTING : LINK_UP;
}

void
link_modem_changed(struct link_modem *lm)
{
	enum link_state state = state_of(lm);
	if (state != lm->link.state)
		log_event(LOG_INFO, "link", "state", "link=%s state=%s",
		    lm->link.name, link_state_name(state));
	lm->link.state = state;
	lm->link.sink->on_change(lm->link.sink->arg, &lm->link);
}

/* why: static.  Whatever it rests for, one text at a time finds out whether it
 * is over, for a modem has room for one. */
void
link_modem_rest(struct link_modem *lm, int64_t ms, const char *why)
{
	lm->rest_why = why != NULL ? why : "";
	lm->rest_shown = ms >= REST_SHOWN_MS;
	log_event(LOG_WARN, "link", "rest", "link=%s ms=%lld why=\"%s\"",
	    lm->link.name, (long long)ms, lm->rest_why);
	timer_arm(lm->rest_timer, ms);
	link_modem_changed(lm);
}

static void
on_rest_timer(void *arg)
{
	link_modem_changed(arg);
}

/* Somebody has mended it, or wishes it tried. */
static void
end_rest(struct link_modem *lm)
{
	timer_stop(lm->rest_timer);
	lm->link.trouble[0] = '\0';
	send_judge_reset(&lm->judge);
	link_modem_end_silence(lm);
}

static void
on_modem_change(void *arg)
{
	link_modem_changed(arg);
}

static void
on_deleted(void *arg, const struct modem_place *gone)
{
	struct link_modem *lm = arg;
	struct msg_place place = {.index = gone->index};
	memcpy(place.store, gone->store, sizeof(place.store));
	lm->link.sink->on_forgotten(lm->link.sink->arg, &lm->link, &place);
}

static void
link_start(struct link *link)
{
	struct link_modem *lm = of(link);
	lm->stopping = lm->stopped = false;
	modem_start(lm->modem);
}

static void
stop_now(struct link_modem *lm)
{
	timer_stop(lm->stop_timer);
	link_modem_stop_waiting(lm);
	modem_stop(lm->modem); /* a send in flight ends here */
	lm->stopped = true;
	link_modem_changed(lm);
}

static void
on_stop_timer(void *arg)
{
	struct link_modem *lm = arg;
	lm->grace_ms -= STOP_LOOK_MS;
	if (lm->grace_ms <= 0 || (!lm->busy && !modem_busy(lm->modem)))
		stop_now(lm);
	else
		timer_arm(lm->stop_timer, STOP_LOOK_MS);
}

static void
link_stop(struct link *link, int64_t grace_ms)
{
	struct link_modem *lm = of(link);
	lm->stopping = true;
	lm->grace_ms = grace_ms;
	modem_quiesce(lm->modem);
	timer_arm(lm->stop_timer, 0);
}

static size_t
link_room(const struct link *link)
{
	const struct link_modem *lm = of_const(link);
	bool open = lm->link.state == LINK_UP && !lm->stopping && !lm->busy &&
		    !timer_armed(lm->rest_timer);
	bool due = send_pace_due(&lm->pace) <= loop_mono_ms(lm->loop);
	return open && due && modem_can_send(lm->modem) ? 1 : 0;
}

static void
link_acknowledge(struct link *link, const struct msg_place *place)
{
	struct modem_place in_modem = {.index = place->index};
	memcpy(in_modem.store, place->store, sizeof(in_modem.store));
	modem_delete(of(link)->modem, &in_modem);
}

static void
link_resume(struct link *link)
{
	struct link_modem *lm = of(link);
	link_modem_offer_held(lm);
	modem_resume(lm->modem);
}

static void
link_reset(struct link *link)
{
	end_rest(of(link));
	modem_reset(of(link)->modem);
}

static void
link_drain(struct link *link, bool on)
{
	of(link)->draining = on;
	if (!on)
		end_rest(of(link));
	link_modem_changed(of(link));
}

static void
describe_detail(const struct link_modem *lm, const struct modem_description *d,
    struct link_description *out)
{
	const char *doing = lm->busy ? "sending" : d->state;
	if (lm->stopped)
		doing = "stopped";
	else if (lm->draining)
		doing = "draining";
	else if (timer_armed(lm->rest_timer))
		doing = "resting";
	const char *why = timer_armed(lm->rest_timer) && d->why[0] == '\0'
			      ? lm->rest_why
			      : d->why;
	snprintf(out->detail, sizeof(out->detail), "%s%s%s", doing,
	    why[0] != '\0' ? ": " : "", why);
}

static void
describe_recoveries(
    const struct modem_description *d, struct link_description *out)
{
	struct buf list = buf_over(out->recoveries, sizeof(out->recoveries));
	for (int i = 0; i < MODEM_RUNGS; i++)
		if (d->climbs[i] > 0)
			buf_add_format(&list, "%s%s %lu",
			    list.octets > 0 ? ", " : "",
			    modem_rung_name((enum modem_rung)i), d->climbs[i]);
}

static void
link_describe(const struct link *link, struct link_description *out)
{
	const struct link_modem *lm = of_const(link);
	struct modem_description d;
	modem_describe(lm->modem, &d);
	*out = (struct link_description){.signal_percent = d.signal_percent,
	    .since_mono_ms = d.since_mono_ms,
	    .sim = d.sim};
	out->pin_refused = d.pin_refused ? lm->pin_mark : 0;
	str_copy(out->device, sizeof(out->device), str_from(d.device));
	str_copy(out->operator_, sizeof(out->operator_), str_from(d.network));
	if (d.maker[0] != '\0' || d.model[0] != '\0')
		snprintf(out->identity, sizeof(out->identity),
		    "%s %s fw %s imei ...%s", d.maker, d.model, d.firmware,
		    d.imei_tail);
	if (d.store_used >= 0 && d.store_total > 0) {
		str_copy(out->store, sizeof(out->store), str_from(d.store));
		out->store_used = d.store_used;
		out->store_total = d.store_total;
	}
	describe_detail(lm, &d, out);
	describe_recoveries(&d, out);
}

static bool
link_step(const struct link *link, size_t i, struct link_step *out)
{
	const struct trace *trace = modem_trace(of_const(link)->modem);
	const struct trace_step *step =
	    i < TRACE_STEPS ? trace_at(trace, (int)i) : NULL;
	if (step == NULL)
		return false;
	*out = (struct link_step){.wall_ms = step->wall_ms,
	    .times = step->times,
	    .asked = step->asked,
	    .answered = step->answered,
	    .chosen = step->chosen,
	    .why = step->why};
	return true;
}

static void
mute_sent(void *arg, const struct modem_sent *sent)
{
	(void)arg;
	(void)sent;
}

static void
mute_change(void *arg)
{
	(void)arg;
}

static void
destroy(void *arg)
{
	struct link_modem *lm = arg;
	buf_free(&lm->text);
	free(lm);
}

/* Nobody is told any more; the memory goes at the end of the pass, because a
 * call for later may be under way. */
static void
link_free(struct link *link)
{
	struct link_modem *lm = of(link);
	lm->busy = lm->part_waits = false;
	lm->modem_sink.on_sent = mute_sent;
	lm->modem_sink.on_change = mute_change;
	lm->modem_sink.on_ussd = NULL;
	modem_free(&lm->modem);
	timer_free(&lm->rest_timer);
	timer_free(&lm->stop_timer);
	timer_free(&lm->pace_timer);
	timer_free(&lm->silence_timer);
	loop_reap(lm->loop, destroy, lm);
}

static const struct link_ops ops = {
    .kind = "modem",
    .start = link_start,
    .stop = link_stop,
    .room = link_room,
    .send = link_modem_send,
    .acknowledge = link_acknowledge,
    .resume = link_resume,
    .reset = link_reset,
    .drain = link_drain,
    .ussd = link_modem_ussd,
    .describe = link_describe,
    .step = link_step,
    .free = link_free,
};

/* Too short to tell which PIN it was, long enough to see another one. */
int
link_modem_pin_mark(const char *pin)
{
	if (pin == NULL || pin[0] == '\0')
		return 0;
	return (int)(span_hash(span_of(pin, strlen(pin))) & 0xFFF) + 1;
}

static struct modem *
make_modem(struct link_modem *lm, const struct link_modem_config *config)
{
	struct modem_config mc = {.name = lm->link.name,
	    .device = config->device,
	    .speed = config->speed,
	    .setup = config->setup,
	    .pins = config->pins,
	    .ports = config->ports,
	    .pin = config->pin,
	    .pin_refused = config->pin_refused};
	memcpy(mc.times_ms, config->times_ms, sizeof(mc.times_ms));
	if (config->sweep_ms > 0)
		mc.times_ms[MODEM_T_SWEEP] = config->sweep_ms;
	if (config->send_timeout_ms > 0)
		mc.times_ms[MODEM_T_SEND] = config->send_timeout_ms;
	lm->modem_sink = (struct modem_sink){.arg = lm,
	    .on_record = link_modem_on_record,
	    .on_sent = link_modem_on_sent,
	    .on_deleted = on_deleted,
	    .on_call = link_modem_on_call,
	    .on_change = on_modem_change,
	    .on_ussd = link_modem_on_ussd};
	return modem_new(lm->loop, &mc, &lm->modem_sink);
}

struct link *
link_modem_new(struct loop *loop, const struct link_modem_config *config,
    const struct link_sink *sink)
{
	struct link_modem *lm = xcalloc(1, sizeof(*lm));
	lm->loop = loop;
	lm->link.ops = &ops;
	lm->link.sink = sink;
	lm->link.state = LINK_DOWN;
	lm->link.two_way = !config->no_questions;
	str_copy(lm->link.name, sizeof(lm->link.name), str_from(config->name));
	str_copy(
	    lm->link.number, sizeof(lm->link.number), str_from(config->number));
	lm->validity_minutes = config->validity_minutes > 0
				   ? config->validity_minutes
				   : VALIDITY_MINUTES;
	lm->cutting.transliterate = PLAIN_PUNCTUATION;
	if (config->cutting != NULL)
		lm->cutting = *config->cutting;
	lm->cutting.parts_max = MSG_PARTS_MAX;
	lm->last_mr = -1;
	lm->rest_why = "";
	lm->text = buf_new(TEXT_OCTETS_MAX);
	lm->rest_timer = timer_new(loop, on_rest_timer, lm);
	lm->stop_timer = timer_new(loop, on_stop_timer, lm);
	lm->pace_timer = timer_new(loop, link_modem_on_pace_timer, lm);
	lm->silence_timer = timer_new(loop, link_modem_on_silence_timer, lm);
	lm->pace.rate = config->rate;
	lm->pin_mark = link_modem_pin_mark(config->pin);
	lm->modem = make_modem(lm, config);
	return &lm->link;
}
