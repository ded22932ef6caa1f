/* csv_cell - one field of a CSV file that people will open in a spreadsheet.
 *
 * RFC 4180: quoted when it must be, quotes doubled.  What a spreadsheet would
 * run as a formula gets an apostrophe before it: whatever begins, behind
 * blanks, with = + - @, a tab or a line end, or with the full-width forms of
 * these (OWASP, CSV injection).  A phone number is such a text, too: without
 * its guard it would be read as a figure and lose its plus; a negative amount
 * is none.  Our own imports take the apostrophe off again. Pure. */
#ifndef BASE_CSV_CELL_H
#define BASE_CSV_CELL_H

#include <stdbool.h>

#include "base/buf.h"
#include "base/str.h"

bool csv_cell_is_formula(struct str text);
/* Somebody's words: guarded and quoted. */
void csv_cell_words(struct buf *to, struct str text);
/* Our own figures and words: quoted only. */
void csv_cell_plain(struct buf *to, struct str text);

#endif
