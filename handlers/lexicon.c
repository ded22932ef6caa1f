/* lexicon - see the header; the format is told in handlers/lexicon/README. */
#include "handlers/lexicon.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/panic.h"
#include "base/str.h"

#include "handlers/fold.h"
#include "handlers/lexicon_form.h"
#include "handlers/lexicon_role.h"
#include "handlers/lexicon_sound.h"
#include "handlers/lexicon_table.h"

#define FILES_MAX 64
#define FILE_OCTETS_MAX (256u * 1024u)
#define LANGUAGES_MAX 64
#define LANGUAGE_OCTETS 12

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

/* The product's name and the phrase stand in the lexicon's own lists; those of
 * one line share the name. */
struct synonym {
	uint32_t product;
	uint32_t phrase;
	uint8_t letters;
	uint8_t language;
};

struct alike {
	uint32_t code_point;
	uint32_t instead;
};

struct lexicon {
	struct lexicon_table *table;
	char languages[LANGUAGES_MAX][LANGUAGE_OCTETS];
	int languages_count;
	struct lexicon_forms *forms; /* by language, from 1 */
	struct lexicon_sounds *sounds; /* the same */
	struct synonym *synonyms;
	size_t synonyms_count;
	size_t synonyms_room;
	char *names; /* each ends with NUL */
	size_t names_octets;
	size_t names_room;
	uint32_t *phrases;
	size_t phrases_letters;
	size_t phrases_room;
	struct alike *alikes;
	size_t alikes_count;
};

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

static int
language_index(struct lexicon *lex, struct str name, bool add)
{
	struct str bare;
	struct str rest = name;
	if (!str_cut(&bare, &rest, '-') || bare.octets == 0 ||
	    bare.octets >= LANGUAGE_OCTETS)
		return 0;
	for (int i = 1; i <= lex->languages_count; i++)
		if (str_is(bare, lex->languages[i]))
			return i;
	if (!add || lex->languages_count + 1 >= LANGUAGES_MAX)
		return 0;
	str_copy(lex->languages[++lex->languages_count], LANGUAGE_OCTETS, bare);
	return lex->languages_count;
}

/* "2nd: second": which one, not how many. */
static bool
read_ordinal(struct sense *out, struct str what)
{
	static const char *const ends[] = {"st", "nd", "rd", "th"};
	if (what.octets < 3)
		return false;
	struct str end = str_of(what.at + what.octets - 2, 2);
	struct str figure = str_of(what.at, what.octets - 2);
	bool ordinal = false;
	for (size_t i = 0; i < sizeof(ends) / sizeof(ends[0]); i++)
		ordinal = ordinal || str_is(end, ends[i]);
	if (!ordinal || !str_to_milli(&out->milli, figure) ||
	    out->milli < 1000 || out->milli > 20000 || out->milli % 1000 != 0)
		return false;
	out->kind = SENSE_ORDINAL;
	out->value = (uint16_t)(out->milli / 1000);
	return true;
}

/* What stands before the colon -> a sense. */
static bool
read_number(struct sense *out, struct str what)
{
	out->kind = SENSE_NUMBER;
	if (read_ordinal(out, what))
		return true;
	if (str_starts(what, "x"))
		out->kind = SENSE_TIMES;
	else if (str_starts(what, "+"))
		out->kind = SENSE_PLUS;
	if (out->kind != SENSE_NUMBER) {
		what = str_of(what.at + 1, what.octets - 1);
	} else if (what.octets > 1 && what.at[what.octets - 1] == '+') {
		/* "0.5+", "-0.25+": changes the number behind it. */
		out->kind = SENSE_PLUS;
		out->value = 1;
		what = str_of(what.at, what.octets - 1);
		return str_to_milli(&out->milli, what) && out->milli > -1000 &&
		       out->milli < 1000 && out->milli != 0;
	} else if (what.octets > 1 && what.at[what.octets - 1] == 'x') {
		/* "100x": the multiplier stands before, as in Swahili. */
		out->kind = SENSE_TIMES;
		out->value = 1;
		what = str_of(what.at, what.octets - 1);
	}
	/* "+-0.25": "a kilo less a quarter". */
	int64_t least = out->kind == SENSE_PLUS ? -999 : 1;
	return str_to_milli(&out->milli, what) && out->milli >= least &&
	       out->milli != 0;
}

static bool
read_unit(struct sense *out, struct str what)
{
	struct str amount;
	struct str name = what;
	out->kind = SENSE_UNIT;
	out->milli = 1000;
	if (memchr(what.at, ' ', what.octets) != NULL &&
	    str_cut(&amount, &name, ' ') &&
	    (!str_to_milli(&out->milli, amount) || out->milli <= 0))
		return false;
	int unit = lexicon_unit_find(str_trim(name));
	out->value = (uint16_t)unit;
	return unit >= 0;
}

static bool
cut_behind(struct str *what)
{
	static const char tail[] = " behind";
	size_t n = sizeof(tail) - 1;
	if (what->octets <= n ||
	    memcmp(what->at + what->octets - n, tail, n) != 0)
		return false;
	what->octets -= n;
	return true;
}

static bool
read_sense(struct reader *r, struct sense *out, struct str what)
{
	*out = (struct sense){SENSE_WORD, (uint8_t)r->language, 0, 0, 0};
	int found = 0;
	switch (r->section) {
	case SECTION_WORD:
		/* "place behind: mein" */
		out->count = cut_behind(&what) ? SENSE_BEHIND : 0;
		found = lexicon_role_find(what);
		break;
	case SECTION_NUMBER:
		return read_number(out, what);
	case SECTION_UNIT:
		return read_unit(out, what);
	case SECTION_DAY:
		out->kind = SENSE_DAY;
		found = lexicon_day_find(what);
		break;
	case SECTION_LANGUAGE:
		out->kind = SENSE_LANGUAGE;
		found = language_index(r->lex, what, true);
		found = found == 0 ? -1 : found;
		break;
	case SECTION_PRODUCT:
		break;
	case SECTION_NONE:
	case SECTION_ALIKE:
	case SECTION_FORM:
	case SECTION_SOUND:
		return false;
	}
	out->value = (uint16_t)found;
	return found >= 0;
}

/* May a slip of the thumb be mended into it?  Short number words, days and the
 * small words of grammar have too many neighbours. */
static bool
may_be_guessed(struct sense s, size_t letters)
{
	if (s.kind == SENSE_NUMBER || s.kind == SENSE_TIMES ||
	    s.kind == SENSE_DAY)
		return letters >= 5;
	/* A guess at small talk explains nothing. */
	static const uint64_t talk =
	    ROLE_BIT(ROLE_TALK) | ROLE_BIT(ROLE_PAST) | ROLE_BIT(ROLE_QUESTION);
	if (s.kind == SENSE_WORD && (ROLE_BIT(s.value) & talk) != 0)
		return false;
	if (s.kind == SENSE_WORD)
		return letters >= 5 || s.value == ROLE_WANT;
	return s.kind != SENSE_PLUS;
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
	    may_be_guessed(sense, letters));
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

static bool
read_folder(struct lexicon *lex, const char *path, struct dirent **names,
    int count, struct err *err)
{
	for (int i = 0; i < count; i++) {
		const char *name = names[i]->d_name;
		char file[4096];
		int n = snprintf(file, sizeof(file), "%s/%s", path, name);
		if (n < 0 || (size_t)n >= sizeof(file)) {
			err_set(err, LEXICON_FOLDER, 0, "path too long");
			return false;
		}
		struct reader r = {lex, name, 0, 0, SECTION_NONE, err};
		struct str language = str_of(name, strlen(name) - 4);
		r.language = language_index(lex, language, true);
		if (r.language == 0) {
			err_set(err, LEXICON_LIMIT, 0,
			    "%s: name is no language", name);
			return false;
		}
		if (!read_file(&r, file))
			return false;
	}
	return true;
}

static int
by_code_point(const void *a, const void *b)
{
	const struct alike *x = a;
	const struct alike *y = b;
	return (x->code_point > y->code_point) -
	       (x->code_point < y->code_point);
}

struct lexicon *
lexicon_load_dir(const char *path, struct err *err)
{
	struct dirent **names = NULL;
	int count = scandir(path, &names, is_lex, alphasort);
	if (count <= 0 || count > FILES_MAX) {
		err_set(err, count > 0 ? LEXICON_LIMIT : LEXICON_FOLDER, 0,
		    "%s: no folder with 1 to %d .lex files", path, FILES_MAX);
	}
	struct lexicon *lex = xcalloc(1, sizeof(*lex));
	lex->table = lexicon_table_new();
	lex->forms = xcalloc(LANGUAGES_MAX, sizeof(*lex->forms));
	lex->sounds = xcalloc(LANGUAGES_MAX, sizeof(*lex->sounds));
	bool ok = count > 0 && count <= FILES_MAX &&
		  read_folder(lex, path, names, count, err);
	for (int i = 0; i < count; i++)
		free(names[i]);
	free(names);
	if (!ok) {
		lexicon_free(&lex);
		return NULL;
	}
	lexicon_table_seal(lex->table);
	if (lex->alikes_count > 0)
		qsort(lex->alikes, lex->alikes_count, sizeof(*lex->alikes),
		    by_code_point);
	return lex;
}

void
lexicon_free(struct lexicon **lex)
{
	if (lex == NULL || *lex == NULL)
		return;
	free((*lex)->synonyms);
	free((*lex)->names);
	free((*lex)->phrases);
	free((*lex)->alikes);
	free((*lex)->forms);
	free((*lex)->sounds);
	lexicon_table_free(&(*lex)->table);
	free(*lex);
	*lex = NULL;
}

bool
lexicon_is_unit(const char *unit)
{
	return lexicon_unit_find(str_from(unit)) >= 0;
}

const struct lexicon_table *
lexicon_words(const struct lexicon *lex)
{
	return lex->table;
}

int
lexicon_language(const struct lexicon *lex, const char *name)
{
	struct str bare;
	struct str rest = str_from(name);
	if (!str_cut(&bare, &rest, '-'))
		return 0;
	for (int i = 1; i <= lex->languages_count; i++)
		if (str_is(bare, lex->languages[i]))
			return i;
	return 0;
}

const char *
lexicon_language_name(const struct lexicon *lex, int language)
{
	if (language < 1 || language > lex->languages_count)
		return "";
	return lex->languages[language];
}

const struct lexicon_forms *
lexicon_forms(const struct lexicon *lex, int language)
{
	bool known = language >= 1 && language <= lex->languages_count;
	return known ? &lex->forms[language] : NULL;
}

const struct lexicon_sounds *
lexicon_sounds(const struct lexicon *lex, int language)
{
	bool known = language >= 1 && language <= lex->languages_count;
	return known ? &lex->sounds[language] : NULL;
}

uint32_t
lexicon_alike(const struct lexicon *lex, uint32_t code_point)
{
	struct alike wanted = {code_point, 0};
	const struct alike *found =
	    lex->alikes_count == 0
		? NULL
		: bsearch(&wanted, lex->alikes, lex->alikes_count,
		      sizeof(*lex->alikes), by_code_point);
	return found == NULL ? code_point : found->instead;
}

size_t
lexicon_synonyms(const struct lexicon *lex)
{
	return lex->synonyms_count;
}

struct lexicon_synonym
lexicon_synonym(const struct lexicon *lex, size_t i)
{
	const struct synonym *s = &lex->synonyms[i];
	return (struct lexicon_synonym){lex->names + s->product,
	    lex->phrases + s->phrase, s->letters, s->language};
}
