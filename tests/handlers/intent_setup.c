/* intent_setup - see the header. */
#include "tests/handlers/intent_setup.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/err.h"

static char *
read_file(const char *path)
{
	FILE *in = fopen(path, "rb");
	if (in == NULL) {
		perror(path);
		exit(1);
	}
	char *text = calloc(1, 1 << 20);
	size_t octets = fread(text, 1, (1 << 20) - 1, in);
	text[octets] = '\0';
	fclose(in);
	return text;
}

void
intent_setup_load(struct intent_setup *out)
{
	struct err err;
	char *text = read_file(FURROW_SOURCE "/tests/language/catalogue.json");
	out->lex = lexicon_load_dir(FURROW_SOURCE "/handlers/lexicon", &err);
	out->cat = out->lex == NULL
		       ? NULL
		       : catalogue_load(str_from(text), out->lex, &err);
	free(text);
	if (out->cat == NULL) {
		fprintf(stderr, "%s\n", err.text);
		exit(1);
	}
}

void
intent_setup_free(struct intent_setup *setup)
{
	catalogue_free(&setup->cat);
	lexicon_free(&setup->lex);
}

bool
intent_is_act(const struct intent *in)
{
	switch (in->kind) {
	case INTENT_ORDER:
	case INTENT_CHANGE:
	case INTENT_CANCEL:
	case INTENT_GOT:
	case INTENT_PROBLEM:
	case INTENT_ACCEPT:
	case INTENT_REJECT:
	case INTENT_PARTIAL:
	case INTENT_COUNTER:
	case INTENT_DONE:
	case INTENT_NOSHOW:
	case INTENT_PAID:
	case INTENT_OFFER:
	case INTENT_STOCK:
	case INTENT_PRICE_SET:
	case INTENT_SOLD_OUT:
	case INTENT_REGISTER:
	case INTENT_SELLER_REQUEST:
	case INTENT_STOP:
	case INTENT_LANGUAGE:
	case INTENT_ALIAS:
		return !in->ask;
	case INTENT_NONE:
	case INTENT_GREETING:
	case INTENT_AMBIGUOUS:
	case INTENT_DIGIT:
	case INTENT_CODE_ONLY:
	case INTENT_STATUS:
	case INTENT_FEEDBACK:
	case INTENT_MY:
	case INTENT_INCOME:
	case INTENT_TURN:
	case INTENT_PRICE_QUERY:
	case INTENT_HELP:
	case INTENT_START:
		return false;
	}
	return true;
}

struct line {
	char *dst;
	size_t room;
	size_t used;
};

static void __attribute__((format(printf, 2, 3)))
tell(struct line *line, const char *format, ...)
{
	va_list args;
	va_start(args, format);
	int n = vsnprintf(
	    line->dst + line->used, line->room - line->used, format, args);
	va_end(args);
	if (n > 0)
		line->used += (size_t)n;
	if (line->used >= line->room)
		line->used = line->room - 1;
}

static void
tell_item(struct line *line, const struct catalogue *cat,
    const struct intent_item *item, const char *before)
{
	char qty[24] = "";
	char high[24] = "";
	const char *key = catalogue_key(cat, item->product);
	if (item->has_qty)
		str_from_milli(qty, sizeof(qty), item->qty_milli);
	if (item->qty_high_milli > 0)
		str_from_milli(high, sizeof(high), item->qty_high_milli);
	tell(line, "%s%s", before, key == NULL ? "-" : key);
	if (item->has_qty)
		tell(line, " %s%s%s%s", qty, high[0] == '\0' ? "" : "-", high,
		    item->unit);
}

static void
tell_text(struct line *line, const char *label, struct str text)
{
	if (text.octets > 0)
		tell(line, " | %s %.*s", label, (int)text.octets, text.at);
}

void
intent_story(char *dst, size_t dst_octets, const struct intent_setup *setup,
    const struct intent *in)
{
	struct line line = {dst, dst_octets, 0};
	char amount[24];
	tell(&line, "%s%s", intent_kind_name(in->kind), in->ask ? "?" : "");
	for (size_t i = 0; i < in->items_count; i++)
		tell_item(
		    &line, setup->cat, &in->items[i], i == 0 ? " " : ", ");
	if (in->percent > 0)
		tell(&line, " %d%%", in->percent);
	if (in->kind == INTENT_DIGIT && in->number >= 0)
		tell(&line, " %d", (int)in->number);
	if (in->price != INTENT_PRICE_NONE)
		tell(&line, " | %s %s%s%s",
		    in->price == INTENT_PRICE_MAX ? "max" : "ask",
		    str_from_milli(amount, sizeof(amount), in->price_milli),
		    in->price_per[0] == '\0' ? "" : "/", in->price_per);
	if (in->code[0] != '\0')
		tell(&line, " | #%s", in->code);
	if (in->list_index > 0)
		tell(&line, " | no. %d", in->list_index);
	tell_text(&line, "day", str_from(in->day));
	tell_text(&line, "at", in->place);
	tell_text(&line, "for", in->name);
	tell_text(&line, "from", in->seller);
	tell_text(&line, "to", str_from(in->to));
}
