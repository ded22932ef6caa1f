/* auth_hash - passwords compared and hashed in a thread, one at a time.
 *
 * A hash takes 19 MiB and a tenth of a second on a small board: with one thread
 * and at most AUTH_WAITING_MOST waiting, a flood costs neither memory nor the
 * loop.  Part of its owner's struct; what was typed is wiped when it is done.
 */
#ifndef GATEWAY_ADMIN_AUTH_HASH_H
#define GATEWAY_ADMIN_AUTH_HASH_H

#include <stdbool.h>

#include "base/password.h"
#include "base/workers.h"

#define AUTH_PASSWORD_OCTETS (PASSWORD_LONGEST * 4 + 1)

struct auth;

struct auth_hash {
	struct work work;
	struct auth *auth;
	void (*done)(void *arg, bool ran);
	void *arg;

	char typed[AUTH_PASSWORD_OCTETS]; /* is it that of `against`? */
	char against[PASSWORD_HASH_OCTETS]; /* "": nothing to compare */
	char fresh[AUTH_PASSWORD_OCTETS]; /* to be hashed; "": nothing */

	bool right;
	char made[PASSWORD_HASH_OCTETS]; /* of `fresh`, if `right` */
};

/* done(arg, ran) follows in the loop (at once, without threads); !ran: the
 * daemon is ending.  False: too many wait. */
bool auth_hash_give(struct auth *auth, struct auth_hash *hash,
    void (*done)(void *arg, bool ran), void *arg);

#endif
