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
	bool doubt; /* the reader would rather ask */
	int64_t high_milli; /* "2-3 kg": the upper figure of the one item */
};

void change_hear(
    struct change_heard *out, const struct desk *desk, struct str text);

#endif
