/* intent_fuzz - any octets as a text, to any kind of sender.
 *
 * Reaches fold, number, lexicon_table, and every intent_*.  The first two
 * octets choose who writes and after what; the rest is the text.
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
	PANIC_UNLESS(intent_name(in) != NULL);
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

/* Two octets tell who writes and what we know of them: roles and language;
 * the open question, proposals, codes, how strict we are. */
static void
set_hints(struct intent_hints *hints, struct intent_question *question,
    uint8_t who, uint8_t known)
{
	static const char *const langs[] = {
	    NULL, "en", "hi", "zh", "fr", "ar", "sw", "id"};
	static const char *const codes[] = {"K7F", "B2D"};
	static const int choices[] = {0, 1, 2};
	static const struct intent_limits strict = {.slip = 7};
	*question = (struct intent_question){
	    .kind = (enum intent_question_kind)(known % 5),
	    .choices = choices,
	    .choices_count = 3};
	*hints = (struct intent_hints){.roles = who & 15u,
	    .lang = langs[who >> 4 & 7],
	    .lang_guessed = (who & 128) != 0,
	    .question = known % 5 == 0 ? NULL : question,
	    .open_codes = codes,
	    .open_codes_count = (known >> 3) % 3u,
	    .open_proposals = known >> 5 & 3,
	    .has_list = (known & 128) != 0,
	    .limits = known % 7 == 6 ? &strict : NULL};
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t octets)
{
	static struct lexicon *lex;
	static struct catalogue *cat;
	struct err err;
	if (lex == NULL) {
		lex = lexicon_load_dir(FURROW_SOURCE "/handlers/lexicon", &err);
		PANIC_UNLESS(lex != NULL);
		cat = load_catalogue(lex);
		PANIC_UNLESS(cat != NULL);
	}
	if (octets < 2)
		return 0;
	struct intent_question question;
	struct intent_hints hints;
	set_hints(&hints, &question, data[0], data[1]);
	struct intent in;
	struct str text = str_of((const char *)data + 2, octets - 2);
	intent_parse(&in, lex, cat, text, &hints);
	check(&in, cat, text);
	check_trace(&in, lex, cat, text, &hints);
	/* A text like this asked for nobody known. */
	intent_parse(&in, lex, cat, text, NULL);
	check(&in, cat, text);
	return 0;
}
