/* Reaches http_reply: an answer in pieces whose lengths the first octets give,
 * then perhaps the end of the connection.  In pieces or whole, it reads the
 * same.
 * most: 400
 * covers: base/http_reply.c */
#include <stdlib.h>
#include <string.h>

#include "base/http_reply.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t octets);

#define PIECES 4u
#define BODY_OCTETS 64u

static void
must(bool promise)
{
	if (!promise)
		abort();
}

/* The octets taken, or the error. */
static int64_t
read_in(struct http_reply *r, struct span in, const uint8_t *pieces)
{
	size_t at = 0;
	for (unsigned i = 0; at < in.octets && !http_reply_done(r); i++) {
		size_t octets =
		    pieces == NULL ? in.octets : 1u + pieces[i % PIECES] % 32;
		struct span piece = span_part(in, at, octets);
		int64_t took = http_reply_feed(r, piece, NULL);
		if (took < 0)
			return took;
		must(took <= (int64_t)piece.octets);
		must(took == (int64_t)piece.octets || http_reply_done(r));
		at += (size_t)took;
	}
	return (int64_t)at;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t octets)
{
	struct http_reply whole, parts;
	if (octets < PIECES)
		return 0;
	struct span in = span_of(data + PIECES, octets - PIECES);
	http_reply_init(&whole, BODY_OCTETS);
	http_reply_init(&parts, BODY_OCTETS);
	int64_t one = read_in(&whole, in, NULL);
	int64_t many = read_in(&parts, in, data);
	must(one == many || (one < 0 && many < 0));
	if (one >= 0) {
		must(whole.step == parts.step && whole.keep == parts.keep);
		must(whole.status == parts.status);
		must(span_equal(buf_span(&whole.body), buf_span(&parts.body)));
		must(whole.body.octets <= BODY_OCTETS);
		if (http_reply_end(&whole))
			must(whole.status >= 200 && whole.status < 600);
	}
	http_reply_free(&whole);
	http_reply_free(&parts);
	return 0;
}
