#include "modem/quirk.h"

#include <string.h>

#include "modem/quirk_rows.h"

static bool
contains(struct str text, const char *wanted)
{
	size_t octets = strlen(wanted);
	for (size_t i = 0; i + octets <= text.octets; i++)
		if (str_starts_nocase(
			str_of(text.at + i, text.octets - i), wanted))
			return true;
	return false;
}

static bool
contains_any(struct str text, const char *const list[QUIRK_LIST])
{
	for (int i = 0; i < QUIRK_LIST && list[i] != NULL; i++)
		if (contains(text, list[i]))
			return true;
	return list[0] == NULL;
}

static bool
starts_any(struct str line, const char *const *list, int count)
{
	for (int i = 0; i < count && list[i] != NULL; i++)
		if (str_starts_nocase(line, list[i]))
			return true;
	return false;
}

/* ATI repeats all of it where the single questions are not known. */
static bool
fits(const struct quirk *row, const struct quirk_identity *identity)
{
	struct str maker = identity->maker, model = identity->model;
	if (maker.octets == 0)
		maker = identity->info;
	if (model.octets == 0)
		model = identity->info;
	return contains_any(maker, row->makers) &&
	       contains_any(model, row->models) &&
	       contains_any(identity->firmware, row->firmwares);
}

const struct quirk *
quirk_at(size_t i)
{
	return i < quirk_rows_count() ? quirk_row(i) : NULL;
}

const struct quirk *
quirk_generic(void)
{
	return quirk_row(quirk_rows_count() - 1);
}

const struct quirk *
quirk_find(const struct quirk_identity *identity)
{
	for (size_t i = 0; i + 1 < quirk_rows_count(); i++)
		if (fits(quirk_row(i), identity))
			return quirk_row(i);
	return quirk_generic();
}

const struct quirk *
quirk_named(struct str name)
{
	for (size_t i = 0; i < quirk_rows_count(); i++)
		if (str_equal_nocase(name, str_from(quirk_row(i)->name)))
			return quirk_row(i);
	return NULL;
}

bool
quirk_is_noise(const struct quirk *quirk, struct str line)
{
	return starts_any(line, quirk->noise, QUIRK_NOISE) ||
	       starts_any(line, quirk_generic()->noise, QUIRK_NOISE);
}

bool
quirk_is_boot_word(const struct quirk *quirk, struct str line)
{
	if (str_starts_nocase(line, "+QIND: "))
		line = str_of(line.at + 7, line.octets - 7);
	return starts_any(line, quirk->boot_words, QUIRK_LIST);
}

const char *
quirk_trust_words(enum quirk_trust trust)
{
	switch (trust) {
	case QUIRK_SPECIFICATION:
		return "from the specification";
	case QUIRK_FIELD:
		return "from field reports";
	case QUIRK_TRIED:
		return "from field reports, tried with our simulator";
	}
	return "";
}
