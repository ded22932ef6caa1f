/* intent_token - see the header. */
#include "handlers/intent_token.h"

#include "handlers/intent_code.h"
#include "handlers/intent_join.h"
#include "handlers/intent_split.h"
#include "handlers/intent_word.h"
#include "handlers/number.h"

#define LANGUAGES 64 /* as many as bits in a set of them */
#define PICTURES_FROM 0x2100
#define HAN_LONGEST 8 /* characters of one phrase */
#define HAN_LIANG 0x4e24
#define HAN_LIA 0x4fe9

/* "1.200" of somebody whose language nobody told us: with a point for the
 * thousands, perhaps. */
static bool
may_be_thousands(const struct intent_text *t, const struct raw *r)
{
	const uint32_t *at = t->fold.at + r->at;
	bool told = t->hints->lang != NULL && !t->hints->lang_guessed;
	return !told && !t->comma_decimal && r->letters >= 5 &&
	       r->letters <= 7 && at[0] != '0' && at[r->letters - 4] == '.';
}

static void
read_figure(struct intent_text *t, const struct raw *r)
{
	struct number n =
	    number_digits(t->fold.at + r->at, r->letters, t->comma_decimal);
	struct token *k =
	    intent_word_token(t, TOKEN_NUMBER, r->at, r->letters, r->glued);
	if (k == NULL)
		return;
	k->milli = n.milli;
	k->figure = true;
	k->doubt = n.doubt || may_be_thousands(t, r);
	k->too_long = n.too_long;
}

/* The longest known phrase at a Chinese character. */
static size_t
longest_han(
    const struct intent_text *t, size_t at, size_t letters, struct known *out)
{
	struct known_place place = intent_known_start();
	size_t longest = 0;
	for (size_t n = 1; n <= letters && n <= HAN_LONGEST; n++) {
		if (!intent_known_step(t, &place, t->fold.at[at + n - 1]))
			break;
		struct known known = intent_known_at(t, place);
		if (!intent_known_has_senses(known))
			continue;
		longest = n;
		*out = known;
	}
	return longest;
}

/* The same with characters that look or sound alike; two at least. */
static size_t
longest_alike(const struct intent_text *t, size_t at, size_t letters,
    const struct lexicon_entry **out)
{
	const struct lexicon_table *alikes = catalogue_alikes(t->cat);
	uint32_t place = LEXICON_TABLE_START;
	size_t longest = 0;
	for (size_t n = 1; n <= letters && n <= HAN_LONGEST; n++) {
		place = lexicon_table_step(alikes, place,
		    lexicon_alike(t->lex, t->fold.at[at + n - 1]));
		if (place == LEXICON_TABLE_NOWHERE)
			break;
		const struct lexicon_entry *e = lexicon_table_at(alikes, place);
		if (e == NULL || n < 2)
			continue;
		longest = n;
		*out = e;
	}
	return longest;
}

static struct token *
last_token(struct intent_text *t)
{
	return t->count > 0 ? &t->tokens[t->count - 1] : NULL;
}

static void
add_han_number(struct intent_text *t, size_t at, bool glued, struct number n)
{
	struct token *before = last_token(t);
	if (n.times && before != NULL && glued && before->figure &&
	    before->kind == TOKEN_NUMBER) {
		bool fits = before->milli <= NUMBER_MAX / (n.milli / 1000);
		before->milli *= fits ? n.milli / 1000 : 1;
		before->too_long = before->too_long || !fits;
		before->letters += (uint16_t)n.used;
		return;
	}
	struct token *k = intent_word_token(t, TOKEN_NUMBER, at, n.used, glued);
	if (k == NULL)
		return;
	k->milli = n.milli;
	k->high_milli = n.high_milli;
	k->doubt = n.doubt;
}

static void
add_unknown_han(struct intent_text *t, size_t at, bool glued)
{
	struct token *before = last_token(t);
	if (glued && before != NULL && before->unknown &&
	    before->at + before->letters == at) {
		before->letters++;
		return;
	}
	struct token *k = intent_word_token(t, TOKEN_WORD, at, 1, glued);
	if (k != NULL)
		k->unknown = true;
}

static size_t
add_alike(struct intent_text *t, size_t at, size_t letters, bool glued,
    const struct lexicon_entry *e, bool doubt)
{
	struct token *k = intent_word_token(t, TOKEN_WORD, at, letters, glued);
	for (size_t i = 0; k != NULL && i < e->senses; i++)
		intent_word_sense(
		    k, lexicon_table_senses(catalogue_alikes(t->cat), e)[i]);
	/* The start of it would be other goods: "yam" in "yam egg". */
	if (k != NULL)
		k->doubt = doubt;
	return letters;
}

/* A number, else the longest phrase, else a longer name in which characters
 * were confused, else one unknown character. */
static size_t
read_han_at(struct intent_text *t, size_t at, size_t letters, bool glued)
{
	struct known known;
	const struct lexicon_entry *alike = NULL;
	uint32_t first = t->fold.at[at];
	size_t words = longest_han(t, at, letters, &known);
	struct number n = number_han(t->fold.at + at, letters);
	const struct token *before = last_token(t);
	bool behind_number =
	    glued && before != NULL && before->kind == TOKEN_NUMBER;
	bool liang = behind_number && words > 0 &&
		     (first == HAN_LIANG || first == HAN_LIA);
	if (n.used > 0 && n.used >= words && !liang) {
		add_han_number(t, at, glued, n);
		return n.used;
	}
	size_t alikes = liang || (words == 1 && behind_number)
			    ? 0
			    : longest_alike(t, at, letters, &alike);
	if (alikes > words)
		return add_alike(t, at, alikes, glued, alike, words > 1);
	if (words == 0) {
		add_unknown_han(t, at, glued);
		return 1;
	}
	struct token *k = intent_word_token(t, TOKEN_WORD, at, words, glued);
	if (k != NULL)
		intent_word_senses(t, k, known);
	return words;
}

static void
read_han(struct intent_text *t, const struct raw *r)
{
	size_t i = 0;
	while (i < r->letters && t->count < TOKENS_MAX)
		i += read_han_at(
		    t, r->at + i, r->letters - i, i > 0 || r->glued);
}

static void
read_code(struct intent_text *t, const struct raw *r)
{
	uint32_t word[8];
	size_t n = 0;
	for (size_t i = 0; i < r->letters && n < 8; i++) {
		enum fold_class c = fold_class(t->fold.at[r->at + i]);
		if (c == FOLD_LETTER || c == FOLD_DIGIT)
			word[n++] = t->fold.at[r->at + i];
	}
	struct token *k =
	    intent_word_token(t, TOKEN_CODE, r->at, r->letters, r->glued);
	if (k != NULL &&
	    !intent_code_read(k->code, &k->code_open, word, n, t->hints))
		(void)intent_code_signed(k->code, word, n);
}

/* A mark, or a little picture that says something: a thumb held up. */
static void
read_mark(struct intent_text *t, const struct raw *r)
{
	struct known known = intent_known(t, t->fold.at + r->at, 1);
	bool says = t->fold.at[r->at] >= PICTURES_FROM &&
		    intent_known_has_senses(known);
	struct token *k = intent_word_token(
	    t, says ? TOKEN_WORD : TOKEN_MARK, r->at, r->letters, r->glued);
	if (k != NULL && says)
		intent_word_senses(t, k, known);
	else if (k != NULL)
		k->mark = t->fold.at[r->at];
}

static size_t
read_raw(struct intent_text *t, const struct intent_raws *raws, size_t i)
{
	const struct raw *r = &raws->raws[i];
	switch (r->kind) {
	case RAW_WORD:
		return intent_word_read(t, raws, i);
	case RAW_NUMBER:
		read_figure(t, r);
		break;
	case RAW_HAN:
		read_han(t, r);
		break;
	case RAW_CODE:
		read_code(t, r);
		break;
	case RAW_LINE:
		intent_word_token(t, TOKEN_LINE, r->at, r->letters, r->glued);
		break;
	case RAW_MARK:
		read_mark(t, r);
		break;
	}
	return 1;
}

bool
token_is_odd(const struct token *k)
{
	static const uint64_t talk =
	    ROLE_BIT(ROLE_TALK) | ROLE_BIT(ROLE_PAST) |
	    ROLE_BIT(ROLE_QUESTION) | ROLE_BIT(ROLE_LABEL) |
	    ROLE_BIT(ROLE_CLOCK) | ROLE_BIT(ROLE_SITE) | ROLE_BIT(ROLE_UNLIKE);
	return k->kind == TOKEN_WORD && k->use == USE_FREE &&
	       k->products_count == 0 && k->unit < 0 && k->day < 0 &&
	       (k->unknown || (k->fuzzy && (k->roles & ~talk) == 0));
}

bool
token_is_noise(const struct token *k)
{
	static const uint64_t noise = ROLE_BIT(ROLE_FILLER) |
				      ROLE_BIT(ROLE_GREET) |
				      ROLE_BIT(ROLE_THANKS);
	if (k->kind == TOKEN_LINE || k->kind == TOKEN_MARK)
		return true;
	return k->kind == TOKEN_WORD && k->roles != 0 &&
	       (k->roles & ~noise) == 0 && k->products_count == 0 &&
	       k->unit < 0 && k->day < 0;
}

struct str
intent_token_source(const struct intent_text *t, size_t first, size_t last)
{
	if (first > last || last >= t->count)
		return str_of(t->source.at, 0);
	size_t from = t->fold.from[t->tokens[first].at];
	size_t end = t->tokens[last].at + t->tokens[last].letters;
	return str_trim(str_of(t->source.at + from, t->fold.from[end] - from));
}

/* Which language the words are in: each votes for those that know it, and has
 * one vote to share among them: "kg" tells little. */
#define VOTES_WORD 12
#define VOTES_HINT 18
#define VOTES_CLEAR 28

static const char *
script_language(uint32_t cp)
{
	if (cp >= 0x4e00 && cp <= 0x9fff)
		return "zh";
	if (cp >= 0x0900 && cp <= 0x097f)
		return "hi";
	if (cp >= 0x0980 && cp <= 0x09ff)
		return "bn";
	if (cp >= 0x0600 && cp <= 0x06ff)
		return "ar";
	if (cp >= 0x1200 && cp <= 0x137f)
		return "am";
	return NULL;
}

struct votes {
	int of[LANGUAGES];
	uint64_t voted; /* bit per language that has any */
};

static void
vote(struct votes *v, int language, int votes)
{
	v->of[language] += votes;
	v->voted |= UINT64_C(1) << language;
}

static void
vote_for_word(struct votes *v, const struct intent_text *t, struct known k)
{
	uint64_t seen = 0;
	for (int i = 0; i < KNOWN_TABLES; i++) {
		const struct lexicon_entry *e = k.entry[i];
		for (size_t n = 0; e != NULL && n < e->senses; n++) {
			uint8_t lang =
			    lexicon_table_senses(intent_table(t, i), e)[n].lang;
			if (lang < LANGUAGES)
				seen |= UINT64_C(1) << lang;
		}
	}
	seen &= ~UINT64_C(1);
	int share = seen == 0 ? 0 : VOTES_WORD / __builtin_popcountll(seen);
	for (; seen != 0; seen &= seen - 1)
		vote(v, __builtin_ctzll(seen), share);
}

/* The first of those with most votes; 0, which is no language, has none. */
static int
winner(const struct votes *v)
{
	int best = 0;
	for (uint64_t left = v->voted; left != 0; left &= left - 1)
		if (v->of[__builtin_ctzll(left)] > v->of[best])
			best = __builtin_ctzll(left);
	return best;
}

/* What may well be mixed in; anything, when so little was said. */
static uint64_t
beside(const struct votes *v, int best, int hint, int english)
{
	uint64_t set = UINT64_C(1) | UINT64_C(1) << best | UINT64_C(1) << hint |
		       UINT64_C(1) << english;
	if (v->of[best] < VOTES_CLEAR)
		return UINT64_MAX;
	for (uint64_t left = v->voted; left != 0; left &= left - 1) {
		int votes = v->of[__builtin_ctzll(left)];
		if (votes >= 2 * VOTES_WORD && 2 * votes >= v->of[best])
			set |= left & -left;
	}
	return set;
}

static void
find_language(struct intent_text *t, const struct intent_raws *raws)
{
	struct votes votes = {.voted = 0};
	int hint = t->hinted;
	int english = t->english;
	vote(
	    &votes, hint, t->hints->lang_guessed ? VOTES_WORD / 2 : VOTES_HINT);
	vote(&votes, english, VOTES_WORD / 4);
	for (size_t i = 0; i < raws->count; i++) {
		const struct raw *r = &raws->raws[i];
		const char *script = script_language(t->fold.at[r->at]);
		if (script != NULL)
			vote(&votes, lexicon_language(t->lex, script),
			    2 * VOTES_WORD);
		else if (r->kind == RAW_WORD && r->guess == 0)
			vote_for_word(&votes, t, intent_known_at(t, r->place));
	}
	votes.of[0] = 0;
	t->language = winner(&votes);
	t->vague = votes.of[t->language] < VOTES_WORD;
	t->beside = beside(&votes, t->language, hint, english);
}

bool
intent_writes_comma(const char *lang)
{
	static const char *const langs[] = {"fr", "es", "pt", "id"};
	struct str bare;
	struct str rest = str_from(lang);
	if (lang == NULL || !str_cut(&bare, &rest, '-'))
		return false;
	for (size_t i = 0; i < sizeof(langs) / sizeof(langs[0]); i++)
		if (str_is(bare, langs[i]))
			return true;
	return false;
}

void
intent_token_read(struct intent_text *t)
{
	struct intent_raws raws;
	t->count = 0;
	intent_split(&raws, t);
	find_language(t, &raws);
	if (t->hints->lang == NULL || t->hints->lang_guessed)
		t->comma_decimal = intent_writes_comma(
		    lexicon_language_name(t->lex, t->language));
	for (size_t i = 0; i < raws.count && t->count < TOKENS_MAX;)
		i += read_raw(t, &raws, i);
	t->cut = t->fold.count == FOLD_MAX || raws.count == RAWS_MAX ||
		 t->count == TOKENS_MAX;
	intent_join_numbers(t);
}
