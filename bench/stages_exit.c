/* stages_exit - linked into bench/furrowd_stages: the daemon writes at its end
 * where the time of its turns went, into the file that $STAGES_FILE names, per
 * order if $STAGES_ORDERS is a file that holds how many those were, else per
 * turn. */
#include <stdio.h>
#include <stdlib.h>

#include "bench/stages.h"

static long
read_count(const char *path)
{
	long count = 0;
	FILE *in = path == NULL ? NULL : fopen(path, "r");
	if (in == NULL)
		return 0;
	if (fscanf(in, "%ld", &count) != 1)
		count = 0;
	fclose(in);
	return count;
}

static void
write_stages(void)
{
	const char *path = getenv("STAGES_FILE");
	FILE *out = path == NULL ? NULL : fopen(path, "w");
	long turns = stages_turns();
	long orders = read_count(getenv("STAGES_ORDERS"));
	if (out == NULL || turns == 0)
		return;
	fprintf(out, "  %ld turns, %.1f ends a turn\n", turns,
	    (double)orders / (double)turns);
	stages_print(out, orders > 0 ? orders : turns);
	fclose(out);
}

__attribute__((constructor)) static void
begin(void)
{
	stages_reset();
	(void)atexit(write_stages);
}
