/* People, phones and areas. */
#include "tests/gateway/store_kit.h"

#include <string.h>

#include "gateway/store/store_offer.h"
#include "gateway/store/store_person.h"

/* Field by field: what lies between them is nobody's. */
static void
assert_same_person(const struct person *a, const struct person *b)
{
	assert_int_equal(a->id, b->id);
	assert_string_equal(a->name, b->name);
	assert_string_equal(a->lang, b->lang);
	assert_int_equal(a->roles, b->roles);
	assert_string_equal(a->place, b->place);
	assert_int_equal(a->area_id, b->area_id);
	assert_int_equal(a->weight_milli, b->weight_milli);
	assert_int_equal(a->leader_id, b->leader_id);
	assert_int_equal(a->consent_ms, b->consent_ms);
	assert_int_equal(a->stopped_ms, b->stopped_ms);
	assert_int_equal(a->asked_ms, b->asked_ms);
	assert_int_equal(a->heard_ms, b->heard_ms);
	assert_int_equal(a->unread_count, b->unread_count);
	assert_int_equal(a->got_count, b->got_count);
	assert_int_equal(a->noshow_count, b->noshow_count);
	assert_int_equal(a->phone_id, b->phone_id);
	assert_string_equal(a->number, b->number);
}

static void
a_number_is_one_phone_and_one_person(void **state)
{
	struct kit *kit = *state;
	int64_t person_id, again, phone_id, found;
	struct person person;
	kit_begin(kit);
	phone_id = store_phone_ensure(
	    kit->store, "+254711000001", PARTY_PHONE, T0, &person_id);
	assert_true(phone_id > 0 && person_id > 0);
	assert_int_equal(store_phone_ensure(kit->store, "+254711000001",
			     PARTY_PHONE, T0, &again),
	    phone_id);
	assert_int_equal(again, person_id);
	assert_true(
	    store_phone_find(kit->store, "+254711000001", &found, &again));
	assert_int_equal(found, phone_id);
	assert_true(store_person_get(kit->store, person_id, &person));
	assert_string_equal(person.number, "+254711000001");
	assert_int_equal(person.phone_id, phone_id);
	assert_int_equal(person.weight_milli, 1000);
	assert_int_equal(person.roles, 0);
	char number[PARTY_OCTETS];
	store_phone_number(kit->store, phone_id, number);
	assert_string_equal(number, "+254711000001");
	store_phone_number(kit->store, 999, number);
	assert_string_equal(number, "");
	kit_commit(kit);
	assert_false(store_phone_find(kit->store, "+1", &found, &again));
	assert_int_equal(found, 0);
	kit_check(kit);
}

static void
services_are_nobody(void **state)
{
	struct kit *kit = *state;
	int64_t person_id = 7;
	kit_begin(kit);
	assert_true(store_phone_ensure(kit->store, "SAFARICOM", PARTY_LETTERS,
			T0, &person_id) > 0);
	assert_int_equal(person_id, 0);
	assert_true(store_phone_ensure(
			kit->store, "20880", PARTY_SHORT, T0, &person_id) > 0);
	assert_int_equal(person_id, 0);
	kit_commit(kit);
}

static void
every_field_comes_back(void **state)
{
	struct kit *kit = *state;
	struct person in, out;
	kit_begin(kit);
	int64_t id = kit_person(kit, 1);
	assert_true(store_person_get(kit->store, id, &in));
	str_copy(in.name, sizeof(in.name), STR("Amina Wanjiku"));
	str_copy(in.lang, sizeof(in.lang), STR("sw"));
	str_copy(in.place, sizeof(in.place), STR("Ukwala"));
	in.roles = PERSON_SELLER | PERSON_OFFICER;
	in.area_id = 4;
	in.weight_milli = 1500;
	in.leader_id = 9;
	in.consent_ms = T0 + 1;
	in.stopped_ms = T0 + 2;
	in.heard_ms = T0 + 4;
	in.unread_count = 2;
	in.got_count = 3;
	in.noshow_count = 1;
	store_person_put(kit->store, &in);
	assert_true(store_person_get(kit->store, id, &out));
	assert_same_person(&in, &out);
	store_person_heard(kit->store, id, T0 + 4 + PERSON_HEARD_EACH_MS);
	assert_true(store_person_get(kit->store, id, &out));
	assert_int_equal(out.heard_ms, T0 + 4 + PERSON_HEARD_EACH_MS);
	kit_commit(kit);
	assert_false(store_person_get(kit->store, 999, &out));
	assert_int_equal(out.id, 0);
}

static void
give_role(struct kit *kit, int phone, unsigned roles, int64_t area_id)
{
	struct person person;
	store_person_get(kit->store, kit_person(kit, phone), &person);
	person.roles = roles;
	person.area_id = area_id;
	store_person_put(kit->store, &person);
}

static void
the_nearest_officer_is_found(void **state)
{
	struct kit *kit = *state;
	kit_begin(kit);
	int64_t village = store_area_ensure(kit->store, "Ukwala", "Ugenya");
	int64_t other = store_area_ensure(kit->store, "Sega", "Ugenya");
	int64_t town = store_area_ensure(kit->store, "Ugenya", "Siaya");
	int64_t far = store_area_ensure(kit->store, "Kisumu", "");
	assert_int_equal(store_person_officer(kit->store, village), 0);
	give_role(kit, 1, PERSON_OFFICER, far);
	give_role(kit, 2, PERSON_SELLER, village);
	assert_int_equal(
	    store_person_officer(kit->store, village), kit_person(kit, 1));
	give_role(kit, 3, PERSON_OFFICER | PERSON_BUYER, town);
	assert_int_equal(
	    store_person_officer(kit->store, village), kit_person(kit, 3));
	give_role(kit, 4, PERSON_OFFICER, village);
	assert_int_equal(
	    store_person_officer(kit->store, village), kit_person(kit, 4));
	assert_int_equal(
	    store_person_officer(kit->store, other), kit_person(kit, 3));
	assert_int_equal(
	    store_person_officer(kit->store, 0), kit_person(kit, 1));
	kit_commit(kit);
}

static void
an_admin_with_a_phone_is_found(void **state)
{
	struct kit *kit = *state;
	int64_t phone_id, person_id;
	kit_begin(kit);
	assert_false(store_person_admin(kit->store, &phone_id, &person_id));
	give_role(kit, 5, PERSON_ADMIN, 0);
	give_role(kit, 6, PERSON_ADMIN, 0);
	assert_true(store_person_admin(kit->store, &phone_id, &person_id));
	assert_int_equal(phone_id, kit_phone(kit, 5));
	assert_int_equal(person_id, kit_person(kit, 5));
	kit_commit(kit);
}

static bool
count_area(void *arg, const struct area_row *area)
{
	assert_true(area->id > 0 && area->name[0] != '\0');
	assert_int_equal(area->quiet_from_min, -1);
	++*(int *)arg;
	return true;
}

static void
areas_lie_in_areas(void **state)
{
	struct kit *kit = *state;
	char name[32];
	int count = 0;
	kit_begin(kit);
	int64_t village = store_area_ensure(kit->store, "Ukwala", "Ugenya");
	int64_t county = store_area_ensure(kit->store, "Siaya", "");
	store_area_ensure(kit->store, "UGENYA", "siaya");
	assert_int_equal(store_area_ensure(kit->store, "ukwala", ""), village);
	assert_true(store_area_within(kit->store, village, county));
	assert_false(store_area_within(kit->store, county, village));
	assert_true(store_area_within(kit->store, village, village));
	/* A circle in the file is walked round, not for ever. */
	store_area_ensure(kit->store, "Siaya", "Ukwala");
	assert_false(store_area_within(kit->store, village, 999));
	store_area_name(kit->store, village, name, sizeof(name));
	assert_string_equal(name, "Ukwala");
	assert_int_equal(store_area_find(kit->store, "nowhere"), 0);
	kit_commit(kit);
	store_area_each(kit->store, count_area, &count);
	assert_int_equal(count, 3);
}

static void
areas_sleep_at_their_own_hours(void **state)
{
	struct kit *kit = *state;
	int from, until;

	kit_begin(kit);
	int64_t village = store_area_ensure(kit->store, "Ukwala", "Ugenya");
	int64_t ward = store_area_find(kit->store, "Ugenya");
	assert_false(store_area_quiet_any(kit->store));
	assert_false(store_area_quiet(kit->store, village, &from, &until));
	store_area_quiet_put(kit->store, ward, 1230, 390);
	assert_true(store_area_quiet_any(kit->store));
	assert_true(store_area_quiet(kit->store, village, &from, &until));
	assert_int_equal(from, 1230);
	assert_int_equal(until, 390);
	/* Its own: none. */
	store_area_quiet_put(kit->store, village, 0, 0);
	assert_true(store_area_quiet(kit->store, village, &from, &until));
	assert_int_equal(from, until);
	store_area_quiet_put(kit->store, village, -1, -1);
	assert_true(store_area_quiet(kit->store, village, &from, &until));
	assert_int_equal(from, 1230);
	assert_false(store_area_quiet(kit->store, 999, &from, &until));
	kit_commit(kit);
}

static bool
note_person(void *arg, const struct person *person)
{
	*(int64_t *)arg = person->id;
	return true;
}

static void
people_are_listed_in_pages(void **state)
{
	struct kit *kit = *state;
	int64_t last = 0;
	kit_begin(kit);
	for (int i = 0; i < 10; i++)
		kit_person(kit, i);
	kit_commit(kit);
	store_person_each(kit->store, 0, 4, note_person, &last);
	assert_int_equal(last, 4);
	store_person_each(kit->store, last, 100, note_person, &last);
	assert_int_equal(last, 10);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, kit_open, kit_close)

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    TEST(a_number_is_one_phone_and_one_person),
	    TEST(services_are_nobody),
	    TEST(every_field_comes_back),
	    TEST(the_nearest_officer_is_found),
	    TEST(an_admin_with_a_phone_is_found),
	    TEST(areas_lie_in_areas),
	    TEST(areas_sleep_at_their_own_hours),
	    TEST(people_are_listed_in_pages),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
