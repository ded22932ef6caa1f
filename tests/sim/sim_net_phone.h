/* sim_net_phone - the phones' side of the network (used by sim_net only):
 * texts that modems sent, joined, parked, shown, and their reports. */
#ifndef TESTS_SIM_SIM_NET_PHONE_H
#define TESTS_SIM_SIM_NET_PHONE_H

#include "tests/sim/sim_net.h"

/* host->taken: a message came out of a modem. */
void sim_net_taken(void *arg, struct sim_modem *modem,
    const struct sim_submit *submit, enum sim_report_how how);

/* A whole text reaches a phone. */
void sim_net_to_phone(struct sim_net *net, struct sim_phone *phone,
    const char *from, const char *text);

/* A wire waits for the modem, or is taken at once. */
void sim_net_to_modem(struct sim_line *line, const struct sim_wire *wire);

/* A message that waited for `to` is tried again or given up. */
void sim_net_tried(struct sim_net *net, const struct sim_due *due);

void sim_net_forget_phones(struct sim_net *net);

#endif
