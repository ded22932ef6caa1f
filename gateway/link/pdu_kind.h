/* pdu_kind - what a message from the network is for us: a text of a person, or
 * something that only looks like one.
 *
 * Clauses: 3GPP TS 23.040 9.2.3.9 (protocol identifier), 9.2.3.24 (header),
 * 23.038 4 (message waiting).  In: a decoded PDU.  Out: its kind, and for what
 * is no text the words for the log.
 *   report      what became of a text of ours
 *   silent      type 0: a network looks whether the phone is there; shown to
 *               nobody, kept nowhere
 *   binary      8-bit or compressed data; whatever is for a port (WAP push,
 *               MMS notices, settings); downloads to the SIM; voicemail
 *               waiting; a wish to be called.  Kept, never an order
 *   text        all else, of whatever class
 * Pure: const tables, no state. */
#ifndef GATEWAY_LINK_PDU_KIND_H
#define GATEWAY_LINK_PDU_KIND_H

#include "gateway/core/msg.h"
#include "sms/pdu.h"

/* *why_out: static words, "" for a text, a report, a silent one. */
enum msg_kind pdu_kind(const struct pdu *pdu, const char **why_out);

/* 1..7: it replaces the sender's earlier text of that type (protocol
 * identifiers 41 to 47); 0: it replaces none. */
int pdu_kind_replaces(const struct pdu *pdu);

#endif
