#include "base/http_reply.h"

#include <string.h>

#define HEAD_OCTETS 16384
#define LENGTH_MAX (INT64_C(1) << 40)

void
http_reply_init(struct http_reply *reply, size_t body_cap)
{
	*reply = (struct http_reply){
	    .retry_after_s = -1, .length = -1, .body = buf_new(body_cap)};
}

void
http_reply_free(struct http_reply *reply)
{
	buf_free(&reply->body);
}

bool
http_reply_done(const struct http_reply *reply)
{
	return reply->step == HTTP_REPLY_DONE;
}

bool
http_reply_end(struct http_reply *reply)
{
	if (reply->step != HTTP_REPLY_REST)
		return http_reply_done(reply);
	reply->step = HTTP_REPLY_DONE;
	return true;
}

/* -- lines ----------------------------------------------------------------- */

/* "HTTP/1.1 200 OK" */
static int
read_status(struct http_reply *r, struct str line, struct err *err)
{
	if (line.octets < 12 || !str_starts(line, "HTTP/1.") ||
	    line.at[8] != ' ')
		return err_set(err, HTTP_REPLY_SYNTAX, 0, "no HTTP answer");
	int status = 0;
	for (int i = 9; i < 12; i++) {
		if (line.at[i] < '0' || line.at[i] > '9')
			return err_set(
			    err, HTTP_REPLY_SYNTAX, 0, "no status of HTTP");
		status = status * 10 + (line.at[i] - '0');
	}
	if (status < 100 || status > 599 ||
	    (line.octets > 12 && line.at[12] != ' '))
		return err_set(err, HTTP_REPLY_SYNTAX, 0, "no status of HTTP");
	r->status = status;
	r->keep = line.at[7] != '0'; /* HTTP/1.0 closes unless it says so */
	r->step = HTTP_REPLY_FIELDS;
	return 0;
}

static bool
has_token(struct str list, const char *token)
{
	struct str part;
	while (str_cut(&part, &list, ','))
		if (str_equal_nocase(str_trim(part), str_from(token)))
			return true;
	return false;
}

static int
read_length(struct http_reply *r, struct str value, struct err *err)
{
	int64_t length;
	if (value.octets == 0 || value.at[0] < '0' || value.at[0] > '9' ||
	    !str_to_int64(&length, value) || length > LENGTH_MAX ||
	    (r->length >= 0 && r->length != length))
		return err_set(
		    err, HTTP_REPLY_SYNTAX, 0, "a length that is none");
	r->length = length;
	return 0;
}

static int
read_field(struct http_reply *r, struct str line, struct err *err)
{
	struct str name;
	if (line.at[0] == ' ' || line.at[0] == '\t')
		return 0; /* of the line before: none that we know has one */
	str_cut(&name, &line, ':');
	struct str value = str_trim(line);
	if (str_equal_nocase(name, STR("Content-Length")))
		return read_length(r, value, err);
	if (str_equal_nocase(name, STR("Transfer-Encoding"))) {
		r->chunked = str_equal_nocase(value, STR("chunked"));
		r->other_coding = !r->chunked;
	} else if (str_equal_nocase(name, STR("Connection"))) {
		r->keep = !has_token(value, "close") &&
			  (r->keep || has_token(value, "keep-alive"));
	} else if (str_equal_nocase(name, STR("Retry-After"))) {
		if (!str_to_int64(&r->retry_after_s, value) ||
		    r->retry_after_s < 0)
			r->retry_after_s = -1;
	}
	return 0;
}

/* RFC 9112, 6.3: how long the body is. */
static int
end_head(struct http_reply *r, struct err *err)
{
	if (r->status < 200) {
		if (r->status == 101)
			return err_set(err, HTTP_REPLY_SYNTAX, 0,
			    "another protocol than HTTP");
		r->step = HTTP_REPLY_STATUS;
		r->length = -1;
		r->chunked = r->other_coding = false;
	} else if (r->status == 204 || r->status == 304) {
		r->step = HTTP_REPLY_DONE;
	} else if (r->other_coding) {
		return err_set(
		    err, HTTP_REPLY_SYNTAX, 0, "a body in an unknown coding");
	} else if (r->chunked) {
		r->keep = r->keep && r->length < 0; /* both: do not trust it */
		r->step = HTTP_REPLY_CHUNK;
	} else if (r->length >= 0) {
		if ((size_t)r->length > r->body.cap)
			return err_set(err, HTTP_REPLY_LARGE, 0,
			    "an answer of %lld octets", (long long)r->length);
		r->left = r->length;
		r->step = r->left > 0 ? HTTP_REPLY_BODY : HTTP_REPLY_DONE;
	} else {
		r->keep = false;
		r->step = HTTP_REPLY_REST;
	}
	return 0;
}

static int
read_chunk_size(struct http_reply *r, struct str line, struct err *err)
{
	struct str digits;
	int64_t size = 0;
	str_cut(&digits, &line, ';');
	digits = str_trim(digits);
	bool good = digits.octets > 0 && digits.octets <= 8;
	for (size_t i = 0; good && i < digits.octets; i++) {
		const char *hex = "0123456789abcdef";
		char c = digits.at[i];
		const char *at =
		    c != '\0' ? strchr(hex, c >= 'A' && c <= 'F' ? c | 32 : c)
			      : NULL;
		good = at != NULL;
		size = good ? size * 16 + (at - hex) : 0;
	}
	if (!good)
		return err_set(
		    err, HTTP_REPLY_SYNTAX, 0, "a chunk without a size");
	r->left = size;
	r->step = size > 0 ? HTTP_REPLY_CHUNK_DATA : HTTP_REPLY_TRAILER;
	return 0;
}

static int
read_line(struct http_reply *r, struct str line, struct err *err)
{
	switch (r->step) {
	case HTTP_REPLY_STATUS:
		/* A stray empty line before it is passed over. */
		return line.octets > 0 ? read_status(r, line, err) : 0;
	case HTTP_REPLY_FIELDS:
		return line.octets > 0 ? read_field(r, line, err)
				       : end_head(r, err);
	case HTTP_REPLY_CHUNK:
		return read_chunk_size(r, line, err);
	case HTTP_REPLY_CHUNK_END:
		r->step = HTTP_REPLY_CHUNK;
		return line.octets == 0 ? 0
					: err_set(err, HTTP_REPLY_SYNTAX, 0,
					      "a chunk longer than its size");
	case HTTP_REPLY_TRAILER:
		if (line.octets == 0)
			r->step = HTTP_REPLY_DONE;
		return 0;
	case HTTP_REPLY_BODY:
	case HTTP_REPLY_REST:
	case HTTP_REPLY_CHUNK_DATA:
	case HTTP_REPLY_DONE:
		break;
	}
	return 0;
}

/* -- octets ---------------------------------------------------------------- */

/* The octets taken, up to and with the next LF. */
static int64_t
feed_line(struct http_reply *r, struct span in, struct err *err)
{
	const uint8_t *lf = memchr(in.at, '\n', in.octets);
	size_t octets = lf != NULL ? (size_t)(lf - in.at) : in.octets;
	size_t room = sizeof(r->line) - r->line_octets;
	memcpy(r->line + r->line_octets, in.at, octets < room ? octets : room);
	r->line_octets += octets < room ? octets : room;
	r->head_octets += octets + (lf != NULL);
	if (r->head_octets > HEAD_OCTETS)
		return err_set(
		    err, HTTP_REPLY_LARGE, 0, "more head than 16 KiB");
	if (lf == NULL)
		return (int64_t)octets;
	struct str line = str_of(r->line, r->line_octets);
	if (line.octets > 0 && line.at[line.octets - 1] == '\r')
		line.octets--;
	r->line_octets = 0;
	int rc = read_line(r, line, err);
	return rc < 0 ? rc : (int64_t)octets + 1;
}

static int64_t
feed_body(struct http_reply *r, struct span in, struct err *err)
{
	size_t octets = in.octets;
	if (r->step != HTTP_REPLY_REST && (int64_t)octets > r->left)
		octets = (size_t)r->left;
	if (!buf_add(&r->body, in.at, octets))
		return err_set(err, HTTP_REPLY_LARGE, 0,
		    "an answer beyond %zu octets", r->body.cap);
	if (r->step == HTTP_REPLY_REST)
		return (int64_t)octets;
	r->left -= (int64_t)octets;
	r->head_octets = 0; /* of the chunk lines to come */
	if (r->left == 0)
		r->step = r->step == HTTP_REPLY_BODY ? HTTP_REPLY_DONE
						     : HTTP_REPLY_CHUNK_END;
	return (int64_t)octets;
}

int64_t
http_reply_feed(struct http_reply *reply, struct span in, struct err *err)
{
	size_t used = 0;
	while (used < in.octets && reply->step != HTTP_REPLY_DONE) {
		struct span rest = span_part(in, used, SIZE_MAX);
		bool body = reply->step == HTTP_REPLY_BODY ||
			    reply->step == HTTP_REPLY_REST ||
			    reply->step == HTTP_REPLY_CHUNK_DATA;
		int64_t took = body ? feed_body(reply, rest, err)
				    : feed_line(reply, rest, err);
		if (took < 0)
			return took;
		used += (size_t)took;
	}
	return (int64_t)used;
}
