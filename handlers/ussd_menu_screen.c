/* ussd_menu_screen - the lines that make a screen: screen, option, next. */
#include <string.h>

#include "handlers/ussd_menu_cut.h"

static size_t
screen_index(const struct cutter *c)
{
	return (size_t)(c->screen - c->menu->screen);
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
	word = cutter_next(rest);
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

	while ((word = cutter_next(&rest)).octets > 0) {
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

int
cutter_screen(struct cutter *c, struct str rest)
{
	struct ussd_menu *menu = c->menu;
	struct str id = cutter_next(&rest), kind = cutter_next(&rest);
	char name[USSD_MENU_ID_OCTETS];
	int rc;

	if (!cutter_is_name(id, sizeof(name) - 1) || str_is(id, "do") ||
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
	if (!cutter_is_name(word, USSD_MENU_ID_OCTETS - 1))
		return REFUSE(c, USSD_MENU_SYNTAX, "no name of a screen: %.*s",
		    SHOWN(word));
	str_copy(c->to[screen_index(c)][slot], USSD_MENU_ID_OCTETS, word);
	return 0;
}

int
cutter_leads(struct cutter *c, struct str rest)
{
	struct str word = cutter_next(&rest);
	int rc;

	if (c->screen == NULL || c->screen->kind == USSD_KIND_MENU)
		return REFUSE(c, USSD_MENU_SYNTAX,
		    "next belongs to a screen other than a menu");
	if (c->next_line[screen_index(c)] > 0)
		return REFUSE(c, USSD_MENU_SYNTAX, "next is in line %d",
		    c->next_line[screen_index(c)]);
	if ((rc = cut_to(c, CUTTER_NEXT, word)) < 0)
		return rc;
	if (cutter_next(&rest).octets > 0)
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
	struct str word = cutter_next(rest);

	option->when_not = str_is(word, "not");
	if (option->when_not)
		word = cutter_next(rest);
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
	while ((word = cutter_next(rest)).octets > 0) {
		const char *sign = memchr(word.at, '=', word.octets);
		size_t name = sign == NULL ? 0 : (size_t)(sign - word.at);

		if (!cutter_is_name(
			str_of(word.at, name), USSD_MENU_ID_OCTETS) ||
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
	struct str arrow = cutter_next(rest), word = cutter_next(rest), before;

	if (!str_is(arrow, "->"))
		return REFUSE(c, USSD_MENU_SYNTAX,
		    "option KEY -> SCREEN, not %.*s", SHOWN(arrow));
	if (str_is(word, "do")) {
		before = *rest;
		option->act = ussd_rows_find(USSD_TABLE_ACT, cutter_next(rest));
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

int
cutter_option(struct cutter *c, struct str rest)
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
	if ((rc = cut_key(c, option, cutter_next(&rest))) < 0 ||
	    (rc = cut_way(c, option, &rest)) < 0)
		return rc;
	while (rc == 0 && (word = cutter_next(&rest)).octets > 0)
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

/* -- ways ------------------------------------------------------------------ */

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
		    c, c->next_line[at], &screen->way, c->to[at][CUTTER_NEXT]);
	c->line = screen->line;
	if (rc == 0 && needs_next)
		return REFUSE(
		    c, USSD_MENU_WAY, "screen %s has no next", screen->id);
	return rc;
}

int
cutter_find_ways(struct cutter *c)
{
	int rc = 0;

	for (size_t i = 0; rc == 0 && i < c->menu->screens; i++)
		rc = find_ways(c, i);
	return rc;
}
