/* When backups are made, and what is said when they are not. */
#include "tests/gateway/store_kit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/vault_key.h"
#include "gateway/core/handler.h"
#include "gateway/queue/alarm.h"
#include "gateway/queue/backups.h"
#include "gateway/store/restore_mark.h"
#include "gateway/store/store_timer.h"

#define HOUR_MS (INT64_C(3600) * 1000)
#define DAY_MS (24 * HOUR_MS)

/* -- the timetable --------------------------------------------------------- */

static int64_t
at(const char *text)
{
	int64_t ms;
	assert_true(clock_parse(&ms, text));
	return ms;
}

/* Nairobi: 02:30 there is 23:30 of the day before. */
static void
the_next_is_due(void **state)
{
	static const struct {
		int64_t every_ms;
		int at_min;
		const char *good, *due;
	} rows[] = {
	    {DAY_MS, 150, "2026-11-25T23:30:05Z", "2026-11-26T23:30:00Z"},
	    /* by hand in the afternoon, or late */
	    {DAY_MS, 150, "2026-11-26T13:22:00Z", "2026-11-26T23:30:00Z"},
	    {DAY_MS, 150, "2026-11-26T04:00:00Z", "2026-11-26T23:30:00Z"},
	    /* just before: not twice in a night */
	    {DAY_MS, 150, "2026-11-26T22:00:00Z", "2026-11-27T23:30:00Z"},
	    {7 * DAY_MS, 150, "2026-11-25T23:30:05Z", "2026-12-02T23:30:00Z"},
	    {DAY_MS, -1, "2026-11-26T13:22:00Z", "2026-11-27T13:22:00Z"},
	    {6 * HOUR_MS, 150, "2026-11-26T13:22:00Z", "2026-11-26T19:22:00Z"},
	};
	const struct market market = {.timezone = "Africa/Nairobi"};
	(void)state;
	setenv("TZ", "EAT-3", 1);
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		const struct backup_place place = {
		    .every_ms = rows[i].every_ms, .at_min = rows[i].at_min};
		assert_int_equal(backups_due(&place, &market, at(rows[i].good)),
		    at(rows[i].due));
	}
	const struct backup_place place = {.every_ms = DAY_MS};
	assert_int_equal(backups_due(&place, &market, 0), 0);
}

/* -- a night --------------------------------------------------------------- */

struct bed {
	struct kit *kit;
	struct loop *loop;
	struct clock_fake clock;
	struct market market;
	struct backup_place place;
	struct backups *backups;
	char failed[200], old[200];
	bool sure;
};

static void
submit(void *arg, struct job *job)
{
	struct bed *b = arg;
	struct turn turn = {.store = b->kit->store, .market = &b->market};
	kit_begin(b->kit);
	job->run(job, &turn);
	kit_commit(b->kit);
	job->done(job, true);
}

static bool
clock_sure(void *arg)
{
	return ((struct bed *)arg)->sure;
}

static void
said(void *arg, const char *failed, const char *old)
{
	struct bed *b = arg;
	snprintf(b->failed, sizeof(b->failed), "%s", failed);
	snprintf(b->old, sizeof(b->old), "%s", old);
}

static void
start(struct bed *b)
{
	const struct backups_config config = {.loop = b->loop,
	    .clock = &b->clock.source,
	    .market = &b->market,
	    .reader = b->kit->store,
	    .store_path = b->kit->path,
	    .conf_path = "",
	    .version = "0",
	    .places = &b->place,
	    .count = 1,
	    .look_ms = 2,
	    .arg = b,
	    .submit = submit,
	    .clock_sure = clock_sure,
	    .said = said};
	b->backups = backups_new(&config);
}

static void
open_bed(struct bed *b, struct kit *kit)
{
	char secret[160];
	struct err err;
	memset(b, 0, sizeof(*b));
	setenv("TZ", "EAT-3", 1);
	b->kit = kit;
	b->sure = true;
	b->loop = loop_new();
	clock_fake_init(&b->clock, T0);
	b->place = (struct backup_place){.title = "stick",
	    .every_ms = DAY_MS,
	    .at_min = 150,
	    .old_ms = 2 * DAY_MS};
	/* Beside the store, which the kit takes away. */
	snprintf(b->place.folder, sizeof(b->place.folder), "%s", kit->folder);
	snprintf(
	    b->place.key_file, sizeof(b->place.key_file), "%s/k", kit->folder);
	snprintf(secret, sizeof(secret), "%s/s", kit->folder);
	assert_int_equal(vault_key_make(b->place.key_file, secret, &err), 0);
	start(b);
}

static void
close_bed(struct bed *b)
{
	backups_free(&b->backups);
	loop_free(&b->loop);
}

/* Until that many were looked at with nothing under way. */
static struct backup_figures
settle(struct bed *b)
{
	struct backup_figures f = {.running = true};
	for (int i = 0, looks = 0; i < 5000 && looks < 4; i++) {
		loop_once(b->loop, true);
		assert_true(backups_figures(b->backups, 0, &f));
		looks = f.running ? 0 : looks + 1;
	}
	assert_false(f.running);
	return f;
}

static void
one_a_night_and_what_was_missed(void **state)
{
	struct bed b;
	open_bed(&b, *state);
	b.sure = false;
	assert_int_equal(settle(&b).good_ms, 0); /* who knows what day it is */
	b.sure = true;
	assert_int_equal(settle(&b).good_ms, T0);
	assert_string_equal(b.failed, "");
	clock_fake_turn(&b.clock, HOUR_MS);
	assert_int_equal(settle(&b).good_ms, T0); /* not due */
	/* Off for three days: a start makes up for it, and knows the last. */
	backups_free(&b.backups);
	clock_fake_turn(&b.clock, 3 * DAY_MS);
	start(&b);
	struct backup_figures f;
	assert_true(backups_figures(b.backups, 0, &f));
	assert_int_equal(f.good_ms, T0);
	assert_int_equal(settle(&b).good_ms, T0 + HOUR_MS + 3 * DAY_MS);
	/* By hand: at once. */
	clock_fake_turn(&b.clock, 60000);
	assert_int_equal(backups_now(b.backups, "nowhere"), -1);
	assert_int_equal(backups_now(b.backups, "stick"), 0);
	assert_int_equal(settle(&b).good_ms, T0 + HOUR_MS + 3 * DAY_MS + 60000);
	close_bed(&b);
}

static void
the_stick_is_gone(void **state)
{
	struct bed b;
	open_bed(&b, *state);
	strcpy(b.place.folder, "/nowhere/at/all");
	struct backup_figures f = settle(&b);
	assert_int_equal(f.good_ms, 0);
	assert_non_null(strstr(f.why, "/nowhere/at/all"));
	assert_non_null(strstr(b.failed, "stick: /nowhere/at/all"));
	assert_string_equal(b.old, "");
	/* Tried again after half an hour, not before. */
	assert_int_equal(f.next_ms, T0 + HOUR_MS / 2);
	clock_fake_turn(&b.clock, 49 * HOUR_MS);
	f = settle(&b);
	assert_non_null(strstr(b.old, "no good backup"));
	/* It is in again. */
	strcpy(b.place.folder, b.kit->folder);
	clock_fake_turn(&b.clock, HOUR_MS);
	f = settle(&b);
	assert_true(f.good_ms > T0);
	assert_string_equal(b.failed, "");
	assert_string_equal(b.old, "");
	close_bed(&b);
}

/* Started anew after a try that failed, it is not called well. */
static void
a_failure_is_known_after_a_start(void **state)
{
	struct bed b;
	open_bed(&b, *state);
	assert_int_equal(settle(&b).good_ms, T0);
	strcpy(b.place.folder, "/nowhere/at/all");
	clock_fake_turn(&b.clock, 30 * HOUR_MS);
	assert_non_null(strstr(settle(&b).why, "/nowhere/at/all"));
	backups_free(&b.backups);
	b.failed[0] = '\0';
	b.sure = false; /* nothing is tried yet */
	start(&b);
	struct backup_figures f = settle(&b);
	assert_int_equal(f.good_ms, T0);
	assert_non_null(strstr(f.why, "the last try failed"));
	assert_non_null(strstr(b.failed, "stick: the last try failed"));
	/* A good one ends it, for the next start, too. */
	strcpy(b.place.folder, b.kit->folder);
	b.sure = true;
	assert_string_equal(settle(&b).why, "");
	backups_free(&b.backups);
	start(&b);
	assert_string_equal(settle(&b).why, "");
	assert_string_equal(b.failed, "");
	close_bed(&b);
}

/* A restored store knows of no backup, the stick has one. */
static void
what_the_store_does_not_know_is_found(void **state)
{
	struct bed b;
	struct backup_file files[4];
	char base[48];
	open_bed(&b, *state);
	assert_int_equal(settle(&b).good_ms, T0);
	backups_free(&b.backups);
	kit_begin(b.kit);
	store_setting_put_int(b.kit->store, "backup-good stick", 0);
	kit_commit(b.kit);
	clock_fake_turn(&b.clock, HOUR_MS);
	start(&b);
	struct backup_figures f = settle(&b);
	assert_int_equal(f.good_ms, T0);
	assert_true(f.good_octets > 0);
	backup_base(base, b.kit->path);
	assert_int_equal(backup_list(b.kit->folder, base, files, 4), 1);
	/* So is its timetable. */
	clock_fake_turn(&b.clock, 2 * DAY_MS);
	assert_int_equal(settle(&b).good_ms, T0 + HOUR_MS + 2 * DAY_MS);
	close_bed(&b);
}

/* One text and one timer are not "1 timers". */
static void
what_waits_after_a_restore_is_counted(void **state)
{
	struct kit *kit = *state;
	struct market market = {.timezone = "UTC"};
	const struct turn turn = {
	    .store = kit->store, .market = &market, .now_ms = T0};
	const struct restore_mark mark = {
	    .made_ms = T0, .now_ms = T0, .actor = "admin:root", .name = "x"};
	struct alarms *alarms = calloc(1, sizeof(*alarms));
	bool found = false;
	alarms_init(alarms);
	kit_begin(kit);
	kit_queue(kit, 1, MESSAGE_CONFIRM);
	store_timer_set(kit->store, 1, 7, T0);
	assert_int_equal(restore_mark_put(kit->store, &mark), 1);
	alarms_look(alarms, &turn, NULL, 0, 1000);
	kit_commit(kit);
	for (size_t i = 0; i < alarms->count; i++)
		found = found || strstr(alarms->alarm[i].text,
				     ": 1 text and 1 timer of the") != NULL;
	assert_true(found);
	free(alarms);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(the_next_is_due),
	    cmocka_unit_test_setup_teardown(
		one_a_night_and_what_was_missed, kit_open, kit_close),
	    cmocka_unit_test_setup_teardown(
		the_stick_is_gone, kit_open, kit_close),
	    cmocka_unit_test_setup_teardown(
		what_waits_after_a_restore_is_counted, kit_open, kit_close),
	    cmocka_unit_test_setup_teardown(
		a_failure_is_known_after_a_start, kit_open, kit_close),
	    cmocka_unit_test_setup_teardown(
		what_the_store_does_not_know_is_found, kit_open, kit_close),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
