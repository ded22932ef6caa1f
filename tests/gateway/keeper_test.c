/* Raw forms go when they are old enough, the texts stay. */
#include "tests/gateway/store_kit.h"

#include <string.h>

#include "gateway/core/handler.h"
#include "gateway/queue/keeper.h"
#include "gateway/store/store_keep.h"

#define DAY_MS (INT64_C(24) * 3600 * 1000)

struct bed {
	struct kit *kit;
	int jobs;
	bool sure;
};

static void
submit(void *arg, struct job *job)
{
	struct bed *b = arg;
	struct turn turn = {
	    .store = b->kit->store, .now_ms = T0, .clock_sure = b->sure};

	b->jobs++;
	kit_begin(b->kit);
	job->run(job, &turn);
	kit_commit(b->kit);
	job->done(job, true);
}

static void
fill(struct kit *kit, int days)
{
	kit_begin(kit);
	for (int i = 0; i < days; i++) {
		struct message_in in = {.phone_id = kit_phone(kit, i % 7),
		    .now_ms = T0 - (days - 1 - i) * DAY_MS,
		    .text = STR("want 5kg"),
		    .raw = {(const uint8_t *)"raw", 3},
		    .state = MESSAGE_RECEIVED};
		store_message_receive(kit->store, &in);
	}
	kit_commit(kit);
}

static int
raws(struct kit *kit, int days)
{
	int count = 0;
	char hex[64];

	for (int i = 1; i <= days; i++)
		count += store_message_raw(kit->store, i, hex, sizeof(hex));
	return count;
}

static bool
note(void *arg, const struct kept_kind *kind)
{
	*(struct kept_kind *)arg = *kind;
	return true;
}

static void
run(struct bed *b, int jobs)
{
	struct loop *loop = loop_new();
	struct clock_fake clock;
	struct keeper_config config = {.loop = loop,
	    .clock = &clock.source,
	    .raw_ms = 90 * DAY_MS,
	    .look_ms = 1,
	    .rest_ms = 1,
	    .arg = b,
	    .submit = submit};
	struct keeper *keeper;

	clock_fake_init(&clock, T0);
	keeper = keeper_new(&config);
	assert_null(keeper_trouble(keeper));
	for (int i = 0; i < 1000 && b->jobs < jobs; i++)
		loop_once(loop, true);
	keeper_free(&keeper);
	loop_free(&loop);
}

static void
old_raw_forms_go_and_texts_stay(void **state)
{
	struct bed b = {.kit = *state, .sure = true};
	struct kept_kind kind = {.gone = -1};
	struct message m;

	fill(b.kit, 1300);
	assert_int_equal(raws(b.kit, 1300), 1300);
	run(&b, 5);
	/* Day 90 to today. */
	assert_int_equal(raws(b.kit, 1300), 91);
	assert_true(store_message_get(b.kit->store, 1, &m));
	assert_string_equal(m.text, "want 5kg");
	store_keep_each(b.kit->store, note, &kind);
	assert_string_equal(kind.kind, "raw");
	assert_int_equal(kind.gone, 1300 - 91);
	assert_int_equal(kind.last_ms, T0);
	assert_int_equal(kind.oldest_ms, T0 - 90 * DAY_MS);
	kit_check(b.kit);
}

static void
nothing_is_old_while_the_clock_is_unsure(void **state)
{
	struct bed b = {.kit = *state};

	fill(b.kit, 200);
	run(&b, 3);
	assert_int_equal(raws(b.kit, 200), 200);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_setup_teardown(
		old_raw_forms_go_and_texts_stay, kit_open, kit_close),
	    cmocka_unit_test_setup_teardown(
		nothing_is_old_while_the_clock_is_unsure, kit_open, kit_close),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
