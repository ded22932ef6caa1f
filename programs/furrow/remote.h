/* remote - a daemon elsewhere: its URL, the file of the token, and what to do
 * when they do not work.
 *
 * A token goes out over TLS only, or stays on this machine; its file is not for
 * everybody.  What is wrong is said on stderr, once. */
#ifndef PROGRAMS_FURROW_REMOTE_H
#define PROGRAMS_FURROW_REMOTE_H

#include <stdbool.h>
#include <stddef.h>

#define REMOTE_TOKEN_OCTETS 256

/* "https://HOST[:PORT]", or http of this machine: without the slash at its end
 * into dst.  EXIT_DONE or EXIT_FAILED. */
int remote_url(char *dst, size_t octets, const char *url);

/* The first line of the file; wipe it.  EXIT_DONE or EXIT_FAILED. */
int remote_token(char dst[REMOTE_TOKEN_OCTETS], const char *path);

/* What to do about it, behind what curl says; "" when nothing is known.
 * code: a CURLcode. */
const char *remote_advice(int code, bool own_ca);
/* The same behind what the daemon says, by its status. */
const char *remote_advice_refused(long status, bool has_token);

#endif
