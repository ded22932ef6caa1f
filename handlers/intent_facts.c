/* intent_facts - see the header. */
#include "handlers/intent_facts.h"

#define POLITE_LETTERS 4 /* ok, sawa */
#define COST_WORD 10 /* a word left unread, tenths of a letter */

/* Words that belong to some act of trade; what has none of these is talk. */
static const uint64_t trade_roles =
    ~(ROLE_BIT(ROLE_TALK) | ROLE_BIT(ROLE_PAST) | ROLE_BIT(ROLE_QUESTION) |
	ROLE_BIT(ROLE_LABEL) | ROLE_BIT(ROLE_UNLIKE) | ROLE_BIT(ROLE_CLOCK) |
	ROLE_BIT(ROLE_SITE));

static bool
is_named(const struct token *k)
{
	return k->use == USE_PLACE || k->use == USE_PERSON;
}

static bool
is_strange(const struct intent_text *t, const struct token *k)
{
	if (k->kind != TOKEN_WORD || is_named(k) || k->use != USE_FREE)
		return false;
	if (k->unknown) {
		/* Single letters and scraps are slips, not words. */
		bool han = fold_class(t->fold.at[k->at]) == FOLD_HAN;
		return k->letters > (han ? 0 : 2);
	}
	return (k->roles & trade_roles) == 0 && k->roles != 0 &&
	       k->products_count == 0 && k->unit < 0 && k->day < 0 &&
	       k->language == 0;
}

static bool
is_content(const struct token *k)
{
	return !token_is_noise(k) && !is_named(k) && k->use != USE_DATE;
}

/* "3kg left" is what there is; "left 3kg" is a story. */
static bool
is_rest(const struct intent_text *t, size_t i)
{
	const struct token *before = i > 0 ? &t->tokens[i - 1] : NULL;
	return token_has(&t->tokens[i], ROLE_HAVE) && before != NULL &&
	       (before->kind == TOKEN_NUMBER || before->unit >= 0 ||
		   before->products_count > 0);
}

/* "40 bunches 20 bob each, ok?" asks nothing. */
static bool
is_only_polite(const struct intent_text *t, size_t i)
{
	const struct token *k = i > 0 ? &t->tokens[i - 1] : NULL;
	return k != NULL && i > 3 && token_has(k, ROLE_YES) &&
	       k->letters <= POLITE_LETTERS && !token_has(k, ROLE_HAVE) &&
	       !token_has(k, ROLE_WANT);
}

/* A mark; the Chinese one is a word. */
static bool
is_question(const struct intent_text *t, size_t i)
{
	const struct token *k = &t->tokens[i];
	/* "how family? 2 bags beans": a greeting wants no answer. */
	bool greeting = i > 0 && i + 1 < t->count &&
			token_has(&t->tokens[i - 1], ROLE_GREET);
	if (k->kind == TOKEN_MARK)
		return k->mark == '?' && !greeting && !is_only_polite(t, i);
	return token_has(k, ROLE_QUESTION) && k->letters == 1 &&
	       fold_class(t->fold.at[k->at]) == FOLD_HAN;
}

/* "at the wedding they made 40 kilos": no name of a place. */
static bool
is_strange_name(const struct token *k)
{
	return k->kind == TOKEN_WORD && !k->unknown &&
	       token_has(k, ROLE_TALK) && !token_has(k, ROLE_SITE);
}

static bool
is_narrative(const struct intent_text *t, size_t i)
{
	const struct token *k = &t->tokens[i];
	return k->kind == TOKEN_WORD && token_has(k, ROLE_PAST) &&
	       !token_has(k, ROLE_WANT) && !is_rest(t, i);
}

static void
add_content(struct intent_facts *f, size_t i, bool strange)
{
	if (f->content++ == 0)
		f->first = i;
	f->behind_strange = strange;
}

static void
add_fact(struct intent_facts *f, size_t i)
{
	const struct token *k = &f->t->tokens[i];
	if (is_named(k) && k->kind != TOKEN_MARK) {
		f->strange += is_strange_name(k);
		return;
	}
	f->asks = f->asks || is_question(f->t, i);
	if (k->kind == TOKEN_MARK)
		return;
	/* A figure that was taken back or is no quantity still is content. */
	f->roles |= k->roles;
	bool strange = is_strange(f->t, k);
	f->wish = f->wish || (token_has(k, ROLE_WANT) && !f->behind_strange);
	if (is_content(k))
		add_content(f, i, strange);
	if (k->kind == TOKEN_CODE && f->codes++ == 0)
		f->code = i;
	f->strange += strange;
	f->talk += strange && !k->unknown;
	f->narrative += is_narrative(f->t, i);
}

void
intent_facts_read(struct intent_facts *f, struct intent_text *t,
    const struct intent_figures *figures, const struct intent_items *items)
{
	*f = (struct intent_facts){.t = t, .figures = figures, .items = items};
	f->first = t->count;
	f->code = t->count;
	for (size_t i = 0; i < t->count; i++)
		add_fact(f, i);
	unsigned roles = t->hints->roles;
	f->seller = (roles & INTENT_ROLE_SELLER) != 0 || roles == 0 ||
		    t->hints->open_proposals > 0;
	f->buyer = (roles & INTENT_ROLE_BUYER) != 0 || roles == 0 ||
		   (roles & INTENT_ROLE_SELLER) == 0;
}

int
intent_facts_cost(const struct intent_facts *f)
{
	return COST_WORD * (int)(f->strange + f->narrative);
}

int
intent_facts_cost_max(const struct intent_facts *f)
{
	/* Half as much for each line behind the first. */
	int line = f->t->limits->cost_line;
	int lines = f->items->count == 0
			? 0
			: line + (int)(f->items->count - 1) * line / 2;
	return f->wish ? lines + f->t->limits->cost_wish : lines;
}

bool
intent_only(const struct intent_facts *f, uint64_t roles)
{
	for (size_t i = 0; i < f->t->count; i++) {
		const struct token *k = &f->t->tokens[i];
		if (is_content(k) && (k->roles & roles) == 0)
			return false;
	}
	return f->content > 0;
}

bool
intent_took_back(const struct intent_facts *f)
{
	if (!fact(f, ROLE_NOT))
		return false;
	for (size_t i = 0; i < f->t->count; i++)
		if (f->t->tokens[i].use == USE_DROPPED &&
		    f->t->tokens[i].kind == TOKEN_NUMBER)
			return true;
	return false;
}

bool
intent_drops_goods(const struct intent_facts *f)
{
	for (size_t i = 0; i < f->t->count; i++)
		if (f->t->tokens[i].use == USE_DROPPED &&
		    f->t->tokens[i].products_count > 0)
			return true;
	return false;
}

bool
intent_opens_with(const struct intent_facts *f, enum lexicon_role role)
{
	return f->first < f->t->count &&
	       token_has(&f->t->tokens[f->first], role);
}

struct str
intent_rest_after(const struct intent_facts *f, size_t i)
{
	return i + 1 < f->t->count
		   ? intent_token_source(f->t, i + 1, f->t->count - 1)
		   : str_of(f->t->source.at, 0);
}
