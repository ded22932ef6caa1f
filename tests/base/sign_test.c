/* Ed25519 against its standard's own vectors, and keys in files. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/sign.h"
#include "base/span.h"

/* RFC 8032, 7.1, test 2: the message is the one octet 72. */
static void
the_standards_vector(void **state)
{
	const char *public_hex = "3d4017c3e843895a92b70aa74d1b7ebc"
				 "9c982ccf2ec4968cc0cd55f12af4660c";
	const char *hex = "92a009a9f0d4cab8720e820b5f642540"
			  "a2b27b5416503f8fb3762223ebdb69da"
			  "085ac1e43e15996e458f3613d0f11d8c"
			  "387b2eaeb4302aeeb00d291612bb0c00";
	uint8_t key[SIGN_PUBLIC_OCTETS], signature[SIGN_OCTETS];
	(void)state;
	assert_int_equal(
	    span_from_hex(key, sizeof(key), public_hex, 64, NULL), 32);
	assert_int_equal(
	    span_from_hex(signature, sizeof(signature), hex, 128, NULL), 64);
	assert_true(sign_check(key, signature, STR("\x72")));
	assert_false(sign_check(key, signature, STR("\x73")));
	assert_false(sign_check(key, signature, STR("")));
	signature[0] ^= 1;
	assert_false(sign_check(key, signature, STR("\x72")));
}

static void
a_key_goes_through_its_files(void **state)
{
	char dir[] = "/tmp/furrow-sign-XXXXXX", path[64], pub[64];
	uint8_t key[SIGN_PUBLIC_OCTETS], read[SIGN_PUBLIC_OCTETS];
	uint8_t signature[SIGN_OCTETS];
	struct err err = {.code = 0};
	struct stat st;
	(void)state;
	assert_non_null(mkdtemp(dir));
	snprintf(path, sizeof(path), "%s/key", dir);
	snprintf(pub, sizeof(pub), "%s/pub", dir);
	assert_null(sign_key_read(path, &err));
	assert_int_equal(err.code, SIGN_NONE);
	struct sign_key *made = sign_key_new();
	assert_int_equal(sign_key_write(made, path, &err), 0);
	assert_int_equal(stat(path, &st), 0);
	assert_int_equal(st.st_mode & 0777, 0600);
	/* A key that is there is never written over. */
	assert_int_equal(sign_key_write(made, path, &err), SIGN_FILE);
	sign_key_public(made, key);
	sign_key_free(&made);
	struct sign_key *again = sign_key_read(path, &err);
	assert_non_null(again);
	sign_make(signature, again, STR("head"));
	assert_true(sign_check(key, signature, STR("head")));
	assert_int_equal(sign_public_write(key, pub, &err), 0);
	assert_int_equal(sign_public_write(key, pub, &err), 0);
	assert_int_equal(sign_public_read(read, pub, &err), 0);
	assert_memory_equal(read, key, sizeof(key));
	/* One for the other, and a file that all may read. */
	assert_null(sign_key_read(pub, &err));
	assert_int_equal(err.code, SIGN_OPEN);
	assert_int_equal(sign_public_read(read, path, &err), SIGN_KIND);
	assert_int_equal(chmod(pub, 0600), 0);
	assert_null(sign_key_read(pub, &err));
	assert_int_equal(err.code, SIGN_KIND);
	sign_key_free(&again);
	unlink(path);
	unlink(pub);
	rmdir(dir);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(the_standards_vector),
	    cmocka_unit_test(a_key_goes_through_its_files),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
