#include "gateway/admin/front.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/json.h"
#include "base/panic.h"
#include "base/str.h"
#include "base/tls.h"
#include "gateway/admin/api_impl.h"
#include "gateway/admin/front_static.h"

struct way {
	const char *path;
	bool post;
	http_handler_fn fn;
	void *arg;
};

struct front {
	struct front_config config;
	struct tls_context *tls;
	struct http_server *server;
	struct front_static *files;
	struct way way[FRONT_PATHS_MAX];
	size_t ways;
};

/* -- what stands in every answer ------------------------------------------- */

#define POLICY                                                                 \
	"default-src 'none'; script-src 'self'; style-src 'self'; "            \
	"img-src 'self' data:; connect-src 'self'; font-src 'self'; "          \
	"manifest-src 'self'; base-uri 'none'; form-action 'self'; "           \
	"frame-ancestors 'none'"

static const struct http_field always[] = {
    {"Content-Security-Policy", POLICY},
    {"X-Content-Type-Options", "nosniff"},
    {"X-Frame-Options", "DENY"},
    {"Referrer-Policy", "no-referrer"},
    {"Cross-Origin-Opener-Policy", "same-origin"},
    {"Cross-Origin-Resource-Policy", "same-origin"},
    {"Permissions-Policy",
	"camera=(), geolocation=(), microphone=(), payment=(), usb=()"},
    {"Cache-Control", "no-store"}, /* files say otherwise */
    {NULL, NULL},
};

/* A year: who has once come by TLS does not come without.  Not for hosts below
 * this one's name: they are not ours to decide for. */
static const struct http_field by_tls[] = {
    {"Strict-Transport-Security", "max-age=31536000"},
    {NULL, NULL},
};

/* -- paths ------------------------------------------------------------------
 */

static void
healthz(void *arg, struct http_request *request)
{
	struct front *f = arg;
	const char *why =
	    f->config.unwell != NULL ? f->config.unwell(f->config.arg) : NULL;
	if (why == NULL) {
		http_answer(request, 200, "text/plain", STR("ok\n"));
		return;
	}
	http_answer_header(request, "Retry-After", "10");
	api_problem(request, 503, "%s", why);
}

static void
ask_api(struct front *f, struct http_request *request)
{
	struct caller caller = {.role = CALLER_NOBODY};
	if (f->config.who == NULL) {
		http_answer_header(request, "WWW-Authenticate", "Bearer");
		api_problem(request, 401, "nobody can sign in here");
		return;
	}
	if (f->config.who(f->config.arg, request, &caller) == AUTH_CALLER)
		api_ask(f->config.api, request, &caller);
}

static const struct way *
way_of(const struct front *f, const char *path)
{
	for (size_t i = 0; i < f->ways; i++)
		if (strcmp(f->way[i].path, path) == 0)
			return &f->way[i];
	return NULL;
}

static void
take_way(const struct way *way, struct http_request *request)
{
	enum http_method method = http_request_method(request);
	/* What takes POST acts on GET, too: a HEAD must not. */
	if (way->post && http_request_is_head(request))
		method = HTTP_OTHER;
	if (method == HTTP_GET || (method == HTTP_POST && way->post)) {
		way->fn(way->arg, request);
		return;
	}
	http_answer_header(
	    request, "Allow", way->post ? "GET, POST" : "GET, HEAD");
	http_problem(request, 405, "this path does not take that method");
}

static void
on_request(void *arg, struct http_request *request)
{
	struct front *f = arg;
	const char *path = http_request_path(request);
	const struct way *way = way_of(f, path);
	if (way != NULL)
		take_way(way, request);
	else if (str_starts(str_from(path), "/api/"))
		ask_api(f, request);
	else
		front_static_answer(f->files, request);
}

bool
front_add(struct front *front, const char *path, bool post, http_handler_fn fn,
    void *arg)
{
	if (front->ways == FRONT_PATHS_MAX || way_of(front, path) != NULL)
		return false;
	front->way[front->ways++] = (struct way){path, post, fn, arg};
	return true;
}

/* -- what base/http_guard asks --------------------------------------------- */

/* Colons and dots: an address, which no page of elsewhere can be under. */
static bool
is_address(struct str host)
{
	bool digits = true;
	if (host.octets > 0 && host.at[0] == '[')
		return true;
	for (size_t i = 0; i < host.octets; i++)
		digits = digits && (isdigit((unsigned char)host.at[i]) ||
				       host.at[i] == '.');
	return host.octets > 0 && digits;
}

static struct str
without_port(struct str host)
{
	size_t i = host.octets;
	while (i > 0 && isdigit((unsigned char)host.at[i - 1]))
		i--;
	return i > 0 && host.at[i - 1] == ':' ? str_of(host.at, i - 1) : host;
}

static bool
same_name(struct str host, const char *name)
{
	return host.octets == strlen(name) &&
	       strncasecmp(host.at, name, host.octets) == 0;
}

bool
front_host_ok(struct str host, const char *const *names, size_t names_count)
{
	struct str name = without_port(host);
	if (is_address(name) || same_name(name, "localhost"))
		return true;
	for (size_t i = 0; i < names_count; i++)
		if (same_name(name, names[i]))
			return true;
	return false;
}

static bool
ends_in(struct str text, const char *end)
{
	size_t octets = strlen(end);
	return text.octets >= octets &&
	       memcmp(text.at + text.octets - octets, end, octets) == 0;
}

/* How many octets of body that path may bring. */
static size_t
front_body_most(struct str target)
{
	const char *query = memchr(target.at, '?', target.octets);
	struct str path = query == NULL
			      ? target
			      : str_of(target.at, (size_t)(query - target.at));
	if (ends_in(path, "/import"))
		return FRONT_IMPORT_OCTETS;
	if (ends_in(path, "/login") || ends_in(path, "/setup") ||
	    str_starts(path, "/api/v1/me/"))
		return FRONT_FORM_OCTETS;
	return FRONT_BODY_OCTETS;
}

static bool
on_host(void *arg, struct str host)
{
	const struct front *f = arg;
	return front_host_ok(host, f->config.host, f->config.hosts);
}

static size_t
on_body(void *arg, struct str target)
{
	(void)arg;
	return front_body_most(target);
}

/* Kannel's clients. */
static bool
on_plain(void *arg, struct str target)
{
	(void)arg;
	return str_starts(target, "/cgi-bin/");
}

/* -- life -------------------------------------------------------------------
 */

int
front_renew(struct front *front, struct err *err)
{
	if (front->config.certificate[0] == '\0')
		return 0;
	struct tls_context *next = tls_server_context(
	    front->config.certificate, front->config.key, err);
	if (next == NULL)
		return err->code;
	tls_context_modern(next);
	http_server_tls(front->server, next);
	tls_context_free(&front->tls);
	front->tls = next;
	return 0;
}

struct front *
front_open(const struct front_config *config, struct err *err)
{
	struct front *f = xcalloc(1, sizeof(*f));
	f->config = *config;
	f->server = http_server_new(config->loop, on_request, f);
	http_server_crowd(f->server, FRONT_PLACES, FRONT_WAIT_MS);
	const struct http_strict strict = {
	    .head_octets = FRONT_HEAD_OCTETS,
	    .body_most = on_body,
	    .host_ok = on_host,
	    .plain = on_plain,
	    .arg = f,
	};
	http_server_strict(f->server, &strict);
	http_server_always(f->server, always);
	if (config->certificate[0] != '\0')
		http_server_always(f->server, by_tls);
	f->files = front_static_new(config->web);
	front_add(f, "/healthz", false, healthz, f);
	if (front_renew(f, err) != 0 ||
	    http_listen_tcp(f->server, config->address, config->port, err) != 0)
		front_free(&f);
	return f;
}

void
front_free(struct front **front)
{
	struct front *f = *front;
	*front = NULL;
	if (f == NULL)
		return;
	http_server_free(&f->server);
	front_static_free(&f->files);
	tls_context_free(&f->tls);
	free(f);
}
