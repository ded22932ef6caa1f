/* The device: opened, watched, closed. */
#include <string.h>

#include "base/clock.h"
#include "base/log.h"

#include "modem/modem_private.h"
#include "modem/tty.h"

static const int other_speeds[] = {115200, 9600, 57600, 38400, 19200};

void
modem_close_device(struct modem *m)
{
	modem_stop_timers(m);
	timer_stop(m->watch_timer);
	at_chan_free(&m->chan);
	m->activity = MODEM_ACT_NONE;
	modem_record_session_ended(m);
	modem_send_abort(m, "the modem was closed");
	modem_ussd_abort(m, "the modem was closed");
}

/* A hub or a simulator may give the name to a new device while the old one
 * still seems open. */
void
modem_on_watch_timer(void *arg)
{
	struct modem *m = arg;
	uint64_t now = tty_number_of_name(m->device);
	if (now != 0 && now != m->device_number)
		modem_event(m, MODEM_EV_HUNG_UP, "the device was replaced");
	else
		timer_arm(m->watch_timer, modem_ms(m, MODEM_T_WATCH));
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
not_opened(struct modem *m, int error)
{
	const char *why = error == TTY_ABSENT ? "no such device"
			  : error == TTY_BUSY ? "another program has it"
			  : error == TTY_REFUSED
			      ? "no permission for the device"
			      : "not a serial device";
	if (strcmp(m->why, why) != 0)
		log_event(LOG_WARN, "modem", "closed",
		    "link=%s device=%s why=\"%s\"", m->name, m->device, why);
	m->why = why;
	m->was_absent |= error == TTY_ABSENT;
	timer_arm(m->state_timer,
	    modem_ms(
		m, error == TTY_ABSENT ? MODEM_T_ABSENT : MODEM_T_BACKOFF));
}

/* Some need a while behind the moment that the device is there. */
static void
forgive_silence(struct modem *m)
{
	int64_t until = clock_mono_ms(clock_system()) + m->quirk->settle_ms;
	if (m->was_absent && until > m->patience_mono_ms)
		m->patience_mono_ms = until;
	m->was_absent = false;
}

void
modem_open_device(struct modem *m)
{
	struct err err;
	m->speed_open = speed_to_try(m);
	int fd = tty_open(m->device, m->speed_open, &err);
	if (fd < 0) {
		not_opened(m, fd);
		return;
	}
	m->device_number = tty_number(fd);
	m->answered = false;
	forgive_silence(m);
	timer_arm(m->watch_timer, modem_ms(m, MODEM_T_WATCH));
	m->chan = at_chan_new(m->loop, fd, m->name, &m->chan_sink, &m->pace);
	fsm_go(&m->machine, MODEM_PROBING);
}
