/* http_verdict - what an aggregator's answer says of the text, in three ways.
 *
 * In: the row, the HTTP status, the body.  Out: accepted, with the message id
 * by which reports will speak of it; refused, and what that asks of us; or
 * unknown.
 *   - The body's code counts where there is one and the row knows it; that it
 *     was taken only with a 2xx.
 *   - Else the status: 401, 403 our key is refused; 402 no money; 404, 405 and
 *     redirects: the address is wrong; 413, 414 the text; 429, 503 too fast or
 *     not now, certainly not taken; 400, 422 not by this provider; 408 and all
 *     other 5xx: somebody behind a gateway may have taken it: unknown.
 *   - 2xx with a body that cannot be read, or with a code that the row does
 *     not know: unknown.  2xx where the row names no code and no pattern:
 *     accepted.
 * Pure but for the JSON tree, which is freed. */
#ifndef GATEWAY_LINK_HTTP_VERDICT_H
#define GATEWAY_LINK_HTTP_VERDICT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"
#include "gateway/core/outcome.h"
#include "gateway/link/http_row.h"

#define HTTP_VERDICT_ID_OCTETS 128

struct http_verdict {
	enum outcome outcome;
	enum refusal refusal;
	int code; /* for the log: the answer's, else the status */
	char id[HTTP_VERDICT_ID_OCTETS]; /* "": not told */
	char why[96];
	/* The link is meant, not the text: somebody must look. */
	bool trouble;
};

struct http_verdict http_verdict(
    const struct http_row *row, int status, struct str body);

/* What links and reports call a text: 63 bits of its id, never 0; -1: "". */
int64_t http_verdict_mr(const char *id);

#endif
