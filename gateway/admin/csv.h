/* csv - tables that people bring: RFC 4180 text -> rows of fields.
 *
 * In: the whole file as a view.  Out: one row a call, unquoted, as views into
 * the row's own storage.  A byte order mark is skipped; lines end in CRLF, LF
 * or CR; a quoted field may hold separators, doubled quotes and line ends; a
 * quote inside an unquoted field stands for itself.  Blank lines are skipped.
 * Deviation from the RFC: when the first line has no comma but a semicolon or
 * a tab, that is the separator (spreadsheets of half the world write so).
 * Limits: 32 fields and 4,096 octets a row.
 * A bad row is an error with its line number, and reading goes on behind it:
 * after a broken quote with the next line of the file, so that one lost quote
 * costs one row and not the rest of the file.
 * Pure: allocates nothing, owns nothing, no meaning of columns. */
#ifndef GATEWAY_ADMIN_CSV_H
#define GATEWAY_ADMIN_CSV_H

#include <stddef.h>

#include "base/err.h"
#include "base/str.h"

#define CSV_FIELDS 32
#define CSV_ROW_OCTETS 4096

enum csv_error {
	CSV_QUOTE = -1, /* a quote without end, or text behind its end */
	CSV_LONG = -2, /* too many octets in one row */
	CSV_WIDE = -3, /* too many fields */
	CSV_TEXT = -4, /* not UTF-8, or a control character */
};

struct csv {
	struct str rest;
	size_t line; /* of the row that comes next, from 1 */
	char separator;
};

struct csv_row {
	size_t line; /* where it begins */
	struct str fields[CSV_FIELDS];
	size_t count;
	char text[CSV_ROW_OCTETS];
};

void csv_start(struct csv *csv, struct str text);

/* 1: *row is the next one; 0: the end; negative: the row at err->offset (its
 * line) is bad, ask again for the next. */
int csv_next(struct csv *csv, struct csv_row *row, struct err *err);

#endif
