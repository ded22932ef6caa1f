#include "handlers/ask.h"

#include <stdlib.h>
#include <string.h>

#include "base/json.h"

#include "gateway/store/store_message.h"
#include "gateway/store/store_timer.h"

#include "handlers/approval.h"
#include "handlers/ask_hear.h"
#include "handlers/cancel.h"
#include "handlers/change_answer.h"
#include "handlers/confirm.h"
#include "handlers/consent.h"
#include "handlers/dispatch.h"
#include "handlers/draft.h"
#include "handlers/letter.h"
#include "handlers/lexicon_role.h"
#include "handlers/order.h"
#include "handlers/pick.h"
#include "handlers/pool_took.h"
#include "handlers/register.h"
#include "handlers/sale.h"
#include "handlers/status.h"
#include "handlers/still.h"
#include "handlers/terms.h"
#include "handlers/which.h"
#include "handlers/which_offer.h"

#define HOUR_MS (INT64_C(60) * 60 * 1000)

/* The buyer's silence is a no, with a seller waiting for it: that hour is not
 * for the market to shorten. */
static int64_t
lives_ms(const struct desk *desk, enum ask_kind kind)
{
	int64_t own = desk->market->question_lasts_ms;

	return own == 0 || kind == ASK_BUYER ? HOUR_MS : own;
}

int64_t
ask_open(struct desk *desk, int64_t phone_id, int64_t person_id,
    enum ask_kind kind, int64_t order_id, const char *payload, int64_t due_ms)
{
	struct question q = {.phone_id = phone_id,
	    .person_id = person_id,
	    .kind = (int)kind,
	    .order_id = order_id,
	    .created_ms = desk->now_ms,
	    .due_ms = due_ms ? due_ms : desk->now_ms + lives_ms(desk, kind),
	    .open = true};
	int64_t id;

	str_copy(q.payload, sizeof(q.payload), str_from(payload));
	id = store_question_ask(desk->store, &q);
	store_timer_set(desk->store, TIMER_QUESTION, id, q.due_ms);
	return id;
}

bool
ask_current(const struct desk *desk, struct question *out)
{
	return store_question_open(desk->store, desk->text->phone_id, out) &&
	       out->person_id == desk->from.id;
}

void
ask_payload_ids(char dst[QUESTION_PAYLOAD_OCTETS], const char *key,
    const int64_t *ids, size_t count, int verb)
{
	json_t *list = json_array(), *whole;
	char *text;

	for (size_t i = 0; i < count; i++)
		json_array_append_new(list, json_integer(ids[i]));
	whole = json_pack("{s:o,s:i}", key, list, "verb", verb);
	text = json_dumps(whole, JSON_COMPACT);
	str_copy(dst, QUESTION_PAYLOAD_OCTETS, str_from(text));
	free(text);
	json_decref(whole);
}

size_t
ask_read_ids(
    const struct question *q, const char *key, int64_t *ids, size_t ids_count)
{
	json_t *whole =
	    json_read(str_from(q->payload), QUESTION_PAYLOAD_OCTETS, NULL);
	const json_t *list = json_object_get(whole, key);
	size_t n = 0;

	for (size_t i = 0; i < json_array_size(list) && n < ids_count; i++)
		ids[n++] = json_integer_value(json_array_get(list, i));
	json_decref(whole);
	return n;
}

int
ask_read_verb(const struct question *q)
{
	json_t *whole =
	    json_read(str_from(q->payload), QUESTION_PAYLOAD_OCTETS, NULL);
	int verb = (int)json_int(whole, "verb", 0);

	json_decref(whole);
	return verb;
}

/* -- for the reader of texts --------------------------------------------- */

static void
hint_draft(struct intent_question *out, int choices[9], const struct desk *desk,
    const struct question *q)
{
	struct draft draft;

	if (!draft_read(&draft, q->payload))
		return;
	out->choices_count = draft.choices_count;
	switch (draft.asked) {
	case DRAFT_WHOLE:
		break;
	case DRAFT_PRODUCT:
		out->kind = INTENT_QUESTION_PRODUCT;
		for (size_t i = 0; i < draft.choices_count; i++)
			choices[i] = catalogue_find(
			    desk->trade->catalogue, draft.choices[i]);
		out->choices = choices;
		break;
	case DRAFT_QUANTITY:
		out->kind = INTENT_QUESTION_QUANTITY;
		break;
	case DRAFT_UNIT:
		out->kind = INTENT_QUESTION_CHOICE;
		break;
	case DRAFT_NUMBER:
	case DRAFT_VERB:
		out->kind = INTENT_QUESTION_CHOICE;
		out->choices_count = 2;
		break;
	case DRAFT_CONFIRM:
		out->kind = INTENT_QUESTION_YES_NO;
		break;
	}
}

void
ask_hint(struct intent_question *out, int choices[9], const struct desk *desk,
    const struct question *q)
{
	int64_t ids[9];

	memset(out, 0, sizeof(*out));
	switch ((enum ask_kind)q->kind) {
	case ASK_DRAFT:
		hint_draft(out, choices, desk, q);
		break;
	case ASK_PICK_PROPOSAL:
	case ASK_PICK_ORDER:
		out->kind = INTENT_QUESTION_CHOICE;
		out->choices_count = ask_read_ids(q, "orders", ids, 9);
		if (out->choices_count == 1)
			out->kind = INTENT_QUESTION_YES_NO;
		break;
	case ASK_SOME:
		out->kind = INTENT_QUESTION_QUANTITY;
		break;
	case ASK_PROPOSAL:
	case ASK_BUYER:
	case ASK_CONSENT:
	case ASK_APPROVE:
	case ASK_WANTED:
	case ASK_CANCEL_ALL:
	case ASK_STILL:
	case ASK_SALE:
		out->kind = INTENT_QUESTION_YES_NO;
		break;
	case ASK_POOL:
		out->kind = INTENT_QUESTION_CHOICE;
		out->choices_count = ask_read_ids(q, "people", ids, 9);
		break;
	case ASK_CHANGE:
		out->kind = INTENT_QUESTION_YES_NO;
		hint_draft(out, choices, desk, q);
		break;
	}
}

/* -- answers ------------------------------------------------------------- */

/* 1 yes, 0 no, -1 neither. */
static int
yes_or_no(const struct intent *intent)
{
	if (confirm_in_doubt(intent) || intent->code[0] != '\0' ||
	    intent->list_index > 0)
		return -1;
	if (intent->kind == INTENT_ACCEPT && intent->items_count == 0)
		return 1;
	if (intent->kind == INTENT_REJECT)
		return 0;
	if (intent->kind == INTENT_DIGIT && intent->number == 1)
		return 1;
	if (intent->kind == INTENT_DIGIT && intent->number == 2)
		return 0;
	return -1;
}

static bool
answer_draft(
    struct desk *desk, const struct question *q, const struct book *book)
{
	struct draft draft;
	int filled;

	if (!draft_read(&draft, q->payload))
		return false;
	if (draft.asked == DRAFT_UNIT)
		ask_hear_measure(desk, &draft);
	else if (draft.asked == DRAFT_VERB)
		ask_hear_verb(desk);
	else if (draft.asked == DRAFT_CONFIRM)
		ask_hear_correction(desk);
	filled = draft_fill(&draft, desk->trade->catalogue, &desk->intent);
	if (desk->intent.kind == INTENT_CANCEL && desk->intent.code[0] == '\0')
		filled = -1;
	if (filled == 0)
		return false;
	store_question_close(desk->store, q->id);
	if (filled < 0)
		letter_answer(desk, PHRASE_ASK_DROPPED, &(struct words){0}, 0);
	else
		order_draft(desk, book, &draft, true);
	return true;
}

/* Puts the order of the question into the intent: what follows is as if the
 * person had written its code. */
static bool
put_code(struct desk *desk, int64_t order_id)
{
	struct order order;

	if (!store_order_get(desk->store, order_id, &order))
		return false;
	str_copy(
	    desk->intent.code, sizeof(desk->intent.code), str_from(order.code));
	desk->intent.list_index = 0;
	return true;
}

/* Which of the orders asked about has the goods that the text names. */
static int64_t
number_by_goods(struct desk *desk, const int64_t *ids, size_t count)
{
	const struct intent *intent = &desk->intent;

	return count > 1 && intent->items_count == 1 && ask_hear_goods(desk)
		   ? pick_by_product(desk, ids, count, intent->items[0].product)
		   : 0;
}

static bool
answer_pick(
    struct desk *desk, const struct question *q, const struct book *book)
{
	const struct intent *intent = &desk->intent;
	int64_t number = intent->list_index, ids[BOOK_ORDERS];
	size_t count;
	int said;
	char rest[160];

	if (intent->code[0] != '\0')
		return false;
	if (number == 0 && intent->kind == INTENT_DIGIT)
		number = intent->number;
	count = ask_read_ids(q, "orders", ids, BOOK_ORDERS);
	if (pick_several(desk, q, ids, count))
		return true;
	said = intent->list_index == 0 && count == 1 ? yes_or_no(intent) : -1;
	if (said == 1)
		number = 1; /* the only one: a yes is as good as its number */
	if (said == 0 || (number == 0 && intent->kind == INTENT_REJECT &&
			     intent->items_count == 0)) {
		store_question_close(desk->store, q->id);
		letter_answer(desk, PHRASE_ASK_LEFT, &(struct words){0}, 0);
		return true;
	}
	if (number == 0)
		number = number_by_goods(desk, ids, count);
	if (!pick_resume(desk, q, number, rest))
		return false;
	store_question_close(desk->store, q->id);
	dispatch_intent(desk, book);
	desk->intent.rest = STR("");
	return true;
}

/* Several farmers offer something for one order: the yes is to the one that was
 * asked about last, then the next is. */
static bool
answer_one_of(struct desk *desk, const struct question *q)
{
	int64_t ids[DESK_LINES_MAX];
	size_t count = ask_read_ids(q, "lines", ids, DESK_LINES_MAX);
	int said = yes_or_no(&desk->intent);

	if (said < 0 || consent_sellers(desk, q->order_id) < 2 ||
	    !consent_settle_lines(desk, q->order_id, ids, count, said == 1))
		return false;
	store_message_set_order(desk->store, desk->cause_id, q->order_id);
	store_question_close(desk->store, q->id);
	(void)consent_ask_rest(desk, q->order_id, true);
	return true;
}

/* A yes, no, figure or price about the one order in question. */
static bool
answer_order(
    struct desk *desk, const struct question *q, const struct book *book)
{
	const struct intent *intent = &desk->intent;
	bool in_turn = q->kind == ASK_PROPOSAL && terms_read_note(q).in_turn;

	terms_take_figure(desk, q);
	if (intent->code[0] != '\0' || intent->list_index > 0 ||
	    (intent->kind != INTENT_ACCEPT && intent->kind != INTENT_REJECT &&
		intent->kind != INTENT_DIGIT &&
		intent->kind != INTENT_PARTIAL &&
		intent->kind != INTENT_COUNTER))
		return false;
	if (confirm_is_thanks(desk, q->order_id))
		return ask_repeat(desk);
	if (q->kind == ASK_BUYER &&
	    (which_offer_text(desk, book) || answer_one_of(desk, q)))
		return true;
	if (which_is_other(desk, q) || !put_code(desk, q->order_id))
		return false;
	terms_answer(desk, q);
	store_question_close(desk->store, q->id);
	confirm_text(desk, book);
	if (in_turn)
		which_next(desk);
	return true;
}

static bool
answer_some(
    struct desk *desk, const struct question *q, const struct book *book)
{
	const struct intent *intent = &desk->intent;

	if (intent->kind == INTENT_REJECT)
		return answer_order(desk, q, book);
	/* They had said "some": an ok does not make it all. */
	if (draft_names_choice(intent) ||
	    (intent->items_count == 1 && intent->items[0].qty_high_milli > 0) ||
	    (intent->kind == INTENT_ACCEPT && intent->items_count == 0 &&
		intent->percent == 0 && intent->code[0] == '\0' &&
		intent->list_index == 0))
		return ask_repeat(desk);
	if (intent->code[0] != '\0' || !terms_take_quantity(desk, q) ||
	    !put_code(desk, q->order_id))
		return false;
	store_question_close(desk->store, q->id);
	confirm_text(desk, book);
	return true;
}

static bool
answer_register(struct desk *desk, const struct question *q)
{
	int said = yes_or_no(&desk->intent);

	/* "No, wrong number": whoever has the phone now knows no words. */
	if (said < 0 && q->kind == ASK_STILL &&
	    (desk->intent.kind == INTENT_NONE ||
		desk->intent.kind == INTENT_REJECT) &&
	    (terms_first_roles(desk) & ROLE_BIT(ROLE_NO)) != 0)
		said = 0;
	if (said < 0)
		return false;
	store_question_close(desk->store, q->id);
	if (q->kind == ASK_CONSENT)
		register_consent(desk, q, said == 1);
	else if (q->kind == ASK_STILL)
		still_answer(desk, q, said == 1);
	else
		approval_answer(desk, q, said == 1);
	return true;
}

static bool
answer_wanted(struct desk *desk, const struct question *q)
{
	int said = yes_or_no(&desk->intent);

	if (said < 0)
		return false;
	store_question_close(desk->store, q->id);
	order_wanted(desk, q->order_id, said == 1);
	return true;
}

static bool
answer_cancel(struct desk *desk, const struct question *q)
{
	int64_t ids[BOOK_ORDERS];
	size_t count = ask_read_ids(q, "orders", ids, BOOK_ORDERS);
	int said = yes_or_no(&desk->intent);

	/* "OK 1", after a list: its YES has that number. */
	if (desk->intent.kind == INTENT_ACCEPT &&
	    desk->intent.list_index == 1 && desk->intent.code[0] == '\0')
		said = 1;
	if (said < 0)
		return false;
	store_question_close(desk->store, q->id);
	if (said == 1)
		cancel_several(desk, ids, count);
	else
		letter_answer(desk, PHRASE_ASK_LEFT, &(struct words){0}, 0);
	return true;
}

/* "yes K7F" is for #K7F, whatever else we asked since. */
static bool
names_another(struct desk *desk, const struct question *q)
{
	const struct intent *intent = &desk->intent;
	struct order order;

	return intent->code_open &&
	       (q->order_id == 0 ||
		   !store_order_get(desk->store, q->order_id, &order) ||
		   strcmp(order.code, intent->code) != 0);
}

static bool
is_about_orders(enum ask_kind kind)
{
	return kind != ASK_DRAFT && kind != ASK_CONSENT &&
	       kind != ASK_APPROVE && kind != ASK_WANTED &&
	       kind != ASK_CANCEL_ALL && kind != ASK_SALE;
}

/* "how much is onion" names goods, but answers nothing. */
static bool
asks_else(enum intent_kind kind)
{
	return kind == INTENT_PRICE_QUERY || kind == INTENT_MY ||
	       kind == INTENT_INCOME || kind == INTENT_TURN;
}

static bool
answer_sale(struct desk *desk, const struct question *q)
{
	int said = yes_or_no(&desk->intent);

	if (said < 0)
		return false;
	store_question_close(desk->store, q->id);
	sale_answer(desk, q, said == 1);
	return true;
}

bool
ask_answer(struct desk *desk, const struct question *q, const struct book *book)
{
	if (asks_else(desk->intent.kind) ||
	    (!is_about_orders((enum ask_kind)q->kind) &&
		names_another(desk, q)))
		return false;
	switch ((enum ask_kind)q->kind) {
	case ASK_DRAFT:
		return answer_draft(desk, q, book);
	case ASK_PICK_PROPOSAL:
		return which_answer(desk, q, book);
	case ASK_PICK_ORDER:
		return answer_pick(desk, q, book);
	case ASK_PROPOSAL:
	case ASK_BUYER:
		return answer_order(desk, q, book);
	case ASK_SOME:
		return answer_some(desk, q, book);
	case ASK_CONSENT:
	case ASK_APPROVE:
	case ASK_STILL:
		return answer_register(desk, q);
	case ASK_WANTED:
		return answer_wanted(desk, q);
	case ASK_CHANGE:
		ask_hear_correction(desk);
		return change_answer(desk, q, book);
	case ASK_CANCEL_ALL:
		return answer_cancel(desk, q);
	case ASK_POOL:
		return pool_took_answer(desk, q);
	case ASK_SALE:
		return answer_sale(desk, q);
	}
	return false;
}
