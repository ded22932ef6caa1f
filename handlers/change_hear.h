/* change_hear - what the words beside the goods say about a change.
 *
 * The reader of texts tells "reduce 2kg" as a doubt; which way it points, and
 * whether a new order sounds like a correction ("sorry 3 kg tomatoes", "only
 * 3"), stands in the roles of the words.  Pure. */
#ifndef HANDLERS_CHANGE_HEAR_H
#define HANDLERS_CHANGE_HEAR_H

#include <stdbool.h>

#include "handlers/desk.h"

struct change_heard {
	bool more, less; /* add, remove */
	bool either; /* ... or the new total: "reduce 2kg" */
	bool instead; /* only, sorry, make it, not 10: no order of its own */
	bool swap; /* "swap 5kg rice for 5kg beans" */
	bool by; /* a small word before the figure: "by 2kg", "de 2 kg" */
	bool to; /* "to 2" */
	bool leaves; /* cancel, remove */
	bool strange; /* a word that nobody knows */
	bool words; /* a word at all */
	bool zero; /* "make it 0" */
	bool unsure; /* "can i remove the onions": not plainly told to */
	bool doubt; /* the reader would rather ask */
	int64_t high_milli; /* "2-3 kg": the upper figure of the one item */
	/* The only figure that was not taken back, whatever the reader made of
	 * it; 0 none or several, and a measure beside it, or "". */
	int64_t figure_milli;
	bool in_letters; /* change_hear_letters() */
	char unit[INTENT_UNIT_OCTETS];
	int unwanted; /* the goods taken back: "onions, not tomatoes"; or -1 */
};

void change_hear(
    struct change_heard *out, const struct desk *desk, struct str text);

/* Latin letters and no figure: "si" is a yes to some and a four to others, so
 * alone it tells no number. */
bool change_hear_letters(struct str said);

#endif
