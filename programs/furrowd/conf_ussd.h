/* conf_ussd - the sections `ussd-script` of furrow.conf: their rows and checks
 * for conf.c, and the record that each becomes; the keys of `modem` about its
 * balance. */
#ifndef PROGRAMS_FURROWD_CONF_USSD_H
#define PROGRAMS_FURROWD_CONF_USSD_H

#include <confuse.h>

#include "base/err.h"

#include "programs/furrowd/conf.h"

#define CONF_USSD_ROWS 3
void conf_ussd_rows(cfg_opt_t rows[CONF_USSD_ROWS]);

/* Takes the next place in out->script.  0, or negative enum conf_error, told
 * with conf_file (a name for people) and the section's line. */
int conf_ussd_set(
    struct conf *out, const char *conf_file, cfg_t *section, struct err *err);

/* The keys of a section `modem` about its balance. */
#define CONF_CREDIT_ROWS                                                       \
	CFG_STR("balance-code", "", CFGF_NONE),                                \
	    CFG_STR("balance-pattern", "", CFGF_NONE),                         \
	    CFG_STR("expiry-pattern", "", CFGF_NONE),                          \
	    CFG_STR("balance-every", "12h", CFGF_NONE),                        \
	    CFG_STR("balance-least", "0", CFGF_NONE)
void conf_credit_checks(cfg_t *cfg);
void conf_credit_set(
    struct conf_credit *out, const struct market *market, cfg_t *section);

#endif
