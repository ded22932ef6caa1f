/* auth_scope - what a token is for: words, held against what is asked.
 *
 *   orders            all of /api/v1/orders…, as far as its role goes
 *   messages:read     GET of /api/v1/messages… only
 *   sms               sends texts: POST /api/v1/messages, /cgi-bin/sendsms
 *   metrics           /metrics
 *   numbers           narrows nothing: phone numbers come in full
 * No word of the first four: whatever the role may.  Pure. */
#ifndef GATEWAY_ADMIN_AUTH_SCOPE_H
#define GATEWAY_ADMIN_AUTH_SCOPE_H

#include <stdbool.h>

#include "base/str.h"

/* Is that word in it? */
bool auth_scope_has(const char *scope, const char *word);
/* Every word but "numbers" narrows. */
bool auth_scope_is_narrow(const char *scope);

/* May it ask for that path?  reads: by GET.  Nothing but "/api/v1/…",
 * "/metrics" and "/cgi-bin/sendsms" needs a scope. */
bool auth_scope_allows(const char *scope, bool reads, const char *path);

/* Words of a scope as an admin wrote it -> one blank between each; false when
 * there is one that is not known (*bad_out: which) or too many.  known(noun)
 * says whether the API has such a path. */
bool auth_scope_read(char *dst, size_t dst_octets, struct str written,
    bool (*known)(struct str noun), struct str *bad_out);

#endif
