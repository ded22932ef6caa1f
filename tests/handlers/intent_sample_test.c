/* The labelled sample (tests/language/dev.jsonl): how many texts are read as
 * their label says, and how many would be acted on wrongly.  The floors stand
 * a little below what was measured, so that a word list may be edited. */
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

struct score {
	int texts;
	int right;
	int goods;
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

static bool
is_alternative(const json_t *expected, const char *name)
{
	json_t *list = json_object_get(expected, "alt");
	size_t i;
	json_t *value;
	json_array_foreach(list, i, value)
	{
		if (strcmp(json_string_value(value), name) == 0)
			return true;
	}
	return false;
}

static bool
same_item(const struct intent_setup *setup, const struct intent_item *item,
    const json_t *label)
{
	const char *product =
	    json_string_value(json_object_get(label, "product"));
	const char *key = catalogue_key(setup->cat, item->product);
	const json_t *qty = json_object_get(label, "qty");
	const char *unit = json_string_value(json_object_get(label, "unit"));
	if ((product == NULL) != (key == NULL) ||
	    (key != NULL && strcmp(product, key) != 0))
		return false;
	if (json_is_number(qty) != item->has_qty)
		return false;
	double milli = json_number_value(qty) * 1000;
	/* Pieces are what is counted when nothing is said. */
	bool bare = unit == NULL || strcmp(unit, "piece") == 0;
	bool item_bare =
	    item->unit[0] == '\0' || strcmp(item->unit, "piece") == 0;
	return fabs(milli - (double)item->qty_milli) < 0.5 &&
	       (bare ? item_bare : strcmp(unit, item->unit) == 0);
}

static bool
same_items(const struct intent_setup *setup, const struct intent *in,
    const json_t *labels)
{
	if (json_array_size(labels) != in->items_count)
		return false;
	for (size_t i = 0; i < in->items_count; i++) {
		bool found = false;
		for (size_t l = 0; l < in->items_count && !found; l++)
			found = same_item(
			    setup, &in->items[i], json_array_get(labels, l));
		if (!found)
			return false;
	}
	return true;
}

static bool
acts(const struct intent *in)
{
	static const char *const names[] = {"order", "offer", "accept",
	    "reject", "partial", "counter", "cancel", "stop"};
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if (strcmp(intent_name(in->kind), names[i]) == 0)
			return !in->ask;
	return false;
}

static void
judge(struct score *score, const struct intent_setup *setup,
    const struct intent *in, const json_t *expected)
{
	const char *want =
	    json_string_value(json_object_get(expected, "intent"));
	const char *name = in->ask ? "ambiguous" : intent_name(in->kind);
	const char *code = json_string_value(json_object_get(expected, "code"));
	json_t *labels = json_object_get(expected, "items");
	bool right = strcmp(want, name) == 0 || is_alternative(expected, name);
	bool goods = strcmp(want, "order") == 0 &&
		     json_array_size(labels) > 0 &&
		     !(in->ask && is_alternative(expected, "ambiguous"));
	bool goods_right = same_items(setup, in, labels);
	bool code_right =
	    code == NULL || strcmp(code, in->code) == 0 || in->list_index > 0;
	score->texts++;
	score->right += right;
	score->goods += goods;
	score->goods_right += goods && goods_right && !in->ask;
	if (acts(in) && (!right || !code_right || (goods && !goods_right)))
		score->wrong_acts++;
}

static struct score
score_language(
    const struct intent_setup *setup, const char *lang, bool with_hint)
{
	struct score score = {0};
	static char line[16384];
	FILE *file = fopen(FURROW_SOURCE "/tests/language/dev.jsonl", "r");
	assert_non_null(file);
	while (fgets(line, sizeof(line), file) != NULL) {
		json_t *row = json_loads(line, 0, NULL);
		const char *in_lang =
		    json_string_value(json_object_get(row, "lang"));
		if (row != NULL && strcmp(in_lang, lang) == 0) {
			json_t *text = json_object_get(row, "text");
			struct intent_hints hints = {
			    .roles = role_of(json_string_value(
				json_object_get(row, "role"))),
			    .lang = with_hint ? lang : NULL};
			struct intent in;
			hints.has_list = hints.roles == INTENT_ROLE_SELLER;
			intent_parse(&in, setup->lex, setup->cat,
			    str_of(json_string_value(text),
				json_string_length(text)),
			    &hints);
			judge(
			    &score, setup, &in, json_object_get(row, "expect"));
		}
		json_decref(row);
	}
	fclose(file);
	return score;
}

static void
expect_floors(const char *lang, int right_percent, int goods_percent)
{
	struct intent_setup setup;
	intent_setup_load(&setup);
	for (int hint = 0; hint < 2; hint++) {
		struct score s = score_language(&setup, lang, hint == 1);
		print_message("%s%s: %d of %d intents, %d of %d orders, "
			      "%d wrong acts\n",
		    lang, hint ? "" : " (no hint)", s.right, s.texts,
		    s.goods_right, s.goods, s.wrong_acts);
		assert_true(s.texts > 0);
		assert_true(s.right * 100 >= right_percent * s.texts);
		assert_true(s.goods_right * 100 >= goods_percent * s.goods);
		assert_true(s.wrong_acts * 100 <= s.texts);
	}
	intent_setup_free(&setup);
}

static void
english(void **state)
{
	(void)state;
	expect_floors("en", 97, 96);
}

static void
chinese(void **state)
{
	(void)state;
	expect_floors("zh", 97, 96);
}

static void
swahili(void **state)
{
	(void)state;
	expect_floors("sw", 90, 88);
}

static void
hostile_and_mixed(void **state)
{
	(void)state;
	expect_floors("mul", 93, 90);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(english),
	    cmocka_unit_test(chinese),
	    cmocka_unit_test(swahili),
	    cmocka_unit_test(hostile_and_mixed),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
