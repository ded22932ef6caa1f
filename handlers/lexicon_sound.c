/* lexicon_sound - see the header. */
#include "handlers/lexicon_sound.h"

#include <string.h>

#include "handlers/fold.h"

/* Letters only; false when there are too many. */
static bool
read_side(uint32_t *dst, uint8_t *letters, struct str side)
{
	*letters = (uint8_t)fold_phrase(dst, LEXICON_SOUND_LETTERS, side);
	return side.octets == 0 || *letters > 0;
}

bool
lexicon_sound_read(struct lexicon_sounds *sounds, struct str rule)
{
	struct str from;
	struct str to = rule;
	if (sounds->count == LEXICON_SOUNDS_MAX || rule.octets == 0 ||
	    memchr(rule.at, '>', rule.octets) == NULL)
		return false;
	struct lexicon_sound *s = &sounds->list[sounds->count];
	*s = (struct lexicon_sound){.front = rule.at[0] == '^'};
	str_cut(&from, &to, '>');
	from = str_trim(from);
	if (s->front)
		from = str_of(from.at + 1, from.octets - 1);
	s->end = from.octets > 0 && from.at[from.octets - 1] == '$';
	if (s->end)
		from.octets--;
	if (from.octets == 0 || !read_side(s->from, &s->from_letters, from) ||
	    !read_side(s->to, &s->to_letters, str_trim(to)) ||
	    s->to_letters > s->from_letters)
		return false;
	sounds->count++;
	sounds->starts |= UINT64_C(1) << s->from[0] % 64;
	return true;
}

static bool
fits(const struct lexicon_sound *s, const uint32_t *word, size_t letters,
    size_t at)
{
	return s->from[0] == word[at] && at + s->from_letters <= letters &&
	       (!s->front || at == 0) &&
	       (!s->end || at + s->from_letters == letters) &&
	       memcmp(word + at, s->from, s->from_letters * sizeof(uint32_t)) ==
		   0;
}

static const struct lexicon_sound *
longest(const struct lexicon_sounds *sounds, const uint32_t *word,
    size_t letters, size_t at)
{
	const struct lexicon_sound *best = NULL;
	if ((sounds->starts >> word[at] % 64 & 1u) == 0)
		return NULL;
	for (size_t i = 0; i < sounds->count; i++) {
		const struct lexicon_sound *s = &sounds->list[i];
		if ((best == NULL || s->from_letters > best->from_letters) &&
		    fits(s, word, letters, at))
			best = s;
	}
	return best;
}

size_t
lexicon_sound_key(uint32_t *dst, const struct lexicon_sounds *sounds,
    const uint32_t *word, size_t letters)
{
	size_t n = 0;
	for (size_t at = 0; at < letters;) {
		const struct lexicon_sound *s =
		    longest(sounds, word, letters, at);
		const uint32_t *from = s == NULL ? word + at : s->to;
		size_t count = s == NULL ? 1 : s->to_letters;
		for (size_t i = 0; i < count; i++)
			if (n == 0 || dst[n - 1] != from[i])
				dst[n++] = from[i];
		at += s == NULL ? 1 : s->from_letters;
	}
	return n;
}
