/* conf_smpp - the sections `smpp` of furrow.conf: their rows and checks for
 * conf.c, and the record that each becomes.
 *
 * A new key is a row, a check, a line in conf_smpp_set(), one in
 * conf_smpp_same() when it needs a restart, and its words in furrow.conf(5).
 */
#ifndef PROGRAMS_FURROWD_CONF_SMPP_H
#define PROGRAMS_FURROWD_CONF_SMPP_H

#include <confuse.h>

#include "base/err.h"
#include "programs/furrowd/conf_link.h"

#define CONF_SMPP_MAX 32

struct conf_smpp {
	struct conf_link link;
	char host[256];
	int port;
};

struct conf;

/* Room for them; the rows behind CFG_END() stay empty. */
#define CONF_SMPP_ROWS 64
void conf_smpp_rows(cfg_opt_t rows[CONF_SMPP_ROWS]);
void conf_smpp_checks(cfg_t *cfg);

/* Takes the next place in out->smpp.  0, or negative enum conf_error, told
 * with conf_file (a name for people) and the section's line. */
int conf_smpp_set(
    struct conf *out, const char *conf_file, cfg_t *section, struct err *err);

/* But for what a reload takes over. */
bool conf_smpp_same(const struct conf_smpp *a, const struct conf_smpp *b);

#endif
