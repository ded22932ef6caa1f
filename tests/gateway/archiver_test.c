/* The archiver from the first look to the last deleted row. */
#include "tests/gateway/store_kit.h"

#include <stdlib.h>
#include <string.h>

#include "base/timer.h"
#include "gateway/core/handler.h"
#include "gateway/queue/archiver.h"
#include "gateway/store/archive.h"

#define DAY_MS (INT64_C(24) * 3600 * 1000)

struct bed {
	struct kit *kit;
	struct loop *loop;
	struct clock_fake clock;
	struct market market;
	int jobs, refuse; /* so many commits fail */
	bool sure;
};

static void
submit(void *arg, struct job *job)
{
	struct bed *b = arg;
	struct turn turn = {.store = b->kit->store, .market = &b->market};
	b->jobs++;
	kit_begin(b->kit);
	job->run(job, &turn);
	if (b->refuse > 0) {
		b->refuse--;
		store_rollback(b->kit->store);
		job->done(job, false);
		return;
	}
	kit_commit(b->kit);
	job->done(job, true);
}

static bool
clock_sure(void *arg)
{
	return ((struct bed *)arg)->sure;
}

/* A message a day for a hundred days, the last one today. */
static void
fill(struct kit *kit)
{
	kit_begin(kit);
	for (int i = 0; i < 100; i++) {
		struct message_in in = {.phone_id = kit_phone(kit, i % 7),
		    .now_ms = T0 - (99 - i) * DAY_MS,
		    .text = STR("want 5kg"),
		    .state = MESSAGE_RECEIVED};
		store_message_receive(kit->store, &in);
	}
	kit_commit(kit);
}

static struct archiver *
begin(struct bed *b, struct kit *kit)
{
	memset(b, 0, sizeof(*b));
	setenv("TZ", "EAT-3", 1);
	b->kit = kit;
	b->loop = loop_new();
	b->sure = true;
	clock_fake_init(&b->clock, T0);
	struct archiver_config config = {.loop = b->loop,
	    .clock = &b->clock.source,
	    .market = &b->market,
	    .store_path = kit->path,
	    .after_ms = 20 * DAY_MS,
	    .look_ms = 5,
	    .arg = b,
	    .submit = submit,
	    .clock_sure = clock_sure};
	struct archiver *archiver = archiver_new(&config);
	assert_non_null(archiver);
	return archiver;
}

static int64_t
oldest(struct kit *kit)
{
	static struct kit_ids ids;
	struct message_filter f = {.limit = 1};
	ids.count = 0;
	store_message_list(kit->store, &f, kit_note_more, &ids);
	return ids.at[0];
}

static void
run_until_moved(struct bed *b, size_t months)
{
	struct archive_month list[8], half;
	for (int i = 0; i < 5000; i++) {
		loop_once(b->loop, true);
		if (archive_list(b->kit->store, list, 8) == months &&
		    !archive_unfinished(b->kit->store, &half))
			return;
	}
	fail_msg("%zu months did not move", months);
}

/* T0 is 2026-09-21: June, from the 14th on, July and August are over; August
 * not yet for twenty days… but it ended on the 1st, which is just that. */
static void
old_months_move_and_the_rest_stays(void **state)
{
	struct kit *kit = *state;
	struct bed b;
	struct archive_month list[8];
	fill(kit);
	struct archiver *archiver = begin(&b, kit);
	run_until_moved(&b, 3);
	assert_int_equal(archive_list(kit->store, list, 8), 3);
	assert_string_equal(list[0].month, "2026-06");
	assert_string_equal(list[1].month, "2026-07");
	assert_string_equal(list[2].month, "2026-08");
	assert_int_equal(list[0].first_id, 1);
	assert_int_equal(list[1].first_id, list[0].last_id + 1);
	assert_int_equal(oldest(kit), list[2].last_id + 1);
	kit_check(kit);
	archiver_free(&archiver);
	loop_free(&b.loop);
}

static void
a_failed_turn_is_tried_again(void **state)
{
	struct kit *kit = *state;
	struct bed b;
	fill(kit);
	struct archiver *archiver = begin(&b, kit);
	b.refuse = 2;
	run_until_moved(&b, 3);
	assert_int_equal(b.refuse, 0);
	kit_check(kit);
	archiver_free(&archiver);
	loop_free(&b.loop);
}

static void
nothing_is_old_while_the_clock_is_unsure(void **state)
{
	struct kit *kit = *state;
	struct bed b;
	fill(kit);
	struct archiver *archiver = begin(&b, kit);
	b.sure = false;
	for (int i = 0; i < 5; i++)
		loop_once(b.loop, true);
	assert_int_equal(b.jobs, 0);
	assert_int_equal(oldest(kit), 1);
	archiver_free(&archiver);
	loop_free(&b.loop);
}

/* The daemon ends while a page is being looked for: there is no turn to which
 * it could be given. */
static void
who_ends_gives_no_more_work(void **state)
{
	struct kit *kit = *state;
	struct bed b;
	struct err err = {0};
	struct archive_month month = {
	    .month = "2026-06", .first_id = 1, .last_id = 9};
	fill(kit);
	while (archive_copy(kit->path, &month, 100, &err) > 0)
		;
	kit_begin(kit);
	archive_note(kit->store, &month);
	kit_commit(kit);
	struct archiver *archiver = begin(&b, kit);
	loop_once(b.loop, true); /* the work is given */
	int jobs = b.jobs;
	archiver_free(&archiver);
	assert_int_equal(b.jobs, jobs);
	assert_int_equal(oldest(kit), 1);
	kit_check(kit);
	loop_free(&b.loop);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_setup_teardown(
		old_months_move_and_the_rest_stays, kit_open, kit_close),
	    cmocka_unit_test_setup_teardown(
		a_failed_turn_is_tried_again, kit_open, kit_close),
	    cmocka_unit_test_setup_teardown(
		nothing_is_old_while_the_clock_is_unsure, kit_open, kit_close),
	    cmocka_unit_test_setup_teardown(
		who_ends_gives_no_more_work, kit_open, kit_close),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
