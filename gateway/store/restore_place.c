#include "gateway/store/restore_inside.h"

#include <fcntl.h>
#include <libgen.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/fault.h"

void
restore_drop_beside(const char *path, const char *what)
{
	char name[PATH_MAX];
	if ((size_t)snprintf(name, sizeof(name), "%s%s", path, what) <
	    sizeof(name))
		unlink(name);
}

/* The journal of the old store goes with it, or it would be taken for the new
 * one's: whatever of it is left from a change that was cut off, too. */
static int
put_aside(struct restoring *r, struct err *err)
{
	static const char *const parts[] = {"", "-wal", "-shm"};
	char stamp[40], from[PATH_MAX], to[PATH_MAX];
	clock_rfc3339(stamp, sizeof(stamp), r->wish->now_ms, 0);
	for (size_t i = 0; i < sizeof(parts) / sizeof(parts[0]); i++) {
		snprintf(from, sizeof(from), "%s%s", r->wish->to, parts[i]);
		if ((size_t)snprintf(to, sizeof(to), "%s.before-%s%s",
			r->wish->to, stamp, parts[i]) >= sizeof(to))
			return err_set(
			    err, RESTORE_WRITE, 0, "the path is too long");
		if (access(from, F_OK) != 0)
			continue;
		if (rename(from, to) != 0)
			return restore_no_write(to, err);
		if (i == 0)
			str_copy(
			    r->out->aside, sizeof(r->out->aside), str_from(to));
		fault_here("restore.aside");
	}
	return 0;
}

/* The index of words speaks of other messages; it is made anew. */
static void
drop_search(const char *store_path)
{
	static const char *const parts[] = {
	    "-search.db", "-search.db-wal", "-search.db-shm"};
	char stem[PATH_MAX];
	snprintf(stem, sizeof(stem), "%s", store_path);
	size_t octets = strlen(stem);
	if (octets > 3 && strcmp(stem + octets - 3, ".db") == 0)
		stem[octets - 3] = '\0';
	for (size_t i = 0; i < sizeof(parts) / sizeof(parts[0]); i++)
		restore_drop_beside(stem, parts[i]);
}

static int
sync_folder(const char *path, struct err *err)
{
	char folder[PATH_MAX];
	snprintf(folder, sizeof(folder), "%s", path);
	int fd = open(dirname(folder), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	int code = fd < 0 || fsync(fd) != 0 ? restore_no_write(folder, err) : 0;
	if (fd >= 0)
		close(fd);
	return code;
}

int
restore_change_places(struct restoring *r, struct err *err)
{
	drop_search(r->wish->to);
	int code = put_aside(r, err);
	if (code == 0 && rename(r->part, r->wish->to) != 0)
		code = restore_no_write(r->wish->to, err);
	fault_here("restore.named");
	return code == 0 ? sync_folder(r->wish->to, err) : code;
}
