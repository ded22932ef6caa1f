/* import - people, offers and areas from tables that officers bring.
 *
 * In: a CSV file with a header row (contract: Files people bring), or a JSON
 * array of objects with the same keys.  Out: rows of the store, and for each
 * bad row its line number and the reason.
 *
 * A row is checked whole before anything of it is written, so nothing is half
 * imported.  Good rows are written a chunk a turn: IMPORT_CHUNK_ROWS, and more
 * until IMPORT_CHUNK_MS have gone by, so that a file of a whole county takes
 * few syncs and does not hold up the texts; when the store refuses a chunk,
 * its rows go one by one and the one at fault is named.
 *
 * An empty cell (or a column that is not there) leaves what is known as it
 * is.  Columns may stand in any order; unknown ones are named in the answer
 * and not read. */
#ifndef GATEWAY_ADMIN_IMPORT_H
#define GATEWAY_ADMIN_IMPORT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"
#include "base/str.h"
#include "gateway/core/handler.h"

struct api;

#define IMPORT_COLUMNS 12
#define IMPORT_CHUNK_ROWS 100 /* however slow the machine */
#define IMPORT_CHUNK_ROWS_MAX 4000
#define IMPORT_CHUNK_MS 8
#define IMPORT_LOOK_ROWS 16 /* between two looks at the clock */
#define IMPORT_BAD_MAX 1000 /* named; the rest is only counted */

/* One row: values[i] is the cell of columns[i], trimmed; empty if none. */
struct import_row {
	const struct api *api;
	const struct turn *turn;
	struct str values[IMPORT_COLUMNS];
	bool alone; /* one row by hand: it may correct a name */
};

struct import_kind {
	const char *name; /* "person": for the audit */
	const char *columns[IMPORT_COLUMNS + 1];
	int required; /* the first so many may not be empty */
	/* 0, or -1 with err->text, and then nothing was written. */
	int (*apply)(const struct import_row *row, struct err *err);
};

extern const struct import_kind import_person;
extern const struct import_kind import_offer;
extern const struct import_kind import_area;

/* The word of role bit i ("buyer" for 0 …); NULL behind the last. */
const char *import_role(int i);
/* "seller|leader" -> enum person_role bits; false when a word is none. */
bool import_roles(struct str words, unsigned *out);

/* Does that row of import_person make an admin of somebody? */
bool import_person_admin(const struct import_row *row);

/* Bad text, too long, and the like: -1 with "NAME is …".  `dst` gets the
 * value with a NUL. */
int import_text(char *dst, size_t dst_octets, struct str value,
    const char *name, struct err *err);
int import_phone(const struct import_row *row, struct str value,
    const char *name, char dst[32], struct err *err);

#endif
