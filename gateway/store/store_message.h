/* store_message - every text in and out, its state, and its place in the
 * sender's chain.
 *
 * Messages of one phone are chained by `prev`; the heads live in memory
 * (store_head.c), are written to `phone_head` in key order now and then, and
 * are rebuilt at start from the rows newer than the stored mark.  That is what
 * makes the history of one phone cheap without an index that every text pays.
 *
 * Outbound states (contract): queued -> sending -> sent | refused | unknown;
 * refused -> sending (again) | failed; unknown -> sent | queued (once more) |
 * failed; sent -> delivered | failed | queued (parts of it, once more); queued
 * | refused -> stale.  Proof that comes late outranks our giving up: failed ->
 * sent | delivered, and a second copy that still waits becomes sent |
 * delivered, too.  The table is message_moves in message_row.c; other moves
 * fail the transaction. */
#ifndef GATEWAY_STORE_STORE_MESSAGE_H
#define GATEWAY_STORE_STORE_MESSAGE_H

#include "base/str.h"
#include "gateway/core/msg.h"
#include "gateway/store/store.h"

/* What came in. */
enum message_kind {
	MESSAGE_TEXT,
	MESSAGE_CALL, /* a missed one */
	MESSAGE_DATA, /* no text of a person: never an order */
	MESSAGE_GARBLED,
	MESSAGE_TORN, /* a text of which parts are missing */
};

enum message_state {
	MESSAGE_RECEIVED = 1,
	MESSAGE_REPEATED, /* in: the network's second copy of a stored one */
	MESSAGE_QUARANTINED, /* in: we could not work it; raw is kept */
	MESSAGE_QUEUED = 10,
	MESSAGE_SENT = 12,
	MESSAGE_DELIVERED,
	MESSAGE_UNKNOWN,
	MESSAGE_REFUSED,
	MESSAGE_FAILED,
	MESSAGE_STALE,
	/* It was 11, which the index message_open takes in (0017_lean). */
	MESSAGE_SENDING,
	/* Out of a restored store; waits for a person (store_held.h). */
	MESSAGE_HELD,
};

/* The order in which due texts leave. */
enum message_class {
	MESSAGE_CONFIRM = 1, /* the answer to a person who waits */
	MESSAGE_PROPOSAL,
	MESSAGE_NOTICE,
	MESSAGE_ADVISORY, /* never sent twice after an unknown */
	/* To whoever mends it: first of all, past older texts to that phone,
	 * and when nothing else may leave. */
	MESSAGE_ALARM,
};

/* Classes in a set. */
#define MESSAGE_CLASS_BIT(class_) (1u << (class_))
#define MESSAGE_CLASSES_ALL 0x3eu

/* What a text is about; HANDLER fate calls give it back. */
enum message_subject {
	SUBJECT_NONE,
	SUBJECT_PROPOSAL, /* id: proposal; its clock starts when this is sent */
	SUBJECT_REMINDER, /* id: proposal */
	SUBJECT_LINE, /* id: line */
	SUBJECT_QUESTION, /* id: question */
	SUBJECT_ALARM,
	SUBJECT_SALE, /* id: sale; its announcement */
	SUBJECT_BROADCAST, /* id: broadcast; the trade is not told */
};

const char *message_state_name(enum message_state state); /* "queued" … */
const char *message_kind_name(enum message_kind kind); /* "text" … */

struct message_in {
	int64_t link_id, phone_id, person_id;
	int64_t now_ms, stamp_ms;
	struct str text;
	enum message_state state;
	enum message_kind kind;
	uint64_t hash; /* of the TPDU; 0: none */
	struct span raw; /* kept in message_raw when not empty */
	const char *why; /* quarantined: reason; NULL otherwise */
};
int64_t store_message_receive(struct store *store, const struct message_in *in);
void store_message_set_order(struct store *store, int64_t message_id,
    int64_t order_id); /* an inbound text that belongs to an order */
/* The trade could do nothing with it: it was no order, no answer, no wish. */
void store_message_set_idle(struct store *store, int64_t message_id);
/* Who of the users of a shared phone wrote it. */
void store_message_set_person(
    struct store *store, int64_t message_id, int64_t person_id);
/* A text that must not be read by others: the words that stay. */
void store_message_mask(
    struct store *store, int64_t message_id, const char *text);
/* A text that came anew with its true words: this one is not shown as a text of
 * its own any more. */
void store_message_supersede(struct store *store, int64_t message_id);
/* Parts of it came later. */
void store_message_mend(struct store *store, int64_t message_id,
    struct str text, enum message_kind kind);
/* Quarantine after the fact (replay). */
void store_message_quarantine(
    struct store *store, int64_t message_id, const char *why);

struct message_out {
	int64_t phone_id, person_id;
	int64_t link_id; /* pinned; 0: chosen at claim */
	int64_t now_ms;
	struct str text;
	enum message_class class_;
	bool question; /* must leave by a two-way link */
	int64_t due_ms; /* 0: now */
	int64_t stale_ms; /* 0: never */
	int64_t cause_id; /* the inbound message that caused it; 0: a timer */
	int64_t order_id;
	enum message_subject subject;
	int64_t subject_id;
};
/* Queues a text; returns its id (0 on failure). */
int64_t store_message_queue(struct store *store, const struct message_out *out);
/* Takes back what has not left: that phone's queued and refused texts on that
 * subject become stale, and are not given by store_message_take_stale(). */
void store_message_withdraw(struct store *store, enum message_subject subject,
    int64_t subject_id, int64_t phone_id);

/* The same for everything that waits for that phone: STOP. */
void store_message_withdraw_all(struct store *store, int64_t phone_id);
/* What waits there for one of the people who use it. */
void store_message_withdraw_from(
    struct store *store, int64_t phone_id, int64_t person_id);

/* One row, as lists and the turn see it. */
struct message {
	int64_t id, time_ms, link_id, phone_id, person_id, prev_id;
	bool out;
	enum message_state state;
	enum message_class class_;
	enum message_subject subject;
	int64_t subject_id, cause_id, order_id;
	int64_t due_ms, stale_ms, first_ms, changed_ms, stamp_ms;
	int tries, parts_total, parts_done, code;
	bool repeated; /* sent once more after an unknown */
	bool repeated_spent; /* … which was not our own end */
	bool question;
	bool idle; /* in: store_message_set_idle() */
	enum message_kind kind; /* in */
	uint64_t hash;
	int64_t mr; /* out, taken whole as one part: what its link called it */
	const char *text; /* views; NUL-terminated */
	const char *why; /* last refusal or quarantine reason, "" if none */
	char number[PARTY_OCTETS];
	char link[32];
};
bool store_message_get(struct store *store, int64_t id, struct message *out);
/* The same without text, why, number and link, which are ""; cheaper. */
bool store_message_head(struct store *store, int64_t id, struct message *out);
/* The raw TPDU as hex into dst; false if none. */
bool store_message_raw(
    struct store *store, int64_t id, char *dst, size_t dst_octets);

/* Newest first along one phone's chain, at most `limit`. */
void store_message_chain(struct store *store, int64_t phone_id, int limit,
    bool (*fn)(void *arg, const struct message *m), void *arg);
/* The same without text, why, number and link; much cheaper. */
void store_message_heads(struct store *store, int64_t phone_id, int limit,
    bool (*fn)(void *arg, const struct message *m), void *arg);

/* -- the queue ---------------------------------------------------------- */

/* The lanes in which texts wait (message_row.h), each with the due time of its
 * first: looked at once a turn, one seek a lane, so that a claim reads only
 * lanes that have something.  A lane that comes later in the turn is seen in
 * the next one. */
#define MESSAGE_LANES_MAX 2048
struct message_lanes {
	size_t count;
	struct {
		int64_t lane, due_ms;
		bool fresh; /* of this transaction (store_fresh.h) */
	} row[MESSAGE_LANES_MAX];
};
void store_message_lanes(struct store *store, struct message_lanes *out);
int64_t message_lanes_due(const struct message_lanes *lanes); /* 0: nothing */
/* Does anything wait in that group? */
bool message_lanes_has(const struct message_lanes *lanes, int64_t group);

/* A lane group that a link may claim from (core/route.h). */
struct message_claim_group {
	int64_t group;
	/* Texts there that this link was refused are left to others for so many
	 * milliseconds after they are due again; 0: none. */
	int64_t left_to_others_ms;
};

struct message_claim {
	int64_t link_id;
	bool two_way; /* false: no questions */
	int64_t now_ms;
	int limit;
	/* So many are looked at besides, for some may turn out not to be for
	 * this link (at most 64); they do not stand in the others' way. */
	int spare;
	/* Of what nobody routes; of its groups, as they say. */
	int64_t left_to_others_ms;
	/* The groups besides ROUTE_GROUP_ANY and the link's own. */
	const struct message_claim_group *groups;
	size_t groups_count;
	bool only_own; /* not even ROUTE_GROUP_ANY */
	const struct message_lanes *lanes; /* NULL: looked up */
	unsigned classes; /* MESSAGE_CLASS_BIT()s; no others leave */
	/* Asked before a text of that group is claimed; it may put it off or
	 * end it.  False: not now.  NULL: all may leave. */
	bool (*may)(void *arg, const struct message *m, int64_t group);
	void (*fn)(void *arg, const struct message *m); /* gets each row */
	void *arg;
};
/* Claims due texts: state becomes sending, tries + 1.  Order: class, due;
 * never a text (but for an alarm) whose phone has an older one still queued,
 * refused or sending; advisories hold up only each other.  Stale rows met on
 * the way become stale (fn not called; the caller learns of them by
 * store_message_take_stale).  Returns how many. */
int store_message_claim_some(
    struct store *store, const struct message_claim *claim);
/* All classes, without asking. */
int store_message_claim(struct store *store, int64_t link_id, bool two_way,
    int64_t now_ms, int limit, void (*fn)(void *arg, const struct message *m),
    void *arg);
/* A queued or refused text waits until due_ms, and what is behind it, too. */
void store_message_put_off(
    struct store *store, int64_t id, int64_t due_ms, const char *why);

void store_message_sent(struct store *store, int64_t id, int64_t now_ms,
    int parts_total, int parts_done);
/* The same for a text of one part that went once, with what the link calls it
 * (0 or above): that is a column of the row, where others have a row for each
 * part (store_message_part_sent). */
void store_message_sent_whole(
    struct store *store, int64_t id, int64_t now_ms, int64_t mr);
void store_message_refused(struct store *store, int64_t id, int64_t now_ms,
    int64_t due_ms, int parts_done, int code, const char *why);
/* The refusal spoke of the link and not of the text: as if this try had never
 * been, so that no text grows old while a SIM has no credit. */
void store_message_uncount(struct store *store, int64_t id);
void store_message_failed(
    struct store *store, int64_t id, int64_t now_ms, int code, const char *why);
/* settle_ms: the wall time at which store_message_unsettled() gives it. */
void store_message_unknown(struct store *store, int64_t id, int64_t now_ms,
    int64_t settle_ms, int parts_total, int parts_done, const char *why);
/* One part more of an unknown text is known to have left: the next ones may,
 * too, and nothing is sent twice. */
void store_message_go_on(struct store *store, int64_t id, int64_t now_ms);
/* Unknown and left so: the policy does not send it again.  Its due time goes,
 * so store_message_unsettled() does not give it any more. */
void store_message_settled(struct store *store, int64_t id, int64_t now_ms);
/* Unknown -> queued, marked as repeated (RD will be set), and as spent unless
 * it was our own end that made it unknown.  Sent -> queued likewise, when the
 * network gave parts of it up for a time: those are sent once more. */
void store_message_again(struct store *store, int64_t id, int64_t now_ms);
/* Sent -> queued the same way, because a report called it failed: `why` begins
 * with MESSAGE_FAILED_BY and stays when it is sent again. */
#define MESSAGE_FAILED_BY "failed by"
void store_message_elsewhere(
    struct store *store, int64_t id, int64_t now_ms, int code, const char *why);
/* Our newest `limit` messages, oldest first: how texts ended of late. */
void store_message_ends(struct store *store, int limit,
    void (*fn)(void *arg, int64_t link_id, enum message_state state,
	int64_t changed_ms),
    void *arg);
/* A report that comes twice, or while a second copy is on its way, changes
 * nothing. */
void store_message_delivered(struct store *store, int64_t id, int64_t now_ms);
/* An operator's retry or drop; false when its state does not allow it. */
bool store_message_retry(struct store *store, int64_t id, int64_t now_ms);
bool store_message_drop(struct store *store, int64_t id, int64_t now_ms);

/* At start: everything that is `sending` becomes unknown (our own death), and
 * `code` says so: MESSAGE_CODE_STOPPED.  Returns how many. */
#define MESSAGE_CODE_STOPPED (-1)
int store_message_recover(
    struct store *store, int64_t now_ms, int64_t settle_ms);
/* Unknown texts whose settle time has come, at most `limit`; fn decides
 * (again, failed or settled) and may write the row at once. */
int store_message_unsettled(struct store *store, int64_t now_ms, int limit,
    void (*fn)(void *arg, const struct message *m), void *arg);
/* Texts that became stale, each given once: met by a claim, or past their
 * time although no link could take them. */
int store_message_take_stale(struct store *store, int64_t now_ms, int limit,
    void (*fn)(void *arg, const struct message *m), void *arg);

/* Earliest wall time at which a claim or a settling could find something;
 * INT64_MAX: nothing waits. */
int64_t store_message_next_due(struct store *store);
/* Unknown: those not settled yet.  Queued, sending, refused and unknown cost
 * as much as texts are open; the others read the whole table: both are
 * questions for a reader. */
int64_t store_message_count(struct store *store, enum message_state state);
/* The same of those below an id, and no further than `most`: for pages. */
int64_t store_message_count_below(struct store *store, enum message_state state,
    int64_t before_id, int64_t most);
/* All that is open, in one pass over it. */
struct message_counts {
	int64_t queued, sending, refused, unknown;
};
void store_message_count_open(struct store *store, struct message_counts *out);
/* Oldest queued text's due time, for the "queue stuck" alarm; 0: none. */
int64_t store_message_oldest_due(struct store *store);

/* -- delivery reports --------------------------------------------------- */

/* `part` from 0 (at most MSG_PARTS_MAX); recorded again, it is replaced. */
void store_message_part_sent(struct store *store, int64_t message_id,
    int64_t link_id, int64_t phone_id, int part, int64_t mr, int64_t now_ms);
/* Finds the newest unmatched part of (link, mr, phone) within 7 days before
 * came_ms and marks it.  Returns the message id, 0 if none; *whole_out: all
 * parts of it are now delivered.  mr < 0: only a part of that phone that was
 * recorded with mr < 0 (the modem never told: unknown sends), and none when
 * there are two of them that were tried by then, or a text to that phone was
 * being sent then and still is, whose report it may be.
 * A text whose number of parts is not known (never sent whole) counts as one
 * part if none was accepted before. */
int64_t store_message_report(struct store *store, int64_t link_id, int64_t mr,
    int64_t phone_id, enum msg_report_class report, int code, int64_t came_ms,
    bool *whole_out);
/* A report was found to be about the part of that text whose mr was never told:
 * now it is known, for the reports that follow. */
void store_message_learned(struct store *store, int64_t message_id, int64_t mr);

enum message_part_state {
	MESSAGE_PART_UNKNOWN, /* it may have left: the modem never told */
	MESSAGE_PART_SENT, /* taken by the network, no report yet */
	MESSAGE_PART_TRYING, /* the service centre goes on trying: `code` */
	MESSAGE_PART_DELIVERED,
	MESSAGE_PART_FAILED, /* `code` says why */
};
const char *message_part_state_name(enum message_part_state state);
struct message_part {
	int part; /* from 0 */
	enum message_part_state state;
	int64_t link_id;
	int64_t mr; /* msg_in.report_mr; -1: not told */
	int code; /* TP-ST of the last report, 0 without one */
	int64_t sent_ms, report_ms; /* 0: no report came */
};
/* The parts that left or may have left, in order, into parts[MSG_PARTS_MAX];
 * how many. */
int store_message_parts(
    struct store *store, int64_t message_id, struct message_part *parts);

/* A report that came before its +CMGS: kept 15 minutes, given back once.
 * mr < 0: whichever came for that phone since `since_ms` (the modem never
 * told); otherwise since_ms is not looked at. */
void store_message_report_keep(struct store *store, int64_t link_id, int64_t mr,
    int64_t phone_id, enum msg_report_class report, int code, int64_t now_ms);
struct message_report {
	enum msg_report_class report;
	int code;
	int64_t time_ms; /* when it came */
};
bool store_message_report_kept(struct store *store, int64_t link_id, int64_t mr,
    int64_t phone_id, int64_t since_ms, int64_t now_ms,
    struct message_report *out);
/* What that link calls the texts that it took, and to whom they went, roughly
 * oldest first: of the newest `look` messages, not before since_ms. */
void store_message_taken_by(struct store *store, int64_t link_id,
    int64_t since_ms, int64_t look,
    void (*fn)(void *arg, int64_t mr, const char *number), void *arg);

/* -- lists for people ---------------------------------------------------- */

struct message_filter {
	int64_t after_id; /* only above (ascending) */
	int64_t before_id; /* only below (then newest first); 0: not asked */
	int64_t upto_id; /* none above it, in any order; 0: not asked */
	int64_t since_ms, until_ms; /* 0: not asked */
	int64_t phone_id; /* follows the chain; 0: all */
	int64_t link_id;
	int64_t order_id;
	int64_t area_id; /* its person lives there now, or within it; 0: all */
	enum message_state state; /* 0: all */
	const char *words; /* all must occur (search_words.h); NULL */
	/* What the asker will see of a text: the words must occur in that,
	 * too, or asking for more and more digits would tell a number that is
	 * masked.  Room for three times the text; NULL: all of it. */
	size_t (*seen_as)(char *dst, size_t dst_octets, struct str text);
	int limit; /* 0: all */
};
/* Repeated ones (the network's second copies) only when that state is asked
 * for.  With phone_id the chain is followed; without, messages are read in
 * order of ids until `limit` fit. */
void store_message_list(struct store *store, const struct message_filter *f,
    bool (*fn)(void *arg, const struct message *m), void *arg);
/* Are there few of that state, so that they are found by an index of their own
 * (quarantined, unknown, refused, failed, stale)? */
bool store_message_is_odd(enum message_state state);
/* Newest id there is: `log -f` starts here. */
int64_t store_message_newest(struct store *store);

/* Heads of the chains: call now and then inside a turn; writes at most
 * `limit` changed heads in key order. */
void store_message_sweep_heads(struct store *store, int limit);
/* So many messages a start would read for the heads that are not written. */
int64_t store_message_heads_behind(const struct store *store);

#endif
