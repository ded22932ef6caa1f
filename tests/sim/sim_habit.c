/* What a family of modems does by itself: nagging, sleeping, forgetting. */
#include <string.h>

#include "tests/sim/sim_modem.h"

#define NAG_EVERY_MS 2000
#define LATE_MS 300 /* when no other command comes */

const char *
sim_modem_noise(struct sim_modem *m)
{
	const char *const *lines = m->options.profile->noise;
	unsigned count = 0;
	while (lines[count] != NULL)
		count++;
	return lines[m->noises++ % count];
}

void
sim_habit_booted(struct sim_modem *m)
{
	const struct sim_profile *p = m->options.profile;
	int64_t now = m->world->now_ms;
	m->ready_said = false;
	m->awake = false;
	m->heard_at_ms = now;
	m->nag_at_ms = p->nag != NULL ? now + NAG_EVERY_MS : SIM_NEVER;
	m->forget_at_ms = p->forgets_ms > 0 ? now + p->forgets_ms : SIM_NEVER;
	m->late_at_ms = SIM_NEVER;
	if (m->options.field && p->deaf_ms > 0)
		sim_modem_deafen(m, p->deaf_ms, false, false);
}

static void
say_ready(struct sim_modem *m)
{
	m->ready_said = true;
	if (m->options.profile->ready_line != NULL)
		sim_modem_urc(m, "%s", m->options.profile->ready_line);
}

void
sim_habit_tick(struct sim_modem *m)
{
	int64_t now = m->world->now_ms;
	if (!m->ready_said && sim_modem_sms_ready(m))
		say_ready(m);
	if (now >= m->nag_at_ms) {
		m->nag_at_ms = now + NAG_EVERY_MS;
		sim_modem_urc(m, "%s", m->options.profile->nag);
	}
	if (now >= m->forget_at_ms) {
		m->forget_at_ms = now + m->options.profile->forgets_ms;
		m->set.cmgf = 1;
	}
	if (now >= m->late_at_ms) {
		m->late_at_ms = SIM_NEVER;
		sim_buf_move(&m->out, &m->late);
	}
}

int64_t
sim_habit_due(const struct sim_modem *m)
{
	int64_t due = m->nag_at_ms;
	due = m->forget_at_ms < due ? m->forget_at_ms : due;
	due = m->late_at_ms < due ? m->late_at_ms : due;
	if (!m->ready_said && m->pin_ok && m->ready_at_ms < due)
		due = m->ready_at_ms;
	return due;
}

void
sim_habit_command(struct sim_modem *m, const char *command)
{
	const struct sim_profile *p = m->options.profile;
	if (p->nag_end != NULL && strcmp(p->nag_end, command) == 0)
		m->nag_at_ms = SIM_NEVER;
	if (m->world->now_ms - m->result_at_ms < p->gap_ms)
		sim_buf_format(&m->held, "\r\n%s\r\n", sim_modem_noise(m));
}

size_t
sim_habit_misses(struct sim_modem *m, size_t octets)
{
	int64_t quiet_ms = m->world->now_ms - m->heard_at_ms;
	bool slept = m->options.profile->sleep_ms > 0 && !m->awake &&
		     m->state == SIM_IDLE &&
		     quiet_ms >= m->options.profile->sleep_ms;
	m->heard_at_ms = m->world->now_ms;
	return slept && octets > 0 ? 1 : 0;
}

bool
sim_habit_late(struct sim_modem *m)
{
	if (!sim_profile_lists(m->options.profile->late, m->command))
		return false;
	sim_buf_move(&m->late, &m->held);
	m->said = false;
	m->late_at_ms = m->world->now_ms + LATE_MS;
	return true;
}
