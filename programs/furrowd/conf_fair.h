/* conf_fair - the section `fair` of furrow.conf: bands beside the turn.
 * The section's rows and checks for conf.c, and the record they fill. */
#ifndef PROGRAMS_FURROWD_CONF_FAIR_H
#define PROGRAMS_FURROWD_CONF_FAIR_H

#include <confuse.h>

#include "gateway/core/market.h"

#define CONF_FAIR_ROWS 5
void conf_fair_rows(cfg_opt_t rows[CONF_FAIR_ROWS]);
void conf_fair_checks(cfg_t *cfg);
void conf_fair_set(struct market_fair *out, cfg_t *section);

#endif
