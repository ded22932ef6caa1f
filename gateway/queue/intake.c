#include "gateway/queue/intake_private.h"

#include <inttypes.h>
#include <string.h>

#include "base/log.h"
#include "gateway/queue/keyword.h"
#include "gateway/queue/quota.h"
#include "gateway/store/store_link.h"
#include "gateway/store/store_person.h"
#include "gateway/store/store_repeat.h"
#include "gateway/store/store_route.h"

/* A sender that cannot be answered may name a number that can.  The network
 * vouches for the first only, so it counts like a link of low trust; a phone
 * that can be answered is always answered itself, or anybody could speak for
 * anybody. */
static bool
use_reply_address(const struct turn *turn, const struct msg_in *message,
    struct sender *sender)
{
	char number[PARTY_OCTETS];
	if (sender->kind == PARTY_PHONE || message->reply_to[0] == '\0' ||
	    party_normalise(number, str_from(message->reply_to),
		turn->market->country) != PARTY_PHONE)
		return false;
	memcpy(sender->number, number, sizeof(number));
	sender->kind = PARTY_PHONE;
	return true;
}

static struct sender
sender_of(const struct turn *turn, const struct msg_in *message)
{
	struct sender s = {.phone_id = 0};
	s.kind = party_normalise(
	    s.number, str_from(message->from), turn->market->country);
	s.claimed = use_reply_address(turn, message, &s);
	s.phone_id = store_phone_wrote(
	    turn->store, s.number, s.kind, turn->now_ms, &s.person_id);
	return s;
}

struct sender
intake_sender_again(const struct turn *turn, int64_t phone_id)
{
	struct sender s = {.phone_id = phone_id};
	store_phone_number(turn->store, phone_id, s.number);
	s.kind = party_kind_of(s.number);
	store_phone_find(turn->store, s.number, &s.phone_id, &s.person_id);
	return s;
}

int64_t
intake_store(const struct turn *turn, const struct link *link,
    const struct sender *sender, const struct msg_in *message,
    const struct intake_row *row)
{
	struct message_in in = {
	    .link_id = link->id,
	    .phone_id = sender->phone_id,
	    .person_id = sender->person_id,
	    .now_ms = turn->now_ms,
	    .stamp_ms = message->stamp_ms,
	    .text = row->text,
	    .state = row->state,
	    .kind = row->kind,
	    .hash = message->raw.octets > 0 ? msg_same(message) : 0,
	    .raw = message->raw_told && row->state == MESSAGE_RECEIVED
		       ? span_of(NULL, 0)
		       : message->raw,
	    .why = row->why,
	};
	return store_message_receive(turn->store, &in);
}

/* Does it lie somewhere, to be deleted? */
static bool
has_place(const struct msg_in *message)
{
	return message->place.index >= 0 && message->place.store[0] != '\0';
}

static void
remember_place(const struct turn *turn, const struct link *link,
    const struct msg_in *message)
{
	if (has_place(message))
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
	return has_place(message) &&
	       store_link_pending_is(turn->store, link->id,
		   message->place.store, message->place.index,
		   span_hash(message->raw));
}

bool
intake_is_repeat(const struct turn *turn, const struct sender *sender,
    const struct msg_in *message)
{
	if (message->again_before_ms != 0 &&
	    store_message_find_again(turn->store, sender->phone_id,
		msg_same(message), message->again_since_ms,
		message->again_before_ms) != 0)
		return true;
	return message->stamp_ms != 0 && message->raw.octets > 0 &&
	       store_message_find_repeat(turn->store, sender->phone_id,
		   msg_same(message), message->stamp_ms, turn->now_ms) != 0;
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

/* Who writes by an operator's own link is his customer. */
static void
learn_operator(const struct intake *intake, const struct turn *turn,
    const struct link *link, const struct sender *sender)
{
	if (store_route_table(turn->store) == NULL || link->low_trust ||
	    sender->claimed)
		return;
	for (size_t i = 0; i < intake->links_count; i++)
		if (intake->links[i] == link)
			store_route_heard(
			    turn->store, sender->phone_id, sender->number, i);
}

void
intake_hand_over(const struct intake *intake, const struct turn *turn,
    const struct link *link, const struct sender *sender,
    const struct intake_words *words)
{
	if (sender->kind != PARTY_PHONE || words->message_id == 0 ||
	    market_blocked(turn->market, sender->number))
		return;
	enum quota quota = quota_judge(turn, sender->phone_id);
	if (quota == QUOTA_OVER)
		return;
	struct handler_text t = {
	    .message_id = words->message_id,
	    .phone_id = sender->phone_id,
	    .person_id = sender->person_id,
	    .link_id = link->id,
	    .number = sender->number,
	    .text = keyword_strip(words->text, link->terms.keyword),
	    .incomplete = words->incomplete,
	    .call = words->call,
	    .low_trust = link->low_trust || sender->claimed,
	    .proof_link_id = proof_link(intake),
	};
	if (quota == QUOTA_FIRST_OVER) {
		intake->handlers->on_over(intake->trade, turn, &t);
		return;
	}
	/* That they were heard is the trade's to note: it knows who speaks from
	 * a phone, and asks first whose it is after a long silence. */
	learn_operator(intake, turn, link, sender);
	intake->handlers->on_text(intake->trade, turn, &t);
}

void
intake_log(const struct link *link, const struct sender *sender, int64_t id,
    const char *how, size_t octets)
{
	char phone[PARTY_OCTETS];
	log_event(LOG_INFO, "intake", how,
	    "msg=%" PRId64 " link=%s phone=%s octets=%zu", id, link->name,
	    log_phone(phone, sizeof(phone), sender->number), octets);
}

/* Kept, and answered if the market wants it so; it is never consent. */
static void
take_call(const struct intake *intake, const struct turn *turn,
    struct link *link, const struct sender *sender,
    const struct msg_in *message)
{
	int64_t id = intake_store(turn, link, sender, message,
	    &(struct intake_row){.text = STR("(missed call)"),
		.state = MESSAGE_RECEIVED,
		.kind = MESSAGE_CALL});
	intake_log(link, sender, id, "call", 0);
	if (!turn->market->calls_unanswered)
		intake_hand_over(intake, turn, link, sender,
		    &(struct intake_words){id, STR(""), false, true});
}

/* Kept as it came, and of no further consequence. */
static void
set_aside(const struct turn *turn, struct link *link,
    const struct sender *sender, const struct msg_in *message)
{
	bool garbled = message->kind == MSG_GARBLED;
	const char *why = message->why;
	if (why == NULL || why[0] == '\0')
		why = garbled ? "not to be decoded" : "binary message";
	bool repeat = intake_is_repeat(turn, sender, message);
	int64_t id = intake_store(turn, link, sender, message,
	    &(struct intake_row){.text = message->text,
		.state = repeat ? MESSAGE_REPEATED : MESSAGE_QUARANTINED,
		.kind = garbled ? MESSAGE_GARBLED : MESSAGE_DATA,
		.why = why});
	intake_log(link, sender, id, repeat ? "repeated" : "set_aside",
	    message->raw.octets);
}

static void
take_kind(const struct intake *intake, const struct turn *turn,
    struct link *link, const struct sender *sender,
    const struct msg_in *message)
{
	switch (message->kind) {
	case MSG_TEXT:
		if (message->part.total > 1)
			intake_part(intake, turn, link, sender, message);
		else
			intake_text(intake, turn, link, sender, message);
		return;
	case MSG_REPORT:
		intake->on_report(
		    intake->report_arg, turn, link, sender->phone_id, message);
		return;
	case MSG_CALL:
		take_call(intake, turn, link, sender, message);
		return;
	case MSG_BINARY:
	case MSG_GARBLED:
		set_aside(turn, link, sender, message);
		return;
	case MSG_SILENT:
		intake_log(link, sender, 0, "silent", message->raw.octets);
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
	if (message->stamp_ms != 0 && !message->stamp_ours)
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
	int64_t id = intake_store(turn, link, &sender, message,
	    &(struct intake_row){.text = message->text,
		.state = MESSAGE_QUARANTINED,
		.kind = message->kind == MSG_CALL     ? MESSAGE_CALL
			: message->kind == MSG_BINARY ? MESSAGE_DATA
						      : MESSAGE_TEXT,
		.why = why});
	remember_place(turn, link, message);
	log_event(LOG_ERROR, "intake", "quarantined", "msg=%" PRId64, id);
}

void
intake_overdue(const struct intake *intake, const struct turn *turn)
{
	/* Nothing expires while the time is unsure. */
	if (!turn->clock_sure)
		return;
	intake_parts_overdue(intake, turn);
	intake_placeholders(intake, turn);
}
