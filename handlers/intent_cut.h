/* intent_cut - a word without blanks -> the known words it is made of.
 *
 * "8kgrice", "2kgofmaize".  Ordinary words fall apart by chance ("forget"), so
 * a cut must show goods, or stand behind a figure and begin with a unit.
 * Internal to handlers/intent.  Pure. */
#ifndef HANDLERS_INTENT_CUT_H
#define HANDLERS_INTENT_CUT_H

#include "handlers/intent_known.h"

#define CUT_PIECES_MAX 5

struct cut_word {
	size_t at; /* in the folded text */
	size_t letters;
	bool behind_figure; /* the piece before it is a number */
	bool glued; /* no blank before it */
};

/* How long each piece is, and how many there are; 0 when it is better left
 * whole. */
size_t intent_cut(size_t pieces[CUT_PIECES_MAX], const struct intent_text *t,
    struct cut_word word);

#endif
