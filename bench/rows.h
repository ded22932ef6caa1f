/* rows - what a run has left in the ledger, table by table. */
#ifndef BENCH_ROWS_H
#define BENCH_ROWS_H

#include <stdio.h>

/* One line a table that grew with the lives: rows a life. */
void rows_print(FILE *out, const char *path, long lives);

#endif
