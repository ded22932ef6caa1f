/* From an open device to an answer: ESC and AT. */
#include <string.h>

#include "base/log.h"

#include "modem/modem_private.h"

/* After these two pokes the ATs follow. */
#define PROBE_CR 1
#define PROBE_DISCARD 2
#define PROBES_MAX 7
#define PROBES_IN_SEARCH 5

static void probe_at(struct modem *m);

/* A remedy of the ladder comes first, whose result does not matter.  Else, of
 * several ATs, or from before the device was closed in trouble, answers may
 * still be on their way; each would be taken for the next command's. */
static void
answered(struct modem *m)
{
	m->answered = true;
	if (m->remedy != MODEM_RUNG_NONE && !m->was_mute)
		modem_probe_answered(m);
	else if (m->probes > PROBE_DISCARD + 1 ||
		 m->ladder.rung != MODEM_RUNG_NONE)
		at_chan_resync(m->chan);
	else
		modem_probe_answered(m);
}

static void
probe_done(void *arg, const struct at_result *result)
{
	struct modem *m = arg;
	switch (result->final) {
	case AT_FINAL_GONE:
		return;
	case AT_FINAL_TIMEOUT:
		if (m->probes >= (m->searching ? PROBES_IN_SEARCH : PROBES_MAX))
			modem_event(m, MODEM_EV_FAILED, "it does not answer");
		else
			probe_at(m);
		return;
	/* Some firmwares refuse a bare AT; a refusal is a sign of life too. */
	case AT_FINAL_OK:
	case AT_FINAL_ERROR:
	case AT_FINAL_CME:
	case AT_FINAL_CMS:
		answered(m);
		return;
	}
}

/* The first AT wakes a modem up or sets its speed, and is often lost.  Another
 * program may have left it mute (ATQ1) or with numbers for words (ATV0). */
static void
probe_at(struct modem *m)
{
	const char *text = m->probes == PROBE_DISCARD + 2 ? "ATQ0V1" : "AT";
	struct at_command command = modem_command(m, text, NULL, MODEM_T_AT);
	m->probes++;
	if (m->searching) /* most ports are not the one */
		command.timeout_ms /= 2;
	command.probe = true;
	command.on_done = probe_done;
	modem_submit(m, &command);
}

void
modem_probe_begin(struct modem *m)
{
	m->probes = 0;
	at_chan_numeric(m->chan, true);
	/* A crash may have left it at a prompt.  ESC cancels; Ctrl-Z would
	 * transmit. */
	at_chan_poke(m->chan, "\x1B");
	timer_arm(m->state_timer, modem_ms(m, MODEM_T_ESCAPE));
}

void
modem_probe_next(struct modem *m)
{
	if (++m->probes == PROBE_CR) {
		at_chan_poke(m->chan, "\r");
		timer_arm(m->state_timer, modem_ms(m, MODEM_T_ESCAPE));
		return;
	}
	at_chan_drop(m->chan);
	probe_at(m);
}
