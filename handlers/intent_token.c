/* intent_token - see the header. */
#include "handlers/intent_token.h"

#include <string.h>

#include "handlers/intent_code.h"
#include "handlers/intent_split.h"
#include "handlers/lexicon_near.h"
#include "handlers/number.h"

#define WORDS_MAX 6 /* of one phrase */
#define HAN_LONGEST 8 /* characters of one phrase */
#define HAN_LIANG 0x4e24
#define GUESS_MARGIN 3 /* tenths: closer than this, both are possible */
#define OTHER_LANGUAGE 4
#define SMALL_TALK 5

/* One reading of some consecutive pieces as a phrase. */
struct reading {
	size_t words;
	struct known known;
	int cost;
};

struct tokens {
	struct intent_text *t;
	const struct intent_raws *raws;
};

static struct token *
add_token(struct intent_text *t, enum token_kind kind, size_t at,
    size_t letters, bool glued)
{
	if (t->count == TOKENS_MAX)
		return NULL;
	struct token *k = &t->tokens[t->count++];
	*k = (struct token){.kind = kind,
	    .at = (uint16_t)at,
	    .letters = (uint16_t)letters,
	    .glued = glued,
	    .unit = -1,
	    .day = -1};
	return k;
}

static void
add_product(struct token *k, struct sense s)
{
	bool own = s.milli == PRODUCT_NAME_OWN;
	if (own && !k->own_name)
		k->products_count = 0;
	if (!own && k->own_name)
		return;
	k->own_name = own;
	k->fuzzy = k->fuzzy || s.milli == PRODUCT_NAME_ALIKE;
	for (size_t i = 0; i < k->products_count; i++)
		if (k->products[i] == (int16_t)s.value)
			return;
	if (k->products_count <= INTENT_RIVALS)
		k->products[k->products_count++] = (int16_t)s.value;
}

static void
add_sense(struct token *k, struct sense s)
{
	if (s.lang < 32)
		k->languages |= 1u << s.lang;
	switch (s.kind) {
	case SENSE_WORD:
		k->roles |= ROLE_BIT(s.value);
		break;
	case SENSE_NUMBER:
		k->milli = s.milli;
		k->kind = TOKEN_NUMBER;
		break;
	case SENSE_TIMES:
		k->milli = s.milli;
		k->times = true;
		k->times_next = s.value == 1;
		k->kind = TOKEN_NUMBER;
		break;
	case SENSE_PLUS:
		k->milli = s.milli;
		k->plus = true;
		k->kind = TOKEN_NUMBER;
		break;
	case SENSE_UNIT:
		k->unit = (int16_t)s.value;
		k->unit_milli = s.milli;
		break;
	case SENSE_PRODUCT:
		add_product(k, s);
		break;
	case SENSE_DAY:
		k->day = (int8_t)s.value;
		break;
	case SENSE_LANGUAGE:
		k->language = (int8_t)s.value;
		break;
	}
}

static bool
has_language(const struct intent_text *t, struct known known)
{
	for (int i = 0; t->language > 0 && i < 2; i++) {
		const struct lexicon_entry *e = known.entry[i];
		for (size_t s = 0; e != NULL && s < e->senses; s++)
			if (lexicon_table_senses(intent_table(t, i), e)[s]
				.lang == t->language)
				return true;
	}
	return false;
}

/* The senses in the text's own language, if there are any, else all.  STOP is
 * heard in every language. */
static void
add_senses(const struct intent_text *t, struct token *k, struct known known)
{
	bool own_only = has_language(t, known);
	for (int i = 0; i < 2; i++) {
		const struct lexicon_entry *e = known.entry[i];
		for (size_t n = 0; e != NULL && n < e->senses; n++) {
			struct sense s =
			    lexicon_table_senses(intent_table(t, i), e)[n];
			if (!own_only || s.lang == 0 || s.lang == t->language ||
			    (s.kind == SENSE_WORD && s.value == ROLE_STOP))
				add_sense(k, s);
		}
	}
	/* A number word that is also a plain word ("do" gives, and is two). */
	if (k->kind == TOKEN_NUMBER && k->products_count > 0)
		k->kind = TOKEN_WORD;
	k->weak = k->products_count > 0 &&
		  (fold_class(t->fold.at[k->at]) == FOLD_HAN ? k->letters < 2
							     : k->letters < 4);
}

static bool
has_senses(struct known k)
{
	return (k.entry[0] != NULL && k.entry[0]->senses > 0) ||
	       (k.entry[1] != NULL && k.entry[1]->senses > 0);
}

static size_t
words_max(struct known k)
{
	size_t n = 1;
	for (int i = 0; i < 2; i++)
		if (k.entry[i] != NULL && k.entry[i]->words_max > n)
			n = k.entry[i]->words_max;
	return n < WORDS_MAX ? n : WORDS_MAX;
}

/* The spellings a piece may stand for: its own, or the guessed ones. */
struct spelling {
	const uint32_t *text;
	size_t letters;
	int cost;
};

static size_t
spellings(const struct tokens *s, size_t raw,
    struct spelling out[LEXICON_NEAR_MAX], uint32_t key[LEXICON_PHRASE_MAX])
{
	const struct raw *r = &s->raws->raws[raw];
	if (r->guess == 0) {
		size_t n = intent_word_key(key, s->t, r->at, r->letters);
		out[0] = (struct spelling){key, n, 0};
		return 1;
	}
	const struct guess *g = &s->raws->guesses[r->guess - 1];
	for (size_t i = 0; i < g->count; i++)
		out[i] = (struct spelling){
		    lexicon_table_text(g->near[i].table, g->near[i].entry),
		    g->near[i].entry->letters, g->near[i].cost};
	return g->count;
}

struct phrase {
	uint32_t text[LEXICON_PHRASE_MAX];
	size_t letters;
	int cost;
	size_t words;
};

/* Only small talk: a guess at it would explain nothing. */
static bool
says_nothing(const struct intent_text *t, struct known known)
{
	static const uint64_t talk = ROLE_BIT(ROLE_TALK) | ROLE_BIT(ROLE_PAST) |
				     ROLE_BIT(ROLE_QUESTION) |
				     ROLE_BIT(ROLE_LABEL) |
				     ROLE_BIT(ROLE_CLOCK);
	for (int i = 0; i < 2; i++) {
		const struct lexicon_entry *e = known.entry[i];
		for (size_t n = 0; e != NULL && n < e->senses; n++) {
			struct sense s =
			    lexicon_table_senses(intent_table(t, i), e)[n];
			if (s.kind != SENSE_WORD ||
			    (ROLE_BIT(s.value) & talk) == 0)
				return false;
		}
	}
	return true;
}

static void
keep_reading(
    struct reading *best, const struct tokens *s, const struct phrase *p)
{
	struct known k = intent_known(s->t, p->text, p->letters);
	if (!has_senses(k))
		return;
	int cost = p->cost;
	if (p->cost > 0 && says_nothing(s->t, k))
		cost += SMALL_TALK;
	if (p->cost > 0 && !has_language(s->t, k)) {
		/* A slip that lands in another language must be a small one. */
		cost += OTHER_LANGUAGE;
		if (p->words == 1 &&
		    cost > lexicon_near_limit(p->letters, p->letters))
			return;
	}
	if (best->words > p->words ||
	    (best->words == p->words && best->cost <= cost))
		return;
	*best = (struct reading){p->words, k, cost};
}

/* Tries all spellings of the pieces from `raw` on, deeper while some phrase
 * might still go on. */
static void
try_phrases(struct reading *best, const struct tokens *s, size_t raw,
    const struct phrase *so_far, size_t words_left)
{
	const struct intent_raws *raws = s->raws;
	if (words_left == 0 || raw >= raws->count ||
	    raws->raws[raw].kind != RAW_WORD)
		return;
	struct spelling list[LEXICON_NEAR_MAX];
	uint32_t key[LEXICON_PHRASE_MAX];
	size_t count = spellings(s, raw, list, key);
	for (size_t i = 0; i < count; i++) {
		struct phrase p = *so_far;
		if (p.letters + list[i].letters + 1 > LEXICON_PHRASE_MAX)
			continue;
		if (p.letters > 0)
			p.text[p.letters++] = ' ';
		memcpy(p.text + p.letters, list[i].text,
		    list[i].letters * sizeof(uint32_t));
		p.letters += list[i].letters;
		p.cost += list[i].cost;
		p.words++;
		size_t left = words_left - 1;
		if (p.words == 1)
			left =
			    words_max(intent_known(s->t, p.text, p.letters)) -
			    1;
		keep_reading(best, s, &p);
		try_phrases(best, s, raw + 1, &p, left);
	}
}

/* "ground nuts", "egg plant": two words that the list writes as one. */
static void
try_joined(struct reading *best, const struct tokens *s, size_t raw)
{
	const struct raw *r = &s->raws->raws[raw];
	if (raw + 1 >= s->raws->count || r[1].kind != RAW_WORD ||
	    r->letters < 2 || r[1].letters < 3)
		return;
	uint32_t key[2 * LEXICON_PHRASE_MAX];
	size_t n = intent_word_key(key, s->t, r->at, r->letters);
	n += intent_word_key(key + n, s->t, r[1].at, r[1].letters);
	struct known k = n > LEXICON_PHRASE_MAX || n < 6
			     ? (struct known){{NULL, NULL}}
			     : intent_known(s->t, key, n);
	if (best->words < 2 && intent_known_as(s->t, k, SENSE_PRODUCT))
		*best = (struct reading){2, k, 0};
}

/* Other products about as near as the one taken: the person is asked. */
static void
add_rivals(const struct tokens *s, struct token *k, size_t raw,
    const struct reading *taken)
{
	const struct raw *r = &s->raws->raws[raw];
	if (r->guess == 0 || taken->words != 1)
		return;
	const struct guess *g = &s->raws->guesses[r->guess - 1];
	for (size_t i = 0; i < g->count; i++) {
		struct known other = intent_known(s->t,
		    lexicon_table_text(g->near[i].table, g->near[i].entry),
		    g->near[i].entry->letters);
		int cost = g->near[i].cost +
			   (has_language(s->t, other) ? 0 : OTHER_LANGUAGE);
		if (cost > taken->cost + GUESS_MARGIN)
			continue;
		struct token rival = {.kind = TOKEN_WORD, .at = k->at};
		add_senses(s->t, &rival, other);
		for (size_t p = 0; p < rival.products_count; p++)
			add_product(k, (struct sense){SENSE_PRODUCT, 0,
					   (uint16_t)rival.products[p],
					   k->own_name ? PRODUCT_NAME_OWN
						       : PRODUCT_NAME_SYNONYM});
	}
}

static size_t
read_word(struct tokens *s, size_t raw)
{
	const struct raw *r = &s->raws->raws[raw];
	struct reading best = {0, {{NULL, NULL}}, 0};
	struct phrase none = {.letters = 0};
	try_phrases(&best, s, raw, &none, WORDS_MAX);
	try_joined(&best, s, raw);
	size_t words = best.words == 0 ? 1 : best.words;
	const struct raw *last = &s->raws->raws[raw + words - 1];
	struct token *k = add_token(s->t, TOKEN_WORD, r->at,
	    (size_t)(last->at + last->letters - r->at), r->glued);
	if (k == NULL)
		return words;
	if (best.words == 0) {
		k->unknown = true;
		return words;
	}
	k->fuzzy = best.cost > 0;
	add_senses(s->t, k, best.known);
	if (best.cost > 0 && k->products_count > 0)
		add_rivals(s, k, raw, &best);
	return words;
}

static void
read_figure(struct intent_text *t, const struct raw *r)
{
	struct number n =
	    number_digits(t->fold.at + r->at, r->letters, t->comma_decimal);
	struct token *k =
	    add_token(t, TOKEN_NUMBER, r->at, r->letters, r->glued);
	if (k == NULL)
		return;
	k->milli = n.milli;
	k->figure = true;
	k->doubt = n.doubt;
	k->too_long = n.too_long;
}

/* The longest known phrase at a Chinese character. */
static size_t
longest_han(
    const struct intent_text *t, size_t at, size_t letters, struct known *out)
{
	for (size_t n = letters < HAN_LONGEST ? letters : HAN_LONGEST; n > 0;
	     n--) {
		*out = intent_known(t, t->fold.at + at, n);
		if (has_senses(*out))
			return n;
	}
	return 0;
}

/* The same with characters that look or sound alike; two at least. */
static size_t
longest_alike(
    const struct intent_text *t, size_t at, size_t letters, struct known *out)
{
	uint32_t alike[HAN_LONGEST];
	size_t most = letters < HAN_LONGEST ? letters : HAN_LONGEST;
	for (size_t i = 0; i < most; i++)
		alike[i] = lexicon_alike(t->lex, t->fold.at[at + i]);
	for (size_t n = most; n > 1; n--) {
		out->entry[0] =
		    lexicon_table_find(catalogue_alikes(t->cat), alike, n);
		out->entry[1] = NULL;
		if (out->entry[0] != NULL)
			return n;
	}
	return 0;
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
	    before->kind == TOKEN_NUMBER &&
	    before->milli <= NUMBER_MAX / (n.milli / 1000)) {
		before->milli *= n.milli / 1000;
		before->letters += (uint16_t)n.used;
		return;
	}
	struct token *k = add_token(t, TOKEN_NUMBER, at, n.used, glued);
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
	struct token *k = add_token(t, TOKEN_WORD, at, 1, glued);
	if (k != NULL)
		k->unknown = true;
}

static size_t
read_han_at(struct intent_text *t, size_t at, size_t letters, bool glued)
{
	struct known known;
	size_t words = longest_han(t, at, letters, &known);
	struct number n = number_han(t->fold.at + at, letters);
	const struct token *before = last_token(t);
	bool behind_number =
	    glued && before != NULL && before->kind == TOKEN_NUMBER;
	bool liang = behind_number && t->fold.at[at] == HAN_LIANG && words > 0;
	if (n.used > 0 && n.used >= words && !liang) {
		add_han_number(t, at, glued, n);
		return n.used;
	}
	struct known alike = {{NULL, NULL}};
	size_t alikes =
	    words < 2 && !liang ? longest_alike(t, at, letters, &alike) : 0;
	if (alikes > 1 && !(words == 1 && behind_number)) {
		words = alikes;
		known = alike;
	}
	if (words == 0) {
		add_unknown_han(t, at, glued);
		return 1;
	}
	struct token *k = add_token(t, TOKEN_WORD, at, words, glued);
	if (k == NULL)
		return words;
	if (alikes > 1 && known.entry[0] == alike.entry[0]) {
		const struct lexicon_entry *e = alike.entry[0];
		for (size_t i = 0; i < e->senses; i++)
			add_sense(k, lexicon_table_senses(
					 catalogue_alikes(t->cat), e)[i]);
	} else {
		add_senses(t, k, known);
	}
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
	struct token *k = add_token(t, TOKEN_CODE, r->at, r->letters, r->glued);
	if (k != NULL)
		intent_code_read(k->code, &k->code_open, word, n, t->hints);
}

static size_t
read_raw(struct tokens *s, size_t i)
{
	const struct raw *r = &s->raws->raws[i];
	struct intent_text *t = s->t;
	switch (r->kind) {
	case RAW_WORD:
		return read_word(s, i);
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
		add_token(t, TOKEN_LINE, r->at, r->letters, r->glued);
		break;
	case RAW_MARK: {
		struct token *k =
		    add_token(t, TOKEN_MARK, r->at, r->letters, r->glued);
		if (k != NULL)
			k->mark = t->fold.at[r->at];
		break;
	}
	}
	return 1;
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

/* Which language the words are in: each votes for those that know it. */
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

static void
vote_for_word(const struct intent_text *t, struct known k, int *votes)
{
	uint64_t seen = 0;
	for (int i = 0; i < 2; i++) {
		const struct lexicon_entry *e = k.entry[i];
		for (size_t n = 0; e != NULL && n < e->senses; n++) {
			uint8_t lang =
			    lexicon_table_senses(intent_table(t, i), e)[n].lang;
			if (lang < 64)
				seen |= UINT64_C(1) << lang;
		}
	}
	for (int i = 1; i < 64; i++)
		if (seen & (UINT64_C(1) << i))
			votes[i] += 2;
}

static void
find_language(struct intent_text *t, const struct intent_raws *raws)
{
	int votes[64] = {0};
	int hint = t->hints->lang == NULL
		       ? 0
		       : lexicon_language(t->lex, t->hints->lang);
	int english = lexicon_language(t->lex, "en");
	votes[hint] += 3;
	votes[english] += 1;
	for (size_t i = 0; i < raws->count; i++) {
		const struct raw *r = &raws->raws[i];
		const char *script = script_language(t->fold.at[r->at]);
		uint32_t key[LEXICON_PHRASE_MAX];
		if (script != NULL)
			votes[lexicon_language(t->lex, script)] += 4;
		else if (r->kind == RAW_WORD && r->guess == 0)
			vote_for_word(t,
			    intent_known(t, key,
				intent_word_key(key, t, r->at, r->letters)),
			    votes);
	}
	int best = 0;
	votes[0] = 0;
	for (int i = 1; i < 64; i++)
		if (votes[i] > votes[best])
			best = i;
	t->language = best;
}

static enum number_part
part_of(const struct token *k)
{
	if (k->figure)
		return NUMBER_FIGURE;
	if (k->plus)
		return NUMBER_PLUS;
	if (k->times)
		return k->times_next ? NUMBER_TIMES_NEXT : NUMBER_TIMES;
	return NUMBER_PLAIN;
}

/* "2k": thousands, or kilos with the g left out. */
static bool
is_kilo_letter(const struct intent_text *t, size_t i)
{
	const struct token *k = &t->tokens[i];
	return i < t->count && k->kind == TOKEN_WORD && k->letters == 1 &&
	       k->glued && t->fold.at[k->at] == 'k';
}

static void
absorb(struct intent_text *t, size_t first, size_t last)
{
	struct token *k = &t->tokens[first];
	const struct token *end = &t->tokens[last];
	k->letters = (uint16_t)(end->at + end->letters - k->at);
}

/* "1 000": groups of three digits with blanks between. */
static bool
join_thousands(const struct intent_text *t, size_t first, size_t last, size_t n,
    struct number_words *w)
{
	const struct token *k = &t->tokens[n];
	int64_t milli = number_words_milli(w);
	if (!t->tokens[first].figure || !k->figure || k->letters != 3 ||
	    n != last + 1 || k->glued || t->fold.at[k->at] != '0' ||
	    t->tokens[last].letters > 3 || milli % 1000 != 0 ||
	    milli > 999999000)
		return false;
	number_words_start(w);
	return number_words_add(w, NUMBER_FIGURE, milli * 1000 + k->milli);
}

/* Adds up the number words from `i` on; returns the last token used. */
static size_t
join_numbers(struct intent_text *t, size_t i)
{
	struct token *k = &t->tokens[i];
	struct number_words w;
	number_words_start(&w);
	if (k->too_long || k->high_milli > 0 || k->plus ||
	    !number_words_add(&w, part_of(k), k->milli))
		return i;
	size_t last = i;
	for (size_t n = i + 1; n < t->count; n++) {
		const struct token *next = &t->tokens[n];
		if (token_has(next, ROLE_AND) && next->kind == TOKEN_WORD &&
		    n + 1 < t->count && !k->figure)
			next = &t->tokens[++n];
		if (join_thousands(t, i, last, n, &w)) {
			last = n;
			continue;
		}
		if (next->kind != TOKEN_NUMBER || next->too_long ||
		    next->high_milli > 0)
			break;
		if (!number_words_add(&w, part_of(next), next->milli))
			break;
		last = n;
	}
	k->milli = number_words_milli(&w);
	k->times = false;
	absorb(t, i, last);
	if (is_kilo_letter(t, last + 1) && k->milli <= 999999000) {
		k->milli *= 1000;
		k->doubt = true;
		last++;
		absorb(t, i, last);
	}
	return last;
}

static void
join_all_numbers(struct intent_text *t)
{
	size_t to = 0;
	for (size_t i = 0; i < t->count; i++) {
		size_t last = i;
		if (t->tokens[i].kind == TOKEN_NUMBER)
			last = join_numbers(t, i);
		t->tokens[to++] = t->tokens[i];
		i = last;
	}
	t->count = to;
}

void
intent_token_read(struct intent_text *t)
{
	struct intent_raws raws;
	t->count = 0;
	intent_split(&raws, t);
	find_language(t, &raws);
	struct tokens s = {t, &raws};
	for (size_t i = 0; i < raws.count && t->count < TOKENS_MAX;)
		i += read_raw(&s, i);
	join_all_numbers(t);
}
