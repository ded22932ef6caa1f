/* lexicon - the words of the trade, one file per language, editable by people.
 *
 * In: a folder of *.lex files (en.lex, zh.lex, sw.lex ...; the name before the
 *     point is the language).  A line is `what: phrase, phrase, ...` under a
 *     heading; `#` begins a comment:
 *
 *         [number]    5: five, fyv        x100: hundred   +0.5: and a half
 *         [unit]      kg: kilo, kilogram  4 piece: hali
 *         [word]      stop: stop, unsubscribe, opt out
 *         [product]   eggplant: brinjal, aubergine, garden egg
 *         [day]       tomorrow: tmrw, 2moro
 *         [language]  sw: swahili, kiswahili
 *         [form]      ending: s, y>ies            (before the words it is for)
 *         [sound]     aa>a, ph>f, e$>              (what sounds the same)
 *         [alike]     characters that people take for one another
 *
 *     Units are kg g tonne quintal lb jin liang maund ser litre ml piece dozen
 *     bunch bag sack crate tray box basin tin basket bucket bottle pack bushel.
 *     handlers/lexicon/README tells an owner what belongs where.
 * Out: an immutable table of folded phrases -> senses.
 * Limits: 64 files of 256 KiB, phrases of 48 code points, 1 million senses.
 * Ownership: lexicon_load_dir gives, lexicon_free takes.  Safe to share
 *     between threads once loaded.
 * Not here: what a text means (handlers/intent). */
#ifndef HANDLERS_LEXICON_H
#define HANDLERS_LEXICON_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"

enum lexicon_error {
	LEXICON_FOLDER = -1, /* cannot be read, or holds no *.lex file */
	LEXICON_SYNTAX = -2, /* a line that is no section, no entry */
	LEXICON_WORD = -3, /* unknown section, role or unit; phrase too long */
	LEXICON_LIMIT = -4, /* too many files, phrases */
};

struct lexicon;

/* Gives, or NULL with err (offset = line, text begins "en.lex:12: "). */
struct lexicon *lexicon_load_dir(const char *path, struct err *err);
void lexicon_free(struct lexicon **lex);

/* The rest is for the catalogue and the reader of messages. */
struct lexicon_table;
const struct lexicon_table *lexicon_words(const struct lexicon *lex);

/* Language index 1.. of a name ("hi", "hi-Latn" is the same), 0 unknown. */
int lexicon_language(const struct lexicon *lex, const char *name);
/* "" for 0. */
const char *lexicon_language_name(const struct lexicon *lex, int language);

/* How words of that language change; NULL for 0. */
struct lexicon_forms;
const struct lexicon_forms *lexicon_forms(
    const struct lexicon *lex, int language);

/* What sounds the same in that language; NULL for 0. */
struct lexicon_sounds;
const struct lexicon_sounds *lexicon_sounds(
    const struct lexicon *lex, int language);

/* Of characters that people take for one another, one for all; the character
 * itself when it has no such neighbours. */
uint32_t lexicon_alike(const struct lexicon *lex, uint32_t code_point);

/* Synonyms for the catalogue's products, 0..count-1. */
struct lexicon_synonym {
	const char *product; /* key or English name in the catalogue */
	const uint32_t *phrase;
	size_t letters;
	int language;
};
size_t lexicon_synonyms(const struct lexicon *lex);
struct lexicon_synonym lexicon_synonym(const struct lexicon *lex, size_t i);

#endif
