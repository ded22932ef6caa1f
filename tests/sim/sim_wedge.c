/* Hanging in the ways that modems hang, and other programs on the port. */
#include <string.h>
#include <strings.h>

#include "tests/sim/sim_modem.h"

#define INTRUDES_EVERY_MS 3000

/* A modem that hears nothing at all is cured from outside of it; one whose
 * messages hang still answers AT and what restarts it. */
void
sim_modem_wedge(struct sim_modem *m, enum sim_cure cure, bool babbles)
{
	/* It may hang already, in another way. */
	m->deaf_until_ms = 0;
	m->noise_at_ms = SIM_NEVER;
	m->wedge = (struct sim_wedge){true, babbles, cure};
	if (cure == SIM_CURE_REOPEN || cure == SIM_CURE_POWER)
		sim_modem_deafen(m, SIM_NEVER / 2, false, babbles);
	else if (babbles)
		m->noise_at_ms = m->world->now_ms;
}

bool
sim_modem_wedge_eats(struct sim_modem *m, const char *command)
{
	if (!m->wedge.on)
		return false;
	const char *restart = m->options.profile->restart;
	return strcasecmp(command, "+CFUN") != 0 && command[0] != 'E' &&
	       (restart == NULL ||
		   strncasecmp(restart, command, strcspn(restart, "=")) != 0);
}

void
sim_modem_cured(struct sim_modem *m, enum sim_cure by)
{
	if (by == SIM_CURE_RADIO) {
		m->stalled = false;
		m->faults.at[SIM_FAULT_POISON].on = false;
		m->was_full = true;
	}
	if (!m->wedge.on || m->wedge.cure != by)
		return;
	m->wedge = (struct sim_wedge){0};
	m->deaf_until_ms = 0;
	m->noise_at_ms = SIM_NEVER;
}

void
sim_modem_reopened(struct sim_modem *m)
{
	sim_modem_cured(m, SIM_CURE_REOPEN);
}

/* What a manager of modems, a modem's own tool and a terminal ask. */
void
sim_modem_intrude(struct sim_modem *m)
{
	static const char *const commands[] = {"AT\r", "ATZ\r", "AT+CGMI\r",
	    "AT+GCAP\r", "~\x01\x78\xF0~", "ATE1\r", "AT+CMEE=2\r",
	    "AT+CPMS?\r", "AT+CSQ\r", "AT+CNMI=2,1,2,1,0\r", "AT+CREG?\r"};
	struct sim_fault *f = &m->faults.at[SIM_FAULT_INTRUDER];
	const struct sim_fault *hit =
	    sim_fault_hit(&m->faults, SIM_FAULT_INTRUDER, m->world);
	int64_t every = f->ms > 0 ? f->ms : INTRUDES_EVERY_MS;
	m->intrude_at_ms = f->on ? m->world->now_ms + every : SIM_NEVER;
	if (hit == NULL)
		return;
	size_t octets = m->out.octets;
	const char *command =
	    commands[m->intrusions++ %
		     (sizeof(commands) / sizeof(commands[0]))];
	sim_modem_feed(m, command, strlen(command));
	/* Of two that read one port either may get the bytes. */
	if (f->after && octets < m->out.octets)
		sim_buf_drop(&m->out, octets, m->out.octets - octets);
}
