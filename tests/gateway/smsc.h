/* smsc - an SMPP centre on loopback, in the loop of a test, scriptable to
 * misbehave.
 *
 * What it hears is a story ("bind furrow; submit 254711000001 \"hello\"; "),
 * what it says is what the test tells it to, but for answers to binds,
 * submit_sm, enquire_link and unbind, which it gives by itself unless a field
 * below says otherwise.  One connection is the present one: the newest. */
#ifndef TESTS_GATEWAY_SMSC_H
#define TESTS_GATEWAY_SMSC_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/loop.h"
#include "base/stream.h"
#include "base/timer.h"
#include "tests/gateway/smsc_pdu.h"

#define SMSC_CONNS 16
#define SMSC_HEARD 64

struct smsc_conn {
	struct smsc *smsc;
	struct stream *stream; /* NULL: gone */
	bool bound;
};

struct smsc {
	struct loop *loop;
	int fd;
	int port;
	struct timer *acceptor;
	struct smsc_conn conn[SMSC_CONNS];
	size_t conns; /* accepted so far; the present one is the last */
	struct buf story;

	uint32_t bind_status, submit_status;
	bool silent; /* answers no bind */
	bool silent_submits, silent_enquiries, deaf;
	bool dialogues; /* submits are screens, told with their TLVs */
	bool numbered; /* answers and submits are told with their numbers */
	int next_id; /* of the next message, "m1" */
	uint32_t next_sequence;
	uint32_t submit[SMSC_HEARD]; /* sequence numbers of submits heard */
	size_t submits, binds;
};

struct smsc *smsc_new(struct loop *loop);
void smsc_free(struct smsc **smsc);

void smsc_send(struct smsc *s, const struct smsc_pdu *pdu);
void smsc_send_octets(struct smsc *s, const void *at, size_t octets);
/* Its sequence number. */
uint32_t smsc_deliver(struct smsc *s, const char *from, const char *words);
uint32_t smsc_receipt(
    struct smsc *s, const char *from, const char *id, const char *stat);
void smsc_answer_submit(
    struct smsc *s, uint32_t sequence, uint32_t status, const char *id);
void smsc_drop(struct smsc *s); /* the present connection */
void smsc_hold(struct smsc *s, bool deaf);

#endif
