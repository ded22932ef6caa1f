/* ussd_bad - requests that no honest gateway sends, by name, and what they
 * cost beside honest ones.
 *
 * Each kind is a row: how it is made and the status that is its answer.  They
 * go one after the other over a few connections as fast as they are answered;
 * what they cost the other side is for the caller to read. */
#ifndef BENCH_USSD_BAD_H
#define BENCH_USSD_BAD_H

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"

struct ussd_bad_config {
	int port, connections;
	const char *path, *code;
	int64_t first; /* number of the first phone */
};

struct ussd_bad_counts {
	int64_t sent, expected; /* answered as the row says */
	int64_t again; /* connections made once more */
	int status; /* of the last that was not as expected; 0: closed */
};

/* The kinds in their order; NULL behind the last. */
const char *ussd_bad_name(int kind);
/* False, with err: no such kind, or nobody listens. */
bool ussd_bad_run(const struct ussd_bad_config *config, const char *name,
    int64_t count, struct ussd_bad_counts *out, struct err *err);

#endif
