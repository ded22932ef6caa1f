/* modem - one GSM modem: found, set up, kept alive; texts in, texts out.
 *
 * Clauses: 27.005 (SMS), 27.007 (the rest); what devices really do is in the
 * comments of at_lex, at_chan and quirk.  Speaks PDU mode only; PDUs go up and
 * down as they are (sms/pdu decodes them elsewhere).
 *
 * Inwards: the modem stores a text, says +CMTI, and we list the store then,
 * at the start, every sweep_ms and whenever a strange line came, because news
 * get lost.  A record is given up once and stays in the store until
 * modem_delete(); a record that we did not give is never deleted, a slot that
 * holds something else meanwhile neither.  Of a store the last slot is deleted
 * first: where a modem moves the others up, none that we still name moves.
 * What somebody stored for sending is left alone, but for when it clogs the
 * store.  Where texts can only come directly (+CMT), each is confirmed by
 * +CNMA when the owner has it.
 * Outwards: one message at a time.  Each modem_send() ends in exactly one
 * on_sent(); a MODEM_SENT_LATE may follow an UNKNOWN.
 * A device that is absent is looked for; one that does not work is brought
 * back by a ladder (modem_ladder.h): back into step, reopen, radio off and on,
 * restart, USB port off and on, the owner's command, at last parked.
 *
 * Loop rule: all in the loop's thread.  The callbacks may call back, but not
 * free the modem. */
#ifndef MODEM_MODEM_H
#define MODEM_MODEM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include "base/loop.h"
#include "base/span.h"
#include "base/str.h"

#include "modem/at_err.h"

/* Every time that the driver waits; modem_time_row() names and explains them.
 */
enum modem_time {
	MODEM_T_ESCAPE,
	MODEM_T_AT,
	MODEM_T_COMMAND,
	MODEM_T_TAIL,
	MODEM_T_SIM,
	MODEM_T_STORE,
	MODEM_T_LIST,
	MODEM_T_LIST_TAIL,
	MODEM_T_SLOT,
	MODEM_T_PROMPT,
	MODEM_T_SEND,
	MODEM_T_SEND_LEARNED,
	MODEM_T_SEND_DOUBT,
	MODEM_T_QUIET,
	MODEM_T_BABBLE,
	MODEM_T_STEP,
	MODEM_T_QUOTE,
	MODEM_T_DEBOUNCE,
	MODEM_T_ODD,
	MODEM_T_SWEEP,
	MODEM_T_POLL_SWEEP,
	MODEM_T_HEALTH,
	MODEM_T_POLL,
	MODEM_T_ABSENT,
	MODEM_T_WATCH,
	MODEM_T_BACKOFF,
	MODEM_T_BACKOFF_MAX,
	MODEM_T_RESTART,
	MODEM_T_PARKED,
	MODEM_T_NO_SIM,
	MODEM_T_HEALTHY,
	MODEM_T_DTR,
	MODEM_T_BOOT,
	MODEM_T_LOOK,
	MODEM_T_SET_UP,
	MODEM_T_LENIENT,
	MODEM_T_RESET_COMMAND,
	MODEM_T_DENIED,
	MODEM_T_CALL,
	MODEM_T_RESUME,
	MODEM_T_USSD,
	MODEM_T_USSD_TEXT,
	MODEM_T_USSD_LATE,
	MODEM_T_USSD_SOON,
	MODEM_T_USSD_HOLD,
	MODEM_TIMES
};

struct modem_time_row {
	const char *name;
	int64_t default_ms;
	const char *meaning;
};
const struct modem_time_row *modem_time_row(enum modem_time time);

/* The ladder, from below; modem_ladder.h says what each does. */
enum modem_rung {
	MODEM_RUNG_NONE,
	MODEM_RUNG_RESYNC,
	MODEM_RUNG_REOPEN,
	MODEM_RUNG_RADIO,
	MODEM_RUNG_RESTART,
	MODEM_RUNG_USB,
	MODEM_RUNG_COMMAND,
	MODEM_RUNG_PARK,
	MODEM_RUNGS
};
const char *modem_rung_name(enum modem_rung rung);

#define MODEM_ARGUMENTS_MAX 16

/* Which modem is meant, and how its power is switched; NULL or "": any. */
struct modem_pins {
	/* With one of these the tty's name is only where to look first.
	 * interface is hexadecimal, as in ID_USB_INTERFACE_NUM. */
	const char *imei, *usb_path, *interface;
	/* Another SIM is not used; the first digits are enough. */
	const char *imsi, *iccid;
	/* A program and its arguments that switch the modem's power off and
	 * on, NULL at the end; run without a shell, with FURROW_LINK and
	 * FURROW_DEVICE in its environment.  [0] NULL: none. */
	const char *reset_command[MODEM_ARGUMENTS_MAX + 1];
};

#define MODEM_INIT_MAX 8
#define MODEM_INIT_OCTETS 96

/* Do texts come as +CMT, each confirmed by +CNMA, instead of being stored? */
enum modem_direct {
	MODEM_DIRECT_AUTO, /* only where the modem can do nothing else */
	MODEM_DIRECT_YES,
	MODEM_DIRECT_NO,
};

/* Wishes that go before what modem/quirk knows; NULL or "": none. */
struct modem_setup {
	const char *family; /* the name of a row; an unknown one is no wish */
	const char *notify; /* for AT+CNMI=, "2,1,0,1,0" */
	const char *storage; /* for AT+CPMS=, "SM" */
	const char *centre; /* of the SIM's texts, "+254722500029" */
	/* Commands at the end of the set-up; NULL ends. */
	const char *init[MODEM_INIT_MAX + 1];
	enum modem_direct direct;
};

struct ports;

struct modem_config {
	const char *name; /* for the log; all texts are copied */
	/* A path, a pattern ("/dev/ttyUSB*") or "auto": any tty on the USB. */
	const char *device;
	struct ports *ports; /* shared by all modems; NULL: one of its own */
	struct modem_pins pins;
	int speed; /* 0: 115200 */
	const char *pin; /* NULL or "": the SIM wants none */
	bool pin_refused; /* before: not entered until modem_reset() */
	struct modem_setup setup;
	int64_t times_ms[MODEM_TIMES]; /* 0: the default */
};

struct modem_place {
	char store[8]; /* "SM", "ME"; "" when index < 0; "CMT", "CDS": not
			  stored, but the network waits for our word */
	int index; /* -1: came directly, kept nowhere */
};

/* One text or report, as the modem gave it. */
struct modem_record {
	struct modem_place place;
	struct str line; /* what stood where the PDU should */
	struct span pdu; /* the line as octets; empty when it is no hex */
	int64_t announced_octets; /* of the TPDU; -1: not told */
	bool fits; /* the octets are as many as announced */
	bool report; /* a status report, as far as one can see */
	bool stored; /* the modem keeps it until modem_delete() */
};

enum modem_sent_how {
	MODEM_SENT_ACCEPTED,
	MODEM_SENT_REFUSED, /* certainly not sent */
	MODEM_SENT_UNKNOWN, /* the Ctrl-Z was written, the result never came */
	MODEM_SENT_LATE, /* the +CMGS of one that was UNKNOWN */
};

struct modem_sent {
	int64_t id;
	enum modem_sent_how how;
	int reference; /* TP-MR; -1: not told */
	/* REFUSED; UNKNOWN: POISON when the modem itself said nonsense. */
	enum at_err_class class;
	enum at_err_about about; /* REFUSED: whom the code speaks of */
	int code; /* of +CMS or +CME ERROR; 0: none */
	bool glitch; /* REFUSED by no number: worth another try at once */
	const char *why; /* static */
};

enum modem_status {
	MODEM_DOWN, /* no device, or being reopened */
	MODEM_STARTING, /* talking, not yet on the network */
	MODEM_UP,
	MODEM_PARKED, /* given up but for a rare try: PIN, PUK, no SIM */
};

struct modem;
struct modem_ussd_answer;

struct modem_sink {
	void *arg;
	/* False: no room.  If stored, offered again after modem_resume(). */
	bool (*on_record)(void *arg, const struct modem_record *record);
	void (*on_sent)(void *arg, const struct modem_sent *sent);
	void (*on_deleted)(void *arg, const struct modem_place *place);
	void (*on_call)(void *arg, const char *number);
	void (*on_change)(void *arg); /* status, or modem_can_send() */
	/* modem/modem_ussd.h; NULL: nobody listens */
	void (*on_ussd)(void *arg, const struct modem_ussd_answer *answer);
};

struct modem_description {
	const char *device;
	const char *maker, *model, *firmware; /* "" when not told */
	const char *network; /* from +COPS, "" */
	char imei_tail[5]; /* the last four digits: the rest is masked */
	int signal_percent; /* -1: unknown */
	const char *state; /* of the machine: "configuring" … */
	const char *why; /* why it is not up, or "" */
	int64_t since_mono_ms; /* in this status since */
	unsigned long odd_lines; /* that nobody claimed */
	int64_t sim; /* a hash of the SIM's identity, above 0; 0: not told */
	bool pin_refused; /* the SIM did not take the PIN */
	enum modem_rung rung; /* of the ladder, taken last */
	unsigned long climbs[MODEM_RUNGS]; /* since the start */
	/* The store for what comes in: "SM", its slots, those in use when it
	 * was last looked at; -1: not told. */
	const char *store;
	int store_used, store_total;
};

/* sink is borrowed and must outlive the modem. */
struct modem *modem_new(struct loop *loop, const struct modem_config *config,
    const struct modem_sink *sink);
void modem_free(struct modem **modem);

void modem_start(struct modem *modem);
/* Closes the device.  A send in flight ends as UNKNOWN or REFUSED. */
void modem_stop(struct modem *modem);
/* Close, wait the first backoff, open: an operator's wish; ends PARKED. */
void modem_reset(struct modem *modem);
/* No listing any more, only the send in flight and deletions. */
void modem_quiesce(struct modem *modem);

enum modem_status modem_status(const struct modem *modem);

/* Up, and no message wanted or in flight. */
bool modem_can_send(const struct modem *modem);

/* pdu_hex with the service centre's field; copied.  tpdu_octets without it.
 * False (and nothing happens) when !modem_can_send() or it is too long. */
bool modem_send(
    struct modem *modem, int64_t id, struct str pdu_hex, size_t tpdu_octets);

/* A report about the message in flight came before its result: if that does
 * not follow soon, the message counts as accepted with this reference. */
void modem_send_reported(struct modem *modem, int reference);

/* Sends fail, and this may help: done when the modem is free for it, before the
 * next send. */
enum modem_remedy {
	MODEM_REMEDY_NONE,
	MODEM_REMEDY_SWEEP, /* look through its store */
	MODEM_REMEDY_NETWORK, /* ask whether it is still registered */
	MODEM_REMEDY_CHECK, /* look at its settings and its service centre */
	MODEM_REMEDY_REGISTER, /* leave the network and come back */
	MODEM_REMEDY_RESET, /* up the ladder that brings modems back */
};
void modem_mend(struct modem *modem, enum modem_remedy remedy);

/* A record that was given is safe with the owner now: delete it there, or
 * acknowledge it when it came directly.  on_deleted follows in any case. */
void modem_delete(struct modem *modem, const struct modem_place *place);

/* A message or a deletion is wanted or under way. */
bool modem_busy(const struct modem *modem);

/* The owner has room for records again. */
void modem_resume(struct modem *modem);

/* Texts live as long as the modem is not called again. */
void modem_describe(const struct modem *modem, struct modem_description *out);

/* How it was set up, step by step; lives as long as the modem. */
struct trace;
const struct trace *modem_trace(const struct modem *modem);

/* The machine as text, for the manual. */
void modem_draw(FILE *out);

#endif
