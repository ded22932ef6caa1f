#include "handlers/give_back.h"

#include <string.h>

#include "gateway/store/store_question.h"
#include "gateway/store/store_timer.h"

#include "handlers/ask.h"
#include "handlers/keep.h"
#include "handlers/letter.h"
#include "handlers/line.h"
#include "handlers/place.h"
#include "handlers/proposal.h"
#include "handlers/stock.h"

static void
tell(struct desk *desk, const struct order *order, const struct line *lines,
    size_t count, const struct give_back_what *what)
{
	struct letter letter;
	struct letter_goods goods;
	struct person seller;
	char name[64];
	struct letter_about about = {.order_id = order->id};

	if (!store_person_get(desk->store, what->seller_id, &seller))
		return;
	letter_to(&letter, desk, order->buyer_id, order->phone_id);
	letter_goods(&goods, &letter, order, lines, count);
	letter_name(name, &seller);
	letter_send(&letter, PHRASE_GAVE_BACK,
	    &(struct words){
		.code = order->code, .items = goods.items, .name = name},
	    &about);
	if (what->unsaid)
		return;
	letter_to(&letter, desk, what->seller_id, 0);
	letter_goods(&goods, &letter, order, lines, count);
	letter_send(&letter, PHRASE_GAVE_BACK_ACK,
	    &(struct words){.code = order->code, .items = goods.items}, &about);
}

static bool
is_meant(const struct line *line, const struct give_back_what *what)
{
	return line->seller_id == what->seller_id &&
	       (line->state == LINE_ASKED ||
		   (line->state == LINE_CONFIRMED && !what->noted_only)) &&
	       (what->product == NULL ||
		   strcmp(line->product, what->product) == 0) &&
	       (what->offer_id == 0 || line->offer_id == what->offer_id);
}

/* The buyer's yes would be to nothing. */
static void
close_question(struct desk *desk, const struct order *order)
{
	int64_t ids[DESK_LINES_MAX];
	struct question q;
	size_t count;

	if (!store_question_open(desk->store, order->phone_id, &q) ||
	    q.kind != ASK_BUYER || q.order_id != order->id)
		return;
	count = ask_read_ids(&q, "lines", ids, DESK_LINES_MAX);
	for (size_t i = 0; i < count; i++) {
		struct line line;

		if (store_line_get(desk->store, ids[i], &line) &&
		    line.state == LINE_ASKED)
			return;
	}
	store_question_close(desk->store, q.id);
}

size_t
give_back(struct desk *desk, const struct order *order,
    const struct give_back_what *what)
{
	struct line lines[DESK_LINES_MAX];
	size_t count = place_load(desk, order->id, lines), n = 0;

	for (size_t i = 0; i < count; i++) {
		struct proposal p;

		if (!is_meant(&lines[i], what))
			continue;
		if (store_proposal_get(desk->store, lines[i].proposal_id, &p))
			(void)proposal_go(
			    desk, &p, PROPOSAL_ACT_DECLINE, PROPOSAL_DECLINED);
		stock_release(desk->store, &lines[i]);
		keep_freed(desk, lines[i].product);
		store_timer_drop(desk->store, TIMER_HANDOVER, lines[i].id);
		lines[n++] = lines[i];
	}
	if (n == 0)
		return 0;
	tell(desk, order, lines, n, what);
	place_again(desk, order, lines, n, NULL);
	close_question(desk, order);
	return n;
}

bool
give_back_is_noted(struct desk *desk, int64_t order_id)
{
	struct line lines[DESK_LINES_MAX];
	size_t count = place_load(desk, order_id, lines);

	for (size_t i = 0; i < count; i++)
		if (lines[i].seller_id == desk->from.id &&
		    lines[i].state == LINE_ASKED)
			return true;
	return false;
}

void
give_back_noted(struct desk *desk, const struct book *book, int64_t offer_id)
{
	struct give_back_what what = {.seller_id = desk->from.id,
	    .offer_id = offer_id,
	    .noted_only = true,
	    .unsaid = true};
	struct order order;

	for (size_t i = 0; i < book->count; i++)
		if (store_order_get(
			desk->store, book->orders[i].order_id, &order))
			(void)give_back(desk, &order, &what);
}
