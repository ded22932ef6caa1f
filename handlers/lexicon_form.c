/* lexicon_form - see the header. */
#include "handlers/lexicon_form.h"

#include <string.h>

#include "handlers/fold.h"
#include "handlers/lexicon_role.h"

static const char *const kind_names[FORM_KINDS] = {
    [FORM_ENDING] = "ending",
    [FORM_BEGINNING] = "beginning",
    [FORM_NUMBER_ENDING] = "number-ending",
    [FORM_NUMBER_BEGINNING] = "number-beginning",
    [FORM_ONE] = "one",
    [FORM_TWO] = "two",
    [FORM_AND] = "and",
    [FORM_PER] = "per",
    [FORM_ALONE] = "alone",
};

/* A phrase being built. */
struct form {
	uint32_t at[LEXICON_PHRASE_MAX + LEXICON_FORM_LETTERS];
	size_t letters;
};

struct adder {
	struct lexicon_table *table;
	const struct lexicon_forms *forms;
	struct sense sense;
	bool near;
};

int
lexicon_form_find(struct str kind)
{
	for (int i = 0; i < FORM_KINDS; i++)
		if (str_is(kind, kind_names[i]))
			return i;
	return -1;
}

bool
lexicon_form_read(
    struct lexicon_forms *forms, enum lexicon_form_kind kind, struct str rule)
{
	struct str from;
	struct str to = rule;
	if (kind == FORM_ALONE) {
		forms->alone = str_is(rule, "one");
		return forms->alone;
	}
	if (forms->count == LEXICON_FORMS_MAX)
		return false;
	struct lexicon_form *f = &forms->list[forms->count];
	*f = (struct lexicon_form){.kind = kind};
	if (memchr(rule.at, '>', rule.octets) != NULL) {
		str_cut(&from, &to, '>');
		from = str_trim(from);
		f->from_letters =
		    (uint8_t)fold_phrase(f->from, LEXICON_FORM_LETTERS, from);
		if (from.octets > 0 && f->from_letters == 0)
			return false;
	}
	to = str_trim(to);
	f->to_letters = (uint8_t)fold_phrase(f->to, LEXICON_FORM_LETTERS, to);
	if (f->to_letters == 0 && (to.octets > 0 || f->from_letters == 0))
		return false;
	forms->count++;
	return true;
}

static bool
is_beginning(enum lexicon_form_kind kind)
{
	return kind == FORM_BEGINNING || kind == FORM_NUMBER_BEGINNING ||
	       kind == FORM_ONE || kind == FORM_AND || kind == FORM_PER;
}

static bool
is_latin(uint32_t cp)
{
	return cp < 0x250;
}

/* Changes the word at [start, end) of a phrase; false when the rule does not
 * fit it. */
static bool
apply(struct form *out, const struct form *in, size_t start, size_t end,
    const struct lexicon_form *f)
{
	bool front = is_beginning(f->kind);
	size_t n = f->from_letters;
	/* At least two letters of the word itself remain. */
	if (end - start < n + 2)
		return false;
	size_t cut = front ? start : end - n;
	if (f->to_letters > 0 && is_latin(f->to[0]) != is_latin(in->at[start]))
		return false;
	if (memcmp(in->at + cut, f->from, n * sizeof(uint32_t)) != 0)
		return false;
	/* Nothing added twice: no plural of a plural. */
	if (n == 0 && f->to_letters <= end - start &&
	    memcmp(in->at + (front ? start : end - f->to_letters), f->to,
		f->to_letters * sizeof(uint32_t)) == 0)
		return false;
	size_t rest = in->letters - cut - n;
	if (cut + f->to_letters + rest > LEXICON_PHRASE_MAX)
		return false;
	memcpy(out->at, in->at, cut * sizeof(uint32_t));
	memcpy(out->at + cut, f->to, f->to_letters * sizeof(uint32_t));
	memcpy(out->at + cut + f->to_letters, in->at + cut + n,
	    rest * sizeof(uint32_t));
	out->letters = cut + f->to_letters + rest;
	return true;
}

/* What a sense becomes by a form of that kind; false when the kind is none of
 * it. */
static bool
bend(struct sense *s, enum lexicon_form_kind kind)
{
	bool goods = s->kind == SENSE_PRODUCT || s->kind == SENSE_UNIT;
	switch (kind) {
	case FORM_ENDING:
	case FORM_BEGINNING:
		return goods;
	case FORM_NUMBER_ENDING:
	case FORM_NUMBER_BEGINNING:
		return s->kind == SENSE_NUMBER;
	case FORM_ONE:
		s->count = 1;
		return s->kind == SENSE_UNIT;
	case FORM_TWO:
		s->count = 2;
		return goods;
	case FORM_AND:
		if (s->kind == SENSE_NUMBER)
			s->kind = SENSE_PLUS;
		return goods || s->kind == SENSE_PLUS;
	case FORM_PER:
		s->count = 0;
		return s->kind == SENSE_UNIT;
	case FORM_ALONE:
	case FORM_KINDS:
		break;
	}
	return false;
}

static void
add_bent(const struct adder *a, const struct form *form, struct sense sense,
    enum lexicon_form_kind kind)
{
	struct sense role = {SENSE_WORD, sense.lang,
	    kind == FORM_PER ? ROLE_PER : ROLE_AND, 0, 0};
	bool near = a->near && (kind == FORM_ENDING || kind == FORM_BEGINNING);
	lexicon_table_add(a->table, form->at, form->letters, sense, near);
	if (kind == FORM_PER || (kind == FORM_AND && sense.kind != SENSE_PLUS))
		lexicon_table_add(
		    a->table, form->at, form->letters, role, false);
}

/* What is glued to the front of a form that has its ending already. */
static void
add_beginnings(const struct adder *a, const struct form *form,
    struct sense sense, size_t start)
{
	struct form out;
	size_t end = start;
	while (end < form->letters && form->at[end] != ' ')
		end++;
	for (size_t i = 0; i < a->forms->count; i++) {
		const struct lexicon_form *f = &a->forms->list[i];
		struct sense bent = sense;
		if (is_beginning(f->kind) && bend(&bent, f->kind) &&
		    apply(&out, form, start, end, f))
			add_bent(a, &out, bent, f->kind);
	}
}

static void
add_endings(
    const struct adder *a, const struct form *form, size_t start, size_t end)
{
	struct form out;
	for (size_t i = 0; i < a->forms->count; i++) {
		const struct lexicon_form *f = &a->forms->list[i];
		struct sense bent = a->sense;
		if (is_beginning(f->kind) || !bend(&bent, f->kind) ||
		    !apply(&out, form, start, end, f))
			continue;
		add_bent(a, &out, bent, f->kind);
		add_beginnings(a, &out, bent, 0);
	}
}

static size_t
first_word(const struct form *form)
{
	size_t n = 0;
	while (n < form->letters && form->at[n] != ' ')
		n++;
	return n;
}

static size_t
last_word(const struct form *form)
{
	size_t n = form->letters;
	while (n > 0 && form->at[n - 1] != ' ')
		n--;
	return n;
}

/* "pommes de terre", "haricots verts": the first word's ending, and the same
 * at the last. */
static void
add_several(const struct adder *a, const struct form *form)
{
	struct form out;
	struct form both;
	size_t first = first_word(form);
	for (size_t i = 0; i < a->forms->count; i++) {
		const struct lexicon_form *f = &a->forms->list[i];
		if (f->kind != FORM_ENDING || !apply(&out, form, 0, first, f))
			continue;
		add_bent(a, &out, a->sense, FORM_ENDING);
		add_beginnings(a, &out, a->sense, 0);
		if (!apply(&both, &out, last_word(&out), out.letters, f))
			continue;
		add_bent(a, &both, a->sense, FORM_ENDING);
		add_beginnings(a, &both, a->sense, 0);
	}
}

static void
add_joined(const struct adder *a, const struct form *form)
{
	struct form out = {.letters = 0};
	for (size_t i = 0; i < form->letters; i++)
		if (form->at[i] != ' ')
			out.at[out.letters++] = form->at[i];
	add_bent(a, &out, a->sense, FORM_ENDING);
	add_endings(a, &out, 0, out.letters);
}

/* Phrases of Chinese and of other scripts without blanks have no forms. */
static bool
may_bend(const struct form *form)
{
	for (size_t i = 0; i < form->letters; i++)
		if (fold_class(form->at[i]) != FOLD_LETTER &&
		    form->at[i] != ' ')
			return false;
	return form->letters > 1;
}

static void
add_forms(const struct adder *a, const struct form *form)
{
	bool goods =
	    a->sense.kind == SENSE_PRODUCT || a->sense.kind == SENSE_UNIT;
	add_beginnings(a, form, a->sense, 0);
	add_endings(a, form, last_word(form), form->letters);
	if (!goods || first_word(form) == form->letters)
		return;
	add_several(a, form);
	if (is_latin(form->at[0]))
		add_joined(a, form);
}

bool
lexicon_form_add(struct lexicon_table *table, const struct lexicon_forms *forms,
    const uint32_t *phrase, size_t letters, struct sense sense, bool near)
{
	static const struct lexicon_forms none = {.count = 0};
	struct adder a = {table, forms == NULL ? &none : forms, sense, near};
	struct form form = {.letters = letters};
	if (sense.kind == SENSE_UNIT && a.forms->alone)
		a.sense.count = 1;
	if (!lexicon_table_add(table, phrase, letters, a.sense, near))
		return false;
	memcpy(form.at, phrase, letters * sizeof(*phrase));
	if (may_bend(&form))
		add_forms(&a, &form);
	return true;
}
