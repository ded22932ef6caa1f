#include "base/http_head.h"

#include <string.h>

/* What is refused when it stands there twice: another reader may take the
 * other one. */
enum single {
	HOST,
	CONTENT_LENGTH,
	TRANSFER_ENCODING,
	EXPECT,
};

static const char *const singles[] = {"Host", "Content-Length",
    "Transfer-Encoding", "Expect", "Authorization", "Cookie", "Content-Type",
    "Content-Encoding", "X-CSRF-Token", "Origin", "Referer", "Sec-Fetch-Site",
    "Furrow-Actor", "Last-Event-ID"};

#define SINGLES (sizeof(singles) / sizeof(singles[0]))

struct reading {
	struct http_head *out;
	struct err *err;
	struct str single[SINGLES]; /* at NULL: not there */
	int minor; /* HTTP/1.x */
};

static int
refuse(const struct reading *r, int status, const char *why)
{
	return err_set(r->err, -status, 0, "%s", why);
}

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* RFC 9110 5.6.2. */
static bool
is_token(struct str text)
{
	static const char marks[] = "!#$%&'*+-.^_`|~";
	for (size_t i = 0; i < text.octets; i++) {
		char c = text.at[i];
		bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
		if (!letter && !is_digit(c) &&
		    (c == '\0' || strchr(marks, c) == NULL))
			return false;
	}
	return text.octets > 0;
}

/* -- the target --------------------------------------------------------------
 */

static int
hex_value(char c)
{
	if (is_digit(c))
		return c - '0';
	if (c >= 'a' && c <= 'f')
		return c - 'a' + 10;
	return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

/* The octet at *at, decoded, and *at behind it; -1: no whole escape. */
static int
next_octet(struct str text, size_t *at)
{
	char c = text.at[(*at)++];
	if (c != '%')
		return (unsigned char)c;
	if (text.octets - *at < 2)
		return -1;
	int high = hex_value(text.at[*at]), low = hex_value(text.at[*at + 1]);
	*at += 2;
	return high < 0 || low < 0 ? -1 : high * 16 + low;
}

/* Behind a slash, which may also be the end. */
static bool
is_bad_part(struct str part, bool last)
{
	size_t octets = 0, dots = 0;
	for (size_t at = 0; at < part.octets; octets++)
		dots += next_octet(part, &at) == '.';
	if (octets == 0)
		return !last;
	return octets <= 2 && dots == octets;
}

static const char *
judge_path(struct str path)
{
	for (size_t at = 0; at < path.octets;) {
		bool plain = path.at[at] != '%';
		int c = next_octet(path, &at);
		if (c < 0x20 || c == 0x7f)
			return "the path has a broken or forbidden escape";
		if (c == '\\' || (c == '/' && !plain))
			return "the path has a backslash or a hidden slash";
	}
	struct str rest = str_of(path.at + 1, path.octets - 1), part;
	while (str_cut(&part, &rest, '/'))
		if (is_bad_part(part, rest.at == NULL))
			return "the path has an empty part, or one of dots";
	return NULL;
}

static const char *
judge_query(struct str query)
{
	for (size_t at = 0; at < query.octets;)
		if (next_octet(query, &at) <= 0)
			return "the query has a broken or forbidden escape";
	return NULL;
}

static int
judge_target(struct reading *r, struct str target)
{
	if (target.octets > HTTP_HEAD_TARGET_OCTETS)
		return refuse(r, 414, "the path and query are too long");
	for (size_t i = 0; i < target.octets; i++)
		if (target.at[i] <= 0x20 || target.at[i] >= 0x7f ||
		    target.at[i] == '#')
			return refuse(r, 400,
			    "the path has an octet that must "
			    "stand behind a %");
	if (target.octets == 0 || target.at[0] != '/')
		return refuse(r, 400, "the target is not a path");
	struct str rest = target, path;
	str_cut(&path, &rest, '?');
	const char *why = judge_path(path);
	if (why == NULL && rest.at != NULL)
		why = judge_query(rest);
	return why != NULL ? refuse(r, 400, why) : 0;
}

/* -- lines -------------------------------------------------------------------
 */

static int
judge_method(struct reading *r, struct str method)
{
	static const char *const served[] = {
	    "GET", "HEAD", "POST", "DELETE", "PUT", "PATCH", "OPTIONS"};
	for (size_t i = 0; i < sizeof(served) / sizeof(served[0]); i++)
		if (str_is(method, served[i]))
			return 0;
	if (!is_token(method))
		return refuse(r, 400, "the first line has no method");
	if (str_is(method, "TRACE") || str_is(method, "CONNECT"))
		return refuse(r, 405, "method not allowed");
	return refuse(r, 501, "no such method");
}

static int
judge_version(struct reading *r, struct str version)
{
	bool form = version.octets == 8 && str_starts(version, "HTTP/") &&
		    is_digit(version.at[5]) && version.at[6] == '.' &&
		    is_digit(version.at[7]);
	if (!form)
		return refuse(r, 400, "the first line has no HTTP version");
	r->minor = version.at[7] - '0';
	if (version.at[5] != '1' || r->minor > 1)
		return refuse(r, 505, "HTTP/1.1 is spoken here");
	return 0;
}

static int
read_first(struct reading *r, struct str line)
{
	struct str rest = line;
	str_cut(&r->out->method, &rest, ' ');
	int rc = judge_method(r, r->out->method);
	/* A method of 400 is no request at all; else look at the form first. */
	if (rc == -400)
		return rc;
	if (rest.at == NULL || !str_cut(&r->out->target, &rest, ' ') ||
	    rest.at == NULL)
		return refuse(r, 400, "the first line is not of three words");
	int version = judge_version(r, rest);
	if (version != 0 || rc != 0)
		return version != 0 ? version : rc;
	return judge_target(r, r->out->target);
}

static int
note_single(struct reading *r, struct str name, struct str value)
{
	for (size_t i = 0; i < SINGLES; i++) {
		if (!str_equal_nocase(name, str_from(singles[i])))
			continue;
		if (r->single[i].at != NULL)
			return err_set(r->err, -400, 0,
			    "the field %s stands there twice", singles[i]);
		r->single[i] = value;
	}
	return 0;
}

static int
read_field(struct reading *r, struct str line)
{
	struct str rest = line, name;
	if (line.at[0] == ' ' || line.at[0] == '\t')
		return refuse(r, 400, "a field is folded over two lines");
	str_cut(&name, &rest, ':');
	if (rest.at == NULL || !is_token(name))
		return refuse(r, 400, "a field has no proper name");
	struct str value = str_trim(rest);
	for (size_t i = 0; i < value.octets; i++)
		if (((unsigned char)value.at[i] < 0x20 &&
			value.at[i] != '\t') ||
		    value.at[i] == 0x7f)
			return refuse(
			    r, 400, "a field has a control character");
	return note_single(r, name, value.at != NULL ? value : STR(""));
}

/* -- what the fields say together ---------------------------------------------
 */

static int
judge_host(struct reading *r)
{
	struct str host = r->single[HOST];
	if (host.at == NULL || host.octets == 0)
		return refuse(r, 400, "there is no Host");
	for (size_t i = 0; i < host.octets; i++) {
		char c = host.at[i];
		if (!is_digit(c) && (c < 'a' || c > 'z') &&
		    (c < 'A' || c > 'Z') &&
		    (c == '\0' || strchr("-._:[]", c) == NULL))
			return refuse(r, 400, "the Host is no name");
	}
	r->out->host = host;
	return 0;
}

static bool
may_have_body(struct str method)
{
	return str_is(method, "POST") || str_is(method, "PUT") ||
	       str_is(method, "PATCH");
}

static int
judge_length(struct reading *r)
{
	struct str length = r->single[CONTENT_LENGTH];
	int64_t octets = 0;
	r->out->untold = length.at == NULL && may_have_body(r->out->method);
	if (length.at == NULL)
		return 0;
	for (size_t i = 0; i < length.octets; i++) {
		if (!is_digit(length.at[i]))
			return refuse(r, 400, "Content-Length is no number");
		octets = octets * 10 + (length.at[i] - '0');
		if (octets > HTTP_HEAD_BODY_OCTETS)
			return refuse(r, 413, "the body is too large");
	}
	if (length.octets == 0)
		return refuse(r, 400, "Content-Length is no number");
	if (octets > 0 && !may_have_body(r->out->method))
		return refuse(r, 400, "this method takes no body");
	r->out->body_octets = octets;
	return 0;
}

static int
judge_framing(struct reading *r)
{
	struct str coding = r->single[TRANSFER_ENCODING];
	struct str expect = r->single[EXPECT];
	if (coding.at != NULL && r->single[CONTENT_LENGTH].at != NULL)
		return refuse(r, 400,
		    "Content-Length and Transfer-Encoding stand there both");
	if (coding.at != NULL && r->minor == 0)
		return refuse(r, 400, "HTTP/1.0 has no Transfer-Encoding");
	if (coding.at != NULL)
		return str_equal_nocase(coding, STR("chunked"))
			   ? refuse(r, 411, "a body needs a Content-Length")
			   : refuse(r, 501, "no such Transfer-Encoding");
	if (expect.at != NULL && r->minor == 1 &&
	    !str_equal_nocase(expect, STR("100-continue")))
		return refuse(r, 417,
		    "nothing is expected here but "
		    "100-continue");
	int rc = judge_length(r);
	r->out->waits = rc == 0 && expect.at != NULL && r->minor == 1 &&
			r->out->body_octets > 0;
	return rc;
}

/* -- all of it ----------------------------------------------------------------
 */

/* The next line up to its CRLF, *at behind that.  1; 0: it has not come whole;
 * negative: the status. */
static int
next_line(const struct reading *r, struct str in, size_t *at, struct str *line)
{
	size_t left = in.octets - *at;
	const char *begin = in.at + *at;
	const char *end = left > 0 ? memchr(begin, '\n', left) : NULL;
	const char *cr = left > 0 ? memchr(begin, '\r', left) : NULL;
	if (end != NULL && (cr == NULL || cr > end))
		return refuse(r, 400, "a line ends in LF alone");
	if (cr != NULL && cr + 1 < begin + left && cr[1] != '\n')
		return refuse(r, 400, "a CR stands alone");
	if (end == NULL)
		return 0;
	*line = str_of(begin, (size_t)(cr - begin));
	*at += (size_t)(end - begin) + 1;
	if (line->octets > 0 && memchr(line->at, '\0', line->octets) != NULL)
		return refuse(r, 400, "a line has a NUL");
	return 1;
}

static int
read_fields(struct reading *r, struct str in, size_t *at)
{
	struct str line;
	for (int fields = 0;; fields++) {
		int rc = next_line(r, in, at, &line);
		if (rc <= 0 || line.octets == 0)
			return rc;
		if (fields == HTTP_HEAD_FIELDS)
			return refuse(r, 431, "there are too many fields");
		rc = read_field(r, line);
		if (rc != 0)
			return rc;
	}
}

static int
read_all(struct reading *r, struct str in, size_t *at)
{
	struct str line;
	int rc = next_line(r, in, at, &line);
	if (rc == 1 && line.octets == 0)
		rc = next_line(r, in, at, &line);
	if (rc == 1)
		rc = read_first(r, line) == 0 ? 1 : r->err->code;
	if (rc == 1)
		rc = read_fields(r, in, at);
	if (rc == 1)
		rc = judge_host(r) == 0 ? 1 : r->err->code;
	if (rc == 1)
		rc = judge_framing(r) == 0 ? 1 : r->err->code;
	return rc;
}

/* Within the cap: else what is too long is told. */
static int
too_long(struct str in, struct err *err)
{
	if (memchr(in.at, '\n', in.octets) == NULL)
		return err_set(err, -414, 0, "the path and query are too long");
	return err_set(err, -431, 0, "the fields are too long");
}

int
http_head_read(
    struct http_head *out, struct str in, size_t cap, struct err *err)
{
	struct err own;
	struct reading r = {.out = out, .err = err != NULL ? err : &own};
	struct str seen = str_of(in.at, in.octets > cap ? cap : in.octets);
	size_t at = 0;
	*out = (struct http_head){.body_octets = 0};
	err_clear(r.err);
	int rc = read_all(&r, seen, &at);
	if (rc == 0 && in.octets >= cap)
		rc = too_long(seen, r.err);
	if (rc == 1)
		return (int)at;
	*out = (struct http_head){.body_octets = 0};
	return rc;
}
