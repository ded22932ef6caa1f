/* parse_explain - see the header. */
#include "programs/furrow/parse_explain.h"

#include <string.h>

#include "base/buf.h"
#include "base/json.h"

#include "handlers/lexicon_role.h"

#include "programs/furrow/output.h"

#define LINE_OCTETS 400
#define SAID_COLUMNS 18

static void
add_roles(struct buf *out, uint64_t roles)
{
	const char *between = "";
	for (int i = 0; i < ROLE_COUNT; i++) {
		if ((roles & ROLE_BIT(i)) == 0)
			continue;
		buf_add_format(out, "%s%s", between, lexicon_role_name(i));
		between = ", ";
	}
}

/* 2500 thousandths: "2.5".  Less than nothing: "less a quarter". */
static void
add_milli(struct buf *out, int64_t milli)
{
	if (milli < 0) {
		buf_add_format(out, "-");
		milli = -milli;
	}
	buf_add_format(out, "%lld", (long long)(milli / 1000));
	int part = (int)(milli % 1000);
	for (int unit = 100; part > 0; unit /= 10) {
		buf_add_format(
		    out, "%s%d", unit == 100 ? "." : "", part / unit);
		part %= unit;
	}
}

static void
add_products(struct buf *out, const struct catalogue *cat,
    const struct intent_span *span)
{
	for (size_t i = 0; i < span->products_count; i++)
		buf_add_format(out, "%s%s", i == 0 ? "" : " or ",
		    catalogue_key(cat, span->products[i]));
	if (span->next >= 0)
		buf_add_format(out, " (next: %s, %d.%d letters off)",
		    catalogue_key(cat, span->next), span->next_cost / 10,
		    span->next_cost % 10);
}

/* What the piece was taken for, in words. */
static void
add_meaning(struct buf *out, const struct catalogue *cat,
    const struct intent_span *span)
{
	switch (span->kind) {
	case INTENT_SPAN_PRODUCT:
		add_products(out, cat, span);
		break;
	case INTENT_SPAN_NUMBER:
		add_milli(out, span->milli);
		break;
	case INTENT_SPAN_UNIT:
		buf_add_format(out, "%s", span->unit);
		break;
	case INTENT_SPAN_DAY:
		buf_add_format(out, "%s", span->day);
		break;
	case INTENT_SPAN_WORD:
		add_roles(out, span->roles);
		break;
	case INTENT_SPAN_UNKNOWN:
	case INTENT_SPAN_LANGUAGE:
	case INTENT_SPAN_CODE:
	case INTENT_SPAN_MARK:
		break;
	}
}

static void
print_span(
    FILE *out, const struct catalogue *cat, const struct intent_span *span)
{
	char clean[LINE_OCTETS];
	char meaning[LINE_OCTETS];
	struct buf said = buf_over(clean, sizeof(clean));
	struct buf what = buf_over(meaning, sizeof(meaning));
	json_t *safe = json_clean(span->said.at, span->said.octets);
	buf_add_format(&said, "%s", json_string_value(safe));
	json_decref(safe);
	buf_add_format(&what, "%s", "");
	add_meaning(&what, cat, span);
	size_t width = output_width(clean);
	fprintf(out, "  %s%*s %-9s %s", clean,
	    width < SAID_COLUMNS ? (int)(SAID_COLUMNS - width) : 0, "",
	    intent_span_kind_name(span->kind), meaning);
	if (span->cost > 0)
		fprintf(out, "  [mended: %d.%d letters off]", span->cost / 10,
		    span->cost % 10);
	if (span->use != INTENT_SPAN_PLAIN)
		fprintf(out, "  [%s]", intent_span_use_name(span->use));
	fputc('\n', out);
}

static void
print_items(FILE *out, const struct catalogue *cat, const struct intent *in)
{
	for (size_t i = 0; i < in->items_count; i++) {
		char line[LINE_OCTETS];
		struct buf b = buf_over(line, sizeof(line));
		const struct intent_item *item = &in->items[i];
		const char *key = catalogue_key(cat, item->product);
		if (item->has_qty)
			add_milli(&b, item->qty_milli);
		else
			buf_add_format(&b, "how much?");
		if (item->qty_high_milli > 0) {
			buf_add_format(&b, " to ");
			add_milli(&b, item->qty_high_milli);
		}
		buf_add_format(&b, " %s%s%s", item->unit,
		    item->unit[0] == '\0' ? "" : " ",
		    key == NULL ? "of what?" : key);
		for (size_t r = 0; r < item->rivals_count; r++)
			buf_add_format(
			    &b, " or %s", catalogue_key(cat, item->rivals[r]));
		fprintf(out, "    %s\n", line);
	}
}

void
parse_explain_print(FILE *out, const struct catalogue *cat,
    const struct intent *in, const struct intent_trace *trace)
{
	for (size_t i = 0; i < trace->count; i++)
		if (trace->spans[i].said.octets > 0)
			print_span(out, cat, &trace->spans[i]);
	fprintf(out, "= %s", intent_kind_name(in->kind));
	if (in->code[0] != '\0')
		fprintf(out, " #%s", in->code);
	fprintf(out, ", by the rule \"%s\", language %s\n", in->rule,
	    in->lang[0] == '\0' ? "unknown" : in->lang);
	print_items(out, cat, in);
	fprintf(out, "  unexplained: %d.%d of %d.%d letters that may be\n",
	    in->cost / 10, in->cost % 10, in->cost_max / 10, in->cost_max % 10);
	if (in->ask)
		fprintf(out, "  asks back: %s\n", intent_ask_name(in->why));
	else
		fprintf(out, "  acts\n");
}

static json_t *
span_json(const struct catalogue *cat, const struct intent_span *span)
{
	char text[LINE_OCTETS];
	struct buf meaning = buf_over(text, sizeof(text));
	json_t *object = json_object();
	buf_add_format(&meaning, "%s", "");
	add_meaning(&meaning, cat, span);
	json_object_set_new(
	    object, "said", json_clean(span->said.at, span->said.octets));
	json_object_set_new(
	    object, "kind", json_string(intent_span_kind_name(span->kind)));
	json_object_set_new(object, "means", json_string(text));
	json_object_set_new(
	    object, "use", json_string(intent_span_use_name(span->use)));
	json_object_set_new(object, "cost", json_milli(span->cost * 100));
	return object;
}

json_t *
parse_explain_json(
    const struct catalogue *cat, const struct intent_trace *trace)
{
	json_t *spans = json_array();
	for (size_t i = 0; i < trace->count; i++)
		json_array_append_new(spans, span_json(cat, &trace->spans[i]));
	return spans;
}
