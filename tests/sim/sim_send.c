/* From the prompt to the result of +CMGS (3GPP TS 27.005 4.3). */
#include <stdio.h>
#include <string.h>

#include "tests/sim/sim_modem.h"

#define CTRL_Z 0x1A
#define ESCAPE 0x1B

static void
end_with_cms(struct sim_modem *m, int code)
{
	sim_modem_cms(m, code);
	sim_modem_finish(m, SIM_IDLE);
}

static void
leave_prompt(struct sim_modem *m)
{
	m->prompt_octets = 0;
	m->prompt_long = false;
	sim_modem_result(m, m->options.profile->after_escape);
	sim_modem_finish(m, SIM_IDLE);
}

static const struct sim_fault *
refusal(struct sim_modem *m)
{
	const struct sim_fault *f = &m->faults.at[SIM_FAULT_CMS_SEND];
	if (!f->on || !f->after)
		return NULL;
	return sim_fault_hit_number(
	    &m->faults, SIM_FAULT_CMS_SEND, m->world, m->sending.to);
}

/* Every other one has a reference that says no: it is not sent either. */
static bool
poisoned(struct sim_modem *m)
{
	const struct sim_fault *f =
	    sim_fault_hit(&m->faults, SIM_FAULT_POISON, m->world);
	if (f == NULL)
		return false;
	if (f->fired % 2 == 1) {
		end_with_cms(m, 500);
		return true;
	}
	sim_modem_say(m, "+CMGS: -1");
	sim_modem_result(m, "OK");
	sim_modem_finish(m, SIM_IDLE);
	return true;
}

static bool
browned_out(struct sim_modem *m)
{
	const struct sim_fault *f =
	    sim_fault_hit(&m->faults, SIM_FAULT_BROWN_OUT, m->world);
	if (f != NULL)
		m->host->brown(m->host->arg, m, f->ms > 0 ? f->ms : 3000);
	return f != NULL;
}

/* true: it ends here, or goes on later. */
static bool
judged(struct sim_modem *m)
{
	if (!m->judged)
		m->verdict = m->host->allows(m->host->arg, m, &m->sending);
	bool waited = m->judged;
	m->judged = true;
	if (m->verdict.ms > 0 && !waited) {
		m->state = SIM_BUSY;
		m->busy = SIM_BUSY_SEND;
		m->busy_until_ms = m->world->now_ms + m->verdict.ms;
		return true;
	}
	if (m->verdict.fate == SIM_FATE_REFUSED)
		end_with_cms(m, m->verdict.code);
	else if (m->verdict.fate == SIM_FATE_HANGS)
		sim_modem_finish(m, SIM_IDLE);
	return m->verdict.fate == SIM_FATE_REFUSED ||
	       m->verdict.fate == SIM_FATE_HANGS;
}

static void
hand_over(struct sim_modem *m)
{
	bool first =
	    m->sending.report &&
	    sim_fault_hit(&m->faults, SIM_FAULT_REPORT_FIRST, m->world) != NULL;
	bool never =
	    m->sending.report &&
	    sim_fault_hit(&m->faults, SIM_FAULT_NO_REPORT, m->world) != NULL;
	enum sim_report_how how = SIM_REPORT_LATER;
	if (first)
		how = SIM_REPORT_NOW;
	if (never || m->options.profile->no_reports)
		how = SIM_REPORT_NEVER;
	/* The modem counts references by itself, whatever it was given. */
	m->sending.mr = m->options.profile->mr_zero ? 0 : m->mr++;
	m->urc_at_once = first;
	if (m->verdict.fate == SIM_FATE_TAKEN)
		m->host->taken(m->host->arg, m, &m->sending, how);
	m->urc_at_once = false;
}

static void
say_sent(struct sim_modem *m)
{
	if (sim_fault_hit(&m->faults, SIM_FAULT_LOSE_RESULT, m->world) ==
	    NULL) {
		if (sim_fault_hit(&m->faults, SIM_FAULT_BARE_OK, m->world) ==
		    NULL)
			sim_modem_say(m, "+CMGS: %d", m->sending.mr);
		if (sim_fault_hit(&m->faults, SIM_FAULT_LOSE_OK, m->world) ==
		    NULL)
			sim_modem_result(m, "OK");
	}
	sim_modem_finish(m, SIM_IDLE);
}

void
sim_modem_sent(struct sim_modem *m)
{
	if (browned_out(m) || judged(m) || poisoned(m))
		return;
	const struct sim_fault *refused = refusal(m);
	const struct sim_fault *restart =
	    sim_fault_hit(&m->faults, SIM_FAULT_RESTART_IN_SEND, m->world);
	if (refused != NULL) {
		end_with_cms(m, refused->code);
		return;
	}
	if (restart != NULL && !restart->after) {
		sim_modem_restart(m);
		return;
	}
	if (!sim_modem_registered(m)) {
		end_with_cms(m, sim_modem_registration(m) == 3
				    ? m->faults.at[SIM_FAULT_SIM_EXPIRED].code
				    : 331);
		return;
	}
	hand_over(m);
	if (restart != NULL)
		sim_modem_restart(m);
	else
		say_sent(m);
}

static int64_t
send_ms(struct sim_modem *m)
{
	const struct sim_fault *slow =
	    sim_fault_hit(&m->faults, SIM_FAULT_SLOW_SENDS, m->world);
	if (slow == NULL)
		return m->options.send_ms;
	int64_t least = slow->ms > 0 ? slow->ms : 3000;
	int64_t most = slow->limit > least ? slow->limit : least + 2000;
	return least + sim_chance(m->world, (uint32_t)(most - least + 1));
}

static void
send_prompted(struct sim_modem *m)
{
	const char *why = NULL;
	int read = sim_pdu_read_submit(
	    &m->sending, m->prompt, m->prompt_octets, m->announced, &why);
	bool too_long = m->prompt_long;
	m->prompt_octets = 0;
	m->prompt_long = false;
	sim_copy(m->command, sizeof(m->command), "result");
	if (read != 0 || too_long) {
		m->host->refused(m->host->arg, m, why ? why : "too long");
		end_with_cms(m, 304);
		return;
	}
	if (m->smsc[0] == '\0' && m->sending.smsc[0] == '\0') {
		end_with_cms(m, 330);
		return;
	}
	m->state = SIM_BUSY;
	m->busy = SIM_BUSY_SEND;
	m->after_busy = SIM_IDLE;
	m->judged = false;
	int64_t ms = send_ms(m);
	m->busy_until_ms = m->world->now_ms + ms;
	if (ms <= 0)
		sim_modem_sent(m);
}

void
sim_modem_prompt_byte(struct sim_modem *m, char c)
{
	bool stuck = m->prompt_long && m->options.profile->stuck_when_long;
	if (m->set.echo && c != CTRL_Z && c != ESCAPE)
		sim_buf_add(&m->out, &c, 1);
	const struct sim_profile *p = m->options.profile;
	if (c == ESCAPE && !p->no_escape)
		leave_prompt(m);
	else if ((c == CTRL_Z && !stuck) ||
		 (c == '\r' && p->ends_at_cr && m->prompt_octets > 0))
		send_prompted(m);
	else if (c == '\r' || c == '\n' || c == CTRL_Z)
		return;
	else if (m->prompt_octets + 1 < sizeof(m->prompt))
		m->prompt[m->prompt_octets++] = c;
	else
		m->prompt_long = true;
}
