/* intent_place - see the header. */
#include "handlers/intent_place.h"

#include <stdio.h>

#define NONE SIZE_MAX
#define NAME_TOKENS_MAX 6
#define CLOSING_WORDS_MAX 3
#define INTRODUCTION_MAX 8 /* tokens */
#define INTRODUCTION_STRANGE 2

static bool
has(const struct intent_text *t, size_t i, enum lexicon_role role)
{
	return i < t->count && t->tokens[i].use == USE_FREE &&
	       token_has(&t->tokens[i], role);
}

static bool
is_site(const struct token *k)
{
	return token_has(k, ROLE_SITE) && k->products_count == 0;
}

/* A word that may be part of a name: unknown, or a kind of place, or small
 * talk ("green valley"), never a quantity or goods. */
static bool
is_name_word(const struct intent_text *t, size_t i)
{
	const struct token *k = &t->tokens[i];
	static const uint64_t busy =
	    ROLE_BIT(ROLE_AND) | ROLE_BIT(ROLE_WANT) | ROLE_BIT(ROLE_THANKS) |
	    ROLE_BIT(ROLE_BUT) | ROLE_BIT(ROLE_MAX) | ROLE_BIT(ROLE_FOR) |
	    ROLE_BIT(ROLE_NOT) | ROLE_BIT(ROLE_PLACE) | ROLE_BIT(ROLE_TO) |
	    ROLE_BIT(ROLE_CLOCK);
	/* Juma is a Friday to some, a man's name to others. */
	bool day =
	    k->day >= 0 && (t->language == 0 || t->language > 31 ||
			       (k->languages & (1u << t->language)) != 0);
	if (k->day >= 0 && !day)
		return k->use == USE_FREE;
	if (k->use != USE_FREE || k->kind != TOKEN_WORD || day ||
	    (k->products_count > 0 && !k->fuzzy))
		return false;
	if (k->unknown || is_site(k) || k->fuzzy)
		return true;
	if (token_has(k, ROLE_CLOCK) && !token_has(k, ROLE_LABEL))
		return false;
	return (k->roles & busy) == 0 && k->unit < 0;
}

/* The name that begins at `first`: its last token, or NONE.  Something in it
 * must look like a name, and politeness at its end is not part of it. */
static size_t
name_end(const struct intent_text *t, size_t first)
{
	size_t end = NONE;
	for (size_t i = first; i < t->count && i < first + NAME_TOKENS_MAX;
	     i++) {
		const struct token *k = &t->tokens[i];
		bool numbered =
		    i > first && k->kind == TOKEN_NUMBER && k->use == USE_OTHER;
		if (!numbered && !is_name_word(t, i))
			break;
		/* "Zhang laoshi": what is glued to a Chinese name. */
		bool title = end != NONE && end + 1 == i && k->glued &&
			     fold_class(t->fold.at[k->at]) == FOLD_HAN &&
			     token_has(k, ROLE_TALK);
		if (k->unknown || is_site(k) || numbered || k->fuzzy || title ||
		    k->day >= 0 || token_has(k, ROLE_GREET))
			end = i;
	}
	return end;
}

static size_t
skip_articles(const struct intent_text *t, size_t i)
{
	while (i < t->count && t->tokens[i].kind == TOKEN_MARK &&
	       (t->tokens[i].mark == ':' || t->tokens[i].mark == '-'))
		i++;
	return i;
}

static void
mark(struct intent_text *t, size_t first, size_t last, enum token_use use)
{
	for (size_t i = first; i <= last && i < t->count; i++)
		t->tokens[i].use = use;
}

static bool
is_second_product(const struct intent_text *t, size_t i)
{
	bool counted = false;
	for (size_t n = 1; n < i; n++)
		counted = counted || (t->tokens[n].products_count > 0 &&
					 t->tokens[n - 1].use == USE_FREE);
	return counted && t->tokens[i].products_count > 0 &&
	       t->tokens[i].use == USE_FREE;
}

static bool
read_name(
    struct intent_text *t, size_t word, enum token_use use, struct str *out)
{
	size_t first = skip_articles(t, word + 1);
	size_t last = name_end(t, first);
	/* "5kg potato to Lima": the fruit would come with a figure. */
	if (last == NONE && use == USE_PLACE && first + 1 == t->count &&
	    is_second_product(t, first))
		last = first;
	if (last == NONE || out->octets > 0)
		return false;
	*out = intent_token_source(t, first, last);
	mark(t, word, last, use);
	return true;
}

/* "gandhi nagar mein": the name stands before its word. */
static void
read_name_before(struct intent *out, struct intent_text *t, size_t word)
{
	size_t first = word;
	while (first > 0 && word - first < CLOSING_WORDS_MAX &&
	       t->tokens[first - 1].use == USE_FREE &&
	       (t->tokens[first - 1].unknown || is_site(&t->tokens[first - 1])))
		first--;
	if (first == word || out->place.octets > 0)
		return;
	out->place = intent_token_source(t, first, word - 1);
	mark(t, first, word, USE_PLACE);
}

/* A stretch of unknown words and kinds of places, with one of the latter. */
static size_t
site_end(const struct intent_text *t, size_t first)
{
	size_t last = NONE;
	bool site = false;
	for (size_t i = first; i < t->count && i < first + NAME_TOKENS_MAX;
	     i++) {
		const struct token *k = &t->tokens[i];
		if (k->use != USE_FREE || (!k->unknown && !is_site(k)))
			break;
		site = site || is_site(k);
		last = i;
	}
	return site ? last : NONE;
}

/* "Sunrise Hotel friday order ...", "..., school canteen, monday": a place
 * between commas, or before the day or the wish. */
static void
read_lone_place(struct intent *out, struct intent_text *t)
{
	bool edge = true;
	for (size_t i = 0; i < t->count && out->place.octets == 0; i++) {
		const struct token *k = &t->tokens[i];
		size_t last = edge ? site_end(t, i) : NONE;
		edge = k->kind == TOKEN_MARK || k->kind == TOKEN_LINE ||
		       k->day >= 0 ||
		       (edge && token_is_noise(k) && !is_site(k));
		if (last == NONE)
			continue;
		const struct token *next =
		    last + 1 < t->count ? &t->tokens[last + 1] : NULL;
		if (next != NULL && next->day < 0 &&
		    !token_has(next, ROLE_WANT) && next->kind != TOKEN_MARK &&
		    next->kind != TOKEN_LINE)
			continue;
		if (i == 0 && next == NULL)
			continue;
		out->place = intent_token_source(t, i, last);
		mark(t, i, last, USE_PLACE);
	}
}

/* May it be the name of a place, standing there without a word such as "to"?
 * Chinese has no blanks that would tell where it begins. */
static bool
is_bare_name(const struct intent_text *t, size_t i)
{
	const struct token *k = &t->tokens[i];
	return k->use == USE_FREE && k->unknown && k->letters > 2 &&
	       fold_class(t->fold.at[k->at]) != FOLD_HAN;
}

static bool
is_capital(const struct intent_text *t, size_t i)
{
	size_t at = t->fold.from[t->tokens[i].at];
	return at < t->source.octets && t->source.at[at] >= 'A' &&
	       t->source.at[at] <= 'Z' &&
	       !(at + 1 < t->source.octets && t->source.at[at + 1] >= 'A' &&
		   t->source.at[at + 1] <= 'Z');
}

/* What may stand before the name that ends a text: a mark, a day, a price; or
 * goods, when the name has a capital letter ("milk daily" is no place). */
static bool
closes_goods(const struct intent_text *t, size_t first, bool brought)
{
	const struct token *k = &t->tokens[first - 1];
	/* "... niletee Kisumu" */
	if (token_has(k, ROLE_WANT) && k->products_count == 0)
		return true;
	return k->kind == TOKEN_LINE || k->day >= 0 || k->use == USE_PRICE ||
	       (k->kind == TOKEN_MARK && k->mark != '?') ||
	       ((k->products_count > 0 || k->unit >= 0) &&
		   (brought || is_capital(t, first)));
}

/* "... tomorrow kariakoo", "5kg tomato, Garissa town": unknown words that end
 * the text behind its goods. */
static void
read_closing_place(struct intent *out, struct intent_text *t)
{
	size_t end = t->count;
	bool goods = false;
	/* "... Sadar bazar bhijwana": the verb of bringing comes last. */
	while (end > 0 && (token_has(&t->tokens[end - 1], ROLE_WANT) ||
			      token_is_noise(&t->tokens[end - 1])))
		end--;
	bool brought = false;
	for (size_t i = end; i < t->count; i++)
		brought = brought || token_has(&t->tokens[i], ROLE_WANT);
	size_t first = end;
	while (first > 0 && first + CLOSING_WORDS_MAX > end &&
	       (is_bare_name(t, first - 1) || is_site(&t->tokens[first - 1])))
		first--;
	for (size_t i = 0; i < first; i++)
		goods = goods || t->tokens[i].products_count > 0;
	if (first == end || first == 0 || out->place.octets > 0 || !goods ||
	    !closes_goods(t, first, brought))
		return;
	out->place = intent_token_source(t, first, end - 1);
	mark(t, first, end - 1, USE_PLACE);
}

/* "Hello its Kamau. ...", "Mama Asha shop: ...": who writes, before the goods
 * begin; it explains nothing and asks for nothing. */
static void
skip_introduction(struct intent_text *t)
{
	size_t strange = 0;
	for (size_t i = 0; i < t->count && i < INTRODUCTION_MAX; i++) {
		const struct token *k = &t->tokens[i];
		bool ends =
		    k->kind == TOKEN_LINE ||
		    (k->kind == TOKEN_MARK &&
			(k->mark == ':' || k->mark == '.' || k->mark == ','));
		if (ends && strange > 0)
			mark(t, 0, i, USE_PERSON);
		if (ends && strange > 0)
			return;
		strange += k->unknown || is_site(k);
		if (k->use != USE_FREE || strange > INTRODUCTION_STRANGE ||
		    (!ends && !k->unknown && !is_site(k) && !token_is_noise(k)))
			return;
	}
}

static void
read_day(struct intent *out, const struct intent_text *t,
    const struct intent_figures *f)
{
	if (f->date_day > 0)
		snprintf(out->day, sizeof(out->day), "%02u-%02u",
		    (unsigned)f->date_day % 100u,
		    (unsigned)f->date_month % 100u);
	for (size_t i = 0; i < t->count && out->day[0] == '\0'; i++)
		if (t->tokens[i].day >= 0 && t->tokens[i].use == USE_FREE &&
		    t->tokens[i].products_count == 0)
			str_copy(out->day, sizeof(out->day),
			    str_from(lexicon_day_name(t->tokens[i].day)));
}

void
intent_place_read(
    struct intent *out, struct intent_text *t, const struct intent_figures *f)
{
	for (size_t i = 0; i < t->count; i++) {
		if (has(t, i, ROLE_PLACE) && t->tokens[i].behind)
			read_name_before(out, t, i);
		else if (has(t, i, ROLE_PLACE) || has(t, i, ROLE_TO)) {
			if (!read_name(t, i, USE_PLACE, &out->place) &&
			    is_site(&t->tokens[i]) && out->place.octets == 0) {
				/* "shuleni": to school, in one word. */
				out->place = intent_token_source(t, i, i);
				mark(t, i, i, USE_PLACE);
			}
		} else if (has(t, i, ROLE_FOR))
			read_name(t, i, USE_PERSON, &out->name);
		else if (has(t, i, ROLE_FROM))
			read_name(t, i, USE_PERSON, &out->seller);
	}
	skip_introduction(t);
	read_lone_place(out, t);
	read_closing_place(out, t);
	read_day(out, t, f);
}
