#include "gateway/admin/csv.h"

#include <string.h>

#include "base/utf8.h"

/* Octets of the line end at s: 2, 1, or 0 when there is none. */
static size_t
line_end(struct str s)
{
	if (s.octets == 0)
		return 0;
	if (s.at[0] == '\r')
		return s.octets > 1 && s.at[1] == '\n' ? 2 : 1;
	return s.at[0] == '\n' ? 1 : 0;
}

static struct str
behind(struct str s, size_t octets)
{
	return str_of(s.at + octets, s.octets - octets);
}

static struct str
first_line(struct str text)
{
	size_t n = 0;

	while (n < text.octets && line_end(behind(text, n)) == 0)
		n++;
	return str_of(text.at, n);
}

static bool
has(struct str s, char c)
{
	return s.octets > 0 && memchr(s.at, c, s.octets) != NULL;
}

void
csv_start(struct csv *csv, struct str text)
{
	struct str line;

	if (str_starts(text, "\xEF\xBB\xBF"))
		text = behind(text, 3);
	line = first_line(text);
	*csv = (struct csv){.rest = text, .line = 1, .separator = ','};
	if (!has(line, ',') && has(line, ';'))
		csv->separator = ';';
	else if (!has(line, ',') && has(line, '\t'))
		csv->separator = '\t';
}

/* Where the reader stands within one row. */
struct reading {
	struct str rest;
	size_t lines; /* line ends taken */
	struct csv_row *row;
	size_t used; /* of row->text */
	bool dirty; /* a field is no text; the row is read to its end */
};

static bool
keep(struct reading *r, char c)
{
	if (r->used == CSV_ROW_OCTETS)
		return false;
	r->row->text[r->used++] = c;
	return true;
}

static void
take(struct reading *r, size_t octets)
{
	r->rest = behind(r->rest, octets);
}

static bool
good_text(struct str field)
{
	for (size_t i = 0; i < field.octets; i++) {
		unsigned char c = (unsigned char)field.at[i];

		if (c == 0x7F || (c < 0x20 && !strchr("\t\n\r", c)) || c == 0)
			return false;
	}
	return utf8_valid(field);
}

static int
quoted_field(struct reading *r)
{
	take(r, 1);
	while (r->rest.octets > 0) {
		char c = r->rest.at[0];
		size_t end = line_end(r->rest);

		if (c == '"' && (r->rest.octets == 1 || r->rest.at[1] != '"'))
			break;
		if (!keep(r, c) || (end == 2 && !keep(r, '\n')))
			return CSV_LONG;
		r->lines += end > 0;
		take(r, c == '"' || end == 2 ? 2 : 1);
	}
	if (r->rest.octets == 0)
		return CSV_QUOTE;
	take(r, 1);
	return 0;
}

static int
plain_field(struct reading *r, char separator)
{
	while (r->rest.octets > 0 && r->rest.at[0] != separator &&
	       line_end(r->rest) == 0) {
		if (!keep(r, r->rest.at[0]))
			return CSV_LONG;
		take(r, 1);
	}
	return 0;
}

/* One field, and what stands behind it: *last_out says that the row is done. */
static int
field(struct reading *r, char separator, bool *last_out)
{
	size_t from = r->used;
	int status;

	if (r->row->count == CSV_FIELDS)
		return CSV_WIDE;
	if (r->rest.octets > 0 && r->rest.at[0] == '"')
		status = quoted_field(r);
	else
		status = plain_field(r, separator);
	if (status < 0)
		return status;
	*last_out = r->rest.octets == 0 || line_end(r->rest) > 0;
	if (!*last_out && r->rest.at[0] != separator)
		return CSV_QUOTE;
	if (!*last_out)
		take(r, 1);
	r->row->fields[r->row->count] =
	    str_of(r->row->text + from, r->used - from);
	if (!good_text(r->row->fields[r->row->count++]))
		r->dirty = true;
	return 0;
}

/* Behind the line on which the row began: where reading goes on after a row
 * that could not be read. */
static void
skip_line(struct csv *csv)
{
	struct str line = first_line(csv->rest);

	csv->rest = behind(csv->rest, line.octets);
	csv->rest = behind(csv->rest, line_end(csv->rest));
	csv->line++;
}

static const char *
why(int status)
{
	if (status == CSV_QUOTE)
		return "a quote is not closed, or text follows its end";
	if (status == CSV_LONG)
		return "the row is longer than 4096 octets";
	if (status == CSV_WIDE)
		return "the row has more than 32 fields";
	return "the row is not UTF-8 text";
}

static void
skip_blank_lines(struct csv *csv)
{
	size_t end;

	while ((end = line_end(csv->rest)) > 0) {
		csv->rest = behind(csv->rest, end);
		csv->line++;
	}
}

int
csv_next(struct csv *csv, struct csv_row *row, struct err *err)
{
	struct reading r = {.row = row};
	bool last = false;
	int status = 0;

	skip_blank_lines(csv);
	if (csv->rest.octets == 0)
		return 0;
	row->count = 0;
	row->line = csv->line;
	r.rest = csv->rest;
	while (status == 0 && !last)
		status = field(&r, csv->separator, &last);
	if (status < 0) {
		row->count = 0;
		skip_line(csv);
		return err_set(err, status, row->line, "%s", why(status));
	}
	r.lines += line_end(r.rest) > 0;
	csv->rest = behind(r.rest, line_end(r.rest));
	csv->line += r.lines;
	if (r.dirty) {
		row->count = 0;
		return err_set(err, CSV_TEXT, row->line, "%s", why(CSV_TEXT));
	}
	return 1;
}
