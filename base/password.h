/* password - passwords of people: what may be one, and its hash.
 *
 * Rules: OWASP ASVS 5.0, 6.2 (NIST SP 800-63B): length counts, nothing else is
 * asked for; the commonest ones are refused.  Any Unicode; what looks the same
 * is the same (NFKC), whatever keyboard it comes from.
 * Hash: Argon2id (RFC 9106) with OWASP's parameters, 19 MiB and two passes:
 * some 30 ms on a PC, 300 ms on a Raspberry Pi, so never in the loop.  The
 * encoded form tells its own parameters: when ours change, password_is_old()
 * tells whose hash to make anew at the next login.  (base/secret is the cheaper
 * one for a PIN.)
 * password_judge() is pure; the others may run in any thread. */
#ifndef BASE_PASSWORD_H
#define BASE_PASSWORD_H

#include <stdbool.h>

#include "base/str.h"

#define PASSWORD_HASH_OCTETS 128
#define PASSWORD_SHORTEST 8 /* characters */
#define PASSWORD_LONGEST 256

enum password_fault {
	PASSWORD_GOOD,
	PASSWORD_SHORT,
	PASSWORD_LONG,
	PASSWORD_NOT_TEXT, /* not UTF-8, or with a control character */
	PASSWORD_COMMON, /* it, or all of it but figures, is on every list */
	PASSWORD_PATTERN, /* one character, or a row of them */
	PASSWORD_NAME, /* little more than the user's or the program's name */
};

enum password_fault password_judge(struct str password, const char *name);
/* For people: "has fewer than 8 characters". */
const char *password_fault_text(enum password_fault fault);

/* With a salt of its own.  Aborts when there is no memory. */
void password_hash(char dst[PASSWORD_HASH_OCTETS], struct str password);
/* False for a wrong one, and for a hash that is none or would cost more than
 * four times ours. */
bool password_is(const char *hash, struct str password);
/* Made with other parameters than password_hash() has today. */
bool password_is_old(const char *hash);
/* A hash of nothing that anybody knows, with the parameters of today: to be
 * held against when there is no such user, so that this takes as long. */
const char *password_nobody(void);

#endif
