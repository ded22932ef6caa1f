/* conf_http - the sections `http` of furrow.conf: their rows and checks for
 * conf.c, and the record that each becomes.
 *
 * A new key is a row, a check, a line in conf_http_set(), one in
 * conf_http_same() when it needs a restart, and its words in furrow.conf(5).
 */
#ifndef PROGRAMS_FURROWD_CONF_HTTP_H
#define PROGRAMS_FURROWD_CONF_HTTP_H

#include <confuse.h>

#include "base/err.h"
#include "programs/furrowd/conf_link.h"

#define CONF_HTTP_MAX 16

struct conf_http {
	struct conf_link link;
	char url[512];
};

struct conf;

/* Room for them; the rows behind CFG_END() stay empty. */
#define CONF_HTTP_ROWS 64
void conf_http_rows(cfg_opt_t rows[CONF_HTTP_ROWS]);
void conf_http_checks(cfg_t *cfg);

/* Takes the next place in out->http.  0, or negative enum conf_error, told
 * with conf_file (a name for people) and the section's line. */
int conf_http_set(
    struct conf *out, const char *conf_file, cfg_t *section, struct err *err);

/* But for what a reload takes over. */
bool conf_http_same(const struct conf_http *a, const struct conf_http *b);

#endif
