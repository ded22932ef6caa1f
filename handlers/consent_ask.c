#include "handlers/consent_ask.h"

#include <string.h>

#include "gateway/store/store_message.h"

#include "handlers/ask.h"
#include "handlers/confirm.h"
#include "handlers/consent.h"
#include "handlers/letter.h"
#include "handlers/place.h"

/* -- what is open with them ----------------------------------------------- */

struct theirs {
	int64_t seller_id;
	bool open; /* else: whatever is over */
	struct proposal *dst;
	size_t count;
};

static bool
theirs_add(void *arg, const struct proposal *p)
{
	struct theirs *t = arg;

	if (p->seller_id == t->seller_id &&
	    (p->state == PROPOSAL_OPEN) == t->open &&
	    p->state != PROPOSAL_ACCEPTED && t->count < DESK_LINES_MAX)
		t->dst[t->count++] = *p;
	return true;
}

size_t
consent_proposals(struct desk *desk, int64_t order_id, bool open,
    struct proposal dst[DESK_LINES_MAX])
{
	struct theirs t = {desk->from.id, open, dst, 0};
	struct line lines[DESK_LINES_MAX];
	size_t count = place_load(desk, order_id, lines);

	for (size_t i = 0; i < count; i++)
		store_proposal_of_line(
		    desk->store, lines[i].id, theirs_add, &t);
	return t.count;
}

size_t
consent_buyer_lines(
    struct desk *desk, int64_t order_id, struct line lines[DESK_LINES_MAX])
{
	size_t count = place_load(desk, order_id, lines), n = 0;

	for (size_t i = 0; i < count; i++)
		if (lines[i].state == LINE_ASKED)
			lines[n++] = lines[i];
	return n;
}

bool
consent_other_day(const struct desk *desk, const struct order *order)
{
	char kept[DAY_OCTETS];

	if (order->day[0] == '\0' || desk->intent.day[0] == '\0')
		return false;
	day_keep(kept, desk->market, desk->now_ms, desk->intent.day,
	    desk->clock_sure);
	return strcmp(kept, order->day) != 0;
}

/* "#K7F: 5 kg tomato = KES 200. 1 YES 2 NO", and that is the question now. */
static void
ask_yes_no(struct desk *desk, const struct order *order, enum ask_kind kind,
    const struct line *lines, size_t count, const char *payload)
{
	struct letter letter;
	struct letter_goods goods;
	struct letter_about about = {.subject = SUBJECT_QUESTION,
	    .order_id = order->id,
	    .question = true};

	about.subject_id = ask_open(desk, desk->text->phone_id, desk->from.id,
	    kind, order->id, payload, 0);
	letter_to_sender(&letter, desk);
	letter_goods(&goods, &letter, order, lines, count);
	letter_send(&letter,
	    consent_other_day(desk, order) ? PHRASE_ASK_CONFIRM
					   : PHRASE_CODE_YES_NO,
	    &(struct words){.code = order->code,
		.items = goods.items,
		.total = goods.total,
		.day = goods.day},
	    &about);
}

void
consent_ask_whole(
    struct desk *desk, const struct order *order, bool as_seller, bool in_turn)
{
	struct line lines[DESK_LINES_MAX];
	size_t count = place_load(desk, order->id, lines), n = 0;
	char payload[QUESTION_PAYLOAD_OCTETS];
	int64_t ids[DESK_LINES_MAX];

	/* Of a buyer's offers those of one farmer: a yes is to one of them. */
	for (size_t i = 0; i < count; i++)
		if (as_seller ? lines[i].state == LINE_OFFERED &&
				    lines[i].seller_id == desk->from.id
			      : lines[i].state == LINE_ASKED &&
				    (n == 0 || lines[i].seller_id ==
						   lines[0].seller_id)) {
			ids[n] = lines[i].id;
			lines[n++] = lines[i];
		}
	if (in_turn)
		terms_write(
		    payload, desk, &order->id, 1, (struct terms_note){0, true});
	else
		ask_payload_ids(payload, "lines", ids, n, 0);
	ask_yes_no(desk, order, as_seller ? ASK_PROPOSAL : ASK_BUYER, lines, n,
	    payload);
}

void
consent_ask(struct desk *desk, const struct order *order, bool in_turn)
{
	desk_as(desk, "seller");
	consent_ask_whole(desk, order, true, in_turn);
}

/* Which of several lines is meant, by its product; the only one otherwise. */
size_t
consent_narrow(struct desk *desk, struct proposal *p, size_t count)
{
	const struct intent *intent = &desk->intent;
	const char *key = NULL;
	struct line line;
	size_t n = 0;

	if (intent->items_count == 1)
		key = catalogue_key(
		    desk->trade->catalogue, intent->items[0].product);
	if (key == NULL)
		return count;
	for (size_t i = 0; i < count; i++)
		if (store_line_get(desk->store, p[i].line_id, &line) &&
		    strcmp(line.product, key) == 0)
			p[n++] = p[i];
	return n;
}

bool
consent_asked(
    struct desk *desk, int64_t order_id, int product, struct proposal *asked)
{
	struct proposal p[DESK_LINES_MAX];
	size_t count = consent_proposals(desk, order_id, true, p);
	const char *key = catalogue_key(desk->trade->catalogue, product);
	struct line line;

	for (size_t i = 0; key != NULL && i < count; i++)
		if (store_line_get(desk->store, p[i].line_id, &line) &&
		    strcmp(line.product, key) == 0) {
			*asked = p[i];
			return true;
		}
	return false;
}

bool
consent_is_asked(struct desk *desk, int64_t order_id, int product)
{
	struct proposal p;

	return consent_asked(desk, order_id, product, &p);
}

/* `shown` when the measure must be seen. */
static void
ask_how_much(struct desk *desk, const struct order *order,
    const struct line *line, bool shown)
{
	char payload[QUESTION_PAYLOAD_OCTETS];
	struct letter letter;
	struct letter_goods goods;
	struct letter_about about = {.subject = SUBJECT_QUESTION,
	    .order_id = order->id,
	    .question = true};

	goods.items[0] = '\0';
	letter_to_sender(&letter, desk);
	if (shown)
		letter_goods(&goods, &letter, order, line, 1);
	terms_write(
	    payload, desk, &order->id, 1, (struct terms_note){0, false});
	about.subject_id = ask_open(desk, desk->text->phone_id, desk->from.id,
	    ASK_SOME, order->id, payload, 0);
	letter_send(&letter, PHRASE_SOME_HOW_MUCH,
	    &(struct words){.code = order->code, .items = goods.items}, &about);
}

/* How much is not known yet: what is known of the price waits with the
 * question.  Of several lines it may be another's, so it is repeated. */
void
consent_ask_quantity(struct desk *desk, const struct order *order,
    const struct terms_part *part, size_t count)
{
	struct intent *intent = &desk->intent;
	bool shown = count > 1 || part->doubt;

	intent->kind = INTENT_PARTIAL;
	intent->ask =
	    intent->price_milli > 0 && (count > 1 || confirm_in_doubt(intent));
	intent->why = INTENT_ASK_CONFIRM;
	intent->percent = 0;
	intent->items_count = 1;
	intent->items[0] = (struct intent_item){
	    .product =
		catalogue_find(desk->trade->catalogue, part->line.product)};
	ask_how_much(desk, order, &part->line, shown);
}

/* "3 kg tomato = KES 150. 1 YES 2 NO": what we made of their words. */
void
consent_ask_terms(struct desk *desk, const struct order *order,
    const struct terms_part *part, bool in_turn)
{
	char payload[QUESTION_PAYLOAD_OCTETS];
	struct line line = part->line;

	line.qty_milli = part->qty_milli;
	if (part->price_minor >= 0)
		line.price_minor = part->price_minor;
	terms_put(desk, &line, part->qty_milli, part->price_minor);
	terms_write(
	    payload, desk, &order->id, 1, (struct terms_note){0, in_turn});
	ask_yes_no(desk, order, ASK_PROPOSAL, &line, 1, payload);
}
