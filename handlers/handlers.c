#include "handlers/handlers.h"

#include <stdlib.h>
#include <string.h>

#include "base/panic.h"

#include "gateway/store/store_message.h"
#include "gateway/store/store_phone.h"
#include "gateway/store/store_question.h"
#include "gateway/store/store_timer.h"

#include "handlers/act.h"
#include "handlers/alias.h"
#include "handlers/ask.h"
#include "handlers/book.h"
#include "handlers/command.h"
#include "handlers/complaint.h"
#include "handlers/desk.h"
#include "handlers/dispatch.h"
#include "handlers/feedback.h"
#include "handlers/handover.h"
#include "handlers/handover_late.h"
#include "handlers/letter.h"
#include "handlers/news.h"
#include "handlers/order.h"
#include "handlers/person.h"
#include "handlers/pin.h"
#include "handlers/place.h"
#include "handlers/pool_reply.h"
#include "handlers/proof.h"
#include "handlers/proposal.h"
#include "handlers/robot_look.h"
#include "handlers/sale.h"
#include "handlers/sale_buy.h"
#include "handlers/sale_order.h"
#include "handlers/sale_tell.h"
#include "handlers/speaker.h"
#include "handlers/still.h"
#include "handlers/unknown.h"

/* Nothing expires while the clock is unsure: looked at again after this. */
#define UNSURE_AGAIN_MS (INT64_C(60) * 1000)
#define TEXT_OCTETS 2048 /* of a text kept for later; the rest is torn off */

struct trade *
trade_new(const struct trade_config *config, struct err *err)
{
	struct phrases *phrases = phrases_load(config->phrases_dir, err);
	struct trade *trade;

	if (phrases == NULL)
		return NULL;
	phrases_set_market(phrases, config->language);
	trade = xcalloc(1, sizeof(*trade));
	trade->catalogue = config->catalogue;
	trade->lexicon = config->lexicon;
	trade->phrases = phrases;
	trade->random = config->random;
	trade->random_arg = config->random_arg;
	trade->names_changed = config->names_changed;
	trade->names_arg = config->names_arg;
	return trade;
}

void
trade_free(struct trade **trade)
{
	if (*trade == NULL)
		return;
	phrases_free(&(*trade)->phrases);
	free(*trade);
	*trade = NULL;
}

void
trade_reload_catalogue(struct trade *trade, const struct catalogue *catalogue,
    int64_t names_version)
{
	trade->catalogue = catalogue;
	trade->names_version = names_version;
}

/* A name that was taught counts for the very next text, which may stand in the
 * same turn; one that was rolled back counts no more. */
static void
renew_names(struct trade *trade, struct store *store)
{
	int64_t version = store_alias_version(store);

	if (version == trade->names_version || trade->names_changed == NULL)
		return;
	trade->names_changed(trade->names_arg);
	trade->names_version = version;
}

static void
desk_init(struct desk *desk, const struct trade *trade, const struct turn *turn,
    const char *by)
{
	memset(desk, 0, sizeof(*desk));
	desk->trade = trade;
	desk->turn = turn;
	desk->store = turn->store;
	desk->market = turn->market;
	desk->now_ms = turn->now_ms;
	desk->clock_sure = turn->clock_sure;
	desk_as(desk, by);
}

/* -- a text -------------------------------------------------------------- */

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

static void work_text(struct desk *desk, struct book *book);

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
	work_text(desk, &book);
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

static void
work_text(struct desk *desk, struct book *book)
{
	struct proof_text waited;
	enum proof_taken taken = proof_take(desk, &waited);
	struct str text = desk->text->text;
	bool again = order_cut_again(desk, &text);
	struct question q;
	bool asked = last_question(desk, book, &q);
	size_t at;

	if (taken == PROOF_WRONG)
		return;
	if (again && str_trim(text).octets == 0 && desk->from.stopped_ms == 0 &&
	    !desk->text->incomplete) {
		desk_lang_of(desk->lang, desk, &desk->from);
		order_again(desk, book);
		return;
	}
	/* "10 debe = 18kg": the weight is no second quantity. */
	if ((desk->from.roles & (PERSON_SELLER | PERSON_LEADER)) != 0 &&
	    pack_hear(&desk->pack, desk, text))
		text = str_from(desk->pack.text);
	read_text(desk, book, text, asked ? &q : NULL);
	book_add_code(book, desk, desk->from.id, desk->intent.code);
	/* A taught keyword says nothing about the language. */
	desk_lang_of(desk->lang, desk, &desk->from);
	if (robot_silences(desk, book, asked) || proof_asks(desk, book, asked))
		return;
	if (desk->from.stopped_ms == 0 && desk->intent.kind != INTENT_STOP &&
	    !desk->text->incomplete &&
	    (work_unsure(desk, asked ? &q : NULL, book) ||
		pin_stops(desk, desk->pin) || command_text(desk, book) ||
		sale_order_text(desk, book)))
		return;
	person_language(desk);
	if (desk->from.stopped_ms != 0)
		from_stopped(desk, book);
	else if (desk->intent.kind == INTENT_STOP)
		person_stop(desk, book);
	else if (desk->text->incomplete)
		letter_answer(desk, PHRASE_INCOMPLETE, &(struct words){0}, 0);
	else if (desk->pack.alone &&
		 (desk->pack.of_one || book_count(book, BOOK_ASKED, &at) == 0))
		pack_keep(desk, &desk->pack);
	else if (asked && answered(desk, &q, book))
		return;
	else if (pool_reply(desk, book))
		note_unread(desk, 0);
	else if (again && desk->intent.kind == INTENT_ORDER)
		order_text(desk, book, true);
	else
		dispatch_intent(desk, book);
}

/* Who has two phones is written to on the one they used last. */
static void
note_phone(struct desk *desk)
{
	const struct handler_text *text = desk->text;
	struct person *from = &desk->from;

	store_phone_carry_question(
	    desk->store, from->id, from->phone_id, text->phone_id);
	store_phone_prefer(desk->store, from->id, text->phone_id);
	from->phone_id = text->phone_id;
	str_copy(from->number, sizeof(from->number), str_from(text->number));
	from->shared = store_phone_is_shared(desk->store, from->phone_id);
}

/* Who it is.  False: nobody, or it was answered already. */
static bool
load_sender(struct desk *desk, struct handler_text *own)
{
	struct person *from = &desk->from;

	if (own->person_id == 0 ||
	    !store_person_get(desk->store, own->person_id, from))
		return false;
	if ((from->phone_id == own->phone_id
		    ? from->shared
		    : store_phone_is_shared(desk->store, own->phone_id)) &&
	    !speaker_find(desk, own))
		return false;
	desk->by_person = from->id;
	if (from->phone_id != own->phone_id)
		note_phone(desk);
	if (!still_is_unsure(desk->market, desk->now_ms, from)) {
		store_person_heard(desk->store, from->id, desk->now_ms);
		from->heard_ms = from->known_ms = desk->now_ms;
	}
	return true;
}

static void
on_text(void *trade, const struct turn *turn, const struct handler_text *text)
{
	struct handler_text own = *text;
	struct desk desk;
	struct book book;

	desk_init(&desk, trade, turn, "person");
	desk.text = &own;
	desk.cause_id = text->message_id;
	renew_names(trade, turn->store);
	if (!load_sender(&desk, &own))
		return;
	pin_cut(&desk, &own, &desk.pin);
	book_load(&book, &desk, desk.from.id);
	if (!text->call) {
		work_text(&desk, &book);
		return;
	}
	desk_lang_of(desk.lang, &desk, &desk.from);
	person_call(&desk, &book);
}

/* They get no answer, so whoever looks after them is told, once a day. */
static void
on_over(void *trade, const struct turn *turn, const struct handler_text *text)
{
	struct desk desk;

	desk_init(&desk, trade, turn, "furrow");
	desk.text = text;
	desk.cause_id = text->message_id;
	if (text->person_id != 0 &&
	    store_person_get(desk.store, text->person_id, &desk.from))
		person_over(&desk);
}

/* -- time, fates, admins ------------------------------------------------- */

static void
on_timer(
    void *trade, const struct turn *turn, enum timer_kind kind, int64_t ref)
{
	struct desk desk;
	struct proposal p;

	desk_init(&desk, trade, turn, "clock");
	if (!turn->clock_sure && kind != TIMER_LINE_WAITING) {
		store_timer_set(
		    desk.store, (int)kind, ref, turn->now_ms + UNSURE_AGAIN_MS);
		return;
	}
	switch (kind) {
	case TIMER_PROPOSAL_REMIND:
		if (store_proposal_get(desk.store, ref, &p))
			proposal_remind(&desk, &p);
		break;
	case TIMER_PROPOSAL_EXPIRE:
		if (store_proposal_get(desk.store, ref, &p) &&
		    p.state == PROPOSAL_OPEN)
			proposal_expire(&desk, &p);
		break;
	case TIMER_QUESTION:
		ask_expired(&desk, ref);
		break;
	case TIMER_LINE_WAITING:
		place_waiting(&desk, ref);
		break;
	case TIMER_LINE_SETTLE:
		handover_settle(&desk, ref);
		break;
	case TIMER_DISPUTE:
		complaint_due(&desk, ref);
		break;
	case TIMER_HANDOVER:
		handover_late(&desk, ref);
		break;
	case TIMER_FEEDBACK:
		feedback_due(&desk, ref);
		break;
	case TIMER_SALE_START:
		sale_start_due(&desk, ref);
		break;
	case TIMER_SALE_END:
		sale_end_due(&desk, ref);
		break;
	case TIMER_SALE_TELL:
		sale_tell_due(&desk, ref);
		break;
	case TIMER_SALE_FREE:
		sale_buy_free(&desk, ref);
		break;
	case TIMER_NEWS:
		news_due(&desk, ref);
		break;
	case TIMER_OFFER_DATE:
		store_offer_dated(desk.store, ref, turn->now_ms);
		break;
	case TIMER_OFFER_SWEEP:
		place_sweep(&desk, ref);
		break;
	}
}

/* The buyer's copy of an agreement never arrived: the seller waits with the
 * harvest. */
static void
agreement_lost(struct desk *desk, int64_t message_id, int64_t line_id)
{
	struct message message;
	struct line line;
	struct order order;
	struct letter letter;
	struct letter_about about = {0};
	char number[PARTY_OCTETS];

	if (!store_message_get(desk->store, message_id, &message) ||
	    !store_line_get(desk->store, line_id, &line) ||
	    line.state != LINE_CONFIRMED ||
	    !store_order_get(desk->store, line.order_id, &order) ||
	    message.person_id != order.buyer_id)
		return;
	about.order_id = order.id;
	store_phone_number(desk->store, order.phone_id, number);
	letter_to(&letter, desk, line.seller_id, 0);
	letter_send(&letter, PHRASE_UNREACHED,
	    &(struct words){.code = order.code, .phone = number}, &about);
}

static void
on_fate(void *trade, const struct turn *turn, int64_t message_id,
    int subject_kind, int64_t subject_id, enum handler_fate fate)
{
	struct desk desk;
	struct proposal p;

	desk_init(&desk, trade, turn, "furrow");
	if (subject_kind == SUBJECT_LINE && fate == HANDLER_LOST)
		agreement_lost(&desk, message_id, subject_id);
	if (subject_kind != SUBJECT_PROPOSAL ||
	    !store_proposal_get(desk.store, subject_id, &p))
		return;
	if (fate == HANDLER_LOST)
		proposal_lost(&desk, &p, message_id);
	else
		proposal_sent(&desk, &p);
}

static int
on_admin(void *trade, const struct turn *turn, const struct handler_admin *act,
    struct err *err)
{
	struct desk desk;

	desk_init(&desk, trade, turn, "admin");
	return act_admin(&desk, act, err);
}

static void
on_outage(void *trade, const struct turn *turn, int64_t away_ms)
{
	struct desk desk;

	(void)away_ms;
	desk_init(&desk, trade, turn, "furrow");
	if (turn->clock_sure)
		order_outage(&desk);
	sale_outage(&desk);
}

static const struct handler_table table = {
    .on_text = on_text,
    .on_over = on_over,
    .on_timer = on_timer,
    .on_fate = on_fate,
    .on_admin = on_admin,
    .on_outage = on_outage,
};

const struct handler_table *
handlers_table(void)
{
	return &table;
}
