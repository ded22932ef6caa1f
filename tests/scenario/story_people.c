/* story_people - who shares a phone, who has two, and where they live. */
#include "tests/scenario/story_stage.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "gateway/store/store_person.h"
#include "gateway/store/store_phone.h"

void
story_share(struct story *s, const char *name, const char *with,
    const char *roles, const char *place)
{
	struct actor *a = &s->people[s->people_count], *owner;
	struct person person;

	owner = story_actor(s, with);
	assert_true(++s->people_count <= PEOPLE);
	str_copy(a->name, sizeof(a->name), str_from(name));
	str_copy(a->number, sizeof(a->number), str_from(owner->number));
	store_begin(s->store);
	a->phone_id = owner->phone_id;
	a->person_id = store_phone_new_person(s->store, a->phone_id, s->now_ms);
	assert_true(store_person_get(s->store, a->person_id, &person));
	person.roles = story_roles(roles);
	str_copy(person.name, sizeof(person.name), str_from(name));
	str_copy(person.place, sizeof(person.place), str_from(place));
	store_person_put(s->store, &person);
	story_commit(s);
}

void
story_second_phone(
    struct story *s, const char *name, const char *phone, const char *number)
{
	struct actor *a = &s->people[s->people_count];
	int64_t person_id = story_actor(s, name)->person_id, stranger_id;

	assert_true(++s->people_count <= PEOPLE);
	str_copy(a->name, sizeof(a->name), str_from(phone));
	str_copy(a->number, sizeof(a->number), str_from(number));
	a->person_id = person_id;
	store_begin(s->store);
	a->phone_id = store_phone_ensure(
	    s->store, number, PARTY_PHONE, s->now_ms, &stranger_id);
	assert_true(
	    store_phone_share(s->store, a->phone_id, person_id, s->now_ms));
	story_commit(s);
}

void
story_quiet(struct story *s, const char *name, const char *area,
    int quiet_from_min, int quiet_until_min)
{
	struct person person;

	store_begin(s->store);
	assert_true(store_person_get(
	    s->store, story_actor(s, name)->person_id, &person));
	person.area_id = store_area_ensure(s->store, area, "");
	store_area_quiet_put(
	    s->store, person.area_id, quiet_from_min, quiet_until_min);
	store_person_put(s->store, &person);
	story_commit(s);
}
