/* caller - who asks the API, and what that one may.
 *
 * Made by whoever lets a request in: the control socket (its file's mode says
 * who may: everything, every number in full) or auth.h (a session of the
 * console, or a token).  Roles are a ladder: who may more may all below it.
 *
 *   viewer    reads; numbers are masked
 *   operator  also acts in the market: orders, texts, people, offers, links
 *   admin     also users, tokens, audit, backups, privacy, settings
 *
 * A row of api_route.c names the least role for its path; a token's scope may
 * narrow that further, never widen it. */
#ifndef GATEWAY_ADMIN_CALLER_H
#define GATEWAY_ADMIN_CALLER_H

#include <stdbool.h>
#include <stdint.h>

#define CALLER_NAME_OCTETS 24

enum caller_role {
	CALLER_NOBODY,
	CALLER_VIEWER,
	CALLER_OPERATOR,
	CALLER_ADMIN,
};

struct caller {
	enum caller_role role;
	char name[CALLER_NAME_OCTETS]; /* in the audit: "admin:NAME",
					  "token:NAME" */
	int64_t user_id; /* 0: the control socket, or a token */
	int64_t session_id; /* of the console; 0: none */
	int64_t token_id; /* 0: none */
	bool local; /* by the control socket */
	bool numbers; /* phone numbers in full */
	/* A session whose password was given long ago (auth_proof.c): what
	 * makes somebody an admin takes it once more. */
	bool stale;
};

/* What the front notes on a request (http_request_note) for whoever makes the
 * answer, be it later or in another thread. */
enum caller_note {
	CALLER_NOTE_MASK = 1, /* numbers in the answer are masked */
	CALLER_NOTE_CSV = 2, /* the path ended in ".csv" */
};

/* "viewer" …; "nobody". */
const char *caller_role_name(enum caller_role role);
/* CALLER_NOBODY: not a role. */
enum caller_role caller_role_from(const char *word);

#endif
