#include "programs/furrow/session_show.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

#include "base/clock.h"
#include "base/json.h"
#include "base/str.h"
#include "programs/furrow/output.h"

static void
line(const char *key, const char *value)
{
	if (value[0] != '\0')
		printf("%-10s%s\n", key, value);
}

static void
time_line(const char *key, const char *rfc3339)
{
	char text[64];

	output_local_time(text, sizeof(text), rfc3339);
	line(key, text);
}

/* "16:30:07" here; "" for what is no time. */
static void
local_second(char dst[16], const char *rfc3339)
{
	int64_t wall_ms;
	struct tm tm;

	dst[0] = '\0';
	if (!clock_parse(&wall_ms, rfc3339))
		return;
	time_t seconds = (time_t)(wall_ms / 1000);
	if (localtime_r(&seconds, &tm) != NULL)
		strftime(dst, 16, "%H:%M:%S", &tm);
}

/* A screen's lines, each behind the same margin. */
static void
print_lines(const char *mark, const char *text)
{
	struct str rest = str_from(text), one;

	while (str_cut(&one, &rest, '\n')) {
		printf("          %s %.*s\n", mark, (int)one.octets, one.at);
		mark = " ";
	}
}

static void
print_step(const json_t *step)
{
	const char *did = json_text(step, "did", "");
	char when[16];

	local_second(when, json_text(step, "time", ""));
	printf("%-10s> %s\n", when, json_text(step, "input", ""));
	print_lines("<", json_text(step, "answer", ""));
	if (did[0] != '\0')
		printf("          = %s%s%s (message %lld)\n", did,
		    json_text(step, "order", "")[0] != '\0' ? "  #" : "",
		    json_text(step, "order", ""),
		    (long long)json_int(step, "message", 0));
	if (json_is_true(json_object_get(step, "lost")))
		printf("          (whether they saw this is unknown)\n");
}

static int
show(const json_t *s)
{
	const json_t *steps = json_object_get(s, "steps");
	const char *reason = json_text(s, "reason", "");
	size_t i;
	json_t *step;

	printf("%-10s%lld on %s, by %s\n", "session",
	    (long long)json_int(s, "id", 0), json_text(s, "channel", ""),
	    json_text(s, "phone", ""));
	line("dialled", json_text(s, "dialled", ""));
	time_line("opened", json_text(s, "opened", ""));
	time_line("closed", json_text(s, "closed", ""));
	printf("%-10s%s%s%s\n", "state", json_text(s, "state", ""),
	    reason[0] != '\0' ? ": " : "", reason);
	line("screen", json_text(s, "screen", ""));
	line("order", json_text(s, "order", ""));
	line("language", json_text(s, "lang", ""));
	line("network", json_text(s, "network", ""));
	line("their id", json_text(s, "gateway_id", ""));
	putchar('\n');
	json_array_foreach(steps, i, step) print_step(step);
	return fflush(stdout) == 0 ? EXIT_DONE : EXIT_FAILED;
}

int
session_show(struct client *client, enum format format, const char *id)
{
	char path[64];
	struct buf b = buf_over(path, sizeof(path));
	json_t *session = NULL;
	int rc;

	buf_add_text(&b, "sessions");
	client_part(&b, id);
	rc = client_get(client, path, &session);
	if (rc == EXIT_DONE && format == FORMAT_JSON)
		json_line(stdout, session);
	else if (rc == EXIT_DONE)
		rc = show(session);
	json_decref(session);
	return rc;
}
