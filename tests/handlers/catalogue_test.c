/* The market's goods: loading, names, packs, and what is refused. */
#include "handlers/catalogue.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static const char small[] =
    "{\"products\":["
    "{\"key\":\"maize\",\"names\":{\"en\":[\"maize\",\"corn\"],"
    "\"sw\":[\"mahindi\"]},\"units\":{\"sack\":{\"grams\":90000}}},"
    "{\"key\":\"okra\",\"names\":{\"hi-Latn\":[\"bhindi\"],"
    "\"fr\":[\"gombo\"]}}],"
    "\"units\":[{\"key\":\"kg\",\"names\":{\"en\":[\"kg\"],"
    "\"zh\":[\"\xe5\x85\xac\xe6\x96\xa4\"]}},"
    "{\"key\":\"heap20\",\"names\":{\"en\":[\"heap of twenty\"]}}]}";

static void
products_are_found(void **state)
{
	(void)state;
	struct err err;
	struct catalogue *cat = catalogue_load(str_from(small), NULL, &err);
	assert_non_null(cat);
	assert_int_equal(catalogue_size(cat), 2);
	assert_string_equal(catalogue_key(cat, 0), "maize");
	assert_null(catalogue_key(cat, 2));
	assert_null(catalogue_key(cat, -1));
	assert_int_equal(catalogue_find(cat, "okra"), 1);
	assert_int_equal(catalogue_find(cat, "rice"), -1);
	assert_int_equal(catalogue_lookup(cat, STR("CORN")), 0);
	assert_int_equal(catalogue_lookup(cat, STR("mahindi")), 0);
	assert_int_equal(catalogue_lookup(cat, STR("okra")), 1);
	assert_int_equal(catalogue_lookup(cat, STR("rice")), -1);
	catalogue_free(&cat);
	assert_null(cat);
}

static void
names_fall_back(void **state)
{
	(void)state;
	struct err err;
	struct catalogue *cat = catalogue_load(str_from(small), NULL, &err);
	assert_string_equal(catalogue_name(cat, 0, "sw"), "mahindi");
	assert_string_equal(catalogue_name(cat, 0, "xx"), "maize");
	assert_string_equal(catalogue_name(cat, 0, NULL), "maize");
	assert_string_equal(catalogue_name(cat, 1, "hi-Latn"), "bhindi");
	assert_string_equal(catalogue_name(cat, 1, "en"), "okra");
	assert_string_equal(
	    catalogue_unit_name(cat, "kg", "zh"), "\xe5\x85\xac\xe6\x96\xa4");
	assert_string_equal(catalogue_unit_name(cat, "bag", "zh"), "bag");
	catalogue_free(&cat);
}

static void
packs_have_weights(void **state)
{
	(void)state;
	struct err err;
	struct catalogue *cat = catalogue_load(str_from(small), NULL, &err);
	assert_int_equal(catalogue_unit_grams(cat, 0, "sack"), 90000);
	assert_int_equal(catalogue_unit_grams(cat, 1, "sack"), 0);
	assert_int_equal(catalogue_unit_grams(cat, 1, "kg"), 1000);
	assert_int_equal(catalogue_unit_grams(cat, -1, "jin"), 500);
	assert_int_equal(catalogue_unit_grams(cat, 1, "furlong"), 0);
	catalogue_free(&cat);
}

static void
units_are_read_as_people_write_them(void **state)
{
	(void)state;
	struct err err;
	struct lexicon *lex =
	    lexicon_load_dir(FURROW_SOURCE "/handlers/lexicon", &err);
	struct catalogue *cat = catalogue_load(str_from(small), lex, &err);
	static const struct {
		const char *written, *unit;
	} rows[] = {
	    {"kg", "kg"},
	    {"Kilos", "kg"},
	    {"BAGS", "bag"},
	    {"bunches", "bunch"},
	    {"crate", "crate"},
	    {"\xE6\x96\xA4", "jin"},
	    {"furlong", NULL},
	    {"", NULL},
	};
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		const char *unit =
		    catalogue_unit_lookup(cat, lex, str_from(rows[i].written));
		if (rows[i].unit == NULL)
			assert_null(unit);
		else
			assert_string_equal(unit, rows[i].unit);
	}
	catalogue_free(&cat);
	lexicon_free(&lex);
}

static void
bad_files_are_refused_with_their_place(void **state)
{
	(void)state;
	static const struct {
		const char *json;
		int code;
		size_t offset;
		const char *said;
	} rows[] = {
	    {"{\"products\":", CATALOGUE_SYNTAX, 12, ""},
	    {"{}", CATALOGUE_SHAPE, 0, "products"},
	    {"{\"products\":{}}", CATALOGUE_SHAPE, 0, "products"},
	    {"{\"products\":[{\"key\":\"A b\"}]}", CATALOGUE_SHAPE, 1, "key"},
	    {"{\"products\":[{\"key\":\"a\"},{\"key\":\"a\"}]}", CATALOGUE_NAME,
		2, "twice"},
	    {"{\"products\":[{\"key\":\"a\",\"names\":{\"en\":[\"\"]}}]}",
		CATALOGUE_NAME, 1, "a"},
	    {"{\"products\":[{\"key\":\"a\",\"names\":[]}]}", CATALOGUE_SHAPE,
		1, "names"},
	    {"{\"products\":[{\"key\":\"a\",\"units\":{\"bag\":"
	     "{\"grams\":0}}}]}",
		CATALOGUE_UNIT, 1, "grams"},
	    {"{\"products\":[{\"key\":\"a\",\"units\":{\"bog\":"
	     "{\"grams\":5}}}]}",
		CATALOGUE_UNIT, 1, "unit"},
	};
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct err err = {0};
		assert_null(catalogue_load(str_from(rows[i].json), NULL, &err));
		assert_int_equal(err.code, rows[i].code);
		if (rows[i].code != CATALOGUE_SYNTAX)
			assert_int_equal(err.offset, rows[i].offset);
		assert_non_null(strstr(err.text, rows[i].said));
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(products_are_found),
	    cmocka_unit_test(names_fall_back),
	    cmocka_unit_test(packs_have_weights),
	    cmocka_unit_test(units_are_read_as_people_write_them),
	    cmocka_unit_test(bad_files_are_refused_with_their_place),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
