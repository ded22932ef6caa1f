/* cmd_status - is all well? */
#include <stdio.h>
#include <string.h>

#include "base/json.h"
#include "base/str.h"

#include "programs/furrow/cmd_link.h"

const struct column link_columns[] = {
    {"name", "LINK", COLUMN_TEXT, false},
    {"kind", "KIND", COLUMN_TEXT, false},
    {"state", "STATE", COLUMN_STATE, false},
    {"signal", "SIGNAL %", COLUMN_NUMBER, false},
    {"number", "NUMBER", COLUMN_TEXT, false},
    {"operator", "OPERATOR", COLUMN_TEXT, false},
    {"two_way", NULL, COLUMN_TEXT, false},
    {"draining", NULL, COLUMN_TEXT, false},
    {"device", NULL, COLUMN_TEXT, false},
    {"identity", NULL, COLUMN_TEXT, false},
    {"for_s", NULL, COLUMN_NUMBER, false},
    {"recovered", NULL, COLUMN_TEXT, false},
    {"store", NULL, COLUMN_TEXT, false},
    {"detail", "WHAT IT DOES", COLUMN_TEXT, false},
    {NULL, NULL, COLUMN_TEXT, false},
};

static void
span_text(char *dst, size_t dst_octets, int64_t seconds)
{
	long long s = (long long)seconds;

	if (s >= 86400)
		snprintf(dst, dst_octets, "%lld d %lld h", s / 86400,
		    s % 86400 / 3600);
	else if (s >= 3600)
		snprintf(dst, dst_octets, "%lld h %lld min", s / 3600,
		    s % 3600 / 60);
	else if (s >= 60)
		snprintf(dst, dst_octets, "%lld min", s / 60);
	else
		snprintf(dst, dst_octets, "%lld s", s);
}

static void
octets_text(char *dst, size_t dst_octets, int64_t octets)
{
	static const char *const units[] = {"B", "KiB", "MiB", "GiB", "TiB"};
	double n = (double)octets;
	size_t i = 0;

	for (; n >= 1024 && i < 4; i++)
		n /= 1024;
	if (octets < 0)
		snprintf(dst, dst_octets, "free space unknown");
	else
		snprintf(dst, dst_octets, "%.*f %s free", n < 10 && i > 0, n,
		    units[i]);
}

/* "2 offered, 1 confirmed": what is not zero. */
static void
print_counts(const char *title, const json_t *counts, const char *none)
{
	json_t *all = json_copy((json_t *)(uintptr_t)counts);
	const char *key;
	json_t *value;
	int shown = 0;

	printf("%-8s", title);
	json_object_foreach(all, key, value)
	{
		if (!json_is_integer(value) || json_integer_value(value) == 0)
			continue;
		printf("%s%" JSON_INTEGER_FORMAT " %s", shown++ ? ", " : "",
		    json_integer_value(value), key);
	}
	printf("%s\n", shown ? "" : none);
	json_decref(all);
}

/* "12 texts, 15.00 of 300.00 KES": what leaves and what it costs. */
static void
print_today(const json_t *today, const char *currency)
{
	long long texts = (long long)json_int(today, "texts", 0);
	const char *amount = json_text(today, "amount", "0");
	const char *limit = json_text(today, "limit", "");

	printf("%-8s%lld text%s", "today", texts, texts == 1 ? "" : "s");
	if (*limit != '\0')
		printf(", %s of %s %s", amount, limit, currency);
	else if (strspn(amount, "0.") < strlen(amount))
		printf(", %s %s", amount, currency);
	putchar('\n');
}

/* What is on its way although it is in no queue. */
static void
print_broadcasts(const json_t *list)
{
	for (size_t i = 0; i < json_array_size(list); i++) {
		const json_t *b = json_array_get(list, i);

		printf("%-8sbroadcast %lld is %s: %lld %% of the people met, "
		       "%lld texts\n",
		    "", (long long)json_int(b, "id", 0),
		    json_text(b, "state", ""),
		    (long long)json_int(b, "percent", 0),
		    (long long)json_int(b, "texts", 0));
	}
}

static void
print_restored(const json_t *restored)
{
	char time[40], made[40];

	if (!json_is_true(json_object_get(restored, "open")))
		return;
	output_local_time(time, sizeof(time), json_text(restored, "time", "?"));
	output_local_time(made, sizeof(made), json_text(restored, "made", "?"));
	printf("%-8sthis store was restored at %s, as it was at %s: %lld texts "
	       "are HELD\n        (furrow queue held; furrow queue "
	       "release|drop)\n",
	    "restore", time, made, (long long)json_int(restored, "held", 0));
}

static void
print_backups(const json_t *status)
{
	const json_t *list = json_object_get(status, "backups");
	char good[40];

	for (size_t i = 0; i < json_array_size(list); i++) {
		const json_t *b = json_array_get(list, i);

		output_local_time(
		    good, sizeof(good), json_text(b, "good", "never"));
		printf("%-8sto %s: last good one %s%s\n",
		    i == 0 ? "backup" : "", json_text(b, "name", ""), good,
		    json_is_true(json_object_get(b, "running"))
			? ", one is being made"
			: "");
	}
	print_restored(json_object_get(status, "restored"));
}

static void
print_facts(const json_t *status)
{
	const json_t *store = json_object_get(status, "store");
	const json_t *market = json_object_get(status, "market");
	const char *path = json_text(store, "path", "");
	char up[32], room[40];

	span_text(up, sizeof(up), json_int(status, "uptime_s", 0));
	octets_text(room, sizeof(room), json_int(store, "free_octets", -1));
	printf("%-8s%s, furrowd %s, up %s, clock %s\n", "market",
	    json_text(market, "name", ""), json_text(status, "version", ""), up,
	    json_text(status, "clock", ""));
	/* Only admins are told where it lies. */
	printf("%-8s%s%sschema %lld, %s\n", "store", path,
	    path[0] != '\0' ? ", " : "",
	    (long long)json_int(store, "schema", 0), room);
	print_counts("queue", json_object_get(status, "queue"), "empty");
	print_broadcasts(json_object_get(status, "broadcasts"));
	print_today(json_object_get(status, "today"),
	    json_text(market, "currency", ""));
	if (json_int(status, "maybe_twice", 0) > 0)
		printf("%-8s%lld text(s) this month may have gone twice\n", "",
		    (long long)json_int(status, "maybe_twice", 0));
	print_backups(status);
}

static const struct column channel_columns[] = {
    {"name", "CHANNEL", COLUMN_TEXT, false},
    {"kind", "KIND", COLUMN_TEXT, false},
    {"state", "STATE", COLUMN_STATE, false},
    {"open", "OPEN", COLUMN_NUMBER, false},
    {"started_hour", "DIALLED/H", COLUMN_NUMBER, false},
    {"answers_hour", "ANSWERS/H", COLUMN_NUMBER, false},
    {"refused_hour", "REFUSED/H", COLUMN_NUMBER, false},
    {"late_hour", "LATE/H", COLUMN_NUMBER, false},
    {"error", "LAST ERROR", COLUMN_TEXT, false},
    {NULL, NULL, COLUMN_TEXT, false},
};

/* Where dialogues by USSD come in; most markets have none. */
static int
print_channels(const json_t *channels)
{
	struct output *out;

	if (json_array_size(channels) == 0)
		return EXIT_DONE;
	putchar('\n');
	fflush(stdout);
	out = output_begin(FORMAT_TABLE, channel_columns);
	for (size_t i = 0; i < json_array_size(channels); i++)
		output_row(out, json_array_get(channels, i));
	return output_end(&out, NULL);
}

static void
print_alarms(const json_t *alarms)
{
	size_t count = json_array_size(alarms);

	if (count == 0) {
		printf("\n%sall is well%s\n", output_colour(COLOUR_GREEN),
		    output_colour(COLOUR_NONE));
		return;
	}
	printf("\n%s%zu alarm%s%s\n", output_colour(COLOUR_RED), count,
	    count == 1 ? "" : "s", output_colour(COLOUR_NONE));
	for (size_t i = 0; i < count; i++) {
		const json_t *alarm = json_array_get(alarms, i);

		const char *name = json_text(alarm, "name", "alarm");
		const char *text = json_text(alarm, "text", "");

		if (str_starts(str_from(text), name))
			printf("  %s\n", text);
		else
			printf("  %s: %s\n", name, text);
	}
}

static int
print_status(const json_t *status)
{
	const json_t *links = json_object_get(status, "links");
	struct output *out;
	int rc;

	print_facts(status);
	putchar('\n');
	fflush(stdout);
	out = output_begin(FORMAT_TABLE, link_columns);
	for (size_t i = 0; i < json_array_size(links); i++)
		output_row(out, json_array_get(links, i));
	if (json_array_size(links) == 0)
		puts("no links: no text can come in or go out");
	rc = output_end(&out, NULL);
	if (rc == EXIT_DONE)
		rc = print_channels(json_object_get(status, "channels"));
	print_alarms(json_object_get(status, "alarms"));
	return rc;
}

static int
run(struct cli *cli, int argc, char **argv)
{
	struct client *client;
	struct args args;
	json_t *status = NULL;
	int rc = options_read(&args, &cmd_status, cli, argc, argv, NULL);

	if (rc != 0)
		return rc < 0 ? EXIT_DONE : rc;
	if (args.count > 0)
		return usage(&cmd_status, "it takes no words");
	if (client_open(&client, cli) != EXIT_DONE)
		return EXIT_FAILED;
	rc = client_get(client, "status", &status);
	if (rc == EXIT_DONE && args.format == FORMAT_JSON)
		json_line(stdout, status);
	else if (rc == EXIT_DONE)
		rc = print_status(status);
	if (rc == EXIT_DONE && !json_is_true(json_object_get(status, "ok")))
		rc = EXIT_FAILED;
	json_decref(status);
	client_free(&client);
	return rc;
}

const struct command cmd_status = {
    .name = "status",
    .usage = "status [--json]",
    .summary = "links, queue, store, version; fails when an alarm is on",
    .help =
	"Exits 0 only when all is well: every link and every channel of "
	"dialogues (USSD)\nis up and no alarm is on. Otherwise it exits 1 and "
	"names every alarm. What is\ncounted by the hour (/H) is of the last "
	"one.\n",
    .fn = run,
};
