/* sim_net_report - what the service centre does later (used by sim_net only):
 * status reports on their way back, and the messages of phones that are off,
 * tried again or given up.
 *
 * A binary heap by time.  A report goes back `net->report_ms` after what it
 * tells of; the sending modem's faults make it late, double, out of order or
 * none at all (3GPP TS 23.040 9.2.2.3). */
#ifndef TESTS_SIM_SIM_NET_REPORT_H
#define TESTS_SIM_SIM_NET_REPORT_H

#include "tests/sim/sim_net.h"

/* Copied; its serial is set. */
void sim_net_plan(struct sim_net *net, const struct sim_due *due);
void sim_net_work_due(struct sim_net *net);

/* Plans a report of this TP-ST to the sender, if it asked for one. */
void sim_net_report(
    struct sim_net *net, const struct sim_parked *message, uint8_t status);

#endif
