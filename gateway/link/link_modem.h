/* link_modem - a modem as a link: PDUs become messages and messages PDUs.
 *
 * Inwards: every record of the modem's store becomes one msg_in, decoded or
 * garbled, and stays in the store until acknowledged.  Outwards: a msg_out is
 * cut into parts, sent one after the other from parts_done on; the concat
 * reference follows from the id, so that a later try continues the same text.
 * Passing faults of the modem itself (no prompt, a bare ERROR) are tried again
 * at once, twice, before anybody hears of them. */
#ifndef GATEWAY_LINK_LINK_MODEM_H
#define GATEWAY_LINK_LINK_MODEM_H

#include <stdbool.h>
#include <stdint.h>

#include "base/loop.h"

#include "gateway/core/link.h"
#include "modem/modem.h"
#include "sms/segment.h"

struct link_modem_config {
	const char *name; /* the section's title */
	const char *device;
	int speed; /* 0: 115200 */
	const char *pin; /* the text of the PIN; NULL or "": none */
	bool pin_refused; /* before: not entered until the link is reset */
	const char *number; /* E.164 of its SIM; NULL or "": unknown */
	bool no_questions; /* one-way: no question may leave by it */
	int64_t validity_minutes; /* 0: 24 hours */
	int rate; /* parts a minute (send_pace); 0: learned */
	/* How texts are cut; NULL: marks are replaced, no national tables.
	 * Copied; parts_max is ours. */
	const struct segment_rules *cutting;
	int64_t sweep_ms; /* 0: as the modem's table says; so is the next */
	int64_t send_timeout_ms;
	struct modem_setup setup; /* of modem/modem.h */
	struct modem_pins pins; /* the same */
	struct ports *ports; /* shared by all modems; NULL: its own */
	int64_t times_ms[MODEM_TIMES]; /* all others; 0: the default */
};

/* For remembering that this PIN was refused; 0: there is none. */
int link_modem_pin_mark(const char *pin);

/* Texts are copied, the PIN is wiped when freed.  sink is borrowed. */
struct link *link_modem_new(struct loop *loop,
    const struct link_modem_config *config, const struct link_sink *sink);

#endif
