/* ussd_menu_cut - what the readers of lines share; for ussd_menu_cut.c and
 * ussd_menu_screen.c alone.
 *
 * A line's words are views into the file's octets; a reader gets what stands
 * behind the line's first word, and returns 0 or what ussd_menu_refuse does. */
#ifndef HANDLERS_USSD_MENU_CUT_H
#define HANDLERS_USSD_MENU_CUT_H

#include "handlers/ussd_menu_table.h"

/* Behind the options of a screen: its `next`. */
#define CUTTER_NEXT USSD_MENU_OPTIONS

struct cutter {
	struct ussd_menu *menu;
	struct err *err;
	int line;
	struct ussd_screen *screen; /* that the lines are about, or NULL */
	/* Whose words come next, and what they may be filled with. */
	struct ussd_words *words;
	const struct ussd_row *row, *row_also;
	/* Where options and `next` lead, by name: the screens may stand
	 * further down. */
	char to[USSD_MENU_SCREENS][CUTTER_NEXT + 1][USSD_MENU_ID_OCTETS];
	int next_line[USSD_MENU_SCREENS];
};

#define REFUSE(c, code, ...)                                                   \
	ussd_menu_refuse((c)->menu, (c)->err, code, (c)->line, __VA_ARGS__)
#define SHOWN(s) cutter_shown(s), (s).at

/* As many octets of a word as an error has room for, whole characters. */
int cutter_shown(struct str word);
/* The next word of a line; empty at its end. */
struct str cutter_next(struct str *rest);
/* Small letters, digits and _, at least one. */
bool cutter_is_name(struct str word, size_t octets_max);

int cutter_screen(struct cutter *c, struct str rest); /* screen ID KIND ... */
int cutter_option(struct cutter *c, struct str rest); /* option KEY -> ... */
int cutter_leads(struct cutter *c, struct str rest); /* next SCREEN */
/* Where options and `next` lead, once all screens are known. */
int cutter_find_ways(struct cutter *c);

#endif
