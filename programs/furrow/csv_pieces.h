/* csv_pieces - a table of any size, in pieces that furrowd takes at once.
 *
 * In: a stream of CSV as gateway/admin/csv.h reads it.  Out: pieces of about
 * CSV_PIECE_OCTETS, each with the header row in front, cut between rows: a
 * line end inside quotes is none.  A row that furrowd will call bad (a quote
 * that is not closed, more than 4,096 octets) ends where furrowd goes on
 * behind it: with its line.  So the pieces hold the rows of the file, and
 * memory stays flat.
 *
 * Lines are counted as furrowd does, so what it says of line n of a piece can
 * be said of the file: csv_pieces_line(). */
#ifndef PROGRAMS_FURROW_CSV_PIECES_H
#define PROGRAMS_FURROW_CSV_PIECES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "base/buf.h"
#include "base/str.h"

#define CSV_PIECE_OCTETS ((size_t)512 * 1024)

struct csv_pieces {
	FILE *in; /* borrowed */
	struct buf text; /* read, not given yet */
	struct buf piece; /* what csv_pieces_next() gave */
	bool ended, first;
	char separator;
	size_t header_octets; /* at the front of the piece */
	size_t header_lines;
	size_t line; /* of the file, where the next piece's rows begin */
	size_t piece_line; /* … and this one's */
};

void csv_pieces_begin(struct csv_pieces *pieces, FILE *in);
void csv_pieces_end(struct csv_pieces *pieces);

/* What the file begins with, for who wants to know what it is; up to 4 KiB. */
struct str csv_pieces_peek(struct csv_pieces *pieces);

/* 1: *piece_out (lives until the next call); 0: the end; -1: the stream could
 * not be read, errno says why.  An empty file has one piece, which is empty:
 * furrowd says what is wrong with it. */
int csv_pieces_next(struct csv_pieces *pieces, struct str *piece_out);

/* Line n of the last piece, as a line of the file. */
size_t csv_pieces_line(const struct csv_pieces *pieces, size_t n);

/* Octets of the first row of `text` with its line end, and how many lines it
 * takes.  Pure; right if the row ends there, or with 4,098 octets more than
 * the longest row. */
size_t csv_pieces_row(struct str text, char separator, size_t *lines_out);

#endif
