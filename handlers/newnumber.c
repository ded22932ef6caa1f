#include "handlers/newnumber.h"

#include <string.h>

#include "base/buf.h"

#include "gateway/store/store_message.h"
#include "gateway/store/store_order.h"
#include "gateway/store/store_phone.h"

#include "handlers/approval.h"
#include "handlers/ask.h"
#include "handlers/letter.h"
#include "handlers/officer.h"
#include "handlers/proposal.h"

#define NUMBERS 2

/* What stands behind the keyword. */
struct said {
	char number[NUMBERS][PARTY_OCTETS];
	size_t count;
	struct str name; /* what is no number, if anything */
};

static void
read_said(struct said *said, const struct desk *desk, struct str rest)
{
	struct str word, whole = rest;

	memset(said, 0, sizeof(*said));
	while (str_cut(&word, &rest, ' ')) {
		char number[PARTY_OCTETS];

		word = str_trim(word);
		if (word.octets == 0)
			continue;
		if (said->count < NUMBERS &&
		    party_normalise(number, word, desk->market->country) ==
			PARTY_PHONE)
			memcpy(said->number[said->count++], number,
			    sizeof(number));
		else if (said->name.octets == 0)
			said->name = word;
	}
	/* One number with blanks in it: "0722 000 002". */
	if (said->count == 0 && party_normalise(said->number[0], whole,
				    desk->market->country) == PARTY_PHONE)
		said->count = 1;
}

/* -- the move -------------------------------------------------------------- */

/* A number is free while nobody whom we know by name or role has it. */
static bool
is_free(struct desk *desk, int64_t phone_id, int64_t person_id)
{
	int64_t ids[STORE_PHONE_PEOPLE];
	size_t count = store_phone_people(desk->store, phone_id, ids);
	struct person person;

	for (size_t i = 0; i < count; i++)
		if (ids[i] != person_id &&
		    store_person_get(desk->store, ids[i], &person) &&
		    (person.roles != 0 || person.name[0] != '\0'))
			return false;
	return true;
}

static void
audit(struct desk *desk, const struct person *person, int64_t to_phone_id)
{
	char what[160], actor[64];
	struct buf text = buf_over(what, sizeof(what));
	struct buf by = buf_over(actor, sizeof(actor));

	/* A phone number stands in one place only, and that is not here. */
	buf_add_format(&by, "%.16s:%lld", desk->by, (long long)desk->from.id);
	buf_add_format(&text, "person %lld: phone %lld -> %lld, by text %lld",
	    (long long)person->id, (long long)person->phone_id,
	    (long long)to_phone_id, (long long)desk->cause_id);
	store_audit_add(desk->store, desk->now_ms, actor, "newnumber", what);
}

/* The old number hears of it, and whom to call: else whoever talks an officer
 * into it has the orders of somebody who does not know. */
static void
tell_old(struct desk *desk, const struct person *person, int64_t left_id)
{
	struct letter letter;
	struct person left, officer = desk->from;
	int64_t officer_id = officer_for(desk, person->area_id);
	char name[64], other[100] = "";
	struct buf out = buf_over(other, sizeof(other));

	if (!store_person_get(desk->store, left_id, &left))
		return;
	if (person->stopped_ms != 0 && left.roles == 0) {
		left.stopped_ms = person->stopped_ms;
		store_person_put(desk->store, &left);
		return; /* that number wants no more texts from us */
	}
	/* Whom they know, unless that is they themselves. */
	if (officer_id != 0 && officer_id != person->id)
		(void)store_person_get(desk->store, officer_id, &officer);
	if (officer.id != person->id)
		buf_add_format(&out, "%s%s%s", officer.name,
		    officer.name[0] != '\0' ? " " : "", officer.number);
	letter_to(&letter, desk, left_id, person->phone_id);
	str_copy(letter.lang, sizeof(letter.lang), str_from(person->lang));
	desk_lang_of(letter.lang, desk, person);
	letter_name(name, person);
	letter_send(&letter, PHRASE_NEWNUMBER_OLD,
	    &(struct words){.name = name, .other = other}, NULL);
}

static void
tell_new(struct desk *desk, int64_t to, const struct person *person,
    const char *number)
{
	struct letter letter;
	char name[64];

	letter_to(&letter, desk, to, 0);
	letter_name(name, person);
	letter_send(&letter, PHRASE_NEWNUMBER_DONE,
	    &(struct words){.name = name, .phone = number}, NULL);
}

/* What was put to them on the old phone is put again on the new one; the
 * clock of what had not left yet begins with that. */
static void
put_again(struct desk *desk, int64_t person_id)
{
	struct proposal open[DESK_LINES_MAX];
	size_t count = proposal_open(desk, person_id, open, DESK_LINES_MAX);

	for (size_t i = 0; i < count; i++) {
		struct proposal p;

		if (!store_proposal_get(desk->store, open[i].id, &p))
			continue;
		proposal_put_again(desk, &p);
	}
}

/* Not a number that the network gave to a stranger in between. */
static bool
uses(struct desk *desk, int64_t person_id, int64_t phone_id)
{
	int64_t ids[STORE_PHONE_PEOPLE];
	size_t count = store_phone_people(desk->store, phone_id, ids);

	for (size_t i = 0; i < count; i++)
		if (ids[i] == person_id)
			return true;
	return false;
}

static void
move(struct desk *desk, const struct person *person, int64_t to_phone_id)
{
	int64_t from_phone_id = person->phone_id, left;
	char number[PARTY_OCTETS];
	bool had_it = uses(desk, person->id, from_phone_id);

	store_message_withdraw_from(desk->store, from_phone_id, person->id);
	left = store_phone_move(
	    desk->store, person->id, from_phone_id, to_phone_id, desk->now_ms);
	if (left == 0)
		return;
	/* That it is theirs was looked into just now. */
	store_person_heard(desk->store, person->id, desk->now_ms);
	store_person_still(desk->store, person->id, 0);
	audit(desk, person, to_phone_id);
	store_phone_number(desk->store, to_phone_id, number);
	if (had_it)
		tell_old(desk, person, left);
	tell_new(desk, person->id, person, number);
	ask_moved(desk, person->id, from_phone_id, to_phone_id);
	put_again(desk, person->id);
}

/* -- by an officer ----------------------------------------------------------
 */

static void
say(struct desk *desk, enum phrase phrase, const char *number)
{
	letter_answer(desk, phrase, &(struct words){.phone = number}, 0);
}

/* Who of those on the old phone; false: it was answered. */
static bool
whose(struct desk *desk, const struct said *said, const char *old,
    struct person *out)
{
	int64_t ids[STORE_PHONE_PEOPLE], phone_id, person_id;
	char list[160];
	struct buf names = buf_over(list, sizeof(list));
	size_t count;

	if (!store_phone_find(desk->store, old, &phone_id, &person_id)) {
		say(desk, PHRASE_NEWNUMBER_NONE, old);
		return false;
	}
	count = store_phone_people(desk->store, phone_id, ids);
	if (count > 1 && said->name.octets > 0)
		person_id =
		    store_phone_named(desk->store, phone_id, said->name);
	for (size_t i = 0; count > 1 && i < count; i++)
		if (store_person_get(desk->store, ids[i], out))
			buf_add_format(
			    &names, "%s%s", i > 0 ? ", " : "", out->name);
	if (count > 1 && (said->name.octets == 0 || person_id == 0)) {
		letter_answer(
		    desk, PHRASE_I_AM_WHO, &(struct words){.list = list}, 0);
		return false;
	}
	if (count == 1 && store_phone_former(desk->store, phone_id) != 0)
		person_id = store_phone_former(desk->store, phone_id);
	if (!store_person_get(desk->store, person_id, out))
		return false;
	out->phone_id = phone_id;
	str_copy(out->number, sizeof(out->number), str_from(old));
	return true;
}

static int64_t
phone_of(struct desk *desk, const char *number)
{
	int64_t person_id;

	return store_phone_ensure(
	    desk->store, number, PARTY_PHONE, desk->now_ms, &person_id);
}

/* An officer's or admin's number is worth more than an officer's word. */
static bool
may_move(const struct desk *desk, const struct person *person)
{
	return (person->roles & (PERSON_OFFICER | PERSON_ADMIN)) == 0 ||
	       (desk->from.roles & PERSON_ADMIN) != 0;
}

static void
by_officer(struct desk *desk, const struct said *said)
{
	struct person person;
	int64_t phone_id;

	if (!whose(desk, said, said->number[0], &person))
		return;
	phone_id = phone_of(desk, said->number[1]);
	if (phone_id == person.phone_id ||
	    !is_free(desk, phone_id, person.id)) {
		say(desk, PHRASE_NEWNUMBER_TAKEN, said->number[1]);
		return;
	}
	if (!may_move(desk, &person)) {
		letter_answer(desk, PHRASE_NEWNUMBER_NO, &(struct words){0}, 0);
		return;
	}
	desk_as(desk, "officer");
	approval_note(desk, CONSENT_NUMBER, person.id, phone_id, CONSENT_YES);
	move(desk, &person, phone_id);
	if (desk->from.id != person.id)
		tell_new(desk, desk->from.id, &person, said->number[1]);
}

/* -- by themselves --------------------------------------------------------- */

/* From the new phone with the old number, or from the old phone with the new
 * one: who is known by it says which it is. */
static bool
read_request(struct desk *desk, const struct said *said, struct person *who,
    int64_t *new_phone)
{
	const char *own = desk->text->number, *other = said->number[0];

	if (said->count == 2 && strcmp(other, own) == 0)
		other = said->number[1];
	if (said->count == 2 && strcmp(other, said->number[1]) != 0 &&
	    strcmp(said->number[1], own) != 0)
		return false; /* two numbers of others */
	if (desk->from.roles != 0 || desk->from.name[0] != '\0') {
		*who = desk->from;
		*new_phone = phone_of(desk, other);
	} else {
		if (!whose(desk, said, other, who))
			return true;
		*new_phone = desk->text->phone_id;
	}
	if (*new_phone == who->phone_id || !is_free(desk, *new_phone, who->id))
		say(desk, PHRASE_NEWNUMBER_TAKEN, other);
	else if (!approval_request(desk, CONSENT_NUMBER, who, *new_phone))
		letter_answer(desk, PHRASE_NEWNUMBER_NO, &(struct words){0}, 0);
	else
		letter_answer(desk, PHRASE_SELLER_ASKED, &(struct words){0}, 0);
	return true;
}

bool
newnumber_text(struct desk *desk, const struct book *book, struct str rest)
{
	struct said said;
	struct person who;
	int64_t new_phone;

	(void)book;
	read_said(&said, desk, rest);
	/* "NEWNUMBER 123" is one that was not written well. */
	if (said.count == 0 && rest.octets > 0 &&
	    (rest.at[0] < '0' || rest.at[0] > '9') && rest.at[0] != '+')
		return false;
	if (said.count == 2 && approval_is_officer(desk))
		by_officer(desk, &said);
	else if (said.count == 0 ||
		 !read_request(desk, &said, &who, &new_phone))
		letter_answer(
		    desk, PHRASE_NEWNUMBER_HOW, &(struct words){0}, 0);
	return true;
}

void
newnumber_decided(struct desk *desk, const struct consent *consent, bool yes)
{
	struct letter letter;
	struct person person;
	char number[PARTY_OCTETS];

	if (!store_person_get(desk->store, consent->person_id, &person))
		return;
	store_phone_number(desk->store, consent->phone_id, number);
	yes = yes && may_move(desk, &person);
	if (yes && !is_free(desk, consent->phone_id, person.id)) {
		say(desk, PHRASE_NEWNUMBER_TAKEN, number);
		return;
	}
	if (!yes) {
		letter_to(&letter, desk, person.id, consent->phone_id);
		letter_send(
		    &letter, PHRASE_NEWNUMBER_NO, &(struct words){0}, NULL);
		return;
	}
	move(desk, &person, consent->phone_id);
	tell_new(desk, desk->from.id, &person, number);
}
