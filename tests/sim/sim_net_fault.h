/* sim_net_fault - faults are put on a modem: those that fire later, and acts
 * that need no port (a restart, a wedge, a clogged store, another SIM). */
#ifndef TESTS_SIM_SIM_NET_FAULT_H
#define TESTS_SIM_SIM_NET_FAULT_H

#include "tests/sim/sim_net.h"

/* The row's own numbers where `fault` names none; NULL, or why not.  Not for
 * acts on the port: unplug, renumber, port-taken. */
const char *sim_net_fault_set(struct sim_net *net, struct sim_line *line,
    enum sim_fault_kind kind, const struct sim_fault *fault);

void sim_net_fault_clear(struct sim_line *line);

#endif
