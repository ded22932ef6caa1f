/* http_guard - stands between a connection's octets and evhttp, on a server
 * that is strict (http_server_strict()).
 *
 * In: the input of one connection, as it is read.  Out: to evhttp go whole
 * heads that http_head has judged, each with the body that its length says, and
 * nothing else.  A refused one is put in the place of a request of its own
 * (TRACE, which no peer can get through), so that requests before it are
 * answered first; what comes behind it is read and dropped.
 * A body that is too large, and the rest of a head that is, are read to their
 * end before the refusal, so that the peer hears it; up to 32 MiB and 256 KiB.
 * A body gets one more millisecond for each 8 octets of it (a slow line), above
 * what the server allows for a request.
 * Owned by the crowd's member: it lives until its connection is known to have
 * ended. */
#ifndef BASE_HTTP_GUARD_H
#define BASE_HTTP_GUARD_H

#include <stdint.h>

#include "base/http.h"

struct bufferevent;
struct http_crowd;
struct http_guard;

/* rules and crowd outlive it; bev: a new connection. */
struct http_guard *http_guard_new(const struct http_strict *rules,
    struct http_crowd *crowd, struct bufferevent *bev);
void http_guard_free(void *guard);

/* Why it has refused; the status, 0: it has not. */
int http_guard_refused(const struct http_guard *guard, const char **why_out);
/* The rules say that whoever asked for that reads plain words. */
bool http_guard_plain(const struct http_guard *guard);

#endif
