/* intent_split - see the header. */
#include "handlers/intent_split.h"

#include "handlers/intent_code.h"
#include "handlers/intent_word.h"
#include "handlers/lexicon_echo.h"
#include "handlers/number.h"

#define PIECES_MAX 5
#define APOSTROPHE 0x27

struct splitter {
	const struct intent_text *t;
	struct intent_raws *out;
	size_t at;
	bool glued;
};

const struct lexicon_table *
intent_table(const struct intent_text *t, int i)
{
	return i == 0 ? catalogue_words(t->cat) : lexicon_words(t->lex);
}

struct known
intent_known(
    const struct intent_text *t, const uint32_t *phrase, size_t letters)
{
	struct known k;
	for (int i = 0; i < 2; i++)
		k.entry[i] =
		    lexicon_table_find(intent_table(t, i), phrase, letters);
	return k;
}

bool
intent_known_any(struct known k)
{
	return k.entry[0] != NULL || k.entry[1] != NULL;
}

bool
intent_known_as(
    const struct intent_text *t, struct known k, enum sense_kind kind)
{
	for (int i = 0; i < 2; i++) {
		const struct lexicon_entry *e = k.entry[i];
		for (size_t s = 0; e != NULL && s < e->senses; s++)
			if (lexicon_table_senses(intent_table(t, i), e)[s]
				.kind == kind)
				return true;
	}
	return false;
}

size_t
intent_word_key(uint32_t key[LEXICON_PHRASE_MAX], const struct intent_text *t,
    size_t at, size_t letters)
{
	size_t n = 0;
	for (size_t i = 0; i < letters && n < LEXICON_PHRASE_MAX; i++)
		if (t->fold.at[at + i] != APOSTROPHE)
			key[n++] = t->fold.at[at + i];
	return n;
}

static enum fold_class
class_at(const struct splitter *s, size_t i)
{
	return i < s->t->fold.count ? fold_class(s->t->fold.at[i]) : FOLD_LINE;
}

static struct raw *
emit(struct splitter *s, enum raw_kind kind, size_t letters)
{
	struct intent_raws *out = s->out;
	size_t at = s->at;
	s->at += letters;
	if (out->count == RAWS_MAX)
		return NULL;
	struct raw *r = &out->raws[out->count++];
	*r = (struct raw){kind, (uint16_t)at, (uint16_t)letters, s->glued, 0};
	s->glued = true;
	return r;
}

static struct known
known_at(const struct splitter *s, size_t at, size_t letters)
{
	uint32_t key[LEXICON_PHRASE_MAX];
	size_t n = intent_word_key(key, s->t, at, letters);
	if (letters > LEXICON_PHRASE_MAX)
		return (struct known){{NULL, NULL}};
	return intent_known(s->t, key, n);
}

static bool
after_number(const struct splitter *s)
{
	const struct intent_raws *out = s->out;
	return out->count > 0 && out->raws[out->count - 1].kind == RAW_NUMBER;
}

static int
hinted_language(const struct intent_text *t)
{
	return t->hints->lang == NULL || t->hints->lang_guessed
		   ? 0
		   : lexicon_language(t->lex, t->hints->lang);
}

static bool
find_near(struct guess *g, const struct splitter *s, size_t at, size_t letters)
{
	uint32_t key[LEXICON_PHRASE_MAX];
	size_t n = intent_word_key(key, s->t, at, letters);
	g->count = 0;
	for (int i = 0; i < 2; i++)
		lexicon_near_find(intent_table(s->t, i), key, n, g->near,
		    &g->count, &s->out->near_steps);
	lexicon_echo_find(catalogue_echoes(s->t->cat), hinted_language(s->t),
	    key, n, g->near, &g->count);
	return g->count > 0;
}

/* May this be one piece of a word without blanks? */
static bool
is_piece(const struct splitter *s, size_t at, size_t letters, bool first)
{
	struct known k = known_at(s, at, letters);
	if (!intent_known_any(k))
		return false;
	bool unit = intent_known_as(s->t, k, SENSE_UNIT);
	if (letters == 1)
		return unit && first && s->glued && after_number(s);
	return letters >= 3 || unit || intent_known_as(s->t, k, SENSE_WORD);
}

/* Cuts [at, at + letters) into known words, the longest first; the number of
 * pieces, or 0.  `left` bounds the depth, and with it the time. */
static size_t
cut(const struct splitter *s, size_t at, size_t letters, bool first,
    size_t *pieces, size_t left)
{
	if (left == 0)
		return 0;
	for (size_t n = letters; n > 0; n--) {
		if (!is_piece(s, at, n, first))
			continue;
		pieces[0] = n;
		if (n == letters)
			return 1;
		size_t rest =
		    cut(s, at + n, letters - n, false, pieces + 1, left - 1);
		if (rest > 0)
			return rest + 1;
	}
	return 0;
}

/* Ordinary words fall apart by chance ("forget"), so a cut must show goods, or
 * stand behind a figure and begin with a unit. */
static bool
is_worth_cutting(const struct splitter *s, const size_t *pieces, size_t count)
{
	size_t at = s->at;
	/* "manansi" is no maund of an. */
	bool scraps = count > 2 || (count == 2 && pieces[1] < 2);
	for (size_t i = 0; i < count; at += pieces[i++]) {
		struct known k = known_at(s, at, pieces[i]);
		if (pieces[i] >= 4 && intent_known_as(s->t, k, SENSE_PRODUCT))
			return true;
		if (i == 0 && after_number(s) && !scraps &&
		    intent_known_as(s->t, k, SENSE_UNIT))
			return true;
	}
	return false;
}

static bool
emit_cut(struct splitter *s, size_t letters)
{
	size_t pieces[PIECES_MAX];
	if (letters < 4 || letters > 40)
		return false;
	size_t count = cut(s, s->at, letters, true, pieces, PIECES_MAX);
	if (count < 2 || !is_worth_cutting(s, pieces, count))
		return false;
	for (size_t i = 0; i < count; i++)
		emit(s, RAW_WORD, pieces[i]);
	return true;
}

static void
emit_guessed(struct splitter *s, size_t letters)
{
	struct intent_raws *out = s->out;
	bool look = out->guesses_count < GUESSES_MAX;
	struct guess *g = &out->guesses[look ? out->guesses_count : 0];
	if (look)
		out->guesses_count++;
	bool near = look && find_near(g, s, s->at, letters);
	if (!near && emit_cut(s, letters))
		return;
	struct raw *r = emit(s, RAW_WORD, letters);
	if (r != NULL && near)
		r->guess = (uint8_t)out->guesses_count;
}

/* "5kgtomatto": a unit, then something near to a word. */
static bool
emit_unit_and_rest(struct splitter *s, size_t letters)
{
	for (size_t n = letters - 1; n > 1 && n < letters; n--) {
		struct known k = known_at(s, s->at, n);
		if (!intent_known_as(s->t, k, SENSE_UNIT))
			continue;
		if (letters - n < 3)
			continue;
		emit(s, RAW_WORD, n);
		emit_guessed(s, letters - n);
		return true;
	}
	return false;
}

/* Look-alikes are mended here ("82D" for B2D), so it must be open. */
static bool
is_open_code(const struct splitter *s, size_t at, size_t letters)
{
	char code[INTENT_CODE_OCTETS];
	bool open = false;
	return intent_code_read(
		   code, &open, s->t->fold.at + at, letters, s->t->hints) &&
	       open;
}

static void
emit_letters(struct splitter *s, size_t letters)
{
	if (intent_known_any(known_at(s, s->at, letters))) {
		emit(s, RAW_WORD, letters);
		return;
	}
	if (is_open_code(s, s->at, letters)) {
		emit(s, RAW_CODE, letters);
		return;
	}
	if (after_number(s) && letters > 3) {
		if (emit_cut(s, letters) ||
		    (s->glued && emit_unit_and_rest(s, letters)))
			return;
	}
	emit_guessed(s, letters);
}

static bool
is_code(const struct splitter *s, size_t at, size_t letters)
{
	char code[INTENT_CODE_OCTETS];
	bool open;
	return intent_code_read(
	    code, &open, s->t->fold.at + at, letters, s->t->hints);
}

/* "yesk7f", "k7fok": a code that grew together with a word. */
static bool
emit_word_and_code(struct splitter *s, size_t letters)
{
	for (size_t n = 3; n <= 5 && n < letters; n++) {
		size_t word = letters - n;
		if (is_code(s, s->at + word, n) &&
		    intent_known_any(known_at(s, s->at, word))) {
			emit(s, RAW_WORD, word);
			emit(s, RAW_CODE, n);
			return true;
		}
		if (is_code(s, s->at, n) &&
		    intent_known_any(known_at(s, s->at + n, word))) {
			emit(s, RAW_CODE, n);
			emit(s, RAW_WORD, word);
			return true;
		}
	}
	return false;
}

/* "K 7 F", "K-7-F". */
static size_t
spaced_code(const struct splitter *s)
{
	uint32_t letters[3];
	size_t n = 0;
	size_t i = s->at;
	bool dashes = true;
	while (n < 3 && i < s->t->fold.count) {
		letters[n++] = s->t->fold.at[i++];
		if (n == 3)
			break;
		uint32_t between = i < s->t->fold.count ? s->t->fold.at[i] : 0;
		if (between != ' ' && between != '-' && between != '.')
			return 0;
		dashes = dashes && between == '-';
		i++;
	}
	enum fold_class after = class_at(s, i);
	char code[INTENT_CODE_OCTETS];
	bool open = false;
	if (n < 3 || after == FOLD_LETTER || after == FOLD_DIGIT ||
	    !intent_code_read(code, &open, letters, 3, s->t->hints))
		return 0;
	return open || dashes || s->t->fold.count <= 10 ? i - s->at : 0;
}

/* Letters and digits in one run, as long as it goes. */
static size_t
run_length(const struct splitter *s, bool *letters_only, bool *digits_only)
{
	size_t n = 0;
	*letters_only = true;
	*digits_only = true;
	for (;; n++) {
		enum fold_class c = class_at(s, s->at + n);
		if (c == FOLD_DIGIT)
			*letters_only = false;
		else if (c == FOLD_LETTER)
			*digits_only = false;
		else
			break;
	}
	return n;
}

/* A known word that goes on behind its apostrophe. */
static bool
is_known_beyond(const struct splitter *s, size_t n)
{
	while (class_at(s, s->at + n) == FOLD_LETTER)
		n++;
	return intent_word_has_senses(known_at(s, s->at, n));
}

static size_t
letters_length(const struct splitter *s)
{
	size_t n = 0;
	for (;; n++) {
		if (class_at(s, s->at + n) == FOLD_LETTER)
			continue;
		/* "can't" and "ng'ano" are one word, "d'oeufs" two. */
		if (n > 0 && class_at(s, s->at + n + 1) == FOLD_LETTER &&
		    s->t->fold.at[s->at + n] == APOSTROPHE &&
		    (n > 2 || class_at(s, s->at + n + 3) != FOLD_LETTER ||
			is_known_beyond(s, n + 1)))
			continue;
		return n;
	}
}

static void
split_run(struct splitter *s)
{
	bool letters_only;
	bool digits_only;
	size_t n = run_length(s, &letters_only, &digits_only);
	if (!letters_only && !digits_only &&
	    intent_known_any(known_at(s, s->at, n))) {
		emit(s, RAW_WORD, n);
		return;
	}
	if (class_at(s, s->at) == FOLD_DIGIT) {
		if (!letters_only && is_open_code(s, s->at, n)) {
			emit(s, RAW_CODE, n);
			return;
		}
		struct number figure = number_digits(s->t->fold.at + s->at,
		    s->t->fold.count - s->at, s->t->comma_decimal);
		emit(s, RAW_NUMBER, figure.used);
		return;
	}
	if (!letters_only && is_code(s, s->at, n)) {
		emit(s, RAW_CODE, n);
		return;
	}
	if (!letters_only && n <= 20 && emit_word_and_code(s, n))
		return;
	size_t spaced = n == 1 ? spaced_code(s) : 0;
	if (spaced > 0)
		emit(s, RAW_CODE, spaced);
	else
		emit_letters(s, letters_length(s));
}

static bool
is_hyphen(const struct splitter *s)
{
	return s->t->fold.at[s->at] == '-' && s->glued &&
	       class_at(s, s->at + 1) == FOLD_LETTER && s->out->count > 0 &&
	       s->out->raws[s->out->count - 1].kind == RAW_WORD;
}

static void
split_one(struct splitter *s)
{
	switch (class_at(s, s->at)) {
	case FOLD_BLANK:
		s->at++;
		s->glued = false;
		break;
	case FOLD_LINE:
		emit(s, RAW_LINE, 1);
		s->glued = false;
		break;
	case FOLD_LETTER:
	case FOLD_DIGIT:
		split_run(s);
		break;
	case FOLD_HAN: {
		size_t n = 1;
		while (class_at(s, s->at + n) == FOLD_HAN)
			n++;
		emit(s, RAW_HAN, n);
		break;
	}
	case FOLD_MARK:
		if (is_hyphen(s)) {
			s->at++;
			s->glued = false;
		} else {
			emit(s, RAW_MARK, 1);
		}
		break;
	}
}

void
intent_split(struct intent_raws *out, const struct intent_text *t)
{
	out->count = 0;
	out->guesses_count = 0;
	out->near_steps = NEAR_STEPS_MAX;
	struct splitter s = {t, out, 0, false};
	while (s.at < t->fold.count && out->count < RAWS_MAX)
		split_one(&s);
}
