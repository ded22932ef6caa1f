/* A scripted day on a disk whose n-th write fails, for all n.
 *
 * A turn that fails is rolled back and played again, as the daemon does it.
 * At the end the ledger must be the one of a good disk: nothing lost, nothing
 * twice, the caches in step with the file, and the file whole. */
#include "tests/gateway/store_kit.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

#include "gateway/store/store_audit.h"
#include "gateway/store/store_ledger.h"
#include "gateway/store/store_link.h"
#include "gateway/store/store_offer.h"
#include "gateway/store/store_order.h"
#include "gateway/store/store_part.h"
#include "gateway/store/store_person.h"
#include "gateway/store/store_question.h"
#include "gateway/store/store_timer.h"
#include "tests/fault/faulty_vfs.h"

/* -- the day, turn by turn ----------------------------------------------- */

static void
morning(struct kit *kit)
{
	struct offer offer = {.seller_id = kit_person(kit, 2),
	    .product = "tomato",
	    .unit = "kg",
	    .price_minor = 8000,
	    .stock_milli = 20000};
	kit_receive(kit, 2, "SELL tomato 20kg 80/kg");
	store_offer_put(kit->store, &offer, T0);
	kit_queue(kit, 2, MESSAGE_CONFIRM);
	store_audit_add(kit->store, T0, "admin:amina", "approve", "seller");
}

static void
an_order(struct kit *kit)
{
	int64_t message_id = kit_receive(kit, 1, "want 5kg tomatos");
	struct order order = {.buyer_id = kit_person(kit, 1),
	    .phone_id = kit_phone(kit, 1),
	    .message_id = message_id,
	    .created_ms = T0,
	    .changed_ms = T0};
	/* The same code whatever was tried before. */
	uint64_t seed = kit->seed;
	kit->seed = 42;
	store_order_add(kit->store, &order, kit_random, kit);
	kit->seed = seed;
	struct line line = {.order_id = order.id,
	    .product = "tomato",
	    .unit = "kg",
	    .qty_milli = 5000,
	    .state = LINE_OFFERED,
	    .seller_id = kit_person(kit, 2),
	    .created_ms = T0};
	store_line_add(kit->store, &line);
	store_offer_hold(kit->store, 1, 5000);
	struct proposal proposal = {.line_id = line.id,
	    .seller_id = line.seller_id,
	    .offer_id = 1,
	    .state = PROPOSAL_OPEN,
	    .asked_ms = T0};
	store_proposal_add(kit->store, &proposal);
	struct line_event event = {
	    .to = LINE_OFFERED, .by = "buyer", .message_id = message_id};
	store_event_add(kit->store, &line, &event);
	store_timer_set(kit->store, 1, proposal.id, T0 + 60);
	kit_queue(kit, 2, MESSAGE_PROPOSAL);
	kit_queue(kit, 1, MESSAGE_CONFIRM);
	struct question question = {.phone_id = 1, .payload = "{}"};
	store_question_ask(kit->store, &question);
}

static void
sending(struct kit *kit)
{
	const struct kit_ids *ids = kit_claim(kit, 1, true, T0, 2);
	for (int i = 0; i < ids->count; i++) {
		store_message_sent(kit->store, ids->at[i], T0, 1, 1);
		store_message_part_sent(kit->store, ids->at[i], 1, 1, 0, 7, T0);
	}
	store_message_sweep_heads(kit->store, 2);
}

static void
take_part(
    struct kit *kit, uint8_t seq, const char *words, struct part_series *series)
{
	struct part_key key = {
	    .link_id = 1, .phone_id = 2, .part = {3, false, 2, seq}};
	struct span data = span_of(words, strlen(words));
	struct msg_in part = {.part = key.part,
	    .data = data,
	    .text = str_from(words),
	    .raw = data};
	store_part_take(kit->store, &key, &part, T0, series);
}

static void
an_answer_in_parts(struct kit *kit)
{
	struct part_series series;
	take_part(kit, 2, "S", &series);
	take_part(kit, 1, "YE", &series);
	store_part_done(kit->store, series.id, T0);
	kit_receive(kit, 2, "YES");
	store_link_pending_add(kit->store, 1, "SM", 4, 99);
}

static void
a_sale(struct kit *kit)
{
	struct proposal proposal;
	struct line line;
	store_proposal_get(kit->store, (64 + 1) * 64 + 1, &proposal);
	proposal.state = PROPOSAL_ACCEPTED;
	store_proposal_put(kit->store, &proposal);
	store_line_get(kit->store, 64 + 1, &line);
	line.state = LINE_FULFILLED;
	store_line_put(kit->store, &line);
	struct line_event event = {
	    .from = LINE_OFFERED, .to = LINE_FULFILLED, .by = "seller"};
	store_event_add(kit->store, &line, &event);
	store_offer_take(kit->store, 1, 5000);
	store_timer_drop(kit->store, 1, proposal.id);
	struct ledger_row paid = {.line_id = line.id,
	    .person_id = 1,
	    .kind = LEDGER_PAID,
	    .amount_minor = 40000,
	    .message_id = 1,
	    .time_ms = T0};
	store_ledger_add(kit->store, &paid);
	struct order order;
	store_order_get(kit->store, 1, &order);
	order.closed_ms = T0;
	store_order_put(kit->store, &order);
	store_message_sweep_heads(kit->store, 100);
}

static void (*const day[])(struct kit *kit) = {
    morning,
    an_order,
    sending,
    an_answer_in_parts,
    a_sale,
    sending,
};
#define TURNS (int)(sizeof(day) / sizeof(*day))

/* Played until it is committed; how often it failed. */
static int
play(struct kit *kit, void (*turn)(struct kit *kit))
{
	for (int failures = 0;; failures++) {
		assert_true(failures < 3);
		kit_begin(kit);
		turn(kit);
		if (kit_try_commit(kit))
			return failures;
		assert_true(store_failed(kit->store, NULL) == STORE_FULL ||
			    store_failed(kit->store, NULL) == STORE_IO);
		store_rollback(kit->store);
	}
}

/* -- what must be there in the evening ----------------------------------- */

struct sum {
	uint64_t hash;
	int rows;
};

static void
mix(struct sum *sum, int64_t number)
{
	sum->hash = (sum->hash ^ (uint64_t)number) * 1099511628211U;
}

static bool
sum_message(void *arg, const struct message *m)
{
	struct sum *sum = arg;
	mix(sum, m->id);
	mix(sum, m->prev_id);
	mix(sum, (int64_t)m->state);
	mix(sum, m->tries);
	sum->rows++;
	return true;
}

static bool
sum_line(void *arg, const struct line_row *row)
{
	struct sum *sum = arg;
	mix(sum, row->line.id);
	mix(sum, (int64_t)row->line.state);
	mix(sum, row->line.event_id);
	mix(sum, row->order.closed_ms);
	for (const char *c = row->order.code; *c != '\0'; c++)
		mix(sum, *c);
	sum->rows++;
	return true;
}

static struct sum
evening(struct store *store)
{
	struct sum sum = {0};
	struct message_filter messages = {0};
	struct line_filter lines = {0};
	struct offer offer;
	struct question question;
	store_message_list(store, &messages, sum_message, &sum);
	for (int64_t phone_id = 1; phone_id <= 2; phone_id++)
		store_message_chain(store, phone_id, 99, sum_message, &sum);
	store_line_list(store, &lines, sum_line, &sum);
	store_offer_get(store, 1, &offer);
	mix(&sum, offer.stock_milli);
	mix(&sum, offer.held_milli);
	mix(&sum, store_timer_next_due(store));
	mix(&sum, store_question_open(store, 1, &question));
	mix(&sum, store_link_pending_is(store, 1, "SM", 4, 99));
	mix(&sum, store_message_next_due(store));
	return sum;
}

static struct sum
whole_day(struct kit *kit, int *failures)
{
	*failures = 0;
	for (int i = 0; i < TURNS; i++)
		*failures += play(kit, day[i]);
	struct sum sum = evening(kit->store);
	kit_check(kit);
	kit_reopen(kit);
	struct sum again = evening(kit->store);
	assert_true(sum.hash == again.hash);
	return sum;
}

static struct sum
a_good_day(int64_t *writes)
{
	struct kit *kit;
	int failures;
	faulty_vfs_install(&(struct faulty_vfs_plan){0});
	assert_int_equal(kit_open((void **)&kit), 0);
	int64_t before = faulty_vfs_writes();
	for (int i = 0; i < TURNS; i++)
		play(kit, day[i]);
	*writes = faulty_vfs_writes() - before;
	struct sum sum = evening(kit->store);
	kit_close((void **)&kit);
	assert_int_equal(kit_open((void **)&kit), 0);
	struct sum same = whole_day(kit, &failures);
	assert_int_equal(failures, 0);
	assert_true(same.hash == sum.hash);
	kit_close((void **)&kit);
	return sum;
}

static void
the_nth_write_fails(bool as_full)
{
	int64_t writes;
	struct sum good = a_good_day(&writes);
	assert_true(good.rows > 10 && writes > TURNS);
	int days_with_failures = 0;
	for (int64_t n = 1; n <= writes; n++) {
		struct kit *kit;
		int failures;
		assert_int_equal(kit_open((void **)&kit), 0);
		faulty_vfs_install(&(struct faulty_vfs_plan){
		    .fail_write = n, .fail_as_full = as_full});
		struct sum sum = whole_day(kit, &failures);
		assert_true(faulty_vfs_failed());
		assert_int_equal(sum.rows, good.rows);
		assert_true(sum.hash == good.hash);
		days_with_failures += failures > 0;
		kit_close((void **)&kit);
		faulty_vfs_install(&(struct faulty_vfs_plan){0});
	}
	assert_true(days_with_failures > TURNS);
}

static void
every_write_may_fail(void **state)
{
	(void)state;
	the_nth_write_fails(false);
}

static void
every_write_may_find_the_disk_full(void **state)
{
	(void)state;
	the_nth_write_fails(true);
}

/* Opening itself: either it works, or it says why and works the next time. */
static void
opening_survives_every_failure(void **state)
{
	(void)state;
	for (int64_t n = 1;; n++) {
		struct kit *kit = NULL;
		struct err err = {0};
		faulty_vfs_install(&(struct faulty_vfs_plan){.fail_write = n});
		int opened = kit_open((void **)&kit);
		bool failed = faulty_vfs_failed();
		faulty_vfs_install(&(struct faulty_vfs_plan){0});
		if (opened != 0)
			kit->store = store_open(kit->path, &err);
		assert_string_equal(err.text, "");
		assert_non_null(kit->store);
		kit_check(kit);
		kit_close((void **)&kit);
		if (!failed)
			return;
		assert_true(n < 500);
	}
}

/* -- a disk that stays full ---------------------------------------------- */

static void
a_full_disk_is_said_and_survived(void **state)
{
	struct kit *kit = *state;
	struct err err = {0};
	int64_t stored = 0;
	faulty_vfs_install(&(struct faulty_vfs_plan){.full_after = 300 * 1024});
	for (;;) {
		kit_begin(kit);
		for (int i = 0; i < 50; i++)
			kit_receive(kit, i % 7, "want 5kg tomatos");
		if (!kit_try_commit(kit))
			break;
		stored += 50;
		assert_true(stored < 100000);
	}
	assert_int_equal(store_failed(kit->store, &err), STORE_FULL);
	assert_non_null(strstr(err.text, "full"));
	/* It goes on failing, in words, and reading goes on. */
	for (int i = 0; i < 3; i++) {
		store_rollback(kit->store);
		assert_int_equal(store_message_newest(kit->store), stored);
		kit_begin(kit);
		kit_receive(kit, 1, "one more");
		assert_false(kit_try_commit(kit));
		assert_int_equal(store_failed(kit->store, NULL), STORE_FULL);
	}
	/* Somebody makes room. */
	faulty_vfs_install(&(struct faulty_vfs_plan){0});
	kit_begin(kit);
	assert_int_equal(kit_receive(kit, 1, "at last"), stored + 1);
	kit_commit(kit);
	kit_check(kit);
	kit_reopen(kit);
	assert_int_equal(store_message_newest(kit->store), stored + 1);
	kit_check(kit);
}

/* -- a slow one ---------------------------------------------------------- */

static int64_t
now_ms(void)
{
	struct timespec now;
	clock_gettime(CLOCK_MONOTONIC, &now);
	return now.tv_sec * INT64_C(1000) + now.tv_nsec / 1000000;
}

static void
a_turn_waits_for_one_sync(void **state)
{
	struct kit *kit = *state;
	faulty_vfs_install(&(struct faulty_vfs_plan){.sync_ms = 30});
	int64_t start_ms = now_ms();
	kit_begin(kit);
	for (int i = 0; i < 100; i++)
		kit_receive(kit, i, "want 5kg tomatos");
	kit_commit(kit);
	assert_true(now_ms() - start_ms >= 30);
	assert_int_equal(faulty_vfs_syncs(), 1);
	faulty_vfs_install(&(struct faulty_vfs_plan){0});
}

static int
good_disk_open(void **state)
{
	faulty_vfs_install(&(struct faulty_vfs_plan){0});
	return kit_open(state);
}

#define TEST(name)                                                             \
	cmocka_unit_test_setup_teardown(name, good_disk_open, kit_close)

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(every_write_may_fail),
	    cmocka_unit_test(every_write_may_find_the_disk_full),
	    cmocka_unit_test(opening_survives_every_failure),
	    TEST(a_full_disk_is_said_and_survived),
	    TEST(a_turn_waits_for_one_sync),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
