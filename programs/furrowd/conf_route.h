/* conf_route - the sections `route` of furrow.conf: their rows and checks for
 * conf.c, and the record that each becomes.
 *
 * A new key is a row, a check, a line in conf_route_set(), one in
 * conf_route_same() when it needs a restart, and its words in furrow.conf(5).
 */
#ifndef PROGRAMS_FURROWD_CONF_ROUTE_H
#define PROGRAMS_FURROWD_CONF_ROUTE_H

#include <confuse.h>

#include "base/err.h"
#include "programs/furrowd/conf_link.h"

#define CONF_ROUTES_MAX 256

#define CONF_ROUTE_LINKS_MAX 16

struct conf_route {
	char to[32]; /* "+25472*" */
	char link[CONF_ROUTE_LINKS_MAX][LINK_NAME_OCTETS];
	size_t links;
};

struct conf;

/* Room for them; the rows behind CFG_END() stay empty. */
#define CONF_ROUTE_ROWS 32
void conf_route_rows(cfg_opt_t rows[CONF_ROUTE_ROWS]);
void conf_route_checks(cfg_t *cfg);

/* Takes the next place in out->route.  0, or negative enum conf_error, told
 * with conf_file (a name for people) and the section's line. */
int conf_route_set(
    struct conf *out, const char *conf_file, cfg_t *section, struct err *err);

/* But for what a reload takes over. */
bool conf_route_same(const struct conf_route *a, const struct conf_route *b);

#endif
