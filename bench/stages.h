/* stages - where a turn's time goes, without touching the turn.
 *
 * Linked ahead of base/fault.c: fault_here() is called at each named step of
 * the turn (docs/queue.md), so the time since the last step belongs to the
 * stage that ends there.  Waiting for something to come (more than 20 ms before
 * a turn begins) is left out. */
#ifndef BENCH_STAGES_H
#define BENCH_STAGES_H

#include <stdio.h>

void stages_reset(void);
/* Turns since then. */
long stages_turns(void);
/* One line a stage: microseconds an order and share of the whole. */
void stages_print(FILE *out, long orders);

#endif
