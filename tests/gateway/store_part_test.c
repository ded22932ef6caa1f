/* Parts of long texts, in any order, repeated, and mixed with others. */
#include "tests/gateway/store_kit.h"

#include <stdio.h>
#include <string.h>

#include "gateway/store/store_link.h"
#include "gateway/store/store_part.h"

static enum part_taken
take_at(struct kit *kit, const struct part_key *key, const char *text,
    int64_t stamp_ms, int64_t now_ms, int64_t *series_id)
{
	struct span data = span_of(text, strlen(text));
	struct msg_in part = {.part = key->part,
	    .alphabet = MSG_GSM7,
	    .single = 3,
	    .locking = 1,
	    .data = data,
	    .text = str_from(text),
	    .raw = data,
	    .stamp_ms = stamp_ms};
	struct part_series series;
	enum part_taken taken =
	    store_part_take(kit->store, key, &part, now_ms, &series);
	*series_id = series.id;
	return taken;
}

static enum part_taken
take(struct kit *kit, struct msg_part part, const char *text, int64_t now_ms,
    int64_t *series_id)
{
	struct part_key key = {.link_id = 1, .phone_id = 4, .part = part};
	return take_at(kit, &key, text, T0, now_ms, series_id);
}

static void
join(void *arg, const struct part_row *row)
{
	char *all = arg;
	assert_int_equal(row->alphabet, MSG_GSM7);
	assert_int_equal(row->single, 3);
	assert_int_equal(row->locking, 1);
	assert_int_equal(row->data.octets, row->text.octets);
	strncat(all, row->text.at, row->text.octets);
}

static void
parts_join_in_any_order(void **state)
{
	struct kit *kit = *state;
	static const uint8_t orders[6][3] = {
	    {1, 2, 3}, {1, 3, 2}, {2, 1, 3}, {2, 3, 1}, {3, 1, 2}, {3, 2, 1}};
	static const char *const texts[] = {"", "one ", "two ", "three"};
	for (uint16_t o = 0; o < 6; o++) {
		char all[32] = "";
		int64_t id = 0;
		kit_begin(kit);
		for (int i = 0; i < 3; i++) {
			uint8_t seq = orders[o][i];
			enum part_taken taken =
			    take(kit, (struct msg_part){o, false, 3, seq},
				texts[seq], T0, &id);
			assert_int_equal(
			    taken, i < 2 ? PART_NEW : PART_COMPLETE);
			if (i == 0) { /* at once again */
				assert_int_equal(
				    take(kit,
					(struct msg_part){o, false, 3, seq},
					texts[seq], T0, &id),
				    PART_REPEAT);
			}
		}
		store_part_each(kit->store, id, join, all);
		assert_string_equal(all, "one two three");
		store_part_done(kit->store, id, T0);
		all[0] = '\0';
		store_part_each(kit->store, id, join, all);
		assert_string_equal(all, "");
		kit_commit(kit);
	}
}

static void
a_reference_used_again_starts_a_new_series(void **state)
{
	struct kit *kit = *state;
	int64_t first, second, third;
	kit_begin(kit);
	take(kit, (struct msg_part){9, false, 2, 1}, "old 1", T0, &first);
	assert_int_equal(take(kit, (struct msg_part){9, false, 2, 1}, "new 1",
			     T0 + 5, &second),
	    PART_NEW);
	assert_true(first != second);
	/* The other half joins the newer one. */
	assert_int_equal(take(kit, (struct msg_part){9, false, 2, 2}, "new 2",
			     T0 + 6, &third),
	    PART_COMPLETE);
	assert_int_equal(third, second);
	kit_commit(kit);
}

static void
width_total_link_and_phone_make_the_series(void **state)
{
	struct kit *kit = *state;
	int64_t a, b;
	kit_begin(kit);
	take(kit, (struct msg_part){9, false, 2, 1}, "x", T0, &a);
	assert_int_equal(
	    take(kit, (struct msg_part){9, true, 2, 2}, "y", T0, &b), PART_NEW);
	assert_true(a != b);
	assert_int_equal(
	    take(kit, (struct msg_part){9, false, 3, 2}, "y", T0, &b),
	    PART_NEW);
	assert_true(a != b);
	struct part_key key = {
	    .link_id = 2, .phone_id = 4, .part = {9, false, 2, 2}};
	take_at(kit, &key, "", T0, T0, &b);
	assert_true(a != b);
	key.link_id = 1;
	key.phone_id = 5;
	take_at(kit, &key, "", T0, T0, &b);
	assert_true(a != b);
	/* A hash of nothing is a hash, too. */
	assert_int_equal(take_at(kit, &key, "", T0, T0, &b), PART_REPEAT);
	kit_commit(kit);
}

/* The SIM was moved to another modem between two parts. */
static void
links_of_one_number_are_one(void **state)
{
	struct kit *kit = *state;
	int64_t a, b;
	kit_begin(kit);
	struct part_key key = {.phone_id = 4, .part = {9, false, 2, 1}};
	int64_t old = store_link_ensure(kit->store, "a", "modem", "+254700");
	int64_t other = store_link_ensure(kit->store, "b", "modem", "+254701");
	int64_t moved = store_link_ensure(kit->store, "c", "modem", "+254700");
	int64_t mute = store_link_ensure(kit->store, "d", "modem", "");
	int64_t muter = store_link_ensure(kit->store, "e", "modem", "");
	key.link_id = old;
	take_at(kit, &key, "one", T0, T0, &a);
	key.part.seq = 2;
	key.link_id = other;
	assert_int_equal(take_at(kit, &key, "two", T0, T0, &b), PART_NEW);
	key.link_id = moved;
	assert_int_equal(take_at(kit, &key, "two", T0, T0, &b), PART_COMPLETE);
	assert_int_equal(a, b);
	key.link_id = mute;
	take_at(kit, &key, "x", T0, T0, &a);
	key.link_id = muter;
	key.part.seq = 1;
	assert_int_equal(take_at(kit, &key, "y", T0, T0, &b), PART_NEW);
	assert_int_not_equal(a, b);
	kit_commit(kit);
}

static void
a_late_copy_opens_no_ghost(void **state)
{
	struct kit *kit = *state;
	int64_t done, open, id;
	kit_begin(kit);
	take(kit, (struct msg_part){9, false, 2, 1}, "a", T0, &done);
	take(kit, (struct msg_part){9, false, 2, 2}, "b", T0, &done);
	store_part_done(kit->store, done, T0);
	kit_commit(kit);
	kit_reopen(kit);
	kit_begin(kit);
	assert_int_equal(take(kit, (struct msg_part){9, false, 2, 2}, "b",
			     T0 + 3600000, &id),
	    PART_REPEAT);
	assert_int_equal(id, done);
	/* Nor does it fill the hole in a younger series. */
	take(kit, (struct msg_part){9, false, 2, 1}, "new", T0, &open);
	assert_true(open != done);
	assert_int_equal(
	    take(kit, (struct msg_part){9, false, 2, 2}, "b", T0, &id),
	    PART_REPEAT);
	assert_int_equal(
	    take(kit, (struct msg_part){9, false, 2, 2}, "end", T0, &id),
	    PART_COMPLETE);
	assert_int_equal(id, open);
	kit_commit(kit);
}

struct overdue {
	struct kit *kit;
	int64_t ids[8];
	int count;
};

static void
give_up(void *arg, const struct part_series *series)
{
	struct overdue *overdue = arg;
	assert_int_equal(series->link_id, 1);
	assert_int_equal(series->phone_id, 4);
	assert_int_equal(series->total, 2);
	assert_int_equal(series->have, 1);
	overdue->ids[overdue->count++] = series->id;
	store_part_done(overdue->kit->store, series->id, T0 + 1000);
}

static void
the_overdue_are_given_oldest_first(void **state)
{
	struct kit *kit = *state;
	struct overdue overdue = {.kit = kit};
	int64_t ids[4], id;
	kit_begin(kit);
	for (uint16_t i = 0; i < 4; i++)
		take(kit, (struct msg_part){i, false, 2, 1}, "x", T0 + i * 10,
		    &ids[i]);
	take(kit, (struct msg_part){50, false, 1, 1}, "whole", T0, &id);
	store_part_done(kit->store, id, T0);
	assert_int_equal(
	    store_part_overdue(kit->store, T0, 9, give_up, &overdue), 0);
	assert_int_equal(
	    store_part_overdue(kit->store, T0 + 25, 2, give_up, &overdue), 2);
	assert_int_equal(
	    store_part_overdue(kit->store, T0 + 25, 2, give_up, &overdue), 1);
	assert_int_equal(overdue.ids[0], ids[0]);
	assert_int_equal(overdue.ids[1], ids[1]);
	assert_int_equal(overdue.ids[2], ids[2]);
	kit_commit(kit);
}

/* Shown without its second part: that comes late, and is added; but not what
 * uses the reference again, as its stamp tells. */
static void
a_late_part_joins_what_was_shown(void **state)
{
	struct kit *kit = *state;
	const int64_t hour = 3600000;
	struct part_key key = {
	    .link_id = 1, .phone_id = 4, .part = {9, false, 2, 1}};
	struct part_series series;
	int64_t shown, id;
	kit_begin(kit);
	take_at(kit, &key, "one ", T0, T0, &shown);
	store_part_shown(kit->store, shown, 77, T0 + 24 * hour);
	struct overdue overdue = {.kit = kit};
	assert_int_equal(store_part_overdue(
			     kit->store, T0 + 99 * hour, 9, give_up, &overdue),
	    0);
	kit_commit(kit);
	kit_reopen(kit);
	kit_begin(kit);
	assert_int_equal(
	    take_at(kit, &key, "one ", T0, T0 + 30 * hour, &id), PART_REPEAT);
	key.part.seq = 2;
	assert_int_equal(
	    take_at(kit, &key, "other", T0 + 2 * hour, T0 + 31 * hour, &id),
	    PART_NEW);
	assert_int_not_equal(id, shown);
	assert_int_equal(
	    take_at(kit, &key, "no stamp", 0, T0 + 31 * hour, &id), PART_NEW);
	assert_int_not_equal(id, shown);
	struct msg_in part = {.part = key.part,
	    .single = 3,
	    .locking = 1,
	    .data = span_of("two", 3),
	    .text = STR("two"),
	    .raw = span_of("two", 3),
	    .stamp_ms = T0 + 60000};
	assert_int_equal(
	    store_part_take(kit->store, &key, &part, T0 + 70 * hour, &series),
	    PART_LATE);
	assert_int_equal(series.id, shown);
	assert_int_equal(series.message_id, 77);
	assert_int_equal(series.have, 2);
	assert_int_equal(series.stamp_ms, T0);
	char all[32] = "";
	store_part_each(kit->store, shown, join, all);
	assert_string_equal(all, "one two");
	store_part_done(kit->store, shown, T0 + 70 * hour);
	assert_int_equal(
	    store_part_take(kit->store, &key, &part, T0 + 71 * hour, &series),
	    PART_REPEAT);
	kit_commit(kit);
}

/* We were away: what waits has so much longer. */
static void
time_away_does_not_count(void **state)
{
	struct kit *kit = *state;
	struct overdue overdue = {.kit = kit};
	int64_t id;
	kit_begin(kit);
	take(kit, (struct msg_part){9, false, 2, 1}, "x", T0, &id);
	store_part_shift(kit->store, 1000);
	assert_int_equal(
	    store_part_overdue(kit->store, T0 + 1000, 9, give_up, &overdue), 0);
	assert_int_equal(
	    store_part_overdue(kit->store, T0 + 1001, 9, give_up, &overdue), 1);
	kit_commit(kit);
}

static void
the_memory_ends(void **state)
{
	struct kit *kit = *state;
	int64_t old, id;
	kit_begin(kit);
	take(kit, (struct msg_part){9, false, 2, 1}, "a", T0, &old);
	take(kit, (struct msg_part){8, false, 2, 1}, "b", T0 + 100, &id);
	store_part_forget(kit->store, T0 + 50);
	assert_int_equal(
	    take(kit, (struct msg_part){8, false, 2, 1}, "b", T0, &id),
	    PART_REPEAT);
	assert_int_equal(
	    take(kit, (struct msg_part){9, false, 2, 1}, "a", T0, &id),
	    PART_NEW);
	assert_true(id != old);
	kit_commit(kit);
}

static void
a_number_outside_of_its_series_fails(void **state)
{
	struct kit *kit = *state;
	static const struct msg_part bad[] = {
	    {1, false, 2, 0}, {1, false, 2, 3}, {1, false, 0, 1}};
	for (int i = 0; i < 3; i++) {
		int64_t id;
		kit_begin(kit);
		take(kit, bad[i], "x", T0, &id);
		assert_int_equal(store_failed(kit->store, NULL), STORE_RULE);
		store_rollback(kit->store);
	}
	/* The largest there can be. */
	kit_begin(kit);
	for (int seq = 255; seq >= 1; seq--) {
		char text[16];
		int64_t id;
		snprintf(text, sizeof(text), "%d", seq);
		assert_int_equal(
		    take(kit, (struct msg_part){7, true, 255, (uint8_t)seq},
			text, T0, &id),
		    seq > 1 ? PART_NEW : PART_COMPLETE);
	}
	kit_commit(kit);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, kit_open, kit_close)

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    TEST(parts_join_in_any_order),
	    TEST(a_reference_used_again_starts_a_new_series),
	    TEST(width_total_link_and_phone_make_the_series),
	    TEST(links_of_one_number_are_one),
	    TEST(a_late_copy_opens_no_ghost),
	    TEST(the_overdue_are_given_oldest_first),
	    TEST(a_late_part_joins_what_was_shown),
	    TEST(time_away_does_not_count),
	    TEST(the_memory_ends),
	    TEST(a_number_outside_of_its_series_fails),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
