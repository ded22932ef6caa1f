#include "handlers/alias.h"

#include <string.h>

#include <utf8proc.h>

#include "base/buf.h"
#include "base/utf8.h"

#include "handlers/fold.h"
#include "handlers/intent_trace.h"
#include "handlers/letter.h"
#include "handlers/lexicon.h"
#include "handlers/lexicon_table.h"
#include "handlers/officer.h"

/* ISO 639: undetermined.  The reader of texts knows no such language, so the
 * name counts in all of them and tells nothing about a text's own. */
#define NO_LANGUAGE "und"

/* -- the word ------------------------------------------------------------ */

/* Marks that nobody sees would reach lists and replies, too. */
static bool
has_control(struct str text)
{
	for (size_t step; text.octets > 0;
	     text = str_of(text.at + step, text.octets - step)) {
		uint32_t c = utf8_next(text, &step);
		utf8proc_category_t category =
		    utf8proc_category((utf8proc_int32_t)c);

		if (category == UTF8PROC_CATEGORY_CC ||
		    (category == UTF8PROC_CATEGORY_CF && c != 0x200C &&
			c != 0x200D))
			return true;
	}
	return false;
}

/* Letters and blanks only.  One Chinese character is a word, one letter is
 * none. */
static size_t
fold_word(uint32_t phrase[LEXICON_PHRASE_MAX], struct str name)
{
	size_t count = has_control(name)
			   ? 0
			   : fold_phrase(phrase, LEXICON_PHRASE_MAX, name);
	size_t letters = 0, han = 0;

	for (size_t i = 0; i < count; i++) {
		enum fold_class class_ = fold_class(phrase[i]);

		if (class_ == FOLD_HAN)
			han++;
		else if (class_ == FOLD_LETTER)
			letters++;
		else if (class_ != FOLD_BLANK && phrase[i] != '\'')
			return 0;
	}
	return letters + han > ALIAS_LETTERS_MAX || letters + 2 * han < 2
		   ? 0
		   : count;
}

static bool
write_word(char dst[ALIAS_NAME_OCTETS], const uint32_t *phrase, size_t count)
{
	struct buf out = buf_over(dst, ALIAS_NAME_OCTETS);

	for (size_t i = 0; i < count; i++) {
		char octets[4];

		buf_add(&out, octets, utf8_put(octets, phrase[i]));
	}
	return count > 0 && !out.full;
}

bool
alias_fold(char dst[ALIAS_NAME_OCTETS], struct str name)
{
	uint32_t phrase[LEXICON_PHRASE_MAX];

	return write_word(dst, phrase, fold_word(phrase, name));
}

/* -- the judgement ------------------------------------------------------- */

/* "two hundred", "kilo mbili": no word of a list by itself, and yet texts
 * need it. */
static bool
is_quantity(const struct trade *trade, struct str name)
{
	struct intent_trace trace;
	struct intent intent;

	intent_explain(
	    &intent, &trace, trade->lexicon, trade->catalogue, name, NULL);
	for (size_t i = 0; i < trace.count; i++)
		if (trace.spans[i].kind != INTENT_SPAN_NUMBER &&
		    trace.spans[i].kind != INTENT_SPAN_UNIT &&
		    trace.spans[i].kind != INTENT_SPAN_DAY)
			return false;
	return trace.count > 0;
}

static bool
is_said_by_us(const struct trade *trade, struct str name)
{
	static const enum phrase lists[] = {
	    PHRASE_WORD_AGAIN, PHRASE_WORD_PROBLEM, PHRASE_WORD_SOME};

	if (str_equal_nocase(name, STR("alias")))
		return true;
	for (size_t i = 0; i < sizeof(lists) / sizeof(lists[0]); i++) {
		struct str rest = name;

		if (phrase_cut_word(trade->phrases, lists[i], &rest) &&
		    rest.octets == 0)
			return true;
	}
	return false;
}

/* What the catalogue's own names say of the word. */
static enum alias_verdict
look_at_goods(struct alias_judgement *out, const struct catalogue *catalogue,
    const uint32_t *phrase, size_t letters)
{
	const struct lexicon_table *words = catalogue_words(catalogue);
	const struct lexicon_entry *e =
	    lexicon_table_find(words, phrase, letters);
	bool same = false;

	for (size_t i = 0; e != NULL && i < e->senses; i++) {
		const struct sense *s = &lexicon_table_senses(words, e)[i];

		if (s->kind != SENSE_PRODUCT)
			return ALIAS_WORD;
		if (s->milli != PRODUCT_NAME_OWN)
			continue; /* the lexicon's opinion: outranked */
		if (s->value != out->product)
			out->other = s->value;
		same = same || s->value == out->product;
	}
	if (out->other >= 0)
		return ALIAS_TAKEN;
	return same ? ALIAS_SAME : ALIAS_FINE;
}

static void
add_near(struct alias_judgement *out, int product)
{
	if (product < 0 || out->near_count == ALIAS_NEAR)
		return;
	for (size_t i = 0; i < out->near_count; i++)
		if (out->near[i] == product)
			return;
	out->near[out->near_count++] = product;
}

/* What the reader of texts would have taken it for. */
static void
look_near(
    struct alias_judgement *out, const struct trade *trade, struct str product)
{
	struct intent_trace trace;
	struct intent intent;

	intent_explain(
	    &intent, &trace, trade->lexicon, trade->catalogue, product, NULL);
	for (size_t i = 0; i < trace.count; i++) {
		const struct intent_span *span = &trace.spans[i];

		for (size_t k = 0; k < span->products_count; k++)
			add_near(out, span->products[k]);
		add_near(out, span->next);
	}
}

enum alias_verdict
alias_judge(struct alias_judgement *out, const struct trade *trade,
    struct str name, struct str product, const struct alias *known)
{
	uint32_t phrase[LEXICON_PHRASE_MAX];
	size_t letters = fold_word(phrase, str_trim(name));
	const struct lexicon_entry *word;
	enum alias_verdict verdict;

	memset(out, 0, sizeof(*out));
	out->other = -1;
	out->product = catalogue_lookup(trade->catalogue, str_trim(product));
	name = str_trim(name);
	if (!write_word(out->alias.folded, phrase, letters) ||
	    name.octets >= sizeof(out->alias.name))
		return ALIAS_BAD;
	str_copy(out->alias.name, sizeof(out->alias.name), name);
	if (out->product < 0) {
		out->product = -1;
		look_near(out, trade, str_trim(product));
		return ALIAS_UNKNOWN;
	}
	str_copy(out->alias.product, sizeof(out->alias.product),
	    str_from(catalogue_key(trade->catalogue, out->product)));
	word =
	    lexicon_table_find(lexicon_words(trade->lexicon), phrase, letters);
	if ((word != NULL && word->senses > 0) || is_said_by_us(trade, name) ||
	    is_quantity(trade, name))
		return ALIAS_WORD;
	verdict = look_at_goods(out, trade->catalogue, phrase, letters);
	if (verdict == ALIAS_TAKEN && known != NULL)
		return ALIAS_FINE;
	return verdict;
}

static bool
find_old(struct store *store, struct str name, struct alias *out)
{
	char folded[ALIAS_NAME_OCTETS];

	return alias_fold(folded, str_trim(name)) &&
	       store_alias_get(store, folded, out);
}

static void
name_near(char *dst, size_t dst_octets, const struct trade *trade,
    const struct alias_judgement *judged)
{
	struct buf out = buf_over(dst, dst_octets);

	for (size_t i = 0; i < judged->near_count; i++)
		buf_add_format(&out, "%s%s", i == 0 ? "; near it: " : ", ",
		    catalogue_key(trade->catalogue, judged->near[i]));
}

static int
refuse(struct err *err, const struct trade *trade, enum alias_verdict verdict,
    const struct alias_judgement *judged, struct str product)
{
	const char *name = judged->alias.name;
	char text[48], near[120];

	switch (verdict) {
	case ALIAS_FINE:
		return 0;
	case ALIAS_SAME:
		return err_set(err, -(int)verdict, 0, "%s is %s already", name,
		    judged->alias.product);
	case ALIAS_TAKEN:
		return err_set(err, -(int)verdict, 0,
		    "%s is a name of %s in the catalogue", name,
		    catalogue_key(trade->catalogue, judged->other));
	case ALIAS_WORD:
		return err_set(err, -(int)verdict, 0,
		    "texts need the word %s for something else", name);
	case ALIAS_BAD:
		return err_set(err, -(int)verdict, 0,
		    "a name has 2 to %d letters, no figures and no marks",
		    ALIAS_LETTERS_MAX);
	case ALIAS_UNKNOWN:
		break;
	}
	utf8_clean(text, sizeof(text), product);
	name_near(near, sizeof(near), trade, judged);
	return err_set(err, -(int)verdict, 0,
	    "no one product is known as \"%s\"%s", text, near);
}

int
alias_teach(struct alias *out, const struct trade *trade,
    const struct turn *turn, struct str name, struct str product,
    const char *by, struct err *err)
{
	struct alias_judgement judged;
	struct alias old;
	bool known = find_old(turn->store, name, &old);
	enum alias_verdict verdict =
	    alias_judge(&judged, trade, name, product, known ? &old : NULL);

	if (verdict != ALIAS_FINE)
		return refuse(err, trade, verdict, &judged, product);
	*out = judged.alias;
	str_copy(out->by, sizeof(out->by), str_from(by));
	out->time_ms = turn->now_ms;
	if (store_alias_put(turn->store, out))
		return 0;
	return err_set(err, -(int)ALIAS_BAD, 0,
	    "the market has %d names of its own already", ALIAS_ROWS_MAX);
}

/* -- into the catalogue -------------------------------------------------- */

static bool
add_name(void *arg, const struct alias *alias)
{
	json_t *product = json_object_get(arg, alias->product);
	json_t *names = json_object_get(product, "names"), *list;

	if (product == NULL)
		return true;
	if (names == NULL) {
		names = json_object();
		json_object_set_new(product, "names", names);
	}
	list = json_object_get(names, NO_LANGUAGE);
	if (list == NULL) {
		list = json_array();
		json_object_set_new(names, NO_LANGUAGE, list);
	}
	json_array_append_new(list, json_string(alias->name));
	return true;
}

void
alias_names(json_t *catalogue, struct store *store)
{
	json_t *products = json_object_get(catalogue, "products");
	json_t *by_key = json_object(), *product;
	size_t i;

	json_array_foreach(products, i, product)
	{
		const char *key =
		    json_string_value(json_object_get(product, "key"));

		if (key != NULL)
			json_object_set(by_key, key, product);
	}
	store_alias_each(store, add_name, by_key);
	json_decref(by_key);
}

/* -- by text ------------------------------------------------------------- */

/* Goods that were not known: the last word, and the name before it. */
static void
cut_last_word(struct str rest, struct str *name, struct str *product)
{
	size_t at;

	rest = str_trim(rest);
	for (at = rest.octets; at > 0 && rest.at[at - 1] != ' '; at--)
		continue;
	*name = str_trim(str_of(rest.at, at));
	*product = str_of(rest.at + at, rest.octets - at);
}

static void
said(const struct desk *desk, struct str *name, struct str *product)
{
	const struct intent *intent = &desk->intent;
	struct str rest = str_trim(intent->rest);

	*name = intent->name;
	*product = intent->items[0].said;
	/* What stands behind the goods would be lost without a word. */
	if (intent->items_count == 1 && intent->name.octets > 0 &&
	    product->at + product->octets >= rest.at + rest.octets)
		return;
	cut_last_word(rest, name, product);
}

static const char *
product_name(const struct desk *desk, int product)
{
	struct amount_style style = desk_style(desk, desk->lang);
	const char *key = catalogue_key(desk->trade->catalogue, product);

	return key != NULL ? amount_product(&style, key) : "";
}

static void
keep(struct desk *desk, struct alias_judgement *judged)
{
	struct buf by = buf_over(judged->alias.by, sizeof(judged->alias.by));

	/* A phone number stands in one place only, and that is not here. */
	if (desk->from.name[0] != '\0')
		buf_add_format(&by, "admin:%.40s", desk->from.name);
	else
		buf_add_format(&by, "person:%lld", (long long)desk->from.id);
	judged->alias.time_ms = desk->now_ms;
	if (!store_alias_put(desk->store, &judged->alias)) {
		letter_answer(desk, PHRASE_ALIAS_FULL, &(struct words){0}, 0);
		return;
	}
	officer_audit(desk, "alias", "%s is %s", judged->alias.name,
	    judged->alias.product);
	letter_answer(desk, PHRASE_ALIAS_SAVED,
	    &(struct words){.text = judged->alias.name,
		.product = product_name(desk, judged->product)},
	    0);
}

static void
say_near(
    struct desk *desk, const struct alias_judgement *judged, struct str product)
{
	char list[160], text[48];
	struct buf near = buf_over(list, sizeof(list));

	for (size_t i = 0; i < judged->near_count; i++)
		buf_add_format(&near, "%s%s", i > 0 ? ", " : "",
		    product_name(desk, judged->near[i]));
	utf8_clean(text, sizeof(text), product);
	letter_answer(desk, PHRASE_ALIAS_UNKNOWN,
	    &(struct words){.text = text, .list = list}, 0);
}

void
alias_text(struct desk *desk, const struct book *book)
{
	struct alias_judgement judged;
	struct alias old;
	struct str name, product;
	enum phrase phrase = PHRASE_ALIAS_BAD;
	bool known;

	(void)book;
	said(desk, &name, &product);
	known = find_old(desk->store, name, &old);
	switch (alias_judge(
	    &judged, desk->trade, name, product, known ? &old : NULL)) {
	case ALIAS_FINE:
		keep(desk, &judged);
		return;
	case ALIAS_UNKNOWN:
		say_near(desk, &judged, product);
		return;
	case ALIAS_SAME:
		phrase = PHRASE_ALIAS_SAME;
		break;
	case ALIAS_TAKEN:
		phrase = PHRASE_ALIAS_TAKEN;
		break;
	case ALIAS_WORD:
		phrase = PHRASE_ALIAS_WORD;
		break;
	case ALIAS_BAD:
		break;
	}
	letter_answer(desk, phrase,
	    &(struct words){.text = judged.alias.name,
		.product = product_name(
		    desk, judged.other >= 0 ? judged.other : judged.product)},
	    0);
}
