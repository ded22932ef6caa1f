/* auth - who asks, over TCP: sessions of the console, tokens of scripts.
 *
 * In: a request that the front (front.h) has taken.  Out: a caller (caller.h)
 * whom api_ask() may hear, or the request answered here and now or later:
 * 401 nobody, 403 not this one, 429 too many tries.
 *
 * Three ways to be somebody:
 *   a session  cookie "__Host-furrow" ("furrow" without TLS), 256 random bits
 *              of which the store has the SHA-256; ends after session_idle_ms
 *              without a request, after session_longest_ms in any case, and
 *              with logout, a new password, another role, a disabled user.
 *              Whatever changes something carries X-CSRF-Token, too, and does
 *              not come from another site (Sec-Fetch-Site, Origin).
 *   a token    "Authorization: Bearer furrow_…"; role and scope are its own
 *   nobody     for the paths that make somebody of him: setup, login
 *
 * Answered here, and by no row of api_route.c:
 *   POST /api/v1/setup             {code,name,password}: the first user, with
 *                                  the one-time code of auth_begin()
 *   POST /api/v1/login             {name,password[,totp]}: as me, and a cookie,
 *                                  and "ended": older sessions that made room;
 *                                  401 with "need":"totp" asks for the second
 *                                  factor (six figures, or a recovery code)
 *   POST /api/v1/logout            204
 *   GET  /api/v1/me                {name,role,csrf,language,totp,demo,market,
 *                                  currency,time_zone,numbers}; csrf null for
 *                                  a token; "need":"totp" while an admin must
 *                                  set up the second factor before all else
 *   POST /api/v1/me/password       {old,new}: all other sessions end
 *   POST /api/v1/me/proof          {password}: for AUTH_PROOF_MS this session
 *                                  may POST to users, tokens, setup-code,
 *                                  people/import, erasures and audit, and make
 *                                  admins by text, which say 403 with
 *                                  "need":"password" when the login is older
 *   POST /api/v1/me/language       {language}
 *   POST /api/v1/me/totp/start     {password}: {secret,uri}
 *   POST /api/v1/me/totp/confirm   {totp}: {recovery:[8 codes]}
 *   POST /api/v1/me/totp/off       {password}
 *   GET  /api/v1/me/sessions       {items:[{id,current,since,seen,address,
 *                                  agent}],next:null}
 *   POST /api/v1/me/sessions/ID/end
 *
 * Users and tokens are resources like others:
 * api_user.c, api_token.c.
 *
 * Passwords are hashed in a thread, one at a time; when AUTH_WAITING_MOST wait
 * the next is told 503, so that a flood costs neither memory nor the loop.
 * Wrong tries are slowed down by address, by user, and by both together
 * (auth_slow.h), never for ever.  Each login, good or bad, is in the audit.
 * Loop rule: all calls in the loop's thread. */
#ifndef GATEWAY_ADMIN_AUTH_H
#define GATEWAY_ADMIN_AUTH_H

#include <stdbool.h>
#include <stdint.h>

#include "base/clock.h"
#include "base/http.h"
#include "base/loop.h"
#include "gateway/admin/caller.h"
#include "gateway/core/job.h"
#include "gateway/core/market.h"
#include "gateway/store/store.h"

#define AUTH_WAITING_MOST 8
/* So long after the password was given it is not asked for again. */
#define AUTH_PROOF_MS INT64_C(900000) /* 15 min */
/* Of one user at once; with one more the one used longest ago ends. */
#define AUTH_SESSIONS_MOST 8
/* A session used so long after now is over: the clock was put back. */
#define AUTH_AHEAD_MS INT64_C(300000) /* 5 min */
#define AUTH_SESSION_IDLE_MS INT64_C(1800000) /* 30 min */
#define AUTH_SESSION_LONGEST_MS INT64_C(43200000) /* 12 h */

enum auth_answer {
	AUTH_CALLER, /* *out is somebody; the request is the front's */
	AUTH_ANSWERED, /* the request is answered, or will be */
};

enum auth_totp {
	AUTH_TOTP_OPTIONAL,
	AUTH_TOTP_REQUIRED_ADMIN, /* admins do nothing before they have one */
};

/* Everything is borrowed and must outlive the auth. */
struct auth_config {
	struct loop *loop;
	const struct clock_source *clock;
	struct store *reader; /* of the loop, from store_open_reader */
	const struct market *market; /* name, currency, zone for `me` */
	/* Hands a job to the turn, as api_config's. */
	void (*submit)(void *arg, struct job *job);
	void *arg;
	/* "http://127.0.0.1:8642/", for the first user's line in the log. */
	const char *address;
	bool tls; /* cookies are Secure, and have the __Host- name */
	bool demo; /* said in `me`: the market is a demonstration */
	int64_t session_idle_ms, session_longest_ms; /* 0: as above */
	enum auth_totp totp;
	int threads; /* 0: hash in the loop (tests) */
};

struct auth;

struct auth *auth_new(const struct auth_config *config); /* gives; auth_free */
/* While the turn still takes jobs, and after the http servers: hashes that run
 * are waited for, and end with a job each. */
void auth_stop(struct auth *auth);
/* Jobs that it gave must have ended. */
void auth_free(struct auth **auth);

/* The daemon has started and listens on TCP: while there is no user a one-time
 * code is made (24 h, once, ten wrong tries) and told in the log with the
 * address; what was made before is void. */
void auth_begin(struct auth *auth);

/* Who asks?  For every path: /api/v1/…, /metrics.  A token is held against its
 * scope here: the path's noun with ":read" for GET ("messages:read"), "sms"
 * for texts, "metrics".  Notes nothing on the request. */
enum auth_answer auth_who(
    struct auth *auth, struct http_request *request, struct caller *out);

/* The same for a token that came another way (a parameter of /cgi-bin/sendsms).
 * scope: the word that it needs ("sms").  False: unknown, revoked, expired, or
 * not for that; nothing is answered. */
bool auth_token(
    struct auth *auth, struct str token, const char *scope, struct caller *out);

#endif
