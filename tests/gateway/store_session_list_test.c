/* Dialogues and their turns, as lists and the log read them. */
#include "tests/gateway/store_kit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/panic.h"
#include "gateway/store/store_inside.h"
#include "gateway/store/store_person.h"
#include "tests/gateway/session_kit.h"

#define AMINA "+254722000002"
#define JUMA "+254722000003"
#define SECOND 1000
#define DAY (24 * INT64_C(3600000))
#define NEWEST ((struct session_place){INT64_MAX, INT64_MAX})

static int64_t
session_at(struct kit *kit, const char *number, const char *link, int64_t ms,
    enum session_life state)
{
	struct session_kit_row row = {
	    .number = number, .link = link, .opened_ms = ms, .state = state};
	return session_kit_open(kit->store, &row);
}

/* Amina's two on two channels, which overlap, and Juma's between them. */
static void
fill(struct kit *kit, int64_t ids[3])
{
	kit_begin(kit);
	ids[0] = session_at(kit, AMINA, "at", T0, SESSION_DONE);
	ids[1] = session_at(kit, JUMA, "at", T0 + 1 * SECOND, SESSION_LOST);
	ids[2] = session_at(kit, AMINA, "op", T0 + 2 * SECOND, SESSION_WAIT);
	session_kit_turn(kit->store, ids[0], T0, "", "1 Buy\n2 Sell", true);
	session_kit_turn(kit->store, ids[1], T0 + 1 * SECOND, "", "b1", true);
	session_kit_turn(kit->store, ids[2], T0 + 2 * SECOND, "", "c1", true);
	session_kit_turn(kit->store, ids[2], T0 + 3 * SECOND, "1", "c2", true);
	session_kit_turn(kit->store, ids[0], T0 + 4 * SECOND, "1", "a2", true);
	session_kit_turn(kit->store, ids[1], T0 + 5 * SECOND, "2", "b2", false);
	session_kit_turn(
	    kit->store, ids[0], T0 + 5 * SECOND, "****", "a3", false);
	kit_commit(kit);
}

/* -- what a list gave, as a line of words ------------------------------------
 */

struct told {
	char text[1024];
	int rows;
	struct session_place last;
};

static void
tell(struct told *told, const char *word)
{
	size_t at = strlen(told->text);
	snprintf(told->text + at, sizeof(told->text) - at, "%s%s",
	    told->rows++ > 0 ? " " : "", word);
}

static bool
tell_session(void *arg, const struct session_row *row)
{
	char word[64];
	snprintf(word, sizeof(word), "%lld", (long long)row->id);
	tell(arg, word);
	return true;
}

static bool
tell_turn(void *arg, const struct session_turn *turn)
{
	struct told *told = arg;
	told->last = (struct session_place){turn->time_ms, turn->id};
	tell(told, turn->answer);
	return true;
}

static const char *
sessions(struct kit *kit, struct told *told, struct session_filter f)
{
	*told = (struct told){.rows = 0};
	store_session_list(kit->store, &f, tell_session, told);
	return told->text;
}

/* Page after page. */
static const char *
turns(struct kit *kit, struct told *told, struct session_log_filter f)
{
	struct session_place at;
	*told = (struct told){.rows = 0};
	if (f.look == 0)
		f.look = 1000;
	do {
		at = store_session_log(kit->store, &f, tell_turn, told);
		if (f.before.ms != 0)
			f.before = at;
		else
			f.after = at;
	} while (at.ms != 0);
	return told->text;
}

/* -- the tests --------------------------------------------------------------
 */

static void
test_sessions_newest_first(void **state)
{
	struct kit *kit = *state;
	struct told told;
	int64_t ids[3], amina, person;
	fill(kit, ids);
	assert_true(store_phone_find(kit->store, AMINA, &amina, &person));
	assert_string_equal(
	    sessions(kit, &told, (struct session_filter){0}), "3 2 1");
	assert_string_equal(
	    sessions(kit, &told, (struct session_filter){.phone_id = amina}),
	    "3 1");
	assert_string_equal(
	    sessions(kit, &told, (struct session_filter){.open = true}), "3");
	assert_string_equal(
	    sessions(kit, &told, (struct session_filter){.before_id = 3}),
	    "2 1");
	assert_string_equal(
	    sessions(kit, &told, (struct session_filter){.since_ms = T0 + 1}),
	    "3 2");
	assert_string_equal(
	    sessions(kit, &told, (struct session_filter){.until_ms = T0 + 1}),
	    "1");
	assert_string_equal(
	    sessions(kit, &told, (struct session_filter){.limit = 2}), "3 2");
}

static void
test_where_to_go_on(void **state)
{
	struct kit *kit = *state;
	struct session_filter f = {.limit = 1};
	struct told told = {.rows = 0};
	int64_t ids[3];
	fill(kit, ids);
	assert_int_equal(
	    store_session_list(kit->store, &f, tell_session, &told), 3);
	f.before_id = 3;
	f.limit = 5;
	assert_int_equal(
	    store_session_list(kit->store, &f, tell_session, &told), 0);
	/* Nothing fits, but no more than that was looked at. */
	f = (struct session_filter){.link_id = 99, .look = 2};
	assert_int_equal(
	    store_session_list(kit->store, &f, tell_session, &told), 2);
	assert_string_equal(told.text, "3 2 1");
}

static void
test_a_session_whole(void **state)
{
	struct kit *kit = *state;
	struct session_row row;
	struct told told = {.rows = 0};
	int64_t ids[3];
	fill(kit, ids);
	assert_true(store_session_row(kit->store, ids[0], &row));
	assert_string_equal(row.number, AMINA);
	assert_string_equal(row.link, "at");
	assert_string_equal(row.ext, "AT-77");
	assert_string_equal(row.code, "384*96");
	assert_int_equal(row.turns, 3);
	assert_int_equal(row.state, SESSION_DONE);
	assert_int_equal(row.closed_ms, T0 + 9000);
	assert_false(store_session_row(kit->store, 99, &row));
	store_session_turns(kit->store, ids[0], tell_turn, &told);
	assert_string_equal(told.text, "1 Buy\n2 Sell a2 a3");
	told = (struct told){.rows = 0};
	store_session_turns(kit->store, 99, tell_turn, &told);
	store_session_turns(kit->store, -1, tell_turn, &told);
	store_session_turns(kit->store, INT64_MAX, tell_turn, &told);
	assert_int_equal(told.rows, 0);
}

static bool
keep_turn(void *arg, const struct session_turn *turn)
{
	struct session_turn *kept = arg;
	kept[turn->number] = *turn;
	return true;
}

static void
test_what_a_turn_tells(void **state)
{
	struct kit *kit = *state;
	struct session_turn *t = xcalloc(4, sizeof(*t));
	int64_t ids[3];
	fill(kit, ids);
	store_session_turns(kit->store, ids[0], keep_turn, t);
	assert_string_equal(t[1].input, "*384*96#"); /* dialled */
	assert_string_equal(t[2].input, "1");
	assert_string_equal(t[3].input, "****");
	assert_string_equal(t[2].number_of, AMINA);
	assert_string_equal(t[2].link, "at");
	assert_int_equal(t[2].took_ms, 12);
	assert_true(t[2].go_on);
	assert_false(t[3].go_on);
	assert_false(t[3].lost);
	store_session_turns(kit->store, ids[1], keep_turn, t);
	assert_false(t[1].lost);
	assert_true(t[2].lost); /* its answer was not shown */
	free(t);
}

static void
test_the_log_as_it_came(void **state)
{
	struct kit *kit = *state;
	struct session_place newest;
	struct told told;
	int64_t ids[3], amina, at, person;
	fill(kit, ids);
	store_phone_find(kit->store, AMINA, &amina, &person);
	at = db_number(
	    kit->store->db, 0, "SELECT id FROM link WHERE name = 'at'");
	for (int limit = 1; limit < 9; limit++) {
		struct session_log_filter f = {.limit = limit};
		assert_string_equal(
		    turns(kit, &told, f), "1 Buy\n2 Sell b1 c1 c2 a2 a3 b2");
		f.phone_id = amina;
		assert_string_equal(
		    turns(kit, &told, f), "1 Buy\n2 Sell c1 c2 a2 a3");
		f.link_id = at;
		assert_string_equal(
		    turns(kit, &told, f), "1 Buy\n2 Sell a2 a3");
		f = (struct session_log_filter){
		    .limit = limit, .before = NEWEST};
		assert_string_equal(
		    turns(kit, &told, f), "b2 a3 a2 c2 c1 b1 1 Buy\n2 Sell");
		f.phone_id = amina;
		assert_string_equal(
		    turns(kit, &told, f), "a3 a2 c2 c1 1 Buy\n2 Sell");
		f.link_id = at;
		assert_string_equal(
		    turns(kit, &told, f), "a3 a2 1 Buy\n2 Sell");
		f = (struct session_log_filter){.limit = limit,
		    .since_ms = T0 + 1 * SECOND,
		    .until_ms = T0 + 4 * SECOND};
		assert_string_equal(turns(kit, &told, f), "b1 c1 c2");
		f.before = NEWEST;
		assert_string_equal(turns(kit, &told, f), "c2 c1 b1");
	}
	newest = store_session_newest(kit->store);
	assert_int_equal(newest.ms, T0 + 5 * SECOND);
	assert_int_equal(newest.id, ids[1] * 64 + 2);
}

/* Of a market whose dialogues fill years: the cost is that of what is asked
 * for. */
static int64_t
steps_of(struct kit *kit, struct session_log_filter f)
{
	struct told told = {.rows = 0};
	db_steps(kit->store->db);
	store_session_log(kit->store, &f, tell_turn, &told);
	assert_int_equal(told.rows, f.limit);
	return db_steps(kit->store->db);
}

static int64_t
list_steps(struct kit *kit, struct session_filter f)
{
	struct told told = {.rows = 0};
	db_steps(kit->store->db);
	store_session_list(kit->store, &f, tell_session, &told);
	assert_int_equal(told.rows, f.limit);
	return db_steps(kit->store->db);
}

static void
add_many(struct kit *kit, int from, int count)
{
	kit_begin(kit);
	for (int i = from; i < from + count; i++) {
		int64_t ms = T0 + i * INT64_C(60000);
		int64_t id = session_at(
		    kit, i % 100 == 0 ? AMINA : JUMA, "at", ms, SESSION_WAIT);
		session_kit_turn(kit->store, id, ms, "", "x", true);
		session_kit_turn(kit->store, id, ms + 9000, "1", "y", true);
	}
	kit_commit(kit);
}

static void
test_no_scan_that_grows(void **state)
{
	struct kit *kit = *state;
	struct session_log_filter logs[4] = {{.limit = 5},
	    {.limit = 5, .before = NEWEST}, {.limit = 2},
	    {.limit = 2, .before = NEWEST}};
	struct session_filter lists[3] = {
	    {.limit = 3}, {.limit = 3, .open = true}, {.limit = 2}};
	int64_t first[7], then[7], person, amina;
	for (int round = 0; round < 2; round++) {
		add_many(kit, round == 0 ? 0 : 800, round == 0 ? 800 : 2400);
		store_phone_find(kit->store, AMINA, &amina, &person);
		logs[2].phone_id = logs[3].phone_id = lists[2].phone_id = amina;
		for (int i = 0; i < 4; i++) {
			logs[i].look = 1000;
			/* From the middle of it, by time. */
			logs[0].since_ms = T0 + (round == 0 ? 1 : 4) * DAY / 4;
			(round == 0 ? first : then)[i] = steps_of(kit, logs[i]);
		}
		for (int i = 0; i < 3; i++)
			(round == 0 ? first : then)[4 + i] =
			    list_steps(kit, lists[i]);
	}
	for (int i = 0; i < 7; i++)
		if (then[i] > first[i] * 2 + 400)
			fail_msg("%d: %lld steps, then %lld", i,
			    (long long)first[i], (long long)then[i]);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_setup_teardown(
		test_sessions_newest_first, kit_open, kit_close),
	    cmocka_unit_test_setup_teardown(
		test_where_to_go_on, kit_open, kit_close),
	    cmocka_unit_test_setup_teardown(
		test_a_session_whole, kit_open, kit_close),
	    cmocka_unit_test_setup_teardown(
		test_what_a_turn_tells, kit_open, kit_close),
	    cmocka_unit_test_setup_teardown(
		test_the_log_as_it_came, kit_open, kit_close),
	    cmocka_unit_test_setup_teardown(
		test_no_scan_that_grows, kit_open, kit_close),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
