/* intent_word - see the header. */
#include "handlers/intent_word.h"

#define WORDS_MAX 6 /* of one phrase */
#define OTHER_LANGUAGE 4
#define SMALL_TALK 5
#define SMALL_SLIP 7
#define LONG_LETTERS 7
#define PART_LETTERS 6 /* of goods that a part of phrases may be a slip for */

/* One reading of some consecutive pieces as a phrase. */
struct reading {
	size_t words;
	struct known known;
	int cost;
};

struct tokens {
	struct intent_text *t;
	const struct intent_raws *raws;
	bool part; /* the first word is known as part of phrases */
	size_t letters; /* of it */
	bool answer; /* a word and a code, no more */
};

struct token *
intent_word_token(struct intent_text *t, enum token_kind kind, size_t at,
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
	    .day = -1,
	    .next = -1};
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

void
intent_word_sense(struct token *k, struct sense s)
{
	if (s.lang < 32)
		k->languages |= 1u << s.lang;
	switch (s.kind) {
	case SENSE_WORD:
		k->roles |= ROLE_BIT(s.value);
		k->behind = k->behind || s.count == SENSE_BEHIND;
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
		k->plus = s.value == 0;
		k->plus_next = s.value == 1;
		k->kind = TOKEN_NUMBER;
		break;
	case SENSE_UNIT:
		k->unit = (int16_t)s.value;
		k->unit_milli = s.milli;
		k->count = s.count;
		break;
	case SENSE_PRODUCT:
		k->count = k->count > 0 ? k->count : s.count;
		add_product(k, s);
		break;
	case SENSE_DAY:
		k->day = (int8_t)s.value;
		break;
	case SENSE_ORDINAL:
		k->ordinal = (uint8_t)s.value;
		break;
	case SENSE_LANGUAGE:
		k->language = (int8_t)s.value;
		break;
	}
}

static bool
is_of_language(const struct intent_text *t, struct known known, int language)
{
	for (int i = 0; i < KNOWN_TABLES; i++) {
		const struct lexicon_entry *e = known.entry[i];
		for (size_t s = 0; e != NULL && s < e->senses; s++)
			if (lexicon_table_senses(intent_table(t, i), e)[s]
				.lang == language)
				return true;
	}
	return false;
}

static bool
has_language(const struct intent_text *t, struct known known)
{
	return t->language > 0 && is_of_language(t, known, t->language);
}

/* A short word that only a language knows of which nothing else in the text
 * speaks: "pole" is no chicken in Swahili.  STOP is heard everywhere. */
#define SHORT_LETTERS 5

static bool
is_far_fetched(const struct intent_text *t, struct known known)
{
	if (known.letters >= SHORT_LETTERS || known.first >= 0x250)
		return false;
	for (int i = 0; i < 2; i++) {
		const struct lexicon_entry *e = known.entry[i];
		for (size_t n = 0; e != NULL && n < e->senses; n++) {
			struct sense s =
			    lexicon_table_senses(intent_table(t, i), e)[n];
			if (s.lang >= 64 ||
			    (t->beside & (UINT64_C(1) << s.lang)) ||
			    (s.kind == SENSE_WORD && s.value == ROLE_STOP))
				return false;
		}
	}
	return true;
}

/* Names shorter than this need company to be goods: scripts other than the
 * Latin one say more with a letter. */
static size_t
weak_letters(uint32_t first)
{
	if (fold_class(first) == FOLD_HAN)
		return 2;
	return first < 0x250 ? 4 : 3;
}

/* The senses in the text's own language, if there are any, else all.  So STOP
 * is heard in every language, but not where the word is another one: acha ends
 * our texts in Swahili, and is "all right" in Hindi. */
void
intent_word_senses(
    const struct intent_text *t, struct token *k, struct known known)
{
	bool own_only = has_language(t, known);
	for (int i = 0; i < KNOWN_TABLES; i++) {
		const struct lexicon_entry *e = known.entry[i];
		for (size_t n = 0; e != NULL && n < e->senses; n++) {
			struct sense s =
			    lexicon_table_senses(intent_table(t, i), e)[n];
			if (!own_only || s.lang == 0 || s.lang == t->language)
				intent_word_sense(k, s);
		}
	}
	/* A number word that is also a plain word ("do" gives, and is two). */
	if (k->kind == TOKEN_NUMBER && k->products_count > 0)
		k->kind = TOKEN_WORD;
	k->weak = k->products_count > 0 &&
		  k->letters < weak_letters(t->fold.at[k->at]);
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

/* Some consecutive pieces, so far. */
struct phrase {
	struct known_place place;
	int cost;
	size_t words;
};

/* Words that act are not guessed from a slip when they are short ("offee" is
 * no offer); STOP, START and a no never are. */
static bool
must_be_exact(const struct tokens *tokens, struct known known)
{
	const struct intent_text *t = tokens->t;
	bool is_short = known.letters < 6;
	static const uint64_t never =
	    ROLE_BIT(ROLE_STOP) | ROLE_BIT(ROLE_START) | ROLE_BIT(ROLE_NO);
	static const uint64_t acting =
	    ROLE_BIT(ROLE_SELL) | ROLE_BIT(ROLE_CANCEL) | ROLE_BIT(ROLE_YES);
	for (int i = 0; i < 2; i++) {
		const struct lexicon_entry *e = known.entry[i];
		for (size_t n = 0; e != NULL && n < e->senses; n++) {
			struct sense s =
			    lexicon_table_senses(intent_table(t, i), e)[n];
			uint64_t bit =
			    s.kind == SENSE_WORD ? ROLE_BIT(s.value) : 0;
			/* Beside a code alone it can be nothing else. */
			if ((bit & ROLE_BIT(ROLE_YES)) && tokens->answer)
				continue;
			if ((bit & never) || ((bit & acting) && is_short))
				return true;
		}
	}
	return false;
}

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
	struct known k = intent_known_at(s->t, p->place);
	if (!intent_known_has_senses(k))
		return;
	int cost = p->cost;
	if (p->words == 1 && is_far_fetched(s->t, k))
		return;
	if (cost > s->t->limits->slip * (int)p->words)
		return;
	if (p->cost > 0 && p->words == 1 && must_be_exact(s, k))
		return;
	/* "dont" is a word, if not alone: it may be mistyped goods, no more. */
	if (p->cost > 0 && p->words == 1 && s->part &&
	    (s->letters < PART_LETTERS ||
		(!intent_known_as(s->t, k, SENSE_PRODUCT) &&
		    !intent_known_as(s->t, k, SENSE_UNIT))))
		return;
	if (p->cost > 0 && says_nothing(s->t, k))
		cost += SMALL_TALK;
	if (p->cost > 0 && !has_language(s->t, k)) {
		/* A slip that lands in another language must be a small one,
		 * or of a long word in a text that has none. */
		bool may = s->t->vague && s->letters >= LONG_LETTERS;
		cost += OTHER_LANGUAGE;
		if (p->words == 1 && p->cost > SMALL_SLIP && !may)
			return;
	}
	if (best->words > p->words ||
	    (best->words == p->words && best->cost <= cost))
		return;
	*best = (struct reading){p->words, k, cost};
}

/* One more word; false when no phrase goes on with it. */
static bool
add_word(const struct intent_text *t, struct phrase *p, const uint32_t *word,
    size_t letters, int cost)
{
	bool first = p->words++ == 0;
	p->cost += cost;
	return (first || intent_known_step(t, &p->place, ' ')) &&
	       intent_known_walk(t, &p->place, word, letters);
}

/* As it was typed. */
static bool
add_raw(const struct intent_text *t, struct phrase *p, const struct raw *r)
{
	if (p->words > 0)
		return add_word(t, p, t->fold.at + r->at, r->letters, 0);
	*p = (struct phrase){.place = r->place, .words = 1};
	return true;
}

static bool
add_near(const struct intent_text *t, struct phrase *p,
    const struct lexicon_near *near)
{
	return add_word(t, p, near->text, near->letters, near->cost);
}

/* Tries all spellings of the pieces from `raw` on, deeper while some phrase
 * goes on. */
static void
try_phrases(struct reading *best, const struct tokens *s, size_t raw,
    const struct phrase *so_far)
{
	const struct raw *r = &s->raws->raws[raw];
	if (so_far->words == WORDS_MAX || raw >= s->raws->count ||
	    r->kind != RAW_WORD)
		return;
	const struct guess *g =
	    r->guess == 0 ? NULL : &s->raws->guesses[r->guess - 1];
	size_t spellings = g == NULL ? 1 : g->count;
	for (size_t i = 0; i < spellings; i++) {
		struct phrase p = *so_far;
		bool goes_on = g == NULL ? add_raw(s->t, &p, r)
					 : add_near(s->t, &p, &g->near[i]);
		if (!goes_on)
			continue;
		keep_reading(best, s, &p);
		try_phrases(best, s, raw + 1, &p);
	}
}

/* "ground nuts", "egg plant": two words that the list writes as one. */
static void
try_joined(struct reading *best, const struct tokens *s, size_t raw)
{
	const struct raw *r = &s->raws->raws[raw];
	if (best->words > 1 || raw + 1 >= s->raws->count ||
	    r[1].kind != RAW_WORD || r->letters < 2 || r[1].letters < 3)
		return;
	struct known_place place = r->place;
	if (!intent_known_walk(
		s->t, &place, s->t->fold.at + r[1].at, r[1].letters))
		return;
	struct known k = intent_known_at(s->t, place);
	if (intent_known_as(s->t, k, SENSE_PRODUCT) && k.letters >= 6)
		*best = (struct reading){2, k, 0};
}

/* The best of those that lost, to be told when somebody wants to know. */
static void
note_next(struct token *k, const struct token *other, int cost)
{
	if (other->products_count == 0 || k->next >= 0 ||
	    other->products[0] == k->products[0] || cost > UINT8_MAX)
		return;
	k->next = other->products[0];
	k->next_cost = (uint8_t)cost;
}

/* Is it a word of the text's language, or of one mixed in? */
static bool
speaks(const struct intent_text *t, struct known known)
{
	for (int i = 0; i < KNOWN_TABLES; i++) {
		const struct lexicon_entry *e = known.entry[i];
		for (size_t n = 0; e != NULL && n < e->senses; n++) {
			uint8_t lang =
			    lexicon_table_senses(intent_table(t, i), e)[n].lang;
			if (lang >= 64 || (t->beside & (UINT64_C(1) << lang)))
				return true;
		}
	}
	return false;
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
		struct known other =
		    intent_known(s->t, g->near[i].text, g->near[i].letters);
		int cost = g->near[i].cost +
			   (has_language(s->t, other) ? 0 : OTHER_LANGUAGE);
		struct token rival = {.kind = TOKEN_WORD, .at = k->at};
		intent_word_senses(s->t, &rival, other);
		bool far = speaks(s->t, taken->known) && !speaks(s->t, other);
		if (cost > taken->cost + s->t->limits->margin || far) {
			note_next(k, &rival, cost);
			continue;
		}
		for (size_t p = 0; p < rival.products_count; p++)
			add_product(k, (struct sense){SENSE_PRODUCT, 0,
					   (uint16_t)rival.products[p],
					   k->own_name ? PRODUCT_NAME_OWN
						       : PRODUCT_NAME_SYNONYM,
					   0});
	}
}

/* "ndioy c3q" */
static bool
is_answer(const struct intent_raws *raws)
{
	size_t words = 0;
	size_t codes = 0;
	for (size_t i = 0; i < raws->count; i++) {
		words += raws->raws[i].kind == RAW_WORD;
		codes += raws->raws[i].kind == RAW_CODE;
	}
	return words == 1 && codes == 1 && raws->count <= 4;
}

/* "do kilo aloo", in a text that says little of its language: before a measure
 * or goods, a word that is small talk here and a number there is the number, if
 * what is behind it is said there, too: not in "du miel". */
static void
prefer_number(
    const struct tokens *s, struct token *k, size_t raw, struct known known)
{
	static const uint64_t small =
	    ROLE_BIT(ROLE_TALK) | ROLE_BIT(ROLE_FILLER);
	const struct raw *next = &s->raws->raws[raw + 1];
	if (k->kind != TOKEN_WORD || k->roles == 0 || (k->roles & ~small) ||
	    k->products_count > 0 || k->unit >= 0 ||
	    raw + 1 >= s->raws->count || next->kind != RAW_WORD)
		return;
	struct known behind = intent_known_at(s->t, next->place);
	if (!intent_known_as(s->t, behind, SENSE_UNIT) &&
	    !intent_known_as(s->t, behind, SENSE_PRODUCT))
		return;
	for (int i = 0; i < KNOWN_TABLES; i++) {
		const struct lexicon_entry *e = known.entry[i];
		for (size_t n = 0; e != NULL && n < e->senses; n++) {
			struct sense number =
			    lexicon_table_senses(intent_table(s->t, i), e)[n];
			if (number.kind == SENSE_NUMBER && number.lang < 64 &&
			    (s->t->beside & (UINT64_C(1) << number.lang)) &&
			    (is_of_language(s->t, behind, 0) ||
				is_of_language(s->t, behind, number.lang)))
				intent_word_sense(k, number);
		}
	}
}

size_t
intent_word_read(
    struct intent_text *t, const struct intent_raws *raws, size_t raw)
{
	const struct raw *r = &raws->raws[raw];
	const struct tokens tokens = {t, raws,
	    intent_known_any(intent_known_at(t, r->place)), r->letters,
	    is_answer(raws)};
	const struct tokens *s = &tokens;
	struct reading best = {.words = 0};
	struct phrase none = {.place = intent_known_start()};
	try_phrases(&best, s, raw, &none);
	try_joined(&best, s, raw);
	size_t words = best.words == 0 ? 1 : best.words;
	const struct raw *last = &s->raws->raws[raw + words - 1];
	struct token *k = intent_word_token(s->t, TOKEN_WORD, r->at,
	    (size_t)(last->at + last->letters - r->at), r->glued);
	if (k == NULL)
		return words;
	if (best.words == 0) {
		k->unknown = true;
		k->part = s->part || r->guess > 0;
		return words;
	}
	k->fuzzy = best.cost > 0;
	k->cost = (uint8_t)(best.cost < UINT8_MAX ? best.cost : UINT8_MAX);
	k->longer = best.words < words_max(best.known);
	intent_word_senses(s->t, k, best.known);
	if (best.cost > 0 && k->products_count > 0)
		add_rivals(s, k, raw, &best);
	if (best.words == 1 && best.cost == 0)
		prefer_number(s, k, raw, best.known);
	return words;
}
