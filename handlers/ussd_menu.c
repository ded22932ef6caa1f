/* ussd_menu - the screens, read, checked and asked for. */
#include "handlers/ussd_menu.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/panic.h"

#include "handlers/phrase_table.h"
#include "handlers/ussd_menu_table.h"

#define FILE_OCTETS_MAX (512u * 1024u)

int
ussd_menu_refuse(const struct ussd_menu *menu, struct err *err, int code,
    int line, const char *format, ...)
{
	char what[ERR_TEXT_OCTETS];
	va_list args;

	va_start(args, format);
	(void)vsnprintf(what, sizeof(what), format, args);
	va_end(args);
	return err_set(
	    err, code, (size_t)line, "%s:%d: %s", menu->name, line, what);
}

void
ussd_menu_warn(struct ussd_menu *menu, int line, const char *format, ...)
{
	struct buf out;
	va_list args;

	if (menu->warnings == USSD_MENU_WARNINGS)
		return;
	out = buf_over(menu->warning[menu->warnings], ERR_TEXT_OCTETS);
	buf_add_format(&out, "%s:%d: ", menu->name, line);
	va_start(args, format);
	buf_add_vformat(&out, format, args);
	va_end(args);
	menu->warnings++;
}

const struct ussd_row *
ussd_menu_row(const struct ussd_screen *screen)
{
	static const enum ussd_table table[] = {
	    [USSD_KIND_MENU] = USSD_TABLE_MENU,
	    [USSD_KIND_LIST] = USSD_TABLE_SOURCE,
	    [USSD_KIND_NUMBER] = USSD_TABLE_RULE,
	    [USSD_KIND_TEXT] = USSD_TABLE_RULE,
	    [USSD_KIND_CONFIRM] = USSD_TABLE_ACT,
	    [USSD_KIND_SHOW] = USSD_TABLE_ACT,
	};

	return ussd_rows_at(
	    table[screen->kind], screen->what < 0 ? 0 : screen->what);
}

/* -- from outside ---------------------------------------------------------- */

/* FNV-1a, 32 bits. */
static int64_t
sum_of(struct str text)
{
	uint32_t sum = 2166136261u;

	for (size_t i = 0; i < text.octets; i++)
		sum = (sum ^ (unsigned char)text.at[i]) * 16777619u;
	return (int64_t)sum + 1;
}

struct ussd_menu *
ussd_menu_read(struct str text, const char *name, struct err *err)
{
	struct ussd_menu *menu = xcalloc(1, sizeof(*menu));

	err_clear(err);
	str_copy(menu->name, sizeof(menu->name), str_from(name));
	menu->octets = xcalloc(text.octets + 1, 1);
	if (text.octets > 0)
		memcpy(menu->octets, text.at, text.octets);
	menu->sum = sum_of(text);
	if (text.octets > FILE_OCTETS_MAX)
		ussd_menu_refuse(menu, err, USSD_MENU_SYNTAX, 1,
		    "more than %u KiB", FILE_OCTETS_MAX / 1024u);
	else if (ussd_menu_cut(menu, text.octets, err) == 0 &&
		 ussd_menu_check(menu, err) == 0 &&
		 ussd_menu_measure(menu, err) == 0)
		return menu;
	ussd_menu_free(&menu);
	return NULL;
}

struct ussd_menu *
ussd_menu_load(const char *path, struct err *err)
{
	const char *slash = strrchr(path, '/');
	const char *name = slash == NULL ? path : slash + 1;
	struct ussd_menu *menu = NULL;
	FILE *in = fopen(path, "re");
	char *text;
	size_t octets;

	if (in == NULL) {
		err_set(err, USSD_MENU_FILE, 0, "%s: cannot be read: %m", path);
		return NULL;
	}
	/* One octet more than allowed, so that a longer one is refused. */
	text = xcalloc(FILE_OCTETS_MAX + 1, 1);
	octets = fread(text, 1, FILE_OCTETS_MAX + 1, in);
	if (ferror(in))
		err_set(err, USSD_MENU_FILE, 0, "%s: cannot be read: %m", path);
	else
		menu = ussd_menu_read(str_of(text, octets), name, err);
	free(text);
	fclose(in);
	return menu;
}

void
ussd_menu_free(struct ussd_menu **menu)
{
	if (*menu == NULL)
		return;
	free((*menu)->octets);
	free(*menu);
	*menu = NULL;
}

/* -- asked ----------------------------------------------------------------- */

int64_t
ussd_menu_sum(const struct ussd_menu *menu)
{
	return menu->sum;
}

size_t
ussd_menu_screens(const struct ussd_menu *menu)
{
	return menu->screens;
}

const struct ussd_screen *
ussd_menu_screen(const struct ussd_menu *menu, size_t index)
{
	PANIC_UNLESS(index < menu->screens);
	return &menu->screen[index];
}

int
ussd_menu_index(const struct ussd_menu *menu, const char *id)
{
	for (size_t i = 0; i < menu->screens; i++)
		if (strcmp(menu->screen[i].id, id) == 0)
			return (int)i;
	return -1;
}

const struct ussd_screen *
ussd_menu_find(const struct ussd_menu *menu, const char *id)
{
	int index = ussd_menu_index(menu, id);

	return index < 0 ? NULL : &menu->screen[index];
}

size_t
ussd_menu_languages(const struct ussd_menu *menu)
{
	return menu->languages;
}

const char *
ussd_menu_language_name(const struct ussd_menu *menu, size_t index)
{
	return index < menu->languages ? menu->language[index] : "";
}

static int
language_at(const struct ussd_menu *menu, struct str name)
{
	for (size_t i = 0; i < menu->languages; i++)
		if (str_equal_nocase(name, str_from(menu->language[i])))
			return (int)i;
	return -1;
}

/* Who writes in Latin letters is not answered in others, as in phrase.h. */
static int
language_like(const struct ussd_menu *menu, const char *lang)
{
	size_t octets = strcspn(lang, "-_");
	int at = language_at(menu, str_from(lang));

	if (at < 0 && !str_equal_nocase(str_from(lang + octets), STR("-Latn")))
		at = language_at(menu, str_of(lang, octets));
	return at;
}

size_t
ussd_menu_language(
    const struct ussd_menu *menu, const char *lang, const char *fallback)
{
	const char *const chain[] = {lang, fallback, "en"};

	for (size_t i = 0; i < 3; i++) {
		int at = language_like(menu, chain[i] ? chain[i] : "");

		if (at >= 0)
			return (size_t)at;
	}
	panic("%s: no English", menu->name); /* checked when it was read */
}

const char *
ussd_menu_text(const struct ussd_menu *menu, int text, size_t language)
{
	PANIC_UNLESS(text >= 0 && text < USSD_TEXTS);
	return language < menu->languages
		   ? menu->shared[text].words.in[language]
		   : NULL;
}

char *
ussd_menu_fill(
    char *dst, size_t dst_octets, const char *text, const struct words *words)
{
	phrase_fill_text(dst, dst_octets, str_from(text), words);
	return dst;
}

size_t
ussd_menu_warnings(const struct ussd_menu *menu)
{
	return menu->warnings;
}

const char *
ussd_menu_warning(const struct ussd_menu *menu, size_t index)
{
	return index < menu->warnings ? menu->warning[index] : "";
}
