/* conf_retention - the section `retention` of furrow.conf: how long what is
 * kept (store/store_keep.h). */
#ifndef PROGRAMS_FURROWD_CONF_RETENTION_H
#define PROGRAMS_FURROWD_CONF_RETENTION_H

#include <stdbool.h>

#include <confuse.h>

#include "gateway/store/store_keep.h"

/* Texts and histories are asked for while orders run: not below. */
#define CONF_RETENTION_LEAST_DAYS 30

#define CONF_RETENTION_ROWS 5
void conf_retention_rows(cfg_opt_t rows[CONF_RETENTION_ROWS]);
void conf_retention_checks(cfg_t *cfg);
void conf_retention_set(struct keep_rules *out, cfg_t *section);
bool conf_retention_same(
    const struct keep_rules *a, const struct keep_rules *b);

#endif
