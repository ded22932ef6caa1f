#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "gateway/link/http_caller.h"

static void
addresses(void **state)
{
	static const struct {
		const char *range, *peer;
		bool may;
	} cases[] = {
	    {"127.0.0.1", "127.0.0.1", true},
	    {"127.0.0.1", "127.0.0.2", false},
	    {"192.0.2.0/24", "192.0.2.255", true},
	    {"192.0.2.0/24", "192.0.3.0", false},
	    {"192.0.2.8/29", "192.0.2.16", false},
	    {"0.0.0.0/0", "203.0.113.9", true},
	    {"0.0.0.0/0", "2001:db8::1", false},
	    {"2001:db8::/32", "2001:db8:ffff::1", true},
	    {"2001:db8::/32", "2001:db9::1", false},
	    {"::1", "::1", true},
	    {"127.0.0.1", "", false},
	};
	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct http_caller c = {.allows = 1};
		snprintf(c.allow[0], sizeof(c.allow[0]), "%s", cases[i].range);
		assert_true(http_caller_range(cases[i].range));
		assert_int_equal(
		    http_caller_allows(&c, cases[i].peer), cases[i].may);
	}
	static const char *const bad[] = {"", "localhost", "1.2.3",
	    "1.2.3.4/33", "1.2.3.4/", "1.2.3.4/-1", "::1/129", "1.2.3.4/24x"};
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
		assert_false(http_caller_range(bad[i]));
	struct http_caller all = {.allows = 0};
	assert_true(http_caller_allows(&all, "203.0.113.9"));
}

static void
basic(void **state)
{
	struct http_caller c = {.user = "ag", .secret = "s3cret"};
	(void)state;
	assert_true(http_caller_basic(&c, "Basic YWc6czNjcmV0"));
	assert_true(http_caller_basic(&c, "basic  YWc6czNjcmV0 "));
	assert_false(http_caller_basic(&c, "Basic YWc6czNjcmV1"));
	assert_false(http_caller_basic(&c, "Bearer YWc6czNjcmV0"));
	assert_false(http_caller_basic(&c, "Basic *"));
	assert_false(http_caller_basic(&c, NULL));
}

static void
names(void **state)
{
	enum http_auth auth;
	(void)state;
	assert_true(http_auth_from_name(&auth, "hmac"));
	assert_int_equal(auth, HTTP_AUTH_HMAC);
	assert_false(http_auth_from_name(&auth, "magic"));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(addresses),
	    cmocka_unit_test(basic),
	    cmocka_unit_test(names),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
