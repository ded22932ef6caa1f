#include "tests/sim/sim_show.h"

#include <string.h>
#include <time.h>

#include "tests/sim/sim_util.h"

#define COLUMNS 12

static void
cell(char out[200], const char *key, json_t *value)
{
	out[0] = '\0';
	if (json_is_string(value))
		snprintf(out, 200, "%.190s", json_string_value(value));
	else if (json_is_boolean(value))
		snprintf(out, 200, "%s", json_is_true(value) ? "yes" : "no");
	else if (json_is_integer(value) && strcmp(key, "time") == 0) {
		time_t at = (time_t)(json_integer_value(value) / 1000);
		struct tm tm;
		localtime_r(&at, &tm);
		strftime(out, 200, "%H:%M:%S", &tm);
	} else if (json_is_integer(value)) {
		snprintf(
		    out, 200, "%lld", (long long)json_integer_value(value));
	}
}

static size_t
width_of(json_t *rows, const char *key)
{
	size_t width = strlen(key);
	for (size_t i = 0; i < json_array_size(rows); i++) {
		char text[200];
		cell(text, key, json_object_get(json_array_get(rows, i), key));
		width = strlen(text) > width ? strlen(text) : width;
	}
	return width;
}

static void
show_table(FILE *out, json_t *rows)
{
	const char *keys[COLUMNS], *key;
	size_t widths[COLUMNS], columns = 0;
	json_t *value;
	if (json_array_size(rows) == 0) {
		fprintf(out, "none\n");
		return;
	}
	json_object_foreach(json_array_get(rows, 0), key, value)
	{
		if (columns == COLUMNS)
			break;
		widths[columns] = width_of(rows, key);
		keys[columns++] = key;
	}
	for (size_t c = 0; c < columns; c++)
		fprintf(out, "%-*s%s", (int)widths[c], keys[c],
		    c + 1 < columns ? "  " : "\n");
	for (size_t i = 0; i < json_array_size(rows); i++) {
		for (size_t c = 0; c < columns; c++) {
			char text[200];
			cell(text, keys[c],
			    json_object_get(json_array_get(rows, i), keys[c]));
			fprintf(out, "%-*s%s", (int)widths[c], text,
			    c + 1 < columns ? "  " : "\n");
		}
	}
}

void
sim_show(FILE *out, json_t *answer)
{
	const char *key;
	json_t *value;
	json_object_foreach(answer, key, value)
	{
		char text[200];
		if (json_is_array(value)) {
			show_table(out, value);
			continue;
		}
		cell(text, key, value);
		if (strcmp(key, "ok") != 0)
			fprintf(out, "%s: %s\n", key, text);
	}
}
