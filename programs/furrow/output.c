#include "programs/furrow/output.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/csv_cell.h"
#include "base/json.h"
#include "base/panic.h"
#include "base/str.h"
#include "base/utf8.h"

#define CELL_OCTETS 4096
#define GAP 2

struct output {
	enum format format;
	const struct column *columns;
	FILE *to;
	const char *path; /* NULL: standard output */
	size_t widths[OUTPUT_COLUMNS];
	size_t terminal; /* columns; 0: none, nothing is cut */
	json_t *waiting; /* rows whose widths are being looked at */
	bool begun; /* the header is printed */
};

/* -- cells --------------------------------------------------------------------
 */

static void
list_cell(struct buf *cell, const json_t *list)
{
	for (size_t i = 0; i < json_array_size(list); i++) {
		const char *word = json_string_value(json_array_get(list, i));

		if (i > 0)
			buf_add_char(cell, '|');
		buf_add_text(cell, word != NULL ? word : "");
	}
}

static void
number_cell(struct buf *cell, const json_t *value, bool money)
{
	char text[40];

	if (json_is_integer(value)) {
		buf_add_format(
		    cell, "%" JSON_INTEGER_FORMAT, json_integer_value(value));
		return;
	}
	snprintf(text, sizeof(text), "%.3f", json_real_value(value));
	/* Thousandths, without the zeros at their end; money keeps two. */
	for (size_t n = strlen(text); n > 0 && text[n - 1] == '0'; n--) {
		if (money && text[n - 3] == '.')
			break;
		text[n - 1] = '\0';
	}
	if (text[strlen(text) - 1] == '.')
		text[strlen(text) - 1] = '\0';
	buf_add_text(cell, text);
}

/* The value as the CSV has it: exact. */
static void
plain_cell(struct buf *cell, const struct column *column, const json_t *row)
{
	const json_t *value = json_object_get(row, column->key);

	if (json_is_string(value))
		buf_add_text(cell, json_string_value(value));
	else if (json_is_number(value))
		number_cell(cell, value, column->kind == COLUMN_MONEY);
	else if (json_is_array(value))
		list_cell(cell, value);
	else if (json_is_boolean(value))
		buf_add_text(cell, json_is_true(value) ? "yes" : "no");
}

/* The value as a person reads it: on one line. */
static void
table_cell(
    char dst[CELL_OCTETS], const struct column *column, const json_t *row)
{
	char raw[CELL_OCTETS];
	struct buf cell = buf_over(raw, sizeof(raw));

	plain_cell(&cell, column, row);
	if (column->kind == COLUMN_TIME && cell.octets > 0) {
		output_local_time(dst, CELL_OCTETS, raw);
		return;
	}
	if (column->kind == COLUMN_CODE && cell.octets > 0) {
		snprintf(dst, CELL_OCTETS, "#%.16s", raw);
		return;
	}
	utf8_clean(dst, CELL_OCTETS, buf_str(&cell));
	for (char *c = dst; *c != '\0'; c++)
		if (*c == '\n')
			*c = ' ';
}

/* -- the table
 * ------------------------------------------------------------------ */

static bool
is_right(const struct column *column)
{
	return column->kind == COLUMN_NUMBER || column->kind == COLUMN_MONEY;
}

static void
pad(FILE *to, size_t columns)
{
	while (columns-- > 0)
		fputc(' ', to);
}

/* Cuts text to so many columns, with an ellipsis. */
static void
cut(char *text, size_t columns)
{
	struct str rest = str_from(text);
	size_t octets;

	if (output_width(text) <= columns || columns < 2)
		return;
	while (rest.octets > 0) {
		char kept = rest.at[0];
		char *here = text + (rest.at - text);

		*here = '\0';
		if (output_width(text) >= columns - 1) {
			strncat(text, "…", CELL_OCTETS - strlen(text) - 1);
			return;
		}
		*here = kept;
		utf8_next(rest, &octets);
		rest = str_of(rest.at + octets, rest.octets - octets);
	}
}

struct line {
	size_t at; /* terminal columns used */
	size_t owed; /* blanks that only come when something follows them */
	bool first;
};

static void
print_cell(struct output *out, struct line *line, int i, char *text,
    enum colour colour)
{
	const struct column *column = &out->columns[i];
	size_t width, wanted = out->widths[i];
	bool last = true;

	for (const struct column *c = column + 1; c->key != NULL; c++)
		last = last && c->title == NULL;
	if (!line->first) {
		line->owed += GAP;
		line->at += GAP;
	}
	line->first = false;
	if (last && out->terminal > line->at + 8)
		cut(text, out->terminal - line->at);
	width = output_width(text);
	line->at += width > wanted ? width : wanted;
	wanted = width < wanted ? wanted - width : 0;
	if (is_right(column))
		line->owed += wanted;
	if (width > 0) {
		pad(out->to, line->owed);
		line->owed = 0;
		fprintf(out->to, "%s%s%s", colour ? output_colour(colour) : "",
		    text, colour ? output_colour(COLOUR_NONE) : "");
	}
	if (!is_right(column))
		line->owed += wanted;
}

static void
print_header(struct output *out)
{
	struct line line = {.first = true};
	char text[CELL_OCTETS];

	for (int i = 0; out->columns[i].key != NULL; i++) {
		if (out->columns[i].title == NULL)
			continue;
		snprintf(text, sizeof(text), "%s", out->columns[i].title);
		print_cell(out, &line, i, text, COLOUR_BOLD);
	}
	fputc('\n', out->to);
}

static void
print_row(struct output *out, const json_t *row)
{
	struct line line = {.first = true};
	char text[CELL_OCTETS];

	for (int i = 0; out->columns[i].key != NULL; i++) {
		if (out->columns[i].title == NULL)
			continue;
		table_cell(text, &out->columns[i], row);
		print_cell(out, &line, i, text,
		    out->columns[i].kind == COLUMN_STATE
			? output_state_colour(text)
			: COLOUR_NONE);
	}
	fputc('\n', out->to);
}

static void
look(struct output *out)
{
	char text[CELL_OCTETS];

	for (int i = 0; out->columns[i].key != NULL; i++) {
		if (out->columns[i].title == NULL)
			continue;
		out->widths[i] = output_width(out->columns[i].title);
		for (size_t r = 0; r < json_array_size(out->waiting); r++) {
			table_cell(text, &out->columns[i],
			    json_array_get(out->waiting, r));
			if (output_width(text) > out->widths[i])
				out->widths[i] = output_width(text);
		}
	}
}

static void
print_waiting(struct output *out)
{
	if (!out->begun) {
		look(out);
		print_header(out);
		out->begun = true;
	}
	for (size_t i = 0; i < json_array_size(out->waiting); i++)
		print_row(out, json_array_get(out->waiting, i));
	json_array_clear(out->waiting);
}

/* -- CSV (RFC 4180, lines end as on this machine)
 * -------------------------------- */

static void
csv_field(FILE *to, const char *text, bool words, bool first)
{
	struct buf field = buf_new(CELL_OCTETS * 3);

	if (!first)
		buf_add_char(&field, ',');
	if (words)
		csv_cell_words(&field, str_from(text));
	else
		csv_cell_plain(&field, str_from(text));
	fwrite(field.at, 1, field.octets, to);
	buf_free(&field);
}

static void
csv_header(struct output *out)
{
	bool first = true;

	for (const struct column *c = out->columns; c->key != NULL; c++) {
		if (c->not_csv)
			continue;
		csv_field(out->to, c->key, false, first);
		first = false;
	}
	fputc('\n', out->to);
	out->begun = true;
}

static void
csv_row(struct output *out, const json_t *row)
{
	bool first = true;

	if (!out->begun)
		csv_header(out);
	for (const struct column *c = out->columns; c->key != NULL; c++) {
		char text[CELL_OCTETS];
		struct buf cell = buf_over(text, sizeof(text));

		if (c->not_csv)
			continue;
		plain_cell(&cell, c, row);
		csv_field(out->to, text,
		    json_is_string(json_object_get(row, c->key)), first);
		first = false;
	}
	fputc('\n', out->to);
}

/* -- all three
 * --------------------------------------------------------------------- */

struct output *
output_begin(enum format format, const struct column *columns)
{
	struct output *out = xcalloc(1, sizeof(*out));
	struct winsize size;

	out->format = format;
	out->columns = columns;
	out->to = stdout;
	out->waiting = json_array();
	if (isatty(STDOUT_FILENO) &&
	    ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0)
		out->terminal = size.ws_col;
	return out;
}

int
output_to_file(struct output *out, const char *path)
{
	FILE *to = fopen(path, "we");

	if (to == NULL)
		return complain(path, "%s", strerror(errno));
	out->to = to;
	out->path = path;
	out->terminal = 0;
	return EXIT_DONE;
}

void
output_row(struct output *out, json_t *row)
{
	switch (out->format) {
	case FORMAT_JSON:
		json_line(out->to, row);
		return;
	case FORMAT_CSV:
		csv_row(out, row);
		return;
	case FORMAT_TABLE:
		json_array_append(out->waiting, row);
		if (out->begun || json_array_size(out->waiting) >= OUTPUT_LOOK)
			print_waiting(out);
		return;
	}
}

bool
output_each(void *output, json_t *row)
{
	output_row(output, row);
	return true;
}

void
output_flush(struct output *out)
{
	if (out->format == FORMAT_TABLE && json_array_size(out->waiting) > 0)
		print_waiting(out);
	fflush(out->to);
}

int
output_end(struct output **out, const char *nothing)
{
	struct output *o = *out;
	bool empty = !o->begun && json_array_size(o->waiting) == 0;
	int rc = EXIT_DONE;

	*out = NULL;
	if (o->format == FORMAT_TABLE && !empty)
		print_waiting(o);
	else if (o->format == FORMAT_CSV && !o->begun)
		csv_header(o);
	else if (o->format == FORMAT_TABLE && nothing != NULL)
		fprintf(stderr, "%s\n", nothing);
	if (fflush(o->to) != 0 || ferror(o->to))
		rc = complain(o->path != NULL ? o->path : "standard output",
		    "%s", strerror(errno));
	if (o->path != NULL && fclose(o->to) != 0 && rc == EXIT_DONE)
		rc = complain(o->path, "%s", strerror(errno));
	json_decref(o->waiting);
	free(o);
	return rc;
}
