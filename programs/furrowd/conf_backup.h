/* conf_backup - the sections `backup TITLE`: where backups go, and when.
 *
 * The key's file is read at each backup, not here: a wrong one must not keep
 * the market from starting; it is an alarm. */
#ifndef PROGRAMS_FURROWD_CONF_BACKUP_H
#define PROGRAMS_FURROWD_CONF_BACKUP_H

#include <stdbool.h>

#include <confuse.h>

#include "gateway/queue/backups.h"

#define CONF_BACKUP_ROWS 8
void conf_backup_rows(cfg_opt_t rows[CONF_BACKUP_ROWS]);
void conf_backup_checks(cfg_t *cfg);

/* 0, or CONF_VALUE with err. */
struct conf;
int conf_backup_set(
    struct conf *out, const char *conf_file, cfg_t *section, struct err *err);
bool conf_backup_same(
    const struct backup_place *now, const struct backup_place *next);

#endif
