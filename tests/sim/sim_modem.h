/* sim_modem - one GSM modem: what it holds, what it says, when.
 *
 * Bytes from the computer go in by sim_modem_feed, bytes for it gather in
 * `out`; messages from the network go in by sim_modem_take, and what the
 * modem does to the network goes through `host`.  No descriptor, no clock: a
 * test can play a modem in memory.  3GPP TS 27.005, 27.007; ITU-T V.250.
 *
 * Where things are: sim_modem.c power, timers, bytes; sim_answer.c how an
 * answer leaves (delays, faults); sim_receive.c messages from the network;
 * sim_send.c prompt and sending; sim_habit.c a family's own ways; sim_wedge.c
 * hanging, other programs; sim_at.c the command line and its table. */
#ifndef TESTS_SIM_SIM_MODEM_H
#define TESTS_SIM_SIM_MODEM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "tests/sim/sim_fault.h"
#include "tests/sim/sim_pdu.h"
#include "tests/sim/sim_profile.h"
#include "tests/sim/sim_store.h"
#include "tests/sim/sim_util.h"

#define SIM_LINE_OCTETS 560
#define SIM_PROMPT_OCTETS 512
#define SIM_NAME 32

enum sim_state {
	SIM_OFF, /* unplugged */
	SIM_BOOTING, /* has power, hears nothing */
	SIM_IDLE, /* reads a command line */
	SIM_BUSY, /* a command runs; further bytes wait */
	SIM_PROMPT, /* reads a PDU, up to Ctrl-Z or ESC */
};

enum sim_busy {
	SIM_BUSY_ANSWER, /* the answer is ready and waits for its time */
	SIM_BUSY_SEND, /* a message is on its way into the network */
	SIM_BUSY_SCAN, /* long and abortable by any byte: +COPS=? */
};

/* Lost with power, +CFUN=1,1 and ATZ. */
struct sim_settings {
	bool echo, quiet, verbose;
	int cmee, cmgf, csms, creg, cereg, clip, cusd, cmms, cfun;
	int cnmi[5];
	char cscs[12];
	int mem[3]; /* index into stores: read/delete, write/send, receive */
};

/* A TPDU on its way from the network to the modem. */
struct sim_wire {
	struct sim_tpdu tpdu;
	uint64_t id; /* the text's, 0 for reports */
	unsigned part, parts;
	int message_class; /* -1 none */
	bool report;
	bool repeat; /* the network's second copy */
	char peer[SIM_NUMBER];
};

struct sim_ussd_answer {
	char text[256];
	bool more; /* the network waits for a choice */
	int delay_ms;
};

/* What the network makes of a message that the modem hands to it. */
enum sim_fate {
	SIM_FATE_TAKEN,
	SIM_FATE_LOST, /* said to be sent, and never seen again */
	SIM_FATE_REFUSED, /* +CMS ERROR: code */
	SIM_FATE_HANGS, /* no result; the modem is busy for `ms` */
};
struct sim_verdict {
	enum sim_fate fate;
	int code;
	int64_t ms;
};

/* What ends a wedge. */
enum sim_cure {
	SIM_CURE_REOPEN,
	SIM_CURE_RADIO,
	SIM_CURE_RESTART,
	SIM_CURE_POWER
};
struct sim_wedge {
	bool on, babbles;
	enum sim_cure cure;
};

enum sim_report_how { SIM_REPORT_LATER, SIM_REPORT_NOW, SIM_REPORT_NEVER };

struct sim_modem;

/* What the modem asks of the network.  All must be there. */
struct sim_host {
	void *arg;
	/* Whether the SIM's plan and credit allow it. */
	struct sim_verdict (*allows)(void *arg, struct sim_modem *modem,
	    const struct sim_submit *submit);
	/* Too much current: all modems of its hub lose power for a while. */
	void (*brown)(void *arg, struct sim_modem *modem, int64_t ms);
	/* The network took a message out of the modem. */
	void (*taken)(void *arg, struct sim_modem *modem,
	    const struct sim_submit *submit, enum sim_report_how how);
	/* The PDU at the prompt was no good SUBMIT: a bug of the sender. */
	void (*refused)(void *arg, struct sim_modem *modem, const char *why);
	/* A message is now the modem's: stored at `index`, or -1: shown. */
	void (*handed)(void *arg, struct sim_modem *modem,
	    const struct sim_wire *wire, int index);
	/* It was shown but never acknowledged: the network has it back. */
	void (*returned)(
	    void *arg, struct sim_modem *modem, const struct sim_wire *wire);
	/* There may be room or coverage again for what waits. */
	void (*room)(void *arg, struct sim_modem *modem);
	/* false: the network knows no such code. */
	bool (*ussd)(void *arg, struct sim_modem *modem, const char *code,
	    struct sim_ussd_answer *out);
	/* The computer took ("answered") or ended ("hung-up") a call. */
	void (*call)(void *arg, struct sim_modem *modem, const char *what);
};

struct sim_options {
	char name[SIM_NAME];
	char number[SIM_NUMBER];
	const struct sim_profile *profile;
	char storage[3]; /* empty: the profile's */
	char urc_port[12]; /* "usbmodem": lines go to another port than ours */
	char imei[16]; /* empty: made from the name */
	char hub[16]; /* its modems share a power supply; empty: none */
	char pin[9]; /* empty: the SIM asks for none */
	int slots;
	char ports[48]; /* "diag+nmea+at+modem"; empty: one port */
	int tty; /* -1, or the first port is called ttyUSBN */
	int baud; /* of the line; 0: no limit */
	int speed; /* what its UART is set to; 0: any */
	int delay_ms; /* before every answer */
	int send_ms; /* a message takes this long into the network */
	int ready_ms; /* after the banner, SMS commands fail this long */
	int field; /* times of the profile, where none are set */
	int mr; /* reference of the first message sent */
	int text_mode; /* +CMGF=1 is accepted, and is so after power-up */
};

enum { SIM_STORE_SM, SIM_STORE_ME, SIM_STORE_SR, SIM_STORES };

struct sim_modem {
	struct sim_options options;
	struct sim_world *world;
	const struct sim_host *host;
	struct sim_faults faults;
	struct sim_store own_stores[SIM_STORES];
	struct sim_store *stores; /* those, or of the stick's first AT port */
	struct sim_settings set;
	char smsc[SIM_NUMBER];
	uint8_t mr;
	int pin_tries;
	bool pin_ok;

	enum sim_state state;
	enum sim_busy busy;
	enum sim_state after_busy;
	int64_t busy_until_ms; /* end of SIM_BUSY or SIM_BOOTING */
	int64_t ready_at_ms; /* SMS commands work from then on */
	int64_t deaf_until_ms;
	int64_t noise_at_ms;
	struct sim_wedge wedge;
	int64_t intrude_at_ms;
	unsigned intrusions, noises;
	int64_t nag_at_ms, forget_at_ms, late_at_ms;
	int64_t heard_at_ms, result_at_ms;
	bool awake; /* told not to sleep */
	bool ready_said;
	bool stalled; /* was full, and takes nothing more: "no-resume" */
	bool was_registered, was_full;

	struct sim_buf in, out;
	struct sim_buf held; /* the running command's answer */
	struct sim_buf urc_later; /* for when no prompt is open */
	struct sim_buf urc_off; /* while +CNMI mode is 0 */
	struct sim_buf late; /* an answer that comes behind the next one */
	bool urc_at_once; /* the next one overtakes the answer */
	bool said; /* the answer has a line already */
	bool put_off; /* it is in `late` */
	bool restart_after; /* +CFUN=1,1: once its OK is out */
	char command[16]; /* the running one's name, for faults;
			     "result" from Ctrl-Z on */

	char line[SIM_LINE_OCTETS];
	size_t line_octets;
	bool line_long;
	char prompt[SIM_PROMPT_OCTETS];
	size_t prompt_octets;
	bool prompt_long;
	size_t announced;
	struct sim_submit sending;
	struct sim_verdict verdict; /* of what is being sent */
	bool judged;

	bool cnma_waits;
	int64_t cnma_until_ms;
	struct sim_wire cnma_wire;

	char caller[SIM_NUMBER];
	char caller_name[32]; /* in +CLIP, or empty */
	int rings_left, rings_heard;
	bool called; /* somebody calls, and was not answered */
	int ring_every_ms;
	int64_t ring_at_ms;

	struct sim_ussd_answer ussd;
	char ussd_path[128];
	int64_t ussd_at_ms; /* SIM_NEVER: no answer is due */
	bool ussd_open;
};

/* Powered off.  `world` and `host` are borrowed for the modem's life. */
void sim_modem_init(struct sim_modem *modem, const struct sim_options *options,
    struct sim_world *world, const struct sim_host *host);
void sim_modem_end(struct sim_modem *modem);

void sim_modem_plug(struct sim_modem *modem); /* power: boots */
void sim_modem_unplug(struct sim_modem *modem);
void sim_modem_restart(struct sim_modem *modem); /* both, the port stays */

void sim_modem_feed(struct sim_modem *modem, const void *bytes, size_t octets);
void sim_modem_tick(struct sim_modem *modem); /* does what is due */
int64_t sim_modem_due(const struct sim_modem *modem); /* or SIM_NEVER */

/* Stops listening; what comes meanwhile waits if `keep`, else is lost.
 * `noise`: says a line every 100 ms all the same. */
void sim_modem_deafen(
    struct sim_modem *modem, int64_t ms, bool keep, bool noise);
/* sim_wedge: hangs until the cure comes; see the faults "wedge", "babble". */
void sim_modem_wedge(struct sim_modem *modem, enum sim_cure cure, bool babbles);
bool sim_modem_wedge_eats(struct sim_modem *modem, const char *command);
void sim_modem_cured(struct sim_modem *modem, enum sim_cure by);
void sim_modem_reopened(struct sim_modem *modem); /* its port was */
/* Another program's command, if it is time for one: "intruder". */
void sim_modem_intrude(struct sim_modem *modem);

void sim_modem_ring(
    struct sim_modem *modem, const char *caller, int rings, int every_ms);

/* All settings as after power-up, without a word. */
void sim_modem_forget(struct sim_modem *modem);

bool sim_modem_registered(struct sim_modem *modem);
int sim_modem_registration(struct sim_modem *modem); /* stat of +CREG */
bool sim_modem_sms_ready(const struct sim_modem *modem);
const char *sim_modem_state_name(const struct sim_modem *modem);

/* sim_receive: false when the network has to keep it for now. */
bool sim_modem_take(struct sim_modem *modem, const struct sim_wire *wire);
bool sim_modem_acknowledge(struct sim_modem *modem); /* +CNMA */
void sim_modem_give_back(struct sim_modem *modem); /* what was not */

/* sim_habit: what a family does by itself. */
const char *sim_modem_noise(struct sim_modem *modem); /* a line, in turn */
void sim_habit_booted(struct sim_modem *modem);
void sim_habit_tick(struct sim_modem *modem);
int64_t sim_habit_due(const struct sim_modem *modem);
/* A command begins: it may end a nag, or have come too soon. */
void sim_habit_command(struct sim_modem *modem, const char *command);
/* The octets at the front that a sleeping modem does not hear. */
size_t sim_habit_misses(struct sim_modem *modem, size_t octets);
/* The answer comes later: it is not to be released now. */
bool sim_habit_late(struct sim_modem *modem);

/* sim_answer: lines of the running command, its end, lines of nobody's. */
void sim_modem_say(struct sim_modem *modem, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
void sim_modem_pdu_hex(const struct sim_modem *modem, char hex[SIM_PDU_HEX],
    const struct sim_tpdu *tpdu);
void sim_modem_pdu_line(struct sim_modem *modem, const struct sim_tpdu *tpdu);
void sim_modem_result(struct sim_modem *modem, const char *result);
void sim_modem_finish(struct sim_modem *modem, enum sim_state next);
void sim_modem_release(struct sim_modem *modem);
void sim_modem_urc(struct sim_modem *modem, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* sim_send */
void sim_modem_prompt_byte(struct sim_modem *modem, char c);
void sim_modem_sent(struct sim_modem *modem); /* the network's time is over */

/* sim_ussd */
void sim_ussd_due(struct sim_modem *modem);
/* The network begins.  False: the modem is off, or in a dialogue. */
bool sim_ussd_push(struct sim_modem *modem, const struct sim_ussd_answer *push);

/* sim_at: a whole command line, without its CR. */
void sim_modem_command(struct sim_modem *modem, char *line);
void sim_modem_cme(struct sim_modem *modem, int code); /* as +CMEE says */
void sim_modem_cms(struct sim_modem *modem, int code);

#endif
