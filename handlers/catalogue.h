/* catalogue - what the market trades in: products, their names, their packs.
 *
 * In: the market's catalogue file as text (JSON, docs/contract "Catalogue":
 *     products[{key, names{lang:[...]}, units?{unit:{grams}}}],
 *     units[{key, names{lang:[...]}}]).  A unit that we do not know by itself
 *     is a pack of this market.
 * Out: an immutable table; a product is its index, 0..catalogue_size()-1.
 *     The order of the file is kept, so an index is stable for one file only:
 *     what is stored durably is the key.
 * Limits: 4,000 products, 60,000 names, 2 MiB of text.
 * Ownership: catalogue_load gives, catalogue_free takes; every string it hands
 *     out lives as long as the catalogue.
 * Not here: prices, stock, sellers; reading of messages (handlers/intent). */
#ifndef HANDLERS_CATALOGUE_H
#define HANDLERS_CATALOGUE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "base/str.h"
#include "handlers/lexicon.h"

enum catalogue_error {
	CATALOGUE_SYNTAX = -1, /* no JSON, or too long; offset: octet */
	CATALOGUE_SHAPE = -2, /* a member is missing or of the wrong kind */
	CATALOGUE_NAME = -3, /* a key twice, an empty or too long name */
	CATALOGUE_UNIT = -4, /* a bad unit, or grams out of range */
	CATALOGUE_LIMIT = -5, /* too many products or names */
};

struct catalogue;

/* Gives, or NULL with err: code above, offset = number of the product (from
 * 1; 0 if none is meant), text names the product's key.  The lexicon (may be
 * NULL) adds the synonyms it knows for these products ("brinjal"); a name in
 * the catalogue always outranks a synonym.  The lexicon is borrowed. */
struct catalogue *catalogue_load(
    struct str json, const struct lexicon *lex, struct err *err);
void catalogue_free(struct catalogue **cat);

int catalogue_size(const struct catalogue *cat);

/* The stable name of a product: [a-z0-9_], at most 31 octets; NULL when the
 * index is out of range. */
const char *catalogue_key(const struct catalogue *cat, int product);

/* Index of a key, or -1. */
int catalogue_find(const struct catalogue *cat, const char *key);

/* The first name in `lang`, else in the language without its script ("hi-Latn"
 * -> "hi" only if no such name exists), else English, else the key.  NULL lang
 * means English. Never NULL for a valid index. */
const char *catalogue_name(
    const struct catalogue *cat, int product, const char *lang);

/* The first name in `lang` alone, "zh-Hant" being "zh" but "zh-Latn" not; NULL
 * when there is none. */
const char *catalogue_name_in(
    const struct catalogue *cat, int product, const char *lang);

/* A product by what a person wrote or an officer imported: key or any exact
 * name in any language (folded: case, accents, plural).  -1 when unknown,
 * -2 when two products share that name. */
int catalogue_lookup(const struct catalogue *cat, struct str name);

/* The canonical name of a unit as a person wrote it ("Kilos", "mifuko"), or
 * NULL.  Exact but for case, accents and a plural's s. */
const char *catalogue_unit_lookup(
    const struct catalogue *cat, const struct lexicon *lex, struct str written);

/* Grams in one `unit` (canonical name, see lexicon.h) of this product, or 0
 * when nobody said: then the pack is compared with the same pack only.  The
 * catalogue's own figure outranks the built-in ones (g, kg, tonne, jin, liang,
 * quintal, lb).  product -1 asks for the built-in figure alone. */
int64_t catalogue_unit_grams(
    const struct catalogue *cat, int product, const char *unit);

/* How a unit is written for a reader of `lang` ("kg", "斤", "gunia"): the
 * catalogue's word, else the canonical name itself.  Never NULL. */
const char *catalogue_unit_name(
    const struct catalogue *cat, const char *unit, const char *lang);
/* As catalogue_name_in: NULL when the catalogue has no word in `lang`. */
const char *catalogue_unit_name_in(
    const struct catalogue *cat, const char *unit, const char *lang);

/* The rest is for the reader of messages: folded names -> the products that
 * bear them, and the units; the same for Chinese names spelled with the
 * lexicon's stand-ins (lexicon_alike). */
struct lexicon_table;
const struct lexicon_table *catalogue_words(const struct catalogue *cat);
const struct lexicon_table *catalogue_alikes(const struct catalogue *cat);

/* Its words and the lexicon's by their sound; the lexicon given at load must
 * live as long.  NULL when there was none. */
struct lexicon_echoes;
const struct lexicon_echoes *catalogue_echoes(const struct catalogue *cat);

/* The name of a unit sense's value: the built-in ones and, behind them, those
 * that only this catalogue has.  NULL out of range. */
const char *catalogue_unit(const struct catalogue *cat, int unit);

#endif
