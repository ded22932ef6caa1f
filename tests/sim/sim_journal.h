/* sim_journal - what happened in the network, one JSON object a line.
 *
 * Append-only and written out per line, so that a test (or a person) counts
 * lost and doubled texts even after simnet was killed.  Members: `time`
 * (milliseconds since 1970), `kind`, then what the kind has:
 *   sent-by-phone       id from to text [modem]   (whose number `to` is)
 *   handed-to-modem     id modem part parts index from     (index -1: +CMT)
 *   returned-by-modem   id modem part            (shown, not acknowledged)
 *   report-to-modem     modem phone                   (handed as a report)
 *   taken-from-modem    modem mr to text part parts ref report repeat-bit
 *   refused-pdu         modem why
 *   delivered-to-phone  phone from text
 *   part-to-phone       phone from mr part parts    (each message, joined or
 *                       not: a text in parts is shown when all are there)
 *   expired             modem mr phone part parts text   (given up: validity)
 *   report              modem mr phone status
 *   call                modem from what   (ringing, answered, missed, hung-up,
 *                       hung-up-too-early: before the second RING)
 *   not-taken           modem to fate code text   (lost: said to be sent;
 *                       refused, hung)
 *   part-lost           id part parts             (never handed over)
 *   fault               modem fault               (was put on the modem)
 *   sim-swap            modem number */
#ifndef TESTS_SIM_SIM_JOURNAL_H
#define TESTS_SIM_SIM_JOURNAL_H

#include <stdint.h>
#include <stdio.h>

#include <jansson.h>

/* `out` may be NULL: nothing is kept.  Takes `members`. */
void sim_journal(FILE *out, int64_t wall_ms, const char *kind, json_t *members);

#endif
