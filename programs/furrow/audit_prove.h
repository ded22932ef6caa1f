/* audit_prove - `furrow audit verify`: is the audit whole?
 *
 * Asks the daemon, or reads a store's file itself (a copy, a backup, a machine
 * whose daemon is down), with the signed heads that lie beside it or that
 * somebody carried away.  Says what was looked at, and of a fault: what kind,
 * the first bad row, in words. */
#ifndef PROGRAMS_FURROW_AUDIT_PROVE_H
#define PROGRAMS_FURROW_AUDIT_PROVE_H

#include "programs/furrow/command.h"
#include "programs/furrow/options.h"

struct audit_prove {
	const char *store; /* NULL: ask the daemon */
	/* A file of heads, or the folder it lies in; NULL: STORE-audit.heads */
	const char *heads;
	const char *key; /* the public key; NULL: HEADS.pub */
	enum format format;
};

/* EXIT_DONE: whole; EXIT_FAILED: not, or it cannot be known (said). */
int audit_prove(const struct cli *cli, const struct audit_prove *wishes);

#endif
