/* front - the one door over TCP: the console, the API, and what scrapers and
 * other programs ask.
 *
 * In: requests that base/http has found to be whole and unambiguous
 * (base/http_guard.h).  Out: each goes to who answers it, by its path:
 *   /healthz       anybody: 200 "ok", or 503 with the reason
 *   /api/v1/…      whoever is somebody to `who` (auth.h), then api_ask()
 *   added paths    front_add(): who may is their own business
 *   the rest       files of the console (front_static.h), GET and HEAD
 *
 * Every answer carries what browsers need to be told against frames, foreign
 * scripts, sniffing and leaking (front_fields below), every refusal is a
 * problem (RFC 9457).  The Host is an address, "localhost" or one of `hosts`:
 * a page of elsewhere whose name was turned to our address gets nothing.
 *
 * Bodies: FRONT_FORM_OCTETS for login and its like, FRONT_IMPORT_OCTETS for
 * imports, FRONT_BODY_OCTETS for all others.  FRONT_PLACES connections at once,
 * FRONT_WAIT_MS for a whole request or between two; a body may take longer, by
 * its length (base/http_guard.h).
 * Loop rule: all calls in the loop's thread. */
#ifndef GATEWAY_ADMIN_FRONT_H
#define GATEWAY_ADMIN_FRONT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"
#include "base/http.h"
#include "base/loop.h"
#include "gateway/admin/api.h"
#include "gateway/admin/auth.h"
#include "gateway/admin/caller.h"

#define FRONT_HEAD_OCTETS 8192
#define FRONT_FORM_OCTETS 4096
#define FRONT_BODY_OCTETS (64 * 1024)
#define FRONT_IMPORT_OCTETS (8 * 1024 * 1024)
#define FRONT_PLACES 256
#define FRONT_WAIT_MS 30000
#define FRONT_PATHS_MAX 16
#define FRONT_HOSTS_MAX 16

/* All strings are borrowed and outlive the front. */
struct front_config {
	struct loop *loop;
	const char *address; /* numeric */
	unsigned short port;
	const char *certificate, *key; /* PEM files; "": plain */
	/* Names besides addresses and "localhost" that it goes by, in small
	 * letters. */
	const char *host[FRONT_HOSTS_MAX];
	size_t hosts;
	const char *web; /* the console's folder; it may be missing */
	struct api *api; /* outlives */

	void *arg; /* of what follows */
	/* Who asks: auth_who().  NULL: nobody is anybody, 401. */
	enum auth_answer (*who)(
	    void *arg, struct http_request *request, struct caller *out);
	/* Why orders cannot be kept now; NULL: they can. */
	const char *(*unwell)(void *arg);
};

struct front;

/* NULL with err: the address is taken or not ours, the certificate cannot be
 * read or is not that of the key. */
struct front *front_open(const struct front_config *config, struct err *err);
/* Before the api. */
void front_free(struct front **front);

/* Right after the opening: a path of its own ("/metrics"), and whether POST is
 * taken besides GET.  False: no room, or taken. */
bool front_add(struct front *front, const char *path, bool post,
    http_handler_fn fn, void *arg);

/* The certificate's files, read again: who connects from now on sees what they
 * say.  0, or negative enum tls_err with err, and the old one stays. */
int front_renew(struct front *front, struct err *err);

/* -- for tests, and pure -- */

/* Is this Host (RFC 9110 7.2, "name" or "name:port") one of ours? */
bool front_host_ok(
    struct str host, const char *const *names, size_t names_count);

#endif
