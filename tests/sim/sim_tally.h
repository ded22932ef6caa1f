/* sim_tally - a journal added up: what became of every text.
 *
 * In: lines of sim_journal.h.  Texts to modems are told apart by their id;
 * texts to phones by number and words, as a person would: the same words
 * twice are a text that came twice. */
#ifndef TESTS_SIM_SIM_TALLY_H
#define TESTS_SIM_SIM_TALLY_H

#include <stdio.h>

#include <jansson.h>

struct sim_tally {
	long in, in_whole, in_repeated, in_missing; /* texts to modems */
	long taken, refused_pdus; /* messages from modems */
	long out_once, out_twice; /* different texts at phones */
	long expired, lost, refused, hung; /* never delivered, by why */
	long reports;
	long calls, missed, answered, hung_up, hung_up_early;
};

/* 0, or -1 with errno when the file cannot be read. */
int sim_tally_read(struct sim_tally *out, FILE *journal);
void sim_tally_print(const struct sim_tally *tally, FILE *out);

#endif
