/* ussd_menu_cut - the lines of a file of screens, each by itself. */
#include <stdlib.h>
#include <string.h>

#include "base/panic.h"
#include "base/utf8.h"

#include "handlers/phrase_table.h"
#include "handlers/ussd_menu_cut.h"

int
cutter_shown(struct str word)
{
	size_t octets = word.octets > 40 ? 40 : word.octets;

	while (octets < word.octets && octets > 0 &&
	       ((unsigned char)word.at[octets] & 0xC0) == 0x80)
		octets--;
	return (int)octets;
}

struct str
cutter_next(struct str *rest)
{
	struct str word;

	*rest = str_trim(*rest);
	word = str_of(rest->at, 0);
	while (rest->octets > 0 && *rest->at != ' ' && *rest->at != '\t') {
		word.octets++;
		rest->at++;
		rest->octets--;
	}
	return word;
}

bool
cutter_is_name(struct str word, size_t octets_max)
{
	for (size_t i = 0; i < word.octets; i++)
		if (strchr("abcdefghijklmnopqrstuvwxyz0123456789_",
			word.at[i]) == NULL)
			return false;
	return word.octets > 0 && word.octets <= octets_max;
}

/* -- languages, text ------------------------------------------------------- */

static int
language_find(const struct ussd_menu *menu, struct str word)
{
	for (size_t i = 0; i < menu->languages; i++)
		if (str_is(word, menu->language[i]))
			return (int)i;
	return -1;
}

static bool
is_language(struct str word)
{
	for (size_t i = 0; i < word.octets; i++)
		if (strchr("abcdefghijklmnopqrstuvwxyz"
			   "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-",
			word.at[i]) == NULL)
			return false;
	return word.octets >= 2 && word.octets < USSD_MENU_LANG_OCTETS;
}

static int
cut_languages(struct cutter *c, struct str rest)
{
	struct ussd_menu *menu = c->menu;
	struct str word;

	if (menu->languages > 0)
		return REFUSE(c, USSD_MENU_SYNTAX, "languages a second time");
	while ((word = cutter_next(&rest)).octets > 0) {
		if (!is_language(word) || language_find(menu, word) >= 0)
			return REFUSE(c, USSD_MENU_SYNTAX,
			    "no name of a language, or twice: %.*s",
			    SHOWN(word));
		if (menu->languages == USSD_MENU_LANGUAGES)
			return REFUSE(c, USSD_MENU_SYNTAX,
			    "more than %d languages", USSD_MENU_LANGUAGES);
		str_copy(menu->language[menu->languages++],
		    USSD_MENU_LANG_OCTETS, word);
	}
	if (language_find(menu, STR("en")) < 0)
		return REFUSE(c, USSD_MENU_SYNTAX, "en is not among them");
	return 0;
}

static int
cut_text(struct cutter *c, struct str rest)
{
	struct str word = cutter_next(&rest);
	int text = ussd_rows_find(USSD_TABLE_TEXT, word);

	if (text < 0 || cutter_next(&rest).octets > 0)
		return REFUSE(
		    c, USSD_MENU_SYNTAX, "unknown text: %.*s", SHOWN(word));
	if (c->menu->shared[text].line > 0)
		return REFUSE(c, USSD_MENU_SYNTAX, "text %.*s is in line %d",
		    SHOWN(word), c->menu->shared[text].line);
	c->menu->shared[text].line = c->line;
	c->screen = NULL;
	c->words = &c->menu->shared[text].words;
	c->row = c->row_also = ussd_rows_at(USSD_TABLE_TEXT, text);
	return 0;
}

/* -- words ----------------------------------------------------------------- */

/* \n and \\, in their place.  False: another mark behind a stroke. */
static bool
unescape(char *text)
{
	char *out = text;

	for (const char *in = text; *in != '\0'; in++) {
		if (*in != '\\') {
			*out++ = *in;
			continue;
		}
		in++;
		if (*in != 'n' && *in != '\\')
			return false;
		*out++ = *in == 'n' ? '\n' : '\\';
	}
	*out = '\0';
	return true;
}

/* {market} is known everywhere, the rest where somebody fills it. */
static int
check_words(struct cutter *c, struct str text)
{
	if (!phrase_is_sound(text))
		return REFUSE(c, USSD_MENU_WORDS,
		    "unknown {word}, or a bracket that is not closed");
	for (size_t i = 0; i < text.octets; i++) {
		struct str name = str_of(text.at + i + 1, 0);

		if (text.at[i] != '{')
			continue;
		while (name.at[name.octets] != '}')
			name.octets++;
		if (!str_is(name, "market") && !ussd_rows_fills(c->row, name) &&
		    !ussd_rows_fills(c->row_also, name))
			return REFUSE(c, USSD_MENU_WORDS,
			    "nobody fills {%.*s} here", SHOWN(name));
	}
	return 0;
}

static int
cut_words(struct cutter *c, int language, struct str rest)
{
	char *text = c->menu->octets + (rest.at - c->menu->octets);

	if (c->words == NULL)
		return REFUSE(
		    c, USSD_MENU_SYNTAX, "words that belong to nothing");
	if (c->words->in[language] != NULL)
		return REFUSE(c, USSD_MENU_SYNTAX, "%s is in line %d",
		    c->menu->language[language], c->words->line[language]);
	if (rest.octets == 0)
		return REFUSE(c, USSD_MENU_WORDS, "no words (a - is for none)");
	if (!unescape(text))
		return REFUSE(
		    c, USSD_MENU_SYNTAX, "behind a \\ stands n, or another");
	c->words->in[language] = strcmp(text, "-") == 0 ? "" : text;
	c->words->line[language] = c->line;
	return check_words(c, str_from(text));
}

/* -- the whole ------------------------------------------------------------- */

static const struct {
	const char *name;
	int (*cut)(struct cutter *c, struct str rest);
} lines[] = {
    {"languages", cut_languages},
    {"text", cut_text},
    {"screen", cutter_screen},
    {"option", cutter_option},
    {"next", cutter_leads},
};

static struct str
without_comment(struct str line)
{
	for (size_t i = 1; i < line.octets; i++)
		if (line.at[i] == ';' &&
		    (line.at[i - 1] == ' ' || line.at[i - 1] == '\t'))
			return str_of(line.at, i);
	return line;
}

static int
cut_line(struct cutter *c, struct str line)
{
	struct str rest = str_trim(line), word;
	int language;

	for (size_t i = 0; i < rest.octets; i++)
		if ((unsigned char)rest.at[i] < ' ' && rest.at[i] != '\t')
			return REFUSE(
			    c, USSD_MENU_SYNTAX, "a control character");
	if (!utf8_valid(rest))
		return REFUSE(c, USSD_MENU_SYNTAX, "this is not UTF-8");
	if (rest.octets == 0 || *rest.at == ';')
		return 0;
	line = rest;
	word = cutter_next(&rest);
	language = language_find(c->menu, word);
	if (language >= 0) {
		/* What follows may be cut up: it ends where the line does. */
		c->menu->octets[rest.at + rest.octets - c->menu->octets] = '\0';
		return cut_words(c, language, str_trim(rest));
	}
	line = without_comment(rest);
	for (size_t i = 0; i < sizeof(lines) / sizeof(lines[0]); i++)
		if (str_is(word, lines[i].name))
			return i > 0 && c->menu->languages == 0
				   ? REFUSE(c, USSD_MENU_SYNTAX,
					 "the first line is: languages en")
				   : lines[i].cut(c, line);
	return REFUSE(c, USSD_MENU_SYNTAX, "unknown line: %.*s", SHOWN(word));
}

static int
cut_lines(struct cutter *c, struct str rest)
{
	struct str line = STR("");
	int rc = 0;

	if (str_starts(rest, "\xEF\xBB\xBF"))
		rest = str_of(rest.at + 3, rest.octets - 3);
	while (rc == 0 && str_cut(&line, &rest, '\n')) {
		c->line++;
		rc = cut_line(c, line);
	}
	/* What stands behind the last line end is none. */
	c->menu->lines = c->line - (line.octets == 0);
	if (rc == 0 && c->menu->languages == 0)
		rc = REFUSE(
		    c, USSD_MENU_SYNTAX, "the first line is: languages en");
	return rc < 0 ? rc : cutter_find_ways(c);
}

int
ussd_menu_cut(struct ussd_menu *menu, size_t octets, struct err *err)
{
	struct cutter *c = xcalloc(1, sizeof(*c));
	int rc;

	c->menu = menu;
	c->err = err;
	rc = cut_lines(c, str_of(menu->octets, octets));
	free(c);
	return rc;
}
