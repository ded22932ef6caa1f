/* phrase_table - how phrases lie in memory; for phrase.c, phrase_load.c and
 * ussd_menu, whose words are written the same way.
 *
 * A text is NULL when its file does not have it.  market and english are
 * indexes of lang[], market -1 when nobody named it or we do not write it. */
#ifndef HANDLERS_PHRASE_TABLE_H
#define HANDLERS_PHRASE_TABLE_H

#include <stdint.h>

#include "handlers/phrase.h"

#define PHRASE_LANGUAGES_MAX 32
#define PHRASE_NAMES_MAX 400
#define PHRASE_LANG_OCTETS 12
#define PHRASE_FRONT_OCTETS 3
#define PHRASE_FRONT_BITS 2048

/* `unit_bag: bag, bags` -> {PHRASE_UNIT, "bag", "bag", "bags"}. */
struct phrase_row {
	enum phrase_names kind;
	char key[32];
	char one[48];
	char several[48];
};

struct phrase_lang {
	char name[PHRASE_LANG_OCTETS];
	char *text[PHRASE_COUNT];
	struct phrase_row *rows;
	size_t rows_count;
};

struct phrases {
	size_t count;
	int market, english;
	/* Two bits for the first three octets of each word of that list, in any
	 * language (capitals as small letters; shorter words by all): nearly
	 * every text says no here, and is asked for 25 lists.  A list has some
	 * seventy words, so one front in two hundred is taken for another.
	 * Made while loading and never changed. */
	uint8_t fronts[PHRASE_COUNT][PHRASE_FRONT_BITS / 8];
	struct phrase_lang lang[PHRASE_LANGUAGES_MAX];
};

/* Index of the {word} of that name, or -1. */
int phrase_place(struct str name);

/* Brackets and braces pair and do not nest, the {words} are known. */
bool phrase_is_sound(struct str text);

/* Where the two bits for a word that begins so are; octets > 0. */
struct phrase_front {
	uint32_t bit[2];
};
struct phrase_front phrase_front(const char *word, size_t octets);

/* Fills a text of which brackets and braces are sound; NUL-terminated, in the
 * letters that are sent. */
void phrase_fill_text(
    char *dst, size_t dst_octets, struct str text, const struct words *words);

#endif
