/* Commands of single families, for profiles that list them in `knows`. */
#include <string.h>

#include "tests/sim/sim_at.h"

/* Quectel: which of a stick's ports the unsolicited lines go to. Kept over
 * restarts. Only the lines of "usbat" are seen by who is served here. */
static struct sim_end
urc_port(struct sim_modem *m, struct sim_call *call)
{
	const char *port = sim_at_text(call, 1);
	if (call->op == SIM_TEST)
		sim_modem_say(m,
		    "+QURCCFG: \"urcport\",(\"usbat\",\"usbmodem\","
		    "\"uart1\")");
	if (call->op != SIM_SET)
		return SIM_OK;
	if (strcmp(sim_at_text(call, 0), "urcport") != 0)
		return SIM_CME(3);
	if (port[0] == '\0') {
		sim_modem_say(m, "+QURCCFG: \"urcport\",\"%s\"",
		    m->options.urc_port[0] ? m->options.urc_port : "usbat");
		return SIM_OK;
	}
	if (strcmp(port, "usbat") != 0 && strcmp(port, "usbmodem") != 0 &&
	    strcmp(port, "uart1") != 0)
		return SIM_CME(3);
	sim_copy(m->options.urc_port, sizeof(m->options.urc_port), port);
	return SIM_OK;
}

const struct sim_at_row sim_at_vendor[] = {
    {"+QURCCFG", urc_port, false},
    {NULL, NULL, false},
};
