/* ussd_menu - what people see when they dial: screens as rows, from one file.
 *
 * In: ussd.menu, UTF-8, line by line.  `;` begins a comment.
 *
 *     languages en sw fr                 first, once; "en" must be among them
 *     text bad                           a text that the screens share
 *       en  Not an option.
 *       sw  …
 *     screen home menu resumable         ID KIND, then marks
 *       en  Furrow market                the screen's own words; \n is a break
 *       option 1 -> goods                KEY -> SCREEN [when CONDITION]
 *         en  Buy
 *       option 5 -> answers when asked      [set NAME=VALUE …]
 *         en  Orders to answer ({n})
 *     screen goods list products         KIND list SOURCE
 *       en  What do you want?
 *       next amount                      where a choice leads
 *     screen amount number quantity      KIND number RULE
 *       next confirm
 *     screen confirm confirm order       KIND confirm ACT
 *       en  {items} = {total}
 *       option 1 -> do   …   option 2 -> back
 *     screen income show income          KIND show ACT: what the act says
 *
 *     Words stand in each language of `languages`, one line each, behind what
 *     they belong to.  {name} is a word that is filled in; what stands in [ ]
 *     is left out when a word inside is empty.
 * Out: struct menu, checked: a wrong file is refused with its line.
 * Refused: a next or option that leads nowhere; a screen with no way on, or
 *     that no way leads to; a key twice; words missing in a language, or that
 *     do not fit a screen (160 septets or 70 units, filled with ordinary words,
 *     with the lines of navigation); a confirm screen without `do`, an act
 *     that changes something behind any other kind of screen; an unknown
 *     word, kind, source, rule, act, condition.
 * Ownership: ussd_menu_load gives, ussd_menu_free takes.  Nothing is allocated
 *     later. */
#ifndef HANDLERS_USSD_MENU_H
#define HANDLERS_USSD_MENU_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"
#include "base/str.h"

#define USSD_MENU_LANGUAGES 24
#define USSD_MENU_SCREENS 96
#define USSD_MENU_OPTIONS 9 /* keys 1 to 9 */
#define USSD_MENU_ID_OCTETS 24

enum ussd_menu_err {
	USSD_MENU_FILE = -1, /* cannot be read */
	USSD_MENU_SYNTAX = -2, /* a line that is none of the above */
	USSD_MENU_WAY = -3, /* leads nowhere, has no way on, is not reached */
	USSD_MENU_WORDS = -4, /* missing, or an unknown {word} */
	USSD_MENU_LONG = -5, /* does not fit a screen */
	USSD_MENU_TOKEN = -6, /* a change without a confirm screen */
};

enum ussd_kind {
	USSD_KIND_MENU, /* options */
	USSD_KIND_LIST, /* rows of a source, in pages */
	USSD_KIND_NUMBER, /* a figure, by a rule */
	USSD_KIND_TEXT, /* their own words */
	USSD_KIND_CONFIRM, /* 1 does it, once */
	USSD_KIND_SHOW, /* what an act says, in pages; changes nothing */
};

/* Where `->` leads besides a screen. */
enum ussd_way {
	USSD_WAY_DO = -1, /* the act of the confirm screen */
	USSD_WAY_BACK = -2,
	USSD_WAY_HOME = -3,
	USSD_WAY_END = -4, /* goodbye */
};

/* Words in each language; index as in menu->language. */
struct ussd_words {
	const char
	    *in[USSD_MENU_LANGUAGES]; /* NULL: missing (never, checked) */
};

struct ussd_option {
	char key; /* '1' to '9' */
	int way; /* a screen's index, or enum ussd_way */
	int when; /* index into the conditions of ussd_rows, -1: always */
	const char *set; /* "unit=kg days=0", "" nothing */
	struct ussd_words words;
	int line;
};

struct ussd_screen {
	char id[USSD_MENU_ID_OCTETS];
	enum ussd_kind kind;
	/* Index into sources, rules or acts (ussd_rows.h); -1: none. */
	int what;
	int way; /* `next`; USSD_WAY_HOME when not said */
	bool resumable, secret;
	struct ussd_words words;
	struct ussd_option option[USSD_MENU_OPTIONS];
	size_t options;
	int line;
};

struct ussd_menu;

/* NULL with err: offset = line, text begins "ussd.menu:12: ". */
struct ussd_menu *ussd_menu_load(const char *path, struct err *err);
/* The same of octets in memory; `name` for errors. */
struct ussd_menu *ussd_menu_read(
    struct str text, const char *name, struct err *err);
void ussd_menu_free(struct ussd_menu **menu);

size_t ussd_menu_screens(const struct ussd_menu *menu);
const struct ussd_screen *ussd_menu_screen(
    const struct ussd_menu *menu, size_t index);
/* NULL: no such screen. */
const struct ussd_screen *ussd_menu_find(
    const struct ussd_menu *menu, const char *id);
int ussd_menu_index(const struct ussd_menu *menu, const char *id); /* or -1 */

size_t ussd_menu_languages(const struct ussd_menu *menu);
const char *ussd_menu_language_name(const struct ussd_menu *menu, size_t index);
/* The index of a language in any case, of "zh-Hant" that of "zh"; that of
 * `fallback`, then of "en", when there is none. */
size_t ussd_menu_language(
    const struct ussd_menu *menu, const char *lang, const char *fallback);

/* A shared text, NULL when the file has none of that key. */
const char *ussd_menu_text(
    const struct ussd_menu *menu, const char *key, size_t language);

#endif
