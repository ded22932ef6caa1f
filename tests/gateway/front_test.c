/* The front on a port of its own, asked octet by octet by peers that mean
 * harm, and by browsers that mean well.  Client and server in one thread: the
 * loop is turned between looks. */
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/buf.h"
#include "base/http_stream.h"
#include "base/loop.h"
#include "tests/base/tls_kit.h"

#include "gateway/admin/front.h"
#include "gateway/admin/front_static.h"

#define WEB "front_test.web"
#define ANSWER_OCTETS (1 << 16)

struct site {
	struct loop *loop;
	struct front *front;
	unsigned short port;
	struct buf answer;
	const char *unwell;
	struct http_stream *stream;
	int asked; /* of `who` */
};

/* -- the site ----------------------------------------------------------------
 */

static void
put_file(const char *path, const char *text)
{
	FILE *out = fopen(path, "w");
	assert_non_null(out);
	fputs(text, out);
	fclose(out);
}

static void
make_web(void)
{
	mkdir(WEB, 0700);
	mkdir(WEB "/lib", 0700);
	mkdir(WEB "/~1", 0700);
	put_file(WEB "/index.html", "<!doctype html>home");
	put_file(WEB "/app.js", "let app = 1; // the long one");
	put_file(WEB "/app.js.gz", "(packed)");
	put_file(WEB "/lib/a.css", "a {}");
	put_file(WEB "/~1/b.js", "b");
	put_file(WEB "/secret.key", "not for anybody");
	put_file(WEB "/.hidden.js", "no");
	(void)!symlink("../configure.ac", WEB "/link.txt");
	(void)!symlink("/etc", WEB "/etc");
}

static void
remove_web(void)
{
	static const char *const files[] = {"index.html", "app.js", "app.js.gz",
	    "lib/a.css", "~1/b.js", "secret.key", ".hidden.js", "link.txt",
	    "etc"};
	char path[64];
	for (size_t i = 0; i < sizeof(files) / sizeof(files[0]); i++) {
		snprintf(path, sizeof(path), WEB "/%s", files[i]);
		unlink(path);
	}
	rmdir(WEB "/lib");
	rmdir(WEB "/~1");
	rmdir(WEB);
}

static enum auth_answer
who(void *arg, struct http_request *request, struct caller *out)
{
	struct site *site = arg;
	char text[64];
	(void)out;
	site->asked++;
	snprintf(
	    text, sizeof(text), "body=%zu", http_request_body(request).octets);
	http_answer(request, 200, "text/plain", str_from(text));
	return AUTH_ANSWERED;
}

static const char *
unwell(void *arg)
{
	return ((struct site *)arg)->unwell;
}

static void
figures(void *arg, struct http_request *request)
{
	(void)arg;
	http_answer(request, 200, "text/plain", STR("figures"));
}

/* An answer in pieces, until its peer has gone. */
static void
pour(void *arg, struct http_request *request)
{
	struct site *site = arg;
	struct http_stream_config config = {.gone = NULL};
	site->stream = http_stream_begin(request, 200, "text/plain", &config);
	http_stream_write(site->stream, STR("a piece"));
}

static unsigned short
free_port(void)
{
	struct sockaddr_in name = {.sin_family = AF_INET};
	socklen_t octets = sizeof(name);
	name.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
	int fd = socket(AF_INET, SOCK_STREAM, 0);
	assert_int_equal(bind(fd, (struct sockaddr *)&name, octets), 0);
	getsockname(fd, (struct sockaddr *)&name, &octets);
	close(fd);
	return ntohs(name.sin_port);
}

static struct front_config
config_of(struct site *site)
{
	return (struct front_config){.loop = site->loop,
	    .address = "127.0.0.1",
	    .port = site->port,
	    .certificate = "",
	    .key = "",
	    .host = {"farm.example"},
	    .hosts = 1,
	    .web = WEB,
	    .arg = site,
	    .who = who,
	    .unwell = unwell};
}

static int
set_up(void **state)
{
	struct site *site = calloc(1, sizeof(*site));
	struct err err;
	make_web();
	site->loop = loop_new();
	site->port = free_port();
	site->answer = buf_new(ANSWER_OCTETS);
	struct front_config config = config_of(site);
	site->front = front_open(&config, &err);
	assert_non_null(site->front);
	assert_true(front_add(site->front, "/metrics", false, figures, site));
	assert_false(front_add(site->front, "/metrics", false, figures, site));
	*state = site;
	return 0;
}

static int
tear_down(void **state)
{
	struct site *site = *state;
	front_free(&site->front);
	loop_free(&site->loop);
	buf_free(&site->answer);
	remove_web();
	free(site);
	return 0;
}

/* -- a peer
 * -------------------------------------------------------------------- */

static int
dial(const struct site *site)
{
	struct sockaddr_in name = {
	    .sin_family = AF_INET, .sin_port = htons(site->port)};
	name.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
	int fd = socket(AF_INET, SOCK_STREAM, 0);
	assert_int_equal(
	    connect(fd, (struct sockaddr *)&name, sizeof(name)), 0);
	fcntl(fd, F_SETFL, O_NONBLOCK);
	/* Octet by octet, and not kept back by the kernel. */
	int on = 1;
	setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof(on));
	return fd;
}

static void
say(struct site *site, int fd, const char *text, size_t octets, size_t most)
{
	for (size_t at = 0; at < octets;) {
		size_t part = octets - at < most ? octets - at : most;
		ssize_t put = send(fd, text + at, part, MSG_NOSIGNAL);
		if (put > 0)
			at += (size_t)put;
		else if (put < 0 && errno != EAGAIN)
			return;
		loop_once(site->loop, false);
	}
}

/* Until the server closes, or nothing has come for many turns. */
static const char *
hear(struct site *site, int fd)
{
	buf_clear(&site->answer);
	for (int quiet = 0; quiet < 3000; quiet++) {
		char part[4096];
		ssize_t got = read(fd, part, sizeof(part));
		if (got == 0 || (got < 0 && errno != EAGAIN))
			break;
		if (got > 0) {
			buf_add(&site->answer, part, (size_t)got);
			quiet = 0;
		}
		loop_once(site->loop, false);
	}
	return site->answer.at;
}

static const char *
ask_in_parts(struct site *site, const char *request, size_t most)
{
	int fd = dial(site);
	say(site, fd, request, strlen(request), most);
	const char *answer = hear(site, fd);
	close(fd);
	return answer;
}

static const char *
ask(struct site *site, const char *request)
{
	return ask_in_parts(site, request, SIZE_MAX);
}

static int
status_of(const char *answer)
{
	int status = -1;
	return sscanf(answer, "HTTP/1.1 %d ", &status) == 1 ? status : -1;
}

static bool
says(const char *answer, const char *line)
{
	return strstr(answer, line) != NULL;
}

#define CLOSE "Host: localhost\r\nConnection: close\r\n"

/* -- stories
 * ------------------------------------------------------------------- */

static void
hostile_requests_are_problems(void **state)
{
	static const struct {
		const char *clause, *request;
		int want;
	} rows[] = {
	    {"9112 2.2", "GET / HTTP/1.1\nHost: localhost\n\n", 400},
	    {"9112 3.2", "GET / HTTP/1.1\r\n\r\n", 400},
	    {"9112 3.2", "GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n", 400},
	    {"9112 3.2", "GET / HTTP/1.1\r\nHost: localhost.evil\r\n\r\n", 400},
	    {"9112 3.2.2", "GET http://localhost/ HTTP/1.1\r\n" CLOSE "\r\n",
		400},
	    {"9112 5.2", "GET / HTTP/1.1\r\nX: a\r\n b\r\n" CLOSE "\r\n", 400},
	    {"9112 6.1",
		"POST / HTTP/1.1\r\n" CLOSE
		"Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
		411},
	    {"9112 6.3",
		"POST / HTTP/1.1\r\n" CLOSE "Content-Length: 6\r\n"
		"Transfer-Encoding: chunked\r\n\r\n0\r\n\r\nG",
		400},
	    {"9112 6.3",
		"POST / HTTP/1.1\r\n" CLOSE
		"Content-Length: 1\r\nContent-Length: 2\r\n\r\nab",
		400},
	    {"9110 9.3.1",
		"GET / HTTP/1.1\r\n" CLOSE "Content-Length: 2\r\n\r\nab", 400},
	    {"9110 9.3.8", "TRACE / HTTP/1.1\r\n" CLOSE "\r\n", 405},
	    {"9110 9.1", "BREW / HTTP/1.1\r\n" CLOSE "\r\n", 501},
	    {"9110 15.5.6", "DELETE / HTTP/1.1\r\n" CLOSE "\r\n", 405},
	    {"9110 15.5.6",
		"POST /metrics HTTP/1.1\r\n" CLOSE "Content-Length: 0\r\n\r\n",
		405},
	    {"9110 15.5.5", "GET /nix HTTP/1.1\r\n" CLOSE "\r\n", 404},
	    {"3986 3.3", "GET /lib/../app.js HTTP/1.1\r\n" CLOSE "\r\n", 400},
	    {"3986 2.1", "GET /lib%2fa.css HTTP/1.1\r\n" CLOSE "\r\n", 400},
	    {"3986 2.1", "GET /app.js%00.css HTTP/1.1\r\n" CLOSE "\r\n", 400},
	};
	struct site *site = *state;
	for (size_t i = 0; i < 2 * sizeof(rows) / sizeof(rows[0]); i++) {
		size_t row = i / 2;
		const char *answer = ask_in_parts(
		    site, rows[row].request, i % 2 == 0 ? SIZE_MAX : 1);
		if (status_of(answer) != rows[row].want)
			fail_msg("%s: %s", rows[row].clause, answer);
		assert_true(
		    says(answer, "Content-Type: application/problem+json\r\n"));
		assert_true(says(answer, "Content-Security-Policy: default-src "
					 "'none'; script-src 'self'"));
		assert_true(says(answer, "X-Content-Type-Options: nosniff"));
		assert_true(says(answer, "Cache-Control: no-store"));
		assert_true(says(answer, "\"status\":"));
		assert_false(says(answer, "Server:"));
		assert_int_equal(
		    says(answer, "\r\nAllow: "), rows[row].want == 405);
	}
	assert_int_equal(site->asked, 0);
}

/* What stands behind a body is not taken for its part, and a refusal comes in
 * its turn. */
static void
one_behind_the_other(void **state)
{
	struct site *site = *state;
	const char *both =
	    "POST /api/v1/x HTTP/1.1\r\nHost: farm.example:1\r\n"
	    "Content-Length: 40\r\n\r\n"
	    "GET /healthz HTTP/1.1\r\nHost: evil\r\n\r\nabc"
	    "GET /healthz HTTP/1.1\r\nHost: [::1]:9\r\n\r\n"
	    "GET //nix HTTP/1.1\r\nHost: localhost\r\n\r\n"
	    "GET /api/v1/never HTTP/1.1\r\nHost: localhost\r\n\r\n";
	for (size_t most = 1; most < 64; most = most * 3) {
		site->asked = 0;
		const char *answer = ask_in_parts(site, both, most);
		const char *first = strstr(answer, "body=40");
		const char *second =
		    first != NULL ? strstr(first, "ok\n") : NULL;
		if (second == NULL)
			fail_msg("%zu: %s", most, answer);
		assert_non_null(strstr(second, "HTTP/1.1 400 "));
		assert_int_equal(site->asked, 1);
	}
}

/* RFC 9112 6.3: without a word about its length there is no body. */
static void
a_body_that_is_not_spoken_of(void **state)
{
	struct site *site = *state;
	const char *answer =
	    ask(site, "POST /api/v1/logout HTTP/1.1\r\nHost: localhost\r\n"
		      "Connection: keep-alive\r\n\r\n"
		      "GET /healthz HTTP/1.1\r\n" CLOSE "\r\n");
	assert_int_equal(status_of(answer), 200);
	assert_true(says(answer, "body=0"));
	assert_true(says(answer, "ok\n"));
}

static void
a_head_of_an_answer_in_pieces(void **state)
{
	struct site *site = *state;
	assert_true(front_add(site->front, "/pour", false, pour, site));
	const char *answer = ask(site, "HEAD /pour HTTP/1.1\r\n" CLOSE "\r\n");
	assert_int_equal(status_of(answer), 200);
	assert_false(says(answer, "a piece"));
	assert_false(http_stream_write(site->stream, STR("more")));
	http_stream_break(&site->stream);
	answer = ask(site, "GET /pour HTTP/1.1\r\n" CLOSE "\r\n");
	assert_true(says(answer, "a piece"));
	assert_true(says(answer, "X-Content-Type-Options: nosniff"));
	http_stream_end(&site->stream);
}

static int
post(struct site *site, const char *path, size_t octets, const char *more)
{
	char head[256];
	char *body = calloc(1, octets + 1);
	int fd = dial(site);
	memset(body, 'b', octets);
	snprintf(head, sizeof(head),
	    "POST %s HTTP/1.1\r\n" CLOSE "Content-Length: %zu\r\n%s\r\n", path,
	    octets, more);
	say(site, fd, head, strlen(head), SIZE_MAX);
	if (more[0] == '\0')
		say(site, fd, body, octets, SIZE_MAX);
	int status = status_of(hear(site, fd));
	close(fd);
	free(body);
	return status;
}

static void
bodies_have_their_measure(void **state)
{
	struct site *site = *state;
	assert_int_equal(post(site, "/api/v1/login", 4096, ""), 200);
	assert_int_equal(post(site, "/api/v1/login", 4097, ""), 413);
	assert_int_equal(post(site, "/api/v1/login?x=/import", 4097, ""), 413);
	assert_int_equal(post(site, "/api/v1/orders", 65536, ""), 200);
	assert_int_equal(post(site, "/api/v1/orders", 65537, ""), 413);
	assert_int_equal(
	    post(site, "/api/v1/people/import", 8 * 1024 * 1024, ""), 200);
	/* He hears it, although he sends all of it first. */
	assert_int_equal(
	    post(site, "/api/v1/people/import", 8 * 1024 * 1024 + 1, ""), 413);
	assert_int_equal(site->asked, 3);
	/* And at once, if he asks first (9110 10.1.1). */
	assert_int_equal(
	    post(site, "/api/v1/login", 9000, "Expect: 100-continue\r\n"), 413);
	assert_int_equal(
	    post(site, "/api/v1/login", 90, "Expect: 100-continue\r\n"), 100);
}

static void
heads_have_theirs(void **state)
{
	static char request[400000];
	struct site *site = *state;
	static const size_t lengths[] = {5000, 9000, 100000};
	for (size_t i = 0; i < 3; i++) {
		int at = snprintf(request, sizeof(request), "GET /");
		memset(request + at, 'a', lengths[i]);
		snprintf(request + at + lengths[i], 100,
		    " HTTP/1.1\r\n" CLOSE "\r\n");
		assert_int_equal(status_of(ask(site, request)), 414);
	}
	int at = snprintf(request, sizeof(request), "GET / HTTP/1.1\r\nX: ");
	memset(request + at, 'a', 390000);
	request[at + 390000] = '\0';
	/* One that never ends is not read for ever. */
	assert_int_equal(status_of(ask(site, request)), 431);
}

static void
is_it_well(void **state)
{
	struct site *site = *state;
	const char *question = "GET /healthz HTTP/1.1\r\n" CLOSE "\r\n";
	assert_int_equal(status_of(ask(site, question)), 200);
	site->unwell = "the disk fails, nothing can be stored";
	const char *answer = ask(site, question);
	assert_int_equal(status_of(answer), 503);
	assert_true(says(answer, "Retry-After: 10\r\n"));
	assert_true(says(answer, "the disk fails"));
	assert_true(says(
	    ask(site, "GET /metrics HTTP/1.1\r\n" CLOSE "\r\n"), "figures"));
}

static void
the_console(void **state)
{
	struct site *site = *state;
	const char *answer = ask(site, "GET / HTTP/1.1\r\n" CLOSE "\r\n");
	assert_int_equal(status_of(answer), 200);
	assert_true(says(answer, "Content-Type: text/html; charset=utf-8\r\n"));
	assert_true(says(answer, "Cache-Control: no-cache\r\n"));
	assert_true(says(answer, "<!doctype html>home"));
	answer = ask(site,
	    "GET /app.js HTTP/1.1\r\n" CLOSE "Accept-Encoding: gzip\r\n\r\n");
	assert_true(says(answer, "Content-Encoding: gzip\r\n"));
	assert_true(says(answer, "Vary: Accept-Encoding\r\n"));
	assert_true(says(answer, "(packed)"));
	answer = ask(site, "HEAD /app.js HTTP/1.1\r\n" CLOSE "\r\n");
	assert_int_equal(status_of(answer), 200);
	assert_true(says(answer, "text/javascript"));
	assert_true(says(answer, "Content-Length: 28\r\n"));
	assert_false(says(answer, "let app"));
	assert_true(says(ask(site, "GET /~1/b.js HTTP/1.1\r\n" CLOSE "\r\n"),
	    "Cache-Control: public, max-age=31536000, immutable\r\n"));
	answer = ask(site,
	    "GET /nix HTTP/1.1\r\n" CLOSE "Accept: text/html,*/*\r\n\r\n");
	assert_int_equal(status_of(answer), 404);
	assert_true(says(answer, "There is no such page"));
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
		if (status_of(ask(site, request)) != 404)
			fail_msg("%s: %s", paths[i], site->answer.at);
	}
}

static void
it_is_asked_for_again_by_its_tag(void **state)
{
	struct site *site = *state;
	char request[256], etag[64] = "";
	const char *answer = ask(site, "GET /app.js HTTP/1.1\r\n" CLOSE "\r\n");
	const char *at = strstr(answer, "ETag: ");
	assert_non_null(at);
	assert_int_equal(sscanf(at, "ETag: %63[^\r]", etag), 1);
	snprintf(request, sizeof(request),
	    "GET /app.js HTTP/1.1\r\n" CLOSE "If-None-Match: \"x\", W/%s\r\n"
	    "\r\n",
	    etag);
	answer = ask(site, request);
	assert_int_equal(status_of(answer), 304);
	assert_true(says(answer, etag));
	assert_false(says(answer, "let app"));
	/* The packed one is another. */
	snprintf(request, sizeof(request),
	    "GET /app.js HTTP/1.1\r\n" CLOSE
	    "Accept-Encoding: br, gzip\r\nIf-None-Match: %s\r\n\r\n",
	    etag);
	assert_int_equal(status_of(ask(site, request)), 200);
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
	struct front_config config = config_of(site);
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
	struct front_config config = config_of(site);
	config.web = "no/such/folder";
	site->front = front_open(&config, &err);
	assert_non_null(site->front);
	assert_true(says(
	    ask(site, "GET / HTTP/1.1\r\n" CLOSE "Accept: text/html\r\n\r\n"),
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
	struct front_config config = config_of(site);
	config.port = free_port();
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
#define STORY(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
	const struct CMUnitTest tests[] = {
	    STORY(hostile_requests_are_problems),
	    STORY(one_behind_the_other),
	    STORY(a_body_that_is_not_spoken_of),
	    STORY(a_head_of_an_answer_in_pieces),
	    STORY(bodies_have_their_measure),
	    STORY(heads_have_theirs),
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
