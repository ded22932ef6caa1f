#include "handlers/act.h"

#include "base/buf.h"

#include "gateway/store/store_order.h"
#include "gateway/store/store_phone.h"

#include "handlers/agree.h"
#include "handlers/cancel.h"
#include "handlers/give_back.h"
#include "handlers/handover.h"
#include "handlers/letter.h"
#include "handlers/line.h"
#include "handlers/place.h"
#include "handlers/proposal.h"
#include "handlers/stock.h"

struct acting {
	struct desk *desk;
	const struct handler_admin *act;
	struct err *err;
	struct order order;
	struct line lines[DESK_LINES_MAX]; /* those it can mean */
	size_t count;
	int64_t person_id; /* --for, 0: not given */
};

static int
refuse(const struct acting *a, const char *what)
{
	char states[160];
	struct buf out = buf_over(states, sizeof(states));

	for (size_t i = 0; i < a->count; i++)
		buf_add_format(&out, "%s%d %s", i ? ", " : "",
		    a->lines[i].number, line_state_name(a->lines[i].state));
	return err_set(a->err, ACT_STATE, 0,
	    "%s: %s is not possible (lines: %s)", a->order.code, what, states);
}

struct gathered {
	int64_t seller_id; /* 0: any */
	struct proposal *dst;
	size_t count;
	bool late; /* those that are over, too */
};

static bool
gather(void *arg, const struct proposal *p)
{
	struct gathered *g = arg;

	if ((p->state == PROPOSAL_OPEN ||
		(g->late && p->state != PROPOSAL_ACCEPTED)) &&
	    (g->seller_id == 0 || p->seller_id == g->seller_id) &&
	    g->count < DESK_LINES_MAX)
		g->dst[g->count++] = *p;
	return true;
}

static size_t
proposals(
    const struct acting *a, bool late, struct proposal dst[DESK_LINES_MAX])
{
	struct gathered g = {a->person_id, dst, 0, late};

	for (size_t i = 0; i < a->count; i++)
		store_proposal_of_line(
		    a->desk->store, a->lines[i].id, gather, &g);
	return g.count;
}

/* For the buyer whose answer is waited for, or for a seller. */
static int
accept(struct acting *a)
{
	struct proposal p[DESK_LINES_MAX];
	struct line asked[DESK_LINES_MAX];
	struct agree_terms terms = {a->act->quantity_milli, -1};
	size_t count, n = 0;

	for (size_t i = 0; i < a->count; i++)
		if (a->lines[i].state == LINE_ASKED &&
		    (a->person_id == 0 || a->person_id == a->order.buyer_id))
			asked[n++] = a->lines[i];
	if (n > 0) {
		agree_buyer(a->desk, &a->order, asked, n, true);
		return 0;
	}
	count = proposals(a, false, p);
	if (count == 0 && a->person_id != 0)
		count = proposals(a, true, p);
	if (count == 0 ||
	    agree_seller(a->desk, &a->order, p, count, &terms) == 0)
		return refuse(a, "accept");
	return 0;
}

static int
decline(struct acting *a)
{
	struct proposal p[DESK_LINES_MAX];
	struct line asked[DESK_LINES_MAX];
	size_t count, n = 0;

	for (size_t i = 0; i < a->count; i++)
		if (a->lines[i].state == LINE_ASKED &&
		    (a->person_id == 0 || a->person_id == a->order.buyer_id))
			asked[n++] = a->lines[i];
	if (n > 0) {
		agree_buyer(a->desk, &a->order, asked, n, false);
		return 0;
	}
	count = proposals(a, false, p);
	if (count == 0)
		return refuse(a, "decline");
	agree_decline(a->desk, &a->order, p, count);
	return 0;
}

static void
tell_cancelled(struct acting *a)
{
	struct letter letter;
	struct letter_goods goods;
	struct letter_about about = {.order_id = a->order.id};

	letter_to(&letter, a->desk, a->order.buyer_id, a->order.phone_id);
	letter_goods(&goods, &letter, &a->order, a->lines, a->count);
	letter_send(&letter, PHRASE_ORDER_CANCELLED,
	    &(struct words){.code = a->order.code, .items = goods.items},
	    &about);
}

static int
cancel(struct acting *a)
{
	size_t n;

	if (a->person_id != 0 && a->person_id != a->order.buyer_id)
		return give_back(a->desk, &a->order,
			   &(struct give_back_what){
			       .seller_id = a->person_id}) > 0
			   ? 0
			   : refuse(a, "cancel");
	n = cancel_lines(a->desk, &a->order, a->lines, a->count, "by an admin");
	if (n == 0)
		return refuse(a, "cancel");
	a->count = n;
	tell_cancelled(a);
	return 0;
}

static int
done(struct acting *a)
{
	return handover_lines(a->desk, &a->order, a->person_id, a->act->line) >
		       0
		   ? 0
		   : refuse(a, "done");
}

/* -- reassign ------------------------------------------------------------ */

/* Frees the line of its seller; true when it may be placed again. */
static bool
take_from_seller(struct acting *a, struct line *line)
{
	struct proposal p;

	if (!line_takes(line->state, LINE_ACT_PROPOSE) ||
	    (a->person_id != 0 && line->seller_id != a->person_id &&
		line->seller_id != 0))
		return false;
	if (line->proposal_id != 0 &&
	    store_proposal_get(a->desk->store, line->proposal_id, &p) &&
	    (p.state == PROPOSAL_OPEN || p.state == PROPOSAL_ACCEPTED))
		(void)cancel_proposal(a->desk, &p, true);
	stock_release(a->desk->store, line);
	return true;
}

static void
tell_taken(struct acting *a, const struct line *line, int64_t seller_id)
{
	struct letter letter;
	struct letter_goods goods;
	struct letter_about about = {.order_id = a->order.id};

	letter_to(&letter, a->desk, seller_id, 0);
	letter_goods(&goods, &letter, &a->order, line, 1);
	letter_send(&letter, PHRASE_PROPOSAL_GONE,
	    &(struct words){.code = a->order.code, .items = goods.items},
	    &about);
}

static int
wish_to(struct acting *a, struct alloc_wish *wish)
{
	int64_t ids[STORE_PHONE_PEOPLE], phone_id;
	struct offer offer;
	size_t count;

	if (a->act->to_phone == NULL || a->act->to_phone[0] == '\0')
		return 0;
	if (!store_phone_find(
		a->desk->store, a->act->to_phone, &phone_id, &wish->only_id) ||
	    wish->only_id == 0)
		return err_set(a->err, ACT_PHONE, 0, "%s: nobody has it",
		    a->act->to_phone);
	/* Of those who share it, whoever sells that. */
	count = store_phone_people(a->desk->store, phone_id, ids);
	for (size_t i = count; count > 1 && i-- > 0;)
		if (store_offer_find(a->desk->store, ids[i],
			a->lines[0].product, "", &offer))
			wish->only_id = ids[i];
	return 0;
}

/* Somebody must be there before the line is taken from the one who has it. */
static int
can_take(struct acting *a, const struct alloc_wish *wish)
{
	for (size_t i = 0; i < a->count; i++) {
		struct alloc_choice choice;

		alloc_choose(&choice, a->desk, &a->order, &a->lines[i], wish);
		if (wish->only_id != 0 && choice.verdict != ALLOC_GOOD)
			return err_set(a->err, ACT_PHONE, 0,
			    "%s: %s cannot take %s", a->order.code,
			    a->act->to_phone, a->lines[i].product);
	}
	return 0;
}

static int
reassign(struct acting *a)
{
	struct alloc_wish wish = {0};
	struct line lines[DESK_LINES_MAX];
	size_t n = 0;
	int rc = wish_to(a, &wish);

	if (rc == 0)
		rc = can_take(a, &wish);
	if (rc != 0)
		return rc;
	for (size_t i = 0; i < a->count; i++) {
		int64_t seller = a->lines[i].seller_id;

		if (!take_from_seller(a, &a->lines[i]))
			continue;
		if (seller != 0 && a->lines[i].state != LINE_UNFILLED)
			tell_taken(a, &a->lines[i], seller);
		lines[n++] = a->lines[i];
	}
	if (n == 0)
		return refuse(a, "reassign");
	place_again(a->desk, &a->order, lines, n, &wish);
	return 0;
}

/* -- who and what -------------------------------------------------------- */

static int
load_order(struct acting *a)
{
	size_t count;

	if (!store_order_by_code(a->desk->store, a->act->code, &a->order))
		return err_set(
		    a->err, ACT_CODE, 0, "%s: no such order", a->act->code);
	count = place_load(a->desk, a->order.id, a->lines);
	for (size_t i = 0; i < count; i++)
		if (a->act->line == 0 || a->lines[i].number == a->act->line)
			a->lines[a->count++] = a->lines[i];
	return a->count > 0
		   ? 0
		   : err_set(a->err, ACT_CODE, 0, "%s: it has no line %d",
			 a->order.code, a->act->line);
}

static bool
asked_for(void *arg, const struct proposal *p)
{
	struct gathered *g = arg;

	g->count += p->seller_id == g->seller_id;
	return true;
}

static bool
has_part(struct acting *a, int64_t person_id)
{
	struct gathered g = {
	    .seller_id = person_id, .count = a->order.buyer_id == person_id};

	for (size_t i = 0; i < a->count; i++) {
		g.count += a->lines[i].seller_id == person_id;
		store_proposal_of_line(
		    a->desk->store, a->lines[i].id, asked_for, &g);
	}
	return g.count > 0;
}

/* Of those who share the phone, whoever has to do with the order. */
static int
load_person(struct acting *a)
{
	const char *number = a->act->for_phone;
	int64_t ids[STORE_PHONE_PEOPLE], phone_id;
	size_t count;

	if (number == NULL || number[0] == '\0')
		return 0;
	if (!store_phone_find(
		a->desk->store, number, &phone_id, &a->person_id) ||
	    a->person_id == 0)
		return err_set(
		    a->err, ACT_PHONE, 0, "%s: nobody has it", number);
	count = store_phone_people(a->desk->store, phone_id, ids);
	for (size_t i = 0; i < count; i++) {
		a->person_id = ids[i];
		if (has_part(a, ids[i]))
			return 0;
	}
	return err_set(a->err, ACT_PHONE, 0, "%s: %s has no part in it",
	    a->order.code, number);
}

int
act_admin(struct desk *desk, const struct handler_admin *act, struct err *err)
{
	struct acting a = {.desk = desk, .act = act, .err = err};
	int rc = load_order(&a);

	if (rc == 0)
		rc = load_person(&a);
	if (rc != 0)
		return rc;
	desk_as(desk, act->actor);
	desk->by_person = a.person_id;
	switch (act->act) {
	case HANDLER_ACCEPT:
		return accept(&a);
	case HANDLER_DECLINE:
		return decline(&a);
	case HANDLER_CANCEL:
		return cancel(&a);
	case HANDLER_REASSIGN:
		return reassign(&a);
	case HANDLER_DONE:
		return done(&a);
	}
	return err_set(err, ACT_STATE, 0, "no such act");
}
