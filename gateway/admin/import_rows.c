#include "gateway/admin/import_rows.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/csv_cell.h"
#include "base/panic.h"

#define JSON_CAP (8 * 1024 * 1024)

static int
column_of(const struct import_kind *kind, struct str name)
{
	for (int i = 0; kind->columns[i] != NULL; i++)
		if (str_equal_nocase(name, str_from(kind->columns[i])))
			return i;
	return -1;
}

/* -- CSV ------------------------------------------------------------------- */

static int
map_header(struct import_rows *rows, struct err *err)
{
	bool have[IMPORT_COLUMNS] = {false};

	rows->map_count = rows->row.count;
	for (size_t i = 0; i < rows->row.count; i++) {
		struct str name = str_trim(rows->row.fields[i]);
		int column = column_of(rows->kind, name);

		if (column >= 0 && have[column])
			return err_set(err, -1, 1,
			    "the column %s is there "
			    "twice",
			    rows->kind->columns[column]);
		rows->map[i] = column;
		if (column >= 0)
			have[column] = true;
		else if (name.octets > 0)
			json_array_append_new(
			    rows->ignored, json_stringn(name.at, name.octets));
	}
	for (int i = 0; i < rows->kind->required; i++)
		if (!have[i])
			return err_set(err, -1, 1,
			    "the header row has no column %s",
			    rows->kind->columns[i]);
	return 0;
}

static int
open_csv(struct import_rows *rows, struct import_place *place, struct str body,
    struct err *err)
{
	int rc;

	rows->text = xcalloc(body.octets + 1, 1);
	if (body.octets > 0)
		memcpy(rows->text, body.at, body.octets);
	csv_start(&place->csv, str_of(rows->text, body.octets));
	rc = csv_next(&place->csv, &rows->row, err);
	if (rc == 0)
		return err_set(err, -1, 1, "there is no header row");
	return rc < 0 ? -1 : map_header(rows, err);
}

/* Our own files have an apostrophe before what a spreadsheet would take for a
 * formula, a phone number too: no part of the value. */
static struct str
without_guard(struct str field)
{
	struct str cell = str_trim(field);
	struct str rest =
	    cell.octets > 1 ? str_of(cell.at + 1, cell.octets - 1) : cell;

	return cell.octets > 1 && cell.at[0] == '\'' &&
		       csv_cell_is_formula(rest)
		   ? rest
		   : cell;
}

static int
next_csv(struct import_rows *rows, struct import_place *place,
    struct str values[IMPORT_COLUMNS], struct err *err)
{
	int rc = csv_next(&place->csv, &rows->row, err);

	if (rc <= 0)
		return rc < 0 ? -1 : 0;
	for (size_t i = 0; i < rows->row.count; i++) {
		struct str cell = without_guard(rows->row.fields[i]);

		if (i >= rows->map_count && cell.octets > 0)
			return err_set(err, -1, 0,
			    "the row has %zu fields, the header %zu",
			    rows->row.count, rows->map_count);
		if (i < rows->map_count && rows->map[i] >= 0)
			values[rows->map[i]] = cell;
	}
	return 1;
}

/* -- JSON ------------------------------------------------------------------ */

/* ["seller","leader"] -> "seller|leader". */
static bool
spell_list(struct buf *spelt, const json_t *list)
{
	for (size_t i = 0; i < json_array_size(list); i++) {
		const char *word = json_string_value(json_array_get(list, i));

		if (word == NULL)
			return false;
		if (i > 0)
			buf_add_char(spelt, '|');
		buf_add_text(spelt, word);
	}
	return true;
}

static bool
spell(struct buf *spelt, const json_t *value)
{
	if (json_is_array(value))
		return spell_list(spelt, value);
	if (json_is_integer(value))
		return buf_add_format(
		    spelt, "%" JSON_INTEGER_FORMAT, json_integer_value(value));
	if (json_is_real(value))
		return buf_add_format(spelt, "%.3f", json_real_value(value));
	return json_is_null(value);
}

static int
cell_of(struct buf *spelt, const json_t *value, struct str *out)
{
	size_t from = spelt->octets;

	if (json_is_string(value)) {
		*out = str_trim(str_of(
		    json_string_value(value), json_string_length(value)));
		return memchr(out->at, '\0', out->octets) == NULL ? 0 : -1;
	}
	if (!spell(spelt, value) || spelt->full)
		return -1;
	*out = str_of(spelt->at + from, spelt->octets - from);
	return 0;
}

int
import_rows_object(struct import_rows *rows, const json_t *object,
    struct str values[IMPORT_COLUMNS], struct err *err)
{
	struct buf spelt = buf_over(rows->spelt, sizeof(rows->spelt));
	const json_t *value;
	const char *key;

	for (int i = 0; i < IMPORT_COLUMNS; i++)
		values[i] = str_of(NULL, 0);
	if (!json_is_object(object))
		return err_set(err, -1, 0, "the row is not an object");
	json_object_foreach((json_t *)(uintptr_t)object, key, value)
	{
		int column = column_of(rows->kind, str_from(key));

		if (column >= 0 && cell_of(&spelt, value, &values[column]) < 0)
			return err_set(err, -1, 0, "%s is not a text or number",
			    rows->kind->columns[column]);
	}
	return 0;
}

/* -- both ------------------------------------------------------------------ */

int
import_rows_open(struct import_rows *rows, struct import_place *place,
    const struct import_kind *kind, struct str body, bool json, struct err *err)
{
	*rows = (struct import_rows){.kind = kind, .ignored = json_array()};
	*place = (struct import_place){.index = 0};
	if (!json)
		return open_csv(rows, place, body, err);
	rows->array = json_read(body, JSON_CAP, err);
	if (rows->array == NULL)
		return -1;
	if (!json_is_array(rows->array))
		return err_set(err, -1, 0, "the body is not a JSON array");
	return 0;
}

void
import_rows_close(struct import_rows *rows)
{
	json_decref(rows->array);
	json_decref(rows->ignored);
	free(rows->text);
}

int
import_rows_next(struct import_rows *rows, struct import_place *place,
    struct str values[IMPORT_COLUMNS], size_t *line_out, struct err *err)
{
	const json_t *object;
	int rc;

	for (int i = 0; i < IMPORT_COLUMNS; i++)
		values[i] = str_of(NULL, 0);
	if (rows->array == NULL) {
		rc = next_csv(rows, place, values, err);
		*line_out = rows->row.line;
		return rc;
	}
	object = json_array_get(rows->array, place->index);
	if (object == NULL)
		return 0;
	*line_out = ++place->index;
	return import_rows_object(rows, object, values, err) < 0 ? -1 : 1;
}
