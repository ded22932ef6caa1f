/* sim_pdu - the simulators' own reader of SMS-SUBMIT and writer of
 * SMS-DELIVER and SMS-STATUS-REPORT (3GPP TS 23.040 9.2.2).
 *
 * Written apart from sms/, from the standard, and stricter than a phone: a
 * SUBMIT with octets left over, a length that does not fit or a filler in the
 * wrong place is refused with a reason, so that a bug of the gateway cannot
 * hide.  Not here: compression and national shift tables.  Owns and allocates
 * nothing. */
#ifndef TESTS_SIM_SIM_PDU_H
#define TESTS_SIM_SIM_PDU_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define SIM_UD_OCTETS 140
#define SIM_TPDU_OCTETS 180
#define SIM_PDU_HEX (2 * (SIM_TPDU_OCTETS + 12) + 1)
#define SIM_PART_TEXT 641 /* 160 characters of up to four octets, and a NUL */
#define SIM_NUMBER 24 /* 20 digits, '+', NUL */
#define SIM_PARTS 40 /* most parts of one text in either direction */

struct sim_tpdu {
	uint8_t at[SIM_TPDU_OCTETS];
	size_t octets;
};

struct sim_concat {
	unsigned ref;
	unsigned total; /* 0: not concatenated */
	unsigned seq;
	bool wide; /* 16-bit reference */
};

struct sim_submit {
	char to[SIM_NUMBER]; /* as sent: "+254…" only if international */
	char smsc[SIM_NUMBER]; /* empty: the modem's own */
	bool report; /* TP-SRR */
	bool reject_repeats; /* TP-RD */
	uint8_t mr, pid, dcs;
	struct sim_concat concat;
	int64_t validity_ms; /* TP-VP, 9.2.3.12; 0: none was given */
	int64_t until_wall_ms; /* its absolute form; 0: none */
	char alphabet; /* '7', '8' or 'u' */
	char text[SIM_PART_TEXT]; /* UTF-8; '8': hexadecimal, cut to fit */
};

/* `hex` is what the modem was given at its prompt: service centre, then TPDU
 * of `announced` octets.  0, or -1 with *why naming the first fault. */
int sim_pdu_read_submit(struct sim_submit *out, const char *hex, size_t chars,
    size_t announced, const char **why);

/* One part of a text, ready to be wrapped in a DELIVER. */
struct sim_part {
	uint8_t ud[SIM_UD_OCTETS];
	size_t ud_octets;
	uint8_t udl; /* septets or octets, by dcs */
	uint8_t dcs;
	bool udhi;
};

/* Cuts a text into at most `room` parts (GSM-7 if it can be, else UCS-2;
 * 8-bit reference).  Returns their number, -1 when it is longer.  Escapes and
 * surrogate pairs stay whole. */
int sim_pdu_split(
    struct sim_part *parts, size_t room, const char *utf8, uint8_t ref);

struct sim_deliver {
	const char *from; /* "+254…", digits, or up to 11 letters */
	int64_t wall_ms; /* the service centre's stamp */
	int zone_quarters;
	int message_class; /* 0..3, -1 none */
	bool more; /* more waiting: TP-MMS is written as 0 */
	uint8_t pid;
};
void sim_pdu_deliver(struct sim_tpdu *out, const struct sim_deliver *head,
    const struct sim_part *part);

struct sim_report {
	const char *to; /* the phone that was written to */
	int64_t sent_wall_ms;
	int64_t done_wall_ms;
	int zone_quarters;
	uint8_t mr;
	uint8_t status; /* TP-ST, 9.2.3.15 */
};
void sim_pdu_report(struct sim_tpdu *out, const struct sim_report *report);

/* What a modem prints: service-centre field (empty number: 00), then TPDU. */
void sim_pdu_print(
    char hex[SIM_PDU_HEX], const char *smsc, const struct sim_tpdu *tpdu);

#endif
