#include "handlers/cancel.h"

#include "gateway/store/store_message.h"
#include "gateway/store/store_timer.h"

#include "handlers/confirm.h"
#include "handlers/letter.h"
#include "handlers/line.h"
#include "handlers/officer.h"
#include "handlers/pick.h"
#include "handlers/place.h"
#include "handlers/proposal.h"
#include "handlers/stock.h"

bool
cancel_proposal(struct desk *desk, struct proposal *proposal, bool asked)
{
	struct proposal batch[DESK_LINES_MAX];
	struct message message;
	bool alone = proposal_batch(desk, proposal, batch, DESK_LINES_MAX) <= 1;

	if (!proposal_go(
		desk, proposal, PROPOSAL_ACT_WITHDRAW, PROPOSAL_WITHDRAWN))
		return false;
	if (!asked) {
		proposal->answered_ms = 0;
		store_proposal_put(desk->store, proposal);
	}
	/* The text speaks of its other lines, too, while these are open. */
	if (alone &&
	    store_message_get(desk->store, proposal->message_id, &message)) {
		store_message_withdraw(desk->store, message.subject,
		    message.subject_id, proposal->phone_id);
		store_message_withdraw(desk->store, SUBJECT_REMINDER,
		    message.subject_id, proposal->phone_id);
	}
	return !store_message_get(
		   desk->store, proposal->message_id, &message) ||
	       message.state != MESSAGE_STALE;
}

static void
tell_seller(struct desk *desk, const struct order *order,
    const struct line *lines, size_t count, int64_t seller_id,
    enum phrase phrase)
{
	struct letter letter;
	struct letter_goods goods;
	struct letter_about about = {.order_id = order->id};

	letter_to(&letter, desk, seller_id, 0);
	letter_goods(&goods, &letter, order, lines, count);
	letter_send(&letter, phrase,
	    &(struct words){.code = order->code, .items = goods.items}, &about);
}

void
cancel_not_needed(struct desk *desk, const struct order *order,
    const struct line *lines, size_t count, int64_t seller_id)
{
	tell_seller(desk, order, lines, count, seller_id, PHRASE_PROPOSAL_GONE);
	proposal_keep_turn(desk, seller_id);
}

/* Drops one line; *tell_out is what its seller must hear, -1 nothing. */
static bool
drop(struct desk *desk, struct line *line, const char *why, int *tell_out)
{
	struct proposal p;
	enum line_state was = line->state;

	*tell_out = -1;
	if (!line_takes(was, LINE_ACT_CANCEL) || was == LINE_DISPUTED)
		return false;
	if (line->proposal_id != 0 &&
	    store_proposal_get(desk->store, line->proposal_id, &p)) {
		bool read = cancel_proposal(desk, &p, true);

		if (was == LINE_OFFERED && read)
			*tell_out = PHRASE_PROPOSAL_GONE;
		else if (was == LINE_ASKED || was == LINE_CONFIRMED)
			*tell_out = PHRASE_CANCELLED_SELLER;
	}
	stock_release(desk->store, line);
	store_timer_drop(desk->store, TIMER_HANDOVER, line->id);
	store_timer_drop(desk->store, TIMER_LINE_WAITING, line->id);
	return line_go(desk, line, LINE_ACT_CANCEL, LINE_CANCELLED, why);
}

size_t
cancel_lines(struct desk *desk, const struct order *order, struct line *lines,
    size_t count, const char *why)
{
	int tell[DESK_LINES_MAX];
	size_t n = 0;

	for (size_t i = 0; i < count; i++)
		if (drop(desk, &lines[i], why, &tell[n]))
			lines[n++] = lines[i];
	for (size_t i = 0; i < n; i++) {
		struct line theirs[DESK_LINES_MAX];
		int phrase = tell[i];
		size_t k = 0;

		if (phrase < 0)
			continue;
		for (size_t j = i; j < n; j++)
			if (tell[j] == phrase &&
			    lines[j].seller_id == lines[i].seller_id) {
				theirs[k++] = lines[j];
				tell[j] = -1;
			}
		tell_seller(desk, order, theirs, k, lines[i].seller_id,
		    (enum phrase)phrase);
		if (phrase == PHRASE_PROPOSAL_GONE)
			proposal_keep_turn(desk, lines[i].seller_id);
	}
	for (size_t i = 0; i < n; i++)
		place_retry_soon(desk, lines[i].product);
	place_touch(desk, order->id);
	return n;
}

static void
cancel_order(struct desk *desk, const struct order *order)
{
	struct line lines[DESK_LINES_MAX];
	size_t count = place_load(desk, order->id, lines);
	struct letter letter;
	struct letter_goods goods;
	struct letter_about about = {.order_id = order->id};

	desk_as(desk, "buyer");
	count = cancel_lines(desk, order, lines, count, "buyer's wish");
	if (count == 0) {
		letter_answer(desk, PHRASE_CANCEL_LATE,
		    &(struct words){.code = order->code}, order->id);
		return;
	}
	letter_to_sender(&letter, desk);
	letter_goods(&goods, &letter, order, lines, count);
	letter_send(&letter, PHRASE_ORDER_CANCELLED,
	    &(struct words){.code = order->code, .items = goods.items}, &about);
}

static void
tell_gave_back(struct desk *desk, const struct order *order,
    const struct line *lines, size_t count, const struct person *seller)
{
	struct letter letter;
	struct letter_goods goods;
	char name[64];
	struct letter_about about = {.order_id = order->id};

	letter_to(&letter, desk, order->buyer_id, order->phone_id);
	letter_goods(&goods, &letter, order, lines, count);
	letter_name(name, seller);
	letter_send(&letter, PHRASE_GAVE_BACK,
	    &(struct words){
		.code = order->code, .items = goods.items, .name = name},
	    &about);
}

size_t
cancel_by_seller(
    struct desk *desk, const struct order *order, int64_t seller_id)
{
	struct line lines[DESK_LINES_MAX];
	size_t count = place_load(desk, order->id, lines), n = 0;
	struct person seller;

	for (size_t i = 0; i < count; i++) {
		struct proposal p;

		if (lines[i].seller_id != seller_id ||
		    lines[i].state != LINE_CONFIRMED)
			continue;
		if (store_proposal_get(desk->store, lines[i].proposal_id, &p))
			(void)proposal_go(
			    desk, &p, PROPOSAL_ACT_DECLINE, PROPOSAL_DECLINED);
		stock_release(desk->store, &lines[i]);
		store_timer_drop(desk->store, TIMER_HANDOVER, lines[i].id);
		lines[n++] = lines[i];
	}
	if (n == 0 || !store_person_get(desk->store, seller_id, &seller))
		return 0;
	tell_gave_back(desk, order, lines, n, &seller);
	tell_seller(desk, order, lines, n, seller_id, PHRASE_GAVE_BACK_ACK);
	place_again(desk, order, lines, n, NULL);
	return n;
}

void
cancel_text(struct desk *desk, const struct book *book)
{
	struct order order;
	unsigned parts = BOOK_BUYER;
	size_t at;

	if (officer_settles(desk, book, false))
		return;
	if (desk->intent.code[0] != '\0')
		parts = BOOK_BUYER | BOOK_SELLER | BOOK_ASKED;
	else if (book_count(book, BOOK_BUYER, &at) == 0)
		parts = BOOK_SELLER | BOOK_ASKED;
	if (!pick_order(desk, book, parts, PHRASE_NOTHING_OPEN, &order))
		return;
	store_message_set_order(desk->store, desk->cause_id, order.id);
	if (order.buyer_id == desk->from.id) {
		cancel_order(desk, &order);
		return;
	}
	desk_as(desk, "seller");
	if (cancel_by_seller(desk, &order, desk->from.id) > 0)
		return;
	desk->intent.kind = INTENT_REJECT;
	str_copy(
	    desk->intent.code, sizeof(desk->intent.code), str_from(order.code));
	confirm_text(desk, book);
}
