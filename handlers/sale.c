#include "handlers/sale.h"

#include <inttypes.h>
#include <string.h>

#include "base/log.h"

#include "gateway/store/store_offer.h"
#include "gateway/store/store_timer.h"
#include "gateway/store/store_turn.h"

#include "handlers/alloc.h"
#include "handlers/ask.h"
#include "handlers/letter.h"
#include "handlers/news.h"
#include "handlers/officer.h"
#include "handlers/order.h"
#include "handlers/sale_end.h"
#include "handlers/sale_join.h"
#include "handlers/sale_read.h"
#include "handlers/sale_tell.h"
#include "handlers/stock.h"

#define FULL_LASTS_MS (INT64_C(30) * 60 * 1000)
#define TO(name) FSM_BIT(SALE_##name)

/* Moves only: what happens in each is in the functions below. */
static const struct fsm_state states[] = {
    {"new", 0, TO(ASKED), NULL, NULL, NULL},
    {"asked", 0, TO(PLANNED) | TO(RUNNING) | TO(DROPPED), NULL, NULL, NULL},
    {"planned", 0, TO(RUNNING) | TO(ENDED), NULL, NULL, NULL},
    {"running", 0, TO(ENDED), NULL, NULL, NULL},
    {"ended", 0, 0, NULL, NULL, NULL},
    {"dropped", 0, 0, NULL, NULL, NULL},
};

static const struct fsm_table table = {
    "sale", states, sizeof(states) / sizeof(states[0]), NULL, 0, -1};

const struct fsm_table *
sale_table(void)
{
	return &table;
}

static bool
go(struct desk *desk, struct sale *sale, enum sale_state to)
{
	if (!fsm_allows(&table, (int)sale->state, (int)to)) {
		log_event(LOG_WARN, "trade", "sale_refused",
		    "sale=%lld state=%s to=%s", (long long)sale->id,
		    sale_state_name(sale->state), sale_state_name(to));
		return false;
	}
	sale->state = to;
	sale->changed_ms = desk->now_ms;
	if (to == SALE_ENDED)
		sale->ended_ms = desk->now_ms;
	store_sale_put(desk->store, sale);
	return true;
}

/* -- opening --------------------------------------------------------------- */

bool
sale_is_plain(const struct sale_facts *facts)
{
	if (facts->time_doubt || facts->second)
		return false;
	/* A sale is cheaper than usual, but not a slip of a figure; and dearer
	 * than usual is no sale. */
	return facts->usual_minor <= 0 ||
	       (facts->price_minor <= facts->usual_minor &&
		   facts->price_minor >= facts->usual_minor / 5);
}

struct usual {
	struct desk *desk;
	const struct sale *sale;
	int64_t minor;
};

static bool
usual_add(void *arg, const struct offer *offer)
{
	struct usual *u = arg;
	const struct catalogue *goods = u->desk->trade->catalogue;
	int64_t minor;

	if (offer->price_minor > 0 &&
	    stock_price(&minor, offer->price_minor,
		stock_unit_offer(goods, offer),
		stock_unit_of(goods, u->sale->product, u->sale->unit)))
		u->minor = minor;
	return u->minor < 0;
}

/* The seller's own price, else that of whoever is asked next. */
static int64_t
usual_price(struct desk *desk, const struct sale *sale)
{
	struct usual u = {desk, sale, -1};
	struct offer own;

	if (store_offer_find(
		desk->store, sale->opener_id, sale->product, "", &own))
		(void)usual_add(&u, &own);
	if (u.minor < 0)
		store_turn_walk(desk->store, sale->product,
		    &(struct turn_mark){0}, ALLOC_ROWS, usual_add, &u);
	return u.minor;
}

static void
start(struct desk *desk, struct sale *sale)
{
	if (!go(desk, sale, SALE_RUNNING))
		return;
	sale_set_end(desk, sale);
	news_begin(desk, NEWS_SALE, sale->id, desk->now_ms);
}

/* It stands: now, or when its time comes. */
static void
plan(struct desk *desk, struct sale *sale)
{
	if (sale->from_ms <= desk->now_ms) {
		start(desk, sale);
	} else if (go(desk, sale, SALE_PLANNED)) {
		store_timer_set(
		    desk->store, TIMER_SALE_START, sale->id, sale->from_ms);
	}
}

void
sale_set_end(struct desk *desk, const struct sale *sale)
{
	struct sale_part parts[SALE_PARTS_MAX];
	size_t count = store_sale_parts(desk->store, sale->id, parts);
	int64_t left = 0, end = desk->now_ms + FULL_LASTS_MS;

	for (size_t i = 0; i < count; i++)
		left += parts[i].free_milli;
	if (left > 0 || sale->waiting > 0 || end > sale->until_ms)
		end = sale->until_ms;
	store_timer_set(desk->store, TIMER_SALE_END, sale->id, end);
}

static void
ask_sale(struct desk *desk, const struct sale *sale, int64_t milli)
{
	char payload[QUESTION_PAYLOAD_OCTETS];
	struct letter_about about = {
	    .subject = SUBJECT_QUESTION, .question = true};

	ask_payload_ids(payload, "sales", &sale->id, 1, 0);
	about.subject_id = ask_open(
	    desk, desk->text->phone_id, desk->from.id, ASK_SALE, 0, payload, 0);
	sale_tell_set(desk, sale, milli, PHRASE_SALE_ASK, &about);
}

/* The same words a moment ago (as of orders): one sale. */
struct twin {
	const struct sale *sale;
	struct sale found; /* id 0: none */
};

static bool
twin_look(void *arg, const struct sale *sale)
{
	struct twin *twin = arg;
	const struct sale *new = twin->sale;

	if (strcmp(sale->product, new->product) == 0 &&
	    strcmp(sale->unit, new->unit) == 0 &&
	    sale->price_minor == new->price_minor &&
	    sale->cap_milli == new->cap_milli &&
	    sale->created_ms + ORDER_REPEAT_MS > new->created_ms)
		twin->found = *sale;
	return twin->found.id == 0;
}

static bool
is_second(void *arg, const struct sale *sale)
{
	struct sale_facts *facts = arg;

	facts->second =
	    facts->second || strcmp(sale->product, facts->product) == 0;
	return !facts->second;
}

static bool
say_twin(struct desk *desk, const struct sale *sale, int64_t milli)
{
	struct sale_part parts[SALE_PARTS_MAX];
	struct twin twin = {.sale = sale};

	store_sale_of_opener(desk->store, desk->from.id, twin_look, &twin);
	if (twin.found.id == 0)
		return false;
	/* "60kg" and at once "80kg": corrected.  The opener sells first. */
	if (store_sale_parts(desk->store, twin.found.id, parts) > 0 &&
	    parts[0].stock_milli != milli)
		sale_put_stock(desk, &twin.found, &parts[0], milli);
	sale_tell_set(desk, &twin.found, milli, PHRASE_SALE_SET, NULL);
	return true;
}

static void
open_sale(struct desk *desk, struct sale *sale, int64_t milli, bool time_doubt)
{
	struct sale_part part;
	struct sale_facts facts = {.time_doubt = time_doubt,
	    .product = sale->product,
	    .price_minor = sale->price_minor,
	    .usual_minor = usual_price(desk, sale)};

	if (say_twin(desk, sale, milli))
		return;
	store_sale_of_opener(desk->store, desk->from.id, is_second, &facts);
	sale->state = SALE_ASKED;
	store_sale_add(
	    desk->store, sale, desk->trade->random, desk->trade->random_arg);
	if (sale->id == 0)
		return;
	sale_add_part(desk, sale, desk->from.id, milli, &part);
	if (!sale_is_plain(&facts)) {
		ask_sale(desk, sale, milli);
		return;
	}
	sale_tell_set(desk, sale, milli, PHRASE_SALE_SET, NULL);
	plan(desk, sale);
}

/* -- SALE END -------------------------------------------------------------- */

static void
end(struct desk *desk, struct sale *sale)
{
	struct sale_part parts[SALE_PARTS_MAX];
	size_t count = store_sale_parts(desk->store, sale->id, parts);

	if (!go(desk, sale, SALE_ENDED))
		return;
	store_timer_drop(desk->store, TIMER_SALE_START, sale->id);
	store_timer_drop(desk->store, TIMER_SALE_END, sale->id);
	store_timer_drop(desk->store, TIMER_SALE_FREE, sale->id);
	for (size_t i = 0; i < count; i++)
		store_timer_drop(desk->store, TIMER_SALE_TELL, parts[i].id);
	sale_tell_end(desk, sale, parts, count);
	if (sale->waiting > 0)
		news_begin(desk, NEWS_OVER, sale->id, desk->now_ms);
}

bool
sale_may_end(const struct desk *desk, const struct sale *sale)
{
	return (sale->state == SALE_PLANNED || sale->state == SALE_RUNNING) &&
	       (sale->opener_id == desk->from.id ||
		   (desk->from.roles & (PERSON_OFFICER | PERSON_ADMIN)) != 0);
}

bool
sale_end(struct desk *desk, struct sale *sale)
{
	if (!sale_may_end(desk, sale))
		return false;
	desk_as(desk, "seller");
	if (sale->opener_id != desk->from.id)
		officer_audit(
		    desk, "text.sale", "sale %" PRId64 ": ended", sale->id);
	end(desk, sale);
	return true;
}

bool
sale_open_text(struct desk *desk, const struct book *book, struct str rest)
{
	struct sale_said said;
	struct sale sale;
	bool time_doubt;
	int64_t milli;

	(void)book;
	if (phrase_cut_word(desk->trade->phrases, PHRASE_WORD_END, &rest))
		return sale_end_said(desk, rest);
	/* "Sale of maize tomorrow": no time, no sale; read like any text. */
	if (!sale_said_read(&said, desk->trade->phrases, rest))
		return false;
	desk_as(desk, "seller");
	if (!desk->clock_sure)
		letter_answer(desk, PHRASE_SALE_CLOCK, &(struct words){0}, 0);
	else if (!sale_read(desk, &said, &sale, &milli, &time_doubt))
		letter_answer(desk, PHRASE_SALE_HOW, &(struct words){0}, 0);
	else
		open_sale(desk, &sale, milli, time_doubt);
	return true;
}

void
sale_answer(struct desk *desk, const struct question *q, bool yes)
{
	struct sale_part parts[SALE_PARTS_MAX];
	struct sale sale;
	int64_t id = 0;

	if (ask_read_ids(q, "sales", &id, 1) != 1 ||
	    !store_sale_get(desk->store, id, &sale) || sale.state != SALE_ASKED)
		return;
	desk_as(desk, "seller");
	if (!yes || sale.until_ms <= desk->now_ms) {
		(void)go(desk, &sale, SALE_DROPPED);
		letter_answer(desk, PHRASE_SALE_HOW, &(struct words){0}, 0);
		return;
	}
	if (store_sale_parts(desk->store, sale.id, parts) == 0)
		return;
	sale_tell_set(desk, &sale, parts[0].stock_milli, PHRASE_SALE_SET, NULL);
	plan(desk, &sale);
}

void
sale_unanswered(struct desk *desk, const struct question *q)
{
	struct sale sale;
	int64_t id = 0;

	if (ask_read_ids(q, "sales", &id, 1) == 1 &&
	    store_sale_get(desk->store, id, &sale) && sale.state == SALE_ASKED)
		(void)go(desk, &sale, SALE_DROPPED);
}

/* -- its clock ------------------------------------------------------------- */

void
sale_start_due(struct desk *desk, int64_t sale_id)
{
	struct sale sale;

	if (!store_sale_get(desk->store, sale_id, &sale) ||
	    sale.state != SALE_PLANNED)
		return;
	/* The power was away for all of it. */
	if (sale.until_ms <= desk->now_ms)
		end(desk, &sale);
	else
		start(desk, &sale);
}

void
sale_end_due(struct desk *desk, int64_t sale_id)
{
	struct sale_part parts[SALE_PARTS_MAX];
	struct sale sale;
	size_t count;
	int64_t left = 0;

	if (!store_sale_get(desk->store, sale_id, &sale) ||
	    sale.state != SALE_RUNNING)
		return;
	count = store_sale_parts(desk->store, sale.id, parts);
	for (size_t i = 0; i < count; i++)
		left += parts[i].free_milli;
	if (desk->now_ms < sale.until_ms && (left > 0 || sale.waiting > 0))
		sale_set_end(desk, &sale);
	else
		end(desk, &sale);
}

static bool
set_again(void *arg, const struct sale *sale)
{
	struct desk *desk = arg;

	if (sale->state == SALE_RUNNING)
		sale_set_end(desk, sale);
	else
		store_timer_set(
		    desk->store, TIMER_SALE_START, sale->id, sale->from_ms);
	return true;
}

void
sale_outage(struct desk *desk)
{
	store_sale_open_each(desk->store, set_again, desk);
}
