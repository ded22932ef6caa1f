/* fault_count - the network's journal against furrow's ledger.
 *
 * In the present folder: sim.log and furrow.db, which may be in use.  Every
 * text has a phone of its own, so that a number says which one it is. */
#ifndef BENCH_FAULT_COUNT_H
#define BENCH_FAULT_COUNT_H

#include <stdbool.h>
#include <stdio.h>

#define FAULT_TEXTS 64
#define FAULT_PARTS 4
#define FAULT_WORDS 700

struct fault_text {
	char number[24];
	char text[FAULT_WORDS]; /* inwards; of no use outwards */
};

struct fault_plan {
	struct fault_text in[FAULT_TEXTS], out[FAULT_TEXTS];
	int ins, outs;
};

struct fault_count {
	int in_lost, in_doubled;
	int out_lost; /* and furrow does not say "unknown" */
	int out_doubled; /* and nothing excuses it */
	int out_unknown; /* furrow says so: nobody told whether it left */
	int out_again; /* sent once more because of that, and taken twice */
	int said_sent; /* said, but the network never had it */
	int said_failed; /* said, but the network has it */
	int waiting; /* still to leave, at the end */
};

/* 0, or -1 with the reason on stderr. */
int fault_count(const struct fault_plan *plan, struct fault_count *out);
/* The numbers that were lost, doubled or said wrongly, for a person who looks
 * for the reason. */
void fault_count_explain(const struct fault_plan *plan, FILE *out);

/* Rows of the ledger with this state among texts of that way; -1: no ledger. */
int fault_count_rows(bool out, int state, const char *number);

#endif
