/* import_rows - the rows of an import, one after the other, whatever they are
 * written in.
 *
 * Over a CSV file (csv.h) or a JSON array of objects.  A position can be kept
 * and gone back to, because a turn may be replayed. */
#ifndef GATEWAY_ADMIN_IMPORT_ROWS_H
#define GATEWAY_ADMIN_IMPORT_ROWS_H

#include "base/json.h"

#include "gateway/admin/csv.h"
#include "gateway/admin/import.h"

struct import_rows {
	const struct import_kind *kind;
	json_t *array; /* JSON: owned; NULL: CSV */
	char *text; /* CSV: owned */
	json_t *ignored; /* names of columns that nobody reads; owned */
	int map[CSV_FIELDS]; /* CSV field -> column, -1: ignored */
	size_t map_count;
	struct csv_row row;
	/* Values of a JSON row that are no text: numbers, lists. */
	char spelt[CSV_ROW_OCTETS];
};

struct import_place {
	struct csv csv;
	size_t index;
};

/* Copies what it needs.  0 with *place at the first row; negative with err:
 * no header row, a required column missing, or not an array. */
int import_rows_open(struct import_rows *rows, struct import_place *place,
    const struct import_kind *kind, struct str body, bool json,
    struct err *err);
void import_rows_close(struct import_rows *rows);

/* 1: values of the next row (views until the next call), *line_out its line
 * (JSON: its number from 1); 0: the end; -1: that row is bad, err says why. */
int import_rows_next(struct import_rows *rows, struct import_place *place,
    struct str values[IMPORT_COLUMNS], size_t *line_out, struct err *err);

/* Of one JSON object: 0, or -1 with err. */
int import_rows_object(struct import_rows *rows, const json_t *object,
    struct str values[IMPORT_COLUMNS], struct err *err);

#endif
