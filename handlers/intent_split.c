/* intent_split - see the header. */
#include "handlers/intent_split.h"

#include <string.h>

#include "handlers/intent_code.h"
#include "handlers/intent_word.h"
#include "handlers/lexicon_echo.h"
#include "handlers/number.h"

#define PIECES_MAX 5
#define CUT_LETTERS_MAX 40 /* below the bits of a uint64_t */
#define APOSTROPHE 0x27
#define FIGURE_LETTERS 16 /* of one that is a quantity */

struct splitter {
	const struct intent_text *t;
	struct intent_raws *out;
	size_t at;
	bool glued;
};

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
	*r = (struct raw){.kind = kind,
	    .at = (uint16_t)at,
	    .letters = (uint16_t)letters,
	    .glued = s->glued};
	s->glued = true;
	return r;
}

static struct known_place
place_at(const struct splitter *s, size_t at, size_t letters)
{
	struct known_place place = intent_known_start();
	intent_known_walk(s->t, &place, s->t->fold.at + at, letters);
	return place;
}

static struct raw *
emit_word(struct splitter *s, size_t letters, struct known_place place)
{
	struct raw *r = emit(s, RAW_WORD, letters);
	if (r != NULL)
		r->place = place;
	return r;
}

static struct known
known_at(const struct splitter *s, size_t at, size_t letters)
{
	return intent_known_at(s->t, place_at(s, at, letters));
}

static bool
after_number(const struct splitter *s)
{
	const struct intent_raws *out = s->out;
	return out->count > 0 && out->raws[out->count - 1].kind == RAW_NUMBER;
}

/* What is typed, without its apostrophes; 0 when it is too long. */
static size_t
word_key(uint32_t key[LEXICON_NEAR_LETTERS], const struct intent_text *t,
    size_t at, size_t letters)
{
	size_t n = 0;
	for (size_t i = 0; i < letters; i++) {
		if (t->fold.at[at + i] == APOSTROPHE)
			continue;
		if (n == LEXICON_NEAR_LETTERS)
			return 0;
		key[n++] = t->fold.at[at + i];
	}
	return n;
}

/* The language the person is known to write in; 0 when nobody is sure. */
static int
hinted(const struct intent_text *t)
{
	return t->hints->lang_guessed ? 0 : t->hinted;
}

/* The hinted language and English first; others only when that finds nothing
 * close. */
#define CLOSE 10 /* tenths of a letter */
#define RIVALS 11 /* of what is so close */
#define FAR 20
#define FAR_LETTERS 6
#define SMALL 7 /* of a slip into another language */

static void
look_near(
    const struct splitter *s, struct guess *g, const uint32_t *key, size_t n)
{
	int lang = hinted(s->t);
	uint16_t all = LEXICON_ANY_LANGUAGE;
	uint16_t own = lang == 0
			   ? all
			   : (uint16_t)(lexicon_language_bit(lang) |
					lexicon_language_bit(s->t->english));
	for (int i = 0; i < KNOWN_TABLES; i++)
		lexicon_near_find(intent_table(s->t, i), own, RIVALS, key, n,
		    g->near, &g->count, &s->out->near_steps);
	if (g->count > 0 && g->near[0].cost <= CLOSE)
		return;
	/* Short words may not cost more than that anyway. */
	for (int i = 0; i < KNOWN_TABLES && n >= FAR_LETTERS; i++)
		lexicon_near_find(intent_table(s->t, i), own, FAR, key, n,
		    g->near, &g->count, &s->out->near_steps);
	for (int i = 0; i < KNOWN_TABLES && own != all; i++)
		lexicon_near_find(intent_table(s->t, i), all, SMALL, key, n,
		    g->near, &g->count, &s->out->near_steps);
}

static bool
find_near(struct guess *g, const struct splitter *s, size_t at, size_t letters,
    struct known_place place)
{
	const uint32_t *key = g->typed;
	size_t n = word_key(g->typed, s->t, at, letters);
	struct known own = intent_known_at(s->t, place);
	g->count = 0;
	/* Part of longer phrases only: itself, or a slip for something else. */
	for (int i = 0; i < KNOWN_TABLES; i++)
		if (own.entry[i] != NULL)
			lexicon_near_keep(g->near, &g->count,
			    (struct lexicon_near){intent_table(s->t, i),
				own.entry[i], key, n, 0});
	look_near(s, g, key, n);
	lexicon_echo_find(catalogue_echoes(s->t->cat), hinted(s->t), key, n,
	    g->near, &g->count);
	return g->count > 0;
}

/* A word without blanks that is to be cut into known ones. */
struct cutter {
	const struct splitter *s;
	size_t letters;
	/* Bit i of dead[n]: n words cannot fill what follows i letters.  So
	 * nothing is tried twice. */
	uint64_t dead[PIECES_MAX + 1];
};

/* May this be one piece of a word without blanks? */
static bool
is_piece(const struct splitter *s, struct known k, size_t letters, bool first)
{
	if (!intent_known_any(k))
		return false;
	bool unit = intent_known_as(s->t, k, SENSE_UNIT);
	if (letters == 1)
		return unit && first && s->glued && after_number(s);
	return letters >= 3 || unit || intent_known_as(s->t, k, SENSE_WORD);
}

/* Bit n: the n letters behind the first `from` are a piece. */
static uint64_t
find_pieces(const struct cutter *c, size_t from)
{
	const struct intent_text *t = c->s->t;
	struct known_place place = intent_known_start();
	uint64_t pieces = 0;
	for (size_t n = 1; n <= c->letters - from; n++) {
		uint32_t letter = t->fold.at[c->s->at + from + n - 1];
		if (letter != APOSTROPHE &&
		    !intent_known_step(t, &place, letter))
			break;
		if (is_piece(c->s, intent_known_at(t, place), n, from == 0))
			pieces |= UINT64_C(1) << n;
	}
	return pieces;
}

/* Cuts what follows `from` letters into known words, the longest first; the
 * number of pieces, or 0.  `left` bounds the depth. */
static size_t
cut(struct cutter *c, size_t from, size_t *pieces, size_t left)
{
	if (left == 0 || (c->dead[left] >> from & 1u) != 0)
		return 0;
	uint64_t found = find_pieces(c, from);
	for (size_t n = c->letters - from; n > 0; n--) {
		if ((found >> n & 1u) == 0)
			continue;
		pieces[0] = n;
		if (from + n == c->letters)
			return 1;
		size_t rest = cut(c, from + n, pieces + 1, left - 1);
		if (rest > 0)
			return rest + 1;
	}
	c->dead[left] |= UINT64_C(1) << from;
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
	struct cutter c = {.s = s, .letters = letters};
	if (letters < 4 || letters > CUT_LETTERS_MAX)
		return false;
	size_t count = cut(&c, 0, pieces, PIECES_MAX);
	if (count < 2 || !is_worth_cutting(s, pieces, count))
		return false;
	for (size_t i = 0; i < count; i++)
		emit_word(s, pieces[i], place_at(s, s->at, pieces[i]));
	return true;
}

static void
emit_guessed(struct splitter *s, size_t letters, struct known_place place)
{
	struct intent_raws *out = s->out;
	bool look = out->guesses_count < GUESSES_MAX;
	struct guess *g = &out->guesses[look ? out->guesses_count : 0];
	if (look)
		out->guesses_count++;
	bool near = look && find_near(g, s, s->at, letters, place);
	if (!near && emit_cut(s, letters))
		return;
	struct raw *r = emit_word(s, letters, place);
	if (r != NULL && near)
		r->guess = (uint8_t)out->guesses_count;
}

/* The longest unit with which a word begins, if a word's length is left. */
static size_t
unit_before_rest(const struct splitter *s, size_t letters)
{
	struct known_place place = intent_known_start();
	size_t longest = 0;
	for (size_t n = 1; n + 3 <= letters; n++) {
		if (!intent_known_walk(
			s->t, &place, s->t->fold.at + s->at + n - 1, 1))
			break;
		if (n > 1 && intent_known_as(s->t, intent_known_at(s->t, place),
				 SENSE_UNIT))
			longest = n;
	}
	return longest;
}

/* "5kgtomatto": a unit, then something near to a word. */
static bool
emit_unit_and_rest(struct splitter *s, size_t letters)
{
	size_t n = unit_before_rest(s, letters);
	if (n == 0)
		return false;
	emit_word(s, n, place_at(s, s->at, n));
	letters -= n;
	emit_guessed(s, letters, place_at(s, s->at, letters));
	return true;
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
	struct known_place place = place_at(s, s->at, letters);
	if (intent_known_has_senses(intent_known_at(s->t, place))) {
		emit_word(s, letters, place);
		return;
	}
	if (is_open_code(s, s->at, letters)) {
		emit(s, RAW_CODE, letters);
		return;
	}
	/* "2kgofmaize"; but "4 polloos" is a slip first. */
	if (s->glued && after_number(s) && letters > 3 &&
	    (emit_cut(s, letters) || emit_unit_and_rest(s, letters)))
		return;
	emit_guessed(s, letters, place);
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
			emit_word(s, word, place_at(s, s->at, word));
			emit(s, RAW_CODE, n);
			return true;
		}
		if (is_code(s, s->at, n) &&
		    intent_known_any(known_at(s, s->at + n, word))) {
			emit(s, RAW_CODE, n);
			emit_word(s, word, place_at(s, s->at, word));
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

/* How far a figure may go: the comma of a Chinese list is no decimal mark. */
static size_t
figure_room(const struct splitter *s)
{
	static const char comma[] = "\xe3\x80\x81";
	const struct intent_text *t = s->t;
	size_t left = t->fold.count - s->at;
	for (size_t n = 0; n < left && n < FIGURE_LETTERS; n++) {
		size_t from = t->fold.from[s->at + n];
		if (from + 3 <= t->source.octets &&
		    memcmp(t->source.at + from, comma, 3) == 0)
			return n;
	}
	return left;
}

/* A known word that goes on behind its apostrophe. */
static bool
is_known_beyond(const struct splitter *s, size_t n)
{
	while (class_at(s, s->at + n) == FOLD_LETTER)
		n++;
	return intent_known_any(known_at(s, s->at, n));
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
	struct known_place place = letters_only || digits_only
				       ? intent_known_start()
				       : place_at(s, s->at, n);
	if (intent_known_any(intent_known_at(s->t, place))) {
		emit_word(s, n, place);
		return;
	}
	if (class_at(s, s->at) == FOLD_DIGIT) {
		if (!letters_only && is_open_code(s, s->at, n)) {
			emit(s, RAW_CODE, n);
			return;
		}
		struct number figure = number_digits(
		    s->t->fold.at + s->at, figure_room(s), s->t->comma_decimal);
		emit(s, RAW_NUMBER, figure.used);
		return;
	}
	/* "2x5kg": what grew out of a figure is no code. */
	bool behind_figure = s->glued && after_number(s);
	if (!letters_only && !behind_figure) {
		if (is_code(s, s->at, n)) {
			emit(s, RAW_CODE, n);
			return;
		}
		if (n <= 20 && emit_word_and_code(s, n))
			return;
	}
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
