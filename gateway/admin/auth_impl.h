/* auth_impl - what the files of auth share; for this room only.
 *
 * auth.c         who asks: cookie, token
 * auth_site.c    does a change come from our own page
 * auth_proof.c   the password once more
 * auth_hash.c    passwords in a thread
 * auth_op.c      one request under way: thread, turn, answer
 * auth_login.c   login and logout
 * auth_first.c   the first user and his code
 * auth_me.c      what a user does with his own account
 * auth_totp.c    his second factor */
#ifndef GATEWAY_ADMIN_AUTH_IMPL_H
#define GATEWAY_ADMIN_AUTH_IMPL_H

#include <jansson.h>

#include "base/digest.h"
#include "base/err.h"
#include "base/password.h"
#include "base/str.h"
#include "base/token.h"
#include "base/workers.h"
#include "gateway/core/handler.h"
#include "gateway/store/store_login.h"
#include "gateway/store/store_user.h"

#include "gateway/admin/auth.h"
#include "gateway/admin/auth_hash.h"
#include "gateway/admin/auth_slow.h"

#define AUTH_API "/api/v1/"
#define AUTH_CSRF_OCTETS (2 * DIGEST_OCTETS + 1)
#define AUTH_TOUCHED 64
#define AUTH_PROVEN 64
#define AUTH_RECOVERY_CODES 8
#define AUTH_ACTOR_OCTETS 48
#define AUTH_AUDIT_BURST 60

/* A session whose user gave the password once more. */
struct auth_proven {
	int64_t session_id; /* 0: none */
	int64_t mono_ms;
};

struct auth {
	struct auth_config config;
	struct workers *workers; /* NULL: in the loop */
	int waiting; /* for a hash */
	unsigned long hashes; /* compared or made, each login one */
	uint64_t seed; /* of the keys in `slow` */
	struct auth_slow slow;
	/* Failures that the audit still takes; beyond, they are counted. */
	int64_t audit_mono_ms;
	int audit_left, audit_left_out;
	/* Sessions and tokens whose time of use was written lately. */
	struct {
		int64_t id, ms;
	} touched[AUTH_TOUCHED];
	struct auth_proven proven[AUTH_PROVEN]; /* by session_id */
};

/* One request that changes something, or asks for a password.  Made by
 * auth_op_new(), ended by auth_op_end(). */
struct auth_op {
	struct job job;
	struct auth *auth;
	struct http_request *request;
	struct caller caller; /* CALLER_NOBODY: not yet somebody */
	char name[USER_NAME_OCTETS]; /* of whom it is about */
	char address[LOGIN_ADDRESS_OCTETS], agent[LOGIN_AGENT_OCTETS];
	json_t *body; /* an object */
	struct user user; /* as he was when it began; id 0: nobody */
	uint64_t key_address, key_pair, key_name; /* of slowness; 0: none */
	struct auth_hash hash;
	/* When the hash is there, in the loop; ends it or submits it. */
	void (*hashed)(struct auth_op *op);
	/* In the turn's transaction, perhaps more than once: `reply` or a
	 * refusal. */
	void (*work)(struct auth_op *op, const struct turn *turn);
	/* After the commit, before the answer; NULL: nothing. */
	void (*after)(struct auth_op *op);

	int status;
	json_t *reply; /* NULL: no content */
	char problem[ERR_TEXT_OCTETS];
	const char *need; /* "totp"; NULL: nothing */
	char token[TOKEN_SESSION_OCTETS]; /* of a new session */
	bool let_in, let_out; /* the cookie comes, or goes */
	int ended; /* older sessions, to make room for this one */
	bool locked; /* this try was one too many for the user */
	char spare[AUTH_RECOVERY_CODES][TOKEN_CODE_OCTETS];
};

/* -- auth_op.c ------------------------------------------------------------ */

/* NULL: the body is no JSON object, and the request is answered.  who NULL:
 * nobody. */
struct auth_op *auth_op_new(
    struct auth *auth, struct http_request *request, const struct caller *who);
/* Hashes or compares as op->hash says, then hashed(); answers 503 when too many
 * wait. */
void auth_op_hash(struct auth_op *take, void (*hashed)(struct auth_op *op));
void auth_op_submit(struct auth_op *take,
    void (*work)(struct auth_op *op, const struct turn *turn));
/* Answers and frees. */
void auth_op_end(struct auth_op *take);
void auth_op_refuse(struct auth_op *op, int status, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
void auth_op_audit(struct auth_op *op, const struct turn *turn,
    const char *action, const char *format, ...)
    __attribute__((format(printf, 4, 5)));
/* The user in the turn, who must still be there and not disabled. */
bool auth_op_user(
    struct auth_op *op, const struct turn *turn, struct user *out);
/* A password that is to be: into op->hash.fresh; false and a refusal when it is
 * none. */
bool auth_op_fresh(struct auth_op *op, const char *password, const char *name);
/* A session for that user, from this address; op->token is its cookie. */
void auth_op_let_in(
    struct auth_op *op, const struct turn *turn, const struct user *user);

/* -- auth.c --------------------------------------------------------------- */

/* The session's token as it was sent; empty: none. */
struct str auth_cookie(
    const struct auth *auth, const struct http_request *request);
/* What X-CSRF-Token must be.  Not kept anywhere: whoever has the cookie can be
 * told it, nobody else. */
void auth_csrf(char dst[AUTH_CSRF_OCTETS], struct str token);
/* Is that session not over, by an act or by the clock? */
bool auth_lives(const struct auth *auth, const struct login *login);
bool auth_needs_totp(const struct auth *auth, const struct user *user);
/* Is the path that root, or below it? */
bool auth_is_under(const char *path, const char *root);
void auth_refuse(struct http_request *request, int status, const char *need,
    const char *detail);
int64_t auth_now(const struct auth *auth);
/* Writes that a session (or a token, by its negative id) was used. */
void auth_touch(struct auth *auth, int64_t id);

/* -- auth_site.c ---------------------------------------------------------- */

/* A body of a type that a form of another site cannot send? */
bool auth_typed(const struct http_request *request);
/* From our own page, and with that token (NULL: there is none yet)?  False:
 * answered, 403. */
bool auth_site_ok(struct http_request *request, const char *csrf);

/* -- auth_proof.c --------------------------------------------------------- */

#define AUTH_PROOF_WANTED                                                      \
	"this takes your password once more (POST /api/v1/me/proof)"
/* Was the password of that session given in the last AUTH_PROOF_MS? */
bool auth_proof_fresh(const struct auth *auth, const struct login *login);
/* Is the password that this takes fresh?  False: answered, 403. */
bool auth_proof_ok(const struct auth *auth, struct http_request *request,
    const struct login *login);
void auth_proof_post(
    struct auth *auth, struct http_request *request, const struct caller *who);

/* -- auth_me.c ------------------------------------------------------------ */

void auth_me_get(
    struct auth *auth, struct http_request *request, const struct caller *who);
/* {name,role,…}; token: of the session, for csrf ("": none). */
json_t *auth_me(struct auth *auth, const struct caller *who, const char *token);

/* -- slow, in auth_login.c --------------------------------------------------
 */

/* False: it is too early, and the op has ended with 429.  Else the try counts
 * until auth_try_right(). */
bool auth_try(struct auth_op *op);
void auth_try_right(struct auth_op *op, bool wholly);
/* In the turn: the failure is kept and told. */
void auth_try_wrong(
    struct auth_op *op, const struct turn *turn, const char *why);

/* -- the paths ------------------------------------------------------------ */

void auth_login_post(struct auth *auth, struct http_request *request);
void auth_setup_post(struct auth *auth, struct http_request *request);
void auth_logout_post(
    struct auth *auth, struct http_request *request, const struct caller *who);
/* What is below /api/v1/me/: `act` is that, "password". */
void auth_own(struct auth *auth, struct http_request *request,
    const struct caller *who, const char *act);
void auth_totp_post(struct auth *auth, struct http_request *request,
    const struct caller *who, const char *act);

#endif
