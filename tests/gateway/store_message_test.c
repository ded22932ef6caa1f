/* Texts as rows: in, out, their moves, repeats, and the lists of people. */
#include "tests/gateway/store_kit.h"

#include <string.h>

#include "gateway/store/store_person.h"
#include "gateway/store/store_repeat.h"

static void
an_inbound_text_comes_back_whole(void **state)
{
	struct kit *kit = *state;
	struct message m;
	char hex[64];
	kit_begin(kit);
	struct message_in in = {
	    .link_id = 3,
	    .phone_id = kit_phone(kit, 1),
	    .person_id = kit_person(kit, 1),
	    .now_ms = T0,
	    .stamp_ms = T0 - 9,
	    .text = STR("要 5公斤 西红柿"),
	    .state = MESSAGE_RECEIVED,
	    .hash = UINT64_MAX - 3,
	    .raw = span_of("\x07\x91\xab", 3),
	};
	int64_t id = store_message_receive(kit->store, &in);
	kit_commit(kit);
	assert_true(store_message_get(kit->store, id, &m));
	assert_string_equal(m.text, "要 5公斤 西红柿");
	assert_string_equal(m.why, "");
	assert_string_equal(m.number, "+254710000001");
	assert_false(m.out);
	assert_int_equal(m.state, MESSAGE_RECEIVED);
	assert_true(m.hash == UINT64_MAX - 3);
	assert_int_equal(m.stamp_ms, T0 - 9);
	assert_true(store_message_raw(kit->store, id, hex, sizeof(hex)));
	assert_string_equal(hex, "0791AB");
	assert_false(store_message_raw(kit->store, id, hex, 4));
	assert_false(store_message_get(kit->store, 99, &m));
	assert_string_equal(m.text, "");
	kit_begin(kit);
	store_message_set_order(kit->store, id, 77);
	store_message_quarantine(kit->store, id, "no handler could read it");
	assert_true(store_message_get(kit->store, id, &m));
	assert_int_equal(m.order_id, 77);
	assert_int_equal(m.state, MESSAGE_QUARANTINED);
	assert_string_equal(m.why, "no handler could read it");
	kit_commit(kit);
}

static void
an_outbound_text_comes_back_whole(void **state)
{
	struct kit *kit = *state;
	struct message m;
	kit_begin(kit);
	struct message_out out = {
	    .phone_id = kit_phone(kit, 1),
	    .person_id = kit_person(kit, 1),
	    .link_id = 5,
	    .now_ms = T0,
	    .text = STR("1 YES 2 NO #K7F"),
	    .class_ = MESSAGE_PROPOSAL,
	    .question = true,
	    .due_ms = T0 + 10,
	    .stale_ms = T0 + 20,
	    .cause_id = 4,
	    .order_id = 6,
	    .subject = SUBJECT_PROPOSAL,
	    .subject_id = 4097,
	};
	int64_t id = store_message_queue(kit->store, &out);
	kit_commit(kit);
	assert_true(store_message_get(kit->store, id, &m));
	assert_true(m.out && m.question && !m.repeated);
	assert_int_equal(m.state, MESSAGE_QUEUED);
	assert_int_equal(m.class_, MESSAGE_PROPOSAL);
	assert_int_equal(m.due_ms, T0 + 10);
	assert_int_equal(m.stale_ms, T0 + 20);
	assert_int_equal(m.cause_id, 4);
	assert_int_equal(m.order_id, 6);
	assert_int_equal(m.subject, SUBJECT_PROPOSAL);
	assert_int_equal(m.subject_id, 4097);
	assert_int_equal(m.link_id, 5);
	assert_int_equal(m.tries, 0);
	assert_string_equal(m.text, "1 YES 2 NO #K7F");
}

/* -- moves --------------------------------------------------------------- */

/* A fresh text, brought to the state by allowed moves only. */
static int64_t
bring(struct kit *kit, int phone, enum message_state state)
{
	int64_t id = kit_queue(kit, phone, MESSAGE_CONFIRM);
	if (state == MESSAGE_QUEUED)
		return id;
	if (state == MESSAGE_STALE) {
		assert_true(store_message_drop(kit->store, id, T0));
		return id;
	}
	assert_int_equal(kit_claim(kit, 1, true, T0, 1)->at[0], id);
	switch (state) {
	case MESSAGE_SENT:
	case MESSAGE_DELIVERED:
		store_message_sent(kit->store, id, T0, 1, 1);
		if (state == MESSAGE_DELIVERED)
			store_message_delivered(kit->store, id, T0);
		return id;
	case MESSAGE_UNKNOWN:
		store_message_unknown(kit->store, id, T0, T0, 0, 0, "silence");
		return id;
	case MESSAGE_REFUSED:
		store_message_refused(
		    kit->store, id, T0, T0 + 5, 0, 38, "congested");
		return id;
	case MESSAGE_FAILED:
		store_message_failed(kit->store, id, T0, 1, "no such number");
		return id;
	case MESSAGE_SENDING:
	case MESSAGE_RECEIVED:
	case MESSAGE_REPEATED:
	case MESSAGE_QUARANTINED:
	case MESSAGE_QUEUED:
	case MESSAGE_STALE:
	case MESSAGE_HELD:
		break;
	}
	return id;
}

static void
try_move(struct kit *kit, int64_t id, enum message_state to)
{
	switch (to) {
	case MESSAGE_SENT:
		store_message_sent(kit->store, id, T0, 1, 1);
		return;
	case MESSAGE_DELIVERED:
		store_message_delivered(kit->store, id, T0);
		return;
	case MESSAGE_UNKNOWN:
		store_message_unknown(kit->store, id, T0, T0, 0, 0, "silence");
		return;
	case MESSAGE_REFUSED:
		store_message_refused(kit->store, id, T0, T0, 0, 1, "no");
		return;
	case MESSAGE_FAILED:
		store_message_failed(kit->store, id, T0, 1, "no");
		return;
	case MESSAGE_QUEUED:
		store_message_again(kit->store, id, T0);
		return;
	case MESSAGE_QUARANTINED:
		store_message_quarantine(kit->store, id, "no");
		return;
	case MESSAGE_SENDING:
	case MESSAGE_RECEIVED:
	case MESSAGE_REPEATED:
	case MESSAGE_STALE:
	case MESSAGE_HELD:
		break;
	}
	fail_msg("no call for that move");
}

/* Rows: from; columns: queued sent delivered unknown refused failed
 * quarantined.  '=': allowed without any change. */
static const struct {
	enum message_state from;
	const char *to;
} moves[] = {
    {MESSAGE_QUEUED, ".....y."},
    {MESSAGE_SENDING, ".y=yyy."},
    {MESSAGE_SENT, "y.y..y."},
    {MESSAGE_DELIVERED, "..=...."},
    {MESSAGE_UNKNOWN, "yyy..y."},
    {MESSAGE_REFUSED, ".....y."},
    {MESSAGE_FAILED, ".yy...."},
    {MESSAGE_STALE, "......."},
};

static void
moves_follow_the_table(void **state)
{
	struct kit *kit = *state;
	static const enum message_state to[] = {MESSAGE_QUEUED, MESSAGE_SENT,
	    MESSAGE_DELIVERED, MESSAGE_UNKNOWN, MESSAGE_REFUSED, MESSAGE_FAILED,
	    MESSAGE_QUARANTINED};
	for (size_t row = 0; row < sizeof(moves) / sizeof(*moves); row++) {
		for (size_t col = 0; col < 7; col++) {
			char verdict = moves[row].to[col];
			kit_begin(kit);
			int64_t id = bring(kit, 1, moves[row].from);
			assert_int_equal(kit_state(kit, id), moves[row].from);
			try_move(kit, id, to[col]);
			int failed = store_failed(kit->store, NULL);
			assert_int_equal(
			    failed, verdict == '.' ? STORE_RULE : 0);
			if (failed == 0)
				assert_int_equal(kit_state(kit, id),
				    verdict == '=' ? moves[row].from : to[col]);
			store_rollback(kit->store);
		}
	}
}

static void
a_refused_move_says_which(void **state)
{
	struct kit *kit = *state;
	struct err err = {0};
	kit_begin(kit);
	int64_t id = bring(kit, 1, MESSAGE_DELIVERED);
	store_message_again(kit->store, id, T0);
	store_failed(kit->store, &err);
	assert_string_equal(
	    err.text, "message 1 cannot go from delivered to queued");
	store_rollback(kit->store);
}

static void
an_operator_retries_and_drops(void **state)
{
	struct kit *kit = *state;
	static const struct {
		enum message_state from;
		int after_retry, after_drop; /* 0: not allowed */
	} cases[] = {
	    {MESSAGE_QUEUED, MESSAGE_QUEUED, MESSAGE_STALE},
	    {MESSAGE_SENDING, 0, 0},
	    {MESSAGE_SENT, 0, 0},
	    {MESSAGE_DELIVERED, 0, 0},
	    {MESSAGE_UNKNOWN, MESSAGE_QUEUED, MESSAGE_FAILED},
	    {MESSAGE_REFUSED, MESSAGE_REFUSED, MESSAGE_STALE},
	    {MESSAGE_FAILED, MESSAGE_QUEUED, 0},
	    {MESSAGE_STALE, MESSAGE_QUEUED, 0},
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		kit_begin(kit);
		int64_t id = bring(kit, 1, cases[i].from);
		assert_int_equal(store_message_drop(kit->store, id, T0),
		    cases[i].after_drop != 0);
		if (cases[i].after_drop != 0)
			assert_int_equal(
			    kit_state(kit, id), cases[i].after_drop);
		store_rollback(kit->store);
		kit_begin(kit);
		id = bring(kit, 1, cases[i].from);
		bool allowed = cases[i].after_retry != 0;
		assert_int_equal(
		    store_message_retry(kit->store, id, T0), allowed);
		if (allowed) {
			assert_int_equal(
			    kit_state(kit, id), cases[i].after_retry);
			assert_int_equal(
			    kit_claim(kit, 1, true, T0, 9)->at[0], id);
		}
		store_rollback(kit->store);
	}
	kit_begin(kit);
	int64_t in = kit_receive(kit, 1, "hello");
	assert_false(store_message_retry(kit->store, in, T0));
	assert_false(store_message_drop(kit->store, in, T0));
	store_rollback(kit->store);
}

/* Unknown, queued once more; then the first copy's proof comes. */
static void
late_proof_ends_a_second_copy(void **state)
{
	struct kit *kit = *state;
	struct message m;
	kit_begin(kit);
	int64_t id = bring(kit, 1, MESSAGE_UNKNOWN);
	store_message_again(kit->store, id, T0);
	assert_true(store_message_get(kit->store, id, &m));
	assert_true(m.repeated);
	store_message_delivered(kit->store, id, T0);
	assert_int_equal(kit_state(kit, id), MESSAGE_DELIVERED);
	assert_int_equal(kit_claim(kit, 1, true, T0, 9)->count, 0);
	int64_t other = bring(kit, 2, MESSAGE_UNKNOWN);
	store_message_again(kit->store, other, T0);
	store_message_sent(kit->store, other, T0, 1, 1);
	assert_int_equal(kit_state(kit, other), MESSAGE_SENT);
	kit_commit(kit);
	kit_check(kit);
}

/* -- repeats ------------------------------------------------------------- */

static void
receive_hash(struct kit *kit, uint64_t hash, int64_t stamp_ms)
{
	struct message_in in = {
	    .phone_id = kit_phone(kit, 1),
	    .now_ms = T0,
	    .stamp_ms = stamp_ms,
	    .state = MESSAGE_RECEIVED,
	    .hash = hash,
	};
	store_message_receive(kit->store, &in);
}

static int64_t
find(struct kit *kit, int64_t phone_id, uint64_t hash, int64_t now_ms)
{
	return store_message_find_repeat(
	    kit->store, phone_id, hash, T0, now_ms);
}

static void
a_repeat_is_found_for_seven_days(void **state)
{
	struct kit *kit = *state;
	kit_begin(kit);
	int64_t phone_id = kit_phone(kit, 1);
	receive_hash(kit, 500, T0);
	receive_hash(kit, 600, 0); /* no valid stamp: proves nothing */
	int64_t other = kit_phone(kit, 2);
	for (int i = 0; i < 100; i++)
		kit_queue(kit, 1, MESSAGE_NOTICE);
	assert_int_equal(find(kit, phone_id, 500, T0), 1);
	assert_int_equal(find(kit, phone_id, 600, T0), 0);
	assert_int_equal(find(kit, other, 500, T0), 0);
	assert_int_equal(find(kit, phone_id, 0, T0), 0);
	assert_int_equal(find(kit, phone_id, 500, T0 + STORE_REPEAT_MS), 1);
	kit_commit(kit);
	kit_reopen(kit); /* the memory is filled from the rows */
	kit_begin(kit);
	assert_int_equal(find(kit, phone_id, 500, T0 + STORE_REPEAT_MS), 1);
	kit_commit(kit);
}

/* What was rolled back is in the memory, but not in the chain. */
static void
a_text_rolled_back_is_no_repeat(void **state)
{
	struct kit *kit = *state;
	kit_begin(kit);
	int64_t phone_id = kit_phone(kit, 1);
	kit_commit(kit);
	kit_begin(kit);
	receive_hash(kit, 700, T0);
	assert_int_not_equal(find(kit, phone_id, 700, T0), 0);
	store_rollback(kit->store);
	kit_begin(kit);
	assert_int_equal(find(kit, phone_id, 700, T0), 0);
	kit_commit(kit);
}

static void
a_memory_of_texts(void **state)
{
	(void)state;
	struct repeat_memory *memory = repeat_memory_new();
	const uint64_t step = UINT64_C(0x9E3779B97F4A7C15);
	int64_t n = 2 * STORE_REPEAT_TEXTS + 10;
	assert_false(repeat_memory_has(memory, step));
	for (int64_t i = 1; i <= n; i++) {
		repeat_memory_note(memory, (uint64_t)i * step, i);
		repeat_memory_note(memory, (uint64_t)i * step, i); /* once */
		if (i == STORE_REPEAT_TEXTS)
			assert_int_equal(repeat_memory_since(memory), 0);
	}
	/* Two generations are full, the first of all was turned over. */
	assert_int_equal(repeat_memory_since(memory), STORE_REPEAT_TEXTS + 1);
	assert_false(repeat_memory_has(memory, step));
	assert_false(repeat_memory_has(memory, (uint64_t)(n + 1) * step));
	assert_false(repeat_memory_has(memory, 0));
	for (int64_t i = STORE_REPEAT_TEXTS + 1; i <= n; i++)
		assert_true(repeat_memory_has(memory, (uint64_t)i * step));
	repeat_memory_free(&memory);
}

/* -- lists --------------------------------------------------------------- */

static struct kit_ids *
list(struct store *store, const struct message_filter *filter)
{
	static struct kit_ids ids;
	ids.count = 0;
	store_message_list(store, filter, kit_note_more, &ids);
	return &ids;
}

static int
count_words(struct kit *kit, const char *words)
{
	struct message_filter filter = {.words = words};
	return list(kit->store, &filter)->count;
}

static void
words_are_found_in_any_script(void **state)
{
	struct kit *kit = *state;
	kit_begin(kit);
	kit_receive(kit, 1, "Want 5KG Tomatoes");
	kit_receive(kit, 1, "要5公斤西红柿");
	kit_receive(kit, 1, "ÉCLAIR na mahindi");
	kit_receive(kit, 1, "нужно КАРТОФЕЛЬ");
	kit_commit(kit);
	assert_int_equal(count_words(kit, "tomato"), 1);
	assert_int_equal(count_words(kit, "tomato  5kg"), 1);
	assert_int_equal(count_words(kit, "tomato 6kg"), 0);
	assert_int_equal(count_words(kit, "西红柿"), 1);
	assert_int_equal(count_words(kit, "公斤 要"), 1);
	assert_int_equal(count_words(kit, "白菜"), 0);
	assert_int_equal(count_words(kit, "éclair"), 1);
	assert_int_equal(count_words(kit, "картофель"), 1);
	assert_int_equal(count_words(kit, ""), 4);
	assert_int_equal(count_words(kit, "\xff"), 0);
}

static void
lists_filter_and_page(void **state)
{
	struct kit *kit = *state;
	struct err err;
	kit_begin(kit);
	for (int i = 0; i < 30; i++) { /* 1, 4, 7 … are phone 0's */
		struct message_in in = {
		    .phone_id = kit_phone(kit, i % 3),
		    .link_id = 1 + i % 2,
		    .now_ms = T0 + i,
		    .state = i == 29 ? MESSAGE_REPEATED : MESSAGE_RECEIVED,
		};
		store_message_receive(kit->store, &in);
	}
	int64_t phone_id = kit_phone(kit, 0);
	store_message_set_order(kit->store, 7, 70);
	kit_commit(kit);
	struct message_filter f = {.limit = 10};
	assert_int_equal(list(kit->store, &f)->count, 10);
	assert_int_equal(list(kit->store, &f)->at[9], 10);
	f.after_id = 25;
	assert_int_equal(list(kit->store, &f)->count, 4);
	f = (struct message_filter){.before_id = 6};
	assert_int_equal(list(kit->store, &f)->count, 5);
	assert_int_equal(list(kit->store, &f)->at[0], 5);
	f = (struct message_filter){.since_ms = T0 + 10, .until_ms = T0 + 12};
	assert_int_equal(list(kit->store, &f)->count, 2);
	f = (struct message_filter){.link_id = 2};
	assert_int_equal(list(kit->store, &f)->count, 14);
	f = (struct message_filter){.order_id = 70};
	assert_int_equal(list(kit->store, &f)->at[0], 7);
	f = (struct message_filter){.state = MESSAGE_REPEATED};
	assert_int_equal(list(kit->store, &f)->at[0], 30);

	struct store *reader = store_open_reader(kit->path, &err);
	struct store *both[] = {kit->store, reader};
	for (int i = 0; i < 2; i++) {
		f = (struct message_filter){.phone_id = phone_id, .limit = 4};
		assert_int_equal(list(both[i], &f)->count, 4);
		assert_int_equal(list(both[i], &f)->at[0], 1);
		assert_int_equal(list(both[i], &f)->at[3], 10);
		f.after_id = 10;
		assert_int_equal(list(both[i], &f)->at[0], 13);
		f = (struct message_filter){
		    .phone_id = phone_id, .before_id = 20, .limit = 2};
		assert_int_equal(list(both[i], &f)->at[0], 19);
		assert_int_equal(list(both[i], &f)->at[1], 16);
		f = (struct message_filter){
		    .phone_id = phone_id, .since_ms = T0 + 20};
		assert_int_equal(list(both[i], &f)->at[0], 22);
	}
	store_close(&reader);
}

/* Enough messages that times are found by halving. */
static void
a_time_is_found_without_reading_all(void **state)
{
	struct kit *kit = *state;
	kit_begin(kit);
	int64_t phone_id = kit_phone(kit, 1);
	for (int i = 0; i < 20500; i++) {
		struct message_in in = {.phone_id = phone_id,
		    .now_ms = T0 + i / 3,
		    .state = MESSAGE_RECEIVED};
		store_message_receive(kit->store, &in);
	}
	kit_commit(kit);
	for (int since = 0; since < 6900; since += 467) {
		struct message_filter f = {.since_ms = T0 + since, .limit = 1};
		const struct kit_ids *ids = list(kit->store, &f);
		if (since * 3 < 20500)
			assert_int_equal(ids->at[0], since * 3 + 1);
		else
			assert_int_equal(ids->count, 0);
	}
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, kit_open, kit_close)

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    TEST(an_inbound_text_comes_back_whole),
	    TEST(an_outbound_text_comes_back_whole),
	    TEST(moves_follow_the_table),
	    TEST(a_refused_move_says_which),
	    TEST(an_operator_retries_and_drops),
	    TEST(late_proof_ends_a_second_copy),
	    TEST(a_repeat_is_found_for_seven_days),
	    TEST(a_text_rolled_back_is_no_repeat),
	    TEST(a_memory_of_texts),
	    TEST(words_are_found_in_any_script),
	    TEST(lists_filter_and_page),
	    TEST(a_time_is_found_without_reading_all),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
