/* ussd_dial - one turn of one dialogue, as all who work on it see it.
 *
 * Made by handlers.c for the turn and gone after it.  The desk's sender is who
 * dialled (ussd_entry finds out who that is on a phone of several people); what
 * they are answered is captured by desk->screen. */
#ifndef HANDLERS_USSD_DIAL_H
#define HANDLERS_USSD_DIAL_H

#include <stdbool.h>
#include <stddef.h>

#include "gateway/core/session.h"

#include "handlers/book.h"
#include "handlers/desk.h"
#include "handlers/ussd_menu.h"

#define USSD_DIAL_TOP_OCTETS 200
#define USSD_DIAL_SAID_OCTETS 1600

struct ussd_goods;

struct ussd_dial {
	struct desk *desk;
	struct handler_session *session;
	struct session_state *state; /* the session's */
	const struct ussd_menu *menu;
	struct ussd_goods *goods; /* what is on sale (ussd_goods.h) */
	size_t lang; /* index of the menu's languages */
	struct handler_text *text; /* the desk's own: what is done by it */
	struct desk_screen screen; /* the desk's */
	char said[USSD_DIAL_SAID_OCTETS]; /* its storage */
	/* Keys that were dialled with the code are fed: nothing was shown. */
	bool feeding;
	bool looking; /* a screen is measured: nothing is sent */
	char top[USSD_DIAL_TOP_OCTETS]; /* a line above the next screen */

	struct book book; /* ussd_dial_book() */
	bool booked;
};

/* What is open with them; read once a turn. */
const struct book *ussd_dial_book(struct ussd_dial *dial);

/* The language of the session from now on, of screens and answers. */
void ussd_dial_speak(struct ussd_dial *dial, const char *lang);

/* What this market's people may read, indexes of the menu's languages: those
 * of market->languages, else its language of last resort and English.  `out`
 * holds USSD_MENU_LANGUAGES; returns how many, each once. */
size_t ussd_dial_languages(const struct ussd_dial *dial, size_t out[]);

/* A shared text, filled; "" when the file has none. */
char *ussd_dial_text(char *dst, size_t dst_octets, const struct ussd_dial *dial,
    enum ussd_text text, const struct words *words);
/* The same as the line above the next screen. */
void ussd_dial_top(
    struct ussd_dial *dial, enum ussd_text text, const struct words *words);

/* That is the end, with this text, which is cut to fit. */
void ussd_dial_end(struct ussd_dial *dial, const char *text);
void ussd_dial_end_with(
    struct ussd_dial *dial, enum ussd_text text, const struct words *words);

/* The screen where they stand; home when the file has it no more. */
const struct ussd_screen *ussd_dial_screen(const struct ussd_dial *dial);

#endif
