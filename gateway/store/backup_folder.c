#include "gateway/store/backup_folder.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/clock.h"
#include "base/str.h"

void
backup_base(char dst[48], const char *store_path)
{
	const char *slash = strrchr(store_path, '/');
	const char *name = slash != NULL ? slash + 1 : store_path;
	size_t octets = strlen(name);
	if (octets > 3 && strcmp(name + octets - 3, ".db") == 0)
		octets -= 3;
	str_copy(dst, 41, str_of(name, octets));
}

/* "2026-11-26T02:30:00Z" <-> "20261126T023000Z": no name of a stick's file
 * system has a colon. */
void
backup_name(char dst[BACKUP_NAME_OCTETS], const char *base, int64_t made_ms)
{
	char stamp[40], packed[20];
	size_t used = 0;
	clock_rfc3339(stamp, sizeof(stamp), made_ms, 0);
	for (int i = 0; i < 19; i++)
		if (stamp[i] != '-' && stamp[i] != ':')
			packed[used++] = stamp[i];
	packed[used] = '\0';
	snprintf(dst, BACKUP_NAME_OCTETS, "%s-%sZ.backup", base, packed);
}

int64_t
backup_name_time(const char *name, const char *base)
{
	char stamp[24];
	int64_t ms;
	size_t skip = strlen(base);
	const char *at = name + skip + 1;
	if (strncmp(name, base, skip) != 0 || name[skip] != '-' ||
	    strlen(at) != 23 || at[8] != 'T' ||
	    strcmp(at + 15, "Z.backup") != 0)
		return 0;
	snprintf(stamp, sizeof(stamp), "%.4s-%.2s-%.2sT%.2s:%.2s:%.2sZ", at,
	    at + 4, at + 6, at + 9, at + 11, at + 13);
	return clock_parse(&ms, stamp) ? ms : 0;
}

bool
backup_path(char *dst, size_t dst_octets, const char *folder, const char *name)
{
	struct buf path = buf_over(dst, dst_octets);
	buf_add_format(&path, "%s/%s", folder, name);
	if (path.full)
		dst[0] = '\0';
	return !path.full;
}

static int
newer_first(const void *a, const void *b)
{
	const struct backup_file *x = a, *y = b;
	return x->made_ms < y->made_ms ? 1 : x->made_ms > y->made_ms ? -1 : 0;
}

int
backup_list(
    const char *folder, const char *base, struct backup_file *out, int most)
{
	DIR *dir = opendir(folder);
	int count = 0;
	if (dir == NULL)
		return -1;
	for (struct dirent *e; count < most && (e = readdir(dir)) != NULL;) {
		struct stat st;
		int64_t made_ms = backup_name_time(e->d_name, base);
		if (made_ms == 0 ||
		    fstatat(dirfd(dir), e->d_name, &st, AT_SYMLINK_NOFOLLOW) !=
			0 ||
		    !S_ISREG(st.st_mode))
			continue;
		out[count].made_ms = made_ms;
		out[count].octets = st.st_size;
		str_copy(out[count].name, sizeof(out[count].name),
		    str_from(e->d_name));
		count++;
	}
	closedir(dir);
	qsort(out, (size_t)count, sizeof(*out), newer_first);
	return count;
}

/* fn says of a name whether it goes. */
static void
sweep(const char *folder,
    bool (*goes)(const char *name, const char *base, const void *arg),
    const char *base, const void *arg)
{
	DIR *dir = opendir(folder);
	if (dir == NULL)
		return;
	for (struct dirent *e; (e = readdir(dir)) != NULL;)
		if (goes(e->d_name, base, arg))
			unlinkat(dirfd(dir), e->d_name, 0);
	closedir(dir);
}

static bool
is_half(const char *name, const char *base, const void *arg)
{
	size_t skip = strlen(base), octets = strlen(name);
	(void)arg;
	return octets > skip + 6 && strncmp(name, base, skip) == 0 &&
	       name[skip] == '-' && strcmp(name + octets - 5, ".part") == 0 &&
	       (strstr(name, ".backup.part") != NULL ||
		   strstr(name, ".month.part") != NULL);
}

void
backup_tidy(const char *folder, const char *base, int keep)
{
	struct backup_file *files = calloc(BACKUPS_MOST, sizeof(*files));
	int count =
	    files == NULL ? 0 : backup_list(folder, base, files, BACKUPS_MOST);
	sweep(folder, is_half, base, NULL);
	for (int i = keep; keep > 0 && i < count; i++) {
		char path[4096];
		if (backup_path(path, sizeof(path), folder, files[i].name))
			unlink(path);
	}
	free(files);
}

/* -- months ---------------------------------------------------------------- */

void
backup_month_name(char dst[BACKUP_NAME_OCTETS], const char *base,
    const char *month, int64_t dropped_id, int schema)
{
	snprintf(dst, BACKUP_NAME_OCTETS, "%s-%.7s-%" PRId64 "-%d.month", base,
	    month, dropped_id, schema);
}

/* What of the name follows the month; NULL: it is not that month's. */
static const char *
behind_month(const char *name, const char *base, const char *month)
{
	size_t skip = strlen(base), octets = strlen(name);
	if (strncmp(name, base, skip) != 0 || name[skip] != '-' ||
	    strncmp(name + skip + 1, month, 7) != 0 || strlen(month) != 7 ||
	    octets < skip + 9 + 6 || name[skip + 8] != '-' ||
	    strcmp(name + octets - 6, ".month") != 0)
		return NULL;
	return name + skip + 9;
}

bool
backup_month_find(char dst[BACKUP_NAME_OCTETS], const char *folder,
    const char *base, const char *month, int64_t dropped_id)
{
	DIR *dir = opendir(folder);
	int64_t best = -1;
	dst[0] = '\0';
	for (struct dirent *e; dir != NULL && (e = readdir(dir)) != NULL;) {
		const char *rest = behind_month(e->d_name, base, month);
		int64_t has = rest == NULL ? -1 : strtoll(rest, NULL, 10);
		if (has < dropped_id || has <= best)
			continue;
		best = has;
		str_copy(dst, BACKUP_NAME_OCTETS, str_from(e->d_name));
	}
	if (dir != NULL)
		closedir(dir);
	return best >= 0;
}

struct kept_month {
	const char *month, *name;
};

static bool
is_older_month(const char *name, const char *base, const void *arg)
{
	const struct kept_month *kept = arg;
	return behind_month(name, base, kept->month) != NULL &&
	       strcmp(name, kept->name) != 0;
}

void
backup_month_tidy(
    const char *folder, const char *base, const char *month, const char *name)
{
	const struct kept_month kept = {month, name};
	sweep(folder, is_older_month, base, &kept);
}
