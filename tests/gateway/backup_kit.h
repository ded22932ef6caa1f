/* backup_kit - a store with something in it, a pair of keys, a folder for
 * backups, and a way to die or run out of disk in the middle. */
#ifndef TESTS_GATEWAY_BACKUP_KIT_H
#define TESTS_GATEWAY_BACKUP_KIT_H

#include "tests/gateway/store_kit.h"

#include "gateway/store/backup.h"
#include "gateway/store/restore.h"

struct backup_kit {
	struct kit *kit; /* the store's */
	char folder[128], public_file[128], secret_file[128], to[128];
	int64_t ids[6]; /* of texts: see backup_kit_fill */
};

int backup_kit_open(void **state);
int backup_kit_close(void **state);

/* Texts in every state that had not left (queued, sending, unknown), one that
 * was sent, one that came; an order with a code, a timer, a question. */
enum { TEXT_IN, TEXT_QUEUED, TEXT_SENDING, TEXT_UNKNOWN, TEXT_SENT, TEXT_NEXT };
void backup_kit_fill(struct backup_kit *b);

/* Into the kit's folder; asserts that it went well. */
struct backup_made backup_kit_make(struct backup_kit *b, int64_t now_ms);
int backup_kit_try(struct backup_kit *b, int64_t now_ms, int keep,
    struct backup_made *out, struct err *err);
/* The newest backup -> b->to. */
int backup_kit_restore(struct backup_kit *b, bool replace,
    struct restore_done *out, struct err *err);

/* fn in a process of its own that is killed at the n-th place where faults are
 * possible, or may write no file beyond so many octets (0: no limit): its code,
 * or 1 when it was killed. */
int backup_kit_fault(struct backup_kit *b, int (*fn)(struct backup_kit *b),
    int nth, int64_t octets);

int backup_kit_files(const char *folder); /* how many are in it */

#endif
