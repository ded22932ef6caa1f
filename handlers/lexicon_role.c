/* lexicon_role - see the header. */
#include "handlers/lexicon_role.h"

#include <stddef.h>

static const char *const role_names[ROLE_COUNT] = {
    [ROLE_FILLER] = "filler",
    [ROLE_GREET] = "greet",
    [ROLE_THANKS] = "thanks",
    [ROLE_AND] = "and",
    [ROLE_OR] = "or",
    [ROLE_NOT] = "not",
    [ROLE_WANT] = "want",
    [ROLE_CHANGE] = "change",
    [ROLE_ADD] = "add",
    [ROLE_REMOVE] = "remove",
    [ROLE_CORRECT] = "correct",
    [ROLE_SELL] = "sell",
    [ROLE_AVAILABLE] = "available",
    [ROLE_STOCK] = "stock",
    [ROLE_HAVE] = "have",
    [ROLE_YES] = "yes",
    [ROLE_NO] = "no",
    [ROLE_CANNOT] = "cannot",
    [ROLE_NONE_LEFT] = "none-left",
    [ROLE_ONLY] = "only",
    [ROLE_IF] = "if",
    [ROLE_BUT] = "but",
    [ROLE_CANCEL] = "cancel",
    [ROLE_ORDER] = "order",
    [ROLE_STATUS] = "status",
    [ROLE_REPORT] = "report",
    [ROLE_HELP] = "help",
    [ROLE_STOP] = "stop",
    [ROLE_MESSAGES] = "messages",
    [ROLE_START] = "start",
    [ROLE_PRICE] = "price",
    [ROLE_HOW_MUCH] = "how-much",
    [ROLE_IS_THERE] = "is-there",
    [ROLE_MAX] = "max",
    [ROLE_TOTAL] = "total",
    [ROLE_PER] = "per",
    [ROLE_EACH] = "each",
    [ROLE_CURRENCY] = "currency",
    [ROLE_TENTH] = "tenth",
    [ROLE_DONE] = "done",
    [ROLE_GOT] = "got",
    [ROLE_PROBLEM] = "problem",
    [ROLE_NOSHOW] = "noshow",
    [ROLE_PAID] = "paid",
    [ROLE_MY] = "my",
    [ROLE_INCOME] = "income",
    [ROLE_TURN] = "turn",
    [ROLE_REGISTER] = "register",
    [ROLE_SELLER] = "seller",
    [ROLE_COMPLAINT] = "complaint",
    [ROLE_PRAISE] = "praise",
    [ROLE_PAST] = "past",
    [ROLE_TALK] = "talk",
    [ROLE_QUESTION] = "question",
    [ROLE_FOR] = "for",
    [ROLE_FROM] = "from",
    [ROLE_PLACE] = "place",
    [ROLE_SITE] = "site",
    [ROLE_LANGUAGE] = "language",
    [ROLE_LABEL] = "label",
    [ROLE_CLOCK] = "clock",
    [ROLE_UNLIKE] = "unlike",
    [ROLE_ARTICLE] = "article",
    [ROLE_TO] = "to",
};

static const char *const day_names[] = {"today", "tomorrow", "overmorrow",
    "mon", "tue", "wed", "thu", "fri", "sat", "sun",
    /* DAY_MONTH: counted, then by name. */
    "month", "january", "february", "march", "april", "may", "june", "july",
    "august", "september", "october", "november", "december"};

#define DAY_MONTH 10

static const struct {
	const char *name;
	int64_t grams;
	int pack;
} units[] = {
    {"kg", 1000, 0},
    {"g", 1, 0},
    {"tonne", 1000000, 0},
    {"quintal", 100000, 0},
    {"lb", 454, 0},
    {"jin", 500, 0},
    {"liang", 50, 0},
    {"maund", 0, 0},
    {"ser", 0, 0},
    {"litre", 0, 0},
    {"ml", 0, 0},
    {"piece", 0, 0},
    {"dozen", 0, 0},
    {"bunch", 0, 0},
    {"bag", 0, 1},
    {"sack", 0, 1},
    {"crate", 0, 1},
    {"tray", 0, 1},
    {"box", 0, 1},
    {"basin", 0, 1},
    {"tin", 0, 1},
    {"basket", 0, 1},
    {"bucket", 0, 1},
    {"bottle", 0, 1},
    {"pack", 0, 1},
    {"bushel", 0, 0},
};

#define UNITS ((int)(sizeof(units) / sizeof(units[0])))
#define DAYS ((int)(sizeof(day_names) / sizeof(day_names[0])))

int
lexicon_role_find(struct str name)
{
	for (int i = 0; i < ROLE_COUNT; i++)
		if (str_is(name, role_names[i]))
			return i;
	return -1;
}

const char *
lexicon_role_name(int role)
{
	return role >= 0 && role < ROLE_COUNT ? role_names[role] : NULL;
}

int
lexicon_day_find(struct str name)
{
	for (int i = 0; i < DAYS; i++)
		if (str_is(name, day_names[i]))
			return i;
	return -1;
}

int
lexicon_unit_find(struct str name)
{
	for (int i = 0; i < UNITS; i++)
		if (str_is(name, units[i].name))
			return i;
	return -1;
}

const char *
lexicon_day_name(int day)
{
	return day >= 0 && day < DAYS ? day_names[day] : NULL;
}

bool
lexicon_day_is_month(int day)
{
	return day >= DAY_MONTH;
}

int
lexicon_day_month(int day)
{
	return day > DAY_MONTH && day < DAYS ? day - DAY_MONTH : 0;
}

const char *
lexicon_unit_name(int unit)
{
	return unit >= 0 && unit < UNITS ? units[unit].name : NULL;
}

int64_t
lexicon_unit_grams(int unit)
{
	return unit >= 0 && unit < UNITS ? units[unit].grams : 0;
}

int
lexicon_unit_is_pack(int unit)
{
	return unit >= 0 && unit < UNITS && units[unit].pack;
}
