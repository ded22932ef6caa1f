/* export_row - a row of a list's JSON as a line of a file.
 *
 * Columns are fixed for the lists that people keep (a column is never taken
 * away, new ones come at the end); for others they are the keys of the first
 * row.  A list in a cell is joined by "|", an object is JSON.  Texts are
 * guarded against formulas (base/csv_cell.h), figures are not.
 * Pure. */
#ifndef GATEWAY_ADMIN_EXPORT_ROW_H
#define GATEWAY_ADMIN_EXPORT_ROW_H

#include <jansson.h>

#include "base/buf.h"

#define EXPORT_COLUMNS 48

struct export_columns {
	const char *keys[EXPORT_COLUMNS + 1]; /* ends with NULL */
	json_t *own; /* keeps keys of a first row alive; NULL: fixed */
};

/* Fixed ones, if that list has any. */
bool export_columns_fixed(struct export_columns *out, const char *resource);
void export_columns_of(struct export_columns *out, const json_t *row);
void export_columns_free(struct export_columns *columns);

void export_head(struct buf *to, const struct export_columns *columns);
void export_row(
    struct buf *to, const struct export_columns *columns, const json_t *row);

#endif
