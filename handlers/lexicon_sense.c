/* lexicon_sense - see the header. */
#include "handlers/lexicon_sense.h"

#include <string.h>

#include "handlers/lexicon_role.h"

/* "2nd: second": which one, not how many. */
static bool
read_ordinal(struct sense *out, struct str what)
{
	static const char *const ends[] = {"st", "nd", "rd", "th"};
	if (what.octets < 3)
		return false;
	struct str end = str_of(what.at + what.octets - 2, 2);
	struct str figure = str_of(what.at, what.octets - 2);
	bool ordinal = false;
	for (size_t i = 0; i < sizeof(ends) / sizeof(ends[0]); i++)
		ordinal = ordinal || str_is(end, ends[i]);
	if (!ordinal || !str_to_milli(&out->milli, figure) ||
	    out->milli < 1000 || out->milli > 20000 || out->milli % 1000 != 0)
		return false;
	out->kind = SENSE_ORDINAL;
	out->value = (uint16_t)(out->milli / 1000);
	return true;
}

/* Takes the first octet off. */
static struct str
behind_first(struct str what)
{
	return str_of(what.at + 1, what.octets - 1);
}

static bool
cut_last(struct str *what, char last)
{
	if (what->octets <= 1 || what->at[what->octets - 1] != last)
		return false;
	what->octets--;
	return true;
}

/* "0.5+", "-0.25+": changes the number behind it. */
static bool
read_plus_next(struct sense *out, struct str what)
{
	out->kind = SENSE_PLUS;
	out->value = 1;
	return str_to_milli(&out->milli, what) && out->milli > -1000 &&
	       out->milli < 1000 && out->milli != 0;
}

bool
lexicon_sense_number(struct sense *out, struct str what)
{
	out->kind = SENSE_NUMBER;
	if (read_ordinal(out, what))
		return true;
	if (str_starts(what, "x")) {
		out->kind = SENSE_TIMES;
		what = behind_first(what);
	} else if (str_starts(what, "+")) {
		out->kind = SENSE_PLUS;
		what = behind_first(what);
	} else if (cut_last(&what, '+')) {
		return read_plus_next(out, what);
	} else if (cut_last(&what, 'x')) {
		/* "100x": the multiplier stands before, as in Swahili. */
		out->kind = SENSE_TIMES;
		out->value = 1;
	}
	/* "+-0.25": "a kilo less a quarter". */
	int64_t least = out->kind == SENSE_PLUS ? -999 : 1;
	return str_to_milli(&out->milli, what) && out->milli >= least &&
	       out->milli != 0;
}

bool
lexicon_sense_unit(struct sense *out, struct str what)
{
	struct str amount;
	struct str name = what;
	out->kind = SENSE_UNIT;
	out->milli = 1000;
	if (memchr(what.at, ' ', what.octets) != NULL &&
	    str_cut(&amount, &name, ' ') &&
	    (!str_to_milli(&out->milli, amount) || out->milli <= 0))
		return false;
	int unit = lexicon_unit_find(str_trim(name));
	out->value = (uint16_t)unit;
	return unit >= 0;
}

static bool
cut_behind(struct str *what)
{
	static const char tail[] = " behind";
	size_t n = sizeof(tail) - 1;
	if (what->octets <= n ||
	    memcmp(what->at + what->octets - n, tail, n) != 0)
		return false;
	what->octets -= n;
	return true;
}

bool
lexicon_sense_word(struct sense *out, struct str what)
{
	out->kind = SENSE_WORD;
	/* "place behind: mein" */
	out->count = cut_behind(&what) ? SENSE_BEHIND : 0;
	int role = lexicon_role_find(what);
	out->value = (uint16_t)role;
	return role >= 0;
}

bool
lexicon_sense_day(struct sense *out, struct str what)
{
	out->kind = SENSE_DAY;
	int day = lexicon_day_find(what);
	out->value = (uint16_t)day;
	return day >= 0;
}

/* Short number words, days and the small words of grammar have too many
 * neighbours. */
bool
lexicon_sense_may_be_guessed(struct sense s, size_t letters)
{
	if (s.kind == SENSE_NUMBER || s.kind == SENSE_TIMES ||
	    s.kind == SENSE_DAY)
		return letters >= 5;
	/* A guess at small talk explains nothing. */
	static const uint64_t talk =
	    ROLE_BIT(ROLE_TALK) | ROLE_BIT(ROLE_PAST) | ROLE_BIT(ROLE_QUESTION);
	if (s.kind == SENSE_WORD && (ROLE_BIT(s.value) & talk) != 0)
		return false;
	if (s.kind == SENSE_WORD)
		return letters >= 5 || s.value == ROLE_WANT;
	return s.kind != SENSE_PLUS;
}
