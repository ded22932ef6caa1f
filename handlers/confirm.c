#include "handlers/confirm.h"

#include "gateway/store/store_message.h"

#include "handlers/after_yes.h"
#include "handlers/ask.h"
#include "handlers/consent.h"
#include "handlers/letter.h"
#include "handlers/pick.h"
#include "handlers/status.h"
#include "handlers/terms.h"
#include "handlers/which.h"
#include "handlers/which_offer.h"

#define SAME_BREATH_MS (INT64_C(60) * 1000)
#define NOTE_MS (INT64_C(10) * 60 * 1000) /* a note is answered with an ok */
#define CHOICES 3 /* YES, NO, SOME */
#define FIGURE_MAX 1000000
#define CHAIN 16 /* texts of a phone looked back on */

/* -- deciding ------------------------------------------------------------ */

/* Which order is meant is judged here, by what is open; a doubt about anything
 * else is put back to the person. */
bool
confirm_in_doubt(const struct intent *intent)
{
	return intent->ask && intent->why != INTENT_ASK_CODE;
}

/* What a text says to a seller's open proposal. */
static enum confirm_act
seller_act(const struct intent *intent)
{
	if (confirm_in_doubt(intent) && intent->kind != INTENT_PARTIAL)
		return CONFIRM_ASK;
	if (intent->kind == INTENT_ACCEPT)
		return intent->items_count == 1 && intent->items[0].has_qty
			   ? CONFIRM_SOME
			   : CONFIRM_YES;
	if (intent->kind == INTENT_REJECT)
		return CONFIRM_NO;
	if (intent->kind == INTENT_PARTIAL)
		return CONFIRM_SOME;
	if (intent->kind == INTENT_COUNTER)
		return intent->price_milli > 0 ? CONFIRM_PRICE : CONFIRM_ASK;
	if (intent->kind == INTENT_DIGIT && intent->number == 1)
		return CONFIRM_YES;
	if (intent->kind == INTENT_DIGIT && intent->number == 2)
		return CONFIRM_NO;
	if (intent->kind == INTENT_DIGIT && intent->number == 3)
		return CONFIRM_SOME;
	return CONFIRM_ASK;
}

static enum confirm_act
buyer_act(const struct intent *intent)
{
	if (confirm_in_doubt(intent))
		return CONFIRM_ASK;
	if (intent->kind == INTENT_ACCEPT ||
	    (intent->kind == INTENT_DIGIT && intent->number == 1))
		return CONFIRM_BUYER_YES;
	if (intent->kind == INTENT_REJECT ||
	    (intent->kind == INTENT_DIGIT && intent->number == 2))
		return CONFIRM_BUYER_NO;
	return CONFIRM_ASK;
}

static struct confirm_choice
by_code(const struct book *book, const struct intent *intent)
{
	struct confirm_choice choice = {CONFIRM_WRONG_CODE, 0};
	int at;

	if ((at = book_find(book, intent->code, BOOK_ASKED)) >= 0)
		choice.act = seller_act(intent);
	else if ((at = book_find(book, intent->code, BOOK_BUYER_ASKED)) >= 0)
		choice.act = buyer_act(intent);
	else if ((at = book_find(book, intent->code, BOOK_SELLER)) >= 0 ||
		 (at = book_find(book, intent->code, BOOK_BUYER)) >= 0)
		choice.act = CONFIRM_SHOW;
	else if ((at = book_find(book, intent->code, BOOK_PAST)) >= 0)
		choice.act = CONFIRM_LATE;
	choice.at = at < 0 ? 0 : (size_t)at;
	return choice;
}

/* Without a code only what would have been a yes: a no to nothing is nothing.
 */
static bool
is_late_answer(const struct intent *intent)
{
	return intent->kind == INTENT_ACCEPT ||
	       intent->kind == INTENT_PARTIAL ||
	       intent->kind == INTENT_COUNTER ||
	       (intent->kind == INTENT_DIGIT &&
		   (intent->number == 1 || intent->number == 3));
}

struct confirm_choice
confirm_decide(const struct book *book, const struct intent *intent)
{
	struct confirm_choice choice = {CONFIRM_NOTHING, 0};
	size_t asked, to_buyer, buyer_at;

	if (intent->code[0] != '\0')
		return by_code(book, intent);
	asked = book_count(book, BOOK_ASKED, &choice.at);
	to_buyer = book_count(book, BOOK_BUYER_ASKED, &buyer_at);
	if (asked > 1 || (asked == 0 && to_buyer > 1)) {
		choice.act = CONFIRM_WHICH;
	} else if (asked == 1) {
		choice.act = seller_act(intent);
	} else if (to_buyer == 1) {
		choice.act = buyer_act(intent);
		choice.at = buyer_at;
	} else if (book->late_at >= 0 && is_late_answer(intent)) {
		choice.act = CONFIRM_LATE;
		choice.at = (size_t)book->late_at;
	}
	return choice;
}

/* -- doing --------------------------------------------------------------- */

/* An ok to what needs none: where their own orders stand.  To whom we asked
 * something else, that once more. */
static void
nothing(struct desk *desk, const struct book *book)
{
	size_t at;

	if (ask_beside(desk) || after_yes(desk, book))
		return;
	if (book_count(book, BOOK_BUYER, &at) > 0)
		status_text(desk, book);
	else
		letter_answer(desk,
		    desk->from.roles & PERSON_SELLER ? PHRASE_NOTHING_ASKED
						     : PHRASE_NOTHING_OPEN,
		    &(struct words){0}, 0);
}

struct last_text {
	struct desk *desk;
	int64_t since_ms;
	bool figure;
};

static bool
text_before(void *arg, const struct message *m)
{
	struct last_text *last = arg;
	struct desk *desk = last->desk;
	struct intent_hints hints = {.lang = desk->lang, .open_proposals = 1};
	struct intent before;

	if (m->time_ms < last->since_ms)
		return false;
	if (m->out || m->id >= desk->cause_id || m->state == MESSAGE_REPEATED)
		return true;
	intent_parse(&before, desk->trade->lexicon, desk->trade->catalogue,
	    str_from(m->text), &hints);
	last->figure = before.kind == INTENT_DIGIT;
	return false;
}

/* A bare figure right behind another one, which answered something else (what
 * it answered would be closed or asked again): likely the same answer once
 * more, and no word on what was asked before both. */
static bool
is_said_twice(struct desk *desk, const struct book_order *entry)
{
	struct last_text last = {
	    .desk = desk, .since_ms = desk->now_ms - SAME_BREATH_MS};

	if (last.since_ms < entry->asked_ms)
		last.since_ms = entry->asked_ms;
	store_message_chain(
	    desk->store, desk->text->phone_id, CHAIN, text_before, &last);
	return last.figure;
}

struct last_note {
	int64_t since_ms;
	int64_t order_id; /* that it was about; 0: the last was no note */
};

static bool
note_sent(void *arg, const struct message *m)
{
	struct last_note *note = arg;

	if (m->time_ms < note->since_ms)
		return false;
	if (!m->out || m->state == MESSAGE_STALE)
		return true;
	note->order_id = m->question ? 0 : m->order_id;
	return false;
}

int64_t
confirm_noted_order(struct desk *desk)
{
	struct last_note note = {desk->now_ms - NOTE_MS, 0};

	store_message_chain(
	    desk->store, desk->text->phone_id, CHAIN, note_sent, &note);
	return note.order_id;
}

/* "Ok, I will wait": no goods, no code, no figure. */
static bool
is_bare_ok(const struct intent *intent)
{
	return intent->kind == INTENT_ACCEPT && intent->items_count == 0 &&
	       intent->percent == 0 && intent->code[0] == '\0' &&
	       intent->list_index == 0;
}

bool
confirm_is_thanks(struct desk *desk, int64_t order_id)
{
	int64_t noted =
	    is_bare_ok(&desk->intent) ? confirm_noted_order(desk) : 0;

	return noted != 0 && noted != order_id;
}

struct same_text {
	struct desk *desk;
	int64_t since_ms;
	bool same;
};

static bool
same_before(void *arg, const struct message *m)
{
	struct same_text *last = arg;

	if (m->time_ms < last->since_ms)
		return false;
	if (m->out || m->id >= last->desk->cause_id ||
	    m->state == MESSAGE_REPEATED)
		return true;
	last->same = str_equal_nocase(
	    str_trim(str_from(m->text)), str_trim(last->desk->text->text));
	return false;
}

/* "Only 3" right after our note on another order, or sent a second time: said
 * of that one, it may be. */
static bool
is_of_another(struct desk *desk, int64_t order_id)
{
	const struct intent *intent = &desk->intent;
	int64_t noted;
	struct same_text last = {desk, desk->now_ms - NOTE_MS, false};

	if ((intent->kind != INTENT_PARTIAL &&
		intent->kind != INTENT_COUNTER) ||
	    (intent->items_count > 0 && intent->items[0].product >= 0))
		return false;
	noted = confirm_noted_order(desk);
	store_message_chain(
	    desk->store, desk->text->phone_id, CHAIN, same_before, &last);
	return (noted != 0 && noted != order_id) || last.same;
}

/* A seller's yes or no that names goods which are not asked of them there. */
static bool
names_other(struct desk *desk, int64_t order_id, enum confirm_act act)
{
	const struct intent *intent = &desk->intent;

	return (act == CONFIRM_YES || act == CONFIRM_NO) &&
	       intent->items_count == 1 && intent->items[0].product >= 0 &&
	       !consent_is_asked(desk, order_id, intent->items[0].product);
}

/* What was said without a code may be meant for something else. */
static void
doubt(struct desk *desk, const struct book_order *entry,
    struct confirm_choice *choice)
{
	struct intent *intent = &desk->intent;
	bool late = choice->act == CONFIRM_LATE;

	if (!late && intent->kind == INTENT_DIGIT) {
		if (is_said_twice(desk, entry))
			choice->act = CONFIRM_ASK;
	} else if (confirm_is_thanks(desk, late ? 0 : entry->order_id) ||
		   (!late && is_of_another(desk, entry->order_id))) {
		intent->ask = true;
		intent->why = INTENT_ASK_CONFIRM;
		if (choice->act == CONFIRM_PRICE ||
		    choice->act == CONFIRM_YES ||
		    choice->act == CONFIRM_BUYER_YES)
			choice->act = CONFIRM_ASK;
	}
}

/* "45", above our choices: a price, or how much; it is repeated. */
static void
hear_figure(struct intent *intent)
{
	if (intent->kind != INTENT_DIGIT || intent->number <= CHOICES ||
	    intent->number > FIGURE_MAX || intent->items_count > 0)
		return;
	intent->kind = INTENT_COUNTER;
	intent->price_milli = intent->number * 1000;
	intent->price_per[0] = '\0';
	intent->ask = true;
	intent->why = INTENT_ASK_CONFIRM;
}

void
confirm_text(struct desk *desk, const struct book *book)
{
	struct confirm_choice choice;
	struct order order;
	bool bare = desk->intent.code[0] == '\0';
	size_t at;

	if (which_each_named(desk, book) || which_offer_text(desk, book))
		return;
	if (book_count(book, BOOK_ASKED, &at) > 0) {
		terms_hear(desk);
		hear_figure(&desk->intent);
	}
	choice = confirm_decide(book, &desk->intent);
	if (bare && choice.act != CONFIRM_WHICH &&
	    choice.act != CONFIRM_NOTHING)
		doubt(desk, &book->orders[choice.at], &choice);
	if (choice.act == CONFIRM_WRONG_CODE) {
		pick_wrong_code(desk, book);
	} else if (choice.act == CONFIRM_WHICH) {
		if (book_count(book, BOOK_ASKED, &at) > 1)
			which_settle(desk, book);
		else
			pick_ask(desk, book, BOOK_BUYER_ASKED,
			    PHRASE_WHICH_PROPOSAL, ASK_PICK_PROPOSAL);
	} else if (choice.act == CONFIRM_NOTHING) {
		nothing(desk, book);
	} else if (store_order_get(
		       desk->store, book->orders[choice.at].order_id, &order)) {
		store_message_set_order(desk->store, desk->cause_id, order.id);
		if (names_other(desk, order.id, choice.act))
			choice.act = CONFIRM_ASK;
		consent_act(desk, &order, choice.act,
		    (book->orders[choice.at].parts & BOOK_ASKED) != 0);
	}
}
