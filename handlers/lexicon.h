/* lexicon - the words of the trade, one file per language, editable by people.
 *
 * In: a folder of *.lex files (en.lex, zh.lex, sw.lex ...).  Line format, with
 *     comma-separated phrases after the colon; `#` begins a comment:
 *
 *         [number]           five: 5        dozen-words live under [unit]
 *         [unit]             kg: kg, kilo, kilos, kilogram
 *         [word]             stop: stop, unsubscribe, stop all
 *         [product]          eggplant: brinjal, aubergine
 *         [day]              tomorrow: tomorrow, tmrw, 2moro
 *         [language]         sw: swahili, kiswahili
 *
 *     What each section and role means is told in handlers/lexicon/README.
 * Out: an immutable table of folded phrases -> senses.
 * Limits: 64 KiB a line's file section is not needed; files up to 256 KiB,
 *     64 files, phrases up to 48 code points.
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

/* Canonical unit names, as they stand in orders and in `furrow parse`: kg g
 * tonne quintal lb jin liang maund ser litre ml piece dozen bunch bag sack
 * crate tray box basin tin basket bucket bottle pack bushel. */
bool lexicon_is_unit(const char *unit);

#endif
