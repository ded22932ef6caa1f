#include "handlers/pool_name.h"

#include <string.h>

#define WORD_OCTETS 2 /* a shorter one is a grade or a mark */
#define LATER_OCTETS 3 /* of a word that is not the first */

enum hit { HIT_NONE, HIT_LATER, HIT_FIRST, HIT_WHOLE };

struct found {
	enum hit hit;
	size_t at, octets;
};

static bool
is_han(char c)
{
	return (unsigned char)c >= 0xE3;
}

/* Part of a longer word, on the side of `other`? */
static bool
joins(char own, char other)
{
	if (is_han(own) || is_han(other))
		return false;
	return (unsigned char)other >= 0x80 || (other >= '0' && other <= '9') ||
	       (other >= 'a' && other <= 'z') || (other >= 'A' && other <= 'Z');
}

/* The octet with which the character before `end` begins. */
static char
last_letter(struct str word)
{
	size_t at = word.octets - 1;

	while (at > 0 && (word.at[at] & 0xC0) == 0x80)
		at--;
	return word.at[at];
}

static bool
find(struct found *out, struct str text, struct str word, enum hit hit)
{
	for (size_t i = 0; i + word.octets <= text.octets; i++) {
		size_t end = i + word.octets;

		if (!str_equal_nocase(str_of(text.at + i, word.octets), word) ||
		    (i > 0 &&
			joins(word.at[0], last_letter(str_of(text.at, i)))) ||
		    (end < text.octets &&
			joins(last_letter(word), text.at[end])))
			continue;
		*out = (struct found){hit, i, word.octets};
		return true;
	}
	return false;
}

static struct found
find_name(struct str text, struct str name)
{
	struct found out = {HIT_NONE, 0, 0};
	struct str word, rest = name;

	if (name.octets < WORD_OCTETS ||
	    (name.at[0] >= '0' && name.at[0] <= '9') ||
	    find(&out, text, name, HIT_WHOLE))
		return out;
	for (enum hit hit = HIT_FIRST; str_cut(&word, &rest, ' ');
	     hit = HIT_LATER) {
		size_t least = hit == HIT_FIRST ? WORD_OCTETS : LATER_OCTETS;

		if (word.octets >= least &&
		    !(word.at[0] >= '0' && word.at[0] <= '9') &&
		    find(&out, text, word, hit))
			return out;
	}
	return out;
}

struct str
pool_name_cut(char dst[POOL_NAME_TEXT_OCTETS], struct pool_said *out,
    const struct pool_reader *reader, struct str text)
{
	struct found best = {HIT_NONE, 0, 0};
	size_t octets;

	for (size_t i = 0; i < reader->households_count; i++) {
		struct found found = find_name(
		    text, str_trim(str_from(reader->households[i].name)));

		if (found.hit == HIT_NONE || found.hit < best.hit ||
		    (found.hit == best.hit && found.octets < best.octets))
			continue;
		if (found.hit > best.hit || found.octets > best.octets)
			out->count = 0;
		if (out->count < POOL_SAID_NAMESAKES)
			out->at[out->count++] = i;
		best = found;
	}
	octets = str_copy(dst, POOL_NAME_TEXT_OCTETS, text);
	for (size_t i = best.at; i < best.at + best.octets && i < octets; i++)
		dst[i] = ','; /* "Akinyi-5kg" is no figure below zero */
	return str_of(dst, octets);
}
