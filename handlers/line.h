/* line - the machine of one line of an order (docs/machines.md).
 *
 * One const table says which acts a state takes and which states may follow;
 * line_go() is the only way to change a line's state: it asks the table,
 * writes the row and its history, or refuses and logs.  Pure but for
 * line_go(). */
#ifndef HANDLERS_LINE_H
#define HANDLERS_LINE_H

#include <stdbool.h>

#include "base/fsm.h"

#include "gateway/store/store_order.h"

struct desk;

enum line_act {
	LINE_ACT_PROPOSE, /* a seller is asked */
	LINE_ACT_WAIT, /* nobody is awake */
	LINE_ACT_GIVE_UP, /* nobody is left */
	LINE_ACT_ASK, /* the buyer is asked: only a part, another price */
	LINE_ACT_AGREE, /* a yes that stands */
	LINE_ACT_CHANGE, /* quantity */
	LINE_ACT_CANCEL,
	LINE_ACT_HAND_OVER, /* DONE, GOT */
	LINE_ACT_SETTLE, /* both, or a day without objection */
	LINE_ACT_PROBLEM,
	LINE_ACT_NOSHOW,
	LINE_ACT_PAY,
	LINE_ACT_REMIND, /* its day is over: who is asked what became of it */
};

const struct fsm_table *line_table(void);

/* May this act happen in that state? */
bool line_takes(enum line_state state, enum line_act act);
bool line_allows(enum line_state from, enum line_state to);

/* Moves and writes line and history; `text` says why, for the history.  False
 * when the table refuses: nothing is written, one line is logged. */
bool line_go(struct desk *desk, struct line *line, enum line_act act,
    enum line_state to, const char *text);

/* A new line: fills id and number, state waiting, and begins its history. */
void line_add(struct desk *desk, struct line *line, const char *text);

/* The buyer's side is still open: nothing agreed yet. */
bool line_is_searching(enum line_state state);
/* It will not change by itself any more. */
bool line_is_closed(const struct line *line);

/* Accepted quantity, else the ordered one, times the price; -1 no price. */
int64_t line_total_minor(const struct line *line);

#endif
