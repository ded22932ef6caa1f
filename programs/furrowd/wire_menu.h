/* wire_menu - the file of screens: where it lies, and what the log tells of it.
 *
 * A wrong one is refused with its line, by trade_new and by wire_menu_test;
 * what should only be mended is a line of the log for each.  It is taken at a
 * start only, for dialogues are under way by it: a reload tells so when it is
 * another by now, and what is wrong with it before the next start does. */
#ifndef PROGRAMS_FURROWD_WIRE_MENU_H
#define PROGRAMS_FURROWD_WIRE_MENU_H

#include <limits.h>
#include <stdint.h>

#include "base/err.h"
#include "handlers/ussd_menu.h"
#include "programs/furrowd/conf.h"

/* market { screens }, or the one that comes with furrow. */
void wire_menu_path(
    char dst[PATH_MAX], const struct conf *conf, const char *data);

/* NULL: nobody can dial, nothing is told. */
void wire_menu_tell(const struct ussd_menu *menu);

/* 0, or a negative enum ussd_menu_err: the file cannot be used. */
int wire_menu_test(const struct conf *conf, const char *data, struct err *err);

/* What tells the file from another; 0 when it cannot be read. */
uint64_t wire_menu_sum(const struct conf *conf, const char *data);
/* At a reload; sum: of the file at the start. */
void wire_menu_reload(const struct conf *next, const char *data, uint64_t sum);

#endif
