/* audit_signer - signs where the audit stands, and appends that to a file.
 *
 * What who can write the store could forge, he cannot forge here without the
 * key; what was carried away (a copy of the file, a log on another machine) he
 * cannot take back.  A head (store/audit_head.h) follows
 *   so long after a row was written (after_ms),
 *   at least so often when nothing happens (every_ms),
 *   and at the end of the daemon.
 * Each is a line of the file, synced, and an event of the log with the whole
 * line.  In a thread: a slow or full disk holds up nobody.
 *
 * The key (base/sign.h) is made when there is neither key nor heads.  Before a
 * head is signed, the last one must still be true of the store, and the file
 * whole: else nothing more is signed, and audit_signer_trouble() says why until
 * somebody has looked and says audit_signer_accept() (a backup was restored, a
 * disk was lost).  What cannot be written is tried again each look. */
#ifndef GATEWAY_QUEUE_AUDIT_SIGNER_H
#define GATEWAY_QUEUE_AUDIT_SIGNER_H

#include "base/clock.h"
#include "base/loop.h"
#include "gateway/store/store.h"

struct audit_signer_config {
	struct loop *loop;
	const struct clock_source *clock;
	struct store *store; /* the writer: asked whether rows were added */
	const char *store_path, *key_path, *heads_path;
	int64_t every_ms, after_ms;
	int64_t look_ms; /* 0: a second */
};

struct audit_signer;

/* NULL: no thread is to be had. */
struct audit_signer *audit_signer_new(const struct audit_signer_config *config);
/* Why nothing is signed, in words; NULL: all is well. */
const char *audit_signer_trouble(const struct audit_signer *signer);
/* What the heads say and the store does not is past; sign from here. */
void audit_signer_accept(struct audit_signer *signer);
/* Signs the last row.  The turn must have ended. */
void audit_signer_free(struct audit_signer **signer);

#endif
