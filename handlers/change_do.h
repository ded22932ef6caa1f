/* change_do - a change is done: lines leave their sellers and find new ones.
 *
 * Nothing is taken back before somebody is found who sells it so; whoever was
 * asked before is asked first, or told that he is not needed.  Several goods
 * are gathered, so that nobody hears twice of one text: change_set() and
 * change_add() for each of them, then change_place(). */
#ifndef HANDLERS_CHANGE_DO_H
#define HANDLERS_CHANGE_DO_H

#include "handlers/change_plan.h"
#include "handlers/desk.h"
#include "handlers/place.h"

struct change_work {
	struct desk *desk;
	const struct order *order;
	size_t count;
	struct line lines[DESK_LINES_MAX]; /* as they are by now */
	struct line was[DESK_LINES_MAX]; /* before, of those changed */
	bool again[DESK_LINES_MAX]; /* look for a seller */
	bool read[DESK_LINES_MAX]; /* was[i]'s seller may have been told */
	size_t changed;
	struct line out[DESK_LINES_MAX]; /* left out */
	size_t out_count;
	struct line gone[DESK_LINES_MAX]; /* found nobody after all */
	size_t gone_count;
};

/* Would anybody be asked for such a line?  unit_out: how it is sold here, when
 * that is why not, else "". */
bool change_sold(struct desk *desk, const struct order *order,
    const struct line *line, char unit_out[16]);

/* Fate FINE and NEW.  What nobody sells becomes CHANGE_UNSOLD and stays as it
 * was; its line.unit tells how it is sold. */
void change_set(struct change_work *w, struct change_goods *goods);
void change_add(struct change_work *w, struct change_goods *goods);

void change_place(struct change_work *w);

#endif
