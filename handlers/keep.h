/* keep - the next best thing when nobody has it: wait for goods to come.
 *
 * Two facts are worth waiting for: all that there is lies with sellers who
 * were asked for it and have not answered (a no sets it free), or a listing
 * begins on a later day.  What is agreed with others is sold, and is not waited
 * for.  A line is kept until a time that its buyer was told, once; then it is
 * given up as ever.  At most KEEP_ROWS listings are looked at. */
#ifndef HANDLERS_KEEP_H
#define HANDLERS_KEEP_H

#include "gateway/store/store_order.h"

#include "handlers/desk.h"

#define KEEP_ROWS 8

enum keep_why {
	KEEP_NOT,
	KEEP_PROMISED, /* all is held for others who may not get it */
	KEEP_LATER, /* a listing begins on `from_ms` */
};

struct keep {
	enum keep_why why;
	int64_t from_ms;
	int64_t try_ms; /* when the line is tried again */
	int64_t until_ms; /* when it is given up */
};

/* How long is worth waiting; pure.  day_end_ms: when the wanted day is over, 0
 * no day.  told_ms: until when it is kept already, 0 not yet. */
struct keep_facts {
	int64_t now_ms, answer_due_ms, day_end_ms, told_ms;
	bool promised;
	int64_t from_ms; /* the soonest later listing; 0 none */
};
struct keep keep_judge(const struct keep_facts *facts);

/* Looks, and when there is something to wait for, writes that the line is
 * kept. */
struct keep keep_line(
    struct desk *desk, const struct order *order, const struct line *line);

/* Goods of that kind may be free again: the first that wait are tried. */
void keep_freed(struct desk *desk, const char *product);

/* One text to the buyer about lines that are kept for the same reason. */
void keep_tell(struct desk *desk, const struct order *order,
    const struct line *lines, size_t count, const struct keep *keep);

#endif
