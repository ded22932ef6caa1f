/* sim_net - a small mobile network: phones, modems, and texts between them.
 *
 * A phone is any number; it exists as soon as somebody writes to or from it.
 * A text to a modem waits in the network until the modem takes it; a text
 * from a modem reaches the phone at once, or when it is switched on again,
 * and long ones when all their parts are there.  One modem may write to
 * another.  Nothing is ever thrown away. */
#ifndef TESTS_SIM_SIM_NET_H
#define TESTS_SIM_SIM_NET_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include "tests/sim/sim_modem.h"

#define SIM_MODEMS 128

struct sim_inbox_text {
	char *from; /* owned */
	char *text; /* owned */
	int64_t wall_ms;
};

/* Parts of one long text on their way to a phone. */
struct sim_joining {
	struct sim_joining *next;
	char from[SIM_NUMBER];
	struct sim_concat concat; /* seq unused */
	char *parts[256]; /* owned, by seq - 1 */
	unsigned have;
};

/* A message that waits in the service centre for its phone. */
struct sim_parked {
	struct sim_parked *next;
	uint64_t id; /* from 1, for what is due about it */
	char from[SIM_NUMBER];
	struct sim_modem *modem;
	struct sim_submit submit;
	int64_t sent_wall_ms;
	enum sim_report_how how;
};

struct sim_phone {
	struct sim_phone *next; /* in its hash row */
	char number[SIM_NUMBER];
	bool off;
	int takes; /* parts until it goes off again; -1: no such end */
	int fails; /* TP-ST with which the centre gives up at once; 0: none */
	int64_t expire_ms; /* what waits is given up then; 0: as TP-VP says */
	int64_t again_ms; /* temporary reports so often; 0: only the first */
	struct sim_inbox_text *inbox; /* owned */
	size_t texts, room;
	struct sim_joining *joining;
	struct sim_parked *parked, **parked_end;
};

struct sim_waiting {
	struct sim_waiting *next;
	struct sim_wire wire;
};

struct sim_queue {
	struct sim_waiting *first, **end;
	size_t count;
};

/* What a SIM's plan has used up; limits are faults of the modem. */
struct sim_plan {
	int sent;
	bool barred;
	char (*recipients)[SIM_NUMBER]; /* owned */
	size_t known;
};

/* A modem in the network, with what waits for it. */
struct sim_line {
	struct sim_modem modem;
	struct sim_host host;
	struct sim_net *net;
	struct sim_queue texts, reports;
	struct sim_plan plan;
	bool pumping, again;
};

enum sim_due_kind { SIM_DUE_REPORT, SIM_DUE_TRY, SIM_DUE_EXPIRY };

/* What the service centre does at a time: see sim_net_report.h. */
struct sim_due {
	int64_t at_ms;
	uint64_t serial; /* of two at one time the older is first */
	enum sim_due_kind kind;
	struct sim_line *line; /* of a report */
	struct sim_report report;
	char phone[SIM_NUMBER]; /* as it was dialled */
	struct sim_phone *to; /* of the others: who is tried again */
	uint64_t parked;
};

struct sim_ussd_row {
	struct sim_ussd_row *next;
	char code[128]; /* "*144#", "*144#>1" */
	struct sim_ussd_answer answer;
};

struct sim_counts {
	uint64_t sent_by_phones, parts, handed, doubled;
	uint64_t taken, refused, delivered, reports, expired;
};

#define SIM_PHONE_ROWS 4096

struct sim_net {
	struct sim_world world;
	struct sim_line *lines[SIM_MODEMS]; /* owned */
	size_t modems;
	struct sim_phone *phones[SIM_PHONE_ROWS];
	struct sim_due *dues; /* heap by at_ms */
	size_t due, due_room;
	uint64_t last_due, last_parked;
	struct sim_ussd_row *ussd;
	int report_ms; /* from delivery to the report's way back */
	char country[8]; /* "254": what a leading 0 stands for */
	uint64_t last_id;
	uint8_t last_ref;
	struct sim_counts counts;
	FILE *journal; /* borrowed, or NULL */
	/* Told of each text that reaches a phone; may be NULL. */
	void (*arrived)(
	    void *arg, const char *phone, const struct sim_inbox_text *text);
	void *arrived_arg;
	/* A modem loses power for `ms`; NULL: only the modem hears of it. */
	void (*vanish)(void *arg, struct sim_line *line, int64_t ms);
	void *vanish_arg;
};

void sim_net_init(struct sim_net *net);
void sim_net_end(struct sim_net *net);

/* Powered off.  NULL when there are too many or the name is taken. */
struct sim_line *sim_net_add(
    struct sim_net *net, const struct sim_options *options);

/* By name or number; NULL when there is none. */
struct sim_line *sim_net_line(struct sim_net *net, const char *who);

struct sim_outgoing {
	const char *from, *to,
	    *text; /* to: a modem's name or number, or a phone */
	int message_class; /* -1 none */
	bool backwards; /* the last part first */
	unsigned without_part; /* this one never arrives; 0 none */
	unsigned times; /* the network repeats each part; 0 and 1: once */
};
/* The text's id, or 0 when it is longer than SIM_PARTS parts. */
uint64_t sim_net_text(struct sim_net *net, const struct sim_outgoing *text);

/* A TPDU as it is, for tests of odd ones; false when it is too long. */
bool sim_net_raw(struct sim_net *net, struct sim_line *line, const char *from,
    const char *hex);

struct sim_phone *sim_net_phone(struct sim_net *net, const char *number);
/* Switched on, a phone gets what waits for it, up to phone->takes parts. */
void sim_net_switch(struct sim_net *net, struct sim_phone *phone, bool off);
void sim_net_call(struct sim_net *net, struct sim_line *line, const char *from,
    int rings, int every_ms);
void sim_net_ussd(struct sim_net *net, const char *code,
    const struct sim_ussd_answer *answer);

void sim_net_tick(struct sim_net *net);
int64_t sim_net_due(const struct sim_net *net);

#endif
