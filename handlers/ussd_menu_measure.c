/* ussd_menu_measure - does every screen fit a telephone, in every language?
 *
 * As phrases are (phrase_load.c), screens are filled with ordinary words of
 * their language and measured as they would be shown.  What people write may
 * be longer: ussd_page cuts then, but never what stands in the file. */
#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "base/utf8.h"

#include "handlers/ussd_letters.h"
#include "handlers/ussd_menu_table.h"
#include "handlers/ussd_page.h"

/* Of networks that tell nothing else: 160 octets of a screen, or 140. */
#define SCREEN_SEPTETS 160
#define SCREEN_UNITS 70
#define LABEL_OCTETS 400
/* More than a page has, so that `98` is measured, too. */
#define SAMPLE_ROWS (USSD_PAGE_OPTIONS + 1)

struct measure {
	struct ussd_menu *menu;
	struct err *err;
	size_t language;
	const struct words *sample;
	const struct ussd_screen *screen;
	int twin; /* of two options with one key: 1 those with `not` */
	char words[PHRASE_FILLED_OCTETS];
	char label[USSD_MENU_OPTIONS + SAMPLE_ROWS][LABEL_OCTETS];
	struct ussd_page_option option[USSD_MENU_OPTIONS + SAMPLE_ROWS];
	size_t options;
};

static int
refuse(const struct measure *m, int line, const char *what)
{
	return ussd_menu_refuse(m->menu, m->err, USSD_MENU_LONG, line,
	    "%s in %s (a screen has %d septets, or %d units)", what,
	    m->menu->language[m->language], SCREEN_SEPTETS, SCREEN_UNITS);
}

static bool
is_over(struct str text, size_t parts_of_screen)
{
	bool gsm;
	size_t size = ussd_letters_size(text, &gsm);

	return size * parts_of_screen > (gsm ? SCREEN_SEPTETS : SCREEN_UNITS);
}

/* -- shared texts ---------------------------------------------------------- */

/* What share of a screen each may take: those that stand above a screen half
 * of it, the lines of navigation a sixth each. */
static size_t
share_of(int text)
{
	switch (text) {
	case USSD_TEXT_MORE:
	case USSD_TEXT_BACK:
	case USSD_TEXT_HOME:
		return 6;
	case USSD_TEXT_BAD:
	case USSD_TEXT_OVER:
	case USSD_TEXT_MADE:
	case USSD_TEXT_PIN_BAD:
	case USSD_TEXT_NONE:
		return 2;
	default:
		return 1;
	}
}

static int
measure_shared(struct measure *m)
{
	for (int i = 0; i < USSD_TEXTS; i++) {
		const struct ussd_menu_shared *shared = &m->menu->shared[i];
		const char *text = shared->words.in[m->language];

		if (shared->line == 0)
			continue;
		ussd_menu_fill(m->words, sizeof(m->words), text, m->sample);
		if (is_over(str_from(m->words), share_of(i)))
			return refuse(m, shared->words.line[m->language],
			    "the text is too long");
	}
	return 0;
}

/* -- screens --------------------------------------------------------------- */

static bool
has_twin(const struct ussd_screen *screen, const struct ussd_option *option)
{
	for (size_t i = 0; i < screen->options; i++)
		if (&screen->option[i] != option && option->key != '+' &&
		    screen->option[i].key == option->key)
			return true;
	return false;
}

static void
add_option(struct measure *m, int key, const char *text)
{
	struct ussd_page_option *option = &m->option[m->options];

	option->key = key;
	option->label =
	    ussd_menu_fill(m->label[m->options], LABEL_OCTETS, text, m->sample);
	m->options++;
}

static void
add_options(struct measure *m)
{
	const struct ussd_screen *screen = m->screen;

	m->options = 0;
	if (screen->kind == USSD_KIND_LIST)
		for (int i = 1; i <= SAMPLE_ROWS; i++)
			add_option(m, i, "{product}");
	for (size_t i = 0; i < screen->options; i++) {
		const struct ussd_option *option = &screen->option[i];

		if (has_twin(screen, option) && option->when_not != m->twin)
			continue;
		add_option(m,
		    option->key == '+' ? (int)m->options + 1
				       : option->key - '0',
		    option->words.in[m->language]);
	}
}

static void
make_page(struct ussd_page *page, const struct measure *m, int number)
{
	const struct ussd_screen *screen = m->screen;
	bool ways = strcmp(screen->id, "home") != 0;
	const struct ussd_menu *menu = m->menu;
	struct ussd_page_ask ask = {
	    .words = m->words,
	    .option = m->option,
	    .options = m->options,
	    .more = ussd_menu_text(menu, USSD_TEXT_MORE, m->language),
	    .septets = SCREEN_SEPTETS,
	    .units = SCREEN_UNITS,
	    .page = number,
	};

	if (ways) {
		ask.back = ussd_menu_text(menu, USSD_TEXT_BACK, m->language);
		if (screen->kind != USSD_KIND_CONFIRM)
			ask.home =
			    ussd_menu_text(menu, USSD_TEXT_HOME, m->language);
	}
	ussd_page_make(page, &ask);
}

/* A page that two letters make a short one is worth another word. */
static void
warn(struct measure *m, const struct ussd_page *page)
{
	if (page->gsm || ussd_letters_foreign(str_from(page->text)) > 2)
		return;
	ussd_menu_warn(m->menu, m->screen->words.line[m->language],
	    "screen %s has room for %d letters in %s, not %d, for one or two "
	    "letters",
	    m->screen->id, SCREEN_UNITS, m->menu->language[m->language],
	    SCREEN_SEPTETS);
}

/* Words that must be read at once, or in half a screen above rows. */
static int
measure_words(const struct measure *m, const struct ussd_page *first)
{
	int line = m->screen->words.line[m->language];

	switch (m->screen->kind) {
	case USSD_KIND_NUMBER:
	case USSD_KIND_TEXT:
	case USSD_KIND_CONFIRM:
		return first->more ? refuse(m, line, "the screen is too long")
				   : 0;
	case USSD_KIND_SHOW:
		return is_over(str_from(m->words), 2)
			   ? refuse(m, line, "the words are too long")
			   : 0;
	case USSD_KIND_MENU:
	case USSD_KIND_LIST:
		return first->last == first->first
			   ? refuse(m, line, "the words are too long")
			   : 0;
	}
	return 0;
}

/* The line of the option whose label had to be cut. */
static int
cut_line(const struct measure *m, const struct ussd_page *page)
{
	for (size_t i = 0; i < m->screen->options; i++) {
		const struct ussd_option *option = &m->screen->option[i];

		if (option->key - '0' == m->option[page->first].key)
			return option->words.line[m->language];
	}
	return m->screen->words.line[m->language];
}

static int
measure_screen(struct measure *m)
{
	struct ussd_page page = {.more = true};
	int rc = 0;

	ussd_menu_fill(m->words, sizeof(m->words),
	    m->screen->words.in[m->language], m->sample);
	add_options(m);
	for (int i = 0; rc == 0 && page.more; i++) {
		make_page(&page, m, i);
		if (i == 0)
			rc = measure_words(m, &page);
		if (rc == 0 && page.cut)
			rc = refuse(
			    m, cut_line(m, &page), "an option is too long");
		if (rc == 0 && m->twin == 0)
			warn(m, &page);
	}
	return rc;
}

int
ussd_menu_measure(struct ussd_menu *menu, struct err *err)
{
	struct measure m = {.menu = menu, .err = err};
	int rc = 0;

	for (; rc == 0 && m.language < menu->languages; m.language++) {
		m.sample = phrase_sample(menu->language[m.language]);
		rc = measure_shared(&m);
		for (size_t i = 0; rc == 0 && i < 2 * menu->screens; i++) {
			m.screen = &menu->screen[i / 2];
			m.twin = (int)(i % 2);
			rc = measure_screen(&m);
		}
	}
	return rc;
}
