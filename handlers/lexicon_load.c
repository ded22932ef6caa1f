/* lexicon_load - see the header. */
#include "handlers/lexicon_load.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/panic.h"
#include "base/str.h"

#include "handlers/fold.h"
#include "handlers/lexicon_sense.h"

#define FILES_MAX 64
#define FILE_OCTETS_MAX (256u * 1024u)

enum section {
	SECTION_NONE,
	SECTION_WORD,
	SECTION_NUMBER,
	SECTION_UNIT,
	SECTION_PRODUCT,
	SECTION_DAY,
	SECTION_LANGUAGE,
	SECTION_ALIKE,
	SECTION_FORM,
	SECTION_SOUND,
};

static const char *const section_names[] = {"", "[word]", "[number]", "[unit]",
    "[product]", "[day]", "[language]", "[alike]", "[form]", "[sound]"};

/* Where in which file the loader stands. */
struct reader {
	struct lexicon *lex;
	const char *file;
	size_t line;
	int language;
	enum section section;
	struct err *err;
};

static bool
refuse(struct reader *r, enum lexicon_error code, const char *what,
    struct str word)
{
	err_set(r->err, code, r->line, "%s:%zu: %s \"%.*s\"", r->file, r->line,
	    what, (int)(word.octets < 40 ? word.octets : 40), word.at);
	return false;
}

/* The index of a language, 0 when its name is none or there are too many. */
static int
add_language(struct lexicon *lex, struct str name)
{
	struct str bare;
	struct str rest = name;
	if (!str_cut(&bare, &rest, '-') || bare.octets == 0 ||
	    bare.octets >= LANGUAGE_OCTETS)
		return 0;
	for (int i = 1; i <= lex->languages_count; i++)
		if (str_is(bare, lex->languages[i]))
			return i;
	if (lex->languages_count + 1 >= LANGUAGES_MAX)
		return 0;
	str_copy(lex->languages[++lex->languages_count], LANGUAGE_OCTETS, bare);
	return lex->languages_count;
}

static bool
read_language(struct lexicon *lex, struct sense *out, struct str what)
{
	int language = add_language(lex, what);
	out->kind = SENSE_LANGUAGE;
	out->value = (uint16_t)language;
	return language > 0;
}

static bool
read_sense(struct reader *r, struct sense *out, struct str what)
{
	*out = (struct sense){SENSE_WORD, (uint8_t)r->language, 0, 0, 0};
	switch (r->section) {
	case SECTION_WORD:
		return lexicon_sense_word(out, what);
	case SECTION_NUMBER:
		return lexicon_sense_number(out, what);
	case SECTION_UNIT:
		return lexicon_sense_unit(out, what);
	case SECTION_DAY:
		return lexicon_sense_day(out, what);
	case SECTION_LANGUAGE:
		return read_language(r->lex, out, what);
	case SECTION_PRODUCT:
		return true;
	case SECTION_NONE:
	case SECTION_ALIKE:
	case SECTION_FORM:
	case SECTION_SOUND:
		break;
	}
	return false;
}

/* Makes room for `more` items behind the `count` there are. */
static void *
grow(void *items, size_t *room, size_t count, size_t more, size_t octets)
{
	if (count + more <= *room)
		return items;
	*room = *room + *room / 2 + more;
	return xrealloc(items, *room * octets);
}

static uint32_t
keep_name(struct lexicon *lex, struct str name)
{
	const struct synonym *last =
	    lex->synonyms_count == 0 ? NULL
				     : &lex->synonyms[lex->synonyms_count - 1];
	if (last != NULL && str_is(name, lex->names + last->product))
		return last->product;
	lex->names = grow(lex->names, &lex->names_room, lex->names_octets,
	    name.octets + 1, 1);
	uint32_t at = (uint32_t)lex->names_octets;
	str_copy(lex->names + at, name.octets + 1, name);
	lex->names_octets += name.octets + 1;
	return at;
}

static void
keep_synonym(struct reader *r, struct str product, const uint32_t *phrase,
    size_t letters)
{
	struct lexicon *lex = r->lex;
	struct synonym s = {.product = keep_name(lex, product),
	    .phrase = (uint32_t)lex->phrases_letters,
	    .letters = (uint8_t)letters,
	    .language = (uint8_t)r->language};
	lex->phrases = grow(lex->phrases, &lex->phrases_room,
	    lex->phrases_letters, letters, sizeof(*lex->phrases));
	memcpy(lex->phrases + lex->phrases_letters, phrase,
	    letters * sizeof(*phrase));
	lex->phrases_letters += letters;
	lex->synonyms = grow(lex->synonyms, &lex->synonyms_room,
	    lex->synonyms_count, 1, sizeof(*lex->synonyms));
	lex->synonyms[lex->synonyms_count++] = s;
}

static bool
is_figure(const uint32_t *phrase, size_t letters)
{
	for (size_t i = 0; i < letters; i++)
		if (fold_class(phrase[i]) != FOLD_DIGIT && phrase[i] != ' ')
			return false;
	return true;
}

static bool
read_phrase(
    struct reader *r, struct str what, struct sense sense, struct str text)
{
	uint32_t phrase[LEXICON_PHRASE_MAX];
	size_t letters = fold_phrase(phrase, LEXICON_PHRASE_MAX, text);
	if (letters == 0)
		return refuse(
		    r, LEXICON_WORD, "empty or too long phrase", text);
	if (is_figure(phrase, letters))
		return refuse(
		    r, LEXICON_WORD, "a figure is read by itself:", text);
	if (r->section == SECTION_PRODUCT) {
		keep_synonym(r, what, phrase, letters);
		return true;
	}
	bool bends = sense.kind == SENSE_UNIT || sense.kind == SENSE_NUMBER;
	bool added = lexicon_form_add(r->lex->table,
	    bends ? &r->lex->forms[r->language] : NULL, phrase, letters, sense,
	    lexicon_sense_may_be_guessed(sense, letters));
	return added || refuse(r, LEXICON_LIMIT, "too many phrases at", text);
}

static bool
read_alike(struct reader *r, struct str line)
{
	struct fold folded;
	fold_text(&folded, line);
	struct lexicon *lex = r->lex;
	size_t room = lex->alikes_count + folded.count;
	lex->alikes = xrealloc(lex->alikes, (room + 1) * sizeof(*lex->alikes));
	uint32_t instead = 0;
	for (size_t i = 0; i < folded.count; i++) {
		if (fold_class(folded.at[i]) == FOLD_BLANK) {
			instead = 0;
			continue;
		}
		if (instead == 0)
			instead = folded.at[i];
		lex->alikes[lex->alikes_count++] =
		    (struct alike){folded.at[i], instead};
	}
	return true;
}

static bool
read_forms(struct reader *r, struct str line)
{
	struct str what;
	struct str rest = line;
	struct str rule;
	str_cut(&what, &rest, ':');
	int kind = lexicon_form_find(str_trim(what));
	if (kind < 0)
		return refuse(r, LEXICON_WORD, "unknown", str_trim(what));
	while (str_cut(&rule, &rest, ','))
		if (!lexicon_form_read(&r->lex->forms[r->language],
			(enum lexicon_form_kind)kind, str_trim(rule)))
			return refuse(r, LEXICON_WORD,
			    "no rule, or one too many:", str_trim(rule));
	return true;
}

/* A line of rules for the ear; no key stands before them. */
static bool
read_sounds(struct reader *r, struct str line)
{
	struct str rule;
	struct str rest = line;
	while (str_cut(&rule, &rest, ','))
		if (!lexicon_sound_read(
			&r->lex->sounds[r->language], str_trim(rule)))
			return refuse(r, LEXICON_WORD,
			    "no rule, or one too many:", str_trim(rule));
	return true;
}

static bool
read_entry(struct reader *r, struct str line)
{
	struct str what;
	struct str rest = line;
	struct sense sense;
	if (r->section == SECTION_ALIKE)
		return read_alike(r, line);
	if (r->section == SECTION_SOUND)
		return read_sounds(r, line);
	if (memchr(line.at, ':', line.octets) == NULL)
		return refuse(r, LEXICON_SYNTAX, "no colon in", line);
	if (r->section == SECTION_FORM)
		return read_forms(r, line);
	str_cut(&what, &rest, ':');
	what = str_trim(what);
	if (!read_sense(r, &sense, what))
		return refuse(r, LEXICON_WORD, "unknown", what);
	struct str phrase;
	while (str_cut(&phrase, &rest, ','))
		if (str_trim(phrase).octets > 0 &&
		    !read_phrase(r, what, sense, str_trim(phrase)))
			return false;
	return true;
}

static bool
read_line(struct reader *r, struct str line)
{
	struct str rest = line;
	struct str text = {0};
	str_cut(&text, &rest, '#');
	text = str_trim(text);
	if (text.octets == 0)
		return true;
	if (text.at[0] != '[')
		return read_entry(r, text);
	for (size_t i = 1; i < sizeof(section_names) / sizeof(section_names[0]);
	     i++) {
		if (str_is(text, section_names[i])) {
			r->section = (enum section)i;
			return true;
		}
	}
	return refuse(r, LEXICON_WORD, "unknown heading", text);
}

static bool
read_file(struct reader *r, const char *path)
{
	FILE *in = fopen(path, "rb");
	if (in == NULL) {
		err_set(r->err, LEXICON_FOLDER, 0, "cannot read %s", path);
		return false;
	}
	char *text = xcalloc(1, FILE_OCTETS_MAX + 1);
	size_t octets = fread(text, 1, FILE_OCTETS_MAX + 1, in);
	fclose(in);
	struct str rest = str_of(text, octets);
	struct str line;
	bool ok = octets <= FILE_OCTETS_MAX;
	if (!ok)
		err_set(r->err, LEXICON_LIMIT, 0, "%s: too long", r->file);
	for (r->line = 1; ok && str_cut(&line, &rest, '\n'); r->line++)
		ok = read_line(r, line);
	free(text);
	return ok;
}

static int
is_lex(const struct dirent *e)
{
	const char *dot = strrchr(e->d_name, '.');
	return dot != NULL && dot != e->d_name && strcmp(dot, ".lex") == 0;
}

/* "sw.lex" of the folder. */
static bool
read_named(
    struct lexicon *lex, const char *path, const char *name, struct err *err)
{
	char file[4096];
	int n = snprintf(file, sizeof(file), "%s/%s", path, name);
	if (n < 0 || (size_t)n >= sizeof(file)) {
		err_set(err, LEXICON_FOLDER, 0, "path too long");
		return false;
	}
	struct reader r = {lex, name, 0, 0, SECTION_NONE, err};
	r.language = add_language(lex, str_of(name, strlen(name) - 4));
	if (r.language == 0) {
		err_set(err, LEXICON_LIMIT, 0, "%s: name is no language", name);
		return false;
	}
	return read_file(&r, file);
}

bool
lexicon_load(struct lexicon *lex, const char *path, struct err *err)
{
	struct dirent **names = NULL;
	int count = scandir(path, &names, is_lex, alphasort);
	bool ok = count > 0 && count <= FILES_MAX;
	if (!ok)
		err_set(err, count > 0 ? LEXICON_LIMIT : LEXICON_FOLDER, 0,
		    "%s: no folder with 1 to %d .lex files", path, FILES_MAX);
	for (int i = 0; i < count; i++) {
		ok = ok && read_named(lex, path, names[i]->d_name, err);
		free(names[i]);
	}
	free(names);
	return ok;
}
