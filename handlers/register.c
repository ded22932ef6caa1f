#include "handlers/register.h"

#include <string.h>

#include "base/log.h"

#include "handlers/ask.h"
#include "handlers/letter.h"
#include "handlers/officer.h"

#define CONSENT_LIVES_MS (INT64_C(7) * 24 * 3600 * 1000)
#define PENDING 16

/* "Akinyi Otieno, Yala" or "Akinyi Otieno Yala": the village comes last. */
static void
split_place(struct str *name, struct str *place)
{
	struct str whole = str_trim(*name);
	size_t cut = whole.octets;

	for (size_t i = 0; i < whole.octets; i++)
		if (whole.at[i] == ',')
			cut = i;
	for (size_t i = whole.octets; cut == whole.octets && i-- > 0;)
		if (whole.at[i] == ' ')
			cut = i;
	if (cut == whole.octets)
		return;
	*name = str_of(whole.at, cut);
	if (str_trim(*place).octets == 0)
		*place = str_of(whole.at + cut + 1, whole.octets - cut - 1);
}

static void
put_name(
    struct desk *desk, struct person *person, struct str name, struct str place)
{
	name = str_trim(name);
	place = str_trim(place);
	if (name.octets > 0)
		str_copy(person->name, sizeof(person->name), name);
	if (place.octets > 0) {
		str_copy(person->place, sizeof(person->place), place);
		person->area_id = store_area_find(desk->store, person->place);
	}
	if (person->area_id == 0)
		person->area_id = desk->from.area_id;
}

static bool
is_officer(struct desk *desk)
{
	return (desk->from.roles & (PERSON_OFFICER | PERSON_ADMIN)) != 0 ||
	       desk->from.id == officer_for(desk, desk->from.area_id);
}

static void
say_about(struct desk *desk, int64_t to, enum phrase phrase,
    const struct person *about, const char *text)
{
	struct letter letter;
	char name[64];

	letter_to(&letter, desk, to, 0);
	letter_name(name, about);
	letter_send(&letter, phrase,
	    &(struct words){.name = *about->name ? name : "",
		.phone = about->number,
		.place = about->place,
		.text = text},
	    NULL);
}

static void
ask_consent(struct desk *desk, int64_t phone_id, const struct person *farmer)
{
	char payload[QUESTION_PAYLOAD_OCTETS], name[64];
	struct letter letter;
	struct letter_about about = {
	    .subject = SUBJECT_QUESTION, .question = true};
	int64_t officer = desk->from.id;

	ask_payload_ids(payload, "people", &officer, 1, 0);
	about.subject_id = ask_open(desk, phone_id, farmer->id, ASK_CONSENT, 0,
	    payload, desk->now_ms + CONSENT_LIVES_MS);
	letter_to(&letter, desk, farmer->id, phone_id);
	letter_name(name, &desk->from);
	letter_send(&letter, PHRASE_REG_ASK,
	    &(struct words){.name = name, .market = desk->market->name},
	    &about);
}

void
register_text(struct desk *desk, const struct book *book)
{
	const struct intent *intent = &desk->intent;
	struct str name = intent->name, place = intent->place;
	char number[PARTY_OCTETS];
	struct person farmer;
	int64_t phone_id, person_id = 0;

	(void)book;
	if (!is_officer(desk)) {
		letter_answer(desk, PHRASE_REG_STRANGER, &(struct words){0}, 0);
		return;
	}
	if (party_normalise(number, intent->phone, desk->market->country) !=
	    PARTY_PHONE) {
		letter_answer(desk, PHRASE_REG_HOW, &(struct words){0}, 0);
		return;
	}
	phone_id = store_phone_ensure(
	    desk->store, number, PARTY_PHONE, desk->now_ms, &person_id);
	if (phone_id == 0 || !store_person_get(desk->store, person_id, &farmer))
		return;
	split_place(&name, &place);
	put_name(desk, &farmer, name, place);
	store_person_put(desk->store, &farmer);
	ask_consent(desk, phone_id, &farmer);
	say_about(desk, desk->from.id, PHRASE_REG_ACK, &farmer, NULL);
}

void
register_consent(struct desk *desk, const struct question *q, bool yes)
{
	int64_t officer = 0;

	if (yes) {
		desk->from.roles |= PERSON_SELLER;
		desk->from.consent_ms = desk->now_ms;
		desk->from.stopped_ms = 0;
		store_person_put(desk->store, &desk->from);
	}
	letter_answer(
	    desk, yes ? PHRASE_REG_YES : PHRASE_REG_NO, &(struct words){0}, 0);
	if (ask_read_ids(q, "people", &officer, 1) == 1)
		say_about(desk, officer, PHRASE_REG_TOLD, &desk->from,
		    yes ? "YES" : "NO");
}

/* -- asking for it ------------------------------------------------------- */

/* The officer's question speaks of the first; the others wait behind it. */
static void
ask_approval(
    struct desk *desk, int64_t officer, const int64_t *people, size_t count)
{
	char payload[QUESTION_PAYLOAD_OCTETS], name[64];
	struct letter letter;
	struct person who;
	struct letter_about about = {
	    .subject = SUBJECT_QUESTION, .question = true};

	if (!letter_to(&letter, desk, officer, 0) ||
	    !store_person_get(desk->store, people[0], &who))
		return;
	ask_payload_ids(payload, "people", people, count, 0);
	about.subject_id = ask_open(desk, letter.phone_id, officer, ASK_APPROVE,
	    0, payload, desk->now_ms + CONSENT_LIVES_MS);
	letter_name(name, &who);
	letter_send(&letter, PHRASE_SELLER_APPROVE,
	    &(struct words){
		.name = name, .phone = who.number, .place = who.place},
	    &about);
}

static void
wait_for_approval(struct desk *desk, int64_t officer)
{
	struct person person;
	struct question q;
	int64_t people[PENDING], me = desk->from.id;
	char payload[QUESTION_PAYLOAD_OCTETS];
	size_t count = 0;

	if (store_person_get(desk->store, officer, &person) &&
	    store_question_open(desk->store, person.phone_id, &q) &&
	    q.kind == ASK_APPROVE)
		count = ask_read_ids(&q, "people", people, PENDING - 1);
	for (size_t i = 0; i < count; i++)
		if (people[i] == me)
			return;
	if (count == 0) {
		ask_approval(desk, officer, &me, 1);
		return;
	}
	people[count++] = me;
	ask_payload_ids(payload, "people", people, count, 0);
	(void)ask_open(desk, person.phone_id, officer, ASK_APPROVE, 0, payload,
	    desk->now_ms + CONSENT_LIVES_MS);
}

void
register_request(struct desk *desk, const struct book *book)
{
	int64_t officer = officer_for(desk, desk->from.area_id);
	struct str name = desk->intent.name, place = desk->intent.place;

	(void)book;
	if (desk->from.roles & PERSON_SELLER) {
		letter_answer(
		    desk, PHRASE_SELLER_ALREADY, &(struct words){0}, 0);
		return;
	}
	if (name.octets == 0)
		name = desk->intent.rest;
	split_place(&name, &place);
	put_name(desk, &desk->from, name, place);
	store_person_put(desk->store, &desk->from);
	if (desk->from.name[0] == '\0') {
		letter_answer(desk, PHRASE_SELLER_HOW, &(struct words){0}, 0);
		return;
	}
	letter_answer(desk, PHRASE_SELLER_ASKED, &(struct words){0}, 0);
	if (officer != 0 && officer != desk->from.id)
		wait_for_approval(desk, officer);
	else
		log_event(LOG_WARN, "trade", "seller_request",
		    "person=%lld nobody=1", (long long)desk->from.id);
}

void
register_approve(struct desk *desk, const struct question *q, bool yes)
{
	int64_t people[PENDING];
	size_t count = ask_read_ids(q, "people", people, PENDING);
	struct person who;

	if (count == 0 || !store_person_get(desk->store, people[0], &who))
		return;
	if (yes) {
		who.roles |= PERSON_SELLER;
		who.consent_ms = desk->now_ms;
		store_person_put(desk->store, &who);
		say_about(
		    desk, desk->from.id, PHRASE_SELLER_APPROVED, &who, NULL);
	}
	say_about(desk, who.id, yes ? PHRASE_REG_YES : PHRASE_SELLER_REFUSED,
	    &who, NULL);
	if (count > 1)
		ask_approval(desk, desk->from.id, people + 1, count - 1);
}
