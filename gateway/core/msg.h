/* msg - a text on its way in or out, as the links and the turn speak of it.
 *
 * Plain data.  Views inside (text, data, raw) are borrowed for the length of
 * the call; who keeps a message copies it (intake does). */
#ifndef GATEWAY_CORE_MSG_H
#define GATEWAY_CORE_MSG_H

#include <stdbool.h>
#include <stdint.h>

#include "base/span.h"
#include "base/str.h"
#include "gateway/core/outcome.h"
#include "gateway/core/party.h"

enum msg_kind {
	MSG_TEXT, /* a text, or one part of a long one */
	MSG_REPORT, /* what became of a text that we sent */
	MSG_CALL, /* a missed call: only `from` is meant */
	MSG_BINARY, /* data, or for the phone itself (`why` says it): kept,
		       deleted, never an order */
	MSG_SILENT, /* type 0: deleted, shown to nobody */
	MSG_GARBLED, /* could not be decoded: `why` says it; kept, deleted */
};

enum msg_alphabet { MSG_GSM7, MSG_8BIT, MSG_UCS2 };

/* Where the link keeps the original until we acknowledge; index < 0: nowhere
 * (nothing to delete).  `store` as the modem names it: "SM", "ME"; "" with an
 * index of the link's own: nothing lies anywhere, but a peer waits for the
 * acknowledgement (SMPP, HTTP).  It is given after the commit like any other;
 * no row remembers it, and no on_forgotten() is due. */
struct msg_place {
	char store[8];
	int index;
};

/* TS 23.040 9.2.3.24.1 and .8: one part of a long text; total 0: whole. */
struct msg_part {
	uint16_t ref;
	bool wide; /* 16-bit reference: another series than the same 8-bit */
	uint8_t total;
	uint8_t seq; /* from 1 */
};

enum msg_report_class {
	MSG_REPORT_DELIVERED, /* TP-ST 0x00-0x1F */
	MSG_REPORT_TRYING, /* 0x20-0x3F: the service centre goes on */
	MSG_REPORT_FAILED, /* 0x40 and above: it gave up */
};

struct msg_in {
	enum msg_kind kind;
	struct msg_place place;
	char from[PARTY_OCTETS]; /* as it came; intake normalises */
	int64_t stamp_ms; /* service centre's; 0: unknown */
	bool stamp_ours; /* for want of one, when we got it: it serves to know
			    repeats by (`same`), and vouches for no clock */
	int stamp_offset_minutes;
	struct str text; /* UTF-8, of this part */
	struct msg_part part;
	enum msg_alphabet alphabet;
	struct span data; /* user data without header: septets one an octet
			     (GSM7) or octets; needed to join parts */
	uint8_t locking, single; /* TS 23.038 6.2.1.2.4: the tables that GSM7
				    data is read with; 0: the default */
	struct span raw; /* the TPDU; its hash recognises repeats */
	bool raw_told; /* the other fields say all that is in it: a text that
			  is taken as such need not keep it */
	/* What recognises the network's repeats: `raw`'s hash without what
	 * may differ between two copies.  0: raw's hash as it is. */
	uint64_t same;
	/* The network may be giving it a second time, for the connection broke
	 * before it saw our answer: if the newest message from that phone
	 * with the same `same` came in [again_since_ms, again_before_ms), UTC,
	 * it is that one.  before 0: no more than any other. */
	int64_t again_since_ms, again_before_ms;
	const char *why; /* GARBLED: what was wrong, with the octet; BINARY */

	/* MSG_TEXT */
	uint8_t replaces; /* 1..7: the sender's earlier text of that type */
	/* Where the sender wants answers (23.040 9.2.3.24.14); "" = there. */
	char reply_to[PARTY_OCTETS];

	/* MSG_REPORT only */
	/* What the link calls the part that we sent, as it told in the
	 * outcome: TP-MR 0..255 of a modem, the hash (63 bits, not 0) of an
	 * SMPP or HTTP message id. */
	int64_t report_mr;
	enum msg_report_class report;
	int report_code; /* TP-ST as it came */
};

/* What recognises another copy of it. */
uint64_t msg_same(const struct msg_in *message);

#define MSG_PARTS_MAX 10

/* One claimed row, for link->ops->send. */
struct msg_out {
	int64_t id;
	char to[PARTY_OCTETS];
	struct str text;
	uint8_t parts_done; /* parts that earlier tries got accepted */
	uint16_t parts_arrived; /* bits of parts that are not sent again */
	bool report; /* ask for a delivery report */
	bool repeat; /* second copy of an unknown: reject duplicates */
};

struct msg_outcome {
	int64_t id;
	enum outcome outcome;
	enum refusal refusal; /* when REFUSED */
	int64_t pause_ms; /* REFUSED: not by this link again before; 0: the
			     queue decides */
	int code; /* CMS/CME/SMPP code, 0: none */
	char why[96]; /* for the log and `furrow log`, in English */
	uint8_t parts_total;
	uint8_t parts_done; /* accepted so far, earlier tries included */
	/* What the link calls the parts [0, parts_done) that were sent in this
	 * try (report_mr); -1: not in this try, or it was not told. */
	int64_t mr[MSG_PARTS_MAX];
};

#endif
