/* conf_market - the sections `market`, `limits` and `language` of furrow.conf:
 * their rows and checks for conf.c, and what they become in conf->market.
 *
 * A new key is a row, a check, a line in the setter, and its words in
 * furrow.conf(5). */
#ifndef PROGRAMS_FURROWD_CONF_MARKET_H
#define PROGRAMS_FURROWD_CONF_MARKET_H

#include <confuse.h>

#include "base/err.h"

struct conf;

#define CONF_MARKET_ROWS 17
#define CONF_LIMITS_ROWS 7
#define CONF_LANGUAGE_ROWS 8
void conf_market_rows(cfg_opt_t rows[CONF_MARKET_ROWS]);
void conf_limits_rows(cfg_opt_t rows[CONF_LIMITS_ROWS]);
void conf_language_rows(cfg_opt_t rows[CONF_LANGUAGE_ROWS]);
void conf_market_checks(cfg_t *cfg); /* of all three */

/* 0, or negative enum conf_error: too many blocked numbers, or one that is
 * none, told with conf_file (a name for people) and the section's line. */
int conf_market_set(
    struct conf *out, const char *conf_file, cfg_t *top, struct err *err);

#endif
