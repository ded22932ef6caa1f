/* lexicon_near - see the header. */
#include "handlers/lexicon_near.h"

#include <stdbool.h>
#include <string.h>

#define EDIT 10
#define NEIGHBOUR 7
#define VOWEL_LOST 7
#define DOUBLED 5
#define SWAPPED 8
#define FIRST_LETTER 5

/* For each letter the keys around it (QWERTY). */
static const char *const neighbours[26] = {"qwsz", "vghn", "xdfv", "erfcxs",
    "wsdr", "rtgvcd", "tyhbvf", "yujnbg", "ujko", "uikmnh", "iolmj", "opk",
    "njk", "bhjm", "iklp", "ol", "wa", "edft", "wedxza", "rfgy", "yhji", "cfgb",
    "qase", "zsdc", "tghu", "asx"};

static bool
is_vowel(uint32_t c)
{
	return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u';
}

static int
substitution(uint32_t typed, uint32_t known)
{
	if (typed == known)
		return 0;
	if (is_vowel(typed) && is_vowel(known))
		return NEIGHBOUR;
	if (typed >= 'a' && typed <= 'z' && known < 0x80 &&
	    strchr(neighbours[typed - 'a'], (int)known) != NULL)
		return NEIGHBOUR;
	return EDIT;
}

/* A letter that was typed though the word has none there. */
static int
insertion(const uint32_t *typed, size_t i)
{
	return i > 0 && typed[i] == typed[i - 1] ? DOUBLED : EDIT;
}

/* A letter of the word that was not typed. */
static int
omission(const uint32_t *known, size_t j)
{
	if (j == 0)
		return EDIT + FIRST_LETTER;
	if (known[j] == known[j - 1])
		return DOUBLED;
	return is_vowel(known[j]) ? VOWEL_LOST : EDIT;
}

static int
least(int a, int b)
{
	return a < b ? a : b;
}

/* Three rows of the usual table: two letters back, one back, this one. */
static int
fill_row(int *row, const int *before, const int *two_before,
    const uint32_t *typed, size_t i, const uint32_t *known, size_t m)
{
	row[0] = before[0] + insertion(typed, i) + (i == 0 ? FIRST_LETTER : 0);
	int best = row[0];
	for (size_t j = 0; j < m; j++) {
		int change = substitution(typed[i], known[j]);
		if (change > 0 && i == 0 && j == 0)
			change += FIRST_LETTER;
		int cost = before[j] + change;
		cost = least(cost, before[j + 1] + insertion(typed, i));
		cost = least(cost, row[j] + omission(known, j));
		if (i > 0 && j > 0 && typed[i] == known[j - 1] &&
		    typed[i - 1] == known[j] && typed[i] != typed[i - 1])
			cost = least(cost, two_before[j - 1] + SWAPPED);
		row[j + 1] = cost;
		best = least(best, cost);
	}
	return best;
}

int
lexicon_near_cost(
    const uint32_t *typed, size_t n, const uint32_t *known, size_t m, int limit)
{
	if (n == 0 || m == 0 || n > LEXICON_NEAR_LETTERS ||
	    m > LEXICON_NEAR_LETTERS)
		return LEXICON_NEAR_FAR;
	int rows[3][LEXICON_NEAR_LETTERS + 1];
	memset(rows, 0, sizeof(rows));
	for (size_t j = 0; j < m; j++)
		rows[0][j + 1] = rows[0][j] + omission(known, j);
	int *two_before = rows[2];
	int *before = rows[0];
	int *row = rows[1];
	int best_before = 0;
	for (size_t i = 0; i < n; i++) {
		int best =
		    fill_row(row, before, two_before, typed, i, known, m);
		/* A swap may jump over one row, so two must be too dear. */
		if (best > limit && best_before > limit)
			return LEXICON_NEAR_FAR;
		best_before = best;
		int *old = two_before;
		two_before = before;
		before = row;
		row = old;
	}
	return before[m] <= limit ? before[m] : LEXICON_NEAR_FAR;
}

int
lexicon_near_limit(size_t typed_letters, size_t known_letters)
{
	size_t longer =
	    typed_letters > known_letters ? typed_letters : known_letters;
	if (typed_letters < 4 || known_letters < 4)
		return typed_letters >= 3 && known_letters >= 4 ? VOWEL_LOST
								: 0;
	if (longer < 6)
		return EDIT;
	if (longer < 8)
		return EDIT + 4;
	return 2 * EDIT;
}

uint32_t
lexicon_near_mask(const uint32_t *word, size_t letters)
{
	uint32_t mask = 0;
	for (size_t i = 0; i < letters; i++)
		mask |= 1u << (word[i] & 31u);
	return mask;
}
