/* conf_setup - the keys of a section `modem` that say how it is set up, against
 * what furrow would choose by itself: family, notify, storage, smsc, init,
 * direct.  Rows stand in conf_modem_rows(); here are the checks, which complain
 * while their line is known, and the record.
 *
 * Refused: a family that is no row of modem/quirk (the names are listed), a
 * `notify` that is not one to five digits between commas, a store other than
 * SM, ME, MT, a service centre that is no number, an `init` that is no AT
 * command, holds control characters, or would open a prompt. */
#ifndef PROGRAMS_FURROWD_CONF_SETUP_H
#define PROGRAMS_FURROWD_CONF_SETUP_H

#include <stdbool.h>

#include <confuse.h>

#include "modem/modem.h"

struct conf_setup {
	char family[24]; /* "" = as the modem says of itself */
	char notify[16], storage[4], centre[24]; /* "" = none */
	char init[MODEM_INIT_MAX][MODEM_INIT_OCTETS];
	int init_count;
	enum modem_direct direct;
};

#define CONF_SETUP_ROWS                                                        \
	CFG_STR("family", "", CFGF_NONE), CFG_STR("notify", "", CFGF_NONE),    \
	    CFG_STR("storage", "", CFGF_NONE), CFG_STR("smsc", "", CFGF_NONE), \
	    CFG_STR_LIST("init", NULL, CFGF_NONE),                             \
	    CFG_STR("direct", "auto", CFGF_NONE)
#define CONF_SETUP_ROWS_COUNT 6

void conf_setup_checks(cfg_t *cfg);
void conf_setup_set(struct conf_setup *out, cfg_t *section);
bool conf_setup_same(const struct conf_setup *a, const struct conf_setup *b);

/* As the modem wants it; its texts live in `setup`. */
struct modem_setup conf_setup_modem(const struct conf_setup *setup);

#endif
