/* wire_http - opens the links of the sections `http`, and what they share: the
 * addresses where aggregators call us, the TLS of both directions. */
#ifndef PROGRAMS_FURROWD_WIRE_HTTP_H
#define PROGRAMS_FURROWD_WIRE_HTTP_H

#include "base/err.h"
#include "base/loop.h"
#include "gateway/core/link.h"
#include "programs/furrowd/conf.h"

struct wire_http;

/* Opens all; out[0..https) are the links, not started, in the file's order.
 * NULL with err (an address that is taken, a file that is gone), and no links,
 * otherwise.  The keys are wiped from *conf. */
struct wire_http *wire_http_open(struct loop *loop, struct conf *conf,
    const struct link_sink *sink, struct link *out[], struct err *err);
/* After the links. */
void wire_http_free(struct wire_http **http);

#endif
