/* sim_net_plan - what a SIM may send: its credit, its plan's hidden limits,
 * the numbers that nobody answers (used by sim_net only). */
#ifndef TESTS_SIM_SIM_NET_PLAN_H
#define TESTS_SIM_SIM_NET_PLAN_H

#include "tests/sim/sim_net.h"

/* host->allows */
struct sim_verdict sim_net_allows(
    void *arg, struct sim_modem *modem, const struct sim_submit *submit);

/* Credit left in texts, -1 when nobody counts it. */
int sim_net_credit(struct sim_line *line);
void sim_net_plan_reset(struct sim_plan *plan);

#endif
