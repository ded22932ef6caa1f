#include "gateway/store/backup.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/fault.h"
#include "base/json.h"
#include "base/panic.h"
#include "base/vault.h"
#include "gateway/store/archive.h"
#include "gateway/store/db.h"
#include "gateway/store/schema.h"
#include "gateway/store/store.h"

#define MONTHS_MOST 1200 /* a century */

/* What one backup has at hand. */
struct making {
	const struct backup_wish *wish;
	struct vault_key key;
	char base[48];
	char copy[PATH_MAX]; /* beside the store */
	struct archive_month *months;
	size_t months_count;
	struct backup_made *out;
};

/* -- is there a place, and room in it? ------------------------------------- */

static int
check_place(const struct backup_wish *w, struct err *err)
{
	struct stat folder, root;
	if (stat(w->folder, &folder) != 0)
		return err_set(err, BACKUP_PLACE, 0, "%s: %s%s", w->folder,
		    strerror(errno),
		    w->mount && errno == ENOENT ? ": is the stick in?" : "");
	if (!S_ISDIR(folder.st_mode))
		return err_set(
		    err, BACKUP_PLACE, 0, "%s is no folder", w->folder);
	if (w->mount && stat("/", &root) == 0 && root.st_dev == folder.st_dev)
		return err_set(err, BACKUP_PLACE, 0,
		    "nothing is mounted at %s: is the stick in?", w->folder);
	return 0;
}

static int64_t
free_octets(const char *path)
{
	struct statvfs fs;
	if (statvfs(path, &fs) != 0)
		return INT64_MAX;
	return (int64_t)fs.f_bavail * (int64_t)fs.f_frsize;
}

/* As large as the last one; the first perhaps a third of the store. */
static int64_t
expected_octets(const struct making *m, int64_t store_octets)
{
	struct backup_file last;
	if (backup_list(m->wish->folder, m->base, &last, 1) == 1)
		return last.octets + last.octets / 8;
	return store_octets / 3;
}

static int
check_room(const struct making *m, struct err *err)
{
	const struct backup_wish *w = m->wish;
	struct stat store, folder;
	if (stat(w->store_path, &store) != 0 || stat(w->folder, &folder) != 0)
		return err_set(err, BACKUP_STORE, 0, "%s: %s", w->store_path,
		    strerror(errno));
	int64_t need = store.st_size + BACKUP_ROOM_OCTETS;
	int64_t locked = expected_octets(m, store.st_size);
	if (store.st_dev == folder.st_dev)
		need += locked;
	if (free_octets(w->store_path) < need)
		return err_set(err, BACKUP_ROOM, 0,
		    "the store's own disk has too little room for a copy: "
		    "%lld MiB are needed",
		    (long long)(need >> 20));
	if (free_octets(w->folder) < locked)
		return err_set(err, BACKUP_ROOM, 0,
		    "%s is full: %lld MiB are needed, so keep fewer or take a "
		    "larger stick",
		    w->folder, (long long)(locked >> 20) + 1);
	return 0;
}

/* -- the copy -------------------------------------------------------------- */

static void
note_months(struct making *m, struct store *reader)
{
	m->months = xcalloc(MONTHS_MOST, sizeof(*m->months));
	m->months_count = archive_list(reader, m->months, MONTHS_MOST);
}

static int
bad_store(struct err *err)
{
	if (err != NULL)
		err->code = BACKUP_STORE;
	return BACKUP_STORE;
}

/* What is asked of the copy is asked of nobody's connection. */
static int
check_copy(struct making *m, struct err *err)
{
	struct store *copy = store_open_reader(m->copy, err);
	if (copy == NULL)
		return bad_store(err);
	int code = store_check(copy, err);
	note_months(m, copy);
	store_close(&copy);
	return code != 0 ? bad_store(err) : 0;
}

static int
make_copy(struct making *m, struct err *err)
{
	struct store *reader = store_open_reader(m->wish->store_path, err);
	if (reader == NULL)
		return bad_store(err);
	int code = store_backup(reader, m->copy, err);
	store_close(&reader);
	fault_here("backup.copied");
	return code != 0 ? bad_store(err) : check_copy(m, err);
}

/* -- what is in it, in words ----------------------------------------------- */

static void
add_rows(void *arg, const char *table, int64_t rows)
{
	json_object_set_new(arg, table, json_integer(rows));
}

static json_t *
months_json(const struct making *m)
{
	json_t *list = json_array();
	for (size_t i = 0; i < m->months_count; i++)
		json_array_append_new(
		    list, json_pack("{s:s, s:I}", "month", m->months[i].month,
			      "dropped", (json_int_t)m->months[i].dropped_id));
	return list;
}

static json_t *
about_json(const struct making *m, const char *path, struct err *err)
{
	char made[32];
	json_t *rows = json_object();
	if (db_count_rows(path, add_rows, rows, err) != 0) {
		json_decref(rows);
		return NULL;
	}
	clock_rfc3339(made, sizeof(made), m->wish->now_ms, 0);
	return json_pack("{s:i, s:s, s:I, s:s, s:i, s:s, s:o, s:o}", "format",
	    1, "made", made, "made_ms", (json_int_t)m->wish->now_ms, "furrow",
	    m->wish->version, "schema", schema_newest(), "store", m->base,
	    "rows", rows, "months", months_json(m));
}

/* -- into the vault -------------------------------------------------------- */

static int
put_file(
    struct vault_out *out, const char *piece, const char *path, struct err *err)
{
	static const size_t step = 65536;
	struct stat st;
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	if (fd < 0 || fstat(fd, &st) != 0) {
		int why = errno;
		if (fd >= 0)
			close(fd);
		return err_set(
		    err, BACKUP_STORE, 0, "%s: %s", path, strerror(why));
	}
	char *octets = xcalloc(1, step);
	int code = vault_piece(out, piece, st.st_size, err);
	int64_t left = st.st_size;
	while (code == 0 && left > 0) {
		size_t most = left < (int64_t)step ? (size_t)left : step;
		ssize_t n = read(fd, octets, most);
		if (n <= 0)
			code = err_set(err, BACKUP_STORE, 0,
			    "%s ended while it was read", path);
		else
			code = vault_write(out, octets, (size_t)n, err);
		left -= n;
	}
	free(octets);
	close(fd);
	return code;
}

static int
put_about(struct vault_out *out, json_t *about, struct err *err)
{
	char *text = json_dumps(about, JSON_WRITE_FLAGS);
	PANIC_UNLESS(text != NULL);
	size_t octets = strlen(text), done = 0;
	int code = vault_piece(out, BACKUP_PIECE_ABOUT, (int64_t)octets, err);
	while (code == 0 && done < octets) {
		size_t most = octets - done < 65536 ? octets - done : 65536;
		code = vault_write(out, text + done, most, err);
		done += most;
	}
	free(text);
	return code;
}

/* One file: what is in it, the database, and the configuration, if any. */
static int
lock_away(const struct making *m, const char *path, const char *piece,
    const char *database, const char *conf, int64_t *octets, struct err *err)
{
	json_t *about = about_json(m, database, err);
	if (about == NULL)
		return bad_store(err);
	struct vault_out *out = vault_create(path, &m->key, err);
	int code = out == NULL ? BACKUP_WRITE : put_about(out, about, err);
	json_decref(about);
	if (code == 0)
		code = put_file(out, piece, database, err);
	if (code == 0 && conf[0] != '\0' && access(conf, R_OK) == 0)
		code = put_file(out, BACKUP_PIECE_CONF, conf, err);
	if (code == 0)
		code = vault_finish(&out, octets, err);
	else
		vault_abandon(&out);
	if (code != 0 && code != BACKUP_STORE && err != NULL)
		err->code = BACKUP_WRITE;
	return code == 0 || code == BACKUP_STORE ? code : BACKUP_WRITE;
}

/* -- old months ------------------------------------------------------------ */

static int
lock_month(struct making *m, const struct archive_month *month,
    const char *name, struct err *err)
{
	char path[PATH_MAX], from[PATH_MAX];
	int64_t octets;
	backup_path(path, sizeof(path), m->wish->folder, name);
	if (!archive_path(
		from, sizeof(from), m->wish->store_path, month->month))
		return 0;
	struct store *reader = store_open_reader(from, err);
	if (reader == NULL)
		return bad_store(err);
	int code = store_backup(reader, m->copy, err);
	store_close(&reader);
	if (code != 0)
		return bad_store(err);
	code =
	    lock_away(m, path, BACKUP_PIECE_MONTH, m->copy, "", &octets, err);
	if (code == 0)
		m->out->months++;
	return code;
}

/* FAT knows even seconds only. */
#define STAMP_COARSE_S 2

/* A month's file changes when somebody is erased from it.  The locked one bears
 * its time, so no clock is asked. */
static bool
is_of_that_time(const char *locked, const struct stat *st)
{
	struct stat there;
	return stat(locked, &there) == 0 &&
	       llabs((long long)there.st_mtime - st->st_mtime) < STAMP_COARSE_S;
}

static void
stamp(const char *locked, const struct stat *st)
{
	struct timespec times[2] = {st->st_mtim, st->st_mtim};
	(void)utimensat(AT_FDCWD, locked, times, 0); /* else locked anew */
}

static int
month_as_it_is(
    struct making *m, const struct archive_month *month, struct err *err)
{
	char name[BACKUP_NAME_OCTETS], from[PATH_MAX], to[PATH_MAX];
	struct stat st;
	backup_month_name(
	    name, m->base, month->month, month->dropped_id, schema_newest());
	backup_path(to, sizeof(to), m->wish->folder, name);
	if (!archive_path(
		from, sizeof(from), m->wish->store_path, month->month) ||
	    stat(from, &st) != 0 || is_of_that_time(to, &st))
		return 0;
	int code = lock_month(m, month, name, err);
	fault_here("backup.month");
	if (code != 0)
		return code;
	stamp(to, &st);
	backup_month_tidy(m->wish->folder, m->base, month->month, name);
	return 0;
}

/* Those that are not there as they are now.  A month that is gone from beside
 * the store is told by the archiver; it does not stop what is there from being
 * kept. */
static int
lock_months(struct making *m, struct err *err)
{
	int code = 0;
	for (size_t i = 0; code == 0 && i < m->months_count; i++)
		code = month_as_it_is(m, &m->months[i], err);
	return code;
}

/* -- all of it ------------------------------------------------------------- */

static int
lock_store(struct making *m, struct err *err)
{
	char path[PATH_MAX];
	backup_name(m->out->name, m->base, m->wish->now_ms);
	if (!backup_path(path, sizeof(path) - 8, m->wish->folder, m->out->name))
		return err_set(
		    err, BACKUP_PLACE, 0, "the folder's path is too long");
	return lock_away(m, path, BACKUP_PIECE_STORE, m->copy,
	    m->wish->conf_path, &m->out->octets, err);
}

static int
run(struct making *m, struct err *err)
{
	int code = check_place(m->wish, err);
	if (code == 0)
		backup_tidy(m->wish->folder, m->base, 0);
	if (code == 0)
		code = check_room(m, err);
	if (code == 0)
		code = make_copy(m, err);
	if (code == 0)
		code = lock_store(m, err);
	if (code == 0)
		code = lock_months(m, err);
	fault_here("backup.locked");
	if (code == 0)
		backup_tidy(m->wish->folder, m->base, m->wish->keep);
	return code;
}

int
backup_make(
    const struct backup_wish *wish, struct backup_made *out, struct err *err)
{
	struct making m = {.wish = wish, .out = out};
	memset(out, 0, sizeof(*out));
	if (vault_key_read(&m.key, wish->key_file, err) != 0)
		return err != NULL ? (err->code = BACKUP_KEY) : BACKUP_KEY;
	backup_base(m.base, wish->store_path);
	if ((size_t)snprintf(m.copy, sizeof(m.copy), "%s-backup",
		wish->store_path) >= sizeof(m.copy) - 8)
		return err_set(err, BACKUP_STORE, 0, "the path is too long");
	int code = run(&m, err);
	unlink(m.copy);
	free(m.months);
	vault_key_wipe(&m.key);
	return code;
}
