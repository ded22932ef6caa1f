#include "handlers/register.h"

#include <inttypes.h>
#include <string.h>

#include "base/log.h"

#include "gateway/store/store_phone.h"

#include "handlers/approval.h"
#include "handlers/ask.h"
#include "handlers/letter.h"
#include "handlers/officer.h"

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
	struct consent consent = {.kind = CONSENT_REGISTER,
	    .person_id = farmer->id,
	    .phone_id = phone_id,
	    .decider_id = farmer->id,
	    .officer_id = desk->from.id,
	    .asked_ms = desk->now_ms};

	consent.id = store_consent_add(desk->store, &consent);
	ask_payload_ids(payload, "consent", &consent.id, 1, 0);
	about.subject_id = ask_open(desk, phone_id, farmer->id, ASK_CONSENT, 0,
	    payload, desk->now_ms + APPROVAL_LIVES_MS);
	letter_to(&letter, desk, farmer->id, phone_id);
	letter_name(name, &desk->from);
	store_consent_asked(desk->store, consent.id,
	    letter_send(&letter, PHRASE_REG_ASK,
		&(struct words){.name = name, .market = desk->market->name},
		&about));
}

/* Whom of the people of that phone an officer means: the one of that name, one
 * whose name nobody knows yet, or somebody new who shares it. */
static bool
farmer_on(
    struct desk *desk, int64_t phone_id, struct str name, struct person *out)
{
	int64_t id = store_phone_named(desk->store, phone_id, name);

	if (id == 0)
		id =
		    store_phone_new_person(desk->store, phone_id, desk->now_ms);
	return id != 0 && store_person_get(desk->store, id, out);
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
	if (!approval_is_officer(desk)) {
		letter_answer(desk, PHRASE_REG_STRANGER, &(struct words){0}, 0);
		return;
	}
	if (party_normalise(number, intent->phone, desk->market->country) !=
	    PARTY_PHONE) {
		letter_answer(desk, PHRASE_REG_HOW, &(struct words){0}, 0);
		return;
	}
	split_place(&name, &place);
	phone_id = store_phone_ensure(
	    desk->store, number, PARTY_PHONE, desk->now_ms, &person_id);
	if (phone_id == 0 ||
	    !farmer_on(desk, phone_id, str_trim(name), &farmer))
		return;
	put_name(desk, &farmer, name, place);
	store_person_put(desk->store, &farmer);
	officer_audit(desk, "text.register", "person %" PRId64, farmer.id);
	ask_consent(desk, phone_id, &farmer);
	say_about(desk, desk->from.id, PHRASE_REG_ACK, &farmer, NULL);
}

void
register_consent(struct desk *desk, const struct question *q, bool yes)
{
	struct consent consent;
	int64_t id = 0;

	if (ask_read_ids(q, "consent", &id, 1) != 1 ||
	    !store_consent_get(desk->store, id, &consent))
		return;
	store_consent_answer(desk->store, id, yes ? CONSENT_YES : CONSENT_NO,
	    desk->cause_id, desk->now_ms);
	if (yes) {
		desk->from.roles |= PERSON_SELLER;
		desk->from.consent_ms = desk->now_ms;
		desk->from.stopped_ms = 0;
		store_person_put(desk->store, &desk->from);
	}
	letter_answer(
	    desk, yes ? PHRASE_REG_YES : PHRASE_REG_NO, &(struct words){0}, 0);
	say_about(desk, consent.officer_id, PHRASE_REG_TOLD, &desk->from,
	    yes ? "YES" : "NO");
}

void
register_silence(struct desk *desk, const struct question *q)
{
	int64_t id = 0;

	if (ask_read_ids(q, "consent", &id, 1) == 1)
		store_consent_answer(
		    desk->store, id, CONSENT_SILENCE, 0, desk->now_ms);
}

/* -- asking for it ------------------------------------------------------- */

void
register_request(struct desk *desk, const struct book *book)
{
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
	if (!approval_request(
		desk, CONSENT_SELLER, &desk->from, desk->text->phone_id))
		log_event(LOG_WARN, "trade", "seller_request",
		    "person=%lld nobody=1", (long long)desk->from.id);
}

void
register_decided(struct desk *desk, const struct consent *consent, bool yes)
{
	struct person who;

	if (!store_person_get(desk->store, consent->person_id, &who))
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
}
