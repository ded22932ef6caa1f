#include "programs/furrow/client.h"

#include <errno.h>
#include <pwd.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <curl/curl.h>

#include "base/json.h"
#include "base/panic.h"

#include "programs/furrow/config_socket.h"
#include "programs/furrow/remote.h"

#define REPLY_OCTETS_MAX (64 * 1024 * 1024)
#define CONNECT_MS 5000
/* Work that takes longer than this shows that it is still going on. */
#define SHOW_AFTER_MS 1000

struct client {
	CURL *curl;
	struct curl_slist *headers;
	char where[512]; /* for messages: the socket or the URL */
	char base[512]; /* "http://furrow" or the URL */
	char conf[512]; /* for messages */
	const char *ca; /* NULL: those of the system */
	bool local, quiet, has_token;
	struct buf reply;
	char curl_error[CURL_ERROR_SIZE];
	bool shown; /* a progress line stands on the terminal */
};

/* -- opening -----------------------------------------------------------------
 */

/* Who is asking, for the audit: the person, not the root of sudo. */
static const char *
actor(void)
{
	const char *sudo = getenv("SUDO_USER");
	const struct passwd *pw;

	if (getuid() == 0 && sudo != NULL && sudo[0] != '\0')
		return sudo;
	pw = getpwuid(getuid());
	return pw != NULL ? pw->pw_name : "";
}

static void
add_header(struct client *c, const char *name, const char *value)
{
	char line[1024];
	int n = snprintf(line, sizeof(line), "%s: %s", name, value);

	if (n > 0 && (size_t)n < sizeof(line))
		c->headers = curl_slist_append(c->headers, line);
}

static int
add_token(struct client *c, const char *path)
{
	char token[REMOTE_TOKEN_OCTETS], value[REMOTE_TOKEN_OCTETS + 16];
	int rc = remote_token(token, path);

	if (rc == EXIT_DONE) {
		snprintf(value, sizeof(value), "Bearer %s", token);
		add_header(c, "Authorization", value);
		c->has_token = true;
	}
	explicit_bzero(token, sizeof(token));
	explicit_bzero(value, sizeof(value));
	return rc;
}

static size_t
take(char *at, size_t one, size_t octets, void *arg)
{
	struct client *c = arg;

	(void)one;
	return buf_add(&c->reply, at, octets) ? octets : 0;
}

static int
progress(void *arg, curl_off_t down_all, curl_off_t down, curl_off_t up_all,
    curl_off_t up)
{
	struct client *c = arg;
	curl_off_t us = 0;

	(void)down_all;
	curl_easy_getinfo(c->curl, CURLINFO_TOTAL_TIME_T, &us);
	if (us / 1000 < SHOW_AFTER_MS)
		return 0;
	c->shown = true;
	if (up < up_all)
		fprintf(stderr, "\rfurrow: sending, %d %%   ",
		    (int)(up * 100 / up_all));
	else if (down == 0)
		fprintf(stderr, "\rfurrow: furrowd is at work, %d s   ",
		    (int)(us / 1000000));
	return 0;
}

static void
set_up(struct client *c)
{
	add_header(c, "Furrow-Actor", actor());
	add_header(c, "Expect", "");
	curl_easy_setopt(c->curl, CURLOPT_WRITEFUNCTION, take);
	curl_easy_setopt(c->curl, CURLOPT_WRITEDATA, c);
	curl_easy_setopt(c->curl, CURLOPT_ERRORBUFFER, c->curl_error);
	curl_easy_setopt(c->curl, CURLOPT_NOSIGNAL, 1L);
	curl_easy_setopt(c->curl, CURLOPT_CONNECTTIMEOUT_MS, (long)CONNECT_MS);
	curl_easy_setopt(c->curl, CURLOPT_PROTOCOLS_STR, "http,https");
	if (!c->local) {
		curl_easy_setopt(
		    c->curl, CURLOPT_SSLVERSION, (long)CURL_SSLVERSION_TLSv1_2);
		if (c->ca != NULL)
			curl_easy_setopt(c->curl, CURLOPT_CAINFO, c->ca);
	} else {
		curl_easy_setopt(c->curl, CURLOPT_UNIX_SOCKET_PATH, c->where);
		curl_easy_setopt(c->curl, CURLOPT_NOPROXY, "*");
	}
	if (isatty(STDERR_FILENO)) {
		curl_easy_setopt(c->curl, CURLOPT_NOPROGRESS, 0L);
		curl_easy_setopt(c->curl, CURLOPT_XFERINFOFUNCTION, progress);
		curl_easy_setopt(c->curl, CURLOPT_XFERINFODATA, c);
	}
}

static int
find_place(struct client *c, const struct cli *cli)
{
	const char *conf;
	struct err err;

	if (cli->url != NULL) {
		int rc = remote_url(c->base, sizeof(c->base), cli->url);
		memcpy(c->where, c->base, sizeof(c->where));
		return rc;
	}
	c->local = true;
	snprintf(c->base, sizeof(c->base), "http://furrow");
	conf = config_socket_place(cli->config_path);
	if (config_socket_find(c->where, sizeof(c->where), conf, &err) < 0)
		return complain("configuration", "%s", err.text);
	snprintf(c->conf, sizeof(c->conf), "%s", conf);
	return EXIT_DONE;
}

int
client_open(struct client **out, const struct cli *cli)
{
	struct client *c = xcalloc(1, sizeof(*c));

	*out = c;
	c->reply = buf_new(REPLY_OCTETS_MAX);
	c->ca = cli->ca;
	if (find_place(c, cli) != EXIT_DONE ||
	    (cli->token_file != NULL &&
		add_token(c, cli->token_file) != EXIT_DONE)) {
		client_free(out);
		return EXIT_FAILED;
	}
	curl_global_init(CURL_GLOBAL_DEFAULT);
	c->curl = curl_easy_init();
	PANIC_UNLESS(c->curl != NULL);
	set_up(c);
	return EXIT_DONE;
}

void
client_free(struct client **client)
{
	struct client *c = *client;

	*client = NULL;
	if (c == NULL)
		return;
	curl_easy_cleanup(c->curl);
	for (struct curl_slist *h = c->headers; h != NULL; h = h->next)
		explicit_bzero(h->data, strlen(h->data));
	curl_slist_free_all(c->headers);
	buf_free(&c->reply);
	free(c);
}

int
client_with(const struct cli *cli,
    int (*act)(struct client *client, const void *wishes), const void *wishes)
{
	struct client *client;
	int rc = client_open(&client, cli);

	if (rc != EXIT_DONE)
		return rc;
	rc = act(client, wishes);
	client_free(&client);
	return rc;
}

void
client_quiet(struct client *client, bool quiet)
{
	client->quiet = quiet;
}

/* -- asking -------------------------------------------------------------------
 */

/* The socket's folder, or the socket, is not for this user. */
static bool
is_forbidden(const struct client *c)
{
	long why = 0;

	curl_easy_getinfo(c->curl, CURLINFO_OS_ERRNO, &why);
	return why == EACCES || why == EPERM;
}

static void
say_no_daemon(const struct client *c)
{
	if (is_forbidden(c))
		fprintf(stderr,
		    "furrow: %s is not for this user: be root, or one of the "
		    "group that it belongs to (adduser NAME furrow, then log "
		    "in anew)\n",
		    c->where);
	else
		fprintf(stderr,
		    "furrow: cannot reach furrowd at %s: is it running? "
		    "(start it with furrowd -c %s)\n",
		    c->where, c->conf);
}

static int
say_unreachable(const struct client *c, CURLcode code)
{
	const char *why =
	    c->curl_error[0] != '\0' ? c->curl_error : curl_easy_strerror(code);

	const char *advice =
	    c->local ? "" : remote_advice((int)code, c->ca != NULL);

	if (c->quiet)
		return EXIT_FAILED;
	fflush(stdout);
	if (c->local && code == CURLE_COULDNT_CONNECT)
		say_no_daemon(c);
	else
		complain(c->where, "%s%s%s", why, advice[0] != '\0' ? "; " : "",
		    advice);
	return EXIT_FAILED;
}

/* What the daemon said against it: "detail" of a problem, else the status. */
static int
say_refused(const struct client *c, const char *path, long status)
{
	json_t *problem = json_read(buf_str(&c->reply), REPLY_OCTETS_MAX, NULL);
	const char *detail = json_text(problem, "detail", NULL);
	size_t n = strcspn(path, "/?");
	const char *advice =
	    c->local ? "" : remote_advice_refused(status, c->has_token);
	char what[64];

	snprintf(what, sizeof(what), "%.*s", (int)(n < 60 ? n : 60), path);
	if (!c->quiet && advice[0] != '\0')
		complain(c->where, "%s", advice);
	else if (!c->quiet && detail != NULL)
		complain(what, "%s", detail);
	else if (!c->quiet)
		complain(what, "furrowd answered %ld", status);
	json_decref(problem);
	return EXIT_FAILED;
}

static int
take_reply(const struct client *c, const char *path, json_t **reply_out)
{
	struct err err;
	long status = 0;
	json_t *reply;

	curl_easy_getinfo(c->curl, CURLINFO_RESPONSE_CODE, &status);
	if (status < 200 || status > 299)
		return say_refused(c, path, status);
	if (reply_out == NULL)
		return EXIT_DONE;
	reply = json_read(buf_str(&c->reply), REPLY_OCTETS_MAX, &err);
	*reply_out = reply;
	if (reply != NULL)
		return EXIT_DONE;
	return c->quiet
		   ? EXIT_FAILED
		   : complain(c->where, "the answer is not JSON: %s", err.text);
}

static int
perform(struct client *c, const char *path, json_t **reply_out)
{
	char url[4096];
	CURLcode code;

	if (reply_out != NULL)
		*reply_out = NULL;
	if ((size_t)snprintf(url, sizeof(url), "%s/api/v1/%s", c->base, path) >=
	    sizeof(url))
		return complain("request", "it is too long");
	buf_clear(&c->reply);
	c->curl_error[0] = '\0';
	curl_easy_setopt(c->curl, CURLOPT_URL, url);
	code = curl_easy_perform(c->curl);
	if (c->shown)
		fprintf(stderr, "\r%*s\r", 40, "");
	c->shown = false;
	if (code != CURLE_OK)
		return say_unreachable(c, code);
	return take_reply(c, path, reply_out);
}

int
client_get(struct client *client, const char *path, json_t **reply_out)
{
	curl_easy_setopt(client->curl, CURLOPT_HTTPGET, 1L);
	curl_easy_setopt(client->curl, CURLOPT_HTTPHEADER, client->headers);
	return perform(client, path, reply_out);
}

int
client_post_text(struct client *client, const char *path,
    const char *content_type, struct str text, json_t **reply_out)
{
	struct client *c = client;
	struct curl_slist *headers = NULL;
	char type[128];
	int rc;

	for (struct curl_slist *h = c->headers; h != NULL; h = h->next)
		headers = curl_slist_append(headers, h->data);
	snprintf(type, sizeof(type), "Content-Type: %s", content_type);
	headers = curl_slist_append(headers, type);
	curl_easy_setopt(c->curl, CURLOPT_POST, 1L);
	curl_easy_setopt(c->curl, CURLOPT_HTTPHEADER, headers);
	curl_easy_setopt(
	    c->curl, CURLOPT_POSTFIELDSIZE_LARGE, (curl_off_t)text.octets);
	curl_easy_setopt(
	    c->curl, CURLOPT_POSTFIELDS, text.octets > 0 ? text.at : "");
	rc = perform(c, path, reply_out);
	curl_easy_setopt(c->curl, CURLOPT_HTTPHEADER, NULL);
	curl_slist_free_all(headers);
	return rc;
}

int
client_post(
    struct client *client, const char *path, json_t *body, json_t **reply_out)
{
	char *text = body != NULL ? json_dumps(body, JSON_WRITE_FLAGS) : NULL;
	int rc = client_post_text(
	    client, path, "application/json", str_from(text), reply_out);

	free(text);
	json_decref(body);
	return rc;
}

/* -- paths
 * --------------------------------------------------------------------- */

static void
add_escaped(struct buf *path, const char *text)
{
	static const char plain[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
				    "abcdefghijklmnopqrstuvwxyz0123456789-._~";

	for (; *text != '\0'; text++) {
		if (strchr(plain, *text) != NULL)
			buf_add_char(path, *text);
		else
			buf_add_format(path, "%%%02X", (unsigned char)*text);
	}
}

void
client_query(struct buf *path, const char *key, const char *value)
{
	if (value == NULL || value[0] == '\0')
		return;
	buf_add_char(
	    path, memchr(path->at, '?', path->octets) != NULL ? '&' : '?');
	buf_add_text(path, key);
	buf_add_char(path, '=');
	add_escaped(path, value);
}

void
client_query_int(struct buf *path, const char *key, int64_t value)
{
	char text[24];

	snprintf(text, sizeof(text), "%lld", (long long)value);
	client_query(path, key, text);
}

void
client_part(struct buf *path, const char *part)
{
	buf_add_char(path, '/');
	add_escaped(path, part);
}

int
client_each(struct client *client, const char *path,
    bool (*fn)(void *arg, json_t *row), void *arg)
{
	char page[4096];
	json_t *reply = NULL;
	int64_t after = 0;
	bool more = true;

	while (more) {
		struct buf b = buf_over(page, sizeof(page));

		buf_add_text(&b, path);
		if (after > 0)
			client_query_int(&b, "after", after);
		if (b.full)
			return complain("request", "it is too long");
		if (client_get(client, page, &reply) != EXIT_DONE)
			return EXIT_FAILED;
		const json_t *items = json_object_get(reply, "items");
		for (size_t i = 0; more && i < json_array_size(items); i++)
			more = fn(arg, json_array_get(items, i));
		after = json_int(reply, "next", 0);
		more = more && after > 0;
		json_decref(reply);
	}
	return EXIT_DONE;
}
