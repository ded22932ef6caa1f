/* The armed fault_here() of the test build: FURROW_FAULT=place:n kills the
 * process at the n-th visit of that place; with FURROW_FAULT_WHILE=path only
 * visits count while that file is there.  SIGKILL by our own hand is the
 * same death as by anybody else's: no handler, no flush, no last word. */
#include "base/fault.h"

#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char *wanted; /* NULL: not armed */
static size_t wanted_octets;
static long visits_left;
static const char *while_path; /* NULL: always */

__attribute__((constructor)) static void
arm_from_environment(void)
{
	const char *fault = getenv("FURROW_FAULT");
	const char *colon = fault != NULL ? strchr(fault, ':') : NULL;
	if (colon == NULL)
		return;
	while_path = getenv("FURROW_FAULT_WHILE");
	wanted = fault;
	wanted_octets = (size_t)(colon - fault);
	visits_left = strtol(colon + 1, NULL, 10);
}

void
fault_here(const char *place)
{
	if (wanted == NULL || strlen(place) != wanted_octets ||
	    memcmp(place, wanted, wanted_octets) != 0)
		return;
	if (while_path != NULL && access(while_path, F_OK) != 0)
		return;
	if (--visits_left == 0)
		raise(SIGKILL);
}
