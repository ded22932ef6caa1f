/* conf_audit - the section `audit` of furrow.conf: the signed heads of the
 * audit's chain.  Its rows and checks for conf.c, and the record they fill.
 *
 * All of it needs a restart. */
#ifndef PROGRAMS_FURROWD_CONF_AUDIT_H
#define PROGRAMS_FURROWD_CONF_AUDIT_H

#include <limits.h>
#include <stdbool.h>
#include <stdint.h>

#include <confuse.h>

struct conf_audit {
	/* Beside the store unless named. */
	char key[PATH_MAX], heads[PATH_MAX];
	int64_t every_ms, after_ms;
};

#define CONF_AUDIT_ROWS 5
void conf_audit_rows(cfg_opt_t rows[CONF_AUDIT_ROWS]);
void conf_audit_checks(cfg_t *cfg);

/* file: the configuration's; store: what the defaults stand beside. */
void conf_audit_set(struct conf_audit *out, const char *file, const char *store,
    cfg_t *section);
bool conf_audit_same(const struct conf_audit *a, const struct conf_audit *b);

#endif
