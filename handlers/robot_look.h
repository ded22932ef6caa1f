/* robot_look - what the judge of robots (robot.h) must know, and what follows.
 *
 * Read from the sender's own chain of messages, at most ROBOT_LOOK_MS back and
 * no further than needed: the text itself and the one before it when that did
 * not just leave.  A text that the trade can do nothing with is marked idle.
 * Who is caught gets a row of `robot`; a registered person's officer is told
 * the first time, for nobody who is registered meets silence. */
#ifndef HANDLERS_ROBOT_LOOK_H
#define HANDLERS_ROBOT_LOOK_H

#include <stdbool.h>

#include "handlers/book.h"
#include "handlers/desk.h"

/* Can the trade do nothing with this text?  Pure.  `asked`: a question of
 * ours is open; `open`: so many orders are. */
struct robot_facts {
	bool asked, torn, stopped;
	bool thanks; /* and no more (person.h): answered once */
	bool command; /* a taught keyword, or the weight of a pack */
	size_t open;
	int letters;
};
bool robot_is_idle(const struct intent *intent, const struct robot_facts *f);

/* The text is left without an answer. */
bool robot_silences(struct desk *desk, const struct book *book, bool asked);

#endif
