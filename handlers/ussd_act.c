#include "handlers/ussd_act.h"

#include <string.h>

#include "base/buf.h"

#include "gateway/store/store_message.h"
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
#include "handlers/ussd_intent.h"
#include "handlers/ussd_order.h"
#include "handlers/ussd_said.h"
#include "handlers/ussd_state.h"

#define WORDS_OCTETS 640

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
	ussd_intent_goods(dial);
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
	void (*run)(struct ussd_dial *dial);
	bool pin;
} acts[USSD_ACTS] = {
    [USSD_ACT_ORDER] = {do_order, false},
    [USSD_ACT_CANCEL] = {do_cancel, false},
    [USSD_ACT_GOT] = {do_got, false},
    [USSD_ACT_OFFER] = {do_offer, false},
    [USSD_ACT_STOCK] = {do_offer, false},
    [USSD_ACT_PRICE] = {do_price, false},
    [USSD_ACT_SOLD_OUT] = {do_sold_out, false},
    [USSD_ACT_ACCEPT] = {do_answer, false},
    [USSD_ACT_DECLINE] = {do_answer, false},
    [USSD_ACT_PARTIAL] = {do_answer, false},
    [USSD_ACT_FEEDBACK] = {do_feedback, false},
    [USSD_ACT_PROBLEM] = {do_problem, false},
    [USSD_ACT_JOIN] = {do_join, false},
    [USSD_ACT_STOP] = {do_stop, false},
    [USSD_ACT_START] = {do_start, false},
    /* Lists of languages do it themselves. */
    [USSD_ACT_LANGUAGE] = {show_help, false},
    [USSD_ACT_STATUS] = {show_status, false},
    [USSD_ACT_INCOME] = {show_income, true},
    [USSD_ACT_HELP] = {show_help, false},
    [USSD_ACT_MY] = {show_my, false},
    [USSD_ACT_TURN] = {show_turn, false},
    [USSD_ACT_PRICE_OF] = {show_price, false},
};

bool
ussd_act_needs_pin(enum ussd_act act)
{
	return acts[act].pin;
}

/* -- the text that it amounts to --------------------------------------------
 */

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
	if (!ussd_intent_put(dial, act, &words)) {
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

	(void)ussd_intent_put(dial, act, &words);
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

	ussd_intent_goods(dial);
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
