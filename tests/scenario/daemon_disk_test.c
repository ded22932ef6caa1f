/* The database: whose it is, and a disk that is slow, full, or fails. */
#include "tests/scenario/daemon_rig.h"

#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <sqlite3.h>

#define ORDERS 20

static const char *const as_always[] = {
    "furrowd", "-f", "-c", "furrow.conf", NULL};

/* -- whose database -------------------------------------------------------- */

static void
refuses_a_second_daemon(void **state)
{
	struct rig *rig = *state;
	char said[4096];
	assert_int_equal(kit_run_daemon(said, sizeof(said), as_always), 1);
	assert_non_null(strstr(said, "furrow.db is in use by another furrowd"));
	/* The first one does not mind. */
	rig_whole_order(rig, BUYER);
	rig->passed = true;
}

static void
refuses_a_newer_database(void **state)
{
	struct rig *rig = *state;
	char said[4096];
	sqlite3 *db;
	assert_int_equal(kit_stop(&rig->kit, NULL), 0);
	assert_int_equal(sqlite3_open("furrow.db", &db), SQLITE_OK);
	assert_int_equal(
	    sqlite3_exec(db, "PRAGMA user_version = 9999", NULL, NULL, NULL),
	    SQLITE_OK);
	sqlite3_close(db);
	assert_int_equal(kit_run_daemon(said, sizeof(said), as_always), 1);
	assert_non_null(strstr(said, "furrowd: "));
	assert_non_null(strstr(said, "newer"));
	rig->passed = true;
}

static void
refuses_what_is_no_database(void **state)
{
	struct rig *rig = *state;
	char said[4096];
	assert_int_equal(kit_conf(1, "", ""), 0);
	assert_int_equal(kit_write("furrow.db", "%0*d", 5000, 1), 0);
	assert_int_equal(kit_run_daemon(said, sizeof(said), as_always), 1);
	assert_non_null(strstr(said, "furrow.db is not a furrow database"));
	rig->passed = true;
}

static void
refuses_a_broken_configuration(void **state)
{
	static const char *const missing[] = {
	    "furrowd", "-f", "-c", "no-such.conf", NULL};
	static const char *const test[] = {
	    "furrowd", "-t", "-c", "furrow.conf", NULL};
	struct rig *rig = *state;
	char said[4096];
	assert_int_equal(
	    kit_write("furrow.conf", "market {\n  nmae = \"x\"\n}\n"), 0);
	assert_int_equal(kit_run_daemon(said, sizeof(said), as_always), 1);
	assert_non_null(strstr(said, "furrow.conf:2: "));
	assert_int_equal(kit_run_daemon(said, sizeof(said), test), 1);
	assert_non_null(strstr(said, "furrow.conf:2: "));
	assert_int_equal(kit_run_daemon(said, sizeof(said), missing), 1);
	assert_non_null(strstr(said, "no-such.conf"));
	assert_int_equal(kit_conf(1, "", ""), 0);
	assert_int_equal(kit_run_daemon(said, sizeof(said), test), 0);
	/* Testing opens nothing. */
	assert_int_equal(access("furrow.db", F_OK), -1);
	rig->passed = true;
}

/* -- slow ------------------------------------------------------------------ */

static void
orders_go_on_over_a_slow_disk(void **state)
{
	struct rig *rig = *state;
	char buyer[24];
	assert_int_equal(kit_stop(&rig->kit, NULL), 0);
	assert_int_equal(
	    kit_start(&rig->kit, KIT_FAULTY, "FURROW_VFS=sync-ms=100"), 0);
	assert_int_equal(kit_up(&rig->kit), 0);
	for (int i = 0; i < ORDERS; i++) {
		snprintf(buyer, sizeof(buyer), "+2547110001%02d", i);
		rig_text(rig, buyer, "want 5kg tomato");
	}
	for (int i = 0; i < ORDERS; i++) {
		snprintf(buyer, sizeof(buyer), "+2547110001%02d", i);
		rig_wait(rig, buyer, "#", RIG_LATE_MS, NULL);
	}
	assert_int_equal(rig_orders(NULL), ORDERS);
	/* The modem was served all the while: nothing waits in it. */
	struct sim_stats stats;
	rig_rest(RIG_LATE_MS);
	assert_int_equal(sim_stats(rig->kit.sim, &stats), 0);
	assert_int_equal(stats.waiting, 0);
	assert_int_equal(kit_furrow(NULL, 0, "status", NULL), 0);
	rig->passed = true;
}

/* -- full ------------------------------------------------------------------ */

static void
limit_files(pid_t pid, rlim_t octets)
{
	struct rlimit limit = {octets, RLIM_INFINITY};
	assert_int_equal(prlimit(pid, RLIMIT_FSIZE, &limit, NULL), 0);
}

static void
wait_for_alarm(struct rig *rig, const char *alarm)
{
	char status[4096];
	(void)rig;
	int64_t until_ms = kit_now_ms() + RIG_LATE_MS;
	do {
		assert_true(kit_now_ms() < until_ms);
		assert_int_not_equal(
		    kit_furrow(status, sizeof(status), "status", NULL), -1);
	} while (strstr(status, alarm) == NULL);
}

/* No file of the process may grow for a while: every write fails. */
static void
writes_fail_for_a_while(void **state)
{
	struct rig *rig = *state;
	char buyer[24];
	assert_int_equal(kit_stop(&rig->kit, NULL), 0);
	/* An ignored signal stays ignored in the child. */
	signal(SIGXFSZ, SIG_IGN);
	rig_again(rig);
	signal(SIGXFSZ, SIG_DFL);
	rig_whole_order(rig, BUYER);
	limit_files(rig->kit.daemon, 0);
	for (int i = 0; i < ORDERS; i++) {
		snprintf(buyer, sizeof(buyer), "+2547110001%02d", i);
		rig_text(rig, buyer, "want 5kg tomato");
	}
	wait_for_alarm(rig, "disk");
	kit_pause_ms(1500);
	/* Nothing was acknowledged that is not durable: the modem and the
	 * network hold all of it, and nobody was told anything. */
	struct sim_stats stats;
	assert_int_equal(sim_stats(rig->kit.sim, &stats), 0);
	assert_int_equal(stats.waiting + stats.stored, ORDERS);
	assert_int_equal(sim_inbox_count(rig->kit.sim, buyer), 0);
	limit_files(rig->kit.daemon, RLIM_INFINITY);
	for (int i = 0; i < ORDERS; i++) {
		snprintf(buyer, sizeof(buyer), "+2547110001%02d", i);
		rig_wait(rig, buyer, "#", RIG_LATE_MS, NULL);
	}
	assert_int_equal(rig_orders(NULL), ORDERS + 1);
	assert_int_equal(kit_furrow(NULL, 0, "status", NULL), 0);
	rig->passed = true;
}

static void
disk_is_full_until_the_next_start(void **state)
{
	struct rig *rig = *state;
	char buyer[24];
	int told = 0;
	assert_int_equal(kit_stop(&rig->kit, NULL), 0);
	assert_int_equal(
	    kit_start(&rig->kit, KIT_FAULTY, "FURROW_VFS=full-after=400000"),
	    0);
	assert_int_equal(kit_up(&rig->kit), 0);
	for (int i = 0; i < ORDERS; i++) {
		snprintf(buyer, sizeof(buyer), "+2547110001%02d", i);
		rig_text(rig, buyer, "want 5kg tomato");
	}
	wait_for_alarm(rig, "disk");
	for (int i = 0; i < ORDERS; i++) {
		snprintf(buyer, sizeof(buyer), "+2547110001%02d", i);
		told += sim_inbox_count(rig->kit.sim, buyer) > 0;
	}
	assert_true(told < ORDERS);
	/* Who cannot write still ends in time. */
	int took_ms;
	assert_int_equal(kit_stop(&rig->kit, &took_ms), 0);
	assert_in_range(took_ms, 0, 2000 * KIT_SLOWER);
	rig_again(rig);
	for (int i = 0; i < ORDERS; i++) {
		snprintf(buyer, sizeof(buyer), "+2547110001%02d", i);
		rig_wait(rig, buyer, "#", RIG_LATE_MS, NULL);
	}
	rig_rest(RIG_LATE_MS);
	assert_int_equal(rig_orders(NULL), ORDERS);
	rig->passed = true;
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, rig_open, rig_close)
#define BARE(name) cmocka_unit_test_setup_teardown(name, rig_enter, rig_close)

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    TEST(refuses_a_second_daemon),
	    TEST(refuses_a_newer_database),
	    BARE(refuses_what_is_no_database),
	    BARE(refuses_a_broken_configuration),
	    TEST(orders_go_on_over_a_slow_disk),
	    TEST(writes_fail_for_a_while),
	    TEST(disk_is_full_until_the_next_start),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
