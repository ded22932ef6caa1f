/* faulty_vfs - a disk that fails, fills up or is slow, under SQLite.
 *
 * Wraps SQLite's own way to files and becomes its default, so whoever opens a
 * database afterwards is on it, unknowing.  A test calls faulty_vfs_install()
 * (again and again: each call starts counting from nothing); the fault build
 * of the daemon is told by the environment, before main():
 *
 *     FURROW_VFS=sync-ms=100,fail-write=123,full-after=1048576
 *
 * and with FURROW_FAULT_WHILE=path syncs are slow only while that file is
 * there.
 *
 * Counted are writes and syncs of databases and journals, in all files and
 * connections together.  Not thread-safe beyond what a count needs. */
#ifndef TESTS_FAULT_FAULTY_VFS_H
#define TESTS_FAULT_FAULTY_VFS_H

#include <stdbool.h>
#include <stdint.h>

struct faulty_vfs_plan {
	int sync_ms; /* every sync takes that much longer */
	int64_t fail_write; /* the n-th write or sync fails, once; 0: none */
	bool fail_as_full; /* "disk full" instead of an input/output error */
	int64_t
	    full_after; /* octets written until the disk is full; 0: never */
};

void faulty_vfs_install(const struct faulty_vfs_plan *plan);

int64_t faulty_vfs_writes(void); /* writes and syncs since the last install */
int64_t faulty_vfs_syncs(void);
bool faulty_vfs_failed(void); /* did the n-th come? */

#endif
