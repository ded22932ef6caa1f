/* Texts and links under routes: who gets what, and that nobody gets what no
 * route gives him. */
#include <stdio.h>
#include <string.h>

#include "gateway/core/report.h"
#include "gateway/queue/outbox_private.h"
#include "gateway/store/store_route.h"
#include "tests/gateway/queue_world.h"

static struct route_plan plan;
static struct route_table *table;

static struct route_plan_route *
route(const char *name, const char *to, const char *letters)
{
	struct route_plan_route *r = &plan.route[plan.routes_count++];
	*r = (struct route_plan_route){.classes = ROUTE_ALL_CLASSES};
	snprintf(r->name, sizeof(r->name), "%s", name);
	r->to = (struct route_span){(uint16_t)plan.prefixes_count, 1};
	assert_true(route_prefix_read(
	    &plan.prefix[plan.prefixes_count++], str_from(to)));
	for (; *letters != '\0'; letters++) {
		r->weight[r->links_count] = 1;
		r->link[r->links_count++][0] = *letters;
	}
	return r;
}

/* What was planned holds from now on. */
static void
use(struct world *w)
{
	struct route_link links[LINKS];
	struct route_table *before = table;
	struct err err;
	for (size_t i = 0; i < LINKS; i++)
		links[i] =
		    (struct route_link){w->links[i]->name, w->links[i]->id};
	table = route_table_new(&plan, links, LINKS, &err);
	assert_non_null(table);
	begin(w);
	store_route_use(w->store, table);
	commit(w);
	route_table_free(&before);
}

static int
setup(void **state)
{
	memset(&plan, 0, sizeof(plan));
	return world_setup(state);
}

static int
teardown(void **state)
{
	int rc = world_teardown(state);
	route_table_free(&table);
	return rc;
}

static size_t
got(const struct world *w, size_t at)
{
	return w->place[at].got_count;
}

static enum message_state
state_of(struct world *w, int64_t id, char *why, size_t why_octets)
{
	struct message m;
	assert_true(store_message_get(w->store, id, &m));
	if (why != NULL)
		snprintf(why, why_octets, "%s", m.why);
	return m.state;
}

/* phone(w, n) is +2547110nnnnn. */
static void
each_link_gets_its_own(void **state)
{
	struct world *w = *state;
	route("ab", "+25471100*", "ab");
	route("c", "+25471100001*", "c");
	use(w);
	w->place[0].room = w->place[1].room = w->place[2].room = 100;
	queue(w, 0, 30); /* ten of them are c's */
	claim(w);
	assert_int_equal(got(w, 0), 20);
	assert_int_equal(got(w, 1), 0);
	assert_int_equal(got(w, 2), 10);
	for (size_t i = 0; i < got(w, 2); i++) {
		struct message m;
		assert_true(
		    store_message_get(w->store, w->place[2].got[i], &m));
		assert_non_null(strstr(m.number, "+25471100001"));
	}
}

static void
the_next_takes_what_the_first_cannot(void **state)
{
	struct world *w = *state;
	route("ab", "+254*", "ab");
	use(w);
	w->place[1].room = 10;
	/* The first is there but full: a few seconds of patience. */
	queue(w, 0, 3);
	assert_int_equal(claim(w), 1);
	w->place[0].room = 0;
	w->turn.now_ms += 7000;
	assert_int_equal(claim(w), 0);
	w->turn.now_ms += 1000;
	assert_int_equal(claim(w), 2);
	assert_int_equal(got(w, 1), 2);
	/* It is gone: none. */
	only(w, 1, 2);
	queue(w, 10, 2);
	assert_int_equal(claim(w), 2);
	/* Both are gone, and the third is not for them. */
	only(w, 2, 1);
	w->place[2].room = 100;
	queue(w, 20, 2);
	w->turn.now_ms += 60000;
	assert_int_equal(claim(w), 0);
	assert_int_equal(got(w, 2), 0);
}

static void
a_refused_text_goes_by_the_next(void **state)
{
	struct world *w = *state;
	route("ab", "+254*", "ab");
	use(w);
	queue(w, 0, 1);
	claim(w);
	ends(w, 0, w->place[0].got[0], OUTCOME_REFUSED, REFUSAL_ELSEWHERE);
	w->turn.now_ms += 2;
	assert_int_equal(claim(w), 1);
	assert_int_equal(got(w, 1), 1);
	/* Alone in its route, nobody else is waited for. */
	plan.routes_count = 0;
	route("a", "+254*", "a");
	use(w);
	queue(w, 1, 1);
	claim(w);
	ends(w, 0, w->place[0].got[1], OUTCOME_REFUSED, REFUSAL_WAIT);
	w->turn.now_ms += 5000;
	assert_int_equal(claim(w), 1);
	assert_int_equal(got(w, 0), 3);
}

static void
no_route_is_said_at_once(void **state)
{
	struct world *w = *state;
	char why[128], number[PARTY_OCTETS];
	route("x", "+255*", "a");
	use(w);
	queue(w, 7, 1);
	outbox_nowhere(&w->outbox, &w->turn, number);
	assert_string_equal(number, "");
	assert_int_equal(claim(w), 0);
	int64_t id = store_message_newest(w->store);
	assert_int_equal(state_of(w, id, why, sizeof(why)), MESSAGE_FAILED);
	assert_string_equal(
	    why, "no link may carry texts to +254711000007: add a route");
	assert_int_equal(w->lost, 1);
	outbox_nowhere(&w->outbox, &w->turn, number);
	assert_string_equal(number, "+254711000007");
	/* With a route, the alarm goes off and the text can be sent. */
	route("y", "+254*", "a");
	use(w);
	outbox_nowhere(&w->outbox, &w->turn, number);
	assert_string_equal(number, "");
	begin(w);
	assert_true(store_message_retry(w->store, id, w->turn.now_ms));
	commit(w);
	assert_int_equal(claim(w), 1);
}

static void
new_routes_move_what_waits(void **state)
{
	struct world *w = *state;
	struct err err;
	only(w, 2, 0);
	queue(w, 0, 300); /* without routes */
	route("a", "+254*", "a");
	use(w);
	only(w, 1, 1);
	w->place[1].room = 400;
	w->turn.now_ms += 10000;
	assert_int_equal(claim(w), 0); /* whatever lanes they stand in */
	assert_true(w->outbox.moving);
	assert_int_equal(claim(w), 0);
	assert_false(w->outbox.moving);
	assert_int_equal(store_check(w->store, &err), 0);
	plan.routes_count = 0;
	route("b", "+25471100*", "b");
	route("a", "+254*", "a");
	use(w);
	claim(w);
	claim(w);
	assert_int_equal(got(w, 1), 300);
	assert_int_equal(got(w, 0), 0);
}

static void
what_waits_for_one_is_not_looked_at_by_another(void **state)
{
	struct world *w = *state;
	route("a", "+25471100*", "a");
	route("b", "+25471101*", "b");
	use(w);
	only(w, 1, 1);
	queue(w, 0, 10);
	queue(w, 10000, 1);
	store_steps(w->store);
	assert_int_equal(claim(w), 1);
	all_taken(w, 1);
	int64_t few = store_steps(w->store);
	queue(w, 10, 2000);
	queue(w, 10001, 1);
	store_steps(w->store);
	assert_int_equal(claim(w), 1);
	all_taken(w, 1);
	assert_in_range(store_steps(w->store), few / 2, few + few / 10);
	assert_int_equal(got(w, 1), 2);
}

static int64_t
statements_for(struct world *w, int from)
{
	int64_t before, after, rows;
	store_work(w->store, &before, &rows);
	queue(w, from, 100);
	assert_int_equal(claim(w), 100);
	store_work(w->store, &after, &rows);
	all_taken(w, 0); /* looks at all that ever left: not counted */
	w->place[0].got_count = 0;
	return after - before;
}

/* What routes add is asked of memory, but for a number that is not known. */
static void
routes_cost_no_statement_a_text(void **state)
{
	struct world *w = *state;
	only(w, 0, 1);
	w->place[0].room = 400;
	statements_for(w, 0);
	int64_t without = statements_for(w, 0);
	route("a", "+25471100*", "a");
	route("b", "+254*", "b");
	use(w);
	statements_for(w, 0);
	int64_t with = statements_for(w, 0);
	assert_in_range(with, without / 2, without + 10);
}

static void
reply_by(struct world *w, int n, size_t at)
{
	begin(w);
	struct message_in in = {.link_id = w->links[at]->id,
	    .phone_id = phone(w, n),
	    .now_ms = w->turn.now_ms,
	    .state = MESSAGE_RECEIVED,
	    .text = STR("order 2 maize")};
	store_message_receive(w->store, &in);
	queue_to(w, n);
	commit(w);
}

static void
pinned_then_wrote_on_then_policy(void **state)
{
	struct world *w = *state;
	route("abc", "+254*", "abc");
	use(w);
	reply_by(w, 1, 1);
	claim(w);
	assert_int_equal(got(w, 1), 1);
	all_taken(w, 1);
	begin(w);
	store_route_pin(w->store, phone(w, 1), w->links[2]->id);
	commit(w);
	reply_by(w, 1, 1);
	claim(w);
	assert_int_equal(got(w, 2), 1);
	all_taken(w, 2);
	/* A pin that was rolled back never was. */
	begin(w);
	store_route_pin(w->store, phone(w, 1), w->links[0]->id);
	store_rollback(w->store);
	assert_true(
	    store_route_pinned(w->store, phone(w, 1)) == w->links[2]->id);
	/* A pin to a link that is no part of the route widens nothing. */
	plan.routes_count = 0;
	route("ab", "+254*", "ab");
	use(w);
	reply_by(w, 1, 1);
	claim(w);
	assert_int_equal(got(w, 2), 1);
	assert_int_equal(got(w, 1), 2);
}

static void
a_number_that_moved_is_learned(void **state)
{
	struct world *w = *state;
	plan.operators_count = 2;
	snprintf(plan.operator_[0].name, ROUTE_NAME_OCTETS, "saf");
	snprintf(plan.operator_[1].name, ROUTE_NAME_OCTETS, "air");
	assert_true(route_prefix_read(&plan.prefix[0], STR("+25471*")));
	plan.prefixes_count = 1;
	plan.operator_[0].prefixes = (struct route_span){0, 1};
	plan.operator_[1].heard_count = 1;
	plan.operator_[1].heard_on[0][0] = 'b';
	route("all", "+*", "c");
	for (int i = 0; i < 2; i++) {
		struct route_plan_route *r =
		    route("own", "+*", i == 0 ? "a" : "b");
		r->to.count = 0;
		r->operators[r->operators_count++] = (uint8_t)i;
	}
	use(w);
	only(w, 2, 1);
	queue(w, 3, 1); /* waits for saf's link */
	assert_int_equal(claim(w), 0);
	begin(w);
	store_route_heard(w->store, phone(w, 3), "+254711000003", 1);
	commit(w);
	only(w, 0, 3);
	assert_int_equal(claim(w), 1);
	assert_int_equal(got(w, 1), 1);
	/* Known after a restart, too; and it may move back. */
	use(w);
	queue(w, 3, 1);
	all_taken(w, 1);
	claim(w);
	assert_int_equal(got(w, 1), 2);
	all_taken(w, 1);
	begin(w);
	store_route_heard(w->store, phone(w, 3), "+254711000003", 0);
	commit(w);
	queue(w, 3, 1);
	claim(w);
	assert_int_equal(got(w, 1), 3); /* a is nobody's own link */
}

static void
report_of(struct world *w, int n, size_t at, int64_t mr, int status)
{
	struct msg_in in = {.kind = MSG_REPORT,
	    .report_mr = mr,
	    .report_code = status,
	    .report = status < 0x20 ? MSG_REPORT_DELIVERED : MSG_REPORT_FAILED};
	begin(w);
	outbox_report(&w->outbox, &w->turn, w->links[at], phone(w, n), &in);
	commit(w);
}

static void
taken(struct world *w, size_t at, int64_t id, int64_t mr)
{
	struct msg_outcome o = {.id = id,
	    .outcome = OUTCOME_ACCEPTED,
	    .parts_total = 1,
	    .parts_done = 1};
	o.mr[0] = mr;
	begin(w);
	outbox_outcome(&w->outbox, &w->turn, w->links[at], &o);
	commit(w);
}

static void
a_failed_text_goes_once_by_another(void **state)
{
	struct world *w = *state;
	char why[128];
	route("ab", "+254*", "ab")->resend = true;
	use(w);
	queue(w, 1, 1);
	claim(w);
	int64_t id = w->place[0].got[0];
	taken(w, 0, id, 77);
	report_of(w, 1, 0, 77, 0x41);
	assert_int_equal(state_of(w, id, why, sizeof(why)), MESSAGE_QUEUED);
	assert_non_null(strstr(why, "failed by a: "));
	assert_non_null(strstr(why, "; once more by another link"));
	/* By another, and if that is away, not by the one that failed. */
	only(w, 0, 1);
	w->turn.now_ms += 20000;
	assert_int_equal(claim(w), 0);
	only(w, 0, 2);
	assert_int_equal(claim(w), 1);
	assert_int_equal(got(w, 1), 1);
	taken(w, 1, id, 5);
	assert_int_equal(state_of(w, id, why, sizeof(why)), MESSAGE_SENT);
	assert_non_null(strstr(why, "failed by a: "));
	assert_int_equal(w->lost, 0);
	/* Once. */
	report_of(w, 1, 1, 5, 0x41);
	assert_int_equal(state_of(w, id, NULL, 0), MESSAGE_FAILED);
	assert_int_equal(w->lost, 1);
}

static void
only_where_it_makes_sense(void **state)
{
	struct world *w = *state;
	static const struct {
		enum message_class class_;
		bool resend, stale, alone;
	} cases[] = {
	    {MESSAGE_CONFIRM, false, false, false},
	    {MESSAGE_ADVISORY, true, false, false},
	    {MESSAGE_NOTICE, true, false, false},
	    {MESSAGE_PROPOSAL, true, true, false},
	    {MESSAGE_PROPOSAL, true, false, true},
	};
	for (int i = 0; i < 5; i++) {
		begin(w);
		struct message_out out = {.phone_id = phone(w, i),
		    .now_ms = w->turn.now_ms,
		    .text = STR("hello"),
		    .class_ = cases[i].class_,
		    .stale_ms = cases[i].stale ? w->turn.now_ms + 1000 : 0};
		commit(w);
		plan.routes_count = 0;
		route("ab", "+254*", cases[i].alone ? "a" : "ab")->resend =
		    cases[i].resend;
		use(w);
		begin(w);
		int64_t id = store_message_queue(w->store, &out);
		commit(w);
		assert_int_equal(claim(w), 1);
		taken(w, 0, id, 10 + i);
		w->turn.now_ms += 2000;
		report_of(w, i, 0, 10 + i, 0x41);
		if (state_of(w, id, NULL, 0) != MESSAGE_FAILED)
			fail_msg("case %d", i);
	}
}

static void
the_better_link_goes_first(void **state)
{
	struct world *w = *state;
	route("ab", "+254*", "ab")->policy = ROUTE_QUALITY;
	use(w);
	w->links[0]->terms.quality = w->links[1]->terms.quality = 50;
	for (int i = 0; i < 7; i++) {
		queue(w, i, 1);
		claim(w);
		int64_t id = w->place[0].got[i];
		taken(w, 0, id, i);
		report_of(w, i, 0, i, i < 3 ? 0 : 0x41);
	}
	assert_int_equal(got(w, 1), 0);
	queue(w, 50, 1);
	claim(w);
	assert_int_equal(got(w, 1), 1); /* 3 of 7, and half is hoped for */
	/* It is known after a restart. */
	int before = outbox_route_fact(&w->outbox, 0).quality;
	w->outbox.looked_back = false;
	claim(w);
	assert_int_equal(outbox_route_fact(&w->outbox, 0).quality, before);
	assert_in_range(before, 460, 470);
}

static void
quality_ages(void **state)
{
	(void)state;
	struct quality q = {.hour = 0};
	int64_t hour = 3600000;
	assert_int_equal(quality_of(&q, 50), 500);
	for (int i = 0; i < 100; i++)
		quality_note(&q, false, 1000 * hour);
	assert_in_range(quality_of(&q, 50), 30, 45);
	for (int i = 0; i < 10; i++)
		quality_note(&q, true, 1012 * hour);
	assert_in_range(quality_of(&q, 50), 300, 340);
	quality_note(&q, true, 2000 * hour);
	assert_in_range(quality_of(&q, 50), 550, 560);
	quality_note(&q, true, 10 * hour); /* the clock was set back */
	assert_in_range(quality_of(&q, 50), 590, 610);
}

/* -- a text never leaves by a link without a route ------------------------- */

static unsigned
roll(unsigned *seed, unsigned sides)
{
	*seed = *seed * 1103515245u + 12345u;
	return (*seed >> 8) % sides;
}

static void
random_routes(struct world *w, unsigned *seed)
{
	static const char *const sets[] = {
	    "a", "b", "c", "ab", "ac", "cb", "abc"};
	static const char *const to[] = {"+254*", "+25471100*", "+254711000*",
	    "+254711001*", "+2547110000*", "+254711000005"};
	memset(&plan, 0, sizeof(plan));
	for (size_t i = 0; i < 6; i++)
		if (roll(seed, 3) != 0)
			route(to[i], to[i], sets[roll(seed, 7)])->policy =
			    (enum route_policy)roll(seed, 4);
	use(w);
}

static void
by_no_link_without_a_route(void **state)
{
	struct world *w = *state;
	unsigned seed = 11;
	size_t left = 0, seen[LINKS] = {0};
	for (int round = 0; round < 300; round++) {
		if (roll(&seed, 15) == 0)
			random_routes(w, &seed);
		for (size_t i = 0; i < LINKS; i++) {
			w->place[i].room = roll(&seed, 4);
			w->links[i]->state =
			    roll(&seed, 4) != 0 ? LINK_UP : LINK_DOWN;
			w->links[i]->silent = roll(&seed, 8) == 0;
		}
		queue(w, (int)roll(&seed, 300), 3);
		w->turn.now_ms += roll(&seed, 6000);
		left += claim(w);
		for (size_t i = 0; i < LINKS; i++) {
			for (; seen[i] < got(w, i); seen[i]++) {
				struct message m;
				struct route_match match;
				assert_true(store_message_get(
				    w->store, w->place[i].got[seen[i]], &m));
				route_find(&match, table, m.number,
				    ROUTE_NO_OPERATOR, m.class_);
				bool any = route_table_routes(table) == 0;
				assert_true(
				    any || (match.route != NULL &&
					       route_has(match.route, i) >= 0));
			}
			all_taken(w, i);
		}
	}
	struct err err;
	assert_true(left > 300);
	if (store_check(w->store, &err) != 0)
		fail_msg("%s", err.text);
}

int
main(void)
{
#define TEST(test) cmocka_unit_test_setup_teardown(test, setup, teardown)
	const struct CMUnitTest tests[] = {
	    TEST(each_link_gets_its_own),
	    TEST(the_next_takes_what_the_first_cannot),
	    TEST(a_refused_text_goes_by_the_next),
	    TEST(no_route_is_said_at_once),
	    TEST(new_routes_move_what_waits),
	    TEST(what_waits_for_one_is_not_looked_at_by_another),
	    TEST(routes_cost_no_statement_a_text),
	    TEST(pinned_then_wrote_on_then_policy),
	    TEST(a_number_that_moved_is_learned),
	    TEST(a_failed_text_goes_once_by_another),
	    TEST(only_where_it_makes_sense),
	    TEST(the_better_link_goes_first),
	    cmocka_unit_test(quality_ages),
	    TEST(by_no_link_without_a_route),
	};
	world_quiet();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
