/* intent_split - see the header. */
#include "handlers/intent_split.h"

#include <string.h>

#include "handlers/intent_code.h"
#include "handlers/intent_cut.h"
#include "handlers/number.h"

#define APOSTROPHE 0x27
#define FIGURE_LETTERS 16 /* of one that is a quantity */
#define RUN_WITH_CODE_MAX 20 /* letters of a word that a code grew into */

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

static bool
emit_cut(struct splitter *s, size_t letters)
{
	size_t pieces[CUT_PIECES_MAX];
	struct cut_word word = {s->at, letters, after_number(s), s->glued};
	size_t count = intent_cut(pieces, s->t, word);
	for (size_t i = 0; i < count; i++)
		emit_word(s, pieces[i], place_at(s, s->at, pieces[i]));
	return count > 0;
}

static void
emit_guessed(struct splitter *s, size_t letters, struct known_place place)
{
	struct intent_raws *out = s->out;
	bool look = out->guesses_count < GUESSES_MAX;
	struct guess *g = &out->guesses[look ? out->guesses_count : 0];
	if (look)
		out->guesses_count++;
	bool near = look && intent_guess_find(g, s->t, s->at, letters, place,
				&out->near_steps);
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

/* A run that begins with a digit. */
static void
split_figure(struct splitter *s, size_t run)
{
	if (is_open_code(s, s->at, run)) {
		emit(s, RAW_CODE, run);
		return;
	}
	struct number figure = number_digits(
	    s->t->fold.at + s->at, figure_room(s), s->t->comma_decimal);
	emit(s, RAW_NUMBER, figure.used);
}

/* Letters and digits: a code, or a code and a word. */
static bool
emit_mixed(struct splitter *s, size_t run)
{
	/* "2x5kg": what grew out of a figure is no code. */
	if (s->glued && after_number(s))
		return false;
	if (is_code(s, s->at, run)) {
		emit(s, RAW_CODE, run);
		return true;
	}
	return run <= RUN_WITH_CODE_MAX && emit_word_and_code(s, run);
}

/* "#QM4". */
static bool
is_signed_code(const struct splitter *s, size_t run)
{
	char code[INTENT_CODE_OCTETS];
	return s->at > 0 && s->t->fold.at[s->at - 1] == '#' &&
	       intent_code_signed(code, s->t->fold.at + s->at, run);
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
	if (is_signed_code(s, n)) {
		emit(s, RAW_CODE, n);
		return;
	}
	if (intent_known_any(intent_known_at(s->t, place))) {
		emit_word(s, n, place);
		return;
	}
	if (class_at(s, s->at) == FOLD_DIGIT) {
		split_figure(s, n);
		return;
	}
	if (!letters_only && emit_mixed(s, n))
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
split_han(struct splitter *s)
{
	size_t n = 1;
	while (class_at(s, s->at + n) == FOLD_HAN)
		n++;
	emit(s, RAW_HAN, n);
}

static void
split_mark(struct splitter *s)
{
	if (is_hyphen(s)) {
		s->at++;
		s->glued = false;
	} else {
		emit(s, RAW_MARK, 1);
	}
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
	case FOLD_HAN:
		split_han(s);
		break;
	case FOLD_MARK:
		split_mark(s);
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
