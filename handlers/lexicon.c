/* lexicon - see the header. */
#include "handlers/lexicon.h"

#include <stdlib.h>

#include "base/panic.h"
#include "base/str.h"

#include "handlers/lexicon_load.h"
#include "handlers/lexicon_role.h"
#include "handlers/lexicon_table.h"

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
	struct lexicon *lex = xcalloc(1, sizeof(*lex));
	lex->table = lexicon_table_new();
	lex->forms = xcalloc(LANGUAGES_MAX, sizeof(*lex->forms));
	lex->sounds = xcalloc(LANGUAGES_MAX, sizeof(*lex->sounds));
	if (!lexicon_load(lex, path, err)) {
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
