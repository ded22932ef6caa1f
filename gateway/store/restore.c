#include "gateway/store/restore.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <libgen.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/fault.h"
#include "base/json.h"
#include "base/panic.h"
#include "base/vault.h"
#include "gateway/store/archive.h"
#include "gateway/store/backup.h"
#include "gateway/store/backup_folder.h"
#include "gateway/store/db.h"
#include "gateway/store/restore_mark.h"
#include "gateway/store/schema.h"
#include "gateway/store/store.h"

#define ABOUT_OCTETS (1 << 20)
#define STEP_OCTETS 65536
#define ROOM_OCTETS (INT64_C(64) << 20)

/* What one restore has at hand. */
struct restoring {
	const struct restore_wish *wish;
	struct vault_key key;
	char part[PATH_MAX]; /* the store that comes */
	char folder[PATH_MAX]; /* of the backup */
	json_t *about;
	struct restore_done *out;
};

/* -- out of the vault ------------------------------------------------------ */

static int
vault_said(int code, struct err *err)
{
	int to = code == VAULT_WRONG_KEY ? RESTORE_KEY : RESTORE_FILE;
	if (err != NULL)
		err->code = to;
	return to;
}

static int
no_write(const char *path, struct err *err)
{
	return err_set(err, RESTORE_WRITE, 0, "%s: %s", path, strerror(errno));
}

/* A small piece as text; NULL with err. */
static char *
read_text(struct vault_in *in, int64_t octets, struct err *err)
{
	if (octets > ABOUT_OCTETS) {
		err_set(err, RESTORE_FILE, 0, "a piece of it is too large");
		return NULL;
	}
	char *text = xcalloc(1, (size_t)octets + 1);
	size_t done = 0;
	int n = 1;
	while (n > 0) {
		n = vault_read(in, text + done, (size_t)octets - done, err);
		done += n > 0 ? (size_t)n : 0;
	}
	if (n == 0)
		return text;
	vault_said(n, err);
	free(text);
	return NULL;
}

static bool
has_room(const char *path, int64_t octets)
{
	char folder[PATH_MAX];
	struct statvfs fs;
	snprintf(folder, sizeof(folder), "%s", path);
	return statvfs(dirname(folder), &fs) != 0 ||
	       (int64_t)fs.f_bavail * (int64_t)fs.f_frsize >=
		   octets + ROOM_OCTETS;
}

static bool
write_all(int fd, const char *at, size_t octets)
{
	while (octets > 0) {
		ssize_t n = write(fd, at, octets);
		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0)
			return false;
		at += n;
		octets -= (size_t)n;
	}
	return true;
}

static int
pour(struct vault_in *in, int fd, const char *path, struct err *err)
{
	char *octets = xcalloc(1, STEP_OCTETS);
	int n = 1, code = 0;
	while (n > 0 && code == 0) {
		n = vault_read(in, octets, STEP_OCTETS, err);
		if (n > 0 && !write_all(fd, octets, (size_t)n))
			code = no_write(path, err);
	}
	free(octets);
	fault_here("restore.poured");
	if (code == 0 && n < 0)
		code = vault_said(n, err);
	if (code == 0 && fsync(fd) != 0)
		code = no_write(path, err);
	return code;
}

static int
pour_file(
    struct vault_in *in, int64_t octets, const char *path, struct err *err)
{
	if (!has_room(path, octets))
		return err_set(err, RESTORE_WRITE, 0,
		    "%s: the disk has too little room: %" PRId64
		    " MiB are needed",
		    path, (octets >> 20) + 64);
	unlink(path);
	int fd = open(
	    path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
	if (fd < 0)
		return no_write(path, err);
	int code = pour(in, fd, path, err);
	if (close(fd) != 0 && code == 0)
		code = no_write(path, err);
	if (code != 0)
		unlink(path);
	return code;
}

static int
take_about(
    struct restoring *r, struct vault_in *in, int64_t octets, struct err *err)
{
	char *text = read_text(in, octets, err);
	if (text == NULL)
		return err != NULL ? err->code : RESTORE_FILE;
	r->about = json_read(str_from(text), ABOUT_OCTETS, NULL);
	free(text);
	if (r->about == NULL || json_int(r->about, "format", 0) != 1)
		return err_set(err, RESTORE_NEWER, 0,
		    "a newer furrow made it: install that one");
	if (json_int(r->about, "schema", 0) > schema_newest())
		return err_set(err, RESTORE_NEWER, 0,
		    "it has schema %lld, this furrow knows up to %d: "
		    "install the newer furrow",
		    (long long)json_int(r->about, "schema", 0),
		    schema_newest());
	r->out->made_ms = json_int(r->about, "made_ms", 0);
	return 0;
}

/* The configuration of then is for a person to compare; it is never put in
 * force. */
static int
take_conf(
    struct restoring *r, struct vault_in *in, int64_t octets, struct err *err)
{
	char *path = r->out->conf;
	if ((size_t)snprintf(path, RESTORE_PATH_OCTETS, "%s.restored.conf",
		r->wish->to) >= RESTORE_PATH_OCTETS)
		return 0;
	return pour_file(in, octets, path, err);
}

/* Takes what it knows; `database` is the piece that must be there. */
static int
take_pieces(struct restoring *r, struct vault_in *in, const char *database,
    const char *to, struct err *err)
{
	char piece[VAULT_NAME_OCTETS];
	int64_t octets;
	bool found = false;
	int code, n;
	while ((n = vault_next(in, piece, &octets, err)) > 0) {
		code = 0;
		if (strcmp(piece, BACKUP_PIECE_ABOUT) == 0 && r->about == NULL)
			code = take_about(r, in, octets, err);
		else if (strcmp(piece, database) == 0 && !found) {
			found = true;
			code = pour_file(in, octets, to, err);
		} else if (strcmp(piece, BACKUP_PIECE_CONF) == 0)
			code = take_conf(r, in, octets, err);
		if (code != 0)
			return code;
	}
	if (n < 0)
		return vault_said(n, err);
	if (!found || r->about == NULL)
		return err_set(err, RESTORE_FILE, 0,
		    "there is no %s in it: is it another kind of backup?",
		    database);
	return 0;
}

static int
open_file(struct restoring *r, const char *file, const char *database,
    const char *to, struct err *err)
{
	struct vault_in *in = vault_open(file, &r->key, err);
	if (in == NULL)
		return vault_said(err != NULL ? err->code : VAULT_IO, err);
	int code = take_pieces(r, in, database, to, err);
	vault_close(&in);
	return code;
}

/* -- is it what was put in? ------------------------------------------------ */

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

static int
count(struct restoring *r, const char *path, struct err *err)
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

static void
drop_beside(const char *path, const char *what)
{
	char name[PATH_MAX];
	if ((size_t)snprintf(name, sizeof(name), "%s%s", path, what) <
	    sizeof(name))
		unlink(name);
}

static int
make_ready(struct restoring *r, struct err *err)
{
	int code = count(r, r->part, err);
	if (code != 0)
		return code;
	struct store *store = store_open(r->part, err);
	if (store == NULL)
		return broken(err);
	code = store_check(store, err) != 0 ? broken(err) : mark(r, store, err);
	store_close(&store);
	drop_beside(r->part, "-lock");
	fault_here("restore.marked");
	return code;
}

/* -- old months ------------------------------------------------------------ */

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
	int code = open_file(&of_month, from, BACKUP_PIECE_MONTH, part, err);
	r->out->made_ms = made_ms;
	if (code == 0)
		code = count(&of_month, part, err);
	json_decref(of_month.about);
	if (code == 0 && rename(part, to) != 0)
		code = no_write(to, err);
	if (code != 0)
		unlink(part);
	else
		r->out->months++;
	return code;
}

static int
take_months(struct restoring *r, struct err *err)
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

/* -- the change of places -------------------------------------------------- */

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
			return no_write(to, err);
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
		drop_beside(stem, parts[i]);
}

static int
sync_folder(const char *path, struct err *err)
{
	char folder[PATH_MAX];
	snprintf(folder, sizeof(folder), "%s", path);
	int fd = open(dirname(folder), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	int code = fd < 0 || fsync(fd) != 0 ? no_write(folder, err) : 0;
	if (fd >= 0)
		close(fd);
	return code;
}

static int
change_places(struct restoring *r, struct err *err)
{
	drop_search(r->wish->to);
	int code = put_aside(r, err);
	if (code == 0 && rename(r->part, r->wish->to) != 0)
		code = no_write(r->wish->to, err);
	fault_here("restore.named");
	return code == 0 ? sync_folder(r->wish->to, err) : code;
}

/* -- all of it ------------------------------------------------------------- */

static int
lock(const char *to, int *fd_out, struct err *err)
{
	char name[PATH_MAX];
	snprintf(name, sizeof(name), "%s-lock", to);
	*fd_out = open(name, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
	if (*fd_out < 0)
		return no_write(name, err);
	if (flock(*fd_out, LOCK_EX | LOCK_NB) == 0)
		return 0;
	close(*fd_out);
	*fd_out = -1;
	return err_set(
	    err, RESTORE_BUSY, 0, "a furrowd works with %s: stop it first", to);
}

static void
drop_part(const struct restoring *r)
{
	static const char *const parts[] = {"", "-wal", "-shm", "-lock"};
	for (size_t i = 0; i < sizeof(parts) / sizeof(parts[0]); i++)
		drop_beside(r->part, parts[i]);
}

static int
run(struct restoring *r, struct err *err)
{
	const struct restore_wish *w = r->wish;
	if (!w->replace && access(w->to, F_OK) == 0)
		return err_set(err, RESTORE_EXISTS, 0,
		    "%s is there: say --replace, and it is put aside", w->to);
	/* The journal of one that was killed would be taken for this one's. */
	drop_part(r);
	int code = open_file(r, w->file, BACKUP_PIECE_STORE, r->part, err);
	if (code == 0)
		code = make_ready(r, err);
	if (code == 0)
		code = take_months(r, err);
	if (code == 0)
		code = change_places(r, err);
	if (code != 0) {
		drop_part(r);
		drop_beside(r->out->conf, "");
	}
	return code;
}

int
restore_run(
    const struct restore_wish *wish, struct restore_done *out, struct err *err)
{
	struct restoring r = {.wish = wish, .out = out};
	int lock_fd, code;
	memset(out, 0, sizeof(*out));
	snprintf(r.folder, sizeof(r.folder), "%s", wish->file);
	memmove(r.folder, dirname(r.folder), strlen(dirname(r.folder)) + 1);
	if ((size_t)snprintf(r.part, sizeof(r.part), "%s.restoring",
		wish->to) >= sizeof(r.part) - 32)
		return err_set(err, RESTORE_WRITE, 0, "the path is too long");
	if (vault_key_read(&r.key, wish->key_file, err) != 0)
		return err != NULL ? (err->code = RESTORE_KEY) : RESTORE_KEY;
	code = lock(wish->to, &lock_fd, err);
	if (code == 0)
		code = run(&r, err);
	if (lock_fd >= 0)
		close(lock_fd);
	json_decref(r.about);
	vault_key_wipe(&r.key);
	return code;
}

static int
read_through(struct vault_in *in, char **about_out, struct err *err)
{
	char piece[VAULT_NAME_OCTETS];
	int64_t octets;
	int n;
	while ((n = vault_next(in, piece, &octets, err)) > 0)
		if (about_out != NULL && *about_out == NULL &&
		    strcmp(piece, BACKUP_PIECE_ABOUT) == 0 &&
		    (*about_out = read_text(in, octets, err)) == NULL)
			return RESTORE_FILE;
	return n < 0 ? vault_said(n, err) : 0;
}

int
restore_verify(
    const char *file, const char *key_file, char **about_out, struct err *err)
{
	struct vault_key key;
	if (about_out != NULL)
		*about_out = NULL;
	if (vault_key_read(&key, key_file, err) != 0)
		return err != NULL ? (err->code = RESTORE_KEY) : RESTORE_KEY;
	struct vault_in *in = vault_open(file, &key, err);
	int code = in == NULL
		       ? vault_said(err != NULL ? err->code : VAULT_IO, err)
		       : read_through(in, about_out, err);
	vault_close(&in);
	vault_key_wipe(&key);
	return code;
}
