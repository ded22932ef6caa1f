/* ask_miss - what is no answer to our question, and nothing else either: the
 * question once more, then it is left. */
#include "handlers/ask.h"

#include "gateway/store/store_message.h"

#include "handlers/dispatch.h"
#include "handlers/letter.h"

#define CHAIN 32 /* texts of a phone looked back on */

#define BESIDE_TIMES 3 /* a question is sent, with what is beside the point */

struct last_question {
	char text[PHRASE_FILLED_OCTETS];
	int64_t question_id;
	bool found;
};

struct sent_times {
	int64_t question_id;
	int count;
};

static bool
question_text(void *arg, const struct message *m)
{
	struct last_question *last = arg;

	if (!m->out || m->subject != SUBJECT_QUESTION ||
	    m->subject_id != last->question_id)
		return true;
	str_copy(last->text, sizeof(last->text), str_from(m->text));
	last->found = true;
	return false;
}

/* The words of question `q`, which was put to `asked_phone`. */
static bool
put_again(struct desk *desk, const struct question *q, int64_t asked_phone)
{
	struct last_question last = {.found = false, .question_id = q->id};
	struct message_out out = {.phone_id = q->phone_id,
	    .person_id = q->person_id,
	    .now_ms = desk->now_ms,
	    .class_ = MESSAGE_CONFIRM,
	    .question = true,
	    .stale_ms = q->due_ms,
	    .cause_id = desk->cause_id,
	    .order_id = q->order_id,
	    .subject = SUBJECT_QUESTION,
	    .subject_id = q->id};

	store_message_chain(
	    desk->store, asked_phone, CHAIN, question_text, &last);
	if (!last.found)
		return false;
	out.text = str_from(last.text);
	store_message_queue(desk->store, &out);
	return true;
}

bool
ask_repeat(struct desk *desk)
{
	struct question q;

	return ask_current(desk, &q) && put_again(desk, &q, q.phone_id);
}

void
ask_moved(struct desk *desk, int64_t person_id, int64_t from_phone_id,
    int64_t to_phone_id)
{
	struct question q;

	if (store_question_open(desk->store, to_phone_id, &q) &&
	    q.person_id == person_id)
		(void)put_again(desk, &q, from_phone_id);
}

/* A figure beyond the choices, an ok where a quantity was asked, noise. */
static bool
is_miss(const struct intent *intent)
{
	if (intent->code[0] != '\0')
		return false;
	return intent->kind == INTENT_NONE || intent->kind == INTENT_GREETING ||
	       intent->kind == INTENT_DIGIT || intent->kind == INTENT_REJECT ||
	       ((intent->kind == INTENT_ACCEPT ||
		    intent->kind == INTENT_PARTIAL ||
		    intent->kind == INTENT_AMBIGUOUS) &&
		   intent->items_count == 0);
}

/* What the sender themselves began; a consent waits on. */
static bool
may_be_left(enum ask_kind kind)
{
	switch (kind) {
	case ASK_DRAFT:
	case ASK_PICK_ORDER:
	case ASK_CHANGE:
	case ASK_CANCEL_ALL:
	case ASK_POOL:
	case ASK_SALE:
		return true;
	case ASK_PICK_PROPOSAL:
	case ASK_PROPOSAL:
	case ASK_SOME:
	case ASK_BUYER:
	case ASK_CONSENT:
	case ASK_APPROVE:
	case ASK_WANTED:
	case ASK_STILL:
		break;
	}
	return false;
}

static void
count_miss(struct desk *desk)
{
	desk->from.unread_count++;
	store_person_put(desk->store, &desk->from);
}

bool
ask_missed(struct desk *desk, const struct question *q, const struct book *book)
{
	size_t at;

	/* With a proposal open it may be meant for that. */
	if (!is_miss(&desk->intent) || dispatch_is_problem(desk, book) ||
	    book_count(book, BOOK_ASKED | BOOK_BUYER_ASKED, &at) > 0)
		return false;
	if (desk->from.unread_count == 0) {
		if (!ask_repeat(desk))
			return false;
		count_miss(desk);
		return true;
	}
	if (!may_be_left((enum ask_kind)q->kind))
		return false;
	count_miss(desk);
	store_question_close(desk->store, q->id);
	letter_answer(desk, PHRASE_ASK_LEFT, &(struct words){0}, 0);
	return true;
}

static bool
count_sent(void *arg, const struct message *m)
{
	struct sent_times *sent = arg;

	sent->count += m->out && m->subject == SUBJECT_QUESTION &&
		       m->subject_id == sent->question_id;
	return true;
}

bool
ask_beside(struct desk *desk)
{
	struct question q;
	struct sent_times sent = {0, 0};

	if (!ask_current(desk, &q) ||
	    (desk->clock_sure && q.due_ms <= desk->now_ms))
		return false;
	sent.question_id = q.id;
	store_message_chain(
	    desk->store, desk->text->phone_id, CHAIN, count_sent, &sent);
	if (sent.count < BESIDE_TIMES)
		return ask_repeat(desk);
	if (!may_be_left((enum ask_kind)q.kind))
		return false;
	store_question_close(desk->store, q.id);
	letter_answer(desk, PHRASE_ASK_LEFT, &(struct words){0}, 0);
	return true;
}
