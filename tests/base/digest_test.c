#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/digest.h"
#include "base/span.h"

/* RFC 4231, 4.3. */
static void
known_hashes(void **state)
{
	uint8_t hash[DIGEST_OCTETS];
	(void)state;
	digest_hmac(hash, STR("Jefe"), STR("what do ya want for nothing?"));
	const char *hex = "5bdcc146bf60754e6a042426089575c7"
			  "5a003f089d2739839dec58b964ec3843";
	assert_true(digest_is(hash, str_from(hex)));
	assert_true(
	    digest_is(hash, STR("SHA256=5BDCC146BF60754E6A042426089575C7"
				"5A003F089D2739839DEC58B964EC3843")));
	assert_true(digest_is(
	    hash, STR("W9zBRr9gdU5qBCQmCJV1x1oAPwidJzmDnexYuWTsOEM=")));
	assert_false(digest_is(hash, STR("")));
	assert_false(digest_is(hash, str_of(hex, 62)));
	assert_false(digest_is(
	    hash, STR("W9zBRr9gdU5qBCQmCJV1x1oAPwidJzmDnexYuWTsOEc=")));
	assert_false(digest_is(hash, STR("sha256=")));
	digest_hmac(hash, STR("k"), str_of(NULL, 0)); /* nothing to hash */
}

/* FIPS 180-4, its own example. */
static void
plain_hash(void **state)
{
	uint8_t hash[DIGEST_OCTETS];
	(void)state;
	digest_sha256(hash, span_of("abc", 3));
	assert_true(digest_is(hash, STR("BA7816BF8F01CFEA414140DE5DAE2223"
					"B00361A396177A9CB410FF61F20015AD")));
	digest_sha256(hash, span_of(NULL, 0));
	assert_true(digest_is(hash, STR("E3B0C44298FC1C149AFBF4C8996FB924"
					"27AE41E4649B934CA495991B7852B855")));
}

static void
base64(void **state)
{
	static const struct {
		const char *text, *octets;
	} cases[] = {{"", ""}, {"Zg==", "f"}, {"Zm8=", "fo"}, {"Zm9v", "foo"},
	    {"Zm9vYmFy", "foobar"}, {"Zm9vYg", "foob"}, {"Z", NULL},
	    {"Zm9\n", NULL}, {"Zm=v", NULL}, {"Zm9vYmFyZm9v", NULL}};
	uint8_t dst[8];
	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		int n = digest_from_base64(
		    dst, sizeof(dst), str_from(cases[i].text));
		assert_int_equal(n, cases[i].octets == NULL
					? -1
					: (int)strlen(cases[i].octets));
		if (n > 0)
			assert_memory_equal(dst, cases[i].octets, n);
	}
	char text[9];
	assert_int_equal(
	    digest_to_base64(text, sizeof(text), span_of("foobar", 6)), 8);
	assert_string_equal(text, "Zm9vYmFy");
	assert_int_equal(
	    digest_to_base64(text, sizeof(text), span_of("f", 1)), 4);
	assert_string_equal(text, "Zg==");
	assert_int_equal(
	    digest_to_base64(text, sizeof(text), span_of("foobar!", 7)), -1);
	assert_string_equal(text, "");
}

static void
same_or_not(void **state)
{
	(void)state;
	assert_true(digest_same(STR("secret"), STR("secret")));
	assert_true(digest_same(STR(""), str_of(NULL, 0)));
	assert_false(digest_same(STR("secret"), STR("secreT")));
	assert_false(digest_same(STR("secret"), STR("secret1")));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(known_hashes),
	    cmocka_unit_test(plain_hash),
	    cmocka_unit_test(base64),
	    cmocka_unit_test(same_or_not),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
