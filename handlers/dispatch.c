#include "handlers/dispatch.h"

#include <string.h>

#include "handlers/after_yes.h"
#include "handlers/alias.h"
#include "handlers/ask.h"
#include "handlers/cancel.h"
#include "handlers/change_ask.h"
#include "handlers/complaint.h"
#include "handlers/confirm.h"
#include "handlers/consent.h"
#include "handlers/draft.h"
#include "handlers/feedback.h"
#include "handlers/handover.h"
#include "handlers/handover_late.h"
#include "handlers/income.h"
#include "handlers/info.h"
#include "handlers/intent_trace.h"
#include "handlers/letter.h"
#include "handlers/lexicon_role.h"
#include "handlers/order.h"
#include "handlers/payment.h"
#include "handlers/person.h"
#include "handlers/pick.h"
#include "handlers/register.h"
#include "handlers/sale_change.h"
#include "handlers/sale_order.h"
#include "handlers/sell.h"
#include "handlers/status.h"
#include "handlers/terms.h"
#include "handlers/terms_goods.h"
#include "handlers/which.h"
#include "handlers/which_each.h"
#include "handlers/which_name.h"
#include "handlers/which_offer.h"

/* Orders of which a part or a price lies with the buyer. */
static size_t
offers(const struct book *book, int64_t ids[BOOK_ORDERS])
{
	size_t n = 0;

	for (size_t i = 0; i < book->count; i++)
		if ((book->orders[i].parts & BOOK_BUYER_ASKED) != 0)
			ids[n++] = book->orders[i].order_id;
	return n;
}

/* "yes 6kg tomatoes", "5kg only": while an offer of these goods waits for the
 * buyer it is no order anew, and no plain yes; the offer is repeated. */
static bool
repeat_offer(struct desk *desk, const struct book *book)
{
	const struct intent *intent = &desk->intent;
	int64_t ids[BOOK_ORDERS], id;
	struct which_asked asked = {ids, offers(book, ids), false, true};
	struct order order;

	if (asked.count == 0 || intent->items_count != 1 ||
	    intent->code[0] != '\0' || intent->seller.octets > 0)
		return false;
	id = intent->items[0].product >= 0
		 ? which_with_goods(desk, &asked, intent->items[0].product)
	     : asked.count == 1 ? ids[0]
				: 0;
	if (id == 0 || !store_order_get(desk->store, id, &order))
		return false;
	consent_act(desk, &order, CONFIRM_ASK, false);
	return true;
}

/* "Yes, and 2 trays eggs", while one farmer's offer of other goods waits: the
 * yes is to that, and the rest is an order. */
static void
hear_yes(struct desk *desk, const struct book *book)
{
	const struct intent *intent = &desk->intent;
	int64_t ids[BOOK_ORDERS];
	size_t count = offers(book, ids), at;
	struct intent_trace trace;

	if (count != 1 || intent->items_count == 0 || intent->code[0] != '\0' ||
	    consent_sellers(desk, ids[0]) != 1 ||
	    book_count(book, BOOK_ASKED, &at) > 0)
		return;
	for (size_t i = 0; i < intent->items_count; i++)
		if (consent_is_offered(desk, ids[0], intent->items[i].product))
			return;
	terms_explain(&trace, desk);
	if (trace.count > 1 && trace.spans[0].kind == INTENT_SPAN_WORD &&
	    (trace.spans[0].roles & ROLE_BIT(ROLE_YES)) != 0)
		consent_settle(desk, ids[0], -1, true, true);
}

static void
do_order(struct desk *desk, const struct book *book)
{
	hear_yes(desk, book);
	if (!change_instead(desk, book) && !repeat_offer(desk, book))
		order_text(desk, book, false);
}

/* "only half", of what they have ordered: as "make it half". */
static void
put_share(struct intent *intent)
{
	if (intent->items_count > 0 || intent->percent <= 0)
		return;
	intent->items[0] = (struct intent_item){.product = -1,
	    .has_qty = true,
	    .qty_milli = intent->percent * INT64_C(10)};
	intent->items_count = 1;
}

/* "only 3" and the like by a buyer without a question is a change of mind. */
static void
do_partial(struct desk *desk, const struct book *book)
{
	size_t at;

	if ((desk->intent.items_count > 0 || desk->intent.percent > 0) &&
	    book_count(book, BOOK_ASKED, &at) == 0 &&
	    book_count(book, BOOK_BUYER, &at) > 0) {
		put_share(&desk->intent);
		desk->intent.change = INTENT_CHANGE_SET;
		order_change(desk, book);
		return;
	}
	confirm_text(desk, book);
}

static void
do_change(struct desk *desk, const struct book *book)
{
	const struct intent *intent = &desk->intent;
	/* "No tomatoes", while a part of them lies with the buyer. */
	bool offer = intent->items_count == 1 && !intent->items[0].has_qty &&
		     which_offer_text(desk, book);

	if (!offer && !sale_change(desk, book))
		order_change(desk, book);
}

/* The part that lies with the buyer, unless something else is meant. */
static void
do_cancel(struct desk *desk, const struct book *book)
{
	size_t at;
	bool other = book_count(book, BOOK_BUYER | BOOK_ASKED, &at) > 0 ||
		     (book_count(book, BOOK_SELLER, &at) > 0 &&
			 confirm_noted_order(desk) == 0);

	if (other || !after_yes(desk, book))
		cancel_text(desk, book);
}

/* PROBLEM without a code, and what is wrong: about an order there is. */
static bool
cut_problem(const struct desk *desk, const struct book *book, struct str *rest)
{
	size_t at;

	*rest = desk->text->text;
	return phrase_cut_word(
		   desk->trade->phrases, PHRASE_WORD_PROBLEM, rest) &&
	       book_count(book, BOOK_BUYER | BOOK_SELLER, &at) > 0;
}

static void
do_problem(struct desk *desk, const struct book *book, struct str what)
{
	desk->intent.kind = INTENT_PROBLEM;
	desk->intent.rest = what;
	complaint_text(desk, book);
}

/* "Problem, please make it 5": what they want done about it was read. */
static bool
says_what_to_do(const struct intent *intent)
{
	static const enum intent_kind kinds[] = {INTENT_PROBLEM, INTENT_CANCEL,
	    INTENT_CHANGE, INTENT_START, INTENT_LANGUAGE, INTENT_REGISTER,
	    INTENT_SELLER_REQUEST, INTENT_OFFER, INTENT_STOCK,
	    INTENT_PRICE_SET};

	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++)
		if (intent->kind == kinds[i])
			return true;
	return intent->kind == INTENT_ORDER && !intent->ask;
}

/* "Problem only 45 kg came", "problem he never came", however the rest of it
 * reads; and about an order that was closed because nobody came for it. */
static bool
hear_problem(struct desk *desk, const struct book *book)
{
	struct str rest;

	if (says_what_to_do(&desk->intent) ||
	    (!cut_problem(desk, book, &rest) &&
		(rest.octets == desk->text->text.octets ||
		    !complaint_finds_failed(desk))))
		return false;
	rest = str_trim(rest);
	while (rest.octets > 0 && strchr("#:,.-! ", rest.at[0]) != NULL)
		rest = str_of(rest.at + 1, rest.octets - 1);
	do_problem(desk, book, rest);
	return true;
}

bool
dispatch_is_problem(const struct desk *desk, const struct book *book)
{
	struct str rest;

	return cut_problem(desk, book, &rest);
}

/* A quantity without goods is half an order; goods and a quantity from a
 * seller may be either. */
static bool
ask_what(struct desk *desk, const struct book *book)
{
	struct intent *intent = &desk->intent;
	struct draft draft;
	bool seller = (desk->from.roles & (PERSON_SELLER | PERSON_LEADER)) != 0;

	if (intent->items_count == 0 || !intent->items[0].has_qty ||
	    (intent->items[0].product < 0 ? intent->items_count > 1 : !seller))
		return false;
	draft_from(&draft, desk->trade->catalogue, intent, INTENT_ORDER);
	if (intent->items[0].product >= 0)
		draft.verb = INTENT_NONE;
	order_draft(desk, book, &draft, false);
	return true;
}

/* "5 kg", "3 at 50": figures, and of what is known to the one who asked. */
static bool
is_figures(const struct intent *intent)
{
	return intent->items_count == 0
		   ? intent->kind == INTENT_AMBIGUOUS &&
			 intent->why == INTENT_ASK_NUMBER
		   : intent->items_count == 1 && intent->items[0].product < 0;
}

/* "some", "half": a part, and how much must be asked. */
static bool
says_some(struct desk *desk, const struct book *book)
{
	struct intent *intent = &desk->intent;
	struct str text = desk->text->text;
	size_t at;
	bool word =
	    phrase_cut_word(desk->trade->phrases, PHRASE_WORD_SOME, &text);

	if (book_count(book, BOOK_ASKED, &at) == 0 ||
	    (!word && !is_figures(intent)))
		return false;
	intent->kind = INTENT_PARTIAL;
	intent->items_count = 0;
	return true;
}

/* "Only 3 kg tomato at 50", asked for tomato: a part, no listing. */
static void
do_offer(struct desk *desk, const struct book *book)
{
	struct intent as_read = desk->intent;

	terms_hear(desk);
	if (desk->intent.kind == INTENT_PARTIAL && which_asks_for(desk, book)) {
		confirm_text(desk, book);
		return;
	}
	desk->intent = as_read;
	if (!terms_goods(desk, book) && !sale_order_other(desk, book))
		sell_text(desk, book);
}

/* "SOME #K7F", as our question says it, is more than a code. */
static void
do_code(struct desk *desk, const struct book *book)
{
	(void)says_some(desk, book);
	confirm_text(desk, book);
}

static void
do_none(struct desk *desk, const struct book *book)
{
	size_t at;
	bool asked = book_count(book, BOOK_ASKED | BOOK_BUYER_ASKED, &at) > 0;

	if (says_some(desk, book)) {
		confirm_text(desk, book);
	} else if (change_to_nothing(desk, book)) {
		return;
	} else if (asked && desk->from.unread_count == 0) {
		/* Likely meant as an answer: the question once more. */
		desk->from.unread_count = 1;
		store_person_put(desk->store, &desk->from);
		desk->intent.ask = true;
		desk->intent.why = INTENT_ASK_CONFIRM;
		confirm_text(desk, book);
	} else {
		person_unread(desk, book);
	}
}

static void
do_ambiguous(struct desk *desk, const struct book *book)
{
	const struct intent *intent = &desk->intent;
	struct amount_style style = desk_style(desk, desk->lang);
	const char *key = NULL;

	if (intent->items_count > 0)
		key = catalogue_key(
		    desk->trade->catalogue, intent->items[0].product);
	if (intent->code[0] != '\0' || says_some(desk, book))
		confirm_text(desk, book);
	else if (!which_each_named(desk, book) &&
		 !which_offer_text(desk, book) && !terms_goods(desk, book) &&
		 (!is_figures(intent) || !sale_corrects_note(desk, book)) &&
		 !change_amount(desk, book) && !repeat_offer(desk, book) &&
		 !ask_what(desk, book))
		letter_answer(desk,
		    intent->why == INTENT_ASK_VERB ? PHRASE_ASK_VERB
						   : PHRASE_ASK_WHICH,
		    &(struct words){
			.product = key ? amount_product(&style, key) : ""},
		    0);
}

/* An answer; with nothing asked perhaps a second thought. */
static void
do_answer(struct desk *desk, const struct book *book)
{
	if (!change_amount(desk, book))
		confirm_text(desk, book);
}

/* Their orders, with the verb kept: the number is the yes. */
static bool
ask_order(struct desk *desk, const struct book *book, unsigned parts)
{
	size_t at, count = book_count(book, parts, &at);
	struct order order;

	if (count == 0)
		return false;
	if (desk->intent.kind == INTENT_CANCEL)
		cancel_keep_words(desk);
	if (count == 1 && desk->intent.kind == INTENT_CANCEL &&
	    store_order_get(desk->store, book->orders[at].order_id, &order)) {
		if (parts != BOOK_BUYER || !cancel_rest(desk, &order))
			pick_ask_one(desk, &order, PHRASE_ASK_CANCEL);
		return true;
	}
	pick_ask(desk, book, parts, PHRASE_WHICH_ORDER, ASK_PICK_ORDER);
	return true;
}

/* Read, but unsure, in a text that would cancel, close or change something:
 * asked instead.  Orders and listings are asked about as drafts, answers by
 * what they answer.  False: go on. */
static bool
ask_sure(struct desk *desk, const struct book *book)
{
	const struct intent *intent = &desk->intent;
	size_t at;

	if (!intent->ask || intent->why != INTENT_ASK_CONFIRM)
		return false;
	if (intent->kind == INTENT_CANCEL)
		return ask_order(desk, book,
		    book_count(book, BOOK_BUYER, &at) > 0
			? BOOK_BUYER
			: BOOK_SELLER | BOOK_ASKED);
	if (intent->kind == INTENT_PAID)
		return ask_order(desk, book, BOOK_SELLER);
	if (intent->kind != INTENT_PRICE_SET && intent->kind != INTENT_SOLD_OUT)
		return false;
	letter_answer(desk, PHRASE_ASK_WHICH, &(struct words){0}, 0);
	return true;
}

/* "Ben" is Bengali, and who wants the tomatoes. */
static void
do_language(struct desk *desk, const struct book *book)
{
	if (!which_name_text(desk, book))
		person_lang(desk, book);
}

static const struct {
	enum intent_kind intent;
	void (*handle)(struct desk *desk, const struct book *book);
	bool unread; /* counts as a text that we could not read */
} rows[] = {
    {INTENT_NONE, do_none, true},
    {INTENT_GREETING, person_unread, true},
    {INTENT_AMBIGUOUS, do_ambiguous, false},
    {INTENT_DIGIT, do_answer, false},
    {INTENT_CODE_ONLY, do_code, false},
    {INTENT_ORDER, do_order, false},
    {INTENT_CHANGE, do_change, false},
    {INTENT_CANCEL, do_cancel, false},
    {INTENT_STATUS, status_text, false},
    {INTENT_GOT, handover_got, false},
    {INTENT_PROBLEM, complaint_text, false},
    {INTENT_FEEDBACK, feedback_text, false},
    {INTENT_ACCEPT, confirm_text, false},
    {INTENT_REJECT, do_answer, false},
    {INTENT_PARTIAL, do_partial, false},
    {INTENT_COUNTER, do_answer, false},
    {INTENT_DONE, handover_done, false},
    {INTENT_NOSHOW, handover_noshow, false},
    {INTENT_PAID, payment_paid, false},
    {INTENT_OFFER, do_offer, false},
    {INTENT_STOCK, sell_text, false},
    {INTENT_PRICE_SET, sell_price, false},
    {INTENT_SOLD_OUT, sell_out, false},
    {INTENT_MY, sell_my, false},
    {INTENT_INCOME, income_text, false},
    {INTENT_TURN, info_turn, false},
    {INTENT_PRICE_QUERY, info_price, false},
    {INTENT_REGISTER, register_text, false},
    {INTENT_SELLER_REQUEST, register_request, false},
    {INTENT_HELP, person_help, false},
    {INTENT_STOP, person_stop, false},
    {INTENT_START, person_start, false},
    {INTENT_LANGUAGE, do_language, false},
    {INTENT_ALIAS, alias_text, false},
};

void
dispatch_intent(struct desk *desk, const struct book *book)
{
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		if (rows[i].intent != desk->intent.kind)
			continue;
		if (!rows[i].unread && desk->from.unread_count != 0) {
			desk->from.unread_count = 0;
			store_person_put(desk->store, &desk->from);
		}
		if (!hear_problem(desk, book) &&
		    !handover_late_answer(desk, book) && !ask_sure(desk, book))
			rows[i].handle(desk, book);
		return;
	}
}
