/* fault_run - one row of the table: a network, furrowd, a minute of trouble.
 *
 * Runs in a folder of the row's name below the present one and stays there;
 * who runs several rows forks.  What is said on the way goes to stderr. */
#ifndef BENCH_FAULT_RUN_H
#define BENCH_FAULT_RUN_H

#include "bench/fault_count.h"
#include "bench/fault_rows.h"

struct fault_figures {
	bool ran; /* all of the rest is measured */
	bool stuck; /* nothing went through any more */
	bool died; /* furrowd ended by itself */
	int fired; /* so often it befell the modem, or was played */
	int wrong; /* of what else happened: noticed says what */
	struct fault_count count;
	int recover_ms; /* until a text comes in and one goes out; -1 never */
	int end_ms; /* from SIGTERM to its end */
	double cpu_percent; /* of one core, over the whole run */
	double cpu_down_percent; /* blows: while it lasts */
};

/* 60 texts in, 30 out in `seconds` with the row's faults, then none. */
struct fault_figures fault_run(const struct fault_row *row, int seconds);
/* One blow; only recover_ms, end_ms, processor time and the count matter. */
struct fault_figures fault_run_blow(const struct fault_blow *blow);

/* The promise: nothing lost, nothing doubled but what nobody could know,
 * nothing claimed wrongly, back in time, ended on SIGTERM within 2 s. */
bool fault_run_kept(
    const struct fault_figures *f, bool unknowable, int recover_most_ms);

#endif
