/* The front, asked by browsers that mean well: the console's files, health, and
 * what is renewed or missing. */
#include "tests/gateway/front_kit.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tests/base/tls_kit.h"

#include "gateway/admin/front_static.h"

static void
is_it_well(void **state)
{
	struct site *site = *state;
	const char *question = "GET /healthz HTTP/1.1\r\n" CLOSE "\r\n";
	assert_int_equal(front_status(front_ask(site, question)), 200);
	site->unwell = "the disk fails, nothing can be stored";
	const char *answer = front_ask(site, question);
	assert_int_equal(front_status(answer), 503);
	assert_true(front_says(answer, "Retry-After: 10\r\n"));
	assert_true(front_says(answer, "the disk fails"));
	assert_true(front_says(
	    front_ask(site, "GET /metrics HTTP/1.1\r\n" CLOSE "\r\n"),
	    "figures"));
}

static void
the_console(void **state)
{
	struct site *site = *state;
	const char *answer = front_ask(site, "GET / HTTP/1.1\r\n" CLOSE "\r\n");
	assert_int_equal(front_status(answer), 200);
	assert_true(
	    front_says(answer, "Content-Type: text/html; charset=utf-8\r\n"));
	assert_true(front_says(answer, "Cache-Control: no-cache\r\n"));
	assert_true(front_says(answer, "<!doctype html>home"));
	answer = front_ask(site,
	    "GET /app.js HTTP/1.1\r\n" CLOSE "Accept-Encoding: gzip\r\n\r\n");
	assert_true(front_says(answer, "Content-Encoding: gzip\r\n"));
	assert_true(front_says(answer, "Vary: Accept-Encoding\r\n"));
	assert_true(front_says(answer, "(packed)"));
	/* No document: every octet is waited for on a 2G line. */
	assert_false(front_says(answer, "Content-Security-Policy"));
	assert_false(front_says(answer, "Permissions-Policy"));
	assert_true(front_says(answer, "X-Content-Type-Options: nosniff\r\n"));
	assert_true(front_says(
	    answer, "Cross-Origin-Resource-Policy: same-origin\r\n"));
	answer = front_ask(site, "HEAD /app.js HTTP/1.1\r\n" CLOSE "\r\n");
	assert_int_equal(front_status(answer), 200);
	assert_true(front_says(answer, "text/javascript"));
	assert_true(front_says(answer, "Content-Length: 28\r\n"));
	assert_false(front_says(answer, "let app"));
	assert_true(front_says(
	    front_ask(site, "GET /~1/b.js HTTP/1.1\r\n" CLOSE "\r\n"),
	    "Cache-Control: public, max-age=31536000, immutable\r\n"));
	answer = front_ask(site,
	    "GET /nix HTTP/1.1\r\n" CLOSE "Accept: text/html,*/*\r\n\r\n");
	assert_int_equal(front_status(answer), 404);
	assert_true(front_says(answer, "There is no such page"));
}

static void
what_the_console_does_not_show(void **state)
{
	static const char *const paths[] = {"/secret.key", "/.hidden.js",
	    "/link.txt", "/etc/passwd", "/etc", "/lib", "/lib/", "/app.js.gz",
	    "/APP.JS", "/index.html/", "/app.js/"};
	struct site *site = *state;
	for (size_t i = 0; i < sizeof(paths) / sizeof(paths[0]); i++) {
		char request[128];
		snprintf(request, sizeof(request),
		    "GET %s HTTP/1.1\r\n" CLOSE "\r\n", paths[i]);
		if (front_status(front_ask(site, request)) != 404)
			fail_msg("%s: %s", paths[i], site->answer.at);
	}
}

static void
it_is_asked_for_again_by_its_tag(void **state)
{
	struct site *site = *state;
	char request[256], etag[64] = "";
	const char *answer =
	    front_ask(site, "GET /app.js HTTP/1.1\r\n" CLOSE "\r\n");
	const char *at = strstr(answer, "ETag: ");
	assert_non_null(at);
	assert_int_equal(sscanf(at, "ETag: %63[^\r]", etag), 1);
	snprintf(request, sizeof(request),
	    "GET /app.js HTTP/1.1\r\n" CLOSE "If-None-Match: \"x\", W/%s\r\n"
	    "\r\n",
	    etag);
	answer = front_ask(site, request);
	assert_int_equal(front_status(answer), 304);
	assert_true(front_says(answer, etag));
	assert_false(front_says(answer, "let app"));
	/* The packed one is another. */
	snprintf(request, sizeof(request),
	    "GET /app.js HTTP/1.1\r\n" CLOSE
	    "Accept-Encoding: br, gzip\r\nIf-None-Match: %s\r\n\r\n",
	    etag);
	assert_int_equal(front_status(front_ask(site, request)), 200);
}

static void
what_is_taken_of_encodings(void **state)
{
	(void)state;
	assert_true(front_static_takes_gzip("gzip"));
	assert_true(front_static_takes_gzip("br;q=1, GZIP;q=0.5"));
	assert_false(front_static_takes_gzip("gzip;q=0"));
	assert_false(front_static_takes_gzip("gzip; q=0.000"));
	assert_false(front_static_takes_gzip("br, identity"));
	assert_false(front_static_takes_gzip(""));
	assert_false(front_static_takes_gzip(NULL));
	assert_true(front_static_matches("*", "\"a\""));
	assert_false(front_static_matches("\"ab\"", "\"a\""));
	assert_false(front_static_matches(NULL, "\"a\""));
}

static void
names_that_it_goes_by(void **state)
{
	static const char *const names[] = {"farm.example"};
	static const struct {
		const char *host;
		bool good;
	} rows[] = {
	    {"farm.example", true},
	    {"FARM.example:8642", true},
	    {"localhost", true},
	    {"localhost:1", true},
	    {"127.0.0.1:8642", true},
	    {"192.0.2.7", true},
	    {"[::1]", true},
	    {"[2001:db8::1]:8642", true},
	    {"evil.example", false},
	    {"farm.example.evil", false},
	    {"xfarm.example", false},
	    {"localhost.", false},
	    {"127.0.0.1.evil.example", false},
	    {"1.2.3.4x", false},
	    {"", false},
	    {":8642", false},
	};
	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		if (front_host_ok(str_from(rows[i].host), names, 1) !=
		    rows[i].good)
			fail_msg("%s", rows[i].host);
}

static void
a_place_that_is_taken(void **state)
{
	struct site *site = *state;
	struct err err;
	struct front_config config = front_kit_config(site);
	assert_null(front_open(&config, &err));
	assert_non_null(strstr(err.text, "cannot bind 127.0.0.1 port"));
	assert_non_null(strstr(err.text, "in use"));
}

static void
a_console_that_is_not_installed(void **state)
{
	struct site *site = *state;
	struct err err;
	front_free(&site->front);
	loop_once(site->loop, false);
	struct front_config config = front_kit_config(site);
	config.web = "no/such/folder";
	site->front = front_open(&config, &err);
	assert_non_null(site->front);
	assert_true(front_says(front_ask(site, "GET / HTTP/1.1\r\n" CLOSE
					       "Accept: text/html\r\n\r\n"),
	    "The console is not installed"));
}

static void
a_certificate_is_renewed(void **state)
{
	struct site *site = *state;
	struct tls_kit kit;
	struct err err;
	char certificate[128], key[128], other[128];
	tls_kit_make(&kit);
	struct front_config config = front_kit_config(site);
	config.port = front_kit_port();
	config.certificate = tls_kit_path(&kit, certificate, "good.pem");
	config.key = tls_kit_path(&kit, key, "good.key");
	struct front *front = front_open(&config, &err);
	assert_non_null(front);
	assert_int_equal(front_renew(front, &err), 0);
	/* Half of it was copied: the old one stays. */
	tls_kit_path(&kit, other, "other.pem");
	assert_int_equal(rename(other, certificate), 0);
	assert_true(front_renew(front, &err) < 0);
	tls_kit_path(&kit, other, "other.key");
	assert_int_equal(rename(other, key), 0);
	assert_int_equal(front_renew(front, &err), 0);
	unlink(key);
	assert_int_equal(front_renew(front, &err), TLS_ERR_FILE);
	front_free(&front);
	tls_kit_remove(&kit);
}

int
main(void)
{
#define STORY(name)                                                            \
	cmocka_unit_test_setup_teardown(name, front_set_up, front_tear_down)
	const struct CMUnitTest tests[] = {
	    STORY(is_it_well),
	    STORY(the_console),
	    STORY(what_the_console_does_not_show),
	    STORY(it_is_asked_for_again_by_its_tag),
	    cmocka_unit_test(what_is_taken_of_encodings),
	    cmocka_unit_test(names_that_it_goes_by),
	    STORY(a_place_that_is_taken),
	    STORY(a_console_that_is_not_installed),
	    STORY(a_certificate_is_renewed),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
