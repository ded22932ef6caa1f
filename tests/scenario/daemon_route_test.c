/* Two modems and routes: each person hears by the modem that a route gives
 * him, by the next one when that is away, and what no route fits is said. */
#include "tests/scenario/daemon_rig.h"

#include <signal.h>
#include <stdio.h>
#include <string.h>

#define STRANGER "+254733000001"

static void
add_to_conf(const char *lines)
{
	FILE *out = fopen("furrow.conf", "a");
	assert_non_null(out);
	fputs(lines, out);
	assert_int_equal(fclose(out), 0);
}

static int
open_routed(void **state)
{
	if (rig_enter(state) != 0)
		return -1;
	struct rig *rig = *state;
	if (kit_network(&rig->kit, 2, NULL) != 0 || kit_conf(2, "", "") != 0)
		return -1;
	add_to_conf(
	    "operator saf { prefixes = \"+25472*\"  country = 254 }\n"
	    "route { operator = \"saf\"  link = \"b\" }\n"
	    "route buyers { to = \"+25471*\"  link = { \"a\", \"b\" } }\n");
	if (kit_start(&rig->kit, KIT_FURROWD, NULL) != 0 ||
	    kit_up(&rig->kit) != 0)
		return -1;
	return kit_sellers(1);
}

/* All texts to that phone left by this link; how many. */
static size_t
left_by(const char *phone, const char *link)
{
	json_t *rows = kit_rows("log", "--phone", phone, NULL);
	json_t *row;
	size_t i, count = 0;
	assert_non_null(rows);
	json_array_foreach(rows, i, row)
	{
		const char *way =
		    json_string_value(json_object_get(row, "direction"));
		if (strcmp(way, "out") != 0)
			continue;
		assert_string_equal(
		    json_string_value(json_object_get(row, "link")), link);
		count++;
	}
	json_decref(rows);
	return count;
}

static void
expect_told(int status, const char *number, const char *words)
{
	char out[4096];
	assert_int_equal(
	    kit_furrow(out, sizeof(out), "route", "test", number, NULL),
	    status);
	if (strstr(out, words) == NULL)
		fail_msg("'%s' is not in: %s", words, out);
}

static void
texts_leave_by_their_routes(void **state)
{
	struct rig *rig = *state;
	char out[8192], id[24];
	rig_whole_order(rig, BUYER);
	assert_in_range(left_by(SELLER, "b"), 2, 9);
	assert_in_range(left_by(BUYER, "a"), 2, 9);
	expect_told(0, SELLER,
	    "operator: saf (+254), by the prefix\n"
	    "route: line 16, by +25472*; policy order\n"
	    "link b: may, as number 1\n"
	    "now: b takes it\n");

	/* What no route fits: at once, with the reason, and an alarm. */
	assert_int_equal(
	    kit_furrow(NULL, 0, "send", STRANGER, "hello", NULL), 0);
	expect_told(1, STRANGER, "add a route");
	json_t *rows = NULL;
	for (int i = 0; i < 100; i++) {
		json_decref(rows);
		rows = kit_rows("log", "--phone", STRANGER, NULL);
		if (strcmp(json_string_value(json_object_get(
			       json_array_get(rows, 0), "state")),
			"queued") != 0)
			break;
		kit_pause_ms(50);
	}
	json_t *row = json_array_get(rows, 0);
	assert_string_equal(
	    json_string_value(json_object_get(row, "state")), "failed");
	assert_string_equal(json_string_value(json_object_get(row, "why")),
	    "no link may carry texts to " STRANGER ": add a route");
	snprintf(id, sizeof(id), "%lld",
	    (long long)json_integer_value(json_object_get(row, "id")));
	json_decref(rows);

	/* With a route, which a reload takes over, it goes. */
	add_to_conf("route { to = \"+25473*\"  link = \"b\" }\n");
	assert_int_equal(kill(rig->kit.daemon, SIGHUP), 0);
	assert_int_equal(kit_logged(&rig->kit, "reloaded", 5000), 0);
	assert_int_equal(kit_furrow(NULL, 0, "queue", "retry", id, NULL), 0);
	rig_wait(rig, STRANGER, "hello", RIG_SOON_MS, NULL);
	assert_int_equal(left_by(STRANGER, "b"), 1);
	assert_int_equal(
	    kit_furrow(out, sizeof(out), "route", "list", NULL), 0);
	assert_non_null(strstr(out, "+25473*"));

	/* The first is away: the next, and back. */
	assert_int_equal(kit_furrow(NULL, 0, "link", "drain", "a", NULL), 0);
	expect_told(0, OTHER_BUYER, "now: b takes it");
	assert_int_equal(
	    kit_furrow(NULL, 0, "send", OTHER_BUYER, "from b", NULL), 0);
	rig_wait(rig, OTHER_BUYER, "from b", RIG_SOON_MS, NULL);
	assert_int_equal(left_by(OTHER_BUYER, "b"), 1);
	assert_int_equal(kit_furrow(NULL, 0, "link", "resume", "a", NULL), 0);

	/* Pinned, where a route gives it. */
	assert_int_equal(
	    kit_furrow(NULL, 0, "person", "pin", BUYER, "b", NULL), 0);
	expect_told(0, BUYER, "link b: may, as number 1: this phone is pinned");
	assert_int_equal(
	    kit_furrow(NULL, 0, "person", "pin", SELLER, "a", NULL), 1);
	assert_true(kit_complained("no route gives texts to " SELLER));
	rig->passed = true;
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_setup_teardown(
		texts_leave_by_their_routes, open_routed, rig_close),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
