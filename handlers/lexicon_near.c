/* lexicon_near - see the header.
 *
 * Walks the automaton of known words and fills, for each letter on the way,
 * one row of the usual table: the cost of having typed so many letters for the
 * known ones so far.  Of a row only what is cheap enough is kept, and from it
 * follows with which letters a near word can go on at all; few branches are
 * entered. */
#include "handlers/lexicon_near.h"

#include <stdbool.h>
#include <string.h>

#include "handlers/lexicon_trie.h"

#define EDIT 10
#define NEIGHBOUR 7
#define VOWEL_LOST 7
#define DOUBLED 5
#define SWAPPED 8
#define FIRST_LETTER 5

#define FAR 1000
#define LIMIT_MAX (2 * EDIT)
#define LENGTHS_APART 2

/* For each letter the keys around it (QWERTY). */
static const char *const neighbours[26] = {"qwsz", "vghn", "xdfv", "erfcxs",
    "wsdr", "rtgvcd", "tyhbvf", "yujnbg", "ujko", "uikmnh", "iolmj", "opk",
    "njk", "bhjm", "iklp", "ol", "wa", "edft", "wedxza", "rfgy", "yhji", "cfgb",
    "qase", "zsdc", "tghu", "asx"};

/* [i]: the cost of i typed letters, kept from first to last; empty when last
 * is below first. */
struct row {
	int first;
	int last;
	int cost[LEXICON_NEAR_LETTERS + 1];
};

struct walk {
	const struct lexicon_table *table;
	const struct lexicon_trie *trie;
	const uint32_t *typed;
	int letters;
	uint32_t mask; /* of the typed letters */
	uint32_t close[LEXICON_NEAR_LETTERS]; /* likely slips, as bits */
	int extra[LEXICON_NEAR_LETTERS]; /* cost of a letter too many */
	uint32_t lengths; /* bit n: a word of n letters may be near */
	int limits[LEXICON_NEAR_LETTERS + 1]; /* by a known word's letters */
	struct lexicon_near *near;
	size_t *count;
	size_t *steps;
	struct row rows[LEXICON_NEAR_LETTERS + 1]; /* by known letters */
};

static bool
is_latin(uint32_t letter)
{
	return letter >= 'a' && letter <= 'z';
}

static bool
is_vowel(uint32_t c)
{
	return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u';
}

/* The letters for which this one is often typed, as bits. */
static uint32_t
close_letters(uint32_t typed)
{
	uint32_t close = 0;
	if (!is_latin(typed))
		return 0;
	for (const char *c = neighbours[typed - 'a']; *c != '\0'; c++)
		close |= lexicon_trie_bit((uint32_t)*c);
	for (const char *c = is_vowel(typed) ? "aeiou" : ""; *c != '\0'; c++)
		close |= lexicon_trie_bit((uint32_t)*c);
	return close;
}

static int
substitution(const struct walk *w, int i, uint32_t known)
{
	if (w->typed[i] == known)
		return 0;
	return is_latin(known) && (w->close[i] & lexicon_trie_bit(known)) != 0
		   ? NEIGHBOUR
		   : EDIT;
}

/* A letter of the word that was not typed; the one before it is 0 at the
 * beginning. */
static int
omission(uint32_t known, uint32_t before)
{
	if (before == 0)
		return EDIT + FIRST_LETTER;
	if (known == before)
		return DOUBLED;
	return is_vowel(known) ? VOWEL_LOST : EDIT;
}

static int
least(int a, int b)
{
	return a < b ? a : b;
}

static int
most(int a, int b)
{
	return a > b ? a : b;
}

static int
cost_at(const struct row *row, int i)
{
	return i < row->first || i > row->last ? FAR : row->cost[i];
}

static void
start_row(struct walk *w, struct row *row)
{
	row->first = w->letters + 1;
	row->last = -1;
}

static void
put_cost(struct row *row, int i, int cost, int limit)
{
	row->cost[i] = cost;
	if (cost > limit)
		return;
	row->first = least(row->first, i);
	row->last = i;
}

/* Nothing of the word yet: all that was typed is too much. */
static void
fill_first_row(struct walk *w, int limit)
{
	struct row *row = &w->rows[0];
	int cost = 0;
	start_row(w, row);
	put_cost(row, 0, cost, limit);
	for (int i = 0; i < w->letters && cost <= limit; i++) {
		cost += w->extra[i] + (i == 0 ? FIRST_LETTER : 0);
		put_cost(row, i + 1, cost, limit);
	}
}

/* Two letters were swapped: the cost of the word before them, and that. */
static int
swapped(const struct walk *w, int known, int i, uint32_t letter,
    uint32_t letter_before)
{
	if (i < 2 || known < 2 || letter == letter_before ||
	    w->typed[i - 1] != letter_before || w->typed[i - 2] != letter)
		return FAR;
	return cost_at(&w->rows[known - 2], i - 2) + SWAPPED;
}

/* The row of one more known letter, from the two rows before it. */
static void
fill_row(struct walk *w, int known, uint32_t letter, uint32_t letter_before,
    int limit)
{
	struct row *row = &w->rows[known];
	const struct row *before = &w->rows[known - 1];
	int lost = omission(letter, letter_before);
	int i = before->first;
	int reach = before->last + 1;
	if (known > 1) {
		i = least(i, w->rows[known - 2].first + 2);
		reach = most(reach, w->rows[known - 2].last + 2);
	}
	start_row(w, row);
	for (int cost = FAR; i <= w->letters && (i <= reach || cost <= limit);
	     i++) {
		int too_much = i == 0 ? FAR : cost + w->extra[i - 1];
		cost = least(cost_at(before, i) + lost, too_much);
		if (i > 0) {
			int change = substitution(w, i - 1, letter);
			if (change > 0 && i == 1 && known == 1)
				change += FIRST_LETTER;
			cost = least(cost, cost_at(before, i - 1) + change);
		}
		cost = least(cost, swapped(w, known, i, letter, letter_before));
		put_cost(row, i, cost, limit);
	}
}

/* May `a` stand before `b`? */
static bool
is_nearer(struct lexicon_near a, struct lexicon_near b)
{
	if (a.cost != b.cost || a.table != b.table)
		return a.cost < b.cost;
	if (a.entry->letters != b.entry->letters)
		return a.entry->letters < b.entry->letters;
	return a.entry < b.entry;
}

void
lexicon_near_keep(struct lexicon_near near[LEXICON_NEAR_MAX], size_t *count,
    struct lexicon_near found)
{
	size_t at = *count;
	/* Found twice, by its letters and by its sound: the cheaper counts. */
	for (size_t i = 0; i < *count; i++)
		if (near[i].entry == found.entry) {
			if (near[i].cost <= found.cost)
				return;
			memmove(near + i, near + i + 1,
			    (*count - i - 1) * sizeof(*near));
			at = --*count;
		}
	while (at > 0 && is_nearer(found, near[at - 1]))
		at--;
	if (at == LEXICON_NEAR_MAX)
		return;
	if (*count < LEXICON_NEAR_MAX)
		++*count;
	for (size_t i = *count - 1; i > at; i--)
		near[i] = near[i - 1];
	near[at] = found;
}

/* Words with too many different letters are other words, however near. */
static void
judge(struct walk *w, const struct lexicon_entry *e)
{
	int limit = w->limits[e->letters];
	int different = limit > EDIT + DOUBLED ? 4 : 2;
	int cost = cost_at(&w->rows[e->letters], w->letters);
	if (cost <= limit && __builtin_popcount(e->mask ^ w->mask) <= different)
		lexicon_near_keep(w->near, w->count,
		    (struct lexicon_near){w->table, e, cost});
}

/* The letters with which the word may go on behind `i` typed ones, if what is
 * left of the limit is to suffice. */
static uint32_t
letters_behind(
    const struct walk *w, int known, int i, uint32_t letter, int left)
{
	int first = known == 0 ? FIRST_LETTER : 0;
	uint32_t next = 0;
	if (left >= EDIT + first)
		return UINT32_MAX;
	if (i < w->letters)
		next |= lexicon_trie_bit(w->typed[i]);
	if (i + 1 < w->letters && left >= SWAPPED)
		next |= lexicon_trie_bit(w->typed[i + 1]);
	if (i < w->letters && left >= NEIGHBOUR + (i == 0 ? first : 0))
		next |= w->close[i];
	if (known > 0 && left >= DOUBLED)
		next |= lexicon_trie_bit(letter);
	if (known > 0 && left >= VOWEL_LOST)
		next |= lexicon_trie_bit('a') | lexicon_trie_bit('e') |
			lexicon_trie_bit('i') | lexicon_trie_bit('o') |
			lexicon_trie_bit('u');
	return next;
}

static uint32_t
next_letters(const struct walk *w, int known, uint32_t letter, int limit)
{
	const struct row *row = &w->rows[known];
	uint32_t next = 0;
	for (int i = row->first; i <= row->last; i++)
		next |=
		    letters_behind(w, known, i, letter, limit - row->cost[i]);
	/* The second of two swapped letters. */
	const struct row *before = known > 0 ? &w->rows[known - 1] : row;
	for (int i = before->first; i <= before->last; i++)
		if (i + 1 < w->letters && w->typed[i + 1] == letter &&
		    before->cost[i] + SWAPPED <= limit)
			next |= lexicon_trie_bit(w->typed[i]);
	return next;
}

static void
visit(struct walk *w, uint32_t at, int known)
{
	const struct lexicon_trie_node *node = &w->trie->nodes[at];
	uint32_t lengths = node->lengths & w->lengths;
	if (lengths == 0 || *w->steps == 0)
		return;
	--*w->steps;
	int limit = w->limits[31 - __builtin_clz(lengths)];
	if (known == 0)
		fill_first_row(w, limit);
	else
		fill_row(w, known, node->letter,
		    w->trie->nodes[node->parent].letter, limit);
	if ((lengths >> known & 1u) != 0 && node->word != 0)
		judge(w, lexicon_table_entry(w->table, node->word));
	uint32_t next = next_letters(w, known, node->letter, limit);
	if ((node->letters & next) == 0)
		return;
	for (uint32_t i = 0; i < node->children; i++)
		if (lexicon_trie_bit(w->trie->nodes[node->child + i].letter) &
		    next)
			visit(w, node->child + i, known + 1);
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
	return LIMIT_MAX;
}

static void
prepare(struct walk *w)
{
	for (int i = 0; i < w->letters; i++) {
		bool doubled = i > 0 && w->typed[i] == w->typed[i - 1];
		w->extra[i] = doubled ? DOUBLED : EDIT;
		w->close[i] = close_letters(w->typed[i]);
		w->mask |= lexicon_trie_bit(w->typed[i]);
	}
	int shortest = most(w->letters - LENGTHS_APART, 3);
	int longest = least(w->letters + LENGTHS_APART, LEXICON_NEAR_LETTERS);
	for (int n = shortest; n <= longest; n++) {
		w->limits[n] =
		    lexicon_near_limit((size_t)w->letters, (size_t)n);
		w->lengths |= UINT32_C(1) << n;
	}
}

void
lexicon_near_find(const struct lexicon_table *table, const uint32_t *word,
    size_t letters, struct lexicon_near near[LEXICON_NEAR_MAX], size_t *count,
    size_t *steps)
{
	if (letters < 3 || letters > LEXICON_NEAR_LETTERS)
		return;
	struct walk w;
	w.table = table;
	w.trie = lexicon_table_near(table);
	w.typed = word;
	w.letters = (int)letters;
	w.mask = 0;
	w.lengths = 0;
	w.near = near;
	w.count = count;
	w.steps = steps;
	prepare(&w);
	visit(&w, LEXICON_TRIE_START, 0);
}
