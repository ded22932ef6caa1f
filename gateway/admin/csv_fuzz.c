/* Reaches csv.c whole, by the file that an officer brings.  Input: a file.
 * Holds: the reader ends, every row lies within its limits, line numbers never
 * go back. */
#include <stdint.h>

#include "base/panic.h"
#include "gateway/admin/csv.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t octets);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t octets)
{
	struct csv_row row;
	struct csv csv;
	struct err err;
	size_t line = 0;
	size_t rows = 0;
	int status;

	csv_start(&csv, str_of((const char *)data, octets));
	while ((status = csv_next(&csv, &row, &err)) != 0) {
		PANIC_UNLESS(row.line > line);
		line = row.line;
		PANIC_UNLESS(++rows <= octets);
		PANIC_UNLESS(status < 0 ? err.offset == line : row.count > 0);
		PANIC_UNLESS(row.count <= CSV_FIELDS);
		for (size_t i = 0; i < row.count; i++)
			PANIC_UNLESS(row.fields[i].at >= row.text &&
				     row.fields[i].at + row.fields[i].octets <=
					 row.text + CSV_ROW_OCTETS);
	}
	return 0;
}
