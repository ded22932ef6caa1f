#include "handlers/ussd_act.h"

#include <string.h>

#include "base/buf.h"

#include "gateway/store/store_message.h"
#include "gateway/store/store_offer.h"
#include "gateway/store/store_token.h"

#include "handlers/cancel.h"
#include "handlers/complaint.h"
#include "handlers/confirm.h"
#include "handlers/consent.h"
#include "handlers/draft.h"
#include "handlers/feedback.h"
#include "handlers/handover.h"
#include "handlers/income.h"
#include "handlers/info.h"
#include "handlers/order.h"
#include "handlers/order_same.h"
#include "handlers/person.h"
#include "handlers/proof.h"
#include "handlers/register.h"
#include "handlers/sell.h"
#include "handlers/status.h"
#include "handlers/ussd_order.h"
#include "handlers/ussd_said.h"
#include "handlers/ussd_state.h"

#define WORDS_OCTETS 640

/* -- as they would have texted it -------------------------------------------
 */

/* What was chosen of goods, as the reader of texts gives it. */
static void
put_item(struct ussd_dial *dial)
{
	struct intent *intent = &dial->desk->intent;
	struct intent_item *it = &intent->items[0];
	const struct session_state *state = dial->state;
	char product[48];
	int64_t minor = ussd_state_int(state, "price");
	int places = dial->desk->market->currency_places;

	*it = (struct intent_item){
	    .product = catalogue_find(dial->desk->trade->catalogue,
		ussd_state_copy(product, sizeof(product), state, "product")),
	    .qty_milli = ussd_state_int(state, "qty")};
	it->has_qty = it->qty_milli > 0;
	str_copy(it->unit, sizeof(it->unit), ussd_state_get(state, "unit"));
	for (int i = 0; minor > 0 && i < 3 - places; i++)
		minor *= 10;
	if (minor > 0) {
		it->price_milli = minor;
		memcpy(it->price_per, it->unit, sizeof(it->price_per));
	}
	intent->items_count = 1;
}

/* "3 bags maize", in English: log and history are read by whoever runs it. */
static void
say_goods(struct buf *out, struct ussd_dial *dial, bool price)
{
	struct amount_style style = desk_style(dial->desk, "en");
	const struct session_state *state = dial->state;
	char product[48], unit[16], text[AMOUNT_OCTETS];
	int64_t milli = ussd_state_int(state, "qty");
	int64_t minor = ussd_state_int(state, "price");

	(void)ussd_state_copy(product, sizeof(product), state, "product");
	(void)ussd_state_copy(unit, sizeof(unit), state, "unit");
	buf_add_format(out, " %s",
	    milli > 0 ? amount_goods(text, &style, product, milli, unit, 0)
		      : amount_product(&style, product));
	if (price && minor > 0)
		buf_add_format(
		    out, " %s", amount_price(text, &style, minor, unit));
}

enum about { ABOUT_NOTHING, ABOUT_GOODS, ABOUT_PRICE, ABOUT_ORDER, ABOUT_TEXT };

/* -- doing ------------------------------------------------------------------
 */

static void
do_order(struct ussd_dial *dial)
{
	struct draft draft;

	draft_from(&draft, dial->desk->trade->catalogue, &dial->desk->intent,
	    INTENT_ORDER);
	str_copy(draft.place, sizeof(draft.place),
	    ussd_state_get(dial->state, "place"));
	/* It was repeated to them on the screen, with what it costs. */
	draft.sure = true;
	order_draft(dial->desk, ussd_dial_book(dial), &draft, true);
}

static void
do_offer(struct ussd_dial *dial)
{
	sell_text(dial->desk, ussd_dial_book(dial));
}

static void
do_price(struct ussd_dial *dial)
{
	sell_price(dial->desk, ussd_dial_book(dial));
}

static void
do_sold_out(struct ussd_dial *dial)
{
	sell_out(dial->desk, ussd_dial_book(dial));
}

/* Yes, no, or so much, to what waits for their word. */
static void
do_answer(struct ussd_dial *dial)
{
	struct desk *desk = dial->desk;
	const struct book *book = ussd_dial_book(dial);
	struct confirm_choice choice = confirm_decide(book, &desk->intent);
	struct order order;

	if (choice.act == CONFIRM_WRONG_CODE ||
	    !store_order_get(
		desk->store, book->orders[choice.at].order_id, &order)) {
		ussd_dial_end_with(dial, USSD_TEXT_CHANGED, NULL);
		return;
	}
	store_message_set_order(desk->store, desk->cause_id, order.id);
	consent_act(desk, &order, choice.act,
	    (book->orders[choice.at].parts & BOOK_ASKED) != 0);
}

static void
do_cancel(struct ussd_dial *dial)
{
	cancel_text(dial->desk, ussd_dial_book(dial));
}

static void
do_got(struct ussd_dial *dial)
{
	handover_got(dial->desk, ussd_dial_book(dial));
}

static void
do_problem(struct ussd_dial *dial)
{
	complaint_text(dial->desk, ussd_dial_book(dial));
}

static void
do_feedback(struct ussd_dial *dial)
{
	(void)feedback_word(dial->desk, ussd_dial_book(dial),
	    ussd_state_get(dial->state, "text"));
}

static void
do_join(struct ussd_dial *dial)
{
	register_request(dial->desk, ussd_dial_book(dial));
}

static void
do_stop(struct ussd_dial *dial)
{
	person_stop(dial->desk, ussd_dial_book(dial));
}

static void
do_start(struct ussd_dial *dial)
{
	person_start(dial->desk, ussd_dial_book(dial));
}

static void
show_income(struct ussd_dial *dial)
{
	income_text(dial->desk, ussd_dial_book(dial));
}

static void
show_help(struct ussd_dial *dial)
{
	person_help(dial->desk, ussd_dial_book(dial));
}

static void
show_my(struct ussd_dial *dial)
{
	sell_my(dial->desk, ussd_dial_book(dial));
}

static void
show_turn(struct ussd_dial *dial)
{
	info_turn(dial->desk, ussd_dial_book(dial));
}

static void
show_price(struct ussd_dial *dial)
{
	put_item(dial);
	info_price(dial->desk, ussd_dial_book(dial));
}

static void
show_status(struct ussd_dial *dial)
{
	struct ussd_order order;

	if (ussd_order_chosen(&order, dial))
		status_order(dial->desk, &order.order);
	else
		status_text(dial->desk, ussd_dial_book(dial));
}

static const struct {
	enum intent_kind kind;
	const char *verb; /* of the text that it amounts to */
	enum about about;
	void (*run)(struct ussd_dial *dial);
	bool pin;
} acts[USSD_ACTS] = {
    [USSD_ACT_ORDER] = {INTENT_ORDER, "ORDER", ABOUT_GOODS, do_order, false},
    [USSD_ACT_CANCEL] = {INTENT_CANCEL, "CANCEL", ABOUT_ORDER, do_cancel,
	false},
    [USSD_ACT_GOT] = {INTENT_GOT, "GOT", ABOUT_ORDER, do_got, false},
    [USSD_ACT_OFFER] = {INTENT_OFFER, "SELL", ABOUT_PRICE, do_offer, false},
    [USSD_ACT_STOCK] = {INTENT_STOCK, "STOCK", ABOUT_GOODS, do_offer, false},
    [USSD_ACT_PRICE] = {INTENT_PRICE_SET, "PRICE", ABOUT_PRICE, do_price,
	false},
    [USSD_ACT_SOLD_OUT] = {INTENT_SOLD_OUT, "SOLD OUT", ABOUT_GOODS,
	do_sold_out, false},
    [USSD_ACT_ACCEPT] = {INTENT_ACCEPT, "YES", ABOUT_ORDER, do_answer, false},
    [USSD_ACT_DECLINE] = {INTENT_REJECT, "NO", ABOUT_ORDER, do_answer, false},
    [USSD_ACT_PARTIAL] = {INTENT_PARTIAL, "ONLY", ABOUT_ORDER, do_answer,
	false},
    [USSD_ACT_FEEDBACK] = {INTENT_FEEDBACK, "FEEDBACK", ABOUT_TEXT, do_feedback,
	false},
    [USSD_ACT_PROBLEM] = {INTENT_PROBLEM, "PROBLEM", ABOUT_ORDER, do_problem,
	false},
    [USSD_ACT_JOIN] = {INTENT_SELLER_REQUEST, "SELLER", ABOUT_TEXT, do_join,
	false},
    [USSD_ACT_STOP] = {INTENT_STOP, "STOP", ABOUT_NOTHING, do_stop, false},
    [USSD_ACT_START] = {INTENT_START, "START", ABOUT_NOTHING, do_start, false},
    /* Lists of languages do it themselves. */
    [USSD_ACT_LANGUAGE] = {INTENT_HELP, "HELP", ABOUT_NOTHING, show_help,
	false},
    [USSD_ACT_STATUS] = {INTENT_STATUS, "STATUS", ABOUT_NOTHING, show_status,
	false},
    [USSD_ACT_INCOME] = {INTENT_INCOME, "INCOME", ABOUT_NOTHING, show_income,
	true},
    [USSD_ACT_HELP] = {INTENT_HELP, "HELP", ABOUT_NOTHING, show_help, false},
    [USSD_ACT_MY] = {INTENT_MY, "MY", ABOUT_NOTHING, show_my, false},
    [USSD_ACT_TURN] = {INTENT_TURN, "TURN", ABOUT_NOTHING, show_turn, false},
    [USSD_ACT_PRICE_OF] = {INTENT_PRICE_QUERY, "HOW MUCH", ABOUT_NOTHING,
	show_price, false},
};

bool
ussd_act_needs_pin(enum ussd_act act)
{
	return acts[act].pin;
}

/* -- the text that it amounts to --------------------------------------------
 */

/* What they give of the line. */
static void
put_part(struct ussd_dial *dial, struct buf *out)
{
	struct intent *intent = &dial->desk->intent;
	struct intent_item *it = &intent->items[0];
	struct amount_style style = desk_style(dial->desk, "en");
	struct ussd_order order;
	char qty[AMOUNT_OCTETS];

	if (!ussd_order_chosen(&order, dial) || order.count != 1)
		return;
	*it = (struct intent_item){.product = -1,
	    .has_qty = true,
	    .qty_milli = ussd_state_int(dial->state, "qty")};
	str_copy(it->unit, sizeof(it->unit), str_from(order.line[0].unit));
	intent->items_count = 1;
	buf_add_format(
	    out, " %s", amount_qty(qty, &style, it->qty_milli, it->unit));
}

/* Its part in the order is judged by the book, by whoever does the act: what
 * is over meanwhile is answered as a late text is. */
static bool
put_order_code(struct ussd_dial *dial, struct buf *out)
{
	struct intent *intent = &dial->desk->intent;
	int64_t asked = ussd_state_int(dial->state, "asked");
	struct order order;

	if (!store_order_get(dial->desk->store,
		asked != 0 ? asked : ussd_state_int(dial->state, "order"),
		&order))
		return false;
	str_copy(intent->code, sizeof(intent->code), str_from(order.code));
	intent->code_open = true;
	intent->rest = ussd_state_get(dial->state, "text");
	if (intent->kind == INTENT_PARTIAL)
		put_part(dial, out);
	buf_add_format(out, " %s", intent->code);
	return true;
}

/* False: what it is about is there no more. */
static bool
put_intent(struct ussd_dial *dial, enum ussd_act act, struct buf *out)
{
	struct intent *intent = &dial->desk->intent;
	struct str text = ussd_state_get(dial->state, "text");
	struct str place = ussd_state_get(dial->state, "place");

	memset(intent, 0, sizeof(*intent));
	intent->kind = acts[act].kind;
	intent->number = -1;
	intent->rule = "ussd";
	intent->complaint = true;
	buf_add_text(out, acts[act].verb);
	switch (acts[act].about) {
	case ABOUT_GOODS:
	case ABOUT_PRICE:
		put_item(dial);
		say_goods(out, dial, acts[act].about == ABOUT_PRICE);
		if (place.octets > 0 && act == USSD_ACT_ORDER) {
			buf_add_text(out, ", ");
			buf_add_str(out, place);
		}
		return intent->items[0].product >= 0;
	case ABOUT_ORDER:
		if (!put_order_code(dial, out))
			return false;
		break;
	case ABOUT_TEXT:
		intent->rest = text;
		break;
	case ABOUT_NOTHING:
		return true;
	}
	if (text.octets > 0) {
		buf_add_char(out, ' ');
		buf_add_str(out, text);
	}
	return true;
}

static void
receive(struct ussd_dial *dial, struct str words)
{
	struct handler_session *session = dial->session;
	struct desk *desk = dial->desk;
	struct message_in in = {.link_id = session->channel->id,
	    .phone_id = session->phone_id,
	    .person_id = desk->from.id,
	    .now_ms = desk->now_ms,
	    .stamp_ms = desk->now_ms,
	    .text = words,
	    .state = MESSAGE_RECEIVED,
	    .kind = MESSAGE_TEXT};

	session->message_id = store_message_receive(desk->store, &in);
	desk->cause_id = dial->text->message_id = session->message_id;
	dial->text->text = words;
}

/* -- once -------------------------------------------------------------------
 */

/* The code of the order that a row made or was about, "" none; is it open? */
static bool
code_of(struct ussd_dial *dial, int64_t message_id, char code[8])
{
	struct message message;
	struct order order;

	code[0] = '\0';
	if (!store_message_head(dial->desk->store, message_id, &message) ||
	    message.order_id == 0 ||
	    !store_order_get(dial->desk->store, message.order_id, &order))
		return false;
	memcpy(code, order.code, sizeof(order.code));
	return order.closed_ms == 0;
}

bool
ussd_act_is_done(const struct ussd_dial *dial)
{
	int64_t message_id;

	return store_token_find(
	    dial->desk->store, dial->state->token, &message_id);
}

static bool
was_done(struct ussd_dial *dial)
{
	int64_t message_id;
	char code[8];

	if (!store_token_find(
		dial->desk->store, dial->state->token, &message_id))
		return false;
	(void)code_of(dial, message_id, code);
	str_copy(
	    dial->session->made, sizeof(dial->session->made), str_from(code));
	ussd_dial_end_with(dial,
	    code[0] != '\0' ? USSD_TEXT_MADE : USSD_TEXT_TEXTED,
	    &(struct words){.code = code});
	return true;
}

/* -- and what they see ------------------------------------------------------
 */

static void
say_done(struct ussd_dial *dial, enum ussd_act act)
{
	struct handler_session *session = dial->session;
	char code[8] = "";
	bool open = false;

	if (act == USSD_ACT_ORDER)
		open = code_of(dial, session->message_id, code);
	str_copy(session->made, sizeof(session->made), str_from(code));
	if (session->text[0] == '\0') /* else it ended already */
		ussd_said_done(dial, open ? code : "");
}

/* The word that proves it is not for the screen of whoever dials. */
static bool
must_prove(struct ussd_dial *dial)
{
	struct desk *desk = dial->desk;
	bool must;

	if (!dial->session->channel->low_trust)
		return false;
	desk->screen = NULL;
	must = proof_asks(desk, ussd_dial_book(dial), false);
	desk->screen = &dial->screen;
	return must;
}

void
ussd_act_do(
    struct ussd_dial *dial, const struct ussd_screen *screen, enum ussd_act act)
{
	struct desk *desk = dial->desk;
	char text[WORDS_OCTETS];
	struct buf words = buf_over(text, sizeof(text));

	(void)screen;
	if (was_done(dial))
		return;
	if (!put_intent(dial, act, &words)) {
		ussd_dial_end_with(dial, USSD_TEXT_CHANGED, NULL);
		return;
	}
	receive(dial, buf_str(&words));
	(void)store_token_take(desk->store, dial->state->token,
	    dial->session->session_id, dial->session->message_id);
	dial->screen.text_too = true;
	if (!must_prove(dial))
		acts[act].run(dial);
	dial->screen.text_too = false;
	say_done(dial, act);
	dial->text->text = STR("");
}

/* Whoever carries the dialogues of a channel of low trust could ask in
 * anybody's name: what is about money goes to the phone itself. */
static void
show_by_text(struct ussd_dial *dial, enum ussd_act act, bool again)
{
	struct desk *desk = dial->desk;
	char line[USSD_DIAL_TOP_OCTETS];

	desk->screen = NULL;
	if (!again)
		acts[act].run(dial);
	desk->screen = &dial->screen;
	buf_add_text(&dial->screen.said,
	    ussd_dial_text(line, sizeof(line), dial, USSD_TEXT_BY_TEXT, NULL));
}

void
ussd_act_show(struct ussd_dial *dial, enum ussd_act act)
{
	char text[WORDS_OCTETS];
	struct buf words = buf_over(text, sizeof(text));
	/* The same screen behind a wrong key: what it sent is on its way. */
	bool again = dial->looking || dial->state->bad > 0;

	(void)put_intent(dial, act, &words);
	if (dial->session->channel->low_trust &&
	    (acts[act].pin || act == USSD_ACT_STATUS)) {
		show_by_text(dial, act, again);
		return;
	}
	dial->screen.text_too =
	    !again && (act == USSD_ACT_START || act == USSD_ACT_STOP);
	acts[act].run(dial);
	dial->screen.text_too = false;
}

bool
ussd_act_repeats(struct ussd_dial *dial, char code[8])
{
	struct draft draft;
	struct order order;
	int64_t same;

	put_item(dial);
	dial->desk->intent.kind = INTENT_ORDER;
	draft_from(&draft, dial->desk->trade->catalogue, &dial->desk->intent,
	    INTENT_ORDER);
	str_copy(draft.place, sizeof(draft.place),
	    ussd_state_get(dial->state, "place"));
	same = order_same(dial->desk, ussd_dial_book(dial), &draft);
	if (same == 0 || !store_order_get(dial->desk->store, same, &order))
		return false;
	memcpy(code, order.code, sizeof(order.code));
	return true;
}
