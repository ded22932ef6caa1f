/* How what a modem says leaves it: line ends, delays, damage on the way. */
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "tests/sim/sim_modem.h"

void
sim_modem_say(struct sim_modem *m, const char *format, ...)
{
	if (!m->said && m->set.verbose)
		sim_buf_text(&m->held, "\r\n");
	m->said = true;
	va_list args;
	va_start(args, format);
	sim_buf_vformat(&m->held, format, args);
	va_end(args);
	sim_buf_text(&m->held, "\r\n");
}

void
sim_modem_pdu_hex(const struct sim_modem *m, char hex[SIM_PDU_HEX],
    const struct sim_tpdu *tpdu)
{
	if (m->options.profile->no_smsc)
		sim_hex_write(hex, tpdu->at, tpdu->octets);
	else
		sim_pdu_print(hex, m->smsc, tpdu);
}

void
sim_modem_pdu_line(struct sim_modem *m, const struct sim_tpdu *tpdu)
{
	char hex[SIM_PDU_HEX];
	sim_modem_pdu_hex(m, hex, tpdu);
	if (sim_fault_hit(&m->faults, SIM_FAULT_CUT_PDU, m->world) != NULL)
		hex[strlen(hex) / 2] = '\0';
	sim_modem_say(m, "%s", hex);
}

void
sim_modem_result(struct sim_modem *m, const char *result)
{
	bool ok = strcmp(result, "OK") == 0;
	if (m->set.quiet || result[0] == '\0')
		return;
	if (m->set.verbose || (!ok && strcmp(result, "ERROR") != 0))
		sim_buf_format(&m->held, "\r\n%s\r\n", result);
	else
		sim_buf_text(&m->held, ok ? "0\r" : "4\r");
}

static void
insert_line(struct sim_modem *m, const struct sim_fault *fault)
{
	struct sim_buf *b = &m->held;
	size_t places[64], count = 0;
	for (size_t i = 0; i < b->octets && count < 64; i++) {
		bool begins = i == 0 || b->at[i - 1] == '\n';
		if (begins)
			places[count++] = i;
	}
	if (count == 0)
		return;
	size_t where = places[sim_chance(m->world, (uint32_t)count)];
	char line[160];
	const char *text =
	    fault->line[0] != '\0' ? fault->line : sim_modem_noise(m);
	snprintf(line, sizeof(line), "\r\n%s\r\n", text);
	sim_buf_insert(b, where, line, strlen(line));
}

/* "^SRVST:2" and at once "\r\n+CPIN: …": no end between them. */
static void
glue_line(struct sim_modem *m, const struct sim_fault *fault)
{
	const char *text =
	    fault->line[0] != '\0' ? fault->line : sim_modem_noise(m);
	struct sim_buf *b = &m->held;
	size_t ends = 0;
	while (ends < b->octets && strchr("\r\n", b->at[ends]) != NULL)
		ends++;
	sim_buf_drop(b, 0, ends);
	sim_buf_insert(b, 0, text, strlen(text));
	sim_buf_insert(b, 0, "\r\n", 2);
}

static void
insert_garbage(struct sim_modem *m)
{
	char noise[8];
	size_t octets = 1 + sim_chance(m->world, sizeof(noise));
	for (size_t i = 0; i < octets; i++)
		noise[i] = (char)(0x80 + sim_chance(m->world, 0x80));
	if (sim_chance(m->world, 4) == 0)
		noise[0] = '\0';
	size_t where = sim_chance(m->world, (uint32_t)(m->held.octets + 1));
	sim_buf_insert(&m->held, where, noise, octets);
}

static bool
hit(struct sim_modem *m, enum sim_fault_kind kind)
{
	return sim_fault_hit_command(&m->faults, kind, m->world, m->command) !=
	       NULL;
}

static void
damage(struct sim_modem *m)
{
	struct sim_buf *b = &m->held;
	const struct sim_fault *line = sim_fault_hit_command(
	    &m->faults, SIM_FAULT_URC_INSIDE, m->world, m->command);
	if (line != NULL)
		insert_line(m, line);
	if (hit(m, SIM_FAULT_TWO_RESULTS))
		sim_buf_text(b, "\r\nERROR\r\n\r\nOK\r\n");
	const struct sim_fault *glued = sim_fault_hit_command(
	    &m->faults, SIM_FAULT_GLUED, m->world, m->command);
	if (glued != NULL)
		glue_line(m, glued);
	if (hit(m, SIM_FAULT_GARBAGE))
		insert_garbage(m);
	if (b->octets > 0 && hit(m, SIM_FAULT_DROP_BYTES))
		sim_buf_drop(b, sim_chance(m->world, (uint32_t)b->octets),
		    1 + sim_chance(m->world, 3));
	if (hit(m, SIM_FAULT_SILENT))
		sim_buf_drop(b, 0, b->octets);
}

void
sim_modem_finish(struct sim_modem *m, enum sim_state next)
{
	int64_t delay_ms = m->options.delay_ms;
	damage(m);
	bool put_off = sim_habit_late(m);
	const struct sim_fault *late = sim_fault_hit_command(
	    &m->faults, SIM_FAULT_LATE, m->world, m->command);
	if (late != NULL)
		delay_ms += late->ms;
	m->put_off = put_off;
	m->after_busy = next;
	m->state = SIM_BUSY;
	m->busy = SIM_BUSY_ANSWER;
	m->busy_until_ms = m->world->now_ms + delay_ms;
	if (delay_ms <= 0)
		sim_modem_release(m);
}

void
sim_modem_release(struct sim_modem *m)
{
	sim_buf_move(&m->out, &m->held);
	m->said = false;
	m->state = m->after_busy;
	m->result_at_ms = m->world->now_ms;
	if (!m->put_off && m->late.octets > 0) {
		sim_buf_move(&m->out, &m->late);
		m->late_at_ms = SIM_NEVER;
	}
	if (m->state == SIM_IDLE)
		sim_buf_move(&m->out, &m->urc_later);
	if (m->state == SIM_PROMPT) {
		const struct sim_fault *line = sim_fault_hit(
		    &m->faults, SIM_FAULT_URC_AT_PROMPT, m->world);
		if (line != NULL)
			sim_buf_format(&m->out, "\r\n%s\r\n",
			    line->line[0] != '\0' ? line->line
						  : sim_modem_noise(m));
	}
	if (m->restart_after) {
		m->restart_after = false;
		sim_modem_restart(m);
	}
}

/* 27.005 3.1: between prompt and result nothing unsolicited is sent. */
static struct sim_buf *
urc_place(struct sim_modem *m)
{
	bool sending = m->state == SIM_BUSY && (m->busy == SIM_BUSY_SEND ||
						   m->after_busy == SIM_PROMPT);
	if (!m->urc_at_once && (m->state == SIM_PROMPT || sending))
		return &m->urc_later;
	return &m->out;
}

void
sim_modem_urc(struct sim_modem *m, const char *format, ...)
{
	bool deaf = m->world->now_ms < m->deaf_until_ms;
	if (m->state == SIM_OFF || m->state == SIM_BOOTING || deaf)
		return;
	const char *port = m->options.urc_port;
	if (port[0] != '\0' && strcmp(port, "usbat") != 0)
		return;
	struct sim_buf *place = urc_place(m);
	va_list args;
	va_start(args, format);
	sim_buf_text(place, "\r\n");
	sim_buf_vformat(place, format, args);
	sim_buf_text(place, "\r\n");
	va_end(args);
}
