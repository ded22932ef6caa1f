/* pool_said_fuzz - any octets behind TOOK.
 *
 * Reaches pool_said, pool_name and what they look up: figures, measures,
 * goods.  The first octet chooses the language; the rest is the text.  What
 * comes out must be within its limits.
 * covers: handlers/pool_said.c handlers/pool_name.c */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/err.h"
#include "base/panic.h"

#include "handlers/lexicon.h"
#include "handlers/number.h"
#include "handlers/pool_said.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t octets);

static const struct household folk[] = {
    {.person_id = 1, .number = 1, .name = "Akinyi Otieno"},
    {.person_id = 2, .number = 2, .name = "Akinyi Odhiambo"},
    {.person_id = 3, .number = 3, .name = "K7F"},
    {.person_id = 4, .number = 4, .name = "王芳"},
    {.person_id = 5, .number = 5, .name = "120kg"},
    {.person_id = 6, .number = 12, .name = ""},
};

#define FOLK (sizeof(folk) / sizeof(folk[0]))

static struct catalogue *
load_catalogue(const struct lexicon *lex)
{
	static char text[1 << 20];
	struct err err;
	FILE *in = fopen(FURROW_SOURCE "/tests/language/catalogue.json", "rb");

	PANIC_UNLESS(in != NULL);
	size_t n = fread(text, 1, sizeof(text), in);
	fclose(in);
	return catalogue_load(str_of(text, n), lex, &err);
}

static void
check(const struct pool_said *said, const struct catalogue *cat)
{
	PANIC_UNLESS(said->count <= POOL_SAID_NAMESAKES);
	for (size_t i = 0; i < said->count; i++)
		PANIC_UNLESS(said->at[i] < FOLK);
	PANIC_UNLESS(said->product >= -1);
	PANIC_UNLESS(said->product < catalogue_size(cat));
	PANIC_UNLESS(said->number >= 0);
	PANIC_UNLESS(said->bad ||
		     (said->qty_milli >= 0 && said->qty_milli <= NUMBER_MAX));
	PANIC_UNLESS(said->bad || (said->rate >= 0 && said->rate <= 10000));
	PANIC_UNLESS(said->bad || said->price_milli <= NUMBER_MAX);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t octets)
{
	static const char *const langs[] = {"en", "fr", "zh", "hi"};
	static struct lexicon *lex;
	static struct catalogue *cat;
	static struct phrases *phrases;
	struct pool_reader reader = {
	    .households = folk, .households_count = FOLK};
	struct pool_said said;
	struct err err;

	if (lex == NULL) {
		lex = lexicon_load_dir(FURROW_SOURCE "/handlers/lexicon", &err);
		cat = load_catalogue(lex);
		phrases = phrases_load(FURROW_SOURCE "/handlers/phrases", &err);
		PANIC_UNLESS(lex != NULL && cat != NULL && phrases != NULL);
	}
	if (octets == 0)
		return 0;
	reader.lexicon = lex;
	reader.catalogue = cat;
	reader.phrases = phrases;
	reader.lang = langs[data[0] % 4];
	pool_said_read(
	    &said, &reader, str_of((const char *)data + 1, octets - 1));
	check(&said, cat);
	return 0;
}
