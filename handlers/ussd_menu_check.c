/* ussd_menu_check - do the lines of a file of screens make a dialogue? */
#include <string.h>

#include "handlers/ussd_menu_table.h"

/* -- words in every language ----------------------------------------------- */

static int
check_words(const struct ussd_menu *menu, const struct ussd_words *words,
    int line, struct err *err)
{
	for (size_t i = 0; i < menu->languages; i++)
		if (words->in[i] == NULL)
			return ussd_menu_refuse(menu, err, USSD_MENU_WORDS,
			    line, "no words in %s", menu->language[i]);
	return 0;
}

static int
check_screen_words(const struct ussd_menu *menu,
    const struct ussd_screen *screen, struct err *err)
{
	int rc = check_words(menu, &screen->words, screen->line, err);

	for (size_t i = 0; rc == 0 && i < screen->options; i++)
		rc = check_words(menu, &screen->option[i].words,
		    screen->option[i].line, err);
	return rc;
}

/* A file that was written for an older furrow must not keep a newer one from
 * starting: what it has not got is said in English, and told. */
static void
say_in_english(struct ussd_menu *menu, int text)
{
	struct ussd_words *words = &menu->shared[text].words;

	for (size_t i = 0; i < menu->languages; i++)
		words->in[i] = ussd_rows_english(text);
	ussd_menu_warn(menu, menu->lines, "no text %s: it is said in English",
	    ussd_rows_at(USSD_TABLE_TEXT, text)->name);
}

static int
check_shared(struct ussd_menu *menu, struct err *err)
{
	for (int i = 0; i < USSD_TEXTS; i++) {
		const struct ussd_menu_shared *shared = &menu->shared[i];
		const struct ussd_row *row = ussd_rows_at(USSD_TABLE_TEXT, i);
		int rc = 0;

		if (shared->line > 0)
			rc = check_words(
			    menu, &shared->words, shared->line, err);
		else if (row->needed)
			rc = ussd_menu_refuse(menu, err, USSD_MENU_WORDS,
			    menu->lines, "no text %s", row->name);
		else
			say_in_english(menu, i);
		if (rc < 0)
			return rc;
	}
	return 0;
}

/* -- what is done, and where ----------------------------------------------- */

static bool
does(const struct ussd_screen *screen, int act)
{
	for (size_t i = 0; i < screen->options; i++)
		if (screen->option[i].way == USSD_WAY_DO &&
		    screen->option[i].act == act)
			return true;
	return false;
}

/* A token is made for confirm screens alone: nothing that changes goods,
 * orders or other people may be reached by any other. */
static int
check_token(const struct ussd_menu *menu, const struct ussd_screen *screen,
    struct err *err)
{
	bool confirm = screen->kind == USSD_KIND_CONFIRM;

	if (confirm && ussd_menu_row(screen)->deed == USSD_DEED_TELLS)
		return ussd_menu_refuse(menu, err, USSD_MENU_TOKEN,
		    screen->line, "%s only tells: show, not confirm",
		    ussd_menu_row(screen)->name);
	if (confirm && !does(screen, screen->what))
		return ussd_menu_refuse(menu, err, USSD_MENU_TOKEN,
		    screen->line, "screen %s has no option -> do", screen->id);
	if (screen->kind == USSD_KIND_SHOW &&
	    ussd_menu_row(screen)->deed == USSD_DEED_CHANGES)
		return ussd_menu_refuse(menu, err, USSD_MENU_TOKEN,
		    screen->line, "%s changes something: confirm, not show",
		    ussd_menu_row(screen)->name);
	for (size_t i = 0; !confirm && i < screen->options; i++)
		if (screen->option[i].way == USSD_WAY_DO)
			return ussd_menu_refuse(menu, err, USSD_MENU_TOKEN,
			    screen->option[i].line,
			    "do stands on confirm screens alone");
	if (screen->way == USSD_WAY_DO)
		return ussd_menu_refuse(menu, err, USSD_MENU_TOKEN,
		    screen->line, "next cannot be do: a confirm screen is");
	return 0;
}

/* What is typed there must not be kept in the clear. */
static int
check_secret(const struct ussd_menu *menu, const struct ussd_screen *screen,
    struct err *err)
{
	bool typed =
	    screen->kind == USSD_KIND_NUMBER || screen->kind == USSD_KIND_TEXT;

	if (screen->kind == USSD_KIND_NUMBER && screen->what == USSD_RULE_PIN &&
	    !screen->secret)
		return ussd_menu_refuse(menu, err, USSD_MENU_SYNTAX,
		    screen->line, "a PIN is asked for on a secret screen");
	if (screen->secret && !typed)
		return ussd_menu_refuse(menu, err, USSD_MENU_SYNTAX,
		    screen->line, "nothing is typed there that is secret");
	if (screen->secret && screen->resumable)
		return ussd_menu_refuse(menu, err, USSD_MENU_SYNTAX,
		    screen->line, "a secret screen is not gone on with");
	return 0;
}

/* -- ways ------------------------------------------------------------------ */

static int
check_way_on(const struct ussd_menu *menu, const struct ussd_screen *screen,
    struct err *err)
{
	bool home = strcmp(screen->id, "home") == 0;

	if (screen->kind == USSD_KIND_MENU && screen->options == 0)
		return ussd_menu_refuse(menu, err, USSD_MENU_WAY, screen->line,
		    "screen %s has no options", screen->id);
	if (screen->way == USSD_WAY_BACK)
		return ussd_menu_refuse(menu, err, USSD_MENU_WAY, screen->line,
		    "next cannot lead back");
	for (size_t i = 0; home && i < screen->options; i++)
		if (screen->option[i].way == USSD_WAY_BACK ||
		    screen->option[i].way == USSD_WAY_HOME)
			return ussd_menu_refuse(menu, err, USSD_MENU_WAY,
			    screen->option[i].line, "nothing is behind home");
	return 0;
}

/* What we go to by ourselves is what we expect to find there. */
static const struct {
	const char *written;
	enum ussd_kind kind;
	int what;
} entries[USSD_ENTRIES] = {
    [USSD_ENTRY_HOME] = {"menu", USSD_KIND_MENU, -1},
    [USSD_ENTRY_RESUME] = {"menu", USSD_KIND_MENU, -1},
    [USSD_ENTRY_LANGUAGE] = {"list languages", USSD_KIND_LIST,
	USSD_SOURCE_LANGUAGES},
    [USSD_ENTRY_WHO] = {"list people", USSD_KIND_LIST, USSD_SOURCE_PEOPLE},
    [USSD_ENTRY_PIN] = {"number pin", USSD_KIND_NUMBER, USSD_RULE_PIN},
};

static int
check_entry(const struct ussd_menu *menu, int entry, int at, struct err *err)
{
	const struct ussd_row *row = ussd_rows_at(USSD_TABLE_ENTRY, entry);
	const struct ussd_screen *screen;

	if (at < 0 && row->needed)
		return ussd_menu_refuse(menu, err, USSD_MENU_WAY, menu->lines,
		    "there is no screen %s", row->name);
	if (at < 0)
		return 0;
	screen = &menu->screen[at];
	if (screen->kind != entries[entry].kind ||
	    screen->what != entries[entry].what)
		return ussd_menu_refuse(menu, err, USSD_MENU_WAY, screen->line,
		    "screen %s must be: %s", row->name, entries[entry].written);
	return 0;
}

/* Without a screen to ask for it, their PIN would not be asked for. */
static int
check_own(const struct ussd_menu *menu, const struct ussd_screen *screen,
    struct err *err)
{
	if (screen->kind == USSD_KIND_SHOW && ussd_menu_row(screen)->own &&
	    ussd_menu_index(menu, "pin") < 0)
		return ussd_menu_refuse(menu, err, USSD_MENU_WAY, screen->line,
		    "%s is for one person of a phone: there is no screen pin",
		    ussd_menu_row(screen)->name);
	return 0;
}

struct walk {
	bool seen[USSD_MENU_SCREENS];
	int todo[USSD_MENU_SCREENS]; /* each screen once */
	size_t count;
};

static void
walk_to(struct walk *walk, int screen)
{
	if (screen < 0 || walk->seen[screen])
		return;
	walk->seen[screen] = true;
	walk->todo[walk->count++] = screen;
}

static int
check_reach(const struct ussd_menu *menu, struct err *err)
{
	struct walk walk = {.count = 0};

	for (int i = 0; i < USSD_ENTRIES; i++) {
		int at = ussd_menu_index(
		    menu, ussd_rows_at(USSD_TABLE_ENTRY, i)->name);

		if (check_entry(menu, i, at, err) < 0)
			return USSD_MENU_WAY;
		walk_to(&walk, at);
	}
	for (size_t i = 0; i < walk.count; i++) {
		const struct ussd_screen *screen = &menu->screen[walk.todo[i]];

		walk_to(&walk, screen->way);
		for (size_t j = 0; j < screen->options; j++)
			walk_to(&walk, screen->option[j].way);
	}
	for (size_t i = 0; i < menu->screens; i++)
		if (!walk.seen[i])
			return ussd_menu_refuse(menu, err, USSD_MENU_WAY,
			    menu->screen[i].line, "no way leads to screen %s",
			    menu->screen[i].id);
	return 0;
}

int
ussd_menu_check(struct ussd_menu *menu, struct err *err)
{
	int rc = check_shared(menu, err);

	for (size_t i = 0; rc == 0 && i < menu->screens; i++) {
		const struct ussd_screen *screen = &menu->screen[i];

		if ((rc = check_way_on(menu, screen, err)) == 0 &&
		    (rc = check_token(menu, screen, err)) == 0 &&
		    (rc = check_secret(menu, screen, err)) == 0 &&
		    (rc = check_own(menu, screen, err)) == 0)
			rc = check_screen_words(menu, screen, err);
	}
	return rc < 0 ? rc : check_reach(menu, err);
}
