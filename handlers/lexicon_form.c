/* lexicon_form - see the header. */
#include "handlers/lexicon_form.h"

#include <string.h>

static bool
is_latin(const uint32_t *phrase, size_t letters)
{
	for (size_t i = 0; i < letters; i++)
		if (phrase[i] != ' ' && (phrase[i] < 'a' || phrase[i] > 'z'))
			return false;
	return true;
}

static bool
ends_with(const uint32_t *word, size_t letters, const char *end)
{
	size_t n = strlen(end);
	if (letters < n)
		return false;
	for (size_t i = 0; i < n; i++)
		if (word[letters - n + i] != (uint32_t)(unsigned char)end[i])
			return false;
	return true;
}

/* Puts the word's plural into dst (room for two more letters); 0 if it has
 * none: too short, or one already. */
static size_t
plural(uint32_t *dst, const uint32_t *word, size_t letters)
{
	memcpy(dst, word, letters * sizeof(*word));
	if (letters < 2 || ends_with(word, letters, "s"))
		return 0;
	if (ends_with(word, letters, "x") || ends_with(word, letters, "ch") ||
	    ends_with(word, letters, "sh")) {
		dst[letters] = 'e';
		dst[letters + 1] = 's';
		return letters + 2;
	}
	if (ends_with(word, letters, "y") && letters > 2 &&
	    strchr("aeiou", (int)word[letters - 2]) == NULL) {
		dst[letters - 1] = 'i';
		dst[letters] = 'e';
		dst[letters + 1] = 's';
		return letters + 2;
	}
	dst[letters] = 's';
	return letters + 1;
}

static void
add_last_plural(struct lexicon_table *t, const uint32_t *phrase, size_t letters,
    struct sense sense)
{
	uint32_t form[LEXICON_PHRASE_MAX + 2];
	size_t n = plural(form, phrase, letters);
	if (n > 0)
		lexicon_table_add(t, form, n, sense, true);
	/* "potatoes" and "potatos", "mangoes" and "mangos". */
	if (ends_with(phrase, letters, "o") ||
	    ends_with(phrase, letters, "r") ||
	    ends_with(phrase, letters, "l") ||
	    ends_with(phrase, letters, "n") ||
	    ends_with(phrase, letters, "z")) {
		memcpy(form, phrase, letters * sizeof(*phrase));
		form[letters] = 'e';
		form[letters + 1] = 's';
		lexicon_table_add(t, form, letters + 2, sense, false);
	}
}

static void
add_first_plural(struct lexicon_table *t, const uint32_t *phrase,
    size_t letters, size_t first, struct sense sense)
{
	uint32_t form[2 * LEXICON_PHRASE_MAX + 2];
	size_t n = plural(form, phrase, first);
	if (n == 0)
		return;
	memcpy(form + n, phrase + first, (letters - first) * sizeof(*phrase));
	n += letters - first;
	lexicon_table_add(t, form, n, sense, true);
	/* "haricots verts": Romance languages mark both. */
	if (form[n - 1] == 's')
		return;
	form[n] = 's';
	lexicon_table_add(t, form, n + 1, sense, true);
}

static void
add_joined(struct lexicon_table *t, const uint32_t *phrase, size_t letters,
    struct sense sense)
{
	uint32_t form[LEXICON_PHRASE_MAX];
	size_t n = 0;
	for (size_t i = 0; i < letters; i++)
		if (phrase[i] != ' ')
			form[n++] = phrase[i];
	lexicon_table_add(t, form, n, sense, true);
	add_last_plural(t, form, n, sense);
}

bool
lexicon_form_add(struct lexicon_table *t, const uint32_t *phrase,
    size_t letters, struct sense sense)
{
	/* A short synonym is too near to too many words. */
	bool near = sense.kind != SENSE_PRODUCT ||
		    sense.milli == PRODUCT_NAME_OWN || letters >= 5;
	if (!lexicon_table_add(t, phrase, letters, sense, near))
		return false;
	if (!is_latin(phrase, letters) || letters > LEXICON_PHRASE_MAX - 2)
		return true;
	add_last_plural(t, phrase, letters, sense);
	size_t first = 0;
	while (first < letters && phrase[first] != ' ')
		first++;
	if (first == letters)
		return true;
	add_first_plural(t, phrase, letters, first, sense);
	add_joined(t, phrase, letters, sense);
	return true;
}
