/* robot - does a person write, or does a phone answer by itself?  Pure.
 *
 * An operator's "you have no credit", a note that somebody drives, another
 * gateway: each answers every text of ours, and each of our answers would
 * cost money for ever.  In: the sender's last texts, newest first, each with
 * what it was like.  A loop of one, two, three or seven texts must end within
 * three of our own; people must not be silenced:
 *
 * - only texts that came within seconds of one of ours count at all;
 * - what the trade could act on (an order, an answer, STATUS) is a person's,
 *   unless the very same long text comes a third time, or goes round;
 * - figures and a word or two ("1", "ok", "5 kg") are a person's, unless the
 *   trade could do nothing with the same ones three times.
 *
 * Who is caught is not answered for a while that grows each time; a new text
 * that can be acted on is heard all the same, and so is a short new one, and
 * whatever does not follow ours within seconds. */
#ifndef HANDLERS_ROBOT_H
#define HANDLERS_ROBOT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"

#define ROBOT_PROMPT_MS INT64_C(20000)
#define ROBOT_LOOK_MS (INT64_C(60) * 60 * 1000)
#define ROBOT_TEXTS 16

/* What a text is compared by. */
struct robot_print {
	uint64_t whole; /* folded, blanks left out */
	uint64_t letters; /* figures left out, too: "balance 3.20" */
	int length; /* letters; a Chinese character counts as three */
};
void robot_print(struct robot_print *out, struct str text);

struct robot_text {
	struct robot_print print;
	bool prompt; /* within ROBOT_PROMPT_MS of our last text before it */
	bool idle; /* the trade could do nothing with it */
};

/* The newest text could be a robot's?  False, and so are robot_judge() and
 * robot_is_mute(), whatever the texts before it are: nobody need read them. */
bool robot_may(const struct robot_text *newest);

/* The newest text is a robot's? */
bool robot_judge(const struct robot_text *texts, size_t count);

/* While caught: is the newest one left without an answer? */
bool robot_is_mute(const struct robot_text *texts, size_t count);

/* So long, the n-th time (from 1). */
int64_t robot_pause_ms(int64_t times);

#endif
