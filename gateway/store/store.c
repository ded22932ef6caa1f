#include "gateway/store/store.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include "base/fault.h"
#include "base/panic.h"
#include "gateway/store/store_fresh.h"
#include "gateway/store/store_head.h"
#include "gateway/store/store_inside.h"
#include "gateway/store/store_name.h"
#include "gateway/store/store_open.h"
#include "gateway/store/store_repeat.h"
#include "gateway/store/store_route.h"

#define TEXT_OCTETS (1 << 20)

/* -- the writer's lock --------------------------------------------------- */

/* A file beside the database, held by flock: SQLite's own exclusive mode would
 * shut out our readers.  The kernel lets go of it when we die. */
static int
lock_busy(int fd, const char *path, struct err *err)
{
	char pid[16] = "";
	ssize_t octets = pread(fd, pid, sizeof(pid) - 1, 0);
	if (octets > 0)
		pid[strcspn(pid, "\n")] = '\0';
	close(fd);
	return err_set(err, STORE_BUSY, 0,
	    "%s is in use by another furrowd (process %s)", path,
	    octets > 0 ? pid : "unknown");
}

static int
lock_take(const char *path, int *fd_out, struct err *err)
{
	char name[4096];
	*fd_out = -1;
	if (strcmp(path, ":memory:") == 0)
		return 0;
	if ((size_t)snprintf(name, sizeof(name), "%s-lock", path) >=
	    sizeof(name))
		return err_set(err, STORE_OPEN, 0, "the path is too long");
	int fd = open(name, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
	if (fd < 0)
		return err_set(
		    err, STORE_OPEN, 0, "%s: %s", name, strerror(errno));
	if (flock(fd, LOCK_EX | LOCK_NB) != 0)
		return lock_busy(fd, path, err);
	/* The number is for people only: a disk too full for it is no reason
	 * not to start. */
	if (ftruncate(fd, 0) == 0)
		dprintf(fd, "%ld\n", (long)getpid());
	*fd_out = fd;
	return 0;
}

/* -- opening ------------------------------------------------------------- */

static struct store *
store_new(const char *path, bool read_only, struct err *err)
{
	struct db *db = db_open(path, read_only, err);
	if (db == NULL)
		return NULL;
	struct store *store = xcalloc(1, sizeof(*store));
	store->db = db;
	store->path = xstrdup(path);
	store->lock_fd = -1;
	store->text = buf_new(TEXT_OCTETS);
	store->why = buf_new(TEXT_OCTETS);
	return store;
}

struct store *
store_open(const char *path, struct err *err)
{
	int lock_fd;
	if (lock_take(path, &lock_fd, err) != 0)
		return NULL;
	struct store *store = store_new(path, false, err);
	if (store == NULL) {
		if (lock_fd >= 0)
			close(lock_fd);
		return NULL;
	}
	store->lock_fd = lock_fd;
	store_later_init(store);
	store->head = store_head_new(store->db);
	store->open = store_open_new(store->db);
	store->fresh = store_fresh_new(store);
	store_code_count(&store->codes, store->db);
	store->kept_ms = db_number(
	    store->db, 0, "SELECT coalesce(max(time_ms), 0) FROM report_kept");
	store_seen_init(store);
	store_repeat_init(store);
	store->route = store_route_new();
	if (db_failed(store->db, err) != 0 ||
	    store_audit_carry(store, err) != 0 ||
	    store_name_fill(store, err) != 0)
		store_close(&store);
	return store;
}

struct store *
store_open_reader(const char *path, struct err *err)
{
	return store_new(path, true, err);
}

void
store_close(struct store **store)
{
	if (*store == NULL)
		return;
	PANIC_UNLESS(!(*store)->committing);
	db_close(&(*store)->db);
	store_head_free(&(*store)->head);
	head_map_free(&(*store)->met.heads);
	store_open_free(&(*store)->open);
	store_fresh_free(&(*store)->fresh);
	store_seen_free(*store);
	store_later_free(*store);
	store_repeat_free(*store);
	store_route_free(&(*store)->route);
	free((*store)->watch);
	if ((*store)->lock_fd >= 0)
		close((*store)->lock_fd);
	buf_free(&(*store)->text);
	buf_free(&(*store)->why);
	free((*store)->path);
	free(*store);
	*store = NULL;
}

/* -- transactions -------------------------------------------------------- */

void
store_begin(struct store *store)
{
	PANIC_UNLESS(store->head != NULL);
	db_begin(store->db);
}

static void
caches_apply(struct store *store, bool committed)
{
	if (store->head == NULL)
		return;
	store_head_applied(store->head, committed);
	store_open_applied(store->open, committed);
	store_fresh_applied(store, committed);
	store_code_applied(&store->codes, committed);
	if (!committed) {
		store_seen_forget(store);
		store_route_forget(store);
		store_later_forget(store);
		store->no_broadcast = false;
	}
}

static void
commit_end(
    struct store *store, bool ok, void (*done)(void *arg, bool ok), void *arg)
{
	db_hold(store->db, false);
	store->committing = false;
	caches_apply(store, ok);
	done(arg, ok);
}

/* The COMMIT itself runs here and now.  To move it to a thread: hold, give
 * db_commit() to the thread, and call commit_end() in the loop when it says
 * so; nothing outside of this function would notice. */
void
store_commit(struct store *store, void (*done)(void *arg, bool ok), void *arg)
{
	PANIC_UNLESS(db_in_transaction(store->db) && !store->committing);
	store_fresh_write(store);
	store_open_mark(store->open, store->db, store_fresh_next_id(store) - 1);
	store_later_write(store);
	store->committing = true;
	db_hold(store->db, true);
	fault_here("commit.before");
	bool ok = db_commit(store->db);
	fault_here("commit.after");
	commit_end(store, ok, done, arg);
}

void
store_settle(struct store *store)
{
	store_later_write(store);
}

void
store_rollback(struct store *store)
{
	PANIC_UNLESS(!store->committing);
	db_rollback(store->db);
	caches_apply(store, false);
}

bool
store_in_transaction(const struct store *store)
{
	return db_in_transaction(store->db);
}

int
store_failed(const struct store *store, struct err *err)
{
	return db_failed(store->db, err);
}

void
store_fail(struct store *store, const char *why)
{
	db_fail(store->db, STORE_RULE, "%s", why);
}

/* -- the whole ----------------------------------------------------------- */

/* Through a connection of its own: the pages that are changed and not yet
 * committed are not for a copy. */
int
store_backup(struct store *store, const char *path, struct err *err)
{
	if (store->head == NULL)
		return db_copy(store->db, path, err);
	struct db *from = db_open(store->path, true, err);
	if (from == NULL)
		return err != NULL ? err->code : STORE_OPEN;
	int code = db_copy(from, path, err);
	db_close(&from);
	return code;
}

int64_t
store_disk_free_octets(const struct store *store)
{
	struct statvfs fs;
	if (statvfs(store->path, &fs) != 0)
		return -1;
	return (int64_t)fs.f_bavail * (int64_t)fs.f_frsize;
}

void
store_work(
    const struct store *store, int64_t *statements_out, int64_t *rows_out)
{
	db_work(store->db, statements_out, rows_out);
}

/* -- settings ------------------------------------------------------------ */

int64_t
store_setting_int(struct store *store, const char *key, int64_t otherwise)
{
	return db_number(store->db, otherwise,
	    "SELECT value FROM setting WHERE key = ?1", db_text(key));
}

void
store_setting_put_int(struct store *store, const char *key, int64_t value)
{
	store->seen.alias_known = false;
	db_run(store->db,
	    "INSERT INTO setting (key, value) VALUES (?1, ?2)"
	    " ON CONFLICT (key) DO UPDATE SET value = excluded.value",
	    db_text(key), db_int(value));
}

int64_t
store_steps(struct store *store)
{
	return db_steps(store->db);
}
