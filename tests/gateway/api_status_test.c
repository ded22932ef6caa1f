/* Is all well, the links, the backup. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/json.h"
#include "gateway/store/store_spend.h"

#include "tests/gateway/api_world.h"

static void
all_is_well(void **state)
{
	struct world w;
	const json_t *link, *store;
	(void)state;
	world_open(&w);
	world_get(&w, "/healthz");
	assert_int_equal(w.http_status, 200);
	world_get(&w, "/api/v1/status");
	assert_true(json_is_true(json_object_get(w.reply, "ok")));
	assert_string_equal(json_text(w.reply, "version", ""), "0.1.0");
	assert_string_equal(json_text(w.reply, "clock", ""), "sure");
	assert_int_equal(json_int(w.reply, "uptime_s", 0), 61);
	store = json_object_get(w.reply, "store");
	assert_string_equal(json_text(store, "path", ""), w.db);
	assert_true(json_int(store, "free_octets", 0) > 0);
	link = json_array_get(json_object_get(w.reply, "links"), 0);
	assert_string_equal(json_text(link, "state", ""), "up");
	assert_int_equal(json_int(link, "signal", 0), 70);
	assert_int_equal(
	    json_array_size(json_object_get(w.reply, "alarms")), 0);
	world_close(&w);
}

static void
nothing(void *arg, bool ok)
{
	(void)arg;
	assert_true(ok);
}

static void
what_was_spent_today(void **state)
{
	struct world w;
	const json_t *today;
	struct spend spend = {.texts = 12, .parts = 15, .minor = 1505};
	(void)state;
	world_open(&w);
	w.market.spend_per_day_minor = 30000;
	store_begin(w.store);
	store_spend_add(
	    w.store, market_account_day(&w.market, w.clock.wall_ms), 1, &spend);
	store_spend_add(w.store, 1, 1, &spend); /* long ago */
	store_commit(w.store, nothing, NULL);
	world_get(&w, "/api/v1/status");
	today = json_object_get(w.reply, "today");
	assert_int_equal(json_int(today, "texts", 0), 12);
	assert_int_equal(json_int(today, "parts", 0), 15);
	assert_string_equal(json_text(today, "amount", ""), "15.05");
	assert_string_equal(json_text(today, "limit", ""), "300.00");
	world_close(&w);
}

static void
every_alarm_is_named_once(void **state)
{
	struct world w;
	const json_t *alarms;
	(void)state;
	world_open(&w);
	w.status.links_count = 3;
	w.status.links[1] = (struct api_link){
	    .name = "b", .kind = "modem", .state = LINK_DOWN, .since_ms = -1};
	w.status.links[2] = (struct api_link){.name = "ab",
	    .kind = "modem",
	    .state = LINK_PARKED,
	    .since_ms = -1,
	    .description = {.detail = "SIM blocked"}};
	w.status.alarms_count = 2;
	w.status.alarms[0] = (struct api_alarm){
	    .name = "link b", .text = "link b: gone for 61 s"};
	w.status.alarms[1] = (struct api_alarm){
	    .name = "backup-failed", .text = "the stick is full, ab to c."};
	world_get(&w, "/api/v1/status");
	assert_false(json_is_true(json_object_get(w.reply, "ok")));
	alarms = json_object_get(w.reply, "alarms");
	assert_int_equal(json_array_size(alarms), 3);
	assert_string_equal(json_text(json_array_get(alarms, 0), "text", ""),
	    "link b: gone for 61 s");
	assert_string_equal(json_text(json_array_get(alarms, 2), "text", ""),
	    "link ab is parked: SIM blocked");
	world_close(&w);
}

static void
a_link_is_told_after_the_audit(void **state)
{
	struct world w;
	(void)state;
	world_open(&w);
	w.status.links_count = 2;
	w.status.links[1] = (struct api_link){
	    .name = "stubborn", .kind = "modem", .state = LINK_UP};
	world_post(&w, "/api/v1/links/a/drain", "");
	assert_int_equal(w.http_status, 200);
	assert_int_equal(w.link_act, API_LINK_DRAIN);
	assert_int_equal(w.link_acts, 1);
	world_post(&w, "/api/v1/links/a/resume", "");
	assert_int_equal(w.link_act, API_LINK_RESUME);
	world_post(&w, "/api/v1/links/stubborn/reset", "");
	assert_int_equal(w.http_status, 409);
	assert_string_equal(
	    json_text(w.reply, "detail", ""), "it does not want to");
	world_post(&w, "/api/v1/links/zz/reset", "");
	assert_int_equal(w.http_status, 404);
	w.refuse_jobs = true;
	world_post(&w, "/api/v1/links/a/reset", "");
	assert_int_equal(w.http_status, 500);
	assert_int_equal(w.link_acts, 3);
	world_get(&w, "/api/v1/links");
	assert_int_equal(json_array_size(json_object_get(w.reply, "items")), 2);
	world_close(&w);
}

static void
how_a_link_was_set_up(void **state)
{
	struct world w;
	const json_t *steps, *step;
	(void)state;
	world_open(&w);
	world_get(&w, "/api/v1/links/a");
	assert_int_equal(w.http_status, 200);
	assert_string_equal(json_text(w.reply, "state", ""), "up");
	steps = json_object_get(w.reply, "steps");
	assert_int_equal(json_array_size(steps), 3);
	step = json_array_get(steps, 2);
	assert_string_equal(json_text(step, "asked", ""), "AT+CNMI=1,1,0,1,0");
	assert_int_equal(json_int(step, "times", 0), 2);
	assert_string_equal(json_text(step, "chosen", ""), "news 1,1,0,1,0");
	world_get(&w, "/api/v1/links/zz");
	assert_int_equal(w.http_status, 404);
	world_close(&w);
}

static void
a_backup_is_a_store(void **state)
{
	struct world w;
	struct store *copy;
	struct err err;
	char path[128], body[160];
	(void)state;
	world_open(&w);
	world_fill(&w);
	snprintf(path, sizeof(path), "%s/backup.db", w.dir);
	snprintf(body, sizeof(body), "{\"file\":\"%s\"}", path);
	world_post(&w, "/api/v1/backup", body);
	assert_int_equal(w.http_status, 201);
	assert_true(json_int(w.reply, "octets", 0) > 4096);
	copy = store_open_reader(path, &err);
	assert_non_null(copy);
	assert_int_equal(store_check(copy, &err), 0);
	store_close(&copy);
	world_post(&w, "/api/v1/backup", "{\"file\":\"backup.db\"}");
	assert_int_equal(w.http_status, 422);
	world_post(&w, "/api/v1/backup", "");
	assert_int_equal(w.http_status, 422);
	world_post(&w, "/api/v1/backup", "{\"file\":\"/nowhere/at/all.db\"}");
	assert_int_equal(w.http_status, 409);
	world_get(&w, "/api/v1/audit");
	assert_int_equal(json_array_size(json_object_get(w.reply, "items")), 1);
	world_close(&w);
}

/* Whoever stole an admin's token writes over no file of the daemon's. */
static void
a_backup_overwrites_nothing_else(void **state)
{
	struct world w;
	char path[128], month[128], body[160], line[16] = "";
	FILE *file;
	(void)state;
	world_open(&w);
	snprintf(path, sizeof(path), "%s/furrow.conf", w.dir);
	snprintf(body, sizeof(body), "{\"file\":\"%s\"}", path);
	file = fopen(path, "w");
	assert_non_null(file);
	fputs("market {", file);
	fclose(file);
	world_post(&w, "/api/v1/backup", body);
	assert_int_equal(w.http_status, 409);
	file = fopen(path, "r");
	assert_non_null(fgets(line, sizeof(line), file));
	fclose(file);
	assert_string_equal(line, "market {");
	unlink(path);
	snprintf(body, sizeof(body), "{\"file\":\"%s/furrow.db\"}", w.dir);
	world_post(&w, "/api/v1/backup", body);
	assert_int_equal(w.http_status, 409);
	/* A month's file is a store, too, but no copy. */
	snprintf(month, sizeof(month), "%s/copy.db", w.dir);
	snprintf(body, sizeof(body), "{\"file\":\"%s\"}", month);
	world_post(&w, "/api/v1/backup", body);
	world_post(&w, "/api/v1/backup", body);
	assert_int_equal(w.http_status, 201);
	unlink(month);
	snprintf(month, sizeof(month), "%s/furrow-2025-01.db", w.dir);
	snprintf(body, sizeof(body), "{\"file\":\"%s\"}", month);
	world_post(&w, "/api/v1/backup", body);
	assert_int_equal(w.http_status, 201);
	world_post(&w, "/api/v1/backup", body);
	assert_int_equal(w.http_status, 409);
	unlink(month);
	/* Not on this machine: not to any file at all. */
	w.caller = (struct caller){.role = CALLER_ADMIN};
	snprintf(body, sizeof(body), "{\"file\":\"%s\"}", path);
	world_post(&w, "/api/v1/backup", body);
	assert_int_equal(w.http_status, 403);
	assert_int_equal(access(path, F_OK), -1);
	world_close(&w);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(all_is_well),
	    cmocka_unit_test(what_was_spent_today),
	    cmocka_unit_test(every_alarm_is_named_once),
	    cmocka_unit_test(a_link_is_told_after_the_audit),
	    cmocka_unit_test(how_a_link_was_set_up),
	    cmocka_unit_test(a_backup_is_a_store),
	    cmocka_unit_test(a_backup_overwrites_nothing_else),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
