#include "gateway/queue/intake.h"

#include <inttypes.h>
#include <string.h>

#include "base/log.h"
#include "base/utf8.h"
#include "gateway/queue/assembly.h"
#include "gateway/queue/quota.h"
#include "gateway/store/store_link.h"
#include "gateway/store/store_message.h"
#include "gateway/store/store_person.h"

#define OVERDUE_A_TURN 8

struct sender {
	char number[PARTY_OCTETS];
	enum party_kind kind;
	int64_t phone_id, person_id;
};

static struct sender
sender_of(const struct turn *turn, const struct msg_in *message)
{
	struct sender s = {.phone_id = 0};
	s.kind = party_normalise(
	    s.number, str_from(message->from), turn->market->country);
	s.phone_id = store_phone_ensure(
	    turn->store, s.number, s.kind, turn->now_ms, &s.person_id);
	return s;
}

/* Stores one row; `state` and `why` as in store_message.h. */
static int64_t
store_row(const struct turn *turn, const struct link *link,
    const struct sender *sender, const struct msg_in *message, struct str text,
    enum message_state state, const char *why)
{
	struct message_in row = {
	    .link_id = link->id,
	    .phone_id = sender->phone_id,
	    .person_id = sender->person_id,
	    .now_ms = turn->now_ms,
	    .stamp_ms = message->stamp_ms,
	    .text = text,
	    .state = state,
	    .hash = span_hash(message->raw),
	    .raw = message->raw,
	    .why = why,
	};
	return store_message_receive(turn->store, &row);
}

static void
remember_place(const struct turn *turn, const struct link *link,
    const struct msg_in *message)
{
	if (message->place.index >= 0)
		store_link_pending_add(turn->store, link->id,
		    message->place.store, message->place.index,
		    span_hash(message->raw));
}

/* The copy that lies at that place is durable already: only its deletion was
 * missed, by our crash or by the modem's. */
static bool
taken_before(const struct turn *turn, const struct link *link,
    const struct msg_in *message)
{
	return message->place.index >= 0 &&
	       store_link_pending_is(turn->store, link->id,
		   message->place.store, message->place.index,
		   span_hash(message->raw));
}

static bool
repeated_by_network(const struct turn *turn, const struct sender *sender,
    const struct msg_in *message)
{
	return message->stamp_ms != 0 && message->raw.octets > 0 &&
	       store_message_find_repeat(
		   turn->store, sender->phone_id, span_hash(message->raw)) != 0;
}

/* A link of which the network says truly whom it reaches; one that is up if
 * there is one.  0: none, then any, for a word is only worth something to who
 * holds the number. */
static int64_t
proof_link(const struct intake *intake)
{
	int64_t id = 0;
	for (size_t i = 0; i < intake->links_count; i++) {
		const struct link *link = intake->links[i];
		if (link->low_trust)
			continue;
		if (link->state == LINK_UP)
			return link->id;
		id = id == 0 ? link->id : id;
	}
	return id;
}

/* A whole text: to the trade, unless its sender cannot or may not be
 * answered (letters, short codes, blocked numbers, more texts an hour than
 * allowed). */
static void
hand_over(const struct intake *intake, const struct turn *turn,
    const struct link *link, const struct sender *sender, int64_t message_id,
    struct str text, bool incomplete, bool call)
{
	if (sender->kind != PARTY_PHONE || message_id == 0 ||
	    market_blocked(turn->market, sender->number))
		return;
	enum quota quota = quota_judge(turn, sender->phone_id);
	if (quota == QUOTA_OVER)
		return;
	struct handler_text t = {
	    .message_id = message_id,
	    .phone_id = sender->phone_id,
	    .person_id = sender->person_id,
	    .link_id = link->id,
	    .number = sender->number,
	    .text = text,
	    .incomplete = incomplete,
	    .call = call,
	    .low_trust = link->low_trust,
	    .proof_link_id = proof_link(intake),
	};
	if (quota == QUOTA_FIRST_OVER) {
		intake->handlers->on_over(intake->trade, turn, &t);
		return;
	}
	store_person_heard(turn->store, sender->person_id, turn->now_ms);
	intake->handlers->on_text(intake->trade, turn, &t);
}

static void
log_received(const struct link *link, const struct sender *sender, int64_t id,
    const char *how, size_t octets)
{
	char phone[PARTY_OCTETS];
	log_event(LOG_INFO, "intake", how,
	    "msg=%" PRId64 " link=%s phone=%s octets=%zu", id, link->name,
	    log_phone(phone, sizeof(phone), sender->number), octets);
}

static void
take_part(const struct intake *intake, const struct turn *turn,
    struct link *link, const struct sender *sender,
    const struct msg_in *message)
{
	struct buf text = buf_new(ASSEMBLY_TEXT_OCTETS);
	enum part_taken taken = assembly_take(turn->store, link->id,
	    sender->phone_id, message, turn->now_ms, &text);
	log_received(link, sender, 0,
	    taken == PART_REPEAT ? "part_repeated" : "part",
	    message->text.octets);
	if (taken == PART_COMPLETE) {
		int64_t id = store_row(turn, link, sender, message,
		    buf_str(&text), MESSAGE_RECEIVED, NULL);
		hand_over(intake, turn, link, sender, id, buf_str(&text), false,
		    false);
	}
	buf_free(&text);
}

static void
take_text(const struct intake *intake, const struct turn *turn,
    struct link *link, const struct sender *sender,
    const struct msg_in *message)
{
	bool repeat = repeated_by_network(turn, sender, message);
	int64_t id = store_row(turn, link, sender, message, message->text,
	    repeat ? MESSAGE_REPEATED : MESSAGE_RECEIVED, NULL);
	log_received(link, sender, id, repeat ? "repeated" : "received",
	    message->text.octets);
	if (!repeat)
		hand_over(intake, turn, link, sender, id, message->text, false,
		    false);
}

static void
take_kind(const struct intake *intake, const struct turn *turn,
    struct link *link, const struct sender *sender,
    const struct msg_in *message)
{
	int64_t id;
	switch (message->kind) {
	case MSG_TEXT:
		if (message->part.total > 1)
			take_part(intake, turn, link, sender, message);
		else
			take_text(intake, turn, link, sender, message);
		return;
	case MSG_REPORT:
		intake->on_report(
		    intake->report_arg, turn, link, sender->phone_id, message);
		return;
	case MSG_CALL:
		id = store_row(turn, link, sender, message,
		    STR("(missed call)"), MESSAGE_RECEIVED, NULL);
		log_received(link, sender, id, "call", 0);
		hand_over(intake, turn, link, sender, id, STR(""), false, true);
		return;
	case MSG_BINARY:
	case MSG_GARBLED:
		id = store_row(turn, link, sender, message, message->text,
		    MESSAGE_QUARANTINED,
		    message->why != NULL && message->why[0] != 0
			? message->why
			: "binary message");
		log_received(
		    link, sender, id, "set_aside", message->raw.octets);
		return;
	}
}

void
intake_take(const struct intake *intake, const struct turn *turn,
    struct link *link, const struct msg_in *message)
{
	if (taken_before(turn, link, message)) {
		log_event(LOG_INFO, "intake", "deleting_again",
		    "link=%s store=%s index=%d", link->name,
		    message->place.store, message->place.index);
		return;
	}
	if (message->stamp_ms != 0)
		intake->on_stamp(
		    intake->stamp_arg, message->stamp_ms, turn->now_ms);
	struct sender sender = sender_of(turn, message);
	take_kind(intake, turn, link, &sender, message);
	remember_place(turn, link, message);
}

void
intake_quarantine(const struct turn *turn, struct link *link,
    const struct msg_in *message, const char *why)
{
	if (taken_before(turn, link, message))
		return;
	struct sender sender = sender_of(turn, message);
	int64_t id = store_row(turn, link, &sender, message, message->text,
	    MESSAGE_QUARANTINED, why);
	remember_place(turn, link, message);
	log_event(LOG_ERROR, "intake", "quarantined", "msg=%" PRId64, id);
}

struct overdue {
	struct part_series series[OVERDUE_A_TURN];
	int count;
};

static void
note_overdue(void *arg, const struct part_series *series)
{
	struct overdue *o = arg;
	if (o->count < OVERDUE_A_TURN)
		o->series[o->count++] = *series;
}

static void
give_up(const struct intake *intake, const struct turn *turn,
    const struct part_series *series)
{
	struct buf text = buf_new(ASSEMBLY_TEXT_OCTETS);
	struct link link = {.id = series->link_id};
	struct sender sender = {.phone_id = series->phone_id};
	struct msg_in none = {.place.index = -1};
	store_link_name(turn->store, link.id, link.name, sizeof(link.name));
	store_phone_number(turn->store, sender.phone_id, sender.number);
	sender.kind = party_kind_of(sender.number);
	store_phone_find(
	    turn->store, sender.number, &sender.phone_id, &sender.person_id);
	assembly_give_up(turn->store, series, turn->now_ms, &text);
	int64_t id = store_row(turn, &link, &sender, &none, buf_str(&text),
	    MESSAGE_RECEIVED, NULL);
	log_received(&link, &sender, id, "incomplete", text.octets);
	hand_over(
	    intake, turn, &link, &sender, id, buf_str(&text), true, false);
	buf_free(&text);
}

void
intake_overdue(const struct intake *intake, const struct turn *turn)
{
	struct overdue overdue = {.count = 0};
	store_part_overdue(turn->store, turn->now_ms - ASSEMBLY_WAIT_MS,
	    OVERDUE_A_TURN, note_overdue, &overdue);
	for (int i = 0; i < overdue.count; i++)
		give_up(intake, turn, &overdue.series[i]);
	store_part_forget(turn->store, turn->now_ms - ASSEMBLY_MEMORY_MS);
}
