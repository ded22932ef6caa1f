/* Who else has a device open: /proc/PID/fd (proc(5)), read only when a device
 * is found busy. */
#include "modem/tty.h"

#include <ctype.h>
#include <dirent.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static bool
has_open(const char *pid, uint64_t device_number)
{
	char path[320];
	bool found = false;
	snprintf(path, sizeof(path), "/proc/%.20s/fd", pid);
	DIR *dir = opendir(path);
	if (dir == NULL)
		return false;
	for (struct dirent *e = readdir(dir); e != NULL && !found;
	     e = readdir(dir)) {
		struct stat st;
		snprintf(path, sizeof(path), "/proc/%.20s/fd/%.250s", pid,
		    e->d_name);
		found = isdigit((unsigned char)e->d_name[0]) &&
			stat(path, &st) == 0 && S_ISCHR(st.st_mode) &&
			st.st_rdev == device_number;
	}
	closedir(dir);
	return found;
}

static void
name_of(const char *pid, char *dst, size_t octets)
{
	char path[64], name[40] = "a program";
	snprintf(path, sizeof(path), "/proc/%.20s/comm", pid);
	FILE *in = fopen(path, "re");
	if (in != NULL) {
		if (fgets(name, sizeof(name), in) != NULL)
			name[strcspn(name, "\n")] = '\0';
		fclose(in);
	}
	snprintf(dst, octets, "%s (pid %.20s)", name, pid);
}

bool
tty_user(uint64_t device_number, char *dst, size_t octets)
{
	bool found = false;
	char own[24];
	DIR *proc = device_number != 0 ? opendir("/proc") : NULL;
	if (proc == NULL)
		return false;
	snprintf(own, sizeof(own), "%ld", (long)getpid());
	for (struct dirent *e = readdir(proc); e != NULL && !found;
	     e = readdir(proc)) {
		if (!isdigit((unsigned char)e->d_name[0]) ||
		    strcmp(e->d_name, own) == 0)
			continue;
		found = has_open(e->d_name, device_number);
		if (found)
			name_of(e->d_name, dst, octets);
	}
	closedir(proc);
	return found;
}
