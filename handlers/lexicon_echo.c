/* lexicon_echo - see the header.  Sorted by language and by a hash of the
 * sound; equal hashes are told apart by the sound itself. */
#include "handlers/lexicon_echo.h"

#include <stdlib.h>
#include <string.h>

#include "base/panic.h"

#include "handlers/lexicon_role.h"
#include "handlers/lexicon_sound.h"

#define LETTERS_LEAST 3 /* of a word, and of its sound */
#define LANGUAGES_MAX 64

struct echo {
	uint32_t hash;
	uint8_t language;
	uint8_t table;
	uint32_t word;
};

struct lexicon_echoes {
	const struct lexicon *lex;
	const struct lexicon_table *tables[2];
	struct echo *list;
	size_t count;
	size_t room;
};

static uint32_t
hash_of(const uint32_t *sound, size_t letters)
{
	uint32_t hash = 0x811c9dc5u;
	for (size_t i = 0; i < letters; i++)
		hash = (hash ^ sound[i]) * 0x01000193u;
	return hash;
}

static size_t
sound_of(uint32_t sound[LEXICON_PHRASE_MAX], const struct lexicon *lex,
    int language, const uint32_t *word, size_t letters)
{
	const struct lexicon_sounds *rules = lexicon_sounds(lex, language);
	if (rules == NULL || rules->count == 0 || letters < LETTERS_LEAST ||
	    letters > LEXICON_PHRASE_MAX)
		return 0;
	size_t n = lexicon_sound_key(sound, rules, word, letters);
	return n < LETTERS_LEAST ? 0 : n;
}

static void
add(struct lexicon_echoes *e, struct echo echo)
{
	if (e->count == e->room) {
		e->room = 2 * e->room + 256;
		e->list = xrealloc(e->list, e->room * sizeof(*e->list));
	}
	e->list[e->count++] = echo;
}

/* Small talk is not listened for: it would explain nothing. */
static bool
is_small_talk(struct sense s)
{
	static const uint64_t talk =
	    ROLE_BIT(ROLE_FILLER) | ROLE_BIT(ROLE_GREET) |
	    ROLE_BIT(ROLE_THANKS) | ROLE_BIT(ROLE_TALK) | ROLE_BIT(ROLE_PAST) |
	    ROLE_BIT(ROLE_QUESTION) | ROLE_BIT(ROLE_LABEL) |
	    ROLE_BIT(ROLE_CLOCK) | ROLE_BIT(ROLE_SITE) | ROLE_BIT(ROLE_UNLIKE);
	return s.kind == SENSE_WORD && (ROLE_BIT(s.value) & talk) != 0;
}

static void
add_word(struct lexicon_echoes *e, uint8_t table, uint32_t word)
{
	const struct lexicon_table *t = e->tables[table];
	const struct lexicon_word *known = lexicon_table_word(t, word);
	const struct lexicon_entry *means = lexicon_table_entry(t, known);
	uint64_t done = 0;
	for (size_t i = 0; i < means->senses; i++) {
		struct sense s = lexicon_table_senses(t, means)[i];
		uint32_t sound[LEXICON_PHRASE_MAX];
		if (s.lang >= LANGUAGES_MAX || is_small_talk(s) ||
		    (done & (UINT64_C(1) << s.lang)))
			continue;
		done |= UINT64_C(1) << s.lang;
		size_t n = sound_of(sound, e->lex, s.lang,
		    lexicon_table_text(t, known), known->letters);
		if (n > 0)
			add(e, (struct echo){
				   hash_of(sound, n), s.lang, table, word});
	}
}

static int
by_language_and_hash(const void *a, const void *b)
{
	const struct echo *x = a;
	const struct echo *y = b;
	if (x->language != y->language)
		return x->language < y->language ? -1 : 1;
	if (x->hash != y->hash)
		return x->hash < y->hash ? -1 : 1;
	if (x->table != y->table)
		return x->table < y->table ? -1 : 1;
	return (x->word > y->word) - (x->word < y->word);
}

struct lexicon_echoes *
lexicon_echoes_new(const struct lexicon *lex, const struct lexicon_table *goods,
    const struct lexicon_table *words)
{
	struct lexicon_echoes *e = xcalloc(1, sizeof(*e));
	e->lex = lex;
	e->tables[0] = goods;
	e->tables[1] = words;
	for (uint8_t table = 0; table < 2; table++) {
		size_t count = lexicon_table_words(e->tables[table]);
		for (uint32_t i = 0; i < count; i++)
			add_word(e, table, i);
	}
	if (e->count > 0)
		qsort(
		    e->list, e->count, sizeof(*e->list), by_language_and_hash);
	return e;
}

void
lexicon_echoes_free(struct lexicon_echoes **echoes)
{
	if (echoes == NULL || *echoes == NULL)
		return;
	free((*echoes)->list);
	free(*echoes);
	*echoes = NULL;
}

/* The first echo that is not before this one. */
static size_t
lower_bound(const struct lexicon_echoes *e, struct echo wanted)
{
	size_t low = 0;
	size_t high = e->count;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (by_language_and_hash(&e->list[middle], &wanted) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static bool
sounds_the_same(const struct lexicon_echoes *e, const struct echo *echo,
    const uint32_t *sound, size_t letters)
{
	const struct lexicon_table *t = e->tables[echo->table];
	const struct lexicon_word *known = lexicon_table_word(t, echo->word);
	uint32_t other[LEXICON_PHRASE_MAX];
	size_t n = sound_of(other, e->lex, echo->language,
	    lexicon_table_text(t, known), known->letters);
	return n == letters && memcmp(other, sound, n * sizeof(*sound)) == 0;
}

static void
find_in(const struct lexicon_echoes *e, int language, const uint32_t *word,
    size_t letters, struct lexicon_near near[LEXICON_NEAR_MAX], size_t *count)
{
	uint32_t sound[LEXICON_PHRASE_MAX];
	size_t n = sound_of(sound, e->lex, language, word, letters);
	struct echo wanted = {
	    n == 0 ? 0 : hash_of(sound, n), (uint8_t)language, 0, 0};
	for (size_t i = n == 0 ? e->count : lower_bound(e, wanted);
	     i < e->count && e->list[i].language == language &&
	     e->list[i].hash == wanted.hash;
	     i++) {
		const struct echo *echo = &e->list[i];
		const struct lexicon_table *t = e->tables[echo->table];
		if (sounds_the_same(e, echo, sound, n))
			lexicon_near_keep(near, count,
			    lexicon_near_word(t,
				lexicon_table_word(t, echo->word),
				LEXICON_ECHO_COST));
	}
}

void
lexicon_echo_find(const struct lexicon_echoes *echoes, int language,
    const uint32_t *word, size_t letters,
    struct lexicon_near near[LEXICON_NEAR_MAX], size_t *count)
{
	if (echoes == NULL || echoes->count == 0)
		return;
	if (language > 0) {
		find_in(echoes, language, word, letters, near, count);
		return;
	}
	for (int i = 1; i < LANGUAGES_MAX; i++)
		find_in(echoes, i, word, letters, near, count);
}
