/* backup_folder - the names in a folder of backups, and which of them go.
 *
 *   furrow-20261126T023000Z.backup   one backup of furrow.db, by when
 *   furrow-2025-01-4711-22.month     the file of an old month, up to which
 *                                    message it had them, and its schema
 *
 * Files of other names are nobody's business and never touched; nor are those
 * of another store. */
#ifndef GATEWAY_STORE_BACKUP_FOLDER_H
#define GATEWAY_STORE_BACKUP_FOLDER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define BACKUP_NAME_OCTETS 96
#define BACKUPS_MOST 1000

struct backup_file {
	char name[BACKUP_NAME_OCTETS];
	int64_t made_ms, octets;
};

/* "/var/lib/furrow.db" -> "furrow", cut to 40 octets. */
void backup_base(char dst[48], const char *store_path);
void backup_name(
    char dst[BACKUP_NAME_OCTETS], const char *base, int64_t made_ms);
/* "FOLDER/NAME"; false (and ""): dst is too small. */
bool backup_path(
    char *dst, size_t dst_octets, const char *folder, const char *name);
/* When that file was made; 0: it is no backup of that store. */
int64_t backup_name_time(const char *name, const char *base);

/* Those of that store, newest first; how many.  -1: the folder cannot be read
 * (errno). */
int backup_list(
    const char *folder, const char *base, struct backup_file *out, int most);
/* Takes away all but the newest `keep` (0: none goes), and what a backup that
 * was killed left half done. */
void backup_tidy(const char *folder, const char *base, int keep);

/* The file of a month with at least those messages: its name.  False: none. */
bool backup_month_find(char dst[BACKUP_NAME_OCTETS], const char *folder,
    const char *base, const char *month, int64_t dropped_id);
void backup_month_name(char dst[BACKUP_NAME_OCTETS], const char *base,
    const char *month, int64_t dropped_id, int schema);
/* Takes away those of that month but `name`. */
void backup_month_tidy(
    const char *folder, const char *base, const char *month, const char *name);

#endif
