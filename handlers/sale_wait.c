#include "handlers/sale_wait.h"

#include "base/buf.h"

#include "handlers/letter.h"
#include "handlers/news.h"
#include "handlers/sale.h"

#define LISTS_A_TEXT 3 /* each is a text of its own */

void
sale_wait_over(struct desk *desk, const struct sale *sale)
{
	struct letter letter;

	letter_to_sender(&letter, desk);
	letter_send(&letter, PHRASE_SALE_OVER,
	    &(struct words){.code = sale->code,
		.product = amount_product(&letter.style, sale->product),
		.unit = amount_unit(&letter.style, sale->unit, true)},
	    NULL);
}

void
sale_wait_say(struct desk *desk, const struct sale *sale,
    const struct sale_wait *wait, int64_t free_milli)
{
	struct letter letter;
	/* A quantity that answers it means the sale, too (sale_hear). */
	struct letter_about about = {
	    .subject = SUBJECT_SALE, .subject_id = sale->id};
	char n[24], qty[AMOUNT_OCTETS], left[AMOUNT_OCTETS] = "";
	struct buf place = buf_over(n, sizeof(n));

	buf_add_format(&place, "%lld",
	    (long long)store_sale_wait_place(desk->store, wait));
	letter_to_sender(&letter, desk);
	if (free_milli > 0)
		amount_qty(left, &letter.style, free_milli, sale->unit);
	letter_send(&letter, PHRASE_SALE_FULL,
	    &(struct words){.code = sale->code,
		.qty =
		    amount_qty(qty, &letter.style, wait->qty_milli, wait->unit),
		.product = amount_product(&letter.style, sale->product),
		.left = left,
		.n = n},
	    &about);
}

bool
sale_wait_leave(struct desk *desk, const struct sale *sale)
{
	struct sale_wait wait;
	struct sale now;

	if (!store_sale_wait_find(desk->store, sale->id, desk->from.id, &wait))
		return false;
	store_sale_wait_drop(desk->store, &wait);
	if (sale->state == SALE_RUNNING &&
	    store_sale_get(desk->store, sale->id, &now))
		sale_set_end(desk, &now);
	letter_answer(
	    desk, PHRASE_SALE_OFF_LIST, &(struct words){.code = sale->code}, 0);
	return true;
}

void
sale_wait_state(struct desk *desk, const struct sale *sale)
{
	struct sale_wait wait;

	if (store_sale_wait_find(desk->store, sale->id, desk->from.id, &wait))
		sale_wait_say(desk, sale, &wait, 0);
	else if (sale->state == SALE_RUNNING)
		news_say_sale(desk, sale);
	else
		sale_wait_over(desk, sale);
}

bool
sale_wait_leave_all(struct desk *desk)
{
	struct sale_wait wait = {.sale_id = 0};
	struct sale sale;
	int left = 0;

	while (left < LISTS_A_TEXT && store_sale_wait_of(desk->store,
					  desk->from.id, wait.sale_id, &wait))
		if (store_sale_get(desk->store, wait.sale_id, &sale) &&
		    sale.state == SALE_RUNNING)
			left += sale_wait_leave(desk, &sale);
	return left > 0;
}

bool
sale_wait_tell_all(struct desk *desk)
{
	struct sale_wait wait = {.sale_id = 0};
	struct sale sale;
	int told = 0;

	while (told < LISTS_A_TEXT && store_sale_wait_of(desk->store,
					  desk->from.id, wait.sale_id, &wait))
		if (store_sale_get(desk->store, wait.sale_id, &sale) &&
		    sale.state == SALE_RUNNING) {
			sale_wait_say(desk, &sale, &wait, 0);
			told++;
		}
	return told > 0;
}
