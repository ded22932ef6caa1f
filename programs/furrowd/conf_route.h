/* conf_route - the sections `route` and `operator` of furrow.conf: their rows
 * and checks for conf.c, and the plan (gateway/core/route_plan.h) that they
 * become.
 *
 * A route may have a title or none (conf_title.h).
 *
 * A new key is a row, a check, a line in conf_route_set() and its words in
 * furrow.conf(5).  All of it may change while the daemon runs. */
#ifndef PROGRAMS_FURROWD_CONF_ROUTE_H
#define PROGRAMS_FURROWD_CONF_ROUTE_H

#include <confuse.h>

#include "base/err.h"
#include "gateway/core/route_plan.h"

struct conf;

/* Room for them; the rows behind CFG_END() stay empty. */
#define CONF_ROUTE_ROWS 16
#define CONF_OPERATOR_ROWS 8
void conf_route_rows(cfg_opt_t rows[CONF_ROUTE_ROWS]);
void conf_operator_rows(cfg_opt_t rows[CONF_OPERATOR_ROWS]);
void conf_route_checks(cfg_t *cfg);

/* Takes the next place in out->routes.  0, or negative enum conf_error, told
 * with conf_file (a name for people) and the section's line. */
int conf_operator_set(
    struct conf *out, const char *conf_file, cfg_t *section, struct err *err);
int conf_route_set(
    struct conf *out, const char *conf_file, cfg_t *section, struct err *err);
/* Once all sections are there: links that are none, a prefix in two routes.
 * The same errors. */
int conf_route_whole(
    const struct conf *conf, const char *conf_file, struct err *err);

#endif
