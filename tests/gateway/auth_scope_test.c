/* What a token's words allow. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "gateway/admin/auth_scope.h"

static void
words_against_paths(void **state)
{
	static const struct {
		const char *scope, *path;
		bool reads, allowed;
	} cases[] = {
	    {"", "/api/v1/orders", false, true},
	    {"numbers", "/api/v1/orders", false, true},
	    {"orders", "/api/v1/orders", true, true},
	    {"orders", "/api/v1/orders/K7F/accept", false, true},
	    {"orders:read", "/api/v1/orders/K7F/accept", false, false},
	    {"orders:read", "/api/v1/orders.csv", true, true},
	    {"orders", "/api/v1/ordersx", true, false},
	    {"order", "/api/v1/orders", true, false},
	    {"orders", "/api/v1/people", true, false},
	    {"people orders:read", "/api/v1/orders", true, true},
	    {"sms", "/api/v1/messages", false, true},
	    {"sms", "/api/v1/messages", true, false},
	    {"sms", "/api/v1/messages/7/raw", false, false},
	    {"messages:read", "/api/v1/messages/7/raw", false, false},
	    {"sms", "/cgi-bin/sendsms", true, true},
	    {"orders", "/cgi-bin/sendsms", true, false},
	    {"metrics", "/metrics", true, true},
	    {"orders", "/metrics", true, false},
	    {"metrics numbers", "/api/v1/orders", true, false},
	    {"orders", "/index.html", true, true},
	};
	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		if (auth_scope_allows(cases[i].scope, cases[i].reads,
			cases[i].path) != cases[i].allowed)
			fail_msg("%s for %s", cases[i].scope, cases[i].path);
}

static bool
known(struct str noun)
{
	return str_is(noun, "orders") || str_is(noun, "messages");
}

static void
only_known_words_are_taken(void **state)
{
	static const struct {
		const char *written, *scope, *bad;
	} cases[] = {{"", "", NULL}, {"  orders   sms ", "orders sms", NULL},
	    {"messages:read numbers metrics", "messages:read numbers metrics",
		NULL},
	    {"orders:write", NULL, "orders:write"},
	    {"orders cows", NULL, "cows"},
	    {"numbers:read", NULL, "numbers:read"},
	    {"orders:", NULL, "orders:"}};
	char dst[40];
	struct str bad;
	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		bool good = auth_scope_read(
		    dst, sizeof(dst), str_from(cases[i].written), known, &bad);
		assert_int_equal(good, cases[i].bad == NULL);
		if (good)
			assert_string_equal(dst, cases[i].scope);
		else
			assert_true(str_is(bad, cases[i].bad));
	}
	assert_false(auth_scope_read(dst, 8, STR("orders sms"), known, &bad));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(words_against_paths),
	    cmocka_unit_test(only_known_words_are_taken),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
