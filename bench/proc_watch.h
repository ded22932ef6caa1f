/* proc_watch - what some processes cost, from /proc: of furrowd, or of all the
 * processes that do the same work elsewhere, together. */
#ifndef BENCH_PROC_WATCH_H
#define BENCH_PROC_WATCH_H

#include <stdbool.h>
#include <sys/types.h>

#define PROC_WATCH_MAX 16

struct proc_watch {
	pid_t pids[PROC_WATCH_MAX];
	int count;
};

/* "123,456"; false when it is no such list. */
bool proc_watch_read(struct proc_watch *watch, const char *pids);
/* Processor time used so far, in clock ticks of a hundredth. */
double proc_watch_cpu_s(const struct proc_watch *watch);
/* Resident now, and the sum of what each had at most. */
double proc_watch_memory_mib(const struct proc_watch *watch);
double proc_watch_most_mib(const struct proc_watch *watch);
/* All of them are still there. */
bool proc_watch_alive(const struct proc_watch *watch);

#endif
