/* phrase - what furrow says, one file per language, filled with words.
 *
 * In: a folder of *.phrases files (en.phrases, hi.phrases, hi-Latn.phrases for
 *     Hindi in Latin letters; the name before the point is the language).  A
 *     line is `key: text`; `{name}` stands for a word, and what stands in [ ]
 *     is left out when a word inside is empty.  Lines that begin with `;` are
 *     comments.  Names of things are lines too: `unit_bag: bag, bags` (one,
 *     several), `goods_tomato: xihongshi`, `money_CNY: {n} yuan`.
 * Out: filled UTF-8.  Each phrase is measured at load, filled with ordinary
 *     words of its language: one that needs more SMS than phrase_key.h allows
 *     is refused.  Accents that GSM 7 bit lacks are left off when the text
 *     fits that alphabet without them (160 characters for 70): write "maçã".
 * Languages: only English must be whole.  What a file does not have, and
 *     whoever writes a language without a file, gets the market's language,
 *     then English.  Another script of their language helps nobody: hi-Latn
 *     is never answered with hi, but zh-Hant, pt-BR get zh, pt.
 * Limits: 32 languages, 64 KiB and 400 names a file.
 * Ownership: phrases_load gives, phrases_free takes.  Filling allocates
 *     nothing. */
#ifndef HANDLERS_PHRASE_H
#define HANDLERS_PHRASE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"
#include "base/str.h"
#include "handlers/phrase_key.h"

enum phrase_error {
	PHRASE_FOLDER = -1, /* cannot be read, or has no en.phrases */
	PHRASE_SYNTAX = -2, /* no `key: text`, an unknown {word}, [ alone */
	PHRASE_KEY = -3, /* a key unknown, twice, or missing in English */
	PHRASE_LONG = -4, /* more SMS than it may take, or a name too long */
};

enum phrase {
#define PHRASE_ENUM(name, key, parts) PHRASE_##name,
	PHRASE_KEYS(PHRASE_ENUM)
#undef PHRASE_ENUM
	    PHRASE_COUNT
};

/* What a line may name. */
enum phrase_names {
	PHRASE_UNIT, /* unit_kg: a canonical unit of lexicon.h */
	PHRASE_GOODS, /* goods_tomato: a product key of the catalogue */
	PHRASE_MONEY, /* money_KES: a currency, its text holds {n} */
};

/* The words a phrase may hold; NULL is the same as "". */
struct words {
	const char *code; /* without its number sign: the phrase has it */
	const char *items; /* "5 kg tomato, 2 bags maize" */
	const char *qty; /* "5 kg" */
	const char *product;
	const char *unit;
	const char *price; /* "KES 40/kg" */
	const char *total; /* "KES 200" */
	const char *left; /* a second sum or quantity */
	const char *name, *phone; /* of the person spoken about */
	const char *other; /* a second person: name and phone */
	const char *day, *place, *time;
	const char *text; /* somebody's own words */
	const char *list; /* numbered pieces */
	const char *n;
	const char *market;
	const char *how; /* goods, and how it goes with them: screens only */
};

#define PHRASE_FILLED_OCTETS 1600

struct phrases;

/* NULL with err: offset = line, text begins "en.phrases:12: ". */
struct phrases *phrases_load(const char *folder, struct err *err);
void phrases_free(struct phrases **phrases);

/* Once, before the first filling: the language of the market, NULL: none. */
void phrases_set_market(struct phrases *phrases, const char *lang);

/* The index of a language in any case, of "zh-Hant" that of "zh"; -1 when we do
 * not write it. */
int phrases_language(const struct phrases *phrases, const char *lang);
size_t phrases_languages(const struct phrases *phrases);
const char *phrases_language_name(const struct phrases *phrases, size_t index);

/* Fills into dst.  Returns dst. */
char *phrase_fill(char *dst, size_t dst_octets, const struct phrases *phrases,
    const char *lang, enum phrase phrase, const struct words *words);

/* The phrase as it stands in the file, for word lists. */
struct str phrase_raw(
    const struct phrases *phrases, const char *lang, enum phrase phrase);
/* Does the file of `lang` have it, or is it another language's? */
bool phrase_is_own(
    const struct phrases *phrases, const char *lang, enum phrase phrase);

/* A name in `lang` alone, NULL when its file has none. */
const char *phrase_name(const struct phrases *phrases, const char *lang,
    enum phrase_names kind, const char *key, bool several);

/* Does *text begin with a word of that list (WORD_AGAIN, WORD_PROBLEM), in any
 * language?  Cuts it off, with the blanks and marks behind it. */
bool phrase_cut_word(
    const struct phrases *phrases, enum phrase list, struct str *text);

const char *phrase_key(enum phrase phrase);
int phrase_parts_max(enum phrase phrase);

/* Ordinary words of that language, for measuring. */
const struct words *phrase_sample(const char *lang);

#endif
