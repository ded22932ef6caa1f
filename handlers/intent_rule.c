/* intent_rule - see the header: the facts, the whole-message words and the
 * commands that open a text. */
#include "handlers/intent_rule.h"

#include <string.h>

#define NONE SIZE_MAX
#define POLITE_LETTERS 4 /* ok, sawa */

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

static void
add_fact(struct intent_facts *f, size_t i)
{
	const struct token *k = &f->t->tokens[i];
	if (k->kind == TOKEN_MARK) {
		f->asks =
		    f->asks || (k->mark == '?' && !is_only_polite(f->t, i));
		return;
	}
	if (is_named(k)) {
		/* "at the wedding they made 40 kilos": no name of a place. */
		f->strange += k->kind == TOKEN_WORD && !k->unknown &&
			      token_has(k, ROLE_TALK) &&
			      !token_has(k, ROLE_SITE);
		return;
	}
	/* The Chinese question mark is a word. */
	f->asks = f->asks || (token_has(k, ROLE_QUESTION) && k->letters == 1 &&
				 fold_class(f->t->fold.at[k->at]) == FOLD_HAN);
	/* A figure that was taken back or is no quantity still is content. */
	f->roles |= k->roles;
	bool strange = is_strange(f->t, k);
	if (token_has(k, ROLE_WANT) && !f->behind_strange)
		f->wish = true;
	if (is_content(k)) {
		if (f->content++ == 0)
			f->first = i;
		f->behind_strange = strange;
	}
	if (k->kind == TOKEN_CODE && f->codes++ == 0)
		f->code = i;
	f->strange += strange;
	f->talk += strange && !k->unknown;
	f->narrative += k->kind == TOKEN_WORD && token_has(k, ROLE_PAST) &&
			!token_has(k, ROLE_WANT) && !is_rest(f->t, i);
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

#define COST_WORD 10 /* a word left unread, tenths of a letter */

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
intent_rules_apply(struct intent *out, const struct intent_facts *f,
    const struct intent_rule *rules, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (rules[i].apply(out, f)) {
			out->rule = rules[i].name;
			return true;
		}
	return false;
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

/* What follows the first word, as written. */
static struct str
rest_after(const struct intent_facts *f, size_t i)
{
	return i + 1 < f->t->count
		   ? intent_token_source(f->t, i + 1, f->t->count - 1)
		   : str_of(f->t->source.at, 0);
}

static bool
opens_with(const struct intent_facts *f, enum lexicon_role role)
{
	return f->first < f->t->count &&
	       token_has(&f->t->tokens[f->first], role);
}

static bool
rule_register(struct intent *out, const struct intent_facts *f)
{
	if (!opens_with(f, ROLE_REGISTER))
		return false;
	out->rest = rest_after(f, f->first);
	size_t phone = f->t->count;
	for (size_t i = f->first + 1; i < f->t->count; i++)
		if (f->t->tokens[i].kind == TOKEN_NUMBER &&
		    f->t->tokens[i].letters >= 7) {
			phone = i;
			break;
		}
	if (phone == f->t->count)
		return out->rest.octets > 0
			   ? intent_decide_ask(
				 out, INTENT_REGISTER, INTENT_ASK_AMOUNT)
			   : intent_decide(out, INTENT_START);
	size_t plus = phone > 0 && f->t->tokens[phone - 1].mark == '+';
	out->phone = intent_token_source(f->t, phone - plus, phone);
	out->name = rest_after(f, phone);
	return intent_decide(out, INTENT_REGISTER);
}

/* PAID K7F 3000: the amount with or without its currency. */
static bool
decide_paid(struct intent *out, const struct intent_facts *f)
{
	out->price = INTENT_PRICE_ASK;
	if (f->figures->prices_count > 0)
		out->price_milli = f->figures->prices[0].milli;
	/* "they paid half": of what? */
	else if (f->items->loose_count == 1 &&
		 f->items->loose.unit[0] == '\0' &&
		 f->items->loose.qty_milli >= 1000)
		out->price_milli = f->items->loose.qty_milli;
	if (out->price_milli > 0)
		return intent_decide(out, INTENT_PAID);
	out->price = INTENT_PRICE_NONE;
	return intent_decide_ask(out, INTENT_PAID, INTENT_ASK_AMOUNT);
}

/* "received 3kg": the quantity and no more. */
static bool
got_so_much(const struct intent_facts *f)
{
	return f->items->count == 0 && f->items->loose_count == 1 &&
	       f->items->loose.unit[0] != '\0' && !f->items->doubt &&
	       f->strange == 0 && f->narrative == 0 && f->content == 3;
}

/* Said as money, or a bare figure too large to be what came: GOT K7F 4 tells
 * how much came. */
#define MONEY_LEAST_MILLI 100000

static bool
is_money(const struct intent_facts *f)
{
	return f->figures->prices_count > 0 ||
	       (f->items->count == 0 && f->items->loose_count == 1 &&
		   f->items->loose.unit[0] == '\0' &&
		   f->items->loose.qty_milli >= MONEY_LEAST_MILLI);
}

/* "4kg, not 5kg". */
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

/* What a bank or a phone company writes: names, two sums, a balance. */
static bool
is_receipt(const struct intent_facts *f)
{
	return f->strange > 0 || f->figures->prices_count > 1;
}

/* "received 3000 for K7F": the money, not the goods? */
static bool
ask_whether_paid(struct intent *out, const struct intent_facts *f)
{
	return decide_paid(out, f) &&
	       intent_decide_ask(out, INTENT_PAID, INTENT_ASK_CONFIRM);
}

/* The goods came: how much of them, or was it the money, or too little? */
static bool
report_got(struct intent *out, const struct intent_facts *f)
{
	bool bare = f->codes == 0;
	/* "got 3kg instead of 5kg K7F" */
	if (!bare && intent_took_back(f))
		return intent_decide(out, INTENT_PROBLEM);
	/* One word for "it came" and for "noted". */
	if (fact(f, ROLE_NOT) ||
	    (fact(f, ROLE_YES) && (bare || f->t->hints->open_proposals > 0)))
		return false;
	if (bare && got_so_much(f)) {
		intent_take_items(out, f);
		return intent_decide(out, INTENT_GOT);
	}
	/* A seller's "3000 mil gaye": the money came. */
	bool money = is_money(f);
	if (bare && !(money && f->seller && !f->buyer) && f->content > 2)
		return false;
	if (fact(f, ROLE_COMPLAINT) || fact(f, ROLE_STATUS))
		return false;
	return money ? ask_whether_paid(out, f)
		     : intent_decide(out, INTENT_GOT);
}

static bool
report_paid(struct intent *out, const struct intent_facts *f)
{
	if (fact(f, ROLE_NOT) || fact(f, ROLE_COMPLAINT) ||
	    fact(f, ROLE_STATUS))
		return false;
	return f->codes == 0 && is_receipt(f) ? ask_whether_paid(out, f)
					      : decide_paid(out, f);
}

static bool
report_handover(
    struct intent *out, const struct intent_facts *f, enum intent_kind kind)
{
	if (fact(f, ROLE_NOT) || fact(f, ROLE_COMPLAINT) ||
	    fact(f, ROLE_STATUS) || (f->codes == 0 && f->content > 2))
		return false;
	return intent_decide(out, kind);
}

static bool
report(struct intent *out, const struct intent_facts *f, enum lexicon_role role)
{
	switch ((int)role) {
	case ROLE_PROBLEM:
		return f->codes > 0 && !fact(f, ROLE_NOT) &&
		       intent_decide(out, INTENT_PROBLEM);
	case ROLE_GOT:
		return report_got(out, f);
	case ROLE_PAID:
		return report_paid(out, f);
	case ROLE_DONE:
		return report_handover(out, f, INTENT_DONE);
	case ROLE_NOSHOW:
		return report_handover(out, f, INTENT_NOSHOW);
	}
	return false;
}

/* Reports on one order: DONE, GOT, PROBLEM, NOSHOW, PAID, with its code, or as
 * the first word. */
static bool
rule_report(struct intent *out, const struct intent_facts *f)
{
	static const enum lexicon_role roles[] = {
	    ROLE_PROBLEM, ROLE_NOSHOW, ROLE_PAID, ROLE_DONE, ROLE_GOT};
	if (fact(f, ROLE_WANT) || f->asks)
		return false;
	for (size_t i = 0; i < sizeof(roles) / sizeof(roles[0]); i++) {
		bool opens = opens_with(f, roles[i]);
		bool money = roles[i] == ROLE_GOT && f->seller && !f->buyer &&
			     f->codes == 0 && is_money(f);
		if (!fact(f, roles[i]) || (!opens && f->codes == 0 && !money) ||
		    (!opens && f->content > 4 && roles[i] != ROLE_PROBLEM))
			continue;
		out->rest = rest_after(f, f->codes > 0 ? f->code : f->first);
		if (report(out, f, roles[i]))
			return true;
	}
	return false;
}

static bool
decide_listing(struct intent *out, const struct intent_facts *f,
    enum intent_kind kind, bool gossip)
{
	intent_take_items(out, f);
	intent_take_prices(out, f, INTENT_PRICE_ASK);
	if (f->items->rivals)
		return intent_decide_ask(out, kind, INTENT_ASK_PRODUCT);
	/* "the onion is at 80 in town, imagine". */
	if (f->items->count > 1 || f->items->doubt || f->items->unlike ||
	    f->items->loose_count > 0 || gossip)
		return intent_decide_ask(out, kind, INTENT_ASK_CONFIRM);
	return intent_decide(out, kind);
}

/* STOCK maize 150kg, PRICE maize 40, SELL ..., MY ... : the first word says
 * it all. */
static bool
rule_listing(struct intent *out, const struct intent_facts *f)
{
	size_t goods = f->items->count;
	bool qty = goods > 0 && f->items->items[0].has_qty;
	if (opens_with(f, ROLE_MY) &&
	    intent_only(f,
		ROLE_BIT(ROLE_MY) | ROLE_BIT(ROLE_ORDER) | ROLE_BIT(ROLE_SELL)))
		return fact(f, ROLE_ORDER) ? intent_decide(out, INTENT_STATUS)
					   : intent_decide(out, INTENT_MY);
	bool stock = opens_with(f, ROLE_STOCK) ||
		     (fact(f, ROLE_STOCK) && goods == 1 && f->content <= 4 &&
			 f->strange == 0 && !f->asks && !f->buyer);
	if (stock && goods > 0 && qty && f->seller)
		return decide_listing(out, f, INTENT_STOCK, false);
	if (fact(f, ROLE_PRICE) && goods > 0 && !qty && f->seller &&
	    f->figures->prices_count > 0 && !fact(f, ROLE_HOW_MUCH) &&
	    !f->asks && !fact(f, ROLE_WANT) && f->codes == 0 &&
	    f->narrative == 0)
		return decide_listing(out, f, INTENT_PRICE_SET,
		    f->strange > 1 || out->place.octets > 0);
	return false;
}

/* "TURN maize": goods and nothing else. */
static bool
rule_turn(struct intent *out, const struct intent_facts *f)
{
	if (!opens_with(f, ROLE_TURN) || f->items->count == 0 ||
	    f->items->count > f->items->without_qty ||
	    f->content != f->items->count + 1)
		return false;
	intent_take_items(out, f);
	return f->items->rivals
		   ? intent_decide_ask(out, INTENT_TURN, INTENT_ASK_PRODUCT)
		   : intent_decide(out, INTENT_TURN);
}

static bool
rule_seller(struct intent *out, const struct intent_facts *f)
{
	if (!opens_with(f, ROLE_SELLER) || f->items->count > 0)
		return false;
	out->rest = rest_after(f, f->first);
	out->day[0] = '\0'; /* Juma is a man here, no Friday */
	return intent_decide(out, INTENT_SELLER_REQUEST);
}

/* The one command that is no word of any language. */
static bool
is_alias_word(const struct intent_text *t, size_t i)
{
	static const char word[] = "alias";
	if (i >= t->count || t->tokens[i].letters != sizeof(word) - 1)
		return false;
	for (size_t n = 0; n < sizeof(word) - 1; n++)
		if (t->fold.at[t->tokens[i].at + n] != (uint32_t)word[n])
			return false;
	return true;
}

/* ALIAS waru potato, ALIAS irish = potato: what ends the text is known. */
static bool
rule_alias(struct intent *out, const struct intent_facts *f)
{
	const struct intent_text *t = f->t;
	bool may = (t->hints->roles & INTENT_ROLE_ADMIN) != 0;
	if (!may || !is_alias_word(t, f->first))
		return false;
	size_t last = t->count;
	while (last > f->first + 1 && t->tokens[last - 1].products_count == 0)
		last--;
	size_t end = last - 1; /* the product; the name stands before it */
	while (
	    end > f->first + 1 && (t->tokens[end - 1].kind == TOKEN_MARK ||
				      token_has(&t->tokens[end - 1], ROLE_TO)))
		end--;
	out->rest = rest_after(f, f->first);
	if (end <= f->first + 1)
		return intent_decide_ask(out, INTENT_ALIAS, INTENT_ASK_PRODUCT);
	out->name = intent_token_source(t, f->first + 1, end - 1);
	out->items[0] =
	    (struct intent_item){.product = t->tokens[last - 1].products[0],
		.said = intent_token_source(t, last - 1, last - 1)};
	out->items_count = 1;
	return t->tokens[last - 1].products_count > 1
		   ? intent_decide_ask(out, INTENT_ALIAS, INTENT_ASK_PRODUCT)
		   : intent_decide(out, INTENT_ALIAS);
}

bool
intent_rule_command(struct intent *out, const struct intent_facts *f)
{
	static const struct intent_rule rules[] = {{"alias", rule_alias},
	    {"register", rule_register}, {"seller", rule_seller},
	    {"turn", rule_turn}, {"report", rule_report},
	    {"listing", rule_listing}};
	return intent_rules_apply(
	    out, f, rules, sizeof(rules) / sizeof(rules[0]));
}

static bool
rule_two_codes(struct intent *out, const struct intent_facts *f)
{
	return f->codes > 1 &&
	       intent_decide_ask(out, INTENT_AMBIGUOUS, INTENT_ASK_WHICH);
}

void
intent_rule_apply(struct intent *out, const struct intent_facts *f)
{
	if (f->codes > 0) {
		const struct token *k = &f->t->tokens[f->code];
		memcpy(out->code, k->code, sizeof(out->code));
		out->code_open = k->code_open;
	}
	static const struct intent_rule two_codes = {
	    "two codes", rule_two_codes};
	out->cost = intent_facts_cost(f);
	out->cost_max = intent_facts_cost_max(f);
	if (intent_rule_whole(out, f) || intent_rule_command(out, f) ||
	    intent_rules_apply(out, f, &two_codes, 1) ||
	    intent_rule_answer(out, f) || intent_rule_trade(out, f))
		return;
	/* A rule may have begun to fill the record before it gave up. */
	out->kind = INTENT_NONE;
	if (out->code_open)
		intent_decide_ask(out, INTENT_CODE_ONLY, INTENT_ASK_VERB);
	out->items_count = 0;
	out->price = INTENT_PRICE_NONE;
	out->price_milli = 0;
	out->price_per[0] = '\0';
	out->percent = 0;
	out->list_index = 0;
	out->number = -1;
	out->change = INTENT_CHANGE_SET;
	out->rest = out->place = out->name = out->seller =
	    str_of(f->t->source.at, 0);
	out->day[0] = '\0';
}
