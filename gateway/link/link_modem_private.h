/* link_modem_private - shared by link_modem (the link), link_modem_in (records
 * -> messages) and link_modem_out (messages -> PDUs). */
#ifndef GATEWAY_LINK_LINK_MODEM_PRIVATE_H
#define GATEWAY_LINK_LINK_MODEM_PRIVATE_H

#include "base/buf.h"
#include "base/loop.h"
#include "base/timer.h"

#include "gateway/link/link_modem.h"
#include "gateway/link/send_judge.h"
#include "gateway/link/send_pace.h"
#include "gateway/link/send_silence.h"

#define HELD_MAX 32
#define HELD_OCTETS 400

/* A record that came directly while the sink had no room. */
struct held {
	struct modem_place place;
	char line[HELD_OCTETS];
	size_t octets;
	int64_t announced_octets;
	bool fits, report;
};

struct link_modem {
	struct link link; /* first */
	struct loop *loop;
	struct modem *modem;
	struct modem_sink modem_sink;
	int64_t validity_minutes;
	struct segment_rules cutting;
	bool draining, stopping, stopped;
	struct timer *rest_timer; /* armed: no sends until it fires */
	const char *rest_why; /* static */
	bool rest_shown; /* long enough to be a state of the link */
	struct timer *stop_timer;
	int64_t grace_ms;

	struct held held[HELD_MAX];
	size_t held_count;
	char calls[HELD_MAX][PARTY_OCTETS]; /* missed ones, likewise */
	size_t calls_count;

	/* The text that is on its way, part by part. */
	bool busy;
	struct msg_outcome out;
	char to[PARTY_OCTETS];
	struct buf text;
	bool report, repeat;
	uint16_t parts_arrived;
	bool plain; /* options left out: the network did not like them */
	bool no_validity; /* only this one */
	int at_once; /* tries at once of this text */
	int pin_mark; /* of the configured PIN; 0: none */
	int last_mr; /* of the last accepted part; -1: not known */
	int mr_skips; /* parts since then that may have taken one */
	struct send_judge judge;
	struct send_silence silence;
	struct timer *silence_timer; /* armed: a text will be overdue, or … */
	int64_t try_mono_ms; /* … a silent SIM may try one more; 0: it has */
	int tries; /* such ones in a row */
	struct send_pace pace;
	struct timer *pace_timer; /* armed: the next part, or room, is due */
	bool part_waits; /* for it: nothing is in flight */
	struct msg_outcome unknown; /* the last one; id 0: none */
	/* Whom the last text with that reference went to, for reports that
	 * write his number in another way. */
	char sent_to[256][PARTY_OCTETS];
};

/* link_modem.c */
void link_modem_rest(struct link_modem *lm, int64_t ms, const char *why);
void link_modem_changed(struct link_modem *lm);

/* link_modem_in.c: for struct modem_sink */
bool link_modem_on_record(void *arg, const struct modem_record *record);
void link_modem_on_call(void *arg, const char *number);
void link_modem_offer_held(struct link_modem *lm);

/* link_modem_silence.c */
void link_modem_taken(struct link_modem *lm, int reference);
void link_modem_heard_report(
    struct link_modem *lm, const struct msg_in *report);
void link_modem_on_silence_timer(void *lm);
void link_modem_end_silence(struct link_modem *lm);

/* link_modem_ussd.c */
bool link_modem_ussd(struct link *link, const struct link_ussd *request);
void link_modem_on_ussd(void *arg, const struct modem_ussd_answer *answer);

/* link_modem_out.c */
void link_modem_send(struct link *link, const struct msg_out *text);
void link_modem_on_pace_timer(void *lm);
/* The rest of a text that waits for its time does not leave. */
void link_modem_stop_waiting(struct link_modem *lm);
void link_modem_on_sent(void *arg, const struct modem_sent *sent);
/* A report came in: is it about the part whose result is awaited? */
void link_modem_reported(struct link_modem *lm, const struct msg_in *report);
/* Its number as we dialled it, if it is the same one but for its head. */
void link_modem_name_recipient(
    const struct link_modem *lm, struct msg_in *report);

#endif
