#include "handlers/cancel.h"

#include <string.h>

#include "base/buf.h"

#include "gateway/store/store_kept.h"
#include "gateway/store/store_message.h"
#include "gateway/store/store_timer.h"
#include "gateway/store/store_turn.h"

#include "handlers/ask.h"
#include "handlers/ask_hear.h"
#include "handlers/change_hear.h"
#include "handlers/change_plan.h"
#include "handlers/confirm.h"
#include "handlers/give_back.h"
#include "handlers/keep.h"
#include "handlers/letter.h"
#include "handlers/line.h"
#include "handlers/officer.h"
#include "handlers/order_change.h"
#include "handlers/pick.h"
#include "handlers/place.h"
#include "handlers/proposal.h"
#include "handlers/sale_buy.h"
#include "handlers/sale_wait.h"
#include "handlers/status.h"
#include "handlers/stock.h"
#include "handlers/which_name.h"

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
	/* A sale's line has no proposal: its seller hears sums. */
	if (was == LINE_CONFIRMED && line->proposal_id == 0 &&
	    sale_buy_tells_seller(desk, line->id))
		*tell_out = PHRASE_CANCELLED_SELLER;
	stock_release(desk->store, line);
	store_timer_drop(desk->store, TIMER_HANDOVER, line->id);
	store_timer_drop(desk->store, TIMER_LINE_WAITING, line->id);
	if (was == LINE_WAITING)
		store_kept_drop(desk->store, line->id);
	store_seek_drop(desk->store, line->id);
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
	}
	for (size_t i = 0; i < n; i++)
		keep_freed(desk, lines[i].product);
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
	count = which_name_seller(desk, lines, count, desk->intent.rest);
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

/* -- several orders -------------------------------------------------------- */

/* With whom it is agreed stands with it: that costs a farmer a sale. */
static void
list_line(struct buf *out, struct letter *letter, const struct order *order,
    const struct line *line)
{
	struct letter_goods goods;
	char words[160];

	letter_goods(&goods, letter, order, line, 1);
	buf_add_format(out, "%s", goods.items);
	if (line->state == LINE_CONFIRMED)
		buf_add_format(out, " (%s)",
		    status_words(words, sizeof(words), letter->desk,
			letter->lang, line, false));
}

static void
list_order(struct buf *out, struct letter *letter, const struct order *order)
{
	struct line lines[DESK_LINES_MAX];
	size_t count = place_load(letter->desk, order->id, lines), n = 0;

	buf_add_format(out, "%s#%s ", out->octets ? ", " : "", order->code);
	for (size_t i = 0; i < count; i++) {
		if (line_is_closed(&lines[i]))
			continue;
		buf_add_format(out, "%s", n++ > 0 ? ", " : "");
		list_line(out, letter, order, &lines[i]);
	}
}

void
cancel_ask_several(struct desk *desk, const int64_t *ids, size_t count)
{
	char list[1200], payload[QUESTION_PAYLOAD_OCTETS];
	struct buf out = buf_over(list, sizeof(list));
	struct letter letter;
	struct letter_about about = {
	    .subject = SUBJECT_QUESTION, .question = true};
	struct order order;

	letter_to_sender(&letter, desk);
	for (size_t i = 0; i < count; i++)
		if (store_order_get(desk->store, ids[i], &order))
			list_order(&out, &letter, &order);
	ask_payload_ids(payload, "orders", ids, count, INTENT_CANCEL);
	about.subject_id = ask_open(desk, desk->text->phone_id, desk->from.id,
	    ASK_CANCEL_ALL, 0, payload, 0);
	letter_send(&letter, PHRASE_ASK_CANCEL_ALL,
	    &(struct words){.list = list}, &about);
}

void
cancel_several(struct desk *desk, const int64_t *ids, size_t count)
{
	struct order order;

	for (size_t i = 0; i < count; i++)
		if (store_order_get(desk->store, ids[i], &order) &&
		    order.buyer_id == desk->from.id)
			cancel_order(desk, &order);
}

static bool
may_cancel(struct desk *desk, int64_t order_id)
{
	struct line lines[DESK_LINES_MAX];
	size_t count = place_load(desk, order_id, lines);

	for (size_t i = 0; i < count; i++)
		if (line_takes(lines[i].state, LINE_ACT_CANCEL) &&
		    lines[i].state != LINE_DISPUTED)
			return true;
	return false;
}

/* "cancel both": all that is open.  False: one order, or that is not said. */
static bool
cancel_all(struct desk *desk, const struct book *book)
{
	int64_t ids[BOOK_ORDERS];
	size_t count = 0;

	for (size_t i = 0; i < book->count; i++)
		if ((book->orders[i].parts & BOOK_BUYER) != 0 &&
		    may_cancel(desk, book->orders[i].order_id))
			ids[count++] = book->orders[i].order_id;
	if (count < 2 || desk->intent.code[0] != '\0' ||
	    ask_hear_several(desk, count) != (1u << count) - 1)
		return false;
	cancel_ask_several(desk, ids, count);
	return true;
}

/* -- the rest -------------------------------------------------------------- */

/* Of each kind of goods that is not promised in whole, what is stays.  Returns
 * of how many kinds something is promised. */
static size_t
keep_promised(struct desk *desk, const struct order *order, struct draft *draft)
{
	struct line lines[DESK_LINES_MAX], open[DESK_LINES_MAX];
	size_t count = place_load(desk, order->id, lines);
	size_t kinds = change_merge(open, lines, count), promised = 0;

	memset(draft, 0, sizeof(*draft));
	for (size_t i = 0; i < kinds && draft->count < DRAFT_ITEMS; i++) {
		struct draft_item *it = &draft->items[draft->count];
		struct change_goods goods;

		memcpy(it->product, open[i].product, sizeof(it->product));
		str_copy(it->unit, sizeof(it->unit), str_from(open[i].unit));
		change_judge(&goods, desk->trade->catalogue, lines, count, it,
		    INTENT_CHANGE_SET);
		it->qty_milli = goods.agreed_milli;
		promised += goods.agreed_milli > 0;
		draft->count += goods.agreed_milli < goods.now_milli;
	}
	return promised;
}

void
cancel_keep_words(struct desk *desk)
{
	if (desk->intent.rest.octets == 0)
		desk->intent.rest = desk->text->text;
}

bool
cancel_rest(struct desk *desk, const struct order *order)
{
	struct change_heard heard;
	struct draft draft;

	cancel_keep_words(desk);
	change_hear(&heard, desk, desk->intent.rest);
	if (!heard.leaves || (heard.figure_milli == 0 && !heard.strange) ||
	    keep_promised(desk, order, &draft) == 0 || draft.count == 0)
		return false;
	draft.verb = INTENT_CHANGE;
	draft.change = INTENT_CHANGE_SET;
	draft.confirm = true;
	order_change_draft(desk, order, &draft);
	return true;
}

/* -- which of them --------------------------------------------------------- */

/* The goods that the text names, when it names one. */
static const char *
named_goods(struct desk *desk)
{
	return desk->intent.items_count == 1
		   ? catalogue_key(
			 desk->trade->catalogue, desk->intent.items[0].product)
		   : NULL;
}

/* Something that they could take back as a seller; what was handed over is
 * none. */
static bool
has_sale(struct desk *desk, const struct book *book)
{
	for (size_t i = 0; i < book->count; i++) {
		struct line lines[DESK_LINES_MAX];
		size_t count;

		if ((book->orders[i].parts & BOOK_ASKED) != 0)
			return true;
		if ((book->orders[i].parts & BOOK_SELLER) == 0)
			continue;
		count = place_load(desk, book->orders[i].order_id, lines);
		for (size_t k = 0; k < count; k++)
			if (lines[k].seller_id == desk->from.id &&
			    lines[k].state == LINE_CONFIRMED)
				return true;
	}
	return false;
}

/* Orders of the sender that a cancel may mean.  Who buys and sells may mean
 * either: asked. */
static unsigned
parts_meant(struct desk *desk, const struct book *book)
{
	const char *code = desk->intent.code;
	size_t at;
	int past;

	if (code[0] == '\0' && book_count(book, BOOK_BUYER, &at) == 0)
		return BOOK_SELLER | BOOK_ASKED;
	if (code[0] == '\0')
		return has_sale(desk, book)
			   ? BOOK_BUYER | BOOK_SELLER | BOOK_ASKED
			   : BOOK_BUYER;
	past = book_find(book, code, BOOK_PAST);
	if (past >= 0 && give_back_is_noted(desk, book->orders[past].order_id))
		return BOOK_BUYER | BOOK_SELLER | BOOK_ASKED | BOOK_PAST;
	return BOOK_BUYER | BOOK_SELLER | BOOK_ASKED;
}

void
cancel_text(struct desk *desk, const struct book *book)
{
	struct order order;
	size_t at;
	unsigned parts = parts_meant(desk, book);

	if (officer_settles(desk, book, false))
		return;
	if (cancel_all(desk, book))
		return;
	if (desk->intent.code[0] == '\0' && book_count(book, parts, &at) == 0 &&
	    sale_wait_leave_all(desk))
		return;
	cancel_keep_words(desk);
	if (!pick_order(desk, book, parts, PHRASE_NOTHING_OPEN, &order))
		return;
	store_message_set_order(desk->store, desk->cause_id, order.id);
	if (order.buyer_id == desk->from.id) {
		if (!cancel_rest(desk, &order))
			cancel_order(desk, &order);
		return;
	}
	desk_as(desk, "seller");
	if (give_back(desk, &order,
		&(struct give_back_what){.seller_id = desk->from.id,
		    .product = named_goods(desk)}) > 0)
		return;
	desk->intent.kind = INTENT_REJECT;
	str_copy(
	    desk->intent.code, sizeof(desk->intent.code), str_from(order.code));
	confirm_text(desk, book);
}
