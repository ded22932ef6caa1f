/* Remedies for sends that fail: the service centre put back, the network left
 * and entered anew.  Who fails why is judged elsewhere (modem_mend()). */
#include <stdio.h>
#include <string.h>

#include "base/log.h"

#include "modem/at_arg.h"
#include "modem/modem_private.h"

void
modem_mend(struct modem *m, enum modem_remedy remedy)
{
	switch (remedy) {
	case MODEM_REMEDY_NONE:
		return;
	case MODEM_REMEDY_SWEEP:
		modem_list_soon(m, MODEM_T_DEBOUNCE);
		return;
	case MODEM_REMEDY_NETWORK:
		m->network_due = true;
		break;
	case MODEM_REMEDY_CHECK:
		m->check_due = true;
		break;
	case MODEM_REMEDY_REGISTER:
		m->register_due = true;
		break;
	case MODEM_REMEDY_RESET:
		m->reset_due = true;
		break;
	}
	modem_turn(m);
}

bool
modem_mend_due(const struct modem *m)
{
	return m->reset_due || m->register_due || m->poor_due;
}

static void
entered(void *arg, const struct at_result *result)
{
	struct modem *m = arg;
	if (result->final == AT_FINAL_GONE)
		return;
	log_event(LOG_WARN, "modem", "registered_anew", "link=%s ok=%d",
	    m->name, result->final == AT_FINAL_OK);
	m->network_due = true; /* it says whether that helped */
	modem_act_done(m);
}

/* Whatever came of it, the modem chooses a network by itself again. */
static void
left(void *arg, const struct at_result *result)
{
	struct modem *m = arg;
	if (result->final == AT_FINAL_GONE)
		return;
	struct at_command command =
	    modem_command(m, "AT+COPS=0", NULL, MODEM_T_SEND);
	command.on_done = entered;
	modem_submit(m, &command);
}

void
modem_mend_start(struct modem *m)
{
	if (m->reset_due) {
		m->reset_due = m->register_due = false;
		modem_event(m, MODEM_EV_FAILED, "sends fail in a row");
		return;
	}
	bool poor = m->poor_due;
	m->poor_due = false;
	if (poor && modem_leave_poor(m, "news come out of another port"))
		return;
	if (!m->register_due) {
		modem_turn(m);
		return;
	}
	m->register_due = false;
	m->activity = MODEM_ACT_REGISTER;
	struct at_command command =
	    modem_command(m, "AT+COPS=2", NULL, MODEM_T_SIM);
	command.on_done = left;
	modem_submit(m, &command);
}

/* 27.005 3.3.1.  A SIM that was reset may come back without one, and then all
 * sends fail with 330, or with 500 and no word of why. */
void
modem_centre_line(struct modem *m, struct str line)
{
	struct at_arg args;
	struct str number;
	int64_t type = 0;
	if (!at_arg_begin(&args, line, "+CSCA:") ||
	    !at_arg_next(&args, &number, NULL))
		return;
	at_arg_next_number(&args, &type);
	m->centre_lost = number.octets == 0 && m->centre[0] != '\0';
	if (number.octets == 0) {
		log_event(
		    LOG_WARN, "modem", "no-service-centre", "link=%s", m->name);
	} else if (number.octets < sizeof(m->centre)) {
		str_copy(m->centre, sizeof(m->centre), number);
		m->centre_type = type > 0 && type < 256 ? (int)type
				 : number.at[0] == '+'  ? 145
							: 129;
	}
}

bool
modem_build_centre(const struct modem *m, char *text, size_t octets)
{
	snprintf(text, octets, "AT+CSCA=\"%s\",%d", m->centre, m->centre_type);
	return m->centre_lost;
}
