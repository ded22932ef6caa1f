/* phrase_load - *.phrases files into memory, each line checked and measured. */
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/panic.h"

#include "sms/segment.h"

#include "handlers/lexicon_role.h"
#include "handlers/phrase.h"
#include "handlers/phrase_table.h"

#define FILE_OCTETS_MAX (64u * 1024u)

static const char *
find_in(const char *at, const char *end, char mark)
{
	return at < end ? memchr(at, mark, (size_t)(end - at)) : NULL;
}

bool
phrase_is_sound(struct str text)
{
	const char *at = text.at, *end = text.at + text.octets;
	bool inside = false;

	for (; at < end; at++) {
		if (*at == '[' || *at == ']') {
			if (inside == (*at == '['))
				return false;
			inside = !inside;
		} else if (*at == '}') {
			return false;
		} else if (*at == '{') {
			const char *close = find_in(at, end, '}');

			if (close == NULL || phrase_place(str_of(at + 1,
						 (size_t)(close - at - 1))) < 0)
				return false;
			at = close;
		}
	}
	return !inside;
}

static int
key_find(struct str key)
{
	for (int i = 0; i < PHRASE_COUNT; i++)
		if (str_is(key, phrase_key((enum phrase)i)))
			return i;
	return -1;
}

struct reading {
	const char *file;
	struct phrases *phrases;
	size_t lang;
	size_t line;
	struct err *err;
};

static int
complain(const struct reading *r, int code, const char *what, struct str word)
{
	return err_set(r->err, code, r->line, "%s:%zu: %s%s%.*s", r->file,
	    r->line, what, word.octets ? " " : "", (int)word.octets, word.at);
}

static int
measure(const struct reading *r, enum phrase phrase)
{
	char filled[PHRASE_FILLED_OCTETS];
	const struct phrase_lang *lang = &r->phrases->lang[r->lang];

	if (phrase >= PHRASE_WORD_AGAIN)
		return 0;
	phrase_fill_text(filled, sizeof(filled), str_from(lang->text[phrase]),
	    phrase_sample(lang->name));
	if (segment_count(str_from(filled), true) <=
	    (size_t)phrase_parts_max(phrase))
		return 0;
	return complain(
	    r, PHRASE_LONG, "too long for one SMS:", str_from(filled));
}

/* -- names --------------------------------------------------------------- */

static const struct {
	const char *prefix;
	enum phrase_names kind;
} prefixes[] = {
    {"unit_", PHRASE_UNIT},
    {"goods_", PHRASE_GOODS},
    {"money_", PHRASE_MONEY},
};

/* Cuts "unit_" off *key; NULL when it names nothing. */
static const enum phrase_names *
names_kind(struct str *key)
{
	for (size_t i = 0; i < sizeof(prefixes) / sizeof(prefixes[0]); i++) {
		size_t octets = strlen(prefixes[i].prefix);

		if (!str_starts(*key, prefixes[i].prefix))
			continue;
		*key = str_of(key->at + octets, key->octets - octets);
		return &prefixes[i].kind;
	}
	return NULL;
}

static bool
all_of(struct str text, bool (*fits)(char c))
{
	for (size_t i = 0; i < text.octets; i++)
		if (!fits(text.at[i]))
			return false;
	return text.octets > 0;
}

static bool
is_capital(char c)
{
	return c >= 'A' && c <= 'Z';
}

static bool
is_key_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
}

static bool
key_is_sound(enum phrase_names kind, struct str key)
{
	switch (kind) {
	case PHRASE_UNIT:
		return lexicon_unit_find(key) >= 0;
	case PHRASE_GOODS:
		return all_of(key, is_key_letter);
	case PHRASE_MONEY:
		return key.octets == 3 && all_of(key, is_capital);
	}
	return false;
}

static bool
name_is_sound(enum phrase_names kind, struct str one, struct str several)
{
	static const char sum[] = "{total}";
	bool holds_sum =
	    one.octets >= 7 && memmem(one.at, one.octets, sum, 7) != NULL;

	if (kind == PHRASE_MONEY)
		return holds_sum && phrase_is_sound(one);
	return one.octets > 0 && several.octets > 0 &&
	       strcspn(one.at, "{}[]\n") >= one.octets;
}

/* `bag, bags`: one and several; money is one text, commas and all. */
static int
read_name(
    struct reading *r, enum phrase_names kind, struct str key, struct str rest)
{
	struct phrase_lang *lang = &r->phrases->lang[r->lang];
	struct phrase_row row = {.kind = kind};
	struct str one = rest, several = rest;

	if (kind != PHRASE_MONEY && str_cut(&one, &several, ',') &&
	    several.octets == 0)
		several = one;
	one = str_trim(one);
	several = str_trim(several);
	if (!key_is_sound(kind, key) || key.octets >= sizeof(row.key) ||
	    lang->rows_count == PHRASE_NAMES_MAX)
		return complain(r, PHRASE_KEY, "unknown name", key);
	if (!name_is_sound(kind, one, several))
		return complain(r, PHRASE_SYNTAX, "no name for", key);
	if (one.octets >= sizeof(row.one) ||
	    several.octets >= sizeof(row.several))
		return complain(r, PHRASE_LONG, "too long:", key);
	str_copy(row.key, sizeof(row.key), key);
	if (phrase_name(r->phrases, lang->name, kind, row.key, false) != NULL)
		return complain(r, PHRASE_KEY, "twice:", key);
	str_copy(row.one, sizeof(row.one), one);
	str_copy(row.several, sizeof(row.several), several);
	lang->rows =
	    xrealloc(lang->rows, (lang->rows_count + 1) * sizeof(*lang->rows));
	lang->rows[lang->rows_count++] = row;
	return 0;
}

/* -- lines --------------------------------------------------------------- */

static void
note_fronts(struct phrases *phrases, enum phrase list, struct str words)
{
	struct str word;

	while (str_cut(&word, &words, ',')) {
		word = str_trim(word);
		if (word.octets > 0) {
			struct phrase_front front =
			    phrase_front(word.at, word.octets);

			for (int i = 0; i < 2; i++)
				phrases->fronts[list][front.bit[i] / 8] |=
				    (uint8_t)(1u << front.bit[i] % 8);
		}
	}
}

static int
read_phrase(struct reading *r, struct str key, struct str rest)
{
	int at = key_find(key);
	char **slot, *text;

	if (at < 0)
		return complain(r, PHRASE_KEY, "unknown key", key);
	slot = &r->phrases->lang[r->lang].text[at];
	if (*slot != NULL)
		return complain(r, PHRASE_KEY, "twice:", key);
	if (!phrase_is_sound(rest))
		return complain(r, PHRASE_SYNTAX, "bad {} or [] in", key);
	text = xcalloc(rest.octets + 1, 1);
	memcpy(text, rest.at, rest.octets);
	*slot = text;
	note_fronts(r->phrases, (enum phrase)at, rest);
	return measure(r, (enum phrase)at);
}

static int
read_line(struct reading *r, struct str line)
{
	struct str key, rest = str_trim(line);
	const enum phrase_names *kind;

	if (rest.octets == 0 || rest.at[0] == ';')
		return 0;
	if (!memchr(rest.at, ':', rest.octets))
		return complain(r, PHRASE_SYNTAX, "no `key: text`", rest);
	(void)str_cut(&key, &rest, ':');
	key = str_trim(key);
	rest = str_trim(rest);
	kind = names_kind(&key);
	return kind != NULL ? read_name(r, *kind, key, rest)
			    : read_phrase(r, key, rest);
}

static int
read_whole(struct reading *r, const char *path)
{
	FILE *in = fopen(path, "re");
	char *line = NULL;
	size_t room = 0, octets = 0;
	ssize_t got;
	int rc = 0;

	if (in == NULL)
		return complain(r, PHRASE_FOLDER, "cannot be read", STR(""));
	while (rc == 0 && (got = getline(&line, &room, in)) >= 0) {
		r->line++;
		octets += (size_t)got;
		if (octets > FILE_OCTETS_MAX)
			rc = complain(
			    r, PHRASE_SYNTAX, "file too long", STR(""));
		else
			rc = read_line(r, str_of(line, (size_t)got));
	}
	free(line);
	fclose(in);
	return rc;
}

/* What every other language falls back to. */
static int
check_english(struct phrases *phrases, const char *folder, struct err *err)
{
	struct reading r = {"en.phrases", phrases, 0, 0, err};

	phrases->english = phrases_language(phrases, "en");
	if (phrases->english < 0)
		return err_set(err, PHRASE_FOLDER, 0,
		    "%s: there is no en.phrases", folder);
	for (int i = 0; i < PHRASE_COUNT; i++)
		if (phrases->lang[phrases->english].text[i] == NULL)
			return complain(&r, PHRASE_KEY, "missing key",
			    str_from(phrase_key((enum phrase)i)));
	return 0;
}

static int
read_file(struct phrases *phrases, const char *folder, const char *file,
    struct err *err)
{
	char path[4096];
	struct buf out = buf_over(path, sizeof(path));
	size_t stem = strlen(file) - strlen(".phrases");
	struct reading r = {file, phrases, phrases->count, 0, err};

	if (phrases->count == PHRASE_LANGUAGES_MAX ||
	    stem >= sizeof(phrases->lang[0].name))
		return complain(
		    &r, PHRASE_FOLDER, "too many languages", STR(""));
	buf_add_format(&out, "%s/%s", folder, file);
	str_copy(phrases->lang[r.lang].name, sizeof(phrases->lang[0].name),
	    str_of(file, stem));
	phrases->count++;
	return read_whole(&r, path);
}

static int
only_phrases(const struct dirent *entry)
{
	size_t octets = strlen(entry->d_name);

	return octets > 8 &&
	       strcmp(entry->d_name + octets - 8, ".phrases") == 0;
}

struct phrases *
phrases_load(const char *folder, struct err *err)
{
	struct phrases *phrases = xcalloc(1, sizeof(*phrases));
	struct dirent **entries = NULL;
	int count = scandir(folder, &entries, only_phrases, alphasort);
	int rc = 0;

	phrases->market = -1;
	phrases->english = -1;
	for (int i = 0; i < count; i++) {
		if (rc == 0)
			rc =
			    read_file(phrases, folder, entries[i]->d_name, err);
		free(entries[i]);
	}
	free(entries);
	if (rc == 0)
		rc = check_english(phrases, folder, err);
	if (rc != 0)
		phrases_free(&phrases);
	return phrases;
}

void
phrases_free(struct phrases **phrases)
{
	if (*phrases == NULL)
		return;
	for (size_t i = 0; i < (*phrases)->count; i++) {
		for (size_t k = 0; k < PHRASE_COUNT; k++)
			free((*phrases)->lang[i].text[k]);
		free((*phrases)->lang[i].rows);
	}
	free(*phrases);
	*phrases = NULL;
}
