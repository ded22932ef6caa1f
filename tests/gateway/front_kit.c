#include "tests/gateway/front_kit.h"

#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#define ANSWER_OCTETS (1 << 16)

/* -- the site -------------------------------------------------------------- */

static const struct {
	const char *name, *text; /* NULL: a folder */
} files[] = {
    {"lib", NULL},
    {"~1", NULL},
    {"index.html", "<!doctype html>home"},
    {"app.js", "let app = 1; // the long one"},
    {"app.js.gz", "(packed)"},
    {"lib/a.css", "a {}"},
    {"~1/b.js", "b"},
    {"secret.key", "not for anybody"},
    {".hidden.js", "no"},
};
#define FILES (sizeof(files) / sizeof(files[0]))

static const char *
in_web(const struct site *site, const char *name, char path[64])
{
	snprintf(path, 64, "%s/%s", site->web, name);
	return path;
}

static void
put_file(const char *path, const char *text)
{
	FILE *out = fopen(path, "w");
	assert_non_null(out);
	fputs(text, out);
	fclose(out);
}

static void
make_web(struct site *site)
{
	char path[64];
	strcpy(site->web, "front-web-XXXXXX");
	assert_non_null(mkdtemp(site->web));
	for (size_t i = 0; i < FILES; i++) {
		in_web(site, files[i].name, path);
		if (files[i].text == NULL)
			mkdir(path, 0700);
		else
			put_file(path, files[i].text);
	}
	(void)!symlink("../configure.ac", in_web(site, "link.txt", path));
	(void)!symlink("/etc", in_web(site, "etc", path));
}

static void
remove_web(const struct site *site)
{
	char path[64];
	unlink(in_web(site, "link.txt", path));
	unlink(in_web(site, "etc", path));
	for (size_t i = FILES; i-- > 0;)
		if (unlink(in_web(site, files[i].name, path)) != 0)
			rmdir(path);
	rmdir(site->web);
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
void
front_pour(void *arg, struct http_request *request)
{
	struct site *site = arg;
	struct http_stream_config config = {.gone = NULL};
	site->stream = http_stream_begin(request, 200, "text/plain", &config);
	http_stream_write(site->stream, STR("a piece"));
}

unsigned short
front_kit_port(void)
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

struct front_config
front_kit_config(struct site *site)
{
	return (struct front_config){.loop = site->loop,
	    .address = "127.0.0.1",
	    .port = site->port,
	    .certificate = "",
	    .key = "",
	    .host = {"farm.example"},
	    .hosts = 1,
	    .web = site->web,
	    .arg = site,
	    .who = who,
	    .unwell = unwell};
}

int
front_set_up(void **state)
{
	struct site *site = calloc(1, sizeof(*site));
	struct err err;
	make_web(site);
	site->loop = loop_new();
	site->port = front_kit_port();
	site->answer = buf_new(ANSWER_OCTETS);
	struct front_config config = front_kit_config(site);
	site->front = front_open(&config, &err);
	assert_non_null(site->front);
	assert_true(front_add(site->front, "/metrics", false, figures, site));
	assert_false(front_add(site->front, "/metrics", false, figures, site));
	*state = site;
	return 0;
}

int
front_tear_down(void **state)
{
	struct site *site = *state;
	front_free(&site->front);
	loop_free(&site->loop);
	buf_free(&site->answer);
	remove_web(site);
	free(site);
	return 0;
}

/* -- a peer ---------------------------------------------------------------- */

int
front_dial(const struct site *site)
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

void
front_say(
    struct site *site, int fd, const char *text, size_t octets, size_t most)
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
const char *
front_hear(struct site *site, int fd)
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

const char *
front_ask_in_parts(struct site *site, const char *request, size_t most)
{
	int fd = front_dial(site);
	front_say(site, fd, request, strlen(request), most);
	const char *answer = front_hear(site, fd);
	close(fd);
	return answer;
}

const char *
front_ask(struct site *site, const char *request)
{
	return front_ask_in_parts(site, request, SIZE_MAX);
}

int
front_status(const char *answer)
{
	int status = -1;
	return sscanf(answer, "HTTP/1.1 %d ", &status) == 1 ? status : -1;
}

bool
front_says(const char *answer, const char *line)
{
	return strstr(answer, line) != NULL;
}
