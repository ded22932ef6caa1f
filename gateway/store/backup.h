/* backup - one backup of the store: copied, checked, locked, proven, named.
 *
 *   1. the store is copied beside itself while orders go on (store_backup),
 *      and the copy asked everything that store_check() asks;
 *   2. the copy, the configuration's file and what is in them go into a vault
 *      (base/vault.h) in the folder, under a passing name, which is synced and
 *      read back;
 *   3. files of old months that are not there yet go into vaults of their own;
 *   4. only then the oldest go.
 * Killed anywhere, the backups that were there are there, and what is half done
 * is taken away by the next.
 *
 * In it: all orders, people, texts, the ledger, users and the audit; the
 * configuration.  Not in it: the index of words (it is made anew) and the files
 * of secrets that the configuration names (PINs, passwords, TLS keys): put
 * those where you keep the secret key.
 *
 * Waits for disks, for minutes where there is much: in a thread.  Never leaves
 * less than BACKUP_ROOM_OCTETS on the store's own disk. */
#ifndef GATEWAY_STORE_BACKUP_H
#define GATEWAY_STORE_BACKUP_H

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"
#include "gateway/store/backup_folder.h"

#define BACKUP_ROOM_OCTETS (INT64_C(64) << 20)

/* The pieces of a vault. */
#define BACKUP_PIECE_ABOUT "about.json"
#define BACKUP_PIECE_STORE "store.db"
#define BACKUP_PIECE_CONF "furrow.conf"
#define BACKUP_PIECE_MONTH "month.db"

enum backup_error {
	BACKUP_KEY = -1, /* the key's file is no key */
	BACKUP_PLACE = -2, /* the folder is not there, or nothing is mounted */
	BACKUP_ROOM = -3, /* too little room, here or there */
	BACKUP_STORE = -4, /* the store cannot be copied, or the copy is bad */
	BACKUP_WRITE = -5, /* the folder's disk: full, broken, gone */
};

struct backup_wish {
	const char *store_path;
	const char *conf_path; /* "": none */
	const char *folder;
	const char *key_file; /* a public key's, or a secret one's */
	const char *version; /* of furrow, for people */
	int64_t now_ms;
	int keep; /* how many stay; 0: all */
	bool mount; /* a stick must be mounted there */
};

struct backup_made {
	char name[BACKUP_NAME_OCTETS];
	int64_t octets;
	int months; /* files of old months written */
};

/* 0, or negative with err. */
int backup_make(
    const struct backup_wish *wish, struct backup_made *out, struct err *err);

#endif
