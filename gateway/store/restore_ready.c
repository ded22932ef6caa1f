#include "gateway/store/restore_inside.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "base/fault.h"
#include "gateway/store/db.h"
#include "gateway/store/restore_mark.h"
#include "gateway/store/store.h"

struct counting {
	const json_t *rows;
	char wrong[96];
};

static void
compare(void *arg, const char *table, int64_t rows)
{
	struct counting *c = arg;
	int64_t meant = json_int(c->rows, table, -1);
	if (meant != rows && c->wrong[0] == '\0')
		snprintf(c->wrong, sizeof(c->wrong),
		    "%.40s has %" PRId64 " rows, not %" PRId64, table, rows,
		    meant);
}

static int
broken(struct err *err)
{
	if (err != NULL)
		err->code = RESTORE_BROKEN;
	return RESTORE_BROKEN;
}

int
restore_count(struct restoring *r, const char *path, struct err *err)
{
	struct counting c = {.rows = json_object_get(r->about, "rows")};
	if (db_count_rows(path, compare, &c, err) != 0)
		return broken(err);
	if (c.wrong[0] != '\0')
		return err_set(err, RESTORE_BROKEN, 0, "%s", c.wrong);
	return 0;
}

static void
note_committed(void *arg, bool ok)
{
	*(bool *)arg = ok;
}

static int
mark(struct restoring *r, struct store *store, struct err *err)
{
	const char *slash = strrchr(r->wish->file, '/');
	const struct restore_mark m = {
	    .made_ms = r->out->made_ms,
	    .now_ms = r->wish->now_ms,
	    .actor = r->wish->actor,
	    .name = slash != NULL ? slash + 1 : r->wish->file,
	};
	bool ok = false;
	store_begin(store);
	r->out->held = restore_mark_put(store, &m);
	store_commit(store, note_committed, &ok);
	if (ok)
		return 0;
	store_failed(store, err);
	if (err != NULL)
		err->code = RESTORE_WRITE;
	return RESTORE_WRITE;
}

int
restore_make_ready(struct restoring *r, struct err *err)
{
	int code = restore_count(r, r->part, err);
	if (code != 0)
		return code;
	struct store *store = store_open(r->part, err);
	if (store == NULL)
		return broken(err);
	code = store_check(store, err) != 0 ? broken(err) : mark(r, store, err);
	store_close(&store);
	restore_drop_beside(r->part, "-lock");
	fault_here("restore.marked");
	return code;
}
