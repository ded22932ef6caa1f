#include "handlers/status.h"

#include "base/buf.h"

#include "handlers/letter.h"
#include "handlers/pick.h"
#include "handlers/place.h"
#include "handlers/sale_wait.h"

static enum phrase
state_phrase(const struct line *line, bool as_seller)
{
	if (as_seller && line->state == LINE_OFFERED)
		return PHRASE_STATE_QUESTION;
	if (as_seller && line->state == LINE_ASKED)
		return PHRASE_STATE_WITH_BUYER;
	if (as_seller && line->state == LINE_CONFIRMED)
		return PHRASE_STATE_SELLER;
	switch (line->state) {
	case LINE_ASKED:
		return PHRASE_STATE_ASKED;
	case LINE_WAITING:
		return PHRASE_STATE_WAITING;
	case LINE_OFFERED:
		return PHRASE_STATE_OFFERED;
	case LINE_CONFIRMED:
		return PHRASE_STATE_CONFIRMED;
	case LINE_FULFILLED:
		return PHRASE_STATE_FULFILLED;
	case LINE_UNFILLED:
		return PHRASE_STATE_UNFILLED;
	case LINE_CANCELLED:
		return PHRASE_STATE_CANCELLED;
	case LINE_DISPUTED:
		return PHRASE_STATE_DISPUTED;
	case LINE_FAILED:
		return PHRASE_STATE_FAILED;
	}
	return PHRASE_STATE_WAITING;
}

char *
status_words(char *dst, size_t dst_octets, struct desk *desk, const char *lang,
    const struct line *line, bool as_seller)
{
	struct person other = {.id = 0};
	struct order order;
	char name[64] = "";

	if (as_seller && store_order_get(desk->store, line->order_id, &order))
		store_person_get(desk->store, order.buyer_id, &other);
	else if (line->seller_id != 0)
		store_person_get(desk->store, line->seller_id, &other);
	if (other.id != 0 && other.name[0] != '\0')
		letter_name(name, &other);
	return phrase_fill(dst, dst_octets, desk->trade->phrases, lang,
	    state_phrase(line, as_seller),
	    &(struct words){.name = name, .phone = other.number});
}

static void
add_order(struct buf *out, struct desk *desk, const struct order *order)
{
	struct line lines[DESK_LINES_MAX];
	size_t count = place_load(desk, order->id, lines);
	struct letter letter = {.desk = desk};
	bool buyer = order->buyer_id == desk->from.id;

	str_copy(letter.lang, sizeof(letter.lang), str_from(desk->lang));
	letter.style = desk_style(desk, letter.lang);
	for (size_t i = 0; i < count; i++) {
		struct letter_goods goods;
		char words[160];

		if (!buyer && lines[i].seller_id != desk->from.id)
			continue;
		letter_goods(&goods, &letter, order, &lines[i], 1);
		buf_add_format(out, "%s#%s %s: %s", out->octets ? ". " : "",
		    order->code, goods.items,
		    status_words(words, sizeof(words), desk, desk->lang,
			&lines[i], !buyer));
	}
}

void
status_order(struct desk *desk, const struct order *order)
{
	char list[1200];
	struct buf out = buf_over(list, sizeof(list));

	add_order(&out, desk, order);
	letter_answer(
	    desk, PHRASE_STATUS, &(struct words){.list = list}, order->id);
}

void
status_text(struct desk *desk, const struct book *book)
{
	char list[1200];
	struct buf out = buf_over(list, sizeof(list));
	struct order order;
	unsigned parts = BOOK_BUYER | BOOK_ASKED | BOOK_SELLER;

	if (desk->intent.code[0] != '\0') {
		int at = book_find(book, desk->intent.code, parts);

		if (at >= 0 && store_order_get(desk->store,
				   book->orders[at].order_id, &order))
			status_order(desk, &order);
		else if (store_order_by_code(
			     desk->store, desk->intent.code, &order) &&
			 order.buyer_id == desk->from.id)
			status_order(desk, &order); /* closed, but theirs */
		else
			pick_wrong_code(desk, book);
		return;
	}
	for (size_t i = 0; i < book->count && out.octets < 400; i++)
		if ((book->orders[i].parts & parts) != 0 &&
		    store_order_get(
			desk->store, book->orders[i].order_id, &order))
			add_order(&out, desk, &order);
	if (out.octets > 0)
		letter_answer(
		    desk, PHRASE_STATUS, &(struct words){.list = list}, 0);
	if (!sale_wait_tell_all(desk) && out.octets == 0)
		letter_answer(desk, PHRASE_NOTHING_OPEN, &(struct words){0}, 0);
}
