/* link - the contract between the queue and whatever carries texts.
 *
 * A link (modem, smpp, http, loop) gives a const table of functions and calls
 * a sink that wire points at the turn (queue/turn).  The queue sees this file
 * and never a link's own header.
 *
 * Order of things, inwards: on_message() copies the message into the turn's
 * bounded buffer; after the COMMIT the turn calls ops->acknowledge() and only
 * then may the link delete or confirm it; on_forgotten() says that the
 * original is gone, so the pending_delete row may go too.
 * Outwards: the turn asks ops->room(), claims at most that many rows, commits,
 * then calls ops->send() for exactly those.  Each send ends in exactly one
 * on_outcome(); a later ACCEPTED for the same id may follow an UNKNOWN.
 * All calls in the loop's thread.  The sink never calls back into the link
 * from inside on_*(). */
#ifndef GATEWAY_CORE_LINK_H
#define GATEWAY_CORE_LINK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "gateway/core/msg.h"

#define LINK_NAME_OCTETS 32
#define LINK_TROUBLE_OCTETS 96

enum link_state {
	LINK_DOWN, /* device absent, or being reopened */
	LINK_STARTING, /* talking, not yet registered */
	LINK_UP, /* sends and receives */
	LINK_RESTING, /* receives, does not send (no credit, draining) */
	LINK_PARKED, /* given up until somebody acts, or the hourly try */
};

#define LINK_USSD_STEPS 8

/* A dialogue with the operator: a code, then answers to what he asks. */
struct link_ussd {
	int64_t id; /* not 0 */
	const char *steps[LINK_USSD_STEPS]; /* borrowed for the call */
	size_t count;
	int form; /* the number that an answer told for this model; 0 */
	bool secret; /* they hold a PIN or a voucher: never logged */
};

enum link_ussd_how {
	LINK_USSD_ANSWERED,
	LINK_USSD_REFUSED, /* by modem or network, for certain */
	LINK_USSD_SILENT, /* nobody knows whether the network heard it */
};

/* One step's end; the last has `last`. */
struct link_ussd_answer {
	int64_t id; /* 0: the operator began, and was not answered */
	size_t step; /* from 0 */
	bool last, asks, doubtful;
	enum link_ussd_how how;
	const char *text; /* UTF-8, "" unless ANSWERED */
	const char *why; /* or NULL */
	int form; /* in which it was asked; 0: not told */
};

struct link;

struct link_sink {
	void *arg;
	/* False: the buffer is full; keep the message and offer it again
	 * after ops->resume(). */
	bool (*on_message)(
	    void *arg, struct link *link, const struct msg_in *message);
	void (*on_outcome)(
	    void *arg, struct link *link, const struct msg_outcome *outcome);
	void (*on_forgotten)(
	    void *arg, struct link *link, const struct msg_place *place);
	/* The state or the room for sends changed. */
	void (*on_change)(void *arg, struct link *link);
	/* NULL: nobody asks. */
	void (*on_ussd)(void *arg, struct link *link,
	    const struct link_ussd_answer *answer);
};

/* For `furrow status` and `furrow link show`; texts are cut to fit. */
struct link_description {
	char device[64];
	char identity[96]; /* "huawei E3372 fw 22…", IMEI masked */
	char operator_[32]; /* from +COPS */
	int signal_percent; /* -1: unknown */
	char detail[128]; /* what it is doing, or why it is not up */
	/* What it took to bring it back, since the start: "reopen 2, radio 1"
	 */
	char recoveries[96];
	int64_t sim; /* a hash of the SIM's identity, above 0; 0: not told */
	int pin_refused; /* the mark of the PIN that its SIM refused; 0: none */
	int64_t since_mono_ms; /* in this state since */
	/* Where it keeps what comes in, and how full that is; total 0: it
	 * keeps nothing, or does not tell. */
	char store[8];
	int store_used, store_total;
};

/* One step of how a link was set up: what was asked, answered, chosen, why.
 * Texts are "" where there is none, hold no secret, and live until the link is
 * called again. */
struct link_step {
	int64_t wall_ms;
	int times; /* asked in a row */
	const char *asked, *answered, *chosen, *why;
};

struct link_ops {
	const char *kind; /* "modem", "loop" … */
	void (*start)(struct link *link);
	/* No more input, no new send; a send in flight gets up to grace_ms to
	 * end, then counts as UNKNOWN.  Returns at once; on_change with DOWN
	 * follows. */
	void (*stop)(struct link *link, int64_t grace_ms);
	size_t (*room)(const struct link *link);
	void (*send)(struct link *link, const struct msg_out *text);
	void (*acknowledge)(struct link *link, const struct msg_place *place);
	/* Instead: it was not stored, for the disk fails, and is forgotten
	 * here; whoever sent it keeps it and tries again.  NULL: the link
	 * cannot say so, then the turn keeps the message until it is stored. */
	void (*refuse)(struct link *link, const struct msg_place *place);
	void (*resume)(struct link *link); /* the buffer has room again */
	void (*reset)(struct link *link); /* an operator's wish */
	void (*drain)(struct link *link, bool on);
	/* False: it cannot now (not up, or in a dialogue).  NULL: never. */
	bool (*ussd)(struct link *link, const struct link_ussd *request);
	void (*describe)(const struct link *link, struct link_description *out);
	/* NULL: there is nothing to tell.  False behind the last step. */
	bool (*step)(const struct link *link, size_t i, struct link_step *out);
	void (*free)(struct link *link);
};

/* What the plan behind it allows; 0: no limit (gateway/queue/budget). */
struct link_budget {
	bool counted; /* a SIM: its months are counted, limited or not */
	int64_t texts_per_month; /* parts */
	int64_t recipients_per_month; /* different numbers */
	int64_t expires_ms; /* of the SIM or its airtime, UTC; 0: not known */
	int64_t keepalive_days; /* idle so long, it sends one text */
};

/* What its operator said was left on the SIM (gateway/queue/credit). */
struct link_credit {
	bool known; /* amount_minor is what he said */
	bool low, spent; /* below the alarm; not enough for one text */
	bool unread; /* he says something that cannot be read, or nothing */
	int64_t amount_minor;
	int64_t time_ms, expiry_ms; /* 0: never, not told */
};

/* Which texts may leave by it: operators sell routes for what a person asked
 * for and cheaper ones for what he did not. */
enum link_class {
	LINK_ANY,
	LINK_TRANSACTIONAL, /* no advisories */
	LINK_PROMOTIONAL, /* nothing but advisories */
};

#define LINK_KEYWORD_OCTETS 16

/* On what terms it may be used; the queue and the routes keep to them, not the
 * link. */
struct link_terms {
	enum link_class class_;
	/* It sends only between these minutes after the market's local
	 * midnight; equal: always. */
	int from_min, until_min;
	/* Parts a minute; 0: no limit.  Of a modem always: it keeps its own
	 * pace (link/send_pace). */
	int rate;
	/* Texts that come in by a shared number begin with it: taken off by
	 * the intake, whatever its case; "": none. */
	char keyword[LINK_KEYWORD_OCTETS];
	int quality; /* 0 to 100, what its owner thinks of it */
};

/* Since the start, kept by the queue. */
struct link_counts {
	int64_t in, reports; /* texts, or parts of them, and other news */
	int64_t accepted, refused, unknown; /* ends of tries */
	/* What became of texts that it took last: it has them, they arrived,
	 * they are given up or came too late to leave. */
	int64_t sent, delivered, lost;
};

/* First member of every link's own struct. */
struct link {
	const struct link_ops *ops;
	char name[LINK_NAME_OCTETS];
	char number[PARTY_OCTETS]; /* its own number, "" if unknown */
	enum link_state state;
	bool two_way; /* may a question leave by it? */
	/* Does the network vouch for who wrote?  A modem's does; whoever can
	 * hand us texts under any name does not. */
	bool low_trust;
	int64_t cost_minor; /* of one part */
	int64_t texts_per_day, spend_per_day_minor; /* 0: no limit */
	struct link_terms terms;
	struct link_budget budget;
	struct link_credit credit;
	struct link_counts counts;
	/* What somebody must look at although it is up: no credit, barred; "":
	 * nothing.  For the alarm, written by the link. */
	char trouble[LINK_TROUBLE_OCTETS];
	/* What it is given is taken, and nothing tells that it arrives: others
	 * go first.  Written by the link. */
	bool silent;
	int64_t id; /* the store's row, given by wire */
	const struct link_sink *sink;
};

const char *link_state_name(enum link_state state); /* "up" … */
/* "any", "transactional", "promotional"; false: none of them. */
bool link_class_from_name(enum link_class *out, const char *name);

#endif
