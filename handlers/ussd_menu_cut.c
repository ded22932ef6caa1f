/* ussd_menu_cut - the lines of a file of screens, each by itself. */
#include <stdlib.h>
#include <string.h>

#include "base/panic.h"
#include "base/utf8.h"

#include "handlers/phrase_table.h"
#include "handlers/ussd_menu_table.h"

/* Behind the options of a screen: its `next`. */
#define NEXT USSD_MENU_OPTIONS

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
	char to[USSD_MENU_SCREENS][NEXT + 1][USSD_MENU_ID_OCTETS];
	int next_line[USSD_MENU_SCREENS];
};

#define REFUSE(c, code, ...)                                                   \
	ussd_menu_refuse((c)->menu, (c)->err, code, (c)->line, __VA_ARGS__)
#define SHOWN(s) shown_octets(s), (s).at

/* As much of a word as an error has room for, whole characters. */
static int
shown_octets(struct str word)
{
	size_t octets = word.octets > 40 ? 40 : word.octets;

	while (octets < word.octets && octets > 0 &&
	       ((unsigned char)word.at[octets] & 0xC0) == 0x80)
		octets--;
	return (int)octets;
}

/* The next word of a line; empty at its end. */
static struct str
word_next(struct str *rest)
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

static bool
is_name(struct str word, size_t octets_max)
{
	for (size_t i = 0; i < word.octets; i++)
		if (strchr("abcdefghijklmnopqrstuvwxyz0123456789_",
			word.at[i]) == NULL)
			return false;
	return word.octets > 0 && word.octets <= octets_max;
}

static size_t
screen_index(const struct cutter *c)
{
	return (size_t)(c->screen - c->menu->screen);
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
	while ((word = word_next(&rest)).octets > 0) {
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
	struct str word = word_next(&rest);
	int text = ussd_rows_find(USSD_TABLE_TEXT, word);

	if (text < 0 || word_next(&rest).octets > 0)
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

/* -- screens --------------------------------------------------------------- */

static const struct {
	const char *name;
	enum ussd_table table; /* USSD_TABLE_MENU: no row of its own */
	const char *what;
} kinds[] = {
    [USSD_KIND_MENU] = {"menu", USSD_TABLE_MENU, ""},
    [USSD_KIND_LIST] = {"list", USSD_TABLE_SOURCE, "source"},
    [USSD_KIND_NUMBER] = {"number", USSD_TABLE_RULE, "rule"},
    [USSD_KIND_TEXT] = {"text", USSD_TABLE_RULE, "rule"},
    [USSD_KIND_CONFIRM] = {"confirm", USSD_TABLE_ACT, "act"},
    [USSD_KIND_SHOW] = {"show", USSD_TABLE_ACT, "act"},
};

static bool
kind_find(enum ussd_kind *out, struct str word)
{
	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++)
		if (str_is(word, kinds[i].name)) {
			*out = (enum ussd_kind)i;
			return true;
		}
	return false;
}

/* The source, rule or act; a text's rule may be left out. */
static int
cut_what(struct cutter *c, struct str *rest)
{
	struct ussd_screen *screen = c->screen;
	struct str before = *rest, word;
	const struct ussd_row *row;

	screen->what = -1;
	if (screen->kind == USSD_KIND_MENU)
		return 0;
	word = word_next(rest);
	screen->what = ussd_rows_find(kinds[screen->kind].table, word);
	if (screen->what < 0 && screen->kind == USSD_KIND_TEXT) {
		*rest = before;
		screen->what = USSD_RULE_WORDS;
	}
	if (screen->what < 0)
		return REFUSE(c, USSD_MENU_SYNTAX, "unknown %s: %.*s",
		    kinds[screen->kind].what, SHOWN(word));
	row = ussd_menu_row(screen);
	if (kinds[screen->kind].table == USSD_TABLE_RULE &&
	    row->figure != (screen->kind == USSD_KIND_NUMBER))
		return REFUSE(c, USSD_MENU_SYNTAX, "%s is no rule of a %s",
		    row->name, kinds[screen->kind].name);
	return 0;
}

static int
cut_marks(struct cutter *c, struct str rest)
{
	struct ussd_screen *screen = c->screen;
	struct str word;

	while ((word = word_next(&rest)).octets > 0) {
		bool *mark = str_is(word, "resumable") ? &screen->resumable
			     : str_is(word, "secret")  ? &screen->secret
			     : str_is(word, "skip")    ? &screen->skip
						       : NULL;

		if (mark == NULL || *mark)
			return REFUSE(c, USSD_MENU_SYNTAX,
			    "unknown mark, or twice: %.*s", SHOWN(word));
		*mark = true;
	}
	if (screen->skip && screen->kind != USSD_KIND_LIST)
		return REFUSE(c, USSD_MENU_SYNTAX, "only a list can skip");
	return 0;
}

static int
cut_screen(struct cutter *c, struct str rest)
{
	struct ussd_menu *menu = c->menu;
	struct str id = word_next(&rest), kind = word_next(&rest);
	char name[USSD_MENU_ID_OCTETS];
	int rc;

	if (!is_name(id, sizeof(name) - 1) || str_is(id, "do") ||
	    str_is(id, "back") || str_is(id, "end"))
		return REFUSE(c, USSD_MENU_SYNTAX, "no name of a screen: %.*s",
		    SHOWN(id));
	str_copy(name, sizeof(name), id);
	if (ussd_menu_index(menu, name) >= 0)
		return REFUSE(c, USSD_MENU_SYNTAX, "screen %s is in line %d",
		    name, ussd_menu_find(menu, name)->line);
	if (menu->screens == USSD_MENU_SCREENS)
		return REFUSE(c, USSD_MENU_SYNTAX, "more than %d screens",
		    USSD_MENU_SCREENS);
	c->screen = &menu->screen[menu->screens];
	c->screen->line = c->line;
	if (!kind_find(&c->screen->kind, kind))
		return REFUSE(
		    c, USSD_MENU_SYNTAX, "unknown kind: %.*s", SHOWN(kind));
	if ((rc = cut_what(c, &rest)) < 0 || (rc = cut_marks(c, rest)) < 0)
		return rc;
	memcpy(c->screen->id, name, sizeof(name));
	c->screen->way =
	    c->screen->kind == USSD_KIND_CONFIRM ? USSD_WAY_END : USSD_WAY_HOME;
	c->words = &c->screen->words;
	c->row = c->row_also = ussd_menu_row(c->screen);
	menu->screens++;
	return 0;
}

/* -- options --------------------------------------------------------------- */

/* -> SCREEN; the name is looked up when all screens are known. */
static int
cut_to(struct cutter *c, size_t slot, struct str word)
{
	if (!is_name(word, USSD_MENU_ID_OCTETS - 1))
		return REFUSE(c, USSD_MENU_SYNTAX, "no name of a screen: %.*s",
		    SHOWN(word));
	str_copy(c->to[screen_index(c)][slot], USSD_MENU_ID_OCTETS, word);
	return 0;
}

static int
cut_next(struct cutter *c, struct str rest)
{
	struct str word = word_next(&rest);
	int rc;

	if (c->screen == NULL || c->screen->kind == USSD_KIND_MENU)
		return REFUSE(c, USSD_MENU_SYNTAX,
		    "next belongs to a screen other than a menu");
	if (c->next_line[screen_index(c)] > 0)
		return REFUSE(c, USSD_MENU_SYNTAX, "next is in line %d",
		    c->next_line[screen_index(c)]);
	if ((rc = cut_to(c, NEXT, word)) < 0)
		return rc;
	if (word_next(&rest).octets > 0)
		return REFUSE(c, USSD_MENU_SYNTAX, "next has one screen");
	c->next_line[screen_index(c)] = c->line;
	c->words = NULL;
	return 0;
}

static int
cut_key(struct cutter *c, struct ussd_option *option, struct str word)
{
	bool list = c->screen->kind == USSD_KIND_LIST;

	if (c->screen->kind == USSD_KIND_NUMBER ||
	    c->screen->kind == USSD_KIND_TEXT)
		return REFUSE(c, USSD_MENU_SYNTAX,
		    "what is typed into screen %s is no choice: no options",
		    c->screen->id);
	if (word.octets == 1 && list == (*word.at == '+') &&
	    (list || (*word.at >= '1' && *word.at <= '9'))) {
		option->key = *word.at;
		return 0;
	}
	return REFUSE(c, USSD_MENU_SYNTAX, "a key is %s, not %.*s",
	    list ? "+, behind the rows of a list," : "1 to 9", SHOWN(word));
}

/* when [not] CONDITION */
static int
cut_when(struct cutter *c, struct ussd_option *option, struct str *rest)
{
	struct str word = word_next(rest);

	option->when_not = str_is(word, "not");
	if (option->when_not)
		word = word_next(rest);
	option->when = ussd_rows_find(USSD_TABLE_CONDITION, word);
	if (option->when < 0)
		return REFUSE(c, USSD_MENU_SYNTAX, "unknown condition: %.*s",
		    SHOWN(word));
	return 0;
}

/* set NAME=VALUE ... to the end of the line, which is written anew with one
 * blank between them. */
static int
cut_set(struct cutter *c, struct ussd_option *option, struct str *rest)
{
	size_t start = (size_t)(rest->at - c->menu->octets);
	char *out = c->menu->octets + start;
	struct str word;

	option->set = out;
	while ((word = word_next(rest)).octets > 0) {
		const char *sign = memchr(word.at, '=', word.octets);
		size_t name = sign == NULL ? 0 : (size_t)(sign - word.at);

		if (!is_name(str_of(word.at, name), USSD_MENU_ID_OCTETS) ||
		    word.octets == name + 1)
			return REFUSE(c, USSD_MENU_SYNTAX,
			    "no NAME=VALUE: %.*s", SHOWN(word));
		if (out != option->set)
			*out++ = ' ';
		memmove(out, word.at, word.octets);
		out += word.octets;
	}
	if (out == option->set)
		return REFUSE(c, USSD_MENU_SYNTAX, "set what?");
	*out = '\0';
	return 0;
}

/* `do`, and the act if it is not the screen's. */
static int
cut_way(struct cutter *c, struct ussd_option *option, struct str *rest)
{
	struct str arrow = word_next(rest), word = word_next(rest), before;

	if (!str_is(arrow, "->"))
		return REFUSE(c, USSD_MENU_SYNTAX,
		    "option KEY -> SCREEN, not %.*s", SHOWN(arrow));
	if (str_is(word, "do")) {
		before = *rest;
		option->act = ussd_rows_find(USSD_TABLE_ACT, word_next(rest));
		if (option->act < 0)
			*rest = before;
		if (option->act < 0 && c->screen->kind == USSD_KIND_CONFIRM)
			option->act = c->screen->what;
	}
	return cut_to(c, (size_t)(option - c->screen->option), word);
}

/* One key for two options: of which a person sees one. */
static bool
is_other_case(const struct ussd_option *a, const struct ussd_option *b)
{
	return a->when >= 0 && a->when == b->when && a->when_not != b->when_not;
}

static int
cut_option(struct cutter *c, struct str rest)
{
	struct ussd_screen *screen = c->screen;
	struct ussd_option *option;
	struct str word;
	int rc;

	if (screen == NULL || screen->options == USSD_MENU_OPTIONS)
		return REFUSE(c, USSD_MENU_SYNTAX,
		    screen == NULL ? "an option without a screen"
				   : "too many options");
	option = &screen->option[screen->options];
	*option = (struct ussd_option){
	    .when = -1, .act = -1, .set = "", .line = c->line};
	if ((rc = cut_key(c, option, word_next(&rest))) < 0 ||
	    (rc = cut_way(c, option, &rest)) < 0)
		return rc;
	while (rc == 0 && (word = word_next(&rest)).octets > 0)
		rc = str_is(word, "when") && option->when < 0
			 ? cut_when(c, option, &rest)
		     : str_is(word, "set")
			 ? cut_set(c, option, &rest)
			 : REFUSE(c, USSD_MENU_SYNTAX, "when or set, not %.*s",
			       SHOWN(word));
	for (size_t i = 0; rc == 0 && i < screen->options; i++)
		if (option->key != '+' &&
		    screen->option[i].key == option->key &&
		    !is_other_case(&screen->option[i], option))
			rc = REFUSE(c, USSD_MENU_SYNTAX, "key %c is in line %d",
			    option->key, screen->option[i].line);
	c->words = &option->words;
	if (option->when >= 0)
		c->row_also = ussd_rows_at(USSD_TABLE_CONDITION, option->when);
	else
		c->row_also = c->row;
	screen->options += rc == 0;
	return rc;
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
    {"screen", cut_screen},
    {"option", cut_option},
    {"next", cut_next},
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
	word = word_next(&rest);
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
find_way(struct cutter *c, int line, int *way, const char *to)
{
	static const struct {
		const char *name;
		enum ussd_way way;
	} ways[] = {{"do", USSD_WAY_DO}, {"back", USSD_WAY_BACK},
	    {"home", USSD_WAY_HOME}, {"end", USSD_WAY_END}};

	for (size_t i = 0; i < sizeof(ways) / sizeof(ways[0]); i++)
		if (strcmp(to, ways[i].name) == 0) {
			*way = ways[i].way;
			return 0;
		}
	*way = ussd_menu_index(c->menu, to);
	c->line = line;
	return *way >= 0
		   ? 0
		   : REFUSE(c, USSD_MENU_WAY, "there is no screen %s", to);
}

/* A list, a figure or words that lead nowhere are no dialogue. */
static int
find_ways(struct cutter *c, size_t at)
{
	struct ussd_screen *screen = &c->menu->screen[at];
	bool needs_next = screen->kind == USSD_KIND_LIST ||
			  screen->kind == USSD_KIND_NUMBER ||
			  screen->kind == USSD_KIND_TEXT;
	int rc = 0;

	for (size_t i = 0; rc == 0 && i < screen->options; i++)
		rc = find_way(c, screen->option[i].line, &screen->option[i].way,
		    c->to[at][i]);
	if (rc == 0 && c->next_line[at] > 0)
		return find_way(
		    c, c->next_line[at], &screen->way, c->to[at][NEXT]);
	c->line = screen->line;
	if (rc == 0 && needs_next)
		return REFUSE(
		    c, USSD_MENU_WAY, "screen %s has no next", screen->id);
	return rc;
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
	for (size_t i = 0; rc == 0 && i < c->menu->screens; i++)
		rc = find_ways(c, i);
	return rc;
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
