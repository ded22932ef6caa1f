/* catalogue - see the header. */
#include "handlers/catalogue.h"

#include <stdlib.h>
#include <string.h>

#include <jansson.h>

#include "base/json.h"
#include "base/panic.h"

#include "handlers/fold.h"
#include "handlers/lexicon_echo.h"
#include "handlers/lexicon_form.h"
#include "handlers/lexicon_role.h"
#include "handlers/lexicon_table.h"

#define TEXT_OCTETS_MAX (2u * 1024u * 1024u)
#define PRODUCTS_MAX 4000u
#define NAMES_MAX 60000u
#define KEY_OCTETS 32
#define UNIT_OCTETS 12
#define NAME_OCTETS 64
#define LANG_OCTETS 12
#define OWN_UNITS_MAX 32
#define OWN_UNITS_FROM 256 /* above every built-in unit */
#define GRAMS_MAX 2000000

/* One name in one language: of a product (owner = index) or of a unit. */
struct name {
	int owner;
	char lang[LANG_OCTETS];
	char text[NAME_OCTETS];
};

struct pack {
	int product;
	char unit[UNIT_OCTETS];
	int64_t grams;
};

struct catalogue {
	char (*keys)[KEY_OCTETS];
	int count;
	struct name *names; /* of products, in the file's order */
	size_t names_count;
	struct name *unit_names;
	size_t unit_names_count;
	struct pack *packs;
	size_t packs_count;
	char own_units[OWN_UNITS_MAX][UNIT_OCTETS];
	int own_units_count;
	struct lexicon_table *words;
	struct lexicon_table *alikes;
	struct lexicon_echoes *echoes; /* NULL without a lexicon */
};

struct loader {
	struct catalogue *cat;
	const struct lexicon *lex;
	struct err *err;
	size_t product; /* from 1, for the reader of the error */
	const char *key;
};

static bool
refuse(struct loader *l, enum catalogue_error code, const char *what)
{
	err_set(l->err, code, l->product, "%s%.40s: %s",
	    l->product > 0 ? "product " : "", l->key, what);
	return false;
}

static int
find_unit(const struct catalogue *cat, const char *name)
{
	int unit = lexicon_unit_find(str_from(name));
	for (int i = 0; unit < 0 && i < cat->own_units_count; i++)
		if (strcmp(cat->own_units[i], name) == 0)
			unit = OWN_UNITS_FROM + i;
	return unit;
}

/* A product's exact name outranks a unit's: jin, pound are rarely goods. */
static bool
learn(struct loader *l, const uint32_t *phrase, size_t letters,
    struct sense sense)
{
	/* A short synonym is too near to too many words. */
	bool near = sense.kind != SENSE_PRODUCT ||
		    sense.milli == PRODUCT_NAME_OWN || letters >= 5;
	if (!lexicon_form_add(l->cat->words,
		l->lex == NULL ? NULL : lexicon_forms(l->lex, sense.lang),
		phrase, letters, sense, near))
		return false;
	if (sense.kind != SENSE_PRODUCT || letters < 2 ||
	    fold_class(phrase[0]) != FOLD_HAN || l->lex == NULL)
		return true;
	uint32_t alike[LEXICON_PHRASE_MAX];
	for (size_t i = 0; i < letters; i++)
		alike[i] = lexicon_alike(l->lex, phrase[i]);
	sense.milli = PRODUCT_NAME_ALIKE;
	return lexicon_table_add(l->cat->alikes, alike, letters, sense, false);
}

static struct name *
grow_names(struct name *names, size_t count)
{
	if (count % 256 == 0)
		return xrealloc(names, (count + 256) * sizeof(*names));
	return names;
}

static bool
read_name(struct loader *l, const char *lang, const json_t *value, int owner,
    bool is_unit)
{
	const char *text = json_string_value(value);
	struct catalogue *cat = l->cat;
	if (text == NULL || strlen(lang) >= LANG_OCTETS)
		return refuse(l, CATALOGUE_SHAPE, "a name is no text");
	uint32_t phrase[LEXICON_PHRASE_MAX];
	size_t letters =
	    fold_phrase(phrase, LEXICON_PHRASE_MAX, str_from(text));
	if (letters == 0 || strlen(text) >= NAME_OCTETS)
		return refuse(l, CATALOGUE_NAME, "a name is empty or too long");
	struct name n = {.owner = owner};
	str_copy(n.lang, sizeof(n.lang), str_from(lang));
	str_copy(n.text, sizeof(n.text), str_from(text));
	if (is_unit) {
		cat->unit_names =
		    grow_names(cat->unit_names, cat->unit_names_count);
		cat->unit_names[cat->unit_names_count++] = n;
	} else {
		cat->names = grow_names(cat->names, cat->names_count);
		cat->names[cat->names_count++] = n;
	}
	uint8_t language =
	    l->lex == NULL ? 0 : (uint8_t)lexicon_language(l->lex, lang);
	struct sense sense = {is_unit ? SENSE_UNIT : SENSE_PRODUCT, language,
	    (uint16_t)owner, is_unit ? 1000 : PRODUCT_NAME_OWN, 0};
	if (cat->names_count > NAMES_MAX || !learn(l, phrase, letters, sense))
		return refuse(l, CATALOGUE_LIMIT, "too many names");
	return true;
}

static bool
read_names(struct loader *l, const json_t *object, int owner, bool is_unit)
{
	json_t *names = json_object_get(object, "names");
	const char *lang;
	json_t *list;
	if (names == NULL)
		return true;
	if (!json_is_object(names))
		return refuse(l, CATALOGUE_SHAPE, "names is no object");
	json_object_foreach(names, lang, list)
	{
		size_t i;
		json_t *value;
		if (!json_is_array(list))
			return refuse(l, CATALOGUE_SHAPE, "names is no list");
		json_array_foreach(list, i, value)
		{
			if (!read_name(l, lang, value, owner, is_unit))
				return false;
		}
	}
	return true;
}

static bool
read_packs(struct loader *l, const json_t *object, int product)
{
	json_t *packs = json_object_get(object, "units");
	const char *unit;
	json_t *pack;
	if (packs == NULL)
		return true;
	if (!json_is_object(packs))
		return refuse(l, CATALOGUE_SHAPE, "units is no object");
	json_object_foreach(packs, unit, pack)
	{
		int64_t grams = json_int(pack, "grams", -1);
		if (find_unit(l->cat, unit) < 0)
			return refuse(l, CATALOGUE_UNIT, "unknown unit");
		if (grams <= 0 || grams > GRAMS_MAX)
			return refuse(l, CATALOGUE_UNIT, "grams out of range");
		struct catalogue *cat = l->cat;
		cat->packs = xrealloc(
		    cat->packs, (cat->packs_count + 1) * sizeof(*cat->packs));
		struct pack *p = &cat->packs[cat->packs_count++];
		p->product = product;
		p->grams = grams;
		str_copy(p->unit, sizeof(p->unit), str_from(unit));
	}
	return true;
}

static bool
is_key(const char *key, size_t octets_max)
{
	size_t n = strspn(key, "abcdefghijklmnopqrstuvwxyz0123456789_");
	return n > 0 && key[n] == '\0' && n < octets_max;
}

static bool
read_product(struct loader *l, const json_t *object)
{
	struct catalogue *cat = l->cat;
	const char *key = json_text(object, "key", "");
	l->product = (size_t)cat->count + 1;
	l->key = key;
	if (!is_key(key, KEY_OCTETS))
		return refuse(l, CATALOGUE_SHAPE, "no key of a-z, 0-9, _");
	if (catalogue_find(cat, key) >= 0)
		return refuse(l, CATALOGUE_NAME, "this key stands twice");
	str_copy(cat->keys[cat->count], KEY_OCTETS, str_from(key));
	int product = cat->count++;
	return read_names(l, object, product, false) &&
	       read_packs(l, object, product);
}

static bool
read_unit(struct loader *l, const json_t *object)
{
	struct catalogue *cat = l->cat;
	const char *key = json_text(object, "key", "");
	l->product = 0;
	l->key = key;
	if (!is_key(key, UNIT_OCTETS))
		return refuse(l, CATALOGUE_UNIT, "a unit without a key");
	int unit = find_unit(cat, key);
	if (unit < 0) {
		if (cat->own_units_count == OWN_UNITS_MAX)
			return refuse(l, CATALOGUE_LIMIT, "too many units");
		unit = OWN_UNITS_FROM + cat->own_units_count;
		str_copy(cat->own_units[cat->own_units_count++], UNIT_OCTETS,
		    str_from(key));
	}
	return read_names(l, object, unit, true);
}

/* The lexicon names a product by its key or by an English name. */
static int
find_named(const struct catalogue *cat, const char *name)
{
	int product = catalogue_find(cat, name);
	for (size_t i = 0; product < 0 && i < cat->names_count; i++)
		if (strcmp(cat->names[i].lang, "en") == 0 &&
		    strcmp(cat->names[i].text, name) == 0)
			product = cat->names[i].owner;
	return product;
}

static bool
learn_synonyms(struct loader *l)
{
	size_t count = l->lex == NULL ? 0 : lexicon_synonyms(l->lex);
	for (size_t i = 0; i < count; i++) {
		struct lexicon_synonym s = lexicon_synonym(l->lex, i);
		int product = find_named(l->cat, s.product);
		struct sense sense = {SENSE_PRODUCT, (uint8_t)s.language,
		    (uint16_t)product, PRODUCT_NAME_SYNONYM, 0};
		l->key = s.product;
		if (product >= 0 && !learn(l, s.phrase, s.letters, sense))
			return refuse(l, CATALOGUE_LIMIT, "too many names");
	}
	return true;
}

static bool
read_all(struct loader *l, const json_t *root)
{
	json_t *products = json_object_get(root, "products");
	json_t *units = json_object_get(root, "units");
	size_t count = json_array_size(products);
	size_t i;
	json_t *value;
	if (!json_is_array(products))
		return refuse(l, CATALOGUE_SHAPE, "no list of products");
	if (count > PRODUCTS_MAX)
		return refuse(l, CATALOGUE_LIMIT, "more than 4000 products");
	l->cat->keys = xcalloc(count, sizeof(*l->cat->keys));
	json_array_foreach(units, i, value)
	{
		if (!read_unit(l, value))
			return false;
	}
	json_array_foreach(products, i, value)
	{
		if (!read_product(l, value))
			return false;
	}
	return learn_synonyms(l);
}

struct catalogue *
catalogue_load(struct str json, const struct lexicon *lex, struct err *err)
{
	struct err syntax;
	json_t *root = json_read(json, TEXT_OCTETS_MAX, &syntax);
	if (root == NULL) {
		err_set(
		    err, CATALOGUE_SYNTAX, syntax.offset, "%s", syntax.text);
		return NULL;
	}
	struct catalogue *cat = xcalloc(1, sizeof(*cat));
	cat->words = lexicon_table_new();
	cat->alikes = lexicon_table_new();
	struct loader l = {cat, lex, err, 0, "catalogue"};
	bool ok = read_all(&l, root);
	json_decref(root);
	if (!ok) {
		catalogue_free(&cat);
		return NULL;
	}
	lexicon_table_seal(cat->words);
	lexicon_table_seal(cat->alikes);
	if (lex != NULL)
		cat->echoes =
		    lexicon_echoes_new(lex, cat->words, lexicon_words(lex));
	return cat;
}

void
catalogue_free(struct catalogue **cat)
{
	if (cat == NULL || *cat == NULL)
		return;
	free((*cat)->keys);
	free((*cat)->names);
	free((*cat)->unit_names);
	free((*cat)->packs);
	lexicon_table_free(&(*cat)->words);
	lexicon_table_free(&(*cat)->alikes);
	lexicon_echoes_free(&(*cat)->echoes);
	free(*cat);
	*cat = NULL;
}

const struct lexicon_echoes *
catalogue_echoes(const struct catalogue *cat)
{
	return cat->echoes;
}

int
catalogue_size(const struct catalogue *cat)
{
	return cat->count;
}

const char *
catalogue_key(const struct catalogue *cat, int product)
{
	return product >= 0 && product < cat->count ? cat->keys[product] : NULL;
}

int
catalogue_find(const struct catalogue *cat, const char *key)
{
	for (int i = 0; i < cat->count; i++)
		if (strcmp(cat->keys[i], key) == 0)
			return i;
	return -1;
}

/* The first name of an owner whose language is `lang`, the script left out
 * when `bare`. */
static const char *
name_in(const struct name *names, size_t count, int owner, const char *lang,
    bool bare)
{
	size_t n = bare ? strcspn(lang, "-") : strlen(lang);
	for (size_t i = 0; i < count; i++)
		if (names[i].owner == owner &&
		    strncmp(names[i].lang, lang, n) == 0 &&
		    names[i].lang[n] == '\0')
			return names[i].text;
	return NULL;
}

static const char *
best_name(const struct name *names, size_t count, int owner, const char *lang,
    const char *otherwise)
{
	const char *name = NULL;
	if (lang != NULL)
		name = name_in(names, count, owner, lang, false);
	if (name == NULL && lang != NULL)
		name = name_in(names, count, owner, lang, true);
	if (name == NULL)
		name = name_in(names, count, owner, "en", false);
	return name == NULL ? otherwise : name;
}

const char *
catalogue_name(const struct catalogue *cat, int product, const char *lang)
{
	return best_name(cat->names, cat->names_count, product, lang,
	    catalogue_key(cat, product));
}

/* In another script a name is no name to its reader. */
static const char *
own_name(const struct name *names, size_t count, int owner, const char *lang)
{
	const char *name = name_in(names, count, owner, lang, false);
	const char *script = strchr(lang, '-');
	if (name == NULL && script != NULL && strcmp(script, "-Latn") != 0)
		name = name_in(names, count, owner, lang, true);
	return name;
}

const char *
catalogue_name_in(const struct catalogue *cat, int product, const char *lang)
{
	return own_name(cat->names, cat->names_count, product, lang);
}

const char *
catalogue_unit_name_in(
    const struct catalogue *cat, const char *unit, const char *lang)
{
	return own_name(
	    cat->unit_names, cat->unit_names_count, find_unit(cat, unit), lang);
}

int
catalogue_lookup(const struct catalogue *cat, struct str name)
{
	uint32_t phrase[LEXICON_PHRASE_MAX];
	size_t letters = fold_phrase(phrase, LEXICON_PHRASE_MAX, name);
	char key[KEY_OCTETS];
	if (name.octets < sizeof(key)) {
		str_copy(key, sizeof(key), name);
		int product = catalogue_find(cat, key);
		if (product >= 0)
			return product;
	}
	const struct lexicon_entry *e =
	    lexicon_table_find(cat->words, phrase, letters);
	int found = -1;
	for (size_t i = 0; e != NULL && i < e->senses; i++) {
		const struct sense *s = &lexicon_table_senses(cat->words, e)[i];
		if (s->kind != SENSE_PRODUCT)
			continue;
		if (found >= 0 && found != s->value)
			return -2;
		found = s->value;
	}
	return found;
}

/* Only units that are one of themselves: "hali" is four pieces. */
static const char *
unit_in(const struct catalogue *cat, const struct lexicon_table *words,
    const uint32_t *phrase, size_t letters)
{
	const struct lexicon_entry *e =
	    lexicon_table_find(words, phrase, letters);
	for (size_t i = 0; e != NULL && i < e->senses; i++) {
		const struct sense *s = &lexicon_table_senses(words, e)[i];
		if (s->kind == SENSE_UNIT && s->milli == 1000)
			return catalogue_unit(cat, s->value);
	}
	return NULL;
}

const char *
catalogue_unit_lookup(
    const struct catalogue *cat, const struct lexicon *lex, struct str written)
{
	uint32_t phrase[LEXICON_PHRASE_MAX];
	size_t letters = fold_phrase(phrase, LEXICON_PHRASE_MAX, written);
	/* As it stands, then without a plural's s or es. */
	for (size_t cut = 0; cut <= 2 && letters > cut; cut++) {
		if (cut > 0 && phrase[letters - 1] != 's')
			break;
		const char *unit =
		    unit_in(cat, cat->words, phrase, letters - cut);
		if (unit == NULL)
			unit = unit_in(
			    cat, lexicon_words(lex), phrase, letters - cut);
		if (unit != NULL)
			return unit;
	}
	return NULL;
}

int64_t
catalogue_unit_grams(const struct catalogue *cat, int product, const char *unit)
{
	for (size_t i = 0; i < cat->packs_count; i++)
		if (cat->packs[i].product == product &&
		    strcmp(cat->packs[i].unit, unit) == 0)
			return cat->packs[i].grams;
	return lexicon_unit_grams(lexicon_unit_find(str_from(unit)));
}

const char *
catalogue_unit_name(
    const struct catalogue *cat, const char *unit, const char *lang)
{
	return best_name(cat->unit_names, cat->unit_names_count,
	    find_unit(cat, unit), lang, unit);
}

const struct lexicon_table *
catalogue_words(const struct catalogue *cat)
{
	return cat->words;
}

const struct lexicon_table *
catalogue_alikes(const struct catalogue *cat)
{
	return cat->alikes;
}

const char *
catalogue_unit(const struct catalogue *cat, int unit)
{
	if (unit < OWN_UNITS_FROM)
		return lexicon_unit_name(unit);
	unit -= OWN_UNITS_FROM;
	return unit < cat->own_units_count ? cat->own_units[unit] : NULL;
}
