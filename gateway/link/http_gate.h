/* http_gate - where aggregators call us: one address, several paths.
 *
 * Links and channels that listen at the same address share a gate; each adds
 * its paths.  A request of any method comes to the handler of its very path,
 * else to that of the longest tree that it stands in.
 * Whoever asks for another path gets a 404, who sends more than 64 KiB a 413.
 * 256 connections at once, 20 s for a call, unless it is told to be ready for
 * more; who says nothing makes way first.
 * Who may call, and what he said, is the link's business. */
#ifndef GATEWAY_LINK_HTTP_GATE_H
#define GATEWAY_LINK_HTTP_GATE_H

#include "base/err.h"
#include "base/http.h"
#include "base/loop.h"
#include "base/tls.h"

#define HTTP_GATE_PATHS 64

struct http_gate;

/* tls: a server's context, which outlives it; NULL: plain.  NULL with err (an
 * enum http_err) when nothing can listen there. */
struct http_gate *http_gate_new(struct loop *loop, struct tls_context *tls,
    const char *address, unsigned short port, struct err *err);
/* After the links; requests that wait are answered with 503. */
void http_gate_free(struct http_gate **gate);

/* False: no room, or the path is taken. */
bool http_gate_add(
    struct http_gate *gate, const char *path, http_handler_fn fn, void *arg);
/* And all that stands behind that path and a slash. */
bool http_gate_add_tree(
    struct http_gate *gate, const char *path, http_handler_fn fn, void *arg);
/* Right after it was made.  Where dialogues come in each screen is a request,
 * and a gateway has a connection for each that is on its way: so many at once,
 * 15 s for a call. */
void http_gate_throng(struct http_gate *gate, size_t connections);
/* All paths of arg. */
void http_gate_remove(struct http_gate *gate, const void *arg);

#endif
