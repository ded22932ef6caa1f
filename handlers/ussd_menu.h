/* ussd_menu - what people see when they dial: screens as rows, from one file.
 *
 * In: ussd.menu, UTF-8, line by line.  `;` begins a comment.
 *
 *     languages en sw fr                 first, once; "en" must be among them
 *     text bad                           a text that the screens share
 *       en  Not an option.
 *       sw  ...
 *     screen home menu resumable         ID KIND, then marks
 *       en  Furrow market                the screen's own words; \n is a break
 *       option 1 -> goods                KEY -> SCREEN [when [not] CONDITION]
 *         en  Buy
 *       option 5 -> answers when asked      [set NAME=VALUE ...]
 *         en  Orders to answer ({n})
 *     screen goods list products         KIND list SOURCE
 *       en  What do you want?
 *       next amount                      where a choice leads
 *       option + -> letters              an entry behind the rows, by their
 *         en  Search                        next number
 *     screen amount number quantity      KIND number RULE
 *       next confirm
 *     screen letters text letters        KIND text [RULE]
 *     screen confirm confirm order       KIND confirm ACT
 *       en  {items} = {total}
 *       option 1 -> do                   the screen's act, or another's:
 *       option 2 -> do decline              do ACT
 *       option 3 -> back
 *     screen income show income          KIND show ACT: what the act says,
 *       en  -                               below these words (- is none)
 *
 *     Words stand in each language of `languages`, one line each, behind what
 *     they belong to.  {name} is a word that is filled in; what stands in [ ]
 *     is left out when a word inside is empty.  Marks: `resumable` (may be gone
 *     on with), `secret` (what is typed is masked), `skip` (a list of one row
 *     is chosen, one of none passed, without a screen).
 * Out: struct menu, checked: a wrong file is refused with its line.
 * Refused: a next or option that leads nowhere; a screen with no way on, or
 *     that no way leads to; a key twice (unless one option is `when` and the
 *     other `when not` the same); words missing in a language, or that
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
#include <stdint.h>

#include "base/err.h"
#include "base/str.h"
#include "handlers/phrase.h"
#include "handlers/ussd_rows.h"

#define USSD_MENU_LANGUAGES 24
#define USSD_MENU_SCREENS 96
#define USSD_MENU_OPTIONS 12 /* keys 1 to 9, some twice */
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
	USSD_KIND_SHOW, /* what an act says, in pages; USSD_DEED_CHANGES never
			 */
};

/* Where `->` leads besides a screen. */
enum ussd_way {
	USSD_WAY_DO = -1, /* the act of the confirm screen */
	USSD_WAY_BACK = -2,
	USSD_WAY_HOME = -3,
	USSD_WAY_END = -4, /* goodbye */
};

/* Words in each language; index as in ussd_menu_language_name(). */
struct ussd_words {
	/* NULL: missing (never, checked). */
	const char *in[USSD_MENU_LANGUAGES];
	int line[USSD_MENU_LANGUAGES];
};

struct ussd_option {
	char key; /* '1' to '9'; '+' behind the rows of a list */
	int way; /* a screen's index, or enum ussd_way */
	int act; /* of USSD_WAY_DO: enum ussd_act; else -1 */
	int when; /* enum ussd_condition, -1: always */
	bool when_not; /* shown when it does not hold */
	const char *set; /* "unit=kg days=0", "" nothing */
	struct ussd_words words;
	int line;
};

struct ussd_screen {
	char id[USSD_MENU_ID_OCTETS];
	enum ussd_kind kind;
	/* enum ussd_source, ussd_rule or ussd_act by the kind; -1: a menu. */
	int what;
	/* `next`: behind a choice, a figure, words, what is shown, or an act
	 * that was done.  Not said, a confirm screen's is USSD_WAY_END, any
	 * other's USSD_WAY_HOME. */
	int way;
	bool resumable, secret, skip;
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

/* Tells this file from another, with one wrong in four thousand million; never
 * 0.  A dialogue notes by which it was shown a screen. */
int64_t ussd_menu_sum(const struct ussd_menu *menu);

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

/* A shared text (enum ussd_text), in English where the file has none; NULL:
 * there is no such language. */
const char *ussd_menu_text(
    const struct ussd_menu *menu, int text, size_t language);

/* Fills {words} and [ ] of a text of the menu; a longer one is cut.  Line ends
 * and controls in the words are blanks.  Returns dst. */
char *ussd_menu_fill(
    char *dst, size_t dst_octets, const char *text, const struct words *words);

/* What is allowed but should be mended: a shared text that is missing, a screen
 * that one or two characters make a short one.  "ussd.menu:12: ..." */
size_t ussd_menu_warnings(const struct ussd_menu *menu);
const char *ussd_menu_warning(const struct ussd_menu *menu, size_t index);

#endif
