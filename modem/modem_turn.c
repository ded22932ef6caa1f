/* What a set-up modem does next.
 *
 * One thing at a time.  A send gets its turn after at most a few other things,
 * so that neither a full store nor a full queue starves the other. */
#include <stdio.h>
#include <string.h>

#include "base/log.h"

#include "modem/at_arg.h"
#include "modem/modem_record.h"

#define OTHERS_BEFORE_SEND 4
#define CHECK_EVERY 20 /* healths */
#define CHECKS_AGAIN_MAX 30 /* a modem may never say how its news go */
#define ALL_STORES_EVERY 15 /* sweeps */
#define NO_NETWORK_POLLS 300 /* five minutes of MODEM_T_POLL */

/* Timers. */

/* News hasten a look that an odd line has asked for, never the reverse. */
void
modem_list_soon(struct modem *m, enum modem_time time)
{
	bool news = time == MODEM_T_DEBOUNCE;
	m->dirty |= 1u << m->store_main;
	if (m->list_due ||
	    (timer_armed(m->list_timer) && !(news && m->list_lazy)))
		return;
	m->list_lazy = !news;
	timer_arm(m->list_timer, modem_ms(m, time));
}

void
modem_on_list_timer(void *arg)
{
	struct modem *m = arg;
	/* Listed meanwhile: a due that nobody may follow would hold up the
	 * next news, which count on it. */
	m->list_due = m->dirty != 0;
	modem_turn(m);
}

void
modem_stop_timers(struct modem *m)
{
	timer_stop(m->step_timer);
	timer_stop(m->list_timer);
	timer_stop(m->sweep_timer);
	timer_stop(m->health_timer);
	m->list_due = false;
}

static void
arm_sweep(struct modem *m)
{
	bool told = m->news_set[0] >= 0;
	timer_arm(m->sweep_timer,
	    modem_ms(m, told ? MODEM_T_SWEEP : MODEM_T_POLL_SWEEP));
}

void
modem_on_sweep_timer(void *arg)
{
	struct modem *m = arg;
	m->sweeps++;
	m->dirty |= m->sweeps % ALL_STORES_EVERY == 0 ? m->stores_offered
						      : 1u << m->store_main;
	m->list_due = true;
	arm_sweep(m);
	modem_turn(m);
}

static void
arm_health(struct modem *m)
{
	bool known = m->machine.state == MODEM_READY;
	timer_arm(m->health_timer,
	    modem_ms(m, known ? MODEM_T_HEALTH : MODEM_T_POLL));
}

void
modem_on_health_timer(void *arg)
{
	struct modem *m = arg;
	m->network_due = true;
	if (m->machine.state == MODEM_READY) {
		m->health_due = true;
		m->check_due = m->check_due || m->check_again ||
			       m->quirk->forgets ||
			       ++m->healths % CHECK_EVERY == 0;
		m->check_again = false;
	}
	arm_health(m);
	modem_turn(m);
}

void
modem_turn_begin(struct modem *m)
{
	bool first = !timer_armed(m->sweep_timer);
	if (first) {
		m->dirty = m->stores_offered;
		m->list_due = true;
		m->health_due = true;
		m->network_polls = 0;
		arm_sweep(m);
	}
	if (m->machine.state == MODEM_REGISTERING)
		m->network_due = true;
	arm_health(m);
}

/* The network. */

/* An answer is "n,stat,..." and news are "stat,...", where the second value is
 * a text in quotes, or too large to be a state, or not there. */
int
modem_network_stat(struct str line)
{
	struct at_arg args;
	struct str second = STR("");
	bool quoted = false;
	int64_t first, value;
	if (!at_arg_begin(&args, line, "+CREG:") &&
	    !at_arg_begin(&args, line, "+CEREG:") &&
	    !at_arg_begin_hurt(&args, line, "+CREG:"))
		return -1;
	if (!at_arg_next_number(&args, &first))
		return -1;
	bool two = at_arg_next(&args, &second, &quoted);
	if (two && !quoted && second.octets < 3 &&
	    str_to_int64(&value, second) && value <= 10)
		first = value;
	return (int)(first & 0xFF);
}

bool
modem_is_registered(int stat)
{
	return stat == 1 || stat == 5 || stat == 6 || stat == 7;
}

const char *
modem_network_why(int stat_creg, int stat_cereg)
{
	if (modem_is_registered(stat_creg) || modem_is_registered(stat_cereg))
		return "";
	if (stat_creg == 3 || stat_cereg == 3)
		return "the network refuses this SIM: expired, or barred?";
	if (stat_creg == 2 || stat_cereg == 2)
		return "looking for a network";
	return stat_creg < 0 && stat_cereg < 0 ? "" : "no network";
}

static void
network_known(struct modem *m, bool registered)
{
	bool ready = m->machine.state == MODEM_READY;
	m->network_due = false;
	m->network_polls = registered ? 0 : m->network_polls + 1;
	modem_act_done(m);
	if (m->network_polls >= NO_NETWORK_POLLS) {
		m->network_polls = 0;
		/* It may be the network's fault: nothing that costs power, and
		 * never parked for it. */
		modem_recover_between(m, MODEM_RUNG_RADIO, MODEM_RUNG_RESTART,
		    "no network for too long");
	} else if (registered && m->machine.state == MODEM_REGISTERING) {
		modem_event(m, MODEM_EV_NETWORK, NULL);
	} else if (!registered && ready && m->machine.state == MODEM_READY) {
		modem_event(m, MODEM_EV_NO_NETWORK, "no network");
	}
}

static void
packet_line(void *arg, const struct at_line *line)
{
	struct modem *m = arg;
	m->stat_cereg = modem_network_stat(line->text);
}

/* Neither question is known: then nobody can tell, and it is tried. */
static void
packet_done(void *arg, const struct at_result *result)
{
	struct modem *m = arg;
	if (result->final == AT_FINAL_GONE)
		return;
	bool mute = m->stat_creg < 0 && m->stat_cereg < 0 &&
		    result->final != AT_FINAL_TIMEOUT;
	m->mute_networks = mute ? m->mute_networks + 1 : 0;
	network_known(
	    m, modem_is_registered(m->stat_cereg) || m->mute_networks >= 2);
}

static void
network_line(void *arg, const struct at_line *line)
{
	struct modem *m = arg;
	m->stat_creg = modem_network_stat(line->text);
}

/* LTE modems may never register for calls, yet send texts. */
static void
network_done(void *arg, const struct at_result *result)
{
	struct modem *m = arg;
	if (result->final == AT_FINAL_GONE)
		return;
	if (modem_is_registered(m->stat_creg)) {
		m->mute_networks = 0;
		network_known(m, true);
		return;
	}
	struct at_command command =
	    modem_command(m, "AT+CEREG?", "+CEREG:", MODEM_T_COMMAND);
	command.on_line = packet_line;
	command.on_done = packet_done;
	modem_submit(m, &command);
}

static void
start_network(struct modem *m)
{
	m->stat_creg = m->stat_cereg = -1;
	m->activity = MODEM_ACT_NETWORK;
	struct at_command command =
	    modem_command(m, "AT+CREG?", "+CREG:", MODEM_T_COMMAND);
	command.on_line = network_line;
	command.on_done = network_done;
	modem_submit(m, &command);
}

/* Health: the field's strength, who carries us, are the settings still there.
 */

enum ask { ASK_ECHO, ASK_MODE, ASK_NEWS, ASK_CENTRE, ASK_FIELD, ASK_WHO, ASKS };

static const struct {
	const char *text, *prefix;
	bool check;
} asks[ASKS] = {
    [ASK_ECHO] = {"ATE0", NULL, true},
    [ASK_MODE] = {"AT+CMGF?", "+CMGF:", true},
    [ASK_NEWS] = {"AT+CNMI?", "+CNMI:", true},
    [ASK_CENTRE] = {"AT+CSCA?", "+CSCA:", true},
    [ASK_FIELD] = {"AT+CSQ", "+CSQ:", false},
    [ASK_WHO] = {"AT+COPS?", "+COPS:", false},
};

static void
health_line(void *arg, const struct at_line *line)
{
	struct modem *m = arg;
	struct at_arg args;
	struct str name;
	int64_t a, b;
	if (at_arg_begin(&args, line->text, "+CSQ:") &&
	    at_arg_next_number(&args, &a))
		m->signal_percent =
		    a >= 0 && a <= 31 ? (int)(a * 100 / 31) : -1;
	if (at_arg_begin(&args, line->text, "+COPS:") &&
	    at_arg_next_number(&args, &a) && at_arg_next_number(&args, &a) &&
	    at_arg_next(&args, &name, NULL))
		str_copy(m->network, sizeof(m->network), name);
	if (at_arg_begin(&args, line->text, "+CMGF:") &&
	    at_arg_next_number(&args, &a) && a == 1)
		m->check_bad = true;
	if (at_arg_begin(&args, line->text, "+CNMI:") &&
	    at_arg_next_number(&args, &a) && at_arg_next_number(&args, &b) &&
	    m->news_set[0] >= 0 && b != m->news_set[1])
		m->check_bad = true;
	modem_centre_line(m, line->text);
}

static bool health_next(struct modem *m);

/* The routing of news that we set cannot be read: a modem that has just
 * started refuses that for a while (27.005 3.2.5: +CMS ERROR 314).  It would
 * have the looks of health and tell no news, so we ask again soon. */
static void
note_unread(struct modem *m, enum at_final final)
{
	if (!m->checking || m->health_step != ASK_NEWS || m->news_set[0] < 0)
		return;
	if (final == AT_FINAL_OK)
		m->checks_again = 0;
	else if (m->checks_again < CHECKS_AGAIN_MAX) {
		m->checks_again++;
		m->check_again = true;
		timer_arm(m->health_timer, modem_ms(m, MODEM_T_POLL));
	}
}

static void
health_done(void *arg, const struct at_result *result)
{
	struct modem *m = arg;
	if (result->final == AT_FINAL_GONE)
		return;
	note_unread(m, result->final);
	m->health_step++;
	if (result->final == AT_FINAL_OK)
		modem_note_good(m);
	if (health_next(m))
		return;
	modem_act_done(m);
	if (m->check_bad)
		modem_event(m, MODEM_EV_RESTARTED, "it lost its settings");
}

/* 27.005 3.3.1: the service centre that it had, when it has none any more. */
static bool
give_centre_back(struct modem *m)
{
	char text[48];
	if (!m->checking || !modem_build_centre(m, text, sizeof(text)))
		return false;
	m->centre_lost = false; /* once a look */
	struct at_command command =
	    modem_command(m, text, NULL, MODEM_T_COMMAND);
	command.on_done = health_done;
	return modem_submit(m, &command);
}

/* False: nothing is left to ask. */
static bool
health_next(struct modem *m)
{
	while (
	    m->health_step < ASKS && asks[m->health_step].check && !m->checking)
		m->health_step++;
	if (m->health_step >= ASKS)
		return give_centre_back(m);
	struct at_command command = modem_command(m, asks[m->health_step].text,
	    asks[m->health_step].prefix, MODEM_T_COMMAND);
	command.on_line = health_line;
	command.on_done = health_done;
	return modem_submit(m, &command);
}

static void
start_health(struct modem *m)
{
	m->health_due = false;
	m->checking = m->check_due;
	m->check_due = m->check_bad = false;
	m->health_step = 0;
	m->activity = MODEM_ACT_HEALTH;
	if (!health_next(m))
		m->activity = MODEM_ACT_NONE;
}

/* The turn. */

/* While a dialogue lasts +CSCS may be UCS2 and names come in hexadecimal. */
static bool
start_other(struct modem *m)
{
	struct record *done;
	bool talks = modem_ussd_holds(m);
	if (modem_confirm_is_due(m))
		modem_confirm_start(m);
	else if (modem_mend_due(m) && m->machine.state == MODEM_READY)
		modem_mend_start(m);
	else if (m->network_due && m->machine.state == MODEM_REGISTERING)
		start_network(m);
	else if (m->check_due && !talks)
		start_health(m); /* in text mode nothing reads true */
	else if (modem_ussd_due(m))
		modem_ussd_start(m);
	else if ((done = modem_record_to_delete(m)) != NULL)
		modem_store_start_delete(m, done);
	else if (modem_store_has_read(m))
		modem_store_start_read(m);
	else if (modem_store_list_due(m))
		modem_store_start_list(m);
	else if (m->reattach_due && m->machine.state == MODEM_READY && !talks)
		modem_fill_reattach(m);
	else if (m->health_due && !talks)
		start_health(m);
	else if (m->network_due && !talks)
		start_network(m);
	else
		return false;
	m->since_send++;
	return true;
}

void
modem_turn(struct modem *m)
{
	bool ready = m->machine.state == MODEM_READY;
	if (!ready && m->machine.state != MODEM_REGISTERING)
		return;
	if (m->activity != MODEM_ACT_NONE || m->chan == NULL ||
	    !at_chan_idle(m->chan))
		return;
	bool send = ready && m->send_wanted && !modem_ussd_holds(m);
	if (send && m->since_send >= OTHERS_BEFORE_SEND)
		modem_send_start(m);
	else if (!start_other(m) && send)
		modem_send_start(m);
}

void
modem_act_done(struct modem *m)
{
	m->activity = MODEM_ACT_NONE;
	modem_turn(m);
	modem_tell_change(m);
}
