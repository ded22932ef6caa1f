#include "gateway/store/restore_inside.h"

#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "gateway/store/archive.h"
#include "gateway/store/backup.h"
#include "gateway/store/backup_folder.h"

static void
note_missing(struct restore_done *out, const char *month)
{
	size_t used = strlen(out->missing);
	snprintf(out->missing + used, sizeof(out->missing) - used, "%s%.7s",
	    used > 0 ? ", " : "", month);
}

/* One that is there already stays: it has at least those messages. */
static int
take_month(struct restoring *r, const char *base, const char *month,
    int64_t dropped_id, struct err *err)
{
	char to[PATH_MAX], name[BACKUP_NAME_OCTETS], from[PATH_MAX];
	if (!archive_path(to, sizeof(to), r->wish->to, month) ||
	    access(to, F_OK) == 0)
		return 0;
	if (!backup_month_find(name, r->folder, base, month, dropped_id)) {
		note_missing(r->out, month);
		return 0;
	}
	struct restoring of_month = *r;
	char part[PATH_MAX];
	of_month.about = NULL;
	if (!backup_path(from, sizeof(from), r->folder, name))
		return 0;
	if ((size_t)snprintf(part, sizeof(part), "%s.part", to) >= sizeof(part))
		return 0;
	int64_t made_ms = r->out->made_ms;
	int code =
	    restore_open_file(&of_month, from, BACKUP_PIECE_MONTH, part, err);
	r->out->made_ms = made_ms;
	if (code == 0)
		code = restore_count(&of_month, part, err);
	json_decref(of_month.about);
	if (code == 0 && rename(part, to) != 0)
		code = restore_no_write(to, err);
	if (code != 0)
		unlink(part);
	else
		r->out->months++;
	return code;
}

int
restore_take_months(struct restoring *r, struct err *err)
{
	const json_t *months = json_object_get(r->about, "months");
	const char *base = json_text(r->about, "store", "");
	int code = 0;
	for (size_t i = 0; code == 0 && i < json_array_size(months); i++) {
		const json_t *m = json_array_get(months, i);
		const char *month = json_text(m, "month", "");
		if (strlen(month) == 7 && strchr(month, '/') == NULL)
			code = take_month(
			    r, base, month, json_int(m, "dropped", 0), err);
	}
	return code;
}
