/* intent_cut - see the header. */
#include "handlers/intent_cut.h"

#define CUT_LETTERS_MIN 4
#define CUT_LETTERS_MAX 40 /* below the bits of a uint64_t */
#define APOSTROPHE 0x27

struct cutter {
	const struct intent_text *t;
	struct cut_word word;
	/* Bit i of dead[n]: n words cannot fill what follows i letters.  So
	 * nothing is tried twice. */
	uint64_t dead[CUT_PIECES_MAX + 1];
};

/* May this be one piece of a word without blanks? */
static bool
is_piece(const struct cutter *c, struct known k, size_t letters, bool first)
{
	if (!intent_known_any(k))
		return false;
	bool unit = intent_known_as(c->t, k, SENSE_UNIT);
	if (letters == 1)
		return unit && first && c->word.glued && c->word.behind_figure;
	return letters >= 3 || unit || intent_known_as(c->t, k, SENSE_WORD);
}

/* Bit n: the n letters behind the first `from` are a piece. */
static uint64_t
find_pieces(const struct cutter *c, size_t from)
{
	const struct intent_text *t = c->t;
	struct known_place place = intent_known_start();
	uint64_t pieces = 0;
	for (size_t n = 1; n <= c->word.letters - from; n++) {
		uint32_t letter = t->fold.at[c->word.at + from + n - 1];
		if (letter != APOSTROPHE &&
		    !intent_known_step(t, &place, letter))
			break;
		if (is_piece(c, intent_known_at(t, place), n, from == 0))
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
	for (size_t n = c->word.letters - from; n > 0; n--) {
		if ((found >> n & 1u) == 0)
			continue;
		pieces[0] = n;
		if (from + n == c->word.letters)
			return 1;
		size_t rest = cut(c, from + n, pieces + 1, left - 1);
		if (rest > 0)
			return rest + 1;
	}
	c->dead[left] |= UINT64_C(1) << from;
	return 0;
}

/* "fivekg", "kilotano": a number in letters and its unit. */
static bool
is_quantity(const struct cutter *c, const size_t *pieces)
{
	const struct intent_text *t = c->t;
	struct known one = intent_known(t, t->fold.at + c->word.at, pieces[0]);
	struct known two =
	    intent_known(t, t->fold.at + c->word.at + pieces[0], pieces[1]);
	if (intent_known_as(t, two, SENSE_NUMBER))
		return pieces[1] >= 3 && intent_known_as(t, one, SENSE_UNIT);
	return pieces[0] >= 3 && intent_known_as(t, one, SENSE_NUMBER) &&
	       intent_known_as(t, two, SENSE_UNIT);
}

static bool
is_worth_cutting(const struct cutter *c, const size_t *pieces, size_t count)
{
	const struct intent_text *t = c->t;
	size_t at = c->word.at;
	if (count == 2 && is_quantity(c, pieces))
		return true;
	/* "manansi" is no maund of an. */
	bool scraps = count > 2 || (count == 2 && pieces[1] < 2);
	for (size_t i = 0; i < count; at += pieces[i++]) {
		struct known k = intent_known(t, t->fold.at + at, pieces[i]);
		if (pieces[i] >= 4 && intent_known_as(t, k, SENSE_PRODUCT))
			return true;
		if (i == 0 && c->word.behind_figure && !scraps &&
		    intent_known_as(t, k, SENSE_UNIT))
			return true;
	}
	return false;
}

size_t
intent_cut(size_t pieces[CUT_PIECES_MAX], const struct intent_text *t,
    struct cut_word word)
{
	struct cutter c = {.t = t, .word = word};
	if (word.letters < CUT_LETTERS_MIN || word.letters > CUT_LETTERS_MAX)
		return 0;
	size_t count = cut(&c, 0, pieces, CUT_PIECES_MAX);
	return count >= 2 && is_worth_cutting(&c, pieces, count) ? count : 0;
}
