/* The labelled samples (tests/language/dev.jsonl, more.jsonl, other.jsonl): how
 * many texts are read as their label says, and how many would be acted on
 * wrongly, for each language with it as the hint and without.  The floors stand
 * a little below what was measured, so that a word list may be edited.
 *
 * A label may name other readings that are fine ("alt"): to ask back instead
 * of ordering, say.  An order's goods count only when it was read as one. */
#include "handlers/intent.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <jansson.h>

#include "tests/handlers/intent_setup.h"

/* Of a thousand texts of a sample, so many may be acted on wrongly. */
#define WRONG_PERMILLE 12

static struct intent_setup setup;

static int
load(void **state)
{
	(void)state;
	intent_setup_load(&setup);
	return 0;
}

static int
unload(void **state)
{
	(void)state;
	intent_setup_free(&setup);
	return 0;
}

struct score {
	int texts;
	int right;
	int goods; /* labels with goods */
	int goods_right;
	int wrong_acts;
};

static unsigned
role_of(const char *role)
{
	if (strcmp(role, "seller") == 0)
		return INTENT_ROLE_SELLER;
	if (strcmp(role, "buyer") == 0)
		return INTENT_ROLE_BUYER;
	return strcmp(role, "admin") == 0 ? INTENT_ROLE_ADMIN : 0;
}

static const char *
text_of(const json_t *object, const char *key)
{
	return json_string_value(json_object_get(object, key));
}

static bool
is_one_of(const char *name, const char *const *names, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (strcmp(name, names[i]) == 0)
			return true;
	return false;
}

static bool
is_alternative(const json_t *expected, const char *name)
{
	/* "How much is maize" asks for a status, to the contract. */
	static const char *const status[] = {"price", "query", "stock"};
	json_t *list = json_object_get(expected, "alt");
	size_t i;
	json_t *value;
	json_array_foreach(list, i, value)
	{
		const char *other = json_string_value(value);
		if (is_one_of(other, status, 3))
			other = "status";
		if (strcmp(other, name) == 0)
			return true;
	}
	return false;
}

/* -- goods ---------------------------------------------------------------- */

struct measure {
	const char *unit; /* "": pieces, or not said */
	double factor;
};

/* What is the same quantity, whatever it is called. */
static struct measure
measure_of(const char *unit)
{
	static const struct {
		const char *unit;
		struct measure is;
	} rows[] = {
	    {"piece", {"", 1}},
	    {"dozen", {"", 12}},
	    {"sack", {"bag", 1}},
	    {"crate", {"box", 1}},
	    {"g", {"kg", 0.001}},
	    {"tonne", {"kg", 1000}},
	    {"ml", {"litre", 0.001}},
	};
	for (size_t i = 0; unit != NULL && i < sizeof(rows) / sizeof(rows[0]);
	     i++)
		if (strcmp(unit, rows[i].unit) == 0)
			return rows[i].is;
	return (struct measure){unit == NULL ? "" : unit, 1};
}

static bool
same_quantity(const struct intent_item *item, const json_t *label)
{
	const json_t *qty = json_object_get(label, "qty");
	const json_t *most = json_object_get(label, "qty_max");
	if (!json_is_number(qty))
		return !item->has_qty;
	struct measure want = measure_of(text_of(label, "unit"));
	struct measure got = measure_of(item->unit);
	double least = json_number_value(qty) * want.factor;
	double high = json_is_number(most)
			  ? json_number_value(most) * want.factor
			  : least;
	double is = (double)item->qty_milli / 1000 * got.factor;
	return item->has_qty && strcmp(want.unit, got.unit) == 0 &&
	       is >= least - 1e-6 && is <= high + 1e-6;
}

static bool
same_item(const struct intent_item *item, const json_t *label)
{
	const char *product = text_of(label, "product");
	const char *key = catalogue_key(setup.cat, item->product);
	if (product == NULL || key == NULL)
		return product == key && same_quantity(item, label);
	return strcmp(product, key) == 0 && same_quantity(item, label);
}

static bool
same_items(const struct intent *in, const json_t *labels)
{
	bool used[INTENT_ITEMS] = {false};
	if (json_array_size(labels) != in->items_count)
		return false;
	for (size_t l = 0; l < in->items_count; l++) {
		size_t i = 0;
		while (i < in->items_count &&
		       (used[i] || !same_item(&in->items[i],
				       json_array_get(labels, l))))
			i++;
		if (i == in->items_count)
			return false;
		used[i] = true;
	}
	return true;
}

/* -- one text ------------------------------------------------------------- */

/* Something would change in the ledger, or we would fall silent. */
static bool
acts(const struct intent *in, const char *name)
{
	static const char *const names[] = {"order", "offer", "accept",
	    "reject", "partial", "counter", "cancel", "stop"};
	if (!is_one_of(name, names, sizeof(names) / sizeof(names[0])))
		return false;
	if (strcmp(name, "order") != 0)
		return true;
	for (size_t i = 0; i < in->items_count; i++)
		if (in->items[i].product < 0 || !in->items[i].has_qty)
			return false;
	return in->items_count > 0;
}

/* A label's code may be a number of the list: "ok 2". */
static bool
same_code(const struct intent *in, const char *code)
{
	char number[12];
	(void)snprintf(number, sizeof(number), "%d", in->list_index);
	return strcmp(code, in->code) == 0 || strcmp(code, number) == 0;
}

/* True when all of it is as the label says. */
static bool
judge(struct score *score, const struct intent *in, const json_t *expected)
{
	static const char *const with_goods[] = {"order", "offer", "partial"};
	static const char *const no_goods[] = {"ambiguous", "none", "help"};
	const char *want = text_of(expected, "intent");
	const char *name = in->ask ? "ambiguous" : intent_name(in);
	const char *code = text_of(expected, "code");
	json_t *labels = json_object_get(expected, "items");
	bool same = strcmp(want, name) == 0;
	bool act = acts(in, name);
	/* A text to ask about is not to be ordered, whatever the label says
	 * beside. */
	bool other = !same && is_alternative(expected, name) &&
		     !(act && strcmp(want, "ambiguous") == 0 &&
			 strcmp(name, "order") == 0);
	bool goods = is_one_of(want, with_goods, 3) &&
		     json_array_size(labels) > 0 &&
		     !(other && is_one_of(name, no_goods, 3));
	bool goods_right =
	    !goods || ((same || other) && is_one_of(name, with_goods, 3) &&
			  same_items(in, labels));
	bool code_right = code == NULL || same_code(in, code) ||
			  (other && strcmp(name, "ambiguous") == 0);
	bool wrong = act && !((same || other) && goods_right && code_right);
	score->texts++;
	score->right += same || other;
	score->goods += goods;
	score->goods_right += goods && goods_right;
	score->wrong_acts += wrong;
	return (same || other) && goods_right && code_right;
}

/* tell: print it when it is misread. */
static void
read_row(struct score *score, const json_t *row, const char *lang, bool tell)
{
	struct intent in;
	char told[512];
	const char *text = text_of(row, "text");
	struct intent_hints hints = {
	    .roles = role_of(text_of(row, "role")), .lang = lang};
	hints.has_list = hints.roles == INTENT_ROLE_SELLER;
	intent_parse(&in, setup.lex, setup.cat,
	    str_of(text, json_string_length(json_object_get(row, "text"))),
	    &hints);
	int wrong_before = score->wrong_acts;
	if (judge(score, &in, json_object_get(row, "expect")) || !tell)
		return;
	char *want = json_dumps(json_object_get(row, "expect"), JSON_COMPACT);
	intent_story(told, sizeof(told), &setup, &in);
	print_message("%s %s%s\n  want %s\n  got  %s\n", text_of(row, "id"),
	    text, score->wrong_acts > wrong_before ? " (WRONG ACT)" : "", want,
	    told);
	free(want);
}

/* -- one sample ----------------------------------------------------------- */

/* In thousandths: of the intents and of the goods, with the hint, without. */
struct floors {
	const char *lang;
	int right;
	int goods;
	int right_unhinted;
	int goods_unhinted;
};

static json_t *
load_sample(const char *name)
{
	static char line[16384];
	char path[256];
	json_t *rows = json_array();
	(void)snprintf(
	    path, sizeof(path), "%s/tests/language/%s", FURROW_SOURCE, name);
	FILE *file = fopen(path, "r");
	assert_non_null(file);
	while (fgets(line, sizeof(line), file) != NULL) {
		json_t *row = json_loads(line, 0, NULL);
		assert_non_null(row);
		json_array_append_new(rows, row);
	}
	fclose(file);
	return rows;
}

static int
permille(int part, int whole)
{
	return whole == 0 ? 1000 : part * 1000 / whole;
}

static struct score
score_language(const json_t *rows, const char *lang, bool hint, bool tell)
{
	struct score score = {0};
	size_t i;
	json_t *row;
	json_array_foreach(rows, i, row)
	{
		if (strcmp(text_of(row, "lang"), lang) == 0)
			read_row(&score, row, hint ? lang : NULL, tell);
	}
	assert_true(score.texts > 0);
	return score;
}

/* The number of floors missed; the misread texts are told then. */
static int
measure(struct score *sum, const json_t *rows, const char *lang, bool hint,
    int right_floor, int goods_floor)
{
	struct score s = score_language(rows, lang, hint, false);
	int right = permille(s.right, s.texts);
	int goods = permille(s.goods_right, s.goods);
	int missed = (right < right_floor) + (goods < goods_floor);
	print_message("  %s%s: %d texts, intents %d.%d%% (least %d.%d), "
		      "goods %d.%d%% of %d (least %d.%d), %d wrong acts\n",
	    lang, hint ? "" : " (no hint)", s.texts, right / 10, right % 10,
	    right_floor / 10, right_floor % 10, goods / 10, goods % 10, s.goods,
	    goods_floor / 10, goods_floor % 10, s.wrong_acts);
	if (missed > 0 || s.wrong_acts > 0)
		(void)score_language(rows, lang, hint, true);
	sum->texts += s.texts;
	sum->wrong_acts += s.wrong_acts;
	return missed;
}

static void
expect_floors(
    const char *sample, const struct floors *floors, size_t floors_count)
{
	json_t *rows = load_sample(sample);
	struct score hinted = {0};
	struct score unhinted = {0};
	int missed = 0;
	print_message("%s\n", sample);
	for (size_t i = 0; i < floors_count; i++) {
		const struct floors *f = &floors[i];
		/* Mixed texts have no language to hint at. */
		if (strcmp(f->lang, "mul") != 0)
			missed += measure(
			    &hinted, rows, f->lang, true, f->right, f->goods);
		missed += measure(&unhinted, rows, f->lang, false,
		    f->right_unhinted, f->goods_unhinted);
	}
	json_decref(rows);
	assert_int_equal(missed, 0);
	assert_true(
	    permille(hinted.wrong_acts, hinted.texts) <= WRONG_PERMILLE);
	assert_true(
	    permille(unhinted.wrong_acts, unhinted.texts) <= WRONG_PERMILLE);
}

static const struct floors dev_floors[] = {
    {"en", 985, 985, 985, 985},
    {"zh", 985, 985, 985, 985},
    {"sw", 985, 980, 945, 930},
    {"hi", 970, 985, 970, 970},
    {"bn", 970, 965, 970, 965},
    {"fr", 975, 960, 975, 960},
    {"es", 980, 970, 940, 945},
    {"pt", 950, 940, 860, 830},
    {"ar", 965, 960, 965, 960},
    {"id", 970, 950, 940, 905},
    {"am", 830, 745, 830, 745},
    {"mul", 0, 0, 930, 855},
};

static void
sample_is_read(void **state)
{
	(void)state;
	expect_floors("dev.jsonl", dev_floors,
	    sizeof(dev_floors) / sizeof(dev_floors[0]));
}

static const struct floors more_floors[] = {
    {"en", 955, 975, 955, 970},
    {"zh", 950, 965, 955, 965},
    {"sw", 980, 975, 975, 975},
    {"hi", 970, 965, 955, 950},
    {"bn", 970, 985, 970, 985},
    {"fr", 940, 955, 935, 940},
    {"es", 970, 965, 960, 960},
    {"pt", 980, 965, 965, 945},
    {"ar", 955, 970, 955, 970},
    {"id", 985, 980, 980, 980},
    {"am", 950, 950, 950, 950},
    {"mul", 0, 0, 975, 960},
};

static void
other_words_are_read(void **state)
{
	(void)state;
	expect_floors("more.jsonl", more_floors,
	    sizeof(more_floors) / sizeof(more_floors[0]));
}

static const struct floors other_floors[] = {
    {"en", 925, 935, 920, 925},
    {"zh", 975, 965, 975, 965},
    {"sw", 945, 945, 935, 925},
    {"hi", 995, 995, 955, 945},
    {"bn", 975, 965, 975, 965},
    {"fr", 955, 965, 955, 965},
    {"es", 960, 945, 960, 945},
    {"pt", 940, 995, 915, 955},
    {"ar", 970, 995, 970, 995},
    {"id", 995, 995, 995, 995},
    {"am", 995, 995, 995, 995},
};

static void
other_hands_are_read(void **state)
{
	(void)state;
	expect_floors("other.jsonl", other_floors,
	    sizeof(other_floors) / sizeof(other_floors[0]));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(sample_is_read),
	    cmocka_unit_test(other_words_are_read),
	    cmocka_unit_test(other_hands_are_read),
	};
	return cmocka_run_group_tests(tests, load, unload);
}
