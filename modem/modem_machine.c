/* The machine: which events it takes in which state, and where it goes. */
#include <string.h>

#include "base/log.h"

#include "modem/modem_private.h"

#define RESTARTS_MAX 5
#define SILENCES_MAX 4

static struct modem *
modem_of(struct fsm *machine)
{
	return machine->owner;
}

void
modem_event(struct modem *m, int event, const char *why)
{
	if (why != NULL) {
		bool known = modem_status(m) == MODEM_PARKED;
		char quoted[sizeof(m->why_text) * 2];

		m->why = why;
		log_event(known ? LOG_DEBUG : LOG_INFO, "modem", "event",
		    "link=%s state=%s why=%s", m->name,
		    fsm_state_name(&m->machine),
		    log_quote(quoted, sizeof(quoted), why));
	}
	fsm_event(&m->machine, event, NULL);
}

/* A short look at one that was parked for its silence changes nothing until it
 * answers. */
static bool
is_looked_at(const struct modem *m)
{
	return m->started && m->ladder.rung == MODEM_RUNG_PARK &&
	       m->mute_parked && !m->answered &&
	       (m->machine.state == MODEM_CLOSED ||
		   m->machine.state == MODEM_PROBING);
}

enum modem_status
modem_status(const struct modem *modem)
{
	if (is_looked_at(modem))
		return MODEM_PARKED;
	switch ((enum modem_state)modem->machine.state) {
	case MODEM_CLOSED:
	case MODEM_RESTARTING:
		return MODEM_DOWN;
	case MODEM_STATE_PARKED:
		return MODEM_PARKED;
	case MODEM_READY:
		return MODEM_UP;
	case MODEM_RESYNC:
		return modem->back_to_ready && !modem->resync_long
			   ? MODEM_UP
			   : MODEM_STARTING;
	case MODEM_PROBING:
	case MODEM_IDENTIFYING:
	case MODEM_SIM:
	case MODEM_CONFIGURING:
	case MODEM_REGISTERING:
	case MODEM_STATES:
		break;
	}
	return MODEM_STARTING;
}

void
modem_tell_change(struct modem *m)
{
	enum modem_status status = modem_status(m);
	bool can_send = modem_can_send(m);
	if (status != m->told_status)
		m->since_mono_ms = loop_mono_ms(m->loop);
	if (status == m->told_status && can_send == m->told_can_send)
		return;
	m->told_status = status;
	m->told_can_send = can_send;
	m->sink->on_change(m->sink->arg);
}

struct at_command
modem_command(const struct modem *m, const char *text, const char *prefix,
    enum modem_time time)
{
	struct at_command command = {.prefix = prefix,
	    .timeout_ms = modem_ms(m, time),
	    .tail_ms = modem_ms(m, MODEM_T_TAIL)};
	str_copy(command.text, sizeof(command.text), str_from(text));
	return command;
}

bool
modem_submit(struct modem *m, const struct at_command *command)
{
	return m->chan != NULL && at_chan_submit(m->chan, command);
}

void
modem_on_chan_event(void *arg, enum at_chan_event event)
{
	struct modem *m = arg;
	switch (event) {
	case AT_CHAN_OUT_OF_STEP:
		modem_event(m, MODEM_EV_OUT_OF_STEP, NULL);
		return;
	case AT_CHAN_IN_STEP:
		modem_event(m, MODEM_EV_IN_STEP, NULL);
		return;
	case AT_CHAN_SETTINGS_LOST:
		modem_event(m, MODEM_EV_RESTARTED, "it lost its settings");
		return;
	case AT_CHAN_LOST:
		m->is_silent = true;
		modem_event(m, MODEM_EV_FAILED, "it stopped answering");
		return;
	case AT_CHAN_HUNG_UP:
		modem_event(m, MODEM_EV_HUNG_UP, "the device is gone");
		return;
	case AT_CHAN_ECHO:
		m->check_due = true;
		return;
	}
}

/* Going places. */

void
modem_go_closed(struct modem *m, int64_t wait_ms)
{
	modem_close_device(m);
	m->closed_ms = wait_ms;
	fsm_go(&m->machine, MODEM_CLOSED);
}

static void
enter_closed(struct fsm *machine)
{
	struct modem *m = modem_of(machine);
	if (m->started)
		timer_arm(m->state_timer, m->closed_ms);
	else
		timer_stop(m->state_timer);
	modem_tell_change(m);
}

/* Everything volatile is gone: set it up again, on the open device. */
static void
set_up_again(struct modem *m)
{
	if (++m->restarts > RESTARTS_MAX) {
		m->why = "it restarts all the time";
		modem_recover(m);
		return;
	}
	modem_stop_timers(m);
	at_chan_drop(m->chan);
	m->activity = MODEM_ACT_NONE;
	modem_record_session_ended(m);
	modem_send_abort(m, "the modem restarted");
	modem_ussd_abort(m, "the modem restarted");
	fsm_go(&m->machine, MODEM_PROBING);
}

static void
out_of_step(struct modem *m)
{
	bool set_up = m->machine.state == MODEM_READY ||
		      m->machine.state == MODEM_REGISTERING;
	ladder_note_resync(&m->ladder);
	if (++m->silences >= SILENCES_MAX) {
		m->why = "too many commands went unanswered";
		m->is_silent = true;
		modem_recover(m);
	} else if (set_up) {
		m->back_to_ready = m->machine.state == MODEM_READY;
		fsm_go(&m->machine, MODEM_RESYNC);
	}
}

static void
in_step(struct modem *m)
{
	if (m->machine.state == MODEM_PROBING) {
		modem_probe_answered(m);
		return;
	}
	if (m->machine.state != MODEM_RESYNC)
		return;
	m->check_due = true; /* did it restart meanwhile? */
	fsm_go(&m->machine, m->back_to_ready ? MODEM_READY : MODEM_REGISTERING);
}

/* The device vanished: nothing to cure, unless it does so all the time. */
static void
hung_up(struct modem *m)
{
	if (++m->restarts > RESTARTS_MAX) {
		m->why = "the device comes and goes";
		modem_recover(m);
		return;
	}
	modem_go_closed(m, modem_ms(m, MODEM_T_ABSENT));
	ports_give_back(m->ports, m->claim); /* it may come back elsewhere */
}

/* An open device that has to be left, or set up again. */
static void
lost_event(struct modem *m, enum modem_event event)
{
	modem_note_trouble(m);
	if (event == MODEM_EV_HUNG_UP) {
		hung_up(m);
	} else if (event == MODEM_EV_STOP) {
		modem_go_closed(m, modem_ms(m, MODEM_T_BACKOFF));
	} else if (event == MODEM_EV_FAILED) {
		modem_recover(m);
	} else if (event == MODEM_EV_PARK) {
		modem_close_device(m);
		fsm_go(&m->machine, MODEM_STATE_PARKED);
	} else if (m->machine.state != MODEM_PROBING) {
		set_up_again(m);
	} else if (at_chan_idle(m->chan)) {
		modem_probe_answered(m); /* in step, but in text mode */
	}
}

/* A state's time is up. */
static void
open_timeout(struct modem *m)
{
	if (m->machine.state == MODEM_PROBING) {
		modem_probe_next(m);
	} else if (m->machine.state == MODEM_RESYNC) {
		m->resync_long = true;
		modem_send_abort(m, "the modem does not answer");
		modem_tell_change(m);
	} else {
		m->why = "setting it up takes too long";
		lost_event(m, MODEM_EV_FAILED);
	}
}

/* What every state with an open device does. */
static void
open_event(struct fsm *machine, int event, const void *data)
{
	struct modem *m = modem_of(machine);
	(void)data;
	switch ((enum modem_event)event) {
	case MODEM_EV_HUNG_UP:
	case MODEM_EV_STOP:
	case MODEM_EV_FAILED:
	case MODEM_EV_PARK:
	case MODEM_EV_RESTARTED:
		lost_event(m, (enum modem_event)event);
		return;
	case MODEM_EV_OUT_OF_STEP:
		out_of_step(m);
		return;
	case MODEM_EV_IN_STEP:
		in_step(m);
		return;
	case MODEM_EV_DONE:
		if (machine->state != MODEM_CONFIGURING ||
		    !modem_poor_configured(m))
			fsm_go(machine, machine->state + 1);
		return;
	case MODEM_EV_NETWORK:
		fsm_go(machine, MODEM_READY);
		return;
	case MODEM_EV_WRONG:
		modem_go_closed(m, 0);
		return;
	case MODEM_EV_NO_NETWORK:
		fsm_go(machine, MODEM_REGISTERING);
		return;
	case MODEM_EV_TIMEOUT:
		open_timeout(m);
		return;
	case MODEM_EVENTS:
		return;
	}
}

static void
closed_event(struct fsm *machine, int event, const void *data)
{
	struct modem *m = modem_of(machine);
	(void)data;
	if (event == MODEM_EV_TIMEOUT && m->started)
		m->machine.state == MODEM_CLOSED ? modem_open_device(m)
						 : modem_go_closed(m, 0);
	if (event == MODEM_EV_STOP)
		modem_go_closed(m, modem_ms(m, MODEM_T_BACKOFF));
}

static void
enter_probing(struct fsm *machine)
{
	modem_probe_begin(modem_of(machine));
	modem_tell_change(modem_of(machine));
}

static void
enter_script(struct fsm *machine)
{
	if (machine->state == MODEM_IDENTIFYING)
		timer_arm(modem_of(machine)->state_timer,
		    modem_ms(modem_of(machine), MODEM_T_SET_UP));
	modem_script_begin(modem_of(machine), machine->state);
	modem_tell_change(modem_of(machine));
}

/* Texts can be received before the network is found: turn decides. */
static void
enter_set_up(struct fsm *machine)
{
	struct modem *m = modem_of(machine);
	timer_stop(m->state_timer);
	if (machine->state == MODEM_READY)
		modem_note_ready(m);
	else {
		modem_send_abort(m, "no network");
		modem_ussd_no_network(m);
	}
	modem_turn_begin(m);
	modem_tell_change(m);
	modem_turn(m);
}

static void
enter_waiting(struct fsm *machine)
{
	struct modem *m = modem_of(machine);
	enum modem_time time = MODEM_T_RESTART;
	if (machine->state == MODEM_STATE_PARKED)
		time = m->no_sim        ? MODEM_T_NO_SIM
		       : m->mute_parked ? MODEM_T_LOOK
					: MODEM_T_PARKED;
	if (m->errand == NULL) /* which ends by itself */
		timer_arm(m->state_timer, modem_ms(m, time));
	modem_tell_change(m);
}

static void
enter_resync(struct fsm *machine)
{
	struct modem *m = modem_of(machine);
	m->resync_long = false;
	timer_arm(m->state_timer, modem_ms(m, MODEM_T_LENIENT));
	modem_tell_change(m);
}

#define B FSM_BIT
#define OPEN_EVENTS                                                            \
	(B(MODEM_EV_HUNG_UP) | B(MODEM_EV_STOP) | B(MODEM_EV_FAILED) |         \
	    B(MODEM_EV_RESTARTED) | B(MODEM_EV_OUT_OF_STEP) |                  \
	    B(MODEM_EV_IN_STEP) | B(MODEM_EV_PARK) | B(MODEM_EV_WRONG))
#define OPEN_NEXT                                                              \
	(B(MODEM_CLOSED) | B(MODEM_PROBING) | B(MODEM_RESTARTING) |            \
	    B(MODEM_STATE_PARKED))

static const struct fsm_state states[MODEM_STATES] = {
    [MODEM_CLOSED] = {.name = "closed",
	.events = B(MODEM_EV_TIMEOUT) | B(MODEM_EV_STOP),
	.next = B(MODEM_CLOSED) | B(MODEM_PROBING),
	.on_event = closed_event,
	.on_enter = enter_closed},
    [MODEM_PROBING] = {.name = "probing",
	.events = OPEN_EVENTS | B(MODEM_EV_DONE) | B(MODEM_EV_TIMEOUT),
	.next = OPEN_NEXT | B(MODEM_IDENTIFYING),
	.on_event = open_event,
	.on_enter = enter_probing},
    [MODEM_IDENTIFYING] = {.name = "identifying",
	.events = OPEN_EVENTS | B(MODEM_EV_DONE) | B(MODEM_EV_TIMEOUT),
	.next = OPEN_NEXT | B(MODEM_SIM),
	.on_event = open_event,
	.on_enter = enter_script},
    [MODEM_SIM] = {.name = "sim",
	.events = OPEN_EVENTS | B(MODEM_EV_DONE) | B(MODEM_EV_TIMEOUT),
	.next = OPEN_NEXT | B(MODEM_CONFIGURING),
	.on_event = open_event,
	.on_enter = enter_script},
    [MODEM_CONFIGURING] = {.name = "configuring",
	.events = OPEN_EVENTS | B(MODEM_EV_DONE) | B(MODEM_EV_TIMEOUT),
	.next = OPEN_NEXT | B(MODEM_REGISTERING),
	.on_event = open_event,
	.on_enter = enter_script},
    [MODEM_REGISTERING] = {.name = "registering",
	.events = OPEN_EVENTS | B(MODEM_EV_NETWORK),
	.next = OPEN_NEXT | B(MODEM_READY) | B(MODEM_RESYNC),
	.on_event = open_event,
	.on_enter = enter_set_up},
    [MODEM_READY] = {.name = "ready",
	.events = OPEN_EVENTS | B(MODEM_EV_NO_NETWORK),
	.next = OPEN_NEXT | B(MODEM_REGISTERING) | B(MODEM_RESYNC),
	.on_event = open_event,
	.on_enter = enter_set_up},
    [MODEM_RESYNC] = {.name = "resync",
	.events = OPEN_EVENTS | B(MODEM_EV_TIMEOUT),
	.next = OPEN_NEXT | B(MODEM_REGISTERING) | B(MODEM_READY),
	.on_event = open_event,
	.on_enter = enter_resync},
    [MODEM_RESTARTING] = {.name = "restarting",
	.events = B(MODEM_EV_TIMEOUT) | B(MODEM_EV_STOP),
	.next = B(MODEM_CLOSED) | B(MODEM_RESTARTING) | B(MODEM_STATE_PARKED),
	.on_event = closed_event,
	.on_enter = enter_waiting},
    [MODEM_STATE_PARKED] = {.name = "parked",
	.events = B(MODEM_EV_TIMEOUT) | B(MODEM_EV_STOP),
	.next = B(MODEM_CLOSED),
	.on_event = closed_event,
	.on_enter = enter_waiting},
};

static const char *const event_names[MODEM_EVENTS] = {
    [MODEM_EV_HUNG_UP] = "hung-up",
    [MODEM_EV_FAILED] = "failed",
    [MODEM_EV_OUT_OF_STEP] = "out-of-step",
    [MODEM_EV_IN_STEP] = "in-step",
    [MODEM_EV_RESTARTED] = "restarted",
    [MODEM_EV_DONE] = "done",
    [MODEM_EV_NETWORK] = "network",
    [MODEM_EV_NO_NETWORK] = "no-network",
    [MODEM_EV_PARK] = "park",
    [MODEM_EV_WRONG] = "wrong",
    [MODEM_EV_STOP] = "stop",
    [MODEM_EV_TIMEOUT] = "timeout",
};

static const struct fsm_table table = {
    .name = "modem",
    .states = states,
    .states_count = MODEM_STATES,
    .event_names = event_names,
    .events_count = MODEM_EVENTS,
    .timeout_event = MODEM_EV_TIMEOUT,
};

const struct fsm_table *
modem_table(void)
{
	return &table;
}
