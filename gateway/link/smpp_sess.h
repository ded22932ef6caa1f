/* smpp_sess - one SMPP connection as we keep it: from connecting to unbinding,
 * and again.
 *
 * A table machine (docs/machines.md) without a socket, clock, log or timer of
 * its own.  In: what happened (opened, octets, lost, time is up, somebody
 * wishes it stopped), each with the monotonic time.  Out: effects, a table of
 * functions that the owner gives.
 *
 * Standard: SMPP 3.4, of which we are the ESME.  2.2 session states, 4.1 bind,
 * 4.2 unbind, 4.3 generic_nack, 4.11 enquire_link, 7.2 timers, 2.9 windows.
 *
 * What it does with a peer that
 *   answers no request in response_ms    that request ends SILENT; after three
 *                                        times as long without any answer the
 *                                        connection is given up
 *   says nothing for enquire_ms          enquire_link; without an answer given
 *                                        up (half-open sockets)
 *   sends a PDU octet by octet           whole within response_ms, or given up
 *   lies about command_length            generic_nack, and given up: where the
 *                                        next PDU begins is not known
 *   sends a malformed body               an error answer; the link stays
 *   answers what nobody asked            counted, ignored
 *   unbinds                              what waits on either side is answered
 *                                        before its unbind is, for a second
 *   never reads                          given up when the output is full
 *   refuses the bind                     tried again: at reconnect_max_ms when
 *                                        somebody must look (password), sooner
 *                                        when it may pass (bound already)
 * Between two tries: reconnect_min_ms, doubled each time up to
 * reconnect_max_ms, half of it by chance; from the start again only after a
 * bind that held for reconnect_max_ms.
 *
 * Ours to the peer: at most `window` unanswered requests.  The peer's to us:
 * the owner takes each or says that there is no room; then reading stops, and
 * after SMPP_SESS_HELD_MS the owner is asked to answer what comes with "queue
 * full", so that answers behind it are heard. */
#ifndef GATEWAY_LINK_SMPP_SESS_H
#define GATEWAY_LINK_SMPP_SESS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/fsm.h"
#include "base/span.h"
#include "gateway/link/smpp_pdu.h"
#include "gateway/link/smpp_window.h"

#define SMPP_SESS_HELD_MS 2000
#define SMPP_SESS_WHY_OCTETS 160

enum smpp_sess_role {
	SMPP_SESS_TRANSCEIVER,
	SMPP_SESS_TRANSMITTER,
	SMPP_SESS_RECEIVER,
};

enum smpp_sess_state {
	SMPP_SESS_STOPPED,
	SMPP_SESS_WAITING, /* for the next try */
	SMPP_SESS_CONNECTING, /* TCP, TLS */
	SMPP_SESS_BINDING,
	SMPP_SESS_BOUND,
	/* Outstanding answers, then unbind, or the answer to the peer's. */
	SMPP_SESS_UNBINDING,
	SMPP_SESS_CLOSING, /* the last words leave */
	SMPP_SESS_STATES,
};

struct smpp_sess_config {
	const char *label; /* for the log; borrowed, like all texts here */
	enum smpp_sess_role role;
	const char *system_id, *password, *system_type, *addr_range;
	uint8_t addr_ton, addr_npi;
	size_t window;
	int64_t response_ms, enquire_ms, reconnect_min_ms, reconnect_max_ms;
	uint64_t seed; /* of the chance in waiting times */
};

/* How a request of ours ended. */
enum smpp_ending {
	SMPP_ENDED_ANSWERED, /* pdu is its response, or generic_nack */
	SMPP_ENDED_SILENT, /* no answer in time: nobody knows */
	SMPP_ENDED_LOST, /* the connection went: nobody knows */
	SMPP_ENDED_UNSENT, /* it went before the first octet left */
};

enum smpp_taken {
	SMPP_TAKEN, /* smpp_sess_answer() follows */
	SMPP_TAKEN_ANSWERED, /* it was answered already */
	SMPP_TAKEN_NO_ROOM, /* offer it again, after smpp_sess_resume() */
};

struct smpp_sess_effects {
	void (*connect)(void *arg); /* smpp_sess_opened or _lost follows */
	void (*close)(void *arg); /* at once */
	bool (*write)(void *arg, struct span octets); /* false: no room */
	size_t (*unwritten)(void *arg); /* of what was written so far */
	void (*arm)(void *arg, int64_t ms); /* its one timer; < 0: none */
	/* State, window or reason changed. */
	void (*changed)(void *arg);
	/* deliver_sm, data_sm.  overdue: do not say that there is no room. */
	enum smpp_taken (*incoming)(void *arg, const struct smpp_pdu *pdu,
	    struct span octets, bool overdue);
	void (*ended)(void *arg, const struct smpp_asked *asked,
	    enum smpp_ending how, const struct smpp_pdu *pdu);
	/* A response that nothing waits for (any more). */
	void (*unasked)(void *arg, const struct smpp_pdu *pdu);
	/* Input that was left is to be given again, soon, from the loop. */
	void (*again)(void *arg);
};

struct smpp_sess_counts {
	unsigned long binds, losses, unasked, malformed, nacked, unknown;
	unsigned long silent, held, alerts;
};

struct smpp_sess {
	struct fsm fsm;
	struct smpp_sess_config config;
	const struct smpp_sess_effects *effects;
	void *arg;
	int64_t now_ms, wait_ms, tick_due_ms;
	uint32_t sequence; /* the last one used */
	uint32_t control; /* of the bind or unbind that waits; 0: none */
	uint32_t enquiry; /* of the enquire_link that waits; 0: none */
	int64_t enquiry_ms, heard_ms, bound_ms, entered_ms;
	int64_t partial_ms; /* a PDU began to come then; 0: none */
	int64_t held_ms; /* no room since; 0: there is */
	bool no_room, overdue;
	int64_t silent_since_ms; /* requests unanswered since; 0: none */
	struct smpp_window window;
	uint64_t written_octets; /* on this connection */
	size_t untold; /* requests taken and not answered yet */
	int failures; /* tries in a row that did not hold */
	bool refused; /* the last bind was; the centre said bind_status */
	uint32_t bind_status;
	bool stop_wanted, reset_wanted;
	bool peer_unbinds; /* by peer_unbind, which is not answered yet */
	uint32_t peer_unbind;
	int64_t grace_ms;
	uint8_t peer_version; /* of its bind_resp; 0: not told */
	char peer_id[20]; /* its system_id */
	char why[SMPP_SESS_WHY_OCTETS]; /* it is not bound; "": it is */
	struct smpp_sess_counts counts;
	uint64_t chance;
};

extern const struct fsm_table smpp_sess_table;

void smpp_sess_init(struct smpp_sess *s, const struct smpp_sess_config *config,
    const struct smpp_sess_effects *effects, void *arg);
void smpp_sess_free(struct smpp_sess *s); /* tells nobody */

void smpp_sess_start(struct smpp_sess *s, int64_t now_ms);
/* What waits for an answer gets half of the time, unbind the other half. */
void smpp_sess_stop(struct smpp_sess *s, int64_t now_ms, int64_t grace_ms);
/* Unbinds and begins anew at once: an operator's wish. */
void smpp_sess_reset(struct smpp_sess *s, int64_t now_ms);

void smpp_sess_opened(struct smpp_sess *s, int64_t now_ms);
/* The connection did not come about, or is no more; why may be NULL. */
void smpp_sess_lost(struct smpp_sess *s, int64_t now_ms, const char *why);
/* Returns how many octets of the front are done with; the rest is given again
 * together with what follows. */
size_t smpp_sess_input(struct smpp_sess *s, int64_t now_ms, struct span octets);
void smpp_sess_time_up(struct smpp_sess *s, int64_t now_ms);
void smpp_sess_written(struct smpp_sess *s, int64_t now_ms); /* all of it */
/* There is room for requests again; true: give the left input again. */
bool smpp_sess_resume(struct smpp_sess *s);

static inline enum smpp_sess_state
smpp_sess_state(const struct smpp_sess *s)
{
	return (enum smpp_sess_state)s->fsm.state;
}
/* Bound, and not about to be stopped. */
bool smpp_sess_is_up(const struct smpp_sess *s);
/* How many more requests it takes now; 0 unless up and able to send. */
size_t smpp_sess_room(const struct smpp_sess *s);

/* The number for the next request; then _ask with the PDU that has it.  False:
 * not up, or no room: nothing was written.  The connection may be gone
 * afterwards, then `ended` was called. */
uint32_t smpp_sess_sequence(struct smpp_sess *s);
bool smpp_sess_ask(struct smpp_sess *s, int64_t now_ms, uint32_t sequence,
    uint32_t text, struct span octets);

/* At once, from within `incoming`, which returns SMPP_TAKEN_ANSWERED. */
void smpp_sess_answer_now(
    struct smpp_sess *s, const struct smpp_head *request, uint32_t status);

/* Answers a request that was taken: of that command and number. */
void smpp_sess_answer(struct smpp_sess *s, int64_t now_ms, uint32_t command,
    uint32_t sequence, uint32_t status);

#endif
