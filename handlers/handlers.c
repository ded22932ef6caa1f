#include "handlers/handlers.h"

#include <stdio.h>
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
#include "handlers/complaint.h"
#include "handlers/desk.h"
#include "handlers/feedback.h"
#include "handlers/handover.h"
#include "handlers/handover_late.h"
#include "handlers/hear.h"
#include "handlers/letter.h"
#include "handlers/news.h"
#include "handlers/order.h"
#include "handlers/person.h"
#include "handlers/pin.h"
#include "handlers/place.h"
#include "handlers/proposal.h"
#include "handlers/robot_look.h"
#include "handlers/sale.h"
#include "handlers/sale_buy.h"
#include "handlers/sale_tell.h"
#include "handlers/speaker.h"
#include "handlers/still.h"
#include "handlers/ussd_goods.h"
#include "handlers/ussd_walk.h"

/* Nothing expires while the clock is unsure: looked at again after this. */
#define UNSURE_AGAIN_MS (INT64_C(60) * 1000)

struct trade *
trade_new(const struct trade_config *config, struct err *err)
{
	struct phrases *phrases = phrases_load(config->phrases_dir, err);
	struct trade *trade;

	if (phrases == NULL)
		return NULL;
	phrases_set_market(phrases, config->language);
	trade = xcalloc(1, sizeof(*trade));
	trade->goods = ussd_goods_new();
	str_copy(trade->language, sizeof(trade->language),
	    str_from(config->language));
	trade->catalogue = config->catalogue;
	trade->lexicon = config->lexicon;
	trade->phrases = phrases;
	trade->random = config->random;
	trade->random_arg = config->random_arg;
	trade->names_changed = config->names_changed;
	trade->names_arg = config->names_arg;
	trade->links = config->links;
	trade->code = config->code;
	if (config->menu_path != NULL) {
		trade->menu = ussd_menu_load(config->menu_path, err);
		if (trade->menu == NULL)
			trade_free(&trade);
	}
	return trade;
}

void
trade_free(struct trade **trade)
{
	if (*trade == NULL)
		return;
	phrases_free(&(*trade)->phrases);
	ussd_menu_free(&(*trade)->menu);
	ussd_goods_free(&(*trade)->goods);
	free(*trade);
	*trade = NULL;
}

int
trade_reload_menu(struct trade *trade, const char *path, struct err *err)
{
	struct ussd_menu *next;

	if (trade->menu == NULL)
		return 0;
	next = ussd_menu_load(path, err);
	if (next == NULL)
		return err->code;
	ussd_menu_free(&trade->menu);
	trade->menu = next;
	return 0;
}

const struct ussd_menu *
trade_menu(const struct trade *trade)
{
	return trade->menu;
}

void
trade_reload_catalogue(struct trade *trade, const struct catalogue *catalogue,
    int64_t names_version)
{
	trade->catalogue = catalogue;
	trade->names_version = names_version;
	ussd_goods_free(&trade->goods); /* indexes into the old one */
	trade->goods = ussd_goods_new();
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
		hear_text(&desk, &book);
		return;
	}
	desk_lang_of(desk.lang, &desk, &desk.from);
	person_call(&desk, &book);
}

/* -- a turn of a dialogue -------------------------------------------------- */

/* "We will text you" was said in place of a screen; what was done has sent its
 * text. */
static void
text_late(struct desk *desk, const struct handler_session *session)
{
	char code[SESSION_CODE_OCTETS + 4];

	snprintf(code, sizeof(code), "*%s#", session->code);
	desk->screen = NULL;
	letter_answer(
	    desk, PHRASE_DIAL_AGAIN, &(struct words){.text = code}, 0);
}

/* Who it is, ussd_entry finds out. */
static void
on_session(void *arg, const struct turn *turn, struct handler_session *session)
{
	struct trade *trade = arg;
	struct handler_text own = {.phone_id = session->phone_id,
	    .person_id = session->person_id,
	    .link_id = session->channel->id,
	    .number = session->number,
	    .text = STR(""),
	    .low_trust = session->channel->low_trust};
	struct desk desk;
	struct ussd_dial dial = {.desk = &desk,
	    .session = session,
	    .state = &session->state,
	    .menu = trade->menu,
	    .text = &own};

	desk_init(&desk, trade, turn, "person");
	renew_names(trade, turn->store);
	dial.goods = trade->goods;
	dial.screen.said = buf_over(dial.said, sizeof(dial.said));
	desk.text = &own;
	desk.screen = &dial.screen;
	ussd_walk_turn(&dial);
	if (session->late && session->message_id == 0)
		text_late(&desk, session);
}

static const char *
session_words(void *arg, enum session_word word, const char *lang)
{
	static const enum ussd_text texts[SESSION_WORDS] = {
	    [SESSION_WORD_BUSY] = USSD_TEXT_BUSY,
	    [SESSION_WORD_LATER] = USSD_TEXT_LATER,
	    [SESSION_WORD_AGAIN] = USSD_TEXT_AGAIN,
	    [SESSION_WORD_LONG] = USSD_TEXT_LONG,
	    [SESSION_WORD_OFTEN] = USSD_TEXT_OFTEN,
	    [SESSION_WORD_NOT_IN_USE] = USSD_TEXT_NOT_IN_USE,
	    [SESSION_WORD_BLOCKED] = USSD_TEXT_BLOCKED,
	    [SESSION_WORD_ENDED] = USSD_TEXT_OVER,
	};
	const struct trade *trade = arg;

	if (trade->menu == NULL || (unsigned)word >= SESSION_WORDS)
		return NULL;
	return ussd_menu_text(trade->menu, (int)texts[word],
	    ussd_menu_language(trade->menu, lang, trade->language));
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
    .on_session = on_session,
    .session_words = session_words,
};

const struct handler_table *
handlers_table(void)
{
	return &table;
}
