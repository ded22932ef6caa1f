#include "handlers/approval.h"

#include <inttypes.h>
#include <string.h>

#include "handlers/ask.h"
#include "handlers/letter.h"
#include "handlers/newnumber.h"
#include "handlers/officer.h"
#include "handlers/pin.h"
#include "handlers/register.h"

static const struct {
	enum consent_kind kind;
	const char *what;
	enum phrase phrase;
	void (*decide)(
	    struct desk *desk, const struct consent *consent, bool yes);
} rows[] = {
    {CONSENT_SELLER, "selling", PHRASE_SELLER_APPROVE, register_decided},
    {CONSENT_NUMBER, "new number", PHRASE_NEWNUMBER_ASK, newnumber_decided},
    {CONSENT_PIN, "new PIN", PHRASE_PIN_ASK, pin_decided},
};

#define ROWS (sizeof(rows) / sizeof(rows[0]))

bool
approval_is_officer(struct desk *desk)
{
	return (desk->from.roles & (PERSON_OFFICER | PERSON_ADMIN)) != 0 ||
	       desk->from.id == officer_for(desk, desk->from.area_id);
}

static int64_t
ask(struct desk *desk, const struct consent *consent, enum phrase phrase)
{
	char payload[QUESTION_PAYLOAD_OCTETS], name[64], number[PARTY_OCTETS];
	struct letter letter;
	struct person who;
	struct letter_about about = {
	    .subject = SUBJECT_QUESTION, .question = true};

	if (!letter_to(&letter, desk, consent->decider_id, 0) ||
	    !store_person_get(desk->store, consent->person_id, &who))
		return 0;
	ask_payload_ids(payload, "consent", &consent->id, 1, 0);
	about.subject_id = ask_open(desk, letter.phone_id, consent->decider_id,
	    ASK_APPROVE, 0, payload, desk->now_ms + APPROVAL_LIVES_MS);
	letter_name(name, &who);
	store_phone_number(desk->store, consent->phone_id, number);
	return letter_send(&letter, phrase,
	    &(struct words){.name = name,
		.phone = number,
		.other = who.number,
		.place = who.place},
	    &about);
}

/* The oldest that waits for that officer. */
static void
ask_next(struct desk *desk, int64_t officer)
{
	struct consent consent;

	if (!store_consent_next(desk->store, officer, &consent))
		return;
	for (size_t i = 0; i < ROWS; i++)
		if (rows[i].kind == consent.kind)
			store_consent_asked(desk->store, consent.id,
			    ask(desk, &consent, rows[i].phrase));
}

static bool
is_asked(struct desk *desk, int64_t officer)
{
	struct person person;
	struct question q;

	return store_person_get(desk->store, officer, &person) &&
	       store_question_open(desk->store, person.phone_id, &q) &&
	       q.kind == ASK_APPROVE && q.person_id == officer &&
	       q.due_ms > desk->now_ms;
}

bool
approval_request(struct desk *desk, enum consent_kind kind,
    const struct person *person, int64_t phone_id)
{
	int64_t officer = officer_for(desk, person->area_id);
	struct consent consent = {.kind = kind,
	    .person_id = person->id,
	    .phone_id = phone_id,
	    .decider_id = officer,
	    .officer_id = officer,
	    .asked_ms = desk->now_ms};

	if (officer == 0 || officer == person->id)
		return false;
	if (store_consent_waits(desk->store, &consent))
		return true;
	(void)store_consent_add(desk->store, &consent);
	if (!is_asked(desk, officer))
		ask_next(desk, officer);
	return true;
}

static bool
consent_of(struct desk *desk, const struct question *q, struct consent *out)
{
	int64_t id = 0;

	return ask_read_ids(q, "consent", &id, 1) == 1 &&
	       store_consent_get(desk->store, id, out) &&
	       out->answer == CONSENT_OPEN;
}

void
approval_answer(struct desk *desk, const struct question *q, bool yes)
{
	struct consent consent;

	desk_as(desk, "officer");
	if (consent_of(desk, q, &consent)) {
		store_consent_answer(desk->store, consent.id,
		    yes ? CONSENT_YES : CONSENT_NO, desk->cause_id,
		    desk->now_ms);
		for (size_t i = 0; i < ROWS; i++)
			if (rows[i].kind == consent.kind) {
				officer_audit(desk, "text.approve",
				    "person %" PRId64 " %s: %s",
				    consent.person_id, rows[i].what,
				    yes ? "yes" : "no");
				rows[i].decide(desk, &consent, yes);
			}
	}
	ask_next(desk, q->person_id);
}

void
approval_silence(struct desk *desk, const struct question *q)
{
	struct consent consent;

	if (consent_of(desk, q, &consent) && q->open)
		store_consent_answer(
		    desk->store, consent.id, CONSENT_SILENCE, 0, desk->now_ms);
	if (!is_asked(desk, q->person_id))
		ask_next(desk, q->person_id);
}

void
approval_note(struct desk *desk, enum consent_kind kind, int64_t person_id,
    int64_t phone_id, enum consent_answer answer)
{
	struct consent consent = {.kind = kind,
	    .person_id = person_id,
	    .phone_id = phone_id,
	    .decider_id = desk->from.id,
	    .officer_id = desk->from.id,
	    .asked_ms = desk->now_ms,
	    .asked_message_id = desk->cause_id,
	    .answered_ms = desk->now_ms,
	    .answered_message_id = desk->cause_id,
	    .answer = answer};

	(void)store_consent_add(desk->store, &consent);
}
