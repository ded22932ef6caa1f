#include "bench/proc_watch.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

bool
proc_watch_read(struct proc_watch *watch, const char *pids)
{
	while (*pids != '\0' && watch->count < PROC_WATCH_MAX) {
		char *end;
		long pid = strtol(pids, &end, 10);
		if (end == pids || pid <= 0)
			return false;
		watch->pids[watch->count++] = (pid_t)pid;
		pids = *end == ',' ? end + 1 : end;
		if (*end != ',' && *end != '\0')
			return false;
	}
	return *pids == '\0';
}

static double
cpu_s(pid_t pid)
{
	char path[64], line[1024];
	unsigned long user = 0, system = 0;
	snprintf(path, sizeof(path), "/proc/%d/stat", (int)pid);
	FILE *in = fopen(path, "r");
	if (in == NULL)
		return 0;
	/* The name may hold spaces: fields are counted behind its bracket. */
	char *rest =
	    fgets(line, sizeof(line), in) != NULL ? strrchr(line, ')') : NULL;
	if (rest != NULL)
		(void)sscanf(rest,
		    ") %*c %*d %*d %*d %*d %*d %*u %*u %*u %*u %*u %lu %lu",
		    &user, &system);
	fclose(in);
	return (double)(user + system) / (double)sysconf(_SC_CLK_TCK);
}

static double
status_mib(pid_t pid, const char *key)
{
	char path[64], line[256];
	long kib = 0;
	snprintf(path, sizeof(path), "/proc/%d/status", (int)pid);
	FILE *in = fopen(path, "r");
	if (in == NULL)
		return 0;
	while (fgets(line, sizeof(line), in) != NULL)
		if (strncmp(line, key, strlen(key)) == 0)
			kib = strtol(line + strlen(key), NULL, 10);
	fclose(in);
	return (double)kib / 1024;
}

static double
sum_status(const struct proc_watch *watch, const char *key)
{
	double sum = 0;
	for (int i = 0; i < watch->count; i++)
		sum += status_mib(watch->pids[i], key);
	return sum;
}

double
proc_watch_cpu_s(const struct proc_watch *watch)
{
	double sum = 0;
	for (int i = 0; i < watch->count; i++)
		sum += cpu_s(watch->pids[i]);
	return sum;
}

double
proc_watch_memory_mib(const struct proc_watch *watch)
{
	return sum_status(watch, "VmRSS:");
}

double
proc_watch_most_mib(const struct proc_watch *watch)
{
	return sum_status(watch, "VmHWM:");
}

bool
proc_watch_alive(const struct proc_watch *watch)
{
	for (int i = 0; i < watch->count; i++)
		if (kill(watch->pids[i], 0) != 0)
			return false;
	return true;
}
