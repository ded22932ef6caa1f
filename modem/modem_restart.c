/* The rungs that are commands: the radio off and on, a restart.  For a modem
 * that answers, and into the silence of one that may hear. */
#include "modem/modem_private.h"

#include "base/log.h"

/* Switching the radio takes a while; silence is not waited for so long. */
static enum modem_time
remedy_time(const struct modem *m)
{
	return m->answered ? MODEM_T_STORE : MODEM_T_COMMAND;
}

static void
radio_on_done(void *arg, const struct at_result *result)
{
	struct modem *m = arg;
	if (result->final == AT_FINAL_GONE)
		return;
	m->answered |= result->final != AT_FINAL_TIMEOUT;
	/* And then the scripts.  One that was silent is asked, too: to switch
	 * the radio on takes longer than is waited for here. */
	at_chan_resync(m->chan);
}

static void
radio_off_done(void *arg, const struct at_result *result)
{
	struct modem *m = arg;
	if (result->final == AT_FINAL_GONE)
		return;
	struct at_command on =
	    modem_command(m, "AT+CFUN=1", NULL, remedy_time(m));
	on.probe = true;
	on.on_done = radio_on_done;
	modem_submit(m, &on);
}

static void restart_next(struct modem *m);

static void
restart_done(void *arg, const struct at_result *result)
{
	struct modem *m = arg;
	if (result->final == AT_FINAL_GONE)
		return;
	if (result->final != AT_FINAL_OK && result->final != AT_FINAL_TIMEOUT) {
		m->remedy_try++;
		restart_next(m);
		return;
	}
	modem_close_device(m);
	fsm_go(&m->machine, MODEM_RESTARTING);
}

static void
remedy(struct modem *m, const char *text,
    void (*on_done)(void *, const struct at_result *))
{
	struct at_command command =
	    modem_command(m, text, NULL, remedy_time(m));
	log_event(LOG_WARN, "modem", "remedy", "link=%s rung=%s command=%s",
	    m->name, modem_rung_name(m->ladder.rung), text);
	command.probe = true; /* no answer is no news */
	command.on_done = on_done;
	modem_submit(m, &command);
}

/* The device may vanish before it has answered. */
static void
restart_next(struct modem *m)
{
	const char *text = m->quirk->restart[m->remedy_try];
	if (text == NULL) {
		log_event(LOG_WARN, "modem", "remedy",
		    "link=%s rung=%s why=\"it knows no such command\"", m->name,
		    modem_rung_name(m->ladder.rung));
		modem_event(m, MODEM_EV_FAILED, NULL); /* as it was said */
		return;
	}
	modem_forgive_silence(m);
	remedy(m, text, restart_done);
}

void
modem_remedy_now(struct modem *m)
{
	enum modem_rung due = m->remedy;
	m->remedy = MODEM_RUNG_NONE;
	if (due == MODEM_RUNG_RESTART)
		restart_next(m);
	else if (due == MODEM_RUNG_RADIO)
		remedy(m, m->quirk->radio_off, radio_off_done);
	else
		modem_event(m, MODEM_EV_DONE, NULL);
}

void
modem_probe_answered(struct modem *m)
{
	m->answered = true;
	ports_note_speaks(m->ports, m->claim);
	if (m->was_mute)
		m->remedy = MODEM_RUNG_NONE; /* it has woken up by itself */
	m->was_mute = false;
	modem_remedy_now(m);
}
