/* Delivery reports: before, after, for parts, and for what never was told. */
#include "tests/gateway/store_kit.h"

#include <string.h>

#define DAY_MS (24 * 3600 * INT64_C(1000))

static int64_t
send_parts(struct kit *kit, int phone, int parts, int first_mr)
{
	int64_t id = kit_queue(kit, phone, MESSAGE_NOTICE);
	kit_claim(kit, 1, true, T0, 1);
	store_message_sent(kit->store, id, T0, parts, parts);
	for (int i = 0; i < parts; i++)
		store_message_part_sent(kit->store, id, 1,
		    kit_phone(kit, phone), i, first_mr + i, T0);
	return id;
}

static int64_t
report(struct kit *kit, int phone, int mr, enum msg_report_class class_,
    int64_t now_ms, bool *whole)
{
	return store_message_report(
	    kit->store, 1, mr, kit_phone(kit, phone), class_, 0, now_ms, whole);
}

static void
all_parts_make_it_whole(void **state)
{
	struct kit *kit = *state;
	bool whole;
	kit_begin(kit);
	int64_t id = send_parts(kit, 1, 3, 10);
	assert_int_equal(
	    report(kit, 1, 11, MSG_REPORT_DELIVERED, T0, &whole), id);
	assert_false(whole);
	/* Trying leaves the part open; twice delivered is once too often. */
	assert_int_equal(report(kit, 1, 10, MSG_REPORT_TRYING, T0, &whole), id);
	assert_int_equal(
	    report(kit, 1, 10, MSG_REPORT_DELIVERED, T0, &whole), id);
	assert_false(whole);
	assert_int_equal(
	    report(kit, 1, 10, MSG_REPORT_DELIVERED, T0, &whole), 0);
	assert_int_equal(
	    report(kit, 1, 12, MSG_REPORT_DELIVERED, T0, &whole), id);
	assert_true(whole);
	kit_commit(kit);
}

static void
a_failed_part_is_never_whole(void **state)
{
	struct kit *kit = *state;
	bool whole;
	kit_begin(kit);
	int64_t id = send_parts(kit, 1, 2, 10);
	assert_int_equal(report(kit, 1, 10, MSG_REPORT_FAILED, T0, &whole), id);
	assert_false(whole);
	assert_int_equal(
	    report(kit, 1, 11, MSG_REPORT_DELIVERED, T0, &whole), id);
	assert_false(whole);
	kit_commit(kit);
}

static void
link_phone_and_week_must_fit(void **state)
{
	struct kit *kit = *state;
	bool whole;
	kit_begin(kit);
	int64_t old = send_parts(kit, 1, 1, 77);
	int64_t young = send_parts(kit, 1, 1, 77);
	kit_receive(kit, 1, "thanks");
	assert_int_equal(
	    report(kit, 2, 77, MSG_REPORT_DELIVERED, T0, &whole), 0);
	assert_int_equal(
	    store_message_report(kit->store, 2, 77, kit_phone(kit, 1),
		MSG_REPORT_DELIVERED, 0, T0, &whole),
	    0);
	assert_int_equal(report(kit, 1, 77, MSG_REPORT_DELIVERED,
			     T0 + 7 * DAY_MS + 1, &whole),
	    0);
	/* The newest first: references come round again after 256. */
	assert_int_equal(
	    report(kit, 1, 77, MSG_REPORT_DELIVERED, T0 + 9, &whole), young);
	assert_int_equal(
	    report(kit, 1, 77, MSG_REPORT_DELIVERED, T0 + 7 * DAY_MS, &whole),
	    old);
	kit_commit(kit);
}

/* The id of a message at a centre, told by another link than took the text. */
static void
a_message_id_fits_whatever_link_tells_it(void **state)
{
	struct kit *kit = *state;
	struct message_report kept;
	int64_t hash = INT64_C(0x7000000000000001);
	bool whole;
	kit_begin(kit);
	int64_t at = kit_phone(kit, 1);
	int64_t id = kit_queue(kit, 1, MESSAGE_NOTICE);
	kit_claim(kit, 1, true, T0, 1);
	store_message_sent(kit->store, id, T0, 2, 2);
	store_message_part_sent(kit->store, id, 1, at, 0, hash, T0);
	store_message_part_sent(kit->store, id, 1, at, 1, 7, T0);
	assert_int_equal(store_message_report(kit->store, 2, hash, at,
			     MSG_REPORT_DELIVERED, 0, T0, &whole),
	    id);
	assert_int_equal(store_message_report(kit->store, 2, 7, at,
			     MSG_REPORT_DELIVERED, 0, T0, &whole),
	    0);
	store_message_report_keep(
	    kit->store, 2, hash, at, MSG_REPORT_DELIVERED, 0, T0);
	store_message_report_keep(
	    kit->store, 2, 7, at, MSG_REPORT_DELIVERED, 0, T0);
	assert_true(
	    store_message_report_kept(kit->store, 1, hash, at, 0, T0, &kept));
	assert_false(
	    store_message_report_kept(kit->store, 1, 7, at, 0, T0, &kept));
	kit_commit(kit);
}

static void
an_unknown_text_is_found_without_a_reference(void **state)
{
	struct kit *kit = *state;
	bool whole;
	kit_begin(kit);
	int64_t told = send_parts(kit, 1, 1, 5);
	int64_t id = kit_queue(kit, 1, MESSAGE_NOTICE);
	kit_claim(kit, 1, true, T0, 1);
	kit_commit(kit);
	kit_reopen(kit);
	kit_begin(kit);
	store_message_recover(kit->store, T0, T0 + 60000);
	assert_int_equal(
	    report(kit, 1, 200, MSG_REPORT_DELIVERED, T0, &whole), 0);
	assert_int_equal(
	    report(kit, 1, -1, MSG_REPORT_DELIVERED, T0, &whole), id);
	assert_true(whole);
	assert_int_equal(
	    report(kit, 1, -1, MSG_REPORT_DELIVERED, T0, &whole), 0);
	assert_int_equal(
	    report(kit, 1, 5, MSG_REPORT_DELIVERED, T0, &whole), told);
	kit_commit(kit);
}

/* Whose report is it?  A wrong guess would lose a text. */
static void
without_a_reference_nothing_is_guessed(void **state)
{
	struct kit *kit = *state;
	bool whole;
	kit_begin(kit);
	int64_t first = kit_queue(kit, 1, MESSAGE_NOTICE);
	kit_claim(kit, 1, true, T0, 1);
	store_message_recover(kit->store, T0, T0 + 60000);
	int64_t second = kit_queue(kit, 1, MESSAGE_NOTICE);
	kit_claim(kit, 1, true, T0 + 5, 1);
	/* The second one's, perhaps. */
	assert_int_equal(
	    report(kit, 1, -1, MSG_REPORT_DELIVERED, T0 + 5, &whole), 0);
	store_message_recover(kit->store, T0 + 6, T0 + 60000);
	/* Either one's ... */
	assert_int_equal(
	    report(kit, 1, -1, MSG_REPORT_DELIVERED, T0 + 7, &whole), 0);
	/* ... but not of one that had not left when it came. */
	assert_int_equal(
	    report(kit, 1, -1, MSG_REPORT_DELIVERED, T0 + 4, &whole), first);
	assert_int_equal(
	    report(kit, 1, -1, MSG_REPORT_DELIVERED, T0 + 7, &whole), second);
	kit_commit(kit);
}

static void
an_early_report_is_kept_and_given_once(void **state)
{
	struct kit *kit = *state;
	struct message_report kept;
	kit_begin(kit);
	int64_t phone_id = kit_phone(kit, 1);
	for (int i = 0; i < 20; i++)
		store_message_report_keep(
		    kit->store, 1, i, phone_id, MSG_REPORT_FAILED, 0x41, T0);
	assert_false(store_message_report_kept(
	    kit->store, 2, 3, phone_id, 0, T0, &kept));
	kit_commit(kit);
	kit_reopen(kit); /* a restart forgets none */
	kit_begin(kit);
	assert_true(store_message_report_kept(
	    kit->store, 1, 3, phone_id, 0, T0 + 900000, &kept));
	assert_int_equal(kept.report, MSG_REPORT_FAILED);
	assert_int_equal(kept.code, 0x41);
	assert_true(kept.time_ms == T0);
	assert_false(store_message_report_kept(
	    kit->store, 1, 3, phone_id, 0, T0 + 900000, &kept));
	assert_false(store_message_report_kept(
	    kit->store, 1, 4, phone_id, 0, T0 + 900001, &kept));
	/* Later ones sweep the old away. */
	for (int i = 0; i < 3; i++)
		store_message_report_keep(kit->store, 1, 99, phone_id,
		    MSG_REPORT_DELIVERED, 0, T0 + 1000000);
	assert_false(store_message_report_kept(
	    kit->store, 1, 5, phone_id, 0, T0 + 1, &kept));
	/* Whoever has no reference takes any of its own time. */
	assert_false(store_message_report_kept(
	    kit->store, 1, -1, phone_id, T0 + 1000001, T0 + 1000002, &kept));
	assert_true(store_message_report_kept(
	    kit->store, 1, -1, phone_id, T0 + 1000000, T0 + 1000002, &kept));
	kit_commit(kit);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, kit_open, kit_close)

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    TEST(all_parts_make_it_whole),
	    TEST(a_failed_part_is_never_whole),
	    TEST(link_phone_and_week_must_fit),
	    TEST(a_message_id_fits_whatever_link_tells_it),
	    TEST(an_unknown_text_is_found_without_a_reference),
	    TEST(without_a_reference_nothing_is_guessed),
	    TEST(an_early_report_is_kept_and_given_once),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
