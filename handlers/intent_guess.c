/* intent_guess - see the header. */
#include "handlers/intent_guess.h"

#include "handlers/lexicon_echo.h"

#define APOSTROPHE 0x27

#define CLOSE 10 /* tenths of a letter */
#define RIVALS 11 /* of what is so close */
#define FAR 20
#define FAR_LETTERS 6
#define SMALL 7 /* of a slip into another language */

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

/* Asks both tables. */
static void
look(struct guess *g, const struct intent_text *t, uint16_t languages,
    int dearest, size_t n, size_t *steps)
{
	for (int i = 0; i < KNOWN_TABLES; i++)
		lexicon_near_find(intent_table(t, i), languages, dearest,
		    g->typed, n, g->near, &g->count, steps);
}

/* The hinted language and English first; others only when that finds nothing
 * close. */
static void
look_near(struct guess *g, const struct intent_text *t, size_t n, size_t *steps)
{
	int lang = hinted(t);
	uint16_t all = LEXICON_ANY_LANGUAGE;
	uint16_t own = lang == 0 ? all
				 : (uint16_t)(lexicon_language_bit(lang) |
					      lexicon_language_bit(t->english));
	look(g, t, own, RIVALS, n, steps);
	if (g->count > 0 && g->near[0].cost <= CLOSE)
		return;
	/* Short words may not cost more than that anyway. */
	if (n >= FAR_LETTERS)
		look(g, t, own, FAR, n, steps);
	if (own != all)
		look(g, t, all, SMALL, n, steps);
}

/* Part of longer phrases only: itself, or a slip for something else. */
static void
keep_itself(struct guess *g, const struct intent_text *t, size_t n,
    struct known_place place)
{
	struct known own = intent_known_at(t, place);
	for (int i = 0; i < KNOWN_TABLES; i++)
		if (own.entry[i] != NULL)
			lexicon_near_keep(g->near, &g->count,
			    (struct lexicon_near){intent_table(t, i),
				own.entry[i], g->typed, n, 0});
}

bool
intent_guess_find(struct guess *out, const struct intent_text *t, size_t at,
    size_t letters, struct known_place place, size_t *steps)
{
	size_t n = word_key(out->typed, t, at, letters);
	out->count = 0;
	keep_itself(out, t, n, place);
	look_near(out, t, n, steps);
	lexicon_echo_find(catalogue_echoes(t->cat), hinted(t), out->typed, n,
	    out->near, &out->count);
	return out->count > 0;
}
