/* /metrics: the format, by rules of our own and by promtool when it is there;
 * and that what the dashboard and the rules ask for is told. */
#include <ctype.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/json.h"
#include "gateway/store/store_message.h"
#include "tests/gateway/api_world.h"

static const struct turnloop_figures figures = {
    .turn = {.count = {5, 3, 0, 1, 0, 0, 0, 0, 0, 0, 0, 2}, .sum_us = 12345678},
    .commit = {.count = {9, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2}, .sum_us = 999},
    .failed = 4,
};

static void
add_link(struct api_status *s, const char *name, enum link_state state)
{
	struct api_link *l = &s->links[s->links_count++];
	str_copy(l->name, sizeof(l->name), str_from(name));
	l->state = state;
	l->counts = (struct link_counts){7, 1, 6, 2, 1, 5, 4, 2};
	l->credit = (struct link_credit){.known = true, .amount_minor = -50};
	l->description.signal_percent = state == LINK_UP ? 61 : -1;
}

static void
add_alarm(struct api_status *s, const char *name)
{
	struct api_alarm *a = &s->alarms[s->alarms_count++];
	str_copy(a->name, sizeof(a->name), str_from(name));
}

/* A busy day; gives the text. */
static struct buf
written(void)
{
	struct api_status *s = calloc(1, sizeof(*s));
	struct message_counts counts = {4, 3, 2, 1};
	struct buf out = buf_new(METRICS_OCTETS);
	add_link(s, "a", LINK_UP);
	add_link(s, "od\"d\\n\name", LINK_DOWN);
	add_alarm(s, "disk");
	add_alarm(s, "link a");
	add_alarm(s, "link a"); /* one series, not two */
	s->channels_count = 1;
	strcpy(s->channels[0].name, "at");
	s->uptime_ms = 5000;
	struct metrics m = {.version = "0.1.0",
	    .status = s,
	    .queue = &counts,
	    .oldest_due_ms = WORLD_START_MS - 61000,
	    .now_ms = WORLD_START_MS,
	    .disk_free_octets = 1234,
	    .facts = {.turns = &figures,
		.linkless = {.lost = 3},
		.orders_open = 12,
		.backups = 1}};
	static const struct backup_place usb = {.title = "usb"};
	m.facts.backup[0].place = &usb;
	m.facts.backup[0].good_ms = WORLD_START_MS - 3600000;
	metrics_write(&out, &m);
	metrics_write_process(&out);
	assert_false(out.full);
	free(s);
	return out;
}

static void
figures_are_told(void **state)
{
	static const char *const lines[] = {
	    "\nfurrow_link_up{link=\"a\"} 1\n",
	    "\nfurrow_link_up{link=\"od\\\"d\\\\n\\name\"} 0\n",
	    "\nfurrow_link_texts_total{link=\"a\",what=\"accepted\"} 6\n",
	    "\nfurrow_messages_total{link=\"a\",direction=\"in\","
	    "state=\"received\"} 7\n",
	    "\nfurrow_messages_total{link=\"a\",direction=\"out\","
	    "state=\"delivered\"} 4\n",
	    "\nfurrow_messages_total{link=\"\",direction=\"out\","
	    "state=\"lost\"} 3\n",
	    "\nfurrow_link_credit_minor{link=\"a\"} -50\n",
	    "\nfurrow_queue_texts{state=\"queued\"} 4\n",
	    "\nfurrow_queue_oldest_seconds 61\n",
	    "\nfurrow_orders_open 12\n",
	    "\nfurrow_backup_good_timestamp_seconds{backup=\"usb\"} "
	    "1789996400\n",
	    "\nfurrow_backup_failed{backup=\"usb\"} 0\n",
	    "\nfurrow_turn_duration_seconds_bucket{le=\"0.001000\"} 8\n",
	    "\nfurrow_turn_duration_seconds_bucket{le=\"5.000000\"} 9\n",
	    "\nfurrow_turn_duration_seconds_bucket{le=\"+Inf\"} 11\n",
	    "\nfurrow_turn_duration_seconds_sum 12.345678\n",
	    "\nfurrow_turn_duration_seconds_count 11\n",
	    "\nfurrow_start_time_seconds 1789999995\n",
	    "\nfurrow_alarm{name=\"link a\"} 1\n",
	    "\nfurrow_alarms 3\n",
	    "\nprocess_resident_memory_bytes ",
	};
	struct buf out = written();
	(void)state;
	for (size_t i = 0; i < sizeof(lines) / sizeof(lines[0]); i++)
		if (strstr(out.at, lines[i]) == NULL)
			fail_msg("no %s in: %s", lines[i], out.at);
	/* Once. */
	const char *alarm = strstr(out.at, "furrow_alarm{name=\"link a\"}");
	assert_null(strstr(alarm + 1, "furrow_alarm{name=\"link a\"}"));
	buf_free(&out);
}

/* Every sample stands behind the HELP and TYPE of its own name. */
static void
every_sample_has_its_head(void **state)
{
	struct buf out = written();
	struct str rest = buf_str(&out), line;
	char family[96] = "";
	int samples = 0;
	(void)state;
	while (str_cut(&line, &rest, '\n') && line.at != NULL) {
		if (line.octets == 0)
			continue;
		if (str_starts(line, "# TYPE ")) {
			struct str name,
			    more = str_of(line.at + 7, line.octets - 7);
			str_cut(&name, &more, ' ');
			str_copy(family, sizeof(family), name);
		} else if (line.at[0] != '#') {
			assert_true(str_starts(line, family));
			assert_true(
			    isdigit((unsigned char)line.at[line.octets - 1]));
			samples++;
		}
	}
	assert_true(samples > 50);
	buf_free(&out);
}

static void
promtool_has_nothing_to_say(void **state)
{
	struct buf out = written();
	char command[512];
	(void)state;
	if (system("promtool --version >/dev/null 2>&1") != 0) {
		buf_free(&out);
		skip();
	}
	FILE *pipe = popen("promtool check metrics", "w");
	assert_non_null(pipe);
	assert_int_equal(
	    fwrite(out.at, 1, out.octets, pipe), (size_t)out.octets);
	assert_int_equal(pclose(pipe), 0);
	snprintf(command, sizeof(command),
	    "promtool check rules %s/packaging/prometheus-rules.yml >/dev/null",
	    METRICS_SRCDIR);
	assert_int_equal(system(command), 0);
	snprintf(command, sizeof(command),
	    "promtool test rules %s/tests/gateway/metrics_rules.yml >&2",
	    METRICS_SRCDIR);
	assert_int_equal(system(command), 0);
	buf_free(&out);
}

/* Every furrow_… and process_… in that file is a name that is told. */
static int
names_in(const char *file, const char *told)
{
	char path[512], name[96];
	int found = 0;
	snprintf(path, sizeof(path), "%s/packaging/%s", METRICS_SRCDIR, file);
	FILE *in = fopen(path, "r");
	assert_non_null(in);
	static char text[1 << 18];
	text[fread(text, 1, sizeof(text) - 1, in)] = '\0';
	fclose(in);
	for (const char *at = text; *at != '\0'; at++) {
		if ((at > text && (isalnum((unsigned char)at[-1]) ||
				      at[-1] == '_' || at[-1] == '-')) ||
		    (strncmp(at, "furrow_", 7) != 0 &&
			strncmp(at, "process_", 8) != 0))
			continue;
		size_t octets =
		    strspn(at, "abcdefghijklmnopqrstuvwxyz_0123456789");
		str_copy(name, sizeof(name), str_of(at, octets));
		if (strstr(told, name) == NULL)
			fail_msg("%s asks for %s", file, name);
		found++;
	}
	return found;
}

static void
what_is_asked_for_is_told(void **state)
{
	struct buf out = written();
	(void)state;
	assert_true(names_in("grafana-furrow.json", out.at) > 10);
	assert_true(names_in("prometheus-rules.yml", out.at) > 5);
	char path[512];
	struct err err;
	snprintf(path, sizeof(path), "%s/packaging/grafana-furrow.json",
	    METRICS_SRCDIR);
	json_t *board = json_read_file(path, 1 << 20, &err);
	assert_non_null(board);
	json_decref(board);
	buf_free(&out);
}

static void
over_the_control_socket(void **state)
{
	struct world w;
	(void)state;
	world_open(&w);
	world_ask(&w, "/metrics", NULL, NULL);
	assert_int_equal(w.http_status, 200);
	assert_non_null(strstr(w.http_head, "text/plain; version=0.0.4"));
	world_close(&w);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(figures_are_told),
	    cmocka_unit_test(every_sample_has_its_head),
	    cmocka_unit_test(promtool_has_nothing_to_say),
	    cmocka_unit_test(what_is_asked_for_is_told),
	    cmocka_unit_test(over_the_control_socket),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
