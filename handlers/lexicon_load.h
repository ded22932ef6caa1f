/* lexicon_load - the files of a folder -> what a lexicon keeps.
 *
 * handlers/lexicon/README tells the format.  Internal to handlers/lexicon:
 * lexicon_load fills, lexicon asks and frees.
 * Ownership: all arrays belong to the lexicon. */
#ifndef HANDLERS_LEXICON_LOAD_H
#define HANDLERS_LEXICON_LOAD_H

#include "handlers/lexicon.h"
#include "handlers/lexicon_form.h"
#include "handlers/lexicon_sound.h"

#define LANGUAGES_MAX 64
#define LANGUAGE_OCTETS 12

/* The product's name and the phrase stand in the lexicon's own lists; those of
 * one line share the name. */
struct synonym {
	uint32_t product;
	uint32_t phrase;
	uint8_t letters;
	uint8_t language;
};

struct alike {
	uint32_t code_point;
	uint32_t instead;
};

struct lexicon {
	struct lexicon_table *table; /* sealed once all is read */
	char languages[LANGUAGES_MAX][LANGUAGE_OCTETS];
	int languages_count;
	struct lexicon_forms *forms; /* by language, from 1 */
	struct lexicon_sounds *sounds; /* the same */
	struct synonym *synonyms;
	size_t synonyms_count;
	size_t synonyms_room;
	char *names; /* each ends with NUL */
	size_t names_octets;
	size_t names_room;
	uint32_t *phrases;
	size_t phrases_letters;
	size_t phrases_room;
	struct alike *alikes;
	size_t alikes_count;
};

/* Reads all *.lex files into an empty lexicon; false with err as
 * lexicon_load_dir, then the lexicon is to be freed. */
bool lexicon_load(struct lexicon *lex, const char *path, struct err *err);

#endif
