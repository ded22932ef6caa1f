#include "programs/furrow/log_show.h"

#include <stdio.h>

#include "base/json.h"

#include "programs/furrow/output.h"

static const struct column columns[] = {
    {"part", "PART", COLUMN_NUMBER, false},
    {"state", "STATE", COLUMN_STATE, false},
    {"link", "LINK", COLUMN_TEXT, false},
    {"mr", "MR", COLUMN_NUMBER, false},
    {"status", "ST", COLUMN_NUMBER, false},
    {"sent", "SENT", COLUMN_TIME, false},
    {"report", "REPORT", COLUMN_TIME, false},
    {"why", "WHAT IT MEANS", COLUMN_TEXT, false},
    {NULL, NULL, COLUMN_TEXT, false},
};

static void
line(const char *key, const char *value)
{
	if (value[0] != '\0')
		printf("%-10s%s\n", key, value);
}

static int
show(const json_t *message)
{
	const json_t *parts = json_object_get(message, "sent_parts");
	struct output *out;

	line("time", json_text(message, "time", ""));
	line("way", json_text(message, "direction", ""));
	line("phone", json_text(message, "phone", ""));
	line("link", json_text(message, "link", ""));
	line("order", json_text(message, "order", ""));
	line("state", json_text(message, "state", ""));
	line("why", json_text(message, "why", ""));
	if (json_is_true(json_object_get(message, "maybe_twice")))
		line("copies", "it may have gone twice");
	line("text", json_text(message, "text", ""));
	if (json_array_size(parts) == 0)
		return EXIT_DONE;
	putchar('\n');
	fflush(stdout);
	out = output_begin(FORMAT_TABLE, columns);
	for (size_t i = 0; i < json_array_size(parts); i++)
		output_row(out, json_array_get(parts, i));
	return output_end(&out, NULL);
}

int
log_show(struct client *client, enum format format, const char *id)
{
	json_t *reply = NULL;
	char path[64];
	struct buf b = buf_over(path, sizeof(path));
	int rc;

	buf_add_text(&b, "messages");
	client_part(&b, id);
	rc = client_get(client, path, &reply);
	if (rc == EXIT_DONE && format == FORMAT_JSON)
		json_line(stdout, reply);
	else if (rc == EXIT_DONE)
		rc = show(reply);
	json_decref(reply);
	return rc;
}
