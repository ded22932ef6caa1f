/* Two SIMs in one market, and what plans and numbers do to one of them: each
 * text arrives once, by whichever SIM can, and people are told. */
#include "tests/scenario/daemon_rig.h"

#include <stdio.h>
#include <string.h>

static int
open_two(void **state)
{
	if (rig_enter(state) != 0)
		return -1;
	struct rig *rig = *state;
	if (kit_network(&rig->kit, 2, NULL) != 0 || kit_conf(2, "", "") != 0 ||
	    kit_start(&rig->kit, KIT_FURROWD, NULL) != 0 ||
	    kit_up(&rig->kit) != 0)
		return -1;
	return 0;
}

static void
number(char dst[24], int n)
{
	snprintf(dst, 24, "+2547130000%02d", n);
}

static void
send_to(int n)
{
	char to[24], text[40];
	number(to, n);
	snprintf(text, sizeof(text), "news %d", n);
	assert_int_equal(kit_furrow(NULL, 0, "send", to, text, NULL), 0);
}

static void
all_came_once(struct rig *rig, int from, int count)
{
	for (int i = from; i < from + count; i++) {
		char to[24], text[40];
		number(to, i);
		snprintf(text, sizeof(text), "news %d", i);
		rig_wait(rig, to, text, RIG_LATE_MS, NULL);
		assert_int_equal(sim_inbox_count(rig->kit.sim, to), 1);
	}
}

/* The plan of one SIM allows three texts; beyond it every send fails with 8
 * (barred).  No text is lost or late for it, and furrow says so. */
static void
a_barred_sim_loses_nothing(void **state)
{
	struct rig *rig = *state;
	char status[4096];
	assert_int_equal(
	    sim_tell(rig->kit.sim, "{s:s, s:s, s:s, s:i}", "do", "fault",
		"modem", "a", "fault", "plan-texts", "limit", 3),
	    0);
	for (int i = 0; i < 12; i++)
		send_to(i);
	all_came_once(rig, 0, 12);
	rig_rest(RIG_SOON_MS);
	int64_t until_ms = kit_now_ms() + RIG_LATE_MS;
	do {
		assert_true(kit_now_ms() < until_ms);
		kit_furrow(status, sizeof(status), "status", NULL);
	} while (
	    strstr(status, "link a has trouble: no credit, or the SIM is "
			   "barred (barred by the operator, error 8)") == NULL);
	/* Nobody is told that a text failed: none did. */
	json_t *rows = kit_rows("log", "--state", "failed", NULL);
	assert_int_equal(json_array_size(rows), 0);
	json_decref(rows);
	/* Somebody has paid. */
	assert_int_equal(sim_tell(rig->kit.sim, "{s:s, s:s, s:s}", "do",
			     "fault", "modem", "a", "fault", "none"),
	    0);
	assert_int_equal(kit_furrow(NULL, 0, "link", "resume", "a", NULL), 0);
	assert_int_equal(kit_up(&rig->kit), 0);
	rig->passed = true;
}

/* Sending to one number takes long and fails; meanwhile the others get
 * theirs. */
static void
one_number_holds_up_nobody(void **state)
{
	struct rig *rig = *state;
	char to[24];
	number(to, 20);
	for (const char *modem = "a"; modem != NULL;
	     modem = strcmp(modem, "a") == 0 ? "b" : NULL)
		assert_int_equal(
		    sim_tell(rig->kit.sim, "{s:s, s:s, s:s, s:s, s:i, s:i}",
			"do", "fault", "modem", modem, "fault", "unreachable",
			"number", to, "ms", 1000, "code", 27),
		    0);
	send_to(20);
	for (int i = 21; i < 29; i++)
		send_to(i);
	int64_t began_ms = kit_now_ms();
	all_came_once(rig, 21, 8);
	assert_in_range(kit_now_ms() - began_ms, 0, 6000 * KIT_SLOWER);
	assert_int_equal(sim_inbox_count(rig->kit.sim, to), 0);
	rig->passed = true;
}

#define STORY(name) cmocka_unit_test_setup_teardown(name, open_two, rig_close)

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    STORY(a_barred_sim_loses_nothing),
	    STORY(one_number_holds_up_nobody),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
