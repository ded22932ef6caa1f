/* conf_modem - the sections `modem` of furrow.conf: their rows and checks for
 * conf.c, and the record that each becomes.
 *
 * A new key is a row, a check, a line in conf_modem_set(), one in
 * conf_modem_same() when it needs a restart, and its words in furrow.conf(5).
 */
#ifndef PROGRAMS_FURROWD_CONF_MODEM_H
#define PROGRAMS_FURROWD_CONF_MODEM_H

#include <confuse.h>

#include "base/err.h"

#include "programs/furrowd/conf.h"

/* Room for them; the rows behind CFG_END() stay empty. */
#define CONF_MODEM_ROWS 49
void conf_modem_rows(cfg_opt_t rows[CONF_MODEM_ROWS]);
void conf_modem_checks(cfg_t *cfg);

/* Takes the next place in out->modem.  0, or negative enum conf_error, told
 * with conf_file (a name for people) and the section's line. */
int conf_modem_set(
    struct conf *out, const char *conf_file, cfg_t *section, struct err *err);

/* But for the PIN, which is wiped as soon as the modem has it, and for what a
 * reload takes over. */
bool conf_modem_same(const struct conf_modem *a, const struct conf_modem *b);

#endif
