/* intent_whole - the rules for texts that are wholly one thing: STOP, a
 * language, a greeting, one word, a code alone (see intent_rule.h). */
#include "handlers/intent_rule.h"

#include <string.h>

/* STOP is heard when nothing else stands in the text, or when it is said in a
 * phrase of its own beside a word or two that we do not know. */
static bool
is_stop(const struct intent_facts *f)
{
	if (!fact(f, ROLE_STOP))
		return false;
	if (intent_only(f, ROLE_BIT(ROLE_STOP) | ROLE_BIT(ROLE_MESSAGES) |
			       ROLE_BIT(ROLE_CORRECT) | ROLE_BIT(ROLE_WANT) |
			       ROLE_BIT(ROLE_TO)))
		return true;
	size_t longest = 0;
	for (size_t i = 0; i < f->t->count; i++) {
		const struct token *k = &f->t->tokens[i];
		if (!token_has(k, ROLE_STOP))
			continue;
		size_t n = k->letters;
		if (fold_class(f->t->fold.at[k->at]) == FOLD_HAN)
			n *= 3;
		longest = n > longest ? n : longest;
	}
	return longest >= 10 && f->items->count == 0 && f->codes == 0 &&
	       f->content <= 5 && !fact(f, ROLE_NOT);
}

static bool
language_word(struct intent *out, const struct intent_facts *f, size_t i)
{
	const struct intent_text *t = f->t;
	const struct token *k = &t->tokens[i];
	if (k->language > 0) {
		str_copy(out->to, sizeof(out->to),
		    str_from(lexicon_language_name(t->lex, k->language)));
		return true;
	}
	char code[4] = "";
	if (k->kind != TOKEN_WORD || k->letters > 3)
		return false;
	for (size_t n = 0; n < k->letters; n++)
		code[n] = t->fold.at[k->at + n] < 0x80
			      ? (char)t->fold.at[k->at + n]
			      : '?';
	if (lexicon_language(t->lex, code) == 0)
		return false;
	str_copy(out->to, sizeof(out->to), str_from(code));
	return true;
}

/* "LANG hi-Latn", "hindi latin": in Latin letters. */
static bool
is_latin(const struct intent_text *t, const struct token *k)
{
	static const char word[] = "latin";
	size_t n = 0;
	for (size_t i = 0; word[i] != '\0'; i++)
		if (n < k->letters &&
		    t->fold.at[k->at + n] == (unsigned char)word[i])
			n++;
		else if (word[i] != 'i')
			return false;
	return n == k->letters;
}

/* "hablar en ingles": then "en" is no code of a language. */
static bool
is_named_later(const struct intent_text *t, size_t i)
{
	for (i++; i < t->count; i++)
		if (t->tokens[i].language > 0)
			return true;
	return false;
}

/* "LANG hi", "change language to swahili", a language's name alone. */
static bool
is_language(struct intent *out, const struct intent_facts *f)
{
	size_t named = 0;
	size_t asked = 0;
	size_t other = 0;
	for (size_t i = 0; i < f->t->count; i++) {
		const struct token *k = &f->t->tokens[i];
		if (k->kind == TOKEN_MARK || k->kind == TOKEN_LINE)
			continue;
		if (k->language > 0 ||
		    (asked > 0 && named == 0 && !is_named_later(f->t, i) &&
			language_word(out, f, i)))
			named += language_word(out, f, i);
		else if (named == 1 && strchr(out->to, '-') == NULL &&
			 is_latin(f->t, k))
			str_copy(out->to + strlen(out->to),
			    sizeof(out->to) - strlen(out->to), STR("-Latn"));
		else if (token_has(k, ROLE_LANGUAGE))
			asked++;
		else if (!token_is_noise(k) && !token_has(k, ROLE_WANT) &&
			 !token_has(k, ROLE_CHANGE) && !token_has(k, ROLE_TO) &&
			 !token_has(k, ROLE_PLACE))
			other++;
	}
	if (named == 1 && other == 0)
		return true;
	out->to[0] = '\0';
	return false;
}

static bool
rule_stop(struct intent *out, const struct intent_facts *f)
{
	return is_stop(f) && intent_decide(out, INTENT_STOP);
}

static bool
rule_language(struct intent *out, const struct intent_facts *f)
{
	return is_language(out, f) && intent_decide(out, INTENT_LANGUAGE);
}

static bool
rule_nothing_said(struct intent *out, const struct intent_facts *f)
{
	bool greets = fact(f, ROLE_GREET) && !fact(f, ROLE_THANKS);
	return f->content == 0 &&
	       intent_decide(out, greets ? INTENT_GREETING : INTENT_NONE);
}

/* One word that says it all. */
static bool
rule_word(struct intent *out, const struct intent_facts *f)
{
	static const struct {
		enum lexicon_role role;
		enum intent_kind kind;
	} words[] = {{ROLE_START, INTENT_START}, {ROLE_HELP, INTENT_HELP},
	    {ROLE_TURN, INTENT_TURN}, {ROLE_INCOME, INTENT_INCOME}};
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
		uint64_t roles = ROLE_BIT(words[i].role);
		if (words[i].role == ROLE_HELP)
			roles |= ROLE_BIT(ROLE_QUESTION);
		if (fact(f, words[i].role) && intent_only(f, roles))
			return intent_decide(out, words[i].kind);
	}
	return false;
}

static bool
rule_code_alone(struct intent *out, const struct intent_facts *f)
{
	return f->content > 0 && f->content == f->codes && f->codes == 1 &&
	       intent_decide_ask(out, INTENT_CODE_ONLY, INTENT_ASK_VERB);
}

bool
intent_rule_whole(struct intent *out, const struct intent_facts *f)
{
	static const struct intent_rule rules[] = {{"stop", rule_stop},
	    {"language", rule_language}, {"nothing said", rule_nothing_said},
	    {"one word", rule_word}, {"code alone", rule_code_alone}};
	return intent_rules_apply(
	    out, f, rules, sizeof(rules) / sizeof(rules[0]));
}
