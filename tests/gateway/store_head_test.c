/* The heads of the chains: always what reading all messages would say,
 * whatever is rolled back, swept or restarted in between. */
#include "tests/gateway/store_kit.h"

#include <string.h>

#include "gateway/store/head_map.h"

#define PHONES 40
#define MESSAGES 10000

static void
the_map_keeps_what_was_put(void **state)
{
	(void)state;
	struct head_map map = {0};
	assert_int_equal(head_map_get(&map, 5), 0);
	for (int64_t i = 1; i <= 5000; i++)
		head_map_put(&map, i * 7919, i);
	for (int64_t i = 1; i <= 5000; i++)
		assert_int_equal(head_map_get(&map, i * 7919), i);
	head_map_put(&map, 7919, 99);
	assert_int_equal(head_map_get(&map, 7919), 99);
	assert_int_equal(map.used, 5000);
	assert_int_equal(head_map_get(&map, 3), 0);
	head_map_clear(&map);
	assert_int_equal(head_map_get(&map, 7919), 0);
	head_map_free(&map);
}

/* Whatever else is dropped, what is left is found where it was put. */
static void
the_map_forgets_what_was_dropped(void **state)
{
	(void)state;
	struct head_map map = {0};
	static int64_t model[200];
	uint64_t seed = 88172645463325252u;
	memset(model, 0, sizeof(model));
	for (int i = 0; i < 20000; i++) {
		seed ^= seed << 13;
		seed ^= seed >> 7;
		seed ^= seed << 17;
		int64_t key = 1 + (int64_t)(seed % 199);
		bool drop = (seed >> 32) % 2 == 0;
		model[key] = drop ? 0 : i + 1;
		if (drop)
			head_map_drop(&map, key * 64);
		else
			head_map_put(&map, key * 64, i + 1);
		if (i % 50 == 0)
			for (int64_t k = 1; k < 200; k++)
				assert_int_equal(
				    head_map_get(&map, k * 64), model[k]);
	}
	size_t left = 0;
	for (int64_t k = 1; k < 200; k++)
		left += model[k] != 0;
	assert_int_equal(map.used, left);
	head_map_free(&map);
}

/* Neighbours, and such as are far apart, half of them taken out again. */
static void
neighbours_and_strangers_are_found(void **state)
{
	static const int64_t strides[] = {1, 2, 3, 4, 64, 4096};
	(void)state;
	for (size_t k = 0; k < sizeof(strides) / sizeof(*strides); k++) {
		struct head_map map = {0};
		int64_t stride = strides[k];
		for (int64_t i = 1; i <= 3000; i++)
			head_map_put(&map, i * stride, i);
		for (int64_t i = 1; i <= 3000; i += 2)
			head_map_drop(&map, i * stride);
		head_map_drop(&map, 3001 * stride);
		assert_int_equal(map.used, 1500);
		for (int64_t i = 1; i <= 3001; i++)
			assert_int_equal(
			    head_map_get(&map, i * stride), i % 2 == 0 ? i : 0);
		head_map_free(&map);
	}
}

struct walk {
	int64_t ids[64];
	int count;
};

static bool
note(void *arg, const struct message *m)
{
	struct walk *walk = arg;
	walk->ids[walk->count++] = m->id;
	return true;
}

/* What the test itself remembers: all ids of each phone, newest last. */
struct model {
	int64_t ids[PHONES][MESSAGES];
	int count[PHONES];
};

static void
compare(struct kit *kit, struct store *store, const struct model *model)
{
	for (int p = 0; p < PHONES; p++) {
		struct walk walk = {.count = 0};
		int64_t phone_id = p + 1;
		store_message_chain(store, phone_id, 20, note, &walk);
		int expected = model->count[p] < 20 ? model->count[p] : 20;
		assert_int_equal(walk.count, expected);
		for (int i = 0; i < expected; i++)
			assert_int_equal(walk.ids[i],
			    model->ids[p][model->count[p] - 1 - i]);
	}
	(void)kit;
}

static void
one_turn(struct kit *kit, struct model *model, struct model *before)
{
	bool keep = kit_below(kit, 4) != 0;
	*before = *model;
	kit_begin(kit);
	for (int n = kit_below(kit, 30); n >= 0; n--) {
		int p = kit_below(kit, PHONES);
		int64_t id = kit_below(kit, 2) == 0
				 ? kit_receive(kit, p, "hello")
				 : kit_queue(kit, p, MESSAGE_NOTICE);
		model->ids[p][model->count[p]++] = id;
		if (kit_below(kit, 10) == 0)
			store_message_sweep_heads(
			    kit->store, kit_below(kit, 20));
	}
	if (keep) {
		kit_commit(kit);
	} else {
		store_rollback(kit->store);
		*model = *before;
	}
}

static void
heads_are_what_all_messages_say(void **state)
{
	struct kit *kit = *state;
	struct err err;
	struct model *model = test_calloc(1, sizeof(*model));
	struct model *before = test_calloc(1, sizeof(*before));
	kit_begin(kit);
	for (int p = 0; p < PHONES; p++)
		assert_int_equal(kit_phone(kit, p), p + 1);
	kit_commit(kit);
	struct store *stays = store_open_reader(kit->path, &err);
	assert_non_null(stays);
	for (int turn = 0; store_message_newest(kit->store) < MESSAGES;
	     turn++) {
		one_turn(kit, model, before);
		if (turn % 97 == 0)
			compare(kit, kit->store, model);
		/* One that stays open reads on where it was. */
		if (turn % 61 == 0)
			compare(kit, stays, model);
		if (turn % 231 == 0) {
			kit_reopen(kit);
			compare(kit, kit->store, model);
		}
	}
	struct store *reader = store_open_reader(kit->path, &err);
	assert_non_null(reader);
	compare(kit, reader, model);
	compare(kit, stays, model);
	store_close(&reader);
	store_close(&stays);
	kit_check(kit);
	test_free(model);
	test_free(before);
}

static void
a_round_moves_the_mark_when_it_is_complete(void **state)
{
	struct kit *kit = *state;
	kit_begin(kit);
	for (int p = 0; p < 10; p++)
		kit_receive(kit, p, "hello");
	kit_commit(kit);
	kit_begin(kit);
	store_message_sweep_heads(kit->store, 6);
	kit_commit(kit);
	assert_int_equal(store_setting_int(kit->store, "head_mark", 0), 0);
	kit_begin(kit);
	store_message_sweep_heads(kit->store, 6);
	store_rollback(kit->store);
	assert_int_equal(store_setting_int(kit->store, "head_mark", 0), 0);
	assert_int_equal(store_message_heads_behind(kit->store), 10);
	kit_begin(kit);
	store_message_sweep_heads(kit->store, 6);
	kit_commit(kit);
	assert_int_equal(store_setting_int(kit->store, "head_mark", 0), 10);
	assert_int_equal(store_message_heads_behind(kit->store), 0);
	kit_reopen(kit);
	assert_int_equal(store_message_heads_behind(kit->store), 0);
	/* Nothing new: nothing is written. */
	kit_begin(kit);
	store_message_sweep_heads(kit->store, 6);
	kit_commit(kit);
	assert_int_equal(store_setting_int(kit->store, "head_mark", 0), 10);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, kit_open, kit_close)

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(the_map_keeps_what_was_put),
	    cmocka_unit_test(the_map_forgets_what_was_dropped),
	    cmocka_unit_test(neighbours_and_strangers_are_found),
	    TEST(heads_are_what_all_messages_say),
	    TEST(a_round_moves_the_mark_when_it_is_complete),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
