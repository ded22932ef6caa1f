/* The device: opened, watched, closed. */
#include <stdio.h>
#include <string.h>

#include "base/log.h"

#include "modem/modem_private.h"
#include "modem/tty.h"

static const int other_speeds[] = {
    115200, 9600, 57600, 38400, 19200, 230400, 460800, 921600};

void
modem_close_device(struct modem *m)
{
	modem_stop_timers(m);
	at_chan_free(&m->chan);
	ports_note_open(m->ports, m->claim, false);
	m->activity = MODEM_ACT_NONE;
	modem_record_session_ended(m);
	modem_send_abort(m, "the modem was closed");
	modem_ussd_abort(m, "the modem was closed");
}

static int
speed_to_try(const struct modem *m)
{
	size_t others = sizeof(other_speeds) / sizeof(other_speeds[0]);
	if (m->speed_tries % 2 == 0)
		return m->speed;
	return other_speeds[(size_t)(m->speed_tries / 2) % others];
}

static void
tell_closed(struct modem *m, const char *why)
{
	char quoted[256];
	if (strcmp(m->why, why) == 0)
		return;
	str_copy(m->why_text, sizeof(m->why_text), str_from(why));
	m->why = m->why_text;
	log_event(LOG_WARN, "modem", "closed", "link=%s device=%s why=%s",
	    m->name, m->device, log_quote(quoted, sizeof(quoted), why));
}

static void
not_opened(struct modem *m, int error)
{
	char user[64], why[128];
	switch ((enum tty_err)error) {
	case TTY_ABSENT:
		m->was_absent = true;
		tell_closed(m, "no such device");
		break;
	case TTY_BUSY:
		if (tty_user(m->device_number, user, sizeof(user)))
			snprintf(why, sizeof(why),
			    "another program has it: %s; stop it or keep it "
			    "off this device",
			    user);
		else
			snprintf(why, sizeof(why), "another program has it");
		tell_closed(m, why);
		break;
	case TTY_REFUSED:
		tell_closed(m, "no permission for the device: is furrowd's "
			       "user in the group dialout?");
		break;
	case TTY_OTHER:
		tell_closed(m, "not a serial device");
		break;
	}
	int64_t again_ms = modem_ms(m, MODEM_T_BACKOFF);
	enum ports_pass pass =
	    ports_pass_on(m->ports, m->claim, again_ms * 10, again_ms);
	timer_arm(m->state_timer,
	    pass == PORTS_NEXT
		? 0
		: modem_ms(m,
		      error == TTY_ABSENT ? MODEM_T_ABSENT : MODEM_T_BACKOFF));
}

/* Some need a while behind the moment that the device is there. */
static void
forgive_silence(struct modem *m)
{
	int64_t now = loop_mono_ms(m->loop);
	int64_t until = now + m->quirk->settle_ms;
	if (m->was_absent)
		m->search_mono_ms = now + modem_ms(m, MODEM_T_BOOT);
	if (m->was_absent && until > m->patience_mono_ms)
		m->patience_mono_ms = until;
	m->was_absent = false;
}

/* A stick's ports other than the one that speaks AT must not hold up the
 * search; a modem of which we know takes its time. */
static void
note_port(struct modem *m, const struct port *port)
{
	str_copy(m->device, sizeof(m->device), str_from(port->name));
	m->device_number = port->number;
	m->on_usb = port->vendor != 0;
	m->port_role = port_role(port->vendor, port->product, port->interface);
	m->searching = !port->speaks && ports_is_search(m->ports, m->claim);
	m->at_home = ports_is_home(m->ports, m->claim);
}

void
modem_open_device(struct modem *m)
{
	struct err err;
	const char *why;
	const struct port *port = ports_take(m->ports, m->claim, &why);
	if (port == NULL) {
		m->was_absent |= !ports_is_later(m->ports, m->claim);
		tell_closed(m, why); /* the ports will tell */
		return;
	}
	note_port(m, port);
	m->speed_open = speed_to_try(m);
	int fd = tty_open(m->device, m->speed_open, &err);
	if (fd < 0) {
		not_opened(m, fd);
		return;
	}
	m->device_number = tty_number(fd);
	m->answered = false;
	log_event(LOG_INFO, "modem", "open", "link=%s device=%s speed=%d",
	    m->name, m->device, m->speed_open);
	ports_note_open(m->ports, m->claim, true);
	forgive_silence(m);
	m->chan = at_chan_new(m->loop, fd, m->name, &m->chan_sink, &m->pace);
	fsm_go(&m->machine, MODEM_PROBING);
}

void
modem_on_ports_news(void *arg, enum ports_news news)
{
	struct modem *m = arg;
	int state = m->machine.state;
	if (news == PORTS_GONE && m->chan != NULL)
		modem_event(m, MODEM_EV_HUNG_UP, "the device was replaced");
	else if (news == PORTS_GONE && state == MODEM_STATE_PARKED)
		modem_unpark(m);
	else if (m->started && state == MODEM_CLOSED)
		timer_arm(m->state_timer, 0);
}

bool
modem_is_wanted(struct modem *m)
{
	if (ports_note_imei(m->ports, m->claim, m->serial))
		return true;
	log_event(LOG_INFO, "modem", "other-modem", "link=%s device=%s",
	    m->name, m->device);
	modem_event(m, MODEM_EV_WRONG, NULL);
	return false;
}

static bool
is_other(const char *wanted, const char *got)
{
	return wanted[0] != '\0' && got[0] != '\0' &&
	       strncmp(wanted, got, strlen(wanted)) != 0;
}

/* Clones are told apart by their SIM: there may be another port to try.
 * Else somebody has put another SIM in, and what is sent from it comes from a
 * number that nobody knows, and is paid by whoever. */
bool
modem_sim_is_wanted(struct modem *m)
{
	if (!is_other(m->imsi_wanted, m->sim) &&
	    !is_other(m->card_wanted, m->card))
		return true;
	m->sim[0] = '\0'; /* none that was here before */
	if (ports_refuse_for_another(m->ports, m->claim)) {
		modem_event(m, MODEM_EV_WRONG, NULL);
		return false;
	}
	m->no_sim = true; /* looked for as often as an absent one */
	modem_event(m, MODEM_EV_PARK,
	    "another SIM is in it: put the right one back, or change imsi or "
	    "iccid in the configuration");
	return false;
}
