/* intent_token - a folded text -> tokens that know what they may mean.
 *
 * A token is a phrase of the lexicon or the catalogue, a number, a code, a
 * mark, or an unknown word.  Words with slips are mended here, glued ones cut
 * apart, numbers in words added up; what the words amount to together is the
 * business of intent_item and intent_rule.
 * Internal to handlers/intent.  Pure; everything lives in the caller's
 * struct. */
#ifndef HANDLERS_INTENT_TOKEN_H
#define HANDLERS_INTENT_TOKEN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "handlers/fold.h"
#include "handlers/intent.h"
#include "handlers/lexicon_role.h"
#include "handlers/lexicon_table.h"

#define TOKENS_MAX 320

enum token_kind {
	TOKEN_WORD,
	TOKEN_NUMBER,
	TOKEN_CODE,
	TOKEN_MARK,
	TOKEN_LINE, /* end of line */
};

/* What a later pass has made of a token. */
enum token_use {
	USE_FREE,
	USE_ITEM, /* part of a line of goods */
	USE_PRICE, /* figure, currency, "per kg", "max" */
	USE_PACK, /* the weight of one pack */
	USE_DATE,
	USE_OTHER, /* time, phone, house number, list marker */
	USE_PLACE,
	USE_PERSON,
	USE_DROPPED, /* taken back: "not 6" */
};

struct token {
	enum token_kind kind;
	enum token_use use;
	uint16_t at; /* in the folded text */
	uint16_t letters;
	bool glued; /* no blank before it */
	bool unknown; /* a word nobody taught us */
	bool fuzzy; /* mended spelling */
	uint8_t cost; /* of the mending, tenths of a letter */
	bool behind; /* a word for a place that stands behind its name */
	bool weak; /* a product's name too short to stand alone */
	bool part; /* unknown alone, but part of longer phrases, or near */
	bool longer; /* it begins the names of other goods too */
	bool own_name; /* the catalogue's own, not a synonym */
	bool figure; /* the number is written in digits */
	bool doubt;
	bool too_long;
	bool times;
	bool times_next;
	bool plus;
	bool plus_next; /* changes the number behind it: "sadhe", "paune" */
	uint32_t mark;
	uint8_t count; /* a unit or goods that say how many: a dual 2; else 0 */
	uint64_t roles; /* ROLE_BIT */
	uint32_t languages; /* bit per language index below 32 */
	int64_t milli;
	int64_t high_milli;
	int64_t unit_milli;
	int16_t unit; /* -1 none */
	int8_t day; /* -1 none */
	int8_t language;
	uint8_t ordinal; /* "the second": 2; else 0 */
	uint8_t products_count;
	int16_t products[INTENT_RIVALS + 1];
	/* The next product by spelling, too far off to be a rival. */
	int16_t next; /* -1 none */
	uint8_t next_cost;
	char code[INTENT_CODE_OCTETS];
	bool code_open;
};

struct intent_text {
	const struct lexicon *lex;
	const struct catalogue *cat;
	const struct intent_hints *hints; /* never NULL */
	const struct intent_limits *limits; /* never NULL */
	struct str source;
	int hinted; /* hints->lang as an index, 0 none */
	int english;
	int language; /* the text's, as far as its words tell; 0 unknown */
	/* Bits of the languages that may well be mixed in: those with half as
	 * many words, the hinted one, English. */
	uint64_t beside;
	bool vague; /* not even one word of its own tells the language */
	bool comma_decimal;
	bool cut; /* it goes on, but no more of it was read */
	struct fold fold;
	struct token tokens[TOKENS_MAX];
	size_t count;
};

void intent_token_read(struct intent_text *t);

/* Do they write 2,5 and 1.500?  lang may be NULL. */
bool intent_writes_comma(const char *lang);

static inline bool
token_has(const struct token *k, enum lexicon_role role)
{
	return (k->roles & ROLE_BIT(role)) != 0;
}

/* An unknown word, or one whose nearest spelling is only small talk: perhaps
 * something important that we cannot read. */
bool token_is_odd(const struct token *k);

/* Says nothing: politeness, greeting, mark. */
bool token_is_noise(const struct token *k);

/* The source from one token to another, blanks trimmed. */
struct str intent_token_source(
    const struct intent_text *t, size_t first, size_t last);

#endif
