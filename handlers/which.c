#include "handlers/which.h"

#include "gateway/store/store_message.h"

#include "handlers/ask.h"
#include "handlers/confirm.h"
#include "handlers/consent.h"
#include "handlers/intent_trace.h"
#include "handlers/letter.h"
#include "handlers/several.h"
#include "handlers/terms.h"
#include "handlers/which_each.h"
#include "handlers/which_name.h"
#include "handlers/which_offer.h"

#define LIST_TIMES 2
#define LISTED 9 /* book_list() numbers no more */

static size_t
asked_ids(const struct book *book, int64_t ids[BOOK_ORDERS])
{
	size_t count = 0;

	for (size_t i = 0; i < book->count; i++)
		if ((book->orders[i].parts & BOOK_ASKED) != 0 && count < LISTED)
			ids[count++] = book->orders[i].order_id;
	return count;
}

/* Number from 1 of the only order with the goods that the intent names; 0 none
 * or several. */
static size_t
named(struct desk *desk, const int64_t *ids, size_t count)
{
	const struct intent *intent = &desk->intent;
	size_t found = 0;

	if (intent->items_count != 1 || intent->items[0].product < 0)
		return 0;
	for (size_t i = 0; i < count; i++) {
		if (!consent_is_asked(desk, ids[i], intent->items[0].product))
			continue;
		if (found != 0)
			return 0;
		found = i + 1;
	}
	return found;
}

bool
which_asks_for(struct desk *desk, const struct book *book)
{
	const struct intent *intent = &desk->intent;
	int64_t ids[BOOK_ORDERS];
	size_t count = asked_ids(book, ids);

	for (size_t i = 0; intent->items_count == 1 && i < count; i++)
		if (consent_is_asked(desk, ids[i], intent->items[0].product))
			return true;
	return false;
}

static void
take(struct desk *desk, const struct book *book, int64_t order_id)
{
	struct order order;

	if (!store_order_get(desk->store, order_id, &order))
		return;
	str_copy(
	    desk->intent.code, sizeof(desk->intent.code), str_from(order.code));
	desk->intent.list_index = 0;
	confirm_text(desk, book);
}

/* -- all of them --------------------------------------------------------- */

static void
act_on_each(struct desk *desk, const int64_t *ids, size_t count,
    unsigned picked, bool yes)
{
	struct order order;

	desk->intent.kind = yes ? INTENT_ACCEPT : INTENT_REJECT;
	desk->intent.ask = false;
	desk->intent.items_count = 0;
	for (size_t i = 0; i < count; i++)
		if ((picked & (1u << i)) != 0 &&
		    store_order_get(desk->store, ids[i], &order))
			consent_act(
			    desk, &order, yes ? CONFIRM_YES : CONFIRM_NO, true);
}

/* -- asking -------------------------------------------------------------- */

static void
ask_alone(struct desk *desk, int64_t order_id, bool more)
{
	struct order order;
	enum intent_kind kind = desk->intent.kind;

	if (!store_order_get(desk->store, order_id, &order))
		return;
	if (kind != INTENT_PARTIAL && kind != INTENT_COUNTER) {
		consent_ask(desk, &order, more);
		return;
	}
	/* Only so much, or at that price: of this one? */
	desk->intent.ask = true;
	desk->intent.why = INTENT_ASK_CONFIRM;
	consent_act(desk, &order,
	    kind == INTENT_PARTIAL ? CONFIRM_SOME : CONFIRM_ASK, true);
}

static bool
is_same_list(const struct question *q, const int64_t *ids, size_t count)
{
	int64_t before[BOOK_ORDERS];

	if (q->kind != ASK_PICK_PROPOSAL ||
	    ask_read_ids(q, "orders", before, BOOK_ORDERS) != count)
		return false;
	for (size_t i = 0; i < count; i++)
		if (before[i] != ids[i])
			return false;
	return true;
}

/* How often that very list was sent without an answer that we understood.  An
 * ok that says no more leaves standing what was said before. */
static int
times_sent(struct desk *desk, const int64_t *ids, size_t count)
{
	const struct intent *intent = &desk->intent;
	struct question q;
	int times, verb;

	if (!ask_current(desk, &q) || !is_same_list(&q, ids, count))
		return 0;
	verb = ask_read_verb(&q);
	if (intent->kind == INTENT_ACCEPT && intent->items_count == 0 &&
	    (verb == INTENT_PARTIAL || verb == INTENT_COUNTER))
		terms_resume(desk, &q);
	times = terms_read_note(&q).times;
	return times > 0 ? times : 1;
}

static void
ask_list(struct desk *desk, const struct book *book, int times)
{
	char list[1200], payload[QUESTION_PAYLOAD_OCTETS];
	int64_t ids[BOOK_ORDERS];
	size_t count = book_list(
	    list, sizeof(list), book, desk, desk->lang, BOOK_ASKED, ids);
	struct letter letter;
	struct letter_about about = {
	    .subject = SUBJECT_QUESTION, .question = true};

	terms_write(
	    payload, desk, ids, count, (struct terms_note){times, false});
	about.subject_id = ask_open(desk, desk->text->phone_id, desk->from.id,
	    ASK_PICK_PROPOSAL, 0, payload, 0);
	letter_to_sender(&letter, desk);
	letter_send(&letter, PHRASE_WHICH_PROPOSAL,
	    &(struct words){.list = list}, &about);
}

/* The list, or, when it was sent often enough, the first of them alone. */
static void
ask_which(struct desk *desk, const struct book *book, const int64_t *ids,
    size_t count, bool alone)
{
	int times = times_sent(desk, ids, count);

	if (times >= LIST_TIMES || alone)
		ask_alone(desk, ids[0], true);
	else
		ask_list(desk, book, times + 1);
}

bool
which_each_named(struct desk *desk, const struct book *book)
{
	int64_t ids[BOOK_ORDERS];
	size_t count = asked_ids(book, ids);

	return count > 0 && desk->intent.code[0] == '\0' &&
	       desk->intent.kind != INTENT_DIGIT &&
	       which_each(desk, &(struct which_asked){ids, count, false,
				    false}) == WHICH_EACH_DONE;
}

void
which_settle(struct desk *desk, const struct book *book)
{
	const struct intent *intent = &desk->intent;
	int64_t ids[BOOK_ORDERS];
	size_t count = asked_ids(book, ids);
	size_t at = named(desk, ids, count);
	bool yes = intent->kind == INTENT_ACCEPT;
	struct intent_trace trace;

	if (at > 0) {
		take(desk, book, ids[at - 1]);
		return;
	}
	if (which_each(desk, &(struct which_asked){ids, count, false, false}) !=
	    WHICH_EACH_NONE) {
		ask_which(desk, book, ids, count, false);
		return;
	}
	terms_explain(&trace, desk);
	if ((yes || intent->kind == INTENT_REJECT) &&
	    several_all(desk, &trace, count, which_is_beside)) {
		act_on_each(desk, ids, count, ~0u, yes);
		return;
	}
	at = which_name(desk, ids, count);
	if (at > 0 && at != WHICH_NAME_SEVERAL) {
		take(desk, book, ids[at - 1]);
		return;
	}
	ask_which(
	    desk, book, ids, count, yes && terms_says(desk, PHRASE_WORD_ALL));
}

/* -- answers to the list ------------------------------------------------- */

/* "Both", "yes 1 and 2": with the verb that the list was asked for, if there
 * is none in it. */
static bool
answer_several(struct desk *desk, const struct question *q, const int64_t *ids,
    size_t count)
{
	enum intent_kind kind = desk->intent.kind,
			 verb = (enum intent_kind)ask_read_verb(q);
	struct intent_trace trace;
	unsigned picked;

	terms_explain(&trace, desk);
	picked = several_all(desk, &trace, count, which_is_beside)
		     ? ~0u
		     : several_numbers(&trace, count, which_is_beside);
	if (count < 2 || picked == 0)
		return false;
	if (kind != INTENT_REJECT &&
	    (kind != INTENT_ACCEPT || verb == INTENT_PARTIAL ||
		verb == INTENT_COUNTER))
		kind = verb;
	store_question_close(desk->store, q->id);
	if (kind == INTENT_ACCEPT || kind == INTENT_REJECT) {
		act_on_each(desk, ids, count, picked, kind == INTENT_ACCEPT);
		return true;
	}
	terms_resume(desk, q);
	ask_alone(desk, ids[0], true);
	return true;
}

/* "Yes 1, no 2"; when it does not part so, the list again. */
static bool
answer_each(struct desk *desk, const struct question *q,
    const struct book *book, const int64_t *ids, size_t count)
{
	switch (
	    which_each(desk, &(struct which_asked){ids, count, true, false})) {
	case WHICH_EACH_NONE:
		return false;
	case WHICH_EACH_MIXED:
		desk->intent.kind = INTENT_CODE_ONLY;
		ask_which(desk, book, ids, count, false);
		return true;
	case WHICH_EACH_DONE:
		store_question_close(desk->store, q->id);
		return true;
	}
	return false;
}

static size_t
number_said(struct desk *desk, const int64_t *ids, size_t count)
{
	const struct intent *intent = &desk->intent;
	int64_t number = intent->list_index;

	if (number == 0 && intent->kind == INTENT_DIGIT)
		number = intent->number;
	if (number > 0)
		return number <= (int64_t)count ? (size_t)number : 0;
	if (intent->kind == INTENT_ACCEPT || intent->kind == INTENT_REJECT ||
	    (intent->kind == INTENT_AMBIGUOUS && !intent->items[0].has_qty))
		return named(desk, ids, count);
	return 0;
}

/* What is meant by the number or the name.  "OK 2" decides; a bare 2 might as
 * well mean NO, so it asks once more; but whoever had said how much, or at
 * what price, has told of which now. */
static void
put_verb(struct desk *desk, const struct question *q, bool seller)
{
	struct intent *intent = &desk->intent;
	enum intent_kind verb = (enum intent_kind)ask_read_verb(q);

	if (intent->kind == INTENT_REJECT)
		return;
	if (seller && (verb == INTENT_PARTIAL || verb == INTENT_COUNTER)) {
		terms_resume(desk, q);
	} else if (intent->kind == INTENT_DIGIT) {
		intent->kind = INTENT_CODE_ONLY;
	} else if (intent->kind == INTENT_AMBIGUOUS) {
		intent->kind = verb == INTENT_ACCEPT || verb == INTENT_REJECT
				   ? verb
				   : INTENT_CODE_ONLY;
		intent->ask = false;
	}
}

bool
which_answer(
    struct desk *desk, const struct question *q, const struct book *book)
{
	int64_t ids[BOOK_ORDERS];
	size_t count = ask_read_ids(q, "orders", ids, BOOK_ORDERS), at;
	bool seller = book_count(book, BOOK_ASKED, &at) > 0;

	if (desk->intent.code[0] != '\0' || count > LISTED)
		return false;
	if (seller ? answer_each(desk, q, book, ids, count) ||
			 answer_several(desk, q, ids, count)
		   : which_offer(desk,
			 &(struct which_asked){ids, count, true, true},
			 ask_read_verb(q)))
		return true;
	if (seller)
		terms_hear(desk);
	at = number_said(desk, ids, count);
	if (at == 0 && seller)
		at = which_name(desk, ids, count);
	if (at == WHICH_NAME_SEVERAL) {
		ask_which(desk, book, ids, count, false);
		return true;
	}
	if (at == 0)
		return false;
	put_verb(desk, q, seller);
	store_question_close(desk->store, q->id);
	take(desk, book, ids[at - 1]);
	return true;
}

/* -- one after the other ------------------------------------------------- */

bool
which_is_other(struct desk *desk, const struct question *q)
{
	const struct intent *intent = &desk->intent;

	if (q->kind != ASK_PROPOSAL)
		return false;
	terms_hear(desk);
	return intent->items_count == 1 && intent->items[0].product >= 0 &&
	       !consent_is_asked(desk, q->order_id, intent->items[0].product);
}

void
which_next(struct desk *desk)
{
	struct book book;
	struct question q;
	size_t at, count;

	book_load(&book, desk, desk->from.id);
	count = book_count(&book, BOOK_ASKED, &at);
	if (count == 0 || ask_current(desk, &q))
		return;
	desk->intent.kind = INTENT_CODE_ONLY;
	ask_alone(desk, book.orders[at].order_id, count > 1);
}
