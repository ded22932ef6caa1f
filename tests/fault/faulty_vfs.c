#include "tests/fault/faulty_vfs.h"

#include <stdatomic.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include <sqlite3.h>

/* One process, one disk: the state is the file's own. */
static sqlite3_vfs vfs;
static sqlite3_vfs *real_vfs;
static struct faulty_vfs_plan plan;
static atomic_int_fast64_t writes, syncs, octets;
static atomic_bool failed;
static const char *while_path; /* syncs are slow while it is there */

struct faulty_file {
	sqlite3_file base;
	sqlite3_file *real; /* lies behind this struct */
};

static sqlite3_file *
real_of(sqlite3_file *file)
{
	return ((struct faulty_file *)file)->real;
}

/* -- the faults ---------------------------------------------------------- */

/* SQLITE_OK, or what the n-th write or sync ends in. */
static int
count_one(int io_error)
{
	if (++writes != plan.fail_write)
		return SQLITE_OK;
	failed = true;
	return plan.fail_as_full ? SQLITE_FULL : io_error;
}

static int
faulty_write(
    sqlite3_file *file, const void *bytes, int amount, sqlite3_int64 offset)
{
	int rc = count_one(SQLITE_IOERR_WRITE);
	if (rc != SQLITE_OK)
		return rc;
	octets += amount;
	if (plan.full_after > 0 && octets > plan.full_after)
		return SQLITE_FULL;
	return real_of(file)->pMethods->xWrite(
	    real_of(file), bytes, amount, offset);
}

static int
faulty_sync(sqlite3_file *file, int flags)
{
	int rc = count_one(SQLITE_IOERR_FSYNC);
	syncs++;
	if (rc != SQLITE_OK)
		return rc;
	if (plan.sync_ms > 0 &&
	    (while_path == NULL || access(while_path, F_OK) == 0)) {
		struct timespec pause = {.tv_sec = plan.sync_ms / 1000,
		    .tv_nsec = plan.sync_ms % 1000 * 1000000L};
		nanosleep(&pause, NULL);
	}
	return real_of(file)->pMethods->xSync(real_of(file), flags);
}

/* -- everything else passes ---------------------------------------------- */

static int
faulty_close(sqlite3_file *file)
{
	return real_of(file)->pMethods->xClose(real_of(file));
}

static int
faulty_read(sqlite3_file *file, void *bytes, int amount, sqlite3_int64 offset)
{
	return real_of(file)->pMethods->xRead(
	    real_of(file), bytes, amount, offset);
}

static int
faulty_truncate(sqlite3_file *file, sqlite3_int64 size)
{
	return real_of(file)->pMethods->xTruncate(real_of(file), size);
}

static int
faulty_size(sqlite3_file *file, sqlite3_int64 *size)
{
	return real_of(file)->pMethods->xFileSize(real_of(file), size);
}

static int
faulty_lock(sqlite3_file *file, int level)
{
	return real_of(file)->pMethods->xLock(real_of(file), level);
}

static int
faulty_unlock(sqlite3_file *file, int level)
{
	return real_of(file)->pMethods->xUnlock(real_of(file), level);
}

static int
faulty_check_lock(sqlite3_file *file, int *result)
{
	return real_of(file)->pMethods->xCheckReservedLock(
	    real_of(file), result);
}

static int
faulty_control(sqlite3_file *file, int op, void *arg)
{
	return real_of(file)->pMethods->xFileControl(real_of(file), op, arg);
}

static int
faulty_sector(sqlite3_file *file)
{
	return real_of(file)->pMethods->xSectorSize(real_of(file));
}

static int
faulty_device(sqlite3_file *file)
{
	return real_of(file)->pMethods->xDeviceCharacteristics(real_of(file));
}

static int
faulty_shm_map(
    sqlite3_file *file, int page, int size, int extend, void volatile **at)
{
	return real_of(file)->pMethods->xShmMap(
	    real_of(file), page, size, extend, at);
}

static int
faulty_shm_lock(sqlite3_file *file, int offset, int n, int flags)
{
	return real_of(file)->pMethods->xShmLock(
	    real_of(file), offset, n, flags);
}

static void
faulty_shm_barrier(sqlite3_file *file)
{
	real_of(file)->pMethods->xShmBarrier(real_of(file));
}

static int
faulty_shm_unmap(sqlite3_file *file, int remove)
{
	return real_of(file)->pMethods->xShmUnmap(real_of(file), remove);
}

/* Version 2: with shared memory for the WAL, without mapped reading, which
 * would go round the writes that we count. */
static const sqlite3_io_methods methods = {
    .iVersion = 2,
    .xClose = faulty_close,
    .xRead = faulty_read,
    .xWrite = faulty_write,
    .xTruncate = faulty_truncate,
    .xSync = faulty_sync,
    .xFileSize = faulty_size,
    .xLock = faulty_lock,
    .xUnlock = faulty_unlock,
    .xCheckReservedLock = faulty_check_lock,
    .xFileControl = faulty_control,
    .xSectorSize = faulty_sector,
    .xDeviceCharacteristics = faulty_device,
    .xShmMap = faulty_shm_map,
    .xShmLock = faulty_shm_lock,
    .xShmBarrier = faulty_shm_barrier,
    .xShmUnmap = faulty_shm_unmap,
};

static int
faulty_open(sqlite3_vfs *self, const char *name, sqlite3_file *file, int flags,
    int *flags_out)
{
	struct faulty_file *f = (struct faulty_file *)file;
	(void)self;
	f->real = (sqlite3_file *)(void *)(f + 1);
	f->base.pMethods = NULL;
	int rc = real_vfs->xOpen(real_vfs, name, f->real, flags, flags_out);
	if (rc == SQLITE_OK)
		f->base.pMethods = &methods;
	return rc;
}

/* -- switching it on ----------------------------------------------------- */

void
faulty_vfs_install(const struct faulty_vfs_plan *wanted)
{
	if (real_vfs == NULL) {
		real_vfs = sqlite3_vfs_find(NULL);
		vfs = *real_vfs;
		vfs.zName = "faulty";
		vfs.szOsFile =
		    (int)sizeof(struct faulty_file) + real_vfs->szOsFile;
		vfs.pNext = NULL;
		vfs.xOpen = faulty_open;
		sqlite3_vfs_register(&vfs, 1);
	}
	plan = *wanted;
	writes = syncs = octets = 0;
	failed = false;
}

int64_t
faulty_vfs_writes(void)
{
	return writes;
}

int64_t
faulty_vfs_syncs(void)
{
	return syncs;
}

bool
faulty_vfs_failed(void)
{
	return failed;
}

static int64_t
wish(const char *wishes, const char *key)
{
	const char *at = strstr(wishes, key);
	return at != NULL ? strtoll(at + strlen(key), NULL, 10) : 0;
}

__attribute__((constructor)) static void
install_from_environment(void)
{
	const char *wishes = getenv("FURROW_VFS");
	if (wishes == NULL)
		return;
	while_path = getenv("FURROW_FAULT_WHILE");
	struct faulty_vfs_plan wanted = {
	    .sync_ms = (int)wish(wishes, "sync-ms="),
	    .fail_write = wish(wishes, "fail-write="),
	    .full_after = wish(wishes, "full-after="),
	};
	faulty_vfs_install(&wanted);
}
