#include "handlers/hear.h"

#include <string.h>

#include "gateway/store/store_question.h"

#include "handlers/ask.h"
#include "handlers/command.h"
#include "handlers/dispatch.h"
#include "handlers/follow.h"
#include "handlers/letter.h"
#include "handlers/order.h"
#include "handlers/person.h"
#include "handlers/pin.h"
#include "handlers/pool_reply.h"
#include "handlers/proof.h"
#include "handlers/robot_look.h"
#include "handlers/sale_order.h"
#include "handlers/still.h"
#include "handlers/unknown.h"

#define TEXT_OCTETS 2048 /* of a text kept for later; the rest is torn off */

/* What we last asked this phone, if it still stands and nothing was asked
 * since. */
static bool
last_question(struct desk *desk, const struct book *book, struct question *q)
{
	if (!ask_current(desk, q))
		return false;
	if (desk->clock_sure && q->due_ms <= desk->now_ms)
		return false;
	return q->created_ms >= book->asked_ms;
}

/* The phone that alarms go to is an admin's, too. */
static unsigned
roles_of(const struct desk *desk, const struct book *book)
{
	unsigned roles = person_roles(&desk->from, book);

	if (strcmp(desk->from.number, desk->market->admin_phone) == 0)
		roles |= INTENT_ROLE_ADMIN;
	return roles;
}

static void
read_text(struct desk *desk, const struct book *book, struct str text,
    const struct question *q)
{
	const char *codes[BOOK_ORDERS];
	int choices[9] = {0};
	struct intent_question question;
	struct intent_limits limits;
	char lang[12];
	size_t at;
	struct intent_hints hints = {.limits = desk_limits(&limits, desk),
	    .lang = lang,
	    .roles = roles_of(desk, book),
	    .open_codes = codes,
	    .open_codes_count = book_codes(book, codes),
	    .open_proposals = (int)book_count(book, BOOK_ASKED, &at)};

	desk_lang_of(lang, desk, &desk->from);
	hints.lang_guessed = desk->from.lang[0] == '\0';
	if (q != NULL) {
		ask_hint(&question, choices, desk, q);
		hints.question = &question;
		hints.has_list = q->kind == ASK_PICK_PROPOSAL ||
				 q->kind == ASK_PICK_ORDER ||
				 q->kind == ASK_CANCEL_ALL;
	}
	intent_parse(&desk->intent, desk->trade->lexicon,
	    desk->trade->catalogue, text, &hints);
	if (desk->from.stopped_ms == 0 && !desk->text->incomplete)
		unknown_note(desk, text, &hints);
}

/* Somebody who stopped our texts writes: one note, unless it is nothing. */
static void
from_stopped(struct desk *desk, const struct book *book)
{
	if (desk->intent.kind == INTENT_START) {
		person_start(desk, book);
	} else if (desk->intent.kind != INTENT_STOP &&
		   desk->intent.kind != INTENT_NONE &&
		   desk->intent.kind != INTENT_GREETING) {
		desk->last_word = true;
		letter_answer(desk, PHRASE_STOPPED_NOTE, &(struct words){0}, 0);
	}
}

static void
note_unread(struct desk *desk, int64_t count)
{
	if (desk->from.unread_count == count)
		return;
	desk->from.unread_count = count;
	store_person_put(desk->store, &desk->from);
}

/* An answer ends the row of texts that we could not read; written before it is
 * worked on, for that may write the person's row, too. */
static bool
answered(struct desk *desk, const struct question *q, const struct book *book)
{
	int64_t unread = desk->from.unread_count;

	note_unread(desk, 0);
	if (ask_answer(desk, q, book))
		return true;
	note_unread(desk, unread);
	return ask_missed(desk, q, book);
}

/* "Is this still you?" is answered: what they had texted is worked on now, as
 * theirs or as the stranger's. */
static void
work_kept(struct desk *desk, const struct question *q)
{
	const struct handler_text *at_hand = desk->text;
	struct handler_text kept = *at_hand;
	char text[TEXT_OCTETS];
	struct book book;

	kept.message_id = still_kept(desk, q, text, sizeof(text));
	if (kept.message_id == 0)
		return;
	desk->cause_id = kept.message_id;
	kept.text = str_from(text);
	kept.person_id = desk->by_person = desk->from.id;
	desk->text = &kept;
	book_load(&book, desk, desk->from.id);
	hear_text(desk, &book);
	desk->text = at_hand;
}

/* The phone may be somebody else's by now.  False: go on. */
static bool
work_unsure(
    struct desk *desk, const struct question *q, const struct book *book)
{
	if (!desk->clock_sure ||
	    !still_is_unsure(desk->market, desk->now_ms, &desk->from))
		return false;
	if (q != NULL && q->kind == ASK_STILL && ask_answer(desk, q, book))
		work_kept(desk, q);
	else
		still_hold(desk, q);
	return true;
}

/* "Again", and not a word more. */
static bool
is_bare_again(const struct desk *desk, struct str rest)
{
	return str_trim(rest).octets == 0 && desk->from.stopped_ms == 0 &&
	       !desk->text->incomplete;
}

static void
read_all(struct desk *desk, struct book *book, struct str text,
    const struct question *q)
{
	/* "10 debe = 18kg": the weight is no second quantity. */
	if ((desk->from.roles & (PERSON_SELLER | PERSON_LEADER)) != 0 &&
	    pack_hear(&desk->pack, desk, text))
		text = str_from(desk->pack.text);
	read_text(desk, book, text, q);
	book_add_code(book, desk, desk->from.id, desk->intent.code);
	/* A taught keyword says nothing about the language. */
	desk_lang_of(desk->lang, desk, &desk->from);
}

/* Something is done for them: they want our texts, and this one is whole. */
static bool
is_served(const struct desk *desk)
{
	return desk->from.stopped_ms == 0 && desk->intent.kind != INTENT_STOP &&
	       !desk->text->incomplete;
}

/* Before the text is taken for what it says: is it theirs to say, and is it
 * one of the few commands? */
static bool
taken_first(
    struct desk *desk, const struct book *book, const struct question *q)
{
	return work_unsure(desk, q, book) || pin_stops(desk, desk->pin) ||
	       command_text(desk, book) || sale_order_text(desk, book);
}

/* "STOP sales" is less than STOP. */
static bool
ends_news(struct desk *desk)
{
	return desk->from.stopped_ms == 0 && !desk->text->incomplete &&
	       follow_stop_text(desk);
}

static void
answer_unserved(struct desk *desk, const struct book *book)
{
	if (desk->from.stopped_ms != 0)
		from_stopped(desk, book);
	else if (desk->intent.kind == INTENT_STOP)
		person_stop(desk, book);
	else
		letter_answer(desk, PHRASE_INCOMPLETE, &(struct words){0}, 0);
}

static void
work(struct desk *desk, struct book *book, const struct question *q, bool again)
{
	size_t at;

	if (desk->pack.alone &&
	    (desk->pack.of_one || book_count(book, BOOK_ASKED, &at) == 0))
		pack_keep(desk, &desk->pack);
	else if (q != NULL && answered(desk, q, book))
		return;
	else if (pool_reply(desk, book))
		note_unread(desk, 0);
	else if (again && desk->intent.kind == INTENT_ORDER)
		order_text(desk, book, true);
	else
		dispatch_intent(desk, book);
}

void
hear_text(struct desk *desk, struct book *book)
{
	struct proof_text waited;
	enum proof_taken taken = proof_take(desk, &waited);
	struct str text = desk->text->text;
	bool again = order_cut_again(desk, &text);
	struct question question, *q = &question;

	if (taken == PROOF_WRONG)
		return;
	if (!last_question(desk, book, q))
		q = NULL;
	if (again && is_bare_again(desk, text)) {
		desk_lang_of(desk->lang, desk, &desk->from);
		order_again(desk, book);
		return;
	}
	read_all(desk, book, text, q);
	if (robot_silences(desk, book, q != NULL) ||
	    proof_asks(desk, book, q != NULL) || ends_news(desk) ||
	    (is_served(desk) && taken_first(desk, book, q)))
		return;
	person_language(desk);
	if (is_served(desk))
		work(desk, book, q, again);
	else
		answer_unserved(desk, book);
}
