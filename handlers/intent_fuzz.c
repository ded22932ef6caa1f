/* intent_fuzz - any octets as a text, to any kind of sender.
 *
 * Reaches fold, number, lexicon_table, and every intent_*.  The first octet
 * chooses roles, language, question and open codes; the rest is the text.
 * What comes out must be within its limits.
 * covers: handlers/intent*.c handlers/fold*.c
 * covers: handlers/number.c handlers/lexicon_near.c */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/err.h"
#include "base/panic.h"

#include "handlers/catalogue.h"
#include "handlers/intent.h"
#include "handlers/intent_trace.h"
#include "handlers/lexicon.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t octets);

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
check(const struct intent *in, const struct catalogue *cat, struct str text)
{
	PANIC_UNLESS(intent_name(in->kind) != NULL);
	PANIC_UNLESS(in->items_count <= INTENT_ITEMS);
	PANIC_UNLESS(in->ask == (in->why != INTENT_ASK_NOTHING));
	PANIC_UNLESS(
	    (in->price == INTENT_PRICE_NONE) == (in->price_milli == 0));
	for (size_t i = 0; i < in->items_count; i++) {
		const struct intent_item *item = &in->items[i];
		PANIC_UNLESS(
		    item->product >= -1 && item->product < catalogue_size(cat));
		PANIC_UNLESS(item->has_qty == (item->qty_milli > 0));
		PANIC_UNLESS(item->rivals_count <= INTENT_RIVALS);
	}
	PANIC_UNLESS(
	    in->place.octets == 0 ||
	    (in->place.at >= text.at &&
		in->place.at + in->place.octets <= text.at + text.octets));
}

/* The explanation is of the same reading, and its pieces lie in the text. */
static void
check_trace(const struct intent *in, const struct lexicon *lex,
    const struct catalogue *cat, struct str text,
    const struct intent_hints *hints)
{
	static struct intent_trace trace;
	struct intent again;
	intent_explain(&again, &trace, lex, cat, text, hints);
	PANIC_UNLESS(again.kind == in->kind && again.ask == in->ask);
	for (size_t i = 0; i < trace.count; i++) {
		const struct intent_span *s = &trace.spans[i];
		PANIC_UNLESS(
		    s->said.octets == 0 ||
		    (s->said.at >= text.at &&
			s->said.at + s->said.octets <= text.at + text.octets));
		PANIC_UNLESS(intent_span_kind_name(s->kind)[0] != '\0' &&
			     intent_span_use_name(s->use) != NULL);
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t octets)
{
	static struct lexicon *lex;
	static struct catalogue *cat;
	static const char *const langs[] = {NULL, "hi", "zh", "fr"};
	static const char *const codes[] = {"K7F", "B2D"};
	struct err err;
	if (lex == NULL) {
		lex = lexicon_load_dir(FURROW_SOURCE "/handlers/lexicon", &err);
		PANIC_UNLESS(lex != NULL);
		cat = load_catalogue(lex);
		PANIC_UNLESS(cat != NULL);
	}
	if (octets == 0)
		return 0;
	struct intent_question question = {
	    .kind = (enum intent_question_kind)(data[0] % 5)};
	struct intent_hints hints = {.roles = data[0] & 15u,
	    .lang = langs[(data[0] >> 4) & 3],
	    .question = data[0] & 64 ? &question : NULL,
	    .open_codes = codes,
	    .open_codes_count = data[0] >> 6,
	    .has_list = (data[0] & 128) != 0};
	if (hints.open_codes_count > 2)
		hints.open_codes_count = 2;
	struct intent in;
	struct str text = str_of((const char *)data + 1, octets - 1);
	intent_parse(&in, lex, cat, text, &hints);
	check(&in, cat, text);
	check_trace(&in, lex, cat, text, &hints);
	return 0;
}
