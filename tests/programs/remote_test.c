/* What of a URL and of a token's file is taken. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>
#include <curl/curl.h>

#include "programs/furrow/command.h"
#include "programs/furrow/remote.h"

#define TOKEN_FILE "remote_test.token"

static void
where_a_token_may_go(void **state)
{
	static const struct {
		const char *url, *taken; /* NULL: refused */
	} rows[] = {
	    {"https://farm.example:8642", "https://farm.example:8642"},
	    {"https://farm.example/", "https://farm.example"},
	    {"HTTPS://[2001:db8::1]:8642//", "HTTPS://[2001:db8::1]:8642"},
	    {"http://localhost:8642", "http://localhost:8642"},
	    {"http://127.0.0.1:8642/", "http://127.0.0.1:8642"},
	    {"http://[::1]:8642", "http://[::1]:8642"},
	    {"http://farm.example:8642", NULL},
	    {"http://localhost.evil.example", NULL},
	    {"http://127.0.0.10:8642", NULL},
	    {"http://localhost@evil.example", NULL},
	    {"https://token@farm.example", NULL},
	    {"https://farm.example/api/v1", NULL},
	    {"https://farm.example?x", NULL},
	    {"https://", NULL},
	    {"ftp://farm.example", NULL},
	    {"farm.example:8642", NULL},
	    {"", NULL},
	};
	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		char dst[64] = "";
		int rc = remote_url(dst, sizeof(dst), rows[i].url);
		bool good = rows[i].taken != NULL;
		if (rc != (good ? EXIT_DONE : EXIT_FAILED) ||
		    (good && strcmp(dst, rows[i].taken) != 0))
			fail_msg("%s: %d %s", rows[i].url, rc, dst);
	}
}

static int
token_of(char dst[REMOTE_TOKEN_OCTETS], const char *text, mode_t mode)
{
	FILE *out = fopen(TOKEN_FILE, "w");
	assert_non_null(out);
	fputs(text, out);
	fclose(out);
	assert_int_equal(chmod(TOKEN_FILE, mode), 0);
	int rc = remote_token(dst, TOKEN_FILE);
	unlink(TOKEN_FILE);
	return rc;
}

static void
a_token_of_its_own(void **state)
{
	char token[REMOTE_TOKEN_OCTETS];
	(void)state;
	assert_int_equal(token_of(token, "furrow_abc\r\nmore\n", 0600), 0);
	assert_string_equal(token, "furrow_abc");
	assert_int_equal(token_of(token, "furrow_abc", 0640), EXIT_DONE);
	assert_int_equal(token_of(token, "furrow_abc", 0644), EXIT_FAILED);
	assert_int_equal(token_of(token, "", 0600), EXIT_FAILED);
	assert_int_equal(token_of(token, "two words\n", 0600), EXIT_FAILED);
	assert_int_equal(remote_token(token, "no/such/file"), EXIT_FAILED);
}

static void
advice_for_what_people_meet(void **state)
{
	(void)state;
	assert_non_null(strstr(
	    remote_advice(CURLE_PEER_FAILED_VERIFICATION, false), "--ca"));
	assert_null(strstr(
	    remote_advice(CURLE_PEER_FAILED_VERIFICATION, true), "--ca"));
	assert_string_equal(remote_advice(CURLE_WRITE_ERROR, false), "");
	assert_non_null(
	    strstr(remote_advice_refused(401, false), "--token-file"));
	assert_non_null(strstr(remote_advice_refused(401, true), "revoked"));
	assert_string_equal(remote_advice_refused(403, true), "");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(where_a_token_may_go),
	    cmocka_unit_test(a_token_of_its_own),
	    cmocka_unit_test(advice_for_what_people_meet),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
