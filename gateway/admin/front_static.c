#include "gateway/admin/front_static.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/digest.h"
#include "base/log.h"
#include "base/panic.h"
#include "base/span.h"
#include "gateway/admin/api_impl.h"

#define PATH_OCTETS 256
#define DEPTH 8
#define ETAG_OCTETS 40

struct content {
	char *at; /* NULL: there is none */
	size_t octets;
	char etag[ETAG_OCTETS];
};

struct file {
	char path[PATH_OCTETS]; /* "/lib/api.js" */
	const char *type;
	struct content plain, gzip;
};

struct front_static {
	struct file *file; /* by path */
	size_t count;
};

static const struct {
	const char *suffix, *type;
} types[] = {
    {".html", "text/html; charset=utf-8"},
    {".js", "text/javascript; charset=utf-8"},
    {".css", "text/css; charset=utf-8"},
    {".svg", "image/svg+xml"},
    {".png", "image/png"},
    {".ico", "image/x-icon"},
    {".json", "application/json"},
    {".txt", "text/plain; charset=utf-8"},
    {".webmanifest", "application/manifest+json"},
    {".woff2", "font/woff2"},
};

static bool
ends_in(const char *path, const char *suffix)
{
	size_t octets = strlen(path), end = strlen(suffix);
	return octets > end && strcmp(path + octets - end, suffix) == 0;
}

static const char *
type_of(const char *path)
{
	for (size_t i = 0; i < sizeof(types) / sizeof(types[0]); i++)
		if (ends_in(path, types[i].suffix))
			return types[i].type;
	return NULL;
}

/* -- reading ----------------------------------------------------------------
 */

static void
make_etag(struct content *c)
{
	uint8_t hash[DIGEST_OCTETS];
	char hex[33];
	digest_sha256(hash, span_of(c->at, c->octets));
	span_to_hex(hex, sizeof(hex), span_of(hash, 16));
	snprintf(c->etag, sizeof(c->etag), "\"%s\"", hex);
}

/* Of a descriptor that is closed here. */
static bool
read_content(struct content *out, int fd)
{
	struct stat st;
	FILE *in = NULL;
	if (fstat(fd, &st) == 0 && S_ISREG(st.st_mode) &&
	    st.st_size <= FRONT_STATIC_FILE_OCTETS)
		in = fdopen(fd, "rb");
	if (in == NULL) {
		close(fd);
		return false;
	}
	out->octets = (size_t)st.st_size;
	out->at = xcalloc(1, out->octets + 1);
	bool whole = fread(out->at, 1, out->octets, in) == out->octets;
	fclose(in);
	if (whole)
		make_etag(out);
	else
		free(out->at);
	if (!whole)
		*out = (struct content){NULL};
	return whole;
}

static void
take_file(
    struct front_static *s, int folder, const char *path, const char *name)
{
	const char *type = type_of(path);
	struct file *f = &s->file[s->count];
	char packed[NAME_MAX + 4];
	if (type == NULL || strlen(path) >= PATH_OCTETS ||
	    s->count == FRONT_STATIC_FILES)
		return;
	int fd = openat(folder, name, O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
	if (fd < 0 || !read_content(&f->plain, fd))
		return;
	str_copy(f->path, sizeof(f->path), str_from(path));
	f->type = type;
	s->count++;
	snprintf(packed, sizeof(packed), "%s.gz", name);
	fd = openat(folder, packed, O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
	if (fd >= 0)
		read_content(&f->gzip, fd);
}

static void
take_folder(struct front_static *s, int fd, const char *path, int depth)
{
	DIR *folder = fdopendir(fd);
	if (folder == NULL) {
		close(fd);
		return;
	}
	for (struct dirent *e; (e = readdir(folder)) != NULL;) {
		char inner[PATH_OCTETS + NAME_MAX + 2];
		struct stat st;
		if (e->d_name[0] == '.' || strlen(path) >= PATH_OCTETS ||
		    fstatat(fd, e->d_name, &st, AT_SYMLINK_NOFOLLOW) != 0)
			continue;
		snprintf(inner, sizeof(inner), "%s/%s", path, e->d_name);
		if (S_ISREG(st.st_mode))
			take_file(s, fd, inner, e->d_name);
		if (!S_ISDIR(st.st_mode) || depth == DEPTH)
			continue;
		int below = openat(fd, e->d_name,
		    O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
		if (below >= 0)
			take_folder(s, below, inner, depth + 1);
	}
	closedir(folder);
}

static int
by_path(const void *a, const void *b)
{
	return strcmp(
	    ((const struct file *)a)->path, ((const struct file *)b)->path);
}

struct front_static *
front_static_new(const char *folder)
{
	struct front_static *s = xcalloc(1, sizeof(*s));
	s->file = xcalloc(FRONT_STATIC_FILES, sizeof(*s->file));
	int fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (fd >= 0)
		take_folder(s, fd, "", 1);
	qsort(s->file, s->count, sizeof(*s->file), by_path);
	if (s->count == 0) {
		char quoted[PATH_MAX + 8];
		log_event(LOG_WARN, "front", "no_console",
		    "folder=%s why=\"%s\"",
		    log_quote_ours(quoted, sizeof(quoted), folder),
		    fd < 0 ? strerror(errno) : "nothing to show in it");
	}
	return s;
}

void
front_static_free(struct front_static **files)
{
	struct front_static *s = *files;
	*files = NULL;
	if (s == NULL)
		return;
	for (size_t i = 0; i < s->count; i++) {
		free(s->file[i].plain.at);
		free(s->file[i].gzip.at);
	}
	free(s->file);
	free(s);
}

/* -- what the asker takes ---------------------------------------------------
 */

/* The value of "q=" among parameters; 1 without one.  0 only for a zero. */
static bool
is_wanted(struct str parameters)
{
	struct str part;
	while (str_cut(&part, &parameters, ';')) {
		part = str_trim(part);
		if (!str_starts_nocase(part, "q="))
			continue;
		for (size_t i = 2; i < part.octets; i++)
			if (part.at[i] >= '1' && part.at[i] <= '9')
				return true;
		return false;
	}
	return true;
}

bool
front_static_takes_gzip(const char *accept_encoding)
{
	struct str rest = str_from(accept_encoding), part, name;
	while (str_cut(&part, &rest, ',')) {
		if (!str_cut(&name, &part, ';'))
			continue;
		name = str_trim(name);
		if (str_equal_nocase(name, STR("gzip")) ||
		    str_equal_nocase(name, STR("x-gzip")))
			return is_wanted(part);
	}
	return false;
}

bool
front_static_matches(const char *if_none_match, const char *etag)
{
	struct str rest = str_from(if_none_match), part;
	while (str_cut(&part, &rest, ',')) {
		part = str_trim(part);
		if (str_starts(part, "W/"))
			part = str_of(part.at + 2, part.octets - 2);
		if (str_is(part, "*") || str_is(part, etag))
			return true;
	}
	return false;
}

/* -- answers ----------------------------------------------------------------
 */

static const struct file *
find(const struct front_static *s, const char *path)
{
	struct file key = {.type = NULL};
	if (strcmp(path, "/") == 0)
		path = "/index.html";
	if (str_copy(key.path, sizeof(key.path), str_from(path)) !=
	    strlen(path))
		return NULL;
	return bsearch(&key, s->file, s->count, sizeof(key), by_path);
}

/* Which the console's page of the same name could not be shown without. */
static void
answer_nothing(const struct front_static *s, struct http_request *request)
{
	const char *accept = http_request_header(request, "Accept");
	bool home = strcmp(http_request_path(request), "/") == 0;
	if (accept == NULL || strstr(accept, "text/html") == NULL) {
		api_problem(request, 404, "no such path");
		return;
	}
	http_answer(request, 404, "text/html; charset=utf-8",
	    home && s->count == 0
		? STR("<!doctype html><html lang=\"en\"><title>furrow</title>"
		      "<h1>The console is not installed</h1>"
		      "<p>furrowd runs, and its API answers. The folder of the "
		      "console (<code>admin { web = … }</code>) is empty or "
		      "missing.</p></html>\n")
		: STR("<!doctype html><html lang=\"en\"><title>furrow</title>"
		      "<h1>There is no such page</h1>"
		      "<p><a href=\"/\">To the console</a></p></html>\n"));
}

/* What belongs to a document is left out where none can be shown: on a 2G line
 * thirty times 400 octets are two seconds of the first visit.  A picture may be
 * opened as a document, so it keeps them all. */
static const struct http_field part_fields[] = {
    {"X-Content-Type-Options", "nosniff"},
    {"Cross-Origin-Resource-Policy", "same-origin"},
    {NULL, NULL},
};

static bool
is_part(const struct file *f)
{
	return ends_in(f->path, ".js") || ends_in(f->path, ".css");
}

static void
answer_file(const struct file *f, struct http_request *request)
{
	const struct content *c = &f->plain;
	if (is_part(f))
		http_answer_always_as(request, part_fields);
	if (f->gzip.at != NULL) {
		http_answer_header(request, "Vary", "Accept-Encoding");
		if (front_static_takes_gzip(
			http_request_header(request, "Accept-Encoding")))
			c = &f->gzip;
	}
	http_answer_header(request, "ETag", c->etag);
	http_answer_header(request, "Cache-Control",
	    strncmp(f->path, "/~", 2) == 0
		? "public, max-age=31536000, immutable"
		: "no-cache");
	if (front_static_matches(
		http_request_header(request, "If-None-Match"), c->etag)) {
		http_answer(request, 304, NULL, str_of(NULL, 0));
		return;
	}
	if (c == &f->gzip)
		http_answer_header(request, "Content-Encoding", "gzip");
	http_answer(request, 200, f->type, str_of(c->at, c->octets));
}

void
front_static_answer(
    const struct front_static *files, struct http_request *request)
{
	const struct file *f = find(files, http_request_path(request));
	if (f == NULL) {
		answer_nothing(files, request);
	} else if (http_request_method(request) != HTTP_GET) {
		http_answer_header(request, "Allow", "GET, HEAD");
		api_problem(
		    request, 405, "this path does not take that method");
	} else {
		answer_file(f, request);
	}
}
