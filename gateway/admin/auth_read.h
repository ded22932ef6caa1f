/* auth_read - what the headers of a request say about who asks, as pieces.
 *
 * Pure: nothing is looked up, nothing is believed; who it is, auth.c asks the
 * store.  What comes out points into what went in. */
#ifndef GATEWAY_ADMIN_AUTH_READ_H
#define GATEWAY_ADMIN_AUTH_READ_H

#include <stdbool.h>

#include "base/str.h"

/* The value of the first cookie of that name in a header Cookie (RFC 6265,
 * 5.4), without the blanks around it.  Empty: there is none, or it is empty;
 * NULL is no header. */
struct str auth_read_cookie(const char *header, const char *name);

/* The token in a header Authorization (RFC 6750, 2.1); without "Bearer" before
 * it all that stands there. */
struct str auth_read_bearer(const char *header);

/* Does an Origin (RFC 6454, 7) name that host and port, as the request's Host
 * has them?  "null" names none; host may be NULL. */
bool auth_read_origin(const char *origin, const char *host);

#endif
