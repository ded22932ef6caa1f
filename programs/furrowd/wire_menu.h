/* wire_menu - the file of screens: where it lies, and what the log tells of it.
 *
 * A wrong one is refused with its line, by trade_new and by wire_menu_test;
 * what should only be mended is a line of the log for each.  A reload takes
 * another file over, between two turns; one that is wrong is told, and the old
 * one holds. */
#ifndef PROGRAMS_FURROWD_WIRE_MENU_H
#define PROGRAMS_FURROWD_WIRE_MENU_H

#include <limits.h>

#include "base/err.h"
#include "handlers/handlers.h"
#include "handlers/ussd_menu.h"
#include "programs/furrowd/conf.h"

/* market { screens }, or the one that comes with furrow. */
void wire_menu_path(
    char dst[PATH_MAX], const struct conf *conf, const char *data);

/* NULL: nobody can dial, nothing is told. */
void wire_menu_tell(const struct ussd_menu *menu);

/* 0, or a negative enum ussd_menu_err: the file cannot be used. */
int wire_menu_test(const struct conf *conf, const char *data, struct err *err);

/* At a reload: the file of `next` from now on, told when it is another. */
void wire_menu_reload(
    struct trade *trade, const struct conf *next, const char *data);

#endif
