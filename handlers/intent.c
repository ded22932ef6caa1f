/* intent - see the header.  Fold, cut into tokens, sort the figures, find
 * places and days, pair quantities with goods, then decide. */
#include "handlers/intent.h"

#include <stdio.h>
#include <string.h>

#include "handlers/intent_figure.h"
#include "handlers/intent_item.h"
#include "handlers/intent_place.h"
#include "handlers/intent_rule.h"
#include "handlers/intent_span.h"
#include "handlers/intent_token.h"
#include "handlers/intent_trace.h"

static const struct {
	const char *kind;
	const char *contract;
} names[] = {
    [INTENT_NONE] = {"none", "none"},
    [INTENT_GREETING] = {"greeting", "none"},
    [INTENT_AMBIGUOUS] = {"ambiguous", "ambiguous"},
    [INTENT_DIGIT] = {"digit", "digit"},
    [INTENT_CODE_ONLY] = {"code_only", "ambiguous"},
    [INTENT_ORDER] = {"order", "order"},
    [INTENT_CHANGE] = {"change", "order"},
    [INTENT_CANCEL] = {"cancel", "cancel"},
    [INTENT_STATUS] = {"status", "status"},
    [INTENT_GOT] = {"got", "got"},
    [INTENT_PROBLEM] = {"problem", "feedback"},
    [INTENT_FEEDBACK] = {"feedback", "feedback"},
    [INTENT_ACCEPT] = {"accept", "accept"},
    [INTENT_REJECT] = {"reject", "reject"},
    [INTENT_PARTIAL] = {"partial", "partial"},
    [INTENT_COUNTER] = {"counter", "counter"},
    [INTENT_DONE] = {"done", "done"},
    [INTENT_NOSHOW] = {"noshow", "noshow"},
    [INTENT_PAID] = {"paid", "paid"},
    [INTENT_OFFER] = {"offer", "offer"},
    [INTENT_STOCK] = {"stock", "offer"},
    [INTENT_PRICE_SET] = {"price_set", "offer"},
    [INTENT_SOLD_OUT] = {"sold_out", "reject"},
    [INTENT_MY] = {"my", "status"},
    [INTENT_INCOME] = {"income", "status"},
    [INTENT_TURN] = {"turn", "status"},
    [INTENT_PRICE_QUERY] = {"price_query", "status"},
    [INTENT_REGISTER] = {"register", "register"},
    [INTENT_SELLER_REQUEST] = {"seller_request", "register"},
    [INTENT_HELP] = {"help", "help"},
    [INTENT_STOP] = {"stop", "stop"},
    [INTENT_START] = {"start", "start"},
    [INTENT_LANGUAGE] = {"language", "language"},
    [INTENT_ALIAS] = {"alias", "alias"},
};

const struct intent_limits intent_limits_usual = {
    .slip = 20, .margin = 3, .cost_line = 10, .cost_wish = 20};

/* Languages with a script of their own, written here in Latin letters. */
static bool
is_romanised(const struct intent_text *t, const char *lang)
{
	static const char *const own[] = {"hi", "bn", "zh", "ar", "am"};
	bool has_own = false;
	bool latin = false;
	for (size_t i = 0; i < sizeof(own) / sizeof(own[0]); i++)
		has_own = has_own || strcmp(lang, own[i]) == 0;
	for (size_t i = 0; i < t->fold.count && has_own; i++) {
		if (t->fold.at[i] >= 0x0600 && t->fold.at[i] < 0xff00 &&
		    (t->fold.at[i] < 0x2000 || t->fold.at[i] > 0x2fff))
			return false;
		latin = latin || (t->fold.at[i] >= 'a' && t->fold.at[i] <= 'z');
	}
	return has_own && latin;
}

static void
name_language(struct intent *out, const struct intent_text *t)
{
	const char *lang = lexicon_language_name(t->lex, t->language);
	size_t n = str_copy(out->lang, sizeof(out->lang), str_from(lang));
	if (is_romanised(t, lang))
		str_copy(out->lang + n, sizeof(out->lang) - n, STR("-Latn"));
}

static void
start(struct intent_text *t, const struct lexicon *lex,
    const struct catalogue *cat, struct str text,
    const struct intent_hints *hints)
{
	static const struct intent_hints no_hints;
	t->lex = lex;
	t->cat = cat;
	t->hints = hints == NULL ? &no_hints : hints;
	t->limits =
	    t->hints->limits == NULL ? &intent_limits_usual : t->hints->limits;
	t->source = text;
	t->hinted =
	    t->hints->lang == NULL ? 0 : lexicon_language(lex, t->hints->lang);
	t->english = lexicon_language(lex, "en");
	t->comma_decimal = intent_writes_comma(t->hints->lang);
	t->language = 0;
}

static void
read_text(struct intent *out, struct intent_text *t)
{
	struct intent_figures figures;
	struct intent_items items;
	struct intent_facts facts;
	*out =
	    (struct intent){.kind = INTENT_NONE, .number = -1, .rule = "none"};
	fold_text(&t->fold, t->source);
	intent_token_read(t);
	intent_figure_read(&figures, t);
	intent_place_read(out, t, &figures);
	intent_item_read(&items, t, &figures);
	intent_facts_read(&facts, t, &figures, &items);
	intent_rule_apply(out, &facts);
	name_language(out, t);
}

void
intent_parse(struct intent *out, const struct lexicon *lex,
    const struct catalogue *cat, struct str text,
    const struct intent_hints *hints)
{
	struct intent_text t;
	start(&t, lex, cat, text, hints);
	read_text(out, &t);
}

void
intent_explain(struct intent *out, struct intent_trace *trace,
    const struct lexicon *lex, const struct catalogue *cat, struct str text,
    const struct intent_hints *hints)
{
	struct intent_text t;
	start(&t, lex, cat, text, hints);
	read_text(out, &t);
	intent_trace_take(trace, &t);
}

/* "cancel the onions": to whom it concerns, they are cancelled. */
static bool
cancels_goods(const struct intent *intent)
{
	if (intent->kind != INTENT_CHANGE ||
	    intent->change != INTENT_CHANGE_DROP)
		return false;
	for (size_t i = 0; i < intent->items_count; i++)
		if (intent->items[i].has_qty)
			return false;
	return true;
}

const char *
intent_name(const struct intent *intent)
{
	return names[cancels_goods(intent) ? INTENT_CANCEL : intent->kind]
	    .contract;
}

const char *
intent_kind_name(enum intent_kind kind)
{
	return names[kind].kind;
}
