/* sim_side - the other ports of a stick: those that speak no AT, or speak it
 * and carry no messages.
 *
 *   diag   binary frames between 0x7E, to whatever is written to it
 *   nmea   a satellite receiver: a sentence a second
 *   ppp    for data calls: link frames, deaf to AT
 *   modem  answers AT with the same identity and the same stores, yet
 *          nothing that comes is ever announced there */
#ifndef TESTS_SIM_SIM_SIDE_H
#define TESTS_SIM_SIM_SIDE_H

#include "tests/sim/sim_modem.h"
#include "tests/sim/sim_port.h"

enum sim_side_kind {
	SIM_SIDE_AT, /* the port of the modem itself */
	SIM_SIDE_DIAG,
	SIM_SIDE_NMEA,
	SIM_SIDE_PPP,
	SIM_SIDE_MODEM,
	SIM_SIDE_KINDS,
};

struct sim_side {
	enum sim_side_kind kind;
	struct sim_port port;
	struct sim_modem *modem; /* owned; of SIM_SIDE_MODEM */
	int64_t at_ms; /* the next thing to say; SIM_NEVER */
};

/* "diag"; SIM_SIDE_KINDS when there is none of this name. */
enum sim_side_kind sim_side_find(const char *name);
const char *sim_side_name(enum sim_side_kind kind);

void sim_side_init(struct sim_side *side, enum sim_side_kind kind,
    const struct sim_modem *of, int notify); /* `of`: borrowed */
void sim_side_end(struct sim_side *side);

/* Reads, answers, says what is due. */
void sim_side_work(struct sim_side *side, struct sim_world *world);
int64_t sim_side_due(const struct sim_side *side);

#endif
