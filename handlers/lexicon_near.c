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

/* The cost of i typed letters stands in cell PAD + i.  Only those from first to
 * last may still lead to a near word, none when last is below first.  There
 * are two cells on either side to read. */
#define PAD 2
struct row {
	int first;
	int last;
	int cells[PAD + LEXICON_NEAR_LETTERS + 1 + PAD];
};

/* Typed letters are counted from 1. */
struct walk {
	const struct lexicon_table *table;
	const struct lexicon_trie *trie;
	int letters;
	uint32_t typed[LEXICON_NEAR_LETTERS + 2]; /* 0 before and behind */
	int extra[LEXICON_NEAR_LETTERS + 1]; /* cost of one too many */
	/* What it may stand for, lexicon_trie_bit: at NEIGHBOUR; and what may
	 * be next in a word if SWAPPED is left. */
	uint32_t close[LEXICON_NEAR_LETTERS + 2];
	uint32_t mask; /* the typed letters, lexicon_letter_bit */
	uint32_t bits; /* the same, lexicon_trie_bit */
	uint32_t lengths; /* bit n: a word of n letters may be near */
	int limits[LEXICON_NEAR_LETTERS + 1]; /* by a known word's letters */
	struct lexicon_near *near;
	size_t *count;
	size_t *steps;
	struct row rows[LEXICON_NEAR_LETTERS + 1]; /* by known letters */
	uint16_t languages;
	bool latin; /* all letters typed are */
	int dearest;
};

#define VOWELS                                                                 \
	(lexicon_trie_bit('a') | lexicon_trie_bit('e') |                       \
	    lexicon_trie_bit('i') | lexicon_trie_bit('o') |                    \
	    lexicon_trie_bit('u'))

/* How many bits are set; the compiler's own calls a function for it. */
static int
bits_set(uint32_t bits)
{
	bits -= bits >> 1 & 0x55555555u;
	bits = (bits & 0x33333333u) + (bits >> 2 & 0x33333333u);
	return (int)(((bits + (bits >> 4)) & 0x0f0f0f0fu) * 0x01010101u >> 24);
}

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

static void
put_cost(struct row *row, int i, int cost, int limit)
{
	row->cells[PAD + i] = cost;
	if (cost > limit)
		return;
	row->first = least(row->first, i);
	row->last = i;
}

/* Of the letters behind `i`, all are too much; then the cells to read only. */
static void
end_row(const struct walk *w, struct row *row, int i, int limit)
{
	int cost = row->cells[PAD + i];
	for (i++; i <= w->letters && cost <= limit; i++) {
		cost += w->extra[i];
		put_cost(row, i, cost, limit);
	}
	row->cells[PAD + i] = FAR;
	row->cells[PAD + i + 1] = FAR;
}

/* Nothing of the word yet. */
static void
fill_first_row(struct walk *w, int limit)
{
	struct row *row = &w->rows[0];
	row->first = 0;
	row->cells[0] = FAR;
	row->cells[1] = FAR;
	put_cost(row, 0, 0, limit);
	put_cost(row, 1, w->extra[1] + FIRST_LETTER, limit);
	end_row(w, row, 1, limit);
}

/* Two letters were swapped: the cost of what stands before them, and that. */
static int
swapped(const struct row *two_before, int i)
{
	return i > two_before->last + 2 ? FAR : two_before->cells[i] + SWAPPED;
}

/* The row of one more known letter, from the two rows before it. */
static void
fill_row(struct walk *w, int known, uint32_t letter, uint32_t letter_before,
    int limit)
{
	struct row *row = &w->rows[known];
	const struct row *before = row - 1;
	const struct row *two_before = known > 1 ? row - 2 : before;
	int lost = omission(letter, letter_before);
	int first_letter = known == 1 ? FIRST_LETTER : 0;
	int i = least(before->first, two_before->first + 2);
	int end =
	    least(most(before->last + 1, two_before->last + 2), w->letters);
	int cost = FAR;
	row->first = w->letters + 1;
	row->last = -1;
	row->cells[i] = FAR;
	row->cells[i + 1] = FAR;
	for (; i <= end; i++) {
		int change = substitution(w, i, letter);
		if (change > 0 && i == 1)
			change += first_letter;
		cost = least(before->cells[PAD + i] + lost, cost + w->extra[i]);
		cost = least(cost, before->cells[PAD + i - 1] + change);
		if (w->typed[i] == letter_before && i > 1 &&
		    w->typed[i - 1] == letter && letter != letter_before)
			cost = least(cost, swapped(two_before, i));
		put_cost(row, i, cost, limit);
	}
	end_row(w, row, end, limit);
}

struct lexicon_near
lexicon_near_word(const struct lexicon_table *table,
    const struct lexicon_word *word, int cost)
{
	return (struct lexicon_near){table, lexicon_table_entry(table, word),
	    lexicon_table_text(table, word), word->letters, cost};
}

static bool
is_same(const struct lexicon_near *a, const struct lexicon_near *b)
{
	return a->table == b->table && a->letters == b->letters &&
	       memcmp(a->text, b->text, a->letters * sizeof(*a->text)) == 0;
}

/* May `a` stand before `b`? */
static bool
is_nearer(const struct lexicon_near *a, const struct lexicon_near *b)
{
	if (a->cost != b->cost || a->table != b->table)
		return a->cost < b->cost;
	if (a->letters != b->letters)
		return a->letters < b->letters;
	for (size_t i = 0; i < a->letters; i++)
		if (a->text[i] != b->text[i])
			return a->text[i] < b->text[i];
	return false;
}

void
lexicon_near_keep(struct lexicon_near near[LEXICON_NEAR_MAX], size_t *count,
    struct lexicon_near found)
{
	size_t at = *count;
	/* Found twice, by its letters and by its sound: the cheaper counts. */
	for (size_t i = 0; i < *count; i++)
		if (is_same(&near[i], &found)) {
			if (near[i].cost <= found.cost)
				return;
			memmove(near + i, near + i + 1,
			    (*count - i - 1) * sizeof(*near));
			at = --*count;
		}
	while (at > 0 && is_nearer(&found, &near[at - 1]))
		at--;
	if (at == LEXICON_NEAR_MAX)
		return;
	if (*count < LEXICON_NEAR_MAX)
		++*count;
	for (size_t i = *count - 1; i > at; i--)
		near[i] = near[i - 1];
	near[at] = found;
}

/* How many letters two near words may not have in common. */
static int
most_different(int limit)
{
	return limit > EDIT + DOUBLED ? 4 : 2;
}

/* Words with too many different letters are other words, however near. */
static void
judge(struct walk *w, const struct lexicon_word *word)
{
	int limit = w->limits[word->letters];
	const struct row *row = &w->rows[word->letters];
	int cost = row->cells[PAD + w->letters];
	if (row->last == w->letters && cost <= limit &&
	    (word->languages & w->languages) != 0 &&
	    bits_set(word->mask ^ w->mask) <= most_different(limit))
		lexicon_near_keep(
		    w->near, w->count, lexicon_near_word(w->table, word, cost));
}

/* The letters with which a near word may begin. */
static uint32_t
first_letters(const struct walk *w, int limit)
{
	uint32_t first = lexicon_trie_bit(w->typed[1]);
	if (limit >= EDIT + FIRST_LETTER)
		return UINT32_MAX;
	if (limit >= SWAPPED)
		first |= lexicon_trie_bit(w->typed[2]);
	return limit >= NEIGHBOUR + FIRST_LETTER ? first | w->close[1] : first;
}

/* The letters with which it may go on behind `i` typed ones, if what is left of
 * the limit is to suffice. */
static uint32_t
letters_behind(const struct walk *w, int i, uint32_t letter, int left)
{
	if (left >= EDIT)
		return UINT32_MAX;
	uint32_t next = i < w->letters ? lexicon_trie_bit(w->typed[i + 1]) : 0;
	if (left >= DOUBLED)
		next |= lexicon_trie_bit(letter);
	if (left >= VOWEL_LOST)
		next |= w->close[i + 1] | VOWELS;
	if (left >= SWAPPED && i + 1 < w->letters)
		next |= lexicon_trie_bit(w->typed[i + 2]);
	return next;
}

static uint32_t
next_letters(const struct walk *w, int known, uint32_t letter, int limit)
{
	const struct row *row = &w->rows[known];
	uint32_t next = 0;
	if (known == 0)
		return first_letters(w, limit);
	for (int i = row->first; i <= row->last; i++)
		next |=
		    letters_behind(w, i, letter, limit - row->cells[PAD + i]);
	if (next == UINT32_MAX || (lexicon_trie_bit(letter) & w->bits) == 0)
		return next;
	/* The second of two swapped letters. */
	row--;
	for (int i = row->first; i <= row->last && i + 1 < w->letters; i++)
		if (w->typed[i + 2] == letter &&
		    row->cells[PAD + i] + SWAPPED <= limit)
			next |= lexicon_trie_bit(w->typed[i + 1]);
	return next;
}

/* Each letter that the other word has not at all was changed, left out or put
 * in.  Bits of other scripts than Latin are shared, so they tell less. */
static bool
is_too_far(const struct walk *w, const struct lexicon_trie_node *node,
    int limit, int different)
{
	int too_many = bits_set(w->bits & ~node->some);
	int lacking = bits_set(node->each & ~w->bits);
	bool latin = lexicon_trie_is_latin(w->bits | node->some);
	return too_many * NEIGHBOUR > limit || lacking * NEIGHBOUR > limit ||
	       (latin && too_many + lacking > different);
}

static void visit(
    struct walk *w, uint32_t at, int known, uint32_t letter_before);

/* The letter that was typed first: what is found early spares the others. */
static void
visit_children(struct walk *w, const struct lexicon_trie_node *node, int known,
    uint32_t next)
{
	const struct lexicon_trie_node *nodes = &w->trie->nodes[node->child];
	uint32_t typed = known <= w->letters ? w->typed[known] : 0;
	uint32_t count = node->children;
	uint32_t first = 0;
	/* In the order of their letters, Latin ones first. */
	while (count > 0 && w->latin && nodes[count - 1].letter > 'z')
		count--;
	while (first < count && nodes[first].letter < typed)
		first++;
	bool found = first < count && nodes[first].letter == typed;
	if (found)
		visit(w, node->child + first, known, node->letter);
	for (uint32_t i = 0; i < count; i++) {
		if ((nodes[i].lengths & w->lengths) == 0 ||
		    (nodes[i].languages & w->languages) == 0 ||
		    (found && i == first))
			continue;
		if ((lexicon_trie_bit(nodes[i].letter) & next) != 0)
			visit(w, node->child + i, known, node->letter);
	}
}

static void
visit(struct walk *w, uint32_t at, int known, uint32_t letter_before)
{
	const struct lexicon_trie_node *node = &w->trie->nodes[at];
	uint32_t lengths = node->lengths & w->lengths;
	if (lengths == 0 || *w->steps == 0 ||
	    (node->languages & w->languages) == 0)
		return;
	int limit = w->limits[31 - __builtin_clz(lengths)];
	int different = most_different(limit);
	/* No more than the last of those that are kept already, and nothing
	 * that could not rival the best. */
	if (*w->count == LEXICON_NEAR_MAX)
		limit = least(limit, w->near[LEXICON_NEAR_MAX - 1].cost);
	if (*w->count > 0)
		limit = least(limit, w->near[0].cost + LEXICON_NEAR_RIVALS);
	if (is_too_far(w, node, limit, different))
		return;
	--*w->steps;
	if (known == 0)
		fill_first_row(w, limit);
	else
		fill_row(w, known, node->letter, letter_before, limit);
	if ((lengths >> known & 1u) != 0 && node->word != 0)
		judge(w, lexicon_table_word(w->table, node->word - 1));
	uint32_t next = next_letters(w, known, node->letter, limit);
	if ((node->letters & next) == 0)
		return;
	visit_children(w, node, known + 1, next);
}

/* The highest cost at which a typed word may still mean a known one: 0 (only
 * exactly) for less than four letters. */
static int
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
prepare(struct walk *w, const uint32_t *word)
{
	w->typed[0] = 0;
	w->typed[w->letters + 1] = 0;
	w->close[0] = 0;
	w->close[w->letters + 1] = 0;
	w->extra[0] = FAR;
	for (int i = 1; i <= w->letters; i++) {
		w->typed[i] = word[i - 1];
		bool doubled = w->typed[i] == w->typed[i - 1];
		w->extra[i] = doubled ? DOUBLED : EDIT;
		w->close[i] = close_letters(w->typed[i]);
		w->mask |= lexicon_letter_bit(w->typed[i]);
		w->bits |= lexicon_trie_bit(w->typed[i]);
	}
	w->latin = lexicon_trie_is_latin(w->bits);
	int shortest = most(w->letters - LENGTHS_APART, 3);
	int longest = least(w->letters + LENGTHS_APART, LEXICON_NEAR_LETTERS);
	for (int n = shortest; n <= longest; n++) {
		w->limits[n] = least(w->dearest,
		    lexicon_near_limit((size_t)w->letters, (size_t)n));
		w->lengths |= UINT32_C(1) << n;
	}
}

void
lexicon_near_find(const struct lexicon_table *table, uint16_t languages,
    int dearest, const uint32_t *word, size_t letters,
    struct lexicon_near near[LEXICON_NEAR_MAX], size_t *count, size_t *steps)
{
	if (letters < 3 || letters > LEXICON_NEAR_LETTERS)
		return;
	struct walk w;
	w.table = table;
	w.trie = lexicon_table_near(table);
	w.letters = (int)letters;
	w.languages = languages;
	w.dearest = dearest;
	w.mask = 0;
	w.bits = 0;
	w.lengths = 0;
	w.near = near;
	w.count = count;
	w.steps = steps;
	prepare(&w, word);
	visit(&w, LEXICON_TRIE_ROOT, 0, 0);
}
