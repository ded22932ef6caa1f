/* modem_private - the driver's struct and the seams between its files:
 *   modem        the owner's calls
 *   modem_machine  the machine
 *   modem_open   opening and closing the device
 *   modem_recover  the ladder, climbed
 *   modem_restart  its rungs that are commands
 *   modem_poor   ports that are no good for messages
 *   modem_power  its rungs that take the power away
 *   modem_times  how long it waits for what
 *   modem_probe  from an open device to an answer
 *   modem_script  how a script runs; then the three that set a modem up:
 *   modem_identify, modem_sim, modem_init
 *   modem_settings  which stores, which news
 *   modem_turn   what a set-up modem does next; health; news
 *   modem_news   what it says unasked
 *   modem_record the table of what lies in its stores
 *   modem_reading  what stood in a slot
 *   modem_store, modem_list, modem_slot, modem_delete
 *                opening, listing, reading and deleting
 *   modem_fill   how full a store is, and what to do about it
 *   modem_confirm  what comes directly, and its +CNMA
 *   modem_ussd, modem_ussd_reply  a dialogue with the operator
 *   modem_send   one message out
 *   modem_mend   remedies for sends that fail */
#ifndef MODEM_MODEM_PRIVATE_H
#define MODEM_MODEM_PRIVATE_H

#include "base/fsm.h"
#include "base/timer.h"

#include "modem/at_chan.h"
#include "modem/caller.h"
#include "modem/errand.h"
#include "modem/modem.h"
#include "modem/modem_ladder.h"
#include "modem/modem_ussd.h"
#include "modem/port_role.h"
#include "modem/ports.h"
#include "modem/quirk.h"
#include "modem/trace.h"

#define STORES_MAX 4
#define STORE_OCTETS 8
#define RECORDS_MAX 1024
#define TOLD_MAX 16
#define GRAVES_MAX 64
#define PDU_HEX_OCTETS 512 /* 176 octets, twice, and room */

enum modem_state {
	MODEM_CLOSED,
	MODEM_PROBING,
	MODEM_IDENTIFYING,
	MODEM_SIM,
	MODEM_CONFIGURING,
	MODEM_REGISTERING,
	MODEM_READY,
	MODEM_RESYNC,
	MODEM_RESTARTING,
	MODEM_STATE_PARKED,
	MODEM_STATES
};

enum modem_event {
	MODEM_EV_HUNG_UP, /* the device is gone */
	MODEM_EV_FAILED, /* it does not answer, or a script cannot go on */
	MODEM_EV_OUT_OF_STEP,
	MODEM_EV_IN_STEP,
	MODEM_EV_RESTARTED, /* a banner, or its settings are lost */
	MODEM_EV_DONE, /* a script has ended well */
	MODEM_EV_NETWORK, /* registered */
	MODEM_EV_NO_NETWORK,
	MODEM_EV_PARK,
	MODEM_EV_WRONG, /* another modem than the one that is meant */
	MODEM_EV_STOP, /* the owner's wish: close */
	MODEM_EV_TIMEOUT,
	MODEM_EVENTS
};

/* What a set-up modem is busy with; one at a time. */
enum modem_activity {
	MODEM_ACT_NONE,
	MODEM_ACT_STORE, /* AT+CPMS to another store */
	MODEM_ACT_LIST,
	MODEM_ACT_READ,
	MODEM_ACT_SCAN, /* +CMGR of every slot: +CMGL is blind */
	MODEM_ACT_DELETE,
	MODEM_ACT_CONFIRM, /* +CNMA */
	MODEM_ACT_REATTACH, /* radio off and on: the network tries again */
	MODEM_ACT_SEND,
	MODEM_ACT_NETWORK,
	MODEM_ACT_HEALTH,
	MODEM_ACT_REGISTER, /* out of the network and back */
	MODEM_ACT_USSD,
};

enum record_state {
	RECORD_READ, /* to be read by +CMGR */
	RECORD_GIVEN, /* the owner has it, not yet acknowledged */
	RECORD_DELETE, /* acknowledged: to be deleted */
	RECORD_CHECK, /* a deletion failed: delete if it is seen again */
	RECORD_BAD, /* cannot be read by itself: taken as a list shows it */
	RECORD_OWN, /* stored for sending or sent: not for us, left alone */
};

struct record {
	enum record_state state;
	int store; /* index into modem.stores */
	int index;
	uint64_t hash;
	int tries;
	bool report; /* announced by +CDSI */
	bool seen; /* in the list that runs, or ran last */
	bool missing; /* a whole list did not show it: nothing to delete */
};

/* Deleted, says the modem.  One that is seen again just there is that same
 * text still (a store that cannot be written), not another. */
struct grave {
	int store, index;
	uint64_t hash;
	int times; /* seen again in this session */
};

struct told {
	int store, index;
	bool before_list; /* told before the list began that runs now */
	bool report;
};

enum step_result {
	STEP_NEXT,
	STEP_AGAIN, /* the same, at once */
	STEP_LATER, /* the same, after MODEM_T_POLL */
	STEP_FAIL,
	STEP_STOP, /* the machine has moved on */
};

/* One command of a script. */
struct step {
	const char *text; /* NULL: build makes it */
	const char *shown; /* in the trace; NULL: the text itself */
	bool (*build)(struct modem *m, char *text, size_t octets); /* or skip */
	const char *prefix;
	enum modem_time time;
	void (*on_line)(struct modem *m, struct str line);
	enum step_result (*on_done)(
	    struct modem *m, const struct at_result *result);
};

struct modem {
	struct loop *loop;
	const struct modem_sink *sink;
	char name[32], device[128], pin[16];
	int speed, speed_tries, speed_open;
	int64_t times_ms[MODEM_TIMES];

	struct fsm machine;
	struct timer *state_timer, *list_timer, *sweep_timer, *health_timer;
	struct at_chan *chan;
	struct ports *ports, *own_ports; /* own: nobody gave us any */
	int claim; /* in ports */
	bool on_usb; /* the port; and which of the stick's it is: */
	enum port_role port_role;
	bool searching; /* the port may be another's, or no modem's */
	int denied; /* messages in a row that it did not allow; since: */
	int64_t denied_mono_ms;
	int unannounced; /* lists with new texts, since news came last */
	bool poor_due; /* news seem to come out of another port */
	bool stores_refused; /* all of them */
	bool at_home; /* it is where the modem spoke last */
	uint64_t device_number; /* what the name stood for when opened */
	char imsi_wanted[24], card_wanted[24]; /* "": any */
	char why_text[192]; /* what why points to, when it is put together */
	struct at_chan_sink chan_sink;
	struct at_chan_pace pace;
	struct timer *step_timer;

	/* The ladder. */
	struct ladder ladder;
	enum modem_rung least, most; /* of the trouble at hand */
	enum modem_rung remedy; /* due as soon as it answers */
	int remedy_try; /* index into quirk->restart */
	bool answered; /* since it was opened */
	bool is_silent; /* the trouble at hand: commands go unanswered */
	bool was_mute; /* the last opening found no answer at all */
	bool was_silent; /* the rung was taken because it did not answer */
	bool mute_parked; /* parked because it does not answer */
	bool was_absent; /* before it was opened */
	bool usb_refused; /* no rights to reset its port */
	int mutes; /* openings without an answer, in a row */
	int64_t patience_mono_ms; /* until then silence is forgiven */
	int64_t search_mono_ms; /* until then all ports may be silent */
	int64_t ready_mono_ms; /* in READY since; 0: is not */
	int64_t parked_mono_ms;
	struct errand *errand;
	char *reset_command[MODEM_ARGUMENTS_MAX + 1];
	int64_t backoff_ms;
	int silences; /* time-outs in a row */
	int send_failures; /* in a row */
	int restarts; /* and losses of the device, without work between */
	bool resync_long; /* RESYNC takes longer than a hiccup */
	bool started, quiet;
	bool back_to_ready; /* RESYNC: where it came from */
	bool no_sim; /* why it is parked */
	int64_t closed_ms; /* how long it stays CLOSED */
	const char *why;
	int64_t since_mono_ms;
	enum modem_status told_status;
	bool told_can_send;
	unsigned long odd_lines;

	/* Scripts. */
	const struct step *step;
	int step_tries;
	int probes;
	bool pin_tried, pin_refused, sim_ready, sim_puk, sim_wants_pin;
	int sim_retries;
	bool radio_off, creg_refused;
	bool boot_wait; /* restarted, and its boot word did not come yet */
	int boot_ready; /* answers in a row while waiting for it */
	char news_port[16]; /* out of which port its news come, "" unknown */
	char alphabet[8]; /* +CSCS that it took: "GSM", "IRA" or "" */
	char centre_now[24]; /* as +CSCA? has it; "": none, or not told */
	bool centre_told;
	struct trace trace;

	/* What the configuration asks for. */
	struct {
		const struct quirk *family; /* NULL: as it says of itself */
		char news[16], store[STORE_OCTETS], centre[24];
		char init[MODEM_INIT_MAX][MODEM_INIT_OCTETS];
		int init_count;
		enum modem_direct direct;
	} wish;

	/* What it is. */
	const struct quirk *quirk;
	char maker[48], model[48], firmware[48], serial[24], sim[24];
	char info[160]; /* ATI, where the above are not told */
	char card[24]; /* the SIM's own number, ICCID; "" unknown */
	char network[32];
	int signal_percent;
	int network_polls;
	int stat_creg, stat_cereg;

	/* News. */
	uint64_t news_allowed[5];
	int news_fields; /* of +CNMI=?; 0: not told */
	int news_row;
	char news_text[24];
	int news_refused;
	bool news_wish_tried;
	int news_tried[3];
	int news_set[3]; /* mode, mt and ds; -1: none was taken */
	int service; /* +CSMS: 1 wants +CNMA for what comes directly */
	bool service_refused;
	bool direct; /* +CMT with +CNMA: it cannot store */

	/* Stores. */
	char stores[STORES_MAX][STORE_OCTETS];
	int stores_count; /* grows only: records point in here */
	int store_main, store_now, store_wanted; /* now -1: unknown */
	unsigned stores_offered; /* bits: to be swept */
	int store_tries;
	char offered[160]; /* the lists of +CPMS=? */
	char store_default[STORE_OCTETS]; /* what it used before us */
	int store_row, store_form;
	int value_tries; /* of one value, refused as if it were not ready */
	bool value_doubted; /* some were refused so */
	int store_used, store_total; /* of the main one; -1: not told */
	int scan_used, scan_total; /* of the one that is scanned; likewise */
	bool full_told; /* it said so; nothing was made room for since */
	struct timer *resume_timer; /* emptied: does a text come now? */
	bool reattach_due; /* none did: off the network and back */
	unsigned dirty; /* bit per store: to be listed */
	bool list_due; /* the debounce is over */
	bool list_lazy; /* the timer runs for an odd line, not for news */
	bool list_blind, list_probed;
	bool list_words, list_words_tried; /* +CMGL="ALL" for =4 */
	int list_errors, list_silences, blind_hints;
	int list_records, list_last_index;
	int list_given; /* of these, new to the owner */
	int list_own; /* of these, stored for sending or sent */
	bool news_came; /* since the last list */
	bool listed_once; /* in this session */
	bool list_odd; /* a line of it was hurt */
	bool relist;
	bool held; /* the owner has no room */
	bool scanning; /* slot by slot, from scan_index on (-1: begins) */
	int scan_index, scan_found;
	int sweeps;
	struct record records[RECORDS_MAX];
	int records_count;
	struct grave graves[GRAVES_MAX];
	int graves_count; /* ever: the oldest is overwritten */
	int slot; /* that is being read or deleted */
	bool slot_answered;
	struct told told[TOLD_MAX];
	int told_count;
	int confirm_due[2]; /* +CNMA wanted, of texts and of reports */
	int confirm_kind; /* of the one that runs */
	int confirm_refused[2]; /* in a row; many: it wants none */
	bool confirm_numbered; /* AT+CNMA=0: the plain form was refused */
	bool news_again; /* +CNMI is to be set again */
	int direct_count;

	/* One message out. */
	bool send_wanted, send_running;
	int64_t send_id;
	int64_t late_id; /* the one whose +CMGS may still come */
	char send_hex[PDU_HEX_OCTETS];
	size_t send_tpdu_octets;
	int send_reference;
	bool send_owned, send_refused_reference;
	int64_t send_began_mono_ms, send_longest_ms;
	int sends_good; /* in a row, since the prompt's gap last changed */
	bool prompt_gap_fixed; /* shorter was not good for it */
	int64_t send_ended_mono_ms; /* or the link was reserved by +CMMS */
	int sends_known; /* results that came in time */
	bool register_due, reset_due; /* remedies */
	char centre[24]; /* the service centre it had, "" */
	int centre_type; /* of its number, as +CSCA tells it */
	bool centre_lost; /* it has none any more: give it back */

	struct modem_ussd ussd;

	enum modem_activity activity;
	int since_send; /* other activities since the last send */
	bool network_due, health_due, check_due;
	bool check_again; /* when the health timer fires next, and … */
	int checks_again; /* … so often in a row */
	int healths, health_step;
	bool checking, check_bad; /* this health looks at the settings */
	int mute_networks; /* in a row: no question about it was answered */
	struct caller_book callers;
	char odd_prefixes[32][12];
	int odd_count;
};

/* modem.c */
int64_t modem_ms(const struct modem *m, enum modem_time time);

/* modem_machine.c */
const struct fsm_table *modem_table(void);
void modem_on_chan_event(void *modem, enum at_chan_event event);
void modem_tell_change(struct modem *m);
void modem_event(struct modem *m, int event, const char *why);
void modem_go_closed(struct modem *m, int64_t wait_ms);

/* Queues a command with this time-out.  on_done is called with GONE when the
 * channel cannot take it. */
struct at_command modem_command(const struct modem *m, const char *text,
    const char *prefix, enum modem_time time);
bool modem_submit(struct modem *m, const struct at_command *command);

/* modem_open.c */
void modem_open_device(struct modem *m); /* or try again later */
void modem_close_device(struct modem *m);
void modem_on_ports_news(void *modem, enum ports_news news);
/* False: it is another one, and the port has been left. */
bool modem_is_wanted(struct modem *m);
bool modem_sim_is_wanted(struct modem *m);

/* modem_recover.c */
void modem_recover(struct modem *m); /* it failed: m->why */
/* The same for trouble that calls for certain rungs only. */
void modem_recover_between(struct modem *m, enum modem_rung least,
    enum modem_rung most, const char *why);
void modem_note_good(struct modem *m); /* it works: no longer silent */
void modem_note_work(struct modem *m); /* a text went through */
void modem_note_ready(struct modem *m);
void modem_note_trouble(struct modem *m); /* no longer healthy */
void modem_lower_lines(struct modem *m);
/* As long as the rung that was taken allows for. */
void modem_forgive_silence(struct modem *m);
/* Somebody has pulled out a parked one: it gets a fresh chance. */
void modem_unpark(struct modem *m);
void modem_recover_stop(struct modem *m); /* the owner's wish to close */

/* modem_poor.c */
/* True: the port was left for another one of the same stick. */
bool modem_leave_poor(struct modem *m, const char *why);
/* True: it has allowed no message for too long. */
bool modem_poor_sent(
    struct modem *m, const struct modem_sent *sent, enum at_final final);
void modem_poor_listed(struct modem *m); /* a list has ended */
bool modem_poor_configured(struct modem *m); /* true: left */

/* modem_restart.c */
/* It answered AT; a remedy of the ladder is next, or the scripts. */
void modem_probe_answered(struct modem *m);
void modem_remedy_now(struct modem *m); /* the same for one that is silent */

/* modem_power.c */
void modem_reset_usb(struct modem *m);
void modem_run_command(struct modem *m);

/* modem_probe.c */
void modem_probe_begin(struct modem *m);
void modem_probe_next(struct modem *m); /* the state's timer */

/* modem_script.c */
void modem_script_begin(struct modem *m, int state);
void modem_step_due(void *modem); /* step_timer */
enum step_result modem_settings_later(
    struct modem *m, const struct at_result *result);
/* Into the trace, behind the question that was asked last. */
void modem_chose(struct modem *m, const char *why, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* modem_identify.c, modem_sim.c, modem_init.c: the scripts, made ready */
const struct step *modem_identify_script(struct modem *m);
const struct step *modem_sim_script(struct modem *m);
const struct step *modem_configure_script(struct modem *m);
/* The line's value, unless something is there or the line is news. */
void modem_keep_text(
    struct modem *m, char *dst, size_t octets, struct str line);

/* modem_settings.c: steps of the script */
void modem_settings_begin(struct modem *m);
void modem_stores_line(struct modem *m, struct str line);
void modem_stores_now_line(struct modem *m, struct str line);
bool modem_build_stores(struct modem *m, char *text, size_t octets);
void modem_stores_set_line(struct modem *m, struct str line);
enum step_result modem_stores_done(
    struct modem *m, const struct at_result *result);
void modem_news_line(struct modem *m, struct str line);
bool modem_build_service(struct modem *m, char *text, size_t octets);
enum step_result modem_service_done(
    struct modem *m, const struct at_result *result);
bool modem_build_service_now(struct modem *m, char *text, size_t octets);
void modem_service_line(struct modem *m, struct str line);
/* Must what came directly be acknowledged by +CNMA? */
bool modem_wants_confirm(const struct modem *m, bool report);
bool modem_build_news(struct modem *m, char *text, size_t octets);
enum step_result modem_news_done(
    struct modem *m, const struct at_result *result);

/* modem_turn.c */
void modem_turn_begin(struct modem *m); /* set up now */
void modem_turn(struct modem *m);
void modem_act_done(struct modem *m); /* the activity has ended */
/* The state in a +CREG line or its like; -1: it has none. */
int modem_network_stat(struct str line);
bool modem_is_registered(int stat);
/* Why there is no network, by both (3GPP TS 27.007 7.2, -1: not known), or "".
 */
const char *modem_network_why(int stat_creg, int stat_cereg);
void modem_list_soon(struct modem *m, enum modem_time time);
void modem_stop_timers(struct modem *m);
void modem_on_list_timer(void *modem);
void modem_on_sweep_timer(void *modem);
void modem_on_health_timer(void *modem);

/* modem_record.c */
void modem_record_session_ended(struct modem *m);
void modem_record_other_sim(struct modem *m); /* nothing is where it was */

/* modem_store.c: index of a store, the main one when unknown or no room */
int modem_store_find(struct modem *m, struct str name);
int modem_store_add(struct modem *m, struct str name);
void modem_store_told(struct modem *m, int store, int index, bool report);
/* True: that store is open.  False: it is being opened now. */
bool modem_in_store(struct modem *m, int store);

/* modem_list.c, modem_slot.c, modem_delete.c */
bool modem_store_list_due(const struct modem *m);
void modem_store_start_list(struct modem *m);
void modem_store_scan(struct modem *m);
bool modem_store_has_read(const struct modem *m);
void modem_store_start_read(struct modem *m);
bool modem_store_has_delete(const struct modem *m);

/* modem_fill.c */
void modem_fill_listed(struct modem *m, bool whole); /* a list has ended */
void modem_fill_deleted(struct modem *m, int store);
void modem_fill_told(struct modem *m); /* news: no slot is free */
void modem_fill_made_room(struct modem *m); /* all that was found is gone */
void modem_fill_resumed(struct modem *m); /* a text came */
void modem_on_resume_timer(void *modem);
void modem_fill_reattach(struct modem *m);
bool modem_fill_read(struct str line, int *used_out, int *total_out);

/* modem_confirm.c */
/* +CMT and +CDS: kept nowhere, so the owner takes it now or never. */
void modem_confirm_direct(
    struct modem *m, const struct at_line *line, bool report);
/* The owner has it.  False: that place is none of ours. */
bool modem_confirm_safe(struct modem *m, const struct modem_place *place);
bool modem_confirm_is_due(const struct modem *m);
void modem_confirm_start(struct modem *m);
void modem_confirm_session_ended(struct modem *m);

/* modem_news.c */
const struct at_urc *modem_urcs(void);
void modem_on_unknown(void *modem, struct str line);

/* modem_send.c */
void modem_send_identified(struct modem *m); /* its row is known */
void modem_send_start(struct modem *m);
void modem_send_abort(struct modem *m, const char *why); /* not begun */
void modem_send_late(void *modem, int64_t reference);

/* modem_mend.c */
bool modem_mend_due(const struct modem *m);
void modem_mend_start(struct modem *m);
void modem_centre_line(struct modem *m, struct str line); /* of +CSCA? */
bool modem_build_centre(const struct modem *m, char *text, size_t octets);

#endif
