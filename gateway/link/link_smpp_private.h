/* link_smpp_private - shared by link_smpp (the link), link_smpp_conn (sockets
 * and timers around smpp_sess), link_smpp_in (PDUs -> messages),
 * link_smpp_out (messages -> PDUs, and what came of them), link_smpp_ussd
 * (dialogues). */
#ifndef GATEWAY_LINK_LINK_SMPP_PRIVATE_H
#define GATEWAY_LINK_LINK_SMPP_PRIVATE_H

#include "base/buf.h"
#include "base/dial.h"
#include "base/loop.h"
#include "base/stream.h"
#include "base/timer.h"
#include "base/tls.h"

#include "gateway/link/link_smpp.h"
#include "gateway/link/smpp_flow.h"
#include "gateway/link/smpp_judge.h"
#include "gateway/link/smpp_sess.h"

#define LINK_SMPP_CONNS_MAX (2 * LINK_SMPP_BINDS_MAX)
/* The centre's unanswered requests to us, all binds together: more than the
 * turn's inbox takes. */
#define LINK_SMPP_TAKEN_MAX 2048
#define LINK_SMPP_SHORT_WORDS 192
#define LINK_SMPP_ORPHANS LINK_SMPP_TAKEN_MAX
#define LINK_SMPP_LATE 64
#define LINK_SMPP_AGAIN_MS (INT64_C(10) * 60 * 1000)

struct link_smpp;

/* One connection; its own object, because calls for later may be owed to it. */
struct smpp_conn {
	struct link_smpp *lo;
	uint32_t index;
	uint32_t generation; /* of the socket */
	char label[LINK_NAME_OCTETS + 8];
	struct smpp_sess sess;
	struct dial *dial; /* one of the two, or none */
	struct stream *stream;
	struct timer *timer;
	struct err no_tls; /* why there is no TLS on our own side */
	int64_t bound_wall_ms; /* 0: not bound */
};

/* A text under way. */
struct smpp_text_out {
	struct msg_outcome out;
	char to[PARTY_OCTETS];
	/* For the parts and tries to come.  Nearly all fit in here. */
	char short_words[LINK_SMPP_SHORT_WORDS];
	char *long_words; /* owned, or NULL */
	size_t words_octets;
	uint16_t arrived;
	bool report, plain, busy;
	uint32_t next_free; /* slot + 1 */
};

/* A request of the centre that is not answered yet. */
struct smpp_taken_in {
	uint32_t conn, generation, command, sequence;
	uint64_t same;
	uint32_t next_free; /* slot + 1 */
	bool busy;
};

/* Part of a text that ended as unknown: its answer may come after all. */
struct smpp_late {
	uint32_t conn, generation, sequence;
	struct msg_outcome out;
};

struct smpp_texts { /* of the configuration, one allocation each */
	char host[256], tls_ca[4096], tls_name[256];
	char system_id[64], password[64];
	char system_type[64], address_range[64], sender[PARTY_OCTETS];
	char service_type[16], validity[20];
};

struct link_smpp {
	struct link link; /* first */
	struct loop *loop;
	struct link_smpp_config config; /* its texts point into `own` */
	struct smpp_texts own;
	struct tls_context *tls; /* made at the first connection */
	struct smpp_conn *conn[LINK_SMPP_CONNS_MAX];
	size_t conns, next_conn;
	bool draining, stopping, stopped;

	struct smpp_text_out *text;
	size_t texts, under_way;
	uint32_t text_free; /* slot + 1 */
	struct smpp_flow flow;
	struct smpp_judge judge;
	struct timer *pause_timer; /* armed: then flow may have room again */
	struct timer *rest_timer; /* armed: somebody should look, meanwhile */
	struct buf out; /* one PDU being written */
	uint8_t *part_room; /* for smpp_text_part */
	struct smpp_late late[LINK_SMPP_LATE];
	size_t late_next;

	struct smpp_taken_in *taken;
	uint32_t taken_free; /* slot + 1 */
	size_t taken_count;
	int64_t answered_mono_ms; /* a request of the centre, last */
	struct smpp_text_room room;
	int64_t lost_wall_ms; /* a bind, last; 0: none since the start */
	int64_t lost_mono_ms;
	uint64_t orphan[LINK_SMPP_ORPHANS]; /* unanswered when theirs broke */
	size_t orphans; /* noted so far */
	int64_t orphaned_mono_ms;
	char step_text[2][256];
	struct link_smpp_ussd *ussd; /* NULL: texts only */
};

int64_t link_smpp_now(void); /* monotonic */

/* link_smpp.c */
void link_smpp_changed(struct link_smpp *lo);
void link_smpp_rest(struct link_smpp *lo, int64_t ms);

/* link_smpp_conn.c */
struct smpp_conn *smpp_conn_new(
    struct link_smpp *lo, uint32_t index, enum smpp_sess_role role);
void smpp_conn_free(struct smpp_conn **conn);
void smpp_conn_resume(struct smpp_conn *conn);
/* Room for requests, the socket's buffer included. */
size_t smpp_conn_room(const struct smpp_conn *conn);
/* For texts: what is kept for screens is not theirs. */
size_t smpp_conn_text_room(const struct smpp_conn *conn);

/* link_smpp_in.c */
enum smpp_taken link_smpp_incoming(struct smpp_conn *conn,
    const struct smpp_pdu *pdu, struct span octets, bool overdue);
void link_smpp_answer(
    struct link_smpp *lo, const struct msg_place *place, uint32_t status);
/* What that connection was given is asked again by another. */
void link_smpp_orphan(struct link_smpp *lo, const struct smpp_conn *conn);

/* link_smpp_out.c */
void link_smpp_pace(struct link_smpp *lo);
void link_smpp_send(struct link *link, const struct msg_out *text);
void link_smpp_ended(struct smpp_conn *conn, const struct smpp_asked *asked,
    enum smpp_ending how, const struct smpp_pdu *pdu);
void link_smpp_unasked(struct smpp_conn *conn, const struct smpp_pdu *pdu);

/* link_smpp_ussd.c; all but the last do nothing on a link that does not serve
 * dialogues.  True: it was one, and it is answered. */
bool link_smpp_ussd_incoming(
    struct smpp_conn *conn, const struct smpp_pdu *pdu);
/* Some connection sends and some receives, or not any more. */
void link_smpp_ussd_changed(struct link_smpp *lo, bool bound);
void link_smpp_ussd_room(struct link_smpp *lo); /* a window may have some */
size_t link_smpp_ussd_share(const struct link_smpp *lo); /* of each window */
void link_smpp_ussd_free(struct link_smpp *lo);
/* A request of ours whose slot lies behind the texts'. */
void link_smpp_ussd_ended(struct link_smpp *lo, const struct smpp_asked *asked,
    enum smpp_ending how, const struct smpp_pdu *pdu);

#endif
