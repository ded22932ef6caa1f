/* pdu_status - what became of a text, in words.
 *
 * Clauses: 3GPP TS 23.040 9.2.3.15 (TP-ST of a status report), 9.2.3.22
 * (TP-FCS of an answer).  Every octet has a meaning; those that are reserved
 * or the service centre's own have that of their range, as the clause asks.
 * The words are static and English, a clause without a full stop. */
#ifndef SMS_PDU_STATUS_H
#define SMS_PDU_STATUS_H

#include <stdbool.h>
#include <stdint.h>

enum pdu_outcome {
	PDU_OUTCOME_DELIVERED, /* 00-1F */
	PDU_OUTCOME_TRYING, /* 20-3F: not an end, another report follows */
	PDU_OUTCOME_FAILED, /* 40-FF; see pdu_status_is_temporary */
};

enum pdu_outcome pdu_status_outcome(uint8_t status);
/* Failed (60-7F): the service centre gave up for now; we may try again. */
bool pdu_status_is_temporary(uint8_t status);

const char *pdu_outcome_name(enum pdu_outcome outcome); /* "trying" */
const char *pdu_status_reason(uint8_t status); /* "validity period expired" */
const char *pdu_status_cause(uint8_t cause); /* "SIM SMS storage full" */

#endif
