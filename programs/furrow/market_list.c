#include "programs/furrow/market_list.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "base/json.h"

static bool
print_row(void *arg, json_t *row)
{
	output_row(arg, row);
	return true;
}

int
market_list_show(struct client *client, const struct market_list *list,
    const struct args *args, const char *path)
{
	bool export = strcmp(args->words[0], "export") == 0;
	const char *file = export && args->count > 1 ? args->words[1] : NULL;
	enum format format = args->format;
	struct output *out;
	int rc = EXIT_DONE, end;

	if (args->count > (export ? 2 : 1))
		return usage(
		    list->command, "%s takes no more words", args->words[0]);
	if (export && format == FORMAT_TABLE)
		format = FORMAT_CSV;
	out =
	    output_begin(format, export ? list->export_columns : list->columns);
	if (file != NULL)
		rc = output_to_file(out, file);
	if (rc == EXIT_DONE)
		rc = client_each(client, path, print_row, out);
	end = output_end(&out, rc == EXIT_DONE ? list->nothing : NULL);
	return rc != EXIT_DONE ? rc : end;
}

int
market_list_read(struct buf *text, const char *path)
{
	bool standard = strcmp(path, "-") == 0;
	FILE *in = standard ? stdin : fopen(path, "re");
	char part[16384];
	size_t octets;
	bool failed;

	if (in == NULL)
		return complain(path, "%s", strerror(errno));
	while ((octets = fread(part, 1, sizeof(part), in)) > 0 &&
	       buf_add(text, part, octets))
		continue;
	failed = ferror(in) != 0;
	if (!standard)
		fclose(in);
	if (failed)
		return complain(path, "it cannot be read");
	if (text->full)
		return complain(
		    path, "it is larger than 8 MiB; split it into several");
	return EXIT_DONE;
}

static const char *
file_name(const char *path)
{
	return strcmp(path, "-") == 0 ? "standard input" : path;
}

int
market_list_imported(const char *file, const json_t *reply, enum format format)
{
	const json_t *bad = json_object_get(reply, "bad");
	const json_t *ignored = json_object_get(reply, "ignored");
	int64_t bad_count = json_int(reply, "bad_count", 0);
	char what[512];

	for (size_t i = 0; i < json_array_size(ignored); i++)
		complain(file, "the column \"%s\" is not known and not read",
		    json_string_value(json_array_get(ignored, i)));
	for (size_t i = 0; i < json_array_size(bad); i++) {
		const json_t *row = json_array_get(bad, i);

		snprintf(what, sizeof(what), "%s:%lld", file,
		    (long long)json_int(row, "line", 0));
		complain(what, "%s", json_text(row, "reason", "bad"));
	}
	if (bad_count > (int64_t)json_array_size(bad))
		complain(file, "and %lld bad rows more",
		    (long long)(bad_count - (int64_t)json_array_size(bad)));
	if (format == FORMAT_JSON)
		json_line(stdout, reply);
	else
		printf("%s: %lld imported, %lld bad\n", file,
		    (long long)json_int(reply, "imported", 0),
		    (long long)bad_count);
	return bad_count > 0 ? EXIT_FAILED : EXIT_DONE;
}

static bool
is_json(const struct buf *text)
{
	struct str s = str_trim(buf_str(text));

	return s.octets > 0 && s.at[0] == '[';
}

static int
import_file(struct client *client, const struct market_list *list,
    const char *path, enum format format)
{
	struct buf text = buf_new(MARKET_LIST_OCTETS);
	char resource[64];
	json_t *reply = NULL;
	int rc = market_list_read(&text, path);

	snprintf(resource, sizeof(resource), "%s/import", list->resource);
	if (rc == EXIT_DONE)
		rc = client_post_text(client, resource,
		    is_json(&text) ? "application/json" : "text/csv",
		    buf_str(&text), &reply);
	if (rc == EXIT_DONE)
		rc = market_list_imported(file_name(path), reply, format);
	json_decref(reply);
	buf_free(&text);
	return rc;
}

int
market_list_import(struct client *client, const struct market_list *list,
    const struct args *args)
{
	int rc = EXIT_DONE;

	if (args->count < 2)
		return usage(list->command, "import which file?");
	for (int i = 1; i < args->count; i++)
		if (import_file(client, list, args->words[i], args->format) !=
		    EXIT_DONE)
			rc = EXIT_FAILED;
	return rc;
}

int
market_list_add(struct client *client, const struct market_list *list,
    const struct args *args, json_t *row)
{
	json_t *reply = NULL;
	int rc = client_post(client, list->resource, row, &reply);

	if (rc == EXIT_DONE && args->format == FORMAT_JSON)
		json_line(stdout, reply);
	else if (rc == EXIT_DONE)
		printf("%s %s: added\n", list->command->name, args->words[1]);
	json_decref(reply);
	return rc;
}

void
market_list_put(json_t *row, const char *key, const char *value)
{
	if (value != NULL)
		json_object_set_new(row, key, json_clean(value, strlen(value)));
}
