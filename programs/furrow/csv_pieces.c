#include "programs/furrow/csv_pieces.h"

#include <string.h>

#define ROW_OCTETS 4096 /* CSV_ROW_OCTETS: a longer one is bad */
/* Enough to see where any row ends: quotes may be doubled. */
#define AHEAD_OCTETS ((size_t)16 * 1024)
#define READ_OCTETS ((size_t)64 * 1024)
#define TEXT_OCTETS (CSV_PIECE_OCTETS + AHEAD_OCTETS + READ_OCTETS)

/* -- one row --------------------------------------------------------------- */

/* Octets of the line end at `at`: 2, 1, or 0 when there is none. */
static size_t
line_end(struct str s, size_t at)
{
	if (at >= s.octets)
		return 0;
	if (s.at[at] == '\r')
		return at + 1 < s.octets && s.at[at + 1] == '\n' ? 2 : 1;
	return s.at[at] == '\n' ? 1 : 0;
}

static size_t
first_line(struct str text)
{
	size_t n = 0;

	while (n < text.octets && line_end(text, n) == 0)
		n++;
	return n + line_end(text, n);
}

/* Behind the quoted field that begins at `at`; 0: it is not closed, too long,
 * or text follows. */
static size_t
quoted_field(struct str s, size_t at, char separator, size_t *lines)
{
	size_t from = at++;

	while (at < s.octets && at - from <= (size_t)2 * ROW_OCTETS) {
		size_t end = line_end(s, at);

		if (s.at[at] == '"' &&
		    (at + 1 == s.octets || s.at[at + 1] != '"')) {
			at++;
			return at == s.octets || s.at[at] == separator ||
				       line_end(s, at) > 0
				   ? at
				   : 0;
		}
		*lines += end > 0;
		at += s.at[at] == '"' || end == 2 ? 2 : 1;
	}
	return 0;
}

size_t
csv_pieces_row(struct str s, char separator, size_t *lines_out)
{
	size_t at = 0, lines = 0;

	*lines_out = 1;
	for (;;) {
		if (at < s.octets && s.at[at] == '"') {
			at = quoted_field(s, at, separator, &lines);
			if (at == 0)
				return first_line(s);
		}
		while (at < s.octets && s.at[at] != separator &&
		       line_end(s, at) == 0)
			at++;
		if (at == s.octets || s.at[at] != separator)
			break;
		at++;
	}
	if (lines > 0 && at > (size_t)2 * ROW_OCTETS)
		return first_line(s);
	*lines_out = lines + 1;
	return at + line_end(s, at);
}

/* -- the stream ------------------------------------------------------------ */

void
csv_pieces_begin(struct csv_pieces *p, FILE *in)
{
	*p = (struct csv_pieces){.in = in, .first = true, .line = 1};
	p->text = buf_new(TEXT_OCTETS);
	p->piece = buf_new(2 * TEXT_OCTETS); /* header and rows */
}

void
csv_pieces_end(struct csv_pieces *p)
{
	buf_free(&p->text);
	buf_free(&p->piece);
}

/* Until so many octets are there, or the stream ends. */
static bool
fill(struct csv_pieces *p, size_t octets)
{
	char part[READ_OCTETS];

	while (!p->ended && p->text.octets < octets) {
		size_t got = fread(part, 1, sizeof(part), p->in);

		(void)buf_add(&p->text, part, got);
		p->ended = got < sizeof(part) && feof(p->in);
		if (got == 0 && ferror(p->in))
			return false;
	}
	return true;
}

struct str
csv_pieces_peek(struct csv_pieces *p)
{
	(void)fill(p, 4096);
	return buf_str(&p->text);
}

static char
separator_of(struct str text)
{
	struct str line = str_of(text.at, first_line(text));

	if (memchr(line.at, ',', line.octets) != NULL)
		return ',';
	if (memchr(line.at, ';', line.octets) != NULL)
		return ';';
	return memchr(line.at, '\t', line.octets) != NULL ? '\t' : ',';
}

/* The header row, with the blank lines in front of it, goes to the front of
 * each piece. */
static size_t
take_header(struct csv_pieces *p, struct str text)
{
	size_t at = str_starts(text, "\xEF\xBB\xBF") ? 3 : 0;
	size_t lines = 0, end;

	p->separator = separator_of(str_of(text.at + at, text.octets - at));
	while ((end = line_end(text, at)) > 0) {
		p->header_lines++;
		at += end;
	}
	at += csv_pieces_row(
	    str_of(text.at + at, text.octets - at), p->separator, &lines);
	p->header_lines += lines;
	p->header_octets = at;
	p->line += p->header_lines;
	buf_add(&p->piece, text.at, at);
	return at;
}

/* A line that was cut because it has no end is none yet. */
static bool
ends_line(char last)
{
	return last == '\n' || last == '\r';
}

int
csv_pieces_next(struct csv_pieces *p, struct str *piece_out)
{
	size_t taken = 0, lines;
	struct str text;

	if (!fill(p, CSV_PIECE_OCTETS + AHEAD_OCTETS))
		return -1;
	text = buf_str(&p->text);
	if (text.octets == 0 && !p->first)
		return 0;
	p->piece.octets = p->header_octets;
	if (p->first && text.octets > 0)
		taken = take_header(p, text);
	p->first = false;
	p->piece_line = p->line;
	size_t from = taken;
	while (taken < text.octets && taken < CSV_PIECE_OCTETS) {
		taken +=
		    csv_pieces_row(str_of(text.at + taken, text.octets - taken),
			p->separator, &lines);
		p->line += lines - !ends_line(text.at[taken - 1]);
	}
	buf_add(&p->piece, text.at + from, taken - from);
	buf_drop(&p->text, taken);
	*piece_out = buf_str(&p->piece);
	return 1;
}

size_t
csv_pieces_line(const struct csv_pieces *p, size_t n)
{
	return n > p->header_lines ? n - p->header_lines - 1 + p->piece_line
				   : n;
}
