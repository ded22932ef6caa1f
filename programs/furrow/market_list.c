#include "programs/furrow/market_list.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/json.h"
#include "programs/furrow/csv_pieces.h"

#define BAD_MAX 1000 /* named; the rest is only counted */

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
		rc = client_each(client, path, output_each, out);
	end = output_end(&out, rc == EXIT_DONE ? list->nothing : NULL);
	return rc != EXIT_DONE ? rc : end;
}

static FILE *
open_file(const char *path)
{
	return strcmp(path, "-") == 0 ? stdin : fopen(path, "re");
}

static int
read_all(struct buf *text, const char *path, FILE *in)
{
	char part[16384];
	size_t octets;

	while ((octets = fread(part, 1, sizeof(part), in)) > 0 &&
	       buf_add(text, part, octets))
		continue;
	if (ferror(in) != 0)
		return complain(path, "it cannot be read");
	if (text->full)
		return complain(
		    path, "it is larger than 8 MiB; split it into several");
	return EXIT_DONE;
}

int
market_list_read(struct buf *text, const char *path)
{
	FILE *in = open_file(path);
	int rc;

	if (in == NULL)
		return complain(path, "%s", strerror(errno));
	rc = read_all(text, path, in);
	if (in != stdin)
		fclose(in);
	return rc;
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

/* What was said of all pieces so far, as if the file had been one. */
struct sum {
	int64_t imported, bad_count;
	json_t *bad, *ignored;
};

static void
add_piece(struct sum *sum, const struct csv_pieces *pieces, const json_t *reply)
{
	const json_t *bad = json_object_get(reply, "bad");

	sum->imported += json_int(reply, "imported", 0);
	sum->bad_count += json_int(reply, "bad_count", 0);
	for (size_t i = 0; i < json_array_size(bad); i++) {
		const json_t *row = json_array_get(bad, i);
		int64_t line = json_int(row, "line", 0);

		if (json_array_size(sum->bad) == BAD_MAX)
			break;
		json_array_append_new(sum->bad,
		    json_pack("{s:I, s:O}", "line",
			(json_int_t)csv_pieces_line(pieces, (size_t)line),
			"reason", json_object_get(row, "reason")));
	}
	if (json_array_size(sum->ignored) == 0)
		json_array_extend(
		    sum->ignored, json_object_get(reply, "ignored"));
}

static void
show_progress(const char *file, const struct sum *sum, bool last)
{
	if (!isatty(STDERR_FILENO))
		return;
	if (last)
		fprintf(stderr, "\r\033[K");
	else
		fprintf(stderr, "\r%s: %lld rows ...", file,
		    (long long)(sum->imported + sum->bad_count));
}

/* A table of any size: piece after piece, each of them durable when it is
 * answered. */
static int
import_table(struct client *client, const char *resource, const char *path,
    struct csv_pieces *pieces, struct sum *sum)
{
	struct str piece;
	json_t *reply = NULL;
	int rc = EXIT_DONE, got;

	while (rc == EXIT_DONE && (got = csv_pieces_next(pieces, &piece)) > 0) {
		rc = client_post_text(
		    client, resource, "text/csv", piece, &reply);
		if (rc == EXIT_DONE) {
			add_piece(sum, pieces, reply);
			show_progress(file_name(path), sum, pieces->ended);
		} else if (pieces->piece_line > pieces->header_lines + 1) {
			show_progress(path, sum, true);
			complain(file_name(path),
			    "the rows before line %zu are imported, those "
			    "from there on may not be; import it again",
			    pieces->piece_line);
		}
		json_decref(reply);
		reply = NULL;
	}
	if (rc == EXIT_DONE && got < 0)
		rc = complain(path, "%s", strerror(errno));
	return rc;
}

static int
import_array(struct client *client, const char *resource, const char *path,
    struct csv_pieces *pieces, enum format format)
{
	struct buf text = buf_new(MARKET_LIST_OCTETS);
	json_t *reply = NULL;
	int rc;

	(void)buf_add_str(&text, csv_pieces_peek(pieces));
	rc = read_all(&text, path, pieces->in);
	if (rc == EXIT_DONE)
		rc = client_post_text(client, resource, "application/json",
		    buf_str(&text), &reply);
	if (rc == EXIT_DONE)
		rc = market_list_imported(file_name(path), reply, format);
	json_decref(reply);
	buf_free(&text);
	return rc;
}

static int
import_stream(struct client *client, const char *resource, const char *path,
    FILE *in, enum format format)
{
	struct csv_pieces pieces;
	struct sum sum = {.bad = json_array(), .ignored = json_array()};
	struct str begin;
	int rc;

	csv_pieces_begin(&pieces, in);
	begin = str_trim(csv_pieces_peek(&pieces));
	if (begin.octets > 0 && begin.at[0] == '[') {
		rc = import_array(client, resource, path, &pieces, format);
	} else {
		rc = import_table(client, resource, path, &pieces, &sum);
		if (rc == EXIT_DONE) {
			json_t *all = json_pack("{s:I, s:I, s:O, s:O}",
			    "imported", (json_int_t)sum.imported, "bad_count",
			    (json_int_t)sum.bad_count, "bad", sum.bad,
			    "ignored", sum.ignored);

			rc = market_list_imported(file_name(path), all, format);
			json_decref(all);
		}
	}
	csv_pieces_end(&pieces);
	json_decref(sum.bad);
	json_decref(sum.ignored);
	return rc;
}

static int
import_file(struct client *client, const struct market_list *list,
    const char *path, enum format format)
{
	FILE *in = open_file(path);
	char resource[64];
	int rc;

	if (in == NULL)
		return complain(path, "%s", strerror(errno));
	snprintf(resource, sizeof(resource), "%s/import", list->resource);
	rc = import_stream(client, resource, path, in, format);
	if (in != stdin)
		fclose(in);
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
