/* ussd_menu_fuzz - any octets for a file of screens.
 *
 * Reaches ussd_menu and all that it is cut, checked and measured by.  What is
 * refused must name a line of the file; what is taken must lead somewhere from
 * everywhere and have words in each language.
 * most: 3000
 * covers: handlers/ussd_menu.c handlers/ussd_menu_cut.c
 * covers: handlers/ussd_menu_screen.c handlers/ussd_menu_check.c
 * covers: handlers/ussd_menu_measure.c */
#include <stdint.h>
#include <string.h>

#include "base/panic.h"

#include "handlers/ussd_menu.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t octets);

static void
check_words(const struct ussd_menu *menu, const struct ussd_words *words)
{
	char filled[PHRASE_FILLED_OCTETS];

	for (size_t i = 0; i < ussd_menu_languages(menu); i++) {
		PANIC_UNLESS(words->in[i] != NULL && words->line[i] > 0);
		ussd_menu_fill(filled, sizeof(filled), words->in[i],
		    phrase_sample(ussd_menu_language_name(menu, i)));
		PANIC_UNLESS(strpbrk(filled, "{}[]") == NULL);
	}
}

static void
check_option(const struct ussd_menu *menu, const struct ussd_screen *screen,
    const struct ussd_option *option)
{
	PANIC_UNLESS(option->way >= USSD_WAY_END);
	PANIC_UNLESS(option->way < (int)ussd_menu_screens(menu));
	PANIC_UNLESS(option->when >= -1 && option->when < USSD_CONDITIONS);
	PANIC_UNLESS((option->way == USSD_WAY_DO) == (option->act >= 0) &&
		     option->act < USSD_ACTS);
	PANIC_UNLESS(
	    option->way != USSD_WAY_DO || screen->kind == USSD_KIND_CONFIRM);
	PANIC_UNLESS(option->key == '+'
			 ? screen->kind == USSD_KIND_LIST
			 : option->key >= '1' && option->key <= '9');
	PANIC_UNLESS(option->set != NULL);
	check_words(menu, &option->words);
}

static void
check_menu(const struct ussd_menu *menu)
{
	PANIC_UNLESS(ussd_menu_find(menu, "home") != NULL);
	PANIC_UNLESS(ussd_menu_text(menu, USSD_TEXT_BAD,
			 ussd_menu_language(menu, "xx", "yy")) != NULL);
	for (size_t i = 0; i < ussd_menu_screens(menu); i++) {
		const struct ussd_screen *screen = ussd_menu_screen(menu, i);

		PANIC_UNLESS(ussd_menu_index(menu, screen->id) == (int)i);
		PANIC_UNLESS(screen->way >= USSD_WAY_END);
		PANIC_UNLESS(screen->way < (int)ussd_menu_screens(menu));
		check_words(menu, &screen->words);
		for (size_t j = 0; j < screen->options; j++)
			check_option(menu, screen, &screen->option[j]);
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t octets)
{
	struct err err = {0};
	struct ussd_menu *menu = ussd_menu_read(
	    str_of((const char *)data, octets), "fuzz.menu", &err);

	if (menu == NULL) {
		PANIC_UNLESS(err.code < 0 && err.code >= USSD_MENU_TOKEN);
		PANIC_UNLESS(str_starts(str_from(err.text), "fuzz.menu:"));
		PANIC_UNLESS(err.offset <= octets + 1);
		return 0;
	}
	PANIC_UNLESS(err.code == 0);
	check_menu(menu);
	ussd_menu_free(&menu);
	return 0;
}
