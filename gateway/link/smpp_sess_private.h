/* smpp_sess_private - shared by smpp_sess (the outside, effects) and
 * smpp_sess_table and smpp_sess_bound (what each state does with
 * each event) and smpp_sess_input (octets -> events). */
#ifndef GATEWAY_LINK_SMPP_SESS_PRIVATE_H
#define GATEWAY_LINK_SMPP_SESS_PRIVATE_H

#include "gateway/link/smpp_sess.h"

enum smpp_sess_event {
	SMPP_SESS_START,
	SMPP_SESS_OPENED,
	SMPP_SESS_LOST, /* data: why, a text or NULL */
	SMPP_SESS_PDU, /* data: struct smpp_sess_heard */
	SMPP_SESS_TIME,
	SMPP_SESS_WRITTEN,
	SMPP_SESS_STOP, /* also for a reset */
	SMPP_SESS_EVENTS,
};

struct smpp_sess_heard {
	const struct smpp_pdu *pdu;
	struct span octets;
};

/* smpp_sess.c */
uint32_t smpp_sess_request(struct smpp_sess *s, uint32_t command);
uint32_t smpp_sess_bind(struct smpp_sess *s);
bool smpp_sess_reply(
    struct smpp_sess *s, const struct smpp_head *to, uint32_t status);
void smpp_sess_say(struct smpp_sess *s, const char *why);
void smpp_sess_leave(struct smpp_sess *s); /* closes, waits or stops */
void smpp_sess_drop(struct smpp_sess *s, const char *why);
void smpp_sess_tick_at(struct smpp_sess *s, int64_t due_ms);

/* smpp_sess_table.c */
void smpp_sess_try_unbind(struct smpp_sess *s);

/* smpp_sess_bound.c */
void smpp_sess_enter_bound(struct fsm *m);
void smpp_sess_in_bound(struct fsm *m, int event, const void *data);
void smpp_sess_pdu_in_bound(
    struct smpp_sess *s, const struct smpp_sess_heard *heard);

/* smpp_sess_input.c */
void smpp_sess_count_unasked(struct smpp_sess *s, const struct smpp_pdu *pdu);
/* False: the connection is gone. */
bool smpp_sess_reply_or_drop(
    struct smpp_sess *s, const struct smpp_head *head, uint32_t status);
/* Once what was written has left. */
void smpp_sess_go_closing(struct smpp_sess *s, const char *why);
void smpp_sess_let_go(struct smpp_sess *s); /* answers the peer's unbind */
void smpp_sess_peer_unbinds(struct smpp_sess *s, const struct smpp_pdu *pdu);
void smpp_sess_note_alert(struct smpp_sess *s, const struct smpp_pdu *pdu);
void smpp_sess_refuse_request(
    struct smpp_sess *s, const struct smpp_pdu *pdu, uint32_t status);

/* A peer must not fill the log: the 1st, 2nd, 4th, 8th … is worth a line. */
static inline bool
smpp_sess_worth_saying(unsigned long count)
{
	return (count & (count - 1)) == 0;
}

#endif
