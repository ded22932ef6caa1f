/* Messages of a transaction that are not written yet: each question sees them,
 * whatever becomes of the transaction. */
#include "tests/gateway/store_kit.h"

#include <string.h>

#include "gateway/store/store_fresh.h"
#include "gateway/store/store_inside.h"
#include "gateway/store/store_open.h"

static int64_t
rows_changed(struct kit *kit)
{
	int64_t statements, rows;
	store_work(kit->store, &statements, &rows);
	return rows;
}

/* Queued, due and claimed in one turn: one row, as it is in the end. */
static void
a_text_that_leaves_is_written_once(void **state)
{
	struct kit *kit = *state;
	struct message m;
	kit_begin(kit);
	kit_phone(kit, 1);
	store_settle(kit->store);
	int64_t before = rows_changed(kit);
	int64_t id = kit_queue(kit, 1, MESSAGE_CONFIRM);
	assert_non_null(store_fresh_find(kit->store, id));
	assert_int_equal(kit_claim(kit, 1, true, T0, 9)->at[0], id);
	assert_int_equal(rows_changed(kit), before);
	assert_true(store_message_get(kit->store, id, &m));
	assert_int_equal(m.state, MESSAGE_SENDING);
	assert_int_equal(
	    store_open_look(kit->store->open, m.phone_id).flying, 1);
	kit_commit(kit);
	assert_null(store_fresh_find(kit->store, id));
	assert_int_equal(rows_changed(kit), before + 1);
	assert_int_equal(kit_state(kit, id), MESSAGE_SENDING);
	kit_check(kit);
}

/* One that is not written is read by its id, along its phone's chain, by any
 * SQL, and is changed by any SQL. */
static void
nobody_misses_a_row_that_is_not_written(void **state)
{
	struct kit *kit = *state;
	struct message m;
	static struct kit_ids ids;
	kit_begin(kit);
	int64_t first = kit_receive(kit, 1, "want 5kg");
	int64_t second = kit_queue(kit, 1, MESSAGE_CONFIRM);
	store_message_set_order(kit->store, first, 77);
	assert_true(store_message_get(kit->store, first, &m));
	assert_string_equal(m.text, "want 5kg");
	assert_int_equal(m.order_id, 77);
	ids.count = 0;
	store_message_heads(
	    kit->store, kit_phone(kit, 1), 9, kit_note_more, &ids);
	assert_int_equal(ids.count, 2);
	assert_int_equal(ids.at[0], second);
	assert_non_null(store_fresh_find(kit->store, first));
	/* From here on they are rows like others. */
	assert_int_equal(
	    db_number(kit->store->db, 0, "SELECT count(*) FROM message"), 2);
	assert_null(store_fresh_find(kit->store, first));
	assert_int_equal(db_number(kit->store->db, 0,
			     "SELECT order_id FROM message ORDER BY id"),
	    77);
	int64_t third = kit_queue(kit, 2, MESSAGE_NOTICE);
	store_message_put_off(kit->store, third, T0 + 60000, "later");
	assert_true(store_message_get(kit->store, third, &m));
	assert_int_equal(m.due_ms, T0 + 60000);
	assert_int_equal(kit_claim(kit, 1, true, T0, 9)->count, 1);
	kit_commit(kit);
	kit_check(kit);
}

/* Their ids are given again, and no count of a phone remembers them. */
static void
a_rollback_forgets_them(void **state)
{
	struct kit *kit = *state;
	kit_begin(kit);
	int64_t phone_id = kit_phone(kit, 1);
	int64_t kept = kit_queue(kit, 1, MESSAGE_CONFIRM);
	kit_commit(kit);
	kit_begin(kit);
	int64_t lost = kit_queue(kit, 1, MESSAGE_CONFIRM);
	assert_int_equal(lost, kept + 1);
	kit_claim(kit, 1, true, T0, 9);
	kit_queue(kit, 2, MESSAGE_ADVISORY);
	store_rollback(kit->store);
	struct store_open_look look =
	    store_open_look(kit->store->open, phone_id);
	assert_int_equal(look.flying, 0);
	assert_int_equal(look.fresh, 0);
	assert_true(look.waits);
	assert_null(store_fresh_find(kit->store, lost));
	assert_int_equal(kit_state(kit, kept), MESSAGE_QUEUED);
	kit_begin(kit);
	assert_int_equal(kit_queue(kit, 3, MESSAGE_CONFIRM), lost);
	kit_commit(kit);
	kit_check(kit);
}

/* As the turn does with a message that cannot be worked: all is undone, and
 * the others come once more, each alone. */
static void
a_poisoned_one_is_replayed_around(void **state)
{
	struct kit *kit = *state;
	static const char *const texts[] = {"one", "two", "three"};
	kit_begin(kit);
	for (int i = 0; i < 3; i++)
		kit_receive(kit, i, texts[i]);
	store_fail(kit->store, "two is poisoned");
	assert_int_equal(kit_receive(kit, 4, "after it"), 0);
	assert_false(kit_try_commit(kit));
	store_rollback(kit->store);
	for (int i = 0; i < 3; i += 2) {
		kit_begin(kit);
		assert_int_equal(kit_receive(kit, i, texts[i]), i / 2 + 1);
		kit_commit(kit);
	}
	assert_int_equal(store_message_newest(kit->store), 2);
	kit_check(kit);
}

/* More lanes than are kept in memory, more rows, and a text as large as the
 * room for all: written early, claimed all the same. */
static void
what_does_not_fit_is_written_early(void **state)
{
	struct kit *kit = *state;
	static char large[700 * 1024];
	static const int counts[] = {100, 4200};
	memset(large, 'x', sizeof(large) - 1);
	kit_begin(kit);
	for (int i = 0; i < counts[0]; i++) {
		struct message_out out = {.phone_id = kit_phone(kit, i),
		    .link_id = i + 1,
		    .now_ms = T0,
		    .text = STR("pinned"),
		    .class_ = MESSAGE_CONFIRM};
		assert_true(store_message_queue(kit->store, &out) > 0);
	}
	for (int i = 0; i < counts[0]; i++)
		assert_int_equal(kit_claim(kit, i + 1, true, T0, 9)->count, 1);
	for (int i = 0; i < counts[1]; i++)
		assert_true(kit_receive(kit, i % 50, "hi") > 0);
	for (int i = 0; i < 3; i++)
		assert_true(kit_receive(kit, 1, large) > 0);
	kit_commit(kit);
	assert_int_equal(
	    store_message_newest(kit->store), counts[0] + counts[1] + 3);
	kit_check(kit);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, kit_open, kit_close)

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    TEST(a_text_that_leaves_is_written_once),
	    TEST(nobody_misses_a_row_that_is_not_written),
	    TEST(a_rollback_forgets_them),
	    TEST(a_poisoned_one_is_replayed_around),
	    TEST(what_does_not_fit_is_written_early),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
