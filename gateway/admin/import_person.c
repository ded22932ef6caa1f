/* import_person - one row of a people table: phone,name,roles,place,area,
 * lang,weight,leader. */
#include <string.h>

#include "base/utf8.h"

#include "gateway/core/party.h"
#include "gateway/store/store_consent.h"
#include "gateway/store/store_person.h"
#include "gateway/store/store_phone.h"

#include "gateway/admin/import.h"

enum { PHONE, NAME, ROLES, PLACE, AREA, LANG, WEIGHT, LEADER };

#define WEIGHT_MAX_MILLI 1000000 /* a thousand times a plain share */

static const char *const role_words[] = {
    "buyer",
    "seller",
    "leader",
    "officer",
    "promoter",
    "expert",
    "admin",
    NULL,
};

const char *
import_role(int i)
{
	return role_words[i];
}

static unsigned
role_bit(struct str word)
{
	for (int i = 0; role_words[i] != NULL; i++)
		if (str_equal_nocase(word, str_from(role_words[i])))
			return 1U << i;
	return 0;
}

bool
import_roles(struct str words, unsigned *out)
{
	struct str word;

	*out = 0;
	while (str_cut(&word, &words, '|')) {
		unsigned bit = role_bit(str_trim(word));

		if (bit == 0)
			return false;
		*out |= bit;
	}
	return true;
}

/* Our own export writes an apostrophe before what a spreadsheet would take for
 * a formula: no part of the name. */
static struct str
without_guard(struct str value)
{
	bool guarded = value.octets > 1 && value.at[0] == '\'' &&
		       strchr("=+-@", value.at[1]) != NULL;

	return guarded ? str_of(value.at + 1, value.octets - 1) : value;
}

int
import_text(char *dst, size_t dst_octets, struct str value, const char *name,
    struct err *err)
{
	value = without_guard(value);
	if (value.octets >= dst_octets)
		return err_set(err, -1, 0, "%s is longer than %zu octets", name,
		    dst_octets - 1);
	utf8_clean(dst, dst_octets, value);
	return 0;
}

int
import_phone(const struct import_row *row, struct str value, const char *name,
    char dst[32], struct err *err)
{
	if (party_normalise(dst, value, row->turn->market->country) ==
	    PARTY_PHONE)
		return 0;
	return err_set(err, -1, 0, "%s \"%.*s\" is not a phone number", name,
	    (int)(value.octets < 40 ? value.octets : 40), value.at);
}

/* "sw", "hi-Latn", "zh_CN": letters in groups. */
static bool
is_language(struct str value)
{
	if (value.octets < 2 || value.octets > 11)
		return false;
	for (size_t i = 0; i < value.octets; i++) {
		char c = value.at[i];
		bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');

		if (!letter && (i < 2 || (c != '-' && c != '_')))
			return false;
	}
	return true;
}

/* What the row says, checked; nothing is written yet. */
struct wanted {
	char phone[PARTY_OCTETS], leader[PARTY_OCTETS];
	char name[64], place[64], area[64];
	unsigned roles;
	int64_t weight_milli;
};

static int
check(const struct import_row *row, struct wanted *w, struct err *err)
{
	const struct str *v = row->values;

	*w = (struct wanted){.roles = 0};
	if (import_phone(row, v[PHONE], "phone", w->phone, err) < 0 ||
	    import_text(w->name, sizeof(w->name), v[NAME], "name", err) < 0 ||
	    import_text(w->place, sizeof(w->place), v[PLACE], "place", err) <
		0 ||
	    import_text(w->area, sizeof(w->area), v[AREA], "area", err) < 0)
		return -1;
	if (v[ROLES].octets > 0 && !import_roles(v[ROLES], &w->roles))
		return err_set(err, -1, 0,
		    "roles are buyer, seller, leader, officer, promoter, "
		    "expert or admin, with | between them");
	if (v[LANG].octets > 0 && !is_language(v[LANG]))
		return err_set(err, -1, 0, "lang is a code such as en or sw");
	if (v[WEIGHT].octets > 0 &&
	    (!str_to_milli(&w->weight_milli, v[WEIGHT]) ||
		w->weight_milli <= 0 || w->weight_milli > WEIGHT_MAX_MILLI))
		return err_set(
		    err, -1, 0, "weight is a number above 0, up to 1000");
	if (v[LEADER].octets > 0 &&
	    import_phone(row, v[LEADER], "leader", w->leader, err) < 0)
		return -1;
	if (strcmp(w->leader, w->phone) == 0)
		return err_set(err, -1, 0, "leader is the person itself");
	return 0;
}

static int64_t
person_of(const struct turn *turn, const char *number)
{
	int64_t person_id = 0;

	store_phone_ensure(
	    turn->store, number, PARTY_PHONE, turn->now_ms, &person_id);
	return person_id;
}

static void
note_consent(const struct turn *turn, const struct person *p)
{
	(void)store_consent_add(
	    turn->store, &(struct consent){.kind = CONSENT_LIST,
			     .person_id = p->id,
			     .phone_id = p->phone_id,
			     .asked_ms = turn->now_ms,
			     .answered_ms = turn->now_ms,
			     .answer = CONSENT_YES});
}

/* Whoever brings a list of sellers has asked them: that is their consent, as
 * a row (docs/furrow.1, person import). */
static void
change(const struct import_row *row, const struct wanted *w, struct person *p)
{
	const struct str *v = row->values;
	const struct turn *turn = row->turn;

	if (w->name[0] != '\0')
		str_copy(p->name, sizeof(p->name), str_from(w->name));
	if (w->place[0] != '\0')
		str_copy(p->place, sizeof(p->place), str_from(w->place));
	if (w->roles != 0)
		p->roles = w->roles;
	if (w->area[0] != '\0')
		p->area_id = store_area_ensure(turn->store, w->area, "");
	if (v[LANG].octets > 0)
		str_copy(p->lang, sizeof(p->lang), v[LANG]);
	if (w->weight_milli != 0)
		p->weight_milli = w->weight_milli;
	if (w->leader[0] != '\0')
		p->leader_id = person_of(turn, w->leader);
	if ((w->roles & PERSON_SELLER) != 0 && p->consent_ms == 0) {
		p->consent_ms = turn->now_ms;
		note_consent(turn, p);
	}
}

/* Of those who use that phone the one of that name, one without a name, or
 * somebody new: a household is several rows with one phone.  A row by hand
 * corrects the name of the only one. */
static int64_t
whom(const struct import_row *row, const struct wanted *w)
{
	struct store *store = row->turn->store;
	int64_t ids[STORE_PHONE_PEOPLE], phone_id, speaker, id;

	phone_id = store_phone_ensure(
	    store, w->phone, PARTY_PHONE, row->turn->now_ms, &speaker);
	if (w->name[0] == '\0' ||
	    (row->alone && store_phone_people(store, phone_id, ids) == 1))
		return speaker;
	id = store_phone_named(store, phone_id, str_from(w->name));
	return id != 0
		   ? id
		   : store_phone_new_person(store, phone_id, row->turn->now_ms);
}

static int
apply(const struct import_row *row, struct err *err)
{
	struct wanted wanted;
	struct person person;
	int64_t id;

	if (check(row, &wanted, err) < 0)
		return -1;
	id = whom(row, &wanted);
	if (id == 0)
		return err_set(err, -1, 0, "%d people use that phone already",
		    STORE_PHONE_PEOPLE);
	if (!store_person_get(row->turn->store, id, &person))
		return err_set(err, -1, 0, "the store refused it");
	change(row, &wanted, &person);
	store_person_put(row->turn->store, &person);
	return 0;
}

bool
import_person_admin(const struct import_row *row)
{
	unsigned roles;

	return import_roles(row->values[ROLES], &roles) &&
	       (roles & PERSON_ADMIN) != 0;
}

const struct import_kind import_person = {
    .name = "person",
    .columns = {"phone", "name", "roles", "place", "area", "lang", "weight",
	"leader"},
    .required = 1,
    .apply = apply,
};
