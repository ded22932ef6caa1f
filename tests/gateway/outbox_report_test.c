/* What delivery reports make of texts, in whatever order they come. */
#include "gateway/core/report.h"
#include "gateway/store/store_budget.h"
#include "tests/gateway/queue_world.h"

#include <string.h>

#define UNKNOWN_WAIT_MS 120000
#define HOUR_MS INT64_C(3600000)

static enum message_state
state_of(struct world *w, int64_t id)
{
	struct message m;
	assert_true(store_message_get(w->store, id, &m));
	return m.state;
}

static int64_t
left_by(struct world *w, size_t at)
{
	struct place *place = &w->place[at];
	assert_true(place->got_count > 0);
	return place->got[place->got_count - 1];
}

/* A text of so many parts leaves by the first link; its id. */
static int64_t
leaves(struct world *w, int n)
{
	w->market.unknown_wait_ms = UNKNOWN_WAIT_MS;
	only(w, 0, 1);
	queue(w, n, 1);
	assert_int_equal(claim(w), 1);
	return left_by(w, 0);
}

static void
outcome(struct world *w, int64_t id, enum outcome how, int done, int total,
    int first_mr)
{
	struct msg_outcome o = {.id = id,
	    .outcome = how,
	    .parts_done = (uint8_t)done,
	    .parts_total = (uint8_t)total,
	    .why = "as the test says"};
	for (int i = 0; i < MSG_PARTS_MAX; i++)
		o.mr[i] =
		    (int16_t)(i < done && first_mr >= 0 ? first_mr + i : -1);
	begin(w);
	outbox_outcome(&w->outbox, &w->turn, w->links[0], &o);
	commit(w);
}

static void
report(struct world *w, int n, int mr, int status)
{
	struct msg_in in = {.kind = MSG_REPORT,
	    .report_mr = mr,
	    .report_code = status,
	    .report = status < 0x20   ? MSG_REPORT_DELIVERED
		      : status < 0x40 ? MSG_REPORT_TRYING
				      : MSG_REPORT_FAILED};
	begin(w);
	outbox_report(&w->outbox, &w->turn, w->links[0], phone(w, n), &in);
	commit(w);
}

static void
time_goes_by(struct world *w, int64_t ms)
{
	w->turn.now_ms += ms;
	begin(w);
	outbox_settle(&w->outbox, &w->turn);
	commit(w);
}

static int64_t
doubled(struct world *w)
{
	struct budget_used used;
	store_budget_get(
	    w->store, 0, market_month_begin(&w->market, w->turn.now_ms), &used);
	return used.doubled;
}

static void
words_and_hope(void **state)
{
	(void)state;
	for (int status = -1; status <= 256; status++) {
		assert_true(report_words(status)[0] != 0);
		assert_int_equal(report_may_come_back(status),
		    status == 0x46 || (status >= 0x60 && status <= 0x7F));
	}
	assert_string_equal(report_words(0), "delivered");
	assert_string_equal(report_words(0x46),
	    "the phone was off or out of reach for too long");
}

/* Whatever it says of it: the text has left. */
static void
any_report_settles_an_unknown(void **state)
{
	struct world *w = *state;
	int64_t id = leaves(w, 1);
	outcome(w, id, OUTCOME_UNKNOWN, 0, 1, -1);
	assert_int_equal(state_of(w, id), MESSAGE_UNKNOWN);
	report(w, 1, 77, 0x22);
	assert_int_equal(state_of(w, id), MESSAGE_SENT);
	assert_int_equal(w->sent, 1);
	time_goes_by(w, UNKNOWN_WAIT_MS);
	assert_int_equal(claim(w), 0); /* nothing goes twice */
	/* Its reference is known since then. */
	report(w, 1, 78, 0);
	assert_int_equal(state_of(w, id), MESSAGE_SENT);
	report(w, 1, 77, 0);
	assert_int_equal(state_of(w, id), MESSAGE_DELIVERED);
	assert_int_equal(w->delivered, 1);
	assert_int_equal(doubled(w), 0);
}

static void
a_second_copy_is_counted_and_may_be_saved(void **state)
{
	struct world *w = *state;
	int64_t id = leaves(w, 1);
	outcome(w, id, OUTCOME_UNKNOWN, 0, 1, -1);
	time_goes_by(w, UNKNOWN_WAIT_MS);
	assert_int_equal(state_of(w, id), MESSAGE_QUEUED);
	assert_int_equal(doubled(w), 1);
	/* The report is late, but not too late. */
	report(w, 1, 9, 0x21);
	assert_int_equal(state_of(w, id), MESSAGE_SENT);
	assert_int_equal(claim(w), 0);
	/* And with a report that comes only then: */
	id = leaves(w, 2);
	outcome(w, id, OUTCOME_UNKNOWN, 0, 1, -1);
	time_goes_by(w, UNKNOWN_WAIT_MS);
	assert_int_equal(claim(w), 1);
	outcome(w, id, OUTCOME_UNKNOWN, 0, 1, -1);
	time_goes_by(w, UNKNOWN_WAIT_MS);
	assert_int_equal(claim(w), 0); /* once, not for ever */
	assert_int_equal(state_of(w, id), MESSAGE_UNKNOWN);
	assert_int_equal(doubled(w), 2);
	report(w, 2, 10, 0);
	assert_int_equal(state_of(w, id), MESSAGE_DELIVERED);
}

/* Part 2 of 3 was unknown, and has arrived: part 3 follows, 2 does not go
 * again. */
static void
the_next_part_follows(void **state)
{
	struct world *w = *state;
	struct message m;
	int64_t id = leaves(w, 1);
	outcome(w, id, OUTCOME_UNKNOWN, 1, 3, 40);
	report(w, 1, 40, 0); /* says nothing of the second */
	assert_int_equal(state_of(w, id), MESSAGE_UNKNOWN);
	report(w, 1, 41, 0);
	assert_int_equal(state_of(w, id), MESSAGE_QUEUED);
	assert_true(store_message_get(w->store, id, &m));
	assert_int_equal(m.parts_done, 2);
	assert_false(m.repeated);
	assert_int_equal(claim(w), 1);
	outcome(w, id, OUTCOME_ACCEPTED, 3, 3, -1);
	begin(w);
	store_message_part_sent(
	    w->store, id, w->links[0]->id, phone(w, 1), 2, 42, w->turn.now_ms);
	commit(w);
	report(w, 1, 42, 0);
	assert_int_equal(state_of(w, id), MESSAGE_DELIVERED);
	assert_int_equal(doubled(w), 0);
}

static void
reports_that_overtake_the_result(void **state)
{
	struct world *w = *state;
	int64_t id = leaves(w, 1);
	report(w, 1, 5, 0);
	outcome(w, id, OUTCOME_ACCEPTED, 1, 1, 5);
	assert_int_equal(state_of(w, id), MESSAGE_DELIVERED);
	id = leaves(w, 2);
	report(w, 2, 6, 0x43);
	outcome(w, id, OUTCOME_ACCEPTED, 1, 1, 6);
	assert_int_equal(state_of(w, id), MESSAGE_FAILED);
	struct message m;
	assert_true(store_message_get(w->store, id, &m));
	assert_string_equal(m.why, "there is no such number any more");
	assert_int_equal(w->lost, 1);
}

static void
late_by_days_twice_and_never(void **state)
{
	struct world *w = *state;
	int64_t id = leaves(w, 1);
	outcome(w, id, OUTCOME_ACCEPTED, 1, 1, 200);
	report(w, 1, 200, 0x22);
	time_goes_by(w, 3 * 24 * HOUR_MS);
	assert_int_equal(state_of(w, id), MESSAGE_SENT);
	report(w, 1, 200, 0);
	report(w, 1, 200, 0);
	report(w, 1, 200, 0x46);
	assert_int_equal(state_of(w, id), MESSAGE_DELIVERED);
	assert_int_equal(w->delivered, 1);
	id = leaves(w, 2);
	outcome(w, id, OUTCOME_ACCEPTED, 1, 1, 201);
	time_goes_by(w, 30 * 24 * HOUR_MS);
	assert_int_equal(state_of(w, id), MESSAGE_SENT); /* no failure */
	assert_int_equal(w->lost, 0);
}

static void
off_for_too_long_goes_once_more(void **state)
{
	struct world *w = *state;
	int64_t id = leaves(w, 1);
	outcome(w, id, OUTCOME_ACCEPTED, 1, 1, 7);
	time_goes_by(w, 24 * HOUR_MS);
	report(w, 1, 7, 0x46);
	assert_int_equal(state_of(w, id), MESSAGE_QUEUED);
	assert_int_equal(doubled(w), 0); /* it cannot arrive twice */
	assert_int_equal(claim(w), 1);
	outcome(w, id, OUTCOME_ACCEPTED, 1, 1, 8);
	report(w, 1, 8, 0x62);
	assert_int_equal(state_of(w, id), MESSAGE_FAILED);
	assert_int_equal(w->lost, 1);
	/* A failure for good does not wait for the other parts. */
	id = leaves(w, 2);
	outcome(w, id, OUTCOME_ACCEPTED, 3, 3, 20);
	report(w, 2, 20, 0x46);
	assert_int_equal(state_of(w, id), MESSAGE_SENT);
	report(w, 2, 21, 0x41);
	assert_int_equal(state_of(w, id), MESSAGE_FAILED);
}

#define STORY(name)                                                            \
	cmocka_unit_test_setup_teardown(name, world_setup, world_teardown)

int
main(void)
{
	world_quiet();
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(words_and_hope),
	    STORY(any_report_settles_an_unknown),
	    STORY(a_second_copy_is_counted_and_may_be_saved),
	    STORY(the_next_part_follows),
	    STORY(reports_that_overtake_the_result),
	    STORY(late_by_days_twice_and_never),
	    STORY(off_for_too_long_goes_once_more),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
