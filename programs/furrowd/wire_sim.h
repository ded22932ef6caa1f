/* wire_sim - the channel by which the command line dials (furrow ussd-sim).
 *
 * It serves every code that a section `ussd` serves, or, where there is none,
 * WIRE_SIM_CODE: so a market can be dialled before any operator is. */
#ifndef PROGRAMS_FURROWD_WIRE_SIM_H
#define PROGRAMS_FURROWD_WIRE_SIM_H

#include "gateway/core/session.h"
#include "gateway/store/store.h"
#include "programs/furrowd/conf.h"

#define WIRE_SIM_NAME "ussd-sim"
#define WIRE_SIM_CODE "384*96"

/* Its row in the store is made if need be. */
void wire_sim_open(
    struct session_channel *out, struct store *store, const struct conf *conf);

#endif
