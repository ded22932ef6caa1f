/* link_http - an aggregator over HTTP as a link: texts go out by a request
 * each, come in by calls to us, and so do delivery reports.
 *
 * Outwards: a msg_out becomes a request from the row's templates; the answer
 * is judged by http_verdict.  A request that certainly did not leave is
 * refused, one without a whole answer is unknown.  A text is one part here:
 * aggregators cut it themselves, and we count what they will.  After faults
 * that are the provider's or the account's (no money, key refused, no way
 * there, three unknown in a row) the link rests, longer each time, says so in
 * `trouble` when somebody must look, and tries one text when the rest is over.
 * Inwards: a call is answered 200 once the text is durable; 503 when the buffer
 * is full or the disk does not take it in time (he calls again; the same
 * message id is one text); 400 when it makes no sense, for it never will;
 * 401, 403 for strangers.
 * Reports are matched by the message id.  When the provider leaves out the
 * number, the one remembered for that id is taken (some 8,192 texts, to which
 * a start adds those before it); what cannot be matched is answered 200, logged
 * and dropped. */
#ifndef GATEWAY_LINK_LINK_HTTP_H
#define GATEWAY_LINK_LINK_HTTP_H

#include <stdbool.h>
#include <stdint.h>

#include "base/loop.h"
#include "base/tls.h"
#include "gateway/core/link.h"
#include "gateway/link/http_caller.h"
#include "gateway/link/http_gate.h"
#include "gateway/link/http_row.h"

#define LINK_HTTP_WINDOW_MAX 64

/* http[s]://host[:port]/path…; the host is no template. */
struct link_http_url {
	bool tls;
	char host[256];
	unsigned short port;
	const char *target; /* into the url: from the first slash */
};
/* False: not such a url. */
bool link_http_url(struct link_http_url *out, const char *url);

struct link_http_config {
	const char *name, *number;
	bool no_questions;
	const struct http_row *row; /* copied; its url is good */
	const char *user, *key; /* of the account; copied, wiped at the end */
	const char *from; /* the sender's name or number; NULL: number */
	struct tls_context *tls; /* a client's, outlives; for https */
	const char *tls_name;
	size_t window; /* 1..64 requests at once; 0: 8 */
	int64_t connect_ms, answer_ms; /* 0: 10 s, 30 s */
	struct http_gate *gate; /* outlives; NULL: nobody calls us */
	const char *path, *report_path; /* "": none */
	const struct http_caller *caller; /* copied */
	int64_t hold_ms; /* a call waits so long for the disk; 0: 10 s */
	int64_t rest_ms; /* of the rests, for tests: one second; 0: that */
};

/* NULL: a path of it is taken already. */
struct link *link_http_new(struct loop *loop,
    const struct link_http_config *config, const struct link_sink *sink);
/* That a text which the link calls `mr` was sent to that number, before this
 * start; oldest first. */
void link_http_remember(struct link *link, int64_t mr, const char *to);

#endif
