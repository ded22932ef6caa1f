#include "handlers/handover_tell.h"

#include "handlers/letter.h"
#include "handlers/line.h"
#include "handlers/pick.h"
#include "handlers/place.h"

size_t
handover_lines_in(struct desk *desk, int64_t order_id, int64_t seller_id,
    uint32_t states, struct line lines[DESK_LINES_MAX])
{
	size_t count = place_load(desk, order_id, lines), n = 0;

	for (size_t i = 0; i < count; i++)
		if ((states & FSM_BIT(lines[i].state)) != 0 &&
		    (seller_id == 0 || lines[i].seller_id == seller_id))
			lines[n++] = lines[i];
	return n;
}

void
handover_tell(struct desk *desk, int64_t to, int64_t phone_id,
    enum phrase phrase, const struct order *order, const struct line *lines,
    size_t count, int64_t about_person, const char *said)
{
	struct letter letter;
	struct letter_goods goods;
	struct person other = {.id = 0};
	char name[64] = "";
	struct letter_about about = {.order_id = order->id};

	letter_to(&letter, desk, to, phone_id);
	letter_goods(&goods, &letter, order, lines, count);
	if (about_person != 0 &&
	    store_person_get(desk->store, about_person, &other))
		letter_name(name, &other);
	letter_send(&letter, phrase,
	    &(struct words){.code = order->code,
		.items = goods.items,
		.price = goods.price,
		.total = goods.total,
		.name = name,
		.phone = other.number,
		.text = said},
	    &about);
}

void
handover_not_now(struct desk *desk, const struct order *order)
{
	struct line lines[DESK_LINES_MAX];
	size_t count = place_load(desk, order->id, lines);
	char words[160] = "";
	static const enum phrase names[] = {
	    [LINE_ASKED] = PHRASE_STATE_ASKED,
	    [LINE_WAITING] = PHRASE_STATE_WAITING,
	    [LINE_OFFERED] = PHRASE_STATE_OFFERED,
	    [LINE_CONFIRMED] = PHRASE_STATE_WAITING,
	    [LINE_FULFILLED] = PHRASE_STATE_FULFILLED,
	    [LINE_UNFILLED] = PHRASE_STATE_UNFILLED,
	    [LINE_CANCELLED] = PHRASE_STATE_CANCELLED,
	    [LINE_DISPUTED] = PHRASE_STATE_DISPUTED,
	    [LINE_FAILED] = PHRASE_STATE_FAILED,
	};

	if (count > 0) {
		bool with_buyer = lines[0].state == LINE_ASKED &&
				  lines[0].seller_id == desk->from.id;

		phrase_fill(words, sizeof(words), desk->trade->phrases,
		    desk->lang,
		    with_buyer ? PHRASE_STATE_WITH_BUYER
			       : names[lines[0].state],
		    &(struct words){0});
	}
	letter_answer(desk,
	    order->closed_ms != 0 ? PHRASE_ORDER_CLOSED : PHRASE_ORDER_NOT_NOW,
	    &(struct words){.code = order->code, .text = words}, order->id);
}

size_t
handover_theirs(
    struct line *theirs, struct line *lines, size_t count, size_t at)
{
	int64_t seller = lines[at].seller_id;
	size_t n = 0;

	for (size_t i = at; seller != 0 && i < count; i++)
		if (lines[i].seller_id == seller) {
			theirs[n++] = lines[i];
			lines[i].seller_id = 0;
		}
	return n;
}

void
handover_tell_sellers(struct desk *desk, const struct order *order,
    struct line *lines, size_t count, enum phrase phrase, const char *said)
{
	for (size_t i = 0; i < count; i++) {
		struct line theirs[DESK_LINES_MAX];
		size_t n = handover_theirs(theirs, lines, count, i);

		if (n > 0)
			handover_tell(desk, theirs[0].seller_id, 0, phrase,
			    order, theirs, n, order->buyer_id, said);
	}
}

bool
handover_pick(struct desk *desk, const struct book *book, unsigned parts,
    struct order *order)
{
	const char *code = desk->intent.code;

	if (*code != '\0' && book_find(book, code, parts) < 0 &&
	    store_order_by_code(desk->store, code, order)) {
		struct line lines[DESK_LINES_MAX];

		if (((parts & BOOK_BUYER) &&
			order->buyer_id == desk->from.id) ||
		    ((parts & BOOK_SELLER) &&
			handover_lines_in(desk, order->id, desk->from.id,
			    UINT32_MAX, lines) > 0))
			return true;
	}
	return pick_order(desk, book, parts, PHRASE_NOTHING_OPEN, order);
}
