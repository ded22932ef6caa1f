/* output - rows for people (a table), for scripts (--json), for spreadsheets
 * (--csv).
 *
 * A row is a JSON object as the daemon gave it.  --json prints it whole, one a
 * line; the table and the CSV print the columns asked for.  The table's widths
 * come from the first OUTPUT_LOOK rows, so that a list without end still
 * begins at once.  Colour only on a terminal and without NO_COLOR. */
#ifndef PROGRAMS_FURROW_OUTPUT_H
#define PROGRAMS_FURROW_OUTPUT_H

#include <stdbool.h>
#include <stddef.h>

#include <jansson.h>

#include "programs/furrow/options.h"

#define OUTPUT_LOOK 200
#define OUTPUT_COLUMNS 20

enum column_kind {
	COLUMN_TEXT,
	COLUMN_NUMBER, /* to the right */
	COLUMN_MONEY, /* a number, with its decimals when it has any */
	COLUMN_TIME, /* local time in the table, RFC 3339 in CSV */
	COLUMN_STATE, /* a word with a colour of its own */
	COLUMN_CODE, /* an order's code: #K7F in the table */
	COLUMN_LIST, /* words, joined with | */
};

struct column {
	const char *key; /* in the row, and the CSV's header; NULL: the end */
	const char *title; /* in the table; NULL: not in the table */
	enum column_kind kind;
	bool not_csv;
};

struct output;

/* Gives; ends with output_end.  columns end with a NULL key. */
struct output *output_begin(enum format format, const struct column *columns);
/* Borrows row. */
void output_row(struct output *out, json_t *row);
/* The same, as client_each() wants it: it goes on. */
bool output_each(void *output, json_t *row);
/* What is waiting for its widths is printed now (log -f). */
void output_flush(struct output *out);
/* `nothing` (may be NULL) is said when a table has no rows.  EXIT_DONE, or
 * EXIT_FAILED when the output could not be written. */
int output_end(struct output **out, const char *nothing);

/* CSV of `columns` goes to a file instead of standard output; before the first
 * row.  EXIT_FAILED (said) when it cannot be made. */
int output_to_file(struct output *out, const char *path);

/* "\033[31m" … or "" where colours are not wanted. */
enum colour {
	COLOUR_NONE,
	COLOUR_BOLD,
	COLOUR_RED,
	COLOUR_GREEN,
	COLOUR_AMBER
};
const char *output_colour(enum colour colour);
enum colour output_state_colour(const char *state);

/* Columns of a terminal that the text takes. */
size_t output_width(const char *text);

/* "2026-11-25 16:30" here for RFC 3339; the text itself when it is none. */
void output_local_time(char *dst, size_t dst_octets, const char *rfc3339);

#endif
