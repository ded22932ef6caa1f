/* lexicon_role - the parts words play, the days, the units.
 *
 * The names are those used in *.lex files (handlers/lexicon/README says what
 * belongs under each).  Const tables, nothing else. */
#ifndef HANDLERS_LEXICON_ROLE_H
#define HANDLERS_LEXICON_ROLE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

enum lexicon_role {
	ROLE_FILLER,
	ROLE_GREET,
	ROLE_THANKS,
	ROLE_AND,
	ROLE_OR,
	ROLE_NOT,
	ROLE_WANT,
	ROLE_CHANGE,
	ROLE_ADD,
	ROLE_REMOVE,
	ROLE_CORRECT,
	ROLE_SELL,
	ROLE_AVAILABLE,
	ROLE_STOCK,
	ROLE_HAVE,
	ROLE_YES,
	ROLE_NO,
	ROLE_CANNOT,
	ROLE_NONE_LEFT,
	ROLE_ONLY,
	ROLE_IF,
	ROLE_BUT,
	ROLE_CANCEL,
	ROLE_ORDER,
	ROLE_STATUS,
	ROLE_REPORT,
	ROLE_HELP,
	ROLE_STOP,
	ROLE_MESSAGES,
	ROLE_START,
	ROLE_PRICE,
	ROLE_HOW_MUCH,
	ROLE_IS_THERE,
	ROLE_MAX,
	ROLE_TOTAL,
	ROLE_PER,
	ROLE_EACH,
	ROLE_CURRENCY,
	ROLE_TENTH,
	ROLE_DONE,
	ROLE_GOT,
	ROLE_PROBLEM,
	ROLE_NOSHOW,
	ROLE_PAID,
	ROLE_MY,
	ROLE_INCOME,
	ROLE_TURN,
	ROLE_REGISTER,
	ROLE_SELLER,
	ROLE_COMPLAINT,
	ROLE_PRAISE,
	ROLE_PAST,
	ROLE_TALK,
	ROLE_QUESTION,
	ROLE_FOR,
	ROLE_FROM,
	ROLE_PLACE,
	ROLE_SITE,
	ROLE_LANGUAGE,
	ROLE_LABEL,
	ROLE_CLOCK,
	ROLE_UNLIKE,
	ROLE_ARTICLE,
	ROLE_TO,
	ROLE_COUNT,
};

_Static_assert(ROLE_COUNT <= 64, "roles are kept as bits");

#define ROLE_BIT(role) (UINT64_C(1) << (role))

/* -1 when there is no such name. */
int lexicon_role_find(struct str name);
int lexicon_day_find(struct str name);
int lexicon_unit_find(struct str name);

const char *lexicon_role_name(int role);

/* "today", "mon" ... "january"; "month": the word behind its number, as in
 * Chinese.  NULL out of range. */
const char *lexicon_day_name(int day);
/* A month by name or counted; which one, 1 to 12, or 0 when only counted. */
bool lexicon_day_is_month(int day);
int lexicon_day_month(int day);
const char *lexicon_unit_name(int unit);
/* Grams in one of it, wherever it is used; 0 when it depends on the goods. */
int64_t lexicon_unit_grams(int unit);
/* A pack whose weight people add ("2 bags 50kg"). */
int lexicon_unit_is_pack(int unit);

#endif
