/* restore_inside - what the files of restore share; for them only.
 *
 *   restore.c        all of it, under the lock
 *   restore_pour.c   pieces out of the vault, each octet proven
 *   restore_ready.c  is it what was put in? Then it is marked as restored
 *   restore_month.c  the files of old months
 *   restore_place.c  the old store goes aside, the new one gets its name
 *
 * Codes are enum restore_error, with err. */
#ifndef GATEWAY_STORE_RESTORE_INSIDE_H
#define GATEWAY_STORE_RESTORE_INSIDE_H

#include <limits.h>

#include "base/json.h"
#include "base/vault.h"
#include "gateway/store/restore.h"

/* What one restore has at hand. */
struct restoring {
	const struct restore_wish *wish;
	struct vault_key key;
	char part[PATH_MAX]; /* the store that comes */
	char folder[PATH_MAX]; /* of the backup */
	json_t *about;
	struct restore_done *out;
};

/* -- restore_pour.c -------------------------------------------------------- */

/* A vault_err as one of ours. */
int restore_vault_said(int code, struct err *err);
/* RESTORE_WRITE, by errno. */
int restore_no_write(const char *path, struct err *err);
/* A small piece as text (free()); NULL with err. */
char *restore_read_text(struct vault_in *in, int64_t octets, struct err *err);
/* The pieces of that file: what it says of itself into r->about, and the one of
 * the name `database`, which must be there, into the file `to`. */
int restore_open_file(struct restoring *r, const char *file,
    const char *database, const char *to, struct err *err);

/* -- restore_ready.c ------------------------------------------------------- */

/* The rows of that file against r->about. */
int restore_count(struct restoring *r, const char *path, struct err *err);
/* r->part: counted, brought up to date, checked and marked. */
int restore_make_ready(struct restoring *r, struct err *err);

/* -- restore_month.c ------------------------------------------------------- */

int restore_take_months(struct restoring *r, struct err *err);

/* -- restore_place.c ------------------------------------------------------- */

/* PATH and WHAT behind it, if it is there. */
void restore_drop_beside(const char *path, const char *what);
int restore_change_places(struct restoring *r, struct err *err);

#endif
