/* The market's own names and the words that nobody understood, as the socket
 * gives and takes them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "base/json.h"

#include "tests/gateway/api_world.h"

static json_t *
item(const struct world *w, size_t i)
{
	return json_array_get(json_object_get(w->reply, "items"), i);
}

static size_t
items(const struct world *w)
{
	return json_array_size(json_object_get(w->reply, "items"));
}

static void
a_name_is_taught_and_taken_away(void **state)
{
	struct world w;
	(void)state;
	world_open(&w);
	world_post(&w, "/api/v1/aliases",
	    "{\"name\":\"Waru wa\",\"product\":\"maize\"}");
	assert_int_equal(w.http_status, 200);
	assert_string_equal(json_text(w.reply, "product", ""), "maize");
	assert_int_equal(w.catalogue_changes, 1);
	world_get(&w, "/api/v1/aliases");
	assert_int_equal(items(&w), 1);
	assert_string_equal(json_text(item(&w, 0), "name", ""), "Waru wa");
	assert_string_equal(json_text(item(&w, 0), "by", ""), "admin:amina");
	world_get(&w, "/api/v1/audit");
	assert_string_equal(json_text(item(&w, 0), "action", ""), "alias");
	assert_string_equal(
	    json_text(item(&w, 0), "what", ""), "Waru wa is maize");
	world_post(&w, "/api/v1/aliases/WARU%20wa/remove", "{}");
	assert_int_equal(w.http_status, 200);
	assert_int_equal(w.catalogue_changes, 2);
	world_post(&w, "/api/v1/aliases/waru%20wa/remove", "{}");
	assert_int_equal(w.http_status, 404);
	assert_int_equal(w.catalogue_changes, 2);
	world_get(&w, "/api/v1/aliases");
	assert_int_equal(items(&w), 0);
	world_close(&w);
}

static void
a_refused_name_has_its_reason(void **state)
{
	struct world w;
	(void)state;
	world_open(&w);
	world_post(
	    &w, "/api/v1/aliases", "{\"name\":\"yes\",\"product\":\"maize\"}");
	assert_int_equal(w.http_status, 422);
	assert_non_null(
	    strstr(json_text(w.reply, "detail", ""), "need the word yes"));
	world_post(&w, "/api/v1/aliases", "{\"name\":\"waru\"}");
	assert_int_equal(w.http_status, 422);
	world_get(&w, "/api/v1/audit");
	assert_int_equal(items(&w), 0);
	assert_int_equal(w.catalogue_changes, 0);
	w.refuse_jobs = true;
	world_post(
	    &w, "/api/v1/aliases", "{\"name\":\"waru\",\"product\":\"maize\"}");
	assert_int_equal(w.http_status, 500);
	assert_int_equal(w.catalogue_changes, 0);
	world_close(&w);
}

static void
words_are_listed_until_they_are_known(void **state)
{
	struct world w;
	int64_t text;
	(void)state;
	world_open(&w);
	text = world_text(&w, "+254722000002", "nataka waru\a kilo 5");
	world_word(&w, "waru", "sw", 12, text);
	world_word(&w, "known", "sw", 99, text);
	world_word(&w, "maizi", "en", 3, 999);
	world_get(&w, "/api/v1/words");
	assert_int_equal(items(&w), 2);
	assert_string_equal(json_text(item(&w, 0), "word", ""), "waru");
	assert_int_equal(json_int(item(&w, 0), "count", 0), 12);
	assert_string_equal(json_text(item(&w, 0), "lang", ""), "sw");
	assert_int_equal(json_int(item(&w, 0), "message", 0), text);
	assert_non_null(
	    strstr(json_text(item(&w, 0), "text", ""), "nataka waru"));
	assert_true(json_is_null(json_object_get(item(&w, 0), "near")));
	assert_string_equal(json_text(item(&w, 1), "near", ""), "maize");
	assert_true(json_is_null(json_object_get(item(&w, 1), "text")));
	world_get(&w, "/api/v1/words?lang=en&limit=5");
	assert_int_equal(items(&w), 1);
	world_get(&w, "/api/v1/words?limit=1");
	assert_int_equal(items(&w), 1);
	world_get(&w, "/api/v1/words?limit=1&after=2");
	assert_string_equal(json_text(item(&w, 0), "word", ""), "maizi");
	world_get(&w, "/api/v1/words?since=2100-01-01");
	assert_int_equal(items(&w), 0);
	world_post(&w, "/api/v1/words/Waru/forget", "{}");
	assert_int_equal(w.http_status, 200);
	world_post(&w, "/api/v1/words/waru/forget", "{}");
	assert_int_equal(w.http_status, 404);
	world_get(&w, "/api/v1/words");
	assert_int_equal(items(&w), 1);
	world_close(&w);
}

/* Each word costs a reading: a page ends although few of its rows are shown.
 */
static void
a_long_list_comes_in_pages(void **state)
{
	struct world w;
	char path[64], word[16];
	size_t all = 0;
	int64_t next = 0;
	(void)state;
	world_open(&w);
	for (int i = 0; i < 500; i++) {
		for (int k = 0; k < 7; k++)
			word[k] = (char)('a' + (i >> (k * 2)) % 4);
		word[7] = '\0';
		world_word(&w, word, "", 1, 1);
	}
	world_word(&w, "known", "", 2, 1);
	do {
		snprintf(path, sizeof(path), "/api/v1/words?after=%lld",
		    (long long)next);
		world_get(&w, path);
		assert_true(items(&w) <= 400);
		all += items(&w);
		next = json_int(w.reply, "next", 0);
	} while (next > 0);
	assert_int_equal(all, 500);
	world_close(&w);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_name_is_taught_and_taken_away),
	    cmocka_unit_test(a_refused_name_has_its_reason),
	    cmocka_unit_test(words_are_listed_until_they_are_known),
	    cmocka_unit_test(a_long_list_comes_in_pages),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
