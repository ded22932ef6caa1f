/* ask_silent - nobody answered our question in its time. */
#include "handlers/ask.h"

#include "handlers/agree.h"
#include "handlers/approval.h"
#include "handlers/letter.h"
#include "handlers/register.h"
#include "handlers/sale.h"
#include "handlers/still.h"

static void
tell_silent(struct desk *desk, const struct order *order,
    const struct line *lines, size_t count)
{
	struct letter letter;
	struct letter_goods goods;
	struct letter_about about = {.order_id = order->id};

	letter_to(&letter, desk, order->buyer_id, order->phone_id);
	letter_goods(&goods, &letter, order, lines, count);
	letter_send(&letter, PHRASE_BUYER_SILENT,
	    &(struct words){.code = order->code, .items = goods.items}, &about);
}

/* The buyer's silence is a no: the seller must not wait for ever. */
static void
buyer_silent(struct desk *desk, const struct question *q)
{
	int64_t ids[DESK_LINES_MAX];
	struct line lines[DESK_LINES_MAX];
	size_t count = ask_read_ids(q, "lines", ids, DESK_LINES_MAX), n = 0;
	struct order order;

	if (!store_order_get(desk->store, q->order_id, &order))
		return;
	for (size_t i = 0; i < count; i++)
		if (store_line_get(desk->store, ids[i], &lines[n]) &&
		    lines[n].state == LINE_ASKED &&
		    /* not a newer question about it */
		    lines[n].changed_ms <= q->created_ms &&
		    lines[n].order_id == order.id)
			n++;
	if (n == 0)
		return;
	tell_silent(desk, &order, lines, n);
	agree_buyer(desk, &order, lines, n, false);
}

void
ask_expired(struct desk *desk, int64_t question_id)
{
	struct question q;

	if (!store_question_get(desk->store, question_id, &q))
		return;
	if (q.open)
		store_question_close(desk->store, q.id);
	if (q.kind == ASK_BUYER)
		buyer_silent(desk, &q);
	else if (q.kind == ASK_CONSENT)
		register_silence(desk, &q);
	else if (q.kind == ASK_APPROVE)
		approval_silence(desk, &q);
	else if (q.kind == ASK_STILL)
		still_silence(desk, &q);
	else if (q.kind == ASK_SALE)
		sale_unanswered(desk, &q);
}
