/* conf_value - the kinds of values that several sections of furrow.conf have.
 *
 * Checks run while their line is known (they complain through cfg_error and
 * return -1); the readers after them trust what was checked. */
#ifndef PROGRAMS_FURROWD_CONF_VALUE_H
#define PROGRAMS_FURROWD_CONF_VALUE_H

#include <limits.h>
#include <stddef.h>
#include <stdint.h>

#include <confuse.h>

#include "gateway/core/market.h"

/* The value that is being checked. */
const char *conf_last(cfg_opt_t *opt);

int conf_check_duration(cfg_t *cfg, cfg_opt_t *opt); /* 8s, 5m, 2h, 1d */
int conf_check_count(cfg_t *cfg, cfg_opt_t *opt); /* 0 to 1,000,000,000 */
int conf_check_money(cfg_t *cfg, cfg_opt_t *opt); /* 1.00 */

void conf_text(char *dst, size_t dst_octets, const char *value);
/* A path relative to the folder of the configuration file conf_path. */
void conf_path(char dst[PATH_MAX], const char *conf_path, const char *value);
int64_t conf_duration(cfg_t *section, const char *key); /* ms */
/* Whole units of the currency -> minor ones. */
int64_t conf_whole(
    const struct market *market, cfg_t *section, const char *key);
/* "1.00" -> minor units; a part of the smallest coin counts as a whole one. */
int64_t conf_amount(
    const struct market *market, cfg_t *section, const char *key);

#endif
