/* smsc - a message centre that speaks SMPP 3.4, for load and for stories.
 *
 * It listens on 127.0.0.1, takes binds (receiver, transmitter, transceiver; as
 * many as come), hands texts to whoever may receive, answers submit_sm, and
 * tells its owner what came.  Raw epoll, one read and one write a connection
 * and turn, no copy of a PDU: about two microseconds a message, because it
 * shares two cores with what it measures.
 *
 * Own codec on purpose: what gateway/link/smpp_pdu got wrong would not show
 * against itself.  It reads what SMPP 3.4 says of submit_sm (4.4.1) and
 * deliver_sm_resp (4.6.2); texts in data coding 0 are taken as ASCII.
 *
 * Texts that were not acknowledged when a connection ends, or that were
 * answered with "queue full", "throttled" or "try again" (statuses 14, 58,
 * 64 hex), are handed over again, as a network does.
 *
 * One thread; smsc_turn() does all work, callbacks run inside it.  Allocation
 * failure ends the program, like everywhere. */
#ifndef BENCH_SMSC_H
#define BENCH_SMSC_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"

#define SMSC_ADDRESS_OCTETS 22

/* A text that furrow (or whoever) submitted; views until the callback ends. */
struct smsc_text {
	const char *from, *to; /* digits, NUL-terminated */
	const uint8_t *octets; /* behind a user data header, if there is one */
	size_t count;
	uint8_t esm_class, data_coding;
	bool report; /* registered_delivery asks for one */
	int part, parts; /* 1 of 1: not long; else from the UDH or SAR TLVs */
};

struct smsc_config {
	int port; /* 0: any; smsc_port() tells */
	int window; /* unacknowledged deliver_sm on each connection */
	bool receipts; /* answer what asks for a report with DELIVRD, at once */
	int throttle_every; /* each n-th submit_sm is refused (58 hex); 0: none
			     */
	/* Submitted and taken: called before the answer leaves. */
	void (*on_text)(void *arg, const struct smsc_text *text);
	/* smsc_deliver()'s text was acknowledged, so it is theirs now. */
	void (*on_taken)(void *arg, uint64_t tag);
	void *arg;
};

struct smsc_counts {
	int64_t binds, delivered, taken, again; /* handed over; resp 0; anew */
	int64_t refused; /* deliver_sm_resp that no repeat will change */
	int64_t submitted, throttled, receipts, receipts_taken;
	int64_t stray; /* answers that nobody asked for */
	int64_t malformed; /* what we could not read: the connection ends */
};

struct smsc;

/* NULL with err: the port is taken. */
struct smsc *smsc_new(const struct smsc_config *config, struct err *err);
void smsc_free(struct smsc **smsc);
int smsc_port(const struct smsc *smsc);

/* Connections that may receive. */
int smsc_receivers(const struct smsc *smsc);
/* Places in their windows. */
int smsc_room(const struct smsc *smsc);
/* Texts handed over and not acknowledged yet, those to be repeated as well. */
int smsc_open(const struct smsc *smsc);

/* Hands a text over (up to 254 octets, data coding 0), now or, without room,
 * when there is some.  The tag comes back with on_taken. */
void smsc_deliver(struct smsc *smsc, const char *from, const char *to,
    const char *text, uint64_t tag);

/* Writes what waits, waits at most that long for something, works it. */
void smsc_turn(struct smsc *smsc, int64_t timeout_us);
/* Closes all connections, as a network that goes away would. */
void smsc_drop(struct smsc *smsc);

const struct smsc_counts *smsc_counts(const struct smsc *smsc);

#endif
