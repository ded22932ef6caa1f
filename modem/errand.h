/* errand - one child process that must not hold up the loop.
 *
 * Either a program with its arguments (execv, no shell, so that nothing in a
 * name or a path is ever interpreted), or one function of ours that may sleep
 * and block.  What the child prints becomes log lines, cut at 256 octets a line
 * and 20 lines.  It gets a process group of its own; when the time is up the
 * whole group is killed.  Nothing of ours but stderr's pipe is open in it.
 * The end is told exactly once, from the loop, behind the child's last words;
 * where a child of the child keeps the output open, 250 ms after the end. */
#ifndef MODEM_ERRAND_H
#define MODEM_ERRAND_H

#include <stdbool.h>
#include <stdint.h>

#include "base/loop.h"

enum errand_end {
	ERRAND_DONE, /* code: the exit status, 0 to 255 */
	ERRAND_KILLED, /* by a signal not ours; code: which */
	ERRAND_LATE, /* the time was up */
	ERRAND_NOT_RUN, /* no process, no pipe; code: errno */
};

struct errand_work {
	const char *label; /* for the log: the link's name */
	char *const *argv; /* argv[0] an absolute path; NULL: call */
	char *const *environment; /* "NAME=value", NULL at the end */
	/* In the child: what it returns is the exit status.  Only calls that
	 * are safe behind fork() (signal-safety(7)). */
	int (*call)(const void *record);
	const void *record;
	int64_t limit_ms;
	bool must_finish; /* half done is worse than not begun: never killed by
			     errand_free() */
	void (*on_end)(void *arg, enum errand_end end, int code);
	void *arg;
};

struct errand;

/* Never NULL; work is read only during the call. */
struct errand *errand_new(struct loop *loop, const struct errand_work *work);

/* Kills what still runs, without telling; clears *errand. */
void errand_free(struct errand **errand);

#endif
