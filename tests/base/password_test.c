#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/password.h"

static void
length_counts_and_nothing_else(void **state)
{
	static const struct {
		const char *password;
		enum password_fault fault;
	} cases[] = {
	    {"", PASSWORD_SHORT},
	    {"maize 7", PASSWORD_SHORT},
	    {"mvua kubwa", PASSWORD_GOOD},
	    {"two sacks of red beans", PASSWORD_GOOD},
	    {"\xe9\x9b\xa8\xe4\xb8\x8b\xe5\xbe\x97\xe5\xa4\xa7",
		PASSWORD_SHORT}, /* four characters, twelve octets */
	    {"\xe9\x9b\xa8\xe4\xb8\x8b\xe5\xbe\x97\xe5\xa4\xa7"
	     "\xe5\xbe\x88\xe4\xb9\x85\xe4\xba\x86\xe5\x95\x8a",
		PASSWORD_GOOD},
	    {"\xff\xff\xff\xff\xff\xff\xff\xff", PASSWORD_NOT_TEXT},
	    {"maize\nand beans", PASSWORD_NOT_TEXT},
	    {"password", PASSWORD_COMMON},
	    {"Password", PASSWORD_COMMON},
	    {"Password2026!", PASSWORD_COMMON},
	    {"iloveyou", PASSWORD_COMMON},
	    {"qwertyuiop", PASSWORD_COMMON},
	    {"1qaz2wsx", PASSWORD_COMMON},
	    {"password for the market", PASSWORD_GOOD},
	    {"11111111", PASSWORD_PATTERN},
	    {"zzzzzzzzzzzzzzzzzz", PASSWORD_PATTERN},
	    {"abcdefgh", PASSWORD_PATTERN},
	    {"87654321", PASSWORD_PATTERN},
	    {"furrow12", PASSWORD_NAME},
	    {"Amina2026", PASSWORD_NAME},
	    {"amina sells maize", PASSWORD_GOOD},
	};
	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		if (password_judge(str_from(cases[i].password), "amina") !=
		    cases[i].fault)
			fail_msg("%s", cases[i].password);
}

static void
very_long_ones(void **state)
{
	char text[PASSWORD_LONGEST + 2];
	(void)state;
	for (size_t i = 0; i < sizeof(text); i++)
		text[i] = "maize and beans, and "[i % 21];
	assert_int_equal(
	    password_judge(str_of(text, PASSWORD_LONGEST), "a"), PASSWORD_GOOD);
	assert_int_equal(
	    password_judge(str_of(text, PASSWORD_LONGEST + 1), "a"),
	    PASSWORD_LONG);
}

static void
a_hash_tells_right_from_wrong(void **state)
{
	/* The same letter, as one character and as two. */
	const char *one = "caf\xc3\xa9 au lait", *two = "cafe\xcc\x81 au lait";
	char hash[PASSWORD_HASH_OCTETS], other[PASSWORD_HASH_OCTETS];
	(void)state;
	password_hash(hash, str_from(one));
	password_hash(other, str_from(one));
	assert_string_not_equal(hash, other);
	assert_true(password_is(hash, str_from(one)));
	assert_true(password_is(hash, str_from(two)));
	assert_false(password_is(hash, STR("cafe au lait")));
	assert_false(password_is_old(hash));
}

static void
bad_hashes_are_no_hashes(void **state)
{
	static const char *const bad[] = {"", "x", "$argon2id$",
	    "$argon2id$v=19$m=4194304,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAA",
	    "$argon2id$v=19$m=19456,t=900,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAA",
	    "$argon2id$v=19$m=19456,t=2,p=1$$"};
	(void)state;
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
		assert_false(password_is(bad[i], STR("x")));
	assert_true(password_is_old("$argon2id$v=19$m=8192,t=1,p=1$a$b"));
	assert_false(password_is(password_nobody(), STR("")));
	assert_false(password_is_old(password_nobody()));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(length_counts_and_nothing_else),
	    cmocka_unit_test(very_long_ones),
	    cmocka_unit_test(a_hash_tells_right_from_wrong),
	    cmocka_unit_test(bad_hashes_are_no_hashes),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
