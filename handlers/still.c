#include "handlers/still.h"

#include <string.h>

#include "base/buf.h"

#include "gateway/store/store_consent.h"
#include "gateway/store/store_message.h"
#include "gateway/store/store_offer.h"
#include "gateway/store/store_phone.h"
#include "gateway/store/store_turn.h"

#include "handlers/ask.h"
#include "handlers/keep.h"
#include "handlers/letter.h"
#include "handlers/officer.h"
#include "handlers/person.h"
#include "handlers/status.h"

#define ANSWER_MS (INT64_C(2) * 24 * 3600 * 1000)
#define AGAIN_MS (INT64_C(30) * 24 * 3600 * 1000)
#define OFFERS 64

bool
still_is_unsure(
    const struct market *market, int64_t now_ms, const struct person *person)
{
	return market->recycle_after_ms > 0 && person->name[0] != '\0' &&
	       person->phone_id != 0 &&
	       now_ms - person->known_ms >= market->recycle_after_ms;
}

/* -- asking ---------------------------------------------------------------- */

/* message_id: their own text, which waits; 0 none. */
static void
ask(struct desk *desk, const struct person *person, int64_t message_id)
{
	char payload[QUESTION_PAYLOAD_OCTETS];
	struct letter letter;
	int64_t ids[2] = {0, message_id};
	struct consent consent = {.kind = CONSENT_STILL,
	    .person_id = person->id,
	    .phone_id = person->phone_id,
	    .decider_id = person->id,
	    .asked_ms = desk->now_ms};
	struct letter_about about = {
	    .subject = SUBJECT_QUESTION, .question = true};

	ids[0] = store_consent_add(desk->store, &consent);
	ask_payload_ids(payload, "consent", ids, 2, 0);
	about.subject_id = ask_open(desk, person->phone_id, person->id,
	    ASK_STILL, 0, payload, desk->now_ms + ANSWER_MS);
	letter_to(&letter, desk, person->id, person->phone_id);
	store_consent_asked(desk->store, ids[0],
	    letter_send(&letter, PHRASE_STILL_ASK,
		&(struct words){.name = person->name, .place = person->place},
		&about));
	store_person_still(desk->store, person->id, desk->now_ms);
}

void
still_ask(struct desk *desk, const struct person *person)
{
	struct question q;

	if (person->still_ms != 0 && desk->now_ms - person->still_ms < AGAIN_MS)
		return;
	if (!store_question_open(desk->store, person->phone_id, &q) ||
	    q.due_ms <= desk->now_ms)
		ask(desk, person, 0);
}

void
still_hold(struct desk *desk, const struct question *q)
{
	if (q != NULL && q->kind == ASK_STILL &&
	    desk->intent.kind == INTENT_NONE && ask_repeat(desk))
		return; /* noise: the text kept before is worth more */
	ask(desk, &desk->from, desk->cause_id);
}

int64_t
still_kept(
    struct desk *desk, const struct question *q, char *dst, size_t dst_octets)
{
	int64_t ids[2] = {0, 0};
	struct message message;

	if (ask_read_ids(q, "consent", ids, 2) != 2 || ids[1] == 0 ||
	    !store_message_get(desk->store, ids[1], &message))
		return 0;
	str_copy(dst, dst_octets, str_from(message.text));
	return message.id;
}

/* -- answers --------------------------------------------------------------- */

static bool
wake(void *arg, const struct offer *offer)
{
	struct desk *desk = arg;

	if (!offer->closed)
		keep_freed(desk, offer->product);
	return true;
}

static void
is_them(struct desk *desk)
{
	struct book book;
	size_t at;

	store_person_heard(desk->store, desk->from.id, desk->now_ms);
	store_person_still(desk->store, desk->from.id, 0);
	desk->from.heard_ms = desk->from.known_ms = desk->now_ms;
	desk->from.still_ms = 0;
	letter_answer(desk, PHRASE_STILL_YES,
	    &(struct words){.name = desk->from.name}, 0);
	store_offer_each(desk->store, desk->from.id, 0, OFFERS, wake, desk);
	/* What was not told while we were not sure. */
	book_load(&book, desk, desk->from.id);
	if (book_count(&book, BOOK_BUYER | BOOK_SELLER, &at) > 0)
		status_text(desk, &book);
}

static void
tell_officer(struct desk *desk, const struct person *gone)
{
	int64_t officer = officer_for(desk, gone->area_id);
	struct letter letter;
	struct letter_about about = {.class_ = MESSAGE_NOTICE};

	if (officer == 0 || officer == gone->id)
		return;
	letter_to(&letter, desk, officer, 0);
	letter_send(&letter, PHRASE_STILL_OFFICER,
	    &(struct words){.name = gone->name, .phone = gone->number}, &about);
}

/* Somebody else's: from here on a stranger who knows nothing of them. */
static void
is_another(struct desk *desk)
{
	struct person gone = desk->from;
	struct book book;
	int64_t left, ids[STORE_PHONE_PEOPLE];

	letter_answer(
	    desk, PHRASE_STILL_NO, &(struct words){.name = gone.name}, 0);
	book_load(&book, desk, gone.id);
	person_let_go(desk, &book, "the phone is somebody else's");
	left = store_phone_leave(
	    desk->store, desk->text->phone_id, gone.id, desk->now_ms);
	store_person_still(desk->store, gone.id, 0);
	tell_officer(desk, &gone);
	if (left == 0 &&
	    store_phone_people(desk->store, desk->text->phone_id, ids) > 0)
		left = ids[0]; /* those who share it */
	(void)store_person_get(desk->store, left, &desk->from);
}

void
still_answer(struct desk *desk, const struct question *q, bool yes)
{
	int64_t ids[2] = {0, 0};

	(void)ask_read_ids(q, "consent", ids, 2);
	store_consent_answer(desk->store, ids[0],
	    yes ? CONSENT_YES : CONSENT_NO, desk->cause_id, desk->now_ms);
	if (yes)
		is_them(desk);
	else
		is_another(desk);
}

static bool
first_open(void *arg, const struct offer *offer)
{
	if (offer->closed)
		return true;
	*(struct offer *)arg = *offer;
	return false;
}

/* Their turn has passed, as with any question that nobody answered. */
void
still_silence(struct desk *desk, const struct question *q)
{
	int64_t ids[2] = {0, 0};
	struct consent consent;
	struct offer offer = {.id = 0};

	(void)ask_read_ids(q, "consent", ids, 2);
	if (!store_consent_get(desk->store, ids[0], &consent) ||
	    consent.answer != CONSENT_OPEN)
		return;
	store_consent_answer(
	    desk->store, ids[0], CONSENT_SILENCE, 0, desk->now_ms);
	store_offer_each(
	    desk->store, q->person_id, 0, OFFERS, first_open, &offer);
	if (offer.id != 0)
		store_turn_move(desk->store, q->person_id,
		    store_turn_usual(
			desk->store, offer.product, offer.area_no));
}
