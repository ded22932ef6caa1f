/* wire_http - opens the links of the sections `http`, and what they share: the
 * addresses where aggregators call us, the TLS of both directions. */
#ifndef PROGRAMS_FURROWD_WIRE_HTTP_H
#define PROGRAMS_FURROWD_WIRE_HTTP_H

#include "base/err.h"
#include "base/loop.h"
#include "gateway/core/link.h"
#include "gateway/link/http_gate.h"
#include "programs/furrowd/conf.h"

struct wire_http;

/* Opens all; out[0..https) are the links, not started, in the file's order.
 * NULL with err (an address that is taken, a file that is gone), and no links,
 * otherwise.  The keys are wiped from *conf. */
struct wire_http *wire_http_open(struct loop *loop, struct conf *conf,
    const struct link_sink *sink, struct link *out[], struct err *err);
/* The gate of a section that listens there; NULL: none does, or w is NULL. */
struct http_gate *wire_http_gate(const struct wire_http *http,
    const struct conf *conf, const char *address, unsigned short port);
/* After the links. */
void wire_http_free(struct wire_http **http);

#endif
