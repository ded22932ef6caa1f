/* ussd_menu_table - how screens lie in memory; for ussd_menu*.c alone.
 *
 * All texts point into `octets`, the file itself, which the reader cuts into
 * words where it stands: nothing written in it gets longer by being read.
 * Ownership: ussd_menu.c makes and frees; the others fill. */
#ifndef HANDLERS_USSD_MENU_TABLE_H
#define HANDLERS_USSD_MENU_TABLE_H

#include "handlers/ussd_menu.h"

#define USSD_MENU_LANG_OCTETS 12
#define USSD_MENU_WARNINGS 32
#define USSD_MENU_NAME_OCTETS 64

struct ussd_menu_shared {
	struct ussd_words words;
	int line; /* 0: not in the file */
};

struct ussd_menu {
	char *octets;
	char name[USSD_MENU_NAME_OCTETS]; /* of the file, for errors */
	int64_t sum; /* of the file, before it is cut */
	int lines;
	char language[USSD_MENU_LANGUAGES][USSD_MENU_LANG_OCTETS];
	size_t languages;
	struct ussd_menu_shared shared[USSD_TEXTS];
	struct ussd_screen screen[USSD_MENU_SCREENS];
	size_t screens;
	char warning[USSD_MENU_WARNINGS][ERR_TEXT_OCTETS];
	size_t warnings;
};

/* menu->octets, `octets` of them and a NUL behind them, into the rest of it.
 * 0, or SYNTAX, WAY, WORDS (an unknown {word}), with the line. */
int ussd_menu_cut(struct ussd_menu *menu, size_t octets, struct err *err);

/* Is what was read a dialogue?  0, or WAY, WORDS, TOKEN.  Fills in texts that
 * an older file has not got. */
int ussd_menu_check(struct ussd_menu *menu, struct err *err);

/* Does it fit screens, in every language?  0 or LONG; fills the warnings. */
int ussd_menu_measure(struct ussd_menu *menu, struct err *err);

/* Fills err with "ussd.menu:12: ..." and returns code. */
int ussd_menu_refuse(const struct ussd_menu *menu, struct err *err, int code,
    int line, const char *format, ...) __attribute__((format(printf, 5, 6)));

/* Notes what should be mended, while there is room. */
void ussd_menu_warn(struct ussd_menu *menu, int line, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* The row of the screen's source, rule or act; that of menus. */
const struct ussd_row *ussd_menu_row(const struct ussd_screen *screen);

#endif
