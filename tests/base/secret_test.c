/* Secrets: the right one, and no other. */
#include <malloc.h>
#include <pthread.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "base/secret.h"

static void
the_right_one_and_no_other(void **state)
{
	static const uint8_t salt[SECRET_SALT_OCTETS] = "0123456789abcde";
	static const uint8_t other[SECRET_SALT_OCTETS] = "0123456789abcdf";
	char hash[SECRET_HASH_OCTETS], again[SECRET_HASH_OCTETS];

	(void)state;
	secret_hash(hash, STR("1234"), salt);
	assert_true(strncmp(hash, "$argon2id$", 10) == 0);
	assert_null(strstr(hash, "1234"));
	assert_true(secret_is(hash, STR("1234")));
	assert_false(secret_is(hash, STR("1235")));
	assert_false(secret_is(hash, STR("12345")));
	assert_false(secret_is(hash, STR("")));
	secret_hash(again, STR("1234"), other);
	assert_string_not_equal(hash, again);
	assert_true(secret_is(again, STR("1234")));
}

static void
a_hash_that_is_none(void **state)
{
	(void)state;
	assert_false(secret_is("", STR("1234")));
	assert_false(secret_is("1234", STR("1234")));
	assert_false(secret_is("$argon2id$v=19$m=8192", STR("1234")));
}

static void *
hash_one(void *arg)
{
	static const uint8_t salt[SECRET_SALT_OCTETS] = "0123456789abcde";
	char hash[SECRET_HASH_OCTETS];

	secret_hash(hash, STR("1234"), salt);
	return arg;
}

/* Of all arenas, what is not given back. */
static void
what_it_worked_in_is_given_back(void **state)
{
	pthread_t thread;
	size_t before;

	(void)state;
	secret_init();
	before = mallinfo2().arena;
	for (int i = 0; i < 3; i++) {
		assert_int_equal(
		    pthread_create(&thread, NULL, hash_one, NULL), 0);
		assert_int_equal(pthread_join(thread, NULL), 0);
	}
	assert_true(mallinfo2().arena < before + 4 * 1024 * 1024);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(what_it_worked_in_is_given_back),
	    cmocka_unit_test(the_right_one_and_no_other),
	    cmocka_unit_test(a_hash_that_is_none),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
