/* link_smpp - an operator's SMPP centre as a link (SMPP 3.4, we are the ESME).
 *
 * One link has one or more binds, each a transceiver or a pair of transmitter
 * and receiver; texts spread over what is bound, receipts are understood on
 * whichever bind they come.
 * Inwards: a deliver_sm or data_sm becomes a msg_in and is answered when it is
 * acknowledged, that is, after its COMMIT; refused when the disk cannot take
 * it (ESME_RMSGQFUL: the centre keeps it and tries again).  Outwards: a msg_out
 * is cut into parts, each sent when the one before was taken; all requests of
 * a turn leave in one write(2) a connection.
 * What was under way when a connection broke ends as unknown, but for what had
 * certainly not left.
 * A message that comes within ten minutes of a bind, or of the end of another
 * one, may be one that the centre did not see answered before: msg_in.again_*
 * says so (gateway/queue/intake knows whether it came already).
 * Memory: what the configuration says (window, binds), whatever the peer does.
 */
#ifndef GATEWAY_LINK_LINK_SMPP_H
#define GATEWAY_LINK_LINK_SMPP_H

#include <stdbool.h>
#include <stdint.h>

#include "base/loop.h"

#include "gateway/core/link.h"
#include "gateway/link/smpp_receipt.h"
#include "gateway/link/smpp_text.h"

#define LINK_SMPP_BINDS_MAX 16
#define LINK_SMPP_AUTO (-1) /* type of number: as the number looks */

struct link_smpp_config {
	const char *name; /* the section's title */
	const char *number; /* short code or E.164; NULL or "": unknown */
	bool no_questions; /* one-way: no question may leave by it */

	const char *host;
	unsigned short port;
	bool tls;
	const char *tls_ca; /* PEM file; "": those of the system */
	const char *tls_name; /* "": the host's */

	const char *system_id, *password, *system_type;
	const char *address_range;
	uint8_t address_ton, address_npi;
	bool pair; /* transmitter and receiver instead of a transceiver */
	int binds; /* 0: 1 */
	size_t window; /* unanswered requests a bind; 0: 10 */
	/* 0: 30 s, 10 s, 1 s, 60 s */
	int64_t enquire_ms, response_ms, reconnect_min_ms, reconnect_max_ms;

	struct smpp_text_rules text;
	enum smpp_id_form id_in_response, id_in_receipt;
	/* What a telephone shows as sender; "": the number.  Letters allowed */
	const char *sender;
	int source_ton, source_npi, dest_ton, dest_npi; /* or LINK_SMPP_AUTO */
	const char *service_type;
	int64_t validity_minutes; /* 0: the centre's own */
	bool no_receipts;

	/* UTC; 0: not known.  Until then the last run of this program worked:
	 * what the centre repeats after our own end came before. */
	int64_t alive_ms;
	uint64_t seed; /* of the chance in waiting times */
};

/* Texts are copied, the password is wiped when freed.  sink is borrowed. */
struct link *link_smpp_new(struct loop *loop,
    const struct link_smpp_config *config, const struct link_sink *sink);

#endif
