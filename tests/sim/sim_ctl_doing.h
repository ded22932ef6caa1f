/* sim_ctl_doing - a request of the control socket while it is being done: its
 * members, and how it is refused.  Used by sim_ctl_*.c only. */
#ifndef TESTS_SIM_SIM_CTL_DOING_H
#define TESTS_SIM_SIM_CTL_DOING_H

#include "tests/sim/sim_ctl.h"

struct sim_doing {
	struct sim_ctl *ctl;
	struct sim_client *client;
	json_t *request;
	const char *why;
};

/* Members; "" or `otherwise` when missing or of another type. */
const char *sim_doing_text(const struct sim_doing *d, const char *key);
int sim_doing_int(const struct sim_doing *d, const char *key, int otherwise);
bool sim_doing_true(const struct sim_doing *d, const char *key);

/* The modem that `key` names, or -1 with d->why. */
int sim_doing_line(struct sim_doing *d, const char *key);
/* NULL, as the answer of a request that cannot be done. */
json_t *sim_doing_refuse(struct sim_doing *d, const char *why);

/* sim_ctl_fault.c */
json_t *sim_do_fault(struct sim_doing *d);
json_t *sim_do_faults(struct sim_doing *d);
json_t *sim_do_unplug(struct sim_doing *d);
json_t *sim_do_replug(struct sim_doing *d);

#endif
