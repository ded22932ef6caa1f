/* restore - a backup becomes the store.
 *
 *   1. the lock of the store is taken: no furrowd works with it meanwhile;
 *   2. the vault is opened into STORE.restoring, each octet proven;
 *   3. its rows are counted and compared with what the backup says, the schema
 *      is brought up to date, everything is checked (store_check), and it is
 *      marked as restored (restore_mark.h);
 *   4. the files of old months that it speaks of come out of the same folder;
 *   5. the old store, if there is one, is put aside under another name, never
 *      deleted, and the new one gets its name.
 * Killed or failed anywhere before 5, the old store is what it was and is in
 * its place; within 5 it is aside, whole, and the next restore goes on.
 *
 * Waits for disks; no daemon, no loop. */
#ifndef GATEWAY_STORE_RESTORE_H
#define GATEWAY_STORE_RESTORE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"

enum restore_error {
	RESTORE_KEY = -1, /* no key, or another pair's */
	RESTORE_FILE = -2, /* cannot be read, cut, damaged, no backup */
	RESTORE_BUSY = -3, /* a furrowd works with that store */
	RESTORE_EXISTS = -4, /* there is a store, and `replace` was not said */
	RESTORE_NEWER = -5, /* made by a newer furrow */
	RESTORE_BROKEN = -6, /* what was in it is not what was put in */
	RESTORE_WRITE = -7, /* the disk: full, broken */
};

struct restore_wish {
	const char *file, *key_file;
	const char *to; /* the store */
	bool replace;
	int64_t now_ms;
	const char *actor; /* for the audit: "admin:root" */
};

#define RESTORE_PATH_OCTETS 1024

struct restore_done {
	int64_t made_ms; /* when the backup was made */
	int64_t held; /* texts that wait for a person */
	char aside[RESTORE_PATH_OCTETS]; /* the old store; "": none was there */
	char conf[RESTORE_PATH_OCTETS]; /* the configuration of then; "" */
	char missing[128]; /* months whose file is not there; "": none */
	int months; /* brought back */
};

/* 0, or negative with err. */
int restore_run(
    const struct restore_wish *wish, struct restore_done *out, struct err *err);

/* Reads all of it and throws it away: 0 when every octet is proven; *about_out
 * (may be NULL) is what it says of itself, as JSON text (free()). */
int restore_verify(
    const char *file, const char *key_file, char **about_out, struct err *err);

#endif
