/* sale_buy - taking from a sale, and the list of those who wait.
 *
 * Whoever comes when nothing is free that is enough waits, and gets it in the
 * order of coming when something becomes free: the first whose wish fits.  A
 * wish is never cut down unasked, and one that is too big for what is free does
 * not keep it from those behind. */
#ifndef HANDLERS_SALE_BUY_H
#define HANDLERS_SALE_BUY_H

#include "gateway/store/store_sale.h"

#include "handlers/book.h"
#include "handlers/desk.h"
#include "handlers/draft.h"

struct line;

enum sale_verdict {
	SALE_TAKE,
	SALE_WAIT, /* not enough is free with any one seller */
	SALE_ABOVE_CAP,
	SALE_IS_OVER,
	SALE_OTHER_TERMS, /* another measure, or a lower price */
};

struct sale_wish {
	bool running;
	bool comparable; /* measure and price fit */
	int64_t need_milli, free_milli; /* most that one seller has */
	int64_t cap_milli, bought_milli; /* cap 0: none */
};
enum sale_verdict sale_buy_judge(const struct sale_wish *wish);

/* A whole draft with draft->sale_id. */
void sale_buy_draft(struct desk *desk, const struct draft *draft);

/* A line that was agreed is so no more (handlers/line). */
void sale_buy_gone(struct desk *desk, const struct line *line);
/* Was its seller told of each order?  Of a sale's, only once it is over. */
bool sale_buy_tells_seller(struct desk *desk, int64_t line_id);

/* TIMER_SALE_FREE: something may be free for those who wait. */
void sale_buy_free(struct desk *desk, int64_t sale_id);

#endif
