/* Phones with several people, people with several phones; and the papers. */
#include "tests/gateway/store_kit.h"

#include <string.h>

#include "gateway/store/store_consent.h"
#include "gateway/store/store_order.h"
#include "gateway/store/store_person.h"
#include "gateway/store/store_phone.h"
#include "gateway/store/store_question.h"

static int64_t
phone(struct kit *kit, const char *number, int64_t *person_out)
{
	return store_phone_ensure(
	    kit->store, number, PARTY_PHONE, T0, person_out);
}

static void
name(struct kit *kit, int64_t person_id, const char *is)
{
	struct person person;

	assert_true(store_person_get(kit->store, person_id, &person));
	str_copy(person.name, sizeof(person.name), str_from(is));
	person.roles = PERSON_SELLER;
	store_person_put(kit->store, &person);
}

static void
a_household_shares_a_phone(void **state)
{
	struct kit *kit = *state;
	int64_t otieno, faith, ids[STORE_PHONE_PEOPLE], home;
	struct person person;

	kit_begin(kit);
	home = phone(kit, "+254711000001", &otieno);
	name(kit, otieno, "Otieno Oduor");
	assert_int_equal(store_phone_people(kit->store, home, ids), 1);
	assert_false(store_phone_is_shared(kit->store, home));
	faith = store_phone_new_person(kit->store, home, T0);
	assert_true(faith > otieno);
	name(kit, faith, "Faith");
	assert_true(store_phone_is_shared(kit->store, home));
	assert_int_equal(store_phone_people(kit->store, home, ids), 2);
	assert_int_equal(ids[0], otieno);
	assert_int_equal(ids[1], faith);
	store_phone_speaker(kit->store, home, faith);
	assert_int_equal(store_phone_people(kit->store, home, ids), 2);
	assert_int_equal(ids[0], faith);
	assert_true(store_person_get(kit->store, otieno, &person));
	assert_true(person.shared);
	assert_string_equal(person.number, "+254711000001");
	assert_int_equal(
	    store_phone_named(kit->store, home, STR("faith auma")), faith);
	assert_int_equal(
	    store_phone_named(kit->store, home, STR("OTIENO")), otieno);
	assert_int_equal(store_phone_named(kit->store, home, STR("Peter")), 0);
	assert_int_equal(store_phone_part(kit->store, home, faith, T0), 0);
	assert_int_equal(store_phone_people(kit->store, home, ids), 1);
	assert_int_equal(ids[0], otieno);
	assert_false(store_phone_is_shared(kit->store, home));
	kit_commit(kit);
	kit_check(kit);
}

static void
a_phone_has_so_many_people(void **state)
{
	struct kit *kit = *state;
	int64_t first, home;

	kit_begin(kit);
	home = phone(kit, "+254711000001", &first);
	name(kit, first, "A");
	for (int i = 1; i < STORE_PHONE_PEOPLE; i++) {
		int64_t id = store_phone_new_person(kit->store, home, T0);

		assert_true(id > 0);
		name(kit, id, "B");
	}
	assert_int_equal(store_phone_new_person(kit->store, home, T0), 0);
	kit_commit(kit);
	kit_check(kit);
}

static void
a_trader_has_two_phones(void **state)
{
	struct kit *kit = *state;
	int64_t trader, stranger, ids[STORE_PHONE_PEOPLE], one, two;
	struct person person;

	kit_begin(kit);
	one = phone(kit, "+254711000001", &trader);
	name(kit, trader, "Akinyi");
	two = phone(kit, "+254711000002", &stranger);
	/* Of whom nobody knew anything: the phone is hers. */
	assert_true(store_phone_is_bare(kit->store, stranger));
	assert_true(store_phone_share(kit->store, two, trader, T0));
	assert_int_equal(store_phone_people(kit->store, two, ids), 1);
	assert_int_equal(ids[0], trader);
	assert_int_equal(store_phone_phones(kit->store, trader, ids), 2);
	assert_int_equal(ids[0], one);
	store_phone_prefer(kit->store, trader, two);
	assert_true(store_person_get(kit->store, trader, &person));
	assert_string_equal(person.number, "+254711000002");
	assert_false(person.shared);
	/* The one she gives up is a new stranger's. */
	stranger = store_phone_part(kit->store, two, trader, T0);
	assert_true(stranger > 0);
	assert_true(store_person_get(kit->store, trader, &person));
	assert_string_equal(person.number, "+254711000001");
	assert_true(
	    store_phone_find(kit->store, "+254711000002", &two, &ids[0]));
	assert_int_equal(ids[0], stranger);
	kit_commit(kit);
	kit_check(kit);
}

static void
what_is_open_moves_along(void **state)
{
	struct kit *kit = *state;
	int64_t person, stranger, old, new, left;
	struct order order = {0}, asked = {0};
	struct question q = {.kind = 1, .open = true}, found;

	kit_begin(kit);
	old = phone(kit, "+254711000001", &person);
	name(kit, person, "Akinyi");
	new = phone(kit, "+254711000002", &stranger);
	order.buyer_id = person;
	order.phone_id = old;
	store_order_add(kit->store, &order, kit_random, kit);
	/* They wrote from the new phone before anybody knew them. */
	asked.buyer_id = stranger;
	asked.phone_id = new;
	store_order_add(kit->store, &asked, kit_random, kit);
	q.phone_id = old;
	q.person_id = person;
	store_question_ask(kit->store, &q);
	left = store_phone_move(kit->store, person, old, new, T0);
	assert_true(left > 0 && left != person && left != stranger);
	assert_false(store_question_open(kit->store, old, &found));
	assert_true(store_question_open(kit->store, new, &found));
	assert_int_equal(found.person_id, person);
	assert_true(store_order_get(kit->store, order.id, &order));
	assert_int_equal(order.phone_id, new);
	assert_true(store_order_get(kit->store, asked.id, &asked));
	assert_int_equal(asked.buyer_id, person);
	kit_commit(kit);
	kit_check(kit);
}

static void
a_lost_number_is_remembered(void **state)
{
	struct kit *kit = *state;
	int64_t person, old, left, ids[STORE_PHONE_PEOPLE];
	struct person gone;

	kit_begin(kit);
	old = phone(kit, "+254711000001", &person);
	name(kit, person, "Akinyi");
	assert_int_equal(store_phone_former(kit->store, old), 0);
	left = store_phone_leave(kit->store, old, person, T0);
	assert_true(left > 0);
	assert_int_equal(store_phone_people(kit->store, old, ids), 1);
	assert_int_equal(ids[0], left);
	assert_int_equal(store_phone_former(kit->store, old), person);
	assert_true(store_person_get(kit->store, person, &gone));
	assert_int_equal(gone.phone_id, 0);
	kit_commit(kit);
	kit_check(kit);
}

/* -- papers ---------------------------------------------------------------- */

static bool
count(void *arg, const struct consent *consent)
{
	*(int *)arg += consent->answer != CONSENT_OPEN;
	return true;
}

static void
papers_wait_and_are_answered(void **state)
{
	struct kit *kit = *state;
	struct consent c = {.kind = CONSENT_SELLER,
			   .person_id = 5,
			   .phone_id = 6,
			   .decider_id = 9,
			   .officer_id = 9,
			   .asked_ms = T0},
		       found;
	int64_t first, second;
	int answered = 0;

	kit_begin(kit);
	assert_false(store_consent_next(kit->store, 9, &found));
	first = store_consent_add(kit->store, &c);
	assert_true(store_consent_waits(kit->store, &c));
	c.person_id = 7;
	assert_false(store_consent_waits(kit->store, &c));
	second = store_consent_add(kit->store, &c);
	store_consent_asked(kit->store, first, 41);
	assert_true(store_consent_next(kit->store, 9, &found));
	assert_int_equal(found.id, first);
	store_consent_answer(kit->store, first, CONSENT_NO, 42, T0 + 5);
	/* Said is said. */
	store_consent_answer(kit->store, first, CONSENT_YES, 43, T0 + 9);
	assert_true(store_consent_get(kit->store, first, &found));
	assert_int_equal(found.answer, CONSENT_NO);
	assert_int_equal(found.asked_message_id, 41);
	assert_int_equal(found.answered_message_id, 42);
	assert_int_equal(found.answered_ms, T0 + 5);
	assert_true(store_consent_next(kit->store, 9, &found));
	assert_int_equal(found.id, second);
	store_consent_each(kit->store, 5, count, &answered);
	assert_int_equal(answered, 1);
	kit_commit(kit);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, kit_open, kit_close)

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    TEST(a_household_shares_a_phone),
	    TEST(a_phone_has_so_many_people),
	    TEST(a_trader_has_two_phones),
	    TEST(what_is_open_moves_along),
	    TEST(a_lost_number_is_remembered),
	    TEST(papers_wait_and_are_answered),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
